// SPDX-License-Identifier: Apache-2.0

// Reads from a node what an export has besides the pots' ledgers: bank journals, the escrow of projects and all balances
// in total, as tables. Escrow and balances are of one block, whose state the node must have: the chain keeps no history
// of them. Nobody's account is listed with a balance.

import { journalTable, readBanks, readJournal } from './bank.js';
import { decimal } from './money.js';
import { classText } from './table-words.js';
import { rowOf } from './tables.js';

/**
 * @typedef {import('@linli/command/node.js').State} State
 * @typedef {import('@linli/command/node.js').Decoded} Decoded
 *
 * @typedef {{ class: string, item?: string | number, fen: bigint }} Balance
 *
 * @typedef {object} Escrow
 * @property {number} id
 * @property {string} state
 * @property {Record<'funded' | 'paid' | 'returned' | 'held' | 'retained', bigint>} sums In fen.
 */

const PAGE = 100;

/** What is on hold for these reasons is a class of its own. @type {Record<string, string>} */
const OWN_CLASS = { 'Deposits.Deposit': 'deposit' };

/**
 * All projects.
 * @param {State} at
 * @returns {Promise<Escrow[]>}
 */
export async function readEscrow(at) {
	/** @type {Escrow[]} */
	const all = [];
	for (;;) {
		const page = [...(await at.call.projectsApi.projects(all.length, PAGE))];
		for (const { id, project, funded, paid, returned, held, retained } of page) {
			/** @param {Decoded} value */
			const fen = (value) => value.toBigInt();
			const sums = {
				funded: fen(funded),
				paid: fen(paid),
				returned: fen(returned),
				held: fen(held),
				retained: fen(retained),
			};
			all.push({ id: id.toNumber(), state: project.state.type, sums });
		}
		if (page.length < PAGE) {
			return all;
		}
	}
}

/**
 * All balances in total, by what they are for, and those of the bank accounts by the books.
 * @param {State} at
 * @returns {Promise<Balance[]>}
 */
export async function readBalances(at) {
	if (!at.call.booksApi) {
		throw new Error('the node has no booksApi: is it a Linli node with a current runtime?');
	}
	const sums = { transit: 0n, escrow: 0n, units: 0n, free: 0n, reserved: 0n, issuance: 0n };
	/** @type {Map<string, bigint>} */
	const held = new Map();
	/** @type {Decoded} */
	let after = null;
	do {
		const page = await at.call.booksApi.balances(after, PAGE);
		for (const name of /** @type {const} */ (['transit', 'escrow', 'units', 'free', 'reserved'])) {
			sums[name] += page[name].toBigInt();
		}
		sums.issuance = page.issuance.toBigInt();
		for (const { reason, amount } of page.held) {
			const name = `${reason.type}.${reason.inner.type}`;
			held.set(name, (held.get(name) ?? 0n) + amount.toBigInt());
		}
		after = page.next.isSome ? page.next.unwrap() : null;
	} while (after !== null);
	// By their ledgers: a pot whose account has something else would not add up.
	const pots = [...(await at.call.fundApi.pots())].map(([id, { balance }]) => [id.toNumber(), balance.toBigInt()]);
	/** @type {Map<number, bigint>} */
	const debts = new Map();
	for await (const { bank, fen } of readDebts(at)) {
		debts.set(bank, (debts.get(bank) ?? 0n) + fen);
	}
	const byReason = [...held].sort(([one], [other]) => (one < other ? -1 : 1));
	return [
		...pots.map(([id, fen]) => ({ class: 'pot', item: id, fen })),
		{ class: 'escrow', fen: sums.escrow },
		{ class: 'transit', fen: sums.transit },
		{ class: 'units', fen: sums.units },
		{ class: 'free', fen: sums.free },
		...byReason.filter(([name]) => OWN_CLASS[name]).map(([name, fen]) => ({ class: OWN_CLASS[name], fen })),
		...byReason.filter(([name]) => !OWN_CLASS[name]).map(([item, fen]) => ({ class: 'held', item, fen })),
		{ class: 'reserved', fen: sums.reserved },
		{ class: 'issuance', fen: sums.issuance },
		...(await readBanks(at)).map(({ id, balance }) => ({ class: 'bank', item: id, fen: balance })),
		...[...debts].sort(([one], [other]) => one - other).map(([item, fen]) => ({ class: 'debt', item, fen })),
	];
}

/**
 * What is owed for receipts that were taken back after their money was spent, with the bank account of each.
 * @param {State} at
 * @returns {AsyncGenerator<{ bank: number, fen: bigint }>}
 */
async function* readDebts(at) {
	/** @type {Decoded} */
	let page;
	for (let after = null; ; after = page[page.length - 1][0]) {
		page = [...(await at.call.cashierApi.debts(after, PAGE))];
		for (const [key, { amount }] of page) {
			// Where it was taken back: if the account of the receipt was closed before, that is account 0.
			const corrections = [...(await at.call.cashierApi.corrections(key))];
			yield { bank: corrections[corrections.length - 1].bank.toNumber(), fen: amount.toBigInt() };
		}
		if (page.length < PAGE) {
			return;
		}
	}
}

/**
 * The table of the escrow.
 * @param {Escrow[]} projects
 * @param {number} decimals
 * @returns {import('./tables.js').Table}
 */
export const escrowTable = (projects, decimals) => ({
	name: 'escrow',
	rows: projects.map(({ id, state, sums }) =>
		rowOf('escrow', {
			project: id,
			state,
			...Object.fromEntries(
				Object.entries(sums).flatMap(([name, fen]) => [
					[name, decimal(fen, decimals)],
					[`${name}_fen`, fen],
				]),
			),
		}),
	),
});

/**
 * The table of balances.
 * @param {Balance[]} balances
 * @param {number} decimals
 * @param {import('./causes.js').Language} language
 * @returns {import('./tables.js').Table}
 */
export const accountsTable = (balances, decimals, language) => ({
	name: 'accounts',
	rows: balances.map(({ class: name, item, fen }) =>
		rowOf('accounts', {
			class: name,
			item,
			text: classText(name, language),
			amount: decimal(fen, decimals),
			amount_fen: fen,
		}),
	),
});

/**
 * The journals of the bank accounts.
 * @param {State} at
 * @param {Parameters<typeof journalTable>[2]} style
 * @returns {Promise<import('./tables.js').Table[]>}
 */
export async function readJournals(at, style) {
	/** @type {import('./tables.js').Table[]} */
	const tables = [];
	for (const { id, opened } of await readBanks(at)) {
		if (opened < style.until) {
			tables.push(await journalTable(id, readJournal(at, id), style));
		}
	}
	return tables;
}

/**
 * Escrow and balances as of the block of `at`.
 * @param {State} at
 * @param {number} decimals
 * @param {import('./causes.js').Language} language
 * @returns {Promise<import('./tables.js').Table[]>}
 */
export async function readHoldings(at, decimals, language) {
	return [escrowTable(await readEscrow(at), decimals), accountsTable(await readBalances(at), decimals, language)];
}
