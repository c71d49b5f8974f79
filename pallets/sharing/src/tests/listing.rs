// SPDX-License-Identifier: Apache-2.0

//! Rules and resources, and the origins that may change them.

use crate::{mock::*, types::*, Error, Event, Listed, Refunds, Resources, Rules};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{calendar::DAY, Fraction};
use sp_runtime::DispatchError::BadOrigin;

type E = Error<Test>;

fn list_by(who: AccountId, pot: Option<u16>, terms: Terms) -> sp_runtime::DispatchResult {
	Sharing::list(signed(who), pot, ResourceKind::Tool, None, hash(1), terms, None, StandsFor::Thing)
}

#[test]
fn members_and_the_office_list_resources() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(list_by(STRANGER, None, terms()), E::NotMember);
		assert_noop!(list_by(PROVIDER, Some(SPORTS), terms()), BadOrigin);
		assert_noop!(list_by(MANAGER, None, terms()), E::NotMember);
		assert_noop!(list_by(MANAGER, Some(7), terms()), E::PotNotFound);
		// A resident who owns nothing can list, too.
		assert_ok!(list_by(FLATMATE, None, terms()));
		assert_ok!(list_by(MANAGER, Some(SPORTS), terms()));
		let [one, two] = [0, 1].map(|id| Resources::<Test>::get(id).unwrap());
		assert_eq!(one.provider, Provider::Person(FLATMATE));
		assert_eq!(two.provider, Provider::Community { pot: SPORTS });
		assert_eq!(two.status, ResourceStatus::Open);
		let listed = events();
		assert_eq!(listed.len(), 2);
		assert!(matches!(listed[1], Event::Listed { resource: 1, kind: ResourceKind::Tool, .. }));
	});
}

#[test]
fn resources_per_provider_are_limited() {
	ExtBuilder.build_and_execute(|| {
		for _ in 0..3 {
			list(terms());
		}
		assert_noop!(list_by(PROVIDER, None, terms()), E::TooManyResources);
		assert_ok!(list_by(OTHER, None, terms()));
		assert_eq!(Listed::<Test>::get(of_household(0)), 3);
		assert_ok!(Sharing::withdraw_resource(signed(PROVIDER), 1, false));
		assert_eq!(Resources::<Test>::get(1), None);
		assert_ok!(list_by(PROVIDER, None, terms()));
	});
}

