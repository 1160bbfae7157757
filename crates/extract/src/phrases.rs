//! Words by which lines that surround an article, or interrupt it, are recognised. All are compared in lower case.

/// They begin a line that leads elsewhere.
pub const PROMOTIONS: [&str; 43] = [
    "read more", "read also", "also read", "read next", "read:", "related:", "related post", "related coverage",
    "related article", "related articles", "related story", "related stories", "related topic", "related content",
    "see also", "see more", "also on ", "more from", "more on ", "more:", "more great", "more stories",
    "more coverage", "you may also", "you might also", "don't miss", "don’t miss", "recommended", "trending",
    "most read", "most popular", "popular this week", "popular now", "watch:", "watch more", "listen:", "download:",
    "must read", "recent articles", "latest news", "editor's pick", "further reading", "keep reading",
];

/// They begin or are a line that asks the reader to do something.
pub const REQUESTS: [&str; 32] = [
    "subscribe",
    "sign up",
    "sign in",
    "log in",
    "follow us",
    "follow @",
    "share this",
    "share on",
    "share the",
    "sharing is caring",
    "print article",
    "print this",
    "order reprints",
    "text size",
    "want more",
    "like this story",
    "enjoyed this",
    "join our",
    "join the conversation",
    "click here",
    "tap here",
    "get the latest",
    "get breaking",
    "get our",
    "let our news",
    "let us know",
    "tell us what",
    "leave a comment",
    "view comments",
    "post a comment",
    "this slideshow requires",
    "continue reading",
];

/// A line that is no more than this.
pub const LABELS: [&str; 30] = [
    "advert",
    "advertisement",
    "advertisement - scroll to continue",
    "ad",
    "sponsored",
    "caption",
    "close",
    "home",
    "news",
    "opinion",
    "highlights",
    "latest",
    "popular",
    "tags",
    "topics",
    "read more",
    "more",
    "about the author",
    "by",
    "email",
    "facebook",
    "twitter",
    "copy link",
    "share",
    "comments",
    "loading",
    "loading content",
    "save",
    "related",
    "print",
];

/// They are in a line about the picture above it.
pub const CREDITS: [&str; 26] = [
    "photo:", "photos:", "photo by", "photograph by", "photo credit", "image:", "image credit", "image copyright",
    "image caption", "picture:", "pictures:", "credit:", "credits:", "getty images", "ap photo", "(ap)", "(reuters)",
    "courtesy of", "courtesy photo", "/ap ", "/afp", "/reuters", "shutterstock", "foto:", "bild:", "фото:",
];

/// They are in a line about rights.
pub const RIGHTS: [&str; 6] = [
    "all rights reserved",
    "copyright ©",
    "copyright ⓒ",
    "© copyright",
    "(c) copyright",
    "todos os direitos reservados",
];

/// They introduce the time of publication.
pub const DATED: [&str; 13] = [
    "published", "updated", "posted", "last updated", "first published", "last modified", "modified", "updated on",
    "published on", "date:", "created", "publicado", "veröffentlicht",
];

/// They follow the writer's name in a line about the writer.
pub const WRITERS: [&str; 12] = [
    " is ", " has ", " covers ", " writes ", " joined ", " reports ", " lives ", " was ", " works ", " edits ", "'s ",
    ", ",
];

/// They begin a last line that is about the site.
pub const AFTER_THE_END: [&str; 14] = [
    "listen to",
    "watch ",
    "download ",
    "join ",
    "this post may contain",
    "this article was originally",
    "this story was originally",
    "this article originally",
    "this story originally",
    "need more",
    "for more information",
    "for more on",
    "for more news",
    "for more stories",
];

/// They begin a line about how to reach the writer, or who else has worked on the article.
pub const CONTACTS: [&str; 12] = [
    "reach the reporter",
    "write to ",
    "contact ",
    "email ",
    "e-mail ",
    "follow ",
    "reporting by ",
    "(reporting by ",
    "additional reporting",
    "associated press writer",
    "editing by ",
    "(editing by",
];
