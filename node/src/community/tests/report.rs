// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use crate::community::{charges, keys::Keys, roster};
use linli_primitives::Role;

const ROSTER: &str = "unit,building,kind,area_m2,owner,owner_kind\n1-1,1,residential,100,O1,person\n\
	1-2,1,residential,50.5,O2,person\n2-1,2,commercial,20,O3,company\nP-1,2,parking,12,O1,person\n";

/// The report of a chain from the roster above, with the default charge.
fn report(keys: &Collected, makes_keys: bool, language: Language) -> String {
	report_of(&Law::of_pack("cn").unwrap().unwrap(), keys, makes_keys, language)
}

fn report_of(law: &Law, keys: &Collected, makes_keys: bool, language: Language) -> String {
	let roster = roster::parse(ROSTER.as_bytes()).unwrap();
	let charges = charges::parse(charges::DEFAULT, &law.pots, &roster.buildings).unwrap();
	let outlook = Outlook {
		name: "Willow Court",
		law,
		currency: "CNY",
		roster: Some(&roster),
		charges: Some(&charges),
		keys,
		makes_keys,
		trial: false,
		has_balances: false,
		other_boot_nodes: 0,
		portal: None,
	};
	text(&outlook, language)
}

fn collected() -> Collected {
	let keys = Keys::fresh().public();
	Collected {
		validators: keys.validators,
		roles: keys.roles,
		bootstrap: Some(keys.bootstrap),
		..Collected::default()
	}
}

#[test]
fn everything_is_said_in_both_languages() {
	let keys = collected();
	let english = report(&keys, false, Language::English);
	for line in [
		"Willow Court\n",
		"  law pack cn, currency CNY, time UTC+08:00\n",
		"  4 units in 2 buildings, 3 owners, 182.50 m²\n",
		"  residential: 2, 150.50 m², with a vote\n",
		"  parking: 1, 12.00 m², without a vote\n",
		// 280.00 and 141.40.
		"421.40 CNY a month in all, from 2 units\n",
		"  together 421.40 CNY a month",
		"  the home in the middle, of 50.50 m², pays 141.40 CNY a month\n",
		"  3 owners with 170.50 m² have a vote\n",
		"  Ordinary decisions: 15 days of notice, 15 days to vote, 7 days to challenge\n",
		"must take part: 2 owners and 113.67 m²\n",
		"  owners whose petition puts a question to the vote: 1\n",
		"One validator only",
		"No boot nodes",
		"No portal",
		"  - Major decisions: share of the area in favour: at least 3/4 (Civil Code art. 278)\n",
	] {
		assert!(english.contains(line), "{line:?} is not in\n{english}");
	}
	let chinese = report(&keys, false, Language::Chinese);
	for line in [
		"2 栋楼，4 套，3 位业主，182.50 平方米",
		"合计每月 421.40 CNY",
		"居中的一户住宅（50.50 平方米）每月缴 141.40 CNY",
		"只有一个验证人",
		"《民法典》第二百七十八条",
	] {
		assert!(chinese.contains(line), "{line:?} is not in\n{chinese}");
	}
	for (role, account) in &keys.roles {
		assert!(english.contains(&format!("  {}: {}\n", role_name(*role), address_of(account))));
		assert!(chinese.contains(&format!("  {}：{}\n", chinese_role(*role), address_of(account))));
	}
	assert!(!english.contains("To do before"), "{english}");
}

#[test]
fn what_is_missing_is_to_be_done() {
	let mut keys = collected();
	keys.roles.retain(|(role, _)| *role != Role::Auditor);
	keys.bootstrap = None;
	let english = report(&keys, false, Language::English);
	let (_, rest) = english.split_once("To do before the chain is made\n").unwrap();
	let (tasks, _) = rest.split_once("\n\n").unwrap();
	assert_eq!(tasks.lines().count(), 2, "{tasks}");
	assert!(tasks.contains("the line of the auditor") && tasks.contains("no month is closed"), "{tasks}");
	assert!(tasks.contains("join-key bootstrap"), "{tasks}");
	assert!(english.contains("  auditor: missing\n") && english.contains("  bootstrap key: missing\n"));

	let none = report(&Collected::default(), false, Language::Chinese);
	let (_, rest) = none.split_once("建链之前还要做\n").unwrap();
	assert_eq!(rest.split_once("\n\n").unwrap().0.lines().count(), 6, "{none}");
	// Where all keys are made here, nothing is missing, and what that means is said.
	let made = report(&Collected::default(), true, Language::English);
	assert!(!made.contains("To do before") && made.contains("holds everybody's keys"), "{made}");
}

#[test]
fn tracts_are_said_with_their_owners() {
	let mut law = Law::of_pack("cn").unwrap().unwrap();
	let value: toml::Table = "tracts = [[1], [2], [9]]".parse().unwrap();
	law.rule_book.tracts = tracts::read(&value["tracts"]).unwrap();
	assert!(!report_of(&law, &collected(), false, Language::English).contains("tract"));
	law.rule_book.classes[1].in_each_tract = true;
	assert!(law.invalid().is_none());
	let english = report_of(&law, &collected(), false, Language::English);
	for line in [
		"     within each of these tracts, too:\n",
		"     buildings 1: 2 owners with 150.50 m²\n",
		// A parking space has no vote.
		"     buildings 2: 1 owners with 20.00 m²\n",
		"     buildings 9: nobody has a vote there, so that this tract is left out\n",
	] {
		assert!(english.contains(line), "{line:?} is not in\n{english}");
	}
	let chinese = report_of(&law, &collected(), false, Language::Chinese);
	assert!(chinese.contains("楼栋 1：2 位业主，150.50 平方米"), "{chinese}");
}
