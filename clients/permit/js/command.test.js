// SPDX-License-Identifier: Apache-2.0

// The command line for permits: signatures match the vectors, refusals have their reasons, and keys stay secret.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { encodeAddress } from '@polkadot/util-crypto';

const vectors = JSON.parse(readFileSync(new URL('../vectors/permits.json', import.meta.url), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'linli-permit-'));
after(() => rmSync(folder, { recursive: true }));

/** @type {(...args: string[]) => { status: number | null, stdout: string, stderr: string }} */
const run = (...args) =>
	spawnSync(process.execPath, [fileURLToPath(new URL('command.js', import.meta.url)), ...args], { encoding: 'utf8' });

/** @type {(name: string, content: string, mode?: number) => string} */
function file(name, content, mode = 0o600) {
	const path = join(folder, name);
	writeFileSync(path, content);
	chmodSync(path, mode);
	return path;
}

const [{ fields, permit }] = vectors.cases;
const rfc3339 = (/** @type {string} */ moment) => new Date(Number(moment)).toISOString();
const place = ['--chain', `0x${vectors.chain}`, '--resource', String(vectors.resource)];
const issuerKey = file('issuer.key', `${vectors.issuer.seed}\n`);
const holderKey = file('holder.key', vectors.holder.seed);
const times = ['from', 'until', 'issued', 'expires'].flatMap((name) => [`--${name}`, rfc3339(fields[name])]);
const whose = ['--booking', fields.booking, '--account', fields.account];
const signing = ['sign', '--key', issuerKey, ...place, ...whose, '--holder', fields.holder, ...times];
const shown = file('permit.hex', `${permit}\n`);
const device = ['verify', '--issuer', vectors.issuer.public, ...place];
const now = ['--now', rfc3339(vectors.cases[0].now)];

test('a signed permit matches the vectors', () => {
	const { status, stdout, stderr } = run(...signing);
	assert.deepEqual([status, stdout, stderr], [0, `${permit}\n`, '']);
	const address = encodeAddress(`0x${fields.account}`, 42);
	assert.equal(run(...signing.map((arg) => (arg === fields.account ? address : arg))).stdout, `${permit}\n`);
	// The same moments in another offset.
	const ahead = (/** @type {string} */ moment) =>
		`${new Date(Number(moment) + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`;
	const local = signing.map((arg) => (arg === rfc3339(fields.from) ? ahead(fields.from) : arg));
	assert.equal(run(...local).stdout, `${permit}\n`);
});

test('a permit without holder, written to a file, opens until the use ends', () => {
	const out = join(folder, 'bearer.hex');
	const usual = ['--from', '2026-11-30T18:00:00+08:00', '--until', '2026-11-30T20:00:00+08:00'];
	const issued = ['--issued', '2026-11-30T09:00:00Z'];
	assert.equal(run('sign', '--key', issuerKey, ...place, ...whose, ...usual, ...issued, '--out', out).status, 0);
	const at = (/** @type {string} */ time) =>
		run(...device, '--now', time, out)
			.stdout.split(':')[0]
			.trim();
	assert.deepEqual(['2026-11-30T17:59:59+08:00', '2026-11-30T18:00:00+08:00', '2026-11-30T20:00:00+08:00'].map(at), [
		'NotYet',
		'Open',
		'Over',
	]);
	const half = [...device, '--now', '2026-11-30T17:59:30+08:00', out];
	assert.equal(run(...half).status, 1);
	assert.equal(run(...half, '--tolerance', '30000').status, 0);
});

test('verify answers Open or a reason, with the status', () => {
	const open = run(...device, ...now, shown);
	assert.deepEqual([open.status, open.stdout], [0, 'Open\n']);
	const stranger = ['verify', '--issuer', vectors.stranger.public, ...place, ...now, shown];
	assert.deepEqual(
		[run(...stranger).status, run(...stranger).stdout],
		[1, 'BadSignature: the issuer did not sign it\n'],
	);
	const elsewhere = run(
		'verify',
		'--issuer',
		vectors.issuer.public,
		...place.slice(0, 2),
		'--resource',
		'9',
		...now,
		shown,
	);
	assert.match(elsewhere.stdout, /^OtherResource: /);
	assert.match(run(...device, ...now, file('short.hex', permit.slice(0, 100))).stdout, /^Malformed: /);
});

test('only the holder can prove possession', () => {
	const challenge = 'c7'.repeat(32);
	const proven = run('prove', '--key', holderKey, '--challenge', challenge, shown);
	assert.equal(proven.status, 0, proven.stderr);
	const asked = [...device, ...now, '--challenge', challenge, shown, '--proof'];
	assert.equal(run(...asked, proven.stdout.trim()).stdout, 'Open\n');
	const forged = run('prove', '--key', issuerKey, '--challenge', challenge, shown).stdout.trim();
	assert.match(run(...asked, forged).stdout, /^NotHolder: /);
	assert.equal(run(...device, ...now, '--challenge', challenge, shown).status, 2);
});

test('a new key is readable by its owner only, and no file is overwritten', () => {
	const path = join(folder, 'new.key');
	const made = run('key', '--out', path);
	assert.match(made.stdout, /^[0-9a-f]{64}\n$/);
	assert.equal(statSync(path).mode & 0o777, 0o600);
	assert.notEqual(readFileSync(path, 'utf8').trim(), made.stdout.trim());
	assert.equal(run('key', '--out', path).status, 2);
	const own = signing.map((arg) => (arg === issuerKey ? path : arg));
	const signed = file('own.hex', run(...own).stdout);
	assert.equal(run('verify', '--issuer', made.stdout.trim(), ...place, ...now, signed).stdout, 'Open\n');
});

test('invalid arguments are refused with a reason', () => {
	const instead = (/** @type {Record<string, string>} */ changes) =>
		signing.map((arg, index) => changes[signing[index - 1]] ?? arg);
	/** @type {[string[], RegExp][]} */
	const cases = [
		[instead({ '--key': file('open.key', vectors.issuer.seed, 0o644) }), /open to other users/],
		[instead({ '--key': file('short.key', '1234') }), /64 hex digits/],
		[instead({ '--key': join(folder, 'missing.key') }), /ENOENT/],
		[instead({ '--from': '2026-11-30T18:00:00' }), /not a time/],
		[instead({ '--until': rfc3339(fields.from) }), /valid at no moment/],
		[instead({ '--account': '5Wang' }), /not an account/],
		[instead({ '--chain': '0x12' }), /--chain takes HASH/],
		[instead({ '--booking': '99999999999999999999' }), /range|out of/i],
		[signing.slice(0, 3), /--chain is missing/],
		[['verify', ...device.slice(1), ...now, file('text.hex', 'no hex')], /not in hex/],
	];
	for (const [args, reason] of cases) {
		const { status, stdout, stderr } = run(...args);
		assert.deepEqual([status, stdout], [2, ''], `${reason}`);
		assert.match(stderr, reason);
	}
	for (const command of ['key', 'sign', 'verify', 'prove']) {
		assert.match(run(command, '--help').stdout, new RegExp(`Usage: linli-permit ${command} `));
	}
});
