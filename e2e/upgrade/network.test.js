// SPDX-License-Identifier: Apache-2.0

// An upgrade that a network of four validators and a full node lives through, by a major decision of the owners (D45):
// the committee takes over from the bootstrap key and proposes, the assembly votes, the nodes enact, apply and migrate.
//
// Run by scripts/upgrade.sh, which builds the other runtime, as root, since the nodes are in network namespaces. The weeks
// of the decisions pass on blocks made on request (support/prepared.js); from the enactment on the nodes go by the clock.
//
//   LINLI_NODE        the node with the runtime before
//   LINLI_NEXT_WASM   the runtime to upgrade to

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiPromise, WsProvider } from '@polkadot/api';
import { blake2AsHex } from '@polkadot/util-crypto';
import {
	AGENDA,
	castAll,
	claimAll,
	close,
	committeeAgrees,
	DAY,
	electCommittee,
	enact,
	enactCall,
	motion,
	ownersOf,
	PLACE,
	passTime,
	when,
} from '../support/assembly.js';
import { newBlock, now, passTo, timeTravel } from '../support/clock.js';
import { finalizedFrom, finalizedOf } from '../support/final.js';
import { temporaryFolder } from '../support/node.js';
import { NODE, ROOT } from '../support/paths.js';
import { openNetwork } from '../support/prepared.js';
import { execute, pick, readBlock, refuse } from '../support/transactions.js';

const MAJOR = 1;
// Proposals in the order in which they are made.
const [ELECTION, HAND_OVER, UPGRADE] = [0, 1, 2];
const NODES = [1, 2, 3, 4, 5];
/** The blocks in which a migration of so many bills runs: see runtime/src/trial.rs. The last one finds no more. */
const blocksFor = (/** @type {number} */ bills) => Math.floor(bills / Math.max(1, Math.floor(bills / 5))) + 1;

