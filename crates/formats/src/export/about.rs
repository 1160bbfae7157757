//! What is known about an article, as fields of a JSON object: for the formats of annotation tools, which keep them beside
//! the text.

use super::article::Article;
use serde::Serialize;

#[derive(Serialize)]
pub struct About<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    article_id: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    byline: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    published: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    source: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    address: &'a str,
    made_by: String,
}

impl<'a> About<'a> {
    pub fn of(article: &'a Article) -> About<'a> {
        let metadata = article.metadata();
        About {
            article_id: &metadata.id,
            title: article.title(),
            byline: &metadata.byline,
            published: &metadata.date,
            source: &metadata.site,
            address: &metadata.url,
            made_by: article.versions.to_string(),
        }
    }
}
