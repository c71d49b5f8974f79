// SPDX-License-Identifier: Apache-2.0

//! Breaks each invariant, so that a check that checks nothing does not go unnoticed.

use crate::{mock::*, types::*, *};
use frame_support::{
	assert_ok,
	traits::fungible::{Mutate, MutateHold},
	BoundedVec,
};
use linli_primitives::{traits::UnitReceipts, ChargeId, OrderedKey, PotId, UnitKind, Utility};

/// Checks that `try_state` fails with `message` once `corrupt` has changed the storage.
fn broken(corrupt: impl FnOnce(ChargeId), message: &str) {
	ExtBuilder::default().build().execute_with(|| {
		let charge = create(terms(Basis::PerUnit), 10_000);
		go_to(start(NOVEMBER) + 6 * DAYS);
		assert_ok!(Fees::pay(signed(BOB), 1, 15_000, None));
		assert_ok!(Fees::pay(signed(CHEN), 2, 1_000, None));
		assert_ok!(Fees::set_mandate(signed(CHEN), 2, 1_000, None, false, false));
		ExtBuilder::check();
		corrupt(charge);
		let error = Fees::do_try_state().expect_err("the storage is corrupt");
		assert_eq!(error, sp_runtime::TryRuntimeError::Other(Box::leak(format!("fees: {message}").into_boxed_str())));
	});
}

#[test]
fn charges_have_terms_a_pot_and_ordered_rates() {
	broken(|_| NextPeriod::<Test>::insert(5, NOVEMBER), "a live charge has no terms");
	broken(
		|charge| Charges::<Test>::mutate(charge, |c| c.as_mut().unwrap().terms.pot = 9),
		"a live charge's pot does not exist",
	);
	broken(Rates::<Test>::remove, "a charge has no rate");
	broken(
		|charge| Rates::<Test>::try_append(charge, Rate { from: NOVEMBER, rate: 1, tiers: Tiers::default() }).unwrap(),
		"rates are out of order",
	);
	broken(|_| NextCharge::<Test>::put(0), "a charge's id is not below the next id");
	let basis = |meter| Basis::SharedMeter { meter, kinds: kinds(&[UnitKind::Residential]), by: SharedBy::Area };
	broken(
		|charge| Charges::<Test>::mutate(charge, |c| c.as_mut().unwrap().terms.basis = basis(MAIN + 1)),
		"a live charge's meter does not exist",
	);
	let tiers = |above| Tiers::try_from(vec![Tier { above, rate: 1 }]).unwrap();
	broken(
		|charge| {
			Rates::<Test>::insert(
				charge,
				BoundedVec::truncate_from(vec![Rate { from: NOVEMBER, rate: 1, tiers: tiers(1) }]),
			)
		},
		"a rate's tiers are invalid",
	);
}

#[test]
fn live_charges_are_bounded() {
	broken(|_| (1..9).for_each(|id| NextPeriod::<Test>::insert(id, NOVEMBER)), "too many live charges");
}

#[test]
fn bills_are_not_ahead_of_billing() {
	broken(|charge| NextPeriod::<Test>::insert(charge, NOVEMBER), "a bill is ahead of the progress of billing");
}

#[test]
fn past_periods_are_behind_billing_and_not_billed_if_skipped() {
	let key = OrderedKey::new;
	broken(|_| WaitingPeriods::<Test>::insert(7, key(NOVEMBER), ()), "a past period has no charge");
	broken(
		|charge| SkippedPeriods::<Test>::insert(charge, key(DECEMBER), ()),
		"a past period is ahead of the progress of billing",
	);
	broken(
		|charge| {
			WaitingPeriods::<Test>::insert(charge, key(month(2026, 10)), ());
			SkippedPeriods::<Test>::insert(charge, key(month(2026, 10)), ());
		},
		"a skipped period waits",
	);
	broken(|charge| SkippedPeriods::<Test>::insert(charge, key(NOVEMBER), ()), "a skipped period is billed");
	broken(
		|_| PastDecisions::<Test>::insert(7, PastDecision { until: NOVEMBER, bill: true }),
		"a decision over past periods has no charge",
	);
}

