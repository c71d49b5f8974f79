// SPDX-License-Identifier: Apache-2.0

// Converts governance's stored values to plain ones. Names are those of chain specs, in snake_case.

import { ZERO } from './verdict.js';

/**
 * @typedef {import('@linli/command/node.js').Decoded} Decoded
 * @typedef {import('./chain.js').Certificate} Certificate
 */

/** @type {(power: Decoded) => import('./verdict.js').Power} */
export const plain = (power) => ({ area: power.area.toBigInt(), heads: power.heads.toBigInt() });
export const snake = (/** @type {string} */ name) => name.replace(/(?!^)[A-Z]/g, '_$&').toLowerCase();
/** @type {(buildings: Decoded) => number[] | null} */
export const buildingsOf = (buildings) => (buildings.isSome ? listOf(buildings.unwrap()) : null);
/** @type {(buildings: Decoded) => number[]} */
export const listOf = (buildings) => [...buildings].map((building) => building.toNumber());

/**
 * The value of an option, or null.
 * @template T
 * @param {Decoded} option
 * @param {(value: Decoded) => T} read
 */
export const maybe = (option, read) => (option.isSome ? read(option.unwrap()) : null);

/** @param {Decoded} standstill */
export const readStandstill = ({ from, until, total }) => ({
	from: from.toBigInt(),
	until: until.toBigInt(),
	total: total.toBigInt(),
});

/**
 * The class in the form used by chain specs.
 * @param {Decoded} codec
 * @returns {import('./verdict.js').Class}
 */
