// SPDX-License-Identifier: Apache-2.0

//! The law packs that ship with the runtime: each threshold is tested at its value, and one owner or 0.01 m² below and
//! above it. The numbers here are taken from the law, not from the packs; sources are in `docs/decisions.md`.

use crate::{
	mock::{
		committee, flat, hash, motion, of, place, propose, second, signed, sleep, state, BuildExt, ExtBuilder,
		Governance, Now, Register, Test,
	},
	tally::Choice,
	types::{
		class::{DecisionClass, Level, SilentRule, Stage, TieRule},
		rule_book::{Matter, RuleBook},
		State,
	},
	verdict::{decide, qualifies, quorum, Count, Reason, Verdict},
	Error, QuestionOf,
};
use core::cmp::Ordering;
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{Moment, Power};

const DAY: Moment = 86_400_000;
const YEAR: Moment = 365 * DAY;

/// 30,000.00 m² and 300 owners, of which halves, thirds and quarters are whole numbers.
const TOTAL: Power = Power { area: 3_000_000, heads: 300 };

const PASSED: Verdict = Verdict::Passed;

fn rule_book(json: &str) -> RuleBook {
	let pack: serde_json::Value = serde_json::from_str(json).unwrap();
	serde_json::from_value(pack["governance"]["ruleBook"].clone()).unwrap()
}

fn cn() -> RuleBook {
	rule_book(include_str!("../../../../runtime/src/genesis/laws/cn.json"))
}

fn nsw() -> RuleBook {
	rule_book(include_str!("../../../../runtime/src/genesis/laws/nsw.json"))
}

fn qld() -> RuleBook {
	rule_book(include_str!("../../../../runtime/src/genesis/laws/qld.json"))
}

fn us_hoa() -> RuleBook {
	rule_book(include_str!("../../../../runtime/src/genesis/laws/us-hoa.json"))
}

fn poll() -> RuleBook {
	rule_book(include_str!("../../../../runtime/src/genesis/laws/poll.json"))
}

fn every_pack() -> [RuleBook; 5] {
	[cn(), nsw(), qld(), us_hoa(), poll()]
}

fn power(area: u64, heads: u32) -> Power {
	Power { area, heads }
}

/// A count in which all who took part and are neither in favour nor against abstained.
fn count(participating: Power, in_favour: Power, against: Power) -> Count {
	Count { total: TOTAL, participating, in_favour, against, served_silent: Power::ZERO, quorum_only: Power::ZERO }
}

/// Checks the verdicts one below, at and one above a value.
#[track_caller]
fn around(class: &DecisionClass, at: u64, make: impl Fn(u64) -> Count, expected: [Verdict; 3]) {
	for (value, expected) in [at - 1, at, at + 1].into_iter().zip(expected) {
		assert_eq!(decide(class, &make(value)), expected, "at {value}");
	}
}

fn rejected(reason: Reason) -> Verdict {
	Verdict::Rejected(reason)
}

/// The verdicts around a threshold of the share or more.
fn from(reason: Reason) -> [Verdict; 3] {
	[rejected(reason), PASSED, PASSED]
}

/// The verdicts around a threshold of more than the share.
fn above(reason: Reason) -> [Verdict; 3] {
	[rejected(reason), rejected(reason), PASSED]
}

/// The verdicts around a cap, which must not be exceeded.
fn up_to(reason: Reason) -> [Verdict; 3] {
	[PASSED, PASSED, rejected(reason)]
}

fn heads(value: u64) -> u32 {
	u32::try_from(value).unwrap()
}

#[test]
fn every_pack_is_valid() {
	for book in every_pack() {
		assert_eq!(book.validate(), Ok(()));
		for class in &book.classes {
			assert_eq!(class.silent, SilentRule::NotParticipating, "off by default (D30)");
			assert_eq!(class.tie, TieRule::Rejected);
		}
		for matter in [Matter::RuleBook, Matter::Runtime] {
			assert_eq!(book.level_of(matter), Some(Level::Major), "D26, D45");
		}
		assert_eq!(book.level_of(Matter::Charges), Some(Level::Ordinary));
		assert_eq!(book.level_of(Matter::Roles), Some(Level::Ordinary), "D11");
		let levels: Vec<Level> = book.classes.iter().take(3).map(|class| class.level).collect();
		assert_eq!(levels, [Level::Ordinary, Level::Major, Level::Advisory], "ids mean the same in every pack");
	}
}

