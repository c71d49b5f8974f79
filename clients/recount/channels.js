// SPDX-License-Identifier: Apache-2.0

// Checks the channels of ballots: proxies and their caps, paper ballots and their contests, delivery receipts.

/**
 * @typedef {import('./chain.js').ChainFacts} ChainFacts
 * @typedef {import('./count.js').Ballot} Ballot
 *
 * @typedef {object} Proxy
 * @property {number} owner The owner who granted it.
 * @property {string} holder
 * @property {number} holderOwner
 * @property {Ballot['choice'] | null} choice Null if it leaves the choice to the holder.
 *
 * @typedef {object} Contest
 * @property {number} owner
 * @property {boolean} upheld Whether two offices upheld the ballot.
 * @property {Ballot} ballot
 *
 * @typedef {object} Person An account when it acted: the owners for whom it acted, and whether it or another account of the
 *   same owner belonged to the manager's staff.
 * @property {(number | null)[]} owners
 * @property {boolean} isStaff
 *
 * @typedef {object} Acts The persons behind a ballot when it was cast, or behind a delivery when it was recorded.
 * @property {Person} [holder]
 * @property {Person} [enteredBy]
 * @property {Person} [witness]
 */

/**
 * What is wrong with the channels of ballots and with deliveries.
 * @param {ChainFacts} facts
 */
export function channelFaults(facts) {
	return [...proxyFaults(facts), ...paperFaults(facts), ...contestFaults(facts), ...deliveryFaults(facts)];
}

/**
 * The accounts behind ballots that others cast.
 * @param {Ballot[]} ballots
 */
export const actsOfBallots = (ballots) =>
	ballots
		.filter(({ channel }) => channel.kind !== 'own')
		.map(({ owner, moment, channel: { kind: _, scan: __, ...accounts } }) => ({ owner, moment, accounts }));

/**
 * The accounts behind deliveries that two people recorded.
 * @param {import('./count.js').Delivery[]} deliveries
 */
export const actsOfDeliveries = (deliveries) =>
	deliveries
		.filter(({ receipt }) => receipt.kind === 'witnessed')
		.map(({ owner, moment, receipt: { by, witness } }) => ({ owner, moment, accounts: { enteredBy: by, witness } }));

/**
 * The owners whose ballots or deliveries could not be compared with the persons who acted, since the node has no states of
 * that time.
 * @param {ChainFacts} facts
 */
export function unchecked({ ballots, acts, deliveries, deliveryActs }) {
	const owners = [
		...actsOfBallots(ballots).filter(({ owner }) => !acts.has(owner)),
		...actsOfDeliveries(deliveries).filter(({ owner }) => !deliveryActs.has(owner)),
	].map(({ owner }) => owner);
	return [...new Set(owners)];
}

/**
 * Whether both accounts acted for one owner, and so are one person's.
 * @param {Acts | undefined} acts
 */
const areOnePerson = (acts) =>
	!!acts?.enteredBy?.owners.some((owner) => owner !== null && acts.witness?.owners.includes(owner));

/** @param {ChainFacts} facts */
function proxyFaults({ acts, ballots, proxies, proxiesUsed, proxiesPerHolder }) {
	/** @type {string[]} */
	const faults = [];
	const granted = new Map(proxies.map((proxy) => [proxy.owner, proxy]));
	/** @type {Map<number, number>} */
	const used = new Map();
	for (const { owner, choice, channel } of ballots.filter(({ channel: { kind } }) => kind === 'proxy')) {
		const proxy = granted.get(owner);
		if (!proxy || proxy.holder !== channel.holder) {
			faults.push(`owner ${owner}: the account that voted by proxy has no proxy of the owner`);
			continue;
		}
		used.set(proxy.holderOwner, (used.get(proxy.holderOwner) ?? 0) + 1);
		if (proxy.choice !== null && choiceText(proxy.choice) !== choiceText(choice)) {
			faults.push(`owner ${owner}: the proxy names another choice than the ballot`);
		}
		const holder = acts.get(owner)?.holder;
		if (holder && !holder.owners.includes(proxy.holderOwner)) {
			faults.push(`owner ${owner}: the holder of the proxy no longer acted for the same owner`);
		}
		if (holder?.isStaff) {
			faults.push(`owner ${owner}: the holder of the proxy belonged to the manager's staff`);
		}
	}
	for (const { owner } of proxies.filter(({ owner, holderOwner }) => owner === holderOwner)) {
		faults.push(`owner ${owner} holds a proxy of itself`);
	}
	for (const [holder, count] of used) {
		if (count > proxiesPerHolder) {
			faults.push(`owner ${holder} used ${count} proxies, and the rule book allows ${proxiesPerHolder}`);
		}
	}
	for (const holder of new Set([...used.keys(), ...proxiesUsed.keys()])) {
		if ((used.get(holder) ?? 0) !== (proxiesUsed.get(holder) ?? 0)) {
			faults.push(`owner ${holder}: the chain counts another number of proxies than were used`);
		}
	}
	return faults;
}