#[test]
fn invalid_terms_are_rejected_with_the_reason() {
	let flaw = |change: fn(&mut Terms)| {
		let mut terms = terms();
		change(&mut terms);
		terms.check()
	};
	fn windows(list: &[(u8, u8, u8)]) -> frame_support::BoundedVec<Window, frame_support::traits::ConstU32<28>> {
		let window = |&(weekday, from, to): &(u8, u8, u8)| Window { weekday, from, to };
		list.iter().map(window).collect::<Vec<_>>().try_into().unwrap()
	}
	assert_eq!(flaw(|_| ()), Ok(()));
	assert_eq!(flaw(|terms| terms.price = MAX_PRICE + 1), Err(TermsError::PriceTooHigh));
	assert_eq!(flaw(|terms| terms.deposit = MAX_PRICE + 1), Err(TermsError::PriceTooHigh));
	assert_eq!(flaw(|terms| terms.late_fee = MAX_PRICE + 1), Err(TermsError::PriceTooHigh));
	assert_eq!(flaw(|terms| terms.windows = windows(&[])), Err(TermsError::NeverOpen));
	assert_eq!(flaw(|terms| terms.windows = windows(&[(7, 0, 1)])), Err(TermsError::InvalidWindow));
	assert_eq!(flaw(|terms| terms.windows = windows(&[(0, 1, 1)])), Err(TermsError::InvalidWindow));
	assert_eq!(flaw(|terms| terms.windows = windows(&[(0, 0, 25)])), Err(TermsError::InvalidWindow));
	assert_eq!(flaw(|terms| terms.windows = windows(&[(0, 0, 3), (0, 2, 4)])), Err(TermsError::WindowsOverlap));
	assert_eq!(flaw(|terms| terms.windows = windows(&[(1, 0, 3), (0, 4, 5)])), Err(TermsError::WindowsOverlap));
	assert_eq!(flaw(|terms| terms.windows = windows(&[(0, 0, 3), (0, 3, 4), (1, 0, 24)])), Ok(()));
	assert_eq!(flaw(|terms| terms.min_slots = 0), Err(TermsError::InvalidLength));
	assert_eq!(flaw(|terms| terms.min_slots = 9), Err(TermsError::InvalidLength));
	assert_eq!(flaw(|terms| terms.max_slots = MAX_SLOTS + 1), Err(TermsError::InvalidLength));
	assert_eq!(flaw(|terms| terms.horizon = MAX_HORIZON + 1), Err(TermsError::InvalidHorizon));
	assert_eq!(flaw(|terms| terms.horizon = 3 * HOUR), Ok(()));
	assert_eq!(flaw(|terms| terms.horizon = 3 * HOUR - 1), Err(TermsError::InvalidHorizon));
	assert_eq!(flaw(|terms| terms.lead_time = u64::MAX), Err(TermsError::InvalidHorizon));
	assert_eq!(flaw(|terms| terms.cancellation.afterwards = Fraction::new(2, 1)), Err(TermsError::InvalidCancellation));
	assert_eq!(flaw(|terms| terms.cancellation.afterwards = Fraction::new(1, 0)), Err(TermsError::InvalidCancellation));
	assert_eq!(flaw(|terms| terms.cancellation.free_until = MAX_HORIZON + 1), Err(TermsError::InvalidCancellation));
	assert_eq!(flaw(|terms| terms.claim_window = HOUR - 1), Err(TermsError::InvalidClaimWindow));
	assert_eq!(flaw(|terms| terms.claim_window = 30 * DAY + 1), Err(TermsError::InvalidClaimWindow));
	assert_eq!(flaw(|terms| terms.per_household = Some(0)), Err(TermsError::NoBooking));
}

#[test]
fn only_the_provider_changes_a_resource() {
	ExtBuilder.build_and_execute(|| {
		let (own, common) = (list(terms()), list_common(SPORTS, terms()));
		for (id, wrong, right) in [(own, MANAGER, PROVIDER), (common, PROVIDER, MANAGER)] {
			assert_noop!(Sharing::set_terms(signed(wrong), id, terms()), E::NotProvider);
			assert_noop!(Sharing::set_device(signed(wrong), id, None), E::NotProvider);
			assert_noop!(Sharing::suspend(signed(wrong), id, false), E::NotProvider);
			assert_noop!(Sharing::resume(signed(wrong), id), E::NotProvider);
			assert_noop!(Sharing::withdraw_resource(signed(wrong), id, false), E::NotProvider);
			assert_ok!(Sharing::set_terms(signed(right), id, Terms { price: 7, ..terms() }));
			assert_ok!(Sharing::set_device(signed(right), id, Some(61)));
			assert_noop!(Sharing::resume(signed(right), id), E::NotSuspended);
			assert_ok!(Sharing::suspend(signed(right), id, false));
			assert_noop!(Sharing::suspend(signed(right), id, false), E::AlreadySuspended);
			assert_ok!(Sharing::resume(signed(right), id));
			let resource = Resources::<Test>::get(id).unwrap();
			assert_eq!((resource.terms.price, resource.device), (7, Some(61)));
		}
		assert_noop!(Sharing::set_terms(signed(PROVIDER), 9, terms()), E::ResourceNotFound);
		let bad = Terms { min_slots: 0, ..terms() };
		assert_noop!(list_by(PROVIDER, None, bad.clone()), E::InvalidTerms(TermsError::InvalidLength));
		assert_noop!(Sharing::set_terms(signed(PROVIDER), own, bad), E::InvalidTerms(TermsError::InvalidLength));
	});
}

