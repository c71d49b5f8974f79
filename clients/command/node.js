// SPDX-License-Identifier: Apache-2.0

// A client of a node, and the finalised block at which everything is read.
//
// The client library learns a chain's types from its metadata when it connects. Decoded values therefore have no static
// type: they are `Decoded` here, and the modules that read a node convert them to plain, typed values at once.

import { monthName } from './calendar.js';

/**
 * @typedef {any} Decoded A value that the client library decoded by the chain's metadata.
 *
 * @typedef {object} State The state after a block.
 * @property {Decoded} call Runtime APIs.
 * @property {Decoded} query Storage.
 * @property {Decoded} consts
 * @property {Decoded} registry The types of the metadata.
 *
 * @typedef {Omit<import('@polkadot/api').ApiPromise, 'call' | 'query' | 'consts' | 'tx' | 'rpc' | 'at' | 'registry'> & State & {
 *   tx: Decoded, rpc: Decoded, at(hash: Decoded): Promise<Decoded> }} Client
 *
 * @typedef {object} Head The community and the block.
 * @property {{ name: string, genesis: string }} chain
 * @property {{ number: number, hash: string, moment: number }} block Moments are in milliseconds since 1970.
 * @property {{ symbol: string, decimals: number }} currency
 * @property {number} offset The community's UTC offset in force at the block, in minutes.
 */

/** The client library. Loaded late, so that invalid commands and those that need no node run without it. */
async function library() {
	try {
		return await import('@polkadot/api');
	} catch {
		throw new Error('@polkadot/api is not installed: run "bash scripts/setup.sh clients"');
	}
}

/**
 * Connects, passes the client to `work` and disconnects, also after an error.
 * @template T
 * @param {string} url
 * @param {(api: Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withNode(url, work) {
	const { ApiPromise, WsProvider } = await library();
	const provider = new WsProvider(url, false);
	await provider.connect();
	const api = /** @type {Client} */ (
		/** @type {unknown} */ (
			await new Promise((resolve, reject) => {
				provider.on('error', () => reject(new Error(`no node answers at ${url}`)));
				ApiPromise.create({ provider, noInitWarn: true, throwOnConnect: true }).then(resolve, reject);
			})
		)
	);
	try {
		return await work(api);
	} finally {
		await api.disconnect();
	}
}

/**
 * The last finalised block.
 * @param {Client} api
 * @returns {Promise<{ at: State, head: Head }>}
 */
export async function finalised(api) {
	const hash = await api.rpc.chain.getFinalizedHead();
	const [at, header, name, properties] = await Promise.all([
		api.at(hash),
		api.rpc.chain.getHeader(hash),
		api.rpc.system.chain(),
		api.rpc.system.properties(),
	]);
	const { tokenSymbol: symbol, tokenDecimals: decimals } = properties;
	return {
		at,
		head: {
			chain: { name: name.toString(), genesis: api.genesisHash.toHex() },
			block: {
				number: header.number.toNumber(),
				hash: hash.toHex(),
				moment: (await at.query.timestamp.now()).toNumber(),
			},
			currency: {
				symbol: symbol.isSome ? symbol.unwrap()[0].toString() : '',
				decimals: decimals.isSome ? decimals.unwrap()[0].toNumber() : 2,
			},
			offset: await offsetOf(at),
		},
	};
}

/**
 * The hash and the time of a block, in milliseconds since 1970. The time is null if the node does not have the block any
 * more, or its encoding is another runtime's. Works without the block's state, which most nodes prune.
 * @param {Client} api
 * @param {number} number
 * @returns {Promise<{ hash: string, moment: number | null }>}
 */
export async function blockOf(api, number) {
	const hash = (await api.rpc.chain.getBlockHash(number)).toHex();
	try {
		// Raw: the client library would ask for the state at the block, to decode it.
		const { provider } = /** @type {Decoded} */ (api)._rpcCore;
		const found = await provider.send('chain_getBlock', [hash]);
		const inherents = found.block.extrinsics.map((/** @type {string} */ bytes) =>
			api.registry.createType('Extrinsic', bytes),
		);
		const { method } = inherents.find(
			(/** @type {Decoded} */ { method: { section, method } }) => section === 'timestamp' && method === 'set',
		);
		return { hash, moment: method.args[0].toNumber() };
	} catch {
		return { hash, moment: null };
	}
}

/**
 * The community's UTC offset in force, in minutes.
 * @param {State} at
 * @returns {Promise<number>}
 */
async function offsetOf(at) {
	if (!at.call.communityApi) {
		throw new Error('the node has no communityApi: is it a Linli node with a current runtime?');
	}
	return (await at.call.communityApi.facts()).utcOffset.toNumber();
}

/**
 * The community's calendar: its first offset and every switch, a scheduled one included.
 * @param {State} at
 * @returns {Promise<import('./calendar.js').Calendar>}
 */
export async function readCalendar(at) {
	const { first, switches } = await at.call.communityApi.calendar();
	return {
		offset: first.toNumber(),
		switches: [...switches].map(({ month: { year, month }, at: moment, offset }) => ({
			month: monthName({ year: year.toNumber(), month: month.toNumber() }),
			at: moment.toNumber(),
			offset: offset.toNumber(),
		})),
	};
}
