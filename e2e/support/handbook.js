// SPDX-License-Identifier: Apache-2.0

// The commands of docs/operators.md, and a machine on which they are run as they stand there.
//
// Such a machine is a folder: /srv/linli and /usr/local/bin are in it, the ports are its own, and what only root or systemd
// could do is done by stand-ins: `sudo` runs the command, `systemctl` starts and stops the unit's own command line.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from './node.js';
import { NODE, ROOT } from './paths.js';

/** How long the node may take to start, and a block to become final, in milliseconds. */
const PATIENCE = 90_000;

const UNIT = join(ROOT, 'docs', 'samples', 'systemd', 'linli.service');

/**
 * The commands under a heading of the handbook, by their code blocks, in order.
 * @param {string} heading
 */
export function commandsOf(heading) {
	const page = readFileSync(join(ROOT, 'docs', 'operators.md'), 'utf8');
	const start = page.indexOf(`\n${heading}\n`);
	if (start < 0) {
		throw new Error(`docs/operators.md has no heading "${heading}"`);
	}
	const rest = page.slice(start + heading.length + 2);
	const end = rest.search(/^##/m);
	const section = end < 0 ? rest : rest.slice(0, end);
	return [...section.matchAll(/^( *)```sh\n([\s\S]*?)^ *```$/gm)].map(([, indent, block]) =>
		block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
	);
}

/** A port that nobody listens on. */
async function freePort() {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (!address || typeof address === 'string') {
		throw new Error('no port is free');
	}
	return address.port;
}

const STAND_INS = {
	sudo: '[ "$1" != -u ] || shift 2\nexec "$@"',
	useradd: 'exit 0',
	chown: 'exit 0',
	journalctl: 'exit 0',
	systemctl: `
# A process that ended and that nobody waits for is still listed, as a zombie.
running() { [ -s "$MACHINE/pid" ] && grep -qs '^State:[[:space:]]*[^ZX]' "/proc/$(cat "$MACHINE/pid")/status"; }
stop() {
	running || return 0
	kill "$(cat "$MACHINE/pid")"
	while running; do sleep 0.1; done
	rm "$MACHINE/pid"
}
start() {
	running && return 0
	cd "$MACHINE/srv/linli"
	setsid $(cat "$MACHINE/command") </dev/null >>"$MACHINE/log" 2>&1 &
	echo $! >"$MACHINE/pid"
}
verb="$1"
[ "\${2:-}" != --now ] || shift
case "$verb" in
start | enable) start ;;
stop | disable) stop ;;
restart) stop && start ;;
is-active) running && echo active || { echo inactive; exit 3; } ;;
daemon-reload) ;;
*) echo "systemctl $verb is not known here" >&2; exit 1 ;;
esac`,
};

/** Sets up a machine on which the program is installed and nothing else was done. */
export async function newMachine() {
	const folder = temporaryFolder('machine');
	const srv = join(folder, 'srv', 'linli');
	const bin = join(folder, 'usr', 'local', 'bin');
	const standIns = join(folder, 'stand-ins');
	for (const made of [bin, standIns]) {
		mkdirSync(made, { recursive: true });
	}
	copyFileSync(NODE, join(bin, 'linli-node'));
	for (const [name, script] of Object.entries(STAND_INS)) {
		writeFileSync(join(standIns, name), `#!/usr/bin/env bash\nset -eu\n${script}\n`, { mode: 0o755 });
	}
	const [rpc, metrics] = [await freePort(), await freePort()];
	/** What the handbook says, with this machine's folders and ports. */
	const here = (/** @type {string} */ text) =>
		text
			.replaceAll('/srv/linli', srv)
			.replaceAll('/usr/local/bin', bin)
			.replaceAll('127.0.0.1:9944', `127.0.0.1:${rpc}`)
			.replaceAll('127.0.0.1:9615', `127.0.0.1:${metrics}`);

	/** Installs the unit, with more options of the node. */
	const install = (/** @type {string[]} */ ...options) => {
		const [, command] = /^ExecStart=(.*)$/m.exec(readFileSync(UNIT, 'utf8')) ?? [];
		const own = [
			'--port',
			'0',
			'--rpc-port',
			`${rpc}`,
			'--prometheus-port',
			`${metrics}`,
			'--no-mdns',
			'--no-telemetry',
		];
		writeFileSync(join(folder, 'command'), [here(command ?? ''), ...own, ...options].join(' '));
	};
	install();

	/** The result of a call of the RPC, or `null` if the node does not answer. */
	const ask = async (/** @type {string} */ method, /** @type {unknown[]} */ ...params) => {
		const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
		const headers = { 'content-type': 'application/json' };
		const answer = await fetch(`http://127.0.0.1:${rpc}`, { method: 'POST', headers, body }).catch(() => null);
		/** @type {any} */
		const read = await answer?.json();
		return read?.result ?? null;
	};

	/** The number of the last final block; -1 if the node does not answer. */
	const final = async () => {
		const hash = await ask('chain_getFinalizedHead');
		return hash ? Number((await ask('chain_getHeader', hash)).number) : -1;
	};

	/** Runs commands of the handbook. Returns `{ status, output }`. */
	const run = async (/** @type {string} */ commands, cwd = srv) => {
		const env = { ...process.env, PATH: `${standIns}:${bin}:${process.env.PATH}`, MACHINE: folder };
		const child = spawn('bash', ['-eo', 'pipefail', '-c', here(commands)], {
			cwd,
			env,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (output += chunk));
		const [status] = await once(child, 'close');
		return { status, output };
	};

	return {
		srv,
		install,
		run,
		/** The same for commands that must succeed; returns what they print. */
		async do(/** @type {string} */ commands, cwd = srv) {
			const { status, output } = await run(commands, cwd);
			if (status !== 0) {
				throw new Error(`status ${status} of:\n${here(commands)}\n${output}`);
			}
			return output;
		},
		/** Waits until the node has this number or a later one as its last final block; returns it. */
		async reaches(/** @type {number} */ number) {
			const end = Date.now() + PATIENCE;
			for (;;) {
				const reached = await final();
				if (reached >= number) {
					return reached;
				}
				if (Date.now() > end) {
					throw new Error(`block ${reached} is final, not ${number}:\n${readFileSync(join(folder, 'log'), 'utf8')}`);
				}
				await sleep(250);
			}
		},
		hash: (/** @type {number} */ number) => ask('chain_getBlockHash', number),
		stop: () => run('systemctl stop linli', folder),
	};
}
