#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0

// The books as a command: export, check, report.

import { main } from '@linli/command/command.js';
import { check } from './check.js';
import { exportBooks } from './export.js';
import { report } from './report.js';

await main({
	name: 'linli-books',
	says: "A community's books: export the ledgers, check that they add up, print a month's report.",
	commands: { export: exportBooks, check, report },
});
