// SPDX-License-Identifier: Apache-2.0

//! Classes whose thresholds have to be met within each tract, too.

use crate::{
	mock::*,
	tally::{Choice, Tally},
	types::{
		class::{Base, DeveloperRule, Lack, Participation, SecondCall, Threshold},
		*,
	},
	verdict::{Count, Reason, Verdict},
	*,
};
use frame_support::{assert_noop, assert_ok, storage::with_storage_layer, traits::EnsureOrigin};
use linli_primitives::{
	calendar::DAY,
	traits::{Electorate, UnitView},
	BuildingId, Power, UnitKind, UnitKinds,
};
use rand::{rngs::StdRng, Rng, SeedableRng};

/// After the classes of the mock: ordinary, within each tract.
pub(super) const IN_TRACTS: ClassId = 4;
/// The same by three quarters.
const IN_TRACTS_MAJOR: ClassId = 5;

/// Buildings 1 and 2 are a tract each, in which the owners decide on common parts.
pub(super) fn book() -> RuleBook {
	let mut book = rule_book();
	for place in [ORDINARY, MAJOR] {
		let class = DecisionClass { in_each_tract: true, ..book.classes[usize::from(place)] };
		book.classes.try_push(class).unwrap();
	}
	book.matters.common_parts = IN_TRACTS;
	book.tracts = tracts(&[&[1], &[2]]);
	book
}

fn tracts(lists: &[&[BuildingId]]) -> tract::TractBuildings {
	let lists: Vec<Buildings> = lists.iter().map(|list| list.to_vec().try_into().unwrap()).collect();
	lists.try_into().unwrap()
}

/// Owners 0 to 3 have a home each in building 1, owners 3 to 6 in building 2, and owner 7 in building 3.
fn homes() -> Vec<UnitView> {
	let first = (0..4).map(|owner| flat(1, 10_000, owner));
	let second = (3..7).map(|owner| flat(2, 10_000, owner));
	first.chain(second).chain([flat(3, 10_000, 7)]).collect()
}

fn run_with(change: impl FnOnce(&mut RuleBook), test: impl FnOnce()) {
	let mut book = book();
	change(&mut book);
	assert_eq!(book.validate(), Ok(()));
	ExtBuilder(Some(book)).build_and_execute(|| {
		Register::begin_with(homes());
		test();
	});
}

fn run(test: impl FnOnce()) {
	run_with(|_| (), test);
}

fn class_of(book: &mut RuleBook) -> &mut DecisionClass {
	&mut book.classes[usize::from(IN_TRACTS)]
}

fn power(homes: u32) -> Power {
	Power { area: u64::from(homes) * 10_000, heads: homes }
}

/// The power for and against within each tract.
fn tallies(id: ProposalId) -> Vec<(Power, Power)> {
	let of = |tract: TractPoll| match tract.tally {
		Tally::Motion { in_favour, against, .. } => (in_favour, against),
		other => panic!("{other:?}"),
	};
	Governance::electorate(id).unwrap().tracts.into_iter().map(of).collect()
}

fn decided(id: ProposalId) -> CertificateOf<Test> {
	sleep(WINDOW);
	assert_ok!(Governance::close(signed(TENANT), id));
	Governance::certificate(id).unwrap()
}

#[test]
fn a_motion_passes_if_it_passes_within_each_tract() {
	run(|| {
		let id = vote_on(None, IN_TRACTS);
		let poll = Polls::<Test>::get(id).unwrap();
		assert_eq!((poll.total, poll.tract_buildings), (Power { area: 90_000, heads: 8 }, 2));
		cast_all(id, 0..7, Choice::For);
		cast_all(id, [7], Choice::Against);
		// Owner 3 is a head in both.
		assert_eq!(Ballots::<Test>::get(id, 3).unwrap().power, Power { area: 20_000, heads: 1 });
		let certificate = decided(id);
		assert_eq!(certificate.verdict, Verdict::Passed);
		let count = Count { total: power(4), participating: power(4), in_favour: power(4), ..Count::default() };
		let result = |buildings: BuildingId| TractResult {
			buildings: vec![buildings].try_into().unwrap(),
			count,
			verdict: Verdict::Passed,
		};
		assert_eq!(certificate.tracts.to_vec(), [result(1), result(2)]);
		assert!(matches!(state(id), State::Passed { .. }));
	});
}

