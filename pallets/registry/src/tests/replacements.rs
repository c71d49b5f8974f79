// SPDX-License-Identifier: Apache-2.0

//! Tickets that two people issue, objections to replacements, and how they are settled (D8, D47).

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, hypothetically};
use linli_primitives::{calendar::DAY, traits::Clock, Role};
use sp_runtime::{DispatchError, DispatchResult};

/// The number of the ticket that replaces an account in these tests.
const NEXT: u8 = 6;

fn ruling(replace: bool, ground: Ground) -> ReplacementRuling {
	ReplacementRuling { replace, ground, document: hash(3) }
}

fn settle(officer: AccountId, ruling: ReplacementRuling) -> DispatchResult {
	Registry::settle_replacement(signed(officer), ticket(NEXT), ruling)
}

/// Whether the ticket can be claimed now.
fn is_due() -> bool {
	Registry::may_claim(ticket(NEXT)).is_some()
}

/// Li's account is to be replaced, and objects.
fn contested() {
	assert_ok!(issue(LI, NEXT, LI_1));
	assert_ok!(Registry::object(signed(LI_1), ticket(NEXT)));
}

#[test]
fn two_people_issue_a_ticket() {
	ExtBuilder::default().build_and_execute(|| {
		let propose = |who, replaces| Registry::propose_ticket(signed(who), LI, ticket(NEXT), replaces, document());
		assert_noop!(propose(LI_1, LI_1), DispatchError::BadOrigin);
		assert_noop!(propose(AUDITOR, LI_1), DispatchError::BadOrigin);
		assert_ok!(propose(REGISTRAR, LI_1));
		let proposed: Event<Test> = Event::TicketProposed {
			owner: LI,
			ticket: ticket(NEXT),
			replaces: LI_1,
			document: document(),
			by: REGISTRAR,
		};
		assert_eq!(last_event(), proposed);
		assert!(!Tickets::<Test>::contains_key(ticket(NEXT)), "nobody confirmed it");

		let confirm =
			|who, replaces, paper| Registry::confirm_ticket(signed(who), LI, ticket(NEXT), replaces, hash(paper));
		assert_noop!(confirm(REGISTRAR, LI_1, 9), DispatchError::BadOrigin);
		assert_noop!(confirm(AUDITOR, WANG_1, 9), Error::<Test>::TicketProposalMismatch);
		assert_noop!(confirm(AUDITOR, LI_1, 8), Error::<Test>::TicketProposalMismatch);
		let other = Registry::confirm_ticket(auditor(), LI, ticket(7), LI_1, document());
		assert_noop!(other, Error::<Test>::TicketProposalMismatch);
		assert_ok!(confirm(AUDITOR, LI_1, 9));
		let purpose = Purpose::Replacement { account: LI_1 };
		let valid_from = Now::get() + WEEK;
		assert_eq!(last_event(), Event::TicketIssued { owner: LI, ticket: ticket(NEXT), purpose, valid_from });
		assert_noop!(confirm(AUDITOR, LI_1, 9), Error::<Test>::TicketProposalNotFound);
	});
}

#[test]
fn the_committee_confirms_in_place_of_the_auditor() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Registry::propose_ticket(registrar(), LI, ticket(NEXT), LI_1, document()));
		assert_ok!(Registry::confirm_ticket(RuntimeOrigin::root(), LI, ticket(NEXT), LI_1, document()));
		assert!(Tickets::<Test>::contains_key(ticket(NEXT)));
	});
}

