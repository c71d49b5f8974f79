// SPDX-License-Identifier: Apache-2.0

// A register is forged and undone. A registrar invents a flat of 990,000 m² and fails; with the auditor as an accomplice
// the area of an absent neighbour becomes a stooge's shop, although those who notice it object. The owners put others in
// both offices, the stooge has no voice in that, and two honest people put the register right.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Keyring } from '@polkadot/api';
import { u8aToHex } from '@polkadot/util';
import {
	assertCounted,
	carryPetition,
	castAll,
	claimAll,
	close,
	DAY,
	enact,
	ownersOf,
	passTime,
	phase,
	plain,
	powerOf,
	question,
	recount,
	when,
} from '../support/assembly.js';
import { newBlock, now } from '../support/clock.js';
import { claimWith, foundCommunity } from '../support/community.js';
import { executeAll } from '../support/crowd.js';
import { submitGeneral } from '../support/general.js';
import { SAMPLE_ROSTER } from '../support/paths.js';
import { confirmChange, dismissObjections, PAPERS, proposeChange } from '../support/register.js';
import { unitsOf } from '../support/spending.js';
import { execute, pick, refuse } from '../support/transactions.js';

const ORDINARY = 0;
/** The only proposal. */
const DISMISSAL = 0;
const WEEK = 7 * DAY;
/** In 0.01 m². */
const [HUGE, SCRAP] = [99_000_000n, 100n];
const hash = (byte) => `0x${byte.repeat(32)}`;
const [REASON, NAME, FALSE_LABEL, SHOP_LABEL, COURT] = ['41', '42', '43', '44', '45'].map(hash);
const bad = (name) => `registry.${name}`;

