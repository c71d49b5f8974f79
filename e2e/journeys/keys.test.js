// SPDX-License-Identifier: Apache-2.0

// Everybody makes their own keys: the chain is made of lines of public keys, its maker holds no secret, and a validator
// starts with the folder that was made on its machine.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { runNode, startNode, temporaryFolder } from '../support/node.js';
import { SAMPLE_ROSTER } from '../support/paths.js';

const ROLES = ['registrar', 'manager', 'cashier', 'auditor'];

const folder = temporaryFolder('keys');
const chain = join(folder, 'willow');
/** @type {Record<string, string>} */
const lines = {};

/**
 * Makes the keys of a holder in a folder of their own; its line goes to `lines`.
 * @param {string} name
 * @param {string[]} args
 */
async function joinKey(name, ...args) {
	const made = await runNode('community', 'join-key', ...args, '--out', join(folder, name));
	assert.equal(made.status, 0, made.stderr);
	assert.match(made.stdout, /^linli-keys-v1 [^\n]* check=[0-9a-f]{16}\n$/);
	lines[name] = made.stdout.trim();
}

/** @param {string} name */
const account = (name) => /account=(\S+)/.exec(lines[name])?.[1];

/** @param {string[]} args */
const found = (...args) =>
	runNode('community', 'new', '--roster', SAMPLE_ROSTER, '--name', 'Willow Court', '--out', chain, ...args);

before(async () => {
	await joinKey('one', 'validator', '--address', '/ip4/192.0.2.7/tcp/30333');
	await joinKey('two', 'validator', '--address', '/ip4/192.0.2.8/tcp/30333');
	for (const role of ROLES) {
		await joinKey(role, 'officer');
	}
	await joinKey('sealed', 'bootstrap');
});

test('a chain without keys is refused and says how to get them', async () => {
	const { status, stderr } = await found();
	assert.equal(status, 1);
	assert.match(stderr, /join-key validator.*--validator LINE/s);
	assert.equal(existsSync(chain), false);
});

test('a cut, a doubled and a misplaced line are refused, and nothing is written', async () => {
	/** @type {[string[], RegExp][]} */
	const bad = [
		[['--validator', lines.one.slice(0, 200)], /--validator, number 1: it is cut/],
		[['--validator', `${lines.one}${lines.two}`], /it holds 2 lines of keys/],
		[['--validator', lines.cashier], /it is the line of an officer; expected that of a validator/],
		[['--officer', `mayor=${lines.cashier}`], /found "mayor"/],
		[['--validator', lines.one.replace('192.0.2.7', '192.0.2.9')], /it was altered/],
	];
	for (const [args, message] of bad) {
		const { status, stderr } = await found(...args);
		assert.equal(status, 1);
		assert.match(stderr, message);
		assert.equal(existsSync(chain), false);
	}
});

test('the chain has all validators and boot nodes, and its folder no secret key', { timeout: 240_000 }, async (t) => {
	const file = join(folder, 'lines.txt');
	const officers = ROLES.map((role) => `${role}=${lines[role]}`);
	writeFileSync(file, ['# Willow Court', lines.one, lines.two, ...officers, lines.sealed, ''].join('\r\n'));
	const made = await found('--keys', file);
	assert.equal(made.status, 0, made.stderr);
	assert.equal(existsSync(join(chain, 'keys')), false);
	const spec = JSON.parse(readFileSync(join(chain, 'chain-spec-raw.json'), 'utf8'));
	// Of each validator: for nodes, and for browsers by WebSocket and WebRTC.
	assert.equal(spec.bootNodes.length, 6);
	assert.match(spec.bootNodes[0], /^\/ip4\/192\.0\.2\.7\/tcp\/30333\/p2p\/12D3/);
	assert.match(spec.bootNodes[1], /^\/ip4\/192\.0\.2\.7\/tcp\/30433\/ws\/p2p\/12D3/);
	const webrtc = /^\/ip4\/192\.0\.2\.7\/udp\/30333(\/webrtc-direct\/certhash\/\S+\/p2p\/12D3\S+)$/.exec(
		spec.bootNodes[2],
	);
	assert.ok(webrtc, spec.bootNodes[2]);

	const keys = ['--keystore-path', join(folder, 'one', 'keystore'), '--node-key-file', join(folder, 'one', 'node-key')];
	const data = temporaryFolder('data');
	// Alone among two it would wait for the other.
	const node = await startNode(
		...[
			'--chain',
			join(chain, 'chain-spec-raw.json'),
			'--validator',
			'--force-authoring',
			'--base-path',
			data,
			...keys,
		],
	);
	t.after(() => node.stop());
	const api = await node.connect();
	// The certificate that was told before the node ever ran is the one that it presents.
	const listened = (await api.rpc.system.localListenAddresses()).map(String);
	assert.ok(
		listened.some((address) => address.endsWith(webrtc[1])),
		listened.join('\n'),
	);
	assert.deepEqual((await api.query.session.validators()).toJSON().sort(), [account('one'), account('two')].sort());
	assert.equal((await api.query.bootstrap.key()).toString(), account('sealed'));
	// It writes blocks in its own slots.
	const start = (await api.rpc.chain.getHeader()).number.toNumber();
	while ((await api.rpc.chain.getHeader()).number.toNumber() === start) {
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
});

test('invitations are one PDF that only its maker can read', async () => {
	const print = () => runNode('community', 'invitations', '--community', chain);
	const printed = await print();
	assert.equal(printed.status, 0, printed.stderr);
	const pdf = join(chain, 'tickets', 'invitations.pdf');
	assert.equal(readFileSync(pdf).subarray(0, 4).toString(), '%PDF');
	assert.equal(statSync(pdf).mode & 0o077, 0);
	assert.equal((await print()).status, 1, 'it is never overwritten');
});
