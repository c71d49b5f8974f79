// SPDX-License-Identifier: Apache-2.0

// The day-to-day of a property office: a first month with two bank accounts, from the page of the bank statement to the
// month's close, and what became of two instalment plans after it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { claimAll, DAY, ownersOf } from '../support/assembly.js';
import { assertBooksBalance, readStatement } from '../support/books.js';
import { newBlock, now, passTo, timeTravel } from '../support/clock.js';
import { foundCommunity } from '../support/community.js';
import { temporaryFolder } from '../support/node.js';
import { SAMPLE_ROSTER } from '../support/paths.js';
import { unitsOf } from '../support/spending.js';
import { exportBooks, runTool } from '../support/tools.js';
import { execute, pick, refuse } from '../support/transactions.js';

const [PROPERTY_FEE, BIN_STORE] = [0, 1];
const [OPERATING_POT, REPAIR_POT, COMMON_INCOME] = [0, 1, 2];
/** The community's bank accounts: for the daily running, and for the repair fund. */
const [DAILY, RESERVE] = [0, 1];
const YEAR = 2027;
const month = (number, year = YEAR) => ({ year, month: number });
const [DECEMBER, JANUARY, FEBRUARY] = [month(12, YEAR - 1), month(1), month(2)];
const at = (day, time = '10:00:00') => new Date(`${YEAR}-${day}T${time}+08:00`).getTime();
/** Once for every home, in fen, and what is taken off if it is paid within ten days. */
const [BIN_STORE_PRICE, BIN_STORE_DISCOUNT] = [12_001n, 600n];
/** Amounts in fen. */
const [RESERVE_MONEY, OFFICE_MONEY] = [5_000_000n, 50_000n];
const LATE_RECEIPT = 88_888n;
/** What the bank received for a unit beyond its bills: more than can be prepaid. */
const ABSENT_REST = 500_000n;
/** What a signer needs besides, for fees. */
const FEES = 2_000n;
const PAYOUT = 5_000n;
const KEY = 3_000n;
const [DEPOSIT, DAMAGE] = [150_000n, 30_000n];
const [INTEREST, BANK_CHARGE] = [10_007n, 2_500n];
const hash = (byte) => `0x${byte.repeat(32)}`;
const [PAGE, STATEMENT, AUDITORS_COPY, REASON, EVIDENCE] = ['11', '12', '13', '14', '15'].map(hash);
const [INVOICE, RED_INVOICE, NEW_INVOICE, DOCUMENT, LABEL] = ['21', '22', '23', '24', '25'].map(hash);