describe('a register is forged and undone', { timeout: 240_000 }, () => {
	let community;
	let node;
	let api;
	let keyring;
	/** Registrar and auditor of these forge, and those of the others are honest. */
	let officers;
	let honest;
	let owners;
	/** All but one, who has not joined. */
	let voters;
	let absent;
	/** The home of the absent owner: its number, and how it stands in the register. */
	let home;
	let launched;
	let stooge;
	let shop;
	let forgedAt;

	const registry = () => api.tx.registry;
	const head = async () => (await api.rpc.chain.getHeader()).number.toNumber();
	const totals = async () => plain(await api.call.registryApi.totalsAt(await head(), null));
	const later = async (time) => passTime(api, (await now(api)) + time);
	const enactChange = (id) => registry().enactChange(id);
	const object = (id) => registry().objectToChange(id, REASON);
	const correction = (area, label) => ({ CorrectUnit: { unit: home.id, kind: 'Residential', area, label } });
	const building = (area, owner) => ({
		RegisterUnit: { building: home.building, kind: 'Commercial', area, owner, label: SHOP_LABEL },
	});
	/** Two people change the register, and nobody objects. Returns the events of what is made. */
	const change = async (two, wanted) => {
		const id = await proposeChange(api, two, wanted);
		await confirmChange(api, two, id, wanted);
		await later(WEEK);
		return (await execute(api, two.registrar, enactChange(id))).events;
	};

	before(async () => {
		community = await foundCommunity(SAMPLE_ROSTER, 'Register', '--trial');
		node = await community.start('--sealing', 'manual');
		api = await node.connect();
		keyring = new Keyring({ type: 'sr25519' });
		officers = community.officers();
		const [secondRegistrar, secondAuditor] = ['//second-registrar', '//second-auditor'].map((uri) =>
			keyring.addFromUri(uri),
		);
		honest = { registrar: secondRegistrar, auditor: secondAuditor };
		owners = ownersOf(community);
		const units = unitsOf(community);
		const homes = new Set(units.filter(({ kind }) => kind === 'residential').map(({ id }) => id));
		[absent] = owners.filter((owner) => owner.units.length === 1 && homes.has(owner.units[0])).slice(-1);
		voters = owners.filter((owner) => owner !== absent);
		await passTime(api, '2027-01-04T10:00:00+08:00');
		await claimAll(api, community, voters);
		const { registrar, auditor, manager, bootstrap } = officers;
		const payers = [voters[0].pair, registrar, auditor, manager, bootstrap];
		await executeAll(
			api,
			payers.map(({ address }, place) => ({
				pair: officers.cashier,
				call: api.tx.cashier.receive(0, address, 50_000n, `ICBC-2027-${1000 + place}`, null),
			})),
		);
		const { label } = (await api.call.registryApi.unit(absent.units[0])).unwrap();
		home = { ...units.find(({ id }) => id === absent.units[0]), label: label.toHex() };
		launched = await totals();
		assert.deepEqual(launched, powerOf(owners));
	});

	after(() => node?.stop());

	test('no flat is invented: the buildings have the area that they had at the launch', async () => {
		const invent = (area) => registry().proposeChange(building(area, absent.id), PAPERS);
		await refuse(api, officers.registrar, invent(HUGE), bad('BuildingAreaExceeded'));
		await refuse(api, officers.registrar, invent(SCRAP), bad('BuildingAreaExceeded'));
		const raise = registry().setBuildingArea(home.building, HUGE * 2n);
		await refuse(api, officers.registrar, raise, 'BadOrigin');
		await refuse(api, officers.bootstrap, api.tx.bootstrap.decide(raise), 'BadOrigin');
		await refuse(api, voters[0].pair, invent(HUGE), 'BadOrigin');
		// Nor is one flat registered as another.
		const known = (await api.call.registryApi.unit(voters[0].units[0])).unwrap().label;
		const twice = registry().proposeChange(correction(home.area, known), PAPERS);
		await refuse(api, officers.registrar, twice, bad('LabelAlreadyUsed'));
		assert.deepEqual(await totals(), launched);
	});

	test('one officer alone makes nothing of what was proposed', async () => {
		// The only home of an owner who is away shrinks to one square metre.
		const shrunk = correction(SCRAP, FALSE_LABEL);
		const id = await proposeChange(api, officers, shrunk);
		await refuse(api, officers.registrar, registry().confirmChange(id, shrunk, PAPERS), 'BadOrigin');
		await refuse(api, officers.registrar, enactChange(id), bad('ChangeNotConfirmed'));
		// The accomplice confirms what was proposed, to the letter.
		const other = registry().confirmChange(id, correction(SCRAP * 2n, FALSE_LABEL), PAPERS);
		await refuse(api, officers.auditor, other, bad('ChangeMismatch'));
		await confirmChange(api, officers, id, shrunk);
		await refuse(api, officers.registrar, enactChange(id), bad('ObjectionWindowRunning'));
	});

	test('neighbours object for the absent owner, for free, and it takes two officers to dismiss that', async () => {
		const [first, second] = [voters[1].pair, voters[2].pair];
		const id = (await api.query.registry.nextChange()).toNumber() - 1;
		await refuse(api, officers.manager, object(id), bad('NotAccountOfOwner'));
		const { events } = await execute(api, first, object(id));
		assert.equal(pick(events, 'registry', 'ObjectedToChange')[0].data.owner.toNumber(), voters[1].id);
		assert.equal((await api.query.system.account(first.address)).data.free.toBigInt(), 0n, 'an objection is free');
		await later(WEEK);
		await refuse(api, officers.registrar, enactChange(id), bad('ObjectionOutstanding'));
		// One office dismisses nothing.
		await execute(api, officers.registrar, registry().settleObjection(id, false, COURT));
		await refuse(api, officers.registrar, enactChange(id), bad('ObjectionOutstanding'));
		const upheld = registry().settleObjection(id, true, COURT);
		await refuse(api, officers.auditor, upheld, bad('SettlementMismatch'));
		const settled = await execute(api, officers.auditor, registry().settleObjection(id, false, COURT));
		assert.equal(pick(settled.events, 'registry', 'ObjectionDismissed').length, 1);
		// Others have the same time once more.
		await refuse(api, officers.registrar, enactChange(id), bad('ObjectionWindowRunning'));
		await execute(api, second, object(id));
		await dismissObjections(api, officers, id);
	});

	test('the owners want other officers, and the two cannot stop them', async () => {
		const { registrar, auditor } = officers;
		const { appoint, dismiss } = registry();
		const calls = [
			dismiss('Registrar', registrar.address),
			dismiss('Auditor', auditor.address),
			appoint('Registrar', honest.registrar.address),
			appoint('Auditor', honest.auditor.address),
		];
		const [petitioner] = voters;
		const exchange = await question(api, petitioner.pair, api.tx.utility.batchAll(calls));
		const given = { id: DISMISSAL, question: exchange, level: ORDINARY, owners, voters, petitioner };
		await carryPetition(api, given);
		assert.equal(await phase(api, DISMISSAL), 'Notice');
	});

	test('two officers who agree make the forgery all the same, since the decision takes longer', async () => {
		const id = (await api.query.registry.nextChange()).toNumber() - 1;
		await later(WEEK);
		await execute(api, officers.registrar, enactChange(id));
		// The stooge is registered at once, having no power yet, and gets a ticket.
		const ticket = keyring.addFromUri('//ticket-of-a-stooge');
		const somebody = { RegisterOwner: { kind: 'Person', identity: NAME, ticket: u8aToHex(ticket.publicKey) } };
		const registered = await confirmChange(api, officers, await proposeChange(api, officers, somebody), somebody);
		const owner = pick(registered, 'registry', 'OwnerRegistered')[0].data.owner.toNumber();
		stooge = { id: owner, pair: keyring.addFromUri('//stooge') };
		await submitGeneral(api, claimWith(api, owner, ticket, stooge.pair));
		await newBlock(api);
		// What the absent owner lost, and not a hundredth of a square metre more.
		const more = registry().proposeChange(building(home.area - SCRAP + 1n, owner), PAPERS);
		await refuse(api, officers.registrar, more, bad('BuildingAreaExceeded'));
		const made = await change(officers, building(home.area - SCRAP, owner));
		shop = pick(made, 'registry', 'UnitRegistered')[0].data.unit.toNumber();
		forgedAt = await head();
		assert.deepEqual(await totals(), { area: launched.area, heads: launched.heads + 1n });
	});

	test('power that came after the notice has no voice in the decision', async () => {
		const receive = api.tx.cashier.receive(0, stooge.pair.address, 10_000n, 'ICBC-2027-2000', null);
		await execute(api, officers.cashier, receive);
		const opens = await when(api, DISMISSAL, 'Announced', 'opens');
		if ((await now(api)) < opens) {
			await passTime(api, opens);
		}
		const vote = api.tx.governance.cast(DISMISSAL, 'Against');
		await refuse(api, stooge.pair, vote, 'governance.NotEligibleToVote');
		const choices = new Map(voters.map((owner, place) => [owner, place % 6 === 5 ? 'Against' : 'For']));
		await castAll(
			api,
			[...choices].map(([owner, choice]) => [DISMISSAL, owner, choice]),
		);
		const cert = await close(api, officers.manager, DISMISSAL);
		assertCounted(cert, choices, owners);
		assert.ok(cert.verdict.isPassed, cert.verdict.toString());
		// The auditor invents a ruling of a court.
		const annul = api.tx.governance.annul(DISMISSAL, COURT);
		await refuse(api, officers.auditor, annul, 'governance.IsConcerned');
		await enact(api, officers.manager, DISMISSAL);
		assert.equal(await phase(api, DISMISSAL), 'Enacted');
		const holders = async (role) => (await api.call.registryApi.holders(role)).map(String);
		assert.deepEqual(await holders('Registrar'), [honest.registrar.address]);
		assert.deepEqual(await holders('Auditor'), [honest.auditor.address]);
		const again = registry().proposeChange({ RetireUnit: { unit: home.id } }, PAPERS);
		await refuse(api, officers.registrar, again, 'BadOrigin');
	});

	test('two honest people undo it, although the stooge objects', async () => {
		const retired = { RetireUnit: { unit: shop } };
		const id = await proposeChange(api, honest, retired);
		await confirmChange(api, honest, id, retired);
		await execute(api, stooge.pair, object(id));
		await dismissObjections(api, honest, id);
		await refuse(api, stooge.pair, object(id), bad('AlreadyObjected'));
		await later(WEEK);
		await execute(api, honest.registrar, enactChange(id));
		const events = await change(honest, correction(home.area, home.label));
		assert.equal(pick(events, 'registry', 'UnitCorrected').length, 1);

		assert.deepEqual(await totals(), launched);
		assert.ok((await api.call.registryApi.unit(shop)).isNone);
		const { area, label, owner } = (await api.call.registryApi.unit(home.id)).unwrap();
		assert.deepEqual([area.toBigInt(), label.toHex(), owner.toNumber()], [home.area, home.label, absent.id]);
		// The past can be counted again as it was.
		const powerAt = async (block) => plain(await api.call.registryApi.powerAt(stooge.id, block, null));
		assert.deepEqual(await powerAt(forgedAt), { area: home.area - SCRAP, heads: 1n });
		assert.deepEqual(await powerAt(await head()), { area: 0n, heads: 0n });
		const { status, output } = await recount(node.url, DISMISSAL);
		assert.equal(status, 0, output);
	});
});