#[test]
fn slot_length_is_fixed_while_bookings_are_on_record() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		let halves = |mut terms: Terms| {
			terms.slot = SlotLength::HalfHour;
			terms
		};
		assert_ok!(Sharing::set_terms(signed(PROVIDER), id, halves(terms())));
		assert_ok!(Sharing::set_terms(signed(PROVIDER), id, terms()));
		let booking = book(RENTER, id, at(1, 10), 2);
		assert_noop!(Sharing::set_terms(signed(PROVIDER), id, halves(terms())), E::SlotLengthFixed);
		assert_ok!(Sharing::cancel(signed(RENTER), booking, 0));
		assert_noop!(Sharing::set_terms(signed(PROVIDER), id, halves(terms())), E::SlotLengthFixed);
		wait(DAY);
		assert_ok!(Sharing::set_terms(signed(PROVIDER), id, halves(terms())));
	});
}

#[test]
fn withdrawn_resource_is_removed_with_its_last_booking() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		let booking = book(RENTER, id, at(1, 10), 2);
		assert_ok!(Sharing::withdraw_resource(signed(PROVIDER), id, false));
		assert_eq!(state(booking), BookingState::Booked);
		assert_noop!(try_book(OTHER, id, at(2, 10), 2), E::ResourceWithdrawn);
		assert_noop!(Sharing::resume(signed(PROVIDER), id), E::ResourceWithdrawn);
		assert_noop!(Sharing::set_terms(signed(PROVIDER), id, terms()), E::ResourceWithdrawn);
		assert_noop!(Sharing::set_device(signed(PROVIDER), id, None), E::ResourceWithdrawn);
		assert_noop!(Sharing::suspend(signed(PROVIDER), id, true), E::ResourceWithdrawn);
		assert_noop!(Sharing::withdraw_resource(signed(PROVIDER), id, false), E::ResourceWithdrawn);
		// The bookings can still be refunded afterwards.
		assert_ok!(Sharing::withdraw_resource(signed(PROVIDER), id, true));
		assert_noop!(Sharing::withdraw_resource(signed(PROVIDER), id, true), E::ResourceWithdrawn);
		run();
		assert!(matches!(state(booking), BookingState::Cancelled { by: CancelledBy::Provider, .. }));
		events();
		wait(DAY);
		assert_eq!(events(), [Event::Forgotten { booking }, Event::Removed { resource: id }]);
		assert_eq!(Listed::<Test>::iter().count(), 0);
	});
}

#[test]
fn suspending_keeps_bookings_or_refunds_those_not_started() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		let started = book(RENTER, id, at(1, 10), 2);
		let later: Vec<_> = (0..4).map(|day| book(OTHER, id, at(2 + day, 10), 2)).collect();
		go(hour(1, 10));
		assert_ok!(Sharing::start(signed(RENTER), started));
		assert_ok!(Sharing::suspend(signed(PROVIDER), id, false));
		run();
		assert_eq!(state(later[0]), BookingState::Booked);
		assert_noop!(try_book(OTHER, id, at(2, 14), 2), E::ResourceSuspended);

		// Two refunds fit into a block.
		Budget::set(frame_support::weights::Weight::from_parts(1 + 1 + 2 * 20 + 5, 0));
		assert_ok!(Sharing::suspend(signed(PROVIDER), id, true));
		assert_noop!(Sharing::suspend(signed(PROVIDER), id, true), E::AlreadySuspended);
		assert_noop!(Sharing::resume(signed(PROVIDER), id), E::RefundsInProgress);
		let cancelled = || later.iter().filter(|id| matches!(state(**id), BookingState::Cancelled { .. })).count();
		run();
		// One of the two was the started booking, which continues.
		assert_eq!(cancelled(), 1);
		Sharing::do_try_state().unwrap();
		run();
		assert_eq!(cancelled(), 3);
		run();
		assert_eq!(cancelled(), 4);
		run();
		assert!(!Refunds::<Test>::contains_key(id));
		assert!(matches!(state(started), BookingState::Started { .. }));
		assert_eq!((held(OTHER), free(OTHER)), ((0, 0), PURSE));
		assert_ok!(Sharing::resume(signed(PROVIDER), id));
		book(OTHER, id, at(2, 10), 2);
	});
}

