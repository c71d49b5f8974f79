// SPDX-License-Identifier: Apache-2.0

//! Random agreements over the bills of one unit: single bills, instalment plans, official invoices, and proposals that
//! are given up.

use super::*;
use linli_primitives::BillKey;
use pallet_linli_fees::types::{Instalment, InvoiceLine, SingleTerms};

pub(super) const KINDS: [Kind; 11] = [
	("propose a single bill", 2, 20),
	("approve a single bill", 3, 10),
	("propose a plan", 4, 20),
	("accept a plan", 3, 3),
	("end a plan", 1, 2),
	("record an invoice", 3, 20),
	("propose to void an invoice", 1, 5),
	("approve a void", 2, 3),
	("give up a proposal", 4, 20),
	("withdraw a dispute", 2, 5),
	("withdraw a waiver", 1, 5),
];

impl Life {
	/// A home with bills, its owner, and who signs for them; a resident where the owner has no account.
	fn home(&mut self) -> (UnitId, Sr25519Keyring) {
		let unit = self.dice.below(HOMES);
		let owner = units::owner_of(unit).and_then(units::account_of);
		(unit, owner.unwrap_or_else(|| self.resident().0))
	}

	pub(super) fn agreements(&mut self, kind: &str) -> bool {
		match kind {
			"propose a single bill" => {
				let (unit, pot, amount) = (self.dice.below(UNITS), self.pot(), self.dice.amount(10_000));
				let terms = SingleTerms { unit, pot, amount, due_days: 7, reason: hash(34) };
				act(self.mostly(MANAGER), Bills::propose_bill { terms })
			}
			"approve a single bill" => {
				let Some((proposal, found)) = self.dice.of(&Fees::proposed_bills(None, 50)) else { return false };
				act(self.mostly(AUDITOR), Bills::approve_bill { proposal, terms: found.terms })
			}
			"propose a plan" | "accept a plan" | "end a plan" => self.plan(kind),
			"record an invoice" | "propose to void an invoice" | "approve a void" => self.invoice(kind),
			"give up a proposal" => self.give_up(),
			"withdraw a dispute" => {
				let disputed: Vec<_> = pallet_linli_fees::OpenDisputes::<Runtime>::iter_keys().collect();
				let Some((unit, key)) = self.dice.of(&disputed) else { return false };
				let owner = units::owner_of(unit).and_then(units::account_of).unwrap_or(One);
				act(self.mostly(owner), Bills::withdraw_dispute { bill: key.id() })
			}
			"withdraw a waiver" => {
				let waivers: Vec<_> = pallet_linli_fees::Waivers::<Runtime>::iter_keys().collect();
				let Some(bill) = self.dice.of(&waivers) else { return false };
				act(self.mostly(MANAGER), Bills::withdraw_waiver { bill })
			}
			other => panic!("nobody agrees to {other}"),
		}
	}

	fn plan(&mut self, kind: &str) -> bool {
		let (unit, owner) = self.home();
		match kind {
			"propose a plan" => {
				let free = |view: &pallet_linli_fees::api::BillView<AccountId>| {
					view.bill.plan.is_none() && view.bill.is_open() && !view.bill.is_disputed()
				};
				let bills: Vec<_> = Fees::bills_of(unit, true, None, 20).into_iter().filter(free).take(3).collect();
				let owed: Fen = bills.iter().map(|view| view.owed).sum();
				let parts = 1 + self.dice.below(4);
				let (each, wait) = (owed / Fen::from(parts), 5 + self.dice.below(20));
				let instalments: Vec<_> = (1..=parts)
					.map(|number| Instalment {
						due: now() + Moment::from(number * wait) * DAY,
						amount: if number == 1 { owed - each * Fen::from(parts - 1) } else { each },
					})
					.collect();
				let bills: Vec<BillKey> = bills.into_iter().map(|view| view.key).collect();
				let (bills, instalments) = (bills.try_into().unwrap(), instalments.try_into().unwrap());
				let origin = if self.dice.one_in(2) { self.mostly(owner) } else { self.mostly(MANAGER) };
				act(origin, Bills::propose_plan { unit, bills, instalments })
			}
			"accept a plan" => {
				let proposed: Vec<_> = pallet_linli_fees::Plans::<Runtime>::iter()
					.filter(|(_, plan)| plan.running.is_none())
					.map(|(id, plan)| (id, plan.unit, plan.side))
					.collect();
				let Some((plan, unit, side)) = self.dice.of(&proposed) else { return false };
				let owner = units::owner_of(unit).and_then(units::account_of).unwrap_or(One);
				let other = if side == pallet_linli_fees::types::PlanSide::Manager { owner } else { MANAGER };
				act(self.mostly(other), Bills::accept_plan { unit, plan })
			}
			_ => {
				let planned: Vec<_> = pallet_linli_fees::UnitPlans::<Runtime>::iter_keys().collect();
				let unit = self.dice.of(&planned).unwrap_or(unit);
				let owner = units::owner_of(unit).and_then(units::account_of).unwrap_or(owner);
				act(self.mostly(owner), Bills::end_plan { unit })
			}
		}
	}

