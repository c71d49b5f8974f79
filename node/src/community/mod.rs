// SPDX-License-Identifier: GPL-3.0-or-later

//! Making a community's chain: `linli-node community new`.
//!
//! From a roster of units and owners come a chain specification, keys, and one claim ticket per owner. Personal
//! data stays in files; the chain gets commitments (D5).
//!
//! - [`new`]: the command, step by step
//! - [`roster`]: reads the list of units, strictly; [`charges`]: reads what is charged; [`decimal`]: numbers, exactly
//! - [`salts`]: commitments; [`tickets`]: codes with which households join; [`keys`]: who may do what at first
//! - [`genesis`]: the state with which the chain begins; [`spec`]: the chain specification around it
//! - [`papers`]: lists and explanations for people; [`output`]: the folder that all of it goes to, whole or not at all
//! - [`errors`]: what can go wrong, and how it is told

mod charges;
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
}

impl CommunityCmd {
	/// Does what was asked for.
	#[allow(clippy::result_large_err, reason = "the size of the SDK's error is not ours to choose")]
	pub fn run(&self) -> sc_cli::Result<()> {
		match &self.command {
			CommunitySubcommand::New(cmd) => cmd.run().map_err(|error| sc_cli::Error::Application(Box::new(error))),
		}
	}
}
