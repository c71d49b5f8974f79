// SPDX-License-Identifier: Apache-2.0

//! Bills lowered by credit notes, and payments moved to another unit.

use super::*;

impl Life {
	pub(super) fn corrections(&mut self, kind: &str) -> bool {
		match kind {
			"propose a credit note" => {
				let unit = self.dice.below(HOMES);
				let Some(bill) = self.dice.of(&Fees::bills_of(unit, false, None, 50)) else { return false };
				let to = self.dice.amount(bill.bill.principal.standing()).saturating_sub(1);
				let scope = CreditScope::Bills(vec![(bill.key, to)].try_into().unwrap());
				act(self.mostly(MANAGER), Bills::propose_credit { scope, reason: hash(8) })
			}
			"approve a credit note" => {
				let ids: Vec<_> = pallet_linli_fees::Credits::<Runtime>::iter()
					.filter(|(_, credit): &(_, Credit<AccountId>)| credit.state == CreditState::Proposed)
					.map(|(id, _)| id)
					.collect();
				let Some(credit) = self.dice.of(&ids) else { return false };
				act(self.mostly(AUDITOR), Bills::approve_credit { credit })
			}
			"propose a move" => {
				let payments = u32::try_from(pallet_linli_fees::NextPayment::<Runtime>::get()).unwrap();
				let payment = self.dice.below(payments.max(1)).into();
				let to = self.dice.below(HOMES);
				act(self.mostly(MANAGER), Bills::propose_move { payment, to, reason: hash(9) })
			}
			_ => {
				let moves: Vec<_> = pallet_linli_fees::Moves::<Runtime>::iter().collect();
				let Some((payment, proposal)) = self.dice.of(&moves) else { return false };
				act(self.mostly(AUDITOR), Bills::approve_move { payment, to: proposal.to })
			}
		}
	}
}
