// SPDX-License-Identifier: Apache-2.0

// The script of the page that browser.js serves: a light client that is told by the test what to ask, and tells it all
// that it hears. Runs in a browser.

import { start } from 'smoldot';

/** @param {string} path @param {string} body */
const tell = (path, body) => fetch(path, { method: 'POST', body });

try {
	// As in a page that came by HTTPS, which may open no WebSocket to a node without a certificate.
	const client = start({ forbidTcp: true, forbidWs: true, forbidWss: true, logCallback: () => {} });
	const chainSpec = await (await fetch('/chain-spec.json')).text();
	const chain = await client.addChain({ chainSpec });
	const pass = async () => {
		for (;;) {
			chain.sendJsonRpc(await (await fetch('/request')).text());
		}
	};
	pass().catch((error) => tell('/failed', String(error)));
	for (;;) {
		await tell('/message', await chain.nextJsonRpcResponse());
	}
} catch (error) {
	await tell('/failed', String(error));
}
