//! What the paragraphs of made-up texts are.

use super::{BlockKind, BlockKind::*, Layout};

fn kinds(text: &str) -> Vec<(BlockKind, &str)> {
    Layout::of(text).blocks.iter().map(|block| (block.kind, block.span.of(text))).collect()
}

/// The kind of the only block of a text.
fn kind(text: &str) -> BlockKind {
    kinds(text)[0].0
}

#[test]
fn an_article_and_what_stands_around_it() {
    let text = "Baker sleeps\n\nBy Joanna Fell\n\nKELD (Reuters) – A baker slept on Monday.\n\nAdvertisement\n\n\
                “I was tired,” she said.\n\nAna Ruiz at her shop in May\n\nHer oven. Photo: Pieter Nel\n\nWhat happens next\n\n\
                • Bread will cost more\n\nThe shop is shut.\n\nJoanna Fell is a reporter for the Clarion. Reach her at the office.";
    let expected = [
        (Title, "Baker sleeps"),
        (Byline, "By Joanna Fell"),
        (Dateline, "KELD (Reuters) –"),
        (Paragraph, "A baker slept on Monday."),
        (Boilerplate, "Advertisement"),
        (Paragraph, "“I was tired,” she said."),
        (Caption, "Ana Ruiz at her shop in May"),
        (Caption, "Her oven."),
        (Credit, "Photo: Pieter Nel"),
        (Heading, "What happens next"),
        (ListItem, "• Bread will cost more"),
        (Paragraph, "The shop is shut."),
        (AuthorNote, "Joanna Fell is a reporter for the Clarion. Reach her at the office."),
    ];
    assert_eq!(kinds(text), expected);
}

#[test]
fn the_turns_of_an_interview() {
    for text in [
        "Helen Marsh: The dam was old.\nOscar Petrie: It was inspected in May.",
        "Rosa Vidal: We never promised that. The minutes are clear.",
        "COUNCILLOR HOPE: Then cut the roads budget.",
        "Q: Why now?\nA: I was tired.",
        "Q. Why now?",
        "**Interviewer:** Why now?\n**Kwabena Sarfo:** I was tired.",
        "Tom Reed (Lab): The budget is a fraud.",
        "Chizoba Eke: We must act.\nThe Chair: Order.",
    ] {
        let expected = if text.starts_with("Q.") { Paragraph } else { Turn };
        assert!(kinds(text).iter().all(|(kind, _)| *kind == expected), "{text} {:?}", kinds(text));
    }
    for text in [
        "Photograph: Amina Diallo/The Clarion",
        "Ukraine: What we know",
        "Note: The library is shut.",
        "When: Friday at noon.",
        "Brexit: MPs vote again.",
        "Taylor Swift: The Eras Tour",
        "He said: It is late.",
    ] {
        assert_ne!(kind(text), Turn, "{text}");
    }
}

#[test]
fn credits_name_who_took_a_picture() {
    for text in [
        "Photograph: Lars Holt/Agency Nord",
        "(Omar Said/Reuters)",
        "Picture: Una Byrne/Keld Gazette",
        "Illustration: Ben Sato",
        "Photo by Ana Ruiz",
        "Photo credit: Ana Ruiz",
        "© Una Byrne",
        "Lars Holt/Agency Nord",
        "Image source, Getty Images",
        "Photo: AFP/Getty",
    ] {
        assert_eq!(kind(text), Credit, "{text}");
    }
    for text in [
        "Picture this: The council sold the park.",
        "Photo IDs are required.",
        "The Reed/Marsh bill failed.",
        "Video: How the dam broke",
    ] {
        assert_ne!(kind(text), Credit, "{text}");
    }
}

