// SPDX-License-Identifier: Apache-2.0

// A validator that the owners add and one that they remove, for the fault tests.
//
//   node e2e/faults/validators.js decide FOLDER
//
// On the chain of a network that was made and not started: its owners join, decide that validator 5 is added and 4 is
// removed, and 5's operator sets its keys, which go into its keystore. The chain is carried to shortly before the
// session in which both take hold, and all nodes get it. Writes FOLDER/changed.json.
//
//   node e2e/faults/validators.js check URL FOLDER
//
// Ends with status 1 unless 5 is in the set, 4 is not, and all of the set write blocks.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';
import { u8aToHex } from '@polkadot/util';
import {
	carryPetition,
	castAll,
	claimAll,
	close,
	enactCall,
	motion,
	ownersOf,
	passTime,
	when,
} from '../support/assembly.js';
import { newBlock, rpc } from '../support/clock.js';
import { openNetwork } from '../support/prepared.js';
import { execute } from '../support/transactions.js';

/** The blocks of a session. */
const SESSION = 600;
/** So many blocks before the change the nodes go on by the clock: the voters have to come to the present first. */
const BEFORE = 40;
const [ADD, REMOVE] = [0, 1];
const ORDINARY = 0;

/** @param {string} folder */
async function decide(folder) {
	const network = openNetwork(folder);
	const keystore = join(folder, '5', 'keystore');
	const { node, api } = await network.begin(200, '--rpc-methods', 'unsafe', '--keystore-path', keystore);
	const { cashier, manager } = network.community.officers();
	const operator = new Keyring({ type: 'sr25519' }).addFromUri('//operator-5');
	const removed = await network.accountOf(api, 4);
	const owners = ownersOf(network.community);
	const voters = owners.slice(0, Math.min(owners.length, Math.ceil((owners.length * 2) / 3) + 12));
	await claimAll(api, network.community, voters);
	// Who enacts pays the fee.
	await execute(api, cashier, api.tx.cashier.receive(0, manager.address, 100_000, 'FAULT-DECISIONS', null));

	const calls = [api.tx.validators.addValidator(operator.address), api.tx.validators.removeValidator(removed)];
	for (const [id, call] of calls.entries()) {
		const petitioner = voters[id];
		await carryPetition(api, { id, question: motion(call), level: ORDINARY, owners, voters, petitioner });
	}
	await passTime(api, await when(api, REMOVE, 'Announced', 'opens'));
	await castAll(
		api,
		voters.flatMap((owner) => [ADD, REMOVE].map((id) => [id, owner, 'For'])),
	);
	let due = 0;
	for (const id of [ADD, REMOVE]) {
		const certificate = await close(api, manager, id);
		assert.ok(certificate.verdict.isPassed, certificate.verdict.toString());
		due = Math.max(due, await when(api, id, 'Passed', 'enactAt'));
	}
	await passTime(api, due);
	// None is removed unless others have lately written a block.
	await newBlock(api, 8);
	for (const id of [ADD, REMOVE]) {
		await execute(api, manager, enactCall(api, id));
		const { state } = (await api.query.governance.proposals(id)).unwrap();
		assert.ok(state.isEnacted, `proposal ${id} is ${state}`);
	}
	const { keys, proof } = await rpc(api, 'author_rotateKeysWithOwner', u8aToHex(operator.publicKey));
	await execute(api, operator, api.tx.session.setKeys(keys, proof));

	// Planned with the end of this session, in force with the end of the next.
	const height = (await api.rpc.chain.getHeader()).number.toNumber();
	const change = (Math.floor(height / SESSION) + 2) * SESSION;
	await newBlock(api, change - BEFORE - height);
	assert.ok((await api.query.session.queuedChanged()).isTrue);
	await network.handOut(node, api);
	writeFileSync(join(folder, 'changed.json'), JSON.stringify({ added: operator.address, removed, change }));
}

/**
 * @param {string} url
 * @param {string} folder
 */
async function check(url, folder) {
	const { added, removed, change } = JSON.parse(readFileSync(join(folder, 'changed.json'), 'utf8'));
	const api = /** @type {any} */ (await ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true }));
	const final = await api.at(await api.rpc.chain.getFinalizedHead());
	const set = (await final.query.session.validators()).map(String);
	assert.ok(set.includes(added) && !set.includes(removed) && set.length === 4, `the set is ${set}`);
	const tolerance = await final.call.validatorsApi.faultTolerance();
	assert.equal(tolerance.alive.toNumber(), 4, `${tolerance} are alive`);
	const [before, after] = await Promise.all([change - 1, change].map((number) => api.rpc.chain.getBlockHash(number)));
	const sets = await Promise.all(
		[before, after].map(async (hash) => (await api.at(hash)).query.grandpa.currentSetId()),
	);
	const [old, current] = sets.map(Number);
	assert.equal(current, old + 1);
	await api.disconnect();
	console.log(`block ${change} began set ${current}, with the added one and without the removed`);
}

const [command, ...args] = process.argv.slice(2);
if (command === 'decide' && args.length === 1) {
	await decide(args[0]);
} else if (command === 'check' && args.length === 2) {
	await check(args[0], args[1]);
} else {
	console.error('usage: node validators.js decide FOLDER, or node validators.js check URL FOLDER');
	process.exit(2);
}
process.exit(0);
