// SPDX-License-Identifier: GPL-3.0-or-later

//! `community check`: says everything about a roster or a config at once, before a chain is made of it.

use super::{
	config,
	errors::CommunityError,
	examine::examine,
	locale::language,
	output::{self, Access},
	papers,
	roster::RosterArgs,
};
use linli_roster::{Language, Reading, Report};
use std::path::{Path, PathBuf};

/// Check a roster, or everything that a chain is to be made of: all mistakes, questions and warnings at once.
///
/// Of a roster, each with its sheet, row and column, what was found and what was expected. With --config, says in plain
/// words what the chain will do: units, owners and area, what the charges bring, how many owners and m² a decision
/// needs, who holds which office, what is still missing, and what the law of the pack demands. Ends with an error if
/// there are mistakes or open questions. Makes no chain.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
#[command(group(clap::ArgGroup::new("checked").required(true).args(["config", "roster"])))]
pub struct CheckCmd {
	/// The file that `community new` wrote, with everything that the chain is to be made of.
	#[arg(long, value_name = "FILE.toml", conflicts_with_all = ["RosterArgs", "fix"])]
	config: Option<PathBuf>,

	#[command(flatten)]
	roster: RosterArgs,

	/// Also write a copy of the roster as a workbook in which every place is marked, with what was expected as a note.
	/// Correct it there, and read it again. The file must not exist yet.
	#[arg(long, value_name = "OUT.xlsx")]
	fix: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  linli-node community check --roster owners.xlsx
  linli-node community check --roster owners.csv --column area=建筑面积 --fix marked.xlsx
  linli-node community check --config community.toml";

impl CheckCmd {
	/// Executes the command.
	pub fn run(&self) -> Result<(), CommunityError> {
		match &self.config {
			Some(path) => check_config(path),
			None => self.check_roster(),
		}
	}

	fn check_roster(&self) -> Result<(), CommunityError> {
		if let Some(out) = self.fix.as_ref().filter(|out| out.symlink_metadata().is_ok()) {
			return Err(CommunityError::MarkedCopyExists(out.clone()));
		}
		let bytes = self.roster.bytes()?;
		let language = language();
		let (report, reading) = match linli_roster::read(&bytes, &self.roster.options()) {
			Ok(reading) => {
				let (said, warnings) = (reading.said.clone(), reading.warnings.clone());
				(Report { said, warnings, ..Report::default() }, Some(reading))
			}
			Err(report) => (*report, None),
		};
		println!("{}", report.text(language));
		if let Some(reading) = &reading {
			println!("{}", totals(reading, language));
		}
		if let Some(out) = &self.fix {
			self.mark(out, &bytes, &report, language)?;
		}
		if report.mistakes.is_empty() && report.questions.is_empty() {
			return Ok(());
		}
		Err(CommunityError::Checked {
			file: self.roster.file()?.into(),
			mistakes: report.mistakes.len(),
			questions: report.questions.len(),
		})
	}

	/// Writes the marked copy, which holds names: for its owner's eyes only, and over no other file.
	fn mark(&self, out: &Path, bytes: &[u8], report: &Report, language: Language) -> Result<(), CommunityError> {
		if report.mistakes.is_empty() && report.warnings.is_empty() {
			println!(
				"{}: {}",
				out.display(),
				match language {
					Language::English => "not written, since there is nothing to mark",
					Language::Chinese => "没有需要标注的内容，未写入",
				}
			);
			return Ok(());
		}
		let copy = linli_roster::marked_copy(bytes, &self.roster.options(), report, language)
			.map_err(|error| CommunityError::Mark { file: self.roster.roster.clone().unwrap_or_default(), error })?;
		output::write_new(out, &copy, Access::Secret).map_err(|error| match error {
			CommunityError::FileExists(path) => CommunityError::MarkedCopyExists(path),
			other => other,
		})
	}
}

/// Says what the chain of a file will do.
fn check_config(path: &Path) -> Result<(), CommunityError> {
	let (config, source) = config::read::read(path)?;
	let examined = examine(&config, &source, language());
	print!("{}", examined.text);
	match examined.mistakes.len() {
		0 => Ok(()),
		mistakes => Err(CommunityError::ConfigChecked { file: path.into(), mistakes }),
	}
}

/// What the roster holds, in one line.
fn totals(reading: &Reading, language: Language) -> String {
	let roster = &reading.roster;
	let (units, buildings, owners) = (roster.units.len(), roster.buildings.len(), roster.owners.len());
	let area = papers::square_metres(roster.area());
	match language {
		Language::English => format!("{units} units in {buildings} buildings, {owners} owners, {area} m²"),
		Language::Chinese => format!("{buildings} 栋楼，{units} 套，{owners} 位业主，{area} 平方米"),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::fs;

	const HEADER: &str = "unit,building,kind,area_m2,owner,owner_kind\n";

	fn command(folder: &Path, rows: &str) -> CheckCmd {
		let file = folder.join("roster.csv");
		fs::write(&file, format!("{HEADER}{rows}")).unwrap();
		let roster = RosterArgs { roster: Some(file), ..RosterArgs::default() };
		CheckCmd { config: None, roster, fix: Some(folder.join("marked.xlsx")) }
	}

	#[test]
	fn mistakes_are_counted_and_marked_and_nothing_is_overwritten() {
		let folder = tempfile::tempdir().unwrap();
		let command = command(folder.path(), "1-1,1,villa,98.035,O1,person\n1-2,1,residential,90,O2,person\n");
		assert!(matches!(command.run(), Err(CommunityError::Checked { mistakes: 2, questions: 0, .. })));
		let marked = folder.path().join("marked.xlsx");
		assert!(fs::metadata(&marked).unwrap().len() > 0);
		let error = command.run().unwrap_err();
		assert!(matches!(error, CommunityError::MarkedCopyExists(_)), "{error}");
		assert!(error.text(Language::English).contains("perhaps with your corrections"), "{error}");
	}

	#[test]
	fn a_good_roster_passes_and_no_copy_is_written() {
		let folder = tempfile::tempdir().unwrap();
		command(folder.path(), "1-1,1,residential,98.03,O1,person\n").run().unwrap();
		assert!(!folder.path().join("marked.xlsx").exists());
	}
}