#[test]
fn in_every_pack_each_class_can_pass_and_fail() {
	for book in every_pack() {
		for class in &book.classes {
			let asks = class.approval.area.is_some() || class.approval.heads.is_some();
			let all_in_favour = if asks { PASSED } else { rejected(Reason::NotForMotions) };
			assert_eq!(decide(class, &count(TOTAL, TOTAL, Power::ZERO)), all_in_favour);
			assert!(qualifies(class, TOTAL, TOTAL, TOTAL));
			assert_eq!(decide(class, &count(TOTAL, Power::ZERO, Power::ZERO)), rejected(Reason::AllAbstained));
			assert_eq!(decide(class, &count(Power::ZERO, Power::ZERO, Power::ZERO)), rejected(Reason::NobodyVoted));
		}
	}
}

// ---- petition, proxies and committee of every pack ----

/// The limits of a pack besides its classes.
struct Limits {
	pack: &'static str,
	book: RuleBook,
	/// The number of supporters out of 300 owners with which a petition succeeds.
	supporters: u32,
	proxies: u32,
	seats: &'static [u32],
	/// The minimum and the maximum.
	term: [Moment; 2],
}

fn limits() -> [Limits; 5] {
	let seats: &[u32] = &[3, 5, 7, 9];
	[
		Limits {
			pack: "cn",
			book: cn(),
			supporters: 60,
			proxies: 3,
			seats: &[5, 7, 9, 11],
			term: [3 * YEAR, 5 * YEAR],
		},
		Limits {
			pack: "nsw",
			book: nsw(),
			supporters: 75,
			proxies: 1,
			seats: &[1, 2, 3, 4, 5, 6, 7, 8, 9],
			term: [90 * DAY, YEAR + 90 * DAY],
		},
		Limits {
			pack: "qld",
			book: qld(),
			supporters: 75,
			proxies: 1,
			seats: &[3, 4, 5, 6, 7],
			term: [90 * DAY, YEAR + 90 * DAY],
		},
		Limits { pack: "us-hoa", book: us_hoa(), supporters: 15, proxies: 3, seats, term: [YEAR, 4 * YEAR] },
		Limits { pack: "poll", book: poll(), supporters: 30, proxies: 3, seats, term: [YEAR, 3 * YEAR] },
	]
}

/// Runs a test on a chain with this rule book and 300 owners of 100.00 m² each.
fn live_by(book: RuleBook, test: impl FnOnce()) {
	ExtBuilder(Some(book)).build_and_execute(|| {
		Register::begin_with((0..TOTAL.heads).map(|owner| flat(1, 10_000, owner)).collect());
		test();
	});
}

#[test]
fn in_every_pack_a_petition_needs_its_share_of_the_owners() {
	for Limits { pack, book, supporters, .. } in limits() {
		let compared = [supporters - 1, supporters, supporters + 1]
			.map(|supporters| book.petition.compare(supporters.into(), TOTAL.heads.into()).unwrap());
		assert_eq!(compared, [Ordering::Less, Ordering::Equal, Ordering::Greater], "{pack}");
		live_by(book, || {
			// The petitioner is the first supporter.
			assert_ok!(Governance::petition(of(0), motion(None), 0, None, hash(1), place()));
			for owner in 1..supporters - 1 {
				assert_ok!(Governance::support(of(owner), 0));
			}
			let collecting = matches!(state(0), State::Petition { supporters: s, .. } if s == supporters - 1);
			assert!(collecting, "{pack}: one owner below: {:?}", state(0));
			assert_ok!(Governance::support(of(supporters - 1), 0));
			assert!(matches!(state(0), State::Announced { .. }), "{pack}: at the share: {:?}", state(0));
			assert_noop!(Governance::support(of(supporters), 0), Error::<Test>::NotCollecting);
		});
	}
}