#[test]
fn a_motion_that_fails_within_one_tract_is_rejected() {
	run(|| {
		let id = vote_on(None, IN_TRACTS);
		cast_all(id, [0, 1, 2, 3, 7], Choice::For);
		cast_all(id, 4..7, Choice::Against);
		let certificate = decided(id);
		// 60 000 of 90 000, and five of eight heads.
		assert_eq!(certificate.count.in_favour, Power { area: 60_000, heads: 5 });
		assert_eq!(certificate.verdict, Verdict::Rejected(Reason::Tract));
		let verdicts: Vec<_> = certificate.tracts.iter().map(|tract| tract.verdict).collect();
		assert_eq!(verdicts, [Verdict::Passed, Verdict::Rejected(Reason::ApprovalArea)]);
		assert!(matches!(state(id), State::Rejected { .. }));
	});
}

#[test]
fn what_the_whole_community_rejects_names_its_own_reason() {
	run(|| {
		let id = vote_on(None, IN_TRACTS);
		cast_all(id, 0..8, Choice::Against);
		let certificate = decided(id);
		assert_eq!(certificate.verdict, Verdict::Rejected(Reason::ApprovalArea));
		assert_eq!(certificate.tracts.len(), 2);
		// Of another class there is nothing to show.
		let id = vote_on(None, ORDINARY);
		assert_eq!(Polls::<Test>::get(id).unwrap().tract_buildings, 0);
		assert!(!TractPolls::<Test>::contains_key(id));
		cast_all(id, 0..8, Choice::For);
		assert!(decided(id).tracts.is_empty());
	});
}

#[test]
fn changed_withdrawn_and_restored_ballots_count_anew_within_tracts() {
	run(|| {
		let id = vote_on(None, IN_TRACTS);
		assert_ok!(cast(id, 3, Choice::For));
		assert_eq!(tallies(id), [(power(1), power(0)); 2]);
		assert_ok!(cast(id, 3, Choice::Against));
		assert_eq!(tallies(id), [(power(0), power(1)); 2]);
		assert_ok!(cast(id, 7, Choice::For));
		assert_eq!(tallies(id), [(power(0), power(1)); 2]);
		// A proxy is used and revoked.
		assert_ok!(Governance::grant_proxy(of(4), id, acc(5), None));
		assert_ok!(Governance::cast_by_proxy(signed(acc(5)), id, 4, Choice::For));
		assert_eq!(tallies(id)[1], (power(1), power(1)));
		assert_ok!(Governance::revoke_proxy(of(4), id));
		assert_eq!(tallies(id)[1], (power(0), power(1)));
		// A paper ballot is contested and upheld.
		assert_ok!(Governance::do_enter_paper(id, 0, Choice::For, hash(1), WITNESS));
		assert_ok!(Governance::do_countersign(id, 0, Choice::For, hash(1), TENANT));
		assert_eq!(tallies(id)[0], (power(1), power(1)));
		assert_ok!(Governance::contest_paper(of(0), id, hash(9)));
		assert_eq!(tallies(id)[0], (power(0), power(1)));
		assert_ok!(Governance::settle_contest(signed(AUDITOR), id, 0, true, hash(7)));
		assert_ok!(Governance::countersign_settlement(signed(REGISTRAR), id, 0, true, hash(7)));
		assert_eq!(tallies(id)[0], (power(1), power(1)));
	});
}

#[test]
fn sales_after_the_record_date_change_nothing() {
	run(|| {
		let id = vote_on(None, IN_TRACTS);
		// The home of owner 3 in building 2.
		Register::sell(4, 0);
		assert_ok!(cast(id, 0, Choice::For));
		assert_eq!(tallies(id), [(power(1), power(0)), (power(0), power(0))]);
		assert_ok!(cast(id, 3, Choice::For));
		assert_eq!(tallies(id), [(power(2), power(0)), (power(1), power(0))]);
		assert_ok!(cast(id, 3, Choice::Abstain));
		assert_eq!(tallies(id), [(power(1), power(0)), (power(0), power(0))]);
	});
}

