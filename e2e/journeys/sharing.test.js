// SPDX-License-Identifier: Apache-2.0

// A parking space is shared: two want the same hours, one comes late, one breaks something, three neighbours rule. Beside it
// a room of the community, a ladder that costs nothing, a gate that opens for who may enter, offline too.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { prove, seal, verify } from '@linli/permit';
import { Keyring } from '@polkadot/api';
import { ed25519PairFromSeed } from '@polkadot/util-crypto';
import { claimAll, committeeAgrees, DAY, electCommittee, ownersOf, passTime } from '../support/assembly.js';
import { assertBooksBalance } from '../support/books.js';
import { newBlock, now } from '../support/clock.js';
import { foundCommunity } from '../support/community.js';
import { executeAll } from '../support/crowd.js';
import { SAMPLE_ROSTER } from '../support/paths.js';
import {
	assertHeldForBookings,
	HOUR,
	mondayAfter,
	purse,
	secretFor,
	slotAt,
	stateOf,
	weekdayTerms,
} from '../support/sharing.js';
import { followBothWays, unitsOf } from '../support/spending.js';
import { execute, pick, readBlock, refuse, send } from '../support/transactions.js';

const [OPERATING, INCOME] = [0, 2];
// Resources, in the order in which they are listed.
const [SPACE, LADDER, ROOM] = [0, 1, 2];
const hash = (byte) => `0x${byte.repeat(32)}`;
const [PICTURES, SCRATCH, ANSWER, COMMENT, RULING, RECORD, LEASE] = ['31', '32', '33', '34', '35', '36', '37'].map(
	hash,
);
const PURSE = 100_000n;
/** More than any booking here costs, in fen. */
const MAX_COST = 1_000_000n;
/** Each claim holds it on the claimant's account until the booking is settled. */
const BOND = 1_000n;
/** The commitment to a secret that is never asked for. */
const UNTOLD = hash('38');
const damages = (fen) => ({ damages: fen, refund: 0 });
/** Chance must be of a block after the dispute: it mixes the last 81. */
const CHANCE = 95;

