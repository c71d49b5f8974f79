// SPDX-License-Identifier: Apache-2.0

// Everybody makes their own keys: the chain is made of lines of public keys, its maker holds no secret, all compare their
// lines with it, and a validator starts with the folder that was made on its machine.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { u8aToHex } from '@polkadot/util';
import {
	base58Decode,
	blake2AsU8a,
	cryptoWaitReady,
	decodeAddress,
	ed25519Verify,
	sr25519Verify,
} from '@polkadot/util-crypto';
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
	assert.match(made.stdout, /^linli-keys-v2 [^\n]* check=[0-9a-f]{16}\n$/);
	lines[name] = made.stdout.trim();
}

/**
 * A line with another text in place of one of its own, and the checksum of the result.
 * @param {string} line
 * @param {string} from
 * @param {string} to
 */
function forged(line, from, to) {
	const words = line.replace(/ check=.*$/, '');
	const content = words.replace(from, to);
	assert.notEqual(content, words);
	return `${content} check=${u8aToHex(blake2AsU8a(`linli/keys${content}`, 512).subarray(0, 8)).slice(2)}`;
}

/**
 * Runs `community verify` on the chain.
 * @param {string[]} args
 */
const verify = (...args) => runNode('community', 'verify', '--spec', join(chain, 'chain-spec-raw.json'), ...args);

/** @param {string} name */
const account = (name) => /account=(\S+)/.exec(lines[name])?.[1];

/** @param {string[]} args */
const found = (...args) =>
	runNode('community', 'new', '--roster', SAMPLE_ROSTER, '--name', 'Willow Court', '--out', chain, ...args);

before(async () => {
	await joinKey('one', 'validator', '--address', '/ip4/192.0.2.7/tcp/30333');
	await joinKey('two', 'validator', '--address', '/ip4/192.0.2.8/tcp/30333');
	for (const role of ROLES) {
		await joinKey(role, role);
	}
	await joinKey('sealed', 'bootstrap');
});

test('a chain without keys is refused and says how to get them', async () => {
	const { status, stderr } = await found();
	assert.equal(status, 1);
	assert.match(stderr, /join-key validator.*--validator LINE/s);
	assert.equal(existsSync(chain), false);
});

test('each key signs the line, as other programs check it', async () => {
	await cryptoWaitReady();
	for (const line of Object.values(lines)) {
		const words = line.split(' ');
		const of = (/** @type {string} */ name) =>
			words.filter((word) => word.startsWith(`${name}=`)).map((word) => word.slice(name.length + 1));
		const signed = `POP_${words
			.slice(
				0,
				words.findIndex((word) => word.startsWith('proof=')),
			)
			.join(' ')}`;
		const sr25519 = [...of('account'), ...of('aura')].map((key) => ({ key: decodeAddress(key), check: sr25519Verify }));
		const ed25519 = [
			...of('grandpa').map((key) => decodeAddress(key)),
			...of('peer').map((id) => base58Decode(id).slice(6)),
		];
		const keys = [...sr25519, ...ed25519.map((key) => ({ key, check: ed25519Verify }))];
		const proofs = of('proof');
		assert.equal(proofs.length, keys.length);
		for (const [at, { key, check }] of keys.entries()) {
			assert.ok(check(signed, base58Decode(proofs[at]), key), line);
		}
	}
});