#[test]
fn in_every_pack_the_proxies_of_a_holder_are_bounded() {
	for Limits { book, proxies, .. } in limits() {
		live_by(book, || {
			let id = propose(motion(None), 0);
			let holder = second(200);
			let State::Announced { opens, .. } = state(id) else { panic!("{:?}", state(id)) };
			sleep(opens - Now::get());
			let use_one = |owner, holder| Governance::cast_by_proxy(signed(holder), id, owner, Choice::For);
			for owner in 0..=proxies {
				assert_ok!(Governance::grant_proxy(of(owner), id, holder, None));
			}
			for owner in 0..proxies {
				assert_ok!(use_one(owner, holder));
			}
			assert_eq!(use_one(proxies, holder), Err(Error::<Test>::TooManyProxies.into()));
			// Another holder is accepted.
			assert_ok!(Governance::revoke_proxy(of(proxies), id));
			assert_ok!(Governance::grant_proxy(of(proxies), id, second(201), None));
			assert_ok!(use_one(proxies, second(201)));
		});
	}
}

#[test]
fn in_every_pack_seats_and_terms_are_bounded() {
	for Limits { pack, book, seats, term: [shortest, longest], .. } in limits() {
		let rules = book.election;
		assert_eq!((0..=32).filter(|seats| rules.allows_seats(*seats)).collect::<Vec<u32>>(), seats, "{pack}");
		let terms = [shortest - 1, shortest, shortest + 1, longest - 1, longest, longest + 1];
		let allowed = terms.map(|term| rules.allows_term(term));
		assert_eq!(allowed, [false, true, true, true, true, false], "{pack}");
		live_by(book, || {
			let ask = |seats, term| {
				let question = QuestionOf::<Test>::Election { seats, term };
				Governance::propose(committee(), question, rules.class, None, hash(1), place())
			};
			let (fewest, most) = (seats[0], seats[seats.len() - 1]);
			assert_eq!(ask(fewest - 1, shortest), Err(Error::<Test>::InvalidSeats.into()), "{pack}");
			assert_eq!(ask(most + 1, shortest), Err(Error::<Test>::InvalidSeats.into()), "{pack}");
			assert_eq!(ask(fewest, shortest - 1), Err(Error::<Test>::InvalidTerm.into()), "{pack}");
			assert_eq!(ask(fewest, longest + 1), Err(Error::<Test>::InvalidTerm.into()), "{pack}");
			assert_eq!(ask(fewest, shortest), Ok(()), "{pack}");
			assert_eq!(ask(most, longest), Ok(()), "{pack}");
		});
	}
}

/// Checks the participation in an election of a pack.
fn election_quorum(book: &RuleBook, area: u64, heads: u32) -> Result<(), Reason> {
	quorum(&book.classes[usize::from(book.election.class)], TOTAL, power(area, heads))
}

#[test]
fn in_every_pack_an_election_requires_its_quorum() {
	const AREA: Result<(), Reason> = Err(Reason::ParticipationArea);
	const HEADS: Result<(), Reason> = Err(Reason::ParticipationHeads);
	const MET: Result<(), Reason> = Ok(());
	// The area and heads that took part.
	let cases = [
		("cn: two thirds of the area", cn(), [(1_999_999, 300), (2_000_000, 300), (2_000_001, 300)], [AREA, MET, MET]),
		("cn: and of the heads", cn(), [(3_000_000, 199), (3_000_000, 200), (3_000_000, 201)], [HEADS, MET, MET]),
		("nsw: a quarter of the area", nsw(), [(749_999, 1), (750_000, 1), (750_001, 1)], [AREA, MET, MET]),
		("nsw: or of the heads", nsw(), [(1, 74), (1, 75), (1, 76)], [AREA, MET, MET]),
		("qld: a quarter of the heads", qld(), [(3_000_000, 74), (1, 75), (1, 76)], [HEADS, MET, MET]),
		("us-hoa: a third of the heads", us_hoa(), [(3_000_000, 99), (1, 100), (1, 101)], [HEADS, MET, MET]),
		("poll: any", poll(), [(0, 0), (1, 1), (2, 2)], [Err(Reason::NobodyVoted), MET, MET]),
	];
	for (what, book, participating, expected) in cases {
		let found = participating.map(|(area, heads)| election_quorum(&book, area, heads));
		assert_eq!(found, expected, "{what}");
	}
}

