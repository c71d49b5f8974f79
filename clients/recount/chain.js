// SPDX-License-Identifier: Apache-2.0

// Reads the facts that determine a proposal's result from a node, as plain values, all at one finalised block. Powers
// are computed from the register's checkpoints instead of querying the runtime.

import { ZERO } from './verdict.js';

/**
 * @typedef {import('@linli/command/node.js').Decoded} Decoded
 *
 * @typedef {import('./count.js').Result & { ruleBook: number, class: number, recordBlock: bigint, stage: string }} Certificate
 *
 * @typedef {object} Where Properties of a proposal that do not affect its result.
 * @property {number} ruleBook
 * @property {number} class
 * @property {bigint} recordBlock
 * @property {number[] | null} buildings Null if the whole community decides.
 * @property {bigint} stoodStill How long the chain stood still during the vote, in ms.
 * @property {Certificate} certificate
 *
 * @typedef {import('./count.js').Facts & Where} ChainFacts
 */

/** @type {(power: Decoded) => import('./verdict.js').Power} */
const plain = (power) => ({ area: power.area.toBigInt(), heads: power.heads.toBigInt() });
const snake = (/** @type {string} */ name) => name.replace(/(?!^)[A-Z]/g, '_$&').toLowerCase();

/**
 * All facts of a proposal, see `recount`. Throws with a sentence if there is no certificate.
 * @param {import('@linli/command/node.js').State} at
 * @param {number} id
 * @returns {Promise<ChainFacts>}
 */
export async function readFacts(at, id) {
	const { community, governance, registry } = at.query;
	if (!community || !governance || !registry) {
		throw new Error('this chain has no community, register or governance: is it a Linli chain?');
	}
	const [proposal, certificate, poll] = await Promise.all([
		governance.proposals(id),
		governance.certificates(id),
		governance.polls(id),
	]);
	if (proposal.isNone) {
		throw new Error(`there is no proposal ${id}`);
	}
	if (certificate.isNone || poll.isNone) {
		throw new Error(`proposal ${id} has no certificate: it is not closed in a finalised block yet`);
	}
	const [{ question, electorate, ruleBook, class: classId }, cert, { opens, closes, stage }] = [
		proposal.unwrap(),
		certificate.unwrap(),
		poll.unwrap(),
	];
	const book = (await governance.ruleBooks(ruleBook)).unwrap();
	const [ballots, deliveries, candidates, developer] = await Promise.all([
		governance.ballots.entries(id),
		governance.deliveries.entries(id),
		governance.candidates(id),
		registry.developer(),
	]);
	const standstills = await readStandstills(community);
	const recordBlock = cert.recordBlock.toBigInt();
	const rules = readClass(book.classes[classId.toNumber()]);
	const buildings = electorate.isSome ? [...electorate.unwrap()].map((building) => building.toNumber()) : null;
	return {
		ruleBook: ruleBook.toNumber(),
		class: classId.toNumber(),
		recordBlock,
		buildings,
		opens: momentOf(opens.toBigInt(), standstills),
		closes: momentOf(closes.toBigInt(), standstills),
		stoodStill: cert.stoodStill.toBigInt(),
		rules,
		developer: developer.isSome ? developer.unwrap().toNumber() : null,
		stage: snake(stage.type),
		election: { odd: book.election.odd.isTrue, seats_min: book.election.seatsMin.toNumber() },
		question: readQuestion(question, candidates.length),
		powers: await readPowers(registry, recordBlock, buildings, rules.kinds ?? null),
		ballots: [...ballots].map(([key, ballot]) => readBallot(key.args[1].toNumber(), ballot.unwrap())),
		deliveries: [...deliveries].map(([key, delivery]) => ({
			owner: key.args[1].toNumber(),
			moment: delivery.unwrap().moment.toBigInt(),
			receipt: readReceipt(delivery.unwrap().receipt),
		})),
		certificate: readCertificate(cert),
	};
}

/**
 * A time without blocks. Windows are counted in the time that leaves these out.
 * @typedef {{ from: bigint, until: bigint, total: bigint }} Standstill
 */

