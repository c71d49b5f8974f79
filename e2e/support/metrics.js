// SPDX-License-Identifier: Apache-2.0

// Reads the page of metrics that a node serves for Prometheus, and the queries that alerts and dashboard ask of it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from './paths.js';

/** @typedef {{ name: string, labels: Record<string, string>, value: number }} Sample */
/** @typedef {{ place: string, expr: string }} Query */

/** How long a metric may take to show what was just done, in milliseconds. */
const PATIENCE = 30_000;

/** The label pairs in the braces of a sample or a selector; with their operators in the latter. */
const LABELS = /([a-zA-Z_]\w*)\s*(=~|!~|!=|=)\s*"((?:[^"\\]|\\.)*)"/g;

/**
 * The samples of a page of metrics.
 * @param {string} page
 * @returns {Sample[]}
 */
export function readSamples(page) {
	return page
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith('#'))
		.map((line) => {
			const parts = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/.exec(line);
			if (!parts) {
				throw new Error(`no sample: ${line}`);
			}
			const labels = [...(parts[2] ?? '').matchAll(LABELS)].map(([, label, , value]) => [label, value]);
			return { name: parts[1], labels: Object.fromEntries(labels), value: Number(parts[3]) };
		});
}

/**
 * Fetches the metrics of a node that was started with `--prometheus-port 0`.
 * @param {{ output: () => string }} node
 */
export async function fetchMetrics(node) {
	const found = /Prometheus exporter started at 127\.0\.0\.1:(\d+)/.exec(node.output());
	if (!found) {
		throw new Error('the node serves no metrics');
	}
	return readSamples(await (await fetch(`http://127.0.0.1:${found[1]}/metrics`)).text());
}

/**
 * Fetches the metrics until `check` has no complaint; then fails with its last one.
 * @param {{ output: () => string }} node
 * @param {(samples: Sample[]) => void} check
 */
export async function untilMetrics(node, check) {
	const end = Date.now() + PATIENCE;
	for (;;) {
		try {
			const samples = await fetchMetrics(node);
			check(samples);
			return samples;
		} catch (error) {
			if (Date.now() > end) {
				throw error;
			}
			await sleep(250);
		}
	}
}

/**
 * Reads the value of the one sample with this name and these labels.
 * @param {Sample[]} samples
 * @param {string} name
 * @param {Record<string, string>} [labels]
 */
export function read(samples, name, labels = {}) {
	const found = samples.filter(
		(sample) =>
			sample.name === name && Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
	);
	if (found.length !== 1) {
		throw new Error(`${found.length} samples of ${name} ${JSON.stringify(labels)}`);
	}
	return found[0].value;
}

/**
 * The expressions of the alert rules, and the names that they record.
 * @returns {{ queries: Query[], recorded: string[] }}
 */
export function readRules() {
	const lines = readFileSync(join(ROOT, 'docker', 'prometheus', 'alerts.yml'), 'utf8').split('\n');
	/** @type {Query[]} */
	const queries = [];
	/** @type {string[]} */
	const recorded = [];
	let name = '';
	lines.forEach((line, number) => {
		const [, kind, named] = /^\s*- (alert|record): (\S+)$/.exec(line) ?? [];
		if (named) {
			name = named;
			if (kind === 'record') {
				recorded.push(named);
			}
		}
		const [, indent, expr] = /^(\s*)expr: (.*)$/.exec(line) ?? [];
		if (expr === '>') {
			const rest = lines.slice(number + 1);
			const end = rest.findIndex((next) => !next.startsWith(`${indent} `));
			queries.push({ place: name, expr: rest.slice(0, end).join(' ') });
		} else if (expr) {
			queries.push({ place: name, expr });
		}
	});
	return { queries, recorded };
}

/**
 * The queries of the dashboard's panels.
 * @returns {Query[]}
 */
export function readDashboard() {
	const file = join(ROOT, 'docker', 'grafana', 'dashboards', 'network.json');
	/** @type {{ panels: { title: string, targets?: { expr: string }[] }[] }} */
	const { panels } = JSON.parse(readFileSync(file, 'utf8'));
	return panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ place: title, expr })));
}

const KEYWORDS = [
	'and',
	'or',
	'unless',
	'bool',
	'offset',
	'by',
	'on',
	'without',
	'ignoring',
	'group_left',
	'group_right',
];

/**
 * The metrics that an expression reads, each with the labels that it compares, and the values of which one must be.
 * Patterns other than `this|that` are left out.
 * @param {string} expr
 * @returns {{ name: string, labels: Record<string, string[]> }[]}
 */
export function metricsOf(expr) {
	const bare = expr
		.replace(/\b(by|on|without|ignoring|group_left|group_right)\s*\([^)]*\)/g, ' ')
		.replace(/\[[^\]]*\]/g, ' ');
	// A name with its braces; what a parenthesis follows is a function.
	const found = bare.matchAll(/(?<![\w:"])([a-zA-Z_:][\w:]*)\s*(\(|\{((?:[^}"]|"(?:[^"\\]|\\.)*")*)\})?/g);
	return [...found]
		.filter(([, name, after]) => after !== '(' && !KEYWORDS.includes(name))
		.map(([, name, , selector = '']) => {
			const compared = [...selector.matchAll(LABELS)].filter(
				([, , operator, value]) => operator === '=' || (operator === '=~' && /^[\w|]+$/.test(value)),
			);
			const values = compared.map(([, label, operator, value]) => [
				label,
				operator === '=' ? [value] : value.split('|'),
			]);
			return { name, labels: Object.fromEntries(values) };
		});
}
