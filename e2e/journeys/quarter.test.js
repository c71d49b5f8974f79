// SPDX-License-Identifier: Apache-2.0

// A bad quarter: a rate with a zero too many is billed to every home, a bank transfer bounces, money is booked to the
// wrong account and paid for the wrong home, a home is sold, the chain stands still for nine days, an inspector
// vanishes, and a meter is replaced. All of it is mended, and every fen is reckoned again.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Keyring } from '@polkadot/api';
import {
	AGENDA,
	castAll,
	close,
	DAY,
	enact,
	PLACE,
	passTime,
	question,
	refusedWithoutMoney,
	when,
} from '../support/assembly.js';
import { assertBooksBalance, bankByMonth, readStatement } from '../support/books.js';
import { newBlock, now, passTo, standStill } from '../support/clock.js';
import { executeAll } from '../support/crowd.js';
import { temporaryFolder } from '../support/node.js';
import { foundSpenders } from '../support/spenders.js';
import { follow, followBothWays, unitsOf } from '../support/spending.js';
import { exportBooks } from '../support/tools.js';
import { execute, pick, refuse } from '../support/transactions.js';

/** @typedef {{ right: bigint, wrong: bigint }} Bills January's bill as it should be and as it was, in fen. */

const ORDINARY = 0;
const PROPERTY_FEE = 0;
const [OPERATING_POT, REPAIR_POT] = [0, 1];
// Proposals, in the order in which they are made.
const [ELECTION, ROOF_DECISION, ROOF_RULING] = [0, 1, 2];
const YEAR = 2027;
const month = (number, year = YEAR) => ({ year, month: number });
const [DECEMBER, JANUARY, FEBRUARY, MARCH, APRIL] = [month(12, YEAR - 1), month(1), month(2), month(3), month(4)];
const at = (day, time = '00:00:00') => new Date(`${YEAR}-${day}T${time}+08:00`).getTime();
/** Fen per m² and month: what was decided, and what January was billed at. */
const [RATE, WRONG_RATE] = [280n, 2_800n];
const ROOF = 0;
/** The version of the roof's terms, which are never varied. */
const TERMS = 0;
const WINDOW = 7 * DAY;
const STANDSTILL = 9 * DAY;
/** What a signer needs besides, for fees. */
const FEES = 2_000n;
/** What is booked to the wrong resident, and what that one pays of a bill with it. */
const [MISBOOKED, PART] = [50_000n, 12_345n];
const hash = (byte) => `0x${byte.repeat(32)}`;
/** The first change of the register. */
const SALE = 0;
const [SCOPE, EVIDENCE, REPORT, REASON, RULING] = ['10', '11', '12', '13', '14'].map(hash);
const [STATEMENT, INVOICE, PAYEE] = ['15', '20', 'ba'].map(hash);

