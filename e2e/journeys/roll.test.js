// SPDX-License-Identifier: Apache-2.0

// A validator joins: its node makes the keys, its operator sets them without a fen, and two sessions later it writes
// blocks. The bootstrap key that added it removes it only before it has served.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Keyring } from '@polkadot/keyring';
import { u8aToHex } from '@polkadot/util';
import { refusedWithoutMoney } from '../support/assembly.js';
import { newBlock, rpc } from '../support/clock.js';
import { foundCommunity } from '../support/community.js';
import { SAMPLE_ROSTER } from '../support/paths.js';
import { execute, refuse } from '../support/transactions.js';

/** The blocks of a session. */
const SESSION = 600;

describe('validators by decision', { timeout: 240_000 }, () => {
	let node;
	let api;
	let officers;
	let operator;

	const state = async () => {
		const views = await api.call.validatorsApi.validators();
		return views.find(({ account }) => account.eq(operator.address))?.state.type;
	};
	const decide = (call) => execute(api, officers.bootstrap, api.tx.bootstrap.decide(call));
	const startOfSession = async (session) => {
		const number = (await api.rpc.chain.getHeader()).number.toNumber();
		await newBlock(api, session * SESSION - number);
	};

	before(async () => {
		const community = await foundCommunity(SAMPLE_ROSTER, 'Willow Court', '--trial');
		node = await community.start('--sealing', 'manual', '--rpc-methods', 'unsafe');
		api = await node.connect();
		officers = community.officers();
		operator = new Keyring({ type: 'sr25519' }).addFromUri('//operator');
		await newBlock(api);
	});

	after(() => node?.stop());

	test('only a decision puts it on the roll', async () => {
		const add = api.tx.validators.addValidator(operator.address);
		await execute(
			api,
			officers.cashier,
			api.tx.cashier.receive(0, officers.manager.address, 10_000, 'ICBC-2026-1', null),
		);
		await refuse(api, officers.manager, add, 'BadOrigin');
		await decide(add);
		assert.equal(await state(), 'AwaitingKeys');
	});

	test('the key takes back what it mistyped', async () => {
		const mistyped = officers.auditor.address;
		await decide(api.tx.validators.addValidator(mistyped));
		await decide(api.tx.validators.removeValidator(mistyped));
	});

	test('its operator sets the keys of its node, and no others', async () => {
		const { keys, proof } = await rpc(api, 'author_rotateKeysWithOwner', u8aToHex(operator.publicKey));
		const { proof: foreign } = await rpc(api, 'author_rotateKeysWithOwner', u8aToHex(officers.manager.publicKey));
		// What would fail is not free.
		await refusedWithoutMoney(api, operator, api.tx.session.setKeys(keys, foreign));
		await execute(api, operator, api.tx.session.setKeys(keys, proof));
		// Nor is a second change in the session.
		const second = await rpc(api, 'author_rotateKeysWithOwner', u8aToHex(operator.publicKey));
		await refusedWithoutMoney(api, operator, api.tx.session.setKeys(second.keys, second.proof));
		assert.equal((await api.query.system.account(operator.address)).data.free.toNumber(), 0);
	});

	test('two sessions later it serves, and the key can no longer remove it', async () => {
		await startOfSession(1);
		assert.equal(await state(), 'Joining');
		await startOfSession(2);
		assert.equal(await state(), 'Serving');
		assert.equal((await api.query.session.validators()).length, 2);
		const remove = api.tx.bootstrap.decide(api.tx.validators.removeValidator(operator.address));
		await refuse(api, officers.bootstrap, remove, 'validators.DecisionRequired');
		assert.equal(await state(), 'Serving');
	});
});
