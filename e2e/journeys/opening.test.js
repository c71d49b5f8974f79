// SPDX-License-Identifier: Apache-2.0

// A community that has been running for years: empty lists to fill in, the sample with all of them filled in, and a
// chain that begins with its bank accounts, shares, arrears, prepayments and meters.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readCsv } from '../support/community.js';
import { runNode, runNodeIn, startNode, temporaryFolder } from '../support/node.js';
import { ROOT } from '../support/paths.js';

const CONFIG = join(ROOT, 'docs', 'samples', 'opening', 'community.toml');

const folder = temporaryFolder('opening');

test('empty lists are written once, and their examples are no units', async () => {
	const lists = join(folder, 'lists');
	const made = await runNode('community', 'templates', lists);
	assert.equal(made.status, 0, made.stderr);
	const names = ['arrears', 'banks', 'meters', 'pots', 'prepayments', 'repair', 'roster'];
	assert.deepEqual(
		readdirSync(lists).sort(),
		names.flatMap((name) => [`${name}.csv`, `${name}.xlsx`]),
	);
	for (const ending of ['csv', 'xlsx']) {
		const checked = await runNode('community', 'check', '--roster', join(lists, `roster.${ending}`));
		assert.notEqual(checked.status, 0, `the example of roster.${ending} counts as a unit: ${checked.stdout}`);
	}
	const again = await runNode('community', 'templates', lists);
	assert.match(again.stderr, /is there already/);
});

test('the check shows every opening sum, in both languages', async () => {
	const english = await runNodeIn({ LC_ALL: 'C.UTF-8' }, 'community', 'check', '--config', CONFIG);
	assert.equal(english.status, 0, english.stdout + english.stderr);
	for (const part of [
		/bank account 1: 120000\.00 CNY by its statement/,
		/overdrawn: 1 of these units owe the repair pot 350\.25 CNY/,
		/bills not paid: 3, with 850\.94 CNY/,
		/prepayments: 2, with 1500\.50 CNY/,
		/meters: 6, of which 3 of common parts/,
		/2% less if paid in full within 10 days of issue/,
	]) {
		assert.match(english.stdout, part);
	}
	const chinese = await runNodeIn({ LC_ALL: 'zh_CN.UTF-8' }, 'community', 'check', '--config', CONFIG);
	assert.match(chinese.stdout, /按面积分摊.*1 号银行账户.*透支.*欠费账单 3 笔.*预存 2 笔.*计量表 6 块/s);
});

describe('the chain of the sample', { timeout: 240_000 }, () => {
	const out = join(folder, 'chain');
	let node;
	let api;
	/** @type {Record<string, string>[]} */
	let units;

	before(async () => {
		const made = await runNode('community', 'new', '--config', CONFIG, '--out', out);
		assert.equal(made.status, 0, made.stderr);
		units = readCsv(join(out, 'roster-salted.csv'));
		node = await startNode(
			...['--chain', join(out, 'chain-spec-raw.json'), '--base-path', temporaryFolder('data'), '--sealing', 'manual'],
		);
		api = await node.connect();
	});

	after(() => node?.stop());

	/** The id of a unit. @param {string} label */
	const id = (label) => Number(units.find(({ unit }) => unit === label)?.unit_id);

	test('has a paper to sign, and secret lists of what the chain knows only by commitments', () => {
		assert.match(readFileSync(join(out, 'README.txt'), 'utf8'), /opening\.txt/);
		const paper = readFileSync(join(out, 'opening.txt'), 'utf8');
		assert.match(paper, /175510\.86|120000\.00/);
		const spec = readFileSync(join(out, 'chain-spec.json'), 'utf8');
		const meters = readCsv(join(out, 'meters-salted.csv'));
		const banks = readCsv(join(out, 'banks-salted.csv'));
		assert.deepEqual([meters.length, banks.length], [6, 2]);
		for (const { commitment } of [...meters, ...banks]) {
			assert.ok(spec.includes(commitment), commitment);
		}
		for (const secret of ['W-10101', '6222 0000 0000 0001']) {
			assert.ok(!spec.includes(secret) && !paper.includes(secret), secret);
		}
	});

	test('begins with the money at each bank account', async () => {
		const banks = [...(await api.call.cashierApi.banks())].map(([bank, , balance]) => [
			bank.toNumber(),
			balance.toBigInt(),
		]);
		banks.sort(([one], [other]) => one - other);
		assert.deepEqual(banks, [
			[0, 5_551_086n],
			[1, 12_000_000n],
		]);
		const { belonging, undistributed } = await api.call.repairApi.totals();
		assert.deepEqual([belonging.toBigInt(), undistributed.toBigInt()], [3_554_975n, 8_445_025n]);
		const { share } = (await api.call.repairApi.share(id('2-1-0101'))).unwrap();
		assert.equal(share.balance.toBigInt(), -35_025n, 'an overdrawn share is a debt');
	});

	test('begins with arrears and meters', async () => {
		const dues = await api.call.feesApi.dues(id('1-1-0201'));
		assert.equal(dues.principal.toBigInt(), 44_896n);
		const [own] = await api.call.metersApi.unitMeters(id('1-1-0101'));
		assert.equal(own.meter.last.value.toNumber(), 812_345);
		const main = (await api.call.metersApi.meter(own.meter.main.unwrap())).unwrap();
		assert.equal(main.meter.last.value.toNumber(), 40_812_500);
		assert.equal(main.subMeters.length, 3);
	});
});
