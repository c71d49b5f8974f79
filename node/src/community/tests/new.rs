// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use crate::{
	chain_spec::ChainSpec,
	community::{
		genesis::{self, Community},
		keys::Keys,
		law::Law,
		plan, roster,
		salts::{commit, Salted},
		tickets::Ticket,
	},
};
use rand::rngs::OsRng;
use sp_runtime::BuildStorage;
use std::{collections::HashMap, fs};

const GOOD: &str = "unit,building,kind,area_m2,owner,owner_kind\n1-1,1,residential,98.03,A,person\n";

fn command(roster: &Path, out: &Path) -> NewCmd {
	NewCmd {
		config: None,
		roster: RosterArgs { roster: Some(roster.into()), ..RosterArgs::default() },
		name: Some("Willow Court".into()),
		rules: None,
		currency: None,
		charges: None,
		out: Some(out.into()),
		trial: false,
		keys: KeyArgs::made_here(),
	}
}

fn sample(name: &str) -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/samples").join(name)
}

/// Runs the command with this roster; expects an error and an unchanged folder.
fn refused(list: &str, change: impl FnOnce(&mut NewCmd, &Path)) -> String {
	let folder = tempfile::tempdir().unwrap();
	let file = folder.path().join("roster.csv");
	fs::write(&file, list).unwrap();
	let out = folder.path().join("out");
	let mut command = command(&file, &out);
	change(&mut command, folder.path());
	let before = fs::read_dir(folder.path()).unwrap().count();
	let error = command.run().expect_err("it must be refused");
	assert_eq!(fs::read_dir(folder.path()).unwrap().count(), before, "something was left behind");
	error.to_string()
}

#[test]
fn a_mistake_in_the_roster_is_reported_and_nothing_is_written() {
	let message = refused(&GOOD.replace("98.03", "98.035"), |_, _| ());
	assert!(message.contains("roster.csv: line 2, column `area_m2`: found \"98.035\"; expected "), "{message}");
}

#[test]
fn other_mistakes_are_reported_and_nothing_is_written() {
	let message = refused(GOOD, |command, folder| command.roster.roster = Some(folder.join("no.csv")));
	assert!(message.contains("no.csv: cannot read"), "{message}");
	let message = refused(GOOD, |command, _| command.name = Some("\n".into()));
	assert!(message.starts_with("--name: "), "{message}");
	let message = refused(GOOD, |command, _| command.rules = Some("atlantis".into()));
	assert_eq!(message, "--rules: found \"atlantis\"; expected one of: cn, nsw, qld, us-hoa, poll");
	let message = refused(GOOD, |command, _| command.keys = KeyArgs::default());
	assert!(message.starts_with("the keys of at least one validator, the registrar, "), "{message}");
	let message = refused(GOOD, |command, folder| {
		let file = folder.join("charges.toml");
		fs::write(&file, "[[charge]]\nrate = 2.80\n").unwrap();
		command.charges = Some(file);
	});
	assert!(message.contains("charges.toml: charge 1, key `"), "{message}");
	let message = refused(GOOD, |command, folder| {
		let out = command.out.as_deref().unwrap();
		fs::create_dir(out).unwrap();
		fs::write(out.join("file"), "here").unwrap();
		assert!(folder.join("out").exists());
	});
	assert!(message.starts_with("--out: "), "{message}");
	type Change = fn(&mut NewCmd);
	let missing: [(Change, &str); 3] = [
		(|command| command.out = None, "--out DIR"),
		(|command| command.name = None, "--name NAME"),
		(|command| command.roster.roster = None, "--roster FILE"),
	];
	for (change, option) in missing {
		let message = refused(GOOD, |command, _| change(command));
		assert!(message.starts_with(&format!("{option} is missing. Give ")), "{message}");
	}
}

/// The same chain from a file: what is wrong names the file, the line and the key, and nothing is written.
#[test]
fn mistakes_in_a_config_are_reported_and_nothing_is_written() {
	let with = |text: &str| {
		refused(GOOD, |command, folder| {
			let file = folder.join("community.toml");
			fs::write(&file, text).unwrap();
			*command = NewCmd {
				config: Some(file),
				roster: RosterArgs::default(),
				name: None,
				keys: KeyArgs::default(),
				..self::command(Path::new(""), command.out.as_deref().unwrap())
			};
		})
	};
	let good = "name = \"Willow Court\"\ntrial = true\n[roster]\nfile = \"roster.csv\"\n";
	for (text, parts) in [
		(good.replace("name", "nmae"), ["community.toml", "nmae", "`name`?"]),
		(good.replace("Willow Court", ""), ["community.toml: line 1, key `name`", "found \"\"", "printable"]),
		(
			format!("{good}[parameters.major]\nnotice_days = 3\n"),
			["community.toml", "parameters.major.notice_days", "14"],
		),
		(format!("{good}[tickets]\nexpiry_days = 3\n"), ["community.toml", "tickets.expiry_days", "6"]),
		(good.replace("trial = true", ""), ["the keys of at least one validator", "registrar", "bootstrap"]),
		(good.replace("roster.csv", "no.csv"), ["no.csv", "cannot read", ""]),
		(format!("{good}[[charge]]\nrate = 2.80\n"), ["community.toml: charge 1, key `", "found", "expected"]),
		(format!("{good}[keys]\nvalidators = [\"5Grw\"]\n"), ["line 6, key `keys.validators.0`", "5Grw", "join-key"]),
	] {
		let message = with(&text);
		for part in parts {
			assert!(message.contains(part), "{part:?}: {message}");
		}
	}
}

