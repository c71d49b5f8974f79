// SPDX-License-Identifier: Apache-2.0

// Formats amounts of money. Amounts are fen in BigInt and never floating-point numbers.

/**
 * Fen as a plain decimal without thousands separators, e.g. `27448n` as `274.48`. For programs.
 * @param {bigint} fen
 */
export function decimal(fen, decimals = 2) {
	const digits = (fen < 0n ? -fen : fen).toString().padStart(decimals + 1, '0');
	const sign = fen < 0n ? '-' : '';
	return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/**
 * Fen for print, e.g. `−1,234.50`.
 * @param {bigint} fen
 */
export function printed(fen, decimals = 2) {
	const [whole, part] = decimal(fen < 0n ? -fen : fen, decimals).split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return `${fen < 0n ? '−' : ''}${grouped}${part === undefined ? '' : `.${part}`}`;
}

/**
 * Fen from a string of digits, or null.
 * @param {unknown} text
 */
export const fenOf = (text) => (typeof text === 'string' && /^\d{1,39}$/.test(text) ? BigInt(text) : null);

/**
 * Fen from a string of digits, below zero with a sign, or null.
 * @param {unknown} text
 */
export const signedFenOf = (text) =>
	typeof text === 'string' && /^-[1-9]\d{0,38}$/.test(text) ? BigInt(text) : fenOf(text);

/** @param {bigint[]} amounts */
export const total = (amounts) => amounts.reduce((sum, amount) => sum + amount, 0n);
