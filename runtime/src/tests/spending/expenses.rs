// SPDX-License-Identifier: Apache-2.0

//! Expenses from the budget through all approvals to the payment.

use super::*;

/// Approval by the committee; from 5,000.00 also by an auditor; from 10,000.00 by the assembly.
fn three_tiers() -> ExpenseRules {
	let tier = |from, approver| Tier { from, approver };
	let tiers = vec![
		tier(0, Approver::Committee),
		tier(500_000, Approver::CommitteeAndAuditor),
		tier(1_000_000, Approver::Assembly),
	];
	ExpenseRules { tiers: tiers.try_into().unwrap(), ..ExpenseRules::default() }
}

/// The village with a committee, 50,000.00 in the operating pot and a budget line of 30,000.00 for 2027.
fn village_with_budget() -> sp_io::TestExternalities {
	let mut village = village_with_committee();
	village.execute_with(|| {
		fill(OPERATING, 5_000_000, "FILL-1");
		assert_noop!(run(MANAGER, budget(2027, &[(OPERATING, 1)])), DispatchError::BadOrigin);
		assert_eq!(committee(budget(2027, &[(OPERATING, 1)])), Err(DispatchError::BadOrigin));
		let proposal = decide(budget(2027, &[(OPERATING, 3_000_000)]), None);
		decide(Expense::set_rules { rules: three_tiers() }, None);
		assert_eq!(Expenses::budget(2027).unwrap().budget.decision, Some(proposal));
		assert_eq!(this_month().year, 2027);
	});
	village
}

#[test]
fn an_expense_needs_those_whom_its_tier_asks() {
	village_with_budget().execute_with(|| {
		let no_need = || DispatchError::from(Spending::ApprovalNotRequired);
		// Approval by the committee.
		let small = enter(propose(0, on_account(), 499_999, 11));
		assert_noop!(run(STRANGER, pay(small)), Spending::NotApproved);
		assert_noop!(run(AUDITOR, approve_as_auditor(small)), no_need());
		for alone in [Alice, MANAGER, AUDITOR, CASHIER] {
			assert_noop!(run(alone, approve(small)), DispatchError::BadOrigin);
		}
		assert_ok!(committee(approve(small)));
		assert_eq!(committee(approve(small)), Err(Spending::AlreadyApproved.into()));
		assert_ok!(run(STRANGER, pay(small)));
		assert_eq!(free(GARDENER), 499_999);
		assert_noop!(run(STRANGER, pay(small)), Spending::AlreadyConcluded);
		assert_noop!(run(CASHIER, order_payment(small)), Spending::AlreadyConcluded);

		// Approval by the committee and an auditor.
		let middle = enter(propose(0, on_account(), 500_000, 12));
		assert_ok!(committee(approve(middle)));
		assert_noop!(run(STRANGER, pay(middle)), Spending::NotApproved);
		assert_noop!(run(MANAGER, approve_as_auditor(middle)), DispatchError::BadOrigin);
		assert_ok!(run(AUDITOR, approve_as_auditor(middle)));
		assert_ok!(run(STRANGER, pay(middle)));

		// Approval by the assembly, without a substitute.
		let large = enter(propose(0, at_bank(), 1_000_000, 13));
		assert_eq!(committee(approve(large)), Err(no_need()));
		let agree = |terms| Expense::approve_as_assembly { expense: large, terms };
		assert_noop!(Expenses::approve_as_assembly(key_origin(), large, terms_of(large)), DispatchError::BadOrigin);
		decide_in_vain(agree(terms_of(small)), None, Spending::TermsMismatch);
		decide_in_vain(agree(terms_of(large)), Some(&[1]), Spending::InvalidElectorate);
		assert_noop!(run(CASHIER, order_payment(large)), Spending::NotApproved);
		decide(agree(terms_of(large)), None);
		pay_by_bank(large, "OUT-1");

		// The line has 10,000.01 less one fen left.
		assert_noop!(run(MANAGER, propose(0, on_account(), 1_000_002, 14)), Spending::InsufficientBudget);
		assert_noop!(run(MANAGER, propose(1, on_account(), 1, 14)), Spending::LineNotFound);
		assert_noop!(run(MANAGER, propose(0, on_account(), 1, 13)), Spending::InvoiceTotalMismatch);
		assert_noop!(run(MANAGER, propose(0, on_account(), 499_999, 11)), Spending::InvoiceAlreadyUsed);
		let last = enter(propose(0, on_account(), 1_000_001, 14));
		assert_ok!(committee(Expense::refuse { expense: last, reason: hash(15) }));
		// A refused expense frees its invoice and its part of the line.
		assert_ok!(run(MANAGER, propose(0, on_account(), 1_000_001, 14)));
		let line = &Expenses::budget(2027).unwrap().lines[0];
		assert_eq!((line.committed, line.spent), (1_000_001, 1_999_999));
		assert_books_close();
	});
}