#[test]
fn nobody_confirms_what_they_proposed_or_what_is_their_own() {
	ExtBuilder::default().build_and_execute(|| {
		// The registrar is the auditor, too, or shares a home with the auditor.
		Roles::<Test>::insert(Role::Auditor, REGISTRAR, ());
		Registry::sustain(&REGISTRAR);
		assert_ok!(Registry::propose_ticket(registrar(), LI, ticket(NEXT), LI_1, document()));
		let confirm = |who| Registry::confirm_ticket(signed(who), LI, ticket(NEXT), LI_1, document());
		assert_noop!(confirm(REGISTRAR), Error::<Test>::OwnTicketProposal);
		let until = Now::get() + 100 * DAY;
		for account in [REGISTRAR, AUDITOR] {
			house(WANG_1, 2, account, until);
		}
		pass(WEEK);
		assert_noop!(confirm(AUDITOR), Error::<Test>::OwnTicketProposal);
		assert_ok!(Registry::dismiss_resident(registrar(), 2, REGISTRAR));
		assert_ok!(confirm(AUDITOR));

		// The auditor lives at the Wangs', and has no say in their matters.
		let of_wangs = |paper| Registry::propose_ticket(registrar(), WANGS, ticket(7), WANG_2, hash(paper));
		assert_ok!(of_wangs(9));
		let confirm = Registry::confirm_ticket(auditor(), WANGS, ticket(7), WANG_2, document());
		assert_noop!(confirm, Error::<Test>::OwnReplacement);
		house(WANG_1, 2, REGISTRAR, until);
		pass(WEEK);
		assert_noop!(of_wangs(8), Error::<Test>::OwnReplacement);
	});
}

#[test]
fn a_proposal_that_nobody_confirms_lapses() {
	ExtBuilder::default().build_and_execute(|| {
		let propose =
			|owner, number, account| Registry::propose_ticket(registrar(), owner, ticket(number), account, document());
		let confirm =
			|owner, number, account| Registry::confirm_ticket(auditor(), owner, ticket(number), account, document());
		assert_ok!(propose(LI, NEXT, LI_1));
		assert_ok!(propose(WANGS, 7, WANG_1));
		pass(4 * WEEK - 1);
		// A standstill does not count.
		stand_still(3 * WEEK);
		assert_ok!(confirm(WANGS, 7, WANG_1));
		pass(1);
		assert_noop!(confirm(LI, NEXT, LI_1), Error::<Test>::TicketProposalOver);
		assert_ok!(propose(LI, NEXT, LI_1));
		assert_ok!(confirm(LI, NEXT, LI_1));
	});
}

#[test]
fn invalid_tickets_are_not_proposed() {
	ExtBuilder::default().build_and_execute(|| {
		let propose = |owner, number, replaces| {
			Registry::propose_ticket(registrar(), owner, ticket(number), replaces, document())
		};
		assert_noop!(propose(9, 6, LI_1), Error::<Test>::OwnerNotFound);
		assert_noop!(propose(LI, 6, WANG_1), Error::<Test>::NotAccountOfOwner);
		assert_noop!(propose(ZHAO, 6, LI_1), Error::<Test>::NotAccountOfOwner);
		assert_noop!(propose(LI, ZHAOS, LI_1), Error::<Test>::TicketAlreadyUsed);
		// An objection is not passed by with another ticket.
		contested();
		assert_noop!(propose(LI, 7, LI_1), Error::<Test>::ReplacementAlreadyOpen);
		// As many accounts are to be replaced as there can be tickets, which takes more accounts than an owner has.
		hypothetically!({
			for number in 10..18 {
				let purpose = Purpose::Replacement { account: 1_000 + AccountId::from(number) };
				assert_ok!(Registry::open_ticket(WANGS, ticket(number), purpose));
			}
			assert_ok!(propose(WANGS, 18, WANG_2));
			let confirm = Registry::confirm_ticket(auditor(), WANGS, ticket(18), WANG_2, document());
			assert_noop!(confirm, Error::<Test>::TooManyTickets);
		});
	});
}

#[test]
fn an_account_of_the_owner_objects_within_a_week() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(issue(LI, NEXT, LI_1));
		assert_noop!(Registry::object(signed(WANG_1), ticket(NEXT)), Error::<Test>::NotAccountOfOwner);
		assert_noop!(Registry::object(signed(LI_1), ticket(7)), Error::<Test>::TicketNotFound);
		pass(WEEK - 1);
		assert_ok!(Registry::object(signed(LI_1), ticket(NEXT)));
		assert_eq!(last_event(), Event::Objected { owner: LI, ticket: ticket(NEXT), by: LI_1 });
		assert_noop!(Registry::object(signed(LI_1), ticket(NEXT)), Error::<Test>::AlreadyObjected);
		pass(10 * WEEK);
		assert!(!is_due());
		let view = Registry::ticket(ticket(NEXT)).unwrap();
		assert_eq!((view.owner, view.valid_from), (LI, None));
		assert_eq!(view.objection.map(|objection| objection.by), Some(LI_1));

		assert_ok!(issue(WANGS, 7, WANG_1));
		pass(WEEK);
		assert_noop!(Registry::object(signed(WANG_2), ticket(7)), Error::<Test>::ObjectionWindowOver);
	});
}

