// SPDX-License-Identifier: Apache-2.0

// The words of the tables in both languages: lines of bank journals, and classes of balances.

/** @typedef {import('./causes.js').Language} Language */

/** @type {Record<string, Record<Language, string>>} */
const LINES = {
	In: { en: 'Received', zh: '收款' },
	Out: { en: 'Paid', zh: '付款' },
	TransferIn: { en: 'From another bank account of the community', zh: '由本小区其他银行账户转入' },
	TransferOut: { en: 'To another bank account of the community', zh: '转入本小区其他银行账户' },
	ReceiptCorrection: { en: 'Receipt taken back', zh: '收款冲正' },
	PaymentCorrection: { en: 'Payment corrected', zh: '付款更正' },
};

/** @type {Record<string, Record<Language, string>>} */
const CLASSES = {
	pot: { en: 'In the pot', zh: '专项账目内' },
	escrow: { en: 'In escrow for projects', zh: '为工程托管' },
	transit: { en: 'In transit: it has left a pot, not the chain', zh: '在途：已离开专项账目，尚未离开链' },
	units: { en: 'Kept for units', zh: '为房屋保管的款项' },
	free: { en: 'Free on accounts', zh: '账户可用余额' },
	deposit: { en: 'Refundable deposits of households', zh: '住户可退押金' },
	held: { en: 'On hold on accounts', zh: '账户冻结金额' },
	reserved: { en: 'Deposits for entries on the chain', zh: '链上记录的保证金' },
	issuance: { en: 'All money on the chain', zh: '链上全部资金' },
	bank: { en: 'At the bank, by the books', zh: '银行账户账面余额' },
	debt: { en: 'Owed for receipts taken back', zh: '收款冲正后的欠款' },
};

/**
 * The words for a kind of lines; the chain's name if it has none.
 * @param {string} kind
 * @param {Language} language
 */
export const lineText = (kind, language) => LINES[kind]?.[language] ?? kind;

/**
 * The words for a class of balances.
 * @param {string} name
 * @param {Language} language
 */
export const classText = (name, language) => CLASSES[name]?.[language] ?? name;

/** The classes of balances that add up to the issuance. */
export const PARTS = ['pot', 'escrow', 'transit', 'units', 'free', 'deposit', 'held', 'reserved'];

/** Whether there is such a class of balances. @param {string} name */
export const isClass = (name) => Object.hasOwn(CLASSES, name);

/**
 * The direction of a line by its kind; null if the kind is unknown. A payment that came back under a reference of its own is a
 * receipt, so that its correction moves nothing.
 * @param {string} kind
 * @param {boolean} cameBack
 * @returns {'in' | 'out' | '' | null}
 */
export function directionOf(kind, cameBack) {
	switch (kind) {
		case 'In':
		case 'TransferIn':
			return 'in';
		case 'Out':
		case 'TransferOut':
		case 'ReceiptCorrection':
			return 'out';
		case 'PaymentCorrection':
			return cameBack ? '' : 'in';
		default:
			return null;
	}
}
