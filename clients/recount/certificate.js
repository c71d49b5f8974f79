// SPDX-License-Identifier: Apache-2.0

// A decision's certificate as a printable page: the result that the chain certifies, and whether the recount agrees.
// Independent of the chain: see chain.js.

import { clockTime } from '@linli/command/calendar.js';
import { heading, page, paragraph, table } from '@linli/command/html.js';
import { same, ZERO } from './verdict.js';
import { WORDS } from './words.js';

/**
 * @typedef {import('./verdict.js').Power} Power
 * @typedef {import('./compare.js').Line} Line
 * @typedef {ReturnType<typeof import('./compare.js').compareAll>} Compared
 */

/** @param {bigint} area */
export const squareMetres = (area) => `${area / 100n}.${String(area % 100n).padStart(2, '0')}`;

/** @param {bigint} area */
const printedArea = (area) => squareMetres(area).replace(/\B(?=(\d{3})+\.)/g, ',');

/**
 * In hours to a tenth, rounded up: a standstill is never shown as none.
 * @param {bigint} ms
 */
const hours = (ms) => (Math.ceil(Number(ms) / 360_000) / 10).toFixed(1);

/**
 * @param {import('@linli/command/node.js').Head} head
 * @param {number} id
 * @param {import('./chain.js').ChainFacts} facts
 * @param {Compared} compared
 * @param {import('./words.js').Language} language
 */
export function renderCertificate({ chain, block, offset }, id, facts, compared, language) {
	const words = WORDS[language];
	const { certificate, question, buildings } = facts;
	const { kinds } = facts.rules;
	const time = (/** @type {bigint} */ moment) => clockTime(Number(moment), offset);
	const kind = kindOf(question, words);
	const where = buildings ? words.buildings(buildings.join(words.between)) : words.everywhere;
	const about = [
		words.kind(kind, where),
		...(kinds ? [words.onlyKinds(words.unitKinds.filter((_, bit) => (kinds >> bit) & 1).join(words.between))] : []),
		words.window(time(facts.opens), time(facts.closes)),
		...(facts.stage === 'first_call' ? [] : [words.stages[facts.stage]]),
		...(certificate.stoodStill > 0n ? [words.stoodStill(hours(certificate.stoodStill))] : []),
		words.record(facts.poll.recordBlock),
		words.rules(facts.ruleBook, facts.class),
	];
	const { verdict } = certificate;
	const seats = placesPart(certificate, words);
	// The name used on the chain, which docs/decisions.md explains.
	const reason = verdict === 'Passed' ? [] : [paragraph(words.reason(verdict), 'small')];
	const result = [
		paragraph(words.verdicts[verdict] ?? verdict, 'notice'),
		...reason,
		...seats.map((s) => paragraph(s)),
	];
	const sections = [
		[heading(words.result), ...result],
		[heading(words.count), countTable(certificate, words)],
		...tractParts(certificate, words),
		[heading(words.recent), ...recentPart(facts, compared.recent, time, words)],
		[heading(words.again), ...againPart(facts, compared, words)],
	];
	return page({
		tag: words.tag,
		title: words.title(chain.name, id),
		header: about.map((sentence) => paragraph(sentence)).join('\n'),
		main: sections.map((section) => `<section>\n${section.join('\n')}\n</section>`).join('\n'),
		footer: paragraph(words.foot(block.number, block.hash, chain.genesis), 'small'),
	});
}

/** @type {(certificate: import('./chain.js').Certificate, words: typeof WORDS.en) => string[]} */
function placesPart({ elected, reserve, options }, words) {
	if (!elected || !reserve) {
		return [];
	}
	const name = options ? words.option : words.candidate;
	const places = (/** @type {number[]} */ list) => list.map(name).join(words.between);
	if (!options) {
		return [words.elected(places(elected) || words.none), words.reserve(places(reserve) || words.none)];
	}
	const chosen = elected.length > 0 ? [words.chosen(places(elected))] : [];
	return reserve.length > 0 ? [...chosen, words.runOff(places(reserve))] : chosen;
}

/** @type {(question: import('./count.js').Facts['question'], words: typeof WORDS.en) => string} */
const kindOf = (question, words) => {
	switch (question.kind) {
		case 'motion':
			return words.motion;
		case 'options':
			return words.choice(question.options);
		default:
			return words.election(question.seats);
	}
};

/**
 * @param {import('./chain.js').Certificate} certificate
 * @param {typeof WORDS.en} words
 */
