// SPDX-License-Identifier: Apache-2.0

// Forged certificates and states, each of which the recount must refuse. `node --test clients/recount/`.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compareAll } from './compare.js';
import { certify, sampleDecision } from './sample.js';

/**
 * @typedef {import('./chain.js').ChainFacts} ChainFacts
 * @typedef {[string, (facts: ChainFacts) => unknown, RegExp][]} Forgeries What is forged, and what the recount says.
 */

const DAY = 86_400_000n;
const MORE = { area: 1n, heads: 1n };

/**
 * What the recount finds: differences of lines, and faults.
 * @param {ChainFacts} facts
 */
function findings(facts) {
	const { lines, faults } = compareAll(facts);
	return [...lines.filter(({ agrees }) => !agrees).map(({ what }) => `${what}: differs`), ...faults];
}

/**
 * Each forgery is found, and nothing is found without it.
 * @param {() => ChainFacts} make
 * @param {Forgeries} forgeries
 */
function refused(make, forgeries) {
	test('honest', () => assert.deepEqual(findings(make()), []));
	for (const [name, forge, says] of forgeries) {
		test(name, () => {
			const facts = make();
			forge(facts);
			assert.match(findings(facts).join('\n'), says);
		});
	}
}

/**
 * The value, which the facts have.
 * @template T
 * @param {T | null} value
 * @returns {T}
 */
function given(value) {
	assert.ok(value !== null);
	return value;
}

/**
 * The certificate that a chain would write for the facts as they are now.
 * @param {ChainFacts} facts
 */
function certifyAgain(facts) {
	facts.certificate = certify(facts, facts.certificate.closed);
}

describe('what the certificate names', () => {
	refused(sampleDecision, [
		['another rule book', ({ certificate }) => (certificate.ruleBook = 1), /rule book: differs/],
		['another class', ({ certificate }) => (certificate.class = 1), /class: differs/],
		['another record date', ({ certificate }) => (certificate.recordBlock += 1n), /record date: differs/],
		['another stage', ({ certificate }) => (certificate.stage = 'second_call'), /stage: differs/],
		['another kind', ({ certificate }) => (certificate.kind = 'election'), /kind of question: differs/],
		['another verdict', ({ certificate }) => (certificate.verdict = 'Tie'), /verdict: differs/],
		['other standstills', ({ certificate }) => (certificate.stoodStill = 1n), /names other standstills/],
		['another total', ({ certificate }) => (certificate.total = MORE), /all owners: differs/],
		[
			'a total as in the vote',
			(facts) => {
				facts.certificate.total = MORE;
				facts.poll.total = MORE;
			},
			/the vote has another total than the register/,
		],
		[
			'another basis of the verdict',
			({ certificate: { judged } }) => (judged.against = MORE),
			/based on other numbers than its tally/,
		],
		['somebody elected', ({ certificate }) => (certificate.elected = [0]), /names somebody or something elected/],
		['another block of the close', ({ certificate }) => (certificate.closedIn = 1n), /closed before its record date/],
		[
			'another time of the close',
			({ closedAt }) => (closedAt[0] += 1n),
			/not closed in the block that the certificate/,
		],
	]);
});

describe('times', () => {
	/** @type {(facts: ChainFacts, by: bigint) => void} */
	const lengthen = (facts, by) => {
		facts.poll.closes += by;
		facts.closes += by;
		facts.certificate.closed += by;
		facts.closedAt = [facts.certificate.closed];
	};
	refused(sampleDecision, [
		['a shorter notice', (facts) => (facts.announced = [facts.announced[0] + 1n]), /did not open when the notice/],
		['a longer window', (facts) => lengthen(facts, 1n), /does not have the length of its class/],
		['a shorter window', (facts) => lengthen(facts, -1n), /does not have the length of its class/],
		[
			'an early close that the class lacks',
			(facts) => {
				facts.certificate.closed -= DAY;
				facts.closedAt = [facts.certificate.closed];
			},
			/closed before its end/,
		],
		['a later ballot', (facts) => (facts.ballots[0].moment += 1n), /cast after what the chain has for the last one/],
		[
			'a stage that the class lacks',
			(facts) => {
				facts.stage = 'extended';
				facts.certificate.stage = 'extended';
			},
			/does not have the length of its class/,
		],
		[
			'a ballot after the close',
			({ ballots, closes, poll }) => {
				ballots[0].moment = closes;
				poll.lastBallot = closes;
			},
			/owner 0: the ballot was cast outside the window/,
		],
	]);
});

