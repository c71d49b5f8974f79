// SPDX-License-Identifier: Apache-2.0

// Where things are.

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');

/** The node: the release build, unless `LINLI_NODE` names another. */
export const NODE =
	process.env.LINLI_NODE ||
	join(process.env.CARGO_TARGET_DIR || join(cache, 'linli', 'target'), 'release', 'linli-node');

/** The sample roster that comes with the repository. */
export const SAMPLE_ROSTER = join(ROOT, 'docs', 'samples', 'roster.csv');

/**
 * A large roster with totals computed elsewhere, where it lies beside the repository; else `null`.
 * @param {string} name
 */
export function bigRoster(name) {
	const csv = join(ROOT, '..', 'shared', 'data', `${name}.csv`);
	const totals = join(ROOT, '..', 'shared', 'data', `${name}.totals.json`);
	return existsSync(csv) && existsSync(totals) ? { csv, totals } : null;
}
