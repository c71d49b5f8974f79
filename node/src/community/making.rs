// SPDX-License-Identifier: GPL-3.0-or-later

//! Makes a chain from a [`Plan`] and keys, with progress on standard error. Everything is generated before the first
//! file is written.

use super::{
	config::{self, Config, Source},
	errors::CommunityError,
	fingerprint,
	genesis::{self, Community},
	key_args::KeySource,
	output::{Access, Output},
	papers::{self, Facts},
	plan::{self, Plan},
	progress::Step,
	roster::language,
	runtimes,
	salts::Salted,
	shuffle::Shuffled,
	spec,
	tickets::Ticket,
};
use crate::chain_spec::ChainSpec;
use rand::rngs::OsRng;
use sc_chain_spec::ChainType;
use std::path::Path;

/// Makes the chain in a new folder.
pub fn make(plan: Plan, config: &Config, source: &Source, keys: &KeySource, out: &Path) -> Result<(), CommunityError> {
	let Plan { name, currency, law, roster, charges } = plan;
	eprintln!(
		"{name}: {} units in {} buildings, {} owners, {} m²",
		roster.units.len(),
		roster.buildings.len(),
		roster.owners.len(),
		papers::square_metres(roster.area())
	);
	eprintln!("{}", summary(config, source, charges.len()));
	let public = keys.public();
	let mut boot_nodes = spec::boot_nodes(&public.validators)?;
	boot_nodes.extend(plan::boot_nodes(config, source)?);
	let (runtime, said) = runtimes::choose(&currency, language())?;
	eprintln!("{said}");

	let shuffled = Shuffled::new(roster, &mut OsRng);
	let roster = &shuffled.roster;
	let step = Step::begin_of("Making salts and tickets", roster.units.len() + 2 * roster.owners.len());
	let salted = |text: &str| {
		step.advance();
		Salted::fresh(text, &mut OsRng)
	};
	let units: Vec<_> = roster.units.iter().map(|unit| salted(&unit.label)).collect();
	let owners: Vec<_> = roster.owners.iter().map(|owner| salted(&owner.name)).collect();
	let ticket = |_| {
		step.advance();
		Ticket::fresh(&mut OsRng)
	};
	let tickets: Vec<_> = roster.owners.iter().map(ticket).collect();
	drop(step);

	let step = Step::begin("Making the chain's first state");
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
	let patch = genesis::patch(law.genesis(), &community);
	let chain_type = if config.trial { ChainType::Local } else { ChainType::Live };
	let spec = spec::build(runtime.wasm, &name, &currency, chain_type, boot_nodes, patch);
	let plain = as_json(&spec, false)?;
	let raw = as_json(&spec, true)?;
	let fingerprint = fingerprint::of(raw.as_bytes());
	drop(step);

	let step = Step::begin(&format!("Writing {}", out.display()));
	let folder = Output::begin(out)?;
	folder.write("chain-spec.json", plain, Access::Public)?;
	folder.write("chain-spec-raw.json", raw, Access::Public)?;
	folder.write("buildings.csv", papers::buildings(roster), Access::Public)?;
	folder.write("roster-salted.csv", papers::salted_roster(&shuffled, &units, &owners), Access::Secret)?;
	folder.folder("tickets")?;
	folder.write("tickets/tickets.csv", papers::ticket_list(&shuffled, &tickets), Access::Secret)?;
	if let Source::File { text, .. } = source {
		folder.write(config::FILE, text, Access::Public)?;
	}
	if let Some(secrets) = keys.made() {
		secrets.write(&folder)?;
	}
	let made = keys.made().is_some();
	let facts = Facts {
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
		eprintln!("All keys were made here: until keys/ is handed over and deleted, this machine holds them all.");
	}
	eprintln!("Done. Secret: tickets/ and roster-salted.csv{}.", if made { ", and keys/" } else { "" });
	eprintln!("Fingerprint of chain-spec-raw.json: {fingerprint}");
	eprintln!("Next steps: {}", out.join("README.txt").display());
	Ok(())
}

/// A line with the rules and the number of charges.
pub fn summary(config: &Config, source: &Source, charges: usize) -> String {
	let rules = &config.rules;
	let place = match source {
		Source::Options { .. } => "--charges",
		Source::File { .. } => "[[charge]]",
	};
	match (&config.charge, charges) {
		(_, 0) => format!(
			"Rules {rules}: the chain starts without charges. Name them with {place}, or let the owners decide on them \
			later."
		),
		(None, count) => format!("Rules {rules}, charges: {count} (the default; {place} names others)"),
		(Some(_), count) => format!("Rules {rules}, charges: {count}"),
	}
}

fn as_json(spec: &ChainSpec, raw: bool) -> Result<String, CommunityError> {
	spec.as_json(raw).map_err(CommunityError::Genesis)
}