#[test]
fn nobody_acts_twice_on_the_same_expense() {
	village_with_budget().execute_with(|| {
		// Each holds an office that excludes the act.
		appoint(Role::Manager, AUDITOR);
		appoint(Role::Manager, Alice);
		appoint(Role::Manager, GARDENER);
		appoint(Role::Manager, CASHIER);
		appoint(Role::Auditor, One);
		appoint(Role::Cashier, AUDITOR);
		appoint(Role::Cashier, One);

		// Neither an approver nor the payee may propose.
		assert_noop!(run(AUDITOR, propose(0, at_bank(), 1, 11)), Spending::IsAuditor);
		assert_noop!(run(Alice, propose(0, at_bank(), 1, 11)), Spending::IsCommitteeMember);
		assert_noop!(run(GARDENER, propose(0, on_account(), 1, 11)), Spending::OwnExpense);
		assert_noop!(run(STRANGER, propose(0, at_bank(), 1, 11)), DispatchError::BadOrigin);

		// A member of the committee cannot also approve as auditor.
		let expense = enter(propose(0, at_bank(), 600_000, 11));
		assert_noop!(run(One, approve_as_auditor(expense)), Spending::IsCommitteeMember);
		assert_ok!(committee(approve(expense)));
		assert_ok!(run(AUDITOR, approve_as_auditor(expense)));
		// Nor may an approver pay.
		assert_noop!(run(AUDITOR, order_payment(expense)), Spending::OwnPayment);
		assert_noop!(run(One, order_payment(expense)), Spending::OwnPayment);
		assert_noop!(run(MANAGER, order_payment(expense)), DispatchError::BadOrigin);
		pay_by_bank(expense, "OUT-1");

		// Nor may the proposer.
		let own = pallet_linli_expenses::NextExpense::<Runtime>::get();
		assert_ok!(run(CASHIER, propose(0, Payee::Bank(hash(78)), 1_000, 12)));
		assert_ok!(committee(approve(own)));
		assert_noop!(run(CASHIER, order_payment(own)), Spending::OwnPayment);
		assert_noop!(run(MANAGER, Expense::withdraw { expense: own }), Spending::NotProposer);

		// An auditor who has become the payee cannot approve.
		appoint(Role::Auditor, STRANGER);
		let to_auditor = enter(propose(0, Payee::Account(account(STRANGER)), 600_000, 13));
		assert_noop!(run(STRANGER, approve_as_auditor(to_auditor)), Spending::OwnApproval);
		assert_books_close();
	});
}

