// SPDX-License-Identifier: Apache-2.0

//! Late fees, computed on demand (D16). Pure: nothing here accesses storage.
//!
//! No late fee accrues before the end of the grace. From then on, each *full* day adds the charge's rate on the
//! principal unpaid during that day: simple, never on late fees. Days are counted in lived time (D46): a standstill of
//! the chain adds nothing. The sum of unpaid principal times days is stored exactly, and the fee is that sum times the
//! rate, rounded down once, so paying in parts neither raises nor lowers it. The cap is a fraction of the principal
//! less what was reduced or waived. While a dispute waits for its ruling, and while an instalment plan is kept, the
//! bill's clock stops, both during the grace and after it. It stops for good when a bill is raised again that was
//! lowered by mistake.
//!
//! A bill of before the chain keeps the late fee that it brought along; only days since the opening add to it, since
//! what was paid and agreed before is not known here.
//!
//! After a correction of the principal or of the payments, [`revise`] computes the fee anew, as if the corrected
//! principal had been billed: from what was paid when.

use crate::types::{Bill, Contribution};
use linli_primitives::{calendar::DAY, Fen, Fraction, Moment};

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

/// A moment and a bill's due date in lived time, in ms.
#[derive(Clone, Copy, Debug)]
pub struct Lived {
	/// The moment up to which days are counted.
	pub now: Moment,
	/// The end of the day on which the bill is due.
	pub due: Moment,
	/// The time in which an instalment plan is or was kept, if any.
	pub plan: Option<Stop>,
}

/// A time in which the bill's clock stands, in ms of lived time.
#[derive(Clone, Copy, Debug)]
pub struct Stop {
	/// Its beginning.
	pub from: Moment,
	/// Its end.
	pub until: Moment,
}

impl Stop {
	/// The part of it before `now`.
	fn before(self, now: Moment) -> Self {
		Self { from: self.from.min(now), until: self.until.min(now) }
	}

	fn length(self) -> Moment {
		self.until.saturating_sub(self.from)
	}
}

/// The effect of computing a late fee anew.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Revision {
	/// The amount added to the late fee, in fen.
	pub added: Fen,
	/// The amount taken off the late fee, in fen.
	pub off: Fen,
}

/// How long the bill's clock has stood: by a dispute, by a plan, or by both at once.
fn stopped<A>(bill: &Bill<A>, lived: &Lived) -> Moment {
	let dispute = bill
		.dispute
		.as_ref()
		.map(|dispute| Stop { from: dispute.lived, until: dispute.ruled.map_or(lived.now, |ruled| ruled.lived) });
	match (dispute.map(|stop| stop.before(lived.now)), lived.plan.map(|stop| stop.before(lived.now))) {
		(Some(one), Some(other)) => {
			let both = Stop { from: one.from.max(other.from), until: one.until.min(other.until) };
			one.length().saturating_add(other.length()).saturating_sub(both.length())
		}
		(one, other) => one.or(other).map_or(0, Stop::length),
	}
}

/// The number of full days since the end of the grace, not counting the time of a dispute, or of a plan that is kept.
pub fn days_late<A>(bill: &Bill<A>, grace_days: u16, lived: Lived) -> u32 {
	let from = lived.due.saturating_add(DAY.saturating_mul(grace_days.into()));
	// No standstill lies before the opening, so that it is the same in lived time.
	let from = bill.opening.map_or(from, |opening| from.max(opening.opened));
	let now = bill.late_until.map_or(lived.now, |until| until.min(lived.now));
	let lived = Lived { now, ..lived };
	let late = now.saturating_sub(stopped(bill, &lived)).saturating_sub(from);
	u32::try_from(late.checked_div(DAY).unwrap_or(0)).unwrap_or(u32::MAX)
}

/// Charges the late fee accrued up to now and returns the amount added. Must be called before the bill changes in any
/// other way.
pub fn accrue<A>(bill: &mut Bill<A>, terms: &LateTerms, lived: Lived) -> Fen {
	let days = days_late(bill, terms.grace_days, lived);
	let Some(more) = days.checked_sub(bill.late_days).filter(|more| *more > 0) else { return 0 };
	bill.late_days = days;
	bill.fen_days = bill.fen_days.saturating_add(bill.principal.owed().saturating_mul(more.into()));
	let added = ceiling(bill, terms).saturating_sub(bill.late.standing());
	bill.late.charged = bill.late.charged.saturating_add(added);
	added
}