describe('an early close', () => {
	const everybody = () => {
		const { rules } = sampleDecision();
		const facts = sampleDecision(Array(10).fill('for'), { rules: { ...rules, early_close: Number(DAY) } });
		facts.poll.closes = facts.poll.lastBallot + DAY;
		facts.closes = facts.poll.closes;
		facts.certificate.closed = facts.closes;
		facts.closedAt = [facts.closes];
		facts.state = { kind: 'passed', closed: facts.closes, enactAt: facts.closes + BigInt(rules.delay) };
		return facts;
	};
	refused(everybody, [
		['that came too soon', ({ poll }) => (poll.closes -= 1n), /does not have the length of its class/],
		['without everybody', (facts) => facts.ballots.pop(), /does not have the length of its class/],
	]);
});

describe('a second call', () => {
	const SPAN = 5n * DAY;
	const called = () => {
		const { rules, opens, closes } = sampleDecision();
		const half = { fraction: { numerator: 1, denominator: 10 }, strict: false };
		const participation = { area: half, heads: half, both: true };
		const facts = sampleDecision(['for', 'for'], {
			rules: { ...rules, second_call: { participation, window: Number(SPAN) } },
			stage: 'second_call',
		});
		facts.poll.closes = closes + SPAN;
		facts.closes = facts.poll.closes;
		facts.certificate.closed = facts.closes;
		facts.closedAt = [facts.closes];
		facts.state = { kind: 'passed', closed: facts.closes, enactAt: facts.closes + BigInt(rules.delay) };
		assert.ok(opens < closes);
		return facts;
	};
	refused(called, [
		[
			'that was not needed',
			(facts) => {
				facts.ballots = sampleDecision().ballots.map((ballot) => ({ ...ballot, choice: 'for' }));
				certifyAgain(facts);
			},
			/went on although enough had taken part/,
		],
		['that is too short', (facts) => (facts.poll.closes -= 1n), /does not have the length of its class/],
		['that was skipped', (facts) => (facts.ballots = []), /closed although its class lets it go on|verdict: differs/],
		[
			'that was due, at the end of the first',
			(facts) => {
				facts.stage = 'first_call';
				certifyAgain(facts);
				facts.poll.closes -= SPAN;
			},
			/closed although its class lets it go on/,
		],
	]);
});

