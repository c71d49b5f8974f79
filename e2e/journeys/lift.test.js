// SPDX-License-Identifier: Apache-2.0

// A lift is replaced: the owners of one building pay in and decide, the money is held and paid part by part, stopped, ruled on and
// given back. Every fen is reckoned again.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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
	phase,
	question,
	when,
} from '../support/assembly.js';
import { assertBooksBalance } from '../support/books.js';
import { now } from '../support/clock.js';
import { executeAll } from '../support/crowd.js';
import { temporaryFolder } from '../support/node.js';
import { foundSpenders } from '../support/spenders.js';
import { followBothWays, shareStatement, unitsOf } from '../support/spending.js';
import { exportBooks } from '../support/tools.js';
import { execute, pick, refuse } from '../support/transactions.js';

const ORDINARY = 0;
const REPAIR_POT = 1;
// Proposals, in the order in which they are made.
const [ELECTION, LIFT_DECISION] = [0, 1];
const LIFT = 0;
/** The version of its terms, which are never varied. */
const TERMS = 0;
const YEAR = 2027;
const WINDOW = 7 * DAY;
const WARRANTY = 365 * DAY;
const hash = (byte) => `0x${byte.repeat(32)}`;
const [SCOPE, EVIDENCE, REPORT, REASON, RULING] = ['10', '11', '12', '13', '14'].map(hash);

