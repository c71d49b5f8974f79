// SPDX-License-Identifier: Apache-2.0

// A committee is voted out against its will. It fills its places for motions and its room for proposals, tries to withdraw
// the owners' petition, and goes on when three of five are recalled: the owners vote all the same, what is left of it says
// nothing, the chain calls an election, and the next committee finds an empty table.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
	AGENDA,
	assertCounted,
	carryMotions,
	carryPetition,
	castAll,
	claimAll,
	close,
	committeeAgrees,
	DAY,
	electCommittee,
	enact,
	holdElection,
	motion,
	ownersOf,
	PLACE,
	passTime,
	phase,
	recount,
	when,
} from '../support/assembly.js';
import { foundCommunity } from '../support/community.js';
import { executeAll } from '../support/crowd.js';
import { payAllDues } from '../support/dues.js';
import { SAMPLE_ROSTER } from '../support/paths.js';
import { execute, pick, refuse } from '../support/transactions.js';

const [ORDINARY, POLL] = [0, 2];
const SEATS = 5;
const TERM = 3 * 365 * DAY;
const ELECTION = 0;
/** So many proposals by one motion, for which a block has room. */
const AT_ONCE = 8;

describe('a committee is voted out against its will', { timeout: 300_000 }, () => {
	let community;
	let node;
	let api;
	let manager;
	let owners;
	/** The members, of whom the owners recall the first three, and the other owners. */
	let members;
	let others;
	let successors;
	/** The proposal by which they are recalled, and the election after it. */
	let recall;
	let byElection;
	/** The event of a motion that a member left open. */
	let left;

	/** A question that binds nobody, each with a text of its own. */
	const poll = (number) => {
		const text = `0x${number.toString(16).padStart(64, '0')}`;
		return api.tx.governance.propose({ Motion: { call: null, matter: null } }, POLL, null, text, PLACE);
	};
	/** @type {(member: any, call: any) => [any, any]} */
	const move = ({ pair }, call) => [pair, api.tx.committeeMotions.propose(3, call, call.method.encodedLength)];
	const seated = async () => (await api.query.committeeMotions.members()).map(String).sort();
	const addresses = (people) => people.map(({ pair }) => pair.address).sort();
	const nextProposal = async () => (await api.query.governance.nextProposal()).toNumber();

	before(async () => {
		community = await foundCommunity(SAMPLE_ROSTER, 'Recall', '--trial');
		node = await community.start('--sealing', 'manual');
		api = await node.connect();
		const { manager: office, cashier } = community.officers();
		manager = office;
		owners = ownersOf(community);
		await passTime(api, '2026-12-20T10:00:00+08:00');
		await claimAll(api, community, owners);
		const candidates = owners.slice(10, 10 + SEATS);
		await executeAll(
			api,
			[{ pair: manager }, ...candidates].map(({ pair }, place) => ({
				pair: cashier,
				call: api.tx.cashier.receive(0, pair.address, 50_000n, `ICBC-2026-${1000 + place}`, null),
			})),
		);
		const given = { id: ELECTION, seats: SEATS, term: TERM, owners, voters: owners, candidates };
		members = await electCommittee(api, manager, given);
		others = owners.filter((owner) => !members.includes(owner));
	});

	after(() => node?.stop());

	test('one member fills no more than a share of the places for motions', async () => {
		const [first, second] = members;
		const share = Math.floor(api.consts.committee.maxMotions.toNumber() / SEATS);
		const remark = (number) => api.tx.system.remark(`0x${number.toString(16).padStart(4, '0')}`);
		for (let number = 0; number < share; number += 1) {
			const { events } = await execute(api, ...move(first, remark(number)));
			[left] = pick(events, 'committeeMotions', 'Proposed');
		}
		await refuse(api, ...move(first, remark(share)), 'committee.TooManyMotions');
		await execute(api, ...move(second, remark(share)));
	});

	test('the committee fills its room with polls, and owners petition for its recall all the same', async () => {
		const room = api.consts.governance.maxOpen.toNumber();
		const polls = Array.from({ length: room }, (_, number) => poll(number));
		const batches = [];
		for (let from = 0; from < room; from += AT_ONCE) {
			batches.push(api.tx.utility.batchAll(polls.slice(from, from + AT_ONCE)));
		}
		// The third member moves all of these, as many at once as they have places.
		const voting = [members[2], members[3], members[4], members[0], members[1]];
		while (batches.length > 0) {
			await committeeAgrees(api, voting, ...batches.splice(0, 6));
		}
		assert.equal((await api.query.governance.openProposals('Committee')).length, room);
		assert.deepEqual(await carryMotions(api, voting, poll(room)), ['governance.TooManyOpen']);

		recall = await nextProposal();
		const calls = members.slice(0, 3).map(({ id }) => api.tx.committee.recall(id, ELECTION));
		const question = motion(api.tx.utility.batchAll(calls));
		const [petitioner] = others;
		await carryPetition(api, { id: recall, question, level: ORDINARY, owners, voters: others, petitioner });
		assert.equal(await phase(api, recall), 'Notice');
	});

	test('the committee can neither withdraw nor rewrite what the owners ask', async () => {
		const { withdraw, amend } = api.tx.governance;
		assert.deepEqual(await carryMotions(api, [members[3], members[4], members[0], members[1]], withdraw(recall)), [
			'governance.NotProposer',
		]);
		const other = [members[4], members[3], members[0], members[1]];
		assert.deepEqual(await carryMotions(api, other, amend(recall, AGENDA, PLACE)), ['governance.NotProposer']);
		// Nor can a member alone.
		await refuse(api, members[0].pair, withdraw(recall), 'governance.NotProposer');
		assert.equal(await phase(api, recall), 'Notice');
	});

	test('the owners recall three of five, and the chain calls an election', async () => {
		await passTime(api, await when(api, recall, 'Announced', 'opens'));
		const choices = new Map(owners.map((owner, place) => [owner, place % 5 === 4 ? 'Abstain' : 'For']));
		members.forEach((member) => {
			choices.set(member, 'Against');
		});
		await castAll(
			api,
			[...choices].map(([owner, choice]) => [recall, owner, choice]),
		);
		const cert = await close(api, manager, recall);
		assertCounted(cert, choices, owners);
		assert.ok(cert.verdict.isPassed, cert.verdict.toString());
		byElection = await nextProposal();
		const events = await enact(api, manager, recall);
		const vacated = pick(events, 'committee', 'SeatVacated').map(({ data }) => data);
		assert.deepEqual(
			vacated.map(({ owner, cause }) => [owner.toNumber(), cause.type]),
			members.slice(0, 3).map(({ id }) => [id, 'Recalled']),
		);
		const [called] = pick(events, 'governance', 'Proposed');
		assert.equal(called.data.proposal.toNumber(), byElection);
		assert.ok(called.data.proposer.isVacancies);
		assert.equal(await phase(api, byElection), 'Nominating');
		assert.deepEqual(await seated(), addresses(members.slice(3)));
	});

	test('the two who are left agree on everything and decide nothing', async () => {
		const room = api.consts.governance.maxOpen.toNumber();
		const rest = members.slice(3);
		assert.deepEqual(await carryMotions(api, rest, poll(room + 1)), ['BadOrigin']);
		assert.deepEqual(await carryMotions(api, rest, api.tx.governance.withdraw(byElection)), ['BadOrigin']);
		await refuse(api, ...move(members[0], poll(room + 2)), 'committeeMotions.NotMember');
		await refuse(api, manager, api.tx.committee.callByElection(), 'governance.ElectionAlreadyOpen');
	});

	test('those recalled stand again, and the owners seat others', async () => {
		const wanted = others.slice(20, 20 + SEATS);
		const candidates = [...members, ...wanted];
		await payAllDues(api, community, community.officers().cashier, candidates, 'ICBC-2027');
		const wantedBy = (voter) => (members.includes(voter) ? members : wanted);
		const given = { id: byElection, voters: owners, candidates, wantedBy };
		successors = await holdElection(api, manager, given);
		assert.deepEqual(addresses(successors), addresses(wanted));
		assert.deepEqual(await seated(), addresses(wanted));
	});

	test('nothing of the old committee is left on the table', async () => {
		assert.equal((await api.query.committeeMotions.proposals()).length, 0);
		const voice = api.tx.committeeMotions.vote(left.data.proposalHash, left.data.proposalIndex, true);
		await refuse(api, members[4].pair, voice, 'committeeMotions.NotMember');
		const again = api.tx.governance.propose({ Election: { seats: SEATS, term: TERM } }, ORDINARY, null, AGENDA, PLACE);
		await refuse(api, ...move(members[4], again), 'committeeMotions.NotMember');
		// Anyone closes the polls of the old committee, for which nobody voted. That makes room for the next.
		await execute(api, manager, api.tx.governance.close(ELECTION + 1));
		await committeeAgrees(api, successors, poll(1_000));
		for (const proposal of [ELECTION, recall, byElection]) {
			const { status, output } = await recount(node.url, proposal);
			assert.equal(status, 0, output);
		}
	});
});
