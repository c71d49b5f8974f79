// SPDX-License-Identifier: Apache-2.0

// The owners decide: a petition, an election, a committee, a fee rate that fails on area and then passes, ballots on every
// channel, decisions that fail and are mended, and the end of the bootstrap key. Each result is counted again.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { u8aToHex } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import {
	AGENDA,
	assertCounted,
	carryPetition,
	castAll,
	certificate,
	claimAll,
	close,
	committeeAgrees,
	DAY,
	enact,
	enactCall,
	failureOf,
	motion,
	ownersOf,
	PLACE,
	passTime,
	phase,
	plain,
	powerOf,
	recount,
	refusedWithoutMoney,
	secondEachOther,
	when,
} from '../support/assembly.js';
import { foundCommunity } from '../support/community.js';
import { executeAll } from '../support/crowd.js';
import { bigRoster, SAMPLE_ROSTER } from '../support/paths.js';
import { execute, pick, refuse } from '../support/transactions.js';

const [ORDINARY, MAJOR] = [0, 1];
const PROPERTY_FEE = 0;
const [REPAIR_POT, INCOME_POT] = [1, 2];
const SUMMER = { year: 2027, month: 7 };
const SEATS = 7;
const TERM = 3 * 365 * DAY;
const SUM = 50_000n;
const HASH = `0x${'5a'.repeat(32)}`;
const SCAN = `0x${'c5'.repeat(32)}`;
/** The first change of the register. */
const SALE = 0;
// Proposals in the order in which they are made.
const [ELECTION, RATE, TRANSFER, METER, RATE_AGAIN, HAND_OVER] = [0, 1, 2, 3, 4, 5];

const big = bigRoster('dingxiang');
if (!big) {
	console.log('# dingxiang.csv is not there: the sample roster is used');
}

