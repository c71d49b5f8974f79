// SPDX-License-Identifier: Apache-2.0

//! Changes of the register across pallets (D5, D9, D47).

use super::{deciding::*, spending::*, transactions::*, *};
use frame_support::{assert_noop, assert_ok};
use linli_primitives::{calendar::DAY, OwnerId, OwnerKind, Power, UnitId, UnitKind};
use pallet_linli_registry::{CeasedUnits, ChangeId, Dues, Part, RegisterChange, RegisterChangeOf};
use serde_json::json;
use sp_runtime::DispatchError;
use Sr25519Keyring::{Alice, Bob, Eve, One};

type Register = pallet_linli_registry::Call<Runtime>;
type Refused = pallet_linli_registry::Error<Runtime>;
type Change = RegisterChangeOf<Runtime>;

fn propose_to(registrar: Sr25519Keyring, change: Change) -> Result<ChangeId, DispatchError> {
	let id = pallet_linli_registry::NextChange::<Runtime>::get();
	run(registrar, Register::propose_change { change, document: hash(60) })?;
	Ok(id)
}

fn confirm(id: ChangeId, change: Change) -> Register {
	Register::confirm_change { id, change, document: hash(60) }
}

fn sale(unit: UnitId, to: OwnerId) -> Change {
	RegisterChange::TransferUnit { unit, to, dues: Dues::TakenOver }
}

fn totals() -> Power {
	Registry::totals_at(System::block_number(), None)
}

/// The registrar forges an owner with a shop. The building has no room for it; then the auditor does not confirm; then
/// an owner objects. When nobody looks it is registered, and two people undo it.
#[test]
fn a_register_is_forged_and_undone() {
	village().execute_with(|| {
		let launched = totals();
		let shop = |area, owner, label| RegisterChange::RegisterUnit {
			building: 2,
			kind: UnitKind::Commercial,
			area,
			owner,
			label: hash(label),
		};
		assert_noop!(propose_to(Bob, shop(99_000_000, 1, 70)), Refused::BuildingAreaExceeded);
		// Not even a small one: the building has the area that it had at the launch, until the owners decide otherwise.
		assert_noop!(propose_to(Bob, shop(1, 1, 70)), Refused::BuildingAreaExceeded);
		let raise = Register::set_building_area { building: 2, area: 40_000 };
		assert_noop!(run(Bob, raise.clone()), DispatchError::BadOrigin);
		assert_noop!(decide_by_key(raise.clone()), DispatchError::BadOrigin);
		decide(raise, None);

		let (kind, identity) = (OwnerKind::Person, hash(71));
		let stooge = pallet_linli_registry::NextOwner::<Runtime>::get();
		assert_ok!(change_register(RegisterChange::RegisterOwner { kind, identity, ticket: Some([9; 32]) }));
		assert_eq!(totals(), launched);
		let id = propose_to(Bob, shop(9_000, stooge, 72)).unwrap();
		assert_noop!(run(Bob, Register::enact_change { id }), Refused::ChangeNotConfirmed);
		assert_noop!(run(Bob, confirm(id, shop(9_000, stooge, 72))), DispatchError::BadOrigin);
		// The auditor confirms what she was shown, and nothing else.
		assert_noop!(run(Eve, confirm(id, shop(8_000, stooge, 72))), Refused::ChangeMismatch);
		assert_ok!(run(Eve, confirm(id, shop(9_000, stooge, 72))));
		// Alice knows the building.
		assert_ok!(run(Alice, Register::object_to_change { id, reason: hash(73) }));
		pass(7 * DAY);
		assert_noop!(run(Bob, Register::enact_change { id }), Refused::ObjectionOutstanding);
		assert_ok!(run(Bob, Register::settle_objection { id, upheld: false, document: hash(74) }));
		let upheld = Register::settle_objection { id, upheld: true, document: hash(74) };
		assert_noop!(run(Eve, upheld), Refused::SettlementMismatch);
		pass(30 * DAY);
		assert_noop!(run(Bob, Register::enact_change { id }), Refused::ObjectionOutstanding);
		assert_ok!(run(STRANGER, Register::withdraw_change { id }));

		// A second time nobody looks.
		let unit = pallet_linli_registry::NextUnit::<Runtime>::get();
		assert_ok!(change_register(shop(9_000, stooge, 72)));
		assert_ok!(run(STRANGER, pallet_linli_repair::Call::enrol { unit }));
		let forged_at = System::block_number();
		let forged = Power { area: 9_000, heads: 1 };
		assert_eq!(totals(), launched.checked_add(forged).unwrap());

		assert_ok!(change_register(RegisterChange::RetireUnit { unit }));
		assert_eq!(totals(), launched);
		assert!(<Registry as linli_primitives::traits::OwnersRegister<AccountId>>::unit(unit).is_none());
		assert!(CeasedUnits::<Runtime>::get(unit).is_some_and(|ceased| ceased.heir.is_none()));
		assert!(Repair::share(unit).is_some_and(|share| share.share.ceased));
		// What was counted meanwhile stays as it was; what is decided from now on is not touched.
		let power_at = |block| Registry::power_at(stooge, block, None);
		assert_eq!((power_at(forged_at), power_at(System::block_number())), (forged, Power::ZERO));
		pass(DAY);
		decide(Register::set_building_area { building: 2, area: 26_370 }, None);
		assert_noop!(propose_to(Bob, shop(9_000, stooge, 72)), Refused::BuildingAreaExceeded);
		assert_books_close();
	});
}

