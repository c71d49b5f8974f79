// SPDX-License-Identifier: GPL-3.0-or-later

//! `community invitations`: prints the owners' claim tickets, from the folder that `community new` wrote.

use super::{
	config,
	errors::CommunityError,
	input,
	locale::{either, language},
	output::{self, Access},
	plan,
	progress::Step,
	tickets,
};
use linli_invitations::{order, Community, Invitation, Printed};
use linli_primitives::calendar::DAY;
use linli_roster::Language;
use serde::{de::DeserializeOwned, Deserialize};
use std::{
	collections::{BTreeMap, BTreeSet},
	fmt, fs,
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
	/// browsers do not send to the server. Default: the portal of community.toml in the folder. Without one, the QR
	/// code holds the code alone.
	#[arg(long, value_name = "ADDRESS")]
	portal: Option<String>,

	/// A font file (TrueType or OpenType) for characters that the built-in font lacks. It has those of the national
	/// standards and the commonest traditional ones, in all about 11,000.
	#[arg(long, value_name = "FILE")]
	font: Option<PathBuf>,
}

/// Why invitations cannot be printed.
#[derive(Debug)]
pub enum InvitationsError {
	/// The folder is not a community's.
	Folder {
		/// The folder given.
		folder: PathBuf,
		/// The missing file.
		file: &'static str,
	},
	/// The chain specification cannot be read.
	Spec {
		/// The file.
		file: PathBuf,
		/// The reason.
		error: serde_json::Error,
	},
	/// A list cannot be read.
	List {
		/// The file.
		file: PathBuf,
		/// The reason, with the line.
		error: csv::Error,
	},
	/// A code was altered.
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
	/// An owner has two tickets.
	TwoTickets {
		/// The file.
		file: PathBuf,
		/// The owner's id.
		owner: u32,
	},
	/// An owner has a ticket and no unit.
	NoUnit {
		/// The file.
		file: PathBuf,
		/// The owner's id.
		owner: u32,
	},
	/// The portal's address cannot be used.
	Portal {
		/// The address given.
		found: String,
	},
	/// The PDF cannot be made.
	Print(linli_invitations::Error),
}

impl InvitationsError {
	/// The reason in words.
	pub fn text(&self, language: Language) -> String {
		let say = |english: String, chinese: String| either(language, english, chinese);
		match self {
			Self::Folder { folder, file } => {
				let folder = folder.display();
				say(
					format!("--community: {folder} has no {file}; expected the folder that `linli-node community new` wrote"),
					format!("--community：{folder} 中没有 {file}；应为 linli-node community new 写出的文件夹"),
				)
			}
			Self::Spec { file, error } => {
				let file = file.display();
				say(
					format!("{file}: {error}; expected the chain specification that `linli-node community new` wrote"),
					format!("{file}：{error}；应为 linli-node community new 写出的链规格文件"),
				)
			}
			Self::List { file, error } => {
				let file = file.display();
				say(
					format!("{file}: {error}; expected the list that `linli-node community new` wrote, in UTF-8"),
					format!("{file}：{error}；应为 linli-node community new 写出的 UTF-8 清单"),
				)
			}
			Self::Code { file, code, owner, reason } => {
				let file = file.display();
				say(
					format!("{file}: the code {code:?} of owner {owner} is wrong: {reason}"),
					format!("{file}：业主 {owner} 的代码 {code:?} 有误：{reason}"),
				)
			}
			Self::TwoTickets { file, owner } => {
				let file = file.display();
				say(
					format!("{file}: owner {owner} has two tickets; are tickets.csv and roster-salted.csv of the same chain?"),
					format!("{file}：业主 {owner} 有两个凭证；tickets.csv 和 roster-salted.csv 是同一条链的吗？"),
				)
			}
			Self::NoUnit { file, owner } => {
				let file = file.display();
				say(
					format!(
						"{file}: owner {owner} has no unit in the salted roster; are tickets.csv and roster-salted.csv of the \
						same chain?"
					),
					format!(
						"{file}：业主 {owner} 在加盐名册中没有房屋；tickets.csv 和 roster-salted.csv 是同一条链的吗？"
					),
				)
			}
			Self::Portal { found } => say(
				format!(
					"--portal: found {found:?}; expected an address such as https://willow.example, without spaces, ? or #"
				),
				format!("--portal：内容为 {found:?}；应为 https://willow.example 这样的网址，不含空格、? 和 #"),
			),
			Self::Print(error) => {
				say(format!("the invitations cannot be printed: {error}"), format!("无法生成邀请函：{error}"))
			}
		}
	}
}

