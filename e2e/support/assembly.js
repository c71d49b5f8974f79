// SPDX-License-Identifier: Apache-2.0

// The owners of a community as those who decide: who they are, and how they vote, close, enact and count again.

import assert from 'node:assert/strict';
import { Keyring } from '@polkadot/api';
import { blake2AsHex } from '@polkadot/util-crypto';
import { newBlock, timeTravel } from './clock.js';
import { claim } from './community.js';
import { executeAll, submitAllGeneral } from './crowd.js';
import { matterOf } from './matters.js';
import { runTool } from './tools.js';
import { attempt, errorName, execute, pick } from './transactions.js';

/**
 * @import { Client, Decoded } from '@linli/command/node.js'
 * @import { KeyringPair as Signer } from '@polkadot/keyring/types'
 * @import { Joinable } from './community.js'
 */

/**
 * @typedef {object} Owner An owner with voting power.
 * @property {number} id
 * @property {bigint} area In 0.01 m².
 * @property {number[]} units
 * @property {Signer} pair
 */

export const DAY = 86_400_000;
const SLOT = 6_000;
export const AGENDA = `0x${'a9'.repeat(32)}`;
export const PLACE = 'https://community.example/agenda';

/** What anyone may spend on enacting: a twentieth of a block. */
const WEIGHT_BOUND = { refTime: 100_000_000_000, proofSize: 100_000_000 };
/** So many bytes of a call have room in a proposal. */
const INLINE_CALL = 128;
const VOTING = ['residential', 'commercial'];

/**
 * All owners with voting power, the largest first and equals in the order of the roster, since ids are shuffled:
 * `{ id, area, units, pair }`, the area in 0.01 m², counted from the roster and not by the chain.
 * @param {Joinable} community
 */
export function ownersOf(community) {
	const keyring = new Keyring({ type: 'sr25519' });
	/** @type {Map<string, Omit<Owner, 'pair'>>} */
	const owners = new Map();
	for (const { unit_id: unit, owner_id: id, kind, area_m2: area } of community.salted) {
		const owner = owners.get(id) ?? { id: Number(id), area: 0n, units: [] };
		owner.units.push(Number(unit));
		if (VOTING.includes(kind)) {
			const [whole, decimals = ''] = area.split('.');
			owner.area += BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0'));
		}
		owners.set(id, owner);
	}
	return [...owners.values()]
		.filter(({ area }) => area > 0n)
		.sort((a, b) => Number(b.area - a.area))
		.map((owner) => ({ ...owner, pair: keyring.addFromUri(`//owner-${owner.id}`) }));
}

/**
 * The power of owners together, as the chain shows power.
 * @param {Owner[]} owners
 */
export function powerOf(owners) {
	return { area: owners.reduce((sum, { area }) => sum + area, 0n), heads: BigInt(owners.length) };
}

/**
 * A power of the chain as plain numbers.
 * @param {Decoded} given
 */
export function plain({ area, heads }) {
	return { area: area.toBigInt(), heads: heads.toBigInt() };
}

/**
 * Each owner claims with its ticket.
 * @param {Client} api
 * @param {Joinable} community
 * @param {Owner[]} owners
 */
export async function claimAll(api, community, owners) {
	const calls = owners.map(({ id, pair }) => claim(api, id, community.code(id), pair));
	await submitAllGeneral(api, calls, async () => {
		const claimed = await api.query.registry.accountOwners.multi(owners.map(({ pair }) => pair.address));
		return [...claimed].every((owner, index) => owner.isSome && owner.unwrap().owner.eq(owners[index].id));
	});
}

/**
 * Gives the clock the moment, in a block of its own: the pool judges by the clock of the last block.
 * @param {Client} api
 * @param {string | number | Date} moment
 */
export async function passTime(api, moment) {
	// Blocks are a slot apart at least: what is due sooner is due in the next.
	const soonest = (await api.query.timestamp.now()).toNumber() + SLOT;
	await timeTravel(api, Math.max(new Date(moment).getTime(), soonest));
	return newBlock(api);
}

