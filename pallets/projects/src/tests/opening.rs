// SPDX-License-Identifier: Apache-2.0

//! Opening projects: valid terms, the entitled electorate, and the hold on the money.

use crate::{mock::*, types::*, Error, Event, LedgerEntries, NextProject, UnfinishedProjects};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::GetDispatchInfo,
	traits::fungible::{Inspect, Mutate},
};
use linli_primitives::{calendar::DAY, Cause, Fraction};
use sp_runtime::traits::BadOrigin;

fn try_open(who: AccountId, terms: ProjectTerms<AccountId>) -> sp_runtime::DispatchResult {
	frame_support::storage::with_storage_layer(|| {
		Projects::open(signed(who), terms, 100).map(|_| ()).map_err(|error| error.error)
	})
}

#[test]
fn the_money_is_held_from_opening_on() {
	ExtBuilder.build_and_execute(|| {
		let id = open(terms(OPERATING, &[1_000, 2_000]));
		assert_eq!(
			events(),
			vec![
				Event::Opened { project: 0, proposal: 7, contractor: CONTRACTOR, scope: hash(9), amount: 3_000 },
				Event::Funded { project: 0, pot: OPERATING, amount: 3_000 },
			]
		);
		assert_eq!((held(id), pot(OPERATING)), (3_000, POT - 3_000));
		let escrow = Projects::escrow_account(id);
		assert_eq!(Balances::free_balance(escrow), 0);
		assert!(Projects::is_escrow_account(&escrow) && !Projects::is_escrow_account(&Fund::pot_account(OPERATING)));
		assert!(!Projects::is_escrow_account(&CONTRACTOR));
		let entry = Fund::entries(OPERATING, 1, 1).remove(0).1;
		assert_eq!((entry.cause, entry.counterparty), (Cause::Project { project: 0 }, Some(escrow)));
		assert_eq!(LedgerEntries::<Test>::get(id, 0), Some((OPERATING, 1)));
		// No other call can move it.
		assert!(Balances::transfer_all(signed(escrow), STRANGER, false).is_ok());
		assert_eq!(held(id), 3_000);
	});
}

#[test]
fn only_a_decision_opens_a_project() {
	ExtBuilder.build_and_execute(|| {
		for who in [COMMITTEE, RULER, CONTRACTOR, owner(0)] {
			assert_noop!(try_open(who, terms(OPERATING, &[1])), BadOrigin);
		}
	});
}

#[test]
fn each_flaw_of_the_terms_has_its_own_error() {
	ExtBuilder.build_and_execute(|| {
		let flawed = |flaw: TermsError, change: fn(&mut ProjectTerms<AccountId>)| {
			let mut terms = terms(OPERATING, &[1_000, 2_000]);
			change(&mut terms);
			assert_noop!(try_open(ALL, terms), Error::<Test>::InvalidTerms(flaw));
		};
		flawed(TermsError::NoMilestone, |terms| terms.milestones.clear());
		flawed(TermsError::NoSource, |terms| terms.sources.clear());
		flawed(TermsError::ZeroAmount, |terms| terms.milestones[1].amount = 0);
		flawed(TermsError::ZeroAmount, |terms| terms.sources[0].amount = 0);
		flawed(TermsError::AmountTooLarge, |terms| terms.milestones[1].amount = MAX_AMOUNT);
		flawed(TermsError::AmountTooLarge, |terms| terms.milestones[1].amount = u128::MAX);
		flawed(TermsError::AmountTooLarge, |terms| terms.sources[0].amount = u128::MAX);
		flawed(TermsError::InvalidDeadline, |terms| terms.milestones[1].deadline = START);
		flawed(TermsError::InvalidDeadline, |terms| terms.milestones[1].deadline = START + MAX_AHEAD + 1);
		flawed(TermsError::DuplicateSource, |terms| {
			terms.sources[0].amount = 2_999;
			terms.sources.try_push(Source { pot: OPERATING, amount: 1 }).unwrap();
		});
		flawed(TermsError::SumsDiffer, |terms| terms.sources[0].amount = 2_999);
		flawed(TermsError::NoInspector, |terms| terms.inspectors.clear());
		flawed(TermsError::DuplicateInspector, |terms| terms.inspectors[2] = INSPECTORS[0]);
		flawed(TermsError::ContractorInspects, |terms| terms.inspectors[2] = CONTRACTOR);
		flawed(TermsError::ContractorInspects, |terms| {
			// Both accounts act for owner 0.
			terms.contractor = owner(0);
			terms.inspectors[2] = SPOUSE;
		});
		flawed(TermsError::InvalidInspectionsNeeded, |terms| terms.inspections_needed = 0);
		flawed(TermsError::InvalidInspectionsNeeded, |terms| terms.inspections_needed = 4);
		flawed(TermsError::InvalidRetention, |terms| terms.retention = Fraction::ONE);
		flawed(TermsError::InvalidRetention, |terms| terms.retention = Fraction::new(0, 0));
		flawed(TermsError::InvalidWarranty, |terms| terms.warranty = MAX_AHEAD + 1);
		flawed(TermsError::InvalidObjectionWindow, |terms| terms.objection_window = 0);
		flawed(TermsError::InvalidObjectionWindow, |terms| terms.objection_window = MAX_WINDOW + 1);
		flawed(TermsError::InvalidObjectionShare, |terms| terms.objection_share = Fraction::ZERO);
		flawed(TermsError::InvalidObjectionShare, |terms| terms.objection_share = Fraction::new(1, 0));
		flawed(TermsError::InvalidObjectionShare, |terms| terms.objection_share = Fraction::new(101, 100));
		flawed(TermsError::InvalidBuildings, |terms| terms.related = Some(buildings(&[])));
		flawed(TermsError::InvalidBuildings, |terms| terms.related = Some(buildings(&[2, 1])));
		flawed(TermsError::InvalidBuildings, |terms| terms.related = Some(buildings(&[1, 1])));
	});
}

