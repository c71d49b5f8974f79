// SPDX-License-Identifier: Apache-2.0

//! Bookings and their payments.

use super::*;
use linli_primitives::traits::UnitDues;

#[test]
fn a_parking_space_is_listed_booked_used_settled_and_rated() {
	street().execute_with(|| {
		let booking = returned(Some(Fraction::new(5, 100)));
		assert_eq!(held(Alice), (2 * PRICE, DEPOSIT));
		assert_eq!(free(Alice), PURSE - 2 * PRICE - DEPOSIT);
		// Without a call, the chain settles two days later.
		pass(2 * DAY);
		assert!(is_settled(booking));
		let share = 2 * PRICE * 5 / 100;
		assert_eq!((free(Alice), held(Alice)), (PURSE - 2 * PRICE, (0, 0)));
		assert_eq!(free(One), PURSE + 2 * PRICE - share);
		assert_eq!(pot(INCOME), share);
		for (who, stars) in [(Alice, 5), (One, 4)] {
			assert_ok!(run(who, Share::rate { booking, stars, comment: hash(4) }));
			assert_noop!(run(who, Share::rate { booking, stars, comment: hash(4) }), E::AlreadyRated);
		}
		assert_eq!(Sharing::ratings_of_renter(&account(Alice)).all, RatingSum { count: 1, stars: 4 });
		assert_sound();
	});
}

#[test]
fn what_the_community_earns_is_in_two_ledgers_and_can_be_followed() {
	street().execute_with(|| {
		let room = list(MANAGER, Some(OPERATING), terms());
		let first = slot_in(30);
		let given_up = book(One, room, first, 3);
		let kept = book(Alice, room, first + 3, 3);
		let in_time = book(Two, room, first + 6, 3);
		// Cancelled just too late for a full refund, hours before no refund is possible.
		block_at(start_of(first) - DAY + 1);
		assert_ok!(run(One, Share::cancel { booking: given_up, min_refund: 0 }));
		assert_ok!(run(Two, Share::cancel { booking: in_time, min_refund: 0 }));
		let price = 3 * PRICE;
		let lost = price / 2;
		assert_eq!((free(One), free(Two)), (PURSE - lost, PURSE));
		// Alice does not show up, which costs the price but no late fee.
		block_at(start_of(first + 6));
		pass(2 * DAY);
		assert!(is_settled(kept));
		let share = lost / 10 + price / 10;
		assert_eq!((pot(INCOME), pot(OPERATING)), (share, lost + price - share));
		assert_eq!(free(Alice), PURSE - price);
		assert_eq!(links_of(Link::Booking { booking: given_up }).len(), 2);
		let found = links_of(Link::Booking { booking: kept });
		assert_eq!(found.len(), 2);
		for link in found {
			let Link::Entry { pot, entry } = link.clone() else { panic!("{link:?}") };
			let [(_, written)] = &Fund::entries(pot, entry, 1)[..] else { panic!("no entry") };
			assert_eq!(written.cause, Cause::Booking { booking: kept });
			assert_eq!(links_of(link), [Link::Booking { booking: kept }]);
		}
		assert!(links_of(Link::Booking { booking: in_time }).is_empty());
		// A year later the booking is removed; its entries stay, without a link to it.
		pass(366 * DAY);
		assert!(Sharing::booking_view(kept).is_none());
		assert!(links_of(Link::Booking { booking: kept }).is_empty());
		assert!(links_of(Link::Entry { pot: INCOME, entry: 0 }).is_empty());
		assert_sound();
	});
}

#[test]
fn who_owes_fees_books_like_everybody() {
	street().execute_with(|| {
		let resource = list(One, None, terms());
		settle_at(START + 17 * DAY);
		block_at(now() + 30 * DAY);
		assert!(Fees::is_overdue(0), "Alice owes for December");
		let booking = book(Alice, resource, slot_in(0), 1);
		assert_eq!(state(booking), BookingState::Booked);
		list(Alice, None, terms());
	});
}

