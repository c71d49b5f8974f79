// SPDX-License-Identifier: Apache-2.0

// Why money moved, in words. A cause is `{ kind, …fields }` as the chain names them, e.g.
// `{ kind: 'Bill', unit: 12, charge: 0, period: '2026-11', payment: 7 }`.

const KINDS = {
	en: {
		Bill: ['Bills', 'Bills'],
		LateFee: ['Late fees', 'Late fees'],
		Receipt: ['Received by the bank', 'Receipts taken back'],
		TransactionFees: ['Transaction fees', 'Transaction fees'],
		Transfer: ['From other pots', 'To other pots'],
		Donation: ['Donations', 'Donations'],
		Refund: ['Refunds', 'Refunds'],
		Expense: ['Expenses', 'Expenses'],
		Project: ['Back from projects', 'Into projects'],
		RepairDeposit: ['Repair deposits', 'Repair deposits'],
		Distribution: ['Distribution', 'Distribution'],
		Booking: ['Shared resources', 'Shared resources'],
	},
	zh: {
		Bill: ['账单', '账单'],
		LateFee: ['违约金', '违约金'],
		Receipt: ['银行收款', '收款冲正'],
		TransactionFees: ['手续费', '手续费'],
		Transfer: ['他户划入', '划往他户'],
		Donation: ['捐款', '捐款'],
		Refund: ['退款', '退款'],
		Expense: ['支出', '支出'],
		Project: ['工程退回', '拨入工程'],
		RepairDeposit: ['维修资金缴存', '维修资金缴存'],
		Distribution: ['维修资金分摊', '维修资金分摊'],
		Booking: ['共享收入', '共享收入'],
	},
};

const SENTENCES = {
	en: {
		Bill: (c) => `Bill of unit ${c.unit}, charge ${c.charge}, ${c.period}; payment ${c.payment}`,
		LateFee: (c) => `Late fee of unit ${c.unit}, charge ${c.charge}, ${c.period}; payment ${c.payment}`,
		Receipt: (c, isIn) => `${isIn ? 'Received by the bank' : 'Receipt taken back'}, reference ${c.reference}`,
		TransactionFees: () => 'Transaction fees of a block',
		Transfer: (c, isIn) => `Transfer ${isIn ? 'from' : 'to'} pot ${c.pot}`,
		Donation: () => 'Donation',
		Refund: (c) => `Refund of a bill of unit ${c.unit}, charge ${c.charge}, ${c.period}`,
		Expense: (c) => `Expense ${c.expense}`,
		Project: (c, isIn) => (isIn ? `Back from project ${c.project}` : `Into the escrow of project ${c.project}`),
		RepairDeposit: (c) => `Repair deposit for unit ${c.unit}`,
		Distribution: () => 'Distribution of repair money',
		Booking: (c) => `Booking ${c.booking} of a shared resource`,
	},
	zh: {
		Bill: (c) => `单元 ${c.unit} 的账单，收费项目 ${c.charge}，${c.period}；缴费 ${c.payment}`,
		LateFee: (c) => `单元 ${c.unit} 的违约金，收费项目 ${c.charge}，${c.period}；缴费 ${c.payment}`,
		Receipt: (c, isIn) => `${isIn ? '银行收款' : '收款冲正'}，流水号哈希 ${c.reference}`,
		TransactionFees: () => '一个区块的手续费',
		Transfer: (c, isIn) => (isIn ? `由专户 ${c.pot} 划入` : `划往专户 ${c.pot}`),
		Donation: () => '捐款',
		Refund: (c) => `单元 ${c.unit} 的账单退款，收费项目 ${c.charge}，${c.period}`,
		Expense: (c) => `支出 ${c.expense}`,
		Project: (c, isIn) => (isIn ? `工程 ${c.project} 退回` : `拨入工程 ${c.project} 的托管`),
		RepairDeposit: (c) => `单元 ${c.unit} 的维修资金缴存`,
		Distribution: () => '维修资金分摊',
		Booking: (c) => `共享资源的预订 ${c.booking}`,
	},
};

export const LANGUAGES = Object.keys(KINDS);

/** A kind of causes in words. One that this program does not know yet keeps the chain's name. */
export const kindText = (kind, isIn, language) => KINDS[language][kind]?.[isIn ? 0 : 1] ?? kind;

/** A cause in words. */
export function causeText(cause, isIn, language) {
	const sentence = SENTENCES[language][cause.kind];
	if (sentence) {
		return sentence(cause, isIn);
	}
	const { kind, ...fields } = cause;
	return [kind, ...Object.entries(fields).map(([name, value]) => `${name} ${value}`)].join(' ');
}
