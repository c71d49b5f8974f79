// SPDX-License-Identifier: Apache-2.0

//! Validation of rule books, one test per error.

use super::*;
use crate::types::class::{Base, DeveloperRule, SecondCall, SilentRule, Threshold, TieRule, Veto};
use linli_primitives::{Buildings, UnitKind, UnitKinds};

const DAY: Moment = 86_400_000;

fn class(level: Level) -> DecisionClass {
	let half = Some(Threshold::more_than(1, 2));
	DecisionClass {
		level,
		participation: Participation { area: half, heads: half, both: true },
		approval: Approval { area: half, heads: half, both: true, of: Base::Participating },
		veto: None,
		tie: TieRule::Rejected,
		notice: 15 * DAY,
		window: 15 * DAY,
		delay: 7 * DAY,
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

fn book() -> RuleBook {
	let (ordinary, major) = (0, 1);
	RuleBook {
		classes: [Level::Ordinary, Level::Major, Level::Advisory].map(class).to_vec().try_into().unwrap(),
		matters: Matters {
			charges: ordinary,
			fee_rules: ordinary,
			pots: ordinary,
			roles: ordinary,
			register: ordinary,
			transfers: ordinary,
			spending: ordinary,
			repair_fund: major,
			common_parts: major,
			committee: ordinary,
			rule_book: major,
			runtime: major,
			community: ordinary,
		},
		petition: Fraction::new(1, 5),
		petition_window: 30 * DAY,
		proxies_per_holder: 3,
		election: ElectionRules {
			seats_min: 5,
			seats_max: 11,
			odd: true,
			term_min: 3 * 365 * DAY,
			term_max: 5 * 365 * DAY,
			class: ordinary,
			arrears_bar: true,
			nomination: 10 * DAY,
		},
		tracts: Default::default(),
	}
}

#[track_caller]
fn broken(error: RuleBookError, damage: impl FnOnce(&mut RuleBook)) {
	let mut book = book();
	assert_eq!(book.validate(), Ok(()));
	damage(&mut book);
	assert_eq!(book.validate(), Err(error));
}

#[test]
fn classes_exist_and_every_id_refers_to_one() {
	broken(RuleBookError::NoClass, |book| book.classes = Default::default());
	broken(RuleBookError::ClassNotFound, |book| book.matters.pots = 3);
	broken(RuleBookError::ClassNotFound, |book| book.election.class = 3);
}

#[test]
fn no_fraction_has_a_zero_denominator() {
	let nowhere = Fraction::new(1, 0);
	let threshold = Some(Threshold { fraction: nowhere, strict: false });
	broken(RuleBookError::OverZero, |book| book.classes[2].participation.area = threshold);
	broken(RuleBookError::OverZero, |book| book.classes[2].participation.heads = threshold);
	broken(RuleBookError::OverZero, |book| book.classes[2].approval.area = threshold);
	broken(RuleBookError::OverZero, |book| book.classes[2].approval.heads = threshold);
	broken(RuleBookError::OverZero, |book| {
		book.classes[1].veto = Some(Veto { area: Some(nowhere), heads: None, of: Base::All })
	});
	broken(RuleBookError::OverZero, |book| {
		book.classes[1].veto = Some(Veto { area: None, heads: Some(nowhere), of: Base::All })
	});
	broken(RuleBookError::OverZero, |book| book.petition = nowhere);
}

#[test]
fn every_threshold_can_be_met() {
	broken(RuleBookError::OutOfReach, |book| book.classes[0].participation.heads = Some(Threshold::at_least(4, 3)));
	broken(RuleBookError::OutOfReach, |book| book.classes[0].approval.area = Some(Threshold::more_than(1, 1)));
	let mut unanimous = book();
	unanimous.classes[0].approval.area = Some(Threshold::at_least(1, 1));
	assert_eq!(unanimous.validate(), Ok(()));
}

#[test]
fn only_an_advisory_class_can_do_without_approval() {
	let nobody = |class: &mut DecisionClass| {
		class.approval.area = None;
		class.approval.heads = None;
	};
	broken(RuleBookError::NoApproval, |book| nobody(&mut book.classes[0]));
	broken(RuleBookError::NoApproval, |book| nobody(&mut book.classes[1]));
	// *Zero or more* is met without any approval; *more than zero* is not.
	for class in 0..3 {
		broken(RuleBookError::NoApproval, |book| book.classes[class].approval.heads = Some(Threshold::at_least(0, 1)));
		broken(RuleBookError::NoApproval, |book| book.classes[class].approval.area = Some(Threshold::at_least(0, 1)));
	}
	let mut anybody = book();
	anybody.classes[0].approval.heads = Some(Threshold::more_than(0, 1));
	assert_eq!(anybody.validate(), Ok(()));
	let mut plurality = book();
	nobody(&mut plurality.classes[2]);
	plurality.election.class = 2;
	assert_eq!(plurality.validate(), Ok(()));
}

#[test]
fn a_veto_has_a_measure() {
	broken(RuleBookError::EmptyVeto, |book| {
		book.classes[1].veto = Some(Veto { area: None, heads: None, of: Base::All })
	});
}

#[test]
fn spans_are_within_their_bounds() {
	broken(RuleBookError::NoWindow, |book| book.classes[0].window = 0);
	broken(RuleBookError::TooLong, |book| book.classes[0].window = MAX_SPAN + 1);
	broken(RuleBookError::TooLong, |book| book.classes[0].notice = MAX_SPAN + 1);
	broken(RuleBookError::TooLong, |book| book.classes[0].delay = MAX_SPAN + 1);
	broken(RuleBookError::TooLong, |book| book.petition_window = MAX_SPAN + 1);
	broken(RuleBookError::TooLong, |book| book.election.nomination = MAX_SPAN + 1);
	broken(RuleBookError::NoNomination, |book| book.election.nomination = 0);
	let mut longest = book();
	longest.classes[0].window = MAX_SPAN;
	longest.classes[0].notice = 0;
	longest.classes[0].delay = 0;
	assert_eq!(longest.validate(), Ok(()));
}

#[test]
fn a_share_of_the_developers_votes_is_within_the_whole() {
	let (half, more, nowhere) = (Fraction::new(1, 2), Fraction::new(3, 2), Fraction::new(1, 0));
	for (share, error) in [(more, RuleBookError::OutOfReach), (nowhere, RuleBookError::OverZero)] {
		for rule in [
			DeveloperRule::Reduced { to: share, from: half },
			DeveloperRule::Reduced { to: half, from: share },
			DeveloperRule::Capped { at: share },
		] {
			broken(error, |book| book.classes[0].developer = rule);
		}
	}
	for rule in [
		DeveloperRule::LeftOut,
		DeveloperRule::Reduced { to: Fraction::ZERO, from: Fraction::ZERO },
		DeveloperRule::Capped { at: Fraction::ONE },
	] {
		let mut valid = book();
		valid.classes[0].developer = rule;
		assert_eq!(valid.validate(), Ok(()));
	}
}

#[test]
fn the_stages_of_a_vote_have_a_length_and_a_quorum_that_falls() {
	fn second(area: Option<Threshold>, heads: Option<Threshold>, both: bool) -> Option<SecondCall> {
		Some(SecondCall { participation: Participation { area, heads, both }, window: DAY })
	}
	for span in [0, MAX_SPAN + 1] {
		let error = if span == 0 { RuleBookError::NoWindow } else { RuleBookError::TooLong };
		broken(error, |book| book.classes[0].extension = Some(span));
		broken(error, |book| book.classes[0].early_close = Some(span));
		broken(error, |book| {
			book.classes[0].second_call = Some(SecondCall { participation: Participation::default(), window: span })
		});
	}
	let (third, half) = (Some(Threshold::at_least(1, 3)), Some(Threshold::at_least(1, 2)));
	let (more_than_half, over) = (Some(Threshold::more_than(1, 2)), Some(Threshold::at_least(1, 0)));
	broken(RuleBookError::OverZero, |book| book.classes[0].second_call = second(over, None, true));
	// The first call asks for more than half of both.
	for smaller in [second(None, None, true), second(third, half, true), second(more_than_half, third, false)] {
		let mut falling = book();
		falling.classes[0].second_call = smaller;
		assert_eq!(falling.validate(), Ok(()), "{smaller:?}");
	}
	let two_thirds = Some(Threshold::at_least(2, 3));
	for larger in [second(two_thirds, None, true), second(None, two_thirds, true)] {
		broken(RuleBookError::SecondCall, |book| book.classes[0].second_call = larger);
	}
	broken(RuleBookError::SecondCall, |book| {
		book.classes[0].participation = Participation { area: half, heads: None, both: true };
		book.classes[0].second_call = second(more_than_half, None, true);
	});
	broken(RuleBookError::SecondCall, |book| {
		book.classes[0].participation = Participation { area: half, heads: None, both: true };
		book.classes[0].second_call = second(None, third, true);
	});
	// Where one of two measures suffices, both are needed nowhere, and neither is dropped alone.
	for stricter in [second(third, third, true), second(third, None, false), second(None, third, false)] {
		broken(RuleBookError::SecondCall, |book| {
			book.classes[0].participation.both = false;
			book.classes[0].second_call = stricter;
		});
	}
}

#[test]
fn no_matter_is_assigned_to_too_low_a_class() {
	fn set(matters: &mut Matters, matter: Matter, class: ClassId) {
		*match matter {
			Matter::Charges => &mut matters.charges,
			Matter::FeeRules => &mut matters.fee_rules,
			Matter::Pots => &mut matters.pots,
			Matter::Roles => &mut matters.roles,
			Matter::Register => &mut matters.register,
			Matter::Transfers => &mut matters.transfers,
			Matter::Spending => &mut matters.spending,
			Matter::RepairFund => &mut matters.repair_fund,
			Matter::CommonParts => &mut matters.common_parts,
			Matter::Committee => &mut matters.committee,
			Matter::RuleBook => &mut matters.rule_book,
			Matter::Runtime => &mut matters.runtime,
			Matter::Community => &mut matters.community,
		} = class;
	}
	for matter in Matter::ALL {
		let major = matches!(matter, Matter::RuleBook | Matter::Runtime);
		broken(if major { RuleBookError::MajorMatter } else { RuleBookError::AdvisoryMatter }, |book| {
			set(&mut book.matters, matter, 2)
		});
		let mut other = book();
		set(&mut other.matters, matter, 0);
		assert_eq!(other.matters.class_of(matter), 0);
		assert_eq!(other.level_of(matter), Some(Level::Ordinary));
		assert_eq!(other.validate(), if major { Err(RuleBookError::MajorMatter) } else { Ok(()) });
		set(&mut other.matters, matter, 1);
		assert_eq!(other.validate(), Ok(()));
		assert_eq!(other.level_of(matter), Some(Level::Major));
	}
}

#[test]
fn a_petition_needs_a_share_and_a_time() {
	broken(RuleBookError::Petition, |book| book.petition = Fraction::ZERO);
	broken(RuleBookError::Petition, |book| book.petition = Fraction::new(6, 5));
	broken(RuleBookError::Petition, |book| book.petition_window = 0);
}

#[test]
fn a_committee_needs_seats_and_a_term() {
	broken(RuleBookError::Seats, |book| book.election.seats_min = 0);
	broken(RuleBookError::Seats, |book| book.election.seats_min = 12);
	broken(RuleBookError::Seats, |book| book.election.seats_max = MAX_SEATS + 1);
	broken(RuleBookError::Seats, |book| (book.election.seats_min, book.election.seats_max) = (6, 6));
	broken(RuleBookError::Term, |book| book.election.term_min = 0);
	broken(RuleBookError::Term, |book| book.election.term_min = book.election.term_max + 1);
	broken(RuleBookError::Term, |book| book.election.term_max = MAX_TERM + 1);
}

#[test]
fn seats_and_terms_are_checked_against_the_rules() {
	let rules = book().election;
	let allowed: Vec<u32> = (0..=40).filter(|seats| rules.allows_seats(*seats)).collect();
	assert_eq!(allowed, [5, 7, 9, 11]);
	let even = ElectionRules { odd: false, seats_min: 2, seats_max: 4, ..rules };
	assert_eq!((0..=40).filter(|seats| even.allows_seats(*seats)).collect::<Vec<u32>>(), [2, 3, 4]);
	assert!(!rules.allows_term(rules.term_min - 1));
	assert!(rules.allows_term(rules.term_min) && rules.allows_term(rules.term_max));
	assert!(!rules.allows_term(rules.term_max + 1));
}

#[test]
fn levels_are_in_order() {
	assert!(Level::Advisory < Level::Ordinary && Level::Ordinary < Level::Major);
}

#[test]
fn a_rule_book_round_trips_through_json_and_unknown_fields_are_refused() {
	let mut json = serde_json::to_value(book()).unwrap();
	assert_eq!(serde_json::from_value::<RuleBook>(json.clone()).unwrap(), book());
	assert_eq!(json["classes"][1]["level"], "major");
	assert_eq!(json["classes"][0]["approval"]["of"], "participating");
	assert_eq!(json["classes"][0]["silent"], "not_participating");
	json["classes"][0]["participation"]["aera"] = serde_json::json!(null);
	let refused = serde_json::from_value::<RuleBook>(json).unwrap_err().to_string();
	assert!(refused.contains("aera"), "{refused}");
}

#[test]
fn a_missing_matter_is_refused() {
	let mut json = serde_json::to_value(book()).unwrap();
	json["matters"].as_object_mut().unwrap().remove("runtime");
	let refused = serde_json::from_value::<RuleBook>(json).unwrap_err().to_string();
	assert!(refused.contains("runtime"), "{refused}");
}

#[test]
fn kinds_of_units_are_named_and_not_where_all_owners_decide() {
	let homes = UnitKinds::of(&[UnitKind::Residential]);
	// A class for itself can name any.
	let mut valid = book();
	valid.classes.try_push(DecisionClass { kinds: Some(homes), ..class(Level::Major) }).unwrap();
	valid.matters.common_parts = 3;
	assert_eq!(valid.validate(), Ok(()));
	broken(RuleBookError::Kinds, |book| book.classes[2].kinds = Some(UnitKinds::of(&[])));
	// Unknown kinds, which only an encoding can name.
	let unknown = UnitKinds::decode(&mut &[0b1_0001u8][..]).unwrap();
	broken(RuleBookError::Kinds, |book| book.classes[2].kinds = Some(unknown));
	// The class of elections, and that of the rule book and the runtime.
	broken(RuleBookError::Kinds, |book| book.classes[0].kinds = Some(homes));
	broken(RuleBookError::Kinds, |book| book.classes[1].kinds = Some(homes));
}

#[test]
fn kinds_of_units_are_a_list_in_json() {
	let with_kinds =
		DecisionClass { kinds: Some(UnitKinds::of(&[UnitKind::Storage, UnitKind::Commercial])), ..class(Level::Major) };
	let mut json = serde_json::to_value(with_kinds).unwrap();
	assert_eq!(json["kinds"], serde_json::json!(["commercial", "storage"]));
	assert_eq!(serde_json::from_value::<DecisionClass>(json.clone()).unwrap(), with_kinds);
	json.as_object_mut().unwrap().remove("kinds");
	assert_eq!(serde_json::from_value::<DecisionClass>(json.clone()).unwrap().kinds, None);
	json["kinds"] = serde_json::json!(["garage"]);
	assert!(serde_json::from_value::<DecisionClass>(json).is_err());
}

#[test]
fn tracts_are_disjoint_and_classes_ask_for_those_there_are() {
	let tracts = |lists: &[&[u16]]| -> TractBuildings {
		let lists: Vec<Buildings> = lists.iter().map(|list| list.to_vec().try_into().unwrap()).collect();
		lists.try_into().unwrap()
	};
	let in_tracts = |change: fn(&mut RuleBook)| {
		let mut book = book();
		book.tracts = tracts(&[&[1, 2], &[3]]);
		book.classes[1].in_each_tract = true;
		assert_eq!(book.validate(), Ok(()));
		change(&mut book);
		book.validate()
	};
	broken(RuleBookError::Tracts, |book| book.tracts = tracts(&[&[1, 2], &[2]]));
	broken(RuleBookError::Tracts, |book| book.tracts = tracts(&[&[1], &[]]));
	broken(RuleBookError::InEachTract, |book| book.classes[1].in_each_tract = true);
	let asked = [
		in_tracts(|book| book.classes[1].silent = SilentRule::FollowMajority),
		in_tracts(|book| book.election.class = 1),
		in_tracts(|book| book.tracts = TractBuildings::default()),
	];
	assert_eq!(asked, [Err(RuleBookError::InEachTract); 3]);
	// Tracts that no class asks for do no harm.
	assert_eq!(in_tracts(|book| book.classes[1].in_each_tract = false), Ok(()));
}

#[test]
fn tracts_are_optional_in_the_text_of_a_rule_book() {
	let mut text = serde_json::to_value(book()).unwrap();
	text.as_object_mut().unwrap().remove("tracts").unwrap();
	for class in text["classes"].as_array_mut().unwrap() {
		class.as_object_mut().unwrap().remove("in_each_tract").unwrap();
	}
	assert_eq!(serde_json::from_value::<RuleBook>(text).unwrap(), book());
}
