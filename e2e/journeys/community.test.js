// SPDX-License-Identifier: Apache-2.0

// The whole way of a community: from a roster to bills that are issued, paid, late, disputed and settled, with every fen
// accounted for.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { Keyring } from '@polkadot/api';
import { allUnits, assertBooksBalance, readStatement } from '../support/books.js';
import { newBlock, passTo, timeTravel } from '../support/clock.js';
import {
	claim,
	claimMessage,
	claimSigned,
	forgedClaim,
	foundCommunity,
	generalHash,
	readCsv,
	totalsOf,
} from '../support/community.js';
import { submitGeneral } from '../support/general.js';
import { bigRoster, SAMPLE_ROSTER } from '../support/paths.js';
import { ticketPair } from '../support/tickets.js';
import { attempt, execute, pick, readBlock, refuse } from '../support/transactions.js';

/** The first change of the register. */
const SALE = 0;
const PROPERTY_FEE = 0;
const JANUARY = { year: 2027, month: 1 };
const FEBRUARY = { year: 2027, month: 2 };
const at = (day, time = '00:00:00') => `${day}T${time}+08:00`;
const HASH = `0x${'5a'.repeat(32)}`;

/** @type {[string, string, string | null][]} */
const rosters = [['the sample roster', SAMPLE_ROSTER, null]];
for (const name of ['yunxi']) {
	const found = bigRoster(name);
	if (found) {
		rosters.push([name, found.csv, found.totals]);
	} else {
		console.log(`# ${name}.csv is not there: only the sample roster is used`);
	}
}