#[test]
fn no_bill_of_a_begun_period_is_missing() {
	broken(
		|_| {
			Now::set(start(DECEMBER));
			Agendas::<Test>::mutate(|agenda| agenda.next_turn += 1);
		},
		"a period has begun and billing rests",
	);
	broken(
		|charge| {
			go_to(start(DECEMBER));
			Bills::<Test>::remove((3, charge, DECEMBER));
		},
		"a bill of a begun period is missing",
	);
	// A period that the charge passed over.
	broken(|charge| NextPeriod::<Test>::insert(charge, month(2027, 1)), "a bill of a begun period is missing");
}

#[test]
fn bills_are_consistent_with_their_charges() {
	broken(
		|charge| {
			Bills::<Test>::mutate((1, charge, NOVEMBER), |bill| bill.as_mut().unwrap().principal.waived = 1);
		},
		"more was reduced, waived and paid than charged",
	);
	broken(
		|charge| {
			Bills::<Test>::mutate((1, charge, NOVEMBER), |bill| bill.as_mut().unwrap().late.charged = 3_001);
		},
		"a late fee exceeds its cap",
	);
	broken(|charge| Bills::<Test>::insert((1, charge, NOVEMBER), Bill::new(0, 0, 0, 0)), "a bill's principal is zero");
	broken(|_| Bills::<Test>::insert((1, 7, NOVEMBER), Bill::new(1, 0, 0, 0)), "a bill has no charge");
}

#[test]
fn queues_match_the_bills() {
	broken(|_| drop(OpenBills::<Test>::clear_prefix(2, 10, None)), "the open bills differ from the bills");
	broken(
		|charge| OpenDisputes::<Test>::insert(2, OpenKey::new(0, BillKey::new(2, charge, NOVEMBER)), ()),
		"the open disputes differ from the bills",
	);
}

#[test]
fn statements_match_entries_bills_and_prepayments() {
	broken(|_| Statements::<Test>::remove(1, 0), "a statement lacks an entry");
	broken(
		|_| Statements::<Test>::mutate(1, 0, |entry| entry.as_mut().unwrap().balance = 7),
		"a running balance is wrong",
	);
	broken(
		|_| Statements::<Test>::mutate(1, 0, |entry| entry.as_mut().unwrap().kind = EntryKind::PrepaymentRefund),
		"a statement's entries are inconsistent",
	);
	broken(
		|charge| {
			let kind = EntryKind::Bill { bill: BillKey::new(2, charge, NOVEMBER) };
			Statements::<Test>::mutate(1, 0, |entry| entry.as_mut().unwrap().kind = kind);
		},
		"a statement has another unit's bill",
	);
	broken(|_| StatementHeads::<Test>::mutate(1, |head| head.owed += 1), "a statement's head is wrong");
	broken(|_| StatementHeads::<Test>::remove(1), "a unit with bills or prepayments has no statement");
	broken(|_| Prepayments::<Test>::insert(1, BOB, 5_001), "a statement and the prepayments differ");
	broken(
		|charge| Bills::<Test>::mutate((2, charge, NOVEMBER), |bill| bill.as_mut().unwrap().principal.paid += 1),
		"a statement and the bills differ",
	);
}

#[test]
fn bills_and_payments_include_their_lines() {
	fn change_bill(charge: ChargeId, change: impl FnOnce(&mut Lines)) {
		Bills::<Test>::mutate((1, charge, NOVEMBER), |bill| change(&mut bill.as_mut().unwrap().lines));
	}
	broken(|charge| change_bill(charge, |lines| lines.first = 1), "a bill's first line is not its issue");
	broken(|charge| change_bill(charge, |lines| lines.end = 3), "a bill's last line is of another bill");
	broken(|charge| change_bill(charge, |lines| lines.end = 1), "a bill's lines do not include one of its entries");
	broken(
		|_| Payments::<Test>::mutate(0, |payment| payment.as_mut().unwrap().lines.end = 2),
		"a payment's lines do not include one of its entries",
	);
	broken(|_| Payments::<Test>::remove(1), "a line's payment does not exist");
	broken(
		|charge| {
			let bill = Bills::<Test>::take((1, charge, NOVEMBER)).unwrap();
			Totals::<Test>::mutate(|totals| {
				totals.principal.charged -= bill.principal.charged;
				totals.principal.paid -= bill.principal.paid;
				totals.bills -= 1;
			});
		},
		"a line's bill does not exist",
	);
}

#[test]
fn prepayments_are_held() {
	broken(
		|_| {
			assert_ok!(Balances::hold(&HoldReason::Prepayment.into(), &ALICE, 1));
		},
		"an account's hold differs from its prepayments",
	);
}

