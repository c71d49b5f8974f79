// SPDX-License-Identifier: GPL-3.0-or-later

//! Making a community's chain: `linli-node community`.
//!
//! `new` makes a chain specification and one claim ticket per owner from a roster of units and owners and from
//! everybody's public keys. Personal data stays in files; the chain stores commitments (D5).
//!
//! - [`templates`], [`new`], [`check`], [`join_key`], [`invitations`], [`verify`]: the commands, step by step;
//!   [`wizard`]: what `new` asks
//! - [`config`]: `community.toml`, everything that a chain is made of; [`law`]: the law pack with what changes in it
//! - [`plan`]: a config read and checked; [`making`]: the chain made of it
//! - [`examine`], [`report`]: what a chain will do, in words, and what is wrong or missing
//! - [`roster`]: how the roster is read, and its kinds on chain; [`decimal`]: exact decimals
//! - [`charges`]: parser of the charges; [`charge_text`]: a charge in words
//! - [`opening`]: balances, arrears and prepayments of a chain with a past
//! - [`salts`]: commitments; [`tickets`]: claim tickets of owners; [`shuffle`]: ids that tell no door
//! - [`keys`]: keys of validators and offices; [`key_line`]: public keys as a line of text; [`possession`]: its proofs;
//!   [`node_address`]: its addresses; [`qr`]: as a QR code; [`key_args`]: the options that take such lines
//! - [`chain_facts`]: what a chain specification is; [`fingerprint`]: the same in forty digits; [`findings`]: what it
//!   makes of a line of keys
//! - [`genesis`]: the genesis state; [`spec`]: the chain specification; [`runtimes`]: the runtime that it starts with
//! - [`boot_nodes`]: where new nodes find the chain; [`currency`]: its currency; [`purpose_arg`]: whose keys, as typed
//! - [`locale`]: the language of all that is said; [`help`]: the help in Chinese
//! - [`papers`]: lists and README.txt; [`input`]: the files given; [`output`]: the output folder, written atomically
//! - [`progress`]: what a command is doing; [`errors`]: errors and their messages

mod boot_nodes;
mod chain_facts;
mod charge_text;
mod charges;
mod check;
mod config;
mod currency;
mod decimal;
mod errors;
mod examine;
mod findings;
mod fingerprint;
mod genesis;
pub mod help;
mod input;
mod invitations;
mod join_key;
mod key_args;
mod key_line;
mod keys;
mod law;
pub mod locale;
mod making;
mod new;
mod node_address;
mod opening;
pub mod output;
mod papers;
mod plan;
mod possession;
mod progress;
mod purpose_arg;
mod qr;
mod report;
mod roster;
mod runtimes;
mod salts;
mod shuffle;
mod spec;
mod templates;
mod tickets;
pub mod usage;
mod verify;
mod wizard;

#[cfg(test)]
#[path = "tests/sample_lines.rs"]
mod sample_lines;

#[cfg(test)]
#[path = "tests/samples.rs"]
mod samples;

/// Commands for a community.
#[derive(Debug, clap::Args)]
pub struct CommunityCmd {
	#[command(subcommand)]
	command: CommunitySubcommand,
}

/// The commands of `community`.
#[derive(Debug, clap::Subcommand)]
enum CommunitySubcommand {
	/// Make a community's chain: asks for everything in a terminal, or takes options or community.toml.
	New(Box<new::NewCmd>),

	/// Check a roster, or everything that a chain is to be made of, before it is made.
	Check(check::CheckCmd),

	/// Make your own keys, as a validator or an officer, and print one line for the person who makes the chain.
	JoinKey(join_key::JoinKeyCmd),

	/// Print the owners' claim tickets: one PDF to cut and carry from door to door.
	Invitations(invitations::InvitationsCmd),

	/// Compare your line of keys with the finished chain, before you start a node or act in an office.
	Verify(verify::VerifyCmd),

	/// Write empty lists to fill in: units and owners, and what a chain with a past begins with.
	Templates(templates::TemplatesCmd),

	/// List the runtimes in this program with their hashes, or write them to files.
	Runtimes(runtimes::RuntimesCmd),
}

impl CommunityCmd {
	/// Executes the command.
	#[allow(clippy::result_large_err, reason = "the error type is the SDK's")]
	pub fn run(&self) -> sc_cli::Result<()> {
		match &self.command {
			CommunitySubcommand::New(cmd) => cmd.run(),
			CommunitySubcommand::Check(cmd) => cmd.run(),
			CommunitySubcommand::JoinKey(cmd) => cmd.run(),
			CommunitySubcommand::Invitations(cmd) => cmd.run(),
			CommunitySubcommand::Verify(cmd) => cmd.run(),
			CommunitySubcommand::Templates(cmd) => cmd.run(),
			CommunitySubcommand::Runtimes(cmd) => cmd.run(),
		}
		.map_err(|error| sc_cli::Error::Application(Box::new(error)))
	}
}
