// SPDX-License-Identifier: Apache-2.0

// Causes in words: one table for all kinds and languages.

import { flatten } from './cause-fields.js';

/**
 * @typedef {import('./cause-fields.js').Cause} Cause
 * @typedef {'en' | 'zh'} Language
 *
 * @typedef {object} Words
 * @property {[string, string]} sums The label of a sum over such entries, incoming and outgoing.
 * @property {string | [string, string]} entry The text of one entry, or two texts where incoming and outgoing differ. `{unit}`
 *   is replaced by the field of that name at any depth of the cause.
 */

/** @type {Record<string, Record<Language, Words>>} */
const KINDS = {
	Bill: {
		en: { sums: ['Bills', 'Bills'], entry: 'Bill of unit {unit}, charge {charge}, {period}; payment {payment}' },
		zh: { sums: ['账单', '账单'], entry: '房屋 {unit} 的账单，收费项目 {charge}，{period}；缴费 {payment}' },
	},
	LateFee: {
		en: {
			sums: ['Late fees', 'Late fees'],
			entry: 'Late fee of unit {unit}, charge {charge}, {period}; payment {payment}',
		},
		zh: { sums: ['违约金', '违约金'], entry: '房屋 {unit} 的违约金，收费项目 {charge}，{period}；缴费 {payment}' },
	},
	Receipt: {
		en: {
			sums: ['Received by the bank', 'Receipts reversed'],
			entry: ['Received by the bank, reference {reference}', 'Receipt reversed, reference {reference}'],
		},
		zh: {
			sums: ['银行收款', '收款冲正'],
			entry: ['银行收款，流水号哈希值 {reference}', '收款冲正，流水号哈希值 {reference}'],
		},
	},
	TransactionFees: {
		en: { sums: ['Transaction fees', 'Transaction fees'], entry: 'Transaction fees of a block' },
		zh: { sums: ['手续费', '手续费'], entry: '一个区块的手续费' },
	},
	Transfer: {
		en: {
			sums: ['From other pots', 'To other pots'],
			entry: ['Transfer from pot {pot}, entry {entry}', 'Transfer to pot {pot}, entry {entry}'],
		},
		zh: {
			sums: ['其他专项账目划入', '划往其他专项账目'],
			entry: ['由专项账目 {pot} 划入，分录 {entry}', '划往专项账目 {pot}，分录 {entry}'],
		},
	},
	Donation: {
		en: { sums: ['Donations', 'Donations'], entry: 'Donation' },
		zh: { sums: ['捐款', '捐款'], entry: '捐款' },
	},
	Refund: {
		en: { sums: ['Refunds', 'Refunds'], entry: 'Refund of a bill of unit {unit}, charge {charge}, {period}' },
		zh: { sums: ['退款', '退款'], entry: '房屋 {unit} 的账单退款，收费项目 {charge}，{period}' },
	},
	Expense: {
		en: { sums: ['Expenses', 'Expenses'], entry: 'Expense {expense}' },
		zh: { sums: ['支出', '支出'], entry: '支出 {expense}' },
	},
	Project: {
		en: {
			sums: ['Returned from projects', 'Into projects'],
			entry: ['Returned from project {project}', 'Into the escrow of project {project}'],
		},
		zh: { sums: ['工程退回', '拨入工程'], entry: ['工程 {project} 退回', '拨入工程 {project} 的托管'] },
	},
	RepairDeposit: {
		en: { sums: ['Repair deposits', 'Repair deposits'], entry: 'Repair deposit for unit {unit}' },
		zh: { sums: ['维修资金交存', '维修资金交存'], entry: '房屋 {unit} 的维修资金交存' },
	},
	Distribution: {
		en: { sums: ['Distribution', 'Distribution'], entry: 'Distribution of repair money' },
		zh: { sums: ['维修资金分配', '维修资金分配'], entry: '维修资金分配' },
	},
	BankCharge: {
		en: {
			sums: ['Bank charges given back', 'Bank charges'],
			entry: ['Bank charge given back, reference {reference}', 'Bank charge, reference {reference}'],
		},
		zh: {
			sums: ['银行手续费退回', '银行手续费'],
			entry: ['银行手续费退回，流水号哈希值 {reference}', '银行手续费，流水号哈希值 {reference}'],
		},
	},
	Interest: {
		en: {
			sums: ['Interest', 'Interest taken back'],
			entry: ['Interest of the bank, reference {reference}', 'Interest taken back, reference {reference}'],
		},
		zh: {
			sums: ['银行利息', '银行利息扣回'],
			entry: ['银行利息，流水号哈希值 {reference}', '银行利息扣回，流水号哈希值 {reference}'],
		},
	},
	Booking: {
		en: { sums: ['Shared resources', 'Shared resources'], entry: 'Booking {booking} of a shared resource' },
		zh: { sums: ['共享收入', '共享收入'], entry: '共享资源的预订 {booking}' },
	},
	DepositKept: {
		en: { sums: ['Kept from deposits', 'Kept from deposits'], entry: 'Kept from deposit {deposit}' },
		zh: { sums: ['押金扣款', '押金扣款'], entry: '押金 {deposit} 的扣款' },
	},
};

/** @type {Language[]} */
export const LANGUAGES = ['en', 'zh'];

/**
 * A kind of causes in words. Unknown kinds keep the chain's name.
 * @param {string} kind
 * @param {boolean} isIn
 * @param {Language} language
 */
export const kindText = (kind, isIn, language) => KINDS[kind]?.[language].sums[isIn ? 0 : 1] ?? kind;

/**
 * A cause in words. Fields that the text does not mention are appended by name, so that none is left out.
 * @param {Cause} cause
 * @param {boolean} isIn
 * @param {Language} language
 */
export function causeText(cause, isIn, language) {
	const fields = flatten(cause);
	const entry = KINDS[cause.kind]?.[language].entry ?? cause.kind;
	const text = (typeof entry === 'string' ? entry : entry[isIn ? 0 : 1]).replace(/\{(\w+)\}/g, (place, wanted) => {
		const name = [...fields.keys()].find((each) => each === wanted || each.endsWith(`_${wanted}`));
		const value = name === undefined ? place : `${fields.get(name)}`;
		fields.delete(name ?? '');
		return value;
	});
	// By name: a table does not keep the order of fields.
	const rest = [...fields].map(([name, value]) => `${name} ${value}`).sort();
	return [text, ...rest].join(language === 'zh' ? '，' : ', ');
}

/**
 * The kinds without words, e.g. `['Gift']`.
 * @param {Iterable<string>} kinds
 */
export const withoutWords = (kinds) => [...kinds].filter((kind) => !Object.hasOwn(KINDS, kind));
