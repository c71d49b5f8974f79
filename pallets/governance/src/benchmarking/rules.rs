// SPDX-License-Identifier: Apache-2.0

//! A rule book with the maximum number of classes, in which every span is a day.

use crate::{
	pallet::*,
	types::{
		class::{Approval, Base, DeveloperRule, Participation, SilentRule, Threshold, TieRule},
		rule_book::{ElectionRules, Matters, MAX_CLASSES, MAX_SEATS},
		*,
	},
};
use alloc::vec;
use linli_primitives::{calendar::DAY, BuildingId, Fraction, Moment};

pub(super) const SPAN: Moment = DAY;
pub(super) const PLAIN: ClassId = 0;
pub(super) const FOLLOW: ClassId = 1;

pub(super) fn rule_book() -> RuleBook {
	let half = Some(Threshold::more_than(1, 2));
	let class = |level, silent| DecisionClass {
		level,
		participation: Participation::default(),
		approval: Approval { area: half, heads: half, both: true, of: Base::Participating },
		veto: None,
		tie: TieRule::Rejected,
		notice: SPAN,
		window: SPAN,
		delay: SPAN,
		silent,
		extension: None,
		second_call: None,
		early_close: None,
		quorum_only: false,
		developer: DeveloperRule::Capped { at: Fraction::ONE },
		kinds: None,
		in_each_tract: false,
	};
	let mut classes = vec![class(Level::Ordinary, SilentRule::NotParticipating)];
	while classes.len() < MAX_CLASSES as usize {
		classes.push(class(Level::Major, SilentRule::FollowMajority));
	}
	RuleBook {
		classes: classes.try_into().expect("the classes fit the bound"),
		matters: Matters {
			charges: PLAIN,
			fee_rules: PLAIN,
			pots: PLAIN,
			roles: PLAIN,
			register: PLAIN,
			transfers: PLAIN,
			spending: PLAIN,
			repair_fund: PLAIN,
			common_parts: PLAIN,
			committee: PLAIN,
			rule_book: FOLLOW,
			runtime: FOLLOW,
			community: PLAIN,
		},
		petition: Fraction::new(1, 2),
		petition_window: SPAN,
		proxies_per_holder: 100,
		election: ElectionRules {
			seats_min: 1,
			seats_max: MAX_SEATS,
			odd: false,
			term_min: SPAN,
			term_max: SPAN,
			class: FOLLOW,
			arrears_bar: true,
			nomination: SPAN,
		},
		tracts: Default::default(),
	}
}

/// The same with tracts that share these buildings among them, as many as there can be, and a class that asks for its
/// thresholds within each.
pub(super) fn book_with_tracts(buildings: &[BuildingId]) -> RuleBook {
	let mut book = rule_book();
	let share = buildings.len().div_ceil(MAX_TRACTS as usize).max(1);
	let tracts = buildings.chunks(share).map(|tract| Buildings::truncate_from(tract.to_vec()));
	book.tracts = tracts.collect::<vec::Vec<_>>().try_into().expect("the tracts fit the bound");
	for class in book.classes.iter_mut().filter(|class| class.silent == SilentRule::NotParticipating) {
		class.in_each_tract = true;
	}
	book
}

/// Sets a rule book for the origins of decisions if the chain has fewer than two.
pub(crate) fn ensure_earlier_rule_book<T: Config>() {
	while CurrentRuleBook::<T>::get().is_none_or(|version| version == 0) {
		let book = Pallet::<T>::current_rule_book().map_or_else(rule_book, |(_, book)| book);
		Pallet::<T>::do_set_rule_book(book, 0).expect("the rule book is valid");
	}
}
