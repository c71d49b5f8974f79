// SPDX-License-Identifier: Apache-2.0

//! Random operations of the cashier, the auditor and those who ask for payouts.

use super::*;

impl Life {
	pub(super) fn bank(&mut self, kind: &str) -> bool {
		let cashier = self.mostly(CASHIER);
		let (resident, own) = self.resident();
		let payouts: Vec<_> = Cashier::open_payouts(None, 50);
		let (payout, asked) = match self.dice.of(&payouts) {
			Some((id, payout)) => (id, payout.requester),
			None => (99_999, account(resident)),
		};
		let receipts = self.receipts.clone();
		let receipt = self.dice.of(&receipts).unwrap_or_default();
		let questioned: Vec<_> = pallet_linli_cashier::CorrectionProposals::<Runtime>::iter()
			.map(|(key, proposal)| (key, proposal.terms))
			.collect();
		let none = pallet_linli_cashier::CorrectionTerms::Receipt { amount: 1, reason: hash(3) };
		let (questioned, terms) = self.dice.of(&questioned).unwrap_or((receipt, none));
		let orders: Vec<_> = Cashier::orders(None, 50);
		let order = self.dice.of(&orders).map_or(99_999, |(id, _)| id);
		match kind {
			"receive" => {
				let (account, amount, reference) = (account(resident), self.dice.amount(200_000), self.reference());
				act(cashier, Bank::receive { bank: 0, account, amount, reference, value: None })
			}
			"receive for a pot" => {
				let (pot, amount, reference) = (self.pot(), self.dice.amount(30_000), self.reference());
				act(cashier, Bank::receive_for_pot { bank: 0, pot, amount, reference, value: None })
			}
			"receive for a unit" => {
				let (unit, amount, reference) = (self.dice.below(UNITS), self.dice.amount(60_000), self.reference());
				let value = Some(now() - Moment::from(self.dice.below(20)) * DAY);
				act(cashier, Bank::receive_for_unit { bank: 0, unit, amount, reference, value, max_bills: 64 })
			}
			"request a payout" => {
				let amount = self.dice.amount(free(resident) / 2);
				act(own, Bank::request_payout { amount, destination: hash(1) })
			}
			"cancel a payout" => act(RuntimeOrigin::signed(asked), Bank::cancel_payout { payout }),
			"order a payout" => act(cashier, Bank::order_payout { bank: 0, payout }),
			"book a payment" => {
				let reference = self.reference();
				act(cashier, Bank::book_paid { order, reference, value: None })
			}
			"propose a return" => {
				let of_payouts: Vec<_> = orders
					.iter()
					.filter(|(_, order)| matches!(order.purpose, pallet_linli_cashier::OrderPurpose::Payout(_)))
					.map(|(id, _)| *id)
					.collect();
				let order = self.dice.of(&of_payouts).unwrap_or(99_999);
				act(cashier, Bank::propose_return { order, reason: hash(2) })
			}
			"confirm an outcome" | "decline an outcome" => {
				let waiting: Vec<_> =
					orders.into_iter().filter_map(|(id, order)| Some((id, order.proposed?.outcome))).collect();
				let Some((order, outcome)) = self.dice.of(&waiting) else { return false };
				let auditor = self.mostly(AUDITOR);
				match kind {
					"confirm an outcome" => act(auditor, Bank::confirm_outcome { order, outcome, max_units: 10 }),
					_ => act(auditor, Bank::decline_outcome { order }),
				}
			}
			"correct a payment" => {
				let paid: Vec<_> = pallet_linli_cashier::BankEntries::<Runtime>::iter()
					.filter(|(_, bank)| bank.kind == pallet_linli_cashier::BankEntryKind::Out && bank.cause.is_none())
					.map(|(key, _)| key)
					.collect();
				let reference = self.dice.of(&paid).unwrap_or(receipt);
				let came_back = self.dice.one_in(2).then(|| (self.reference(), None));
				act(cashier, Bank::propose_payment_correction { reference, came_back, reason: hash(3) })
			}
			"recover a debt" => {
				let debts = Cashier::debts(None, 50);
				let Some((reference, _)) = self.dice.of(&debts) else { return false };
				act(own, Bank::recover { reference })
			}
			"refuse a payout" => act(cashier, Bank::refuse_payout { payout, reason: hash(2) }),
			"propose a reversal" => {
				let amount = self.dice.one_in(3).then(|| self.dice.amount(100_000));
				act(cashier, Bank::propose_reversal { reference: receipt, amount, reason: hash(3) })
			}
			"approve a correction" => {
				let approval = Bank::approve_correction { reference: questioned, terms, max_units: 10 };
				act(self.mostly(AUDITOR), approval)
			}
			"decline a correction" => act(self.mostly(AUDITOR), Bank::decline_correction { reference: questioned }),
			"withdraw a correction" => act(cashier, Bank::withdraw_correction { reference: questioned }),
			_ => {
				// Each bank account has statements of its own.
				let auditor = self.mostly(AUDITOR);
				let attested = [0, 1].map(|bank| {
					let period = Cashier::next_attestation(bank).unwrap();
					let closing = Cashier::bank_balance(bank) + Fen::from(self.dice.below(2));
					let entered = Bank::enter_balance { bank, period, statement: hash(5), closing };
					act(cashier.clone(), Bank::attest { bank, period, statement: hash(4), closing })
						&& act(auditor.clone(), entered)
				});
				attested.contains(&true)
			}
		}
	}
}