#[test]
fn in_every_pack_a_candidate_requires_its_approval() {
	let part = power(2_400_000, 240);
	let at_least = [false, true, true];
	let more_than = [false, false, true];
	// The area and heads that approve, of 24,000.00 m² and 240 owners that took part.
	let cases = [
		("cn: half of the area", cn(), [1_199_999, 1_200_000, 1_200_001].map(|a| power(a, 240)), more_than),
		("cn: half of the heads", cn(), [119, 120, 121].map(|h| power(2_400_000, h)), more_than),
		("nsw: any", nsw(), [power(0, 0), power(1, 1), power(2, 2)], at_least),
		("qld: any", qld(), [power(0, 0), power(1, 1), power(2, 2)], at_least),
		("us-hoa: any", us_hoa(), [power(0, 0), power(1, 1), power(2, 2)], at_least),
		// A share of those who took part, not of all 300, regardless of area.
		("poll: half of the heads", poll(), [power(2_400_000, 119), power(2_400_000, 120), power(1, 121)], more_than),
	];
	for (what, book, approving, expected) in cases {
		let class = &book.classes[usize::from(book.election.class)];
		assert_eq!(approving.map(|approving| qualifies(class, TOTAL, part, approving)), expected, "{what}");
	}
}

// ---- cn ----

#[test]
fn cn_two_thirds_of_the_area_take_part() {
	for class in &cn().classes[..2] {
		let make = |area| count(power(area, 300), power(area, 300), Power::ZERO);
		around(class, 2_000_000, make, from(Reason::ParticipationArea));
	}
}

#[test]
fn cn_two_thirds_of_the_owners_take_part() {
	for class in &cn().classes[..2] {
		let make = |value| count(power(3_000_000, heads(value)), power(3_000_000, heads(value)), Power::ZERO);
		around(class, 200, make, from(Reason::ParticipationHeads));
	}
}

#[test]
fn cn_ordinary_more_than_half_of_the_area_that_took_part() {
	let part = power(2_000_000, 200);
	let make = |area| count(part, power(area, 200), Power::ZERO);
	around(&cn().classes[0], 1_000_000, make, above(Reason::ApprovalArea));
	// With an equal power against, exactly half is a tie, which is rejected as well.
	let make = |area| count(part, power(area, 200), power(2_000_000 - area, 0));
	let verdicts = [rejected(Reason::ApprovalArea), rejected(Reason::Tie), PASSED];
	around(&cn().classes[0], 1_000_000, make, verdicts);
}

#[test]
fn cn_ordinary_more_than_half_of_the_owners_who_took_part() {
	let part = power(2_000_000, 200);
	let make = |value| count(part, power(2_000_000, heads(value)), Power::ZERO);
	around(&cn().classes[0], 100, make, above(Reason::ApprovalHeads));
	let make = |value| count(part, power(2_000_000, heads(value)), power(0, heads(200 - value)));
	let verdicts = [rejected(Reason::ApprovalHeads), rejected(Reason::Tie), PASSED];
	around(&cn().classes[0], 100, make, verdicts);
}

#[test]
fn cn_major_three_quarters_of_the_area_that_took_part() {
	let part = power(2_000_000, 200);
	let make = |area| count(part, power(area, 200), power(2_000_000 - area, 0));
	around(&cn().classes[1], 1_500_000, make, from(Reason::ApprovalArea));
}

