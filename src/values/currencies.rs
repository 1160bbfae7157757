//! Currencies: their signs and words, and their ISO 4217 codes.

use super::words::Word;

/// A sign, with the letters that may stand before it.
const SIGNS: &[(&str, &str)] = &[
    ("$", "USD"),
    ("us$", "USD"),
    ("a$", "AUD"),
    ("au$", "AUD"),
    ("aud$", "AUD"),
    ("c$", "CAD"),
    ("ca$", "CAD"),
    ("can$", "CAD"),
    ("cad$", "CAD"),
    ("nz$", "NZD"),
    ("hk$", "HKD"),
    ("s$", "SGD"),
    ("sg$", "SGD"),
    ("nt$", "TWD"),
    ("r$", "BRL"),
    ("j$", "JMD"),
    ("mx$", "MXN"),
    ("tt$", "TTD"),
    ("z$", "ZWL"),
    ("n$", "NAD"),
    ("£", "GBP"),
    ("€", "EUR"),
    ("¥", "JPY"),
    ("cn¥", "CNY"),
    ("₹", "INR"),
    ("₩", "KRW"),
    ("₽", "RUB"),
    ("₦", "NGN"),
    ("₺", "TRY"),
    ("₴", "UAH"),
    ("₫", "VND"),
    ("₱", "PHP"),
    ("₪", "ILS"),
    ("฿", "THB"),
    ("₡", "CRC"),
    ("₵", "GHS"),
    ("e£", "EGP"),
    ("ir£", "IEP"),
];

/// Words of which each means one currency, and what a whole of it one is worth: pence are hundredths.
const WORDS: &[(&str, &str, f64)] = &[
    ("dollar|dollars|buck|bucks", "USD", 1.0),
    ("cent|cents|¢", "USD", 0.01),
    ("pound|pounds|quid|sterling", "GBP", 1.0),
    ("pence|penny|p", "GBP", 0.01),
    ("euro|euros", "EUR", 1.0),
    ("eurocent|eurocents", "EUR", 0.01),
    ("yen", "JPY", 1.0),
    ("yuan|renminbi|rmb", "CNY", 1.0),
    ("rupee|rupees|rs", "INR", 1.0),
    ("won", "KRW", 1.0),
    ("rouble|roubles|ruble|rubles", "RUB", 1.0),
    ("hryvnia|hryvnias", "UAH", 1.0),
    ("zloty|zlotys|zloties", "PLN", 1.0),
    ("forint|forints", "HUF", 1.0),
    ("koruna|korunas", "CZK", 1.0),
    ("lira|liras", "TRY", 1.0),
    ("shekel|shekels", "ILS", 1.0),
    ("baht", "THB", 1.0),
    ("ringgit|rm", "MYR", 1.0),
    ("rupiah", "IDR", 1.0),
    ("dong", "VND", 1.0),
    ("rand", "ZAR", 1.0),
    ("naira", "NGN", 1.0),
    ("cedi|cedis", "GHS", 1.0),
    ("birr", "ETB", 1.0),
    ("real|reais", "BRL", 1.0),
    ("afghani|afghanis", "AFN", 1.0),
    ("taka", "BDT", 1.0),
    ("dram", "AMD", 1.0),
    ("lari", "GEL", 1.0),
    ("tenge", "KZT", 1.0),
    ("bitcoin|bitcoins|btc", "XBT", 1.0),
    ("deutschmark|deutschmarks", "DEM", 1.0),
];

