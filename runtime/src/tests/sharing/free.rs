// SPDX-License-Identifier: Apache-2.0

//! Calls of sharing that are free: here a neighbour's whole balance is on hold.

use super::{super::transactions::*, *};
use sp_runtime::transaction_validity::TransactionSource;

/// Alice has booked One's resource with her whole balance.
fn poor_street() -> (sp_io::TestExternalities, BookingId) {
	let opening = |keyring: Sr25519Keyring, amount: Fen| json!([account(keyring), amount, format!("OPEN-{keyring:?}")]);
	// Nobody has a fen for a bond.
	let purses = json!({
		"cashier": { "opening": [opening(Alice, PRICE + DEPOSIT)] },
		"sharing": { "rules": { "claim_bond": 0 } },
	});
	let mut street = street_with(purses);
	let booking = street.execute_with(|| {
		let booking = book(Alice, list(One, None, terms()), slot_in(0), 1);
		assert_eq!((free(Alice), free(One)), (0, 0));
		begin_block();
		booking
	});
	(street, booking)
}

/// Signs and applies the call, and checks that it is free.
fn for_free(keyring: Sr25519Keyring, call: Share) {
	let before = free(keyring);
	assert_ok!(offer(keyring, call.clone()));
	assert_ok!(Executive::apply_extrinsic(signed(keyring, call.clone())).unwrap());
	assert!(free(keyring) >= before, "it cost something");
	assert_eq!(offer(keyring, call), broke(), "it is free once");
}

#[test]
fn whoever_has_booked_is_never_kept_from_giving_it_back_or_from_disputing() {
	let (mut street, booking) = poor_street();
	street.execute_with(|| {
		let begin = Sharing::booking_view(booking).unwrap().booking.start;
		assert_eq!(offer(Alice, Share::start { booking }), broke(), "what would fail is not free");
		pallet_timestamp::Now::<Runtime>::put(begin);
		assert_eq!(offer(Two, Share::start { booking }), broke(), "nor is it anybody's");
		for_free(Alice, Share::start { booking });
		for_free(Alice, Share::return_resource { booking });
		for_free(
			One,
			Share::claim_damage {
				booking,
				amount: 100,
				evidence: hash(5),
				commitment: sealed(booking, Side::Provider),
			},
		);
		for_free(
			Alice,
			Share::dispute_claim {
				booking,
				answer: hash(6),
				counterclaim: 0,
				commitment: sealed(booking, Side::Renter),
			},
		);
		for_free(Alice, Share::reveal { booking, secret: secret(Side::Renter) });
		for_free(One, Share::reveal { booking, secret: secret(Side::Provider) });
	});
}

#[test]
fn the_pool_keeps_the_same_word_once() {
	let (mut street, booking) = poor_street();
	street.execute_with(|| {
		let tags = |keyring, call: Share| {
			let offered = signed(keyring, call);
			let valid = Executive::validate_transaction(TransactionSource::External, offered, Default::default());
			// The first tag is that of the signer's nonce.
			valid.unwrap().provides.into_iter().skip(1).collect::<Vec<_>>()
		};
		let word = tags(Alice, Share::cancel { booking, min_refund: 0 });
		assert_eq!(word.len(), 1);
		System::inc_account_nonce(account(Alice));
		assert_eq!(tags(Alice, Share::cancel { booking, min_refund: 0 }), word, "the same of the next nonce");
		assert_ne!(tags(One, Share::cancel { booking, min_refund: 0 }), word, "another's");
		let begin = Sharing::booking_view(booking).unwrap().booking.start;
		pallet_timestamp::Now::<Runtime>::put(begin);
		assert_ne!(tags(Alice, Share::start { booking }), word, "another word");
		assert!(tags(MANAGER, list_call(Some(OPERATING))).is_empty(), "an officer may list many");
	});
}

fn list_call(pot: Option<PotId>) -> Share {
	let (kind, description, stands_for) = (ResourceKind::Tool, hash(3), StandsFor::Thing);
	Share::list { pot, kind, building: None, description, terms: terms(), device: None, stands_for }
}

#[test]
fn whoever_is_drawn_votes_for_free() {
	let (mut street, booking) = poor_street();
	street.execute_with(|| {
		let begin = Sharing::booking_view(booking).unwrap().booking.start;
		pallet_timestamp::Now::<Runtime>::put(begin);
		assert_ok!(run(Alice, Share::start { booking }));
		assert_ok!(run(Alice, Share::return_resource { booking }));
		assert_ok!(run(
			One,
			Share::claim_damage {
				booking,
				amount: 100,
				evidence: hash(5),
				commitment: sealed(booking, Side::Provider)
			}
		));
		assert_ok!(run(
			Alice,
			Share::dispute_claim {
				booking,
				answer: hash(6),
				counterclaim: 0,
				commitment: sealed(booking, Side::Renter)
			}
		));
		for (who, side) in [(Alice, Side::Renter), (One, Side::Provider)] {
			assert_ok!(run(who, Share::reveal { booking, secret: secret(side) }));
		}
		while matches!(state(booking), BookingState::Disputed { .. }) {
			block_at(now() + 6_000);
		}
		let panel = pallet_linli_sharing::Panels::<Runtime>::get(booking).unwrap();
		for who in NEIGHBOURS {
			let vote = Share::vote { booking, award: Award { damages: 50, refund: 0 } };
			match panel.seats.iter().any(|seat| seat.who == account(who)) {
				true => for_free(who, vote),
				false => assert_eq!(offer(who, vote), broke()),
			}
		}
		for_free(One, Share::appeal { booking });
	});
}

#[test]
fn booking_costs_the_fee_and_so_does_listing_of_ones_own() {
	let (mut street, _) = poor_street();
	street.execute_with(|| {
		let book = Share::book { resource: 0, first_slot: slot_in(20), slots: 1, max_cost: Fen::MAX, terms_version: 0 };
		assert_eq!(offer(Two, book), broke());
		assert_eq!(offer(Two, list_call(None)), broke());
		assert_eq!(offer(MANAGER, list_call(None)), broke(), "what is the manager's own is no office");
		assert_ok!(offer(MANAGER, list_call(Some(OPERATING))));
		let suspend = |resource| Share::suspend { resource, refund: false };
		assert_eq!(offer(MANAGER, suspend(0)), broke());
		let common = list(MANAGER, Some(OPERATING), terms());
		assert_ok!(offer(MANAGER, suspend(common)));
		assert_eq!(offer(Two, Share::settle { booking: 0 }), broke());
	});
}

#[test]
fn a_device_with_its_role_says_what_it_did_for_free() {
	let (mut street, booking) = poor_street();
	street.execute_with(|| {
		let view = Sharing::booking_view(booking).unwrap().booking;
		pallet_timestamp::Now::<Runtime>::put(view.start);
		for_free(DEVICE, Share::start { booking });
		let used = Share::record_use { resource: view.resource, booking, record: hash(8) };
		for _ in 0..2 {
			assert_ok!(offer(DEVICE, used.clone()));
			assert_ok!(Executive::apply_extrinsic(signed(DEVICE, used.clone())).unwrap());
		}
		assert_eq!(offer(Two, used), broke());
		for_free(DEVICE, Share::return_resource { booking });
	});
}