#[test]
fn cn_major_three_quarters_of_the_owners_who_took_part() {
	let part = power(2_000_000, 200);
	let make = |value| count(part, power(2_000_000, heads(value)), power(0, heads(200 - value)));
	around(&cn().classes[1], 150, make, from(Reason::ApprovalHeads));
}

#[test]
fn cn_passing_on_heads_does_not_make_up_for_area() {
	let part = power(2_500_000, 250);
	let class = cn().classes[0];
	let many_small_flats = count(part, power(1_200_000, 180), power(1_300_000, 70));
	assert_eq!(decide(&class, &many_small_flats), rejected(Reason::ApprovalArea));
	let few_large_flats = count(part, power(1_300_000, 100), power(1_200_000, 150));
	assert_eq!(decide(&class, &few_large_flats), rejected(Reason::ApprovalHeads));
	assert_eq!(decide(&class, &count(part, power(1_300_000, 150), power(1_200_000, 100))), PASSED);
}

#[test]
fn cn_matters_and_petition_and_committee() {
	let book = cn();
	// CC 278 (6)–(8) and D26; all other matters are ordinary.
	for matter in Matter::ALL {
		let major = matches!(matter, Matter::RepairFund | Matter::CommonParts | Matter::RuleBook | Matter::Runtime);
		assert_eq!(book.level_of(matter), Some(if major { Level::Major } else { Level::Ordinary }), "{matter:?}");
	}
	let petition = [59, 60, 61].map(|supporters| book.petition.compare(supporters, 300).unwrap());
	assert_eq!(petition, [Ordering::Less, Ordering::Equal, Ordering::Greater]);
	assert!(book.classes[..2].iter().all(|class| class.notice == 15 * DAY));
	let rules = book.election;
	assert_eq!((0..=32).filter(|seats| rules.allows_seats(*seats)).collect::<Vec<u32>>(), [5, 7, 9, 11]);
	assert!(!rules.allows_term(3 * YEAR - 1) && rules.allows_term(3 * YEAR));
	assert!(rules.allows_term(5 * YEAR) && !rules.allows_term(5 * YEAR + 1));
	assert!(rules.arrears_bar);
	// A candidate requires the ordinary majority in both measures.
	let (class, part) = (book.classes[usize::from(rules.class)], power(2_000_000, 200));
	assert_eq!(quorum(&class, TOTAL, power(2_000_000, 199)), Err(Reason::ParticipationHeads));
	assert!(!qualifies(&class, TOTAL, part, power(1_000_000, 101)));
	assert!(!qualifies(&class, TOTAL, part, power(1_000_001, 100)));
	assert!(qualifies(&class, TOTAL, part, power(1_000_001, 101)));
}

// ---- nsw ----

#[test]
fn nsw_a_quarter_of_the_persons_or_of_the_entitlement_is_a_quorum() {
	for class in &nsw().classes[..2] {
		// By persons, with almost no entitlement.
		let make = |value| count(power(1, heads(value)), power(1, heads(value)), Power::ZERO);
		around(class, 75, make, from(Reason::ParticipationArea));
		// By the entitlement of one person.
		let make = |area| count(power(area, 1), power(area, 1), Power::ZERO);
		around(class, 750_000, make, from(Reason::ParticipationArea));
	}
}

#[test]
fn nsw_ordinary_by_the_majority_of_votes() {
	// 200 vote, 50 abstain.
	let make = |value| count(power(2_000_000, 250), power(0, heads(value)), power(2_000_000, heads(200 - value)));
	let verdicts = [rejected(Reason::ApprovalHeads), rejected(Reason::Tie), PASSED];
	around(&nsw().classes[0], 100, make, verdicts);
}

