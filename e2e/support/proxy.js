// SPDX-License-Identifier: Apache-2.0

// A reverse proxy as the handbook advises one: it passes HTTP and WebSockets on, keeps the visitor's host name, and says
// for whom it speaks.

import { createServer, request } from 'node:http';

/**
 * Starts a proxy in front of a node. Every visitor seems to come from `visitor`.
 * @param {string} url the node's, `ws://127.0.0.1:…`
 * @param {string} visitor
 */
export async function startProxy(url, visitor) {
	const { port } = new URL(url);
	/** @param {import('node:http').IncomingMessage} incoming */
	const options = (incoming) => ({
		host: '127.0.0.1',
		port,
		method: incoming.method,
		path: incoming.url,
		headers: { ...incoming.headers, host: 'rpc.example', 'x-forwarded-for': visitor },
	});
	const server = createServer((incoming, outgoing) => {
		const onward = request(options(incoming), (answer) => {
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(outgoing);
		});
		onward.on('error', () => outgoing.destroy());
		incoming.pipe(onward);
	});
	/** @type {Set<import('node:stream').Duplex>} */
	const sockets = new Set();
	server.on('upgrade', (incoming, socket) => {
		sockets.add(socket);
		socket.on('error', () => socket.destroy());
		const onward = request(options(incoming));
		/** @param {import('node:http').IncomingMessage} answer */
		const head = (answer) => {
			const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`);
			return [`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`, ...lines, '', ''].join('\r\n');
		};
		onward.on('upgrade', (answer, upstream) => {
			sockets.add(upstream);
			upstream.on('error', () => socket.destroy());
			socket.write(head(answer));
			upstream.pipe(socket).pipe(upstream);
		});
		onward.on('response', (answer) => {
			// The socket has left the server's hands, so nothing more can be asked on it.
			answer.headers.connection = 'close';
			socket.write(head(answer));
			answer.pipe(socket);
		});
		onward.on('error', () => socket.destroy());
		onward.end();
	});
	await new Promise((/** @type {(value?: undefined) => void} */ resolve) =>
		server.listen(0, '127.0.0.1', () => resolve()),
	);
	const address = server.address();
	if (!address || typeof address === 'string') {
		throw new Error('the proxy has no port');
	}
	return {
		port: address.port,
		url: `ws://127.0.0.1:${address.port}`,
		stop() {
			for (const socket of sockets) {
				socket.destroy();
			}
			server.closeAllConnections();
			server.close();
		},
	};
}

/**
 * Posts a body as JSON.
 * @param {number} port
 * @param {unknown} body
 * @param {Record<string, string>} headers
 * @returns {Promise<{ status: number, text: string }>}
 */
export function post(port, body, headers = {}) {
	return new Promise((resolve, reject) => {
		const asked = request({
			host: '127.0.0.1',
			port,
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
		});
		asked.on('response', (answer) => {
			let text = '';
			answer.setEncoding('utf8');
			answer.on('data', (chunk) => {
				text += chunk;
			});
			answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
			answer.on('error', reject);
		});
		asked.on('error', reject);
		asked.end(JSON.stringify(body));
	});
}

/**
 * Asks for a WebSocket and returns the answer's status; an open one is left open until `close` is called.
 * @param {number} port
 * @param {Record<string, string>} headers
 * @returns {Promise<{ status: number, close: () => void }>}
 */
export function openWebSocket(port, headers) {
	return new Promise((resolve, reject) => {
		const asked = request({
			host: '127.0.0.1',
			port,
			headers: {
				connection: 'Upgrade',
				upgrade: 'websocket',
				'sec-websocket-version': '13',
				'sec-websocket-key': Buffer.from('a sixteen byte k').toString('base64'),
				...headers,
			},
		});
		asked.on('upgrade', (_, socket) => resolve({ status: 101, close: () => socket.destroy() }));
		asked.on('response', (answer) => {
			answer.resume();
			resolve({ status: answer.statusCode ?? 0, close: () => asked.destroy() });
		});
		asked.on('error', reject);
		asked.end();
	});
}
