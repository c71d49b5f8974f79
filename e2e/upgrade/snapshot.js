// SPDX-License-Identifier: Apache-2.0

// Writes a snapshot of a chain that has lived for two months, for scripts/check-upgrade.sh: node e2e/upgrade/snapshot.js FILE

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { newBlock, now, passTo } from '../support/clock.js';
import { runNode, startNode, temporaryFolder } from '../support/node.js';

const MONTHS = 62 * 86_400_000;

const file = process.argv[2];
assert.ok(file, 'name the file to write');
const chain = ['--dev', '--base-path', temporaryFolder('snapshot')];
const node = await startNode(...chain, '--sealing', 'manual');
const api = await node.connect();
await newBlock(api);
await passTo(api, (await now(api)) + MONTHS);
const bills = (await api.query.fees.bills.keys()).length;
assert.ok(bills > 0, 'there are no bills to rewrite');
await node.stop();
const { status, stdout, stderr } = await runNode('export-state', ...chain);
assert.equal(status, 0, stderr);
writeFileSync(file, stdout);
console.log(`${file}: ${bills} bills among ${stdout.length} bytes`);
