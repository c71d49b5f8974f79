// SPDX-License-Identifier: Apache-2.0

//! Splitting returned money among the sources in proportion to what they gave, exact to the fen over any number of
//! returns (D4, D22).

use super::terms::MAX_AMOUNT;
use alloc::vec::Vec;
use linli_primitives::Fen;

/// Splits a return of `amount` fen among sources that gave `given` and have received `returned` so far.
///
/// Each fen goes to the source that is furthest behind its exact proportion of all returned money; ties go to the
/// earlier source. Thus the first return is divided by largest remainder, and later ones compensate earlier rounding.
/// No source is ever a whole fen ahead of or behind its proportion, or receives more than it gave, and once everything
/// is returned each has exactly what it gave. Dividing each return by largest remainder would accumulate rounding
/// errors; dividing the cumulative sum could require a source to pay back a fen, since a larger sum can give one source
/// less.
///
/// Returns `None` if more would be returned than was given, if the lists do not match, or above [`MAX_AMOUNT`].
///
/// Complexity: `O(n²)` for `n` sources, regardless of the amount.
pub fn next_return(given: &[Fen], returned: &[Fen], amount: Fen) -> Option<Vec<Fen>> {
	let whole = sum(given)?;
	let before = sum(returned)?;
	let after = before.checked_add(amount)?;
	let count = Fen::try_from(given.len()).ok()?;
	let is_within = given.iter().zip(returned).all(|(given, returned)| returned <= given);
	if given.len() != returned.len() || !is_within || after > whole || whole > MAX_AMOUNT {
		return None;
	}
	// Assigns all but the last few fen at once, few enough that no source receives too much here.
	let mut reached = Vec::with_capacity(given.len());
	for (given, returned) in given.iter().zip(returned) {
		let exact = given.checked_mul(after)?.checked_div(whole)?;
		reached.push(exact.saturating_sub(count).max(*returned));
	}
	let left = after.checked_sub(sum(&reached)?)?;
	for _ in 0..left {
		let mut furthest: Option<(usize, i128)> = None;
		for (place, (given, reached)) in given.iter().zip(&reached).enumerate() {
			let exact = given.checked_mul(after)?;
			let behind = i128::try_from(exact).ok()?.checked_sub(reached.checked_mul(whole)?.try_into().ok()?)?;
			if furthest.is_none_or(|(_, most)| behind > most) {
				furthest = Some((place, behind));
			}
		}
		let (place, _) = furthest?;
		let reached = reached.get_mut(place)?;
		*reached = reached.checked_add(1)?;
	}
	reached.iter().zip(returned).map(|(reached, returned)| reached.checked_sub(*returned)).collect()
}

fn sum(amounts: &[Fen]) -> Option<Fen> {
	amounts.iter().try_fold(0u128, |sum, amount| sum.checked_add(*amount))
}

#[cfg(test)]
mod tests {
	use super::*;
	use linli_primitives::split::largest_remainder;
	use proptest::prelude::*;

	#[test]
	fn two_odd_sources_get_back_what_they_gave() {
		let given = [1_001, 2_000];
		assert_eq!(next_return(&given, &[0, 0], 1), Some(vec![0, 1]));
		assert_eq!(next_return(&given, &[0, 1], 1), Some(vec![1, 0]));
		assert_eq!(next_return(&given, &[1, 1], 1_000), Some(vec![333, 667]));
		assert_eq!(next_return(&given, &[334, 668], 1_999), Some(vec![667, 1_332]));
	}

	#[test]
	fn more_than_was_given_is_refused() {
		assert_eq!(next_return(&[1, 2], &[0, 0], 4), None);
		assert_eq!(next_return(&[1, 2], &[1, 2], 1), None);
		assert_eq!(next_return(&[1, 2], &[2, 0], 1), None);
		assert_eq!(next_return(&[1, 2], &[0], 1), None);
		assert_eq!(next_return(&[MAX_AMOUNT, 1], &[0, 0], 1), None);
		assert_eq!(next_return(&[], &[], 1), None);
	}

	#[test]
	fn the_largest_sums_fit() {
		let part = MAX_AMOUNT / 4;
		assert_eq!(next_return(&[part; 4], &[0; 4], MAX_AMOUNT - 1), Some(vec![part, part, part, part - 1]));
	}

	proptest! {
		#[test]
		fn any_returns_stay_exact(
			given in prop::collection::vec(prop_oneof![1..30u128, 1..MAX_AMOUNT / 4], 1..=4),
			cuts in prop::collection::vec(any::<u64>(), 0..20),
		) {
			let whole: Fen = given.iter().sum();
			let mut points: Vec<Fen> = cuts.iter().map(|cut| u128::from(*cut) % (whole + 1)).collect();
			points.push(whole);
			points.sort();
			let mut returned = vec![0; given.len()];
			let mut before = 0;
			for point in points {
				let parts = next_return(&given, &returned, point - before).unwrap();
				prop_assert_eq!(parts.iter().sum::<Fen>(), point - before);
				if before == 0 {
					let weights: Vec<u64> = given.iter().map(|given| *given as u64).collect();
					prop_assert_eq!(&parts, &largest_remainder(point, &weights).unwrap());
				}
				for ((returned, part), given) in returned.iter_mut().zip(parts).zip(&given) {
					*returned += part;
					prop_assert!(*returned <= *given);
					// Never ahead or behind by a whole fen.
					let exact = given * point;
					prop_assert!(*returned * whole < exact + whole);
					prop_assert!(*returned * whole + whole > exact);
				}
				before = point;
			}
			prop_assert_eq!(returned, given);
		}
	}
}
