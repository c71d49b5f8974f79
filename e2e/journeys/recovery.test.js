// SPDX-License-Identifier: Apache-2.0

// What was lost comes back: a household loses its key and gets another after a week in which it could have objected; one
// whose invitation a thief used wins its place back although the thief objects; a committee's term ends, the chain calls
// an election, and the owners elect the next.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Keyring } from '@polkadot/api';
import { AGENDA, claimAll, DAY, electCommittee, motion, ownersOf, PLACE, passTime } from '../support/assembly.js';
import { newBlock, now } from '../support/clock.js';
import { claim, claimWith, foundCommunity } from '../support/community.js';
import { executeAll } from '../support/crowd.js';
import { payAllDues } from '../support/dues.js';
import { submitGeneral } from '../support/general.js';
import { SAMPLE_ROSTER } from '../support/paths.js';
import { execute, pick, refuse } from '../support/transactions.js';

const [FIRST, SECOND] = [0, 1];
const SEATS = 5;
const TERM = 3 * 365 * DAY;
/** Why the pool refuses a claim: `Refusal` of the registry. */
const [TICKET_NOT_FOUND, NOT_VALID_YET, OBJECTION_OUTSTANDING] = [1, 3, 8];
/** The first change of the register. */
const RENEWAL = 0;
/** The hashes of papers and of rulings on them. */
const PAPERS = `0x${'09'.repeat(32)}`;
const REASONS = `0x${'03'.repeat(32)}`;

