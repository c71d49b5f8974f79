// SPDX-License-Identifier: Apache-2.0

// What the chain stores is read as it is, and a recount of it agrees. `node --test clients/recount/`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { TypeRegistry } from '@polkadot/types';
import { readFacts } from './chain.js';
import { livedAt, momentOf } from './clock.js';
import { compareAll } from './compare.js';
import { blockAt, historyOf, personAt } from './history.js';
import { changesOf, powersAt, readRegister } from './register.js';
import { TYPES } from './testing/types.js';

/** @typedef {import('@linli/command/node.js').Decoded} Decoded */

const types = new TypeRegistry();
types.register(TYPES);
/** @type {(type: string, value?: any) => Decoded} */
const make = (type, value) => types.createType(type, value);
const account = (/** @type {number} */ byte) => `0x${byte.toString(16).padStart(2, '0').repeat(32)}`;
const name = (/** @type {number} */ byte) => make('AccountId', account(byte)).toString();

const { ruleBook } = JSON.parse(
	readFileSync(new URL('../../runtime/src/genesis/laws/cn.json', import.meta.url), 'utf8'),
).governance;
const [CLASS] = ruleBook.classes;
const OPENS = 1_000_000_000n + BigInt(CLASS.notice);
const CLOSES = OPENS + BigInt(CLASS.window);
const FLAT = { area: 9_000, heads: 1 };
const NONE = { area: 0, heads: 0 };
const SCAN = account(0xcc);
const [HOLDER, REGISTRAR, WITNESS] = [1, 2, 3];

/**
 * A storage item: the values by key, each key a list of its parts.
 * @param {string} type
 * @param {[Decoded[], any][]} entries
 */
function item(type, entries = []) {
	const text = (/** @type {any[]} */ parts) => parts.map(String).join();
	const values = new Map(entries.map(([key, value]) => [text(key), make(type, value)]));
	const read = async (/** @type {any[]} */ ...key) => make(`Option<${type}>`, values.get(text(key)));
	return Object.assign(read, {
		entries: async (/** @type {any[]} */ ...prefix) =>
			entries
				.filter(([key]) => prefix.every((part, place) => String(part) === String(key[place])))
				.map(([key, value]) => [{ args: key }, make(`Option<${type}>`, value)]),
	});
}
/** @type {(type: string, value: any) => () => Promise<Decoded>} */
const always = (type, value) => async () => make(type, value);
const owned = (/** @type {number} */ owner) => [make('u32', 7), make('u32', owner)];

const ballots = [
	[owned(0), { choice: 'For', power: FLAT, channel: 'Own', moment: OPENS, recent: true }],
	[owned(1), { choice: 'For', power: FLAT, channel: { Proxy: { holder: account(HOLDER) } }, moment: OPENS }],
	[
		owned(2),
		{
			choice: 'Against',
			power: FLAT,
			channel: { Paper: { scan: SCAN, enteredBy: account(REGISTRAR), witness: account(WITNESS) } },
			moment: OPENS + 5n,
		},
	],
];
const tally = (/** @type {any} */ inFavour, /** @type {any} */ against) => ({
	Motion: { inFavour, against, abstaining: NONE, quorumOnly: null },
});
const [TWO, THREE] = [2, 3].map((heads) => ({ area: heads * 9_000, heads }));
const CERTIFICATE = {
	ruleBook: 0,
	class: 0,
	recordBlock: 40,
	tally: tally(TWO, FLAT),
	count: { total: THREE, participating: THREE, inFavour: TWO, against: FLAT, servedSilent: NONE, quorumOnly: NONE },
	verdict: 'Passed',
	closed: CLOSES,
	stage: 'FirstCall',
	stoodStill: 0,
	recentSince: 20,
	recent: tally(FLAT, NONE),
	closedIn: 90,
};
const subject = (/** @type {any} */ value) => make('Subject', value);

