// SPDX-License-Identifier: GPL-3.0-or-later

//! Making a community's chain: `linli-node community new`; checking its roster first: `linli-node community check`.
//!
//! Makes a chain specification, keys, and one claim ticket per owner from a roster of units and owners. Personal data
//! stays in files; the chain stores commitments (D5).
//!
//! - [`new`], [`check`]: the commands, step by step
//! - [`roster`]: units and owners, as `linli-roster` reads them; [`charges`]: parser of the charges; [`decimal`]: exact
//!   decimals
//! - [`salts`]: commitments; [`tickets`]: claim tickets of owners; [`keys`]: keys of the validator and the offices
//! - [`genesis`]: the genesis state; [`spec`]: the chain specification
//! - [`papers`]: lists and README.txt; [`output`]: the output folder, written atomically
//! - [`errors`]: errors and their messages

mod charges;
mod check;
mod decimal;
mod errors;
mod genesis;
mod keys;
mod new;
mod output;
mod papers;
mod roster;
mod salts;
mod spec;
mod tickets;

/// Commands for a community.
#[derive(Debug, clap::Args)]
pub struct CommunityCmd {
	#[command(subcommand)]
	command: CommunitySubcommand,
}

/// The commands of `community`.
#[derive(Debug, clap::Subcommand)]
enum CommunitySubcommand {
	/// Make a community's chain from its roster: chain specification, keys, and a claim ticket for each owner.
	New(new::NewCmd),
	/// Check a roster: all of its mistakes, questions and warnings at once.
	Check(check::CheckCmd),
}

impl CommunityCmd {
	/// Executes the command.
	#[allow(clippy::result_large_err, reason = "the error type is the SDK's")]
	pub fn run(&self) -> sc_cli::Result<()> {
		let result = match &self.command {
			CommunitySubcommand::New(cmd) => cmd.run(),
			CommunitySubcommand::Check(cmd) => cmd.run(),
		};
		result.map_err(|error| sc_cli::Error::Application(Box::new(error)))
	}
}
