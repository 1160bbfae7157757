//! Files of cases: every case is wholly right, except those that a test lists by name as known misses.

use std::collections::HashSet;

/// The id of a case, and why the case is not right yet.
pub type KnownMiss = (&'static str, &'static str);

/// Panics unless the known misses are exactly the cases that are wrong. `cases` are the ids of all cases of a file, with
/// what is wrong with each of them; nothing is wrong with a case that is right.
pub fn assert_no_other_miss(known: &[KnownMiss], cases: &[(String, String)]) {
    let surprises = surprises(known, cases);
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
}

fn surprises(known: &[KnownMiss], cases: &[(String, String)]) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut out = Vec::new();
    for (id, wrong) in cases {
        if !seen.insert(id.as_str()) {
            out.push(format!("two cases have the id {id}"));
        }
        match (known.iter().find(|(known, _)| known == id), wrong.is_empty()) {
            (None, false) => out.push(format!("{id} is wrong: {wrong}")),
            (Some((_, why)), true) => out.push(format!("{id} is right now, take it out of the known misses ({why})")),
            _ => {}
        }
    }
    let unknown = known.iter().filter(|(id, _)| !seen.contains(id));
    out.extend(unknown.map(|(id, _)| format!("{id} is a known miss, but there is no such case")));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_known_misses_may_be_wrong_and_they_must_be() {
        let case = |id: &str, wrong: &str| (id.to_owned(), wrong.to_owned());
        let known: &[KnownMiss] = &[("fog", "a reason")];
        for (known, cases, expected) in [
            (known, vec![case("ice", ""), case("fog", "no speaker")], 0),
            (&[], vec![case("ice", ""), case("fog", "")], 0),
            (&[], vec![case("ice", ""), case("fog", "no speaker")], 1),
            (known, vec![case("ice", "no speaker"), case("fog", "no speaker")], 1),
            (known, vec![case("ice", ""), case("fog", "")], 1),
            (known, vec![case("ice", "")], 1),
            (&[], vec![case("ice", ""), case("ice", "")], 1),
        ] {
            let found = surprises(known, &cases);
            assert_eq!(found.len(), expected, "{cases:?}: {found:?}");
        }
    }
}