/// The late fee that has accrued up to now and has not been charged yet.
pub fn unsettled<A: Clone>(bill: &Bill<A>, terms: &LateTerms, lived: Lived) -> Fen {
	accrue(&mut bill.clone(), terms, lived)
}

/// Computes the late fee anew on the corrected principal, from what was paid when. The contributions are in order of
/// their lived time. Amounts already waived stay waived.
pub fn revise<A>(bill: &mut Bill<A>, terms: &LateTerms, lived: Lived, contributions: &[Contribution<A>]) -> Revision {
	let days = days_late(bill, terms.grace_days, lived);
	let mut unpaid = bill.principal.payable();
	let mut fen_days = 0u128;
	let mut counted = 0u32;
	for contribution in contributions {
		let paid = days_late(bill, terms.grace_days, Lived { now: contribution.lived, ..lived }).clamp(counted, days);
		fen_days = fen_days.saturating_add(unpaid.saturating_mul(paid.saturating_sub(counted).into()));
		counted = paid;
		unpaid = unpaid.saturating_sub(contribution.principal);
	}
	bill.fen_days = fen_days.saturating_add(unpaid.saturating_mul(days.saturating_sub(counted).into()));
	bill.late_days = days;
	let standing = bill.late.standing();
	let fee = ceiling(bill, terms).max(bill.late.waived);
	// What was raised later was not owed then.
	let fee = if bill.late_until.is_some() { fee.min(standing) } else { fee };
	let revision = Revision { added: fee.saturating_sub(standing), off: standing.saturating_sub(fee) };
	bill.late.charged = bill.late.charged.saturating_add(revision.added);
	bill.late.reduced = bill.late.reduced.saturating_add(revision.off);
	revision
}

