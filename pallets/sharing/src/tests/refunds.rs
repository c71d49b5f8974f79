// SPDX-License-Identifier: Apache-2.0

//! What a renter claims back, counterclaims, and the bonds of claims.

use crate::{mock::*, panels::DRAW_WAIT, types::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{calendar::DAY, Fen};
use sp_runtime::DispatchResult;

type E = Error<Test>;

const PAID: Fen = 2 * PRICE;

fn claim(who: AccountId, id: BookingId, amount: Fen) -> DispatchResult {
	Sharing::claim_refund(signed(who), id, amount, hash(3), sealed(id, Side::Renter))
}

/// A booking returned an hour late: one slot.
fn late() -> BookingId {
	let id = booked();
	assert_ok!(Sharing::start(signed(RENTER), id));
	go(hour(1, 13));
	assert_ok!(Sharing::return_resource(signed(RENTER), id));
	assert_eq!(booking(id).late, LATE_FEE);
	id
}

/// Lets the panel of a disputed claim vote for the same.
fn rules(id: BookingId, award: Award) {
	reveal_both(id);
	wait(DRAW_WAIT);
	for who in panel(id) {
		assert_ok!(Sharing::vote(signed(who), id, award));
	}
}

#[test]
fn nobody_acts_for_the_community_in_a_booking_of_their_own() {
	ExtBuilder.build_and_execute(|| {
		// The renter is the manager, by another account; or lives with the manager.
		let id = book(RENTER, list_common(SPORTS, terms()), at(1, 10), 2);
		SamePerson::set(vec![(MANAGER, RENTER)]);
		assert_noop!(Sharing::cancel(signed(MANAGER), id, 0), E::OwnCase);
		go(hour(1, 10));
		assert_ok!(Sharing::start(signed(RENTER), id));
		go(hour(1, 12));
		assert_ok!(Sharing::return_resource(signed(RENTER), id));
		let damage = Sharing::claim_damage(signed(MANAGER), id, 1, hash(3), sealed(id, Side::Provider));
		assert_noop!(damage, E::OwnCase);
		assert_ok!(claim(RENTER, id, 2 * PRICE));
		assert_noop!(Sharing::accept_claim(signed(MANAGER), id), E::OwnCase);
		let dispute = Sharing::dispute_claim(signed(MANAGER), id, hash(4), 0, sealed(id, Side::Provider));
		assert_noop!(dispute, E::OwnCase);
		// Somebody else of the office does.
		SamePerson::set(vec![]);
		assert_ok!(Sharing::accept_claim(signed(MANAGER), id));
	});
}

#[test]
fn a_renter_claims_late_fee_and_price_in_time() {
	ExtBuilder.build_and_execute(|| {
		let id = late();
		for who in [PROVIDER, FLATMATE, MANAGER] {
			assert_noop!(claim(who, id, 1), E::NotRenter);
		}
		assert_noop!(claim(RENTER, 9, 1), E::BookingNotFound);
		assert_noop!(claim(RENTER, id, 0), E::InvalidClaim);
		assert_noop!(claim(RENTER, id, PAID + LATE_FEE + 1), E::AmountTooLarge);
		go(hour(1, 13) + 2 * DAY);
		assert_noop!(claim(RENTER, id, 1), E::WindowOver);
		Now::mutate(|now| *now -= 1);
		events();
		assert_ok!(claim(RENTER, id, PAID + LATE_FEE));
		let (amount, until) = (PAID + LATE_FEE, Now::get() + 2 * DAY);
		assert_eq!(events(), [Event::RefundClaimed { booking: id, amount, evidence: hash(3), until }]);
		assert_eq!(bond(RENTER), BOND);
		// One claim; the other side answers it.
		assert_noop!(claim(RENTER, id, 1), E::NotReturned);
		assert_noop!(
			Sharing::claim_damage(signed(PROVIDER), id, 1, hash(3), sealed(id, Side::Provider)),
			E::NotReturned
		);
		assert_noop!(Sharing::accept_claim(signed(RENTER), id), E::NotProvider);
		assert_noop!(Sharing::dispute_claim(signed(RENTER), id, hash(4), 0, sealed(id, Side::Renter)), E::NotProvider);
		assert_ok!(Sharing::accept_claim(signed(PROVIDER), id));
		assert_eq!((free(RENTER), free(PROVIDER), bond(RENTER)), (PURSE, PURSE, 0));
		assert_eq!(booking(id).refund, PAID + LATE_FEE);
	});
}

#[test]
fn a_refund_is_taken_from_the_late_fee_first() {
	ExtBuilder.build_and_execute(|| {
		let id = late();
		assert_ok!(claim(RENTER, id, LATE_FEE + 1));
		events();
		assert_ok!(Sharing::accept_claim(signed(PROVIDER), id));
		let (price, returned, refund) = (PAID - 1, DEPOSIT, LATE_FEE + 1);
		let settled = Event::Settled { booking: id, price, share: 0, late_fee: 0, damages: 0, returned, refund };
		assert_eq!(events(), [settled]);
		assert_eq!(free(PROVIDER), PURSE + PAID - 1);
	});
}

#[test]
fn a_provider_who_stays_silent_pays_back() {
	ExtBuilder.build_and_execute(|| {
		let id = returned();
		assert_ok!(claim(RENTER, id, PAID));
		wait(2 * DAY);
		assert_eq!((free(RENTER), free(PROVIDER), bond(RENTER)), (PURSE, PURSE, 0));
	});
}

#[test]
fn a_panel_rules_on_claim_and_counterclaim() {
	ExtBuilder.build_and_execute(|| {
		let id = claimed();
		assert_noop!(
			Sharing::dispute_claim(signed(RENTER), id, hash(4), PAID + 1, sealed(id, Side::Renter)),
			E::AmountTooLarge
		);
		assert_ok!(Sharing::dispute_claim(signed(RENTER), id, hash(4), PAID, sealed(id, Side::Renter)));
		assert_eq!(booking(id).claim.unwrap().claimed, Award { damages: 4_000, refund: PAID });
		reveal_both(id);
		wait(DRAW_WAIT);
		let votes = [(4_000, 0), (0, PAID), (1_500, 100)].map(|(damages, refund)| Award { damages, refund });
		let first = panel(id)[0];
		assert_noop!(Sharing::vote(signed(first), id, refund(PAID + 1)), E::AmountTooLarge);
		for (who, vote) in panel(id).into_iter().zip(votes) {
			assert_ok!(Sharing::vote(signed(who), id, vote));
		}
		wait(3 * DAY);
		assert_eq!((booking(id).damages, booking(id).refund), (1_500, 100));
		assert_eq!(free(PROVIDER), PURSE + PAID - 100 + 1_500);
		assert_eq!(free(RENTER), PURSE - PAID + 100 - 1_500);
	});
}

#[test]
fn a_provider_disputes_with_a_counterclaim() {
	ExtBuilder.build_and_execute(|| {
		let id = late();
		assert_ok!(claim(RENTER, id, PAID));
		let dispute =
			|amount| Sharing::dispute_claim(signed(PROVIDER), id, hash(4), amount, sealed(id, Side::Provider));
		assert_noop!(dispute(DEPOSIT - LATE_FEE + 1), E::AmountTooLarge);
		assert_ok!(dispute(DEPOSIT - LATE_FEE));
		rules(id, damages(DEPOSIT - LATE_FEE));
		wait(3 * DAY);
		// The renter's claim had no ground: the bond is the provider's.
		assert_eq!(free(PROVIDER), PURSE + PAID + DEPOSIT + BOND);
	});
}

#[test]
fn the_bond_of_a_claim_without_ground_goes_to_the_other_side() {
	ExtBuilder.build_and_execute(|| {
		let id = disputed();
		assert_eq!((bond(PROVIDER), bond(RENTER)), (BOND, BOND));
		rules(id, damages(0));
		events();
		wait(3 * DAY);
		assert!(events().contains(&Event::BondForfeited { booking: id, by: Side::Provider, amount: BOND }));
		assert_eq!((free(PROVIDER), free(RENTER)), (PURSE + PAID - BOND, PURSE - PAID + BOND));
		assert_eq!((bond(PROVIDER), bond(RENTER)), (0, 0));
	});
}

#[test]
fn a_bond_comes_back_if_nobody_rules() {
	ExtBuilder.build_and_execute(|| {
		Places::set(2);
		let id = disputed();
		run();
		wait(30 * DAY);
		assert!(matches!(state(id), BookingState::Settled { .. }));
		assert_eq!((free(PROVIDER), bond(PROVIDER)), (PURSE + PAID, 0));
	});
}

#[test]
fn a_claim_takes_money_for_its_bond() {
	ExtBuilder.build_and_execute(|| {
		let id = returned();
		let rules = SharingRules { claim_bond: PURSE, ..SharingRules::default() };
		assert_ok!(Sharing::set_rules(signed(ASSEMBLY), rules));
		assert_noop!(claim(RENTER, id, 1), E::InsufficientFunds);
		assert_noop!(
			Sharing::claim_damage(signed(PROVIDER), id, 1, hash(3), sealed(id, Side::Provider)),
			E::InsufficientFunds
		);
		let rules = SharingRules { claim_bond: MAX_PRICE + 1, ..rules };
		assert_noop!(Sharing::set_rules(signed(ASSEMBLY), rules), E::InvalidRules(RulesError::BondTooHigh));
	});
}

#[test]
fn the_committee_takes_nothing_from_a_renter_of_the_community() {
	ExtBuilder.build_and_execute(|| {
		let id = book(RENTER, list_common(SPORTS, terms()), at(1, 10), 2);
		go(hour(1, 12));
		run();
		assert_ok!(claim(RENTER, id, PAID));
		assert_noop!(
			Sharing::dispute_claim(signed(PROVIDER), id, hash(4), 0, sealed(id, Side::Provider)),
			E::NotProvider
		);
		assert_ok!(Sharing::dispute_claim(signed(MANAGER), id, hash(4), 50, sealed(id, Side::Provider)));
		rules(id, Award { damages: 20, refund: 300 });
		assert_ok!(Sharing::appeal(signed(RENTER), id));
		let rule = |damages, refund| Sharing::rule(signed(COMMITTEE), id, Award { damages, refund }, hash(5));
		assert_noop!(rule(21, 300), E::AmountTooLarge);
		assert_noop!(rule(20, 299), E::AwardTooLow);
		assert_noop!(rule(20, PAID + 1), E::AmountTooLarge);
		assert_ok!(rule(10, PAID));
		assert_eq!((free(RENTER), pot(SPORTS), pot(INCOME)), (PURSE - 10, 1 + 10, 1));
	});
}

#[test]
fn the_bond_of_a_claim_against_the_community_goes_to_its_pot() {
	ExtBuilder.build_and_execute(|| {
		let id = book(RENTER, list_common(SPORTS, terms()), at(1, 10), 2);
		go(hour(1, 12));
		run();
		assert_ok!(claim(RENTER, id, PAID));
		assert_ok!(Sharing::dispute_claim(signed(MANAGER), id, hash(4), 50, sealed(id, Side::Provider)));
		rules(id, damages(50));
		wait(3 * DAY);
		assert_eq!(pot(SPORTS) + pot(INCOME), 2 + PAID + 50 + BOND);
		assert_eq!(booking(id).entries.len(), 4);
	});
}

#[test]
fn a_renter_who_was_kept_out_pays_nothing() {
	ExtBuilder.build_and_execute(|| {
		let late = booked();
		let next = book(OTHER, 0, at(1, 12), 2);
		assert_ok!(Sharing::start(signed(RENTER), late));
		// The other renter does not even cancel.
		go(hour(1, 14));
		events();
		run();
		let (by, refund) = (CancelledBy::KeptOut, PAID);
		assert_eq!(events(), [Event::Cancelled { booking: next, by, refund, kept: 0, share: 0 }]);
		assert_eq!((free(OTHER), held(OTHER)), (PURSE, (0, 0)));
	});
}
