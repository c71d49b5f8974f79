// SPDX-License-Identifier: Apache-2.0

//! Late fees, computed when looked at (D16). Pure: nothing here reads storage.
//!
//! A bill bears nothing until it is due and nothing in its grace. From the end of the grace every *full* day costs
//! the charge's rate on the principal unpaid during that day: simple, never on late fees. The sum of unpaid principal
//! times days is kept exactly, and the fee is that sum times the rate, rounded down once, so that paying in parts gains
//! or loses nothing. The cap is a fraction of the principal. While a dispute waits for its ruling the bill's clock stands still,
//! in the grace as after it.

use crate::types::Bill;
use linli_primitives::{calendar::DAY, Fen, Fraction, Moment};
use sp_core::U256;

/// The part of a charge's terms that late fees depend on.
#[derive(Clone, Copy, Debug)]
pub struct LateTerms {
	/// Per full day.
	pub rate: Fraction,
	/// The most, as a fraction of the principal.
	pub cap: Fraction,
	/// Days after the due moment without a fee.
	pub grace_days: u16,
}

/// Full days after the grace that the bill has been late at `now`, by its own clock.
pub fn days_late<A>(bill: &Bill<A>, grace_days: u16, now: Moment) -> u32 {
	let now = match bill.dispute.as_ref() {
		Some(dispute) if dispute.ruled.is_none() => dispute.opened.min(now),
		_ => now.saturating_sub(bill.stopped),
	};
	let from = bill.due.saturating_add(DAY.saturating_mul(grace_days.into()));
	let days = now.saturating_sub(from).checked_div(DAY).unwrap_or(0);
	u32::try_from(days).unwrap_or(u32::MAX)
}

/// Brings the bill's late fee up to `now` and says how much was added. To be called before anything else changes the
/// bill.
pub fn accrue<A>(bill: &mut Bill<A>, terms: &LateTerms, now: Moment) -> Fen {
	let days = days_late(bill, terms.grace_days, now);
	let Some(more) = days.checked_sub(bill.late_days).filter(|more| *more > 0) else { return 0 };
	bill.late_days = days;
	bill.fen_days = bill.fen_days.saturating_add(bill.principal.owed().saturating_mul(more.into()));
	let added = ceiling(bill, terms).saturating_sub(bill.late.standing());
	bill.late.charged = bill.late.charged.saturating_add(added);
	added
}

/// What accrued in all by now but was not settled yet.
pub fn unsettled<A: Clone>(bill: &Bill<A>, terms: &LateTerms, now: Moment) -> Fen {
	accrue(&mut bill.clone(), terms, now)
}

/// After a ruling has reduced the principal: takes the same share off the late fee, and says how much. What was waived
/// stays waived.
pub fn reduce<A>(bill: &mut Bill<A>, terms: &LateTerms) -> Fen {
	let principal = &bill.principal;
	let scaled = U256::from(bill.fen_days)
		.checked_mul(U256::from(principal.standing()))
		.and_then(|product| product.checked_div(U256::from(principal.charged)))
		.and_then(|scaled| u128::try_from(scaled).ok())
		.unwrap_or(0);
	bill.fen_days = scaled;
	let keep = ceiling(bill, terms).max(bill.late.waived);
	let off = bill.late.standing().saturating_sub(keep);
	bill.late.reduced = bill.late.reduced.saturating_add(off);
	off
}