#[test]
fn what_a_website_puts_around_an_article() {
    for text in [
        "Advertisement",
        "Read more: Mayor resigns",
        "READ MORE",
        "Sign up for our newsletter",
        "Share this article",
        "Related: Why the dam broke",
        "Story continues below",
        "Most read",
        "© 2026 Keld Gazette. All rights reserved.",
        "Read more about the storm",
    ] {
        assert_eq!(kind(text), Boilerplate, "{text}");
    }
    for text in [
        "Share prices fell on Monday.",
        "Related parties have left the firm.",
        "Advertisement sales fell.",
        "Watch out for ice, the council said.",
        "Home is where they went.",
        "Read more books, she told them.",
        "Listen to me, he said.",
    ] {
        assert_ne!(kind(text), Boilerplate, "{text}");
    }
}

#[test]
fn a_byline_has_names_only() {
    for (text, expected) in [
        ("By JOANNA FELL", true),
        ("By Joanna Fell and Bo Webb, Varde Gazette", true),
        ("Words by Ana Ruiz", true),
        ("Story and photos by Ana Ruiz", true),
        ("Ana Ruiz reports from Keld", true),
        ("Ana Ruiz, Science Correspondent", true),
        ("Ana Ruiz reports a theft", false),
        ("Ana Ruiz, Keld", false),
        ("Ana Ruiz, a correspondent who left the paper years ago", false),
        ("By Friday Joanna Fell had slept.", false),
        ("By Joanna Fell.", false),
        ("By then it rained", false),
        ("By the sea", false),
    ] {
        assert_eq!(kind(text) == Byline, expected, "{text}");
    }
}

#[test]
fn a_note_on_the_author_stands_at_the_foot() {
    let note = "Joy Mathis covers Congress for Capital Week. Reach her at the office.";
    assert_eq!(kinds(&format!("It rained.\n\n{note}"))[1].0, AuthorNote);
    assert_eq!(kinds(&format!("{note}\n\nIt rained."))[0].0, Paragraph);
    assert_eq!(kinds("It rained.\n\nRosa Vidal is a writer who left the party and was jailed.")[1].0, Paragraph);
    assert_eq!(kinds("It rained.\n\nHal Stokes met the reporter Joy Mathis.")[1].0, Paragraph);
}

#[test]
fn a_dateline_is_a_place_in_capitals_before_a_dash() {
    for (text, expected) in [
        ("LONDON (Reuters) — A baker slept.", Some("LONDON (Reuters) —")),
        ("NEW YORK, May 3 – A baker slept.", Some("NEW YORK, May 3 –")),
        ("Keld – A baker slept.", None),
        ("NATO – and all of its members – met.", None),
        ("BBC presenter – she left.", None),
    ] {
        let found = kinds(text).into_iter().find(|(kind, _)| *kind == Dateline).map(|(_, words)| words);
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn the_lines_of_a_mail_that_are_quoted() {
    assert_eq!(
        kinds("I agree.\n> Nobody came\n> to Keld.").iter().map(|(kind, _)| *kind).collect::<Vec<_>>(),
        [Paragraph, QuotedMail]
    );
}

#[test]
fn each_token_is_in_one_block() {
    let text = "A\n\nB – c. Photo: D\n(E/F)\n> g\n[1] H\nQ: I\nA: J.";
    let layout = Layout::of(text);
    let tokens: Vec<usize> = layout.blocks.iter().flat_map(|block| block.tokens.clone()).collect();
    assert_eq!(tokens, (0..layout.tokens.len()).collect::<Vec<_>>());
}

#[test]
fn the_sentence_of_a_token() {
    let layout = Layout::of("He left. She stayed.\nWe went.");
    let sentences: Vec<usize> = (0..layout.tokens.len()).map(|token| layout.sentence_of(token)).collect();
    assert_eq!(sentences, [0, 0, 0, 1, 1, 1, 2, 2, 2]);
    assert_eq!(layout.word(4), "stayed");
}

#[test]
fn the_paragraph_of_a_token() {
    let layout = Layout::of("He left. She stayed.\n\nWe went.");
    let paragraphs: Vec<usize> = (0..layout.tokens.len()).map(|token| layout.paragraph_of(token)).collect();
    assert_eq!(paragraphs, [0, 0, 0, 0, 0, 0, 1, 1, 1]);
}
