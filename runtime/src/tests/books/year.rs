// SPDX-License-Identifier: Apache-2.0

//! A year in the village, in which money moves for every cause.

use super::*;

/// The village's charge, paid into the operating pot, and one added by the owners, paid into the repair pot.
pub(super) const PROPERTY: ChargeId = 0;
pub(super) const LEVY: ChargeId = 1;

pub(super) fn receive(keyring: Sr25519Keyring, amount: Fen, text: &str) {
	let account = account(keyring);
	assert_ok!(run(
		CASHIER,
		pallet_linli_cashier::Call::receive { bank: 0, account, amount, reference: reference(text), value: None }
	));
}

pub(super) fn reverse(text: &str) {
	let reference = pallet_linli_cashier::reference_hash(0, text.as_bytes()).unwrap();
	take_back(reference);
}

pub(super) fn pay_bills(keyring: Sr25519Keyring, unit: UnitId, amount: Fen) {
	assert_ok!(run(keyring, pallet_linli_fees::Call::pay { unit, amount, bills: None }));
}

pub(super) fn owed(unit: UnitId) -> Fen {
	let dues = Fees::dues(unit);
	dues.principal + dues.late - dues.disputed
}

/// Alice pays half of a bill and disputes it; the auditor rules that a quarter is due.
pub(super) fn contest(charge: ChargeId) {
	let (unit, period) = (0, this_month());
	let key = BillKey::new(unit, charge, period);
	let bill = Fees::bill(key).unwrap();
	let amount = bill.principal_owed / 2;
	let bills = Some(vec![key].try_into().unwrap());
	assert_ok!(run(Alice, pallet_linli_fees::Call::pay { unit, amount, bills }));
	assert_ok!(run(Alice, pallet_linli_fees::Call::dispute { bill: key, reason: hash(2) }));
	let ruling = Ruling::Reduced { to: bill.principal_owed / 4 };
	assert_ok!(run(AUDITOR, pallet_linli_fees::Call::rule_dispute { bill: key, ruling }));
}

fn transaction_fee() {
	type Charge = <Runtime as pallet_transaction_payment::Config>::OnChargeTransaction;
	let call = RuntimeCall::System(frame_system::Call::remark { remark: vec![] });
	let info = frame_support::dispatch::GetDispatchInfo::get_dispatch_info(&call);
	let who = account(Ferdie);
	let credit = <Charge as OnChargeTransaction<Runtime>>::withdraw_fee(&who, &call, &info, 7, 0).unwrap();
	let post = Default::default();
	assert_ok!(<Charge as OnChargeTransaction<Runtime>>::correct_and_deposit_fee(&who, &info, &post, 7, 0, credit));
}

fn transfer(from: PotId, to: PotId, amount: Fen) {
	by_key(pallet_linli_fund::Call::transfer { from, to, amount });
}

fn levy() -> pallet_linli_fees::Call<Runtime> {
	let terms = ChargeTerms {
		pot: REPAIR,
		basis: Basis::PerArea { kinds: vec![UnitKind::Residential].try_into().unwrap() },
		buildings: None,
		period: PeriodKind::Month,
		due_days: 15,
		grace_days: 30,
		late_rate: Fraction::new(5, 10_000),
		late_cap: Fraction::new(30, 100),
		discount: None,
	};
	pallet_linli_fees::Call::create_charge {
		terms,
		rate: 50,
		first: this_month().next(PeriodKind::Month).unwrap(),
		tiers: Default::default(),
	}
}

/// The village after half a year of decisions and twelve months of carrying them out.
pub(super) fn village_after_a_year() -> sp_io::TestExternalities {
	let mut village = village_with_committee();
	village.execute_with(|| {
		for (number, keyring) in [Alice, One, Two, Bob].into_iter().enumerate() {
			receive(keyring, 5_000_000, &format!("IN-{number}"));
		}
		fill(OPERATING, 2_000_000, "FILL-1");
		fill(INCOME, 300_000, "FILL-2");
		by_key(levy());
		// Two equal deposits in one block, distinguished only by their entries.
		for (keyring, unit) in [(Alice, 0), (Alice, 0), (One, 1), (Two, 2), (Bob, 3), (Alice, 4)] {
			deposit(keyring, unit, 300_000);
		}
		let lines = [(OPERATING, 2_000_000), (INCOME, 500_000)];
		let calls = vec![budget(2027, &lines).into(), budget(2028, &lines).into()];
		decide(pallet_utility::Call::batch_all { calls }, None);
		let sources = [(OPERATING, 133_333), (INCOME, 66_667), (REPAIR, 100_001)];
		decide(open(terms(&[100_000, 100_000, 100_001], &sources, None)), None);
		decide(open(terms(&[40_000, 40_000], &[(REPAIR, 80_000)], Some(&[1]))), Some(&[1]));
		let mandate = pallet_linli_fees::Call::set_mandate {
			unit: 1,
			cap: 10_000_000,
			until: None,
			partial: false,
			single: false,
		};
		assert_ok!(run(One, mandate));
		for number in 0..12 {
			let next = this_month().next(PeriodKind::Month).unwrap().start(UtcOffset::PLUS_8).unwrap();
			settle_at(next + DAY);
			month(number);
			assert_books_close();
		}
		decide(Project::cancel { project: 1, max_units: 10 }, Some(&[1]));
		pass(DAY);
		assert_books_close();
	});
	village
}