for (const [name, csv, published] of rosters) {
	describe(`a community of ${name}`, { timeout: 600_000 }, () => {
		const roster = readCsv(csv);
		const totals = totalsOf(roster);
		let community;
		let node;
		let api;
		let officers;
		let homes;
		let references = 0;

		const reference = () => {
			references += 1;
			return `ICBC-2027-${String(references).padStart(4, '0')}`;
		};
		const receive = (home, amount) =>
			execute(api, officers.cashier, api.tx.cashier.receive(0, home.pair.address, amount, reference(), null));
		const decide = async (call) => {
			const { events } = await execute(api, officers.bootstrap, api.tx.bootstrap.decide(call));
			return events;
		};
		const billKey = (home, period) => ({ unit: home.unit, charge: PROPERTY_FEE, period });
		const bill = async (home, period) => (await api.call.feesApi.bill(billKey(home, period))).unwrap();
		const fen = async (pair) => (await api.query.system.account(pair.address)).data.free.toBigInt();
		/** Bo sells to Anna. */
		const sale = (dues) => ({ TransferUnit: { unit: homes.bo.unit, to: homes.anna.owner, dues } });
		const propose = (change) => api.tx.registry.proposeChange(change, HASH);

		before(async () => {
			community = await foundCommunity(csv, `Journey ${name}`, '--trial');
			node = await community.start('--sealing', 'manual');
			api = await node.connect();
			officers = community.officers();
			await timeTravel(api, at('2026-12-20', '10:00:00'));
			await newBlock(api);
			// What all that follows is reckoned by.
			const facts = await api.call.communityApi.facts();
			assert.deepEqual([facts.utcOffset.toNumber(), facts.decimals.toNumber()], [480, 2]);
			assert.deepEqual([facts.currency.toUtf8(), facts.lawPack.name.toUtf8()], ['CNY', 'cn']);

			// Five owners of one home and nothing else.
			const keyring = new Keyring({ type: 'sr25519' });
			const count = {};
			for (const { owner } of roster) {
				count[owner] = (count[owner] ?? 0) + 1;
			}
			homes = Object.fromEntries(
				roster
					.map((row, index) => ({ row, salted: community.salted[index] }))
					.filter(({ row }) => row.kind === 'residential' && row.owner_kind === 'person' && count[row.owner] === 1)
					.slice(0, 5)
					.map(({ row, salted }, index) => {
						const who = ['anna', 'bo', 'chen', 'dai', 'emma'][index];
						const fee = BigInt(totalsOf([row]).monthly_fee_fen_at_2_80);
						const pair = keyring.addFromUri(`//${who}`);
						return [who, { pair, fee, unit: Number(salted.unit_id), owner: Number(salted.owner_id) }];
					}),
			);
			assert.equal(Object.keys(homes).length, 5, 'the roster has too few owners of one home');
		});

		after(() => node?.stop());

		test('the chain holds what the roster says', async () => {
			if (published) {
				const expected = JSON.parse(readFileSync(published, 'utf8'));
				for (const key of Object.keys(totals)) {
					const theirs = key === 'monthly_fee_fen_at_2_80' ? 'monthly_fee_fen_at_2.80_per_m2_half_up_per_unit' : key;
					assert.deepEqual(totals[key], expected[theirs], key);
				}
			}
			const units = await allUnits(api);
			assert.equal(units.length, totals.rows);
			assert.equal((await api.call.registryApi.unitCount()).toNumber(), totals.rows);
			assert.equal((await api.call.registryApi.ownerCount()).toNumber(), totals.owners_all);

			const kinds = { residential: 0, commercial: 0, parking: 0, storage: 0 };
			let area = 0;
			for (const { unit } of units) {
				kinds[unit.kind.type.toLowerCase()] += 1;
				area += Number(unit.area);
			}
			assert.deepEqual(kinds, totals.units_by_kind);
			assert.equal(area, totals.area_hundredths_m2);

			const head = (await api.rpc.chain.getHeader()).number.toNumber();
			const power = await api.call.registryApi.totalsAt(head, null);
			assert.equal(Number(power.area), totals.voting_area_hundredths_m2);
			assert.equal(power.heads.toNumber(), totals.voting_headcount);

			const developer = await api.query.registry.developer();
			const theirs = developer.isSome
				? units
						.filter(({ unit }) => unit.owner.eq(developer.unwrap()))
						.reduce((sum, { unit }) => sum + Number(unit.area), 0)
				: 0;
			assert.equal(theirs, totals.developer_area_hundredths_m2);
		});

		test('a household joins with its ticket, once, without a fen', async () => {
			const { anna } = homes;
			const code = community.code(anna.owner);
			await assert.rejects(submitGeneral(api, forgedClaim(api, anna.owner, code, anna.pair)), /1010|proof/i);
			// A ticket binds no account that did not sign.
			const ticket = ticketPair(code);
			const signature = ticket.sign(claimMessage(api, anna.owner, ticket, anna.pair.address));
			const unasked = claimSigned(api, anna.owner, ticket, anna.pair, signature, signature);
			await assert.rejects(submitGeneral(api, unasked), /1010|signer/i);

			for (const home of Object.values(homes)) {
				const call = claim(api, home.owner, community.code(home.owner), home.pair);
				await submitGeneral(api, call);
				const { transactions } = await readBlock(api, await newBlock(api));
				const found = transactions.find(({ hash }) => hash === generalHash(api, call));
				assert.ok(found, 'the claim is not in the block');
				assert.equal(found.error, null);
				assert.equal(pick(found.events, 'registry', 'Claimed').length, 1);
				assert.equal((await api.call.registryApi.ownerOf(home.pair.address)).unwrap().toNumber(), home.owner);
				assert.equal(await fen(home.pair), 0n);
			}

			const stranger = new Keyring({ type: 'sr25519' }).addFromUri('//stranger');
			await assert.rejects(submitGeneral(api, claim(api, anna.owner, code, stranger)), /1010|invalid/i);
			await assert.rejects(submitGeneral(api, claim(api, anna.owner, code, anna.pair)), /1010|invalid/i);
		});

		test('the cashier books what the bank received, each reference once', async () => {
			const { anna, bo, chen, dai, emma } = homes;
			const used = 'ICBC-2026-0001';
			await execute(api, officers.cashier, api.tx.cashier.receive(0, anna.pair.address, anna.fee * 4n, used, null));
			assert.equal(await fen(anna.pair), anna.fee * 4n);
			for (const again of [used, used.toLowerCase()]) {
				await refuse(
					...[
						api,
						officers.cashier,
						api.tx.cashier.receive(0, bo.pair.address, 1_000, again, null),
						'cashier.ReferenceAlreadyUsed',
					],
				);
			}
			// Of no use to Bo: less than a month's fee.
			await receive(bo, 1_000n);
			await receive(chen, chen.fee * 6n);
			await receive(dai, dai.fee * 6n);
			await receive(emma, emma.fee * 6n);
			await refuse(api, anna.pair, api.tx.cashier.receive(0, anna.pair.address, 1, reference(), null), 'BadOrigin');
			await assertBooksBalance(api);
		});

		test('the month turns: one bill for each home, and they add up', async () => {
			const { anna, bo } = homes;
			for (const { pair, unit, fee } of [anna, bo]) {
				await execute(api, pair, api.tx.fees.setMandate(unit, fee * 2n, null, false, false));
			}
			const before = await fen(anna.pair);

			const hashes = await passTo(api, at('2027-01-01', '00:00:01'));
			const events = [];
			for (const hash of hashes) {
				events.push(...(await readBlock(api, hash)).events);
			}
			const issued = pick(events, 'fees', 'BillIssued').map(({ data }) => data);
			assert.equal(issued.length, totals.units_by_kind.residential);
			assert.equal(
				new Set(issued.map(({ bill: { unit } }) => unit.toNumber())).size,
				issued.length,
				'a unit has two bills',
			);
			const sum = issued.reduce((total, { amount }) => total + amount.toBigInt(), 0n);
			assert.equal(sum, BigInt(totals.monthly_fee_fen_at_2_80));
			const completed = pick(events, 'fees', 'BillingCompleted');
			assert.equal(completed.length, 1);
			assert.equal(completed[0].data.amount.toBigInt(), sum);
			assert.equal((await api.query.fees.bills.entries()).length, issued.length);

			// Mandates: Anna's collects, Bo's cannot, and neither keeps the other from anything.
			assert.equal((await bill(anna, JANUARY)).owed.toBigInt(), 0n);
			assert.equal(await fen(anna.pair), before - anna.fee);
			assert.equal((await bill(bo, JANUARY)).owed.toBigInt(), bo.fee);
			const failed = pick(events, 'fees', 'DebitFailed').map(({ data }) => data);
			assert.equal(failed.length, 1);
			assert.equal(failed[0].unit.toNumber(), bo.unit);
			assert.equal(failed[0].bill.unit.toNumber(), bo.unit);
			assert.ok(failed[0].reason.isNotEnoughMoney);
			await assertBooksBalance(api);
		});

		test('part of a bill, more than a bill, and a bill that is wrong', async () => {
			const { chen, dai, emma } = homes;
			await timeTravel(api, at('2027-01-05', '12:00:00'));
			await execute(api, chen.pair, api.tx.fees.pay(chen.unit, chen.fee / 3n, null));
			assert.equal((await bill(chen, JANUARY)).owed.toBigInt(), chen.fee - chen.fee / 3n);

			await execute(api, dai.pair, api.tx.fees.pay(dai.unit, dai.fee * 3n, null));
			assert.equal((await bill(dai, JANUARY)).owed.toBigInt(), 0n);
			assert.equal((await api.call.feesApi.dues(dai.unit)).prepaid.toBigInt(), dai.fee * 2n);
			await execute(api, dai.pair, api.tx.fees.refundPrepayment(dai.unit, 100n));
			assert.equal((await api.call.feesApi.dues(dai.unit)).prepaid.toBigInt(), dai.fee * 2n - 100n);

			await timeTravel(api, at('2027-01-10', '12:00:00'));
			const objection = api.tx.fees.dispute(billKey(emma, JANUARY), HASH);
			await refuse(api, chen.pair, objection, 'fees.NotOwner');
			await execute(api, emma.pair, objection);
			await refuse(api, emma.pair, objection, 'fees.AlreadyDisputed');
			await assertBooksBalance(api);
		});

		test('the next month: what was prepaid pays', async () => {
			const { anna, dai } = homes;
			await passTo(api, at('2027-02-01', '00:00:01'));
			// A sale that two people enter now is made before the month is over.
			await execute(api, officers.registrar, propose(sale('TakenOver')));
			const confirm = api.tx.registry.confirmChange(SALE, sale('TakenOver'), HASH);
			await refuse(api, officers.registrar, confirm, 'BadOrigin');
			await execute(api, officers.auditor, confirm);
			assert.equal((await api.query.fees.bills.entries()).length, totals.units_by_kind.residential * 2);
			assert.equal((await bill(dai, FEBRUARY)).owed.toBigInt(), 0n);
			assert.equal((await api.call.feesApi.dues(dai.unit)).prepaid.toBigInt(), dai.fee - 100n);
			assert.equal((await bill(anna, FEBRUARY)).owed.toBigInt(), 0n);
			await assertBooksBalance(api);
		});

		test('after the grace a late fee runs, unless the bill is disputed', async () => {
			const { chen, emma } = homes;
			// Issued on 1 January, due to the end of the 16th, grace to the end of 15 February; ten full days after that.
			await passTo(api, at('2027-02-26', '00:00:01'));
			const unpaid = chen.fee - chen.fee / 3n;
			const late = (unpaid * 10n * 5n) / 10_000n;
			const shown = await bill(chen, JANUARY);
			assert.equal(shown.daysLate.toNumber(), 10);
			assert.equal(shown.lateOwed.toBigInt(), late);
			assert.equal((await bill(emma, JANUARY)).lateOwed.toBigInt(), 0n);

			// First the January bill, late fee and all; then February's.
			const { events } = await execute(api, chen.pair, api.tx.fees.pay(chen.unit, unpaid + late + chen.fee, null));
			const [charged] = pick(events, 'fees', 'LateFeeCharged');
			assert.equal(charged.data.amount.toBigInt(), late);
			const dues = await api.call.feesApi.dues(chen.unit);
			assert.equal(dues.principal.toBigInt() + dues.late.toBigInt() + dues.prepaid.toBigInt(), 0n);
			await assertBooksBalance(api);
		});

		test('a ruling ends the dispute, and its time does not count', async () => {
			const { emma } = homes;
			const reduced = emma.fee / 2n;
			const ruling = api.tx.fees.ruleDispute(billKey(emma, JANUARY), { Reduced: { to: reduced } });
			await refuse(api, officers.manager, ruling, 'BadOrigin');
			await execute(api, officers.auditor, ruling);
			const shown = await bill(emma, JANUARY);
			assert.equal(shown.principalOwed.toBigInt(), reduced);
			assert.equal(shown.lateOwed.toBigInt(), 0n);
			await execute(api, emma.pair, api.tx.fees.pay(emma.unit, reduced + emma.fee, null));
			assert.equal((await api.call.feesApi.dues(emma.unit)).bills.toNumber(), 0);
			await assertBooksBalance(api);
		});

		test('two people lower a bill that was paid, and what was paid too much comes back', async () => {
			const { emma } = homes;
			const key = billKey(emma, JANUARY);
			const paid = (await bill(emma, JANUARY)).bill.principal.paid.toBigInt();
			const propose = api.tx.fees.proposeCredit({ Bills: [[key, paid - 1_000n]] }, HASH);
			const { events } = await execute(api, officers.manager, propose);
			const [proposed] = pick(events, 'fees', 'CreditProposed');
			const approve = api.tx.fees.approveCredit(proposed.data.credit);
			await refuse(api, officers.manager, approve, 'BadOrigin');
			await execute(api, officers.auditor, approve);
			// The chain works it off at the beginning of the next block.
			await newBlock(api);
			const lowered = (await bill(emma, JANUARY)).bill.principal;
			assert.equal(lowered.paid.toBigInt(), paid - 1_000n);
			const done = (await api.call.feesApi.credit(proposed.data.credit)).unwrap().state.asCompleted.done;
			assert.equal(done.bills.toNumber(), 1);
			assert.equal(done.refund.toBigInt(), 1_000n);
			await assertBooksBalance(api);
		});

		test('money leaves through the bank only, against a reference', async () => {
			const { dai } = homes;
			const { issuance } = await assertBooksBalance(api);
			const { events } = await execute(api, dai.pair, api.tx.cashier.requestPayout(5_000n, HASH));
			const [requested] = pick(events, 'cashier', 'PayoutRequested');
			const id = requested.data.payout;
			const [ordered] = pick(
				(await execute(api, officers.cashier, api.tx.cashier.orderPayout(0, id))).events,
				'cashier',
				'PayoutOrdered',
			);
			const { order } = ordered.data;
			await refuse(api, dai.pair, api.tx.cashier.cancelPayout(id), 'cashier.PayoutInProgress');
			const paid = (used) => api.tx.cashier.bookPaid(order, used, null);
			await refuse(api, officers.cashier, paid('ICBC-2026-0001'), 'cashier.ReferenceAlreadyUsed');
			await execute(api, officers.cashier, paid(reference()));
			assert.equal((await assertBooksBalance(api)).issuance, issuance - 5_000n);
			const transfer = api.tx.balances.transferKeepAlive(homes.anna.pair.address, 1n);
			await refuse(api, dai.pair, transfer, 'system.CallFiltered');
		});

		test('what the bank did not pay, and what was booked wrongly, is mended by two people', async () => {
			const { dai } = homes;
			const { cashier, auditor } = officers;
			const { events } = await execute(api, dai.pair, api.tx.cashier.requestPayout(1_000n, HASH));
			const [requested] = pick(events, 'cashier', 'PayoutRequested');
			const started = await execute(api, cashier, api.tx.cashier.orderPayout(0, requested.data.payout));
			const { order } = pick(started.events, 'cashier', 'PayoutOrdered')[0].data;
			const confirm = api.tx.cashier.confirmOutcome(order, { Returned: { reason: HASH } }, 0);
			await refuse(api, auditor, confirm, 'cashier.OutcomeNotProposed');
			await execute(api, cashier, api.tx.cashier.proposeReturn(order, HASH));
			await refuse(api, cashier, confirm, 'BadOrigin');
			await execute(api, auditor, confirm);
			assert.equal((await api.call.cashierApi.orders(null, 10)).length, 0);

			const before = await fen(dai.pair);
			const wrong = reference();
			await execute(api, cashier, api.tx.cashier.receive(0, dai.pair.address, 700n, wrong, null));
			const key = (await api.call.cashierApi.referenceHash(0, wrong)).unwrap();
			await execute(api, cashier, api.tx.cashier.proposeReversal(key, 300n, HASH));
			const terms = { Receipt: { amount: 300n, reason: HASH } };
			const approve = (read) => api.tx.cashier.approveCorrection(key, read, 0);
			await refuse(api, auditor, approve({ Receipt: { amount: 301n, reason: HASH } }), 'cashier.TermsMismatch');
			await execute(api, auditor, approve(terms));
			const entry = (await api.call.cashierApi.bankEntry(key)).unwrap();
			assert.deepEqual([entry.amount.toBigInt(), entry.corrected.toBigInt()], [700n, 300n]);
			assert.equal((await api.call.cashierApi.debts(null, 10)).length, 0);
			assert.equal(await fen(dai.pair), before + 400n);
			await assertBooksBalance(api);
		});

		test('a home is sold: its dues and its vote go with it, the past stays', async () => {
			const { anna, bo } = homes;
			const before = (await api.rpc.chain.getHeader()).number.toNumber();
			const { area } = (await api.call.registryApi.unit(bo.unit)).unwrap();
			await refuse(api, officers.registrar, propose(sale('Settled')), 'registry.DuesOutstanding');
			const { events } = await execute(api, officers.registrar, api.tx.registry.enactChange(SALE));
			// Bo's mandate does not pay for Anna.
			const ended = pick(events, 'fees', 'MandateEnded').map(({ data }) => data);
			assert.equal(ended.length, 1);
			assert.ok(ended[0].reason.isSold);
			assert.equal(ended[0].payer.toString(), bo.pair.address);
			assert.equal((await api.call.feesApi.mandates(bo.unit)).length, 0);
			const now = (await api.rpc.chain.getHeader()).number.toNumber();

			const power = (owner, block) => api.call.registryApi.powerAt(owner, block, null);
			assert.equal(Number((await power(bo.owner, before)).area), Number(area));
			assert.equal(Number((await power(bo.owner, now)).area), 0);
			assert.equal((await power(bo.owner, now)).heads.toNumber(), 0);
			assert.equal(
				Number((await power(anna.owner, now)).area) - Number((await power(anna.owner, before)).area),
				Number(area),
			);
			const totalsNow = await api.call.registryApi.totalsAt(now, null);
			assert.equal(Number(totalsNow.area), totals.voting_area_hundredths_m2);
			assert.equal(totalsNow.heads.toNumber(), totals.voting_headcount - 1);
		});

		test('every statement adds up', async () => {
			for (const [who, home] of Object.entries(homes)) {
				const { owed } = await readStatement(api, home.unit);
				const [dues, bills] = await Promise.all([
					api.call.feesApi.dues(home.unit),
					api.call.feesApi.billsOf(home.unit, false, null, 100),
				]);
				const stored = bills.reduce(
					(sum, { bill: { principal, late } }) =>
						sum +
						[principal, late].reduce(
							(part, debt) =>
								part +
								debt.charged.toBigInt() -
								debt.reduced.toBigInt() -
								debt.waived.toBigInt() -
								debt.paid.toBigInt(),
							0n,
						),
					0n,
				);
				assert.equal(owed, stored, who);
				// What is owed now may include late fee that nothing has written yet.
				assert.ok(dues.principal.toBigInt() + dues.late.toBigInt() >= owed, who);
			}
			const all = await api.call.feesApi.totals();
			assert.equal(all.billed.toBigInt(), BigInt(totals.monthly_fee_fen_at_2_80) * 2n, 'two months were billed');
		});

		test('the bootstrap key decides until there is an assembly', async () => {
			const march = { year: 2027, month: 3 };
			const events = await decide(api.tx.fees.setRate(PROPERTY_FEE, march, 300, []));
			assert.equal(pick(events, 'fees', 'RateSet').length, 1);
			const [charge] = await api.call.feesApi.charges(PROPERTY_FEE, 1);
			assert.deepEqual(
				charge.rates.map(({ rate }) => rate.toNumber()),
				[280, 300],
			);
		});

		test('what others may not do', async () => {
			const { chen } = homes;
			await refuse(api, chen.pair, api.tx.fees.endCharge(PROPERTY_FEE, FEBRUARY), 'BadOrigin');
			const result = await attempt(api, chen.pair, api.tx.registry.leave());
			assert.equal(result.error, 'registry.IsRepresentative');
			await assertBooksBalance(api);
		});
	});
}