#[test]
fn what_the_bank_pays_ceases_to_be() {
	village_with_budget().execute_with(|| {
		let (issuance, operating) = (Balances::total_issuance(), pot(OPERATING));
		let expense = enter(propose(0, at_bank(), 123_456, 11));
		assert_ok!(committee(approve(expense)));
		assert_noop!(run(STRANGER, pay(expense)), Spending::NotPaidOnChain);
		assert_ok!(run(CASHIER, order_payment(expense)));
		let order = order_of(expense);
		// The money has left the pot, but not the chain, and nobody can stop it.
		assert_eq!((Balances::total_issuance(), pot(OPERATING)), (issuance, operating - 123_456));
		assert_noop!(run(MANAGER, Expense::withdraw { expense }), Spending::PaymentInProgress);
		assert_eq!(committee(Expense::refuse { expense, reason: hash(15) }), Err(Spending::PaymentInProgress.into()));
		assert_noop!(
			run(CASHIER, book_paid(order, "FILL-1")),
			pallet_linli_cashier::Error::<Runtime>::ReferenceAlreadyUsed
		);
		assert_ok!(run(CASHIER, book_paid(order, "OUT-1")));
		assert!(is_paid(expense));
		assert_eq!(Balances::total_issuance(), issuance - 123_456);
		assert_eq!(pot(OPERATING), operating - 123_456);
		assert_eq!(Cashier::totals().paid_out, 123_456);
		assert_books_close();

		// The supplier pays a part back.
		let refund = |who, amount, text: &str| {
			let reference = reference(text);
			run(who, Expense::record_refund { bank: 0, expense, amount, reference, value: None, max_units: 0 })
		};
		assert_noop!(refund(MANAGER, 456, "BACK-1"), DispatchError::BadOrigin);
		assert_noop!(refund(CASHIER, 123_457, "BACK-1"), Spending::RefundTooLarge);
		assert_noop!(refund(CASHIER, 456, "OUT-1"), pallet_linli_cashier::Error::<Runtime>::ReferenceAlreadyUsed);
		assert_ok!(refund(CASHIER, 456, "BACK-1"));
		assert_eq!((Balances::total_issuance(), pot(OPERATING)), (issuance - 123_000, operating - 123_000));
		assert_eq!(Expenses::budget(2027).unwrap().lines[0].spent, 123_000);
		assert_books_close();

		// A payment to an account on chain does not change issuance.
		let expense = enter(propose(0, on_account(), 1_000, 12));
		assert_ok!(committee(approve(expense)));
		assert_noop!(run(CASHIER, order_payment(expense)), Spending::NotPaidByBank);
		assert_ok!(run(STRANGER, pay(expense)));
		assert_eq!(Balances::total_issuance(), issuance - 123_000);

		// A wrong receipt is reversed, and the books still balance.
		fill(INCOME, 777, "WRONG-1");
		let key = pallet_linli_cashier::reference_hash(0, b"WRONG-1").unwrap();
		take_back(key);
		assert_eq!(Cashier::totals().reversed, 777);
		assert_books_close();
	});
}

#[test]
fn a_payment_that_fails_is_made_again() {
	village_with_budget().execute_with(|| {
		let expense = enter(propose(0, on_account(), 400_000, 11));
		assert_ok!(committee(approve(expense)));
		by_key(pallet_linli_fund::Call::transfer { from: OPERATING, to: INCOME, amount: pot(OPERATING) - 1 });
		assert_ok!(run(STRANGER, pay(expense)));
		let ExpenseState::Approved { failure, .. } = Expenses::expense(expense).unwrap().state else {
			panic!("it cannot have been paid")
		};
		assert_eq!(failure.unwrap().error, pallet_linli_fund::Error::<Runtime>::InsufficientFunds.into());
		by_key(pallet_linli_fund::Call::transfer { from: INCOME, to: OPERATING, amount: 399_999 });
		assert_ok!(run(STRANGER, pay(expense)));
		assert!(is_paid(expense));
		assert_eq!(pot(OPERATING), 0);
		assert_books_close();
	});
}

