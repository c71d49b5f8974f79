// SPDX-License-Identifier: Apache-2.0

//! The allocation of a payment to the parts of a bill (D14). Pure: it does not access storage.

use crate::types::{Allocation, Debt};
use linli_primitives::Fen;

/// The parts of a payment.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Share {
	/// The part for the principal, in fen.
	pub principal: Fen,
	/// The part for the late fee, in fen.
	pub late: Fen,
}

impl Share {
	/// The sum of both parts.
	pub fn total(&self) -> Fen {
		self.principal.saturating_add(self.late)
	}
}

/// Allocates at most `available` fen to the amounts owed, in the order of `allocation`.
pub fn allocate(available: Fen, principal: &Debt, late: &Debt, allocation: Allocation) -> Share {
	let (principal, late) = (principal.owed(), late.owed());
	match allocation {
		Allocation::LateFeeFirst => {
			let late = late.min(available);
			Share { late, principal: principal.min(available.saturating_sub(late)) }
		}
		Allocation::PrincipalFirst => {
			let principal = principal.min(available);
			Share { principal, late: late.min(available.saturating_sub(principal)) }
		}
	}
}

/// The largest amount of which [`allocate`] gives neither part more than `limits`.
pub fn within(limits: &Share, principal: &Debt, late: &Debt, allocation: Allocation) -> Fen {
	let (principal, late) = (principal.owed(), late.owed());
	let (first, first_limit, second, second_limit) = match allocation {
		Allocation::LateFeeFirst => (late, limits.late, principal, limits.principal),
		Allocation::PrincipalFirst => (principal, limits.principal, late, limits.late),
	};
	if first > first_limit {
		first_limit
	} else {
		first.saturating_add(second.min(second_limit))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn debt(charged: Fen) -> Debt {
		Debt { charged, ..Debt::default() }
	}

	#[test]
	fn allocates_in_the_given_order() {
		let of = |available, allocation| allocate(available, &debt(100), &debt(10), allocation);
		assert_eq!(of(5, Allocation::LateFeeFirst), Share { principal: 0, late: 5 });
		assert_eq!(of(50, Allocation::LateFeeFirst), Share { principal: 40, late: 10 });
		assert_eq!(of(50, Allocation::PrincipalFirst), Share { principal: 50, late: 0 });
		assert_eq!(of(105, Allocation::PrincipalFirst), Share { principal: 100, late: 5 });
		assert_eq!(of(1_000, Allocation::LateFeeFirst), Share { principal: 100, late: 10 });
	}

	proptest! {
		#[test]
		fn neither_part_exceeds_its_limit_and_one_more_fen_would(
			principal in 0u128..1_000, late in 0u128..300, limits in (0u128..1_000, 0u128..300), late_first in any::<bool>()
		) {
			let order = if late_first { Allocation::LateFeeFirst } else { Allocation::PrincipalFirst };
			let limits = Share { principal: limits.0, late: limits.1 };
			let fits = |share: Share| share.principal <= limits.principal && share.late <= limits.late;
			let amount = within(&limits, &debt(principal), &debt(late), order);
			let share = allocate(amount, &debt(principal), &debt(late), order);
			prop_assert!(fits(share));
			prop_assert_eq!(share.total(), amount);
			prop_assert!(amount == principal + late || !fits(allocate(amount + 1, &debt(principal), &debt(late), order)));
		}

		#[test]
		fn allocates_all_that_is_owed_or_available(
			available in any::<u64>(), principal in any::<u64>(), late in any::<u64>(), late_first in any::<bool>()
		) {
			let order = if late_first { Allocation::LateFeeFirst } else { Allocation::PrincipalFirst };
			let share = allocate(available.into(), &debt(principal.into()), &debt(late.into()), order);
			let owed = u128::from(principal) + u128::from(late);
			prop_assert_eq!(share.total(), owed.min(available.into()));
			prop_assert!(share.principal <= principal.into() && share.late <= late.into());
		}
	}
}