/** A chain on which proposal 7 is closed. */
function chain() {
	/** @type {Record<string, Decoded>} */
	const governance = {
		proposals: item('Proposal', [
			[
				[7],
				{
					question: { Motion: { matter: 'FeeRules' } },
					state: { Enacted: { enactAt: CLOSES + BigInt(CLASS.delay), at: CLOSES + BigInt(CLASS.delay) } },
				},
			],
		]),
		certificates: item('Certificate', [[[7], CERTIFICATE]]),
		polls: item('Poll', [
			[[7], { opens: OPENS, closes: CLOSES, recordBlock: 40, total: THREE, lastBallot: OPENS + 5n, recentSince: 20 }],
		]),
		ruleBooks: item('RuleBook', [
			[
				[0],
				{
					classes: ruleBook.classes.map((/** @type {any} */ rules) => ({
						...rules,
						approval: { ...rules.approval, of: 'Participating' },
						silent: 'NotParticipating',
						developer: 'Full',
					})),
					matters: { charges: 0, feeRules: 0, ruleBook: 1 },
					proxiesPerHolder: 3,
					election: { seatsMin: 5, seatsMax: 11, odd: true, class: 0 },
				},
			],
		]),
		ballots: item('Ballot', /** @type {any} */ (ballots)),
		deliveries: item('Delivery', [[owned(2), { receipt: 'Acknowledged', power: FLAT, moment: OPENS }]]),
		proxies: item('Proxy', [[owned(1), { holder: account(HOLDER), holderOwner: 0, choice: 'For' }]]),
		proxiesUsed: { entries: async () => [[{ args: owned(0) }, make('u32', 1)]] },
		contests: item('Contest', [
			[owned(2), { ballot: ballots[2][1], settlement: { Settled: { upheld: true, document: SCAN } } }],
		]),
		scans: item('(u32, u32)', [[[SCAN], [7, 2]]]),
		candidates: always('Vec<Candidate>', []),
		nominations: item('Nomination'),
		judgments: item('Judgment'),
		postponements: item('Postponement'),
		runOffs: item('u32'),
	};
	const registry = {
		developer: always('Option<u32>', null),
		headsPerLot: always('bool', false),
		histories: item('History', [
			[[subject({ OwnerArea: { owner: 0 } })], { earlier: 1, last: { block: 50, value: 4_000 } }],
			[[subject({ OwnerArea: { owner: 1 } })], { earlier: 0, last: { block: 0, value: 9_000 } }],
			[[subject({ OwnerArea: { owner: 2 } })], { earlier: 0, last: { block: 0, value: 9_000 } }],
			[[subject({ OwnerChanges: { owner: 0 } })], { earlier: 1, last: { block: 50, value: 2 } }],
		]),
		checkpoints: item('Checkpoint', [
			[[subject({ OwnerArea: { owner: 0 } }), 0], { block: 30, value: 9_000 }],
			[[subject({ OwnerChanges: { owner: 0 } }), 0], { block: 30, value: 1 }],
		]),
	};
	const community = { standstills: item('Standstill') };
	const consts = { governance: { minSeconders: make('u32', 1) } };
	return { query: { community, governance, registry }, consts, call: {}, registry: types };
}

const PERSON = { owners: [0, 0], isStaff: false };

/** @type {import('./history.js').History} */
const history = {
	timesOf: async (block) => (block === 41n ? [OPENS - BigInt(CLASS.notice)] : [CLOSES]),
	actsOf: async (acts) =>
		new Map(acts.flatMap(({ owner, accounts: { holder } }) => (holder ? [[owner, { holder: PERSON }]] : []))),
};

test('a certificate that is right', async () => {
	const facts = await readFacts(chain(), 7, history);
	const { lines, faults, recent, unchecked } = compareAll(facts);
	assert.deepEqual(
		lines.filter(({ agrees }) => !agrees),
		[],
	);
	assert.deepEqual(faults, []);
	assert.deepEqual(unchecked, { owners: [2], times: false });
	assert.equal(facts.matter, 'fee_rules');
	assert.deepEqual(facts.book.matters, { charges: 0, fee_rules: 0, rule_book: 1 });
	assert.equal(facts.certificate.verdict, 'Passed');
	assert.deepEqual(recent.entitled, { area: 9_000n, heads: 1n });
});