#[test]
fn a_vote_goes_on_if_too_few_took_part_within_a_tract() {
	let area = |numerator, denominator| Participation {
		area: Some(Threshold::at_least(numerator, denominator)),
		heads: None,
		both: false,
	};
	let second = |book: &mut RuleBook| {
		let class = class_of(book);
		class.participation = area(2, 3);
		class.second_call = Some(SecondCall { participation: area(1, 3), window: DAY });
	};
	run_with(second, || {
		let id = vote_on(None, IN_TRACTS);
		// 60 000 of 90 000, and within the second tract 10 000 of 40 000.
		cast_all(id, [0, 1, 2, 3, 7], Choice::For);
		sleep(WINDOW);
		assert_ok!(Governance::close(signed(TENANT), id));
		assert_eq!(Polls::<Test>::get(id).unwrap().stage, Stage::SecondCall);
		assert_ok!(cast(id, 4, Choice::For));
		sleep(DAY);
		assert_ok!(Governance::close(signed(TENANT), id));
		let certificate = Governance::certificate(id).unwrap();
		assert_eq!((certificate.verdict, certificate.stage), (Verdict::Passed, Stage::SecondCall));
		assert_eq!(certificate.tracts[1].count.participating, power(2));
	});
}

#[test]
fn a_vote_goes_on_only_if_ballots_are_all_that_lacks_anywhere() {
	run(|| {
		let id = vote_on(None, IN_TRACTS);
		cast_all(id, 0..8, Choice::For);
		let passed = decided(id);
		let mut class = book().classes[usize::from(IN_TRACTS)];
		class.approval.of = Base::All;
		assert_eq!(crate::tracts::lack::<Test>(&class, &passed), None);
		let few = Count { total: power(4), participating: power(1), in_favour: power(1), ..Count::default() };
		let lack = |reasons: [Option<Reason>; 2]| {
			let mut certificate = passed.clone();
			certificate.verdict = Verdict::Rejected(Reason::Tract);
			for (tract, reason) in certificate.tracts.iter_mut().zip(reasons) {
				tract.count = few;
				tract.verdict = reason.map_or(Verdict::Passed, Verdict::Rejected);
			}
			crate::tracts::lack::<Test>(&class, &certificate)
		};
		let (area, participation, tie) = (Reason::ApprovalArea, Reason::ParticipationArea, Reason::Tie);
		for (reasons, expected) in [
			([None, Some(participation)], Some(Lack::Participation)),
			([Some(participation), Some(participation)], Some(Lack::Participation)),
			([Some(participation), Some(area)], Some(Lack::Approval)),
			([Some(area), Some(participation)], Some(Lack::Approval)),
			([Some(participation), Some(tie)], None),
			([Some(tie), None], None),
		] {
			assert_eq!(lack(reasons), expected, "{reasons:?}");
		}
	});
}

#[test]
fn a_vote_closes_early_with_its_tracts() {
	run_with(
		|book| class_of(book).early_close = Some(DAY),
		|| {
			let id = vote_on(None, IN_TRACTS);
			cast_all(id, 0..8, Choice::For);
			sleep(DAY);
			assert_ok!(Governance::close(signed(TENANT), id));
			assert_eq!(Governance::certificate(id).unwrap().tracts[1].count.in_favour, power(4));
		},
	);
}

#[test]
fn ballots_for_the_quorum_only_are_apart_within_tracts() {
	run_with(
		|book| class_of(book).quorum_only = true,
		|| {
			let id = vote_on(None, IN_TRACTS);
			cast_all(id, [0, 1], Choice::QuorumOnly);
			cast_all(id, 2..8, Choice::For);
			let certificate = decided(id);
			assert_eq!(certificate.verdict, Verdict::Passed);
			let count = certificate.tracts[0].count;
			assert_eq!((count.quorum_only, count.in_favour, count.participating), (power(2), power(2), power(4)));
		},
	);
}

