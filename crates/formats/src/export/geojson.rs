//! GeoJSON (RFC 7946): the places of an article as points, for maps.

use super::article::Article;
use super::saved::in_json_bytes;
use newsmark::text::OffsetUnit;
use newsmark::versions::Versions;
use newsmark::{PlaceValue, Value};
use serde::Serialize;

#[derive(Serialize)]
struct Collection<'a> {
    r#type: &'static str,
    features: Vec<Feature<'a>>,
    /// A member of our own, which the standard allows.
    made_by: Versions<'a>,
    title: &'a str,
}

#[derive(Serialize)]
struct Feature<'a> {
    r#type: &'static str,
    geometry: Point,
    properties: Properties<'a>,
}

#[derive(Serialize)]
struct Point {
    r#type: &'static str,
    /// East before north.
    coordinates: [f64; 2],
}

#[derive(Serialize)]
struct Properties<'a> {
    name: &'a str,
    kind: Option<&'a str>,
    country: Option<&'a str>,
    region: Option<&'a str>,
    geonames: Option<u32>,
    /// How often the article names it.
    mentions: usize,
    /// The words that name it, each as it first stands there.
    words: Vec<&'a str>,
    /// Where they are, in code points.
    ranges: Vec<[usize; 2]>,
}

/// One feature for each place that the article names, in the order of the text.
pub fn write(article: &Article) -> Vec<u8> {
    let map = article.offsets(OffsetUnit::CodePoints);
    let mut features: Vec<(&PlaceValue, Feature)> = Vec::new();
    for entity in &article.document.entities {
        let Some(Value::Place(place)) = &entity.value else { continue };
        let Some((lat, lon)) = place.lat.zip(place.lon) else { continue };
        let is_same = |(other, _): &(&PlaceValue, Feature)| match place.geonames {
            None => *other == place,
            id => other.geonames == id,
        };
        let at = features.iter().position(is_same).unwrap_or_else(|| {
            let properties = Properties {
                name: place.name.as_deref().unwrap_or(&entity.text),
                kind: place.kind.as_deref(),
                country: place.country.as_deref(),
                region: place.region.as_deref(),
                geonames: place.geonames,
                mentions: 0,
                words: Vec::new(),
                ranges: Vec::new(),
            };
            let geometry = Point { r#type: "Point", coordinates: [lon, lat] };
            features.push((place, Feature { r#type: "Feature", geometry, properties }));
            features.len() - 1
        });
        let properties = &mut features[at].1.properties;
        properties.mentions += 1;
        properties.ranges.push([map.from_byte(entity.start), map.from_byte(entity.end)]);
        if !properties.words.contains(&entity.text.as_str()) {
            properties.words.push(&entity.text);
        }
    }
    in_json_bytes(&Collection {
        r#type: "FeatureCollection",
        features: features.into_iter().map(|(_, feature)| feature).collect(),
        made_by: article.versions,
        title: article.title(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Saved, export};
    use newsmark::{Document, EntityRecord, EntityType, OffsetUnit};
    use serde_json::{Value, from_slice, from_value, json};

    #[test]
    fn a_place_is_one_point() {
        let text = "Düren, Oslo, OSLO, Kenyan, Keld";
        let oslo =
            json!({"country": "NO", "geonames": 3143244, "name": "Oslo", "kind": "city", "lat": 59.91, "lon": 10.75});
        let mut document = Document::default();
        for (words, kind, value) in [
            ("Oslo", EntityType::Gpe, oslo.clone()),
            ("OSLO", EntityType::Gpe, oslo),
            ("Kenyan", EntityType::Norp, json!({"country": "KE"})),
            ("Keld", EntityType::Gpe, Value::Null),
        ] {
            let start = text.find(words).unwrap();
            let range = [start, start + words.len()];
            let mut entity = EntityRecord::new(document.entities.len(), range, kind, words);
            entity.value = from_value(value).unwrap();
            document.entities.push(entity);
        }
        let file = export(&Saved::new(text, document, OffsetUnit::Utf8, ""), Format::GeoJson).unwrap();
        let written: Value = from_slice(&file.bytes).unwrap();
        let features = written["features"].as_array().unwrap();
        assert_eq!(features.len(), 1);
        assert_eq!(features[0]["geometry"], json!({"type": "Point", "coordinates": [10.75, 59.91]}));
        let properties = &features[0]["properties"];
        assert_eq!((&properties["mentions"], &properties["words"]), (&json!(2), &json!(["Oslo", "OSLO"])));
        // Code points: ü has two bytes.
        assert_eq!(properties["ranges"], json!([[7, 11], [13, 17]]));
    }
}
