// SPDX-License-Identifier: GPL-3.0-or-later

//! A chain that is about to be made: everything of a [`Config`] read and checked, except the keys.

use super::{
	boot_nodes,
	charges::{self, Known, NamedCharge},
	config::{Config, Source},
	currency,
	errors::CommunityError,
	invitations,
	law::Law,
	locale::language,
	opening::{self, meters::Meters, Opening},
	spec,
};
use linli_roster::{Reading, Roster};

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
	/// What it begins with, if it has a past.
	pub opening: Option<Opening>,
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
		boot_nodes::named(config, source)?;
		let roster = reading()?.roster;
		let meters = opening::meters::read(config, source, law.utc_offset, &roster)?;
		let charges = named_charges(config, source, &law, &roster, Some(&meters))?;
		let opening = opening::read(config, source, &law, &roster, &charges, meters).map_err(all)?;
		Ok(Self { name, currency, law, roster, charges, opening })
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
	currency::currency(&source.place("currency"), code).map(str::to_owned)
}

/// The address of the portal, without a slash at its end.
pub fn portal(config: &Config, source: &Source) -> Result<Option<String>, CommunityError> {
	let Some(text) = config.portal.as_deref().filter(|text| !text.trim().is_empty()) else { return Ok(None) };
	let expected = language().pick(
		"an address such as https://willow.example, without spaces, ? or #",
		"https://willow.example 这样的网址，不含空格、? 和 #",
	);
	let portal = invitations::portal(text).map_err(|_| source.mistake("portal", format!("{text:?}"), expected))?;
	Ok(Some(portal))
}

/// The charges of the config, or those that the law pack brings. Without `meters`, whose list has mistakes of its own,
/// every meter that a charge names is taken for one.
pub fn named_charges(
	config: &Config,
	source: &Source,
	law: &Law,
	roster: &Roster,
	meters: Option<&Meters>,
) -> Result<Vec<NamedCharge>, CommunityError> {
	let wrong = |error| CommunityError::Charges { file: source.charges_file().into(), error };
	let list = match (&config.charge, charges::default_under(&config.rules)) {
		(Some(list), _) => list.clone(),
		(None, Some(text)) => charges::list(text).map_err(wrong)?,
		(None, None) => return Ok(Vec::new()),
	};
	let common = meters.map(Meters::common);
	let known = Known { pots: &law.pots, buildings: &roster.buildings, meters: common.as_deref() };
	charges::read(list, &known).map_err(wrong)
}
