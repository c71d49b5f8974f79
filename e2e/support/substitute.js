// SPDX-License-Identifier: Apache-2.0

// A chain that applies a runtime which cannot build blocks.
//
// A decision takes 37 days, and refuses what is no valid upgrade. Here the authorization is in the storage from the first
// block on, without a check of the version, so that anyone applies the code at once.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { hexToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { blake2AsU8a, xxhashAsHex } from '@polkadot/util-crypto';
import { writeLocalSpec } from './spec.js';

/** The storage item with the code. */
const CODE = '0x3a636f6465';

/** What code begins with that is compressed. */
const COMPRESSED = hexToU8a('0x52bc537646db8e05');

/** @type {(code: Uint8Array, ...options: string[]) => Buffer} */
const zstd = (code, ...options) =>
	execFileSync('zstd', ['-q', '-c', ...options], { input: code, maxBuffer: 64 * 1024 * 1024 });

/** What builds and what imports a block. */
const BLOCKS = ['Core_initialize_block', 'Core_execute_block'];

/**
 * The same code, which can neither build nor import blocks.
 * @param {Uint8Array} code
 */
function withoutBlocks(code) {
	assert.deepEqual(code.subarray(0, COMPRESSED.length), COMPRESSED);
	const wasm = zstd(code.subarray(COMPRESSED.length), '-d');
	for (const name of BLOCKS) {
		// As the table of exports has it: length, name, and the kind of a function.
		const at = wasm.indexOf(Buffer.concat([Buffer.from([name.length]), Buffer.from(name), Buffer.from([0])]));
		assert.ok(at > 0, `the runtime exports ${name}`);
		wasm.write(name.replace('block', 'brick'), at + 1);
	}
	return u8aConcat(COMPRESSED, zstd(wasm));
}

/**
 * Writes the spec of a test network whose next code cannot build blocks. Returns that code, and the sound one.
 * @param {string} folder
 */
export async function writeSpecOfBrokenUpgrade(folder) {
	let [sound, broken] = ['', ''];
	const spec = await writeLocalSpec(folder, (top) => {
		sound = top[CODE];
		const code = withoutBlocks(hexToU8a(sound));
		broken = u8aToHex(code);
		const authorization = xxhashAsHex('System', 128) + xxhashAsHex('AuthorizedUpgrade', 128).slice(2);
		top[authorization] = u8aToHex(u8aConcat(blake2AsU8a(code, 256), [0]));
	});
	return { spec, broken, sound };
}

/**
 * Writes a copy of a spec in which code takes the place of the chain's after a block.
 * @param {string} spec
 * @param {number} block
 * @param {string} code
 * @param {string} file
 */
export function substitute(spec, block, code, file) {
	const text = { ...JSON.parse(readFileSync(spec, 'utf8')), codeSubstitutes: { [block]: code } };
	writeFileSync(file, JSON.stringify(text));
}
