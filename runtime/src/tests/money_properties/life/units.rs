// SPDX-License-Identifier: Apache-2.0

//! Random sales of units, and what becomes of money that is kept for their owners.

use super::*;
use linli_primitives::{traits::OwnersRegister, OwnerId};
use pallet_linli_fees::types::UnitAccount;
use pallet_linli_registry::{Call as Register, ChangeId, Changes, Dues, PendingChangeOf, RegisterChange};

pub(super) const KINDS: [Kind; 8] = [
	("sell a unit", 3, 10),
	("confirm a sale", 4, 10),
	("make a sale", 5, 5),
	("withdraw a sale", 1, 5),
	("claim unit money", 3, 10),
	("propose a unit payout", 3, 5),
	("approve a unit payout", 3, 2),
	("decline a unit payout", 1, 1),
];

/// An account of the owner; the company and the developer have none.
pub(in crate::tests::money_properties) fn account_of(owner: OwnerId) -> Option<Sr25519Keyring> {
	match owner {
		0 => Some(Alice),
		1 => Some(One),
		_ => None,
	}
}

/// The owner of a unit.
pub(in crate::tests::money_properties) fn owner_of(unit: UnitId) -> Option<OwnerId> {
	<Registry as OwnersRegister<AccountId>>::unit(unit).map(|view| view.owner)
}

/// After a sale nothing that others than the buyer had set going pays for the buyer (D9).
fn only_the_buyer_pays(unit: UnitId) {
	let mandates = Fees::mandates(unit).into_iter().map(|(payer, _)| payer);
	let prepayments = Fees::prepayments(unit).into_iter().map(|(payer, _)| payer);
	for payer in mandates.chain(prepayments) {
		let is_buyers = <Registry as OwnersRegister<AccountId>>::is_owner(&payer, unit);
		assert!(is_buyers, "{payer} goes on paying for unit {unit} after its sale");
	}
	assert!(Fees::unit_plan(unit).is_none(), "the seller's plan goes on after the sale of unit {unit}");
}

impl Life {
	/// An account that keeps money for the owner of a unit.
	fn keeper(&mut self) -> Option<(AccountId, UnitAccount)> {
		let mut keepers: Vec<_> = pallet_linli_fees::UnitAccounts::<Runtime>::iter().collect();
		keepers.sort_by(|(one, _), (next, _)| one.cmp(next));
		let with_money: Vec<_> =
			keepers.iter().filter(|(keeper, _)| Balances::free_balance(keeper) > 0).cloned().collect();
		if with_money.is_empty() || self.dice.one_in(5) {
			return self.dice.of(&keepers);
		}
		self.dice.of(&with_money)
	}

	/// A sale that is proposed or confirmed.
	fn sale(&mut self) -> Option<(ChangeId, PendingChangeOf<Runtime>)> {
		let mut sales: Vec<_> = Changes::<Runtime>::iter().collect();
		sales.sort_by_key(|(id, _)| *id);
		self.dice.of(&sales)
	}

	pub(super) fn units(&mut self, kind: &str) -> bool {
		match kind {
			"sell a unit" => {
				let unit = self.dice.below(UNITS);
				let to: OwnerId = self.dice.of(&[0, 0, 1, 1, 2]).unwrap();
				let dues = self.dice.of(&[Dues::Settled, Dues::TakenOver, Dues::TakenOver]).unwrap();
				let change = RegisterChange::TransferUnit { unit, to, dues };
				act(self.mostly(Bob), Register::<Runtime>::propose_change { change, document: hash(31) })
			}
			"confirm a sale" => {
				let Some((id, pending)) = self.sale() else { return false };
				let (change, document) = (pending.change, pending.document);
				act(self.mostly(AUDITOR), Register::<Runtime>::confirm_change { id, change, document })
			}
			"make a sale" => {
				let Some((id, pending)) = self.sale() else { return false };
				let is_sold = act(self.mostly(Bob), Register::<Runtime>::enact_change { id });
				if is_sold {
					pending.change.units().into_iter().for_each(only_the_buyer_pays);
				}
				is_sold
			}
			"withdraw a sale" => {
				let Some((id, _)) = self.sale() else { return false };
				act(self.mostly(Bob), Register::<Runtime>::withdraw_change { id })
			}
			"claim unit money" => {
				let Some((keeper, UnitAccount { unit, owner })) = self.keeper() else { return false };
				let prepaid = pallet_linli_fees::Prepayments::<Runtime>::get(unit, &keeper);
				let release = if self.dice.one_in(3) { self.dice.amount(prepaid) } else { 0 };
				let kept = Balances::free_balance(&keeper);
				let amount = if self.dice.one_in(2) { None } else { Some(self.dice.amount(kept)) };
				let origin = self.mostly(account_of(owner).unwrap_or(Alice));
				act(origin, Bills::claim_unit_money { unit, amount, release })
			}
			"propose a unit payout" => {
				let Some((account, _)) = self.keeper() else { return false };
				let amount = self.dice.amount(Balances::free_balance(&account));
				act(self.mostly(MANAGER), Bank::propose_unit_payout { account, amount, destination: hash(32) })
			}
			_ => {
				let proposed: Vec<_> = pallet_linli_cashier::UnitPayouts::<Runtime>::iter().collect();
				let Some((account, payout)) = self.dice.of(&proposed) else { return false };
				let (amount, destination) = (payout.amount, payout.destination);
				let auditor = self.mostly(AUDITOR);
				match kind {
					"approve a unit payout" => act(auditor, Bank::approve_unit_payout { account, amount, destination }),
					"decline a unit payout" => act(auditor, Bank::decline_unit_payout { account }),
					other => panic!("no unit is known to {other}"),
				}
			}
		}
	}
}