#[test]
fn totals_are_the_sums_over_the_bills() {
	broken(
		|_| Totals::<Test>::mutate(|totals| totals.principal.paid += 1),
		"the totals are not the sums over the bills",
	);
}

#[test]
fn waivers_and_mandates_are_valid() {
	let waiver = |principal| Waiver { proposer: MANAGER, principal, late: 0, reason: hash(0), proposed: 0 };
	broken(|_| Waivers::<Test>::insert(BillKey::new(2, 7, NOVEMBER), waiver(1)), "a waiver's bill does not exist");
	broken(|charge| Waivers::<Test>::insert(BillKey::new(2, charge, NOVEMBER), waiver(0)), "a waiver is zero");
	broken(
		|_| Mandates::<Test>::mutate(2, CHEN, |mandate| mandate.as_mut().unwrap().cap = 0),
		"a mandate's cap is zero",
	);
	broken(
		|_| (20..24).for_each(|payer| Mandates::<Test>::insert(2, payer, Mandate::new(1, None, false, false))),
		"too many mandates for a unit",
	);
	let debits = |month| MonthlyDebits { month, principal: 1, late: 0 };
	broken(
		|_| {
			Mandates::<Test>::mutate(2, CHEN, |mandate| {
				let months = &mut mandate.as_mut().unwrap().months;
				months.try_push(debits(DECEMBER)).unwrap();
				months.try_push(debits(NOVEMBER)).unwrap();
			})
		},
		"a mandate's months are out of order",
	);
	broken(
		|charge| {
			let after = Some(OpenKey::new(0, BillKey::new(1, charge, NOVEMBER)));
			Mandates::<Test>::mutate(2, CHEN, |mandate| mandate.as_mut().unwrap().after = after);
		},
		"a mandate remembers another unit's bill",
	);
}

#[test]
fn contributions_are_what_was_paid() {
	fn change(unit: u32, charge: ChargeId, change: impl FnOnce(&mut [Contribution<AccountId>])) {
		Contributions::<Test>::mutate(BillKey::new(unit, charge, NOVEMBER), |parts| change(&mut parts[..]));
	}
	broken(
		|charge| change(1, charge, |parts| parts[0].principal += 1),
		"the contributions to a bill are not what was paid on it",
	);
	broken(
		|charge| change(1, charge, |parts| parts[0].late += 1),
		"the contributions to a bill are not what was paid on it",
	);
	broken(
		|charge| {
			assert_ok!(Fees::pay(signed(CHEN), 2, 1_000, None));
			change(2, charge, |parts| parts[0].lived += 1);
		},
		"the contributions to a bill are out of order",
	);
	broken(
		|_| Contributions::<Test>::insert(BillKey::new(1, 7, NOVEMBER), BoundedVec::default()),
		"contributions to a bill that does not exist",
	);
	broken(
		|charge| Contributions::<Test>::insert(BillKey::new(0, charge, NOVEMBER), BoundedVec::default()),
		"a contribution is zero",
	);
	broken(|charge| change(1, charge, |parts| parts[0].payer = ALICE), "a contribution is not of its payment's payer");
}

#[test]
fn proposals_and_credit_notes_are_counted() {
	fn propose(charge: ChargeId) {
		let scope = CreditScope::Batch { charge, period: NOVEMBER, rate: 1 };
		assert_ok!(Fees::propose_credit(signed(MANAGER), scope, hash(1)));
	}
	broken(
		|charge| {
			propose(charge);
			NextCredit::<Test>::put(0);
		},
		"a credit note's id is not below the next id",
	);
	broken(
		|charge| {
			propose(charge);
			assert_ok!(Fees::approve_credit(signed(COMMITTEE), 0));
			Agendas::<Test>::mutate(|agenda| agenda.credits = BoundedVec::default());
		},
		"the credit notes at work are not the approved ones",
	);
	broken(
		|charge| {
			propose(charge);
			OpenProposals::<Test>::remove(MANAGER);
		},
		"the open proposals are counted wrongly",
	);
	let proposal = |to| Move { proposer: MANAGER, to, reason: hash(0), proposed: 0 };
	broken(|_| Moves::<Test>::insert(9, proposal(1)), "a move's payment does not exist");
	broken(|_| Moves::<Test>::insert(0, proposal(1)), "a move leads to the payment's own unit");
}

