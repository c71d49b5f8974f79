// SPDX-License-Identifier: Apache-2.0

// A light client in a browser. The page is served from here; the browser gets nothing from elsewhere, and needs no
// driver: the page asks for what it is to do.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './node.js';

const PAGE = `<!doctype html>
<meta charset="utf-8">
<title>A light client</title>
<script type="importmap">{ "imports": { "smoldot": "/smoldot/index-browser.js" } }</script>
<script type="module" src="/light-client-page.js"></script>
`;

const SCRIPT = fileURLToPath(new URL('light-client-page.js', import.meta.url));
/** Modules for Node.js and for browsers side by side. */
const SMOLDOT = dirname(fileURLToPath(import.meta.resolve('smoldot')));

/** The browser on this machine, or null. `bash scripts/setup.sh browser` installs one. */
export function findBrowser() {
	const names = ['chromium', 'chromium-browser', 'google-chrome'];
	const folders = (process.env.PATH ?? '').split(delimiter);
	const files = names.flatMap((name) => folders.map((folder) => join(folder, name)));
	const found = files.find((file) => {
		try {
			accessSync(file, constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
	return found ?? null;
}

/** @param {import('node:http').IncomingMessage} incoming */
async function bodyOf(incoming) {
	const chunks = [];
	for await (const chunk of incoming) {
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString();
}

/**
 * Opens a browser with a light client of a chain, which may use WebRTC only. It is sent requests of JSON-RPC as texts;
 * `onMessage` is called with each answer and notification.
 * @param {string} browser
 * @param {string} chainSpec
 * @param {(text: string) => void} onMessage
 * @param {(error: Error) => void} onFailure
 */
export async function openLightClient(browser, chainSpec, onMessage, onFailure) {
	/** @type {string[]} */
	const requests = [];
	/** @type {import('node:http').ServerResponse | null} */
	let waiting = null;
	const passRequest = () => {
		if (waiting && requests.length > 0) {
			waiting.end(requests.shift());
			waiting = null;
		}
	};
	const server = createServer(async (incoming, outgoing) => {
		const path = incoming.url ?? '';
		const send = (/** @type {string} */ type, /** @type {string | Buffer} */ body) =>
			outgoing.setHeader('content-type', type).end(body);
		if (path === '/') {
			send('text/html', PAGE);
		} else if (path === '/light-client-page.js') {
			send('text/javascript', readFileSync(SCRIPT));
		} else if (/^\/smoldot\/[\w./-]+\.js$/.test(path) && !path.includes('..')) {
			send('text/javascript', readFileSync(join(SMOLDOT, path.slice('/smoldot/'.length))));
		} else if (path === '/chain-spec.json') {
			send('application/json', chainSpec);
		} else if (path === '/request') {
			waiting = outgoing;
			passRequest();
		} else if (path === '/message') {
			onMessage(await bodyOf(incoming));
			outgoing.end();
		} else if (path === '/failed') {
			onFailure(new Error(`the page failed: ${await bodyOf(incoming)}`));
			outgoing.end();
		} else {
			outgoing.writeHead(404).end();
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (!address || typeof address === 'string') {
		throw new Error('the page has no port');
	}
	// Without the sandbox, which needs privileges that a container lacks; the page is our own.
	const options = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'];
	const child = spawn(
		browser,
		[...options, `--user-data-dir=${temporaryFolder('browser')}`, `http://127.0.0.1:${address.port}/`],
		{ stdio: 'ignore' },
	);
	const killWithUs = () => child.kill('SIGKILL');
	process.on('exit', killWithUs);
	let stopping = false;
	const ended = new Promise((resolve) => {
		child.once('error', (error) => {
			onFailure(error);
			resolve(null);
		});
		child.once('exit', (code) => {
			process.off('exit', killWithUs);
			if (!stopping) {
				onFailure(new Error(`the browser ended with status ${code}`));
			}
			resolve(code);
		});
	});
	return {
		/** @param {string} text */
		send(text) {
			requests.push(text);
			passRequest();
		},
		async stop() {
			stopping = true;
			child.kill('SIGTERM');
			await ended;
			server.closeAllConnections();
			server.close();
		},
	};
}
