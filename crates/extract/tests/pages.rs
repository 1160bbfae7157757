//! Pages of our own, each with a fault that was once made with pages like it.

use newsmark_extract::{Article, fragment, page, plain};

const PARAGRAPHS: [&str; 6] = [
    "The council of Keld voted on Tuesday to close the old swing bridge for two years, although traders had asked for a shorter closure.",
    "“We have no choice,” said Omar Marsh, the mayor, after the vote. “The deck would not survive another winter of heavy lorries.”",
    "Una Byrne, who runs the bakery beside the bridge, said her takings would halve. She asked the council for help with the rent.",
    "Engineers from Halden Works found cracks in three of the eight girders in May, and the council has closed one lane since then.",
    "The repair will cost $14 million. The state pays half of it, and the council will borrow the rest over a period of twenty years.",
    "Work begins in March. The council will run a free bus across the upper bridge every ten minutes while the swing bridge is closed.",
];

const MENU: &str = r#"<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li>
    <li><a href="/weather">Weather</a></li></ul></nav>"#;
const MOST_READ: &str = r#"<div class="most-read"><h3>Most read</h3><ol><li><a href="/1">Prince Oskar to marry in June</a></li>
    <li><a href="/2">Ten killed as ferry sinks off Tarnby</a></li><li><a href="/3">Ilse Brandt quits as Rovers coach</a></li></ol></div>"#;

fn paragraphs(class: &str) -> String {
    PARAGRAPHS.iter().map(|paragraph| format!("<p class=\"{class}\">{paragraph}</p>\n")).collect()
}

fn html(head: &str, article: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en-GB\"><head><title>Keld closes its swing bridge | Keld Gazette</title>{head}</head>\
         <body><header><a href=\"/\">Keld Gazette</a></header>{MENU}<main>{article}</main>{MOST_READ}\
         <footer><p>© 2026 Keld Gazette. All rights reserved.</p><a href=\"/terms\">Terms</a></footer></body></html>"
    )
}

fn has_all_paragraphs(article: &Article) {
    for paragraph in PARAGRAPHS {
        assert!(article.body.contains(paragraph), "{paragraph} is missing in {}", article.body);
    }
}

#[test]
fn an_article_without_what_surrounds_it() {
    let page = page(&html("", &format!("<article><h1>Keld closes its swing bridge</h1>{}</article>", paragraphs(""))));
    assert_eq!(page.body, PARAGRAPHS.join("\n\n"));
    assert_eq!(page.text, format!("Keld closes its swing bridge\n\n{}", page.body));
    assert!(page.whole.contains("Ilse Brandt") && page.whole.contains("Weather"));
    assert_eq!(page.left_out.to_string(), "menus, 9 links and 2 lines");
}

#[test]
fn paid_paragraphs_are_part_of_the_article() {
    let free = format!("<p>{}</p><p>{}</p>", PARAGRAPHS[0], PARAGRAPHS[1]);
    let paid: String =
        PARAGRAPHS[2..].iter().map(|paragraph| format!("<p class=\"paywall\">{paragraph}</p>")).collect();
    has_all_paragraphs(&page(&html(
        "",
        &format!("<article><h1>Keld closes its swing bridge</h1>{free}{paid}</article>"),
    )));
}

#[test]
fn class_names_of_the_whole_article_do_not_hide_it() {
    for class in ["breadcrumb", "has-related sidebar", "paywall subscribe", "comments social", "story-newsletter"] {
        let article =
            format!("<article class=\"{class}\"><h1>Keld closes its swing bridge</h1>{}</article>", paragraphs(""));
        has_all_paragraphs(&page(&html("", &article)));
        let article = format!("<div class=\"{class}\"><h1>Keld closes its swing bridge</h1>{}</div>", paragraphs(""));
        has_all_paragraphs(&page(&html("", &article)));
    }
}

#[test]
fn paragraphs_with_misleading_class_names_stay() {
    for class in ["share-text", "promo", "ad-free", "comment"] {
        let some: String = PARAGRAPHS[..3].iter().map(|paragraph| format!("<p>{paragraph}</p>")).collect();
        let others: String =
            PARAGRAPHS[3..].iter().map(|paragraph| format!("<p class=\"{class}\">{paragraph}</p>")).collect();
        has_all_paragraphs(&page(&html("", &format!("<article>{some}{others}</article>"))));
    }
}