describe("an office's first month", { timeout: 300_000 }, () => {
	let community;
	let node;
	let api;
	let officers;
	/** The homes that something happens to, by name: `{ id, pair, unit, fee }`, the monthly fee in fen. */
	let people;
	/** What the printed statements of the two bank accounts say, in fen. */
	const atBank = [0n, 0n];
	/** The reference of the receipt that was booked a month late. */
	let lateReference;
	/** The payment for a key, its bill, and the instalment plans. */
	let keyBill;
	let keyPayment;
	let keptPlan;
	let brokenPlan;
	/** When the plan began that was broken later, and when it was. */
	let brokenPlanBegan;
	const brokenAt = at('02-20') + 3 * DAY;
	let references = 0;

	const reference = () => {
		references += 1;
		return `ICBC-${YEAR}-${String(references).padStart(4, '0')}`;
	};
	const keyOf = async (bank, printed) => (await api.call.cashierApi.referenceHash(bank, printed)).unwrap().toHex();
	const decide = (call) => execute(api, officers.bootstrap, api.tx.bootstrap.decide(call));
	const fen = async ({ address }) => (await api.query.system.account(address)).data.free.toBigInt();
	const potBalance = async (pot) => (await api.call.fundApi.pot(pot)).unwrap().balance.toBigInt();
	const billKey = ({ unit }, charge, period = JANUARY) => ({ unit, charge, period });
	const viewBill = async (key) => (await api.call.feesApi.bill(key)).unwrap();
	const owed = async (key) => {
		const { principalOwed, lateOwed } = await viewBill(key);
		return [principalOwed.toBigInt(), lateOwed.toBigInt()];
	};
	const receive = (bank, { pair }, amount, /** @type {number | null} */ value = null) => {
		atBank[bank] += amount;
		return execute(api, officers.cashier, api.tx.cashier.receive(bank, pair.address, amount, reference(), value));
	};
	/** Pays of January's bills. */
	const payIn = async (home, amount) => {
		const bills = [PROPERTY_FEE, BIN_STORE].map((charge) => billKey(home, charge));
		await execute(api, home.pair, api.tx.fees.pay(home.unit, amount, bills));
	};
	/** The late fee of 0.05 % a day. */
	const lateFee = (/** @type {bigint} */ amount, /** @type {number} */ days) => (amount * BigInt(days) * 5n) / 10_000n;
	const attest = async (bank, period, closing) => {
		const { events } = await execute(api, officers.cashier, api.tx.cashier.attest(bank, period, STATEMENT, closing));
		return pick(events, 'cashier', 'Attested')[0].data.difference.toBigInt();
	};
	/** The auditor enters what their own copy of the statement says; returns whether it is what the cashier attested. */
	const enterBalance = async (bank, period, closing) => {
		const call = api.tx.cashier.enterBalance(bank, period, AUDITORS_COPY, closing);
		const { events } = await execute(api, officers.auditor, call);
		return pick(events, 'cashier', 'BalanceEntered')[0].data.confirmed.isTrue;
	};

	before(async () => {
		community = await foundCommunity(SAMPLE_ROSTER, 'Office', '--trial');
		node = await community.start('--sealing', 'manual');
		api = await node.connect();
		officers = community.officers();
		await timeTravel(api, `${YEAR - 1}-12-20T10:00:00+08:00`);
		await newBlock(api);
		const homes = new Map(
			unitsOf(community)
				.filter(({ kind }) => kind === 'residential')
				.map((unit) => [unit.id, unit]),
		);
		const names = ['first', 'absent', 'early', 'tardy', 'keeper', 'breaker', 'silent', 'builder', 'keyless'];
		const few = ownersOf(community)
			.filter(({ units }) => units.length === 1 && homes.has(units[0]))
			.slice(0, names.length)
			.map(({ id, pair, area, units: [unit] }) => ({ id, pair, area, unit, fee: (area * 280n + 50n) / 100n }));
		assert.equal(few.length, names.length, 'the roster has too few owners of one home');
		people = Object.fromEntries(names.map((name, place) => [name, few[place]]));
	});

	after(() => node?.stop());

	test('the office opens a second bank account, and the owners decide on the new bin store', async () => {
		await decide(api.tx.cashier.openBank(RESERVE, LABEL, DOCUMENT));
		atBank[RESERVE] += RESERVE_MONEY;
		const money = api.tx.cashier.receiveForPot(RESERVE, REPAIR_POT, RESERVE_MONEY, reference(), null);
		await execute(api, officers.cashier, money);
		const terms = {
			pot: OPERATING_POT,
			basis: { OneOff: { kinds: ['Residential'] } },
			buildings: null,
			period: 'Month',
			dueDays: 15,
			graceDays: 30,
			lateRate: { numerator: 5, denominator: 10_000 },
			lateCap: { numerator: 30, denominator: 100 },
			discount: { fraction: { numerator: 5, denominator: 100 }, days: 10 },
		};
		await decide(api.tx.fees.createCharge(terms, BIN_STORE_PRICE, JANUARY, []));
		// The first receipt of an account begins its months.
		const { manager } = officers;
		await receive(DAILY, { pair: manager }, OFFICE_MONEY);
		const { absent, silent, ...joining } = people;
		await claimAll(api, community, Object.values(joining));
		await assertBooksBalance(api);
	});

	test('a page of the bank statement is booked at once; one line has a wrong unit and is refused, and said so', async () => {
		const { first, absent } = people;
		await passTo(api, at('01-01', '00:00:01'));
		await passTo(api, at('01-05'));
		assert.deepEqual(await owed(billKey(absent, PROPERTY_FEE)), [absent.fee, 0n]);
		const ofAbsent = absent.fee + BIN_STORE_PRICE - BIN_STORE_DISCOUNT + ABSENT_REST;
		const mistyped = { to: { Unit: 999_999 }, amount: 25_000n, reference: reference(), value: at('01-04') };
		const lines = [
			{ to: { Account: first.pair.address }, amount: 70_000n, reference: reference(), value: at('01-03') },
			{ to: { Unit: absent.unit }, amount: ofAbsent, reference: reference(), value: at('01-04') },
			mistyped,
			{ to: { Pot: COMMON_INCOME }, amount: 123_456n, reference: reference(), value: at('01-04') },
		];
		const { events } = await execute(api, officers.cashier, api.tx.cashier.receiveBatch(DAILY, PAGE, lines, 64));
		const [{ data: batch }] = pick(events, 'cashier', 'BatchBooked');
		assert.deepEqual([batch.booked.toNumber(), batch.refused.toNumber()], [3, 1]);
		assert.equal(batch.amount.toBigInt(), 70_000n + ofAbsent + 123_456n);
		const [{ data: refused }, ...others] = pick(events, 'cashier', 'LineRefused');
		assert.equal(others.length, 0);
		assert.equal(refused.line.toNumber(), 2, 'the third line of the page was refused');
		assert.equal(refused.reference.unwrap().toHex(), await keyOf(DAILY, mistyped.reference));
		const { section, name } = api.registry.findMetaError(refused.error.asModule);
		assert.equal(`${section}.${name}`, 'fees.UnitNotFound');

		// Nothing of that line was booked: with the right unit it is, under the same reference.
		const mended = api.tx.cashier.receiveForUnit(
			DAILY,
			first.unit,
			mistyped.amount,
			mistyped.reference,
			mistyped.value,
			64,
		);
		await execute(api, officers.cashier, mended);
		await refuse(api, officers.cashier, mended, 'cashier.ReferenceAlreadyUsed');
		atBank[DAILY] += 70_000n + ofAbsent + mistyped.amount + 123_456n;
		await assertBooksBalance(api);
	});

	test('a unit whose owner has not joined pays its bills, with the discount; the rest is kept for the owner', async () => {
		const { absent } = people;
		for (const charge of [PROPERTY_FEE, BIN_STORE]) {
			assert.deepEqual(await owed(billKey(absent, charge)), [0n, 0n]);
		}
		const { bill } = await viewBill(billKey(absent, BIN_STORE));
		assert.equal(bill.discount.toBigInt(), BIN_STORE_DISCOUNT);
		const kept = (await api.call.feesApi.unitMoney(absent.unit, absent.id)).unwrap();
		assert.equal(kept.free.toBigInt() + kept.prepaid.toBigInt(), ABSENT_REST);
		assert.ok(kept.prepaid.toBigInt() > 0n && kept.free.toBigInt() > 0n, 'more came than can be prepaid');
	});

	test('a transfer that the bank had in time gets the discount, though it was booked late; a late one does not', async () => {
		const { early, tardy } = people;
		// Bills are of 1 January; ten days end with the 11th.
		await passTo(api, at('01-14'));
		const discounted = BIN_STORE_PRICE - BIN_STORE_DISCOUNT;
		await receive(DAILY, early, discounted + FEES, at('01-10'));
		await receive(DAILY, tardy, BIN_STORE_PRICE + FEES, at('01-12'));
		const payFor = (home, amount) =>
			execute(api, home.pair, api.tx.fees.pay(home.unit, amount, [billKey(home, BIN_STORE)]));
		const { events } = await payFor(early, discounted);
		assert.equal(pick(events, 'fees', 'DiscountGiven')[0].data.amount.toBigInt(), BIN_STORE_DISCOUNT);
		assert.deepEqual(await owed(billKey(early, BIN_STORE)), [0n, 0n]);
		await payFor(tardy, discounted);
		assert.deepEqual(await owed(billKey(tardy, BIN_STORE)), [BIN_STORE_DISCOUNT, 0n]);
		await payFor(tardy, BIN_STORE_DISCOUNT);
		assert.deepEqual(await owed(billKey(tardy, BIN_STORE)), [0n, 0n]);
		await assertBooksBalance(api);
	});

	test('one household is billed for a lost key, by two people', async () => {
		const { manager, auditor } = officers;
		const { keyless } = people;
		const terms = { unit: keyless.unit, pot: OPERATING_POT, amount: KEY, dueDays: 7, reason: EVIDENCE };
		const { events: proposed } = await execute(api, manager, api.tx.fees.proposeBill(terms));
		const { proposal } = pick(proposed, 'fees', 'BillProposed')[0].data;
		await refuse(api, manager, api.tx.fees.approveBill(proposal, terms), 'BadOrigin');
		await refuse(api, auditor, api.tx.fees.approveBill(proposal, { ...terms, amount: KEY + 1n }), 'fees.BillMismatch');
		const { events } = await execute(api, auditor, api.tx.fees.approveBill(proposal, terms));
		const { bill } = pick(events, 'fees', 'BillApproved')[0].data;
		keyBill = bill;
		assert.deepEqual(await owed(keyBill), [KEY, 0n]);
		await receive(DAILY, keyless, KEY + PAYOUT + FEES);
		const paid = await execute(api, keyless.pair, api.tx.fees.pay(keyless.unit, KEY, [keyBill]));
		keyPayment = pick(paid.events, 'fees', 'PaymentMade')[0].data.payment;
		assert.deepEqual(await owed(keyBill), [0n, 0n]);
	});

	test('an official invoice is issued for it, once; it is voided by two people and issued anew', async () => {
		const { manager, auditor } = officers;
		const record = (number, amount) =>
			api.tx.fees.recordInvoice(number, DOCUMENT, [{ payment: keyPayment, bill: keyBill, amount }]);
		await refuse(api, manager, record(INVOICE, KEY + 1n), 'fees.InvoiceTooLarge');
		await execute(api, manager, record(INVOICE, KEY));
		await refuse(api, manager, record(NEW_INVOICE, 1n), 'fees.InvoiceTooLarge');
		await execute(api, manager, api.tx.fees.proposeVoid(INVOICE, RED_INVOICE, REASON));
		await refuse(api, manager, api.tx.fees.approveVoid(INVOICE, RED_INVOICE), 'BadOrigin');
		const { events } = await execute(api, auditor, api.tx.fees.approveVoid(INVOICE, RED_INVOICE));
		assert.equal(pick(events, 'fees', 'InvoiceVoided').length, 1);
		// Numbers are used once, ever.
		for (const used of [INVOICE, RED_INVOICE]) {
			await refuse(api, manager, record(used, KEY), 'fees.InvoiceAlreadyRecorded');
		}
		await execute(api, manager, record(NEW_INVOICE, KEY));
		const numbers = [...(await api.call.feesApi.invoicesOfBill(keyBill))].map((number) => number.toHex()).sort();
		assert.deepEqual(numbers, [INVOICE, NEW_INVOICE]);
	});

	test('a household that renovates leaves a deposit; a part is kept for a scratched lift', async () => {
		const { builder } = people;
		const { manager } = officers;
		await passTo(api, at('01-18'));
		await receive(DAILY, builder, DEPOSIT + FEES);
		const { events } = await execute(api, builder.pair, api.tx.deposits.place(builder.unit, DEPOSIT, EVIDENCE));
		const { deposit } = pick(events, 'deposits', 'DepositPlaced')[0].data;
		// All that households left as deposits is a line of its own among the balances.
		const file = join(temporaryFolder('deposits'), 'books.csv');
		const range = ['--from', `${YEAR}-01-18`, '--to', `${YEAR}-01-18`, '--format', 'csv', '--out', file];
		const exported = await runTool('linli-books', 'export', '--url', node.url, ...range);
		assert.equal(exported.status, 0, exported.output);
		const balances = readFileSync(file.replace('.csv', '-accounts.csv'), 'utf8');
		assert.match(balances, /^deposit,,Refundable deposits of households,1500\.00,150000\r?$/m);
		const free = await fen(builder.pair);
		await execute(api, builder.pair, api.tx.deposits.requestReturn(deposit));
		await passTo(api, at('01-19'));
		await execute(api, manager, api.tx.deposits.claim(deposit, DAMAGE, EVIDENCE));
		await refuse(api, builder.pair, api.tx.deposits.accept(deposit, DAMAGE - 1n), 'deposits.TermsMismatch');
		const before = await potBalance(OPERATING_POT);
		const settled = await execute(api, builder.pair, api.tx.deposits.accept(deposit, DAMAGE));
		const [{ data }] = pick(settled.events, 'deposits', 'DepositSettled');
		assert.deepEqual([data.kept.toBigInt(), data.returned.toBigInt()], [DAMAGE, DEPOSIT - DAMAGE]);
		assert.ok((await fen(builder.pair)) >= free - FEES, 'the rest is free again');
		assert.ok((await potBalance(OPERATING_POT)) >= before + DAMAGE);
		await assertBooksBalance(api);
	});

	test('two households that cannot pay at once agree on instalments with the manager', async () => {
		const { keeper, breaker } = people;
		await passTo(api, at('01-20'));
		const agree = async (home) => {
			const owes = home.fee + BIN_STORE_PRICE;
			const instalments = [
				{ due: at('02-20'), amount: 15_000n },
				{ due: at('03-20'), amount: owes - 15_000n },
			];
			const bills = [PROPERTY_FEE, BIN_STORE].map((charge) => billKey(home, charge));
			// The bank's money is there before the first instalment.
			await receive(DAILY, home, 15_000n + FEES);
			const propose = (parts) => api.tx.fees.proposePlan(home.unit, bills, parts);
			await refuse(api, home.pair, propose([instalments[0]]), 'fees.InstalmentsMismatch');
			const { events } = await execute(api, home.pair, propose(instalments));
			const { plan } = pick(events, 'fees', 'PlanProposed')[0].data;
			await refuse(api, home.pair, api.tx.fees.acceptPlan(home.unit, plan), 'fees.OwnPlan');
			await execute(api, officers.manager, api.tx.fees.acceptPlan(home.unit, plan));
			return plan;
		};
		keptPlan = await agree(keeper);
		brokenPlan = await agree(breaker);
		brokenPlanBegan = await now(api);
	});

	test('the owner without an account joins, and claims what was kept', async () => {
		const { absent } = people;
		await passTo(api, at('01-25'));
		await claimAll(api, community, [absent]);
		const { free, prepaid } = (await api.call.feesApi.unitMoney(absent.unit, absent.id)).unwrap();
		const claim = (amount, release) => api.tx.fees.claimUnitMoney(absent.unit, amount, release);
		await refuse(api, people.first.pair, claim(null, prepaid), 'fees.InsufficientUnitMoney');
		// What is free costs nothing to claim: the account of an owner who joins is empty.
		await execute(api, absent.pair, claim(null, 0));
		assert.equal(await fen(absent.pair), free.toBigInt());
		await execute(api, absent.pair, claim(prepaid, prepaid));
		const cost = free.toBigInt() + prepaid.toBigInt() - (await fen(absent.pair));
		assert.ok(cost >= 0n && cost < FEES, 'all of it but the fee');
		assert.equal(free.toBigInt() + prepaid.toBigInt(), ABSENT_REST);
		await readStatement(api, absent.unit);
		await assertBooksBalance(api);
	});

	test('interest is divided among the pots by what each has, and the bank takes its charge by two people', async () => {
		const { cashier, auditor } = officers;
		await passTo(api, at('01-28'));
		const pots = [OPERATING_POT, REPAIR_POT, COMMON_INCOME];
		const before = await Promise.all(pots.map(potBalance));
		const all = before.reduce((sum, balance) => sum + balance, 0n);
		// Rounded down; what is left goes to the largest remainders, a fen each.
		const parts = before.map((balance) => (INTEREST * balance) / all);
		const left = INTEREST - parts.reduce((sum, part) => sum + part, 0n);
		const byRemainder = [...pots].sort((one, other) =>
			Number(((INTEREST * before[other]) % all) - ((INTEREST * before[one]) % all)),
		);
		for (const pot of byRemainder.slice(0, Number(left))) {
			parts[pot] += 1n;
		}
		await execute(api, cashier, api.tx.cashier.recordInterest(RESERVE, INTEREST, reference(), null));
		atBank[RESERVE] += INTEREST;
		// The fees of the block are in the operating pot, too; the cashier's calls are free.
		assert.deepEqual(
			await Promise.all(pots.map(potBalance)),
			before.map((balance, pot) => balance + parts[pot]),
		);

		const printed = reference();
		const key = await keyOf(RESERVE, printed);
		await execute(api, cashier, api.tx.cashier.proposeCharge(RESERVE, BANK_CHARGE, printed, null));
		const approve = (pot) => api.tx.cashier.approveCharge(key, pot, BANK_CHARGE);
		await refuse(api, cashier, approve(OPERATING_POT), 'BadOrigin');
		await refuse(api, auditor, approve(REPAIR_POT), 'cashier.TermsMismatch');
		const inPot = await potBalance(OPERATING_POT);
		await execute(api, auditor, approve(OPERATING_POT));
		assert.equal(await potBalance(OPERATING_POT), inPot - BANK_CHARGE);
		atBank[RESERVE] -= BANK_CHARGE;

		// What the repair fund's account lent for the charge comes from the other account.
		const [out, incoming] = [reference(), reference()];
		const transfer = api.tx.cashier.recordTransfer([DAILY, out], [RESERVE, incoming], BANK_CHARGE, null);
		await execute(api, cashier, transfer);
		atBank[DAILY] -= BANK_CHARGE;
		atBank[RESERVE] += BANK_CHARGE;
		await assertBooksBalance(api);
	});

	test('December agrees in both bank accounts: cashier and auditor say so independently', async () => {
		const { auditor } = officers;
		const closing = [OFFICE_MONEY, RESERVE_MONEY];
		assert.equal(await attest(DAILY, DECEMBER, closing[DAILY]), 0n);
		assert.equal(await attest(RESERVE, DECEMBER, closing[RESERVE]), 0n);
		await refuse(api, auditor, api.tx.fund.closeMonth(DECEMBER), 'fund.MonthNotConfirmed');
		for (const bank of [DAILY, RESERVE]) {
			assert.ok(await enterBalance(bank, DECEMBER, closing[bank]));
		}
		await execute(api, auditor, api.tx.fund.closeMonth(DECEMBER));
	});

	test('the last day of the month: a payout is booked before the bank makes it, a receipt is seen too late', async () => {
		const { keyless } = people;
		const { cashier } = officers;
		await passTo(api, at('01-31'));
		const asked = await execute(api, keyless.pair, api.tx.cashier.requestPayout(PAYOUT, LABEL));
		const { payout } = pick(asked.events, 'cashier', 'PayoutRequested')[0].data;
		const { events } = await execute(api, cashier, api.tx.cashier.orderPayout(DAILY, payout));
		const { order } = pick(events, 'cashier', 'PayoutOrdered')[0].data;
		const payoutReference = reference();
		await execute(api, cashier, api.tx.cashier.bookPaid(order, payoutReference, null));
		lateReference = reference();
		await passTo(api, at('02-01'));

		// On the statement of January: the receipt, but not the payout.
		atBank[DAILY] += LATE_RECEIPT;
		assert.equal(await attest(DAILY, JANUARY, atBank[DAILY]), LATE_RECEIPT + PAYOUT);
		assert.equal(await attest(RESERVE, JANUARY, atBank[RESERVE]), 0n);
		const items = [
			{
				kind: 'ReceivedByBank',
				amount: LATE_RECEIPT,
				value: at('01-31'),
				reference: await keyOf(DAILY, lateReference),
			},
			{
				kind: 'PaymentBooked',
				amount: PAYOUT,
				value: at('01-31'),
				reference: await keyOf(DAILY, payoutReference),
			},
		];
		const explain = (lines) => api.tx.cashier.explain(DAILY, JANUARY, lines);
		const wrong = { ...items[1], kind: 'PaidByBank' };
		await refuse(api, cashier, explain([wrong]), 'cashier.ItemMismatch');
		const unexplained = async (lines) => {
			const explained = await execute(api, cashier, explain(lines));
			return pick(explained.events, 'cashier', 'DifferenceExplained')[0].data.unexplained.toBigInt();
		};
		assert.equal(await unexplained([items[0]]), PAYOUT);
		assert.equal(await unexplained(items), 0n);
	});

	test('the auditor misreads the statement, corrects it, and closes January', async () => {
		const { auditor } = officers;
		const close = api.tx.fund.closeMonth(JANUARY);
		assert.ok(await enterBalance(RESERVE, JANUARY, atBank[RESERVE]));
		assert.ok(!(await enterBalance(DAILY, JANUARY, atBank[DAILY] - 9n)), 'the two figures differ');
		await refuse(api, auditor, close, 'fund.MonthNotConfirmed');
		assert.ok(await enterBalance(DAILY, JANUARY, atBank[DAILY]));
		const { events } = await execute(api, auditor, close);
		const [{ data }] = pick(events, 'fund', 'MonthClosed');
		assert.equal(data.difference.toBigInt(), LATE_RECEIPT + PAYOUT);
	});

	test('what was outstanding is booked in February', async () => {
		const { silent, keyless } = people;
		const { cashier } = officers;
		await passTo(api, at('02-03'));
		const left = async () =>
			[...(await api.call.cashierApi.outstanding(DAILY, JANUARY))].map(([, fen]) => fen.toBigInt());
		assert.deepEqual(await left(), [LATE_RECEIPT, PAYOUT]);
		// The payment is known by its reference, and it was booked all along: the bank makes it on 1 February.
		atBank[DAILY] -= PAYOUT;
		const receipt = api.tx.cashier.receive(DAILY, keyless.pair.address, LATE_RECEIPT, lateReference, at('01-31'));
		await execute(api, cashier, receipt);
		assert.deepEqual(await left(), [0n, PAYOUT]);
		assert.deepEqual(await owed(billKey(silent, PROPERTY_FEE)), [silent.fee, 0n]);
		await assertBooksBalance(api);
	});

	test('of two first instalments one is paid: three days after it was due, the other plan is broken', async () => {
		const { keeper, breaker } = people;
		await passTo(api, at('02-19'));
		await payIn(keeper, 15_000n);
		await passTo(api, brokenAt - 60_000);
		const standing = async ({ unit }) => (await api.call.feesApi.unitPlan(unit)).unwrap().standing;
		assert.equal((await standing(breaker)).asKept.due.toBigInt(), 15_000n);
		await passTo(api, brokenAt);
		assert.ok((await standing(breaker)).isBroken);
		assert.equal((await standing(keeper)).asKept.due.toBigInt(), 0n);
	});

	test('February agrees again in both bank accounts', async () => {
		await passTo(api, at('03-01'));
		assert.equal(await attest(DAILY, FEBRUARY, atBank[DAILY]), 0n);
		assert.equal(await attest(RESERVE, FEBRUARY, atBank[RESERVE]), 0n);
	});

	test('a plan that is kept costs no late fee; of the broken one it runs again from the day it was broken', async () => {
		const { keeper, breaker, silent } = people;
		await passTo(api, at('03-19'));
		const rest = keeper.fee + BIN_STORE_PRICE - 15_000n;
		await receive(DAILY, keeper, rest);
		await payIn(keeper, rest);
		const { id, standing } = (await api.call.feesApi.unitPlan(keeper.unit)).unwrap();
		assert.equal(id.toNumber(), keptPlan.toNumber());
		assert.ok(standing.isCompleted);
		for (const charge of [PROPERTY_FEE, BIN_STORE]) {
			assert.deepEqual(await owed(billKey(keeper, charge)), [0n, 0n]);
			assert.equal(
				(await viewBill(billKey(keeper, charge))).bill.late.charged.toBigInt(),
				0n,
				'no late fee while kept',
			);
		}

		await passTo(api, at('04-02'));
		// Due to the end of the 16th, grace to the end of 15 February.
		const graceEnds = at('02-16', '00:00:00');
		const days = (stopped) => Math.floor((nowAt - stopped - graceEnds) / DAY);
		const nowAt = await now(api);
		assert.equal(days(0), 45);
		assert.deepEqual(await owed(billKey(silent, PROPERTY_FEE)), [silent.fee, lateFee(silent.fee, days(0))]);
		const late = days(brokenAt - brokenPlanBegan);
		assert.ok(late > 0 && late < 45);
		assert.deepEqual(await owed(billKey(breaker, PROPERTY_FEE)), [breaker.fee, lateFee(breaker.fee, late)]);
		const { events } = await execute(api, breaker.pair, api.tx.fees.pay(breaker.unit, 15_000n, null));
		const [{ data }] = pick(events, 'fees', 'PlanEnded');
		assert.equal(data.plan.toNumber(), brokenPlan.toNumber());
		assert.ok(data.reason.isBroken);
		await assertBooksBalance(api);
	});

	test('the report of January explains the difference item by item, in both languages', async () => {
		const shown = {
			en: [/Received by the bank, not booked/, /Payment booked, not on the statement/, /Unexplained/],
			zh: [/银行已收，账面未收/, /账面已付，银行未付/, /未说明/],
		};
		for (const [lang, words] of Object.entries(shown)) {
			const file = join(temporaryFolder('report'), `january.${lang}.html`);
			const args = ['--url', node.url, '--month', `${YEAR}-01`, '--lang', lang, '--out', file];
			const written = await runTool('linli-books', 'report', ...args);
			assert.equal(written.status, 0, written.output);
			const html = readFileSync(file, 'utf8');
			for (const expected of [...words, /938\.88/, /888\.88/, /2027-01-31/]) {
				assert.match(html, expected);
			}
			assert.doesNotMatch(html, /of the difference is not explained|未说明原因/);
		}
	});

	test('every statement adds up, and the check accepts the exported books against the node', async () => {
		for (const home of Object.values(people)) {
			await readStatement(api, home.unit);
		}
		const day = new Date((await now(api)) + 8 * 3_600_000).toISOString().slice(0, 10);
		const file = join(temporaryFolder('books'), 'books.csv');
		await exportBooks(node.url, 'csv', ['--from', `${YEAR - 1}-12-01`, '--to', day], file);
	});
});
