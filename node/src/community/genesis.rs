// SPDX-License-Identifier: GPL-3.0-or-later

//! The genesis state of a community's chain: a law pack, overlaid with the community's own data.
//!
//! The result is a JSON patch of the runtime's genesis configuration. The structs here are its parts, as deserialised
//! by the pallets. Values of the pack that are not overridden here (voting kinds, delays, pots) are kept.

use super::{
	charges::{NamedCharge, PotNames},
	errors::CommunityError,
	key_line::address_of,
	keys::PublicKeys,
	roster::{owner_kind, unit_kind},
	salts::Salted,
	second_factors::SecondFactor,
	tickets::Ticket,
};
use linli_primitives::{calendar::DAY, Area, BuildingId, Commitment, OwnerId, OwnerKind, UnitKind};
use linli_roster::Roster;
use linli_runtime::genesis::TRIAL_STANDSTILL_LIMIT;
use serde::Serialize;
use serde_json::{json, Value};
use sp_core::H256;

/// A unit in the registry's genesis.
#[derive(Serialize)]
struct GenesisUnit {
	building: BuildingId,
	kind: UnitKind,
	area: Area,
	owner: OwnerId,
	label: Commitment,
}

/// An owner in the registry's genesis.
#[derive(Serialize)]
struct GenesisOwner {
	kind: OwnerKind,
	identity: Commitment,
	ticket: H256,
	#[serde(rename = "secondFactor", skip_serializing_if = "Option::is_none")]
	second_factor: Option<H256>,
	accounts: [String; 0],
}

/// The community's own data for its genesis state.
pub struct Community<'a> {
	/// Units and owners.
	pub roster: &'a Roster,
	/// The salted label of each unit.
	pub units: &'a [Salted],
	/// The salted name of each owner.
	pub owners: &'a [Salted],
	/// The ticket of each owner.
	pub tickets: &'a [Ticket],
	/// The second factor of each ticket; empty if tickets ask for none.
	pub second_factors: &'a [SecondFactor],
	/// How long a ticket can be used, in days.
	pub ticket_days: u32,
	/// Its charges.
	pub charges: &'a [NamedCharge],
	/// Public keys of the validators, of the roles, and the bootstrap key.
	pub keys: &'a PublicKeys,
	/// The currency code (ISO 4217), which replaces that of the pack.
	pub currency: &'a str,
	/// Whether its clock is set by hand, so that a gap between blocks is no standstill.
	pub trial: bool,
}

/// The pots opened by a law pack, in order of their ids.
pub fn pots(id: &str, pack: &Value) -> Result<Vec<PotNames>, CommunityError> {
	let pots = pack["fund"]["pots"].as_array().and_then(|pots| {
		let names =
			pots.iter().map(|pot| Some(PotNames { kind: pot[0].as_str()?.into(), name: pot[1].as_str()?.into() }));
		names.collect::<Option<Vec<_>>>()
	});
	pots.filter(|pots| !pots.is_empty())
		.ok_or_else(|| CommunityError::LawPack { id: id.into(), reason: "it opens no pots".into() })
}