#[test]
fn the_developer_counts_within_each_tract_by_the_rule_of_the_class() {
	// Owner 3 has a quarter of each tract.
	let capped = DeveloperRule::Capped { at: linli_primitives::Fraction::new(1, 8) };
	for (rule, area, heads) in [(capped, 5_000, 1), (DeveloperRule::LeftOut, 0, 0)] {
		run_with(
			|book| class_of(book).developer = rule,
			|| {
				DeveloperOwner::set(Some(3));
				let id = vote_on(None, IN_TRACTS);
				for tract in TractPolls::<Test>::get(id) {
					let own = Power { area, heads };
					assert_eq!(tract.total, power(3).checked_add(own).unwrap());
					assert_eq!(tract.developer, Some((3, own)));
				}
				if heads > 0 {
					assert_ok!(cast(id, 3, Choice::For));
					assert_eq!(tallies(id), [(Power { area, heads }, power(0)); 2]);
				} else {
					assert_noop!(cast(id, 3, Choice::For), Error::<Test>::DeveloperExcluded);
				}
			},
		);
	}
}

#[test]
fn a_tract_without_voters_is_left_out() {
	run_with(
		|book| book.tracts = tracts(&[&[1], &[2], &[3]]),
		|| {
			assert_eq!(TractPolls::<Test>::get(propose(motion(None), IN_TRACTS)).len(), 3);
			// Building 3 is torn down.
			Register::change(8, |unit| unit.building = 1);
			sleep(DAY);
			let id = vote_on(None, IN_TRACTS);
			assert_eq!(TractPolls::<Test>::get(id).len(), 2);
			assert_eq!(Polls::<Test>::get(id).unwrap().tract_buildings, 2);
			cast_all(id, 0..8, Choice::For);
			assert_eq!(decided(id).tracts[0].count.total, power(5));
		},
	);
}

#[test]
fn a_class_within_tracts_takes_a_motion_of_the_whole_community() {
	run(|| {
		let propose =
			|question, electorate| Governance::propose(committee(), question, IN_TRACTS, electorate, hash(1), place());
		let some: Option<Buildings> = Some(vec![1].try_into().unwrap());
		assert_noop!(propose(motion(None), some), Error::<Test>::ElectorateNotAllowed);
		let options = Options::truncate_from(vec![None, None]);
		let choice = Question::Options { options, matter: None };
		assert_noop!(propose(choice, None), Error::<Test>::OptionsNotAllowed);
		assert_noop!(propose(election(3), None), Error::<Test>::InvalidClass);
		Countable::set(false);
		let uncounted = with_storage_layer(|| propose(motion(None), None));
		assert_eq!(uncounted, Err(Error::<Test>::TooManyBuildingSets.into()));
		Countable::set(true);
		assert_ok!(propose(motion(None), None));
		assert_ok!(Governance::petition(of(0), motion(None), IN_TRACTS, None, hash(1), place()));
		assert_ok!(Governance::support(of(1), 1));
		assert_eq!(TractPolls::<Test>::get(1).len(), 2);
	});
}

#[test]
fn a_withdrawn_proposal_leaves_no_tracts() {
	run(|| {
		let id = propose(motion(None), IN_TRACTS);
		assert!(TractPolls::<Test>::contains_key(id));
		assert_ok!(Governance::withdraw(committee(), id));
		assert!(!TractPolls::<Test>::contains_key(id));
	});
}

#[test]
fn a_rule_book_names_tracts_with_voters() {
	run(|| {
		let set = |lists: &[&[BuildingId]]| {
			let book = RuleBook { tracts: tracts(lists), ..book() };
			Governance::set_rule_book(decision(Level::Major), book)
		};
		assert_noop!(set(&[&[1], &[9]]), Error::<Test>::TractIsEmpty);
		Countable::set(false);
		assert_noop!(set(&[&[1], &[2]]), Error::<Test>::TooManyBuildingSets);
		assert_ok!(Governance::set_rule_book(decision(Level::Major), rule_book()));
		Countable::set(true);
		assert_ok!(set(&[&[1, 3], &[2]]));
	});
}