#[test]
fn office_takes_down_resources_of_former_members() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		assert_noop!(Sharing::suspend(signed(MANAGER), id, false), E::NotProvider);
		Left::set(vec![PROVIDER]);
		assert_noop!(try_book(RENTER, id, at(1, 10), 2), E::ProviderLeft);
		assert_ok!(Sharing::suspend(signed(MANAGER), id, false));
		assert_ok!(Sharing::withdraw_resource(signed(MANAGER), id, true));
		assert_eq!(Resources::<Test>::get(id), None);
	});
}

#[test]
fn committee_withdraws_any_resource() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		let booking = book(RENTER, id, at(1, 10), 2);
		assert_noop!(Sharing::suspend(signed(COMMITTEE), id, true), E::NotProvider);
		assert_ok!(Sharing::withdraw_resource(signed(COMMITTEE), id, true));
		run();
		assert!(matches!(state(booking), BookingState::Cancelled { by: CancelledBy::Provider, .. }));
		assert_noop!(Sharing::resume(signed(PROVIDER), id), E::ResourceWithdrawn);
	});
}

#[test]
fn no_refunds_without_bookings() {
	ExtBuilder.build_and_execute(|| {
		let id = list(terms());
		assert_ok!(Sharing::suspend(signed(PROVIDER), id, true));
		assert!(!Refunds::<Test>::contains_key(id));
		assert_ok!(Sharing::resume(signed(PROVIDER), id));
	});
}

#[test]
fn assembly_sets_valid_rules() {
	ExtBuilder.build_and_execute(|| {
		let rules = SharingRules { private_share: Fraction::new(1, 20), ..SharingRules::default() };
		assert_noop!(Sharing::set_rules(signed(MANAGER), rules), BadOrigin);
		let bad = SharingRules { common_share: Fraction::new(11, 10), ..rules };
		assert_noop!(Sharing::set_rules(signed(ASSEMBLY), bad), E::InvalidRules(RulesError::InvalidShare));
		let bad = SharingRules { private_share: Fraction::new(0, 0), ..rules };
		assert_noop!(Sharing::set_rules(signed(ASSEMBLY), bad), E::InvalidRules(RulesError::InvalidShare));
		for change in [
			|rules: &mut SharingRules| rules.answer_window = MIN_WINDOW - 1,
			|rules: &mut SharingRules| rules.panel_window = MAX_WINDOW + 1,
			|rules: &mut SharingRules| rules.appeal_window = 0,
			|rules: &mut SharingRules| rules.committee_window = u64::MAX,
		] {
			let mut bad = rules;
			change(&mut bad);
			assert_noop!(Sharing::set_rules(signed(ASSEMBLY), bad), E::InvalidRules(RulesError::InvalidWindow));
		}
		let bad = SharingRules { income_pot: 7, ..rules };
		assert_noop!(Sharing::set_rules(signed(ASSEMBLY), bad), E::PotNotFound);
		assert_ok!(Sharing::set_rules(signed(ASSEMBLY), rules));
		assert_eq!(Rules::<Test>::get(), rules);
		assert_eq!(events(), [Event::RulesSet { rules }]);
	});
}

fn begin_with(rules: SharingRules) {
	use sp_runtime::BuildStorage;
	let sharing = crate::GenesisConfig { rules, ..Default::default() };
	let _ = RuntimeGenesisConfig { sharing, ..Default::default() }.build_storage();
}

#[test]
#[should_panic(expected = "the rules of sharing are invalid")]
fn genesis_rejects_invalid_rules() {
	begin_with(SharingRules { panel_window: 0, ..SharingRules::default() });
}

#[test]
#[should_panic(expected = "goes to pot 7, which does not exist")]
fn genesis_rejects_a_missing_pot() {
	begin_with(SharingRules { income_pot: 7, ..SharingRules::default() });
}
