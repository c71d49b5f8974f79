// SPDX-License-Identifier: Apache-2.0

//! Chains that begin with a past (D50).

use super::*;
use linli_primitives::calendar::DAY;
use serde_json::{json, Value};

const UNITS: u32 = 10_000;

/// The village's charge, which the chain bills from November on.
fn charge() -> Value {
	json!({
		"pot": 0,
		"basis": { "per_area": { "kinds": ["residential"] } },
		"rate": 280,
		"period": "month",
		"due_days": 15,
		"grace_days": 30,
		"late_rate": { "numerator": 5, "denominator": 10_000 },
		"late_cap": { "numerator": 30, "denominator": 100 },
		"first": { "year": 2026, "month": 11 },
	})
}

/// A bill for September of which 200 yuan and a late fee of one are left to pay.
fn september(unit: u32) -> Value {
	json!({
		"unit": unit,
		"charge": 0,
		"period": { "year": 2026, "month": 9 },
		"principal": 27_448,
		"paid": 7_448,
		"late": 100,
		"issued": START - 75 * DAY,
		"due": START - 60 * DAY,
	})
}

fn begun(patch: Value) -> sp_io::TestExternalities {
	let mut chain = chain_with(&sp_genesis_builder::DEV_RUNTIME_PRESET.into(), patch);
	chain.execute_with(|| block_at(START));
	chain
}

#[test]
fn a_chain_begins_with_balances_shares_and_arrears() {
	let patch = json!({
		"cashier": { "openingPots": [[OPERATING, 500_000, "OPEN-1"], [REPAIR, 300_000, "OPEN-2"]] },
		"repair": { "shares": [[0, 100_000], [3, 150_000]] },
		"fees": { "charges": [charge()], "arrears": [september(0)], "opened": START },
	});
	begun(patch).execute_with(|| {
		assert_eq!((pot(OPERATING), pot(REPAIR)), (500_000, 300_000));
		let totals = Repair::totals();
		assert_eq!((totals.belonging, totals.undistributed), (250_000, 50_000));
		assert_eq!(Repair::share(3).map(|view| view.share.balance), Some(150_000));
		// Eight accounts of the preset begin with a million fen each.
		assert_eq!(Cashier::month(0, Period::OPENING).map(|month| month.received), Some(8_800_000));
		let dues = Fees::dues(0);
		assert_eq!((dues.principal, dues.late, dues.overdue), (20_000, 100, 20_100));
		// The chain bills on: November, and no late fee for days before the opening.
		settle_at(START + 10 * DAY);
		let dues = Fees::dues(0);
		assert_eq!((dues.principal, dues.late), (20_000 + 27_448, 100 + 100));
	});
}

#[test]
fn a_chain_begins_with_several_bank_accounts() {
	let hash = sp_core::H256::repeat_byte(5);
	// Eight accounts of the preset begin with a million fen each, at account 0.
	let patch = json!({
		"cashier": {
			"openingPots": [[OPERATING, 500_000, "OPEN-1"]],
			"openingPotsAt": [[1, REPAIR, 300_000, "OPEN-1"], [1, OPERATING, 7, "OPEN-2"]],
			"openingBanks": [[0, hash, hash, 8_500_000], [1, hash, hash, 300_007]],
		},
	});
	begun(patch).execute_with(|| {
		assert_eq!((pot(OPERATING), pot(REPAIR)), (500_007, 300_000));
		let banks: Vec<_> = Cashier::banks().into_iter().map(|(bank, of, sum)| (bank, of.label, sum)).collect();
		assert_eq!(banks, [(0, hash, 8_500_000), (1, hash, 300_007)]);
	});
}

#[test]
fn a_large_community_begins_with_a_past() {
	let hash = |number: u32| sp_core::H256::from_low_u64_be(u64::from(number) + 1);
	let all = |of: &dyn Fn(u32) -> Value| (0..UNITS).map(of).collect::<Vec<_>>();
	let unit = |number: u32| json!({ "building": number / 100 + 1, "kind": "residential", "area": 9_000, "owner": number, "label": hash(number) });
	let owner = |number: u32| json!({ "kind": "person", "identity": hash(number), "ticket": null, "accounts": [] });
	let patch = json!({
		"registry": { "units": all(&unit), "owners": all(&owner) },
		"cashier": { "openingPots": [[REPAIR, 2_000 * u64::from(UNITS), "OPEN-1"]] },
		"repair": { "shares": all(&|number| json!([number, 1_999])) },
		"fees": { "charges": [charge()], "arrears": all(&september), "opened": START },
	});
	begun(patch).execute_with(|| {
		let totals = Repair::totals();
		let units = u128::from(UNITS);
		assert_eq!((totals.belonging, totals.undistributed, totals.units), (1_999 * units, units, UNITS));
		let bills = pallet_linli_fees::Totals::<Runtime>::get();
		assert_eq!(
			(bills.bills, bills.principal.charged, bills.late.charged),
			(UNITS.into(), 20_000 * units, 100 * units)
		);
	});
}

#[test]
fn a_chain_begins_with_meters_and_with_a_share_that_was_overdrawn() {
	let meter = |place: Value, main: Option<u32>, reading: u64| {
		json!({
			"place": place,
			"utility": "electricity",
			"main": main,
			"multiplier": 40,
			"digits": 6,
			"plausibility": 200_000_000,
			"reading": reading,
			"date": START - DAY,
		})
	};
	let main = meter(json!({ "common": { "building": null } }), None, 1_523_700);
	let patch = json!({
		"cashier": { "openingPots": [[REPAIR, 300_000, "OPEN-1"]] },
		"repair": { "shares": [[0, -35_025], [3, 300_000]] },
		"meters": { "meters": [main, meter(json!({ "unit": 3 }), Some(0), 812_345)] },
	});
	begun(patch).execute_with(|| {
		let totals = Repair::totals();
		assert_eq!((totals.belonging, totals.undistributed), (264_975, 35_025));
		assert_eq!(Repair::share(0).map(|view| view.share.balance), Some(-35_025));
		let meter = |id| {
			let meter = Meters::meter(id).unwrap().meter;
			(meter.main, meter.last.value, meter.last.total)
		};
		// What was used before the base lines is no use on the chain.
		assert_eq!((meter(0), meter(1)), ((None, 1_523_700, 0), (Some(0), 812_345, 0)));
	});
}
