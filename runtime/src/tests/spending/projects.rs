// SPDX-License-Identifier: Apache-2.0

//! Projects: decided by the owners who fund them, paid by milestone, with returns of unpaid money.

use super::*;
use pallet_linli_projects::types::Variation;

#[test]
fn the_owners_of_one_building_decide_on_its_repair_and_nobody_else() {
	village_with_committee().execute_with(|| {
		deposit(Alice, 0, 600_000);
		deposit(One, 1, 700_000);
		deposit(Two, 2, 300_000);
		fill(OPERATING, 500_000, "FILL-1");
		let one = Some(&[1][..]);
		// Costs of the homes in building 1 are decided by their owners: not by all owners, and they decide on nothing
		// else.
		let repair = |related| open(terms(&[100_000], &[(REPAIR, 100_000)], related));
		decide_in_vain(repair(one), None, Escrow::InvalidElectorate);
		decide_in_vain(repair(Some(&[2])), one, Escrow::InvalidElectorate);
		decide_in_vain(repair(None), one, Escrow::InvalidElectorate);
		decide_in_vain(open(terms(&[100_000], &[(OPERATING, 100_000)], one)), one, Escrow::InvalidElectorate);
		// Neither a single account nor the bootstrap key, which cannot stand in for the owners where their money is
		// spent.
		assert_noop!(run(Alice, repair(one)), DispatchError::BadOrigin);
		assert_noop!(Projects::open(key_origin(), terms(&[1], &[(REPAIR, 1)], one), 10), DispatchError::BadOrigin);
		assert_eq!(Projects::totals().projects, 0);
		assert_eq!(pot(REPAIR), 1_600_000);

		// They cannot spend the shares of building 2.
		decide_in_vain(
			open(terms(&[1_300_001], &[(REPAIR, 1_300_001)], one)),
			one,
			pallet_linli_repair::Error::<Runtime>::InsufficientShares,
		);
		let (first, second) = (shares(&BUILDING_1), shares(&BUILDING_2));
		let proposal = decide(open(terms(&[1_000_001], &[(REPAIR, 1_000_001)], one)), one);
		assert_eq!(Projects::project(0).unwrap().project.proposal, proposal);
		assert_eq!(shares(&BUILDING_1), shares_after(&first, &BUILDING_1, 1_000_001, -1));
		assert_eq!(shares(&BUILDING_2), second, "building 2 has nothing to do with it");
		assert_eq!((held(0), pot(REPAIR)), (1_000_001, 599_999));
		assert_books_close();
	});
}

#[test]
fn a_project_is_paid_part_by_part_and_a_ruling_gives_the_rest_back() {
	village_with_committee().execute_with(|| {
		deposit(Alice, 0, 600_000);
		deposit(One, 1, 700_000);
		deposit(Two, 2, 300_000);
		let one = Some(&[1][..]);
		let parts = [333_334, 333_333, 333_334];
		decide(open(terms(&parts, &[(REPAIR, 1_000_001)], one)), one);
		let (first, second) = (shares(&BUILDING_1), shares(&BUILDING_2));
		let try_pay = |milestone| run(STRANGER, Project::pay { project: 0, milestone });

		assert_noop!(try_pay(0), Escrow::NotPayable);
		work(0, 0, true);
		assert_noop!(try_pay(0), Escrow::ObjectionWindowRunning);
		pass(WINDOW);
		assert_ok!(try_pay(0));
		assert_noop!(try_pay(0), Escrow::NotPayable);
		assert_eq!(free(CONTRACTOR), less_retention(parts[0]));

		// The second is rejected, done better, and paid.
		work(0, 1, false);
		assert!(matches!(milestone(0, 1), MilestoneState::Rejected { .. }));
		assert_noop!(try_pay(1), Escrow::NotPayable);
		work(0, 1, true);
		pass(WINDOW);
		assert_ok!(try_pay(1));
		assert_eq!(free(CONTRACTOR), less_retention(parts[0]) + less_retention(parts[1]));

		// One of two owners, more than a fifth, objects to the third.
		work(0, 2, true);
		let object = |keyring| run(keyring, Project::object { project: 0, milestone: 2, reason: hash(9) });
		assert_noop!(object(STRANGER), Escrow::NotRepresentative);
		assert_noop!(object(Two), Escrow::NotRepresentative);
		assert_ok!(object(Alice));
		assert!(matches!(milestone(0, 2), MilestoneState::Disputed { by: DisputedBy::Owners, .. }));
		pass(WINDOW);
		assert_noop!(try_pay(2), Escrow::NotPayable);
		let contractor_share = parts[2] * 7 / 10;
		let rule = Project::rule { project: 0, milestone: 2, contractor_share, document: hash(10), max_units: 10 };
		for alone in [Alice, AUDITOR, MANAGER, CONTRACTOR] {
			assert_noop!(run(alone, rule.clone()), DispatchError::BadOrigin);
		}
		assert_ok!(committee(rule));
		let back = parts[2] - contractor_share;
		assert_eq!(shares(&BUILDING_1), shares_after(&first, &BUILDING_1, back, 1));
		assert_eq!(shares(&BUILDING_2), second);
		assert_eq!(pot(REPAIR), 599_999 + back);
		let paid: Fen = [parts[0], parts[1], contractor_share].map(less_retention).iter().sum();
		assert_eq!(free(CONTRACTOR), paid);
		assert_eq!(held(0), 1_000_001 - paid - back, "what is left is retention");

		// The retention is paid after the warranty.
		let release = || run(STRANGER, Project::release { project: 0 });
		assert_noop!(release(), Escrow::WarrantyRunning);
		pass(30 * DAY);
		assert_ok!(release());
		assert_noop!(release(), Escrow::NotInWarranty);
		assert_eq!(free(CONTRACTOR), 1_000_001 - back);
		assert_eq!(held(0), 0);
		assert!(matches!(Projects::project(0).unwrap().project.state, ProjectState::Closed { .. }));
		assert_books_close();
	});
}

