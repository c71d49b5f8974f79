// SPDX-License-Identifier: Apache-2.0

// Reads pots and their ledgers from a node, page by page, and turns them into plain values.

import { monthName } from './calendar.js';

const PAGE = 100;

/** All pots: `{ id, kind, name, opened }`, `opened` being the moment from which on they exist. */
export async function readPots(at) {
	const pots = await at.call.fundApi.pots();
	return pots.map(([id, { kind, name, opened }]) => ({
		id: id.toNumber(),
		kind: kind.type,
		name: text(name),
		opened: opened.toNumber(),
	}));
}

/** What of a pot's ledger lies from `start` on and before `end`: `{ first, next, opening }`, two ids and fen. */
export async function readSpan(at, pot, start, end) {
	const since = async (moment) => (await at.call.fundApi.entrySince(pot, Math.max(moment, 0))).toNumber();
	const [first, next] = [await since(start), await since(end)];
	if (first === 0) {
		return { first, next, opening: 0n };
	}
	const [[, before]] = await at.call.fundApi.entries(pot, first - 1, 1);
	return { first, next, opening: before.balance.toBigInt() };
}

/** The entries from id `first` on and before `next`, one page in memory at a time. */
export async function* readEntries(at, pot, first, next) {
	for (let from = first; from < next; ) {
		const page = await at.call.fundApi.entries(pot, from, Math.min(PAGE, next - from));
		if (page.length === 0) {
			throw new Error(`pot ${pot}: the node does not give entry ${from}`);
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

/** A cause as `{ kind, …fields }`. Knows no list of causes: what a later runtime adds is exported, too. */
export function readCause(cause) {
	const fields = typeof cause.inner?.entries === 'function' ? [...cause.inner.entries()] : [];
	return { kind: cause.type, ...Object.fromEntries(fields.map(([name, value]) => [name, readField(value)])) };
}

function readField(value) {
	const json = value.toJSON();
	if (json !== null && typeof json === 'object' && 'year' in json && 'month' in json) {
		return monthName(json);
	}
	// Numbers past 2^53 come as hex.
	return typeof value.toBigInt === 'function' && typeof json !== 'number' ? value.toBigInt().toString() : json;
}

/** A public name. */
export const text = (bytes) => (bytes.isUtf8 ? bytes.toUtf8() : bytes.toHex());
