use core::mem::replace;

/// Sorts items by two numbers, mostly where they begin and end. Items with the same numbers keep their order.
///
/// The standard library's sorting is compiled again for each type of item. For the pipeline's 20 types that would be
/// 9 % of its WebAssembly. So this function sorts numbers only, then moves the items.
pub fn sort_by_numbers<T>(items: &mut [T], key: impl Fn(&T) -> (usize, usize)) {
    let numbers = items.iter().map(key).enumerate();
    let mut origins = origins(numbers.map(|(index, (first, second))| [first, second, index]).collect());
    // Follows each cycle of the permutation once.
    for first in 0..items.len() {
        let mut place = first;
        loop {
            let origin = replace(&mut origins[place], PLACED);
            if origin == first || origin == PLACED {
                break;
            }
            items.swap(place, origin);
            place = origin;
        }
    }
}

const PLACED: usize = usize::MAX;

/// Where the item for each place comes from.
fn origins(mut numbered: Vec<[usize; 3]>) -> Vec<usize> {
    numbered.sort_unstable();
    numbered.into_iter().map(|[_, _, index]| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_sorted_as_the_standard_library_sorts_them() {
        let mut random = 1_u64;
        let mut next = |below: usize| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (random >> 33) as usize % below
        };
        for length in 0..200 {
            let items: Vec<(usize, usize, usize)> = (0..length).map(|index| (next(20), next(3), index)).collect();
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by_numbers(&mut ours, |&(first, second, _)| (first, second));
            theirs.sort_by_key(|&(first, second, _)| (first, second));
            assert_eq!(ours, theirs);
        }
    }
}