#[test]
fn what_is_late_is_cancelled_and_goes_back_where_it_came_from() {
	village_with_committee().execute_with(|| {
		for (keyring, unit) in [(Alice, 0), (One, 1), (Two, 2), (Two, 3), (Alice, 4)] {
			deposit(keyring, unit, 100_000);
		}
		fill(OPERATING, 500_000, "FILL-1");
		let all: Vec<_> = BUILDING_1.into_iter().chain(BUILDING_2).collect();
		let before = shares(&all);
		let (operating, repair) = (pot(OPERATING), pot(REPAIR));
		decide(open(terms(&[100_000, 100_001], &[(OPERATING, 66_667), (REPAIR, 133_334)], None)), None);
		assert_eq!((pot(OPERATING), pot(REPAIR)), (operating - 66_667, repair - 133_334));
		let cancel = || Project::cancel { project: 0, max_units: 10 };
		assert_eq!(committee(cancel()), Err(Escrow::NotOverdue.into()));
		assert_noop!(run(Alice, cancel()), DispatchError::BadOrigin);
		pass(300 * DAY);
		assert_ok!(committee(cancel()));
		assert_eq!((pot(OPERATING), pot(REPAIR)), (operating, repair));
		assert_eq!(shares(&all), before);
		assert!(matches!(Projects::project(0).unwrap().project.state, ProjectState::Closed { .. }));
		assert_books_close();
	});
}

#[test]
fn the_owners_vary_the_terms_and_rule_where_others_stay_silent() {
	village_with_committee().execute_with(|| {
		fill(OPERATING, 500_000, "FILL-1");
		let operating = pot(OPERATING);
		decide(open(terms(&[100_000, 50_000], &[(OPERATING, 150_000)], None)), None);
		let shift = |version| {
			let variation = Variation::Amount { from: 1, to: 0, amount: 20_000 };
			Project::vary { project: 0, variation, version, document: hash(17) }
		};
		// Neither the committee nor any single account.
		assert_eq!(committee(shift(0)), Err(DispatchError::BadOrigin));
		assert_noop!(run(Alice, shift(0)), DispatchError::BadOrigin);
		decide_in_vain(shift(0), Some(&[1]), Escrow::InvalidElectorate);
		decide(shift(0), None);
		decide_in_vain(shift(0), None, Escrow::TermsChanged);
		let amounts: Vec<_> = Projects::project(0).unwrap().terms.milestones.iter().map(|part| part.amount).collect();
		assert_eq!(amounts, [120_000, 30_000]);

		// The inspectors stay silent for a month, and the contractor asks nobody for a ruling.
		assert_ok!(run(CONTRACTOR, Project::submit { project: 0, milestone: 0, evidence: hash(7), version: 1 }));
		pass(31 * DAY);
		let (contractor_share, document) = (90_000, hash(10));
		let rule = Project::rule { project: 0, milestone: 0, contractor_share, document, max_units: 10 };
		assert_eq!(committee(rule.clone()), Err(Escrow::NotDisputed.into()));
		decide(rule, None);
		assert_eq!(free(CONTRACTOR), less_retention(90_000));
		decide(Project::cancel { project: 0, max_units: 10 }, None);
		assert_eq!((held(0), pot(OPERATING)), (4_500, operating - 90_000));
		assert_books_close();
	});
}
