// SPDX-License-Identifier: GPL-3.0-or-later

//! `community new`, step by step, with progress on standard error. All input is read and all output generated before
//! the first file is written.

use super::{
	charges,
	errors::CommunityError,
	fingerprint,
	genesis::{self, Community},
	input,
	key_args::KeyArgs,
	output::{self, Access, Output},
	papers::{self, Facts},
	roster::{language, RosterArgs},
	runtimes,
	salts::Salted,
	spec,
	tickets::Ticket,
};
use crate::chain_spec::ChainSpec;
use linli_roster::Roster;
use rand::rngs::OsRng;
use sc_chain_spec::ChainType;
use std::path::{Path, PathBuf};

/// Make a community's chain from its roster.
///
/// Takes the public keys that validators, officers and the holder of the bootstrap key made with `community join-key`.
/// Writes one folder with the chain specification (plain and raw), the salted roster, and the code of one claim ticket
/// per owner, which `community invitations` prints. README.txt in it describes every file and how to start. Nothing is
/// overwritten, and an error leaves nothing behind.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub struct NewCmd {
	#[command(flatten)]
	roster: RosterArgs,

	/// The community's name, as wallets and node operators see it.
	#[arg(long)]
	name: String,

	/// The law pack that the chain begins with: cn, nsw, poll, qld or us-hoa.
	#[arg(long, value_name = "PACK", default_value = "cn")]
	rules: String,

	/// The currency by its code (ISO 4217), such as CNY. Default: the currency of the law pack's country.
	#[arg(long, value_name = "CODE")]
	currency: Option<String>,

	/// The charges, a TOML file with one `[[charge]]` each. Default: under the rules cn, a property fee of 2.80 yuan
	/// per m² and month for residential units; under all other rules, none.
	#[arg(long, value_name = "FILE.toml")]
	charges: Option<PathBuf>,

	/// The folder to make. It must be new or empty.
	#[arg(long, value_name = "DIR")]
	out: PathBuf,

	/// For trials: the chain also accepts `--sealing`, which makes blocks on request instead of by the clock, and all
	/// keys are made here if no lines of keys are given.
	#[arg(long)]
	trial: bool,

	#[command(flatten)]
	keys: KeyArgs,
}

