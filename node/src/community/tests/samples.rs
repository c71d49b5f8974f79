// SPDX-License-Identifier: GPL-3.0-or-later

//! The sample of a community with a past: `docs/samples/opening`.

use super::{
	config,
	examine::examine,
	genesis::{self, Community},
	keys::Keys,
	opening::patch::OpeningSalts,
	plan::Plan,
	salts::Salted,
	shuffle::Shuffled,
	tickets::Ticket,
};
use linli_primitives::Period;
use linli_roster::Language;
use rand::rngs::OsRng;
use sp_runtime::BuildStorage;
use std::path::{Path, PathBuf};

fn sample() -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/samples/opening/community.toml")
}

#[test]
fn the_check_accepts_the_sample_and_says_what_it_begins_with() {
	let (config, source) = config::read::read(&sample()).unwrap();
	for (language, parts) in [
		(
			Language::English,
			[
				"2% less if paid in full within 10 days of issue",
				"what is used in a month beyond 15 m³: 4.83; what is used in a month beyond 25 m³: 5.83",
				"kWh of electricity of the shared meter Z-EL-1",
				"bank account 1: 120000.00 CNY by its statement",
				"overdrawn: 1 of these units owe the repair pot 350.25 CNY together",
				"bills not paid: 3, with 850.94 CNY left to pay",
				"meters: 6, of which 3 of common parts (cold water 4, electricity 2)",
				"Cold water: 54 units without a meter (cold water) in the list get no bill",
			],
		),
		(
			Language::Chinese,
			[
				"出账后 10 日内全额缴清的，优惠 2%",
				"每月用量超过 15 立方米的部分 4.83；每月用量超过 25 立方米的部分 5.83",
				"公摊表 Z-EL-1 每千瓦时电",
				"1 号银行账户：对账单余额 120000.00 CNY",
				"其中 1 套房屋透支，共欠维修资金 350.25 CNY",
				"欠费账单 3 笔，未缴 850.94 CNY",
				"计量表 6 块，其中公共部位 3 块（冷水 4、电 2）",
				"Cold water：54 套房屋在表格中没有计量表（冷水），不会出账",
			],
		),
	] {
		let examined = examine(&config, &source, language);
		assert!(examined.mistakes.is_empty() && examined.missing.is_empty(), "{}", examined.text);
		assert!(!examined.text.contains("`first`"), "{}", examined.text);
		assert!(!examined.text.contains("docs/paying"), "the cashier would book it twice: {}", examined.text);
		for part in parts {
			assert!(examined.text.contains(part), "{part}: {}", examined.text);
		}
	}
}

#[test]
fn the_runtime_begins_with_the_sample() {
	let (config, source) = config::read::read(&sample()).unwrap();
	let plan = Plan::of(&config, &source, || config.roster.args(&source)?.read());
	let Plan { law, roster, charges, currency, opening, .. } = plan.map_err(|error| error.to_string()).unwrap();
	let opening = opening.unwrap();
	let salted = |text: &str| Salted::fresh(text, &mut OsRng);
	let shuffled = Shuffled::new(roster, &mut OsRng);
	let roster = &shuffled.roster;
	let units: Vec<_> = roster.units.iter().map(|unit| salted(&unit.label)).collect();
	let owners: Vec<_> = roster.owners.iter().map(|owner| salted(&owner.name)).collect();
	let tickets: Vec<_> = roster.owners.iter().map(|_| Ticket::fresh(&mut OsRng)).collect();
	let keys = Keys::fresh().public();
	let community = Community {
		roster,
		units: &units,
		owners: &owners,
		tickets: &tickets,
		charges: &charges,
		keys: &keys,
		currency: &currency,
		trial: true,
	};
	let mut genesis = serde_json::to_value(linli_runtime::RuntimeGenesisConfig::default()).unwrap();
	linli_runtime::genesis::json_merge(&mut genesis, genesis::patch(law.genesis(), &community));
	let salts = OpeningSalts::of(&opening, salted);
	linli_runtime::genesis::json_merge(&mut genesis, opening.patch(&shuffled.units, &salts));
	let genesis: linli_runtime::RuntimeGenesisConfig = serde_json::from_value(genesis).unwrap();
	sp_io::TestExternalities::new(genesis.build_storage().unwrap()).execute_with(|| {
		let totals = linli_runtime::Repair::totals();
		assert_eq!((totals.belonging, totals.undistributed), (3_554_975, 8_445_025));
		let received = |bank| linli_runtime::Cashier::month(bank, Period::OPENING).map(|month| month.received);
		assert_eq!((received(0), received(1)), (Some(5_551_086), Some(12_000_000)));
		// 2-1-0101 has overdrawn its share; 1-1-0201 has two bills left to pay.
		let id = |label: &str| {
			let at = roster.units.iter().position(|unit| unit.label == label).unwrap();
			u32::try_from(at).unwrap()
		};
		let share = linli_runtime::Repair::share(id("2-1-0101")).map(|view| view.share.balance);
		assert_eq!(share, Some(-35_025));
		assert_eq!(linli_runtime::Fees::dues(id("1-1-0201")).principal, 44_896);
		// The main meters come first, since charges and meters below them name their ids.
		let meter = |id| linli_runtime::Meters::meter(id).unwrap().meter;
		assert_eq!((meter(0).last.value, meter(0).dial.multiplier), (1_523_700, 40));
		assert_eq!((meter(2).main, meter(0).main), (Some(0), None));
		assert_eq!((3..6).map(|id| meter(id).main).collect::<Vec<_>>(), [Some(1); 3]);
	});
}