test('ballots and their channels are read as they are stored', async () => {
	const facts = await readFacts(chain(), 7, history);
	const power = { area: 9_000n, heads: 1n };
	const paper = { kind: 'paper', enteredBy: name(REGISTRAR), witness: name(WITNESS), scan: SCAN };
	const read = [
		{ owner: 0, choice: 'for', power, channel: { kind: 'own' }, moment: OPENS, recent: true },
		{ owner: 1, choice: 'for', power, channel: { kind: 'proxy', holder: name(HOLDER) }, moment: OPENS, recent: false },
		{ owner: 2, choice: 'against', power, channel: paper, moment: OPENS + 5n, recent: false },
	];
	assert.deepEqual(facts.ballots, read);
	assert.deepEqual(facts.proxies, [{ owner: 1, holder: name(HOLDER), holderOwner: 0, choice: 'for' }]);
	assert.deepEqual(facts.proxiesUsed, new Map([[0, 1]]));
	assert.deepEqual(facts.contests, [{ owner: 2, upheld: true, ballot: read[2] }]);
	assert.deepEqual(facts.scans, new Map([[SCAN, { proposal: 7, owner: 2 }]]));
	assert.deepEqual(facts.deliveries, [{ owner: 2, power, moment: OPENS, receipt: { kind: 'acknowledged' } }]);
});

test('what the certificate says is not taken for what is', async () => {
	const at = chain();
	const forged = { ...CERTIFICATE, recordBlock: 60, stage: 'SecondCall', stoodStill: 9 };
	at.query.governance.certificates = item('Certificate', [[[7], forged]]);
	const { lines, faults } = compareAll(await readFacts(at, 7, history));
	assert.deepEqual(
		lines.filter(({ agrees }) => !agrees).map(({ what }) => what),
		['stage', 'record date'],
	);
	assert.deepEqual(faults, ['the certificate names other standstills than the chain']);
});

test('a rejected motion with a judgment', async () => {
	const at = chain();
	const { governance } = at.query;
	const given = [account(WITNESS), CLOSES + 40n * 86_400_000n];
	governance.judgments = item('Judgment', [[[7], { enteredBy: account(REGISTRAR), moment: CLOSES, given }]]);
	governance.certificates = item('Certificate', [[[7], { ...CERTIFICATE, verdict: { Rejected: 'NobodyVoted' } }]]);
	const { judgment, certificate } = await readFacts(at, 7, history);
	assert.equal(certificate.verdict, 'NobodyVoted');
	assert.deepEqual(judgment, {
		enteredBy: name(REGISTRAR),
		moment: CLOSES,
		given: { by: name(WITNESS), enactAt: CLOSES + 40n * 86_400_000n },
	});
});

test('a motion within tracts', async () => {
	const at = chain();
	const { governance, registry } = at.query;
	const book = (await governance.ruleBooks(0)).unwrap();
	const [rules] = book.classes;
	rules.set('inEachTract', make('bool', true));
	book.set('tracts', make('Vec<Vec<u16>>', [[1, 2], [3]]));
	governance.ruleBooks = always('Option<RuleBook>', book);
	const histories = await registry.histories.entries();
	const area = (/** @type {number} */ owner, /** @type {number} */ building) => [
		{ args: [subject({ OwnerAreaIn: { owner, building } })] },
		make('Option<History>', { earlier: 0, last: { block: 0, value: 9_000 } }),
	];
	const entries = async () => [...histories, area(0, 1), area(1, 2), area(2, 3)];
	Object.assign(registry.histories, { entries });
	const result = (/** @type {number[]} */ buildings, /** @type {any} */ inFavour, /** @type {any} */ against) => {
		const total = { area: inFavour.area + against.area, heads: inFavour.heads + against.heads };
		const count = { total, participating: total, inFavour, against, servedSilent: NONE, quorumOnly: NONE };
		return { buildings, count, verdict: against.heads > 0 ? { Rejected: 'ApprovalArea' } : 'Passed' };
	};
	const tracts = [result([1, 2], TWO, NONE), result([3], NONE, FLAT)];
	const rejected = { ...CERTIFICATE, verdict: { Rejected: 'Tract' }, tracts };
	governance.certificates = item('Certificate', [[[7], rejected]]);
	const poll = (await governance.polls(7)).unwrap();
	poll.set('tractBuildings', make('u32', 3));
	governance.polls = always('Option<Poll>', poll);
	governance.proposals = item('Proposal', [
		[[7], { question: { Motion: { matter: 'FeeRules' } }, state: { Rejected: { closed: CLOSES } } }],
	]);
	const { lines, faults } = compareAll(await readFacts(at, 7, history));
	assert.deepEqual(
		lines.filter(({ agrees }) => !agrees),
		[],
	);
	assert.ok(lines.some(({ what, chain }) => what === 'within buildings 3: verdict' && chain === 'ApprovalArea'));
	assert.deepEqual(faults, []);
});