const EXAMPLES: &str = "\
Examples:
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
		let name = spec::name(&self.name)?;
		output::check(&self.out)?;
		let pack = self.law_pack()?;
		let of_the_place = linli_runtime::genesis::law_pack_currency(&self.rules).unwrap_or_default();
		let currency = spec::currency(self.currency.as_deref().unwrap_or(&of_the_place))?;

		let reading = self.roster.read()?;
		for said in &reading.said {
			eprintln!("{}", said.text(language()));
		}
		let roster = reading.roster;
		eprintln!(
			"{name}: {} units in {} buildings, {} owners, {} m²",
			roster.units.len(),
			roster.buildings.len(),
			roster.owners.len(),
			papers::square_metres(roster.area())
		);
		let pots = genesis::pots(&self.rules, &pack)?;
		let charges = self.named_charges(&pots, &roster)?;
		eprintln!("{}", self.summary(charges.len()));

		let source = self.keys.resolve(self.trial)?;
		let keys = source.public();
		let boot_nodes = spec::boot_nodes(&keys.validators)?;

		eprintln!("Making salts and tickets …");
		let units: Vec<_> = roster.units.iter().map(|unit| Salted::fresh(&unit.label, &mut OsRng)).collect();
		let owners: Vec<_> = roster.owners.iter().map(|owner| Salted::fresh(&owner.name, &mut OsRng)).collect();
		let tickets: Vec<_> = roster.owners.iter().map(|_| Ticket::fresh(&mut OsRng)).collect();

		let (runtime, said) = runtimes::choose(currency, language())?;
		eprintln!("{said}");
		eprintln!("Making the chain's first state …");
		let patch = genesis::patch(
			pack,
			&Community {
				roster: &roster,
				units: &units,
				owners: &owners,
				tickets: &tickets,
				charges: &charges,
				keys: &keys,
				currency,
				trial: self.trial,
			},
		);
		let chain_type = if self.trial { ChainType::Local } else { ChainType::Live };
		let spec = spec::build(runtime.wasm, name, currency, chain_type, boot_nodes, patch);
		let plain = as_json(&spec, false)?;
		let raw = as_json(&spec, true)?;
		let fingerprint = fingerprint::of(raw.as_bytes());

		eprintln!("Writing {} …", self.out.display());
		let folder = Output::begin(&self.out)?;
		folder.write("chain-spec.json", plain, Access::Public)?;
		folder.write("chain-spec-raw.json", raw, Access::Public)?;
		folder.write("buildings.csv", papers::buildings(&roster), Access::Public)?;
		folder.write("roster-salted.csv", papers::salted_roster(&roster, &units, &owners), Access::Secret)?;
		folder.folder("tickets")?;
		folder.write("tickets/tickets.csv", papers::ticket_list(&roster, &tickets), Access::Secret)?;
		if let Some(secrets) = source.made() {
			secrets.write(&folder)?;
		}
		let made = source.made().is_some();
		let facts = Facts {
			name,
			rules: &self.rules,
			currency,
			roster: &roster,
			charges: &charges,
			keys: &keys,
			made,
			fingerprint: &fingerprint,
		};
		folder.write("README.txt", papers::readme(&facts), Access::Public)?;
		folder.finish()?;

		if made {
			eprintln!("All keys were made here: until keys/ is handed over and deleted, this machine holds them all.");
		}
		eprintln!("Done. Secret: tickets/ and roster-salted.csv{}.", if made { ", and keys/" } else { "" });
		eprintln!("Fingerprint of chain-spec-raw.json: {fingerprint}");
		eprintln!("Next steps: {}", self.out.join("README.txt").display());
		Ok(())
	}

	fn law_pack(&self) -> Result<serde_json::Value, CommunityError> {
		linli_runtime::genesis::law_pack(&self.rules).ok_or_else(|| CommunityError::Rules {
			found: self.rules.clone(),
			known: linli_runtime::genesis::law_packs().collect::<Vec<_>>().join(", "),
		})
	}

	/// The charges given by `--charges`, or the default of the rules.
	fn named_charges(
		&self,
		pots: &[charges::PotNames],
		roster: &Roster,
	) -> Result<Vec<charges::NamedCharge>, CommunityError> {
		match (&self.charges, charges::default_under(&self.rules)) {
			(Some(file), _) => parse_charges(file, &input::read(file)?, pots, roster),
			(None, Some(text)) => parse_charges(Path::new("the default charges"), text.as_bytes(), pots, roster),
			(None, None) => Ok(Vec::new()),
		}
	}

	/// A line with the rules and the number of charges.
	fn summary(&self, charges: usize) -> String {
		match (&self.charges, charges) {
			(None, 0) => format!(
				"Rules {}: the chain starts without charges. Name them with --charges, or let the owners decide on them later.",
				self.rules
			),
			(None, count) => format!("Rules {}, charges: {count} (the default; --charges takes others)", self.rules),
			(Some(_), count) => format!("Rules {}, charges: {count}", self.rules),
		}
	}
}

fn parse_charges(
	file: &Path,
	bytes: &[u8],
	pots: &[charges::PotNames],
	roster: &Roster,
) -> Result<Vec<charges::NamedCharge>, CommunityError> {
	let text = input::text(file, bytes)?;
	charges::parse(text, pots, &roster.buildings).map_err(|error| CommunityError::Charges { file: file.into(), error })
}

fn as_json(spec: &ChainSpec, raw: bool) -> Result<String, CommunityError> {
	spec.as_json(raw).map_err(CommunityError::Genesis)
}

#[cfg(test)]
#[path = "tests/new.rs"]
mod tests;