/// The genesis patch: `pack` overlaid with the community's own data.
pub fn patch(mut pack: Value, community: &Community<'_>) -> Value {
	let Community { roster, units, owners, tickets, second_factors, ticket_days, charges, keys, currency, trial } =
		community;
	let standstill_limit = trial.then_some(TRIAL_STANDSTILL_LIMIT);
	let units: Vec<_> = roster
		.units
		.iter()
		.zip(*units)
		.map(|(unit, salted)| GenesisUnit {
			building: roster.buildings[unit.building].number,
			kind: unit_kind(unit.kind),
			area: unit.area,
			// Owners are at most as many as units, which are bounded far below.
			owner: OwnerId::try_from(unit.owner).unwrap_or(OwnerId::MAX),
			label: salted.commitment,
		})
		.collect();
	let owners: Vec<_> = roster
		.owners
		.iter()
		.zip(*owners)
		.zip(*tickets)
		.enumerate()
		.map(|(place, ((owner, salted), ticket))| GenesisOwner {
			kind: owner_kind(owner.kind),
			identity: salted.commitment,
			ticket: H256(ticket.public().0),
			second_factor: second_factors.get(place).map(|factor| H256(factor.public(ticket).0)),
			accounts: [],
		})
		.collect();
	let roles: Vec<_> = keys.role_addresses().collect();
	let charges: Vec<_> = charges.iter().map(|named| &named.charge).collect();
	let bootstrap = address_of(&keys.bootstrap);
	let sessions: Vec<_> = keys
		.validators
		.iter()
		.map(|validator| {
			let account = address_of(&validator.account);
			let session = json!({ "aura": address_of(&validator.aura), "grandpa": address_of(&validator.grandpa) });
			json!([account, account, session])
		})
		.collect();
	let validators: Vec<_> = keys.validators.iter().map(|validator| address_of(&validator.account)).collect();
	let mut sustained = vec![bootstrap.clone()];
	sustained.extend(validators.iter().cloned());
	let own = json!({
		"community": { "currency": currency, "standstillLimit": standstill_limit },
		"registry": {
			"units": units,
			"owners": owners,
			"roles": roles,
			"sustained": sustained,
			"ticketLifetime": u64::from(*ticket_days) * DAY,
		},
		"fees": { "charges": charges },
		// Every participating unit has a share from the start.
		"repair": { "enrol": true },
		"session": { "keys": sessions },
		"validators": { "validators": validators },
		"bootstrap": { "key": bootstrap },
	});
	linli_runtime::genesis::json_merge(&mut pack, own);
	pack
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::community::{charges, keys::Keys, roster};
	use rand::rngs::OsRng;

	#[test]
	fn the_pack_stays_and_the_community_is_added() {
		let csv = "unit,building,kind,area_m2,owner,owner_kind\n1-1,A,residential,98.03,Mr Li,person\nP1,B,parking,12,Dev,developer\n";
		let roster = roster::parse(csv.as_bytes()).unwrap();
		let pack = json!({
			"fund": { "pots": [["operating", "Operating"]] },
			"registry": { "votingKinds": ["residential"], "units": ["an example"] },
			"fees": { "rules": 1 },
			"community": { "utcOffset": 600, "currency": "CNY" },
		});
		let pots = pots("test", &pack).unwrap();
		assert_eq!(pots, [PotNames { kind: "operating".into(), name: "Operating".into() }]);
		let charges = charges::parse(charges::DEFAULT, &pots, &roster.buildings).unwrap();
		let units: Vec<_> = roster.units.iter().map(|unit| Salted::fresh(&unit.label, &mut OsRng)).collect();
		let owners: Vec<_> = roster.owners.iter().map(|owner| Salted::fresh(&owner.name, &mut OsRng)).collect();
		let tickets: Vec<_> = roster.owners.iter().map(|_| Ticket::fresh(&mut OsRng)).collect();
		// The first owner's ticket asks for one.
		let second_factors = [SecondFactor::fresh(&mut OsRng)];
		let mut keys = Keys::fresh().public();
		keys.validators.extend(Keys::fresh().public().validators);
		let patch = patch(
			pack,
			&Community {
				roster: &roster,
				units: &units,
				owners: &owners,
				tickets: &tickets,
				second_factors: &second_factors,
				ticket_days: 30,
				charges: &charges,
				keys: &keys,
				currency: "AUD",
				trial: true,
			},
		);

		assert_eq!(patch["registry"]["votingKinds"], json!(["residential"]));
		assert_eq!(
			patch["registry"]["units"][1],
			json!({ "building": 2, "kind": "parking", "area": 1_200, "owner": 1, "label": units[1].commitment })
		);
		assert_eq!(patch["registry"]["units"].as_array().map(Vec::len), Some(2));
		assert_eq!(
			patch["registry"]["owners"][0],
			json!({
				"kind": "person",
				"identity": owners[0].commitment,
				"ticket": format!("0x{}", hex::encode(tickets[0].public())),
				"secondFactor": format!("0x{}", hex::encode(second_factors[0].public(&tickets[0]))),
				"accounts": [],
			})
		);
		assert_eq!(patch["registry"]["owners"][1].get("secondFactor"), None);
		assert_eq!(patch["registry"]["ticketLifetime"], 30 * DAY);
		assert_eq!(patch["registry"]["roles"].as_array().map(Vec::len), Some(4));
		assert_eq!(patch["registry"]["roles"][2], json!(["cashier", address_of(&keys.roles[2].1)]));
		assert_eq!(patch["fees"]["rules"], 1);
		assert_eq!(
			patch["community"],
			json!({ "utcOffset": 600, "currency": "AUD", "standstillLimit": TRIAL_STANDSTILL_LIMIT })
		);
		assert_eq!(patch["fees"]["charges"][0]["rate"], 280);
		assert_eq!(patch["session"]["keys"].as_array().map(Vec::len), Some(2));
		for (place, validator) in keys.validators.iter().enumerate() {
			let account = address_of(&validator.account);
			assert_eq!(patch["session"]["keys"][place][0], account);
			assert_eq!(patch["validators"]["validators"][place], account);
			assert_eq!(patch["session"]["keys"][place][2]["grandpa"], address_of(&validator.grandpa));
			assert_eq!(patch["registry"]["sustained"][place + 1], account);
		}
		assert_eq!(patch["bootstrap"]["key"], address_of(&keys.bootstrap));
		let text = patch.to_string();
		assert!(!text.contains("Mr Li") && !text.contains("1-1\""), "personal data would go to the chain");
	}

	#[test]
	fn a_pack_without_pots_is_refused() {
		for pack in [json!({}), json!({ "fund": { "pots": [] } }), json!({ "fund": { "pots": [["operating"]] } })] {
			assert!(matches!(pots("test", &pack), Err(CommunityError::LawPack { .. })), "{pack}");
		}
	}
}
