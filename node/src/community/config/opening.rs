// SPDX-License-Identifier: GPL-3.0-or-later

//! `[opening]`: the files that a chain with a past begins with, and the totals that the office signs.

use serde::Deserialize;
use std::path::PathBuf;

/// What stands in `[opening]`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningFiles {
	/// The day, such as `2026-12-01`, at whose beginning the books are opened. Late fees run on from it.
	pub date: String,
	/// The file of the bank accounts, from the folder of `community.toml`, as all of these.
	#[serde(default)]
	pub banks: Option<PathBuf>,
	/// The file of the pots' balances.
	#[serde(default)]
	pub pots: Option<PathBuf>,
	/// The file of the units' shares in the repair pot.
	#[serde(default)]
	pub repair: Option<PathBuf>,
	/// The file of bills that are not paid.
	#[serde(default)]
	pub arrears: Option<PathBuf>,
	/// The file of what was prepaid for units.
	#[serde(default)]
	pub prepayments: Option<PathBuf>,
	/// The file of the meters with what they show.
	#[serde(default)]
	pub meters: Option<PathBuf>,
	/// The totals.
	#[serde(default)]
	pub totals: OpeningTotals,
}

/// The totals that the office signs, as amounts in the currency: each is compared with its file to the fen.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningTotals {
	/// Of the bank accounts.
	#[serde(default)]
	pub banks: Option<String>,
	/// Of the pots.
	#[serde(default)]
	pub pots: Option<String>,
	/// Of the units' shares in the repair pot.
	#[serde(default)]
	pub repair: Option<String>,
	/// What of the repair pot belongs to no unit; zero if it is not given.
	#[serde(default)]
	pub undistributed: Option<String>,
	/// Of what is left to pay of bills, late fees included.
	#[serde(default)]
	pub arrears: Option<String>,
	/// Of what was prepaid.
	#[serde(default)]
	pub prepayments: Option<String>,
}