describe('a lift is replaced', { timeout: 600_000 }, () => {
	let scene;
	let community;
	let node;
	let api;
	let officers;
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

	const sum = (list) => list.reduce((total, value) => total + value, 0n);
	const fen = (pair) => scene.fen(pair);
	const agree = (...calls) => scene.agree(...calls);
	const lift = async () => (await api.call.projectsApi.project(LIFT)).unwrap();
	const milestone = async (number) => (await lift()).milestones[number].milestone;
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
		await execute(api, contractor, api.tx.projects.submit(LIFT, number, EVIDENCE, TERMS));
		await inspect(inspectors[0], number, true);
		const { events } = await inspect(inspectors[2], number, true);
		const [{ data }] = pick(events, 'projects', 'Accepted');
		assert.equal(data.heads.toNumber(), neighbours.length);
		return data.until.toNumber();
	};

	before(async () => {
		scene = await foundSpenders('Lift');
		({ community, node, api, officers, building, related, neighbours, joined, shares } = scene);
		const keyring = new Keyring({ type: 'sr25519' });
		contractor = keyring.addFromUri('//contractor');
		engineer = keyring.addFromUri('//engineer');
	});

	after(() => node?.stop());

	test('owners join, and a committee is elected', async () => {
		// An account must have something to be one: the engineer, who inspects for nothing, has a fen.
		await scene.assemble(ELECTION, [scene.receive(contractor, 20_000n), scene.receive(engineer, 1n)]);
		({ members, outsider } = scene);
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
		await scene.payIn(deposits);
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
		assert.ok(parking);
		await refuse(api, joined[0].pair, api.tx.repair.deposit(parking.id, 1), 'repair.NotEnrolled');
		await assertBooksBalance(api);
	});

	test('the owners of the building decide on it, and nobody else', async () => {
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
		await refuse(api, officers.bootstrap, api.tx.bootstrap.decide(open), 'BadOrigin');
		const propose = async (call, electorate) =>
			api.tx.governance.propose(await question(api, officers.manager, call), ORDINARY, electorate, AGENDA, PLACE);
		await agree(await propose(open, [building]));

		await passTime(api, await when(api, LIFT_DECISION, 'Announced', 'opens'));
		await refuse(api, outsider.pair, api.tx.governance.cast(LIFT_DECISION, 'For'), 'governance.NotInElectorate');
		const choices = new Map(joined.map((owner, place) => [owner, place % 6 === 5 ? 'Against' : 'For']));
		choices.set(joined[0], 'Abstain');
		await castAll(
			api,
			[...choices].map(([owner, choice]) => [LIFT_DECISION, owner, choice]),
		);
		const cert = await close(api, officers.manager, LIFT_DECISION);
		assertCounted(cert, choices, neighbours);
		assert.ok(cert.verdict.isPassed, cert.verdict.toString());

		const opened = await enact(api, officers.manager, LIFT_DECISION);
		assert.equal(await phase(api, LIFT_DECISION), 'Enacted');
		assert.equal(pick(opened, 'repair', 'CostDivided')[0].data.bearers.units.toNumber(), related.length);
		shares.divide(-sum(amounts), related);
		await assertHeld({ paid: 0n, retained: 0n, returned: 0n });
		// Neighbours who paid nothing in owe it now.
		assert.ok([...shares.balances.values()].some((share) => share < 0n));
	});

	test('the first part: done, inspected, and paid once owners had time', async () => {
		await refuse(api, officers.manager, api.tx.projects.submit(LIFT, 0, EVIDENCE, TERMS), 'projects.NotContractor');
		await refuse(api, contractor, api.tx.projects.pay(LIFT, 0), 'projects.NotPayable');
		const until = await accepted(0);
		assert.equal(await fen(engineer), 1n);
		const pay = api.tx.projects.pay(LIFT, 0);
		await refuse(api, officers.manager, pay, 'projects.ObjectionWindowRunning');
		await passTime(api, until);
		const before = await fen(contractor);
		await execute(api, officers.manager, pay);
		const retained = retentionOf(amounts[0]);
		assert.equal(await fen(contractor), before + amounts[0] - retained);
		await assertHeld({ paid: amounts[0] - retained, retained, returned: 0n });
		await refuse(api, officers.manager, pay, 'projects.NotPayable');
	});

	test('the second part: rejected, done better, paid', async () => {
		const submit = api.tx.projects.submit(LIFT, 1, EVIDENCE, TERMS);
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
		await refuse(api, contractor, api.tx.projects.release(LIFT), 'projects.WarrantyRunning');
	});

	test('after the warranty the contractor gets what was retained', async () => {
		const { retained, paid, returned } = await lift();
		const until = (await lift()).project.state.asWarranty.until.toNumber();
		await passTime(api, until - 60_000);
		const release = api.tx.projects.release(LIFT);
		await refuse(api, contractor, release, 'projects.WarrantyRunning');
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
			],
		);
	});

	test('money can be followed from the decision into the escrow, and back', async () => {
		const project = await followBothWays(api, { project: { project: LIFT } });
		assert.deepEqual(project[0], { decision: { proposal: LIFT_DECISION } });
		// Into the escrow, and back from it.
		const [into, back] = project.filter((link) => link.entry).map(({ entry: { pot, entry: id } }) => [pot, id]);
		const amountOf = async (/** @type {number[]} */ [pot, id]) =>
			(await api.call.fundApi.entries(pot, id, 1))[0][1].amount.toBigInt();
		assert.equal(await amountOf(into), sum(amounts));
		assert.equal(await amountOf(back), (await lift()).returned.toBigInt());
	});

	test('the books of the project are exported, and add up', async () => {
		const folder = temporaryFolder('lift');
		const day = new Date((await now(api)) + 8 * 3_600_000).toISOString().slice(0, 10);
		const file = join(folder, 'books.json');
		await exportBooks(node.url, 'json', ['--from', `${YEAR - 1}-12-01`, '--to', day], file);
		const { pots } = JSON.parse(readFileSync(file, 'utf8'));
		const { entries, closingFen } = pots[REPAIR_POT];
		assert.equal(BigInt(closingFen), shares.sum());
		const ofProject = entries.filter(({ cause }) => cause.kind === 'Project');
		assert.deepEqual(
			ofProject.map(({ direction, cause }) => [direction, cause.project]),
			[
				['out', LIFT],
				['in', LIFT],
			],
		);
	});
});
