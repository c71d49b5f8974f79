// SPDX-License-Identifier: Apache-2.0

// A lift is replaced: the owners of one building pay in and decide, the money is held and paid part by part, stopped,
// ruled on and given back; beside it a budget, expenses, an emergency, a month that is closed. Every fen is reckoned
// again.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Keyring } from '@polkadot/api';
import {
	AGENDA,
	assertCounted,
	castAll,
	claimAll,
	close,
	committeeAgrees,
	DAY,
	electCommittee,
	enact,
	ownersOf,
	PLACE,
	passTime,
	phase,
	question,
	when,
} from '../support/assembly.js';
import { assertBooksBalance } from '../support/books.js';
import { now } from '../support/clock.js';
import { foundCommunity } from '../support/community.js';
import { executeAll } from '../support/crowd.js';
import { temporaryFolder } from '../support/node.js';
import { bigRoster, SAMPLE_ROSTER } from '../support/paths.js';
import {
	followBothWays,
	neighboursIn,
	potsByEvents,
	Shares,
	shareStatement,
	smallestBuilding,
	unitsOf,
} from '../support/spending.js';
import { runTool } from '../support/tools.js';
import { execute, pick, refuse } from '../support/transactions.js';

const ORDINARY = 0;
const PROPERTY_FEE = 0;
const [OPERATING_POT, REPAIR_POT] = [0, 1];
// Proposals, in the order in which they are made.
const [ELECTION, LIFT_DECISION, BUDGET_DECISION] = [0, 1, 2];
const LIFT = 0;
const YEAR = 2027;
const [GARDENS, CLEANING] = [0, 1];
const GARDENS_CAP = 1_200_000n;
// Expenses, in the order in which they are proposed.
const [GARDENER, CLEANER, LIFT_STOPS] = [0, 1, 2];
const WINDOW = 7 * DAY;
const WARRANTY = 365 * DAY;
const FEES = 2_000n;
const month = (number, year = YEAR) => ({ year, month: number });
const hash = (byte) => `0x${byte.repeat(32)}`;
const [SCOPE, EVIDENCE, REPORT, REASON, RULING, STATEMENT] = ['10', '11', '12', '13', '14', '15'].map(hash);
const [INVOICE, OTHER_INVOICE, EMERGENCY_INVOICE, LATER_INVOICE] = ['20', '21', '22', '23'].map(hash);

const big = bigRoster('dingxiang');
if (!big) {
	console.log('# dingxiang.csv is not there: the sample roster is used');
}

