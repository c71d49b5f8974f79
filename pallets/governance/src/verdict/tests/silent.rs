// SPDX-License-Identifier: Apache-2.0

//! Owners who were served and stayed silent.

use super::*;

fn following(class: DecisionClass) -> DecisionClass {
	DecisionClass { silent: SilentRule::FollowMajority, ..class }
}

#[test]
fn the_silent_join_the_majority() {
	let class = DecisionClass {
		participation: Participation { area: TWO_THIRDS, heads: TWO_THIRDS, both: true },
		..approval(HALF, HALF, true, Base::Participating)
	};
	let with = |served: P, in_favour: P, against: P, participating: P| Count {
		served_silent: power(served),
		..count(ALL, participating, in_favour, against)
	};
	let for_leads = with((300, 30), (200, 20), (100, 10), (300, 30));
	let against_leads = with((300, 30), (100, 10), (200, 20), (300, 30));
	let abstaining_leads = with((300, 30), (50, 5), (40, 4), (300, 30));
	let too_few_served = with((299, 30), (200, 20), (100, 10), (300, 30));

	check(&class, &[(for_leads, rejected(Reason::ParticipationArea))]);
	check(
		&following(class),
		&[
			(for_leads, PASSED),
			(against_leads, rejected(Reason::ApprovalArea)),
			(abstaining_leads, rejected(Reason::ApprovalArea)),
			(too_few_served, rejected(Reason::ParticipationArea)),
		],
	);
	let joined = with_silent(&following(class), &for_leads);
	assert_eq!(joined.in_favour, power((500, 50)));
	assert_eq!(joined.against, power((100, 10)));
	assert_eq!(joined.participating, power((600, 60)));
	let joined = with_silent(&following(class), &against_leads);
	assert_eq!(joined.in_favour, power((100, 10)));
	assert_eq!(joined.against, power((500, 50)));
	assert_eq!(joined.participating, power((600, 60)));
	let joined = with_silent(&following(class), &abstaining_leads);
	assert_eq!((joined.in_favour, joined.against), (power((50, 5)), power((40, 4))));
	assert_eq!(joined.participating, power((600, 60)));
	assert_eq!(with_silent(&class, &for_leads), for_leads);
}

#[test]
fn without_a_majority_the_silent_stay_silent() {
	let class = following(DecisionClass {
		participation: Participation { area: TWO_THIRDS, heads: TWO_THIRDS, both: true },
		..approval(HALF, HALF, true, Base::Participating)
	});
	let with = |in_favour: P, against: P| Count {
		served_silent: power((500, 50)),
		..count(ALL, (300, 30), in_favour, against)
	};
	// The measures disagree; both are tied; one is tied; abstentions lead in one measure only.
	for (in_favour, against) in
		[((200, 10), (100, 20)), ((150, 15), (150, 15)), ((150, 16), (150, 14)), ((200, 9), (50, 9))]
	{
		let count = with(in_favour, against);
		assert_eq!(with_silent(&class, &count), count);
		assert_eq!(decide(&class, &count), rejected(Reason::ParticipationArea));
	}
}

#[test]
fn the_majority_is_taken_in_the_measures_of_the_class() {
	let split = Count { served_silent: power((500, 50)), ..count(ALL, (300, 30), (200, 10), (100, 20)) };
	let by_area = with_silent(&following(approval(HALF, None, true, Base::Participating)), &split);
	assert_eq!(by_area.in_favour, power((700, 60)));
	let by_heads = with_silent(&following(approval(None, HALF, true, Base::Participating)), &split);
	assert_eq!(by_heads.against, power((600, 70)));
	// A class without an approval needs a side that leads in both.
	assert_eq!(with_silent(&following(approval(None, None, true, Base::Participating)), &split), split);
}

#[test]
fn an_inconsistent_count_is_left_unchanged() {
	let class = following(approval(HALF, HALF, true, Base::Participating));
	// More votes than voters.
	let odd = Count { served_silent: power((1, 1)), ..count(ALL, (1, 1), (2, 2), (1, 1)) };
	assert_eq!(with_silent(&class, &odd), odd);
	// A sum that overflows 64 bits.
	let huge = Count { served_silent: power((u64::MAX, 1)), ..count(ALL, (2, 2), (2, 2), NONE) };
	assert_eq!(with_silent(&class, &huge), huge);
}