describe('an upgrade that the assembly decides, on a network of four', { timeout: 900_000 }, () => {
	const file = process.env.LINLI_NEXT_WASM;
	assert.ok(file, 'LINLI_NEXT_WASM names no Wasm: run scripts/upgrade.sh');
	const code = `0x${readFileSync(file).toString('hex')}`;
	const hash = blake2AsHex(code);
	const folder = join(temporaryFolder('upgrade'), 'network');
	const variables = {
		LINLI_NODE: NODE,
		LINLI_NETWORK: 'upgrade',
		LINLI_NETWORK_FOLDER: folder,
		LINLI_NETWORK_TRIAL: '1',
	};
	/** @type {ReturnType<typeof openNetwork>} */
	let chain;
	let node;
	let api;
	let officers;
	let owners;
	let voters;
	let members;
	let up = false;
	/** Where clients reach the full node. */
	let url;
	/** The version of the runtime before. */
	let version;
	/** The number of the first block of the new runtime. */
	let first;

	/**
	 * Runs scripts/network.sh.
	 * @param {string[]} args
	 */
	function network(...args) {
		const script = join(ROOT, 'scripts', 'network.sh');
		const { status, stdout, stderr } = spawnSync('bash', [script, ...args], {
			env: { ...process.env, ...variables },
			encoding: 'utf8',
		});
		assert.equal(status, 0, `network.sh ${args.join(' ')}: ${stderr}${stdout}`);
		return stdout;
	}

	const connect = () => ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true });

	/** A method of one of the nodes. */
	const ask = (/** @type {number} */ number, /** @type {string} */ method, /** @type {unknown[]} */ ...params) =>
		JSON.parse(network('rpc', `${number}`, method, JSON.stringify(params)));

	/** Signs a call, hands it to the full node and waits until it is final and has succeeded. */
	const finalize = (signer, call) =>
		new Promise((resolve, reject) => {
			const seen = ({ status, dispatchError, events }) => {
				if (status.isFinalized) {
					dispatchError ? reject(new Error(`it failed: ${dispatchError}`)) : resolve(events.map(({ event }) => event));
				} else if (status.isInvalid || status.isDropped || status.isUsurped) {
					reject(new Error(`it is ${status.type}`));
				}
			};
			call.signAndSend(signer, { nonce: -1 }, seen).catch(reject);
		});

	before(async () => {
		assert.equal(process.getuid?.(), 0, 'the network needs root, for network namespaces');
		network('make');
		chain = openNetwork(folder);
		({ node, api } = await chain.begin(300));
		officers = chain.community.officers();
		owners = ownersOf(chain.community);
		voters = owners.slice(0, Math.min(owners.length, Math.ceil((owners.length * 2) / 3) + 12));
		await claimAll(api, chain.community, voters);
		for (const office of ['bootstrap', 'manager']) {
			const receive = api.tx.cashier.receive(0, officers[office].address, 100_000, `UPGRADE-${office}`, null);
			await execute(api, officers.cashier, receive);
		}
	});

	after(async () => {
		await api?.disconnect();
		await node?.stop();
		if (up) {
			network('down', '--purge');
		}
	});

	test('there are bills to be rewritten', async () => {
		await passTo(api, (await now(api)) + 32 * DAY);
		assert.ok((await api.query.fees.bills.keys()).length > 5);
	});

	test('what the bootstrap key announced and authorized ends when the committee takes its seats', async () => {
		const { bootstrap, manager } = officers;
		await execute(api, bootstrap, api.tx.bootstrap.announceUpgrade(hash));
		await timeTravel(api, (await now(api)) + 7 * DAY);
		await newBlock(api);
		await execute(api, manager, api.tx.bootstrap.authorizeUpgrade());
		assert.ok((await api.query.system.authorizedUpgrade()).isSome);
		const candidates = voters.slice(0, 5);
		const term = 3 * 365 * DAY;
		members = await electCommittee(api, manager, { id: ELECTION, seats: 5, term, owners, voters, candidates });
		assert.ok((await api.query.system.authorizedUpgrade()).isNone);
		assert.ok((await api.query.bootstrap.authorized()).isNone);
		await refuse(api, bootstrap, api.tx.bootstrap.announceUpgrade(hash), 'bootstrap.CommitteeAlreadyElected');
	});

	test('the committee proposes the hand-over and the upgrade, and the assembly passes both', async () => {
		const propose = (call) => api.tx.governance.propose(motion(call), MAJOR, null, AGENDA, PLACE);
		const upgrade = api.tx.community.authorizeUpgrade(hash);
		await committeeAgrees(api, members, propose(api.tx.community.handOver()), propose(upgrade));
		await passTime(api, await when(api, UPGRADE, 'Announced', 'opens'));
		await castAll(
			api,
			voters.flatMap((owner) => [HAND_OVER, UPGRADE].map((id) => [id, owner, 'For'])),
		);
		for (const id of [HAND_OVER, UPGRADE]) {
			const certificate = await close(api, officers.manager, id);
			assert.ok(certificate.verdict.isPassed, certificate.verdict.toString());
		}
	});

	test('the hand-over ends the bootstrap key', async () => {
		const { bootstrap, manager } = officers;
		const events = await enact(api, manager, HAND_OVER);
		assert.equal(pick(events, 'community', 'HandedOver').length, 1);
		assert.ok((await api.query.bootstrap.key()).isNone);
		for (const call of [
			api.tx.bootstrap.decide(api.tx.registry.appoint('Device', bootstrap.address)),
			api.tx.bootstrap.announceUpgrade(hash),
		]) {
			await refuse(api, bootstrap, call, 'bootstrap.NotBootstrapKey');
		}
	});

	test('the five nodes go on from there, and all of it becomes final', async () => {
		const { number } = (await api.rpc.chain.getHeader()).toJSON();
		version = api.runtimeVersion.specVersion.toNumber();
		await chain.handOut(node, api);
		node = undefined;
		up = true;
		[url] = /ws:\/\/[\d.]+:\d+/.exec(network('up')) ?? [];
		assert.ok(url);
		api = await connect();
		await finalizedFrom(api, Number(number) + 1);
	});

	test('the decision is enacted, and anyone applies the code', async () => {
		const events = await finalize(officers.manager, enactCall(api, UPGRADE));
		assert.equal(pick(events, 'governance', 'Enacted').length, 1);
		const authorized = (await api.query.system.authorizedUpgrade()).unwrap();
		assert.equal(authorized.codeHash.toHex(), hash);
		// The months that have passed are billed first, so that the number of bills stays.
		while ((await api.call.feesApi.billingProgress()).cursor.isSome) {
			await sleep(1_000);
		}
		// Without a signature or a fee: the code is known by its hash.
		await api.rpc.author.submitExtrinsic(api.tx.system.applyAuthorizedUpgrade(code));
		let best;
		do {
			await sleep(500);
			best = ask(5, 'chain_getHeader');
		} while (ask(5, 'state_getRuntimeVersion').specVersion === version);
		// The code is in the state of the block that applied it; the next one runs it.
		first = Number(best.number);
		while (ask(5, 'state_getRuntimeVersion', ask(5, 'chain_getBlockHash', first - 1)).specVersion !== version) {
			first -= 1;
		}
		first += 1;
	});

	test('the migration runs in blocks of nothing but the time, on all five', async () => {
		await api.disconnect();
		// The client reads the new runtime's types anew.
		api = await connect();
		assert.ok(api.runtimeVersion.specVersion.toNumber() > version);
		const bills = (await api.query.fees.bills.keys()).length;
		const last = first + blocksFor(bills) - 1;
		await finalizedFrom(api, last + 1);
		const read = async (number) => readBlock(api, (await api.rpc.chain.getBlockHash(number)).toHex());
		const completed = [];
		for (let number = first; number <= last; number += 1) {
			const { transactions, events } = await read(number);
			assert.deepEqual(
				transactions.map(({ call }) => call),
				['timestamp.set'],
			);
			completed.push(...pick(events, 'migrations', 'UpgradeCompleted').map(() => number));
		}
		assert.deepEqual(completed, [last]);
		assert.ok(last > first + 2, 'it took several blocks');
	});

	test('the chain goes on, and no two nodes differ in what is final', async () => {
		await finalize(officers.manager, api.tx.system.remark('0x00'));
		const { number } = await finalizedOf(api);
		for (const each of NODES) {
			while (Number(ask(each, 'chain_getHeader', ask(each, 'chain_getFinalizedHead')).number) < number + 2) {
				await sleep(1_000);
			}
		}
		const hashes = new Set(NODES.map((each) => ask(each, 'chain_getBlockHash', number + 2)));
		assert.equal(hashes.size, 1);
		const versions = new Set(NODES.map((each) => ask(each, 'state_getRuntimeVersion').specVersion));
		assert.deepEqual([...versions], [api.runtimeVersion.specVersion.toNumber()]);
		assert.ok((await api.query.bootstrap.key()).isNone);
	});
});