/// Checks that `try_state` fails with `message` once `corrupt` has changed the storage of a community that was billed
/// for water and for a shared meter.
pub(super) fn broken_use(corrupt: impl FnOnce(ChargeId, ChargeId), message: &str) {
	broken(
		|_| {
			let metered = create(water(), 345_670);
			let basis = Basis::SharedMeter { meter: MAIN, kinds: kinds(&[UnitKind::Residential]), by: SharedBy::Unit };
			let shared = create(terms(basis), 60_000);
			read(1, start(NOVEMBER) - 1, 0);
			read(1, start(DECEMBER) - 1, 10_000);
			read_main(start(NOVEMBER) - 1, 0);
			read_main(start(DECEMBER) - 1, 100_000);
			bill_up_to(DECEMBER);
			ExtBuilder::check();
			corrupt(metered, shared);
		},
		message,
	);
}

#[test]
fn discounts_are_part_of_what_is_reduced() {
	broken(
		|charge| Bills::<Test>::mutate((1, charge, NOVEMBER), |bill| bill.as_mut().unwrap().discount = 1),
		"a bill has a discount too much",
	);
}

#[test]
fn single_bills_have_charges_of_their_own_and_an_origin() {
	let list = |pot: PotId, charge: ChargeId| SingleCharges::<Test>::try_append(pot, charge).unwrap();
	broken(|charge| list(1, charge), "a pot lists a charge of another one, or one twice");
	broken(|charge| list(0, charge), "the charges of single bills are not those listed");
	broken(
		|charge| {
			Charges::<Test>::mutate(charge, |charge| charge.as_mut().unwrap().terms.basis = Basis::Single);
			list(0, charge);
		},
		"a charge of single bills is live",
	);
	let origin = SingleBill { proposal: 0, proposer: MANAGER, approver: Some(COMMITTEE), reason: hash(1) };
	broken(
		|charge| SingleBills::<Test>::insert(BillKey::new(1, charge, NOVEMBER), origin),
		"the single bills and their origins differ",
	);
	broken(
		|_| {
			let terms = SingleTerms { unit: 1, pot: 0, amount: 1, due_days: 7, reason: hash(1) };
			let proposal = SingleProposal { proposer: MANAGER, terms, owner: 1, proposed: 0, lived: 0 };
			SingleProposals::<Test>::insert(5, proposal);
			OpenProposals::<Test>::insert(MANAGER, 1);
		},
		"a proposed bill's id is not below the next",
	);
}

#[test]
fn billed_use_is_that_of_the_bills() {
	fn change(charge: ChargeId, change: impl FnOnce(&mut BilledUse)) {
		BilledUses::<Test>::mutate(1, charge, |billed| change(billed.as_mut().unwrap()));
	}
	let billed = BilledUse { total: 0, at: 0, amount: 0, period: None };
	broken_use(|metered, _| BilledUses::<Test>::remove(1, metered), "a metered bill, and no use is billed");
	broken_use(
		|_, shared| BilledUses::<Test>::insert(1, shared, billed),
		"use is billed by a charge that is not metered",
	);
	broken_use(
		|metered, _| change(metered, |billed| billed.at = Now::get() + 1),
		"use is billed up to a moment in the future",
	);
	let of_no_bill: [fn(&mut BilledUse); 2] = [|billed| billed.amount += 1, |billed| billed.period = Some(JANUARY)];
	for other in of_no_bill {
		broken_use(|metered, _| change(metered, other), "the last amount for metered use is of no bill");
	}
	let of = |charge| BillKey::new(1, charge, NOVEMBER);
	broken_use(|metered, _| UsesOfBills::<Test>::remove(of(metered)), "a metered bill is for no use");
	broken_use(|_, shared| UsesOfBills::<Test>::insert(of(shared), 1), "use is of a bill that is not metered");
	let boundary = |at| Boundary { total: 0, at, revision: 0 };
	let flat = |unit| UseOf::Unit { unit, utility: Utility::ColdWater, pot: 0 };
	for nobody in [flat(99), UseOf::Main { main: MAIN + 1, pot: 0 }] {
		broken_use(
			|_, _| Boundaries::<Test>::insert(nobody, start(NOVEMBER), boundary(start(NOVEMBER))),
			"what is settled at a boundary is nobody's use",
		);
	}
	let settled = |at, until| Boundaries::<Test>::insert(flat(1), at, boundary(until));
	let later = month(2030, 1);
	for (at, until) in [(later, later), (NOVEMBER, month(2026, 10))] {
		broken_use(|_, _| settled(start(at), start(until)), "use is settled for a moment that is still to come");
	}
}