#[test]
fn scripts_and_forms_do_not_count() {
    let script = format!("<script>var state = \"{}\";</script>", "paragraph after paragraph, ".repeat(4000));
    has_all_paragraphs(&page(&html(&script, &format!("<article>{}{script}</article>", paragraphs("")))));
    let form = format!("<form id=\"aspnetForm\">{MENU}<div>{}</div>{MOST_READ}</form>", paragraphs(""));
    let page = page(&format!("<html><body>{form}</body></html>"));
    has_all_paragraphs(&page);
    assert!(!page.body.contains("Ilse Brandt"), "{}", page.body);
}

#[test]
fn lines_in_between_are_left_out() {
    let article = format!(
        "<article><h1>Keld closes its swing bridge</h1><p class=\"byline\">By Kirsten Vale</p><p>Published 12 March 2026</p>
         <p>{}</p><figure><img src=\"b.jpg\"><figcaption>The bridge in May. Photo: Jo Lund/Keld Gazette</figcaption></figure>
         <p>{}</p><p><strong>Read more:</strong> <a href=\"/4\">Who pays for bridges?</a></p><p>{}</p><p>Advertisement</p>
         <p>{}</p><h3>You may also like</h3><ul><li><a href=\"/5\">A walk to the weir</a></li><li><a href=\"/6\">Eels return</a></li></ul>
         <p>{}</p><p>{}</p><p>Sign up for our daily newsletter.</p><p>kirsten.vale@keld.example</p>
         <p>Kirsten Vale is a reporter in Keld who writes about roads and rivers.</p></article>",
        PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[2], PARAGRAPHS[3], PARAGRAPHS[4], PARAGRAPHS[5]
    );
    let page = page(&html("", &article));
    assert_eq!(page.body, PARAGRAPHS.join("\n\n"));
    assert!(page.text.starts_with("Keld closes its swing bridge\n\nBy Kirsten Vale\n\nThe council"), "{}", page.text);
    assert!(page.whole.contains("Eels return") && page.whole.contains("Photo: Jo Lund"));
}

#[test]
fn sentences_that_resemble_such_lines_stay() {
    let sentences = [
        "“Read more books and fewer messages,” said Ilse Brandt, the librarian, to the pupils of the lower school.",
        "“Share the load,” she said.",
        "Follow the river for a mile and you reach the weir, where the first of the eight girders was cast in 1904.",
        "By noon the queue reached the church.",
        "KELD (AP) — To Omar Marsh, a closed bridge is not a loss.",
        "The photo by Jo Lund shows a crack in the third girder, and the council has printed it in its report.",
        "Updated plans were shown to the traders on 12 March 2026, and most of them went home without a word.",
        "Comments by the mayor made it worse.",
        "Shares in Halden Works fell 3 percent.",
        "Share prices fell on Tuesday.",
        "Popular anger grew on Tuesday.",
        "Follow reports that the deck moved, engineers were called.",
        "For more than a year the traders had waited for an answer from the council, and now they have one.",
    ];
    let middle: String = sentences.iter().map(|sentence| format!("<p>{sentence}</p>")).collect();
    let article = format!(
        "<article><h1>Keld closes its swing bridge</h1><p>{}</p><p>{}</p>{middle}</article>",
        PARAGRAPHS[0], PARAGRAPHS[1]
    );
    let page = page(&html("", &article));
    for sentence in sentences {
        assert!(page.body.contains(sentence), "{sentence} is missing in {}", page.body);
    }
}

#[test]
fn repeated_questions_of_an_interview_stay() {
    let answers = PARAGRAPHS.map(|answer| format!("<p>What would you change first?</p><p>{answer}</p><p>{answer} Not now.</p><p>And then, in the end?</p><p>Again: {answer}</p>"));
    let page = page(&html("", &format!("<article><h1>Six voices on the bridge</h1>{}</article>", answers.concat())));
    assert_eq!(page.body.matches("What would you change first?").count(), 6);
}