describe('what was lost comes back', { timeout: 240_000 }, () => {
	let community;
	let node;
	let api;
	let officers;
	let keyring;
	let owners;
	let voters;
	let members;
	/** An owner in the committee, whose key is lost. */
	let household;

	const acting = async (address) => {
		const found = await api.query.registry.accountOwners(address);
		return found.isSome ? found.unwrap().owner.toNumber() : null;
	};
	const refusedClaim = async (call, code) => {
		// The pool lets go of what a block has included a moment after the block; until then it keeps out the same claim.
		const inPool = async () => !(await api.rpc.author.pendingExtrinsics()).isEmpty;
		for (let tries = 0; tries < 50 && (await inPool()); tries += 1) {
			await sleep(100);
		}
		await assert.rejects(submitGeneral(api, call), new RegExp(`Custom error: ${code}\\b`));
	};
	const elect = (id, candidates, called = false) =>
		electCommittee(api, officers.manager, { id, seats: SEATS, term: TERM, owners, voters, candidates, called });

	before(async () => {
		community = await foundCommunity(SAMPLE_ROSTER, 'Recovery', '--trial');
		node = await community.start('--sealing', 'manual');
		api = await node.connect();
		officers = community.officers();
		keyring = new Keyring({ type: 'sr25519' });
		owners = ownersOf(community);
		voters = owners.slice(0, Math.ceil((owners.length * 2) / 3) + 6);
		await passTime(api, '2026-12-20T10:00:00+08:00');
		await claimAll(api, community, voters);
		const receive = ({ pair }, place) =>
			api.tx.cashier.receive(0, pair.address, 20_000, `ICBC-2026-${1000 + place}`, null);
		await executeAll(
			api,
			[...voters, { pair: officers.manager }, { pair: officers.registrar }].map((payer, place) => ({
				pair: officers.cashier,
				call: receive(payer, place),
			})),
		);
		members = await elect(FIRST, voters.slice(0, SEATS));
		household = members[0];
	});

	after(() => node?.stop());

	/** Registrar and auditor issue a ticket in place of an account. */
	const replace = async (id, ticket, address) => {
		const args = [id, ticket.publicKey, address, PAPERS];
		await execute(api, officers.registrar, api.tx.registry.proposeTicket(...args));
		await execute(api, officers.auditor, api.tx.registry.confirmTicket(...args));
	};
	/** An officer enters a ruling on the objection to a replacement. It holds once two have entered the same. */
	const enterRuling = (officer, ticket, replaced) => {
		const ruling = { replace: replaced, ground: 'Papers', document: REASONS };
		return execute(api, officer, api.tx.registry.settleReplacement(ticket.publicKey, ruling));
	};

	test('a thief who gets a ticket is stopped by an objection', async () => {
		const ticket = keyring.addFromUri('//stolen-ticket');
		const thief = keyring.addFromUri('//thief');
		const { id, pair } = household;
		const neighbour = voters.find((owner) => owner !== household);
		await replace(id, ticket, pair.address);
		await refuse(api, neighbour.pair, api.tx.registry.object(ticket.publicKey), 'registry.NotAccountOfOwner');
		await execute(api, pair, api.tx.registry.object(ticket.publicKey));
		await passTime(api, (await now(api)) + 8 * DAY);
		await refusedClaim(claimWith(api, id, ticket, thief), OBJECTION_OUTSTANDING);
		await enterRuling(officers.registrar, ticket, false);
		const { events } = await enterRuling(officers.auditor, ticket, false);
		assert.equal(pick(events, 'registry', 'ObjectionSettled').length, 1);
		await refusedClaim(claimWith(api, id, ticket, keyring.addFromUri('//other-thief')), TICKET_NOT_FOUND);
		assert.equal(await acting(pair.address), id);
	});

	test('a hijacked key is won back although the thief objects', async () => {
		// Somebody found the invitation of an owner who had not joined yet, and was faster.
		const { id, pair } = owners.at(-1);
		const [ticket, thief] = [keyring.addFromUri('//ticket-after-the-thief'), keyring.addFromUri('//hijacker')];
		await submitGeneral(api, claim(api, id, community.code(id), thief));
		await newBlock(api);
		await refusedClaim(claim(api, id, community.code(id), pair), TICKET_NOT_FOUND);
		assert.deepEqual([await acting(thief.address), await acting(pair.address)], [id, null]);
		const receive = api.tx.cashier.receive(0, thief.address, 5_000, 'ICBC-2027-0', null);
		await execute(api, officers.cashier, receive);

		await replace(id, ticket, thief.address);
		const object = api.tx.registry.object(ticket.publicKey);
		const revoke = api.tx.registry.revokeTicket(ticket.publicKey);
		await execute(api, thief, object);
		// Neither the thief nor one officer has the last word.
		await refuse(api, thief, object, 'registry.AlreadyObjected');
		await refuse(api, thief, revoke, 'registry.ObjectionRequired');
		await refuse(api, officers.registrar, revoke, 'registry.ObjectionOutstanding');
		await enterRuling(officers.registrar, ticket, true);
		await refusedClaim(claimWith(api, id, ticket, keyring.addFromUri('//first-try')), OBJECTION_OUTSTANDING);
		const { events } = await enterRuling(officers.auditor, ticket, true);
		assert.equal(pick(events, 'registry', 'ObjectionSettled').length, 1);
		// The thief has a week to bring a court's order, and can hold it up no longer.
		await refusedClaim(claimWith(api, id, ticket, keyring.addFromUri('//second-try')), NOT_VALID_YET);
		await refuse(api, thief, object, 'registry.AlreadyObjected');
		await passTime(api, (await now(api)) + 7 * DAY);
		await submitGeneral(api, claimWith(api, id, ticket, pair));
		await newBlock(api);
		assert.deepEqual([await acting(pair.address), await acting(thief.address)], [id, null]);
		await refuse(api, thief, object, 'registry.TicketNotFound');
		await refuse(
			api,
			thief,
			api.tx.registry.invite(keyring.addFromUri('//other').publicKey),
			'registry.NotAccountOfOwner',
		);
	});

	test('a lost key is replaced after a week, and the seat goes with it', async () => {
		const ticket = keyring.addFromUri('//new-ticket');
		const phone = keyring.addFromUri('//new-phone');
		const { id, pair: lost } = household;
		await replace(id, ticket, lost.address);
		// For another account, since the pool does not look at a refused transaction again for a while.
		await refusedClaim(claimWith(api, id, ticket, officers.auditor), NOT_VALID_YET);
		await passTime(api, (await now(api)) + 7 * DAY);
		await submitGeneral(api, claimWith(api, id, ticket, phone));
		await newBlock(api);
		assert.deepEqual([await acting(phone.address), await acting(lost.address)], [id, null]);
		const receive = api.tx.cashier.receive(0, phone.address, 20_000, 'ICBC-2027-1', null);
		await execute(api, officers.cashier, receive);
		const { events } = await execute(api, phone, api.tx.committee.takeSeat());
		assert.equal(pick(events, 'committee', 'SeatMoved').length, 1);
		const collective = (await api.query.committeeMotions.members()).map(String);
		assert.ok(collective.includes(phone.address) && !collective.includes(lost.address));
		household = { ...household, pair: phone };
		voters = voters.map((owner) => (owner.id === id ? household : owner));
	});

	test('a lost invitation is renewed by two people, and its finder comes too late', async () => {
		const { id, pair } = owners[voters.length];
		const [ticket, finder] = [keyring.addFromUri('//renewed-ticket'), keyring.addFromUri('//finder')];
		const renewal = { IssueTicket: { owner: id, ticket: ticket.publicKey } };
		await execute(api, officers.registrar, api.tx.registry.proposeChange(renewal, PAPERS));
		await execute(api, officers.auditor, api.tx.registry.confirmChange(RENEWAL, renewal, PAPERS));
		await refuse(api, officers.registrar, api.tx.registry.enactChange(RENEWAL), 'registry.ObjectionWindowRunning');
		await passTime(api, (await now(api)) + 7 * DAY);
		await execute(api, officers.registrar, api.tx.registry.enactChange(RENEWAL));
		await refusedClaim(claim(api, id, community.code(id), finder), TICKET_NOT_FOUND);
		await submitGeneral(api, claimWith(api, id, ticket, pair));
		await newBlock(api);
		assert.equal(await acting(pair.address), id);
	});

	test('a term that ends without an election leaves no committee, and nobody acts for one', async () => {
		const { ends } = (await api.query.committee.currentTerm()).unwrap();
		const expire = api.tx.committee.expireTerm();
		await refuse(api, voters.at(-1).pair, expire, 'committee.TermRunning');
		await passTime(api, ends.toNumber());
		// On a chain that runs by the clock the scheduler does it.
		const { events } = await execute(api, voters.at(-1).pair, expire);
		assert.equal(pick(events, 'committee', 'TermExpired').length, 1);
		// The chain calls the next election.
		const [opened] = pick(events, 'governance', 'NominationOpened');
		assert.equal(opened.data.proposal.toNumber(), SECOND);
		assert.equal((await api.query.committeeMotions.members()).length, 0);
		const rate = motion(api.tx.fees.setRate(0, { year: 2031, month: 1 }, 300, []));
		const propose = api.tx.governance.propose(rate, 0, null, AGENDA, PLACE);
		await refuse(api, household.pair, propose, 'BadOrigin');
		const move = api.tx.committeeMotions.propose(3, propose, propose.method.encodedLength);
		await refuse(api, household.pair, move, 'committeeMotions.NotMember');
	});

	test('owners who paid their fees are elected as the next committee', async () => {
		const candidates = voters.slice(2, 2 + SEATS);
		const ids = candidates.map(({ id }) => id);
		await payAllDues(api, community, officers.cashier, candidates, 'ICBC-2030');
		const next = await elect(SECOND, candidates, true);
		assert.deepEqual(next.map(({ id }) => id).sort(), ids.sort());
	});
});