#[test]
fn nsw_special_fails_when_more_than_a_quarter_of_the_value_is_against() {
	// 20,000.00 m² vote, 5,000.00 m² abstain: 25 % is 5,000.00 m².
	let part = power(2_500_000, 250);
	let make = |area| count(part, power(2_000_000 - area, 200), power(area, 50));
	around(&nsw().classes[1], 500_000, make, up_to(Reason::VetoArea));
	// Heads do not count: one large owner can veto it, many small ones cannot.
	let one_large = count(part, power(1_499_999, 249), power(500_001, 1));
	assert_eq!(decide(&nsw().classes[1], &one_large), rejected(Reason::VetoArea));
	let many_small = count(part, power(1_500_000, 1), power(500_000, 249));
	assert_eq!(decide(&nsw().classes[1], &many_small), PASSED);
}

#[test]
fn nsw_committee_of_one_to_nine_by_plurality() {
	let book = nsw();
	assert_eq!((0..=32).filter(|seats| book.election.allows_seats(*seats)).count(), 9);
	let class = book.classes[usize::from(book.election.class)];
	assert_eq!(quorum(&class, TOTAL, power(749_999, 74)), Err(Reason::ParticipationArea));
	assert_eq!(quorum(&class, TOTAL, power(749_999, 75)), Ok(()));
	assert!(qualifies(&class, TOTAL, TOTAL, power(1, 1)));
}

/// At a meeting adjourned for want of a quorum those present are one.
#[test]
fn nsw_and_qld_adjourned_meetings_have_no_quorum() {
	for book in [nsw(), qld()] {
		for class in [0, 1, 3, 4].map(|place: usize| book.classes[place]) {
			assert_eq!(class.second_call.map(|second| second.window), Some(7 * DAY));
			assert!(quorum(&class, TOTAL, power(1, 1)).is_err());
			assert_eq!(quorum(&class.at(Stage::SecondCall), TOTAL, power(1, 1)), Ok(()));
		}
		assert_eq!(book.classes[2].second_call, None, "a poll has no quorum to miss");
	}
}

#[test]
fn nsw_and_qld_without_dissent_one_vote_against_is_enough() {
	for book in [nsw(), qld()] {
		let class = book.classes[4];
		assert_eq!(class.level, Level::Major);
		// An abstention is no dissent, and neither is staying away.
		let make = |against| count(power(2_000_000, 200), power(100_000, 10), power(0, heads(against)));
		assert_eq!(decide(&class, &make(0)), PASSED);
		for against in [1, 2, 50] {
			assert_eq!(decide(&class, &make(against)), rejected(Reason::VetoHeads));
		}
		let nobody = count(power(2_000_000, 200), Power::ZERO, power(0, 1));
		assert_eq!(decide(&class, &nobody), rejected(Reason::ApprovalHeads));
		// It can decide what an ordinary decision can, and not what a special resolution is required for.
		let matters = &book.matters;
		assert_eq!((matters.class_of(Matter::RuleBook), matters.class_of(Matter::CommonParts)), (1, 1));
	}
}

// ---- qld ----

#[test]
fn qld_a_quarter_of_the_voters_is_a_quorum() {
	for class in &qld().classes[..2] {
		let make = |value| count(power(3_000_000, heads(value)), power(3_000_000, heads(value)), Power::ZERO);
		around(class, 75, make, from(Reason::ParticipationHeads));
	}
}

#[test]
fn qld_ordinary_more_for_than_against() {
	let make = |value| count(power(2_000_000, 250), power(0, heads(value)), power(2_000_000, heads(200 - value)));
	let verdicts = [rejected(Reason::ApprovalHeads), rejected(Reason::Tie), PASSED];
	around(&qld().classes[0], 100, make, verdicts);
}

#[test]
fn qld_special_two_thirds_of_the_votes_cast() {
	// 120 votes: 80 are two thirds; 40 against are under a quarter of 300 lots.
	let make = |value| count(power(1_200_000, 130), power(600_000, heads(value)), power(600_000, heads(120 - value)));
	around(&qld().classes[1], 80, make, from(Reason::ApprovalHeads));
}

#[test]
fn qld_special_a_quarter_of_all_lots_against() {
	let make = |value| count(TOTAL, power(2_500_000, heads(300 - value)), power(500_000, heads(value)));
	around(&qld().classes[1], 75, make, up_to(Reason::VetoHeads));
}

