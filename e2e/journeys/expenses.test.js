// SPDX-License-Identifier: Apache-2.0

// A year's budget is decided and lived by: expenses, an emergency, a month that is closed, money that is followed, books that are
// exported, checked and printed. Every fen is reckoned again.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Keyring } from '@polkadot/api';
import {
	AGENDA,
	assertCounted,
	castAll,
	close,
	DAY,
	enact,
	PLACE,
	passTime,
	question,
	when,
} from '../support/assembly.js';
import { assertBooksBalance } from '../support/books.js';
import { now } from '../support/clock.js';
import { temporaryFolder } from '../support/node.js';
import { foundSpenders } from '../support/spenders.js';
import { followBothWays, potsByEvents, shareStatement } from '../support/spending.js';
import { exportBooks, runTool } from '../support/tools.js';
import { execute, pick, refuse } from '../support/transactions.js';

const ORDINARY = 0;
const PROPERTY_FEE = 0;
const [OPERATING_POT, REPAIR_POT] = [0, 1];
// Proposals, in the order in which they are made.
const [ELECTION, BUDGET_DECISION] = [0, 1];
const YEAR = 2027;
const [GARDENS, CLEANING] = [0, 1];
const GARDENS_CAP = 1_200_000n;
// Expenses, in the order in which they are proposed.
const [GARDENER, CLEANER, LIFT_STOPS] = [0, 1, 2];
const month = (number, year = YEAR) => ({ year, month: number });
const hash = (byte) => `0x${byte.repeat(32)}`;
const [EVIDENCE, REPORT, STATEMENT] = ['11', '12', '15'].map(hash);
const [INVOICE, OTHER_INVOICE, EMERGENCY_INVOICE, LATER_INVOICE] = ['20', '21', '22', '23'].map(hash);

