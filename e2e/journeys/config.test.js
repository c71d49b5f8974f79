// SPDX-License-Identifier: Apache-2.0

// Everything in one file: a chain is made of community.toml without a question, and its state is what the file says; what
// is wrong in it is one message that says where, and nothing is written; and in a terminal a person is asked.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { allUnits } from '../support/books.js';
import { readCsv } from '../support/community.js';
import { runNode, runNodeIn, startNode, temporaryFolder } from '../support/node.js';
import { NODE, SAMPLE_ROSTER } from '../support/paths.js';
import { converse, DOWN, ENTER } from '../support/terminal.js';

const ROLES = ['registrar', 'manager', 'cashier', 'auditor'];
const DAY = 86_400_000;
const CHINESE = { LC_ALL: 'zh_CN.UTF-8' };

const folder = temporaryFolder('config');
/** @type {Record<string, string>} The lines of keys by their holders. */
const lines = {};

/** @param {string} name */
const account = (name) => /account=(\S+)/.exec(lines[name])?.[1];

/** The peer id of a node that is nobody's. */
const PEER = '12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp';

/** A whole config: what a law pack leaves open, and what the community changes in it. */
const whole = () => `name = "Willow Court"
rules = "cn"
currency = "EUR"
portal = "https://willow.example"
trial = true
boot_nodes = ["/dns/boot.example/tcp/30333/p2p/${PEER}"]

[roster]
file = "roster.csv"

[parameters]
utc_offset = "+09:00"
petition_share = "10%"
[parameters.ordinary]
notice_days = 21
[parameters.committee]
seats_max = 9

[[pot]]
name = "Garden"
[[pot]]
kind = "repair"
name = "Major repairs"

[[charge]]
name = "Property fee"
pot = "operating"
basis = "per-area"
kinds = ["residential"]
rate = "3.10"
period = "month"
[[charge]]
name = "Garden"
pot = "Garden"
basis = "per-unit"
rate = "12.00"
period = "quarter"

[keys]
validators = ["${lines.one}", "${lines.two}"]
${ROLES.map((role) => `${role} = "${lines[role]}"`).join('\n')}
bootstrap = "${lines.bootstrap}"
`;

/**
 * Writes a config into a folder of its own, with a roster beside it.
 * @param {string} name
 * @param {string} text
 */
function place(name, text) {
	const place = join(folder, name);
	mkdirSync(place);
	writeFileSync(join(place, 'roster.csv'), readFileSync(SAMPLE_ROSTER));
	writeFileSync(join(place, 'community.toml'), text);
	return { config: join(place, 'community.toml'), out: join(place, 'chain'), place };
}

before(async () => {
	for (const [name, ...args] of [
		['one', 'validator', '--address', '/ip4/192.0.2.7/tcp/30333'],
		['two', 'validator'],
		...ROLES.map((role) => [role, role]),
		['bootstrap', 'bootstrap'],
	]) {
		const made = await runNode('community', 'join-key', ...args, '--out', join(folder, 'keys', name));
		assert.equal(made.status, 0, made.stderr);
		lines[name] = made.stdout.trim();
	}
});

