// SPDX-License-Identifier: Apache-2.0

//! The named presets: `development` and `local_testnet`.

use super::{json::json_merge, law::law_pack};
use crate::{AccountId, SessionKeys};
use alloc::{vec, vec::Vec};
use linli_primitives::{calendar::DAY, Moment};
use serde_json::{json, Value};
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// On chains for trials, whose clock is set by hand, a gap between blocks of up to a hundred years is no standstill:
/// lived time then passes when the clock is set. In ms.
pub const TRIAL_STANDSTILL_LIMIT: Moment = 36_525 * DAY;

/// The genesis patch of a preset as JSON, or `None` if the name is unknown.
pub fn preset(id: &PresetId) -> Option<Vec<u8>> {
	let validators: &[(Sr25519Keyring, Ed25519Keyring)] = match id.as_ref() {
		DEV_RUNTIME_PRESET => &[(Sr25519Keyring::Alice, Ed25519Keyring::Alice)],
		LOCAL_TESTNET_RUNTIME_PRESET => {
			&[(Sr25519Keyring::Alice, Ed25519Keyring::Alice), (Sr25519Keyring::Bob, Ed25519Keyring::Bob)]
		}
		_ => return None,
	};
	serde_json::to_vec(&village(validators)?).ok()
}

/// The names of the presets.
pub fn preset_names() -> Vec<PresetId> {
	vec![PresetId::from(DEV_RUNTIME_PRESET), PresetId::from(LOCAL_TESTNET_RUNTIME_PRESET)]
}

/// A sample village of four flats, a shop and two parking spaces. Alice holds the bootstrap key. The roles are
/// separate, since nobody approves their own acts: Bob is the registrar, Charlie the manager, Dave the cashier, Eve the
/// auditor, and Ferdie a device. Alice, One and Two own units. Homes pay 2.80 per m² and month.
fn village(validators: &[(Sr25519Keyring, Ed25519Keyring)]) -> Option<Value> {
	use Sr25519Keyring::{Alice, Bob, Charlie, Dave, Eve, Ferdie, One, Two};
	let account = |keyring: Sr25519Keyring| keyring.to_account_id();
	let keys: Vec<(AccountId, AccountId, SessionKeys)> = validators
		.iter()
		.map(|(aura, grandpa)| {
			let session = SessionKeys { aura: aura.public().into(), grandpa: grandpa.public().into() };
			(account(*aura), account(*aura), session)
		})
		.collect();
	let operators: Vec<AccountId> = keys.iter().map(|(operator, ..)| operator.clone()).collect();
	let unit = |building: u16, kind: &str, area: u32, owner: u32| json!({ "building": building, "kind": kind, "area": area, "owner": owner, "label": commitment("unit", area) });
	let owner = |kind: &str, accounts: Vec<AccountId>, number: u32| json!({ "kind": kind, "identity": commitment("owner", number), "ticket": null, "accounts": accounts });
	let opening = |keyring: Sr25519Keyring, reference: &str| json!([account(keyring), 1_000_000, reference]);
	let mut genesis = law_pack("cn")?;
	json_merge(
		&mut genesis,
		json!({
			"community": { "standstillLimit": TRIAL_STANDSTILL_LIMIT },
			"session": { "keys": keys },
			"bootstrap": { "key": account(Alice) },
			"validators": { "validators": operators },
			"registry": {
				"units": [
					unit(1, "residential", 9_803, 0),
					unit(1, "residential", 12_772, 1),
					unit(2, "residential", 8_950, 1),
					unit(2, "residential", 10_400, 2),
					unit(2, "commercial", 4_510, 0),
					unit(2, "parking", 1_250, 1),
					unit(2, "parking", 1_260, 3),
				],
				"owners": [
					owner("person", vec![account(Alice)], 0),
					owner("joint", vec![account(One), account(Two)], 1),
					owner("company", vec![], 2),
					owner("developer", vec![], 3),
				],
				"roles": [
					["registrar", account(Bob)],
					["manager", account(Charlie)],
					["cashier", account(Dave)],
					["auditor", account(Eve)],
					["device", account(Ferdie)],
				],
			},
			"fees": {
				"charges": [{
					"pot": 0,
					"basis": { "per_area": { "kinds": ["residential"] } },
					"rate": 280,
					"period": "month",
					"due_days": 15,
					"grace_days": 30,
					"late_rate": { "numerator": 5, "denominator": 10_000 },
					"late_cap": { "numerator": 30, "denominator": 100 },
				}],
			},
			"repair": { "enrol": true },
			"cashier": {
				"opening": [
					opening(Alice, "DEV-OPENING-1"),
					opening(Bob, "DEV-OPENING-2"),
					opening(Charlie, "DEV-OPENING-3"),
					opening(Dave, "DEV-OPENING-4"),
					opening(Eve, "DEV-OPENING-5"),
					opening(Ferdie, "DEV-OPENING-6"),
					opening(One, "DEV-OPENING-7"),
					opening(Two, "DEV-OPENING-8"),
				],
				"freeTransfers": true,
			},
		}),
	);
	Some(genesis)
}

/// A commitment of the sample village, without a salt: there are no real names to protect.
fn commitment(what: &str, number: u32) -> sp_core::H256 {
	sp_io::hashing::blake2_256(&codec::Encode::encode(&("linli/village", what, number))).into()
}