#[test]
fn plans_and_their_bills_refer_to_each_other() {
	let plan = |unit, bills: Vec<BillKey>| Plan {
		unit,
		proposer: BOB,
		side: PlanSide::Owner,
		bills: bills.try_into().unwrap(),
		instalments: vec![Instalment { due: 1, amount: 1 }].try_into().unwrap(),
		proposed: 0,
		running: None,
	};
	broken(|_| UnitPlans::<Test>::insert(1, 0), "a unit's plan does not exist or is another unit's");
	broken(
		|_| {
			Plans::<Test>::insert(0, plan(2, vec![]));
			UnitPlans::<Test>::insert(1, 0);
		},
		"a unit's plan does not exist or is another unit's",
	);
	broken(|_| Plans::<Test>::insert(0, plan(1, vec![])), "a plan's id is not below the next id");
	broken(
		|_| {
			NextPlan::<Test>::put(1);
			Plans::<Test>::insert(0, plan(1, vec![]));
		},
		"a plan has ended and is listed, or the other way round",
	);
	broken(
		|charge| {
			NextPlan::<Test>::put(1);
			UnitPlans::<Test>::insert(1, 0);
			let running = RunningPlan { by: MANAGER, from: 0, owed: 1, since: 0, ended: None };
			let planned = plan(1, vec![BillKey::new(1, charge, NOVEMBER)]);
			Plans::<Test>::insert(0, Plan { running: Some(running), ..planned });
		},
		"the bills of plans and the plans of bills differ",
	);
}

#[test]
fn bills_of_a_shared_meter_add_up_to_its_cost() {
	let cost = SharedCost { used: 1, at: 0, amount: 1, weight: 1, left: 1 };
	broken_use(
		|metered, _| SharedUses::<Test>::insert(metered, SharedUse { total: 0, at: 0, left: 0 }),
		"shared use is billed by another kind of charge",
	);
	broken_use(
		|metered, _| SharedCosts::<Test>::insert(metered, NOVEMBER, cost),
		"a shared cost is of another kind of charge",
	);
	let changes: [fn(&mut SharedCost); 2] = [|cost| cost.amount += 1, |cost| cost.left += 1];
	for change in changes {
		broken_use(
			|_, shared| SharedCosts::<Test>::mutate(shared, NOVEMBER, |cost| change(cost.as_mut().unwrap())),
			"the bills of a shared meter do not add up to its cost",
		);
	}
	broken_use(|_, shared| SharedCosts::<Test>::remove(shared, NOVEMBER), "a bill of a shared meter has no cost");
}

#[test]
fn invoices_are_summed_and_listed() {
	let key = |charge| BillKey::new(1, charge, NOVEMBER);
	let record = |charge| {
		let lines = vec![InvoiceLine { payment: 0, bill: key(charge), amount: 5_000 }].try_into().unwrap();
		assert_ok!(Fees::record_invoice(signed(MANAGER), hash(1), hash(2), lines));
	};
	broken(|charge| Invoiced::<Test>::insert(0, key(charge), 1), "what is invoiced is not the sum of the invoices");
	broken(
		|charge| {
			record(charge);
			BillInvoices::<Test>::remove(key(charge), hash(1));
		},
		"the invoices of bills and payments differ from the invoices",
	);
	broken(
		|charge| {
			record(charge);
			PaymentInvoices::<Test>::insert(0, hash(3), ());
		},
		"the invoices of bills and payments differ from the invoices",
	);
	broken(
		|charge| {
			record(charge);
			RedInvoices::<Test>::insert(hash(1), hash(1));
		},
		"a number is that of an invoice and of a red one",
	);
	broken(|_| RedInvoices::<Test>::insert(hash(1), hash(2)), "the red invoices are not those of void ones");
}