describe('a chain from a file', { timeout: 240_000 }, () => {
	let config;
	let out;
	let node;
	let api;
	let salted;

	before(async () => {
		({ config, out } = place('whole', whole()));
		const made = await runNode('community', 'new', '--config', config, '--out', out);
		assert.equal(made.status, 0, made.stderr);
		salted = readCsv(join(out, 'roster-salted.csv'));
		node = await startNode(
			...['--chain', join(out, 'chain-spec-raw.json'), '--base-path', temporaryFolder('data'), '--sealing', 'manual'],
		);
		api = await node.connect();
	});

	after(() => node?.stop());

	test('has the rules, pots and charges that it names', async () => {
		const facts = await api.call.communityApi.facts();
		assert.deepEqual([facts.utcOffset.toNumber(), facts.currency.toUtf8()], [540, 'EUR']);
		const pots = [...(await api.call.fundApi.pots())].map(([, { kind, name }]) => [kind.type, name.toUtf8()]);
		assert.deepEqual(pots, [
			['Operating', '物业费'],
			['Repair', 'Major repairs'],
			['CommonIncome', '公共收益'],
			['Other', 'Garden'],
		]);
		const [, book] = (await api.call.governanceApi.ruleBook(null)).unwrap();
		assert.deepEqual(
			[...book.classes].map(({ notice }) => notice.toNumber() / DAY),
			[21, 15, 15],
		);
		assert.equal(book.petition.numerator.toNumber() * 10, book.petition.denominator.toNumber());
		assert.equal(book.election.seatsMax.toNumber(), 9);
		const charges = await api.call.feesApi.charges(0, 10);
		assert.deepEqual(
			[...charges].map(({ charge, rates }) => [charge.terms.pot.toNumber(), rates[0].rate.toNumber()]),
			[
				[0, 310],
				[3, 1200],
			],
		);
	});

	test('has the officers, the validators and the boot nodes that it names', async () => {
		for (const role of ROLES) {
			const holders = await api.call.registryApi.holders(role[0].toUpperCase() + role.slice(1));
			assert.deepEqual(holders.map(String), [account(role)], role);
		}
		assert.equal((await api.query.bootstrap.key()).toString(), account('bootstrap'));
		assert.deepEqual((await api.query.session.validators()).toJSON().sort(), [account('one'), account('two')].sort());
		const { bootNodes } = JSON.parse(readFileSync(join(out, 'chain-spec-raw.json'), 'utf8'));
		assert.equal(bootNodes.length, 4, 'three addresses of a validator, and the other');
		assert.match(bootNodes[0], /^\/ip4\/192\.0\.2\.7\/tcp\/30333\/p2p\//);
		assert.equal(bootNodes.at(-1), `/dns/boot.example/tcp/30333/p2p/${PEER}`);
		assert.equal(existsSync(join(out, 'keys')), false);
		assert.equal(readFileSync(join(out, 'community.toml'), 'utf8'), whole());
	});

	test('its ids do not go from door to door, and the salted roster has them', async () => {
		const roster = readCsv(SAMPLE_ROSTER);
		assert.deepEqual(
			salted.map(({ unit, owner }) => [unit, owner]),
			roster.map(({ unit, owner }) => [unit, owner]),
		);
		const ids = salted.map(({ unit_id: id }) => Number(id));
		assert.deepEqual(
			[...ids].sort((a, b) => a - b),
			ids.map((_, place) => place),
		);
		// By chance, one of a hundred units follows its neighbour.
		const followers = ids.filter((id, place) => place > 0 && id === ids[place - 1] + 1).length;
		assert.ok(followers < ids.length / 10, `${followers} of ${ids.length} units follow their neighbours`);
		const units = new Map((await allUnits(api)).map(({ id, unit }) => [id, unit]));
		for (const row of salted) {
			const unit = units.get(Number(row.unit_id));
			assert.equal(Number(unit.area), Math.round(Number(row.area_m2) * 100), row.unit);
			assert.equal(unit.owner.toNumber(), Number(row.owner_id), row.unit);
			assert.equal(unit.building.toNumber(), Number(row.building_id), row.unit);
		}
	});
});

test('the check says what the chain will do, in both languages', async () => {
	const { config, place: at } = place('checked', whole().replace(/^auditor = .*$/m, ''));
	const english = await runNodeIn({ LC_ALL: 'C.UTF-8' }, 'community', 'check', '--config', config);
	assert.equal(english.status, 0, english.stderr);
	for (const part of [
		/^Willow Court$/m,
		/ owners with [\d.]+ m² have a vote/,
		/EUR a month in all/,
		/Major decisions: 15 days of notice/,
		/the line of the auditor/,
		/at least 15 days \(Property Management Regulation/,
		new RegExp(`registrar: ${account('registrar')}`),
	]) {
		assert.match(english.stdout, part);
	}
	const chinese = await runNodeIn(CHINESE, 'community', 'check', '--config', config);
	assert.match(chinese.stdout, /位业主.*合计每月.*重大决定.*《民法典》第二百七十八条.*审计员的公钥行/s);
	assert.deepEqual(readdirSync(at).sort(), ['community.toml', 'roster.csv']);
});

test('a bad file is one message that says where and what to do, and nothing is written', async () => {
	/** @type {[(text: string) => string, RegExp][]} */
	const bad = [
		[
			(text) => text.replace('seats_max', 'seats_maxx'),
			/line 17, key `parameters\.committee\.seats_maxx`.*`committee\.seats_max`\?/,
		],
		[(text) => text.replace('portal =', 'portl ='), /line 4, key `portl`.*did you mean `portal`\?/],
		[
			(text) => text.replace('notice_days = 21', 'notice_days = 10'),
			/line 15, key `parameters\.ordinary\.notice_days`: found 10; expected at least 15 days; .*art\. 14 forbids it/,
		],
		[(text) => text.replace('"10%"', '"ten"'), /key `parameters\.petition_share`: found "ten"; expected a share/],
		[
			(text) => text.replace('rate = "3.10"', 'rate = 3.10'),
			/charge 1 \(Property fee\), key `rate`: found 3\.1; expected/,
		],
		[(text) => text.replace(lines.one, lines.one.slice(0, 200)), /key `keys\.validators\.0`: it is cut/],
		[(text) => text.replace(lines.one, `${lines.one} ${lines.two}`), /key `keys\.validators\.0`: it holds 2 lines/],
		[
			(text) => text.replace(lines.cashier, lines.two),
			/key `keys\.cashier`: it is the line of a validator; expected that of the cashier/,
		],
		[
			(text) => text.replace(lines.cashier, lines.manager),
			/key `keys\.cashier`: it is the line of the manager; expected that of the cashier/,
		],
		[(text) => text.replace(/^auditor = .*$/m, ''), /the keys of the auditor are missing/],
		[
			(text) => text.replace('[keys]', '[keys]\nmake_keys = true'),
			/key `keys\.make_keys`: found .*beside lines of keys.*remove `make_keys = true`/,
		],
		[(text) => text.replace(lines.two, lines.one), /key `keys\.validators\.1`: the same line as .*validators\.0/],
		[(text) => text.replace('"EUR"', '"RMB"'), /key `currency`: found "RMB"; expected the code of ISO 4217: CNY/],
		[
			(text) => text.replace('"Willow Court"', '“Willow Court”'),
			/line 1: found the typographic quotation mark “; type/,
		],
		[
			(text) => text.replace('trial = true\n', '').replace('/dns/boot.example', '/ip4/127.0.0.1'),
			/key `boot_nodes\.0`: .*every machine's own address/,
		],
		[(text) => text.replace(PEER, ''), /key `boot_nodes\.0`: found .*peer id/],
		[(text) => `${text}[tickets]\nexpiry_days = 7\n`, /key `tickets\.expiry_days`: found 7; expected days from 8/],
		[
			(text) => `${text}[tickets]\nsecond_factor = "area"\n`,
			/key `tickets\.second_factor`: found "area"; expected "code"/,
		],
		[(text) => text.replace('roster.csv', 'nowhere.csv'), /nowhere\.csv: cannot read/],
		[(text) => text.replace('name = "Willow Court"', 'name = "Willow'), /community\.toml: line 1/],
	];
	for (const [number, [change, message]] of bad.entries()) {
		const changed = change(whole());
		assert.notEqual(changed, whole(), `nothing is wrong with ${number}`);
		const { config, out, place: at } = place(`bad-${number}`, changed);
		const { status, stderr } = await runNodeIn(
			{ LC_ALL: 'C.UTF-8' },
			'community',
			'new',
			'--config',
			config,
			'--out',
			out,
		);
		assert.equal(status, 1, stderr);
		assert.match(stderr, message);
		assert.deepEqual(readdirSync(at).sort(), ['community.toml', 'roster.csv']);
	}
});

test('the last words of an error, and the help, are in the language of the locale', async () => {
	const { config } = place('chinese', whole().replace('"EUR"', '"RMB"'));
	const checked = await runNodeIn(CHINESE, 'community', 'check', '--config', config);
	assert.equal(checked.status, 1);
	assert.match(checked.stderr, /^错误：.*1 处错误，见上$/m);
	assert.match(checked.stdout, /键 `currency`：内容为 "RMB"；应为：ISO 4217 货币代码 CNY/);
	const help = await runNodeIn(CHINESE, 'community', 'join-key', '--help');
	assert.equal(help.status, 0, help.stderr);
	assert.match(help.stdout, /在自己的机器上生成自己的密钥.*用法：.*参数:.*选项:/s);
});

test('without options and without a terminal, an error says what to give', async () => {
	const { status, stderr } = await runNode('community', 'new');
	assert.equal(status, 1);
	assert.match(stderr, /--out DIR is missing.*--roster FILE.*--config FILE/);
});

test('in a terminal it asks, in Chinese by the locale, and makes the chain', { timeout: 240_000 }, async () => {
	const at = join(folder, 'asked');
	mkdirSync(at);
	writeFileSync(
		join(at, '名册.csv'),
		'房号,楼栋,用途,建筑面积,套内面积,业主,业主类型\n101,1,住宅,98.03,80,王伟,个人\n102,1,住宅,89.5,72,王伟,个人\n',
	);
	const { status, shown } = await converse([NODE, 'community', 'new'], {
		cwd: at,
		env: CHINESE,
		answers: [
			[/小区名称/, `柳苑${ENTER}`],
			[/法规包/, ENTER],
			[/名册：工作簿/, `名册.csv${ENTER}`],
			[/是哪一列？/, ENTER],
			[/还是不同的人？/, `${DOWN}${ENTER}`],
			[/货币代码/, ENTER],
			[/专项账目/, ENTER],
			[/收费项目/, ENTER],
			[/小区有旧账要带入吗/, `n`],
			[/要更改法规包/, `n`],
			[/现在输入公钥行/, `${DOWN}${DOWN}${DOWN}${ENTER}`],
			[/小区门户的网址/, ENTER],
			[/写入本文件夹中的文件名/, ENTER],
			[/现在建链吗/, `y`],
			[/为链新建的文件夹/, ENTER],
		],
	});
	assert.equal(status, 0, shown);
	const text = readFileSync(join(at, 'community.toml'), 'utf8');
	assert.match(text, /^name = "柳苑"$/m);
	assert.match(text, /^area_m2 = "建筑面积"$/m);
	assert.match(text, /^same_name = "several"$/m);
	assert.equal(readFileSync(join(at, 'chain', 'community.toml'), 'utf8'), text);
	assert.equal(readCsv(join(at, 'chain', 'tickets', 'tickets.csv')).length, 2);
});
