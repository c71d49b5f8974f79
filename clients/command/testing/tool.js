// SPDX-License-Identifier: Apache-2.0

// A tool for the tests that prints its arguments.

import { main, OPTIONS } from '../command.js';

await main({
	name: 'linli-test',
	says: 'Does nothing useful.',
	commands: {
		count: {
			says: 'Counts.',
			operands: ['FILE'],
			options: {
				of: { value: 'WHAT', says: 'what to count', choices: ['owners', 'units'], required: true },
				url: OPTIONS.url,
				json: OPTIONS.json,
			},
			statuses: ['nothing is missing', 'something is missing'],
			run(given) {
				console.log(JSON.stringify(given));
				return 1;
			},
		},
		fail: {
			says: 'Fails.',
			options: {},
			statuses: ['never', 'never'],
			run() {
				throw new Error('the bank is closed');
			},
		},
	},
});
