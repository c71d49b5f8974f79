// SPDX-License-Identifier: Apache-2.0

// A roster with a mistake makes no chain: one error that says where and what was expected, and nothing written.

import assert from 'node:assert/strict';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { foundCommunity, readCsv } from '../support/community.js';
import { runNode, temporaryFolder } from '../support/node.js';
import { SAMPLE_ROSTER } from '../support/paths.js';

const HEADER = 'unit,building,kind,area_m2,owner,owner_kind\n';
const GOOD = `${HEADER}1-101,1,residential,98.03,O1,person\n`;

/** @type {Record<string, [string | Buffer, RegExp]>} */
const BAD = {
	'a missing column': ['unit,building,kind,owner,owner_kind\n1-101,1,residential,O1,person\n', /line 1, .*area_m2/],
	'an unknown kind': [`${GOOD}1-102,1,villa,90,O2,person\n`, /line 3, column `kind`.*expected/],
	'a negative area': [`${GOOD}1-102,1,residential,-90,O2,person\n`, /line 3, column `area_m2`.*expected/],
	'no area at all': [`${GOOD}1-102,1,residential,0,O2,person\n`, /line 3, column `area_m2`.*expected/],
	'an area in words': [`${GOOD}1-102,1,residential,ninety,O2,person\n`, /line 3, column `area_m2`.*expected/],
	'a third decimal': [`${GOOD}1-102,1,residential,90.125,O2,person\n`, /line 3, column `area_m2`.*expected/],
	'a unit twice': [`${GOOD}1-101,1,residential,90,O2,person\n`, /line 3, column `unit`.*expected/],
	'an owner of two kinds': [`${GOOD}1-102,1,residential,90,O1,company\n`, /line 3, column `owner_kind`.*expected/],
	'an empty file': ['', /line 1, .*empty.*expected/],
	'broken UTF-8': [Buffer.concat([Buffer.from(HEADER), Buffer.from([0xc3, 0x28, 0x0a])]), /line 2, .*expected/],
	'a quotation mark that never closes': [`${GOOD}"1-102,1,residential,90,O2,person\n`, /line 3, .*expected/],
};

const folder = temporaryFolder('rosters');

for (const [what, [content, message]] of Object.entries(BAD)) {
	test(`${what} is refused`, async () => {
		const file = join(folder, 'roster.csv');
		const out = join(folder, 'chain');
		writeFileSync(file, content);
		const { status, stderr } = await runNode('community', 'new', '--roster', file, '--name', 'Test', '--out', out);
		assert.equal(status, 1, stderr);
		assert.match(stderr, message);
		assert.equal(existsSync(out), false, 'something was written');
	});
}

test('a byte-order mark, CRLF and blank lines at the end are fine', async () => {
	const file = join(folder, 'windows.csv');
	writeFileSync(file, `\ufeff${GOOD.replaceAll('\n', '\r\n')}\r\n\r\n`);
	const { salted } = await foundCommunity(file, 'Windows');
	assert.equal(salted.length, 1);
});

test('a chain is never overwritten, and secrets are their owner’s only', async () => {
	const community = await foundCommunity(SAMPLE_ROSTER, 'Twice');
	const again = await runNode(
		...['community', 'new', '--roster', SAMPLE_ROSTER, '--name', 'Twice', '--out', community.folder, '--make-keys'],
	);
	assert.equal(again.status, 1);
	for (const secret of ['keys/bootstrap.json', 'keys/node-key', 'tickets/tickets.csv', 'roster-salted.csv']) {
		assert.equal(statSync(join(community.folder, secret)).mode & 0o077, 0, `${secret} can be read by others`);
	}
	assert.equal(
		readCsv(join(community.folder, 'tickets', 'tickets.csv')).every(({ code }) => /^linli1/.test(code)),
		true,
	);
});