/// Currencies of which several countries have one of their own: the country's adjective decides.
const OF_COUNTRIES: &[(&str, &str, &str)] = &[
    ("dollar|dollars", "us|u.s.|american", "USD"),
    ("dollar|dollars", "canadian", "CAD"),
    ("dollar|dollars", "australian|aussie", "AUD"),
    ("dollar|dollars", "zealand", "NZD"),
    ("dollar|dollars", "kong", "HKD"),
    ("dollar|dollars", "singapore|singaporean", "SGD"),
    ("dollar|dollars", "taiwan|taiwanese", "TWD"),
    ("dollar|dollars", "zimbabwe|zimbabwean", "ZWL"),
    ("dollar|dollars", "jamaican", "JMD"),
    ("dollar|dollars", "fijian|fiji", "FJD"),
    ("pound|pounds", "egyptian", "EGP"),
    ("pound|pounds", "lebanese", "LBP"),
    ("pound|pounds", "syrian", "SYP"),
    ("pound|pounds", "sudanese", "SDG"),
    ("pound|pounds", "british", "GBP"),
    ("rupee|rupees", "pakistani", "PKR"),
    ("rupee|rupees", "lankan", "LKR"),
    ("rupee|rupees", "nepalese|nepali", "NPR"),
    ("rupee|rupees", "indian", "INR"),
    ("franc|francs", "swiss", "CHF"),
    ("franc|francs", "french", "FRF"),
    ("franc|francs", "rwandan", "RWF"),
    ("franc|francs", "congolese", "CDF"),
    ("franc|francs", "cfa", "XOF"),
    ("mark|marks", "german|deutsche", "DEM"),
    ("peso|pesos", "mexican", "MXN"),
    ("peso|pesos", "argentine|argentinian|argentinean", "ARS"),
    ("peso|pesos", "chilean", "CLP"),
    ("peso|pesos", "colombian", "COP"),
    ("peso|pesos", "philippine|filipino", "PHP"),
    ("peso|pesos", "cuban", "CUP"),
    ("krona|kronor|kroner|krone|crowns|crown", "swedish", "SEK"),
    ("krona|kronor|kroner|krone|crowns|crown", "norwegian", "NOK"),
    ("krona|kronor|kroner|krone|crowns|crown", "danish", "DKK"),
    ("krona|kronor|kroner|krone|crowns|crown", "icelandic", "ISK"),
    ("koruna|korunas|crown|crowns", "czech", "CZK"),
    ("shilling|shillings", "kenyan", "KES"),
    ("shilling|shillings", "ugandan", "UGX"),
    ("shilling|shillings", "tanzanian", "TZS"),
    ("shilling|shillings", "somali", "SOS"),
    ("dinar|dinars", "iraqi", "IQD"),
    ("dinar|dinars", "kuwaiti", "KWD"),
    ("dinar|dinars", "jordanian", "JOD"),
    ("dinar|dinars", "serbian", "RSD"),
    ("dinar|dinars", "algerian", "DZD"),
    ("dinar|dinars", "tunisian", "TND"),
    ("dinar|dinars", "libyan", "LYD"),
    ("dirham|dirhams", "uae|emirati", "AED"),
    ("dirham|dirhams", "moroccan", "MAD"),
    ("riyal|riyals", "saudi", "SAR"),
    ("rial|rials|riyal|riyals", "qatari", "QAR"),
    ("rial|rials", "iranian", "IRR"),
    ("rial|rials", "omani", "OMR"),
    ("won", "north", "KPW"),
    ("peso|pesos|dollar|dollars|rand", "namibian", "NAD"),
    ("real|reais", "brazilian", "BRL"),
];

/// Codes that are written in a text.
const CODES: &[&str] = &[
    "USD", "EUR", "GBP", "JPY", "CNY", "INR", "AUD", "CAD", "CHF", "NZD", "SEK", "NOK", "DKK", "ZAR", "BRL", "RUB",
    "KRW", "MXN", "SGD", "HKD", "TRY", "PLN", "HUF", "CZK", "NGN", "KES", "GHS", "UGX", "PKR", "THB", "IDR", "MYR",
    "PHP", "AED", "SAR", "ILS",
];

fn among(words: &str, word: &Word) -> bool {
    words.split('|').any(|one| word.is(one))
}

/// The currency that the words name, and how much of it one is. The code is missing where several countries have a
/// currency of this name and none is named.
pub fn currency(words: &[Word]) -> Option<(Option<&'static str>, f64)> {
    for (index, word) in words.iter().enumerate() {
        // "$", with the letters of the country before it.
        let letters = index.checked_sub(1).map(|before| &words[before]).filter(|_| word.glued);
        let joined = letters.map(|letters| format!("{}{}", letters.text, word.text));
        let sign = |text: &str| SIGNS.iter().find(|(sign, _)| *sign == text).map(|(_, code)| *code);
        if let Some(code) = joined.as_deref().and_then(sign).or_else(|| sign(&word.text)) {
            return Some((Some(code), 1.0));
        }
        if let Some(code) = CODES.iter().find(|code| word.text.eq_ignore_ascii_case(code)) {
            return Some((Some(code), 1.0));
        }
    }
    let named = |name: &str| words.iter().any(|word| among(name, word));
    if let Some((_, _, code)) = OF_COUNTRIES.iter().find(|(name, adjective, _)| named(name) && named(adjective)) {
        return Some((Some(code), 1.0));
    }
    if let Some((_, code, part)) = WORDS.iter().filter(|(name, _, _)| named(name)).min_by(|a, b| a.2.total_cmp(&b.2)) {
        return Some((Some(code), *part));
    }
    OF_COUNTRIES.iter().any(|(name, _, _)| named(name)).then_some((None, 1.0))
}
