// SPDX-License-Identifier: Apache-2.0

//! What law packs make of the register and the votes of a chain.

use super::{deciding::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{calendar::DAY, Power, ProposalId, UnitKind, UnitKinds};
use pallet_linli_governance::{
	judgments::JUDGMENT_DELAY,
	tally::Choice,
	types::{
		class::{Approval, Base, DeveloperRule, Participation, SecondCall, Threshold},
		Matter, Question, Stage, State,
	},
	verdict::{quorum, Reason, Verdict},
	Call, Polls, RuleBooks, RunOffs,
};
use pallet_linli_registry::{HeadsPerLot, Owners};
use Sr25519Keyring::{Alice, Bob, Eve, Ferdie, One};

#[test]
fn new_south_wales_and_queensland_count_lots() {
	for id in genesis::law_packs() {
		chain_from([genesis::law_pack(id).unwrap()]).execute_with(|| {
			assert_eq!(HeadsPerLot::<Runtime>::get(), matches!(id, "nsw" | "qld"), "{id}");
		});
	}
}

/// The village's owners have five homes and shops, and three of them have some.
#[test]
fn a_village_counts_owners_or_lots() {
	for (by_lot, heads) in [(false, 3), (true, 5)] {
		let patch = serde_json::json!({ "registry": { "headsPerLot": by_lot } });
		chain_with(&sp_genesis_builder::DEV_RUNTIME_PRESET.into(), patch).execute_with(|| {
			assert_eq!(Registry::totals_at(0, None).heads, heads);
			let sum: u32 = Owners::<Runtime>::iter_keys().map(|owner| Registry::power_at(owner, 0, None).heads).sum();
			assert_eq!(sum, heads);
		});
	}
}

#[test]
fn a_village_decides_without_its_shop() {
	const POLL: u8 = 2;
	let patch = serde_json::json!({ "registry": { "countedKinds": [["residential"]] } });
	village_with(patch).execute_with(|| {
		let homes = UnitKinds::of(&[UnitKind::Residential]);
		RuleBooks::<Runtime>::mutate(0, |book| book.as_mut().unwrap().classes[2].kinds = Some(homes));
		let proposal = petition(Question::Motion { call: None, matter: None }, POLL, None);
		let total = |proposal| Polls::<Runtime>::get(proposal).unwrap().total;
		assert_eq!(total(proposal), Power { area: 41_925, heads: 3 });
		block_at(Polls::<Runtime>::get(proposal).unwrap().opens);
		assert_ok!(run(Alice, cast(proposal, Choice::For)));
		// Her flat, and not her shop.
		let ballot = pallet_linli_governance::Ballots::<Runtime>::get(proposal, 0).unwrap();
		assert_eq!(ballot.power, Power { area: 9_803, heads: 1 });
		let all = petition(Question::Motion { call: None, matter: None }, ORDINARY, None);
		assert_eq!(total(all), Power { area: 46_435, heads: 3 });
	});
}

/// Building by building, as two phases would. Alice has a flat in one and a shop in the other.
#[test]
fn a_village_decides_within_each_of_its_buildings() {
	const POLL: u8 = 2;
	village().execute_with(|| {
		RuleBooks::<Runtime>::mutate(0, |book| {
			let book = book.as_mut().unwrap();
			book.classes[2].in_each_tract = true;
			for building in [1u16, 2] {
				let tract: linli_primitives::Buildings = vec![building].try_into().unwrap();
				book.tracts.try_push(tract).unwrap();
			}
			assert_eq!(book.validate(), Ok(()));
		});
		let proposal = petition(Question::Motion { call: None, matter: None }, POLL, None);
		let totals: Vec<_> = Governance::electorate(proposal).unwrap().tracts.iter().map(|tract| tract.total).collect();
		assert_eq!(totals, [Power { area: 22_575, heads: 2 }, Power { area: 23_860, heads: 3 }]);
		vote(proposal, &[(Alice, Choice::For)]);
		let certificate = Governance::certificate(proposal).unwrap();
		let in_favour: Vec<_> = certificate.tracts.iter().map(|tract| tract.count.in_favour).collect();
		assert_eq!(in_favour, [Power { area: 9_803, heads: 1 }, Power { area: 4_510, heads: 1 }]);
		assert_eq!(certificate.count.in_favour, Power { area: 14_313, heads: 1 });
		assert_eq!(certificate.verdict, Verdict::Passed);
	});
}

/// The classes that a chain of each pack has from its first block on.
#[test]
fn classes_say_what_the_place_knows() {
	let book = |id: &str| {
		chain_from([genesis::law_pack(id).unwrap()]).execute_with(|| Governance::current_rule_book().unwrap().1)
	};
	let total = linli_primitives::Power { area: 1_000, heads: 100 };
	let some = linli_primitives::Power { area: 10, heads: 1 };
	for id in ["nsw", "qld"] {
		let book = book(id);
		let ordinary = &book.classes[0];
		assert!(quorum(ordinary, total, some).is_err(), "{id}");
		assert_eq!(quorum(&ordinary.at(Stage::SecondCall), total, some), Ok(()), "{id}");
		assert_eq!(book.classes[4].veto.and_then(|veto| veto.heads), Some(linli_primitives::Fraction::ZERO), "{id}");
	}
	assert!(matches!(book("nsw").classes[1].developer, DeveloperRule::Reduced { .. }));
	assert!(book("cn").classes.iter().all(|class| class.second_call.is_none() && class.extension.is_none()));
	assert_eq!(book("us-hoa").matters.class_of(Matter::RuleBook), 1);
}

/// The closing time of an open vote.
fn closes(proposal: ProposalId) -> Moment {
	Polls::<Runtime>::get(proposal).unwrap().closes
}

/// Casts these votes and closes when the window is over.
fn vote(proposal: ProposalId, choices: &[(Sr25519Keyring, Choice)]) {
	block_at(Polls::<Runtime>::get(proposal).unwrap().opens.max(now()));
	for (owner, choice) in choices {
		assert_ok!(run(*owner, cast(proposal, *choice)));
	}
	block_at(closes(proposal));
	assert_ok!(run(Ferdie, Call::close { proposal }));
}

#[test]
fn a_village_votes_at_a_second_call() {
	village().execute_with(|| {
		let second = SecondCall { participation: Participation::default(), window: 7 * DAY };
		RuleBooks::<Runtime>::mutate(0, |book| book.as_mut().unwrap().classes[0].second_call = Some(second));
		let proposal = petition(Question::Motion { call: None, matter: None }, ORDINARY, None);
		// One of three heads; two thirds must take part.
		vote(proposal, &[(Alice, Choice::For)]);
		assert_eq!(Polls::<Runtime>::get(proposal).unwrap().stage, Stage::SecondCall);
		assert_eq!(closes(proposal), now() + 7 * DAY);
		block_at(closes(proposal));
		assert_ok!(run(Ferdie, Call::close { proposal }));
		assert_eq!(Governance::certificate(proposal).unwrap().verdict, Verdict::Passed);
	});
}

#[test]
fn a_court_gives_effect_through_the_auditor_and_the_registrar() {
	village().execute_with(|| {
		sit(&OWNERS);
		// Two of three heads are not enough, although they are more than half.
		RuleBooks::<Runtime>::mutate(0, |book| {
			book.as_mut().unwrap().classes[0].approval =
				Approval { area: None, heads: Some(Threshold::at_least(3, 4)), both: true, of: Base::All };
		});
		let voted = |choice| {
			let proposal = petition(Question::Motion { call: None, matter: None }, ORDINARY, None);
			vote(proposal, &[(Alice, choice), (One, choice)]);
			assert!(matches!(state(proposal), State::Rejected { .. }));
			proposal
		};
		let unwanted = Call::<Runtime>::enter_judgment { proposal: voted(Choice::Against), document: hash(5) };
		assert_noop!(run(Eve, unwanted), pallet_linli_governance::Error::<Runtime>::TooFewInFavour);
		let proposal = voted(Choice::For);
		let enter = Call::<Runtime>::enter_judgment { proposal, document: hash(5) };
		let countersign = Call::<Runtime>::countersign_judgment { proposal, document: hash(5) };
		for nobody in [Alice, One, Bob] {
			assert_noop!(run(nobody, enter.clone()), sp_runtime::DispatchError::BadOrigin);
		}
		assert_ok!(run(Eve, enter));
		assert_noop!(run(Eve, countersign.clone()), sp_runtime::DispatchError::BadOrigin);
		assert_ok!(run(Bob, countersign));
		block_at(now() + JUDGMENT_DELAY);
		assert_ok!(enact(proposal));
		assert_enacted(proposal);
		let verdict = Governance::certificate(proposal).unwrap().verdict;
		assert!(!verdict.is_passed(), "the certificate stays as the owners voted");
	});
}

#[test]
fn a_village_chooses_in_a_run_off() {
	village().execute_with(|| {
		let options = Question::Options { options: vec![None, None, None].try_into().unwrap(), matter: None };
		let proposal = petition(options, ORDINARY, None);
		let pick = |option| Choice::Pick { option };
		vote(proposal, &[(Alice, pick(2)), (One, pick(1))]);
		let verdict = Governance::certificate(proposal).unwrap().verdict;
		assert!(matches!(verdict, Verdict::Rejected(Reason::ApprovalArea | Reason::ApprovalHeads | Reason::Tie)));
		assert_ok!(run(Ferdie, Call::call_run_off { proposal }));
		let second = RunOffs::<Runtime>::get(proposal).unwrap();
		vote(second, &[(Alice, pick(1)), (One, pick(1))]);
		assert_eq!(Governance::certificate(second).unwrap().elected.to_vec(), [1]);
		assert!(matches!(state(second), State::Passed { .. }));
	});
}