function countTable(certificate, words) {
	const names = /** @type {const} */ (['in_favour', 'against', 'abstaining', 'served_silent']);
	const { total, participating, approving = [], options = [], quorum_only = ZERO } = certificate;
	const rows = [
		row(words.rows.total, total),
		row(words.rows.participating, participating),
		...approving.map((power, place) => row(words.candidate(place), power)),
		...options.map((power, place) => row(words.option(place), power)),
		...names.flatMap((name) => {
			const power = certificate[name];
			return power ? [row(words.rows[name], power)] : [];
		}),
		...(quorum_only.heads > 0n ? [row(words.rows.quorum_only, quorum_only)] : []),
	];
	return powerTable(words.count, rows, words);
}

/**
 * The results within tracts, each with a heading of its own.
 * @param {import('./chain.js').Certificate} certificate
 * @param {typeof WORDS.en} words
 */
function tractParts({ tracts = [] }, words) {
	return tracts.map(({ buildings, total, participating, judged, verdict }, place) => {
		const name = words.tract(buildings.join(words.between));
		const { in_favour, against, quorum_only } = judged;
		const rows = [
			row(words.rows.total, total),
			row(words.rows.participating, participating),
			row(words.rows.in_favour, in_favour),
			row(words.rows.against, against),
			...(quorum_only.heads > 0n ? [row(words.rows.quorum_only, quorum_only)] : []),
		];
		const once = place === 0 ? [paragraph(words.inTract)] : [];
		return [heading(name), ...once, paragraph(words.verdicts[verdict] ?? verdict), powerTable(name, rows, words)];
	});
}

/** @type {(name: string, power: Power) => string[]} */
const row = (name, { area, heads }) => [name, printedArea(area), String(heads)];

/** @type {(name: string, rows: string[][], words: typeof WORDS.en) => string} */
function powerTable(name, rows, words) {
	const columns = [
		{ name: words.what, isNumber: false },
		{ name: words.area, isNumber: true },
		{ name: words.heads, isNumber: true },
	];
	return table(name, columns, rows);
}

/**
 * How much of the result comes from owners who changed recently.
 * @param {import('./chain.js').ChainFacts} facts
 * @param {import('./recent.js').Recent} recent
 * @param {(moment: bigint) => string} time
 * @param {typeof WORDS.en} words
 */
function recentPart({ poll, question, recentFrom }, { all, before, entitled, served_silent }, time, words) {
	const since = paragraph(words.recentSince(poll.recentSince, recentFrom === null ? null : time(recentFrom)));
	if (same(entitled, ZERO)) {
		return [since, paragraph(words.noRecent)];
	}
	const names = /** @type {const} */ (['in_favour', 'against', 'abstaining', 'quorum_only']);
	const rows = [
		row(words.rows.total, entitled),
		row(words.rows.participating, all.participating),
		...all.approving.map((power, place) => row(words.candidate(place), power)),
		...all.options.map((power, place) => row(words.option(place), power)),
		...(question.kind === 'motion' ? [row(words.rows.in_favour, all.in_favour)] : []),
		...names.slice(1).flatMap((name) => (question.kind === 'election' ? [] : [row(words.rows[name], all[name])])),
		row(words.rows.served_silent, served_silent),
	].filter(([name, , heads]) => name !== words.rows.quorum_only || heads !== '0');
	const later = all.participating.heads - before.participating.heads;
	return [since, powerTable(words.recent, rows, words), ...(later > 0n ? [paragraph(words.recentLater(later))] : [])];
}

/** @type {(facts: import('./chain.js').ChainFacts, compared: Compared, words: typeof WORDS.en) => string[]} */
function againPart({ ballots }, { lines, faults, unchecked }, words) {
	const different = lines.filter(({ agrees }) => !agrees);
	if (different.length === 0 && faults.length === 0) {
		const { owners, times } = unchecked;
		const open = [
			...(times ? [paragraph(words.timesUnchecked)] : []),
			...(owners.length > 0 ? [paragraph(words.unchecked(owners.join(words.between)))] : []),
		];
		return [paragraph(words.right(ballots.length)), ...open];
	}
	const found = different.map(({ what, counted, chain }) => words.differs(what, show(counted), show(chain)));
	return [paragraph(words.wrong, 'notice'), ...[...found, ...faults].map((sentence) => paragraph(sentence))];
}

/**
 * A power or a text of the count, for people.
 * @param {Power | string} value
 */
export const show = (value) =>
	typeof value === 'object'
		? `${squareMetres(value.area)} m², ${value.heads} owner${value.heads === 1n ? '' : 's'}`
		: value || '–';