#[test]
fn money_kept_for_a_unit_is_its_owners() {
	broken(
		|_| UnitAccounts::<Test>::insert(BOB, UnitAccount { unit: 1, owner: 1 }),
		"an account keeps another unit's money",
	);
	broken(
		|_| {
			let account = Fees::unit_account(1, 1).unwrap();
			UnitAccounts::<Test>::insert(account, UnitAccount { unit: 1, owner: 1 });
		},
		"an account that keeps a unit's money does not exist",
	);
	broken(
		|_| {
			let account = Fees::open_unit_account(1).unwrap();
			Balances::mint_into(&account, 100).unwrap();
			<Fees as UnitReceipts<AccountId>>::credit(1, 100, Now::get(), 8).unwrap();
			// The sale is not told.
			Register::sell(1, 0);
		},
		"money kept for one unit or owner prepays for another",
	);
}

#[test]
fn payments_are_what_their_lines_say() {
	fn change(change: impl FnOnce(&mut Payment<AccountId>)) {
		Payments::<Test>::mutate(0, |payment| change(payment.as_mut().unwrap()));
	}
	broken(|_| NextPayment::<Test>::put(1), "a payment's id is not below the next id");
	broken(|_| NextPayment::<Test>::put(3), "a payment is missing");
	// Bob paid 10,000 on his bill and prepaid 5,000.
	broken(|_| change(|payment| payment.amount += 1), "a payment is not what its lines say");
	broken(|_| change(|payment| payment.prepaid -= 1), "a payment is not what its lines say");
}

#[test]
fn nothing_rests_on_more_than_was_paid() {
	let key = |charge| BillKey::new(1, charge, NOVEMBER);
	broken(
		|charge| {
			// Chen pays the rest, and it is said to be Chen's first payment, too.
			assert_ok!(Fees::pay(signed(CHEN), 2, 9_000, None));
			Contributions::<Test>::mutate(BillKey::new(2, charge, NOVEMBER), |parts| {
				let rest = parts.pop().unwrap();
				parts[0].principal += rest.principal;
				parts[0].late += rest.late;
			});
		},
		"a payment contributes more than it paid",
	);
	broken(
		|charge| {
			let lines: InvoiceLines =
				vec![InvoiceLine { payment: 0, bill: key(charge), amount: 10_000 }].try_into().unwrap();
			assert_ok!(Fees::record_invoice(signed(MANAGER), hash(1), hash(2), lines));
			Invoices::<Test>::mutate(hash(1), |invoice| invoice.as_mut().unwrap().lines[0].amount += 1);
			Invoiced::<Test>::insert(0, key(charge), 10_001);
		},
		"more is invoiced than was paid",
	);
}

#[test]
fn moved_payments_have_left_their_bills() {
	broken(|_| MovedPayments::<Test>::insert(9, ()), "a payment that was moved does not exist");
	broken(|_| MovedPayments::<Test>::insert(1, ()), "a payment that was moved contributes to a bill");
	broken(
		|_| {
			let kind = PaymentKind::Moved { from: 0 };
			Payments::<Test>::mutate(1, |payment| payment.as_mut().unwrap().kind = kind);
		},
		"a payment comes from one that was not moved",
	);
}

#[test]
fn only_an_approved_credit_note_lowers_bills() {
	let lowered = CreditedBill { amount: 1, used: 0, discount: 0, at: 0 };
	broken(|_| Credited::<Test>::insert(0, 0, lowered), "bills were lowered by a credit note that was not approved");
	broken(
		|charge| {
			let scope = CreditScope::Batch { charge, period: NOVEMBER, rate: 1 };
			assert_ok!(Fees::propose_credit(signed(MANAGER), scope, hash(1)));
			Credited::<Test>::insert(0, 0, lowered);
		},
		"bills were lowered by a credit note that was not approved",
	);
}

#[test]
fn sales_and_refunds_of_credit_notes_are_real() {
	broken(|_| LastSales::<Test>::insert(9, 0), "a unit that was sold does not exist");
	broken(|_| LastSales::<Test>::insert(1, Now::get() + 1), "a unit was sold in the future");
	let insert = |amount| {
		let refund = CreditRefund { payer: BOB, amount, moment: 0, lived: 0 };
		CreditRefunds::<Test>::insert(0, 0, BoundedVec::truncate_from(vec![refund]));
	};
	broken(|_| insert(1), "a refund is of a bill that was not credited");
	broken(
		|_| {
			insert(0);
			Credited::<Test>::insert(0, 0, CreditedBill { amount: 1, used: 0, discount: 0, at: 0 });
		},
		"a refund of a credit note is zero",
	);
}