#[test]
fn residents_share_as_long_as_they_live_here() {
	street().execute_with(|| {
		let resource = list(One, None, terms());
		let booking = |first_slot| Share::book { resource, first_slot, slots: 1, max_cost: Fen::MAX, terms_version: 0 };
		assert_noop!(run(STRANGER, booking(slot_in(0))), E::NotMember);
		let name =
			pallet_linli_registry::Call::name_resident { unit: 0, account: account(STRANGER), until: now() + DAY };
		assert_ok!(run(Alice, name));
		assert_noop!(run(STRANGER, booking(slot_in(0))), E::NotMember);
		assert_ok!(run(STRANGER, pallet_linli_registry::Call::accept_residence { unit: 0 }));
		// A new resident is registered, but has no balance yet.
		assert_noop!(run(STRANGER, booking(slot_in(0))), E::InsufficientFunds);
		let receive = pallet_linli_cashier::Call::receive {
			bank: 0,
			account: account(STRANGER),
			amount: 20_000,
			reference: b"BANK-1".to_vec().try_into().unwrap(),
			value: None,
		};
		assert_ok!(run(Dave, receive));
		book(STRANGER, resource, slot_in(0), 1);
		let theirs = list(STRANGER, None, terms());
		block_at(now() + DAY);
		assert_noop!(run(STRANGER, booking(slot_in(5))), E::NotMember);
		assert_noop!(
			run(
				Two,
				Share::book {
					resource: theirs,
					first_slot: slot_in(5),
					slots: 1,
					max_cost: Fen::MAX,
					terms_version: 0
				}
			),
			E::ProviderLeft
		);
		// The office can withdraw an abandoned resource.
		assert_noop!(run(Two, Share::withdraw_resource { resource: theirs, refund: true }), E::NotProvider);
		assert_ok!(run(MANAGER, Share::withdraw_resource { resource: theirs, refund: true }));
		assert_sound();
	});
}

#[test]
fn an_owner_does_not_rate_themselves_through_an_account_named_in_the_own_flat() {
	street().execute_with(|| {
		let resource = list(Alice, None, terms());
		let (unit, until) = (0, now() + 30 * DAY);
		let name = pallet_linli_registry::Call::name_resident { unit, account: account(STRANGER), until };
		assert_ok!(run(Alice, name));
		assert_ok!(run(STRANGER, pallet_linli_registry::Call::accept_residence { unit }));
		let book = Share::book { resource, first_slot: slot_in(0), slots: 1, max_cost: Fen::MAX, terms_version: 0 };
		assert_noop!(run(STRANGER, book.clone()), E::OwnResource);
		assert_ok!(run(Two, book));
	});
}

#[test]
fn held_money_is_spent_on_nothing_else() {
	street().execute_with(|| {
		let deposit = PURSE - 10 * PRICE;
		let more = Share::book {
			resource: list(One, None, Terms { deposit: deposit + 1, ..terms() }),
			first_slot: slot_in(0),
			slots: 10,
			max_cost: Fen::MAX,
			terms_version: 0,
		};
		assert_noop!(run(Alice, more), E::InsufficientFunds);
		let booking = book(Alice, list(One, None, Terms { deposit, ..terms() }), slot_in(0), 10);
		assert_eq!(free(Alice), 0);
		let payout = pallet_linli_cashier::Call::request_payout { amount: 1, destination: hash(5) };
		assert!(run(Alice, payout.clone()).is_err());
		let donate = pallet_linli_fund::Call::donate { pot: INCOME, amount: 1 };
		assert!(run(Alice, donate).is_err());
		assert_ok!(run(One, Share::cancel { booking, min_refund: 0 }));
		assert_eq!(free(Alice), PURSE);
		assert_ok!(run(Alice, payout));
		assert_books_close();
	});
}

#[test]
fn the_office_lists_for_the_community_and_the_owners_set_the_rules() {
	street().execute_with(|| {
		let call = |pot| Share::list {
			pot: Some(pot),
			kind: ResourceKind::Room,
			building: None,
			description: hash(3),
			terms: terms(),
			device: None,
			stands_for: StandsFor::Thing,
		};
		assert_noop!(run(Alice, call(OPERATING)), sp_runtime::DispatchError::BadOrigin);
		assert_noop!(run(MANAGER, call(9)), E::PotNotFound);
		assert_ok!(run(MANAGER, call(OPERATING)));
		assert_ok!(Sharing::list(
			committee_origin(),
			Some(INCOME),
			ResourceKind::Room,
			None,
			hash(3),
			terms(),
			None,
			StandsFor::Thing
		));
		let rules = SharingRules { common_share: Fraction::new(1, 2), ..SharingRules::default() };
		assert_noop!(run(MANAGER, Share::set_rules { rules }), sp_runtime::DispatchError::BadOrigin);
		assert_noop!(Sharing::set_rules(committee_origin(), rules), sp_runtime::DispatchError::BadOrigin);
		assert_ok!(Sharing::set_rules(key_origin(), rules));
		assert_eq!(pallet_linli_sharing::Rules::<Runtime>::get(), rules);
	});
}
