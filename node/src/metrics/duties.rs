// SPDX-License-Identifier: GPL-3.0-or-later

//! What somebody has to do, and what was missed, as far as the chain knows: the metric `linli_duties`.
//!
//! | kind | open | missed |
//! |---|---|---|
//! | `attestation` | months that are over and whose bank statement the cashier has not attested | |
//! | `month_close` | months that are over and that the auditor has not closed | |
//! | `expense` | expenses that await approval or payment | |
//! | `payout` | payouts that the cashier has not booked; 100 stands for more | |
//! | `billing` | 1 while bills of a period are being issued or collected | |
//! | `enactment` | steps of proposals that anyone can make: to announce, to close, to enact | enactments that failed |
//! | `audit` | | audits of emergencies that are overdue; 100 stands for more |

use super::{count, gauges, State, Theme};
use linli_primitives::{
	calendar::{Calendar, PeriodKind},
	Moment, Period,
};
use linli_runtime::{
	opaque::Block,
	queries::{BoundedCall, CashierApi, CommunityApi, ExpensesApi, FeesApi, FundApi, GovernanceApi, Phase},
	AccountId, BlockNumber,
};
use prometheus_endpoint::{GaugeVec, PrometheusError, Registry, U64};
use sp_api::{ApiError, ProvideRuntimeApi};

/// The size of a page: what is more is not counted.
const PAGE: u32 = 100;

/// The metric.
pub struct Duties(GaugeVec<U64>);

impl Duties {
	/// Registers the metric.
	pub fn new(registry: &Registry) -> Result<Self, PrometheusError> {
		let help = "What somebody has to do (open) and did not do in time (missed), as far as the chain knows.";
		Ok(Self(gauges(registry, "linli_duties", help, &["kind", "state"])?))
	}

	fn open(&self, kind: &str, number: u64) {
		self.0.with_label_values(&[kind, "open"]).set(number);
	}

	fn missed(&self, kind: &str, number: u64) {
		self.0.with_label_values(&[kind, "missed"]).set(number);
	}

	/// The duties at the end of a month.
	fn read_months(&self, state: &State) -> Result<(), ApiError> {
		let api = state.client.runtime_api();
		let calendar = CommunityApi::<Block>::calendar(&*api, state.hash)?;
		let closed = FundApi::<Block, AccountId>::last_closed(&*api, state.hash)?;
		// Months before the chain's first block need no attestation and no closing.
		let first = state.began.and_then(|began| calendar.period_at(PeriodKind::Month, began));
		let close = closed.and_then(|last| last.next(PeriodKind::Month)).or(first);
		let mut attestations = 0;
		for (bank, account, _) in CashierApi::<Block, AccountId>::banks(&*api, state.hash)? {
			let Some(attest) = CashierApi::<Block, AccountId>::next_attestation(&*api, state.hash, bank)? else {
				continue;
			};
			// A closed account has a statement for the month of its closing, and none after it.
			let month = account.closed.and_then(|closed| calendar.period_at(PeriodKind::Month, closed));
			let last = month.and_then(|month| calendar.end(month, PeriodKind::Month));
			let until = last.map_or(state.now, |end| end.min(state.now));
			attestations += months_over(&calendar, Some(attest).max(first), until);
		}
		self.open("attestation", attestations);
		self.open("month_close", months_over(&calendar, close, state.now));
		Ok(())
	}

	fn read_spending(&self, state: &State) -> Result<(), ApiError> {
		let api = state.client.runtime_api();
		self.open("expense", count(&ExpensesApi::<Block, AccountId>::open_expenses(&*api, state.hash)?));
		self.open("payout", count(&CashierApi::<Block, AccountId>::open_payouts(&*api, state.hash, None, PAGE)?));
		self.missed("audit", count(&ExpensesApi::<Block, AccountId>::overdue_audits(&*api, state.hash, None, PAGE)?));
		Ok(())
	}

	/// What the chain does automatically, and anyone can do in its place.
	fn read_automatic(&self, state: &State) -> Result<(), ApiError> {
		let api = state.client.runtime_api();
		let billing = FeesApi::<Block, AccountId>::billing_progress(&*api, state.hash)?;
		self.open("billing", billing.cursor.is_some().into());
		// The proposals are the same whichever owner asks.
		let proposals =
			GovernanceApi::<Block, AccountId, BlockNumber, BoundedCall>::open_proposals(&*api, state.hash, 0)?;
		let phases: Vec<_> = proposals.iter().map(|proposal| proposal.phase).collect();
		let (due, failed) = enactments(&phases);
		self.open("enactment", due);
		self.missed("enactment", failed);
		Ok(())
	}
}

impl Theme for Duties {
	fn read(&self, state: &State) -> Result<(), ApiError> {
		self.read_months(state)?;
		self.read_spending(state)?;
		self.read_automatic(state)
	}
}

/// The number of months that are over at `now`, in ms, from `first` on.
fn months_over(calendar: &Calendar, first: Option<Period>, now: Moment) -> u64 {
	let index = |month: Period| u64::from(month.year) * 12 + u64::from(month.month);
	match (first, calendar.period_at(PeriodKind::Month, now)) {
		(Some(first), Some(running)) => index(running).saturating_sub(index(first)),
		_ => 0,
	}
}

/// How many proposals wait for a step that anyone can make, and how many enactments failed.
fn enactments(phases: &[Phase]) -> (u64, u64) {
	let waits = |phase: &&Phase| {
		matches!(phase, Phase::Expired | Phase::NominationOver | Phase::VotingOver | Phase::Due | Phase::EnactmentOver)
	};
	let failed = phases.iter().filter(|phase| **phase == Phase::Failed).count();
	(super::whole(phases.iter().filter(waits).count()), super::whole(failed))
}

#[cfg(test)]
mod tests {
	use super::*;
	use linli_primitives::calendar::DAY;

	#[test]
	fn months_are_counted_once_they_are_over() {
		let calendar = Calendar::default();
		let november = Period { year: 2026, month: 11 };
		let start = |year, month| calendar.start(Period { year, month }).expect("a month");
		let over = |now| months_over(&calendar, Some(november), now);
		assert_eq!(over(start(2026, 11)), 0);
		assert_eq!(over(start(2026, 12) - 1), 0);
		assert_eq!(over(start(2026, 12)), 1);
		assert_eq!(over(start(2027, 2) + DAY), 3);
		// A month that has not begun, as the next one to attest may be.
		assert_eq!(over(start(2026, 10)), 0);
		assert_eq!(months_over(&calendar, None, start(2027, 2)), 0);
	}

	#[test]
	fn a_running_vote_is_no_duty() {
		let phases =
			[Phase::Voting, Phase::Due, Phase::Failed, Phase::Notice, Phase::VotingOver, Phase::ChallengeWindow];
		assert_eq!(enactments(&phases), (2, 1));
		assert_eq!(enactments(&[]), (0, 0));
	}
}