describe('a budget is decided and lived by', { timeout: 600_000 }, () => {
	let scene;
	let node;
	let api;
	let officers;
	/** All owners with power, those who joined, and the committee's members among them. */
	let owners;
	let voters;
	let members;
	/** A building, its units, and those of its owners who joined. */
	let building;
	let related;
	let joined;
	/** The shares in the repair fund as they should be. */
	let shares;

	const sum = (list) => list.reduce((total, value) => total + value, 0n);
	const fen = (pair) => scene.fen(pair);
	const agree = (...calls) => scene.agree(...calls);
	const reference = () => scene.reference();
	const receive = (pair, amount) => scene.receive(pair, amount);
	const termsOf = async (expense) => (await api.call.expensesApi.terms(expense)).unwrap();
	/** The month that the community's clock shows. */
	const currentMonth = async () => {
		const date = new Date((await now(api)) + 8 * 3_600_000);
		return month(date.getUTCMonth() + 1, date.getUTCFullYear());
	};

	before(async () => {
		scene = await foundSpenders('Budget');
		({ node, api, officers, owners, voters, building, related, joined, shares } = scene);
	});

	after(() => node?.stop());

	test('owners join, and a committee is elected', async () => {
		await scene.assemble(ELECTION);
		({ members } = scene);
	});

	test('neighbours pay into the repair fund', async () => {
		const byId = new Map(related.map((unit) => [unit.id, unit]));
		const own = (owner) => owner.units.map((id) => ({ owner, id, amount: shares.firstDeposit(byId.get(id)) }));
		await scene.payIn(joined.flatMap(own));
		await shares.check(api);
	});

	test('all owners decide on the budget', async () => {
		const setBudget = api.tx.expenses.setBudget(YEAR, [
			{ name: 'Gardens', pot: OPERATING_POT, cap: GARDENS_CAP },
			{ name: 'Cleaning', pot: OPERATING_POT, cap: 300_000n },
		]);
		const propose = async (call, electorate) =>
			api.tx.governance.propose(await question(api, officers.manager, call), ORDINARY, electorate, AGENDA, PLACE);
		await agree(await propose(setBudget, null));
		await passTime(api, await when(api, BUDGET_DECISION, 'Announced', 'opens'));
		await castAll(
			api,
			voters.map((owner) => [BUDGET_DECISION, owner, 'For']),
		);
		const budget = await close(api, officers.manager, BUDGET_DECISION);
		assertCounted(budget, new Map(voters.map((owner) => [owner, 'For'])), owners);
		const set = await enact(api, officers.manager, BUDGET_DECISION);
		assert.equal(pick(set, 'expenses', 'BudgetSet')[0].data.decision.unwrap().toNumber(), BUDGET_DECISION);
	});

	test('expenses: proposed by one, approved by others, paid once, and never over the line', async () => {
		const gardener = new Keyring({ type: 'sr25519' }).addFromUri('//gardener');
		const incurred = await currentMonth();
		const propose = (line, payee, amount, invoice) => {
			const stated = { hash: invoice, total: amount };
			return api.tx.expenses.propose(YEAR, line, payee, amount, stated, incurred, 'Nobody');
		};
		const toGardener = (amount, invoice) => propose(GARDENS, { Account: gardener.address }, amount, invoice);
		const amount = 480_000n;
		await refuse(api, members[0].pair, toGardener(amount, INVOICE), 'BadOrigin');
		const { events } = await execute(api, officers.manager, toGardener(amount, INVOICE));
		const [{ data }] = pick(events, 'expenses', 'ExpenseProposed');
		assert.equal(data.expense.toNumber(), GARDENER);
		assert.ok(data.needs.isCommittee);
		await refuse(api, officers.manager, toGardener(amount, INVOICE), 'expenses.InvoiceAlreadyUsed');
		await refuse(api, officers.manager, toGardener(1n, INVOICE), 'expenses.InvoiceTotalMismatch');
		const rest = GARDENS_CAP - amount;
		await refuse(api, officers.manager, toGardener(rest + 1n, OTHER_INVOICE), 'expenses.InsufficientBudget');
		const toCleaner = propose(CLEANING, { Bank: hash('ba') }, 150_000n, OTHER_INVOICE);
		await execute(api, officers.manager, toCleaner);

		const [one, other] = await Promise.all([GARDENER, CLEANER].map(termsOf));
		const approve = (expense, terms) => api.tx.expenses.approveAsCommittee(expense, terms);
		const pay = api.tx.expenses.pay(GARDENER, 0);
		await refuse(api, members[0].pair, approve(GARDENER, one), 'BadOrigin');
		await refuse(api, members[0].pair, pay, 'expenses.NotApproved');
		await agree(approve(GARDENER, one), approve(CLEANER, other));

		// The pot has nothing yet: that is kept, and tried again.
		const [failed] = pick((await execute(api, members[0].pair, pay)).events, 'expenses', 'PaymentFailed');
		assert.equal(failed.data.expense.toNumber(), GARDENER);
		await execute(api, officers.cashier, api.tx.cashier.receiveForPot(0, OPERATING_POT, 1_000_000n, reference(), null));
		await execute(api, members[0].pair, pay);
		assert.equal(await fen(gardener), amount);
		await refuse(api, members[0].pair, pay, 'expenses.AlreadyConcluded');

		const order = api.tx.expenses.orderPayment(0, CLEANER, 0);
		await refuse(api, members[0].pair, api.tx.expenses.pay(CLEANER, 0), 'expenses.NotPaidOnChain');
		await refuse(api, officers.manager, order, 'BadOrigin');
		const { issuance } = await assertBooksBalance(api);
		await execute(api, officers.cashier, order);
		// The money has left the pot, but not the chain: the bank has not paid yet, and nobody can stop it.
		assert.equal((await assertBooksBalance(api)).issuance, issuance);
		await refuse(api, officers.manager, api.tx.expenses.withdraw(CLEANER), 'expenses.PaymentInProgress');
		const { state } = (await api.call.expensesApi.expense(CLEANER)).unwrap();
		const bookPaid = (used) => api.tx.cashier.bookPaid(state.asInExecution.order, used, null);
		await refuse(api, officers.cashier, bookPaid('ICBC-2026-1001'), 'cashier.ReferenceAlreadyUsed');
		await execute(api, officers.cashier, bookPaid(reference()));
		assert.equal((await assertBooksBalance(api)).issuance, issuance - 150_000n);

		const { lines } = (await api.call.expensesApi.budget(YEAR)).unwrap();
		assert.deepEqual(
			lines.map(({ committed, spent }) => [committed.toBigInt(), spent.toBigInt()]),
			[
				[0n, amount],
				[0n, 150_000n],
			],
		);
	});

	test('an emergency: the committee is away, the auditor approves, and the audit comes late', async () => {
		const { manager, auditor } = officers;
		const repairer = new Keyring({ type: 'sr25519' }).addFromUri('//repairer');
		const tenth = shares.sum() / 10n + 1n;
		const amount = tenth < 3_800_000n ? tenth : 3_800_000n;
		const incurred = await currentMonth();
		const payee = { Account: repairer.address };
		const on = { In: [building] };
		const propose = (cost) => {
			const stated = { hash: EMERGENCY_INVOICE, total: cost };
			return api.tx.expenses.proposeEmergency('Lift', REPAIR_POT, payee, cost, stated, EVIDENCE, on, incurred);
		};
		await refuse(api, manager, propose(5_000_001n), 'expenses.EmergencyCapExceeded');
		await execute(api, manager, propose(amount));
		const stored = async () => (await api.call.expensesApi.expense(LIFT_STOPS)).unwrap();
		const { purpose, proposed } = await stored();
		const approve = api.tx.expenses.approveEmergencyAsAuditor(LIFT_STOPS, await termsOf(LIFT_STOPS));
		await refuse(api, auditor, approve, 'expenses.CommitteePeriodRunning');
		const until = purpose.asEmergency.committeeUntil.toNumber();
		assert.equal(until, proposed.toNumber() + 7 * DAY);
		await passTime(api, until);
		await refuse(api, manager, approve, 'BadOrigin');
		await execute(api, auditor, approve);

		const pay = (units) => api.tx.expenses.pay(LIFT_STOPS, units);
		await refuse(api, members[0].pair, pay(related.length - 1), 'expenses.MaxUnitsTooLow');
		await execute(api, members[0].pair, pay(related.length));
		assert.equal(await fen(repairer), amount);
		shares.divide(-amount, related);
		await shares.check(api);

		const audit = async () => (await api.call.expensesApi.auditState(LIFT_STOPS)).unwrap();
		const overdue = async () => (await api.call.expensesApi.overdueAudits(null, 10)).map((key) => key.toJSON());
		const due = (await audit()).asDue.by.toNumber();
		assert.equal(due, (await stored()).state.asPaid.at.toNumber() + 30 * DAY);
		await passTime(api, due);
		assert.ok((await audit()).isDue);
		assert.deepEqual(await overdue(), []);
		await passTime(api, due + DAY);
		assert.equal((await audit()).asOverdue.since.toNumber(), due);
		assert.deepEqual(await overdue(), [[due, LIFT_STOPS]]);

		const file = api.tx.expenses.fileAudit(LIFT_STOPS, REPORT);
		await refuse(api, manager, file, 'BadOrigin');
		const { events } = await execute(api, auditor, file);
		assert.ok(pick(events, 'expenses', 'AuditFiled')[0].data.late.isTrue);
		assert.ok((await audit()).asFiled.late.isTrue);
		assert.deepEqual(await overdue(), []);
		await refuse(api, auditor, file, 'expenses.AlreadyAudited');
		await assertBooksBalance(api);
	});

	test('a month is closed for good, by the auditor and not by the cashier', async () => {
		const { manager, cashier, auditor } = officers;
		const closeMonth = (period) => api.tx.fund.closeMonth(period);
		const [december, january] = [month(12, YEAR - 1), month(1)];
		await refuse(api, auditor, closeMonth(january), 'fund.MonthNotAttested');
		await refuse(api, auditor, closeMonth(await currentMonth()), 'fund.MonthNotOver');
		// What the bank received before the new year; in January it received nothing.
		const closing = 50_000n;
		const attest = (period, bank) => api.tx.cashier.attest(0, period, STATEMENT, bank);
		await refuse(api, auditor, attest(december, closing), 'BadOrigin');
		await execute(api, cashier, attest(december, closing));
		await execute(api, cashier, attest(january, closing));
		await refuse(api, cashier, attest(january, closing), 'cashier.AlreadyAttested');
		await refuse(api, auditor, closeMonth(january), 'fund.MonthNotConfirmed');
		await execute(api, auditor, api.tx.cashier.enterBalance(0, january, STATEMENT, closing));
		await refuse(api, cashier, closeMonth(january), 'BadOrigin');
		const { events } = await execute(api, auditor, closeMonth(january));
		const [{ data }] = pick(events, 'fund', 'MonthClosed');
		assert.equal(data.difference.toBigInt(), 0n);
		assert.deepEqual((await api.call.fundApi.lastClosed()).toJSON(), january);
		for (const closed of [december, january]) {
			await refuse(api, auditor, closeMonth(closed), 'fund.MonthClosed');
		}
		await refuse(api, auditor, closeMonth(month(3)), 'fund.MonthOutOfOrder');

		const stated = { hash: LATER_INVOICE, total: 100n };
		const late = (incurred) =>
			api.tx.expenses.propose(YEAR, GARDENS, { Bank: hash('ba') }, 100n, stated, incurred, 'Nobody');
		await refuse(api, manager, late(january), 'expenses.MonthAlreadyClosed');
		await execute(api, manager, late(month(2)));
	});

	test('a unit reads where its money went', async () => {
		const [unit] = joined[0].units;
		const lines = await shareStatement(api, unit);
		assert.deepEqual(
			lines.map(([cause, amount]) => [cause, amount > 0n]),
			[
				['RepairDeposit', true],
				['Expense', false],
			],
		);
	});

	test('money can be followed from decision to invoice, and from a bill to its pot', async () => {
		const line = { budgetLine: { year: YEAR, line: CLEANING } };
		const decision = { decision: { proposal: BUDGET_DECISION } };
		const expense = { expense: { expense: CLEANER } };
		const found = await followBothWays(api, expense);
		const invoice = { invoice: { invoice: OTHER_INVOICE } };
		const approval = { approval: { expense: CLEANER, auditor: null } };
		assert.deepEqual(found.slice(0, 3), [line, invoice, approval]);
		const [entry, bankEntry] = found.slice(3);
		const [[, written]] = await api.call.fundApi.entries(OPERATING_POT, entry.entry.entry, 1);
		assert.equal(written.amount.toBigInt(), 150_000n);
		assert.ok(written.direction.isOut && written.cause.asExpense.expense.eq(CLEANER));
		const booked = (await api.call.cashierApi.bankEntry(bankEntry.bankEntry.reference)).unwrap();
		assert.ok(booked.kind.isOut);
		assert.deepEqual(await followBothWays(api, line), [decision, expense]);
		const lines = [GARDENS, CLEANING].map((of) => ({ budgetLine: { year: YEAR, line: of } }));
		assert.deepEqual(await followBothWays(api, decision), lines);

		const emergency = await followBothWays(api, { expense: { expense: LIFT_STOPS } });
		const byAuditor = { approval: { expense: LIFT_STOPS, auditor: officers.auditor.address } };
		assert.deepEqual(emergency[1], byAuditor);
		// A bill's payment, and the entries in the pot that it brought.
		const amountOf = async (/** @type {number[]} */ [pot, id]) =>
			(await api.call.fundApi.entries(pot, id, 1))[0][1].amount.toBigInt();
		const home = related.find(({ id }) => joined[1].units.includes(id));
		const [bill] = await api.call.feesApi.billsOf(home.id, true, null, 1);
		const key = { unit: home.id, charge: PROPERTY_FEE, period: bill.key.period.toJSON() };
		await execute(api, officers.cashier, receive(joined[1].pair, bill.owed.toBigInt()).call);
		const pay = api.tx.fees.pay(home.id, bill.owed, [key]);
		const { events } = await execute(api, joined[1].pair, pay);
		const { payment } = pick(events, 'fees', 'PaymentMade')[0].data;
		const links = await followBothWays(api, { payment: { payment: payment.toNumber() } });
		assert.deepEqual(links[0], { bill: { bill: key } });
		assert.ok(links.length > 1 && links.slice(1).every((link) => link.entry.pot === OPERATING_POT));
		const parts = await Promise.all(links.slice(1).map(({ entry: { pot, entry: id } }) => amountOf([pot, id])));
		assert.equal(sum(parts), bill.owed.toBigInt());
	});

	test('the books are exported, checked without the node, and are those of the chain', async () => {
		await assertBooksBalance(api);
		const byEvents = await potsByEvents(api);
		const folder = temporaryFolder('books');
		const day = new Date((await now(api)) + 8 * 3_600_000).toISOString().slice(0, 10);
		for (const format of ['csv', 'json']) {
			const file = join(folder, `books.${format}`);
			const range = ['--from', `${YEAR - 1}-12-01`, '--to', day];
			await exportBooks(node.url, format, range, file);
		}
		const text = readFileSync(join(folder, 'books.json'), 'utf8');
		const { pots } = JSON.parse(text);
		assert.deepEqual(
			pots.map(({ id, closingFen }) => [id, BigInt(closingFen)]),
			(await api.call.fundApi.pots()).map(([id, { balance }]) => [id.toNumber(), balance.toBigInt()]),
		);
		for (const { id, closingFen } of pots) {
			assert.equal(BigInt(closingFen), byEvents.get(id) ?? 0n, `pot ${id}`);
		}
		assert.equal(BigInt(pots[REPAIR_POT].closingFen), shares.sum());

		// One fen more somewhere, and the check says so.
		const { amountFen } = pots[REPAIR_POT].entries[0];
		const forged = join(folder, 'forged.json');
		writeFileSync(forged, text.replace(`"amountFen":"${amountFen}"`, `"amountFen":"${BigInt(amountFen) + 1n}"`));
		assert.equal((await runTool('linli-books', 'check', forged)).status, 1);

		// One fen more in a bank account's journal: the journal does not add up.
		const { tableRows } = JSON.parse(text);
		const line = tableRows['bank-0'].find(({ row }) => row === 'entry');
		const more = JSON.stringify({ ...line, amount_fen: `${BigInt(line.amount_fen) + 1n}` });
		assert.ok(text.includes(JSON.stringify(line)));
		writeFileSync(forged, text.replace(JSON.stringify(line), more));
		assert.equal((await runTool('linli-books', 'check', forged)).status, 1);

		// Another payee: the file adds up, and is not the chain's.
		const [payee, other] = [pots[OPERATING_POT].entries, pots[REPAIR_POT].entries].map(
			(entries) => entries.find(({ counterparty }) => counterparty !== null).counterparty,
		);
		assert.notEqual(payee, other);
		writeFileSync(forged, text.replace(`"counterparty":"${payee}"`, `"counterparty":"${other}"`));
		assert.equal((await runTool('linli-books', 'check', forged)).status, 0);
		const compared = await runTool('linli-books', 'check', '--node', node.url, forged);
		assert.equal(compared.status, 1, compared.output);
		assert.ok(compared.output.includes(`the file has "${other}", the chain has "${payee}"`), compared.output);
	});

	test('a month is printed, and agrees with the chain', async () => {
		// The month whose books were closed, and the one that runs.
		const closed = (await api.call.fundApi.lastClosed()).unwrap().toJSON();
		const name = ({ year, month: number }) => `${year}-${String(number).padStart(2, '0')}`;
		const folder = temporaryFolder('report');
		const print = async (of, lang) => {
			const file = join(folder, `${name(of)}.${lang}.html`);
			const report = await runTool(
				'linli-books',
				'report',
				'--url',
				node.url,
				'--month',
				name(of),
				'--lang',
				lang,
				'--out',
				file,
			);
			assert.equal(report.status, 0, report.output);
			return readFileSync(file, 'utf8');
		};
		const yuan = (amount) => {
			const [whole, rest] = [amount / 100n, amount % 100n];
			return `${whole.toLocaleString('en')}.${String(rest).padStart(2, '0')}`;
		};
		for (const lang of ['en', 'zh']) {
			const page = await print(closed, lang);
			for (const pot of [OPERATING_POT, REPAIR_POT]) {
				const book = (await api.call.fundApi.month(pot, closed)).unwrap();
				assert.ok(page.includes(yuan(book.opening.toBigInt())), `the opening of pot ${pot}`);
			}
			assert.ok(!page.includes('<script'));
		}
		const page = await print(await currentMonth(), 'en');
		const { overdue } = await api.call.feesApi.arrears(0, 100);
		assert.ok(overdue.toBigInt() > 0n);
		assert.match(page, /Arrears: [\d,.]+ past due/);
		assert.ok(page.includes(yuan(shares.sum())), 'what belongs to units');
	});
});
