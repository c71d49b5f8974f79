// SPDX-License-Identifier: GPL-3.0-or-later

//! `community invitations`: prints the owners' claim tickets, from the folder that `community new` wrote.

use super::{
	config,
	errors::CommunityError,
	input,
	output::{self, Access},
	plan,
	progress::Step,
	tickets,
};
use linli_invitations::{order, Community, Invitation, Printed};
use serde::{de::DeserializeOwned, Deserialize};
use std::{
	collections::{BTreeMap, BTreeSet},
	fs,
	path::{Path, PathBuf},
};

/// Print the owners' claim tickets: one PDF in black and white, to cut and carry from door to door.
///
/// Reads the folder that `community new` wrote: the name of the chain, tickets/tickets.csv and roster-salted.csv. On
/// A4, two invitations to a sheet, sorted by building and door, in Chinese and English, with a list to tick off before
/// each round. The PDF holds names and codes: only you can read it. Delete it once it is printed.
#[derive(Debug, clap::Args)]
pub struct InvitationsCmd {
	/// The folder that `community new` wrote.
	#[arg(long, value_name = "DIR")]
	community: PathBuf,

	/// The PDF to write. It must not exist yet. Default: tickets/invitations.pdf in the community's folder.
	#[arg(long, value_name = "FILE.pdf")]
	out: Option<PathBuf>,

	/// The address of the community's portal, with https. The QR code then opens it with the code after #ticket=, which
	/// browsers do not send to the server. Default: the portal of community.toml in the folder. Without one, the QR code
	/// holds the code alone.
	#[arg(long, value_name = "ADDRESS")]
	portal: Option<String>,

	/// A font file (TrueType or OpenType) for characters that the built-in font lacks. It has those of the national
	/// standards and the commonest traditional ones, in all about 11,000.
	#[arg(long, value_name = "FILE")]
	font: Option<PathBuf>,
}

/// Why invitations cannot be printed.
#[derive(Debug, thiserror::Error)]
pub enum InvitationsError {
	/// The folder is not a community's.
	#[error("--community: {} has no {file}; expected the folder that `linli-node community new` wrote", folder.display())]
	Folder {
		/// The folder given.
		folder: PathBuf,
		/// The missing file.
		file: &'static str,
	},
	/// The chain specification cannot be read.
	#[error("{}: {error}; expected the chain specification that `linli-node community new` wrote", file.display())]
	Spec {
		/// The file.
		file: PathBuf,
		/// The reason.
		error: serde_json::Error,
	},
	/// A list cannot be read.
	#[error("{}: {error}; expected the list that `linli-node community new` wrote, in UTF-8", file.display())]
	List {
		/// The file.
		file: PathBuf,
		/// The reason, with the line.
		error: csv::Error,
	},
	/// A code was altered.
	#[error("{}: the code {code:?} of owner {owner} is wrong: {reason}", file.display())]
	Code {
		/// The file.
		file: PathBuf,
		/// The code found.
		code: String,
		/// The owner's id.
		owner: u32,
		/// The reason.
		reason: String,
	},
	/// An owner has a ticket and no unit, or two tickets.
	#[error("{}: owner {owner} {problem}; are tickets.csv and roster-salted.csv of the same chain?", file.display())]
	Owner {
		/// The file.
		file: PathBuf,
		/// The owner's id.
		owner: u32,
		/// What is wrong.
		problem: &'static str,
	},
	/// The portal's address cannot be used.
	#[error("--portal: found {found:?}; expected an address such as https://willow.example, without spaces, ? or #")]
	Portal {
		/// The address given.
		found: String,
	},
	/// The PDF cannot be made.
	#[error("the invitations cannot be printed: {0}")]
	Print(#[from] linli_invitations::Error),
}

const SPEC: &str = "chain-spec.json";
const TICKETS: &str = "tickets/tickets.csv";
const ROSTER: &str = "roster-salted.csv";

/// What is needed of a chain specification.
#[derive(Deserialize)]
struct Spec {
	name: String,
}

/// A line of the list of tickets.
#[derive(Deserialize)]
struct TicketRow {
	owner: String,
	owner_id: u32,
	code: String,
}

/// A line of the salted roster.
#[derive(Deserialize)]
struct UnitRow {
	unit: String,
	building: String,
	kind: String,
	owner_id: u32,
}

impl UnitRow {
	/// People live in homes and work in shops; nobody answers at a parking space.
	fn rank(&self) -> usize {
		["residential", "commercial", "storage"].iter().position(|kind| *kind == self.kind).unwrap_or(3)
	}
}

impl InvitationsCmd {
	/// Executes the command.
	pub fn run(&self) -> Result<(), CommunityError> {
		let portal = self.portal()?;
		let out = self.out.clone().unwrap_or_else(|| self.community.join("tickets/invitations.pdf"));
		if fs::symlink_metadata(&out).is_ok() {
			return Err(CommunityError::FileExists(out));
		}
		let invitations = self.invitations(portal.as_deref())?;
		let count = invitations.len();
		let font = self.font.as_deref().map(input::read).transpose()?;
		let community = Community { name: self.name()?, portal };
		let step = Step::begin("Printing invitations");
		let printed = linli_invitations::make(&community, invitations, font).map_err(InvitationsError::from)?;
		drop(step);
		output::write_new(&out, &printed.pdf, Access::Secret)?;
		explain(&out, count, &printed);
		Ok(())
	}

