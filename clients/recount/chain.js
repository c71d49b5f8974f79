// SPDX-License-Identifier: Apache-2.0

// Reads the facts that determine a proposal's result from a node, as plain values, all at one finalised block. What the
// certificate says is read for comparison only.

import { actsOfBallots, actsOfDeliveries } from './channels.js';
import { momentOf } from './clock.js';
import {
	buildingsOf,
	listOf,
	maybe,
	readBallot,
	readBook,
	readCertificate,
	readClass,
	readContest,
	readDelivery,
	readJudgment,
	readMatter,
	readOptions,
	readPoll,
	readProxy,
	readQuestion,
	readStandstill,
	readState,
	snake,
} from './decode.js';
import { changesOf, powersAt, readRegister } from './register.js';

/**
 * @typedef {import('@linli/command/node.js').Decoded} Decoded
 * @typedef {import('./verdict.js').Power} Power
 *
 * @typedef {object} StoredTally A tally, by the kind of question.
 * @property {'motion' | 'election' | 'options'} kind
 * @property {Power} [in_favour]
 * @property {Power} [against]
 * @property {Power} [abstaining]
 * @property {Power} [quorum_only]
 * @property {Power[]} [approving]
 * @property {Power} [voted] In an election, all who cast a ballot.
 * @property {Power[]} [options]
 *
 * @typedef {object} Named What a certificate names besides its result. Times of the clock in ms.
 * @property {number} ruleBook
 * @property {number} class
 * @property {bigint} recordBlock
 * @property {string} stage
 * @property {bigint} closed
 * @property {bigint} closedIn The block of the close.
 * @property {bigint} stoodStill How long the chain stood still during the vote, in ms.
 * @property {bigint} recentSince
 * @property {StoredTally} recent
 *
 * @typedef {import('./count.js').Result & StoredTally & Named} Certificate
 *
 * @typedef {object} Poll What the chain keeps of the vote. Times are lived, in ms.
 * @property {bigint} recordBlock
 * @property {number[] | null} buildings Null if the whole community decides.
 * @property {number | null} kinds The kinds of units that take part, one bit each. Null for all that vote.
 * @property {Power} total
 * @property {bigint} opens
 * @property {bigint} closes
 * @property {bigint} lastBallot
 * @property {bigint} recentSince Changes of owners after this block are recent.
 * @property {number} tractBuildings The number of buildings in the tracts of the vote.
 *
 * @typedef {object} Where Properties of a proposal that do not affect its count.
 * @property {number} id
 * @property {number} ruleBook
 * @property {number} class
 * @property {number[] | null} buildings Null if the whole community decides.
 * @property {string | null} matter
 * @property {Poll} poll
 * @property {import('./clock.js').Standstill[]} standstills
 * @property {bigint[]} announced The times at which the notice can have been given, in ms: those of its block and, where the
 *   chain gave it before the block had its time, of the one before. Empty if the node does not know.
 * @property {bigint[]} closedAt Likewise, of the close.
 * @property {bigint | null} recentFrom The time of the block after which changes are recent, in ms. Null if unknown.
 * @property {import('./outcome.js').Book} book
 * @property {import('./outcome.js').State} state
 * @property {import('./outcome.js').Judgment | null} judgment
 * @property {bigint | null} postponed The lived time to which a court postponed the enactment.
 * @property {import('./outcome.js').Choice | null} choice Null if the question has no options.
 * @property {import('./outcome.js').Choice | null} runOff The run-off that followed from it.
 * @property {{ first: import('./outcome.js').Choice, places: number[] } | null} runOffOf The vote from which it followed as
 *   a run-off, and the two options that led in it.
 * @property {number} minSeconders
 * @property {{ owner: number, stands: boolean, seconders: number }[]} candidates
 * @property {number} proxiesPerHolder
 * @property {import('./channels.js').Proxy[]} proxies
 * @property {Map<number, number>} proxiesUsed
 * @property {Map<string, { proposal: number, owner: number }>} scans
 * @property {import('./channels.js').Contest[]} contests
 * @property {Map<number, import('./channels.js').Acts>} acts By owner, the persons behind the ballots that others cast.
 * @property {Map<number, import('./channels.js').Acts>} deliveryActs By owner, those behind the deliveries that two recorded.
 * @property {Map<number, bigint[]>} changes By owner, the blocks in which accounts or areas changed.
 * @property {Certificate} certificate
 *
 * @typedef {import('./count.js').Facts & Where} ChainFacts
 */

/**
 * All facts of a proposal, see `recount`. Throws with a sentence if there is no certificate.
 * @param {import('@linli/command/node.js').State} at
 * @param {number} id
 * @param {import('./history.js').History} history
 * @returns {Promise<ChainFacts>}
 */