/** @param {ChainFacts} facts */
function paperFaults({ acts, ballots, id, scans }) {
	/** @type {string[]} */
	const faults = [];
	const seen = new Set();
	for (const { owner, channel } of ballots.filter(({ channel: { kind } }) => kind === 'paper')) {
		const { enteredBy, witness, scan = '' } = channel;
		const of = scans.get(scan);
		if (!of || of.proposal !== id || of.owner !== owner) {
			faults.push(`owner ${owner}: the scan of the paper ballot is not registered for it`);
		}
		if (seen.has(scan)) {
			faults.push(`owner ${owner}: the scan of the paper ballot is that of another`);
		}
		seen.add(scan);
		const persons = acts.get(owner);
		if (enteredBy === witness || areOnePerson(persons)) {
			faults.push(`owner ${owner}: the account that entered the paper ballot also countersigned it`);
		}
		if (persons?.witness?.owners.includes(owner)) {
			faults.push(`owner ${owner}: an account of the owner countersigned the paper ballot`);
		}
	}
	return faults;
}

/** @param {ChainFacts} facts */
function contestFaults({ ballots, contests }) {
	/** @type {string[]} */
	const faults = [];
	const counting = new Map(ballots.map((ballot) => [ballot.owner, ballot]));
	for (const { owner, upheld, ballot } of contests) {
		const counts = counting.get(owner);
		if (!upheld && counts?.channel.kind === 'paper') {
			faults.push(`owner ${owner}: a contested paper ballot counts, and nobody upheld it`);
		}
		if (upheld && !(counts && sameBallot(counts, ballot))) {
			faults.push(`owner ${owner}: the paper ballot that was upheld does not count`);
		}
	}
	return faults;
}

/** @param {ChainFacts} facts */
function deliveryFaults({ deliveries, deliveryActs, opens, closes, powers }) {
	/** @type {string[]} */
	const faults = [];
	for (const { owner, moment, power, receipt } of deliveries) {
		const own = powers.get(owner);
		if (!own || own.area !== power.area || own.heads !== power.heads) {
			faults.push(`owner ${owner}: the power of the delivery differs from the register at the record date`);
		}
		if (receipt.kind === 'acknowledged' ? moment >= closes : moment >= opens) {
			faults.push(`owner ${owner}: the delivery was recorded too late`);
		}
		if (receipt.kind !== 'witnessed') {
			continue;
		}
		const persons = deliveryActs.get(owner);
		if (receipt.by === receipt.witness || areOnePerson(persons)) {
			faults.push(`owner ${owner}: the account that recorded the delivery also countersigned it`);
		}
		if (persons?.witness?.owners.includes(owner)) {
			faults.push(`owner ${owner}: an account of the owner countersigned the delivery`);
		}
	}
	return faults;
}

/** @type {(one: Ballot, other: Ballot) => boolean} */
const sameBallot = (one, other) =>
	choiceText(one.choice) === choiceText(other.choice) &&
	one.moment === other.moment &&
	one.power.area === other.power.area &&
	one.power.heads === other.power.heads &&
	one.channel.kind === other.channel.kind &&
	one.channel.scan === other.channel.scan;

/** @param {Ballot['choice']} choice */
function choiceText(choice) {
	if (typeof choice === 'string') {
		return choice;
	}
	return 'approve' in choice ? `approve ${choice.approve}` : `pick ${choice.pick}`;
}