#[test]
fn the_committee_confirms_what_concerns_no_member() {
	village_with_committee().execute_with(|| {
		// Alice sells to One: both are on the committee.
		let id = propose_to(Bob, sale(0, 1)).unwrap();
		// The auditor is asked first.
		assert_eq!(committee(confirm(id, sale(0, 1))), Err(Refused::ConfirmationRunning.into()));
		pass(15 * DAY);
		let filtered = Err(frame_system::Error::<Runtime>::CallFiltered.into());
		assert_eq!(committee(confirm(id, sale(0, 1))), filtered);
		assert_ok!(run(AUDITOR, confirm(id, sale(0, 1))));
		// The company sells to the developer.
		let id = propose_to(Bob, sale(3, 3)).unwrap();
		pass(15 * DAY);
		assert_ok!(committee(confirm(id, sale(3, 3))));
		pass(7 * DAY);
		assert_ok!(run(STRANGER, Register::enact_change { id }));
		// The only member left cannot confirm alone.
		assert_ok!(run(Alice, pallet_linli_committee::Call::resign {}));
		let id = propose_to(Bob, sale(3, 2)).unwrap();
		let origin: RuntimeOrigin =
			pallet_collective::RawOrigin::<AccountId, crate::configs::assembly::CommitteeCollective>::Members(1, 1)
				.into();
		let document = hash(60);
		assert_noop!(Registry::confirm_change(origin, id, sale(3, 2), document), DispatchError::BadOrigin);
	});
}

#[test]
fn objecting_is_free_once() {
	let patch = json!({ "cashier": { "opening": [] } });
	village_with(patch).execute_with(|| {
		let id = propose_to(Bob, sale(0, 1)).unwrap();
		let object = || Register::object_to_change { id, reason: hash(1) };
		assert!(validate(signed(STRANGER, object())).is_err(), "an account of nobody");
		assert_ok!(validate(signed(Alice, object())));
		assert_ok!(Executive::apply_extrinsic(signed(Alice, object())).unwrap());
		assert_eq!(validate(signed(Alice, object())), broke(), "it is done");
		// The buyer objects, too.
		assert_ok!(validate(signed(One, object())));
	});
}

#[test]
fn a_flat_is_split_and_joined_with_all_that_is_kept_for_it() {
	village().execute_with(|| {
		settle_at(START);
		deposit(Alice, 0, 10_001);
		let whole = Repair::share(0).unwrap().share;
		let before = totals();
		let unit = pallet_linli_registry::NextUnit::<Runtime>::get();
		let parts = [(5_000, 80), (4_803, 81)].map(|(area, label)| Part { area, label: hash(label) });
		let parts = parts.to_vec().try_into().unwrap();
		assert_ok!(change_register(RegisterChange::SplitUnit { unit: 0, parts }));
		assert_eq!(totals(), before);
		let shares = [0, unit].map(|unit| Repair::share(unit).unwrap().share);
		// Exactly 5,100.99 and 4,900.01 fen.
		assert_eq!(shares.map(|share| share.balance), [5_101, 4_900]);
		assert_eq!(shares.map(|share| share.area), [5_000, 4_803]);
		assert_eq!(shares.iter().map(|share| share.first_deposit).sum::<Fen>(), whole.first_deposit);
		// Each is billed by its own area from the next month on.
		let month = this_month().end(PeriodKind::Month, UtcOffset::PLUS_8).unwrap();
		settle_at(month);
		assert_eq!([0, unit].map(|unit| Fees::dues(unit).principal), [14_000, 13_448]);

		// What ceases to exist owes nothing.
		let absorbed = vec![unit].try_into().unwrap();
		let merger = RegisterChange::MergeUnits { into: 0, absorbed, label: hash(82) };
		assert_noop!(propose_to(Bob, merger.clone()), Refused::DuesOutstanding);
		assert_ok!(run(Alice, pallet_linli_fees::Call::pay { unit, amount: 13_448 + 100, bills: None }));
		let money = free(Alice);
		assert_ok!(change_register(merger));
		assert_eq!(free(Alice), money + 100, "what was prepaid is released");
		let share = Repair::share(0).unwrap().share;
		assert_eq!((share.balance, share.area, share.first_deposit), (whole.balance, whole.area, whole.first_deposit));
		assert_eq!(totals(), before);
		assert_books_close();
	});
}
