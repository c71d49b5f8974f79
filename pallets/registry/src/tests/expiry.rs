// SPDX-License-Identifier: Apache-2.0

//! Tickets expire after 90 days of lived time (D8, D46).

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, traits::Hooks};
use linli_primitives::calendar::DAY;

/// Why the ticket with this number cannot be claimed for a new account of the owner.
fn refusal(owner: u32, number: u8) -> Option<Refusal> {
	Registry::check_claim(owner, &ticket(number), &STRANGER).err()
}

/// The first block ends.
fn launch() {
	Registry::on_finalize(1);
}

#[test]
fn a_ticket_of_genesis_expires_after_the_launch() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Registry::ticket(ticket(ZHAOS)).unwrap().expires, None);
		assert_eq!(refusal(ZHAO, ZHAOS), None, "in the first block");
		launch();
		let launched = Now::get();
		assert_eq!(LaunchedAt::<Test>::get(), Some(launched));
		assert_eq!(Registry::ticket(ticket(ZHAOS)).unwrap().expires, Some(launched + 90 * DAY));
		pass(90 * DAY - 1);
		// Later blocks are no launch.
		Registry::on_finalize(2);
		assert_eq!(Registry::may_claim(ticket(ZHAOS)), Some(ZHAO));
		pass(1);
		assert_eq!(Registry::may_claim(ticket(ZHAOS)), None);
		assert_eq!(refusal(ZHAO, ZHAOS), Some(Refusal::TicketExpired));
		assert_noop!(Registry::do_claim(ZHAO, ticket(ZHAOS), STRANGER), Error::<Test>::TicketExpired);
		assert_eq!(Refusal::TicketExpired.code(), 9);
	});
}

#[test]
fn a_standstill_takes_nothing_from_a_ticket() {
	ExtBuilder::default().build_and_execute(|| {
		launch();
		pass(89 * DAY);
		stand_still(30 * DAY);
		assert_eq!(Registry::ticket(ticket(ZHAOS)).unwrap().expires, Some(Now::get() + DAY));
		assert_eq!(refusal(ZHAO, ZHAOS), None);
		pass(DAY);
		assert_eq!(refusal(ZHAO, ZHAOS), Some(Refusal::TicketExpired));
	});
}

#[test]
fn later_tickets_count_from_when_they_are_issued() {
	let mut builder = ExtBuilder::default();
	builder.0.ticket_lifetime = 10 * DAY;
	builder.build_and_execute(|| {
		launch();
		pass(5 * DAY);
		assert_ok!(Registry::invite(signed(WANG_1), ticket(6)));
		assert_ok!(issue(LI, 7, LI_1));
		pass(10 * DAY - 1);
		assert_eq!((refusal(WANGS, 6), refusal(LI, 7)), (None, None));
		pass(1);
		for (owner, number) in [(WANGS, 6), (LI, 7)] {
			assert_eq!(refusal(owner, number), Some(Refusal::TicketExpired));
		}
		// What has expired makes room: another replacement can be issued, and the one before is closed.
		assert_ok!(issue(LI, 8, LI_1));
		assert!(System::events().iter().any(|record| {
			record.event == RuntimeEvent::Registry(Event::TicketExpired { owner: LI, ticket: ticket(7) })
		}));
		assert!(SpentTickets::<Test>::contains_key(ticket(7)));
		assert_eq!(OpenTickets::<Test>::get(LI).to_vec(), [ticket(8)]);
	});
}

#[test]
fn expired_invitations_do_not_use_up_the_room() {
	ExtBuilder::default().build_and_execute(|| {
		for number in 10..18 {
			assert_ok!(Registry::invite(signed(WANG_1), ticket(number)));
		}
		assert_noop!(Registry::invite(signed(WANG_1), ticket(18)), Error::<Test>::TooManyTickets);
		pass(90 * DAY);
		assert_ok!(Registry::invite(signed(WANG_1), ticket(18)));
		assert_eq!(OpenTickets::<Test>::get(WANGS).to_vec(), [ticket(18)]);
	});
}

#[test]
fn a_replacement_does_not_expire_while_an_objection_stands() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(issue(LI, 6, LI_1));
		assert_ok!(Registry::object(signed(LI_1), ticket(6)));
		// The court takes its time.
		pass(400 * DAY);
		assert_eq!(Registry::ticket(ticket(6)).unwrap().expires, None);
		assert_eq!(refusal(LI, 6), Some(Refusal::ObjectionOutstanding));
		let ruling = ReplacementRuling { replace: true, ground: Ground::CourtOrder, document: hash(3) };
		for officer in [REGISTRAR, AUDITOR] {
			assert_ok!(Registry::settle_replacement(signed(officer), ticket(6), ruling));
		}
		assert_eq!(Registry::ticket(ticket(6)).unwrap().expires, Some(Now::get() + 90 * DAY));
		assert_eq!(refusal(LI, 6), None);
		pass(90 * DAY);
		assert_eq!(refusal(LI, 6), Some(Refusal::TicketExpired));
		let again = Registry::settle_replacement(registrar(), ticket(6), ruling);
		assert_noop!(again, Error::<Test>::TicketExpired);
	});
}

#[test]
#[should_panic(expected = "a replacement would expire before the time to object is over")]
fn a_lifetime_within_the_time_to_object_is_refused() {
	let mut builder = ExtBuilder::default();
	builder.0.ticket_lifetime = 7 * DAY;
	builder.build();
}
