// SPDX-License-Identifier: GPL-3.0-or-later

//! An opening as a patch of the genesis configuration.

use super::{Arrear, Opening};
use crate::community::salts::Salted;
use linli_primitives::{ChargeId, UnitId};
use linli_runtime::genesis::{json_merge, GenesisBill};
use serde_json::{json, Value};
use std::collections::BTreeMap;

/// What the chain knows only as salted commitments.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OpeningSalts {
	/// The numbers of the meters, in the order of their list.
	pub meters: Vec<Salted>,
	/// The names of the bank accounts, in the order of their list.
	pub banks: Vec<Salted>,
}

impl OpeningSalts {
	/// Salts everything of the opening.
	pub fn of(opening: &Opening, salted: impl Fn(&str) -> Salted) -> Self {
		Self {
			meters: opening.meters.list.iter().map(|meter| salted(&meter.number)).collect(),
			banks: opening.banks.iter().map(|bank| salted(&bank.name)).collect(),
		}
	}
}

impl Opening {
	/// The patch of the genesis configuration. `ids` are the ids of the units, in the order of the office: lists are in
	/// the order of these, which tells no door.
	pub fn patch(&self, ids: &[usize], salts: &OpeningSalts) -> Value {
		let id = |unit: usize| ids.get(unit).and_then(|id| UnitId::try_from(*id).ok()).unwrap_or(UnitId::MAX);
		let mut shares: Vec<(UnitId, i64)> = self.shares.iter().map(|(unit, amount)| (id(*unit), *amount)).collect();
		shares.sort_unstable();
		let bill = |bill: &Arrear| GenesisBill {
			unit: id(bill.unit),
			charge: ChargeId::try_from(bill.charge).unwrap_or(ChargeId::MAX),
			period: bill.period,
			principal: bill.principal,
			paid: bill.paid,
			late: bill.late,
			issued: bill.issued,
			due: bill.due,
		};
		let mut arrears: Vec<GenesisBill> = self.arrears.iter().map(bill).collect();
		arrears.sort_by_key(|bill| (bill.unit, bill.due, bill.charge, bill.period));
		let mut patch = json!({
			"cashier": self.money(salts),
			"repair": { "shares": shares },
			"fees": { "arrears": arrears, "opened": self.opened },
			"meters": { "meters": self.meters.genesis(ids, &salts.meters) },
		});
		if !self.prepayments.is_empty() {
			let mut prepaid: Vec<(UnitId, u64, &String)> =
				self.prepayments.iter().map(|(unit, amount, reference)| (id(*unit), *amount, reference)).collect();
			prepaid.sort_unstable();
			let mut of_units = BTreeMap::<UnitId, u64>::new();
			for (unit, amount, _) in &prepaid {
				let of_unit = of_units.entry(*unit).or_default();
				*of_unit = of_unit.saturating_add(*amount);
			}
			let of_units: Vec<(UnitId, u64)> = of_units.into_iter().collect();
			let own = json!({ "cashier": { "openingUnits": prepaid }, "fees": { "prepayments": of_units } });
			json_merge(&mut patch, own);
		}
		patch
	}

	/// The bank accounts and the money of the pots in them.
	fn money(&self, salts: &OpeningSalts) -> Value {
		let (mut pots, mut pots_at) = (Vec::new(), Vec::new());
		for pot in &self.pots {
			match pot.bank {
				0 => pots.push(json!([pot.pot, pot.amount, pot.reference])),
				bank => pots_at.push(json!([bank, pot.pot, pot.amount, pot.reference])),
			}
		}
		let mut money = json!({ "openingPots": pots });
		if !pots_at.is_empty() {
			json_merge(&mut money, json!({ "openingPotsAt": pots_at }));
		}
		if !self.banks.is_empty() {
			let banks = self.banks.iter().zip(&salts.banks);
			let banks = banks.map(|(bank, salted)| json!([bank.bank, salted.commitment, bank.document, bank.balance]));
			json_merge(&mut money, json!({ "openingBanks": banks.collect::<Vec<_>>() }));
		}
		money
	}
}
