// SPDX-License-Identifier: Apache-2.0

//! Bills lowered by credit notes, and payments moved to another unit.

use super::*;

pub(super) const KINDS: [Kind; 7] = [
	("propose a credit note", 2, 10),
	("credit a batch", 1, 3),
	("undo a credit note", 2, 3),
	("restore a bill", 2, 3),
	("approve a credit note", 4, 5),
	("propose a move", 2, 5),
	("approve a move", 2, 1),
];

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
			"credit a batch" => {
				let unit = self.dice.below(HOMES);
				let Some(bill) = self.dice.of(&Fees::bills_of(unit, false, None, 50)) else { return false };
				let (charge, period, rate) = (bill.key.charge, bill.key.period, 100 + Fen::from(self.dice.below(49)));
				let scope = CreditScope::Batch { charge, period, rate };
				act(self.mostly(MANAGER), Bills::propose_credit { scope, reason: hash(37) })
			}
			"undo a credit note" => {
				let done: Vec<_> = pallet_linli_fees::Credits::<Runtime>::iter()
					.filter(|(_, credit)| matches!(credit.state, CreditState::Completed { .. }))
					.map(|(id, _)| id)
					.collect();
				let Some(credit) = self.dice.of(&done) else { return false };
				let scope = CreditScope::Undo { credit };
				act(self.mostly(MANAGER), Bills::propose_credit { scope, reason: hash(38) })
			}
			"restore a bill" => {
				let unit = self.dice.below(HOMES);
				let lowered: Vec<_> = Fees::bills_of(unit, false, None, 100)
					.into_iter()
					.filter(|view| view.bill.gross() < view.bill.principal.charged)
					.collect();
				let Some(view) = self.dice.of(&lowered) else { return false };
				let lost = view.bill.principal.charged - view.bill.gross();
				let to = view.bill.gross() + self.dice.amount(lost);
				let scope = CreditScope::Restored(vec![(view.key, to)].try_into().unwrap());
				act(self.mostly(MANAGER), Bills::propose_credit { scope, reason: hash(39) })
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