export async function readFacts(at, id, history) {
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
	// Fields that this tool counts from, and that the runtimes of other versions do not have.
	if (poll.unwrap().recentSince === undefined || certificate.unwrap().closedIn === undefined) {
		throw new Error('the chain stores decisions as another version of Linli does: use the recount of that version');
	}
	const asked = proposal.unwrap();
	const { question, electorate, ruleBook, class: classId } = asked;
	const stored = readPoll(poll.unwrap());
	const cert = readCertificate(certificate.unwrap());
	const book = (await governance.ruleBooks(ruleBook)).unwrap();
	const [ballots, deliveries, proxies, contests, used, standing] = await Promise.all([
		byOwner(governance.ballots, id, readBallot),
		byOwner(governance.deliveries, id, readDelivery),
		byOwner(governance.proxies, id, readProxy),
		byOwner(governance.contests, id, readContest),
		governance.proxiesUsed.entries(id),
		governance.candidates(id),
	]);
	const [developer, standstills, judgment, postponement, register] = await Promise.all([
		registry.developer(),
		community.standstills.entries(),
		governance.judgments(id),
		governance.postponements(id),
		readRegister(registry),
	]);
	const stops = [...standstills].map(([, standstill]) => readStandstill(standstill.unwrap()));
	const buildings = buildingsOf(electorate);
	const rules = readClass(book.classes[classId.toNumber()]);
	return {
		id,
		ruleBook: ruleBook.toNumber(),
		class: classId.toNumber(),
		buildings,
		matter: readMatter(question),
		poll: stored,
		standstills: stops,
		announced: await history.timesOf(stored.recordBlock + 1n),
		closedAt: await history.timesOf(cert.closedIn),
		recentFrom: (await history.timesOf(stored.recentSince)).at(-1) ?? null,
		book: readBook(book),
		state: readState(asked.state),
		judgment: maybe(judgment, readJudgment),
		postponed: maybe(postponement, ({ until }) => until.toBigInt()),
		...(await readRunOffs(governance, id, asked)),
		minSeconders: at.consts.governance.minSeconders.toNumber(),
		candidates: await readCandidates(governance, id, standing),
		proxiesPerHolder: book.proxiesPerHolder.toNumber(),
		proxies,
		proxiesUsed: new Map([...used].map(([key, count]) => [key.args[1].toNumber(), count.toNumber()])),
		scans: await readScans(governance, ballots),
		contests,
		acts: await history.actsOf(actsOfBallots(ballots), stored.recordBlock, cert.closedIn),
		deliveryActs: await history.actsOf(actsOfDeliveries(deliveries), stored.recordBlock, cert.closedIn),
		changes: changesOf(register),
		opens: momentOf(stored.opens, stops),
		closes: momentOf(stored.closes, stops),
		rules,
		developer: maybe(developer, (owner) => owner.toNumber()),
		stage: snake(poll.unwrap().stage.type),
		election: { odd: book.election.odd.isTrue, seats_min: book.election.seatsMin.toNumber() },
		question: readQuestion(question, standing.length),
		powers: powersAt(register, stored.recordBlock, buildings, rules.kinds ?? null),
		tracts: (rules.in_each_tract ? [...book.tracts] : []).map((tract) => ({
			buildings: listOf(tract),
			powers: powersAt(register, stored.recordBlock, listOf(tract), rules.kinds ?? null),
		})),
		ballots,
		deliveries,
		certificate: cert,
	};
}

/**
 * The entries of a map by proposal and owner.
 * @template T
 * @param {Decoded} map
 * @param {number} id
 * @param {(owner: number, value: Decoded) => T} read
 * @returns {Promise<T[]>}
 */
async function byOwner(map, id, read) {
	const entries = await map.entries(id);
	return [...entries].map(([key, value]) => read(key.args[1].toNumber(), value.unwrap()));
}

/**
 * @param {Decoded} governance
 * @param {number} id
 * @param {Decoded} proposal
 * @returns {Promise<Pick<ChainFacts, 'choice' | 'runOff' | 'runOffOf'>>}
 */
async function readRunOffs(governance, id, proposal) {
	const entries = await governance.runOffs.entries();
	const all = [...entries].map(([key, runOff]) => ({ of: key.args[0].toNumber(), id: runOff.unwrap().toNumber() }));
	const optionsOf = async (/** @type {number} */ other) =>
		readOptions(other, (await governance.proposals(other)).unwrap());
	const next = all.find(({ of }) => of === id);
	const before = all.find((runOff) => runOff.id === id);
	const first = before ? await optionsOf(before.of) : null;
	const led = before ? (await governance.certificates(before.of)).unwrap().reserve : [];
	return {
		choice: readOptions(id, proposal),
		runOff: next ? await optionsOf(next.id) : null,
		runOffOf: first && { first, places: [...led] },
	};
}

/**
 * @param {Decoded} governance
 * @param {number} id
 * @param {Decoded} candidates Those who have a place.
 * @returns {Promise<ChainFacts['candidates']>}
 */
async function readCandidates(governance, id, candidates) {
	return Promise.all(
		[...candidates].map(async ({ owner, account }) => {
			const nomination = maybe(await governance.nominations(id, owner), (found) => found);
			const stands = nomination?.account.isSome && nomination.account.unwrap().eq(account);
			return { owner: owner.toNumber(), stands: !!stands, seconders: nomination?.seconders.toNumber() ?? 0 };
		}),
	);
}

/**
 * The ballot for which each scan of a paper ballot is registered.
 * @param {Decoded} governance
 * @param {import('./count.js').Ballot[]} ballots
 * @returns {Promise<ChainFacts['scans']>}
 */
async function readScans(governance, ballots) {
	const scans = ballots.flatMap(({ channel: { scan } }) => (scan ? [scan] : []));
	const found = await Promise.all(
		scans.map(async (scan) => ({
			scan,
			of: maybe(await governance.scans(scan), ([proposal, owner]) => ({
				proposal: proposal.toNumber(),
				owner: owner.toNumber(),
			})),
		})),
	);
	return new Map(found.flatMap(({ scan, of }) => (of ? [[scan, of]] : [])));
}
