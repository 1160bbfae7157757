//! Short forms of given names, and family names that stand first.

/// Whether the first name is a short form of the second one that does not begin like it: *Bob*, *Robert*.
pub fn is_short_form(short: &str, full: &str) -> bool {
    SHORT_FORMS.iter().any(|&(form, names)| form == short && names.split(' ').any(|name| name == full))
}

/// Short forms that do not begin like the full name.
pub const SHORT_FORMS: &[(&str, &str)] = &[
    ("abe", "abraham"),
    ("andy", "andrew"),
    ("becky", "rebecca"),
    ("beth", "elizabeth"),
    ("betty", "elizabeth"),
    ("bill", "william"),
    ("billy", "william"),
    ("bob", "robert"),
    ("bobby", "robert"),
    ("chuck", "charles"),
    ("charlie", "charles"),
    ("debbie", "deborah"),
    ("dick", "richard"),
    ("dmitri", "dmitry"),
    ("drew", "andrew"),
    ("ed", "edward edwin"),
    ("eddie", "edward"),
    ("fritz", "friedrich"),
    ("gerry", "gerald"),
    ("hank", "henry"),
    ("harry", "henry harold"),
    ("jack", "john"),
    ("jake", "jacob"),
    ("jerry", "gerald jerome"),
    ("jim", "james"),
    ("jimmy", "james"),
    ("joe", "joseph"),
    ("johnny", "john"),
    ("kate", "katherine catherine"),
    ("kathy", "katherine kathleen"),
    ("katie", "katherine"),
    ("ken", "kenneth"),
    ("larry", "lawrence laurence"),
    ("liz", "elizabeth"),
    ("maggie", "margaret"),
    ("meg", "margaret megan"),
    ("mick", "michael"),
    ("mickey", "michael"),
    ("mike", "michael"),
    ("mohammed", "muhammad mohamed mohammad"),
    ("ned", "edward"),
    ("nick", "nicholas nicolas"),
    ("peggy", "margaret"),
    ("pepe", "jose"),
    ("pete", "peter"),
    ("ray", "raymond"),
    ("rick", "richard frederick"),
    ("ron", "ronald"),
    ("sandy", "alexander sandra"),
    ("sasha", "alexander"),
    ("steve", "steven stephen"),
    ("sue", "susan"),
    ("ted", "edward theodore"),
    ("terry", "terence terrence"),
    ("tim", "timothy"),
    ("tom", "thomas"),
    ("tommy", "thomas"),
    ("tony", "anthony"),
    ("vlad", "vladimir"),
    ("volodymyr", "vladimir"),
    ("yuri", "yury"),
];

/// Chinese, Korean and Vietnamese family names, which stand first.
pub const FAMILY_NAMES: &[&str] = &[
    "ahn", "an", "bai", "bak", "ban", "bao", "bui", "cai", "cao", "chae", "chan", "chang", "che", "chen", "cheng",
    "cheung", "chiang", "chien", "cho", "choi", "chou", "chow", "chu", "chung", "cui", "dai", "dang", "deng", "ding",
    "dinh", "do", "dong", "du", "duan", "duong", "fan", "fang", "feng", "fu", "gao", "geng", "gong", "gu", "guan",
    "guo", "ha", "han", "hao", "he", "ho", "hong", "hou", "hsieh", "hsu", "hu", "hua", "huang", "huynh", "hwang", "im",
    "jang", "jeon", "jeong", "ji", "jia", "jiang", "jin", "jung", "kang", "kim", "ko", "kong", "kuo", "kwon", "lai",
    "lam", "lau", "le", "lee", "lei", "leung", "li", "liang", "liao", "lien", "lim", "lin", "ling", "liu", "long",
    "lu", "luo", "luong", "ly", "ma", "mai", "mao", "meng", "min", "moon", "nam", "ngo", "nguyen", "ni", "oh", "ong",
    "ou", "pak", "pan", "pang", "park", "peng", "pham", "phan", "phung", "qi", "qian", "qiao", "qin", "qiu", "qu",
    "ren", "rhee", "roh", "ryu", "seo", "shao", "shen", "shi", "shin", "sim", "so", "sohn", "song", "soong", "su",
    "suh", "sun", "sung", "tan", "tang", "tao", "teng", "tian", "to", "ton", "tong", "tran", "trinh", "truong", "tsai",
    "tsang", "tseng", "tu", "vo", "vu", "wan", "wang", "wei", "wen", "weng", "wong", "woo", "wu", "xi", "xia", "xiang",
    "xiao", "xie", "xing", "xiong", "xu", "xue", "yan", "yang", "yao", "ye", "yeh", "yi", "yim", "yin", "ying", "yoo",
    "yoon", "yu", "yuan", "yue", "yun", "zeng", "zhai", "zhang", "zhao", "zheng", "zhong", "zhou", "zhu", "zhuang",
    "zou",
];

/// Whether this is a family name that stands before the given name.
pub fn is_family_name(word: &str) -> bool {
    FAMILY_NAMES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn short_forms_of_a_name() {
        for (short, full) in [("bob", "robert"), ("ed", "edward"), ("ed", "edwin"), ("kate", "catherine")] {
            assert!(is_short_form(short, full), "{short} {full}");
            assert!(!is_short_form(full, short), "{full} {short}");
        }
        for (short, full) in [("bob", "roberta"), ("bob", "rob"), ("ed", "edward edwin"), ("ana", "anastasia")] {
            assert!(!is_short_form(short, full), "{short} {full}");
        }
    }

    #[test]
    fn family_names_that_stand_first() {
        assert!(["kim", "zou", "ahn"].into_iter().all(is_family_name));
        assert!(!["lindholm", "Kim", "", "kimm"].into_iter().any(is_family_name));
    }

    #[test]
    fn each_entry_stands_once_and_names_in_lower_case() {
        let forms: HashSet<&str> = SHORT_FORMS.iter().map(|&(form, _)| form).collect();
        let family: HashSet<&str> = FAMILY_NAMES.iter().copied().collect();
        assert_eq!((forms.len(), family.len()), (SHORT_FORMS.len(), FAMILY_NAMES.len()));
        let full = SHORT_FORMS.iter().flat_map(|&(_, names)| names.split(' '));
        for name in forms.into_iter().chain(family).chain(full) {
            assert!(!name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase()), "{name}");
        }
    }
}