#[test]
fn the_largest_terms_are_valid() {
	ExtBuilder.build_and_execute(|| {
		let mut widest = terms(OPERATING, &[1; 16]);
		widest.sources = vec![
			Source { pot: OPERATING, amount: 7 },
			Source { pot: REPAIR, amount: 5 },
			Source { pot: INCOME, amount: 4 },
		]
		.try_into()
		.unwrap();
		widest.inspectors = (1_000..1_008).collect::<Vec<_>>().try_into().unwrap();
		widest.inspections_needed = 8;
		widest.objection_share = Fraction::ONE;
		widest.warranty = MAX_AHEAD;
		widest.objection_window = MAX_WINDOW;
		open(widest);
	});
}

#[test]
fn pots_and_accounts_are_checked() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(try_open(ALL, terms(9, &[1])), Error::<Test>::PotNotFound);
		for contractor in [Fund::pot_account(INCOME), Fund::pot_account(99), Projects::escrow_account(5), TRANSIT] {
			let terms = ProjectTerms { contractor, ..terms(OPERATING, &[1]) };
			assert_noop!(try_open(ALL, terms), Error::<Test>::InvalidContractor);
		}
		let nobody = ProjectTerms { related: Some(buildings(&[77])), ..terms(OPERATING, &[1]) };
		assert_noop!(try_open(ALL, nobody), Error::<Test>::RelatedOwnerNotFound);
		Countable::set(false);
		let some = ProjectTerms { related: Some(buildings(&[1])), ..terms(OPERATING, &[1]) };
		assert_noop!(try_open(ALL, some), Error::<Test>::TooManyBuildingSets);
		Countable::set(true);
		assert_noop!(try_open(ALL, terms(OPERATING, &[POT + 1])), pallet_linli_fund::Error::<Test>::InsufficientFunds);
		assert_eq!(NextProject::<Test>::get(), 0);
	});
}

#[test]
fn the_electorate_must_own_the_money() {
	ExtBuilder.build_and_execute(|| {
		let related = |pot, list: Option<&[u16]>| ProjectTerms { related: list.map(buildings), ..terms(pot, &[100]) };
		let wrong = || Error::<Test>::InvalidElectorate;
		// Money of the whole community, even for the benefit of one building.
		assert_noop!(try_open(BUILDING_1, related(OPERATING, Some(&[1]))), wrong());
		assert_noop!(try_open(BUILDING_1, related(OPERATING, None)), wrong());
		assert_ok!(try_open(ALL, related(OPERATING, Some(&[1]))));
		// Money of the repair pot belongs to the related units.
		assert_noop!(try_open(ALL, related(REPAIR, Some(&[1]))), wrong());
		assert_noop!(try_open(BUILDING_2, related(REPAIR, Some(&[1]))), wrong());
		assert_noop!(try_open(BUILDING_1, related(REPAIR, None)), wrong());
		assert_ok!(try_open(BUILDING_1, related(REPAIR, Some(&[1]))));
		assert_ok!(try_open(ALL, related(REPAIR, None)));
		// Owners of some buildings cannot reach other pots by adding a source of their own.
		let mixed = |list| ProjectTerms {
			sources: vec![Source { pot: REPAIR, amount: 1 }, Source { pot: OPERATING, amount: 99 }].try_into().unwrap(),
			..related(REPAIR, list)
		};
		assert_noop!(try_open(BUILDING_1, mixed(Some(&[1]))), wrong());
		assert_noop!(try_open(ALL, mixed(Some(&[1]))), wrong());
		assert_ok!(try_open(ALL, mixed(None)));
	});
}

#[test]
fn the_repair_pot_is_charged_to_the_related_units() {
	ExtBuilder.build_and_execute(|| {
		let terms = ProjectTerms { related: Some(buildings(&[1])), ..terms(REPAIR, &[27_821]) };
		let mut dear = terms.clone();
		dear.milestones[0].amount = 2_700_002;
		dear.sources[0].amount = 2_700_002;
		assert_noop!(try_open(BUILDING_1, dear), sp_runtime::DispatchError::Other("shares too low"));
		let before = TestRepair::belonging();
		let id = open(terms);
		assert_eq!(TestRepair::belonging(), before - 27_821);
		assert_eq!([0, 1, 2].map(TestRepair::share), [890_197, 593_990, 1_187_993]);
		assert_eq!([3, 4, 5].map(TestRepair::share), [800_000, 1, 77]);
		let bearers = project(id).bearers.unwrap();
		assert_eq!((bearers.buildings, bearers.units), (Some(buildings(&[1])), 3));
	});
}

