// SPDX-License-Identifier: Apache-2.0

// A client of a node, and the finalised block at which everything is read.

/** The client library. Loaded late, so that what needs no node runs without it. */
async function library() {
	try {
		return await import('@polkadot/api');
	} catch {
		throw new Error('@polkadot/api is not installed: run "bash scripts/setup.sh clients"');
	}
}

/** Connects, hands `work` the client and disconnects, whatever came of it. */
export async function withNode(url, work) {
	const { ApiPromise, WsProvider } = await library();
	const provider = new WsProvider(url, false);
	await provider.connect();
	const api = await new Promise((resolve, reject) => {
		provider.on('error', () => reject(new Error(`no node answers at ${url}`)));
		ApiPromise.create({ provider, noInitWarn: true, throwOnConnect: true }).then(resolve, reject);
	});
	try {
		return await work(api);
	} finally {
		await api.disconnect();
	}
}

/**
 * The last finalised block: `{ at, head }`. `at` reads the state after it; `head` says which community, block, currency and
 * UTC offset (minutes) it is.
 */
export async function finalised(api) {
	const hash = await api.rpc.chain.getFinalizedHead();
	const [at, header, name, properties] = await Promise.all([
		api.at(hash),
		api.rpc.chain.getHeader(hash),
		api.rpc.system.chain(),
		api.rpc.system.properties(),
	]);
	const offset = at.consts.fund?.offset;
	if (!at.call.fundApi?.month || offset === undefined) {
		throw new Error('the node has no books by the month: is it a Linli node, and not an old one?');
	}
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
				symbol: properties.tokenSymbol.isSome ? properties.tokenSymbol.unwrap()[0].toString() : '',
				decimals: properties.tokenDecimals.isSome ? properties.tokenDecimals.unwrap()[0].toNumber() : 2,
			},
			offset: offset.toNumber(),
		},
	};
}