describe('a parking space is shared', { timeout: 600_000 }, () => {
	let community;
	let node;
	let api;
	let officers;
	let members;
	let owners;
	/** Who shares, who books, who books too, and who stays away. */
	let li;
	let wang;
	let zhao;
	let stranger;
	let gate;
	let monday;
	let references = 0;
	let next = 0;
	/** How often the terms of each resource were set. */
	const versions = [0, 0, 0];

	/** A moment of the week after next: day 0 is Monday. */
	const at = (day, hour) => monday + day * DAY + hour * HOUR;
	const reference = () => {
		references += 1;
		return `ICBC-2027-${1000 + references}`;
	};
	const receive = ({ address }, amount) => ({
		pair: officers.cashier,
		call: api.tx.cashier.receive(0, address, amount, reference(), null),
	});
	const slots = (day, from, to) => [slotAt(at(day, from)), to - from];
	const bookCall = (resource, ...hours) =>
		api.tx.sharing.book(resource, ...slots(...hours), MAX_COST, versions[resource] ?? 0);
	/** Books hours of a day; gives the booking. */
	const book = async (pair, resource, ...hours) => {
		const { events } = await execute(api, pair, bookCall(resource, ...hours));
		const [{ data }] = pick(events, 'sharing', 'Booked');
		assert.equal(data.booking.toNumber(), next);
		return next++;
	};
	const until = (moment) => passTime(api, moment);
	/** Lets the time come, and the next block do what is due. */
	const due = async (moment) => {
		await passTime(api, moment);
		return readBlock(api, await newBlock(api));
	};
	const view = async (booking) => (await api.call.sharingApi.booking(booking)).unwrap();
	const bad = (name) => `sharing.${name}`;

	/** Wang books two hours of a day, begins and gives back in time. */
	const returned = async (day, from) => {
		const booking = await book(wang, SPACE, day, from, from + 2);
		await until(at(day, from));
		await execute(api, wang, api.tx.sharing.start(booking));
		await until(at(day, from + 1));
		await execute(api, wang, api.tx.sharing.returnResource(booking));
		return booking;
	};

	before(async () => {
		community = await foundCommunity(SAMPLE_ROSTER, 'Sharing', '--trial');
		node = await community.start('--sealing', 'manual');
		api = await node.connect();
		officers = community.officers();
		owners = ownersOf(community);
		const homes = new Set(
			unitsOf(community)
				.filter(({ kind }) => kind === 'residential')
				.map(({ id }) => id),
		);
		const people = owners.filter(({ units }) => units.length === 1 && homes.has(units[0])).slice(0, 3);
		[li, wang, zhao] = people.map(({ pair }) => pair);
		const keyring = new Keyring({ type: 'sr25519' });
		[stranger, gate] = ['//stranger', '//gate'].map((uri) => keyring.addFromUri(uri));
		await passTime(api, '2026-12-20T10:00:00+08:00');
		await claimAll(api, community, owners);
		await executeAll(api, [receive(officers.manager, 50_000n), ...people.map(({ pair }) => receive(pair, PURSE))]);
		const election = { id: 0, seats: 5, term: 3 * 365 * DAY, owners, voters: owners, candidates: owners.slice(-7) };
		members = await electCommittee(api, officers.manager, election);
		await executeAll(
			api,
			members.map(({ pair }) => receive(pair, 20_000n)),
		);
		monday = mondayAfter(await now(api));
		// The assembly's office for a gate: its holder records what it did, for free.
		await execute(api, officers.bootstrap, api.tx.bootstrap.decide(api.tx.registry.appoint('Device', gate.address)));
	});

	after(() => node?.stop());

	test('a resident lists a parking space for weekday hours, and neighbours find it', async () => {
		const lease = { Right: LEASE };
		const list = (terms, right = /** @type {unknown} */ (lease)) =>
			api.tx.sharing.list(null, 'Parking', 1, PICTURES, terms, gate.address, right);
		await executeAll(api, [receive(stranger, 20_000n)]);
		await refuse(api, stranger, list(weekdayTerms()), bad('NotMember'));
		await refuse(api, li, list(weekdayTerms({ windows: [] })), bad('InvalidTerms'));
		const { events } = await execute(api, li, list(weekdayTerms()));
		assert.equal(pick(events, 'sharing', 'Listed')[0].data.resource.toNumber(), SPACE);
		const ladder = weekdayTerms({ price: 0, deposit: 3_000, lateFee: 0, minSlots: 1 });
		// Nobody lists a space without a right to it, or somebody else's.
		await refuse(api, li, list(weekdayTerms(), 'Thing'), bad('RightRequired'));
		const [home] = owners.find(({ pair }) => pair.address === wang.address).units;
		await refuse(api, li, list(weekdayTerms(), { Unit: home }), bad('NotAtHome'));
		await refuse(api, zhao, list(weekdayTerms()), bad('AlreadyListed'));
		await execute(api, li, api.tx.sharing.list(null, 'Tool', null, PICTURES, ladder, null, 'Thing'));

		const find = async (filter) => {
			const { found, next: more } = await api.call.sharingApi.search(filter, 0, 10);
			assert.ok(more.isNone);
			return found.map(({ id }) => id.toNumber());
		};
		const all = { kind: null, building: null, maxPrice: null, free: null };
		assert.deepEqual(await find(all), [SPACE, LADDER]);
		assert.deepEqual(await find({ ...all, kind: 'Parking' }), [SPACE]);
		assert.deepEqual(await find({ ...all, building: 1 }), [SPACE]);
		assert.deepEqual(await find({ ...all, maxPrice: 199 }), [LADDER]);
		assert.deepEqual(await find({ ...all, free: [at(1, 10), at(1, 12)] }), [SPACE, LADDER]);
		assert.deepEqual(await find({ ...all, free: [at(5, 10), at(5, 12)] }), []);
	});

	test('two want the same hours: one has them, and nothing of the other is held', async () => {
		const before = [await purse(api, wang), await purse(api, zhao)];
		const hashes = [
			await send(api, wang, bookCall(SPACE, 0, 10, 12)),
			await send(api, zhao, bookCall(SPACE, 0, 11, 13)),
		];
		const { transactions } = await readBlock(api, await newBlock(api));
		const results = hashes.map((wanted) => transactions.find(({ hash: found }) => found === wanted)?.error);
		assert.deepEqual(
			[...results].sort((a, b) => Number(a === null) - Number(b === null)),
			[bad('SlotsAlreadyTaken'), null],
		);
		const winner = results[0] === null ? 0 : 1;
		const after = [await purse(api, wang), await purse(api, zhao)];
		assert.equal(after[winner].held - before[winner].held, 5_400n);
		assert.equal(after[1 - winner].held, before[1 - winner].held);
		assert.equal((await api.call.sharingApi.bookingsAt(SPACE, null, 10)).length, 1);
		const [first, count] = slots(0, 9, 18);
		const free = await api.call.sharingApi.freeSlots(SPACE, first, count);
		const taken = winner === 0 ? 10 : 11;
		assert.deepEqual(
			free.map(({ first: slot, slots: run }) => [slot.toNumber() - slotAt(at(0, 0)), run.toNumber()]),
			[
				[9, taken - 9],
				[taken + 2, 18 - taken - 2],
			],
		);
		await execute(api, [wang, zhao][winner], api.tx.sharing.cancel(next, 0));
		next += 1;
		await assertHeldForBookings(api);
	});

	test('what cannot be booked says why, and holds nothing', async () => {
		const before = await purse(api, wang);
		const refused = (call, error, who = wang) => refuse(api, who, call, bad(error));
		const taken = await book(zhao, SPACE, 0, 10, 12);
		await refused(bookCall(SPACE, 0, 11, 13), 'SlotsAlreadyTaken');
		await refused(bookCall(SPACE, 0, 8, 10), 'NotInOpeningWindows');
		await refused(bookCall(SPACE, 5, 10, 12), 'NotInOpeningWindows');
		await refused(bookCall(SPACE, 0, 10, 11), 'TooShort');
		await refused(bookCall(SPACE, 0, 9, 19), 'TooLong');
		await refused(bookCall(SPACE, -14, 10, 12), 'TooEarly');
		await refused(bookCall(SPACE, 70, 10, 12), 'TooFarAhead');
		await refused(bookCall(99, 0, 10, 12), 'ResourceNotFound');
		await refused(bookCall(SPACE, 0, 14, 16), 'OwnResource', li);
		await refused(bookCall(SPACE, 0, 14, 16), 'NotMember', stranger);
		await refused(api.tx.sharing.start(taken), 'NotParty');
		await refused(api.tx.sharing.cancel(99, 0), 'BookingNotFound');
		assert.equal((await purse(api, wang)).held, before.held);
		await execute(api, zhao, api.tx.sharing.cancel(taken, 0));
		await assertHeldForBookings(api);
	});

	test('a price raised between sight and block is not paid', async () => {
		const { resource } = (await api.call.sharingApi.resource(SPACE)).unwrap();
		assert.equal(resource.termsVersion.toNumber(), 0);
		const seen = (version, most = 5_400n) => api.tx.sharing.book(SPACE, ...slots(0, 10, 12), most, version);
		const before = [await purse(api, wang), await purse(api, li)];
		// What wang saw: two hours at 2.00, and the deposit. The provider sees the booking come, and tips to be first.
		const raised = weekdayTerms({ price: 300 });
		const signed = [await send(api, wang, seen(0)), await send(api, li, api.tx.sharing.setTerms(SPACE, raised), 500n)];
		versions[SPACE] += 1;
		const { transactions } = await readBlock(api, await newBlock(api));
		const places = signed.map((wanted) => transactions.findIndex(({ hash: found }) => found === wanted));
		assert.ok(places[1] < places[0], 'the tip came first');
		assert.deepEqual(
			places.map((place) => transactions[place].error),
			[bad('TermsMismatch'), null],
		);
		// Nor with the new terms, for more than wang is ready to pay.
		await refuse(api, wang, seen(1), bad('MaxCostExceeded'));
		const [first, hours] = slots(0, 9, 18);
		const series = api.tx.sharing.bookSeries(SPACE, first, hours, { weekdays: 0b11111, count: 5 }, 34_000n, 1);
		await refuse(api, wang, series, bad('MaxCostExceeded'));
		const after = [await purse(api, wang), await purse(api, li)];
		assert.equal(after[0].held, before[0].held);
		assert.ok(before[0].free - after[0].free < 30n, 'nothing but the fees of three calls');
		assert.ok(after[1].free < before[1].free, 'the provider has paid the tip for nothing');
		await execute(api, li, api.tx.sharing.setTerms(SPACE, weekdayTerms()));
		versions[SPACE] += 1;
		await refuse(api, wang, seen(1), bad('TermsMismatch'));
		await execute(api, wang, seen(2));
		await refuse(api, wang, api.tx.sharing.cancel(next, 401), bad('RefundTooLow'));
		await execute(api, wang, api.tx.sharing.cancel(next, 400));
		next += 1;
		await assertHeldForBookings(api);
	});

	test('cancelled in time all comes back, and too late half of it', async () => {
		const [early, late] = [await book(wang, SPACE, 0, 9, 11), await book(wang, SPACE, 0, 11, 13)];
		// The later one begins at eleven: it is eleven, the day before, and a moment.
		await until(at(-1, 9));
		assert.equal((await view(early)).refundNow.unwrap().toBigInt(), 400n);
		const { events } = await execute(api, wang, api.tx.sharing.cancel(early, 0));
		// The block of the call is a slot later than the limit: half is gone.
		const gone = pick(events, 'sharing', 'Cancelled')[0].data;
		assert.deepEqual(
			[gone.refund, gone.kept].map((fen) => fen.toBigInt()),
			[200n, 200n],
		);
		const kept = pick((await execute(api, wang, api.tx.sharing.cancel(late, 0))).events, 'sharing', 'Cancelled')[0]
			.data;
		assert.deepEqual(
			[kept.refund, kept.kept].map((fen) => fen.toBigInt()),
			[400n, 0n],
		);
		await refuse(api, wang, api.tx.sharing.cancel(late, 0), bad('NotBooked'));
		// When the provider cancels, all comes back however late it is.
		const third = await book(wang, SPACE, 0, 9, 11);
		const byLi = pick((await execute(api, li, api.tx.sharing.cancel(third, 0))).events, 'sharing', 'Cancelled')[0].data;
		assert.equal(byLi.refund.toBigInt(), 400n);
		assert.ok(byLi.by.isProvider);
		await assertBooksBalance(api);
	});

	test('used and given back in time, it settles by itself, and both sides rate', async () => {
		const before = await purse(api, li);
		const booking = await returned(0, 9);
		await refuse(api, wang, api.tx.sharing.rate(booking, 5, COMMENT), bad('NotSettled'));
		const { events } = await due(at(2, 10) + 2 * DAY);
		assert.equal(pick(events, 'sharing', 'Settled').length, 1);
		assert.equal((await purse(api, li)).free, before.free + 400n);
		await refuse(api, li, api.tx.sharing.claimDamage(booking, 100, SCRATCH, UNTOLD), bad('NotReturned'));
		await execute(api, wang, api.tx.sharing.rate(booking, 5, COMMENT));
		await execute(api, li, api.tx.sharing.rate(booking, 4, COMMENT));
		await refuse(api, wang, api.tx.sharing.rate(booking, 1, COMMENT), bad('AlreadyRated'));
		const { all } = (await api.call.sharingApi.resource(SPACE)).unwrap().ratings;
		assert.deepEqual([all.count.toNumber(), all.stars.toNumber()], [1, 5]);
		assert.equal((await api.call.sharingApi.ratingsOfRenter(wang.address)).all.stars.toNumber(), 4);
		await assertBooksBalance(api);
	});

	test('who comes back late pays for each hour begun, and whom that keeps out has all back', async () => {
		monday = mondayAfter(await now(api));
		const before = await purse(api, li);
		const booking = await book(wang, SPACE, 0, 10, 12);
		const kept = await book(zhao, SPACE, 0, 12, 14);
		await until(at(0, 10));
		await execute(api, wang, api.tx.sharing.start(booking));
		await until(at(0, 13) + 60_000);
		assert.equal((await view(booking)).lateNow.toBigInt(), 600n);
		assert.equal((await view(kept)).refundNow.unwrap().toBigInt(), 400n);
		const out = pick((await execute(api, zhao, api.tx.sharing.cancel(kept, 0))).events, 'sharing', 'Cancelled')[0].data;
		assert.ok(out.by.isKeptOut && out.refund.eqn(400));
		const { events } = await execute(api, gate, api.tx.sharing.returnResource(booking));
		assert.equal(pick(events, 'sharing', 'Returned')[0].data.lateFee.toBigInt(), 600n);
		await due(at(2, 14));
		assert.equal(await stateOf(api, booking), 'Settled');
		assert.equal((await purse(api, li)).free, before.free + 400n + 600n);
	});

	test('damage that the renter accepts is paid out of the deposit', async () => {
		const before = await purse(api, li);
		const booking = await returned(3, 10);
		await refuse(api, li, api.tx.sharing.claimDamage(booking, 5_001, SCRATCH, UNTOLD), bad('AmountTooLarge'));
		await refuse(api, zhao, api.tx.sharing.claimDamage(booking, 100, SCRATCH, UNTOLD), bad('NotProvider'));
		await execute(api, li, api.tx.sharing.claimDamage(booking, 2_000, SCRATCH, UNTOLD));
		await refuse(api, zhao, api.tx.sharing.acceptClaim(booking), bad('NotRenter'));
		await execute(api, wang, api.tx.sharing.acceptClaim(booking));
		assert.equal(await stateOf(api, booking), 'Settled');
		assert.equal((await purse(api, wang)).held, 0n);
		// What failed cost li a fee, and what succeeded nothing.
		const earned = (await purse(api, li)).free - before.free;
		assert.ok(earned < 2_400n && earned > 2_350n, `${earned}`);
		await assertHeldForBookings(api);
	});

	test('a gate that stayed shut is not paid for', async () => {
		monday = mondayAfter(await now(api));
		const booking = await book(wang, SPACE, 0, 10, 12);
		await until(at(0, 10));
		await execute(api, wang, api.tx.sharing.returnResource(booking));
		await refuse(api, li, api.tx.sharing.claimRefund(booking, 400, SCRATCH, UNTOLD), bad('NotRenter'));
		await refuse(api, wang, api.tx.sharing.claimRefund(booking, 401, SCRATCH, UNTOLD), bad('AmountTooLarge'));
		const before = await purse(api, wang);
		await execute(api, wang, api.tx.sharing.claimRefund(booking, 400, SCRATCH, UNTOLD));
		assert.equal((await purse(api, wang)).free, before.free - BOND);
		await assertHeldForBookings(api);
		await refuse(api, wang, api.tx.sharing.acceptClaim(booking), bad('NotProvider'));
		await execute(api, li, api.tx.sharing.acceptClaim(booking));
		assert.equal(await stateOf(api, booking), 'Settled');
		const after = await purse(api, wang);
		assert.equal(after.held, 0n);
		assert.ok(after.free >= before.free + 5_400n - 20n, 'all came back but the fee of a refused call');
	});

	test('a claim that comes too late is refused', async () => {
		monday = mondayAfter(await now(api));
		const booking = await returned(0, 10);
		await passTime(api, at(2, 12));
		// In the block of the call the window is over, and the chain has settled automatically.
		await refuse(api, li, api.tx.sharing.claimDamage(booking, 100, SCRATCH, UNTOLD), bad('NotReturned'));
		assert.equal(await stateOf(api, booking), 'Settled');
	});

	test('damage that the renter disputes is ruled on by three neighbours, then by the committee', async () => {
		const booking = await returned(3, 10);
		const [his, hers] = [secretFor(booking, 'Renter'), secretFor(booking, 'Provider')];
		await execute(api, li, api.tx.sharing.claimDamage(booking, 4_000, SCRATCH, hers.commitment));
		await execute(api, wang, api.tx.sharing.disputeClaim(booking, ANSWER, 0, his.commitment));
		await refuse(api, wang, api.tx.sharing.reveal(booking, hers.secret), bad('SecretMismatch'));
		await execute(api, wang, api.tx.sharing.reveal(booking, his.secret));
		assert.equal(await stateOf(api, booking), 'Revealing');
		await execute(api, li, api.tx.sharing.reveal(booking, hers.secret));
		assert.equal(await stateOf(api, booking), 'Disputed');
		await assertHeldForBookings(api);
		await newBlock(api, CHANCE);
		assert.equal(await stateOf(api, booking), 'Empanelled');
		const seats = (await view(booking)).panel.unwrap().seats.map(({ who }) => who.toString());
		assert.equal(new Set(seats).size, 3);
		assert.ok(!seats.includes(li.address) && !seats.includes(wang.address));
		const panel = seats.map((address) => owners.find(({ pair }) => pair.address === address).pair);
		const outsider = [li, wang, zhao].find(({ address }) => !seats.includes(address));
		await refuse(api, outsider, api.tx.sharing.vote(booking, damages(0)), bad('NotOnPanel'));
		// None of them needs a fen for it.
		await executeAll(
			api,
			panel.map((pair, place) => ({ pair, call: api.tx.sharing.vote(booking, damages([1_000, 4_000, 1_500][place])) })),
		);
		assert.equal((await view(booking)).booking.claim.unwrap().ruled.unwrap().damages.toBigInt(), 1_500n);
		await execute(api, li, api.tx.sharing.appeal(booking));
		const before = await purse(api, li);
		await committeeAgrees(api, members, api.tx.sharing.rule(booking, damages(2_000), RULING));
		assert.equal(await stateOf(api, booking), 'Settled');
		assert.equal((await purse(api, li)).free, before.free + 400n + 2_000n + BOND);
		await assertHeldForBookings(api);
		await assertBooksBalance(api);
	});

	test('a gate opens for the right account in the right hours only, online and offline', async () => {
		monday = mondayAfter(await now(api));
		const booking = await book(wang, SPACE, 0, 10, 12);
		const may = async ({ address }, moment) => (await api.call.sharingApi.mayUse(SPACE, address, moment)).isTrue;
		assert.deepEqual(
			[
				await may(wang, at(0, 10) - 1),
				await may(wang, at(0, 10)),
				await may(wang, at(0, 12) - 1),
				await may(wang, at(0, 12)),
			],
			[false, true, true, false],
		);
		assert.equal(await may(zhao, at(0, 11)), false);

		// The provider's server signs what it finds in the chain; the gate knows the server's key and no network.
		const [issuer, phone] = [
			ed25519PairFromSeed(new Uint8Array(32).fill(1)),
			ed25519PairFromSeed(new Uint8Array(32).fill(2)),
		];
		const { booking: found } = await view(booking);
		const chain = api.genesisHash.toU8a();
		const permit = {
			chain,
			resource: found.resource.toNumber(),
			booking: BigInt(booking),
			account: found.renter.toU8a(),
			holder: phone.publicKey,
			from: found.start.toBigInt(),
			until: found.end.toBigInt(),
			issued: BigInt(await now(api)),
			expires: BigInt(at(0, 11)),
		};
		const sealed = seal(permit, issuer.secretKey.slice(0, 32));
		const lock = { chain, resource: SPACE, issuer: issuer.publicKey, tolerance: 0n };
		const show = (moment, { bytes = sealed, seed = phone, door = lock } = {}) => {
			const challenge = randomBytes(32);
			return verify(door, bytes, BigInt(moment), {
				challenge,
				proof: prove(permit, challenge, seed.secretKey.slice(0, 32)),
			});
		};
		assert.equal(show(at(0, 10)), 'Open');
		assert.equal(show(at(0, 10) - 1), 'NotYet');
		assert.equal(show(at(0, 11)), 'Expired');
		assert.equal(show(at(0, 12)), 'Over');
		assert.equal(show(at(0, 10), { seed: issuer }), 'NotHolder');
		assert.equal(show(at(0, 10), { door: { ...lock, resource: LADDER } }), 'OtherResource');
		const altered = Buffer.from(sealed);
		altered[141] ^= 1;
		assert.equal(show(at(0, 10), { bytes: altered }), 'BadSignature');

		const record = api.tx.sharing.recordUse(SPACE, booking, RECORD);
		await refuse(api, wang, record, bad('NotDevice'));
		await until(at(0, 10));
		const { events } = await execute(api, gate, api.tx.sharing.start(booking));
		assert.equal(pick(events, 'sharing', 'Started').length, 1);
		await execute(api, gate, record);
		assert.equal((await view(booking)).booking.uses.count.toNumber(), 1);
		assert.equal((await purse(api, gate)).free, 0n, 'a device needs no money');
		await execute(api, gate, api.tx.sharing.returnResource(booking));
		assert.equal(await may(wang, at(0, 11)), false, 'what is given back is given back');
	});

	test('a ladder costs nothing but its deposit, which comes back', async () => {
		const before = await purse(api, zhao);
		const booking = await book(zhao, LADDER, 1, 10, 11);
		assert.equal((await purse(api, zhao)).held, 3_000n);
		await until(at(1, 10));
		// What may have been taken is not cancelled, but returned.
		await refuse(api, zhao, api.tx.sharing.cancel(booking, 0), bad('BookingAlreadyBegun'));
		await execute(api, zhao, api.tx.sharing.returnResource(booking));
		await due(at(3, 11));
		assert.equal(await stateOf(api, booking), 'Settled');
		const after = await purse(api, zhao);
		assert.equal(after.held, 0n);
		assert.ok(before.free - after.free < 20n, 'nothing but the fees of two calls');
	});

	test('every weekday of a month is booked by one call, all or none', async () => {
		monday = mondayAfter(await now(api));
		const [first, hours] = slots(0, 9, 18);
		const series = (count) =>
			api.tx.sharing.bookSeries(SPACE, first, hours, { weekdays: 0b11111, count }, MAX_COST, versions[SPACE]);
		const inTheWay = await book(zhao, SPACE, 18, 10, 12);
		await executeAll(api, [receive(wang, 300_000n)]);
		const before = await purse(api, wang);
		await refuse(api, wang, series(20), bad('SlotsAlreadyTaken'));
		assert.equal((await purse(api, wang)).held, before.held);
		await refuse(api, wang, series(0), bad('InvalidSeries'));
		await execute(api, zhao, api.tx.sharing.cancel(inTheWay, 0));
		const { events } = await execute(api, wang, series(20));
		const booked = pick(events, 'sharing', 'Booked');
		assert.equal(booked.length, 20);
		const days = booked.map(({ data }) => Math.floor(data.interval.first.toNumber() / 24) - Math.floor(first / 24));
		assert.deepEqual(
			days,
			[0, 1, 2, 3, 4].flatMap((day) => [0, 7, 14, 21].map((week) => week + day)).sort((a, b) => a - b),
		);
		assert.ok(booked.every(({ data }) => data.series.unwrap().toNumber() === next));
		next += 20;
		assert.equal((await purse(api, wang)).held - before.held, 20n * (9n * 200n + 5_000n));
		assert.equal((await api.call.sharingApi.bookingsOf(wang.address, true, null, 64)).length, 20);

		// The provider needs the space again: what has not begun is refunded in the next block, whole.
		await execute(api, li, api.tx.sharing.suspend(SPACE, true));
		await newBlock(api, 2);
		assert.equal((await purse(api, wang)).held, 0n);
		await refuse(api, wang, bookCall(SPACE, 0, 10, 12), bad('ResourceSuspended'));
		await execute(api, li, api.tx.sharing.resume(SPACE));
		await assertHeldForBookings(api);
	});

	test("the community's room earns for two pots, and every fen of it can be followed", async () => {
		const terms = weekdayTerms({ price: 1_001, perHousehold: 1 });
		const list = api.tx.sharing.list(OPERATING, 'Room', 1, PICTURES, terms, null, 'Thing');
		await refuse(api, li, list, 'BadOrigin');
		await execute(api, officers.manager, list);
		const balances = async () => {
			const pots = await api.call.fundApi.pots();
			return new Map(pots.map(([id, { balance }]) => [id.toNumber(), balance.toBigInt()]));
		};
		const booking = await book(zhao, ROOM, 1, 14, 17);
		await refuse(api, zhao, bookCall(ROOM, 2, 14, 17), bad('TooManyBookingsOfResource'));
		await until(at(1, 17));
		await newBlock(api);
		const before = await balances();
		await due(at(3, 18));
		assert.equal(await stateOf(api, booking), 'Settled');
		const after = await balances();
		// A tenth of 3,003, rounded down; transaction fees go to the operating pot, too, and there was none.
		assert.equal(after.get(INCOME) - before.get(INCOME), 300n);
		assert.equal(after.get(OPERATING) - before.get(OPERATING), 2_703n);
		const entries = await followBothWays(api, { booking: { booking } });
		assert.equal(entries.length, 2);
		await assertBooksBalance(api);
	});

	test('who does not come frees the hours, who stays longer pays for them, and the provider keeps a day', async () => {
		monday = mondayAfter(await now(api));
		const terms = weekdayTerms({ minSlots: 1, leadTime: 0, noShow: HOUR / 2 });
		const call = api.tx.sharing.list(null, 'Charger', 1, PICTURES, terms, null, 'Thing');
		const charger = pick((await execute(api, li, call)).events, 'sharing', 'Listed')[0].data.resource.toNumber();
		const [missed, later] = [await book(zhao, charger, 0, 10, 14), await book(zhao, charger, 1, 10, 11)];
		const day = slotAt(at(2, 0)) / 24;
		await execute(api, li, api.tx.sharing.blockDays(charger, day, 1));
		await refuse(api, wang, bookCall(charger, 2, 10, 12), bad('SlotsAlreadyTaken'));
		await execute(api, li, api.tx.sharing.freeDays(charger, day));
		await due(at(0, 10) + HOUR / 2);
		assert.equal(await stateOf(api, missed), 'Returned');
		const early = await book(wang, charger, 0, 12, 13);
		await until(at(0, 12));
		await execute(api, wang, api.tx.sharing.start(early));
		const before = await purse(api, wang);
		const extend = (slots, most) => api.tx.sharing.extend(early, slots, most, 0);
		await refuse(api, wang, extend(1, 199), bad('MaxCostExceeded'));
		await execute(api, wang, extend(1, 200));
		assert.equal((await purse(api, wang)).held, before.held + 200n);
		await refuse(api, wang, bookCall(charger, 0, 13, 14), bad('SlotsAlreadyTaken'));
		await until(at(0, 13));
		await execute(api, wang, api.tx.sharing.returnResource(early));
		await execute(api, li, api.tx.sharing.cancel(later, 0));
		await due(at(3, 14));
		assert.equal(await stateOf(api, early), 'Settled');
		await assertHeldForBookings(api);
	});

	test('who owes fees books like everybody', async () => {
		const { units } = owners.find(({ pair }) => pair.address === zhao.address);
		await passTime(api, (await now(api)) + 62 * DAY);
		const dues = await api.call.feesApi.dues(units[0]);
		assert.ok(dues.overdue.toBigInt() > 0n, 'zhao has paid no bill so far');
		monday = mondayAfter(await now(api));
		await book(zhao, LADDER, 0, 10, 11);
		await refuse(api, stranger, bookCall(LADDER, 0, 12, 13), bad('NotMember'));
		const named = api.tx.registry.nameResident(units[0], stranger.address, at(1, 0));
		await execute(api, zhao, named);
		await refuse(api, stranger, bookCall(LADDER, 0, 12, 13), bad('NotMember'));
		await execute(api, stranger, api.tx.registry.acceptResidence(units[0]));
		await book(stranger, LADDER, 0, 12, 13);
		await refuse(api, stranger, bookCall(LADDER, 0, 12, 13), bad('SlotsAlreadyTaken'));
		await assertHeldForBookings(api);
		await assertBooksBalance(api);
	});
});
