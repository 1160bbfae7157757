//! Units of measurement: their UCUM codes, and what one is in SI units.

use super::words::Word;

/// A unit: the ways to write it, its UCUM code, and the SI unit with the factor. Several words are joined with `_`.
type Unit = (&'static str, &'static str, &'static str, f64);

const UNITS: &[Unit] = &[
    // Longer names come first: a square mile is no mile.
    ("square_kilometre|square_kilometres|square_kilometer|square_kilometers|sq_km|km²|km2", "km2", "m2", 1e6),
    ("square_mile|square_miles|sq_mi|sq_miles", "[smi_us]2", "m2", 2_589_988.110_336),
    ("square_metre|square_metres|square_meter|square_meters|sq_m|m²|m2|sqm", "m2", "m2", 1.0),
    ("square_foot|square_feet|sq_ft|sqft", "[sft_i]", "m2", 0.092_903_04),
    ("square_yard|square_yards|sq_yd", "[syd_i]", "m2", 0.836_127_36),
    ("cubic_metre|cubic_metres|cubic_meter|cubic_meters|m³|m3", "m3", "m3", 1.0),
    ("cubic_foot|cubic_feet|cu_ft", "[cft_i]", "m3", 0.028_316_846_592),
    ("cubic_kilometre|cubic_kilometres|cubic_kilometers", "km3", "m3", 1e9),
    ("nautical_mile|nautical_miles", "[nmi_i]", "m", 1852.0),
    ("light_year|light_years", "[ly]", "m", 9.460_730_472_580_8e15),
    (
        "kilometres_per_hour|kilometers_per_hour|kilometres_an_hour|kilometers_an_hour|km_per_hour|kph|kmh|km_h|kmph|km_/_h",
        "km/h",
        "m/s",
        1.0 / 3.6,
    ),
    ("miles_per_hour|miles_an_hour|mph", "[mi_i]/h", "m/s", 0.447_04),
    ("metres_per_second|meters_per_second|m_/_s", "m/s", "m/s", 1.0),
    ("feet_per_second", "[ft_i]/s", "m/s", 0.3048),
    ("knot|knots", "[kn_i]", "m/s", 1852.0 / 3600.0),
    ("miles_per_gallon|mpg", "[mi_i]/[gal_us]", "", 0.0),
    ("kilowatt_hour|kilowatt_hours|kwh", "kW.h", "J", 3.6e6),
    ("megawatt_hour|megawatt_hours|mwh", "MW.h", "J", 3.6e9),
    ("gigawatt_hour|gigawatt_hours|gwh", "GW.h", "J", 3.6e12),
    ("terawatt_hour|terawatt_hours|twh", "TW.h", "J", 3.6e15),
    ("metric_ton|metric_tons|metric_tonne|metric_tonnes|tonne|tonnes", "t", "kg", 1000.0),
    ("short_ton|short_tons|ton|tons", "[ston_av]", "kg", 907.184_74),
    ("kilometre|kilometres|kilometer|kilometers|km|kms|k", "km", "m", 1000.0),
    ("mile|miles|mi", "[mi_i]", "m", 1609.344),
    ("metre|metres|meter|meters|m", "m", "m", 1.0),
    ("centimetre|centimetres|centimeter|centimeters|cm|cms", "cm", "m", 0.01),
    ("millimetre|millimetres|millimeter|millimeters|mm", "mm", "m", 0.001),
    ("micron|microns|micrometres|micrometers", "um", "m", 1e-6),
    ("nanometre|nanometres|nanometer|nanometers|nm", "nm", "m", 1e-9),
    ("foot|feet|ft", "[ft_i]", "m", 0.3048),
    ("inch|inches|in", "[in_i]", "m", 0.0254),
    ("yard|yards|yd|yds", "[yd_i]", "m", 0.9144),
    ("furlong|furlongs", "[fur_us]", "m", 201.168),
    ("fathom|fathoms", "[fth_i]", "m", 1.8288),
    ("kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos|kg|kgs", "kg", "kg", 1.0),
    ("gram|grams|gramme|grammes|g", "g", "kg", 0.001),
    ("milligram|milligrams|mg", "mg", "kg", 1e-6),
    ("microgram|micrograms|mcg", "ug", "kg", 1e-9),
    ("kiloton|kilotons|kilotonne|kilotonnes", "kt", "kg", 1e6),
    ("megaton|megatons|megatonne|megatonnes", "Mt", "kg", 1e9),
    ("pound|pounds|lb|lbs", "[lb_av]", "kg", 0.453_592_37),
    ("ounce|ounces|oz", "[oz_av]", "kg", 0.028_349_523_125),
    ("stone|stones", "[stone_av]", "kg", 6.350_293_18),
    ("carat|carats", "[car_m]", "kg", 0.0002),
    ("acre|acres", "[acr_us]", "m2", 4_046.856_422_4),
    ("hectare|hectares|ha", "har", "m2", 1e4),
    ("litre|litres|liter|liters|l", "L", "m3", 0.001),
    ("millilitre|millilitres|milliliter|milliliters|ml", "mL", "m3", 1e-6),
    ("gallon|gallons|gal", "[gal_us]", "m3", 0.003_785_411_784),
    ("pint|pints", "[pt_us]", "m3", 0.000_473_176_473),
    ("barrel|barrels|bbl", "[bbl_us]", "m3", 0.158_987_294_928),
    ("bushel|bushels", "[bu_us]", "m3", 0.035_239_070_166_88),
    ("watt|watts|w", "W", "W", 1.0),
    ("kilowatt|kilowatts|kw", "kW", "W", 1e3),
    ("megawatt|megawatts|mw", "MW", "W", 1e6),
    ("gigawatt|gigawatts|gw", "GW", "W", 1e9),
    ("horsepower|hp", "[HP]", "W", 745.699_871_582),
    ("volt|volts|v", "V", "V", 1.0),
    ("hertz|hz", "Hz", "Hz", 1.0),
    ("kilohertz|khz", "kHz", "Hz", 1e3),
    ("megahertz|mhz", "MHz", "Hz", 1e6),
    ("gigahertz|ghz", "GHz", "Hz", 1e9),
    ("kilobyte|kilobytes|kb", "kBy", "By", 1e3),
    ("megabyte|megabytes|mb", "MBy", "By", 1e6),
    ("gigabyte|gigabytes|gb", "GBy", "By", 1e9),
    ("terabyte|terabytes|tb", "TBy", "By", 1e12),
    ("calorie|calories|kcal", "[Cal]", "J", 4184.0),
    ("joule|joules", "J", "J", 1.0),
    ("decibel|decibels|db", "dB", "", 0.0),
    ("millibar|millibars|mbar", "mbar", "Pa", 100.0),
    ("hectopascal|hectopascals|hpa", "hPa", "Pa", 100.0),
    ("psi", "[psi]", "Pa", 6_894.757_293_168),
    ("degrees_fahrenheit|degree_fahrenheit|°_f|º_f|fahrenheit|f", "[degF]", "K", 5.0 / 9.0),
    ("degrees_celsius|degree_celsius|degrees_centigrade|°_c|º_c|celsius|c", "Cel", "K", 1.0),
    ("degrees|degree|°|º", "deg", "", 0.0),
];

/// The unit that the words begin with, and how many words it has.
pub fn read(words: &[Word]) -> Option<(usize, &'static Unit)> {
    let matches = |name: &str| {
        let parts = name.split('_');
        let count = parts.clone().count();
        let found = words.len() >= count && parts.zip(words).all(|(part, word)| word.is(part));
        found.then_some(count)
    };
    UNITS.iter().find_map(|unit| Some((unit.0.split('|').find_map(matches)?, unit)))
}

/// An amount in the SI unit. A temperature has an origin of its own.
pub fn in_si(amount: f64, unit: &Unit) -> Option<f64> {
    let (_, code, si, factor) = unit;
    let kelvin = match *code {
        "Cel" => 273.15,
        "[degF]" => 459.67 * factor,
        _ => 0.0,
    };
    (!si.is_empty()).then(|| rounded(amount * factor + kelvin))
}

/// Without the last digits, which a product of two decimal fractions gets wrong.
pub fn rounded(amount: f64) -> f64 {
    if amount == 0.0 || !amount.is_finite() {
        return 0.0;
    }
    let digits = 10 - amount.abs().log10().floor() as i32;
    let scale = 10_f64.powi(digits.clamp(-15, 15));
    (amount * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    #[test]
    fn a_unit_and_its_si_value() {
        for (text, amount, code, si) in [
            ("km", 8.0, "km", Some(8000.0)),
            ("square miles", 2.0, "[smi_us]2", Some(5_179_976.220_7)),
            ("miles per hour", 100.0, "[mi_i]/h", Some(44.704)),
            ("km/h", 36.0, "km/h", Some(10.0)),
            ("feet", 6.0, "[ft_i]", Some(1.8288)),
            ("°C", 38.0, "Cel", Some(311.15)),
            ("degrees Fahrenheit", 32.0, "[degF]", Some(273.15)),
            ("degrees", 90.0, "deg", None),
            ("tonnes", 3.0, "t", Some(3000.0)),
        ] {
            let (_, unit) = read(&words(text)).expect(text);
            assert_eq!((unit.1, in_si(amount, unit)), (code, si), "{text}");
        }
        assert!(read(&words("apples")).is_none());
    }

    #[test]
    fn rounding_keeps_the_digits_that_matter() {
        assert_eq!(rounded(0.1 + 0.2), 0.3);
        assert_eq!(rounded(2_300_000.000_000_1), 2_300_000.0);
        assert_eq!(rounded(f64::NAN), 0.0);
    }
}
