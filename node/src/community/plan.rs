// SPDX-License-Identifier: GPL-3.0-or-later

//! A chain that is about to be made: everything of a [`Config`] read and checked, except the keys.

use super::{
	charges::{self, NamedCharge},
	config::{Config, Source},
	errors::CommunityError,
	invitations,
	law::Law,
	spec,
};
use linli_roster::{Reading, Roster};
use sc_network::config::MultiaddrWithPeerId;

/// What a chain is made of, besides keys.
pub struct Plan {
	/// The community's name.
	pub name: String,
	/// The currency.
	pub currency: String,
	/// The law pack with the community's changes.
	pub law: Law,
	/// Units and owners, in the order of the office's list.
	pub roster: Roster,
	/// The charges.
	pub charges: Vec<NamedCharge>,
}

impl Plan {
	/// Reads and checks everything. `reading` reads the roster, once all else that needs no roster is right.
	pub fn of(
		config: &Config,
		source: &Source,
		reading: impl FnOnce() -> Result<Reading, CommunityError>,
	) -> Result<Self, CommunityError> {
		let name = spec::name(&source.place("name"), &config.name)?.to_owned();
		let law = config.law(source).map_err(all)?;
		let currency = currency(config, source, &law)?;
		portal(config, source)?;
		boot_nodes(config, source)?;
		let roster = reading()?.roster;
		let charges = named_charges(config, source, &law, &roster)?;
		Ok(Self { name, currency, law, roster, charges })
	}
}

/// One error for all.
fn all(mut errors: Vec<CommunityError>) -> CommunityError {
	match errors.len() {
		1 => errors.remove(0),
		_ => CommunityError::Several(errors),
	}
}

/// The currency: that of the config, or of the law pack's country.
pub fn currency(config: &Config, source: &Source, law: &Law) -> Result<String, CommunityError> {
	let of_the_place = law.currency();
	let code = config.currency.as_deref().unwrap_or(&of_the_place);
	spec::currency(&source.place("currency"), code).map(str::to_owned)
}

/// The address of the portal, without a slash at its end.
pub fn portal(config: &Config, source: &Source) -> Result<Option<String>, CommunityError> {
	let Some(text) = config.portal.as_deref().filter(|text| !text.trim().is_empty()) else { return Ok(None) };
	let expected = "an address such as https://willow.example, without spaces, ? or #";
	let portal = invitations::portal(text).map_err(|_| source.mistake("portal", format!("{text:?}"), expected))?;
	Ok(Some(portal))
}

/// The boot nodes of the config, besides those of validators.
pub fn boot_nodes(config: &Config, source: &Source) -> Result<Vec<MultiaddrWithPeerId>, CommunityError> {
	let expected = "an address such as /dns/node.example/tcp/30333/p2p/12D3…, with the node's peer id at its end";
	let node = |(place, text): (usize, &String)| {
		let mistake = |_| source.mistake(&format!("boot_nodes.{place}"), format!("{text:?}"), expected);
		text.parse::<MultiaddrWithPeerId>().map_err(mistake)
	};
	Ok(config.boot_nodes.iter().enumerate().map(node).collect::<Result<_, _>>()?)
}

/// The charges of the config, or those that the law pack brings.
pub fn named_charges(
	config: &Config,
	source: &Source,
	law: &Law,
	roster: &Roster,
) -> Result<Vec<NamedCharge>, CommunityError> {
	let wrong = |error| CommunityError::Charges { file: source.charges_file().into(), error };
	let list = match (&config.charge, charges::default_under(&config.rules)) {
		(Some(list), _) => list.clone(),
		(None, Some(text)) => charges::list(text).map_err(wrong)?,
		(None, None) => return Ok(Vec::new()),
	};
	charges::read(list, &law.pots, &roster.buildings).map_err(wrong)
}
