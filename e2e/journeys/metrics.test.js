// SPDX-License-Identifier: Apache-2.0

// What a node tells Prometheus of its chain agrees with the chain, and alerts and dashboard ask for nothing that no node
// prints: a metric or label that was renamed fails here.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { newBlock, now, passTo } from '../support/clock.js';
import { foundCommunity } from '../support/community.js';
import { commandsOf } from '../support/handbook.js';
import { fetchMetrics, metricsOf, read, readDashboard, readRules, untilMetrics } from '../support/metrics.js';
import { temporaryFolder } from '../support/node.js';
import { ROOT, SAMPLE_ROSTER } from '../support/paths.js';
import { execute } from '../support/transactions.js';

/** Blocks after which the node has looked at the state again. */
const A_LOOK = 10;
const POT = 1;
const SUM = 1_234_567;

/** Labels that Prometheus adds to what a node prints. */
const ADDED = ['job', 'role', 'instance'];
/** Series that are Prometheus's own. */
const OWN = ['up', 'ALERTS'];

describe('the metrics of a node', { timeout: 180_000 }, () => {
	let node;
	let api;
	/** The time of the chain's first block, in ms. */
	let began;

	before(async () => {
		const community = await foundCommunity(SAMPLE_ROSTER, 'Metrics', '--trial');
		community.allowStandstills();
		node = await community.start('--sealing', 'manual', '--prometheus-port', '0');
		api = await node.connect();
		await newBlock(api);
		began = await now(api);
		const { cashier } = community.officers();
		await execute(api, cashier, api.tx.cashier.receiveForPot(0, POT, SUM, 'METRICS-1', null));
		// The sample community counts its months by UTC+8.
		const date = new Date(began + 8 * 3_600_000);
		await passTo(api, Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 2, 3, 12));
		await newBlock(api, A_LOOK);
	});

	after(() => node?.stop());

	// The node reads the state a moment after the block, so each of these asks until all of it agrees.

	test('bills and pots are those of the chain', async () => {
		const { totals, open } = await api.call.feesApi.totals();
		const pots = await api.call.fundApi.pots();
		assert.ok(totals.bills.toNumber() > 0, 'no bill was issued');
		assert.ok(pots.length > 1);
		await untilMetrics(node, (samples) => {
			assert.equal(read(samples, 'linli_bills_issued'), totals.bills.toNumber());
			assert.equal(read(samples, 'linli_bills_open_fen'), open.toNumber());
			for (const [id, pot] of pots) {
				assert.equal(read(samples, 'linli_pot_fen', { pot: String(id) }), pot.balance.toNumber());
			}
			assert.equal(read(samples, 'linli_pot_fen', { pot: String(POT) }), SUM);
		});
	});

	test('what nobody did after two months is open, and nothing else', async () => {
		await untilMetrics(node, (samples) => {
			const duty = (kind, state) => read(samples, 'linli_duties', { kind, state });
			assert.deepEqual([duty('attestation', 'open'), duty('month_close', 'open')], [2, 2]);
			assert.deepEqual([duty('billing', 'open'), duty('enactment', 'open'), duty('expense', 'open')], [0, 0, 0]);
			assert.deepEqual([duty('audit', 'missed'), duty('enactment', 'missed'), duty('payout', 'open')], [0, 0, 0]);
			assert.equal(read(samples, 'linli_committee_seats', { state: 'taken' }), 0);
			assert.equal(read(samples, 'linli_committee_term_ends_timestamp_seconds'), 0);
		});
	});

	test('the jump is a standstill, which is not lived', async () => {
		const time = (await now(api)) / 1000;
		const age = time - began / 1000;
		const clock = await api.call.communityApi.clock();
		const lived = age - clock.stoodStill.toNumber() / 1000;
		assert.ok(lived < 3600 && age > 30 * 86_400, `${lived} s of ${age} s were lived`);
		await untilMetrics(node, (samples) => {
			/** The slot of a block begins up to six seconds before the time that it carries. */
			const near = (name, seconds, labels = {}, tolerance = 12) => {
				const value = read(samples, name, labels);
				assert.ok(Math.abs(value - seconds) <= tolerance, `${name} is ${value}, not ${seconds}`);
			};
			near('linli_block_timestamp_seconds', time, { status: 'best' });
			// Such blocks are final at once.
			near('linli_block_timestamp_seconds', time, { status: 'finalized' });
			near('linli_chain_age_seconds', age);
			// Read from the state, which is looked at now and then.
			near('linli_lived_seconds', lived, {}, 6 * A_LOOK + 12);
			assert.equal(read(samples, 'linli_standstills'), 1);
			near('linli_last_standstill_seconds', age - lived);
			near('linli_block_gap_seconds', 6);
		});
	});

	test('the validators are those of the roll', async () => {
		const roll = await api.call.validatorsApi.validators();
		const silent = roll.filter(({ silentSince }) => silentSince.isSome).length;
		await untilMetrics(node, (samples) => {
			const of = (state) => read(samples, 'linli_validators', { state });
			assert.deepEqual([of('serving') + of('silent'), of('silent'), of('dropped')], [roll.length, silent, 0]);
			assert.equal(read(samples, 'linli_faults_tolerated'), 0);
			assert.equal(read(samples, 'linli_revival_pending'), 0);
		});
	});

	test('calls and sessions of clients are counted', async () => {
		await untilMetrics(node, (samples) => {
			const calls = samples.filter(
				({ name, labels }) => name === 'substrate_rpc_calls_started' && labels.protocol === 'ws',
			);
			const counted = (method) => calls.find(({ labels }) => labels.method === method)?.value ?? 0;
			assert.ok(counted('state_call') > 0 && counted('dev_newBlock') > 0, JSON.stringify(calls));
			assert.ok(read(samples, 'substrate_rpc_sessions_opened') >= 1);
		});
	});

	for (const page of ['operators.md', 'operators.zh-CN.md']) {
		test(`docs/${page} explains every metric that is ours, and no other`, async () => {
			const samples = await fetchMetrics(node);
			const ours = new Set(samples.map(({ name }) => name).filter((name) => name.startsWith('linli_')));
			const text = readFileSync(join(ROOT, 'docs', page), 'utf8');
			const explained = new Set([...text.matchAll(/`(linli_[a-z_]+)(?:\{[^}]*\})?`/g)].map(([, name]) => name));
			assert.deepEqual([...explained].sort(), [...ours].sort());
		});
	}

	const { queries, recorded } = readRules();
	for (const { place, expr } of [...queries, ...readDashboard()]) {
		test(`"${place}" asks for what there is`, async () => {
			const asked = metricsOf(expr).filter(({ name }) => !OWN.includes(name) && !recorded.includes(name));
			assert.ok(asked.length > 0 || /linli:|\bup\b/.test(expr), `no metric was found in ${expr}`);
			await untilMetrics(node, (samples) => {
				for (const { name, labels } of asked) {
					const found = samples.filter((sample) => sample.name === name);
					assert.ok(found.length > 0, `no node prints ${name}`);
					for (const [label, values] of Object.entries(labels).filter(([label]) => !ADDED.includes(label))) {
						for (const value of values) {
							assert.ok(
								found.some((sample) => sample.labels[label] === value),
								`no node prints ${name} with ${label}="${value}"`,
							);
						}
					}
				}
			});
		});
	}
});

