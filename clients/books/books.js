#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0

// The command line for the books: export, check, report.

import { main } from '@linli/command/command.js';
import { check } from './check.js';
import { exportBooks } from './export.js';
import { report } from './report.js';

await main({
	name: 'linli-books',
	says: "A community's books: exports the ledgers, checks that they add up, writes a month's report.",
	commands: { export: exportBooks, check, report },
});
