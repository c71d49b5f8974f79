// SPDX-License-Identifier: Apache-2.0

//! The end of a community: whatever is open ends by rule, and all money leaves (D22, D54).

use super::*;
use crate::configs::community::CommunityAccounts;
use frame_support::traits::{
	fungible::Inspect,
	tokens::{Fortitude, Preservation},
	Contains,
};
use linli_primitives::Role;
use periods::live_on;

/// How many times nine days pass at most until everything has ended: seven years.
const ROUNDS: u32 = 300;

/// Enough units for any cost of the village.
const MAX_UNITS: u32 = 10;

/// Does what has to work.
fn must(who: Sr25519Keyring, call: impl Into<RuntimeCall>) {
	let call: RuntimeCall = call.into();
	let done = run(who, call.clone());
	assert_eq!(done, Ok(()), "{who:?}: {call:?}");
}

impl Life {
	/// Ends what is open and pays all money out.
	pub(super) fn all_money_leaves(&mut self) {
		self.wait_until_nothing_is_open();
		// The cashier does not pay their own money out.
		appoint(Role::Cashier, STRANGER);
		self.settle_with_the_bank();
		self.pay_requests();
		self.recover_debts();
		self.give_up_expenses();
		self.give_owners_what_is_kept();
		self.pay_everybody();
		self.empty_the_pots();
		self.read_events();
		self.all_books_agree();
		sums::every_fen_is_somewhere();
		nothing_is_left();
	}

	/// Nobody decides any more: anyone, or those whose money it is, can end every project, deposit and booking.
	fn wait_until_nothing_is_open(&mut self) {
		for charge in 0..3 {
			// It may have ended, or its last bills are to come.
			let _ = act(key_origin(), Bills::end_charge { charge, last: this_month() });
		}
		for _ in 0..ROUNDS {
			live_on(9 * DAY);
			for project in Self::open_projects() {
				let milestones: Vec<_> =
					pallet_linli_projects::Milestones::<Runtime>::iter_key_prefix(project).collect();
				for milestone in milestones {
					let _ = run(STRANGER, Project::pay { project, milestone });
					let _ = run(STRANGER, conclude(project, Some(milestone)));
				}
				let _ = run(STRANGER, Project::release { project });
				let _ = run(STRANGER, conclude(project, None));
			}
			for payer in RESIDENTS {
				for (deposit, _) in Deposits::open_of(&account(payer)) {
					let _ = run(payer, pallet_linli_deposits::Call::request_return { deposit });
					let _ = run(payer, pallet_linli_deposits::Call::take_back { deposit });
				}
			}
			self.read_events();
			sums::every_fen_is_somewhere();
			if what_is_open().is_empty() {
				return;
			}
		}
		panic!("still open after {ROUNDS} rounds: {:?}", what_is_open());
	}

	/// What the bank executes is paid; what is only proposed is declined; all money is on one bank account.
	fn settle_with_the_bank(&mut self) {
		let corrections: Vec<_> = pallet_linli_cashier::CorrectionProposals::<Runtime>::iter_keys().collect();
		for reference in corrections {
			must(AUDITOR, Bank::decline_correction { reference });
		}
		let charges: Vec<_> = pallet_linli_cashier::ChargeProposals::<Runtime>::iter_keys().collect();
		for reference in charges {
			must(AUDITOR, Bank::decline_charge { reference });
		}
		let payouts: Vec<_> = pallet_linli_cashier::UnitPayouts::<Runtime>::iter_keys().collect();
		for account in payouts {
			must(AUDITOR, Bank::decline_unit_payout { account });
		}
		let amount = Cashier::bank_balance(1);
		if amount > 0 {
			let (from, to) = ((1, self.fresh()), (0, self.fresh()));
			must(CASHIER, Bank::record_transfer { from, to, amount, value: None });
		}
	}

	/// A bank reference that was not used yet.
	fn fresh(&mut self) -> pallet_linli_cashier::Reference {
		self.printed += 1;
		reference(&format!("LAST-{}", self.printed))
	}

	/// Takes what is there for receipts that were taken back; the rest of a debt holds nothing.
	fn recover_debts(&mut self) {
		let debts: Vec<_> = pallet_linli_cashier::Debts::<Runtime>::iter_keys().collect();
		for reference in debts {
			let _ = run(MANAGER, Bank::recover { reference });
		}
	}

	/// Pays whatever is requested or ordered, and refuses what a debt holds.
	fn pay_requests(&mut self) {
		for (payout, request) in Cashier::open_payouts(None, 100) {
			let cashier = cashier_for(Some(&request.requester));
			if request.order.is_none() && run(cashier, Bank::order_payout { bank: 0, payout }).is_err() {
				must(cashier, Bank::refuse_payout { payout, reason: hash(46) });
			}
		}
		for (order, found) in Cashier::orders(None, 100) {
			let reference = self.fresh();
			must(cashier_for(found.party.account()), Bank::book_paid { order, reference, value: None });
		}
		assert!(Cashier::orders(None, 1).is_empty() && Cashier::open_payouts(None, 1).is_empty());
	}

	/// Makes room for the last expenses.
	fn give_up_expenses(&mut self) {
		for (expense, _) in Expenses::open_expenses() {
			assert!(act(committee_origin(), Expense::refuse { expense, reason: hash(42) }), "expense {expense}");
		}
	}

