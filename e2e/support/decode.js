// SPDX-License-Identifier: Apache-2.0

// Does a client that knows nothing but the chain's metadata understand everything?

import assert from 'node:assert/strict';
import { unwrapStorageType } from '@polkadot/types/util';
import { u8aConcat, u8aToHex } from '@polkadot/util';

/**
 * @import { Client, Decoded } from '@linli/command/node.js'
 */

const CAUSE = ['linli_primitives', 'cause', 'Cause'];

/**
 * Makes every call with default arguments, encodes it and reads it back. Returns how many there were.
 * @param {Client} api
 */
export function decodeEveryCall(api) {
	return everyVariant(api, 'calls', (pallet, variant, bytes) => {
		const call = api.registry.createType('Call', bytes);
		assert.equal(u8aToHex(call.toU8a()), u8aToHex(bytes), `${pallet.name}.${variant.name}`);
		assert.equal(call.args.length, variant.fields.length);
	});
}

/**
 * The same for every event.
 * @param {Client} api
 */
export function decodeEveryEvent(api) {
	return everyVariant(api, 'events', (pallet, variant, bytes) => {
		const event = api.registry.createType('Event', bytes);
		assert.equal(u8aToHex(event.toU8a()), u8aToHex(bytes), `${pallet.name}.${variant.name}`);
		assert.equal(event.method, variant.name.toString());
	});
}

/**
 * Reads every error's name by its index. Those of the pallets named in `explained` must also say what to do.
 * @param {Client} api
 * @param {string[]} [explained]
 */
export function decodeEveryError(api, explained = []) {
	let count = 0;
	for (const pallet of api.registry.metadata.pallets) {
		for (const variant of variantsOf(api, pallet.errors)) {
			const found = api.registry.findMetaError({ index: pallet.index, error: variant.index });
			assert.equal(found.name, variant.name.toString());
			if (explained.includes(lowerFirst(pallet.name))) {
				assert.notEqual(found.docs.join('').trim(), '', `${pallet.name}.${variant.name} does not say what to do`);
			}
			count += 1;
		}
	}
	return count;
}

/**
 * Decodes the default of every storage item, and all that the chain holds in it. Returns how many items there were.
 * @param {Client} api
 */
export async function decodeEveryStorageItem(api) {
	let count = 0;
	for (const pallet of api.registry.metadata.pallets) {
		if (pallet.storage.isNone) {
			continue;
		}
		for (const item of pallet.storage.unwrap().items) {
			const type = unwrapStorageType(api.registry, item.type, item.modifier.isOptional);
			const fallback = item.fallback.toU8a(true);
			const value = api.registry.createType(type, fallback);
			assert.equal(u8aToHex(value.toU8a()), u8aToHex(fallback), `${pallet.name}.${item.name}`);
			const query = api.query[lowerFirst(pallet.name)][lowerFirst(item.name)];
			if (item.type.isMap) {
				await query.entriesPaged({ args: [], pageSize: 256 });
			} else {
				await query();
			}
			count += 1;
		}
	}
	return count;
}

/**
 * Makes every cause that an entry can have, as the client decodes it, and hands it to `check` with its kind. Returns the kinds.
 * @param {Client} api
 * @param {(cause: Decoded) => void} check
 */
export function everyCause(api, check) {
	const found = api.registry.lookup.types.find(
		(/** @type {Decoded} */ { type }) => type.path.map(String).join() === CAUSE.join(),
	);
	assert.ok(found, `there is no ${CAUSE.join('::')}`);
	return found.type.def.asVariant.variants.map((/** @type {Decoded} */ variant) => {
		const cause = api.registry.createType(
			api.registry.createLookupType(found.id),
			u8aConcat([variant.index.toNumber()], ...defaultsOf(api, variant)),
		);
		assert.equal(cause.type, variant.name.toString());
		check(cause);
		return cause.type;
	});
}

/**
 * The fields of a variant at their defaults, encoded.
 * @param {Client} api
 * @param {Decoded} given
 */
function defaultsOf(api, { fields }) {
	return fields.map((/** @type {Decoded} */ field) =>
		api.registry.createType(api.registry.createLookupType(field.type)).toU8a(),
	);
}

/**
 * @param {Client} api
 * @param {'calls' | 'events'} what
 * @param {(pallet: Decoded, variant: Decoded, bytes: Uint8Array) => void} check
 */
function everyVariant(api, what, check) {
	let count = 0;
	for (const pallet of api.registry.metadata.pallets) {
		for (const variant of variantsOf(api, pallet[what])) {
			const indices = [pallet.index.toNumber(), variant.index.toNumber()];
			check(pallet, variant, u8aConcat(indices, ...defaultsOf(api, variant)));
			count += 1;
		}
	}
	return count;
}

/**
 * @param {Client} api
 * @param {Decoded} section
 */
function variantsOf(api, section) {
	return section.isSome ? api.registry.lookup.getSiType(section.unwrap().type).def.asVariant.variants : [];
}

/**
 * @param {Decoded} name
 */
function lowerFirst(name) {
	const text = name.toString();
	return text[0].toLowerCase() + text.slice(1);
}