#[test]
fn qld_special_a_quarter_of_all_entitlements_against() {
	let make = |area| count(TOTAL, power(3_000_000 - area, 250), power(area, 50));
	around(&qld().classes[1], 750_000, make, up_to(Reason::VetoArea));
	// Of all entitlements, not of those that voted.
	let make = |area| count(power(800_000, 80), power(800_000 - area, 60), power(area, 20));
	around(&qld().classes[1], 750_000, make, up_to(Reason::VetoArea));
}

#[test]
fn qld_committee_of_three_to_seven() {
	let rules = qld().election;
	assert_eq!((0..=32).filter(|seats| rules.allows_seats(*seats)).collect::<Vec<u32>>(), [3, 4, 5, 6, 7]);
	assert!(qld().classes[..2].iter().all(|class| class.notice == 21 * DAY));
}

// ---- us-hoa ----

#[test]
fn us_hoa_more_than_half_of_the_members_are_a_quorum() {
	for class in &us_hoa().classes[..2] {
		// At 151 in favour all conditions are met; at 150 the quorum is not.
		let make = |value| count(power(0, heads(value)), power(0, heads(value)), Power::ZERO);
		around(class, 150, make, above(Reason::ParticipationHeads));
	}
}

#[test]
fn us_hoa_a_majority_of_the_quorum() {
	let make = |value| count(power(0, 200), power(0, heads(value)), power(0, heads(200 - value)));
	let verdicts = [rejected(Reason::ApprovalHeads), rejected(Reason::Tie), PASSED];
	around(&us_hoa().classes[0], 100, make, verdicts);
	// The smallest quorum is 151, and a majority of it 76, even if most others abstain.
	let make = |value| count(power(0, 151), power(0, heads(value)), power(0, 1));
	around(&us_hoa().classes[0], 76, make, from(Reason::ApprovalHeads));
}

#[test]
fn us_hoa_major_more_than_half_of_all_members() {
	// 200 vote; half of them does not suffice.
	let make = |value| count(power(0, 200), power(0, heads(value)), power(0, heads(200 - value)));
	around(&us_hoa().classes[1], 150, make, above(Reason::ApprovalHeads));
}

#[test]
fn us_hoa_an_election_called_again_needs_a_fifth_of_the_members() {
	let book = us_hoa();
	let class = book.classes[usize::from(book.election.class)];
	assert_eq!(class.second_call.map(|second| second.window), Some(20 * DAY));
	let class = class.at(Stage::SecondCall);
	assert_eq!(quorum(&class, TOTAL, power(0, 59)), Err(Reason::ParticipationHeads));
	assert_eq!(quorum(&class, TOTAL, power(0, 60)), Ok(()));
	assert_eq!(quorum(&class, TOTAL, power(0, 61)), Ok(()));
	assert!(book.election.allows_term(4 * YEAR) && !book.election.allows_term(4 * YEAR + 1));
}

// ---- poll ----

#[test]
fn poll_class_has_no_quorum() {
	for book in every_pack() {
		let class = book.classes[2];
		assert_eq!(class.level, Level::Advisory);
		let one = count(power(1, 1), power(1, 1), Power::ZERO);
		assert_eq!(decide(&class, &one), PASSED, "no quorum");
		let make = |value| count(power(0, 50), power(0, heads(value)), power(0, heads(40 - value)));
		let verdicts = [rejected(Reason::ApprovalHeads), rejected(Reason::Tie), PASSED];
		around(&class, 20, make, verdicts);
	}
}

#[test]
fn poll_binding_classes_require_shares_of_all_owners() {
	let book = poll();
	// 240 vote.
	let make = |value| count(power(0, 240), power(0, heads(value)), power(0, heads(240 - value)));
	around(&book.classes[0], 150, make, above(Reason::ApprovalHeads));
	around(&book.classes[1], 200, make, from(Reason::ApprovalHeads));
}