#[test]
fn the_weight_covers_max_units_and_the_rest_is_refunded() {
	ExtBuilder.build_and_execute(|| {
		let terms = ProjectTerms { related: Some(buildings(&[1])), ..terms(REPAIR, &[1_000]) };
		let few = Projects::open(signed(BUILDING_1), terms.clone(), 2).unwrap_err();
		assert_eq!(few.error, Error::<Test>::MaxUnitsTooLow.into());
	});
	ExtBuilder.build_and_execute(|| {
		let terms = ProjectTerms { related: Some(buildings(&[1])), ..terms(REPAIR, &[1_000]) };
		let call = crate::Call::<Test>::open { terms: terms.clone(), max_units: 50 };
		assert_eq!(call.get_dispatch_info().call_weight.ref_time(), 1_050);
		let post = Projects::open(signed(BUILDING_1), terms, 50).unwrap();
		assert_eq!(post.actual_weight.unwrap().ref_time(), 1_003);
		// No units are affected if the repair pot is not a source.
		let post = Projects::open(signed(ALL), plain(), 0).unwrap();
		assert_eq!(post.actual_weight.unwrap().ref_time(), 1_000);
	});
}

fn plain() -> ProjectTerms<AccountId> {
	terms(OPERATING, &[1_000])
}

#[test]
fn the_number_of_unfinished_projects_is_bounded() {
	ExtBuilder.build_and_execute(|| {
		for _ in 0..MaxUnfinished::get() {
			open(plain());
		}
		assert_noop!(try_open(ALL, plain()), Error::<Test>::TooManyUnfinished);
		assert_ok!(Projects::cancel(signed(ALL), 2, 0));
		assert_eq!(open(plain()), 4);
		assert_noop!(try_open(ALL, plain()), Error::<Test>::TooManyUnfinished);
		// One that waits for its warranty takes no room.
		do_and_pay(0, 0);
		assert!(matches!(project(0).state, ProjectState::Warranty { .. }));
		assert_eq!(open(plain()), 5);
		assert_eq!(open_projects(), [0, 1, 3, 4, 5]);
	});
}

#[test]
fn no_electorate_takes_the_room_of_another() {
	ExtBuilder.build_and_execute(|| {
		let of = |building| ProjectTerms { related: Some(buildings(&[building])), ..terms(REPAIR, &[100]) };
		for _ in 0..MaxUnfinished::get() {
			open(of(1));
		}
		assert_noop!(try_open(BUILDING_1, of(1)), Error::<Test>::TooManyUnfinished);
		assert_eq!(UnfinishedProjects::<Test>::get(Some(buildings(&[1]))), 4);
		open(of(2));
		for _ in 0..MaxUnfinished::get() {
			open(plain());
		}
		assert_noop!(try_open(ALL, plain()), Error::<Test>::TooManyUnfinished);
		// Money of the whole community takes the community's room, whatever building it is for.
		let for_one = ProjectTerms { related: Some(buildings(&[2])), ..plain() };
		assert_noop!(try_open(ALL, for_one), Error::<Test>::TooManyUnfinished);
		open(of(2));
	});
}

#[test]
fn inspectors_are_different_people_unrelated_to_the_contractor() {
	ExtBuilder.build_and_execute(|| {
		let with = |first, second| {
			let mut terms = plain();
			terms.inspectors[0] = first;
			terms.inspectors[1] = second;
			terms
		};
		// Two accounts of owner 0 are one person.
		let twice = Error::<Test>::InvalidTerms(TermsError::DuplicateInspector);
		assert_noop!(try_open(ALL, with(owner(0), SPOUSE)), twice);
		Households::set(vec![(owner(1), CONTRACTOR)]);
		let related = Error::<Test>::InvalidTerms(TermsError::ContractorInspects);
		assert_noop!(try_open(ALL, with(owner(0), owner(1))), related);
		assert_ok!(try_open(ALL, with(owner(0), owner(2))));
	});
}

#[test]
fn money_found_on_the_account_belongs_to_no_project() {
	ExtBuilder.build().execute_with(|| {
		Balances::mint_into(&Projects::escrow_account(0), 50).unwrap();
		let id = open(terms(INCOME, &[1_000]));
		assert_eq!((held(id), pot(INCOME)), (1_000, POT + 50 - 1_000));
		assert_eq!(Balances::total_balance(&Projects::escrow_account(0)), 1_000);
		Projects::do_try_state().unwrap();
		check_pots();
	});
}

#[test]
fn a_decision_enacted_after_a_deadline_fails() {
	ExtBuilder.build_and_execute(|| {
		let late = plain();
		pass(31 * DAY);
		assert_noop!(try_open(ALL, late), Error::<Test>::InvalidTerms(TermsError::InvalidDeadline));
	});
}
