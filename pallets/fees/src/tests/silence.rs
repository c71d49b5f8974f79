// SPDX-License-Identifier: Apache-2.0

//! If any party falls silent, in any state, disputes end by rule, and what is prepaid or kept for owners is free (D54).

use super::properties::{act, step};
use crate::{mock::*, types::*, *};
use frame_support::storage::with_storage_layer;
use linli_primitives::{traits::OwnersRegister, PeriodKind};
use proptest::prelude::*;
use sp_runtime::DispatchResult;

/// The parties that can fall silent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Party {
	Owners,
	/// The ruling body, and those who approve.
	Ruler,
	/// Those who rule if the ruling body does not.
	LateRuler,
}

/// Whether the call succeeds. As on a chain, a failed one changes nothing.
fn works(call: impl FnOnce() -> DispatchResult) -> bool {
	with_storage_layer(call).is_ok()
}

/// Ends the open disputes without one of the parties: rulings, or withdrawals if nobody rules.
fn end_disputes(silent: Party) {
	let disputed: Vec<_> = OpenDisputes::<Test>::iter_keys().collect();
	for (unit, key) in disputed {
		let (bill, ruling) = (key.id(), Ruling::Upheld);
		let owner = [ALICE, BOB, CHEN].into_iter().find(|account| Register::is_owner(account, unit)).unwrap();
		let has_ended = (silent != Party::Ruler && works(|| Fees::rule_dispute(signed(COMMITTEE), bill, ruling)))
			|| (silent != Party::LateRuler && works(|| Fees::rule_dispute(RuntimeOrigin::root(), bill, ruling)))
			|| (silent != Party::Owners && works(|| Fees::withdraw_dispute(signed(owner), bill)));
		assert!(has_ended, "{silent:?} keeps {bill:?} disputed");
	}
}

/// Takes back all that is prepaid. What is kept for an owner is released with a claim of it.
fn take_back_prepayments() {
	let prepaid: Vec<_> = Prepayments::<Test>::iter().collect();
	for (unit, payer, amount) in prepaid {
		match UnitAccounts::<Test>::get(payer) {
			None => Fees::refund_prepayment(signed(payer), unit, amount).unwrap(),
			Some(kept) => {
				let owner = [ALICE, BOB, CHEN][kept.owner as usize];
				Fees::claim_unit_money(signed(owner), unit, None, amount).unwrap();
				assert_eq!(Balances::free_balance(payer), 0);
			}
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig {
		cases: linli_testing::cases(32), failure_persistence: None, ..ProptestConfig::default()
	})]

	#[test]
	fn disputes_end_and_prepayments_are_free_although_a_party_falls_silent(
		steps in prop::collection::vec(step(), 1..50),
		silent in prop::sample::select(vec![Party::Owners, Party::Ruler, Party::LateRuler]),
	) {
		ExtBuilder::default().build().execute_with(|| {
			create(per_area(), 280);
			create(ChargeTerms { period: PeriodKind::Quarter, ..terms(Basis::PerUnit) }, 2_500);
			let meter = create(water(), 345_670);
			go_to(start(NOVEMBER) + 6 * DAYS);
			let issuance = Balances::total_issuance();
			for step in steps {
				act(step, meter);
			}
			// Until the other body can rule.
			go_to(Now::get() + 31 * DAYS);
			end_disputes(silent);
			assert!(OpenDisputes::<Test>::iter_keys().next().is_none());
			take_back_prepayments();
			assert!(Prepayments::<Test>::iter_keys().next().is_none());
			ExtBuilder::check();
			assert_eq!(Balances::total_issuance(), issuance);
		});
	}
}