/// The events of one month, some in the same block, some in several.
fn month(number: u8) {
	incomes(number);
	pass(DAY);
	bills(number);
	pass(DAY);
	expenses(number);
	pass(DAY);
	project(number);
	rents(number);
	pass(DAY);
}

fn incomes(number: u8) {
	fill(INCOME, 50_000 + Fen::from(number), &format!("PARKING-{number}"));
	assert_ok!(run(Ferdie, pallet_linli_fund::Call::donate { pot: INCOME, amount: 1_000 }));
	transaction_fee();
	match number {
		2 => {
			// Two transfers distinguished only by their entries, and one back.
			transfer(INCOME, OPERATING, 1_000);
			transfer(INCOME, OPERATING, 1_000);
			transfer(OPERATING, INCOME, 1_000);
		}
		3 => {
			// A receipt reversed in its own block, and one reversed later.
			fill(INCOME, 999, "WRONG-1");
			reverse("WRONG-1");
			fill(OPERATING, 888, "WRONG-2");
			pass(6_000);
			reverse("WRONG-2");
		}
		4 => interest_and_charge(),
		5 => transfer(OPERATING, INCOME, 7_777),
		6 => renovation(),
		10 => {
			assert_ok!(run(Bob, pallet_linli_fund::Call::donate { pot: REPAIR, amount: 5_000 }));
			by_key(pallet_linli_repair::Call::distribute { amount: 5_000, max_units: 10 });
			deposit(Bob, 3, 12_345);
		}
		_ => (),
	}
}

fn bills(number: u8) {
	match number {
		6 => contest(PROPERTY),
		8 => contest(LEVY),
		_ => (),
	}
	// Alice pays her bills, One's are collected by mandate, Two prepays; for unit 3 another account pays very late.
	pay_bills(Alice, 0, owed(0));
	match number {
		0 | 6 => pay_bills(Two, 2, owed(2) + 100_000),
		4 => pay_bills(Bob, 3, owed(3) / 3),
		9 => {
			pay_bills(Bob, 3, owed(3) / 3);
			pay_bills(Two, 3, owed(3));
		}
		_ => (),
	}
}

fn expenses(number: u8) {
	let invoice = |kind: u8| 20 * kind + number;
	let garden = enter(propose(0, on_account(), 10_000 + Fen::from(number), invoice(1)));
	let lamps = enter(propose(1, at_bank(), 2_000 + Fen::from(number), invoice(2)));
	for expense in [garden, lamps] {
		assert_ok!(committee(approve(expense)));
	}
	assert_ok!(run(STRANGER, pay(garden)));
	pay_by_bank(lamps, &format!("OUT-{number}"));
	match number {
		1 => {
			// A refused expense frees its invoice for another; a withdrawn one does not.
			let refused = enter(propose(0, on_account(), 5_000, invoice(3)));
			assert_ok!(committee(approve(refused)));
			assert_ok!(committee(Expense::refuse { expense: refused, reason: hash(3) }));
			let again = enter(propose(0, on_account(), 4_000, invoice(3)));
			assert_ok!(committee(approve(again)));
			assert_ok!(run(STRANGER, pay(again)));
			let back = enter(propose(0, on_account(), 4_000, invoice(4)));
			assert_ok!(run(MANAGER, Expense::withdraw { expense: back }));
		}
		4 => {
			let lift = enter(Expense::propose_emergency {
				kind: EmergencyKind::Lift,
				pot: REPAIR,
				payee: on_account(),
				amount: 30_001,
				invoice: full_invoice(invoice(3), 30_001),
				evidence: hash(4),
				related: Related::In(vec![1].try_into().unwrap()),
				incurred: this_month(),
			});
			pass(7 * DAY);
			let terms = terms_of(lift);
			assert_ok!(run(AUDITOR, Expense::approve_emergency_as_auditor { expense: lift, terms }));
			assert_ok!(run(STRANGER, pay(lift)));
		}
		7 => {
			let large = enter(propose(0, at_bank(), 1_000_000, invoice(3)));
			decide(Expense::approve_as_assembly { expense: large, terms: terms_of(large) }, None);
			pay_by_bank(large, "OUT-LARGE");
		}
		_ => (),
	}
}

