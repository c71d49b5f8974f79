#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0

// Counts a closed decision again from chain data alone, with its own arithmetic, and compares it with the certificate.
//
//   bash scripts/setup.sh clients
//   node clients/recount/recount.js [--ws ws://127.0.0.1:9944] PROPOSAL
//
// Status: 0 the certificate is right, 1 it differs or the ballots are not in order, 2 it could not be counted.

import { parseArgs } from 'node:util';
import { readFacts } from './chain.js';
import { compare, recount } from './count.js';

const USAGE = 'usage: recount.js [--ws URL] PROPOSAL';

/** The client library. Loaded late, so that a wrong command is refused without it. */
async function library() {
	try {
		return await import('@polkadot/api');
	} catch {
		throw new Error('@polkadot/api is not installed: run "bash scripts/setup.sh clients"');
	}
}

function command() {
	const { values, positionals } = parseArgs({
		options: { ws: { type: 'string', default: 'ws://127.0.0.1:9944' } },
		allowPositionals: true,
	});
	const [id] = positionals;
	if (positionals.length !== 1 || !/^\d{1,9}$/.test(id)) {
		throw new Error(`${USAGE}\n       PROPOSAL is a number, counted from 0`);
	}
	return { url: values.ws, id: Number(id) };
}

const squareMetres = (area) => `${area / 100n}.${String(area % 100n).padStart(2, '0')} m²`;
const show = (value) =>
	typeof value === 'object'
		? `${squareMetres(value.area)}, ${value.heads} owner${value.heads === 1n ? '' : 's'}`
		: value || '–';

function table(rows) {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	return rows
		.map((row) =>
			row
				.map((cell, column) => cell.padEnd(widths[column]))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

function report(id, facts, counted) {
	const { certificate } = facts;
	const lines = compare(counted, certificate);
	for (const [what, ours, theirs] of [
		['rule book', facts.ruleBook, certificate.ruleBook],
		['class', facts.class, certificate.class],
	]) {
		lines.push({ what, counted: String(ours), chain: String(theirs), agrees: ours === theirs });
	}
	const where = facts.buildings ? `buildings ${facts.buildings.join(', ')}` : 'the whole community';
	console.log(`Proposal ${id}: ${facts.question.kind} of ${where}, record date: end of block ${facts.recordBlock}`);
	console.log(`${facts.powers.size} owners, ${facts.ballots.length} ballots, ${facts.receipts.length} receipts\n`);
	const rows = lines.map((line) => [
		line.what,
		show(line.counted),
		show(line.chain),
		line.agrees ? 'agrees' : 'DIFFERS',
	]);
	console.log(table([['', 'counted again', 'certificate', ''], ...rows]));
	if (counted.faults.length) {
		console.log(`\n${counted.faults.map((fault) => `- ${fault}`).join('\n')}`);
	}
	const right = counted.faults.length === 0 && lines.every((line) => line.agrees);
	console.log(right ? '\nThe certificate is right.' : '\nThe certificate is NOT what the ballots say.');
	return right;
}

async function main() {
	const { url, id } = command();
	const { ApiPromise, WsProvider } = await library();
	const provider = new WsProvider(url, false);
	await provider.connect();
	const api = await new Promise((resolve, reject) => {
		provider.on('error', () => reject(new Error(`no node answers at ${url}`)));
		ApiPromise.create({ provider, noInitWarn: true, throwOnConnect: true }).then(resolve, reject);
	});
	try {
		const facts = await readFacts(api, id);
		return report(id, facts, recount(facts)) ? 0 : 1;
	} finally {
		await api.disconnect();
	}
}

process.exitCode = await main().catch((error) => {
	console.error(`error: ${error.message}`);
	return 2;
});