/// `--config` stands alone, beside `--out`.
#[test]
fn a_config_excludes_the_options_that_it_holds() {
	let parse = |args: &[&str]| {
		let command = <NewCmd as clap::Args>::augment_args(clap::Command::new("new"));
		command.try_get_matches_from(["new", "--config", "community.toml"].iter().chain(args)).is_ok()
	};
	assert!(parse(&[]) && parse(&["--out", "chain"]));
	for args in [
		&["--roster", "r.csv"][..],
		&["--same-name", "one"],
		&["--confirm-warnings"],
		&["--name", "x"],
		&["--rules", "cn"],
		&["--currency", "EUR"],
		&["--charges", "c.toml"],
		&["--trial"],
		&["--make-keys"],
		&["--keys", "lines.txt"],
		&["--validator", "x"],
	] {
		assert!(!parse(args), "{args:?}");
	}
}

/// The lines of a block of the help, without indentation.
fn block(from: &str, to: &str) -> String {
	let (_, rest) = EXAMPLES.split_once(from).unwrap();
	let (block, _) = rest.split_once(to).unwrap();
	block.lines().map(|line| line.trim().to_owned() + "\n").collect()
}

#[test]
fn the_help_names_every_law_pack_and_its_examples_can_be_used() {
	let help = <NewCmd as clap::Args>::augment_args(clap::Command::new("new")).render_long_help().to_string();
	let (_, rules) = help.split_once("law pack that the chain begins with: ").unwrap();
	let (rules, _) = rules.split_once('\n').unwrap();
	for pack in linli_runtime::genesis::law_packs() {
		assert!(
			rules.split(|letter: char| letter != '-' && !letter.is_alphanumeric()).any(|word| word == pack),
			"{pack}"
		);
	}

	let roster = roster::parse(block("A roster, with areas in m²:\n", "\n\n").as_bytes()).unwrap();
	assert_eq!(roster.units[0].area, 9_803);
	let pots = genesis::pots("cn", &linli_runtime::genesis::law_pack("cn").unwrap()).unwrap();
	let charges = charges::parse(&block("per m³ or kWh:\n", "\n\n"), &pots, &roster.buildings).unwrap();
	assert_eq!(charges[0].charge.rate, 280);
}

#[test]
fn only_the_rules_of_china_bring_a_charge() {
	let roster = roster::parse(GOOD.as_bytes()).unwrap();
	for rules in linli_runtime::genesis::law_packs() {
		let law = Law::of_pack(rules).unwrap().unwrap();
		let mut command = command(Path::new("roster.csv"), Path::new("out"));
		command.rules = Some(rules.into());
		let named = |command: &NewCmd| {
			let (config, source) = command.as_config().unwrap();
			let charges = plan::named_charges(&config, &source, &law, &roster, None).unwrap();
			let summary = making::summary(&config, &source, charges.len(), linli_roster::Language::English);
			(charges, summary)
		};
		let (charges, summary) = named(&command);
		if rules == "cn" {
			assert_eq!(charges.len(), 1);
			assert_eq!(charges[0].charge.rate, 280);
			assert_eq!(summary, "Rules cn, charges: 1 (the default; --charges names others)");
		} else {
			assert!(charges.is_empty());
			assert!(summary.starts_with(&format!("Rules {rules}: the chain starts without charges.")), "{summary}");
		}
		// The founders' own charges apply under any rules.
		command.charges = Some(sample("charges.toml"));
		let (own, summary) = named(&command);
		assert_eq!(own.len(), 5);
		assert_eq!(summary, format!("Rules {rules}, charges: 5"));
	}
}