#[test]
fn lists_that_are_the_article_stay() {
    let dates = (1..=12).map(|day| format!("<li>June {day} – Coral Hall, Tarnby</li>")).collect::<String>();
    let tour = page(&html(
        "",
        &format!("<article><p>{}</p><p>{}</p><ul>{dates}</ul></article>", PARAGRAPHS[0], PARAGRAPHS[1]),
    ));
    assert!(tour.body.contains("June 1 –") && tour.body.contains("June 12 –"), "{}", tour.body);
    let deals = (1..=12).map(|n| format!("<p>The best kettle of the year number {n} costs less today.</p><p><a href=\"/{n}\">Get kettle {n} at Brown’s for $9</a></p>"));
    let shop = page(&html("", &format!("<article><p>{}</p>{}</article>", PARAGRAPHS[0], deals.collect::<String>())));
    assert!(shop.body.contains("Get kettle 7 at Brown’s"), "{}", shop.body);
}

#[test]
fn words_that_a_style_sheet_draws_apart_are_apart() {
    let article = format!(
        "<article><h1>Keld closes its swing bridge</h1><div class=\"meta\"><span>Credit</span><span>Kirsten Vale</span><time>12 March 2026</time></div>
         <p>{}</p><p><b>Note:</b><span>The bus is free.</span> <i>You</i>r <b>T</b>he <em>e</em>Bay <a>YouTube</a>, Mc<b>Donald</b>.</p><p>{}</p></article>",
        PARAGRAPHS[0], PARAGRAPHS[1]
    );
    let page = page(&html("", &article));
    assert!(page.whole.contains("Credit Kirsten Vale"), "{}", page.whole);
    assert!(page.body.contains("Note: The bus is free. Your The eBay YouTube, McDonald."), "{}", page.body);
}

#[test]
fn metadata_come_from_what_programs_and_readers_see() {
    let json = r#"<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Keld Gazette"},
        {"@type": "NewsArticle", "headline": "Keld closes its swing bridge", "datePublished": "2026-03-12T06:00:00+01:00",
         "author": [{"@type": "Person", "name": "Kirsten Vale"}, {"name": "Jo Lund"}], "publisher": {"name": "Keld Gazette"}}]}</script>
        <link rel="canonical" href="https://keld.example/2026/bridge">"#;
    let article = format!("<article><h1>Keld closes its swing bridge</h1>{}</article>", paragraphs(""));
    let metadata = page(&html(json, &article)).metadata;
    assert_eq!(metadata.title, "Keld closes its swing bridge");
    assert_eq!(metadata.byline, "Kirsten Vale, Jo Lund");
    assert_eq!(metadata.date, "2026-03-12");
    assert_eq!(metadata.site, "Keld Gazette");
    assert_eq!(metadata.url, "https://keld.example/2026/bridge");
    assert_eq!(metadata.language, "en-GB");

    let meta = r#"<meta property="article:published_time" content="2026-03-12T06:00:00Z"><meta name="author" content="By Kirsten Vale">"#;
    let metadata = page(&html(meta, &article)).metadata;
    assert_eq!((metadata.date.as_str(), metadata.byline.as_str()), ("2026-03-12", "Kirsten Vale"));

    for (line, date) in [
        ("By Kirsten Vale, March 12, 2026", "2026-03-12"),
        ("By Kirsten Vale on Thursday, March 12th, 2026 at 11:08 a.m.", "2026-03-12"),
        ("ByKirsten Vale | 12 Mar 2026", "2026-03-12"),
        ("CreditKirsten Vale", ""),
    ] {
        let article = format!(
            "<article><h1>Keld closes its swing bridge</h1><p class=\"byline\">{line}</p>{}</article>",
            paragraphs("")
        );
        let metadata = page(&html("", &article)).metadata;
        assert_eq!((metadata.byline.as_str(), metadata.date.as_str()), ("Kirsten Vale", date), "{line}");
    }
}

#[test]
fn a_page_without_an_article_gives_its_text() {
    let page = page("<html><body><p>The bridge is closed.</p></body></html>");
    assert_eq!(page.text, "The bridge is closed.");
    assert!(newsmark_extract::page("").text.is_empty());
    assert!(newsmark_extract::page("<html><script>let a = 1;</script></html>").text.is_empty());
}