export function readClass(codec) {
	const { secondCall, quorumOnly, earlyClose, inEachTract, ...rules } = codec.toJSON();
	return {
		...rules,
		level: snake(rules.level),
		approval: { ...rules.approval, of: snake(rules.approval.of) },
		veto: rules.veto && { ...rules.veto, of: snake(rules.veto.of) },
		tie: snake(rules.tie),
		silent: snake(rules.silent),
		second_call: secondCall ?? null,
		quorum_only: quorumOnly,
		early_close: earlyClose ?? null,
		developer: readDeveloper(rules.developer),
		in_each_tract: inEachTract,
	};
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
 * @param {Decoded} book
 * @returns {import('./outcome.js').Book}
 */
export function readBook({ classes, matters, election }) {
	return {
		levels: [...classes].map(({ level }) => snake(level.type)),
		inEachTract: [...classes].map(({ inEachTract }) => inEachTract.isTrue),
		matters: Object.fromEntries(Object.entries(matters.toJSON()).map(([matter, id]) => [snake(matter), Number(id)])),
		election: {
			class: election.class.toNumber(),
			seats_min: election.seatsMin.toNumber(),
			seats_max: election.seatsMax.toNumber(),
			odd: election.odd.isTrue,
		},
	};
}

/**
 * @param {Decoded} question
 * @param {number} candidates
 * @returns {import('./count.js').Facts['question']}
 */
export function readQuestion(question, candidates) {
	if (question.isElection) {
		return { kind: 'election', seats: question.asElection.seats.toNumber(), candidates };
	}
	return question.isOptions ? { kind: 'options', options: question.asOptions.options.length } : { kind: 'motion' };
}

/**
 * The matter that a motion or a choice declares, or null.
 * @param {Decoded} question
 */
export function readMatter(question) {
	if (question.isElection) {
		return null;
	}
	const { matter } = question.isMotion ? question.asMotion : question.asOptions;
	return maybe(matter, ({ type }) => snake(type));
}

/**
 * A choice among options, as its run-off has to repeat it. Null for other questions.
 * @param {number} id
 * @param {Decoded} proposal
 * @returns {import('./outcome.js').Choice | null}
 */
export function readOptions(id, { question, proposer, class: classId, ruleBook, electorate, agenda }) {
	if (!question.isOptions) {
		return null;
	}
	const { options, matter } = question.asOptions;
	const about = [proposer, classId, ruleBook, electorate, agenda, matter];
	return {
		id,
		calls: [...options].map((call) => call.toHex()),
		about: about.map((value) => value.toHex()).join(' '),
	};
}

/**
 * @param {Decoded} state
 * @returns {import('./outcome.js').State}
 */
export function readState(state) {
	const kind = snake(state.type);
	const { closed, enactAt, at } = state.value;
	return {
		kind,
		...(closed && { closed: closed.toBigInt() }),
		...(enactAt && { enactAt: enactAt.toBigInt() }),
		...(kind === 'enacted' && { at: at.toBigInt() }),
	};
}

/**
 * @param {Decoded} judgment
 * @returns {import('./outcome.js').Judgment}
 */
export const readJudgment = ({ enteredBy, moment, given }) => ({
	enteredBy: enteredBy.toString(),
	moment: moment.toBigInt(),
	given: maybe(given, ([by, enactAt]) => ({ by: by.toString(), enactAt: enactAt.toBigInt() })),
});

/**
 * @param {Decoded} choice
 * @returns {import('./count.js').Ballot['choice']}
 */
export function readChoice(choice) {
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
export function readBallot(owner, { choice, power, channel, moment, recent }) {
	return {
		owner,
		choice: readChoice(choice),
		power: plain(power),
		channel: readChannel(channel),
		moment: moment.toBigInt(),
		recent: recent.isTrue,
	};
}

/**
 * @param {Decoded} channel
 * @returns {import('./count.js').Ballot['channel']}
 */
function readChannel(channel) {
	if (channel.isPaper) {
		const { enteredBy, witness, scan } = channel.asPaper;
		return { kind: 'paper', enteredBy: enteredBy.toString(), witness: witness.toString(), scan: scan.toHex() };
	}
	return channel.isProxy ? { kind: 'proxy', holder: channel.asProxy.holder.toString() } : { kind: 'own' };
}

/**
 * @param {number} owner
 * @param {Decoded} proxy
 * @returns {import('./channels.js').Proxy}
 */
export const readProxy = (owner, { holder, holderOwner, choice }) => ({
	owner,
	holder: holder.toString(),
	holderOwner: holderOwner.toNumber(),
	choice: maybe(choice, readChoice),
});

/**
 * @param {number} owner
 * @param {Decoded} contest
 * @returns {import('./channels.js').Contest}
 */
export const readContest = (owner, { ballot, settlement }) => ({
	owner,
	upheld: settlement.isSettled && settlement.asSettled.upheld.isTrue,
	ballot: readBallot(owner, ballot),
});

/**
 * @param {number} owner
 * @param {Decoded} delivery
 * @returns {import('./count.js').Delivery}
 */
export const readDelivery = (owner, { receipt, power, moment }) => ({
	owner,
	power: plain(power),
	moment: moment.toBigInt(),
	receipt: readReceipt(receipt),
});

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
 * @param {Decoded} poll
 * @returns {import('./chain.js').Poll}
 */
export const readPoll = (poll) => ({
	recordBlock: poll.recordBlock.toBigInt(),
	buildings: buildingsOf(poll.electorate),
	kinds: maybe(poll.kinds, (kinds) => kinds.toNumber()),
	total: plain(poll.total),
	opens: poll.opens.toBigInt(),
	closes: poll.closes.toBigInt(),
	lastBallot: poll.lastBallot.toBigInt(),
	tractBuildings: poll.tractBuildings.toNumber(),
	recentSince: poll.recentSince.toBigInt(),
});

/**
 * @param {Decoded} certificate
 * @returns {Certificate}
 */
export function readCertificate(certificate) {
	const { ruleBook, class: classId, recordBlock, tally, count, verdict, elected, reserve, stage } = certificate;
	const read = {
		ruleBook: ruleBook.toNumber(),
		class: classId.toNumber(),
		recordBlock: recordBlock.toBigInt(),
		closed: certificate.closed.toBigInt(),
		closedIn: certificate.closedIn.toBigInt(),
		stoodStill: certificate.stoodStill.toBigInt(),
		recentSince: certificate.recentSince.toBigInt(),
		recent: readTally(certificate.recent),
		total: plain(count.total),
		participating: plain(count.participating),
		served_silent: plain(count.servedSilent),
		judged: { in_favour: plain(count.inFavour), against: plain(count.against), quorum_only: plain(count.quorumOnly) },
		verdict: verdict.isPassed ? 'Passed' : verdict.asRejected.type,
		stage: snake(stage.type),
		tracts: [...certificate.tracts].map(readTract),
		...readTally(tally),
	};
	const places = { elected: [...elected], reserve: [...reserve] };
	// A motion has none.
	return read.kind === 'motion' && elected.length + reserve.length === 0 ? read : { ...read, ...places };
}

/**
 * @param {Decoded} tract
 * @returns {import('./tracts.js').TractResult}
 */
const readTract = ({ buildings, count, verdict }) => ({
	buildings: listOf(buildings),
	total: plain(count.total),
	participating: plain(count.participating),
	judged: { in_favour: plain(count.inFavour), against: plain(count.against), quorum_only: plain(count.quorumOnly) },
	verdict: verdict.isPassed ? 'Passed' : verdict.asRejected.type,
});

/**
 * @param {Decoded} tally
 * @returns {import('./chain.js').StoredTally}
 */
function readTally(tally) {
	if (tally.isElection) {
		const { participating, approving } = tally.asElection;
		return { kind: 'election', approving: [...approving].map(plain), voted: plain(participating) };
	}
	const { against, abstaining, quorumOnly } = tally.value;
	const rest = {
		against: plain(against),
		abstaining: plain(abstaining),
		quorum_only: maybe(quorumOnly, plain) ?? ZERO,
	};
	return tally.isOptions
		? { kind: 'options', options: [...tally.asOptions.options].map(plain), ...rest }
		: { kind: 'motion', in_favour: plain(tally.asMotion.inFavour), ...rest };
}