#[test]
fn the_auditor_steps_in_for_a_committee_that_does_not_act() {
	village_with_committee().execute_with(|| {
		for (keyring, unit) in [(Alice, 0), (One, 1), (Two, 2)] {
			deposit(keyring, unit, 900_000);
		}
		let (first, second) = (shares(&BUILDING_1), shares(&BUILDING_2));
		assert_noop!(run(MANAGER, emergency(5_000_001, 11, &[1])), Spending::EmergencyCapExceeded);
		assert_noop!(run(AUDITOR, emergency(50_000, 11, &[1])), DispatchError::BadOrigin);
		let lift = enter(emergency(50_001, 11, &[1]));
		let Purpose::Emergency { committee_until, .. } = Expenses::expense(lift).unwrap().purpose else {
			panic!("it is an emergency")
		};
		assert_eq!(committee_until, now() + 7 * DAY);
		let step_in = |expense| Expense::approve_emergency_as_auditor { expense, terms: terms_of(expense) };
		assert_noop!(run(AUDITOR, approve_as_auditor(lift)), Spending::ApprovalNotRequired);
		block_at(committee_until - 1);
		assert_noop!(run(AUDITOR, step_in(lift)), Spending::CommitteePeriodRunning);
		block_at(committee_until);
		assert_noop!(run(MANAGER, step_in(lift)), DispatchError::BadOrigin);
		assert_ok!(run(AUDITOR, step_in(lift)));
		assert_noop!(run(STRANGER, Expense::pay { expense: lift, max_units: 1 }), Spending::MaxUnitsTooLow);
		assert_eq!(Expenses::audit_state(lift), Some(AuditState::NotDue));
		assert_ok!(run(STRANGER, pay(lift)));
		assert_eq!(shares(&BUILDING_1), shares_after(&first, &BUILDING_1, 50_001, -1));
		assert_eq!(shares(&BUILDING_2), second);

		// The audit is due within thirty days; a missing audit is visible.
		let due = now() + 30 * DAY;
		assert_eq!(Expenses::audit_state(lift), Some(AuditState::Due { by: due }));
		block_at(due);
		assert!(Expenses::overdue_audits(None, 10).is_empty());
		block_at(due + 1);
		assert_eq!(Expenses::audit_state(lift), Some(AuditState::Overdue { since: due }));
		assert_eq!(Expenses::overdue_audits(None, 10), vec![(due, lift)]);
		let file = |keyring| run(keyring, Expense::file_audit { expense: lift, report: hash(14) });
		assert_noop!(file(MANAGER), DispatchError::BadOrigin);
		assert_ok!(file(AUDITOR));
		assert_noop!(file(AUDITOR), Spending::AlreadyAudited);
		assert_eq!(Expenses::audit_state(lift), Some(AuditState::Filed { at: due + 1, late: true }));
		assert!(Expenses::overdue_audits(None, 10).is_empty());

		// If there is a committee, it can act at once.
		let roof = enter(emergency(50_000, 12, &[2]));
		assert!(!is_approved(roof));
		assert_ok!(committee(approve(roof)));
		assert!(is_approved(roof));
		assert_ok!(run(STRANGER, pay(roof)));
		assert_books_close();
	});
}

const NOVEMBER: Period = Period { year: 2026, month: 11 };
const DECEMBER: Period = Period { year: 2026, month: 12 };

#[test]
fn a_month_is_attested_and_closed_for_good() {
	village().execute_with(|| {
		fill(OPERATING, 1_000_000, "FILL-1");
		assert_ok!(run(Alice, pallet_linli_fund::Call::donate { pot: OPERATING, amount: 1_000 }));
		by_key(budget(2026, &[(OPERATING, 500_000)]));
		let november = propose(0, on_account(), 1_000, 11);
		enter(november.clone());
		let issuance = Balances::total_issuance();
		let attest = |period, closing| {
			let statement = hash(12);
			run(CASHIER, pallet_linli_cashier::Call::attest { bank: 0, period, statement, closing })
		};
		let close = |keyring, month| run(keyring, pallet_linli_fund::Call::close_month { month });
		let not_over = pallet_linli_cashier::Error::<Runtime>::MonthNotOver;
		assert_noop!(attest(NOVEMBER, issuance), not_over);
		assert_noop!(close(AUDITOR, NOVEMBER), pallet_linli_fund::Error::<Runtime>::MonthNotOver);

		block_at(NOVEMBER.end(PeriodKind::Month, UtcOffset::PLUS_8).unwrap());
		assert_eq!(this_month(), DECEMBER);
		assert_noop!(close(AUDITOR, NOVEMBER), pallet_linli_fund::Error::<Runtime>::MonthNotAttested);
		// Entries of December do not belong to November.
		fill(OPERATING, 500, "FILL-2");
		assert_ok!(attest(NOVEMBER, issuance - 3));
		assert_noop!(close(CASHIER, NOVEMBER), DispatchError::BadOrigin);
		assert_noop!(close(MANAGER, NOVEMBER), DispatchError::BadOrigin);
		// Nobody but the cashier has looked at the statement yet.
		assert_noop!(close(AUDITOR, NOVEMBER), pallet_linli_fund::Error::<Runtime>::MonthNotConfirmed);
		let (statement, closing) = (hash(13), issuance - 3);
		let enter = pallet_linli_cashier::Call::enter_balance { bank: 0, period: NOVEMBER, statement, closing };
		assert_ok!(run(AUDITOR, enter));
		assert_ok!(close(AUDITOR, NOVEMBER));
		assert_noop!(close(AUDITOR, NOVEMBER), pallet_linli_fund::Error::<Runtime>::MonthClosed);
		assert_eq!(Fund::last_closed(), Some(NOVEMBER));
		let closed = Fund::month_close(NOVEMBER).unwrap();
		assert_eq!((closed.difference, closed.statement), (-3, hash(12)), "the difference is shown");
		assert!(closed.confirmed);
		let book = Fund::month(OPERATING, NOVEMBER).unwrap();
		assert_eq!((book.opening, book.closing()), (0, Some(1_001_000)));

		// No new expense can be entered for November; earlier ones are paid in the open month.
		let Expense::propose { year, line, payee, amount, related, .. } = november else { panic!("it proposes") };
		let again = |invoice, incurred| Expense::propose {
			year,
			line,
			payee: payee.clone(),
			amount,
			invoice: full_invoice(invoice, amount),
			incurred,
			related: related.clone(),
		};
		assert_noop!(run(MANAGER, again(13, NOVEMBER)), Spending::MonthAlreadyClosed);
		assert_noop!(run(MANAGER, again(13, Period { year: 2027, month: 1 })), Spending::InvalidYear);
		assert_ok!(run(MANAGER, again(13, DECEMBER)));
		assert_ok!(Expenses::approve_as_committee(committee_origin(), 0, terms_of(0)));
		assert_ok!(run(STRANGER, pay(0)));
		assert_eq!(Fund::month(OPERATING, NOVEMBER).unwrap(), book, "a closed month does not change");
		let book = Fund::month(OPERATING, DECEMBER).unwrap();
		assert_eq!((book.opening, book.closing()), (1_001_000, Some(1_001_000 + 500 - 1_000)));
		assert_books_close();
	});
}