/**
 * The time of the clock at a moment to come of the chain's lived time, in which proposals count.
 * @param {Client} api
 * @param {Decoded} lived
 */
async function clockAt(api, lived) {
	const { stoodStill } = await api.call.communityApi.clock();
	return lived.toNumber() + stoodStill.toNumber();
}

/**
 * The time of the clock at the moment of a stored state's field, e.g. `when(api, 0, 'Announced', 'opens')`.
 * @param {Client} api
 * @param {number} proposal
 * @param {string} state
 * @param {string} field
 */
export async function when(api, proposal, state, field) {
	const { state: found } = (await api.query.governance.proposals(proposal)).unwrap();
	assert.equal(found.type, state, `proposal ${proposal}`);
	return clockAt(api, found[`as${state}`][field]);
}

/**
 * @param {Client} api
 * @param {number} proposal
 */
export async function phase(api, proposal) {
	return (await api.call.governanceApi.phase(proposal)).unwrap().type;
}

/**
 * @param {Client} api
 * @param {number} proposal
 */
export async function certificate(api, proposal) {
	return (await api.call.governanceApi.certificate(proposal)).unwrap();
}

/**
 * Casts ballots, `[proposal, owner, choice]` each, in few blocks.
 * @param {Client} api
 * @param {Decoded[][]} ballots
 */
export function castAll(api, ballots) {
	return executeAll(
		api,
		ballots.map(([proposal, { pair }, choice]) => ({ pair, call: api.tx.governance.cast(proposal, choice) })),
	);
}

/**
 * Lets the vote end and has `signer` close it. Returns the certificate.
 * @param {Client} api
 * @param {Signer} signer
 * @param {number} proposal
 */
export async function close(api, signer, proposal) {
	const closes = await when(api, proposal, 'Announced', 'closes');
	if ((await api.query.timestamp.now()).toNumber() < closes) {
		await passTime(api, closes);
	}
	const { events } = await execute(api, signer, api.tx.governance.close(proposal));
	assert.equal(pick(events, 'governance', 'Closed').length, 1);
	return certificate(api, proposal);
}

/**
 * Lets the challenge window end and has `signer` enact. Returns the events.
 * @param {Client} api
 * @param {Signer} signer
 * @param {number} proposal
 */
export async function enact(api, signer, proposal) {
	const { state } = (await api.query.governance.proposals(proposal)).unwrap();
	const due = await clockAt(api, (state.isPassed ? state.asPassed : state.asFailed).enactAt);
	if ((await api.query.timestamp.now()).toNumber() < due) {
		await passTime(api, due);
	}
	const { events } = await execute(api, signer, enactCall(api, proposal));
	return events;
}

/**
 * @param {Client} api
 * @param {number} proposal
 */
export function enactCall(api, proposal) {
	return api.tx.governance.enact(proposal, WEIGHT_BOUND);
}

/**
 * The error that the last enactment gave, as `pallet.Name`, or the kind of failure where no call ran.
 * @param {Client} api
 * @param {number} proposal
 */
export async function failureOf(api, proposal) {
	const { state } = (await api.query.governance.proposals(proposal)).unwrap();
	assert.ok(state.isFailed, `proposal ${proposal} is ${state.type}`);
	const { failure } = state.asFailed;
	if (!failure.isCall || !failure.asCall.isModule) {
		return failure.isCall ? failure.asCall.type : failure.type;
	}
	const { section, name } = api.registry.findMetaError(failure.asCall.asModule);
	return `${section}.${name}`;
}

/**
 * A question with the call written out in the proposal itself.
 * @param {Decoded} call
 */
export function motion(call) {
	return { Motion: { call: { Inline: call.method.toHex() }, matter: matterOf(call.method) } };
}