/// The late fee that `fen_days` comes to, within the cap.
fn ceiling<A>(bill: &Bill<A>, terms: &LateTerms) -> Fen {
	let cap = terms.cap.of_floor(bill.principal.standing()).unwrap_or(0);
	// Where the product does not fit it is above any cap.
	terms.rate.of_floor(bill.fen_days).unwrap_or(Fen::MAX).min(cap)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::types::{Dispute, Ruled, Ruling};
	use proptest::prelude::*;
	use sp_core::H256;

	const TERMS: LateTerms = LateTerms { rate: Fraction::new(5, 10_000), cap: Fraction::new(30, 100), grace_days: 30 };
	const DUE: Moment = 100 * DAY;
	const GRACE_ENDS: Moment = DUE + 30 * DAY;

	fn bill(principal: Fen) -> Bill<u64> {
		Bill::new(principal, DUE - 15 * DAY, DUE, 0)
	}

	#[test]
	fn nothing_before_the_first_full_day_after_grace() {
		assert_eq!(accrue(&mut bill(27_448), &TERMS, GRACE_ENDS + DAY - 1), 0);
		// 27 448 × 0.05 % = 13.724
		assert_eq!(accrue(&mut bill(27_448), &TERMS, GRACE_ENDS + DAY), 13);
		assert_eq!(accrue(&mut bill(27_448), &TERMS, GRACE_ENDS + 10 * DAY), 137);
	}

	#[test]
	fn the_cap_holds() {
		assert_eq!(accrue(&mut bill(10_000), &TERMS, GRACE_ENDS + 600 * DAY), 3_000);
		assert_eq!(accrue(&mut bill(10_000), &TERMS, GRACE_ENDS + 601 * DAY), 3_000);
		assert_eq!(accrue(&mut bill(10_000), &TERMS, Moment::MAX), 3_000);
		assert_eq!(accrue(&mut bill(Fen::MAX / 100), &TERMS, GRACE_ENDS + DAY), Fen::MAX / 100 / 2_000);
	}

	#[test]
	fn the_clock_stands_still_while_disputed() {
		let mut disputed = bill(10_000);
		disputed.dispute = Some(Dispute { by: 1, reason: H256::zero(), opened: GRACE_ENDS + 10 * DAY, ruled: None });
		assert_eq!(unsettled(&disputed, &TERMS, GRACE_ENDS + 400 * DAY), 50);
		disputed.stopped = 90 * DAY;
		if let Some(dispute) = disputed.dispute.as_mut() {
			dispute.ruled = Some(Ruled { ruling: Ruling::Upheld, at: GRACE_ENDS + 100 * DAY });
		}
		assert_eq!(unsettled(&disputed, &TERMS, GRACE_ENDS + 100 * DAY), 50);
		assert_eq!(unsettled(&disputed, &TERMS, GRACE_ENDS + 110 * DAY), 100);
	}

	#[test]
	fn a_reduced_principal_reduces_the_fee_in_proportion() {
		let mut late = bill(10_000);
		assert_eq!(accrue(&mut late, &TERMS, GRACE_ENDS + 100 * DAY), 500);
		late.principal.reduced = 4_000;
		assert_eq!(reduce(&mut late, &TERMS), 200);
		assert_eq!(late.late.owed(), 300);
	}

	proptest! {
		#[test]
		fn looking_often_changes_nothing(
			principal in 1u128..1_000_000_000, looks in prop::collection::vec(0u64..700 * DAY, 1..20)
		) {
			let mut looks: Vec<Moment> = looks.into_iter().map(|after| DUE + after).collect();
			looks.sort();
			let mut often = bill(principal);
			for look in &looks {
				accrue(&mut often, &TERMS, *look);
			}
			let mut once = bill(principal);
			accrue(&mut once, &TERMS, looks[looks.len() - 1]);
			prop_assert_eq!(once.late, often.late);
		}

		#[test]
		fn the_fee_never_falls_nor_passes_the_cap(
			principal in 1u128..1_000_000_000, parts in prop::collection::vec((0u64..40 * DAY, 0u128..1_000_000), 1..30)
		) {
			let mut paid_in_parts = bill(principal);
			let mut now = DUE;
			let mut before = 0;
			for (wait, pay) in parts {
				now += wait;
				accrue(&mut paid_in_parts, &TERMS, now);
				prop_assert!(paid_in_parts.late.charged >= before);
				prop_assert!(paid_in_parts.late.charged <= principal * 30 / 100);
				before = paid_in_parts.late.charged;
				paid_in_parts.principal.paid += pay.min(paid_in_parts.principal.owed());
			}
			let mut unpaid = bill(principal);
			accrue(&mut unpaid, &TERMS, now);
			prop_assert!(paid_in_parts.late.charged <= unpaid.late.charged);
		}
	}
}
