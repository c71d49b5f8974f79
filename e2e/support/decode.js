// SPDX-License-Identifier: Apache-2.0

// Does a client that knows nothing but the chain's metadata understand everything?

import assert from 'node:assert/strict';
import { unwrapStorageType } from '@polkadot/types/util';
import { u8aConcat, u8aToHex } from '@polkadot/util';

/** Makes every call with default arguments, encodes it and reads it back. Returns how many there were. */
export function decodeEveryCall(api) {
	return everyVariant(api, 'calls', (pallet, variant, bytes) => {
		const call = api.registry.createType('Call', bytes);
		assert.equal(u8aToHex(call.toU8a()), u8aToHex(bytes), `${pallet.name}.${variant.name}`);
		assert.equal(call.args.length, variant.fields.length);
	});
}

/** The same for every event. */
export function decodeEveryEvent(api) {
	return everyVariant(api, 'events', (pallet, variant, bytes) => {
		const event = api.registry.createType('Event', bytes);
		assert.equal(u8aToHex(event.toU8a()), u8aToHex(bytes), `${pallet.name}.${variant.name}`);
		assert.equal(event.method, variant.name.toString());
	});
}

/** Reads every error's name by its index. Those of the pallets named in `explained` must also say what to do. */
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

/** Decodes the default of every storage item, and all that the chain holds in it. Returns how many items there were. */
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

function everyVariant(api, what, check) {
	let count = 0;
	for (const pallet of api.registry.metadata.pallets) {
		for (const variant of variantsOf(api, pallet[what])) {
			const fields = variant.fields.map((field) =>
				api.registry.createType(api.registry.createLookupType(field.type)).toU8a(),
			);
			check(pallet, variant, u8aConcat([pallet.index.toNumber(), variant.index.toNumber()], ...fields));
			count += 1;
		}
	}
	return count;
}

function variantsOf(api, section) {
	return section.isSome ? api.registry.lookup.getSiType(section.unwrap().type).def.asVariant.variants : [];
}

function lowerFirst(name) {
	const text = name.toString();
	return text[0].toLowerCase() + text.slice(1);
}