/**
 * @param {Decoded} community
 * @returns {Promise<Standstill[]>}
 */
async function readStandstills(community) {
	const entries = await community.standstills.entries();
	return [...entries].map(([, standstill]) => {
		const { from, until, total } = standstill.unwrap();
		return { from: from.toBigInt(), until: until.toBigInt(), total: total.toBigInt() };
	});
}

/**
 * The time of the clock at which a lived time was reached.
 * @param {bigint} lived
 * @param {Standstill[]} standstills
 */
export function momentOf(lived, standstills) {
	// The lived time during a standstill is its end without all those up to it.
	const before = standstills.filter(({ until, total }) => until - total < lived);
	return before.reduce((moment, { from, until }) => moment + (until - from), lived);
}

/**
 * @param {Decoded} receipt
 * @returns {import('./count.js').Receipt}
 */
function readReceipt(receipt) {
	if (receipt.isWitnessed) {
		const { by, witness } = receipt.asWitnessed;
		return { kind: 'witnessed', by: by.toString(), witness: witness.toString() };
	}
	return { kind: receipt.isAcknowledged ? 'acknowledged' : 'recorded' };
}

/**
 * The class in the form used by chain specs.
 * @param {Decoded} codec
 */
function readClass(codec) {
	const rules = codec.toJSON();
	return {
		...rules,
		approval: { ...rules.approval, of: snake(rules.approval.of) },
		veto: rules.veto && { ...rules.veto, of: snake(rules.veto.of) },
		tie: snake(rules.tie),
		silent: snake(rules.silent),
		second_call: rules.secondCall ?? null,
		developer: readDeveloper(rules.developer),
	};
}

/**
 * @param {Decoded} question
 * @param {number} candidates
 * @returns {import('./count.js').Facts['question']}
 */
function readQuestion(question, candidates) {
	if (question.isElection) {
		return { kind: 'election', seats: question.asElection.seats.toNumber(), candidates };
	}
	return question.isOptions ? { kind: 'options', options: question.asOptions.options.length } : { kind: 'motion' };
}

/**
 * The rule of the developer's votes in the form used by chain specs.
 * @param {Record<string, any> | string} json
 * @returns {import('./verdict.js').DeveloperRule}
 */
function readDeveloper(json) {
	const [name, value] = typeof json === 'string' ? [json, null] : Object.entries(json)[0];
	const rule = snake(name);
	return /** @type {any} */ (value ? { [rule]: value } : rule);
}

/**
 * @param {Decoded} choice
 * @returns {import('./count.js').Ballot['choice']}
 */
function readChoice(choice) {
	if (choice.isApprove) {
		return { approve: choice.asApprove.candidates.toBigInt() };
	}
	return choice.isPick ? { pick: choice.asPick.option.toNumber() } : snake(choice.type);
}

/**
 * @param {number} owner
 * @param {Decoded} ballot
 * @returns {import('./count.js').Ballot}
 */
function readBallot(owner, { choice, power, channel, moment }) {
	return {
		owner,
		choice: readChoice(choice),
		power: plain(power),
		channel: channel.isPaper
			? {
					kind: 'paper',
					enteredBy: channel.asPaper.enteredBy.toString(),
					witness: channel.asPaper.witness.toString(),
				}
			: { kind: channel.type.toLowerCase() },
		moment: moment.toBigInt(),
	};
}

/**
 * @param {Decoded} certificate
 * @returns {Certificate}
 */