#[test]
fn a_higher_level_suffices_within_the_same_tracts_only() {
	let asked = book();
	for (class, common_parts, charges) in [
		(IN_TRACTS, true, false),
		// It asks more than the class of charges does.
		(IN_TRACTS_MAJOR, true, true),
		(ORDINARY, false, true),
		(MAJOR, false, true),
	] {
		let found = [Matter::CommonParts, Matter::Charges].map(|matter| asked.suffices(class, matter));
		assert_eq!(found, [common_parts, charges], "class {class}");
	}
	run(|| {
		let on_parts = |class, level| {
			let matter = Matter::CommonParts;
			let origin = Origin::Decided { proposal: 7, rule_book: 0, class, level, electorate: None, matter };
			EnsureDecision::<Test, matters::CommonParts>::try_origin(origin.into()).is_ok()
		};
		let all = || [(IN_TRACTS, Level::Ordinary), (IN_TRACTS_MAJOR, Level::Major), (MAJOR, Level::Major)];
		assert_eq!(all().map(|(class, level)| on_parts(class, level)), [true, true, false]);
		let set = |book: RuleBook| Governance::set_rule_book(decision(Level::Major), book).unwrap();
		// The same tracts in the next rule book, then others, then none.
		set(book());
		assert_eq!(all().map(|(class, level)| on_parts(class, level)), [true, true, false]);
		set(RuleBook { tracts: tracts(&[&[1, 3], &[2]]), ..book() });
		assert_eq!(all().map(|(class, level)| on_parts(class, level)), [false; 3]);
		let mut whole = rule_book();
		whole.matters.common_parts = ORDINARY;
		set(whole);
		assert_eq!(all().map(|(class, level)| on_parts(class, level)), [true, true, false]);
	});
}

#[test]
fn tracts_are_counted_by_the_kinds_of_units_of_the_class() {
	let homes_only = UnitKinds::of(&[UnitKind::Residential]);
	run_with(
		|book| class_of(book).kinds = Some(homes_only),
		|| {
			Counted::set(vec![homes_only]);
			let mut units = homes();
			units.push(UnitView { kind: UnitKind::Parking, ..flat(1, 50_000, 0) });
			Register::begin_with(units);
			let id = vote_on(None, IN_TRACTS);
			assert!(TractPolls::<Test>::get(id).iter().all(|tract| tract.total == power(4)));
			assert_ok!(cast(id, 0, Choice::For));
			assert_eq!(tallies(id)[0], (power(1), power(0)));
		},
	);
}

#[test]
fn tracts_that_cover_the_community_add_up_to_it() {
	for seed in 0..40 {
		ExtBuilder::default().build_and_execute(|| {
			let mut random = StdRng::seed_from_u64(seed);
			HeadsPerUnit::set(true);
			let unit =
				|random: &mut StdRng| flat(random.gen_range(1..4), random.gen_range(1..20_000), random.gen_range(0..8));
			Register::begin_with((0..20).map(|_| unit(&mut random)).collect());
			let book = RuleBook { tracts: tracts(&[&[1, 3], &[2]]), ..book() };
			let covers = Governance::set_rule_book(decision(Level::Major), book);
			// In a few of the worlds all units are in one tract.
			if covers == Err(Error::<Test>::TractIsEmpty.into()) {
				return;
			}
			assert_ok!(covers);
			let id = vote_on(None, IN_TRACTS);
			let choices = [Choice::For, Choice::Against, Choice::Abstain];
			for _ in 0..30 {
				let owner = random.gen_range(0..8);
				let choice = choices[random.gen_range(0..3)];
				let has_units = !<Register as Electorate<_, _>>::power_at(owner, 0, None).is_zero();
				assert_eq!(cast(id, owner, choice).is_ok(), has_units);
			}
			let certificate = decided(id);
			let sum = |of: fn(&Count) -> Power| {
				let parts = certificate.tracts.iter().map(|tract| of(&tract.count));
				parts.fold(Power::ZERO, |sum, part| sum.checked_add(part).unwrap())
			};
			let count = &certificate.count;
			let whole = [count.total, count.participating, count.in_favour, count.against];
			let of: [fn(&Count) -> Power; 4] =
				[|it| it.total, |it| it.participating, |it| it.in_favour, |it| it.against];
			assert_eq!(of.map(sum), whole, "seed {seed}");
		});
	}
}
