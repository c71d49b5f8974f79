// SPDX-License-Identifier: Apache-2.0

// Reads pots and their ledgers from a node page by page, as plain values.

import { kindsOf, readCause } from './cause-fields.js';

/**
 * @typedef {import('@linli/command/node.js').State} State
 *
 * @typedef {object} Pot
 * @property {number} id
 * @property {string} kind
 * @property {string} name
 * @property {number} opened Time of opening.
 *
 * @typedef {object} Entry
 * @property {number} id
 * @property {number} moment
 * @property {boolean} isIn
 * @property {bigint} amount In fen, like the balance.
 * @property {bigint} balance Balance after the entry.
 * @property {string | null} counterparty
 * @property {import('./cause-fields.js').Cause} cause
 */

const PAGE = 100;

/**
 * All pots.
 * @param {State} at
 * @returns {Promise<Pot[]>}
 */
export async function readPots(at) {
	const pots = await at.call.fundApi.pots();
	return [...pots].map(([id, { kind, name, opened }]) => ({
		id: id.toNumber(),
		kind: kind.type,
		name: text(name),
		opened: opened.toNumber(),
	}));
}

/**
 * The pots opened before `moment`, or `only` that one. Pots opened later are left out, so that the export of a past range
 * never changes.
 * @param {State} at
 * @param {number} moment
 * @param {number | null} only
 */
export async function potsBy(at, moment, only) {
	const open = (await readPots(at)).filter(({ opened }) => opened < moment);
	return open.filter(({ id }) => only === null || id === only);
}

/**
 * The ledgers of pots within a range. Each is read while it is used.
 * @param {State} at
 * @param {Pot[]} pots
 * @param {{ start: number, end: number }} range
 * @returns {AsyncGenerator<import('./write.js').Ledger>}
 */
export async function* readLedgers(at, pots, { start, end }) {
	for (const { id, kind, name } of pots) {
		const { first, next, opening } = await readSpan(at, id, start, end);
		yield { id, kind, name, opening, count: next - first, entries: readEntries(at, id, first, next) };
	}
}

/**
 * The part of a pot's ledger from `start` on and before `end`: the range of ids, and the opening in fen.
 * @param {State} at
 * @param {number} pot
 * @param {number} start
 * @param {number} end
 * @returns {Promise<{ first: number, next: number, opening: bigint }>}
 */
export async function readSpan(at, pot, start, end) {
	/** @type {(moment: number) => Promise<number>} */
	const since = async (moment) => (await at.call.fundApi.entrySince(pot, Math.max(moment, 0))).toNumber();
	const [first, next] = [await since(start), await since(end)];
	if (first === 0) {
		return { first, next, opening: 0n };
	}
	const [[, before]] = await at.call.fundApi.entries(pot, first - 1, 1);
	return { first, next, opening: before.balance.toBigInt() };
}

/**
 * The entries with ids from `first` on and before `next`. Only one page is in memory at a time.
 * @param {State} at
 * @param {number} pot
 * @param {number} first
 * @param {number} next
 * @returns {AsyncGenerator<Entry>}
 */
export async function* readEntries(at, pot, first, next) {
	for (let from = first; from < next; ) {
		const page = await at.call.fundApi.entries(pot, from, Math.min(PAGE, next - from));
		if (page.length === 0) {
			throw new Error(`pot ${pot}: the node does not return entry ${from}`);
		}
		for (const [id, entry] of page) {
			yield {
				id: id.toNumber(),
				moment: entry.moment.toNumber(),
				isIn: entry.direction.isIn,
				amount: entry.amount.toBigInt(),
				balance: entry.balance.toBigInt(),
				counterparty: entry.counterparty.isSome ? entry.counterparty.unwrap().toString() : null,
				cause: readCause(entry.cause),
			};
		}
		from = page[page.length - 1][0].toNumber() + 1;
	}
}

/**
 * The kinds of causes of the chain, each with its fields.
 * @param {State} at
 */
export const readCauseKinds = (at) => kindsOf(at.registry.lookup.types.toJSON());

/**
 * A public name as text.
 * @param {import('@linli/command/node.js').Decoded} bytes
 * @returns {string}
 */
export const text = (bytes) => (bytes.isUtf8 ? bytes.toUtf8() : bytes.toHex());
