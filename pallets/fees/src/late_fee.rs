// SPDX-License-Identifier: Apache-2.0

//! Late fees, computed on demand (D16). Pure: nothing here accesses storage.
//!
//! No late fee accrues before the end of the grace. From then on, each *full* day adds the charge's rate on the
//! principal unpaid during that day: simple, never on late fees. The sum of unpaid principal times days is stored
//! exactly, and the fee is that sum times the rate, rounded down once, so paying in parts neither raises nor lowers it.
//! The cap is a fraction of the principal. While a dispute waits for its ruling, the bill's clock stops, both during
//! the grace and after it.

use crate::types::Bill;
use linli_primitives::{calendar::DAY, Fen, Fraction, Moment};
use sp_core::U256;

/// The part of a charge's terms that late fees depend on.
#[derive(Clone, Copy, Debug)]
pub struct LateTerms {
	/// The fee per full day, as a fraction of the unpaid principal.
	pub rate: Fraction,
	/// The cap on the fee, as a fraction of the principal.
	pub cap: Fraction,
	/// Days after the due date without a fee.
	pub grace_days: u16,
}

/// The number of full days since the end of the grace at `now`, not counting the time of a dispute.
pub fn days_late<A>(bill: &Bill<A>, grace_days: u16, now: Moment) -> u32 {
	let now = match bill.dispute.as_ref() {
		Some(dispute) if dispute.ruled.is_none() => dispute.opened.min(now),
		_ => now.saturating_sub(bill.stopped),
	};
	let from = bill.due.saturating_add(DAY.saturating_mul(grace_days.into()));
	let days = now.saturating_sub(from).checked_div(DAY).unwrap_or(0);
	u32::try_from(days).unwrap_or(u32::MAX)
}

/// Charges the late fee accrued up to `now` and returns the amount added. Must be called before the bill changes in any
/// other way.
pub fn accrue<A>(bill: &mut Bill<A>, terms: &LateTerms, now: Moment) -> Fen {
	let days = days_late(bill, terms.grace_days, now);
	let Some(more) = days.checked_sub(bill.late_days).filter(|more| *more > 0) else { return 0 };
	bill.late_days = days;
	bill.fen_days = bill.fen_days.saturating_add(bill.principal.owed().saturating_mul(more.into()));
	let added = ceiling(bill, terms).saturating_sub(bill.late.standing());
	bill.late.charged = bill.late.charged.saturating_add(added);
	added
}

/// The late fee that has accrued up to `now` and has not been charged yet.
pub fn unsettled<A: Clone>(bill: &Bill<A>, terms: &LateTerms, now: Moment) -> Fen {
	accrue(&mut bill.clone(), terms, now)
}

/// Reduces the late fee in proportion, after a ruling has reduced the principal, and returns the reduction. Amounts
/// already waived stay waived.
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

/// The late fee that results from `fen_days`, within the cap.
fn ceiling<A>(bill: &Bill<A>, terms: &LateTerms) -> Fen {
	let cap = terms.cap.of_floor(bill.principal.standing()).unwrap_or(0);
	// A product that overflows exceeds any cap.
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
	fn accrues_from_the_first_full_day_after_the_grace() {
		assert_eq!(accrue(&mut bill(27_448), &TERMS, GRACE_ENDS + DAY - 1), 0);
		// 27 448 × 0.05 % = 13.724
		assert_eq!(accrue(&mut bill(27_448), &TERMS, GRACE_ENDS + DAY), 13);
		assert_eq!(accrue(&mut bill(27_448), &TERMS, GRACE_ENDS + 10 * DAY), 137);
	}

	#[test]
	fn never_exceeds_the_cap() {
		assert_eq!(accrue(&mut bill(10_000), &TERMS, GRACE_ENDS + 600 * DAY), 3_000);
		assert_eq!(accrue(&mut bill(10_000), &TERMS, GRACE_ENDS + 601 * DAY), 3_000);
		assert_eq!(accrue(&mut bill(10_000), &TERMS, Moment::MAX), 3_000);
		assert_eq!(accrue(&mut bill(Fen::MAX / 100), &TERMS, GRACE_ENDS + DAY), Fen::MAX / 100 / 2_000);
	}

	#[test]
	fn does_not_accrue_during_a_dispute() {
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
	fn reducing_the_principal_reduces_the_fee_in_proportion() {
		let mut late = bill(10_000);
		assert_eq!(accrue(&mut late, &TERMS, GRACE_ENDS + 100 * DAY), 500);
		late.principal.reduced = 4_000;
		assert_eq!(reduce(&mut late, &TERMS), 200);
		assert_eq!(late.late.owed(), 300);
	}

	proptest! {
		#[test]
		fn accruing_often_equals_accruing_once(
			principal in 1u128..1_000_000_000, moments in prop::collection::vec(0u64..700 * DAY, 1..20)
		) {
			let mut moments: Vec<Moment> = moments.into_iter().map(|after| DUE + after).collect();
			moments.sort();
			let mut often = bill(principal);
			for moment in &moments {
				accrue(&mut often, &TERMS, *moment);
			}
			let mut once = bill(principal);
			accrue(&mut once, &TERMS, moments[moments.len() - 1]);
			prop_assert_eq!(once.late, often.late);
		}

		#[test]
		fn never_falls_nor_exceeds_the_cap(
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