#[test]
fn a_standstill_takes_nothing_from_the_time_to_object() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(issue(LI, NEXT, LI_1));
		pass(DAY);
		stand_still(9 * DAY);
		assert_eq!(Registry::ticket(ticket(NEXT)).unwrap().valid_from, Some(Now::get() + 6 * DAY));
		pass(5 * DAY);
		assert!(!is_due());
		assert_ok!(Registry::object(signed(LI_1), ticket(NEXT)));
	});
}

#[test]
fn only_a_replacement_can_be_objected_to() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Registry::invite(signed(WANG_1), ticket(6)));
		assert_noop!(Registry::object(signed(WANG_2), ticket(6)), Error::<Test>::NotReplacement);
	});
}

#[test]
fn a_hijacked_key_is_won_back() {
	ExtBuilder::default().build_and_execute(|| {
		// Li's account is a thief's, who got the ticket first. The thief objects to each replacement.
		contested();
		let replaced = ruling(true, Ground::Papers);
		assert_ok!(settle(REGISTRAR, replaced));
		let by = Settler::Officer { role: Role::Registrar, account: REGISTRAR };
		let entered: Event<Test> = Event::RulingEntered { owner: LI, ticket: ticket(NEXT), ruling: replaced, by };
		assert_eq!(last_event(), entered);
		assert!(!is_due(), "one officer settles nothing");
		assert_ok!(settle(AUDITOR, replaced));
		assert_eq!(last_event(), Event::ObjectionSettled { owner: LI, ticket: ticket(NEXT), ruling: replaced });
		// For another week a court's order could stop it, but no further objection does.
		assert_noop!(Registry::object(signed(LI_1), ticket(NEXT)), Error::<Test>::AlreadyObjected);
		let valid_from = Now::get() + WEEK;
		assert_eq!(Registry::ticket(ticket(NEXT)).unwrap().valid_from, Some(valid_from));
		pass(WEEK - 1);
		assert!(!is_due());
		pass(1);
		assert!(is_due());
		assert_ok!(Registry::do_claim(LI, ticket(NEXT), STRANGER));
		assert_eq!((Registry::owner_of(&STRANGER), Registry::owner_of(&LI_1)), (Some(LI), None));
		assert!(!Objections::<Test>::contains_key(ticket(NEXT)));
	});
}

#[test]
fn an_objection_is_upheld() {
	ExtBuilder::default().build_and_execute(|| {
		contested();
		let kept = ruling(false, Ground::Papers);
		assert_ok!(settle(AUDITOR, kept));
		assert_ok!(settle(REGISTRAR, kept));
		assert_eq!(last_event(), Event::ObjectionSettled { owner: LI, ticket: ticket(NEXT), ruling: kept });
		assert!(SpentTickets::<Test>::contains_key(ticket(NEXT)));
		assert!(!Objections::<Test>::contains_key(ticket(NEXT)));
		assert_eq!(Registry::owner_of(&LI_1), Some(LI));
		assert_noop!(settle(REGISTRAR, kept), Error::<Test>::TicketNotFound);
	});
}

#[test]
fn a_ruling_takes_two_people_of_two_offices_who_agree() {
	ExtBuilder::default().build_and_execute(|| {
		let replaced = ruling(true, Ground::Papers);
		assert_ok!(issue(LI, NEXT, LI_1));
		assert_noop!(settle(REGISTRAR, replaced), Error::<Test>::ObjectionNotFound);
		assert_ok!(Registry::object(signed(LI_1), ticket(NEXT)));
		for who in [LI_1, STRANGER] {
			assert_noop!(settle(who, replaced), DispatchError::BadOrigin);
		}
		// A second registrar is of the same office; another document or result is another ruling.
		assert_ok!(Registry::appoint(RuntimeOrigin::root(), Role::Registrar, STRANGER));
		assert_ok!(settle(REGISTRAR, replaced));
		assert_ok!(settle(STRANGER, replaced));
		assert_ok!(settle(AUDITOR, ReplacementRuling { document: hash(4), ..replaced }));
		assert_ok!(settle(REGISTRAR, ruling(false, Ground::Papers)));
		assert_ok!(settle(AUDITOR, replaced));
		let dismissed = || Objections::<Test>::get(ticket(NEXT)).unwrap().dismissed;
		assert_eq!(dismissed(), None);
		// Nor does one person in both offices settle it: the auditor, who entered it, is now a registrar, too.
		Roles::<Test>::insert(Role::Registrar, AUDITOR, ());
		Registry::sustain(&AUDITOR);
		assert_ok!(settle(AUDITOR, replaced));
		assert_eq!(dismissed(), None);
		assert_ok!(Registry::dismiss(RuntimeOrigin::root(), Role::Registrar, AUDITOR));
		assert_ok!(settle(AUDITOR, replaced));
		assert_eq!(dismissed(), None);
		assert_ok!(settle(STRANGER, replaced));
		assert_eq!(dismissed(), Some(Ground::Papers));
	});
}

