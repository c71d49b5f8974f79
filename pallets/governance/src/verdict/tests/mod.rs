// SPDX-License-Identifier: Apache-2.0

//! Verdicts as tables of counts and outcomes. A power is written `(area, heads)`.

use super::*;
use crate::types::class::{DeveloperRule, Level, Veto};

mod approval;
mod elections;
mod participation;
mod second_opinion;
mod silent;
mod veto;

type P = (u64, u32);

fn power((area, heads): P) -> Power {
	Power { area, heads }
}

/// A count of the total, and of those participating, in favour and against.
fn count(total: P, participating: P, in_favour: P, against: P) -> Count {
	Count {
		total: power(total),
		participating: power(participating),
		in_favour: power(in_favour),
		against: power(against),
		served_silent: Power::default(),
		quorum_only: Power::default(),
	}
}

/// A class that requires no more than one ballot: its approval is *zero or more*. Each test adds its own requirements.
fn free() -> DecisionClass {
	DecisionClass {
		level: Level::Ordinary,
		participation: Participation::default(),
		approval: Approval { area: None, heads: ANY, both: true, of: Base::Participating },
		veto: None,
		tie: TieRule::Rejected,
		notice: 0,
		window: 1,
		delay: 0,
		silent: SilentRule::NotParticipating,
		extension: None,
		second_call: None,
		early_close: None,
		quorum_only: false,
		developer: DeveloperRule::Full,
		kinds: None,
		in_each_tract: false,
	}
}

fn participation(area: Option<Threshold>, heads: Option<Threshold>, both: bool) -> DecisionClass {
	DecisionClass { participation: Participation { area, heads, both }, ..free() }
}

fn approval(area: Option<Threshold>, heads: Option<Threshold>, both: bool, of: Base) -> DecisionClass {
	DecisionClass { approval: Approval { area, heads, both, of }, ..free() }
}

fn veto(area: Option<Fraction>, heads: Option<Fraction>, of: Base) -> DecisionClass {
	DecisionClass { veto: Some(Veto { area, heads, of }), ..free() }
}

const ANY: Option<Threshold> = Some(Threshold::at_least(0, 1));
const HALF: Option<Threshold> = Some(Threshold::more_than(1, 2));
const TWO_THIRDS: Option<Threshold> = Some(Threshold::at_least(2, 3));
const ALL: P = (900, 90);
const NONE: P = (0, 0);
const PASSED: Verdict = Verdict::Passed;

fn rejected(reason: Reason) -> Verdict {
	Verdict::Rejected(reason)
}

#[track_caller]
fn check(class: &DecisionClass, table: &[(Count, Verdict)]) {
	for (count, verdict) in table {
		assert_eq!(decide(class, count), *verdict, "{count:?}");
	}
}
