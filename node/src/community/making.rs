// SPDX-License-Identifier: GPL-3.0-or-later

//! Makes a chain from a [`Plan`] and keys, with progress on standard error. Everything is generated before the first
//! file is written.

use super::{
	boot_nodes,
	config::{self, Config, Source},
	errors::CommunityError,
	fingerprint,
	genesis::{self, Community},
	key_args::KeySource,
	locale::{either, language},
	opening::patch::OpeningSalts,
	output::{Access, Output},
	papers::{self, ReadmeFacts},
	plan::Plan,
	progress::Step,
	runtimes,
	salts::Salted,
	shuffle::Shuffled,
	spec,
	tickets::Ticket,
};
use crate::chain_spec::ChainSpec;
use linli_roster::Language;
use rand::rngs::OsRng;
use sc_chain_spec::ChainType;
use std::path::Path;

/// Makes the chain in a new folder.
pub fn make(plan: Plan, config: &Config, source: &Source, keys: &KeySource, out: &Path) -> Result<(), CommunityError> {
	let Plan { name, currency, law, roster, charges, opening } = plan;
	let language = language();
	let say = |english: String, chinese: String| eprintln!("{}", either(language, english, chinese));
	let (units, buildings, owners) = (roster.units.len(), roster.buildings.len(), roster.owners.len());
	let area = papers::square_metres(roster.area());
	say(
		format!("{name}: {units} units in {buildings} buildings, {owners} owners, {area} m²"),
		format!("{name}：{buildings} 栋楼，{units} 套，{owners} 位业主，{area} 平方米"),
	);
	eprintln!("{}", summary(config, source, charges.len(), language));
	let public = keys.public();
	let boot_nodes = boot_nodes::all(config, source, &public.validators)?;
	let (runtime, said) = runtimes::choose(&currency, language)?;
	eprintln!("{said}");

	let shuffled = Shuffled::new(roster, &mut OsRng);
	let roster = &shuffled.roster;
	let past = opening.as_ref().map_or(0, |opening| opening.meters.list.len() + opening.banks.len());
	let step = Step::begin_of(
		language.pick("Making salts and tickets", "正在生成盐值和凭证"),
		roster.units.len() + 2 * roster.owners.len() + past,
	);
	let salted = |text: &str| {
		step.advance();
		Salted::fresh(text, &mut OsRng)
	};
	let units: Vec<_> = roster.units.iter().map(|unit| salted(&unit.label)).collect();
	let owners: Vec<_> = roster.owners.iter().map(|owner| salted(&owner.name)).collect();
	let salts = opening.as_ref().map(|opening| OpeningSalts::of(opening, salted)).unwrap_or_default();
	let ticket = |_| {
		step.advance();
		Ticket::fresh(&mut OsRng)
	};
	let tickets: Vec<_> = roster.owners.iter().map(ticket).collect();
	drop(step);

	let step = Step::begin(language.pick("Making the chain's first state", "正在生成链的初始状态"));
	let community = Community {
		roster,
		units: &units,
		owners: &owners,
		tickets: &tickets,
		charges: &charges,
		keys: &public,
		currency: &currency,
		trial: config.trial,
	};
	let mut patch = genesis::patch(law.genesis(), &community);
	if let Some(opening) = &opening {
		linli_runtime::genesis::json_merge(&mut patch, opening.patch(&shuffled.units, &salts));
	}
	let chain_type = if config.trial { ChainType::Local } else { ChainType::Live };
	let spec = spec::build(runtime.wasm, &name, &currency, chain_type, boot_nodes, patch);
	let plain = as_json(&spec, false)?;
	let raw = as_json(&spec, true)?;
	let fingerprint = fingerprint::of(raw.as_bytes());
	drop(step);

	let step =
		Step::begin(&either(language, format!("Writing {}", out.display()), format!("正在写入 {}", out.display())));
	let folder = Output::begin(out)?;
	folder.write("chain-spec.json", plain, Access::Public)?;
	folder.write("chain-spec-raw.json", raw, Access::Public)?;
	folder.write("buildings.csv", papers::buildings(roster), Access::Public)?;
	folder.write("roster-salted.csv", papers::salted_roster(&shuffled, &units, &owners), Access::Secret)?;
	if let Some(opening) = &opening {
		folder.write("opening.txt", opening.paper(&name, &currency, language), Access::Public)?;
		if !opening.meters.list.is_empty() {
			let list = papers::salted_meters(&shuffled, &opening.meters, &salts.meters);
			folder.write("meters-salted.csv", list, Access::Secret)?;
		}
		if !opening.banks.is_empty() {
			let list = papers::salted_banks(&opening.banks, &salts.banks);
			folder.write("banks-salted.csv", list, Access::Secret)?;
		}
	}
	folder.folder("tickets")?;
	folder.write("tickets/tickets.csv", papers::ticket_list(&shuffled, &tickets), Access::Secret)?;
	if let Source::File { text, .. } = source {
		folder.write(config::FILE, text, Access::Public)?;
	}
	if let Some(secrets) = keys.made() {
		secrets.write(&folder)?;
	}
	let made = keys.made().is_some();
	let facts = ReadmeFacts {
		name: &name,
		rules: &config.rules,
		currency: &currency,
		roster,
		charges: &charges,
		keys: &public,
		made,
		fingerprint: &fingerprint,
	};
	folder.write("README.txt", papers::readme(&facts), Access::Public)?;
	folder.finish()?;
	drop(step);

	if made {
		say(
			"All keys were made here: until keys/ is handed over and deleted, this machine holds them all.".into(),
			"全部密钥在此生成：在交付并删除 keys/ 之前，这台机器持有全部密钥。".into(),
		);
	}
	say(
		format!("Done. Secret: tickets/ and roster-salted.csv{}.", if made { ", and keys/" } else { "" }),
		format!("完成。须保密：tickets/ 和 roster-salted.csv{}。", if made { "，以及 keys/" } else { "" }),
	);
	say(
		format!("Fingerprint of chain-spec-raw.json: {fingerprint}"),
		format!("chain-spec-raw.json 的指纹：{fingerprint}"),
	);
	let next = out.join("README.txt");
	say(format!("Next steps: {}", next.display()), format!("接下来的步骤见 {}", next.display()));
	Ok(())
}

/// A line with the rules and the number of charges.
pub fn summary(config: &Config, source: &Source, charges: usize, language: Language) -> String {
	let rules = &config.rules;
	let place = match source {
		Source::Options { .. } => "--charges",
		Source::File { .. } => "[[charge]]",
	};
	match (&config.charge, charges) {
		(_, 0) => either(
			language,
			format!(
				"Rules {rules}: the chain starts without charges. Name them with {place}, or let the owners decide on them \
				later."
			),
			format!("法规包 {rules}：链开始时没有收费项目。可用 {place} 写明，或以后由业主决定。"),
		),
		(None, count) => either(
			language,
			format!("Rules {rules}, charges: {count} (the default; {place} names others)"),
			format!("法规包 {rules}，收费项目 {count} 个（默认；可用 {place} 另行写明）"),
		),
		(Some(_), count) => {
			either(language, format!("Rules {rules}, charges: {count}"), format!("法规包 {rules}，收费项目 {count} 个"))
		}
	}
}

fn as_json(spec: &ChainSpec, raw: bool) -> Result<String, CommunityError> {
	spec.as_json(raw).map_err(CommunityError::Genesis)
}