test('metrics are found in expressions', () => {
	assert.deepEqual(metricsOf('3 * (count(up{job="a", role=~"b|c"} == 1) - 1) <= max by (chain) (x_y:z[5m])'), [
		{ name: 'up', labels: { job: ['a'], role: ['b', 'c'] } },
		{ name: 'x_y:z', labels: {} },
	]);
	assert.deepEqual(metricsOf('a{b="}",c=~"d.+"} - on (e) group_right () f or vector(0) > bool 0 and time() - g'), [
		{ name: 'a', labels: { b: ['}'] } },
		{ name: 'f', labels: {} },
		{ name: 'g', labels: {} },
	]);
});

test("Prometheus takes the handbook's configuration with the rules, and they fire when they should", (t) => {
	const folder = join(ROOT, 'docker', 'prometheus');
	const promtool = (...args) => spawnSync('promtool', args, { cwd: folder, encoding: 'utf8' });
	if (promtool('--version').error) {
		t.skip('promtool is not installed (Debian package prometheus)');
		return;
	}
	// What the handbook writes to /etc/prometheus, beside the rules.
	const [commands] = commandsOf('### Metrics and alerts');
	const [, config] = /<<'END'\n([\s\S]*?)^END$/m.exec(commands) ?? [];
	assert.ok(config?.includes('alerts.yml'), commands);
	const etc = temporaryFolder('prometheus');
	writeFileSync(join(etc, 'prometheus.yml'), config);
	copyFileSync(join(folder, 'alerts.yml'), join(etc, 'alerts.yml'));
	for (const args of [
		['check', 'config', join(etc, 'prometheus.yml')],
		['test', 'rules', 'alerts.test.yml'],
	]) {
		const { status, stdout, stderr } = promtool(...args);
		assert.equal(status, 0, `${args.join(' ')}:\n${stdout}${stderr}`);
	}
});