#[test]
fn the_committee_rules_in_place_of_an_office_that_is_silent() {
	ExtBuilder::default().build_and_execute(|| {
		contested();
		let committee = |ground| {
			let ruling = ruling(true, ground);
			Registry::settle_replacement(RuntimeOrigin::root(), ticket(NEXT), ruling)
		};
		pass(2 * WEEK - 1);
		assert_noop!(committee(Ground::Papers), Error::<Test>::SettlementRunning);
		assert!(!Registry::is_replacement_overdue(&ticket(NEXT)));
		pass(1);
		assert!(Registry::is_replacement_overdue(&ticket(NEXT)));
		// Never alone, on a court's order neither.
		for ground in [Ground::CourtOrder, Ground::CourtOrder, Ground::Papers, Ground::Papers] {
			assert_ok!(committee(ground));
			assert_eq!(Objections::<Test>::get(ticket(NEXT)).unwrap().dismissed, None);
		}
		assert_ok!(settle(REGISTRAR, ruling(true, Ground::Papers)));
		assert_eq!(Objections::<Test>::get(ticket(NEXT)).unwrap().dismissed, Some(Ground::Papers));
		pass(WEEK);
		assert!(is_due());
	});
}

#[test]
fn a_thief_does_not_fill_the_places_for_tickets() {
	ExtBuilder::default().build_and_execute(|| {
		// The account that represents the Wangs is a thief's, who invites as many as can be.
		let invite = |number| Registry::invite(signed(WANG_1), ticket(number));
		for number in 10..18 {
			assert_ok!(invite(number));
		}
		assert_noop!(invite(18), Error::<Test>::TooManyTickets);
		assert_ok!(issue(WANGS, NEXT, WANG_1));
		assert!(System::read_events_for_pallet::<Event<Test>>()
			.contains(&Event::TicketRevoked { owner: WANGS, ticket: ticket(10) }));
		assert!(SpentTickets::<Test>::contains_key(ticket(10)));
		assert_noop!(invite(18), Error::<Test>::TooManyTickets);
		pass(WEEK);
		assert!(is_due());
	});
}

#[test]
fn nobody_rules_in_a_matter_of_their_own() {
	ExtBuilder::default().build_and_execute(|| {
		contested();
		house(LI_1, 0, AUDITOR, Now::get() + 100 * DAY);
		pass(WEEK);
		assert_noop!(settle(AUDITOR, ruling(true, Ground::Papers)), Error::<Test>::OwnReplacement);
		// An officer who does not live there any more rules.
		assert_ok!(Registry::dismiss_resident(auditor(), 0, AUDITOR));
		assert_ok!(settle(AUDITOR, ruling(true, Ground::Papers)));
	});
}

#[test]
fn two_people_record_a_courts_order() {
	ExtBuilder::default().build_and_execute(|| {
		contested();
		// Two registrars suffice: one office does not keep a court's order from being recorded.
		assert_ok!(Registry::appoint(RuntimeOrigin::root(), Role::Registrar, STRANGER));
		let ordered = ruling(true, Ground::CourtOrder);
		assert_ok!(settle(REGISTRAR, ordered));
		assert_ok!(settle(REGISTRAR, ordered));
		assert!(!is_due(), "one person records nothing");
		assert_ok!(settle(STRANGER, ordered));
		assert!(is_due(), "at once");
		assert_eq!(Registry::ticket(ticket(NEXT)).unwrap().valid_from, Some(Now::now()));
		assert_noop!(settle(AUDITOR, ruling(false, Ground::Papers)), Error::<Test>::CourtOrderRequired);
		// A higher court.
		let kept = ruling(false, Ground::CourtOrder);
		assert_ok!(settle(AUDITOR, kept));
		assert_ok!(settle(REGISTRAR, kept));
		assert!(SpentTickets::<Test>::contains_key(ticket(NEXT)));
	});
}

