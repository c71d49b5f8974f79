// SPDX-License-Identifier: GPL-3.0-or-later

//! `community new`: from options, from `community.toml`, or from what the wizard asks. All input is read and all output
//! generated before the first file is written.

use super::{
	charges,
	config::{self, Config, RosterFile, Source},
	errors::CommunityError,
	input,
	key_args::{KeyArgs, KeySource},
	locale::{either, language},
	making, output,
	plan::Plan,
	progress::Step,
	roster::RosterArgs,
	wizard,
};
use linli_roster::Reading;
use std::path::{Path, PathBuf};

/// Make a community's chain from its roster.
///
/// Without options, in a terminal, asks for everything in plain words and writes it to community.toml. With --config,
/// takes everything from such a file. Otherwise from the options below.
///
/// Takes the public keys that validators, officers and the holder of the bootstrap key made with `community join-key`.
/// Writes one folder with the chain specification (plain and raw), the salted roster, and the code of one claim ticket
/// per owner, which `community invitations` prints. README.txt in it describes every file and how to start. Nothing is
/// overwritten, and an error leaves nothing behind.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub struct NewCmd {
	/// Everything that the chain is made of, in one file. Besides it only --out can be given, so that nothing of the
	/// file is overridden. `community check --config FILE.toml` says first what the chain will do.
	#[arg(
		long,
		value_name = "FILE.toml",
		conflicts_with_all = ["RosterArgs", "KeyArgs", "name", "rules", "currency", "charges", "trial"],
	)]
	config: Option<PathBuf>,

	#[command(flatten)]
	roster: RosterArgs,

	/// The community's name, as wallets and node operators see it.
	#[arg(long)]
	name: Option<String>,

	/// The law pack that the chain begins with: cn, nsw, poll, qld or us-hoa.
	///
	/// Default: cn.
	#[arg(long, value_name = "PACK")]
	rules: Option<String>,

	/// The currency by its code (ISO 4217), such as CNY. Default: the currency of the law pack's country.
	#[arg(long, value_name = "CODE")]
	currency: Option<String>,

	/// The charges, a TOML file with one `[[charge]]` each. Default: under the rules cn, a property fee of 2.80 yuan
	/// per m² and month for residential units; under all other rules, none.
	#[arg(long, value_name = "FILE.toml")]
	charges: Option<PathBuf>,

	/// The folder to make. It must be new or empty.
	#[arg(long, value_name = "DIR")]
	out: Option<PathBuf>,

	/// For trials: the chain also accepts `--sealing`, which makes blocks on request instead of by the clock, and all
	/// keys are made here if no lines of keys are given.
	#[arg(long)]
	trial: bool,

	#[command(flatten)]
	keys: KeyArgs,
}

const EXAMPLES: &str = "\
Examples:
  linli-node community new
      Asks for everything, and writes community.toml.

  linli-node community new --config community.toml --out willow
      Asks nothing.

  linli-node community new --roster roster.csv --name \"Willow Court\" --keys lines.txt --out willow
      A community under Chinese law, with the default charge. lines.txt has the lines that `linli-node community
      join-key` printed for everybody:
        linli-keys-v2 validator account=… aura=… grandpa=… peer=… certhash=… address=… proof=… proof=… proof=… proof=… check=…
        linli-keys-v2 registrar account=… proof=… check=…
        linli-keys-v2 bootstrap account=… proof=… check=…

  linli-node community new --roster roster.csv --charges charges.toml --name \"Willow Court\" --out willow --trial
      The same with its own charges, for trials: --sealing manual then skips a month in one call, and all keys are
      made here.

  linli-node community new --roster owners.xlsx --same-name one --name \"Willow Court\" \\
    --keys lines.txt --out willow
      From the office's own workbook; `linli-node community check --roster owners.xlsx` says first what is wrong in it.

  linli-node community new --roster roster.csv --name \"Harbour View\" --rules nsw --keys lines.txt --out harbour
      A strata scheme in New South Wales, which starts without charges.

A roster, with areas in m²:
  unit,building,kind,area_m2,owner,owner_kind
  3-1-1202,3,residential,98.03,O0001,person
  P-017,3,parking,12.5,O0001,person

A charge, with its rate in the currency's main unit per m², per unit, or per m³ or kWh:
  [[charge]]
  name = \"Property fee\"
  pot = \"operating\"
  basis = \"per-area\"
  kinds = [\"residential\"]
  rate = \"2.80\"
  period = \"month\"

On chain, the area is 9803 (hundredths of a m²) and the rate 280 (hundredths of the currency).";

impl NewCmd {
	/// Executes the command.
	pub fn run(&self) -> Result<(), CommunityError> {
		if self.asks() {
			return wizard::run(self.out.as_deref());
		}
		let out = self.out.as_deref().ok_or(CommunityError::OptionMissing("--out DIR"))?;
		output::check(out)?;
		if let Some(path) = &self.config {
			return from_file(path, out);
		}
		let (config, source) = self.as_config()?;
		let plan = Plan::of(&config, &source, || read_roster(&self.roster))?;
		let keys = self.keys.resolve(self.trial)?;
		making::make(plan, &config, &source, &keys, out)
	}

	/// Whether nothing is said and somebody can be asked.
	fn asks(&self) -> bool {
		let silent = self.config.is_none()
			&& self.roster == RosterArgs::default()
			&& [&self.name, &self.rules, &self.currency].iter().all(|option| option.is_none())
			&& self.charges.is_none()
			&& !self.trial
			&& self.keys.is_absent();
		silent && wizard::can_ask()
	}

	/// The options as a config.
	fn as_config(&self) -> Result<(Config, Source), CommunityError> {
		let roster = RosterFile::of(&self.roster, self.roster.file()?.into());
		let name = self.name.as_deref().ok_or(CommunityError::OptionMissing("--name NAME"))?;
		let mut config = Config::new(name, roster);
		if let Some(rules) = &self.rules {
			config.rules.clone_from(rules);
		}
		config.currency.clone_from(&self.currency);
		config.trial = self.trial;
		config.charge = self.charges.as_deref().map(listed_charges).transpose()?;
		Ok((config, Source::Options { charges: self.charges.clone() }))
	}
}

/// Makes the chain of a file without a question.
pub fn from_file(path: &Path, out: &Path) -> Result<(), CommunityError> {
	let (config, source) = config::read::read(path)?;
	let plan = Plan::of(&config, &source, || read_roster(&config.roster.args(&source)?))?;
	let keys: KeySource = config.key_source(&source)?;
	making::make(plan, &config, &source, &keys, out)
}

/// Reads the roster, and says what was assumed and what was confirmed.
fn read_roster(args: &RosterArgs) -> Result<Reading, CommunityError> {
	let (file, language) = (args.file()?.display(), language());
	let step = Step::begin(&either(language, format!("Reading {file}"), format!("正在读取 {file}")));
	let reading = args.read()?;
	drop(step);
	for said in &reading.said {
		eprintln!("{}", said.text(language));
	}
	for warning in &reading.warnings {
		eprintln!("{}", warning.text(language));
	}
	Ok(reading)
}

/// The charges of a file, as tables that were not read yet.
pub fn listed_charges(file: &Path) -> Result<Vec<toml::Value>, CommunityError> {
	let bytes = input::read(file)?;
	let text = input::text(file, &bytes)?;
	charges::list(text).map_err(|error| CommunityError::Charges { file: file.into(), error })
}

#[cfg(test)]
#[path = "tests/new.rs"]
mod tests;
