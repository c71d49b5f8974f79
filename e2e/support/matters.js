// SPDX-License-Identifier: Apache-2.0

// The matter of each call that takes a decision of the owners, as in the table of docs/architecture.md.

/** @type {Record<string, string>} */
const OF_CALLS = {
	'cashier.setFreeTransfers': 'Transfers',
	'community.authorizeUpgrade': 'Runtime',
	'community.handOver': 'Runtime',
	'fees.approveBill': 'FeeRules',
	'fees.ruleDispute': 'FeeRules',
	'fees.setRules': 'FeeRules',
	'registry.setBuildingArea': 'Register',
	'safeMode.forceExit': 'Runtime',
};

/** @type {Record<string, string>} */
const OF_PALLETS = {
	cashier: 'Pots',
	committee: 'Committee',
	community: 'Community',
	deposits: 'Pots',
	expenses: 'Spending',
	fees: 'Charges',
	fund: 'Pots',
	governance: 'RuleBook',
	migrations: 'Runtime',
	projects: 'Spending',
	registry: 'Roles',
	repair: 'RepairFund',
	sharing: 'Pots',
	validators: 'Roles',
};

/**
 * The matter that a motion with this call declares; of a batch, that of its first call.
 * @param {{ section: string, method: string, args: readonly any[] }} call
 * @returns {string}
 */
export function matterOf({ section, method, args }) {
	if (section === 'utility') {
		return matterOf(args[0][0]);
	}
	const matter = OF_CALLS[`${section}.${method}`] ?? OF_PALLETS[section];
	if (!matter) {
		throw new Error(`no decision makes ${section}.${method}`);
	}
	return matter;
}