#[test]
fn a_court_stops_what_two_officers_agreed_on() {
	ExtBuilder::default().build_and_execute(|| {
		contested();
		for officer in [REGISTRAR, AUDITOR] {
			assert_ok!(settle(officer, ruling(true, Ground::Papers)));
		}
		pass(6 * DAY);
		for officer in [AUDITOR, REGISTRAR] {
			assert_ok!(settle(officer, ruling(false, Ground::CourtOrder)));
		}
		assert_eq!(Registry::owner_of(&LI_1), Some(LI));
		assert!(SpentTickets::<Test>::contains_key(ticket(NEXT)));
	});
}

#[test]
fn no_officer_alone_ends_a_matter_to_which_somebody_objected() {
	ExtBuilder::default().build_and_execute(|| {
		contested();
		assert_noop!(Registry::revoke_ticket(registrar(), ticket(NEXT)), Error::<Test>::ObjectionOutstanding);
		// Before, the registrar ends what was a mistake.
		assert_ok!(issue(WANGS, 7, WANG_1));
		assert_ok!(Registry::revoke_ticket(registrar(), ticket(7)));
	});
}

/// Another ticket for Zhao's first account.
fn renewal(number: u8) -> Change {
	Change::IssueTicket { owner: ZHAO, ticket: ticket(number) }
}

#[test]
fn two_people_renew_the_ticket_of_an_owner_who_has_not_joined() {
	ExtBuilder::default().build_and_execute(|| {
		// Zhao's invitation was lost.
		let id = confirmed(renewal(NEXT));
		pass(WEEK);
		assert!(!is_due());
		assert_eq!(Registry::may_claim(ticket(ZHAOS)), Some(ZHAO), "the old one serves until the change is made");
		System::reset_events();
		assert_ok!(Registry::enact_change(registrar(), id));
		let purpose = Purpose::First;
		let events = System::read_events_for_pallet::<Event<Test>>();
		assert_eq!(
			events,
			[
				Event::ChangeEnacted { id },
				Event::TicketRenewed { owner: ZHAO, old: ticket(ZHAOS), new: ticket(NEXT) },
				Event::TicketIssued { owner: ZHAO, ticket: ticket(NEXT), purpose, valid_from: Now::get() },
			]
		);
		// The finder of the old one comes too late, and its key is never a ticket again.
		assert_noop!(Registry::do_claim(ZHAO, ticket(ZHAOS), STRANGER), Error::<Test>::TicketNotFound);
		assert_noop!(propose(renewal(ZHAOS)), Error::<Test>::TicketAlreadyUsed);
		assert!(is_due());
		assert_ok!(Registry::do_claim(ZHAO, ticket(NEXT), STRANGER));
		// An owner who has joined has accounts to be replaced.
		assert_noop!(propose(renewal(7)), Error::<Test>::ReplacedAccountRequired);
	});
}

#[test]
fn an_owner_who_joins_before_the_renewal_keeps_the_account() {
	ExtBuilder::default().build_and_execute(|| {
		let id = confirmed(renewal(NEXT));
		assert_ok!(Registry::do_claim(ZHAO, ticket(ZHAOS), STRANGER));
		pass(WEEK);
		assert_noop!(Registry::enact_change(registrar(), id), Error::<Test>::ReplacedAccountRequired);
		assert_eq!(Registry::owner_of(&STRANGER), Some(ZHAO));
	});
}

#[test]
fn an_expired_ticket_is_renewed() {
	ExtBuilder::default().build_and_execute(|| {
		LaunchedAt::<Test>::put(Now::get());
		pass(100 * DAY);
		assert_eq!(Registry::may_claim(ticket(ZHAOS)), None);
		assert_ok!(made(renewal(NEXT)));
		assert!(is_due());
		assert_eq!(OpenTickets::<Test>::get(ZHAO).to_vec(), [ticket(NEXT)]);
	});
}
