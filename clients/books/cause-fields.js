// SPDX-License-Identifier: Apache-2.0

// The kinds of causes and their fields, read from the chain's metadata. The columns of an export follow from them, so
// that a field added by a later runtime has its column at once.

import { monthName } from '@linli/command/calendar.js';

/**
 * @typedef {{ kind: string, [field: string]: unknown }} Cause The reason for an entry, e.g. `{ kind: 'Transfer', pot: 2 }`. Months
 *   are `2026-11`; a struct within a cause is a nested object.
 *
 * @typedef {{ name: string | null, type: number }} Field
 * @typedef {object} Definition The definition of a type, as far as it is used here.
 * @property {{ fields: Field[] }} [composite]
 * @property {{ variants: { name: string, fields: Field[] }[] }} [variant]
 *
 * @typedef {{ id: number, type: { path: string[], def: Definition } }} Type An entry of the metadata's type registry in JSON.
 */

const PATH = ['linli_primitives', 'cause', 'Cause'];

/**
 * The kinds of causes, each with the names of its fields. Fields of nested structs are named by their path, e.g.
 * `bill_unit`.
 * @param {Type[]} types All types of the metadata.
 * @returns {Map<string, string[]>}
 */
export function kindsOf(types) {
	const found = types.find(({ type }) => type.path.join() === PATH.join());
	const variants = found?.type.def.variant?.variants;
	if (!variants) {
		throw new Error(`the node's metadata has no type ${PATH.join('::')}: is it a Linli node with a current runtime?`);
	}
	const byId = new Map(types.map(({ id, type }) => [id, type]));
	return new Map(variants.map(({ name, fields }) => [name, fields.flatMap((field) => namesOf(field, byId))]));
}

/**
 * The names of the leaves of a field. A month is one leaf, and so is any type without named fields.
 * @param {Field} field
 * @param {Map<number, Type['type']>} types
 * @returns {string[]}
 */
function namesOf({ name, type }, types) {
	const { path, def } = types.get(type) ?? { path: [], def: {} };
	const inner = path.join() === 'Option' ? def.variant?.variants.find((variant) => variant.name === 'Some') : undefined;
	if (inner) {
		return namesOf({ name, type: inner.fields[0].type }, types);
	}
	const fields = def.composite?.fields ?? [];
	const isWhole =
		fields.length === 0 || fields.some((field) => field.name === null) || isMonth(fields.map((f) => f.name));
	return isWhole ? [`${name}`] : fields.flatMap((field) => namesOf(field, types)).map((part) => `${name}_${part}`);
}

/** @param {(string | null)[]} names */
const isMonth = (names) => names.length === 2 && names.includes('year') && names.includes('month');

/**
 * All names of fields without duplicates, in order of first occurrence.
 * @param {Map<string, string[]>} kinds
 */
export const fieldsOf = (kinds) => [...new Set([...kinds.values()].flat())];

/** @param {string} name */
const snake = (name) => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/**
 * The fields of a cause by the names that `kindsOf` returns.
 * @param {Cause} cause
 * @returns {Map<string, string>}
 */
export function flatten({ kind: _, ...fields }) {
	/** @type {(prefix: string, value: unknown) => [string, string][]} */
	const parts = (prefix, value) => {
		if (value === null || value === undefined) {
			return [];
		}
		if (typeof value === 'object' && !Array.isArray(value)) {
			return Object.entries(value).flatMap(([name, part]) => parts(`${prefix}_${snake(name)}`, part));
		}
		return [[prefix, Array.isArray(value) ? JSON.stringify(value) : String(value)]];
	};
	return new Map(Object.entries(fields).flatMap(([name, value]) => parts(snake(name), value)));
}

/**
 * A cause from a value decoded by the client library.
 * @param {import('@linli/command/node.js').Decoded} cause
 * @returns {Cause}
 */
export function readCause(cause) {
	const fields = cause.inner instanceof Map ? [...cause.inner.entries()] : [];
	return { kind: cause.type, ...Object.fromEntries(fields.map(([name, value]) => [name, readField(value)])) };
}

/**
 * @param {import('@linli/command/node.js').Decoded} value
 * @returns {unknown}
 */
function readField(value) {
	if (typeof value.isSome === 'boolean') {
		return value.isSome ? readField(value.unwrap()) : null;
	}
	const json = value.toJSON();
	if (value instanceof Map) {
		const parts = [...value.entries()];
		return isMonth(parts.map(([name]) => name))
			? monthName(json)
			: Object.fromEntries(parts.map(([name, part]) => [name, readField(part)]));
	}
	// Numbers above 2^53 are hex strings in JSON.
	return typeof value.toBigInt === 'function' && typeof json !== 'number' ? value.toBigInt().toString() : json;
}