/**
 * Makes a petition, and has just as many owners support it as a fifth of the heads: one fewer is not enough.
 * @param {Client} api
 * @param {{ id: number, question: object, level: number, owners: Owner[], voters: Owner[], petitioner: Owner }} given
 */
export async function carryPetition(api, { id, question, level, owners, voters, petitioner }) {
	await execute(api, petitioner.pair, api.tx.governance.petition(question, level, null, AGENDA, PLACE));
	const needed = Math.ceil(owners.length / 5);
	const others = voters.filter((owner) => owner !== petitioner).slice(0, needed - 1);
	const last = others.pop();
	assert.ok(last);
	const call = api.tx.governance.support(id);
	await executeAll(
		api,
		others.map(({ pair }) => ({ pair, call })),
	);
	assert.equal(await phase(api, id), 'Collecting');
	await execute(api, last.pair, call);
}

/**
 * The certificate of a motion says what each owner chose (`choices`: owner → choice), counted here.
 * @param {Decoded} cert
 * @param {Map<Owner, string>} choices
 * @param {Owner[]} owners
 */
export function assertCounted(cert, choices, owners) {
	const of = (/** @type {string} */ choice) =>
		powerOf([...choices].filter(([, chosen]) => chosen === choice).map(([owner]) => owner));
	const { inFavour, against, abstaining } = cert.tally.asMotion;
	assert.deepEqual(plain(inFavour), of('For'));
	assert.deepEqual(plain(against), of('Against'));
	assert.deepEqual(plain(abstaining), of('Abstain'));
	assert.deepEqual(plain(cert.count.participating), powerOf([...choices.keys()]));
	assert.deepEqual(plain(cert.count.total), powerOf(owners));
}

/**
 * The committee agrees on calls. Fails unless each call succeeded.
 * @param {Client} api
 * @param {Owner[]} members
 * @param {Decoded[]} calls
 */
export async function committeeAgrees(api, members, ...calls) {
	assert.deepEqual(
		await carryMotions(api, members, ...calls),
		calls.map(() => null),
	);
}

/**
 * One member moves each call, as many as make a majority of `members` vote, and the motion is closed. Returns what became
 * of each call: `null` if it succeeded, else the error's name.
 * @param {Client} api
 * @param {Owner[]} members
 * @param {Decoded[]} calls
 * @returns {Promise<(string | null)[]>}
 */
export async function carryMotions(api, members, ...calls) {
	const majority = Math.floor(members.length / 2) + 1;
	const [mover] = members;
	const moved = await executeAll(
		api,
		calls.map((call) => ({
			pair: mover.pair,
			call: api.tx.committeeMotions.propose(majority, call, call.method.encodedLength),
		})),
	);
	const motions = moved.map(({ events }, place) => {
		const [{ data }] = pick(events, 'committeeMotions', 'Proposed');
		return { hash: data.proposalHash, index: data.proposalIndex, length: calls[place].method.encodedLength };
	});
	await executeAll(
		api,
		members
			.slice(0, majority)
			.flatMap(({ pair }) =>
				motions.map(({ hash, index }) => ({ pair, call: api.tx.committeeMotions.vote(hash, index, true) })),
			),
	);
	// With what the calls weigh, and no more, it is free.
	const weights = await Promise.all(
		calls.map(async ({ method }) => {
			const { weight } = await api.call.transactionPaymentCallApi.queryCallInfo(method, method.encodedLength);
			return weight;
		}),
	);
	const closed = await executeAll(
		api,
		motions.map(({ hash, index, length }, place) => ({
			pair: mover.pair,
			call: api.tx.committeeMotions.close(hash, index, weights[place], length),
		})),
	);
	return closed.map(({ events }) => {
		const [{ data }] = pick(events, 'committeeMotions', 'Executed');
		return data.result.isOk ? null : errorName(api, data.result.asErr);
	});
}

/**
 * A call that the pool takes from nobody who cannot pay for it.
 * @param {Client} api
 * @param {Signer} signer
 * @param {Decoded} call
 */
