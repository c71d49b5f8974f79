// SPDX-License-Identifier: Apache-2.0

//! Damage claims, the panel drawn from the register, and the committee.

use super::*;
use linli_primitives::traits::Members;
use pallet_linli_sharing::Panels;

/// The number of blocks until the randomness dates from after the dispute.
const CHANCE: u32 = 82;

/// A damage claim of 4,000 fen, disputed.
fn disputed() -> BookingId {
	let booking = returned(None);
	assert_ok!(run(
		One,
		Share::claim_damage { booking, amount: 4_000, evidence: hash(5), commitment: sealed(booking, Side::Provider) }
	));
	assert_ok!(run(
		Alice,
		Share::dispute_claim { booking, answer: hash(6), counterclaim: 0, commitment: sealed(booking, Side::Renter) }
	));
	for (who, side) in [(Alice, Side::Renter), (One, Side::Provider)] {
		assert_ok!(run(who, Share::reveal { booking, secret: secret(side) }));
	}
	booking
}

/// Runs blocks until a panel is drawn or the committee has to rule.
fn draw(booking: BookingId) {
	for _ in 0..2 * CHANCE {
		if !matches!(state(booking), BookingState::Disputed { .. }) {
			return;
		}
		block_at(now() + 6_000);
	}
	panic!("nobody is drawn: {:?}", state(booking));
}

fn panel(booking: BookingId) -> Vec<Sr25519Keyring> {
	let seats = Panels::<Runtime>::get(booking).unwrap().seats;
	let neighbour = |who: &AccountId| NEIGHBOURS.into_iter().find(|neighbour| account(*neighbour) == *who).unwrap();
	seats.iter().map(|seat| neighbour(&seat.who)).collect()
}

#[test]
fn three_neighbours_rule_and_the_committee_has_the_last_word() {
	street().execute_with(|| {
		let booking = disputed();
		let block = System::block_number();
		draw(booking);
		assert!(System::block_number() > block + 80, "chance is of a block after the dispute");
		let members = panel(booking);
		assert_eq!(members.len(), 3);
		assert!(!members.contains(&One) && !members.contains(&Alice));
		for (member, amount) in members.iter().zip([1_000, 4_000, 1_500]) {
			assert_ok!(run(*member, Share::vote { booking, award: Award { damages: amount, refund: 0 } }));
		}
		assert!(matches!(state(booking), BookingState::Ruled { .. }));
		assert_ok!(run(One, Share::appeal { booking }));
		let rule = Share::rule { booking, award: Award { damages: 2_000, refund: 0 }, document: hash(7) };
		assert_noop!(run(MANAGER, rule), sp_runtime::DispatchError::BadOrigin);
		assert_ok!(Sharing::rule(committee_origin(), booking, Award { damages: 2_000, refund: 0 }, hash(7)));
		assert!(is_settled(booking));
		assert_eq!(free(One), PURSE + 2 * PRICE + 2_000);
		assert_eq!(free(Alice), PURSE - 2 * PRICE - 2_000);
		assert_sound();
	});
}

#[test]
fn who_lives_with_a_party_is_not_drawn() {
	street().execute_with(|| {
		for (number, keyring) in NEIGHBOURS.into_iter().enumerate().skip(7) {
			// They live with Alice, or One lives with them.
			let (host, unit, guest) = if number % 2 == 0 { (Alice, 0, keyring) } else { (keyring, number as u32, One) };
			let name =
				pallet_linli_registry::Call::name_resident { unit, account: account(guest), until: now() + 365 * DAY };
			assert_ok!(run(host, name));
			assert_ok!(run(guest, pallet_linli_registry::Call::accept_residence { unit }));
		}
		let booking = disputed();
		draw(booking);
		let strangers = [Two, AliceStash, BobStash, CharlieStash, DaveStash];
		assert!(panel(booking).iter().all(|member| strangers.contains(member)));
	});
}

#[test]
fn where_there_are_too_few_neighbours_the_committee_rules() {
	let owner = |keyring: Sr25519Keyring| json!({ "kind": "person", "identity": hash(2), "ticket": null, "accounts": [account(keyring)] });
	let unit = |owner: u32| json!({ "building": 1, "kind": "residential", "area": 9_000, "owner": owner, "label": sp_core::H256::from_low_u64_be(1 + u64::from(owner)) });
	let four = [Alice, One, Two, AliceStash];
	let registry = json!({ "units": [unit(0), unit(1), unit(2), unit(3)], "owners": four.map(owner) });
	street_with(json!({ "registry": registry })).execute_with(|| {
		assert_eq!(Registry::places(), 4);
		let booking = disputed();
		draw(booking);
		assert!(matches!(state(booking), BookingState::Appealed { .. }));
		// The committee does not rule for a month: no damage is proved.
		pass(30 * DAY);
		assert!(is_settled(booking));
		assert_eq!(free(Alice), PURSE - 2 * PRICE);
		assert_sound();
	});
}

#[test]
fn those_who_voted_on_the_panel_are_concerned_by_the_appeal() {
	street().execute_with(|| {
		let booking = disputed();
		draw(booking);
		let members = panel(booking);
		let concerned = || crate::configs::motions::concerned_by_booking(booking);
		for (number, member) in members.iter().enumerate() {
			let parties = [account(Alice), account(One)];
			let voted: Vec<_> = members[..number].iter().map(|member| account(*member)).collect();
			assert_eq!(concerned(), [&parties[..], &voted[..]].concat());
			assert_ok!(run(*member, Share::vote { booking, award: Award { damages: 1, refund: 0 } }));
		}
		assert_eq!(concerned().len(), 5);
	});
}