describe('the assembly of a community', { timeout: 600_000 }, () => {
	let community;
	let node;
	let api;
	let officers;
	/** All owners with power; those who joined; and some of these with parts to play. */
	let owners;
	let voters;
	let parts;
	let members;

	const { min, ceil, floor } = Math;
	const cast = (proposal, choice) => api.tx.governance.cast(proposal, choice);
	const fen = async ({ pair }) => (await api.query.system.account(pair.address)).data.free.toBigInt();
	const ballot = async (proposal, { id }) => (await api.query.governance.ballots(proposal, id)).unwrap();
	const propose = (call, level) => api.tx.governance.propose(motion(call), level, null, AGENDA, PLACE);
	const setRate = () => api.tx.fees.setRate(PROPERTY_FEE, SUMMER, 300, []);
	const rates = async () =>
		(await api.call.feesApi.charges(PROPERTY_FEE, 1))[0].rates.map(({ rate }) => rate.toNumber());
	const assertCounts = (cert, choices) => assertCounted(cert, choices, owners);
	const petition = (id, question) => carryPetition(api, { id, question, level: ORDINARY, owners, voters, ...parts });

	before(async () => {
		community = await foundCommunity(big?.csv ?? SAMPLE_ROSTER, 'Assembly', '--trial');
		node = await community.start('--sealing', 'manual');
		api = await node.connect();
		officers = community.officers();
		owners = ownersOf(community);
		// Two thirds of the heads, and some more.
		voters = owners.slice(0, min(owners.length, ceil((owners.length * 2) / 3) + 12));
		const seller = voters.find(({ units }) => units.length === 1);
		const players = voters.filter((owner) => owner !== seller).slice(3);
		const [petitioner, holder, paper, buyer, donor, poor, ...others] = players;
		const [givers, candidates] = [others.slice(0, 4), others.slice(4, 14)];
		parts = { seller, petitioner, holder, paper, buyer, donor, poor, givers, candidates };
		await passTime(api, '2026-12-20T10:00:00+08:00');
	});

	after(() => node?.stop());

	test('enough owners join, without a fen', async () => {
		await claimAll(api, community, voters);
		assert.equal(await fen(voters[0]), 0n);
		const head = (await api.rpc.chain.getHeader()).number.toNumber();
		assert.deepEqual(plain(await api.call.registryApi.totalsAt(head, null)), powerOf(owners));
		// What is not free needs money: these have paid some in.
		const { seller, petitioner, holder, paper, donor, givers, candidates } = parts;
		const payers = [seller, petitioner, holder, paper, donor, ...givers, ...candidates];
		for (const office of ['bootstrap', 'registrar', 'manager', 'auditor']) {
			payers.push({ pair: officers[office] });
		}
		const receive = ({ pair }, place) =>
			api.tx.cashier.receive(
				0,
				pair.address,
				pair === donor.pair ? SUM * 2n : 20_000n,
				`ICBC-2026-${1000 + place}`,
				null,
			);
		await executeAll(
			api,
			payers.map((payer, place) => ({ pair: officers.cashier, call: receive(payer, place) })),
		);
	});

	test('a fifth of the heads petition for an election', async () => {
		await petition(ELECTION, { Election: { seats: SEATS, term: TERM } });
		assert.equal(await phase(api, ELECTION), 'Nominating');
	});

	test('owners stand, and the notice is given', async () => {
		const { candidates, donor } = parts;
		const stand = api.tx.governance.stand(ELECTION);
		await executeAll(
			api,
			candidates.map(({ pair }) => ({ pair, call: stand })),
		);
		await refuse(api, candidates[0].pair, stand, 'governance.TooFewSeconders');
		await executeAll(api, secondEachOther(api, ELECTION, candidates));
		await refuse(api, candidates[0].pair, stand, 'governance.AlreadyCandidate');
		const announce = api.tx.governance.announce(ELECTION);
		await refuse(api, officers.manager, announce, 'governance.NominationRunning');
		await passTime(api, await when(api, ELECTION, 'Nominating', 'ends'));
		await execute(api, officers.manager, announce);
		await refuse(api, donor.pair, stand, 'governance.NotNominating');
		await refuse(api, donor.pair, cast(ELECTION, { Approve: { candidates: 1 } }), 'governance.VotingNotOpen');
	});

	test('the first ballot is free, whoever has no fen', async () => {
		const { poor, candidates } = parts;
		await passTime(api, await when(api, ELECTION, 'Announced', 'opens'));
		const seen = async () => (await api.call.governanceApi.openProposals(poor.id))[0];
		assert.equal((await seen()).may.cast.isTrue, true);
		const ballotOf = (bits) => cast(ELECTION, { Approve: { candidates: bits } });
		// A ballot that would not count is not free.
		await refusedWithoutMoney(api, poor.pair, ballotOf(1 << candidates.length));
		const { events } = await execute(api, poor.pair, ballotOf(1));
		assert.equal(pick(events, 'governance', 'BallotCast')[0].data.changed.isFalse, true);
		assert.equal(await fen(poor), 0n);
		assert.deepEqual(plain((await seen()).ballot.unwrap().power), powerOf([poor]));
		await refusedWithoutMoney(api, poor.pair, ballotOf(2));
	});

	test('the owners elect a committee, and it is seated', async () => {
		const { poor, candidates } = parts;
		const standing = (await api.query.governance.candidates(ELECTION)).map(({ owner }) => owner.toNumber());
		assert.deepEqual([...standing].sort(), candidates.map(({ id }) => id).sort());
		// Nobody wants the last; of the others each owner leaves one out.
		const wanted = candidates.length - 1;
		const approval = new Map(voters.map((owner, index) => [owner, ((1 << wanted) - 1) & ~(1 << (index % wanted))]));
		approval.set(poor, 1);
		await castAll(
			api,
			[...approval]
				.filter(([owner]) => owner !== poor)
				.map(([owner, bits]) => [ELECTION, owner, { Approve: { candidates: bits } }]),
		);
		const cert = await close(api, officers.manager, ELECTION);
		assert.ok(cert.verdict.isPassed, cert.verdict.toString());
		assert.deepEqual(plain(cert.count.participating), powerOf(voters));
		const expected = candidates.map((_, place) =>
			powerOf(voters.filter((owner) => (approval.get(owner) >> place) & 1)),
		);
		assert.deepEqual([...cert.tally.asElection.approving].map(plain), expected);
		assert.deepEqual([cert.elected.length, cert.reserve.length], [SEATS, wanted - SEATS]);

		const events = await enact(api, officers.manager, ELECTION);
		assert.equal(pick(events, 'committee', 'Seated').length, 1);
		members = [...cert.elected].map((place) => voters.find(({ id }) => id === standing[place]));
		const seated = (await api.call.committeeApi.committee()).members.map(({ account }) => account.toString());
		assert.deepEqual(
			seated,
			members.map(({ pair }) => pair.address),
		);
		const collective = (await api.query.committeeMotions.members()).map(String);
		assert.deepEqual([...collective].sort(), [...seated].sort());
	});

	test('the committee proposes, and owners petition', async () => {
		const [member] = members;
		await refuse(api, member.pair, propose(setRate(), ORDINARY), 'BadOrigin');
		const transfer = api.tx.fund.transfer(INCOME_POT, REPAIR_POT, SUM);
		await committeeAgrees(api, members, propose(setRate(), ORDINARY), propose(transfer, ORDINARY));
		// By its hash alone, and only once the call is stored, where everybody reads it.
		const { petitioner, holder } = parts;
		const bytes = api.tx.registry.appoint('Device', holder.pair.address).method.toU8a();
		const lookup = { Lookup: { hash: blake2AsHex(bytes), len: bytes.length } };
		const unseen = { Motion: { call: lookup, matter: 'Roles' } };
		const begin = api.tx.governance.petition(unseen, ORDINARY, null, AGENDA, PLACE);
		await refuse(api, petitioner.pair, begin, 'governance.PreimageNotFound');
		await execute(api, petitioner.pair, api.tx.preimage.notePreimage(u8aToHex(bytes)));
		await petition(METER, unseen);
		for (const proposal of [RATE, TRANSFER, METER]) {
			assert.equal(await phase(api, proposal), 'Notice', `proposal ${proposal}`);
		}
	});

	/** What everyone votes on the rate, the first time: more than half of the heads for it, less than half of the area. */
	const firstVote = () => {
		const smallestFirst = [...voters].reverse();
		const choices = new Map(
			smallestFirst.map((owner, place) => [owner, place < floor(voters.length / 2) + 2 ? 'For' : 'Against']),
		);
		return choices.set(voters[0], 'Abstain');
	};

	test('a proxy: for so many, for what it says, and not by the staff', async () => {
		const { holder, givers } = parts;
		const choices = firstVote();
		const [first, second, third, fourth] = givers;
		/** @type {(to: any, choice?: string | null) => any} */
		const grant = (to, choice = null) => api.tx.governance.grantProxy(RATE, to.address, choice);
		await refuse(api, first.pair, grant(officers.manager), 'governance.HolderIsStaff');
		await refuse(api, first.pair, grant(officers.auditor), 'governance.HolderNotOwner');
		await execute(api, first.pair, grant(holder.pair, choices.get(first)));
		await executeAll(
			api,
			[second, third, fourth].map(({ pair }) => ({ pair, call: grant(holder.pair) })),
		);

		// A sale that two people enter now is made while the ballots are cast.
		const sale = { TransferUnit: { unit: parts.seller.units[0], to: parts.buyer.id, dues: 'TakenOver' } };
		await execute(api, officers.registrar, api.tx.registry.proposeChange(sale, HASH));
		await execute(api, officers.auditor, api.tx.registry.confirmChange(SALE, sale, HASH));
		await passTime(api, await when(api, METER, 'Announced', 'opens'));
		const byProxy = ({ id }, choice) => api.tx.governance.castByProxy(RATE, id, choice);
		await refuse(api, holder.pair, byProxy(first, 'Abstain'), 'governance.ProxyChoiceMismatch');
		await refuse(api, first.pair, byProxy(second, 'For'), 'governance.NotHolder');
		await executeAll(
			api,
			[first, second, third].map((owner) => ({ pair: holder.pair, call: byProxy(owner, choices.get(owner)) })),
		);
		await refuse(api, holder.pair, byProxy(fourth, 'For'), 'governance.TooManyProxies');
		await refuse(api, first.pair, cast(RATE, 'Abstain'), 'governance.AlreadyVotedByProxy');
		assert.ok((await ballot(RATE, first)).channel.isProxy);
	});

	test('a paper ballot counts with its witness, and no later one beside it', async () => {
		const { paper } = parts;
		const choice = firstVote().get(paper);
		const countersign = api.tx.governance.countersign(RATE, paper.id, choice, SCAN);
		await execute(api, officers.registrar, api.tx.governance.enterPaper(RATE, paper.id, choice, SCAN));
		await refuse(api, officers.registrar, countersign, 'BadOrigin');
		await execute(api, officers.auditor, countersign);
		await refuse(api, paper.pair, cast(RATE, 'Abstain'), 'governance.AlreadyVotedOnPaper');
		const again = api.tx.governance.enterPaper(RATE, members[0].id, choice, SCAN);
		await refuse(api, officers.registrar, again, 'governance.ScanAlreadyUsed');
		assert.ok((await ballot(RATE, paper)).channel.isPaper);
	});

	test('a home sold between two ballots changes nothing', async () => {
		const { seller, buyer } = parts;
		const choices = firstVote();
		await execute(api, buyer.pair, cast(RATE, choices.get(buyer)));
		const [, total] = (await api.call.governanceApi.tally(RATE)).unwrap();
		await execute(api, officers.registrar, api.tx.registry.enactChange(SALE));
		await castAll(api, [
			[RATE, seller, choices.get(seller)],
			[TRANSFER, buyer, 'For'],
		]);
		assert.deepEqual(plain((await ballot(RATE, seller)).power), powerOf([seller]));
		assert.deepEqual(plain((await ballot(TRANSFER, buyer)).power), powerOf([buyer]));
		assert.deepEqual(plain((await api.call.governanceApi.tally(RATE)).unwrap()[1]), plain(total));
	});

	test('the rate passes on heads and fails on area', async () => {
		const { seller, buyer, paper, givers, donor } = parts;
		const choices = firstVote();
		const done = new Set([seller, buyer, paper, ...givers.slice(0, 3)]);
		const others = new Map(voters.map((owner, index) => [owner, index % 10 === 9 ? 'Against' : 'For']));
		others.set(buyer, 'For').set(donor, 'For');
		await execute(api, donor.pair, cast(TRANSFER, 'Against'));
		await castAll(api, [
			...[...choices].filter(([owner]) => !done.has(owner)).map(([owner, choice]) => [RATE, owner, choice]),
			...[...others].filter(([owner]) => owner !== buyer).map(([owner, choice]) => [TRANSFER, owner, choice]),
			...[...others].map(([owner, choice]) => [METER, owner, choice]),
		]);
		const cert = await close(api, officers.manager, RATE);
		assertCounts(cert, choices);
		const { inFavour } = cert.tally.asMotion;
		const { participating } = cert.count;
		assert.ok(inFavour.heads.toBigInt() * 2n > participating.heads.toBigInt());
		assert.ok(inFavour.area.toBigInt() * 2n <= participating.area.toBigInt());
		assert.equal(cert.verdict.asRejected.type, 'ApprovalArea');
		await refuse(api, officers.manager, enactCall(api, RATE), 'governance.NotPassed');
		assert.deepEqual(await rates(), [280]);

		for (const proposal of [TRANSFER, METER]) {
			const passed = await close(api, officers.manager, proposal);
			assertCounts(passed, others);
			assert.ok(passed.verdict.isPassed);
		}
	});

	test('what was decided can be challenged, and is not done before its time', async () => {
		const { donor } = parts;
		const challenge = api.tx.governance.challenge(TRANSFER, HASH);
		await execute(api, donor.pair, challenge);
		await refuse(api, donor.pair, challenge, 'governance.AlreadyChallenged');
		await refuse(api, officers.manager, enactCall(api, TRANSFER), 'governance.ChallengeWindowRunning');
	});

	test('a decision that cannot be done keeps its error, is mended, and done by anyone', async () => {
		const { donor, petitioner, holder } = parts;
		const failed = await enact(api, officers.manager, TRANSFER);
		assert.equal(pick(failed, 'governance', 'EnactmentFailed').length, 1);
		assert.equal(await failureOf(api, TRANSFER), 'fund.InsufficientFunds');
		await execute(api, donor.pair, api.tx.fund.donate(INCOME_POT, SUM));
		const done = await enact(api, donor.pair, TRANSFER);
		assert.equal(pick(done, 'governance', 'Enacted').length, 1);
		assert.equal((await api.call.fundApi.pot(REPAIR_POT)).unwrap().balance.toBigInt(), SUM);
		await refuse(api, donor.pair, enactCall(api, TRANSFER), 'governance.NotPassed');

		await enact(api, petitioner.pair, METER);
		assert.equal(await phase(api, METER), 'Enacted');
		assert.deepEqual((await api.call.registryApi.holders('Device')).map(String), [holder.pair.address]);
	});

	test('the second vote passes in both measures, and the rate changes', async () => {
		const { seller, buyer } = parts;
		await committeeAgrees(...[api, members, propose(setRate(), ORDINARY), propose(api.tx.community.handOver(), MAJOR)]);
		await passTime(api, await when(api, HAND_OVER, 'Announced', 'opens'));
		await refuse(api, seller.pair, cast(RATE_AGAIN, 'For'), 'governance.NotEligibleToVote');
		// Now the home counts with its new owner.
		buyer.area += seller.area;
		for (const list of [owners, voters]) {
			list.splice(list.indexOf(seller), 1);
		}
		const enough = ceil(voters.length * 0.6);
		const choices = new Map(voters.map((owner, place) => [owner, place < enough ? 'For' : 'Against']));
		const most = new Map(voters.map((owner, place) => [owner, place % 10 === 9 ? 'Abstain' : 'For']));
		await castAll(api, [
			...[...choices].map(([owner, choice]) => [RATE_AGAIN, owner, choice]),
			...[...most].map(([owner, choice]) => [HAND_OVER, owner, choice]),
		]);
		const cert = await close(api, officers.manager, RATE_AGAIN);
		assertCounts(cert, choices);
		assert.ok(cert.verdict.isPassed, cert.verdict.toString());
		assertCounts(await close(api, officers.manager, HAND_OVER), most);

		const events = await enact(api, officers.manager, RATE_AGAIN);
		assert.equal(pick(events, 'fees', 'RateSet').length, 1);
		assert.deepEqual(await rates(), [280, 300]);
	});

	test('after the hand-over there is no bootstrap key', async () => {
		const { bootstrap } = officers;
		const call = api.tx.bootstrap.decide(api.tx.registry.appoint('Device', bootstrap.address));
		await execute(api, bootstrap, call);
		// It is never root.
		await refuse(api, bootstrap, api.tx.bootstrap.decide(api.tx.system.killStorage(['0x00'])), 'BadOrigin');
		assert.ok((await certificate(api, HAND_OVER)).verdict.isPassed);
		const events = await enact(api, officers.manager, HAND_OVER);
		assert.equal(pick(events, 'community', 'HandedOver').length, 1);
		assert.ok((await api.query.bootstrap.key()).isNone);
		await refuse(api, bootstrap, call, 'bootstrap.NotBootstrapKey');
	});

	test('who resigns is followed by the next of the reserve', async () => {
		const [next] = (await api.call.committeeApi.committee()).reserve;
		const { events } = await execute(api, members[0].pair, api.tx.committee.resign());
		assert.ok(pick(events, 'committee', 'SeatFilled')[0].data.owner.eq(next.owner));
		const seated = (await api.query.committeeMotions.members()).map(String);
		assert.equal(seated.length, SEATS);
		assert.ok(seated.includes(next.account.toString()) && !seated.includes(members[0].pair.address));
	});

	test('every result is the same when counted again', async () => {
		const proposals = [ELECTION, RATE, TRANSFER, METER, RATE_AGAIN, HAND_OVER];
		for (const { status, output } of await Promise.all(proposals.map((proposal) => recount(node.url, proposal)))) {
			assert.equal(status, 0, output);
			assert.match(output, /The certificate is right/);
		}
		assert.equal((await recount(node.url, 99)).status, 2);
	});

	test('a certificate shows that all who voted had joined shortly before', async () => {
		const { tally, recent, recentSince, recordBlock, closedIn } = await certificate(api, ELECTION);
		assert.ok(recentSince.toNumber() < recordBlock.toNumber() && recordBlock.toNumber() < closedIn.toNumber());
		assert.deepEqual(recent.toJSON(), tally.toJSON());
	});
});