/// The late fee that results from `fen_days`, within the cap.
fn ceiling<A>(bill: &Bill<A>, terms: &LateTerms) -> Fen {
	let cap = terms.cap.of_floor(bill.capped_on()).unwrap_or(0);
	let brought = bill.opening.map_or(0, |opening| opening.late);
	// A product that overflows exceeds any cap.
	terms.rate.of_floor(bill.fen_days).unwrap_or(Fen::MAX).saturating_add(brought).min(cap)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::types::{Dispute, Opening, Ruled, Ruling};
	use proptest::prelude::*;
	use sp_core::H256;

	const TERMS: LateTerms = LateTerms { rate: Fraction::new(5, 10_000), cap: Fraction::new(30, 100), grace_days: 30 };
	const DUE: Moment = 100 * DAY;
	const GRACE_ENDS: Moment = DUE + 30 * DAY;

	fn bill(principal: Fen) -> Bill<u64> {
		Bill::new(principal, DUE - 15 * DAY, DUE, 0)
	}

	/// A moment without any standstill before it.
	fn at(now: Moment) -> Lived {
		Lived { now, due: DUE, plan: None }
	}

	fn contribution(principal: Fen, lived: Moment) -> Contribution<u64> {
		Contribution { payment: 0, payer: 1, principal, late: 0, moment: lived, lived }
	}

	#[test]
	fn accrues_from_the_first_full_day_after_the_grace() {
		assert_eq!(accrue(&mut bill(27_448), &TERMS, at(GRACE_ENDS + DAY - 1)), 0);
		// 27 448 × 0.05 % = 13.724
		assert_eq!(accrue(&mut bill(27_448), &TERMS, at(GRACE_ENDS + DAY)), 13);
		assert_eq!(accrue(&mut bill(27_448), &TERMS, at(GRACE_ENDS + 10 * DAY)), 137);
	}

	#[test]
	fn counts_lived_days() {
		// Nine days of standstill before the due date, in which neither the due date nor now was reached.
		let lived = Lived { now: GRACE_ENDS + 10 * DAY - 9 * DAY, due: DUE - 9 * DAY, plan: None };
		assert_eq!(days_late(&bill(10_000), 30, lived), 10);
		// Nine days of standstill after it.
		assert_eq!(days_late(&bill(10_000), 30, at(GRACE_ENDS + DAY)), 1);
	}

	#[test]
	fn never_exceeds_the_cap() {
		assert_eq!(accrue(&mut bill(10_000), &TERMS, at(GRACE_ENDS + 600 * DAY)), 3_000);
		assert_eq!(accrue(&mut bill(10_000), &TERMS, at(GRACE_ENDS + 601 * DAY)), 3_000);
		assert_eq!(accrue(&mut bill(10_000), &TERMS, at(Moment::MAX)), 3_000);
		assert_eq!(accrue(&mut bill(Fen::MAX / 100), &TERMS, at(GRACE_ENDS + DAY)), Fen::MAX / 100 / 2_000);
	}

	#[test]
	fn does_not_accrue_during_a_dispute() {
		let mut disputed = bill(10_000);
		let opened = GRACE_ENDS + 10 * DAY;
		disputed.dispute = Some(Dispute { by: 1, reason: H256::zero(), opened, lived: opened, ruled: None });
		assert_eq!(unsettled(&disputed, &TERMS, at(GRACE_ENDS + 400 * DAY)), 50);
		if let Some(dispute) = disputed.dispute.as_mut() {
			let at = GRACE_ENDS + 100 * DAY;
			dispute.ruled = Some(Ruled { ruling: Ruling::Upheld, at, lived: at });
		}
		assert_eq!(unsettled(&disputed, &TERMS, at(GRACE_ENDS + 100 * DAY)), 50);
		assert_eq!(unsettled(&disputed, &TERMS, at(GRACE_ENDS + 110 * DAY)), 100);
		// The days at a moment before or during the dispute are those of that moment.
		assert_eq!(days_late(&disputed, 30, at(GRACE_ENDS + 5 * DAY)), 5);
		assert_eq!(days_late(&disputed, 30, at(GRACE_ENDS + 50 * DAY)), 10);
	}

	#[test]
	fn a_bill_that_was_raised_again_bears_no_more_fee() {
		let mut raised = bill(10_000);
		raised.principal.reduced = 4_000;
		assert_eq!(accrue(&mut raised, &TERMS, at(GRACE_ENDS + 100 * DAY)), 300);
		raised.principal.reduced = 0;
		raised.late_until = Some(GRACE_ENDS + 100 * DAY);
		assert_eq!(unsettled(&raised, &TERMS, at(GRACE_ENDS + 400 * DAY)), 0);
		// Not for the past either.
		assert_eq!(revise(&mut raised, &TERMS, at(GRACE_ENDS + 400 * DAY), &[]), Revision::default());
		// What is lowered again, takes its fee along.
		raised.principal.reduced = 8_000;
		assert_eq!(revise(&mut raised, &TERMS, at(GRACE_ENDS + 400 * DAY), &[]), Revision { added: 0, off: 200 });
	}

	#[test]
	fn does_not_accrue_during_a_plan_and_counts_a_dispute_within_it_once() {
		let mut planned = bill(10_000);
		let stop = Stop { from: GRACE_ENDS + 10 * DAY, until: GRACE_ENDS + 50 * DAY };
		let late =
			|bill: &Bill<u64>, day: u64| days_late(bill, 30, Lived { plan: Some(stop), ..at(GRACE_ENDS + day * DAY) });
		assert_eq!([5, 10, 30, 50, 60].map(|day| late(&planned, day)), [5, 10, 10, 10, 20]);
		let opened = GRACE_ENDS + 20 * DAY;
		let dispute = |ruled: u64| {
			let at = GRACE_ENDS + ruled * DAY;
			let ruled = Some(Ruled { ruling: Ruling::Upheld, at, lived: at });
			Some(Dispute { by: 1, reason: H256::zero(), opened, lived: opened, ruled })
		};
		planned.dispute = dispute(40);
		assert_eq!([30, 60].map(|day| late(&planned, day)), [10, 20]);
		planned.dispute = dispute(55);
		assert_eq!([52, 60].map(|day| late(&planned, day)), [10, 15]);
	}

	#[test]
	fn the_fee_is_computed_anew_on_the_corrected_principal() {
		let mut late = bill(10_000);
		assert_eq!(accrue(&mut late, &TERMS, at(GRACE_ENDS + 100 * DAY)), 500);
		late.principal.reduced = 4_000;
		assert_eq!(revise(&mut late, &TERMS, at(GRACE_ENDS + 100 * DAY), &[]), Revision { added: 0, off: 200 });
		assert_eq!(late.late.owed(), 300);
	}

	#[test]
	fn what_paid_the_corrected_principal_in_time_leaves_no_fee() {
		let mut late = bill(10_000);
		late.principal.paid = 6_000;
		let paid = [contribution(6_000, DUE)];
		assert_eq!(accrue(&mut late, &TERMS, at(GRACE_ENDS + 100 * DAY)), 200);
		late.principal.reduced = 4_000;
		assert_eq!(revise(&mut late, &TERMS, at(GRACE_ENDS + 100 * DAY), &paid), Revision { added: 0, off: 200 });
		assert_eq!(late.late.standing(), 0);
	}

	#[test]
	fn a_payment_taken_away_makes_the_fee_rise() {
		let mut late = bill(10_000);
		assert_eq!(accrue(&mut late, &TERMS, at(GRACE_ENDS)), 0);
		assert_eq!(revise(&mut late, &TERMS, at(GRACE_ENDS + 100 * DAY), &[]), Revision { added: 500, off: 0 });
	}

	#[test]
	fn a_bill_of_before_the_chain_keeps_its_fee_and_adds_the_days_since_the_opening() {
		let opened = GRACE_ENDS + 100 * DAY;
		let mut old = bill(10_000);
		old.opening = Some(Opening { paid: 0, late: 123, opened });
		old.late.charged = 123;
		assert_eq!(accrue(&mut old, &TERMS, at(opened + DAY - 1)), 0);
		assert_eq!(accrue(&mut old, &TERMS, at(opened + 10 * DAY)), 50);
		assert_eq!(revise(&mut old, &TERMS, at(opened + 10 * DAY), &[]), Revision::default());
		// The cap holds for what it brought and what was added together.
		assert_eq!(accrue(&mut old, &TERMS, at(opened + 5_000 * DAY)), 3_000 - 173);
	}

	#[test]
	fn the_grace_of_a_bill_of_before_the_chain_runs_on() {
		let mut old = bill(10_000);
		old.opening = Some(Opening { paid: 0, late: 0, opened: DUE + DAY });
		assert_eq!(accrue(&mut old, &TERMS, at(GRACE_ENDS + DAY - 1)), 0);
		assert_eq!(accrue(&mut old, &TERMS, at(GRACE_ENDS + DAY)), 5);
	}

	#[test]
	fn the_cap_counts_what_was_paid_before_the_chain() {
		let mut old = bill(1_000);
		old.opening = Some(Opening { paid: 9_000, late: 400, opened: GRACE_ENDS });
		old.late.charged = 400;
		assert_eq!(accrue(&mut old, &TERMS, at(GRACE_ENDS + 10 * DAY)), 5);
		assert_eq!(accrue(&mut old, &TERMS, at(GRACE_ENDS + 50_000 * DAY)), 3_000 - 405);
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
				accrue(&mut often, &TERMS, at(*moment));
			}
			let mut once = bill(principal);
			accrue(&mut once, &TERMS, at(moments[moments.len() - 1]));
			prop_assert_eq!(once.late, often.late);
		}

		#[test]
		fn never_falls_nor_exceeds_the_cap_and_computed_anew_is_the_same(
			principal in 1u128..1_000_000_000, parts in prop::collection::vec((0u64..40 * DAY, 0u128..1_000_000), 1..30)
		) {
			let mut paid_in_parts = bill(principal);
			let mut now = DUE;
			let mut before = 0;
			let mut contributions = Vec::new();
			for (wait, pay) in parts {
				now += wait;
				accrue(&mut paid_in_parts, &TERMS, at(now));
				prop_assert!(paid_in_parts.late.charged >= before);
				prop_assert!(paid_in_parts.late.charged <= principal * 30 / 100);
				before = paid_in_parts.late.charged;
				let pay = pay.min(paid_in_parts.principal.owed());
				paid_in_parts.principal.paid += pay;
				contributions.push(contribution(pay, now));
			}
			let mut unpaid = bill(principal);
			accrue(&mut unpaid, &TERMS, at(now));
			prop_assert!(paid_in_parts.late.charged <= unpaid.late.charged);
			let mut anew = paid_in_parts.clone();
			prop_assert_eq!(revise(&mut anew, &TERMS, at(now), &contributions), Revision::default());
			prop_assert_eq!(anew, paid_in_parts);
		}
	}
}