describe('proxies', () => {
	const byProxy = () => {
		const facts = sampleDecision();
		facts.proxies = [2, 3].map((owner) => ({ owner, holder: 'Bob', holderOwner: 0, choice: null }));
		for (const owner of [2, 3]) {
			facts.ballots[owner].channel = { kind: 'proxy', holder: 'Bob' };
			facts.acts.set(owner, { holder: { owners: [0, 0], isStaff: false } });
		}
		facts.proxiesUsed = new Map([[0, 2]]);
		return facts;
	};
	/** @type {(owners: (number | null)[], isStaff?: boolean) => (facts: ChainFacts) => unknown} */
	const holder =
		(owners, isStaff = false) =>
		({ acts }) =>
			acts.set(2, { holder: { owners, isStaff } });
	refused(byProxy, [
		['none', (facts) => facts.proxies.shift(), /owner 2: the account that voted by proxy has no proxy/],
		[
			'of another holder',
			({ proxies }) => (proxies[0].holder = 'Eve'),
			/owner 2: the account that voted by proxy has no/,
		],
		['for another choice', ({ proxies }) => (proxies[0].choice = 'for'), /owner 2: the proxy names another choice/],
		['of itself', ({ proxies }) => (proxies[0].owner = 0), /owner 0 holds a proxy of itself/],
		['beyond the cap', (facts) => (facts.proxiesPerHolder = 1), /owner 0 used 2 proxies, and the rule book allows 1/],
		['miscounted', (facts) => (facts.proxiesUsed = new Map([[0, 1]])), /owner 0: the chain counts another number/],
		['counted for nobody', ({ proxiesUsed }) => proxiesUsed.set(9, 1), /owner 9: the chain counts another number/],
		['used by another owner', holder([1, 1]), /owner 2: the holder of the proxy no longer acted/],
		['used by a stranger', holder([null, null]), /owner 2: the holder of the proxy no longer acted/],
		['used by staff', holder([0, 0], true), /owner 2: the holder of the proxy belonged to the manager's staff/],
	]);
	test('a holder who changed the owner within the block is not blamed', () => {
		const facts = byProxy();
		holder([1, 0])(facts);
		assert.deepEqual(findings(facts), []);
	});
});

describe('paper ballots', () => {
	const SCAN = '0xaa';
	const paper = { kind: 'paper', enteredBy: 'Bob', witness: 'Eve', scan: SCAN };
	const onPaper = () => {
		const facts = sampleDecision();
		facts.ballots[2].channel = { ...paper };
		facts.scans.set(SCAN, { proposal: 7, owner: 2 });
		return facts;
	};
	/** @type {(of: (number | null)[], others: (number | null)[]) => (facts: ChainFacts) => unknown} */
	const persons =
		(of, others) =>
		({ acts }) =>
			acts.set(2, { enteredBy: { owners: of, isStaff: false }, witness: { owners: others, isStaff: false } });
	/** @type {(facts: ChainFacts, upheld: boolean) => unknown} */
	const contest = (facts, upheld) => (facts.contests = [{ owner: 2, upheld, ballot: { ...facts.ballots[2] } }]);
	refused(onPaper, [
		['by one account', ({ ballots }) => (ballots[2].channel.witness = 'Bob'), /owner 2: the account that entered the/],
		['by one person', persons([5, 5], [5, 5]), /owner 2: the account that entered the paper ballot also/],
		['witnessed by its owner', persons([null, null], [2, 2]), /owner 2: an account of the owner countersigned/],
		['without a scan', ({ scans }) => scans.clear(), /owner 2: the scan of the paper ballot is not registered/],
		['with the scan of another vote', ({ scans }) => scans.set(SCAN, { proposal: 6, owner: 2 }), /is not registered/],
		[
			'with the scan of another',
			({ ballots }) => (ballots[3].channel = { ...paper }),
			/owner 3: the scan .* of another/,
		],
		['contested and not upheld', (facts) => contest(facts, false), /owner 2: a contested paper ballot counts/],
		[
			'upheld and changed since',
			(facts) => {
				contest(facts, true);
				facts.ballots[2].choice = 'for';
			},
			/owner 2: the paper ballot that was upheld does not count/,
		],
		[
			'upheld and not counted',
			(facts) => {
				contest(facts, true);
				facts.ballots.splice(2, 1);
			},
			/owner 2: the paper ballot that was upheld does not count/,
		],
	]);
	test('an upheld ballot counts', () => {
		const facts = onPaper();
		contest(facts, true);
		assert.deepEqual(findings(facts), []);
	});
});

describe('deliveries', () => {
	/** @type {(of: (number | null)[], others: (number | null)[]) => (facts: ChainFacts) => unknown} */
	const persons =
		(of, others) =>
		({ deliveryActs }) =>
			deliveryActs.set(9, { enteredBy: { owners: of, isStaff: false }, witness: { owners: others, isStaff: false } });
	const served = () => {
		const { rules, opens, powers } = sampleDecision();
		const receipt = /** @type {const} */ ({ kind: 'witnessed', by: 'Bob', witness: 'Eve' });
		const power = powers.get(9) ?? MORE;
		const deliveries = [{ owner: 9, moment: opens - 1n, power, receipt: { ...receipt } }];
		return sampleDecision(undefined, { rules: { ...rules, silent: 'follow_majority' }, deliveries });
	};
	refused(served, [
		['to somebody who stays uncounted', (facts) => (facts.deliveries = []), /served and silent: differs/],
		[
			'recorded during the vote',
			({ deliveries, opens }) => (deliveries[0].moment = opens),
			/served and silent: differs/,
		],
		[
			'recorded during the vote and counted',
			(facts) => {
				facts.deliveries[0].moment = facts.opens;
				certifyAgain(facts);
			},
			/owner 9: the delivery was recorded too late/,
		],
		[
			'by one account',
			({ deliveries }) => (deliveries[0].receipt.witness = 'Bob'),
			/owner 9: the account that recorded the delivery also/,
		],
		['by one person', persons([5, 5], [5, 5]), /owner 9: the account that recorded the delivery also countersigned it/],
		['to the owner who witnessed it', persons([null, null], [9, 9]), /owner 9: an account of the owner countersigned/],
		['with another power', ({ deliveries }) => (deliveries[0].power = MORE), /owner 9: the power of the delivery/],
		[
			'acknowledged after the close',
			({ deliveries, closes }) =>
				(deliveries[0] = { ...deliveries[0], moment: closes, receipt: { kind: 'acknowledged' } }),
			/owner 9: the delivery was recorded too late/,
		],
	]);
});

describe('recent changes', () => {
	refused(sampleDecision, [
		['another span', ({ certificate }) => (certificate.recentSince += 1n), /recent changes after: differs/],
		[
			'a span after the record date',
			({ certificate, poll }) => {
				poll.recentSince = poll.recordBlock + 1n;
				certificate.recentSince = poll.recentSince;
			},
			/counted from a block after the record date/,
		],
		[
			'less than there was',
			({ certificate }) => (certificate.recent.in_favour = MORE),
			/after recent changes: differs/,
		],
		[
			'an unmarked ballot',
			(facts) => {
				facts.ballots[4].recent = false;
				certifyAgain(facts);
			},
			/owner 4: the ballot was cast after a change, and does not count so/,
		],
		[
			'a marked ballot without a change',
			(facts) => {
				facts.ballots[1].recent = true;
				certifyAgain(facts);
			},
			/owner 1: the ballot counts as cast after a change that nobody made/,
		],
	]);
	test('a change after the ballot shows, and one after the close does not', () => {
		const facts = sampleDecision();
		facts.changes.set(0, [facts.certificate.closedIn + 1n]);
		const { all, before, entitled } = compareAll(facts).recent;
		assert.equal(before.participating.heads, 1n);
		assert.equal(all.participating.heads, 2n);
		assert.equal(entitled.heads, 2n);
		facts.changes.set(9, [facts.certificate.closedIn]);
		assert.equal(compareAll(facts).recent.entitled.heads, 3n, 'entitled without a ballot');
	});
	test('of an election, by candidate', () => {
		const approve = { approve: 0b10n };
		const question = /** @type {const} */ ({ kind: 'election', seats: 3, candidates: 2 });
		const facts = sampleDecision([approve, approve, approve, approve, approve], { question });
		assert.deepEqual(
			compareAll(facts).recent.all.approving.map(({ heads }) => heads),
			[0n, 1n],
		);
		assert.equal(facts.certificate.recent.voted?.heads, 1n);
		facts.certificate.recent.voted = MORE;
		assert.match(findings(facts).join(), /after recent changes: differs/);
	});
});

describe('the question and its class', () => {
	refused(sampleDecision, [
		['another electorate', ({ poll }) => (poll.buildings = [2]), /of another electorate than the proposal/],
		['other kinds of units', ({ poll }) => (poll.kinds = 4), /of other kinds of units than its class/],
		['other tracts', ({ poll }) => (poll.tractBuildings = 2), /within other tracts than its rule book says/],
		[
			'a class without the tracts of the matter',
			(facts) => {
				facts.matter = 'rule_book';
				facts.class = facts.book.matters.rule_book + 1;
				facts.book.levels = ['ordinary', 'ordinary', 'major'];
				facts.book.inEachTract = [true, true, false];
			},
			/does not suffice for the matter/,
		],
		['too low a class', (facts) => (facts.matter = 'rule_book'), /does not suffice for the matter .* rule_book/],
		['an unknown matter', (facts) => (facts.matter = 'weather'), /does not suffice for the matter .* weather/],
		[
			'a ballot for the quorum only',
			({ ballots }) => (ballots[0].choice = 'quorum_only'),
			/owner 0: the ballot is for the quorum only, which the class does not have/,
		],
	]);
	test('a class of a higher level suffices', () => {
		const facts = sampleDecision();
		facts.matter = 'charges';
		facts.class = facts.book.matters.rule_book;
		facts.certificate.class = facts.class;
		assert.deepEqual(findings(facts), []);
	});
});

describe('an election', () => {
	const six = /** @type {const} */ ({ kind: 'election', seats: 6, candidates: 5 });
	const elected = () => {
		const question = /** @type {const} */ ({ kind: 'election', seats: 5, candidates: 5 });
		const facts = sampleDecision(Array(10).fill({ approve: 0b11111n }), { question });
		facts.candidates = [0, 1, 2, 3, 4].map((owner) => ({ owner, stands: true, seconders: 1 }));
		return facts;
	};
	refused(elected, [
		['by another class', ({ book }) => (book.election.class = 1), /election was by another class/],
		['of too many seats', ({ book }) => (book.election.seats_max = 3), /does not allow this number of seats/],
		['of an even number of seats', (facts) => (facts.question = six), /number of seats/],
		['of somebody who does not stand', ({ candidates }) => (candidates[1].stands = false), /owner 1 has a place/],
		['of somebody whom nobody seconds', ({ candidates }) => (candidates[1].seconders = 0), /owner 1 has a place/],
		['with another number of voters', ({ certificate }) => (certificate.voted = MORE), /another number of voters/],
		['with others elected', ({ certificate }) => certificate.elected?.reverse(), /elected: differs/],
	]);
});

describe('what followed', () => {
	const judged = () => {
		const facts = sampleDecision(Array(6).fill('for'));
		const moment = facts.closes + 5n * DAY;
		const enactAt = moment + 31n * DAY;
		facts.judgment = { enteredBy: 'Bob', moment, given: { by: 'Eve', enactAt } };
		facts.state = { kind: 'passed', closed: facts.closes, enactAt };
		return facts;
	};
	describe('a motion that passed', () => {
		refused(sampleDecision, [
			[
				'is rejected',
				(facts) => (facts.state = { kind: 'rejected' }),
				/verdict is Passed, but the proposal is rejected/,
			],
			['is still announced', (facts) => (facts.state = { kind: 'announced' }), /but the proposal is announced/],
			['is enacted too early', (facts) => (facts.state.at = facts.closes), /was enacted too early/],
			['can be enacted too early', (facts) => (facts.state.enactAt = facts.closes), /at another time than its class/],
			[
				'was closed at another time',
				(facts) => (facts.state.closed = 1n),
				/closed at another time than the certificate/,
			],
			['has a judgment', (facts) => (facts.judgment = judged().judgment), /judgment on something else/],
			[
				'was postponed, and enacted before',
				(facts) => (facts.postponed = facts.closes + 90n * DAY),
				/enacted too early/,
			],
		]);
	});
	describe('a motion that was rejected', () => {
		refused(judged, [
			[
				'has no judgment',
				(facts) => (facts.judgment = null),
				/verdict is ParticipationArea, but the proposal is passed/,
			],
			['has a judgment without effect', (facts) => (given(facts.judgment).given = null), /but the proposal is passed/],
			['has a judgment of one account', ({ judgment }) => (given(judgment).enteredBy = 'Eve'), /also countersigned/],
			['has an early judgment', ({ judgment }) => (given(judgment).moment += 2n * DAY), /takes effect too early/],
			[
				'was wanted by half of the owners only',
				({ ballots }) => (ballots[0].choice = 'against'),
				/no more than half of all voted/,
			],
			['has the effect early', ({ state }) => (state.enactAt = 0n), /at another time than its class/],
		]);
	});
});

describe('run-offs', () => {
	const ABOUT = 'the same';
	const first = { id: 6, calls: ['a', 'b', 'c'], about: ABOUT };
	const pick = (/** @type {number[]} */ ...places) => places.map((place) => ({ pick: place }));
	const led = () => {
		const facts = sampleDecision(pick(0, 1, 2, 1, 0, 2, 1), {
			question: { kind: 'options', options: 3 },
			choice: { id: 7, calls: ['a', 'b', 'c'], about: ABOUT },
		});
		const calls = (facts.certificate.reserve ?? []).map((place) => 'abc'[place]);
		facts.runOff = { id: 8, calls, about: ABOUT };
		assert.equal(calls.length, 2);
		return facts;
	};
	describe('from a choice', () => {
		refused(led, [
			['of others', ({ runOff }) => runOff?.calls.reverse(), /run-off is not between the two options that led/],
			['on another text', ({ runOff }) => (given(runOff).about = 'other'), /run-off is not between the two options/],
			['without a choice', (facts) => (facts.choice = null), /run-off is not between the two options/],
			['with others in the certificate', ({ certificate }) => certificate.reserve?.reverse(), /reserve: differs/],
		]);
	});
	describe('itself', () => {
		const second = () =>
			sampleDecision(pick(0, 0, 0, 0, 0, 1, 1), {
				question: { kind: 'options', options: 2 },
				choice: { id: 7, calls: ['b', 'c'], about: ABOUT },
				runOffOf: { first, places: [1, 2] },
			});
		refused(second, [
			['of others', ({ runOffOf }) => (given(runOffOf).places = [0, 1]), /in the first vote/],
			['after none', ({ runOffOf }) => (given(runOffOf).places = []), /in the first vote/],
			['by another class', ({ choice }) => (given(choice).about = 'other'), /in the first vote/],
		]);
	});
});