fn project(number: u8) {
	let pay = |milestone| {
		assert_ok!(run(STRANGER, Project::pay { project: 0, milestone }));
	};
	match number {
		0 => work(0, 0, true),
		1 => {
			pay(0);
			work(0, 1, true);
		}
		2 => {
			pay(1);
			work(0, 2, true);
			assert_ok!(run(Alice, Project::object { project: 0, milestone: 2, reason: hash(5) }));
		}
		3 => {
			let (contractor_share, document) = (70_000, hash(6));
			let rule = Project::rule { project: 0, milestone: 2, contractor_share, document, max_units: 10 };
			assert_ok!(committee(rule));
			// That was the last milestone: the warranty begins.
			let (amount, evidence) = (3_001, hash(7));
			assert_ok!(run(INSPECTORS[0], Project::claim_defect { project: 0, amount, evidence }));
			let (to_community, document) = (2_999, hash(8));
			assert_ok!(committee(Project::rule_claim { project: 0, to_community, document, max_units: 10 }));
		}
		5 => {
			assert_ok!(run(STRANGER, Project::release { project: 0 }));
		}
		_ => (),
	}
}

/// Alice books the community's room for two days later. Every third time she cancels when half of the price is due;
/// otherwise she does not show up.
pub(super) fn rents(number: u8) {
	use pallet_linli_sharing::{types::*, Call};
	if number == 0 {
		let terms = Terms {
			price: 1_001,
			deposit: 5_000,
			slot: SlotLength::Day,
			windows: (0..7).map(|weekday| Window { weekday, from: 0, to: 1 }).collect::<Vec<_>>().try_into().unwrap(),
			min_slots: 1,
			max_slots: 7,
			lead_time: 0,
			horizon: 30 * DAY,
			cancellation: CancellationPolicy { free_until: 30 * DAY, afterwards: Fraction::new(1, 2) },
			late_fee: 0,
			claim_window: 2 * DAY,
			no_show: None,
			per_household: None,
		};
		let (pot, kind, description) = (Some(OPERATING), ResourceKind::Room, hash(9));
		let stands_for = StandsFor::Thing;
		assert_ok!(run(
			MANAGER,
			Call::list { pot, kind, building: None, description, terms, device: None, stands_for }
		));
	}
	let first_slot = SlotLength::Day.at(now(), &Calendar::default()).unwrap() + 1;
	assert_ok!(run(Alice, Call::book { resource: 0, first_slot, slots: 2, max_cost: Fen::MAX, terms_version: 0 }));
	if number % 3 == 1 {
		assert_ok!(run(Alice, Call::cancel { booking: number.into(), min_refund: 0 }));
	}
}

/// The bank pays interest, and takes a charge.
fn interest_and_charge() {
	let text = reference("INTEREST");
	let interest = pallet_linli_cashier::Call::record_interest { bank: 0, amount: 1_234, reference: text, value: None };
	assert_ok!(run(CASHIER, interest));
	let (amount, text) = (500, reference("CHARGE"));
	let charge = pallet_linli_cashier::Call::propose_charge { bank: 0, amount, reference: text, value: None };
	assert_ok!(run(CASHIER, charge));
	let key = pallet_linli_cashier::reference_hash(0, b"CHARGE").unwrap();
	let approve = pallet_linli_cashier::Call::approve_charge { reference: key, pot: OPERATING, amount };
	assert_ok!(run(AUDITOR, approve));
}

/// Of a deposit for a renovation, a part is kept for damage.
fn renovation() {
	type Deposit = pallet_linli_deposits::Call<Runtime>;
	assert_ok!(run(Bob, Deposit::place { unit: 3, amount: 20_000, purpose: hash(1) }));
	assert_ok!(run(MANAGER, Deposit::claim { deposit: 0, amount: 3_000, evidence: hash(2) }));
	assert_ok!(run(Bob, Deposit::contest { deposit: 0, answer: hash(3) }));
	assert_ok!(run(AUDITOR, Deposit::rule { deposit: 0, amount: 2_000, document: hash(4) }));
}