describe('a lift is replaced', { timeout: 600_000 }, () => {
	let community;
	let node;
	let api;
	let officers;
	/** All owners with power, those who joined, and the committee's members among them. */
	let owners;
	let voters;
	let members;
	/** A member from another building. */
	let outsider;
	/** The building whose lift it is, its units, its owners with what they have there, and those of them who joined. */
	let building;
	let related;
	let neighbours;
	let joined;
	/** The shares in the repair fund as they should be. */
	let shares;
	/** What milestones cost, in fen. */
	let amounts;
	let contractor;
	let engineer;
	let inspectors;
	let references = 0;

	const reference = () => {
		references += 1;
		return `ICBC-2026-${1000 + references}`;
	};
	const fen = async ({ address }) => (await api.query.system.account(address)).data.free.toBigInt();
	const receive = ({ address }, amount) => ({
		pair: officers.cashier,
		call: api.tx.cashier.receive(address, amount, reference()),
	});
	const sum = (list) => list.reduce((total, value) => total + value, 0n);
	const lift = async () => (await api.call.projectsApi.project(LIFT)).unwrap();
	const milestone = async (number) => (await lift()).milestones[number].milestone;
	const agree = (...calls) => committeeAgrees(api, members, ...calls);
	const termsOf = async (expense) => (await api.call.expensesApi.terms(expense)).unwrap();
	/** The month that the community's clock shows. */
	const currentMonth = async () => {
		const date = new Date((await now(api)) + 8 * 3_600_000);
		return month(date.getUTCMonth() + 1, date.getUTCFullYear());
	};
	const retentionOf = (share) => (share * 5n) / 100n;

	/** What the project has is what was given and neither paid nor given back, and it lies on its account. */
	const assertHeld = async ({ paid, retained, returned }) => {
		const view = await lift();
		const funded = sum(amounts);
		assert.deepEqual(
			[view.funded, view.paid, view.retained, view.returned, view.held].map((value) => value.toBigInt()),
			[funded, paid, retained, returned, funded - paid - returned],
		);
		const { data } = await api.query.system.account(view.escrow);
		assert.equal(data.reserved.toBigInt(), funded - paid - returned);
		assert.equal(data.free.toBigInt(), 0n);
		await shares.check(api);
		await assertBooksBalance(api);
	};

	const inspect = ({ pair }, number, accept) =>
		execute(api, pair, api.tx.projects.inspect(LIFT, number, accept, REPORT));

	/** The contractor submits, and two of three inspectors accept. Gives until when owners can object. */
	const accepted = async (number) => {
		await execute(api, contractor, api.tx.projects.submit(LIFT, number, EVIDENCE));
		await inspect(inspectors[0], number, true);
		const { events } = await inspect(inspectors[2], number, true);
		const [{ data }] = pick(events, 'projects', 'Accepted');
		assert.equal(data.heads.toNumber(), neighbours.length);
		return data.until.toNumber();
	};

	before(async () => {
		community = await foundCommunity(big?.csv ?? SAMPLE_ROSTER, 'Spending', '--trial');
		node = await community.start('--sealing', 'manual');
		api = await node.connect();
		officers = community.officers();
		owners = ownersOf(community);
		const units = unitsOf(community);
		building = smallestBuilding(units);
		related = units.filter((unit) => unit.building === building && ['residential', 'commercial'].includes(unit.kind));
		neighbours = neighboursIn(related, owners);
		joined = neighbours.filter((_, place) => place % 5 !== 4);
		// Those who joined, and of the others the largest until there are two thirds of all heads and some more.
		const here = new Set(joined.map(({ id }) => id));
		const away = new Set(neighbours.map(({ id }) => id));
		const others = owners.filter(({ id }) => !away.has(id));
		const missing = Math.ceil((owners.length * 2) / 3) + 6 - joined.length;
		voters = [...owners.filter(({ id }) => here.has(id)), ...others.slice(0, missing)];
		shares = new Shares(units);
		const keyring = new Keyring({ type: 'sr25519' });
		contractor = keyring.addFromUri('//contractor');
		engineer = keyring.addFromUri('//engineer');
		await passTime(api, '2026-12-20T10:00:00+08:00');
	});

	after(() => node?.stop());

	test('owners join, and a committee is elected', async () => {
		await claimAll(api, community, voters);
		// Who enacts decisions and stores their text pays for it. An account must have something to be one: the engineer, who
		// inspects for nothing, has a fen.
		await executeAll(api, [receive(officers.manager, 50_000n), receive(contractor, 20_000n), receive(engineer, 1n)]);
		const candidates = voters.slice(-7);
		const election = { id: ELECTION, seats: 5, term: 3 * 365 * DAY, owners, voters, candidates };
		members = await electCommittee(api, officers.manager, election);
		assert.equal(members.length, 5);
		// What is refused is free for nobody.
		await executeAll(
			api,
			members.map(({ pair }) => receive(pair, 20_000n)),
		);
		const here = new Set(neighbours.map(({ id }) => id));
		outsider = members.find(({ id }) => !here.has(id));
		inspectors = [members[0], members[1], { pair: engineer }];
	});

	test('everybody has a share from the first day, and neighbours pay in', async () => {
		await shares.check(api);
		assert.equal((await api.call.repairApi.relatedUnits([building])).toNumber(), related.length);

		// All that they owe, but for two: one pays just 30 %, the other a fen less.
		const byId = new Map(related.map((unit) => [unit.id, unit]));
		const first = ({ id }) => shares.firstDeposit(byId.get(id));
		const [enough, tooLittle] = joined.filter((owner) => owner.units.length === 1).slice(-2);
		const thirty = (owner) => (first({ id: owner.units[0] }) * 30n) / 100n;
		const deposits = joined.flatMap((owner) =>
			owner.units.map((id) => {
				const part = { [enough.id]: thirty(owner), [tooLittle.id]: thirty(owner) - 1n }[owner.id];
				return { owner, id, amount: part ?? first({ id }) };
			}),
		);
		await executeAll(
			api,
			joined.map((owner) => {
				const own = deposits.filter((deposit) => deposit.owner === owner);
				return receive(owner.pair, sum(own.map(({ amount }) => amount)) + FEES);
			}),
		);
		await executeAll(
			api,
			deposits.map(({ owner, id, amount }) => ({ pair: owner.pair, call: api.tx.repair.deposit(id, amount) })),
		);
		for (const { id, amount } of deposits) {
			shares.add(id, amount);
		}
		await shares.check(api);
		const toppingUp = shares.toppingUp().map(({ unit }) => unit);
		assert.ok(!toppingUp.includes(enough.units[0]) && toppingUp.includes(tooLittle.units[0]));
		assert.equal((await api.call.fundApi.pot(REPAIR_POT)).unwrap().balance.toBigInt(), shares.sum());

		const [unit] = joined[0].units;
		assert.deepEqual(await shareStatement(api, unit), [['RepairDeposit', first({ id: unit })]]);
		const [link, ...none] = await followBothWays(api, { unitShare: { unit } });
		assert.equal(none.length, 0);
		const [[, entry]] = await api.call.fundApi.entries(REPAIR_POT, link.entry.entry, 1);
		assert.equal(entry.cause.asRepairDeposit.unit.toNumber(), unit);
		assert.equal(entry.amount.toBigInt(), first({ id: unit }));
		const parking = unitsOf(community).find(({ kind }) => kind === 'parking');
		await refuse(api, joined[0].pair, api.tx.repair.deposit(parking.id, 1), 'repair.NotEnrolled');
		await assertBooksBalance(api);
	});

	test('the owners of the building decide on the lift, all owners on the budget', async () => {
		const inPot = shares.sum();
		// Odd sums, so that nothing divides evenly.
		amounts = [(inPot * 3n) / 10n + 1n, (inPot * 2n) / 10n + 3n, inPot / 10n + 7n];
		const deadline = new Date(`${YEAR}-12-31T00:00:00+08:00`).getTime();
		const terms = {
			scope: SCOPE,
			contractor: contractor.address,
			milestones: amounts.map((amount) => ({ amount, deadline, evidence: SCOPE })),
			sources: [{ pot: REPAIR_POT, amount: sum(amounts) }],
			inspectors: inspectors.map(({ pair }) => pair.address),
			inspectionsNeeded: 2,
			retention: { numerator: 5, denominator: 100 },
			warranty: WARRANTY,
			objectionWindow: WINDOW,
			objectionShare: { numerator: 1, denominator: 5 },
			related: [building],
		};
		const open = api.tx.projects.open(terms, related.length);
		await refuse(api, officers.manager, open, 'BadOrigin');
		// No key stands in for the owners where their money is spent.
		const { events } = await execute(api, officers.sudo, api.tx.sudo.sudo(open));
		assert.ok(pick(events, 'sudo', 'Sudid')[0].data[0].asErr.isBadOrigin);
		const setBudget = api.tx.expenses.setBudget(YEAR, [
			{ name: 'Gardens', pot: OPERATING_POT, cap: GARDENS_CAP },
			{ name: 'Cleaning', pot: OPERATING_POT, cap: 300_000n },
		]);
		const propose = async (call, electorate) =>
			api.tx.governance.propose(await question(api, officers.manager, call), ORDINARY, electorate, AGENDA, PLACE);
		await agree(await propose(open, [building]), await propose(setBudget, null));

		await passTime(api, await when(api, BUDGET_DECISION, 'Announced', 'opens'));
		await refuse(api, outsider.pair, api.tx.governance.cast(LIFT_DECISION, 'For'), 'governance.NotInElectorate');
		const choices = new Map(joined.map((owner, place) => [owner, place % 6 === 5 ? 'Against' : 'For']));
		choices.set(joined[0], 'Abstain');
		await castAll(api, [
			...[...choices].map(([owner, choice]) => [LIFT_DECISION, owner, choice]),
			...voters.map((owner) => [BUDGET_DECISION, owner, 'For']),
		]);
		const cert = await close(api, officers.manager, LIFT_DECISION);
		assertCounted(cert, choices, neighbours);
		assert.ok(cert.verdict.isPassed, cert.verdict.toString());
		const budget = await close(api, officers.manager, BUDGET_DECISION);
		assertCounted(budget, new Map(voters.map((owner) => [owner, 'For'])), owners);

		const opened = await enact(api, officers.manager, LIFT_DECISION);
		assert.equal(await phase(api, LIFT_DECISION), 'Enacted');
		assert.equal(pick(opened, 'repair', 'CostDivided')[0].data.bearers.units.toNumber(), related.length);
		shares.divide(-sum(amounts), related);
		await assertHeld({ paid: 0n, retained: 0n, returned: 0n });
		// Neighbours who paid nothing in owe it now.
		assert.ok([...shares.balances.values()].some((share) => share < 0n));

		const set = await enact(api, officers.manager, BUDGET_DECISION);
		assert.equal(pick(set, 'expenses', 'BudgetSet')[0].data.decision.unwrap().toNumber(), BUDGET_DECISION);
	});

	test('the first part: done, inspected, and paid once owners had time', async () => {
		await refuse(api, officers.manager, api.tx.projects.submit(LIFT, 0, EVIDENCE), 'projects.NotContractor');
		await refuse(api, contractor, api.tx.projects.pay(LIFT, 0), 'projects.NotPayable');
		const until = await accepted(0);
		assert.equal(await fen(engineer), 1n);
		const pay = api.tx.projects.pay(LIFT, 0);
		await refuse(api, officers.manager, pay, 'projects.WindowOpen');
		await passTime(api, until);
		const before = await fen(contractor);
		await execute(api, officers.manager, pay);
		const retained = retentionOf(amounts[0]);
		assert.equal(await fen(contractor), before + amounts[0] - retained);
		await assertHeld({ paid: amounts[0] - retained, retained, returned: 0n });
		await refuse(api, officers.manager, pay, 'projects.NotPayable');
	});

	test('the second part: rejected, done better, paid', async () => {
		const submit = api.tx.projects.submit(LIFT, 1, EVIDENCE);
		await execute(api, contractor, submit);
		await inspect(inspectors[0], 1, false);
		const again = api.tx.projects.inspect(LIFT, 1, true, REPORT);
		await refuse(api, inspectors[0].pair, again, 'projects.AlreadyInspected');
		const { events } = await inspect(inspectors[1], 1, false);
		assert.equal(pick(events, 'projects', 'Rejected').length, 1);
		await refuse(api, officers.manager, api.tx.projects.pay(LIFT, 1), 'projects.NotPayable');

		await passTime(api, await accepted(1));
		const before = await fen(contractor);
		await execute(api, officers.manager, api.tx.projects.pay(LIFT, 1));
		const retained = retentionOf(amounts[1]);
		assert.equal(await fen(contractor), before + amounts[1] - retained);
	});

	test('the third part: a fifth of the owners stop it, and the committee rules', async () => {
		await accepted(2);
		const object = api.tx.projects.object(LIFT, 2, REASON);
		await refuse(api, outsider.pair, object, 'projects.NotRelated');
		const objectors = joined.slice(0, Math.ceil(neighbours.length / 5));
		const last = objectors.pop();
		await executeAll(
			api,
			objectors.map(({ pair }) => ({ pair, call: object })),
		);
		await refuse(api, objectors[0].pair, object, 'projects.AlreadyObjected');
		assert.equal((await milestone(2)).state.asAccepted.objections.toNumber(), objectors.length);
		const { events } = await execute(api, last.pair, object);
		assert.ok(pick(events, 'projects', 'Disputed')[0].data.by.isOwners);
		await passTime(api, (await now(api)) + WINDOW);
		await refuse(api, officers.manager, api.tx.projects.pay(LIFT, 2), 'projects.NotPayable');

		const share = (amounts[2] * 70n) / 100n;
		const rule = api.tx.projects.rule(LIFT, 2, share, RULING, related.length);
		await refuse(api, members[0].pair, rule, 'BadOrigin');
		const before = await fen(contractor);
		await agree(rule);
		const returned = amounts[2] - share;
		assert.equal(await fen(contractor), before + share - retentionOf(share));
		shares.divide(returned, related);
		const retained = sum([amounts[0], amounts[1], share].map(retentionOf));
		await assertHeld({ paid: amounts[0] + amounts[1] + share - retained, retained, returned });

		// What the warranty is for stays, and nobody gets it early.
		assert.ok((await lift()).project.state.isWarranty);
		await refuse(api, contractor, api.tx.projects.release(LIFT), 'projects.WarrantyRuns');
	});

	test('expenses: proposed by one, approved by others, paid once, and never over the line', async () => {
		const gardener = new Keyring({ type: 'sr25519' }).addFromUri('//gardener');
		const incurred = await currentMonth();
		const propose = (line, payee, amount, invoice) =>
			api.tx.expenses.propose(YEAR, line, payee, amount, invoice, incurred, 'Nobody');
		const toGardener = (amount, invoice) => propose(GARDENS, { Account: gardener.address }, amount, invoice);
		const amount = 480_000n;
		await refuse(api, members[0].pair, toGardener(amount, INVOICE), 'BadOrigin');
		const { events } = await execute(api, officers.manager, toGardener(amount, INVOICE));
		const [{ data }] = pick(events, 'expenses', 'ExpenseProposed');
		assert.equal(data.expense.toNumber(), GARDENER);
		assert.ok(data.needs.isCommittee);
		await refuse(api, officers.manager, toGardener(1n, INVOICE), 'expenses.InvoiceUsed');
		const rest = GARDENS_CAP - amount;
		await refuse(api, officers.manager, toGardener(rest + 1n, OTHER_INVOICE), 'expenses.OverLine');
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
		await execute(api, officers.cashier, api.tx.cashier.receiveForPot(OPERATING_POT, 1_000_000n, reference()));
		await execute(api, members[0].pair, pay);
		assert.equal(await fen(gardener), amount);
		await refuse(api, members[0].pair, pay, 'expenses.AlreadyOver');

		const payByBank = (used) => api.tx.expenses.payByBank(CLEANER, used, 0);
		await refuse(api, members[0].pair, api.tx.expenses.pay(CLEANER, 0), 'expenses.PaidByBank');
		await refuse(api, officers.manager, payByBank(reference()), 'BadOrigin');
		await refuse(api, officers.cashier, payByBank('ICBC-2026-1001'), 'cashier.ReferenceUsed');
		const { issuance } = await assertBooksBalance(api);
		await execute(api, officers.cashier, payByBank(reference()));
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
		const propose = (cost) =>
			api.tx.expenses.proposeEmergency('Lift', REPAIR_POT, payee, cost, EMERGENCY_INVOICE, EVIDENCE, on, incurred);
		await refuse(api, manager, propose(5_000_001n), 'expenses.OverEmergencyCap');
		await execute(api, manager, propose(amount));
		const stored = async () => (await api.call.expensesApi.expense(LIFT_STOPS)).unwrap();
		const { purpose, proposed } = await stored();
		const approve = api.tx.expenses.approveEmergencyAsAuditor(LIFT_STOPS, await termsOf(LIFT_STOPS));
		await refuse(api, auditor, approve, 'expenses.CommitteeHasTime');
		const until = purpose.asEmergency.committeeUntil.toNumber();
		assert.equal(until, proposed.toNumber() + 7 * DAY);
		await passTime(api, until);
		await refuse(api, manager, approve, 'BadOrigin');
		await execute(api, auditor, approve);

		const pay = (units) => api.tx.expenses.pay(LIFT_STOPS, units);
		await refuse(api, members[0].pair, pay(related.length - 1), 'expenses.MoreUnits');
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
		await refuse(api, auditor, closeMonth(january), 'fund.NotAttested');
		await refuse(api, auditor, closeMonth(await currentMonth()), 'fund.MonthNotOver');
		// What the bank received before the new year; in January it received nothing.
		const closing = 50_000n + 20_000n + 1n;
		const attest = (period, bank) => api.tx.cashier.attest(period, STATEMENT, bank);
		await refuse(api, auditor, attest(december, closing), 'BadOrigin');
		await execute(api, cashier, attest(december, closing));
		await execute(api, cashier, attest(january, closing));
		await refuse(api, cashier, attest(january, closing), 'cashier.AlreadyAttested');
		await refuse(api, cashier, closeMonth(january), 'BadOrigin');
		const { events } = await execute(api, auditor, closeMonth(january));
		const [{ data }] = pick(events, 'fund', 'MonthClosed');
		assert.equal(data.difference.toBigInt(), 0n);
		assert.deepEqual((await api.call.fundApi.lastClosed()).toJSON(), january);
		for (const closed of [december, january]) {
			await refuse(api, auditor, closeMonth(closed), 'fund.MonthClosed');
		}
		await refuse(api, auditor, closeMonth(month(3)), 'fund.OutOfOrder');

		const late = (incurred) =>
			api.tx.expenses.propose(YEAR, GARDENS, { Bank: hash('ba') }, 100n, LATER_INVOICE, incurred, 'Nobody');
		await refuse(api, manager, late(january), 'expenses.MonthClosed');
		await execute(api, manager, late(month(2)));
	});

	test('after the warranty the contractor gets what was retained', async () => {
		const { retained, paid, returned } = await lift();
		const until = (await lift()).project.state.asWarranty.until.toNumber();
		await passTime(api, until - 60_000);
		const release = api.tx.projects.release(LIFT);
		await refuse(api, contractor, release, 'projects.WarrantyRuns');
		await passTime(api, until);
		const before = await fen(contractor);
		await execute(api, officers.manager, release);
		assert.equal(await fen(contractor), before + retained.toBigInt());
		const paidInAll = paid.toBigInt() + retained.toBigInt();
		await assertHeld({ paid: paidInAll, retained: 0n, returned: returned.toBigInt() });
		const view = await lift();
		assert.ok(view.project.state.isClosed);
		assert.equal(view.held.toBigInt(), 0n);
	});

	test('a unit reads where its money went', async () => {
		const [unit] = joined[0].units;
		const lines = await shareStatement(api, unit);
		assert.deepEqual(
			lines.map(([cause, amount]) => [cause, amount > 0n]),
			[
				['RepairDeposit', true],
				['Project', false],
				['Project', true],
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
		const project = await followBothWays(api, { project: { project: LIFT } });
		assert.deepEqual(project[0], { decision: { proposal: LIFT_DECISION } });
		// Into the escrow, and back from it.
		const [into, back] = project.filter((link) => link.entry).map(({ entry: { pot, entry: id } }) => [pot, id]);
		const amountOf = async ([pot, id]) => (await api.call.fundApi.entries(pot, id, 1))[0][1].amount.toBigInt();
		assert.equal(await amountOf(into), sum(amounts));
		assert.equal(await amountOf(back), (await lift()).returned.toBigInt());

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
			const exported = await runTool(
				'linli-books',
				'export',
				'--url',
				node.url,
				...range,
				'--format',
				format,
				'--out',
				file,
			);
			assert.equal(exported.status, 0, exported.output);
			const checked = await runTool('linli-books', 'check', file);
			assert.equal(checked.status, 0, checked.output);
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