test('an election: its candidates and its tally', async () => {
	const at = chain();
	const { governance } = at.query;
	const question = { Election: { seats: 5, term: 0 } };
	const votes = { Election: { participating: TWO, approving: [TWO, FLAT] } };
	governance.proposals = item('Proposal', [[[7], { question, state: { Rejected: { closed: CLOSES } } }]]);
	governance.certificates = item('Certificate', [
		[[7], { ...CERTIFICATE, tally: votes, recent: votes, elected: '0x01' }],
	]);
	const candidates = [HOLDER, WITNESS].map((byte, owner) => ({ owner, account: account(byte) }));
	governance.candidates = always('Vec<Candidate>', candidates);
	governance.nominations = item('Nomination', [
		[owned(0), { account: account(HOLDER), seconders: 2 }],
		[owned(1), { account: account(HOLDER), seconders: 1 }],
	]);
	const facts = await readFacts(at, 7, history);
	assert.deepEqual(facts.candidates, [
		{ owner: 0, stands: true, seconders: 2 },
		{ owner: 1, stands: false, seconders: 1 },
	]);
	assert.deepEqual(facts.question, { kind: 'election', seats: 5, candidates: 2 });
	assert.deepEqual([facts.certificate.kind, facts.certificate.elected], ['election', [1]]);
	assert.deepEqual(facts.certificate.voted, { area: 18_000n, heads: 2n });
	assert.deepEqual(facts.state, { kind: 'rejected', closed: CLOSES });
});

test('a choice and its run-off', async () => {
	const at = chain();
	const { governance } = at.query;
	const options = (/** @type {any[]} */ calls) => ({
		question: { Options: { options: calls, matter: 'Charges' } },
		state: { Rejected: { closed: CLOSES } },
	});
	governance.proposals = item('Proposal', [
		[[7], options(['0x0a', null, '0x0c'])],
		[[8], options(['0x0c', '0x0a'])],
	]);
	const votes = { Options: { options: [FLAT, NONE, FLAT], against: FLAT, abstaining: NONE, quorumOnly: FLAT } };
	const led = { ...CERTIFICATE, tally: votes, recent: votes, reserve: '0x0200' };
	governance.certificates = item('Certificate', [
		[[7], led],
		[[8], led],
	]);
	governance.runOffs = item('u32', [[[make('u32', 7)], 8]]);
	governance.polls = item('Poll', [
		[[7], {}],
		[[8], {}],
	]);
	const [first, second] = await Promise.all([readFacts(at, 7, history), readFacts(at, 8, history)]);
	assert.equal(first.runOff?.about, first.choice?.about);
	assert.deepEqual(
		[2, 0].map((place) => first.choice?.calls[place]),
		first.runOff?.calls,
	);
	assert.deepEqual(second.runOffOf, { first: first.choice, places: [2, 0] });
	assert.deepEqual(first.certificate.quorum_only, { area: 9_000n, heads: 1n });
});

test('proposals without a result', async () => {
	await assert.rejects(readFacts(chain(), 8, history), /there is no proposal 8/);
	const at = chain();
	at.query.governance.certificates = item('Certificate');
	await assert.rejects(readFacts(at, 7, history), /proposal 7 has no certificate/);
});

test('a chain of another version', async () => {
	const at = chain();
	at.query.governance.polls = /** @type {any} */ (async () => ({ isNone: false, unwrap: () => ({ recordBlock: 40 }) }));
	await assert.rejects(readFacts(at, 7, history), /as another version of Linli does/);
});

test('the register: powers and changes', async () => {
	const register = await readRegister(chain().query.registry);
	assert.deepEqual(powersAt(register, 29n, null, null).get(0), undefined);
	assert.deepEqual(powersAt(register, 49n, null, null).get(0), { area: 9_000n, heads: 1n });
	assert.deepEqual(powersAt(register, 50n, null, null).get(0), { area: 4_000n, heads: 1n });
	assert.deepEqual([...changesOf(register).keys()], [0], 'genesis changes nobody');
	// A change of area counts even if the register does not count it.
	const silent = register.checkpoints.filter(({ subject: { type } }) => type !== 'OwnerChanges');
	assert.deepEqual(
		changesOf({ ...register, checkpoints: silent })
			.get(0)
			?.sort(),
		[30n, 50n],
	);
});