test('a cut, a doubled, a misplaced and a forged line are refused, and nothing is written', async () => {
	/** @type {[string[], RegExp][]} */
	const bad = [
		[['--validator', lines.one.slice(0, 200)], /--validator, number 1: it is cut/],
		[['--validator', `${lines.one}${lines.two}`], /it holds 2 lines of keys/],
		[['--validator', lines.cashier], /it is the line of the cashier; expected that of a validator/],
		[['--officer', `mayor=${lines.cashier}`], /begins with "mayor=linli-keys-v2"/],
		[['--validator', lines.one.replace('192.0.2.7', '192.0.2.9')], /it was altered/],
		[['--officer', lines.cashier.replace('cashier', 'auditor')], /it was altered/],
		[['--officer', forged(lines.cashier, 'cashier', 'auditor')], /its account key did not sign it/],
		[['--validator', forged(lines.one, '192.0.2.7', '192.0.2.9')], /its account key did not sign it/],
		[['--officer', forged(lines.cashier, `${account('cashier')}`, `${account('auditor')}`)], /did not sign it/],
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
	const officers = ROLES.map((role) => lines[role]);
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
	// A machine without root certificates.
	process.env.SSL_CERT_FILE = '/dev/null';
	process.env.SSL_CERT_DIR = join(folder, 'none');
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
	assert.match(node.output(), /Off-chain workers do not run: .*ca-certificates/);
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

	// What everybody compares is what the node runs.
	const all = await verify('--keys', file);
	assert.equal(all.status, 0, all.stdout + all.stderr);
	assert.ok(all.stdout.includes(`genesis hash: ${(await api.rpc.chain.getBlockHash(0)).toHex()}\n`), all.stdout);
	assert.match(all.stdout, /the same as in this program/);
	const fingerprint = /fingerprint: ((\d{5} ?){8})\n/.exec(all.stdout)?.[1];
	assert.ok(made.stderr.includes(`Fingerprint of chain-spec-raw.json: ${fingerprint}`), made.stderr);
	assert.ok(readFileSync(join(chain, 'README.txt'), 'utf8').includes(`Fingerprint: ${fingerprint}`));
});

test('an officer and a validator compare their lines with the chain', { timeout: 120_000 }, async () => {
	const cashier = await verify('--keys', join(folder, 'cashier', 'line.txt'));
	assert.equal(cashier.status, 0, cashier.stdout + cashier.stderr);
	assert.ok(cashier.stdout.includes(`  right  account ${account('cashier')}: the cashier\n`), cashier.stdout);
	const validator = await verify('--line', lines.two);
	assert.equal(validator.status, 0, validator.stdout + validator.stderr);
	assert.equal(validator.stdout.match(/ {2}right {2}/g)?.length, 6, validator.stdout);

	// Somebody who was left out, and a chain that was changed after it was made.
	await joinKey('stranger', 'cashier');
	const stranger = await verify('--line', lines.stranger);
	assert.equal(stranger.status, 1);
	const words = `  WRONG  account ${account('stranger')}: nothing in this chain; the cashier is ${account('cashier')}\n`;
	assert.ok(stranger.stdout.includes(words), stranger.stdout);
	const spec = JSON.parse(readFileSync(join(chain, 'chain-spec-raw.json'), 'utf8'));
	const changed = join(folder, 'changed.json');
	writeFileSync(changed, JSON.stringify({ ...spec, bootNodes: [], codeSubstitutes: { 100: '0x00' } }));
	const other = await runNode('community', 'verify', '--spec', changed, '--line', lines.one);
	assert.equal(other.status, 1);
	assert.match(other.stdout, /WRONG {2}boot node .*: missing\n/);
	assert.match(other.stdout, /WRONG {2}.*codeSubstitutes/);
	assert.match(other.stderr, /4 of the things compared are wrong/);
});

test('only the specification that all have is compared, and what was not is said', { timeout: 120_000 }, async () => {
	const raw = await verify();
	assert.equal(raw.status, 0, raw.stderr);
	assert.match(raw.stdout, /Not checked: whether your own keys are in this chain.*--keys/);
	const readable = await runNode('community', 'verify', '--spec', join(chain, 'chain-spec.json'));
	assert.equal(readable.status, 1);
	assert.match(readable.stderr, /give chain-spec-raw\.json/);
	assert.doesNotMatch(readable.stdout, /fingerprint/);
});

test('a validator without its network key is told which file to name', async () => {
	const { status, stderr } = await runNode(
		...['--chain', join(chain, 'chain-spec-raw.json'), '--validator', '--base-path', temporaryFolder('nameless')],
		...['--keystore-path', join(folder, 'one', 'keystore')],
	);
	assert.equal(status, 1);
	assert.match(stderr, /has no network key.*--node-key-file keys\/node-key/);
	assert.doesNotMatch(stderr, /unsafe/);
});

test('what is typed in other words is understood or explained', async () => {
	const named = await runNode('community', 'join-key', '出纳', '--out', join(folder, 'named'));
	assert.match(named.stdout, /^linli-keys-v2 cashier /, named.stderr);
	const treasurer = await runNode('community', 'join-key', 'treasurer', '--out', join(folder, 'treasurer'));
	assert.equal(treasurer.status, 2);
	assert.match(treasurer.stderr, /did you mean `cashier`\?/);
	const again = await runNode('community', 'join-key', 'cashier', '--out', join(folder, 'cashier'));
	assert.equal(again.status, 1);
	assert.match(again.stderr, /has keys already.*line\.txt/);
});

test('invitations are one PDF that only its maker can read', async () => {
	const print = () => runNode('community', 'invitations', '--community', chain);
	const printed = await print();
	assert.equal(printed.status, 0, printed.stderr);
	const pdf = join(chain, 'tickets', 'invitations.pdf');
	assert.equal(readFileSync(pdf).subarray(0, 4).toString(), '%PDF');
	assert.equal(statSync(pdf).mode & 0o077, 0);
	const again = await print();
	assert.equal(again.status, 1, 'it is never overwritten');
	assert.match(again.stderr, /printed before.*delete it/);
});