	/// The portal of the option, or of the config from which the chain was made.
	fn portal(&self) -> Result<Option<String>, CommunityError> {
		if let Some(text) = &self.portal {
			return Ok(Some(portal(text)?));
		}
		let file = self.community.join(config::FILE);
		if !file.is_file() {
			return Ok(None);
		}
		let (config, source) = config::read::read(&file)?;
		plan::portal(&config, &source)
	}

	/// The community's name, as its chain has it.
	fn name(&self) -> Result<String, CommunityError> {
		let (file, bytes) = self.file(SPEC)?;
		let spec: Spec = serde_json::from_slice(&bytes).map_err(|error| InvitationsError::Spec { file, error })?;
		Ok(spec.name)
	}

	/// One invitation for each line of the list of tickets.
	fn invitations(&self, portal: Option<&str>) -> Result<Vec<Invitation>, CommunityError> {
		let (file, tickets) = self.rows::<TicketRow>(TICKETS)?;
		let (_, units) = self.rows::<UnitRow>(ROSTER)?;
		let mut of_owner: BTreeMap<u32, Vec<UnitRow>> = BTreeMap::new();
		for unit in units {
			of_owner.entry(unit.owner_id).or_default().push(unit);
		}
		let mut seen = BTreeSet::new();
		let mut invitations = Vec::new();
		for TicketRow { owner, owner_id, code } in tickets {
			let wrong = |problem| InvitationsError::Owner { file: file.clone(), owner: owner_id, problem };
			if !seen.insert(owner_id) {
				return Err(wrong("has two tickets").into());
			}
			tickets::check_code(&code).map_err(|reason| InvitationsError::Code {
				file: file.clone(),
				code: code.clone(),
				owner: owner_id,
				reason,
			})?;
			let mut units = of_owner.remove(&owner_id).unwrap_or_default();
			units.sort_by(|one, other| {
				(one.rank().cmp(&other.rank()))
					.then_with(|| order::compare(&one.building, &other.building))
					.then_with(|| order::compare(&one.unit, &other.unit))
			});
			let door = units.first().ok_or_else(|| wrong("has no unit in the salted roster"))?;
			invitations.push(Invitation {
				building: door.building.clone(),
				link: tickets::link(&code, portal),
				units: units.into_iter().map(|unit| unit.unit).collect(),
				owner,
				code,
				// Tickets of the first state are valid until they are used.
				expiry: None,
			});
		}
		Ok(invitations)
	}

	/// A file of the folder.
	fn file(&self, name: &'static str) -> Result<(PathBuf, Vec<u8>), CommunityError> {
		let path = self.community.join(name);
		if !path.is_file() {
			return Err(InvitationsError::Folder { folder: self.community.clone(), file: name }.into());
		}
		let bytes = input::read(&path)?;
		Ok((path, bytes))
	}

	/// The rows of a list, by the names of its columns.
	fn rows<T: DeserializeOwned>(&self, name: &'static str) -> Result<(PathBuf, Vec<T>), CommunityError> {
		let (file, bytes) = self.file(name)?;
		match records(&bytes) {
			Ok(rows) => Ok((file, rows)),
			Err(error) => Err(InvitationsError::List { file, error }.into()),
		}
	}
}

/// The rows of a list that `community new` wrote, whether a spreadsheet has saved it since or not.
fn records<T: DeserializeOwned>(bytes: &[u8]) -> Result<Vec<T>, csv::Error> {
	let mut rows = linli_roster::read_csv(&String::from_utf8_lossy(bytes))?.into_iter().map(csv::StringRecord::from);
	let header = rows.next().unwrap_or_default();
	rows.map(|row| row.deserialize(Some(&header))).collect()
}

/// A portal's address without a slash at its end.
pub fn portal(text: &str) -> Result<String, InvitationsError> {
	let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
	let odd = |letter: char| letter.is_whitespace() || letter.is_control() || "?#\"<>".contains(letter);
	match host {
		Some(host) if !host.trim_matches('/').is_empty() && !text.contains(odd) => {
			Ok(text.trim_end_matches('/').into())
		}
		_ => Err(InvitationsError::Portal { found: text.into() }),
	}
}

/// Says what was printed and, place by place, what could not be.
fn explain(out: &Path, count: usize, printed: &Printed) {
	eprintln!(
		"{}: {count} invitations on {} pages. It holds names and codes, and only you can read it.",
		out.display(),
		printed.pages
	);
	eprintln!("{}：{count} 份邀请函，共 {} 页。其中有姓名和代码，只有您可读。", out.display(), printed.pages);
	for missing in &printed.missing {
		eprintln!(
			"No. {}, building {}, unit {}: no font has the character {:?} (U+{:04X}); {} is printed in its place.",
			missing.invitation,
			missing.building,
			missing.unit,
			missing.character,
			u32::from(missing.character),
			linli_invitations::REPLACEMENT
		);
	}
	if !printed.missing.is_empty() {
		eprintln!("Write these by hand, or delete the PDF and print again with --font FILE, a font that has them.");
	}
	eprintln!("Print it, cut each sheet in the middle, hand each to its owner in person, then delete the PDF.");
	eprintln!("打印后沿虚线裁开，当面交给业主本人，然后删除该 PDF 文件。");
}

#[cfg(test)]
#[path = "tests/invitations.rs"]
mod tests;