	/// What is kept for owners is claimed; what is kept for an owner without an account is paid out by two people.
	fn give_owners_what_is_kept(&mut self) {
		let kept: Vec<_> = pallet_linli_fees::UnitAccounts::<Runtime>::iter().collect();
		for (keeper, of) in kept {
			let money = Fees::unit_money(of.unit, of.owner).unwrap();
			match units::account_of(of.owner) {
				Some(owner) if money.free + money.prepaid > 0 => {
					must(owner, Bills::claim_unit_money { unit: of.unit, amount: None, release: money.prepaid });
				}
				None if money.free + money.prepaid > 0 => {
					let (account, amount, destination) = (keeper, money.free + money.prepaid, hash(44));
					let propose = Bank::propose_unit_payout { account: account.clone(), amount, destination };
					must(MANAGER, propose);
					must(AUDITOR, Bank::approve_unit_payout { account, amount, destination });
				}
				_ => (),
			}
		}
		self.pay_requests();
	}

	/// Everybody takes back what is prepaid, and has their balance paid out.
	fn pay_everybody(&mut self) {
		let prepaid: Vec<_> = pallet_linli_fees::Prepayments::<Runtime>::iter().collect();
		for (unit, payer, amount) in prepaid {
			assert!(act(RuntimeOrigin::signed(payer.clone()), Bills::refund_prepayment { unit, amount }), "{payer}");
		}
		let accounts: Vec<_> = frame_system::Account::<Runtime>::iter_keys().collect();
		for who in accounts.into_iter().filter(|who| !CommunityAccounts::contains(who)) {
			// The last fen keeps the account alive while the bank pays.
			let amount = Balances::reducible_balance(&who, Preservation::Protect, Fortitude::Polite);
			if amount > 0 {
				let request = Bank::request_payout { amount, destination: hash(45) };
				assert!(act(RuntimeOrigin::signed(who.clone()), request), "{who}");
			}
		}
		self.pay_requests();
	}

	/// The pots pay their last invoices: what belongs to units from their shares, all else from the operating pot.
	fn empty_the_pots(&mut self) {
		for from in [REPAIR, INCOME] {
			let amount = if from == REPAIR { Repair::totals().undistributed } else { pot(from) };
			if amount > 0 {
				assert!(act(key_origin(), Pots::transfer { from, to: OPERATING, amount }), "pot {from}");
			}
		}
		let month = this_month();
		assert!(act(key_origin(), budget(month.year, &POTS.map(|pot| (pot, 1_000_000_000_000)))));
		for (line, related) in [(OPERATING, Related::Nobody), (REPAIR, Related::All)] {
			let amount = pot(line);
			if amount > 0 {
				self.spend_all(line, amount, related);
			}
		}
	}

	/// An expense for all that a pot has, with every approval that it needs, paid by the bank.
	fn spend_all(&mut self, line: PotId, amount: Fen, related: Related) {
		let expense = pallet_linli_expenses::NextExpense::<Runtime>::get();
		let hash = ContentHash::from_low_u64_be(1_000_000 + u64::from(line));
		let (incurred, invoice) = (this_month(), StatedInvoice { hash, total: amount });
		let payee = at_bank();
		must(MANAGER, Expense::propose { year: incurred.year, line, payee, amount, invoice, incurred, related });
		let terms = Expenses::terms(expense).unwrap();
		// Whichever of these it needs.
		let _ = act(committee_origin(), Expense::approve_as_committee { expense, terms });
		let _ = run(AUDITOR, Expense::approve_as_auditor { expense, terms });
		let _ = act(self.owners(None), Expense::approve_as_assembly { expense, terms });
		let state = Expenses::expense(expense).unwrap().state;
		assert!(matches!(state, ExpenseState::Approved { .. }), "pot {line}: {state:?}");
		must(CASHIER, Expense::order_payment { bank: 0, expense, max_units: MAX_UNITS });
		self.pay_requests();
	}
}

fn conclude(project: ProjectId, milestone: Option<MilestoneId>) -> Project {
	Project::conclude { project, milestone, max_units: MAX_UNITS }
}

/// The cashier who pays an account's money out: nobody pays their own.
fn cashier_for(party: Option<&AccountId>) -> Sr25519Keyring {
	if party == Some(&account(CASHIER)) {
		STRANGER
	} else {
		CASHIER
	}
}

/// The projects, deposits and bookings that are open.
fn what_is_open() -> Vec<String> {
	let projects = Life::open_projects().into_iter().map(|id| format!("project {id}: {:?}", Projects::project(id)));
	let deposits = pallet_linli_deposits::Deposits::<Runtime>::iter()
		.filter(|(_, deposit)| deposit.is_open())
		.map(|(id, deposit)| format!("deposit {id}: {deposit:?}"));
	let bookings = pallet_linli_sharing::Bookings::<Runtime>::iter()
		.filter(|(_, booking)| !booking.state.is_final())
		.map(|(id, booking)| format!("booking {id}: {:?}", booking.state));
	projects.chain(deposits).chain(bookings).collect()
}

/// Nothing is on hold, in escrow, in transit or in a pot; an account has at most the fen that kept it alive.
fn nothing_is_left() {
	for (who, info) in frame_system::Account::<Runtime>::iter() {
		let most = if CommunityAccounts::contains(&who) { 0 } else { 1 };
		assert_eq!(info.data.reserved, 0, "something of {who} is held");
		assert!(info.data.free <= most, "{who} cannot get rid of {}", info.data.free);
	}
	assert_eq!(POTS.map(pot), [0; 3]);
	assert_eq!(Projects::totals().held, 0);
}