#[test]
fn quotation_marks_of_elements_and_preformatted_lines_are_kept() {
    let article = format!(
        "<article><p>{}</p><p>He said: <q>She said: <q>No.</q></q></p><pre>One\n  two</pre><p>{}</p></article>",
        PARAGRAPHS[0], PARAGRAPHS[1]
    );
    let page = page(&html("", &article));
    assert!(page.body.contains("He said: “She said: ‘No.’”"), "{}", page.body);
    assert!(page.body.contains("One\n  two"), "{}", page.body);
}

#[test]
fn hostile_pages_end() {
    let deep = format!("{}{}{}", "<div>".repeat(5_000), PARAGRAPHS[0], "</div>".repeat(5_000));
    assert!(page(&deep).whole.contains("swing bridge"));
    let spans = format!("<p>{}</p>", "<span>a".repeat(5_000));
    assert!(page(&spans).whole.starts_with("aaa"));
    page("<table><tr><td><table><a><a><p></table></form><form><form></body></html><article>");
    page("\u{0}<svg><p><math></p><!--><script>");
}

#[test]
fn the_article_of_a_copied_page() {
    let html = html("", &format!("<article><h1>Keld closes its swing bridge</h1>{}</article>", paragraphs("")));
    let copied = fragment(&html).unwrap();
    assert_eq!(copied.text, page(&html).text);
    assert!(copied.left_out.to_string().contains("menus"));

    // Plain text has the same lines.
    let menu = "Home\nNews\nSport\nWeather\nCulture\nMy account\nSubscribe\n";
    let most_read =
        "Most read\nPrince Oskar to marry\nTen killed as ferry sinks\nIlse Brandt quits\nTerms\nPrivacy\nContact us\n";
    for separator in ["\n", "\n\n"] {
        let text = format!(
            "{menu}Keld closes its swing bridge\nBy Kirsten Vale\n12 March 2026\nShare\n{}\n{most_read}",
            PARAGRAPHS.join(separator)
        );
        let copied = plain(&text).unwrap();
        assert_eq!(copied.body, PARAGRAPHS.join(separator));
        assert!(
            copied.text.starts_with("Keld closes its swing bridge\n\nBy Kirsten Vale\n\nThe council"),
            "{}",
            copied.text
        );
        assert_eq!((copied.metadata.byline.as_str(), copied.metadata.date.as_str()), ("Kirsten Vale", "2026-03-12"));
        assert!(copied.whole.contains("Prince Oskar") && !copied.left_out.is_empty());
    }
}

#[test]
fn a_copied_part_of_an_article_stays_as_it_is() {
    let part = fragment(&format!(
        "<h2>The vote</h2>{}<ul><li>One lane</li><li><a href=\"/3\">A map</a></li></ul>",
        paragraphs("paywall")
    ))
    .unwrap();
    assert_eq!(part.text, format!("The vote\n\n{}\n\nOne lane\nA map", PARAGRAPHS.join("\n\n")));
    assert!(part.left_out.is_empty());
    assert_eq!(fragment("<b>Keld</b> <i>Gazette</i>"), None);

    let lines = PARAGRAPHS.join("\n\n");
    assert_eq!(plain(&lines), None);
    assert_eq!(
        plain(&format!(
            "Keld closes its swing bridge\nBy Kirsten Vale\n\n{lines}\n\nFour voices\nOmar Marsh\nUna Byrne"
        )),
        None
    );
    assert_eq!(plain("Milk\nBread\nButter\nSalt\nOil\nFlour\nEggs\nTea\nSugar\nRice\nOats\nPlums"), None);
}

#[test]
fn rows_of_tables_are_lines() {
    let table = "<table><tr><th>Team</th><th><p>Home</p><p>goals</p></th><th></th></tr><tr><td></td><td>3</td><td>Keld<br>Rovers</td></tr></table>";
    assert_eq!(fragment(table).unwrap().text, "Team\tHome goals\n\t3\tKeld Rovers");
    let layout = format!("<table><tr><td><p>{}</p></td><td><p>{}</p></td></tr></table>", PARAGRAPHS[0], PARAGRAPHS[1]);
    assert_eq!(fragment(&layout).unwrap().text, format!("{}\n\n{}", PARAGRAPHS[0], PARAGRAPHS[1]));
}