function readCertificate({ ruleBook, class: classId, recordBlock, tally, count, verdict, elected, reserve, stage }) {
	const read = {
		ruleBook: ruleBook.toNumber(),
		class: classId.toNumber(),
		recordBlock: recordBlock.toBigInt(),
		total: plain(count.total),
		participating: plain(count.participating),
		served_silent: plain(count.servedSilent),
		verdict: verdict.isPassed ? 'Passed' : verdict.asRejected.type,
		stage: snake(stage.type),
	};
	if (tally.isElection) {
		const approving = [...tally.asElection.approving].map(plain);
		return { ...read, approving, elected: [...elected], reserve: [...reserve] };
	}
	if (tally.isOptions) {
		const { options, against, abstaining, quorumOnly } = tally.asOptions;
		return {
			...read,
			options: [...options].map(plain),
			against: plain(against),
			abstaining: plain(abstaining),
			quorum_only: quorumOnly.isSome ? plain(quorumOnly.unwrap()) : ZERO,
			elected: [...elected],
			reserve: [...reserve],
		};
	}
	const { inFavour, against, abstaining, quorumOnly } = tally.asMotion;
	return {
		...read,
		in_favour: plain(inFavour),
		against: plain(against),
		abstaining: plain(abstaining),
		quorum_only: quorumOnly.isSome ? plain(quorumOnly.unwrap()) : ZERO,
	};
}

/**
 * The power of each owner at the end of a block, in the community (`buildings` null) or in some buildings, by all units
 * that vote (`kinds` null) or those of some kinds. An owner with any area counts as one head, or each lot does where the
 * register counts by lot.
 * @param {Decoded} registry
 * @param {bigint} block
 * @param {number[] | null} buildings
 * @param {number | null} kinds The kinds as the chain encodes them, one bit each.
 */
export async function readPowers(registry, block, buildings, kinds) {
	/** @type {Record<string, Map<string, { since: bigint, owner: number, value: bigint }>>} */
	const latest = { area: new Map(), lots: new Map() };
	/** @type {(subject: Decoded, change: Decoded) => void} */
	const note = (subject, { block: from, value }) => {
		const part = partOf(subject, kinds);
		const since = from.toBigInt();
		const counts =
			part && (buildings ? part.building !== null && buildings.includes(part.building) : part.building === null);
		if (!part || !counts || since > block) {
			return;
		}
		const found = latest[part.what];
		const name = subject.toHex();
		const known = found.get(name);
		if (!known || known.since < since) {
			found.set(name, { since, owner: part.owner, value: value.toBigInt() });
		}
	};
	// The latest checkpoint of each subject is stored apart from the earlier ones.
	const [newest, earlier, byLot] = await Promise.all([
		registry.histories.entries(),
		registry.checkpoints.entries(),
		registry.headsPerLot(),
	]);
	for (const [key, history] of newest) {
		note(key.args[0], history.unwrap().last);
	}
	for (const [key, checkpoint] of earlier) {
		note(key.args[0], checkpoint.unwrap());
	}
	const [areas, lots] = Object.values(latest).map(byOwner);
	const voting = [...areas].filter(([, area]) => area > 0n);
	const heads = (/** @type {number} */ owner) => (byLot.isTrue ? (lots.get(owner) ?? 0n) : 1n);
	return new Map(voting.map(([owner, area]) => [owner, { area, heads: heads(owner) }]));
}

/**
 * The sum of each owner's values.
 * @param {Map<string, { owner: number, value: bigint }>} values
 */
function byOwner(values) {
	/** @type {Map<number, bigint>} */
	const sums = new Map();
	for (const { owner, value } of values.values()) {
		sums.set(owner, (sums.get(owner) ?? 0n) + value);
	}
	return sums;
}

/**
 * What a checkpoint's subject counts: an owner's area or lots of these kinds, in a building or the whole community. Null
 * if it counts something else.
 * @param {Decoded} subject
 * @param {number | null} kinds
 * @returns {{ what: 'area' | 'lots', owner: number, building: number | null } | null}
 */
function partOf({ type, value }, kinds) {
	if (type === 'OfKinds') {
		const { owner, building, measure } = value;
		if (value.kinds.toNumber() !== kinds || owner.isNone) {
			return null;
		}
		const place = building.isSome ? building.unwrap().toNumber() : null;
		return { what: measure.isArea ? 'area' : 'lots', owner: owner.unwrap().toNumber(), building: place };
	}
	const named = /^Owner(Area|Lots)(In)?$/.exec(type);
	if (kinds !== null || !named) {
		return null;
	}
	const place = named[2] ? value.building.toNumber() : null;
	return { what: named[1] === 'Area' ? 'area' : 'lots', owner: value.owner.toNumber(), building: place };
}
