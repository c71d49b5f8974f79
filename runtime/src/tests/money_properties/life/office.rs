// SPDX-License-Identifier: Apache-2.0

//! Random work of the cashier's office besides single receipts and payments: pages of bank statements, interest, bank
//! charges, and money moved between the community's bank accounts.

use super::*;
use linli_primitives::BankId;
use pallet_linli_cashier::{ReceiptLine, Receiver};

pub(super) const KINDS: [Kind; 6] = [
	("book a page", 3, 50),
	("record interest", 1, 20),
	("propose a charge", 2, 20),
	("approve a charge", 2, 10),
	("decline a charge", 1, 5),
	("move between banks", 2, 20),
];

impl Life {
	fn receiver(&mut self) -> Receiver<AccountId> {
		match self.dice.below(3) {
			0 => Receiver::Account(account(self.resident().0)),
			1 => Receiver::Unit(self.unit()),
			_ => Receiver::Pot(self.pot()),
		}
	}

	/// A line of a page, right or wrong.
	fn line(&mut self) -> ReceiptLine<AccountId> {
		let (to, amount, reference) = (self.receiver(), self.dice.amount(30_000), self.reference());
		ReceiptLine { to, amount, reference, value: now() - Moment::from(self.dice.below(20)) * DAY }
	}

	pub(super) fn office(&mut self, kind: &str) -> bool {
		let cashier = self.mostly(CASHIER);
		let bank: BankId = self.dice.of(&[0, 0, 0, 1]).unwrap();
		match kind {
			"book a page" => {
				let count = 1 + self.dice.below(6);
				let lines: Vec<_> = (0..count).map(|_| self.line()).collect();
				let lines = lines.try_into().unwrap();
				act(cashier, Bank::receive_batch { bank, statement: hash(33), lines, max_bills: 64 })
			}
			"record interest" => {
				let (amount, reference) = (self.dice.amount(3_000), self.reference());
				act(cashier, Bank::record_interest { bank, amount, reference, value: None })
			}
			"propose a charge" => {
				let (amount, reference) = (self.dice.amount(1_000), self.reference());
				act(cashier, Bank::propose_charge { bank, amount, reference, value: None })
			}
			"move between banks" => {
				let (from, to) = (bank, 1 - bank);
				let amount = self.dice.amount(Cashier::bank_balance(from).min(50_000));
				let (from, to) = ((from, self.reference()), (to, self.reference()));
				act(cashier, Bank::record_transfer { from, to, amount, value: None })
			}
			_ => {
				let proposed: Vec<_> = pallet_linli_cashier::ChargeProposals::<Runtime>::iter().collect();
				let Some((reference, proposal)) = self.dice.of(&proposed) else { return false };
				let (pot, amount) = (proposal.pot, proposal.amount);
				let auditor = self.mostly(AUDITOR);
				match kind {
					"approve a charge" => act(auditor, Bank::approve_charge { reference, pot, amount }),
					"decline a charge" => act(auditor, Bank::decline_charge { reference }),
					other => panic!("no office is known to {other}"),
				}
			}
		}
	}
}