export async function refusedWithoutMoney(api, signer, call) {
	await assert.rejects(attempt(api, signer, call), /1010.*(pay|fee)/i);
}

/**
 * Counts a decision again with the script for everybody. Returns `{ status, output }`.
 * @param {string} url
 * @param {number} proposal
 */
export function recount(url, proposal) {
	return runTool('linli-recount', '--url', url, String(proposal));
}

/**
 * The calls by which each candidate is seconded by the next: one seconder is enough for a place.
 * @param {Client} api
 * @param {number} id
 * @param {Owner[]} candidates
 */
export const secondEachOther = (api, id, candidates) =>
	candidates.map((candidate, place) => {
		const { pair } = candidates[(place + 1) % candidates.length];
		return { pair, call: api.tx.governance.second(id, candidate.id) };
	});

/**
 * The owners elect a committee, as the proposal `id`: a petition, unless the chain has `called` the election; candidates,
 * a vote of all `voters` for the first `seats` of these. Returns the members.
 * @param {Client} api
 * @param {Signer} manager
 * @param {{ id: number, seats: number, term: number, owners: Owner[], voters: Owner[], candidates: Owner[],
 *   called?: boolean }} given
 */
export async function electCommittee(api, manager, { id, seats, term, owners, voters, candidates, called = false }) {
	if (!called) {
		const [petitioner] = voters;
		const question = { Election: { seats, term } };
		await carryPetition(api, { id, question, level: 0, owners, voters, petitioner });
	}
	const wanted = candidates.slice(0, seats);
	return holdElection(api, manager, { id, voters, candidates, wantedBy: () => wanted });
}

/**
 * An election that is open to candidates: they stand and are seconded, all `voters` approve whom they want, and the
 * elected are seated. Returns the members.
 * @param {Client} api
 * @param {Signer} manager
 * @param {{ id: number, voters: Owner[], candidates: Owner[], wantedBy: (voter: Owner) => Owner[] }} given
 */
export async function holdElection(api, manager, { id, voters, candidates, wantedBy }) {
	const stand = api.tx.governance.stand(id);
	await executeAll(
		api,
		candidates.map(({ pair }) => ({ pair, call: stand })),
	);
	await executeAll(api, secondEachOther(api, id, candidates));
	await passTime(api, await when(api, id, 'Nominating', 'ends'));
	await execute(api, manager, api.tx.governance.announce(id));
	await passTime(api, await when(api, id, 'Announced', 'opens'));
	const standing = (await api.query.governance.candidates(id)).map((/** @type {Decoded} */ { owner }) =>
		owner.toNumber(),
	);
	const bits = (/** @type {Owner[]} */ wanted) =>
		wanted.reduce((sum, owner) => sum + 2 ** standing.indexOf(owner.id), 0);
	await castAll(
		api,
		voters.map((voter) => [id, voter, { Approve: { candidates: bits(wantedBy(voter)) } }]),
	);
	const cert = await close(api, manager, id);
	assert.ok(cert.verdict.isPassed, cert.verdict.toString());
	await enact(api, manager, id);
	const { members } = await api.call.committeeApi.committee();
	return [...members].map(({ account }) => {
		const member = voters.find(({ pair }) => pair.address === account.toString());
		assert.ok(member, `${account} is nobody's among the voters`);
		return member;
	});
}

/**
 * A question with a call of any length: written out in the proposal where there is room, else by its hash, after
 * `signer` has stored it.
 * @param {Client} api
 * @param {Signer} signer
 * @param {Decoded} call
 */
export async function question(api, signer, call) {
	const bytes = call.method.toU8a();
	if (bytes.length <= INLINE_CALL) {
		return motion(call);
	}
	await execute(api, signer, api.tx.preimage.notePreimage(call.method.toHex()));
	const lookup = { Lookup: { hash: blake2AsHex(bytes), len: bytes.length } };
	return { Motion: { call: lookup, matter: matterOf(call.method) } };
}