/// Builds the genesis state of the sample natively, from a config that changes the law pack.
#[test]
fn the_runtime_takes_the_sample() {
	let folder = tempfile::tempdir().unwrap();
	let config = format!(
		"name = \"x\"\ncurrency = \"EUR\"\n[roster]\nfile = {:?}\n[parameters]\nutc_offset = \"+09:30\"\n\
		 [parameters.ordinary]\nnotice_days = 21\n[[pot]]\nname = \"Garden\"\n{}",
		sample("roster.csv"),
		fs::read_to_string(sample("charges.toml")).unwrap()
	);
	let path = folder.path().join("community.toml");
	fs::write(&path, config).unwrap();
	let (config, source) = config::read::read(&path).unwrap();
	let plan = Plan::of(&config, &source, || config.roster.args(&source)?.read()).unwrap();
	let Plan { law, roster, charges, currency, .. } = plan;
	let units: Vec<_> = roster.units.iter().map(|unit| Salted::fresh(&unit.label, &mut OsRng)).collect();
	let owners: Vec<_> = roster.owners.iter().map(|owner| Salted::fresh(&owner.name, &mut OsRng)).collect();
	let tickets: Vec<_> = roster.owners.iter().map(|_| Ticket::fresh(&mut OsRng)).collect();
	let keys = Keys::fresh().public();
	let patch = genesis::patch(
		law.genesis(),
		&Community {
			roster: &roster,
			units: &units,
			owners: &owners,
			tickets: &tickets,
			charges: &charges,
			keys: &keys,
			currency: &currency,
			trial: false,
		},
	);
	let mut config = serde_json::to_value(linli_runtime::RuntimeGenesisConfig::default()).unwrap();
	linli_runtime::genesis::json_merge(&mut config, patch);
	let config: linli_runtime::RuntimeGenesisConfig = serde_json::from_value(config).unwrap();
	let storage = config.build_storage().unwrap();
	assert_ne!(law.currency(), "EUR");
	sp_io::TestExternalities::new(storage.clone()).execute_with(|| {
		// The founders' choices override those of the law pack.
		let facts = linli_runtime::Community::facts();
		assert_eq!(facts.currency.as_str(), "EUR");
		assert_eq!(facts.utc_offset.minutes(), 570);
		assert_eq!(facts.law_pack.name.as_slice(), b"cn");
		let pots = linli_runtime::Fund::pots();
		assert_eq!(pots.len(), 4);
		let (_, book) = linli_runtime::Governance::rule_book(None).unwrap();
		assert_eq!(book.classes[0].notice, 21 * 86_400_000);
		assert_eq!(book, law.rule_book);
	});
	assert!(storage.top.len() > roster.units.len() + roster.owners.len());
	for (text, what) in roster.units.iter().map(|unit| (&unit.label, "label")).take(20) {
		let shows = storage.top.values().any(|value| value.windows(text.len()).any(|part| part == text.as_bytes()));
		assert!(!shows, "the {what} {text} is on chain");
	}
}

/// The whole command; only if the binary has its Wasm runtime.
#[test]
fn the_sample_becomes_a_chain() {
	if linli_runtime::WASM_BINARY.is_none() {
		println!("skipped: built without the Wasm runtime");
		return;
	}
	let folder = tempfile::tempdir().unwrap();
	let out = folder.path().join("willow");
	let mut command = command(&sample("roster.csv"), &out);
	command.charges = Some(sample("charges.toml"));
	command.run().unwrap();

	let raw: serde_json::Value = serde_json::from_slice(&fs::read(out.join("chain-spec-raw.json")).unwrap()).unwrap();
	assert_eq!(raw["id"], "willow-court");
	assert_eq!(raw["chainType"], "Live");
	assert!(raw["genesis"]["raw"]["top"].as_object().unwrap().len() > 150);
	assert!(ChainSpec::from_json_file(out.join("chain-spec-raw.json")).is_ok());
	assert!(ChainSpec::from_json_file(out.join("chain-spec.json")).is_ok());

	let plain = fs::read_to_string(out.join("chain-spec.json")).unwrap();
	let rows = |name: &str| linli_roster::read_csv(&fs::read_to_string(out.join(name)).unwrap()).unwrap().split_off(1);
	let mut codes = HashMap::new();
	for row in rows("tickets/tickets.csv") {
		codes.insert(row[3].clone(), row[2].clone());
	}
	for row in rows("roster-salted.csv") {
		let salt: [u8; 16] = hex::decode(&row[9]).unwrap().try_into().unwrap();
		assert_eq!(hex::encode(commit(&salt, &row[1])), row[10]);
		assert!(plain.contains(&row[10]));
		assert!(!plain.contains(&format!("\"{}\"", &row[1])));
	}
	let owners = roster::parse(&fs::read(sample("roster.csv")).unwrap()).unwrap().owners.len();
	assert_eq!(codes.len(), owners);

	#[cfg(unix)]
	for secret in ["keys/bootstrap.json", "keys/node-key", "tickets/tickets.csv", "roster-salted.csv"] {
		use std::os::unix::fs::PermissionsExt;
		assert_eq!(fs::metadata(out.join(secret)).unwrap().permissions().mode() & 0o777, 0o600, "{secret}");
	}
	assert!(matches!(command.run(), Err(CommunityError::OutputExists(_))));
}