describe('a bad quarter is lived through', { timeout: 600_000 }, () => {
	let scene;
	let node;
	let api;
	let officers;
	/** All homes. */
	let homes;
	/** Owners of one home each, by what happens to them: `{ id, pair, unit, right, wrong }`. */
	let people;
	/** A building, its units, and those of its owners who joined. */
	let building;
	let related;
	let joined;
	/** The shares in the repair fund as they should be. */
	let shares;
	let contractor;
	let engineer;
	let inspectors;
	/** What the milestones cost, in fen. */
	let amounts;
	/** The payment by the bank that bounced, and the receipt of its return. */
	let bounced;
	let cameBack;
	/** The payment that was made for a neighbour's home. */
	let misdirected;
	/** The receipt that was booked to the wrong account, and what was spent of it. */
	let misbooked;
	let spent;
	/** What the mandate and the seller have left when the credit note is worked off. */
	let mandateLeft;
	let sellerLeft;
	/** Until when owners can object to the first part of the roof, as of its acceptance. */
	let objections;

	const sum = (list) => list.reduce((total, value) => total + value, 0n);
	const fen = (pair) => scene.fen(pair);
	const receive = (pair, amount) => scene.receive(pair, amount);
	const principal = (/** @type {bigint} */ area, /** @type {bigint} */ rate) => (area * rate + 50n) / 100n;
	/** The late fee of 0.05 % a day. */
	const lateFee = (/** @type {bigint} */ amount, /** @type {number} */ days) => (amount * BigInt(days) * 5n) / 10_000n;
	const billKey = ({ unit }, period) => ({ unit, charge: PROPERTY_FEE, period });
	const bill = async (home, period) => (await api.call.feesApi.bill(billKey(home, period))).unwrap();
	const owed = async (home, period) => {
		const { principalOwed, lateOwed } = await bill(home, period);
		return [principalOwed.toBigInt(), lateOwed.toBigInt()];
	};
	const dues = async ({ unit }) => {
		const { principal: owes, late, prepaid } = await api.call.feesApi.dues(unit);
		return { principal: owes.toBigInt(), late: late.toBigInt(), prepaid: prepaid.toBigInt() };
	};
	const pay = ({ pair }, { unit }, amount) => execute(api, pair, api.tx.fees.pay(unit, amount, null));
	const decide = (call) => execute(api, officers.bootstrap, api.tx.bootstrap.decide(call));
	const keyOf = async (reference) => (await api.call.cashierApi.referenceHash(0, reference)).unwrap();
	const potBalance = async (pot) => (await api.call.fundApi.pot(pot)).unwrap().balance.toBigInt();
	const roof = async () => (await api.call.projectsApi.project(ROOF)).unwrap();
	const propose = async (call) =>
		api.tx.governance.propose(await question(api, officers.manager, call), ORDINARY, [building], AGENDA, PLACE);

	/** The owners of the building vote for a proposal, from its first moment on. */
	const approve = async (proposal) => {
		await passTime(api, await when(api, proposal, 'Announced', 'opens'));
		await castAll(
			api,
			joined.map((owner) => [proposal, owner, 'For']),
		);
	};

	before(async () => {
		scene = await foundSpenders('Quarter', { gap: DAY });
		({ node, api, officers, building, related, joined, shares } = scene);
		const keyring = new Keyring({ type: 'sr25519' });
		contractor = keyring.addFromUri('//roofer');
		engineer = keyring.addFromUri('//engineer');
		const units = unitsOf(scene.community);
		homes = units.filter(({ kind }) => kind === 'residential');
		const near = new Set(joined.map(({ id }) => id));
		// Candidates for the committee stay out of it. The largest owners come first.
		const names = [
			'hand',
			'shared',
			'mandate',
			'ahead',
			'seller',
			'buyer',
			'late',
			'neighbour',
			'absent',
			'wrong',
			'due',
		];
		const few = scene.voters
			.slice(0, -7)
			.flatMap(({ id, pair, units: own }) => {
				const [home, ...more] = homes.filter((unit) => own.includes(unit.id));
				if (near.has(id) || home === undefined || more.length > 0) {
					return [];
				}
				const { id: unit, area } = home;
				return [{ id, pair, unit, right: principal(area, RATE), wrong: principal(area, WRONG_RATE) }];
			})
			.slice(0, names.length);
		assert.equal(few.length, names.length, 'the roster has too few owners of one home');
		people = Object.fromEntries(names.map((name, place) => [name, few[place]]));
	});

	after(() => node?.stop());

	test('owners join, give a mandate and pay ahead; the new rate has a zero too many', async () => {
		const { hand, shared, mandate, ahead, seller, late, absent } = people;
		const needs = [
			[hand, hand.wrong + shared.wrong],
			[shared, 2n * shared.right],
			[mandate, mandate.wrong + mandate.right],
			[ahead, ahead.wrong + ahead.right],
			[seller, seller.wrong + 2n * seller.right],
			[late, late.wrong * 2n],
			[absent, absent.right * 3n],
		];
		// An account must have something to be one: the engineer, who inspects for nothing, has a fen.
		const others = [receive(contractor, 20_000n), receive(engineer, 1n)];
		await scene.join([...needs.map(([{ pair }, amount]) => receive(pair, amount + FEES)), ...others]);
		await decide(api.tx.fees.setRate(PROPERTY_FEE, JANUARY, WRONG_RATE, []));
		await decide(api.tx.fees.setRate(PROPERTY_FEE, FEBRUARY, RATE, []));
		const line = { name: 'Cleaning', pot: OPERATING_POT, cap: 300_000n };
		await decide(api.tx.expenses.setBudget(YEAR, [line]));

		const setMandate = ({ unit, wrong }) => api.tx.fees.setMandate(unit, wrong, null, false, false);
		await executeAll(
			api,
			[mandate, seller].map((home) => ({ pair: home.pair, call: setMandate(home) })),
		);
		await pay(ahead, ahead, ahead.wrong + ahead.right);
		await pay(seller, seller, seller.wrong + seller.right + seller.right / 2n);
	});

	test('a committee is elected; meanwhile every home is billed ten times too much, and some have paid', async () => {
		const { hand, shared, mandate, ahead, seller, late } = people;
		await scene.elect(ELECTION);
		inspectors = [scene.members[0].pair, engineer];
		assert.equal((await api.query.fees.bills.entries()).length, 2 * homes.length);
		const { billed: total } = await api.call.feesApi.totals();
		assert.equal(total.toBigInt(), sum(homes.map(({ area }) => principal(area, WRONG_RATE) + principal(area, RATE))));
		for (const paid of [mandate, ahead, seller]) {
			assert.deepEqual(await owed(paid, JANUARY), [0n, 0n]);
			assert.deepEqual(await owed(paid, FEBRUARY), [0n, 0n]);
		}
		assert.equal((await dues(seller)).prepaid, seller.right / 2n);
		await pay(hand, hand, hand.wrong);
		// Part of a bill by its owner, the rest by a neighbour.
		await pay(shared, shared, 2n * shared.right);
		await pay(hand, shared, shared.wrong - 2n * shared.right);
		for (const paid of [hand, shared]) {
			assert.deepEqual(await owed(paid, JANUARY), [0n, 0n]);
		}
		assert.deepEqual(await owed(late, JANUARY), [late.wrong, 0n]);
		await assertBooksBalance(api);
	});

	test('a transfer bounces after it was booked: two people say so, and it is ordered and paid again', async () => {
		const { manager, cashier, auditor } = officers;
		const amount = 150_000n;
		const inPot = await potBalance(OPERATING_POT);
		const lineOf = async () => {
			const [{ committed, spent: gone }] = (await api.call.expensesApi.budget(YEAR)).unwrap().lines;
			return [committed.toBigInt(), gone.toBigInt()];
		};
		const state = async () => (await api.call.expensesApi.expense(0)).unwrap().state;
		const stated = { hash: INVOICE, total: amount };
		const toCleaner = api.tx.expenses.propose(YEAR, 0, { Bank: PAYEE }, amount, stated, FEBRUARY, 'Nobody');
		await execute(api, manager, toCleaner);
		const terms = (await api.call.expensesApi.terms(0)).unwrap();
		await scene.agree(api.tx.expenses.approveAsCommittee(0, terms));
		const orderAndBook = async () => {
			await execute(api, cashier, api.tx.expenses.orderPayment(0, 0, 0));
			const { order } = (await state()).asInExecution;
			const reference = scene.reference();
			await execute(api, cashier, api.tx.cashier.bookPaid(order, reference, null));
			assert.ok((await state()).isPaid);
			assert.deepEqual(await lineOf(), [0n, amount]);
			assert.equal(await potBalance(OPERATING_POT), inPot - amount);
			return keyOf(reference);
		};
		bounced = await orderAndBook();

		const returned = scene.reference();
		const proposal = api.tx.cashier.proposePaymentCorrection(bounced, [returned, null], REASON);
		await refuse(api, auditor, proposal, 'BadOrigin');
		await execute(api, cashier, proposal);
		const correct = (receipt) => {
			const terms = { Payment: { cameBack: receipt, value: null, reason: REASON } };
			return api.tx.cashier.approveCorrection(bounced, terms, 0);
		};
		cameBack = await keyOf(returned);
		await refuse(api, cashier, correct(cameBack), 'BadOrigin');
		await refuse(api, auditor, correct(null), 'cashier.TermsMismatch');
		await execute(api, auditor, correct(cameBack));
		assert.ok((await state()).isApproved);
		assert.deepEqual(await lineOf(), [amount, 0n]);
		assert.equal(await potBalance(OPERATING_POT), inPot);
		await refuse(api, cashier, proposal, 'cashier.AlreadyCorrected');
		await assertBooksBalance(api);
		await orderAndBook();
		await assertBooksBalance(api);
	});

	test('a payout that the bank sends back is on its account again', async () => {
		const { late } = people;
		const { cashier, auditor } = officers;
		const asked = await execute(api, late.pair, api.tx.cashier.requestPayout(5_000n, PAYEE));
		const before = await fen(late.pair);
		const { payout } = pick(asked.events, 'cashier', 'PayoutRequested')[0].data;
		const { events } = await execute(api, cashier, api.tx.cashier.orderPayout(0, payout));
		const { order } = pick(events, 'cashier', 'PayoutOrdered')[0].data;
		await execute(api, cashier, api.tx.cashier.proposeReturn(order, REASON));
		assert.equal(await fen(late.pair), before);
		await execute(api, auditor, api.tx.cashier.confirmOutcome(order, { Returned: { reason: REASON } }, 0));
		assert.equal(await fen(late.pair), before + 5_000n);
		assert.equal((await api.call.cashierApi.orders(null, 10)).length, 0);
		await assertBooksBalance(api);
	});

	test('a receipt is booked to the wrong resident, who spends part of it: the rest is frozen and taken back', async () => {
		const { wrong, due } = people;
		const { cashier, auditor } = officers;
		const amount = MISBOOKED;
		const reference = scene.reference();
		await execute(api, cashier, api.tx.cashier.receive(0, wrong.pair.address, amount, reference, null));
		const before = await fen(wrong.pair);
		await pay(wrong, wrong, PART);
		const left = await fen(wrong.pair);
		spent = before - left;
		misbooked = await keyOf(reference);
		await execute(api, cashier, api.tx.cashier.proposeReversal(misbooked, null, REASON));
		// A fen keeps the account alive.
		const { frozen } = (await api.call.cashierApi.proposedCorrection(misbooked)).unwrap();
		assert.equal(frozen.toBigInt(), left - 1n);
		await refusedWithoutMoney(api, wrong.pair, api.tx.fees.pay(wrong.unit, 1_000n, null));
		const terms = { Receipt: { amount, reason: REASON } };
		const { events } = await execute(api, auditor, api.tx.cashier.approveCorrection(misbooked, terms, 0));
		const [{ data }] = pick(events, 'cashier', 'ReceiptReversed');
		assert.equal(data.missing.toBigInt(), amount - (left - 1n));
		await execute(api, cashier, receive(due.pair, amount).call);
		assert.equal(await fen(due.pair), amount);
		// What was there before it is taken, too: all that is left is what was spent.
		const debts = [...(await api.call.cashierApi.debts(null, 10))].map(([key, debt]) => [
			key.toHex(),
			debt.party.asAccount.toString(),
			debt.amount.toBigInt(),
		]);
		assert.deepEqual(debts, [[misbooked.toHex(), wrong.pair.address, amount - left]]);
		assert.equal(await fen(wrong.pair), 0n);
		await assertBooksBalance(api);
	});

	test('a home is sold: two people say so, and the seller has a week to object', async () => {
		const { seller, buyer } = people;
		const sale = { TransferUnit: { unit: seller.unit, to: buyer.id, dues: 'Settled' } };
		await execute(api, officers.registrar, api.tx.registry.proposeChange(sale, SCOPE));
		await refuse(api, officers.registrar, api.tx.registry.enactChange(SALE), 'registry.ChangeNotConfirmed');
		await refuse(api, officers.registrar, api.tx.registry.confirmChange(SALE, sale, SCOPE), 'BadOrigin');
		await execute(api, officers.auditor, api.tx.registry.confirmChange(SALE, sale, SCOPE));
		await refuse(api, officers.registrar, api.tx.registry.enactChange(SALE), 'registry.ObjectionWindowRunning');
	});

	test('the owners of a building pay in for a roof, and vote on it', async () => {
		const byId = new Map(related.map((unit) => [unit.id, unit]));
		const own = (owner) => owner.units.map((id) => ({ owner, id, amount: shares.firstDeposit(byId.get(id)) }));
		await scene.payIn(joined.flatMap(own));
		// Odd sums, so that nothing divides evenly.
		const inPot = shares.sum();
		amounts = [(inPot * 3n) / 10n + 1n, (inPot * 2n) / 10n + 3n];
		const terms = {
			scope: SCOPE,
			contractor: contractor.address,
			milestones: amounts.map((amount) => ({ amount, deadline: at('12-31'), evidence: SCOPE })),
			sources: [{ pot: REPAIR_POT, amount: sum(amounts) }],
			inspectors: inspectors.map(({ address }) => address),
			inspectionsNeeded: 2,
			retention: { numerator: 0, denominator: 100 },
			warranty: 365 * DAY,
			objectionWindow: WINDOW,
			objectionShare: { numerator: 1, denominator: 5 },
			related: [building],
		};
		await scene.agree(await propose(api.tx.projects.open(terms, related.length)));
		await approve(ROOF_DECISION);
	});

	test('a week later the home changes hands: nothing of the seller pays for the buyer', async () => {
		const { seller } = people;
		const before = await fen(seller.pair);
		const { events } = await execute(api, officers.registrar, api.tx.registry.enactChange(SALE));
		const [{ data }] = pick(events, 'fees', 'MandateEnded');
		assert.ok(data.reason.isSold);
		assert.equal(data.payer.toString(), seller.pair.address);
		assert.equal(await fen(seller.pair), before + seller.right / 2n);
		assert.equal((await api.call.feesApi.mandates(seller.unit)).length, 0);
		assert.equal((await api.call.feesApi.prepayments(seller.unit)).length, 0);
		assert.deepEqual(await dues(seller), { principal: 0n, late: 0n, prepaid: 0n });
		await assertBooksBalance(api);
	});

	test('one who pays late pays the late fee of the wrong bill, too', async () => {
		const { late, absent } = people;
		// Issued on 1 January, due to the end of the 16th, grace to the end of 15 February; ten full days after that.
		await passTo(api, at('02-26', '00:00:01'));
		for (const home of [late, absent]) {
			assert.deepEqual(await owed(home, JANUARY), [home.wrong, lateFee(home.wrong, 10)]);
		}
		await pay(late, late, late.wrong + lateFee(late.wrong, 10));
		assert.deepEqual(await owed(late, JANUARY), [0n, 0n]);
	});

	test('one credit note of two people lowers all bills, and what was overpaid goes back to those who paid', async () => {
		const { hand, shared, mandate, ahead, seller, buyer, late } = people;
		const over = (/** @type {Bills} */ { right, wrong }) => wrong - right;
		const lateOver = (/** @type {Bills} */ { right, wrong }) => lateFee(wrong, 10) - lateFee(right, 10);
		// The last payment comes back first: of the shared bill all that the neighbour paid, the rest to its owner.
		const byHand = shared.wrong - 2n * shared.right;
		const back = [
			[hand, over(hand) + byHand],
			[shared, over(shared) - byHand],
			[mandate, over(mandate)],
			[ahead, over(ahead)],
			[seller, over(seller)],
			[buyer, 0n],
			[late, over(late) + lateOver(late)],
		];
		const batch = { Batch: { charge: PROPERTY_FEE, period: JANUARY, rate: RATE } };
		const call = api.tx.fees.proposeCredit(batch, REASON);
		await refuse(api, officers.auditor, call, 'BadOrigin');
		const { events } = await execute(api, officers.manager, call);
		const { credit } = pick(events, 'fees', 'CreditProposed')[0].data;
		const before = await Promise.all(back.map(([{ pair }]) => fen(pair)));
		const inPot = await potBalance(OPERATING_POT);
		await refuse(api, officers.manager, api.tx.fees.approveCredit(credit), 'BadOrigin');
		await execute(api, officers.auditor, api.tx.fees.approveCredit(credit));
		const state = async () => (await api.call.feesApi.credit(credit)).unwrap().state;
		// The chain works it off at the beginning of the next blocks.
		for (let blocks = 0; !(await state()).isCompleted; blocks += 1) {
			assert.ok(blocks < 50, 'the credit note is not worked off');
			await newBlock(api);
		}
		const paidInTime = new Set([hand, shared, mandate, ahead, seller].map(({ unit }) => unit));
		const off = homes.map(({ id, area }) => {
			const home = { right: principal(area, RATE), wrong: principal(area, WRONG_RATE) };
			return over(home) + (paidInTime.has(id) ? 0n : lateOver(home));
		});
		const refunds = sum(back.map(([, amount]) => amount));
		const { done } = (await state()).asCompleted;
		assert.deepEqual(
			[done.bills, done.failed, done.refund].map((value) => value.toBigInt()),
			[BigInt(homes.length), 0n, refunds],
		);
		assert.equal(await potBalance(OPERATING_POT), inPot - refunds);
		const after = await Promise.all(back.map(([{ pair }]) => fen(pair)));
		assert.deepEqual(
			after.map((balance, place) => balance - before[place]),
			back.map(([, amount]) => amount),
		);
		// A part that was paid in time had spared its payer a part of the late fee that is taken off.
		const part = (amount) => lateFee(amount, 10) - lateFee(amount - PART, 10);
		assert.equal(done.off.toBigInt(), sum(off) - (part(people.wrong.wrong) - part(people.wrong.right)));
		[mandateLeft, sellerLeft] = [await fen(mandate.pair), await fen(seller.pair)];
		await assertBooksBalance(api);
	});

	test("a payment for a neighbour's home is proposed to be moved to the payer's own", async () => {
		const { absent, neighbour } = people;
		const amount = 2n * absent.right + lateFee(absent.right, 10);
		// None of it is left to be prepaid.
		assert.ok(amount <= 2n * neighbour.right + lateFee(neighbour.right, 10));
		const { events } = await pay(absent, neighbour, amount);
		misdirected = pick(events, 'fees', 'PaymentMade')[0].data.payment;
		assert.deepEqual(await owed(neighbour, JANUARY), [0n, 0n]);
		const call = api.tx.fees.proposeMove(misdirected, absent.unit, REASON);
		await refuse(api, absent.pair, call, 'BadOrigin');
		await execute(api, officers.manager, call);
		await refuse(api, officers.manager, api.tx.fees.approveMove(misdirected, absent.unit), 'BadOrigin');
	});

	test('it is moved as of its own day: here the late fee goes on, there it ended', async () => {
		const { absent, neighbour } = people;
		const cert = await close(api, officers.manager, ROOF_DECISION);
		assert.ok(cert.verdict.isPassed, cert.verdict.toString());
		await passTo(api, at('03-09', '00:00:01'));
		const move = (to) => api.tx.fees.approveMove(misdirected, to.unit);
		await refuse(api, officers.auditor, move(neighbour), 'fees.MoveMismatch');
		const [before, inPot] = [await fen(absent.pair), await potBalance(OPERATING_POT)];
		await execute(api, officers.auditor, move(absent));
		assert.equal(await fen(absent.pair), before);
		assert.equal(await potBalance(OPERATING_POT), inPot);
		assert.deepEqual(await owed(neighbour, JANUARY), [neighbour.right, lateFee(neighbour.right, 21)]);
		assert.deepEqual(await owed(neighbour, FEBRUARY), [neighbour.right, 0n]);
		for (const period of [JANUARY, FEBRUARY]) {
			assert.deepEqual(await owed(absent, period), [0n, 0n]);
		}
		const { late } = (await bill(absent, JANUARY)).bill;
		assert.equal(late.paid.toBigInt(), lateFee(absent.right, 10));
		assert.deepEqual(await dues(absent), { principal: absent.right, late: 0n, prepaid: 0n });
		await assertBooksBalance(api);
	});

	test('what came back pays the next bill, and a seller pays for nobody', async () => {
		const { mandate, seller } = people;
		assert.deepEqual(await owed(mandate, MARCH), [0n, 0n]);
		assert.equal(await fen(mandate.pair), mandateLeft - mandate.right);
		assert.deepEqual(await owed(seller, MARCH), [seller.right, 0n]);
		assert.equal(await fen(seller.pair), sellerLeft);
	});

	test('what was spent of the wrong receipt is recovered once there is money', async () => {
		const { wrong } = people;
		const recover = api.tx.cashier.recover(misbooked);
		await refuse(api, officers.auditor, recover, 'cashier.NothingToRecover');
		await execute(api, officers.cashier, receive(wrong.pair, 30_000n).call);
		await execute(api, officers.auditor, recover);
		assert.equal(await fen(wrong.pair), 30_000n - spent);
		assert.equal((await api.call.cashierApi.debts(null, 10)).length, 0);
		await refuse(api, officers.auditor, recover, 'cashier.DebtNotFound');
		await assertBooksBalance(api);
	});

	test('the roof is begun: one part is accepted; of the other the second inspector is not heard again', async () => {
		await enact(api, officers.manager, ROOF_DECISION);
		shares.divide(-sum(amounts), related);
		await shares.check(api);
		const accept = (number) => api.tx.projects.inspect(ROOF, number, true, REPORT);
		for (const number of [0, 1]) {
			await execute(api, contractor, api.tx.projects.submit(ROOF, number, EVIDENCE, TERMS));
			await execute(api, inspectors[0], accept(number));
		}
		const { events } = await execute(api, engineer, accept(0));
		objections = pick(events, 'projects', 'Accepted')[0].data.until.toNumber();
	});

	test('the chain stands still for nine days: no late fee runs, and owners have their seven days to object', async () => {
		const { neighbour } = people;
		const payPart = api.tx.projects.pay(ROOF, 0);
		const { principal: before, late } = await dues(neighbour);
		assert.equal((await api.call.communityApi.standstills(0, 10)).length, 0);
		await standStill(api, STANDSTILL);
		const [standstill, ...none] = await api.call.communityApi.standstills(0, 10);
		assert.equal(none.length, 0);
		assert.equal(standstill.until.toNumber() - standstill.from.toNumber(), STANDSTILL);
		assert.deepEqual(await dues(neighbour), { principal: before, late, prepaid: 0n });
		assert.ok((await now(api)) > objections);
		await refuse(api, officers.manager, payPart, 'projects.ObjectionWindowRunning');
		await passTime(api, objections + STANDSTILL - 60_000);
		await refuse(api, officers.manager, payPart, 'projects.ObjectionWindowRunning');
		await passTime(api, objections + STANDSTILL);
		const had = await fen(contractor);
		await execute(api, officers.manager, payPart);
		assert.equal(await fen(contractor), had + amounts[0]);

		// When the chain stopped, the one bill was late already, and the other in its grace.
		const days = (graceEnds) => Math.floor((objections - graceEnds) / DAY);
		for (const [period, graceEnds] of [
			[JANUARY, at('02-16')],
			[FEBRUARY, at('03-19')],
		]) {
			assert.ok(days(graceEnds) > 0);
			assert.deepEqual(await owed(neighbour, period), [neighbour.right, lateFee(neighbour.right, days(graceEnds))]);
		}
		await assertBooksBalance(api);
	});

	test('the owners rule in the place of the inspector who vanished, and all money leaves the project', async () => {
		const share = (amounts[1] * 60n) / 100n;
		const rule = api.tx.projects.rule(ROOF, 1, share, RULING, related.length);
		await scene.agree(await propose(rule));
		await approve(ROOF_RULING);
		const conclude = api.tx.projects.conclude(ROOF, 1, related.length);
		await refuse(api, officers.manager, conclude, 'projects.ConclusionPeriodRunning');
		const cert = await close(api, officers.manager, ROOF_RULING);
		assert.ok(cert.verdict.isPassed, cert.verdict.toString());
		const before = await fen(contractor);
		const events = await enact(api, officers.manager, ROOF_RULING);
		const [{ data }] = pick(events, 'projects', 'Ruled');
		assert.equal(data.by.asDecision.proposal.toNumber(), ROOF_RULING);
		assert.equal(await fen(contractor), before + share);
		shares.divide(amounts[1] - share, related);
		await shares.check(api);
		const { project, held, paid, returned } = await roof();
		assert.ok(project.state.isClosed);
		assert.deepEqual(
			[held, paid, returned].map((value) => value.toBigInt()),
			[0n, amounts[0] + share, amounts[1] - share],
		);
		await assertBooksBalance(api);
	});

	test('the months are attested and closed: a difference is shown in the month that has it', async () => {
		const { cashier, auditor } = officers;
		const changes = await bankByMonth(api);
		let closing = 0n;
		for (const period of [DECEMBER, JANUARY, FEBRUARY, MARCH, APRIL]) {
			closing += changes.get(`${period.year}-${String(period.month).padStart(2, '0')}`) ?? 0n;
			// The bank received the money once that was booked to two residents.
			closing -= period === FEBRUARY ? MISBOOKED : 0n;
			const { events } = await execute(api, cashier, api.tx.cashier.attest(0, period, STATEMENT, closing));
			const difference = period === FEBRUARY ? -spent : 0n;
			assert.equal(pick(events, 'cashier', 'Attested')[0].data.difference.toBigInt(), difference);
			const close = api.tx.fund.closeMonth(period);
			await refuse(api, auditor, close, 'fund.MonthNotConfirmed');
			// The auditor reads the same on a statement of their own.
			await execute(api, auditor, api.tx.cashier.enterBalance(0, period, STATEMENT, closing));
			const closed = await execute(api, auditor, close);
			assert.equal(pick(closed.events, 'fund', 'MonthClosed')[0].data.difference.toBigInt(), difference);
		}
	});

	test('what was mended can be followed both ways', async () => {
		const { hand, shared, absent, neighbour } = people;
		const from = async (link) => (await followBothWays(api, link)).map((found) => Object.keys(found)[0]);
		// Two payments, by the owner and by a neighbour, and what came back to each.
		const ofShared = ['payment', 'entry', 'payment', 'entry', 'entry', 'entry'];
		assert.deepEqual(await from({ bill: { bill: billKey(shared, JANUARY) } }), ofShared);
		assert.deepEqual(await from({ bill: { bill: billKey(hand, JANUARY) } }), ['payment', 'entry', 'entry']);
		// Late fee and principal, and what was moved.
		const ofNeighbour = ['payment', 'entry', 'entry', 'payment', 'entry'];
		assert.deepEqual(await from({ bill: { bill: billKey(neighbour, JANUARY) } }), ofNeighbour);
		const ofAbsent = ['payment', 'entry', 'payment', 'entry'];
		assert.deepEqual(await from({ bill: { bill: billKey(absent, JANUARY) } }), ofAbsent);
		assert.ok((await from({ payment: { payment: misdirected.toNumber() } })).includes('bill'));
		const ofExpense = new Set(['budgetLine', 'invoice', 'approval', 'entry', 'bankEntry']);
		assert.deepEqual(new Set(await from({ expense: { expense: 0 } })), ofExpense);
		const ofBounced = await follow(api, { bankEntry: { reference: bounced.toHex() } });
		assert.ok(ofBounced.some((link) => link.bankEntry?.reference === cameBack.toHex()));
		const ofRoof = ['decision', 'milestone', 'milestone', 'entry', 'entry'];
		assert.deepEqual(await from({ project: { project: ROOF } }), ofRoof);
	});

	test('a water meter is replaced within the month, and the bill has what both dials show', async () => {
		const { manager, auditor } = officers;
		const { unit } = people.wrong;
		const startOf = (number) => Date.UTC(YEAR, number - 1, 1) - 8 * 3_600_000;
		const next = new Date((await now(api)) + 8 * 3_600_000).getUTCMonth() + 2;
		const period = month(next);
		const terms = {
			pot: OPERATING_POT,
			basis: { Metered: { kinds: ['Residential'], utility: 'ColdWater' } },
			buildings: null,
			period: 'Month',
			dueDays: 15,
			graceDays: 30,
			lateRate: { numerator: 5, denominator: 10_000 },
			lateCap: { numerator: 30, denominator: 100 },
			discount: null,
		};
		const charge = (await api.query.fees.nextCharge()).toNumber();
		// 3.50 a cubic metre.
		await decide(api.tx.fees.createCharge(terms, 350_000n, period, []));
		let proposals = 0;
		const change = async (what) => {
			await execute(api, manager, api.tx.meters.propose(what));
			const confirm = api.tx.meters.confirm(proposals, what);
			await refuse(api, manager, confirm, 'BadOrigin');
			const { events } = await execute(api, auditor, confirm);
			proposals += 1;
			return events;
		};
		const dial = (serial) => ({ serial, multiplier: 1, digits: 5, plausibility: 2_000_000 });
		const [begins, ends] = [startOf(next), startOf(next + 1)];

		await passTo(api, begins + DAY);
		const place = { Unit: unit };
		await change({
			Install: { place, utility: 'ColdWater', main: null, dial: dial(SCOPE), opening: 812_300, at: begins },
		});
		const halfway = begins + 12 * DAY;
		await passTo(api, halfway + DAY);
		const replaced = { meter: 0, closing: 819_500, dial: dial(REPORT), opening: 0, at: halfway };
		assert.equal(pick(await change({ Replace: replaced }), 'meters', 'MeterReplaced').length, 1);
		await passTo(api, ends + DAY);
		// Read at the turn of the month: dated into the month that it ends.
		await execute(api, manager, api.tx.meters.record(0, 4_300, ends - 1));
		assert.ok((await api.call.feesApi.bill({ unit, charge, period })).isNone);
		await passTo(api, ends + 6 * DAY);
		const { principalOwed } = (await api.call.feesApi.bill({ unit, charge, period })).unwrap();
		// 7.2 m³ by the old dial, 4.3 by the new one.
		assert.equal(principalOwed.toBigInt(), 4_025n);
		await assertBooksBalance(api);
	});

	test('every statement adds up, and the check accepts the books', async () => {
		for (const home of Object.values(people)) {
			await readStatement(api, home.unit);
		}
		await assertBooksBalance(api);
		const file = join(temporaryFolder('quarter'), 'books.json');
		const day = new Date((await now(api)) + 8 * 3_600_000).toISOString().slice(0, 10);
		await exportBooks(node.url, 'json', ['--from', `${YEAR - 1}-12-01`, '--to', day], file);
		const { pots } = JSON.parse(readFileSync(file, 'utf8'));
		for (const { id, closingFen } of pots) {
			assert.equal(BigInt(closingFen), await potBalance(id), `pot ${id}`);
		}
		assert.equal(BigInt(pots[REPAIR_POT].closingFen), shares.sum());
	});
});