#[test]
fn what_came_back_is_linked_both_ways() {
	use linli_primitives::Cause;
	use pallet_linli_cashier::Call;
	type Link = linli_primitives::Link<AccountId>;
	village_with_budget().execute_with(|| {
		let key = |text: &str| pallet_linli_cashier::reference_hash(0, text.as_bytes()).unwrap();
		let operating = pot(OPERATING);
		let expense = enter(propose(0, at_bank(), 1_000, 11));
		assert_ok!(committee(approve(expense)));
		pay_by_bank(expense, "OUT-1");
		let (paid, came_back) = (key("OUT-1"), Some((reference("BACK-1"), None)));
		let call = Call::propose_payment_correction { reference: paid, came_back, reason: hash(13) };
		assert_ok!(run(CASHIER, call));
		let terms = Cashier::proposed_correction(paid).unwrap().terms;
		assert_ok!(run(AUDITOR, Call::approve_correction { reference: paid, terms, max_units: 0 }));
		pay_by_bank(expense, "OUT-2");
		let text = reference("BACK-2");
		assert_ok!(run(
			CASHIER,
			Expense::record_refund { bank: 0, expense, amount: 400, reference: text, value: None, max_units: 0 }
		));
		assert_eq!((pot(OPERATING), Expenses::budget(2027).unwrap().lines[0].spent), (operating - 600, 600));
		// The refund never came.
		take_back(key("BACK-2"));
		assert_eq!((pot(OPERATING), Expenses::budget(2027).unwrap().lines[0].spent), (operating - 1_000, 1_000));
		assert_books_close();

		let links = |link: &Link| crate::links::follow(link.clone(), 0, 100).links;
		let whole = Link::Expense { expense };
		let bank = ["OUT-1", "BACK-1", "OUT-2", "BACK-2"].map(|text| Link::BankEntry { reference: key(text) });
		let count = Fund::pot(OPERATING).unwrap().entry_count;
		let entries = (0..count).map(|entry| (entry, Fund::entries(OPERATING, entry, 1).remove(0).1.cause));
		let entries: Vec<_> = entries.filter(|(_, cause)| *cause == Cause::Expense { expense }).collect();
		assert_eq!(entries.len(), 4);
		let entries = entries.into_iter().map(|(entry, _)| Link::Entry { pot: OPERATING, entry });
		for link in bank.into_iter().chain(entries) {
			assert!(links(&whole).contains(&link), "the expense does not name {link:?}");
			assert!(links(&link).contains(&whole), "{link:?} does not name the expense");
			for other in links(&link) {
				assert!(links(&other).contains(&link), "{other:?} does not name {link:?}");
			}
		}
	});
}