impl std::error::Error for InvitationsError {}

impl fmt::Display for InvitationsError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&self.text(language()))
	}
}

impl From<linli_invitations::Error> for InvitationsError {
	fn from(error: linli_invitations::Error) -> Self {
		Self::Print(error)
	}
}

const SPEC: &str = "chain-spec.json";
const TICKETS: &str = "tickets/tickets.csv";
const ROSTER: &str = "roster-salted.csv";

/// What is needed of a chain specification.
#[derive(Deserialize)]
struct Spec {
	name: String,
	#[serde(default)]
	genesis: serde_json::Value,
}

impl Spec {
	/// How long a ticket can be used, in days.
	fn ticket_days(&self) -> Option<u64> {
		let lifetime = self.genesis.pointer("/runtimeGenesis/patch/registry/ticketLifetime")?.as_u64()?;
		Some(lifetime / DAY)
	}
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
			return Err(CommunityError::InvitationsExist(out));
		}
		let spec = self.spec()?;
		let invitations = self.invitations(portal.as_deref(), spec.ticket_days())?;
		let count = invitations.len();
		let font = self.font.as_deref().map(input::read).transpose()?;
		let community = Community { name: spec.name, portal };
		let step = Step::begin(language().pick("Printing invitations", "正在生成邀请函"));
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

	/// What its chain is made of.
	fn spec(&self) -> Result<Spec, CommunityError> {
		let (file, bytes) = self.file(SPEC)?;
		Ok(serde_json::from_slice(&bytes).map_err(|error| InvitationsError::Spec { file, error })?)
	}

	/// One invitation for each line of the list of tickets, which can be used for so many days.
	fn invitations(&self, portal: Option<&str>, days: Option<u64>) -> Result<Vec<Invitation>, CommunityError> {
		let expiry = days.map(|days| format!("链启用后 {days} 天内有效 · Valid for {days} days"));
		let (file, tickets) = self.rows::<TicketRow>(TICKETS)?;
		let (_, units) = self.rows::<UnitRow>(ROSTER)?;
		let mut of_owner: BTreeMap<u32, Vec<UnitRow>> = BTreeMap::new();
		for unit in units {
			of_owner.entry(unit.owner_id).or_default().push(unit);
		}
		let mut seen = BTreeSet::new();
		let mut invitations = Vec::new();
		for TicketRow { owner, owner_id, code } in tickets {
			if !seen.insert(owner_id) {
				return Err(InvitationsError::TwoTickets { file, owner: owner_id }.into());
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
			let door = units.first().ok_or_else(|| InvitationsError::NoUnit { file: file.clone(), owner: owner_id })?;
			invitations.push(Invitation {
				building: door.building.clone(),
				link: tickets::link(&code, portal),
				units: units.into_iter().map(|unit| unit.unit).collect(),
				owner,
				code,
				expiry: expiry.clone(),
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
	let language = language();
	let say = |english: String, chinese: String| eprintln!("{}", either(language, english, chinese));
	let (out, pages) = (out.display(), printed.pages);
	say(
		format!("{out}: {count} invitations on {pages} pages. It holds names and codes, and only you can read it."),
		format!("{out}：{count} 份邀请函，共 {pages} 页。其中有姓名和代码，只有您可读。"),
	);
	for missing in &printed.missing {
		let (number, building, unit) = (missing.invitation, &missing.building, &missing.unit);
		let (character, code) = (missing.character, u32::from(missing.character));
		let instead = linli_invitations::REPLACEMENT;
		say(
			format!(
				"No. {number}, building {building}, unit {unit}: no font has the character {character:?} (U+{code:04X}); \
				{instead} is printed in its place."
			),
			format!(
				"第 {number} 份，{building} {unit}：字体中没有 {character:?}（U+{code:04X}）这个字，打印为 {instead}。"
			),
		);
	}
	if !printed.missing.is_empty() {
		say(
			"Write these by hand, or delete the PDF and print again with --font FILE, a font that has them.".into(),
			"请手写补上，或删除该 PDF 文件，用 --font 指定含有这些字的字体重新生成。".into(),
		);
	}
	say(
		"Print it, cut each sheet in the middle, hand each to its owner in person, then delete the PDF.".into(),
		"打印后沿虚线裁开，当面交给业主本人，然后删除该 PDF 文件。".into(),
	);
}

#[cfg(test)]
#[path = "tests/invitations.rs"]
mod tests;
