//! Makes file names of titles.

/// The maximum number of characters: with an extension, well below the limit of every file system.
const LENGTH: usize = 60;

/// Windows reserves these names for devices, with any extension.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// The letters and digits of a title with hyphens between them. It is never empty, a path or a hidden file.
pub fn stem(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut stem = String::new();
    for word in words {
        if stem.chars().count() + word.chars().count() >= LENGTH {
            if stem.is_empty() {
                stem = word.chars().take(LENGTH).collect();
            }
            break;
        }
        if !stem.is_empty() {
            stem.push('-');
        }
        stem.push_str(word);
    }
    if stem.is_empty() || is_device(&stem) {
        format!("article{}{stem}", if stem.is_empty() { "" } else { "-" })
    } else {
        stem
    }
}

fn is_device(stem: &str) -> bool {
    let stem = stem.to_lowercase();
    DEVICES.contains(&stem.as_str())
        || NUMBERED_DEVICES.iter().any(|device| stem.strip_prefix(device).is_some_and(|rest| rest.chars().count() == 1))
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn a_title_becomes_a_name_that_every_file_system_takes() {
        assert_eq!(stem("Ferry Operator Grounds Its Newest Ships"), "Ferry-Operator-Grounds-Its-Newest-Ships");
        assert_eq!(stem("../../etc/passwd\0.txt"), "etc-passwd-txt");
        assert_eq!(stem("<b>“Übermut”: 50 %</b>"), "b-Übermut-50-b");
        assert_eq!(stem("Łódź, 東京 🎉"), "Łódź-東京");
        for nothing in ["", " ", "🎉", "..."] {
            assert_eq!(stem(nothing), "article");
        }
        for device in ["NUL", "con", "Com1"] {
            assert_eq!(stem(device), format!("article-{device}"));
        }
        assert_eq!(stem(&"word ".repeat(100)).chars().count(), 59);
        assert_eq!(stem(&"長".repeat(1000)).chars().count(), 60);
    }
}