	fn invoice(&mut self, kind: &str) -> bool {
		let invoices = pallet_linli_fees::Invoices::<Runtime>::iter();
		match kind {
			"record an invoice" => {
				let unit = self.dice.below(HOMES);
				let Some(view) = self.dice.of(&Fees::bills_of(unit, false, None, 50)) else { return false };
				let bill = view.key;
				let mut lines = Vec::new();
				for part in Fees::contributions(bill).into_iter().take(2) {
					let amount = self.dice.amount(part.total() + 1);
					lines.push(InvoiceLine { payment: part.payment, bill, amount });
				}
				let (number, lines) = (self.dice.hash(5_000), lines.try_into().unwrap());
				act(self.mostly(CASHIER), Bills::record_invoice { number, document: hash(35), lines })
			}
			"propose to void an invoice" => {
				let standing: Vec<_> =
					invoices.filter(|(_, invoice)| invoice.void.is_none()).map(|(number, _)| number).collect();
				let Some(number) = self.dice.of(&standing) else { return false };
				let red = self.dice.hash(5_000);
				act(self.mostly(MANAGER), Bills::propose_void { number, red, reason: hash(36) })
			}
			_ => {
				let waiting: Vec<_> = invoices
					.filter_map(|(number, invoice)| Some((number, invoice.void?)))
					.filter(|(_, void)| void.approver.is_none())
					.map(|(number, void)| (number, void.red))
					.collect();
				let Some((number, red)) = self.dice.of(&waiting) else { return false };
				act(self.mostly(AUDITOR), Bills::approve_void { number, red })
			}
		}
	}

	/// The manager gives up something proposed: there is room for few that nobody answers.
	fn give_up(&mut self) -> bool {
		let manager = self.mostly(MANAGER);
		match self.dice.below(4) {
			0 => {
				let moves: Vec<_> = pallet_linli_fees::Moves::<Runtime>::iter_keys().collect();
				let Some(payment) = self.dice.of(&moves) else { return false };
				act(manager, Bills::withdraw_move { payment })
			}
			1 => {
				let credits: Vec<_> = pallet_linli_fees::Credits::<Runtime>::iter()
					.filter(|(_, credit)| credit.state == CreditState::Proposed)
					.map(|(id, _)| id)
					.collect();
				let Some(credit) = self.dice.of(&credits) else { return false };
				act(manager, Bills::withdraw_credit { credit })
			}
			2 => {
				let Some((proposal, _)) = self.dice.of(&Fees::proposed_bills(None, 50)) else { return false };
				act(manager, Bills::withdraw_bill { proposal })
			}
			_ => {
				let waiting: Vec<_> = pallet_linli_fees::Invoices::<Runtime>::iter()
					.filter(|(_, invoice)| invoice.void.as_ref().is_some_and(|void| void.approver.is_none()))
					.map(|(number, _)| number)
					.collect();
				let Some(number) = self.dice.of(&waiting) else { return false };
				act(manager, Bills::decline_void { number })
			}
		}
	}
}