test('lived time leaves out standstills', () => {
	const standstills = [
		{ from: 100n, until: 150n, total: 50n },
		{ from: 200n, until: 300n, total: 150n },
	];
	for (const [moment, lived] of [
		[99n, 99n],
		[100n, 100n],
		[120n, 100n],
		[150n, 100n],
		[160n, 110n],
		[200n, 150n],
		[301n, 151n],
	]) {
		assert.equal(livedAt(moment, standstills), lived, `at ${moment}`);
	}
	assert.deepEqual(
		[99n, 100n, 101n, 150n, 151n].map((lived) => momentOf(lived, standstills)),
		[99n, 100n, 151n, 200n, 301n],
	);
});

test('a block is found by its time', async () => {
	const asked = new Set();
	const block = async (/** @type {number} */ number) => {
		asked.add(number);
		return { moment: number * 6 + (number > 500 ? 1_000 : 0) };
	};
	assert.equal(await blockAt(block, 10, 1_000, 66n), 11);
	assert.equal(await blockAt(block, 10, 1_000, 7_000n), 1_000);
	assert.equal(await blockAt(block, 10, 1_000, 60n), null, 'not after the first');
	assert.equal(await blockAt(block, 10, 1_000, 3_500n), null, 'no block has this time');
	assert.ok(asked.size < 40);
	assert.equal(await blockAt(async () => ({ moment: null }), 10, 1_000, 66n), null);
});

test('the times of blocks are those of the client library, and none is guessed', async () => {
	const inherent = (/** @type {number} */ moment) => ({
		method: { section: 'timestamp', method: 'set', args: [make('u64', moment)] },
	});
	const api = {
		rpc: { chain: { getBlockHash: async (/** @type {number} */ number) => make('u32', number) } },
		registry: { createType: (/** @type {string} */ _, /** @type {number} */ moment) => inherent(moment) },
		_rpcCore: {
			provider: {
				async send(/** @type {string} */ method, /** @type {string[]} */ [hash]) {
					const number = make('u32', hash).toNumber();
					if (method !== 'chain_getBlock' || number === 0 || number === 30) {
						throw new Error('not there');
					}
					return { block: { extrinsics: [number * 6] } };
				},
			},
		},
	};
	const { timesOf, actsOf } = historyOf(/** @type {any} */ (api));
	assert.deepEqual(await timesOf(20n), [114n, 120n]);
	assert.deepEqual(await timesOf(1n), [6n], 'genesis has no time');
	assert.deepEqual(await timesOf(31n), []);
	const act = { owner: 1, moment: 120n, accounts: { holder: name(HOLDER) } };
	assert.deepEqual(await actsOf([act], 10n, 25n), new Map(), 'the node has no state of that time');
});

test('a person is staff if any account of its owner is, before and after', async () => {
	/** @type {(owner: number | null, others: number[], managers: number[]) => Decoded} */
	const state = (owner, others, managers) => ({
		accountOwners: async () => make('Option<OwnerKey>', owner === null ? null : { owner }),
		owners: async () => ({ unwrap: () => ({ accounts: make('Vec<AccountId>', others.map(account)) }) }),
		roles: {
			keys: async () => managers.map((byte) => ({ args: [make('Text', 'Manager'), make('AccountId', account(byte))] })),
		},
	});
	const at = (/** @type {Decoded[]} */ ...states) => personAt(states, name(HOLDER));
	const own = state(5, [HOLDER, WITNESS], []);
	assert.deepEqual(await at(own, own), { owners: [5, 5], isStaff: false });
	const staff = state(5, [HOLDER, WITNESS], [WITNESS]);
	assert.deepEqual(await at(staff, staff), { owners: [5, 5], isStaff: true });
	assert.deepEqual(await at(own, staff), { owners: [5, 5], isStaff: false }, 'appointed in this block');
	assert.deepEqual(await at(state(null, [], [HOLDER])), { owners: [null], isStaff: true });
});
