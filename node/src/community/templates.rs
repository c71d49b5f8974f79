// SPDX-License-Identifier: GPL-3.0-or-later

//! `community templates`: empty lists to fill in, as workbooks and as text. Headers are those that the readers know, in
//! Chinese and English; a row of made-up examples shows the form, and the readers pass it over.

use super::{
	errors::{Action, CommunityError},
	locale::{either, language},
	opening::lists,
	output::{Access, Output},
};
use linli_roster::{template_workbook, write_csv, Field, ListColumn, TemplateColumn};
use std::{io, path::PathBuf};

/// What the row of examples begins with.
const EXAMPLE: &str = "示例：";

/// The columns of numbers, by their English headers.
const NUMBERS: [&str; 9] =
	["area_m2", "amount", "balance", "paid", "late fee", "digits", "multiplier", "reading", "most a day"];

/// The columns of a roster, with examples.
const ROSTER: [(Field, &str); 6] = [
	(Field::Unit, "101"),
	(Field::Building, "1"),
	(Field::Kind, "住宅"),
	(Field::Area, "98.03"),
	(Field::Owner, "张三"),
	(Field::OwnerKind, "个人"),
];

// The examples of the other lists, which go together with each other and with the roster.
const BANKS: [&str; 4] = ["0", "某某银行 6222 0000 0000 0001", "1,600.00", ""];
const POTS: [&str; 4] = ["维修资金", "1,000.00", "OPEN-1", "0"];
const SHARES: [&str; 4] = ["101", "1", "", "300.00"];
const ARREARS: [&str; 10] =
	["101", "1", "", "物业费", "2026年9月", "274.48", "100.00", "", "2026年9月1日", "2026年9月16日"];
const PREPAYMENTS: [&str; 5] = ["101", "1", "", "600.00", "OPEN-2"];
const METERS: [&str; 11] = ["101", "1", "", "冷水", "W-000001", "5", "1", "812.3", "2026年11月30日", "", ""];

/// Write empty lists to fill in.
///
/// Units and owners (roster), and what a chain with a past begins with: bank accounts (banks), balances of pots (pots),
/// shares in the repair pot (repair), arrears, prepayments and meters. Each as .xlsx and .csv, with headers in Chinese
/// and English and a row of made-up examples; a row that begins with 示例： or `example:` is passed over. Nothing is
/// overwritten.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub struct TemplatesCmd {
	/// The folder to write into; it must be new or empty.
	#[arg(value_name = "DIR")]
	out: PathBuf,
}

const EXAMPLES: &str = "\
Examples:
  linli-node community templates lists";

impl TemplatesCmd {
	/// Executes the command.
	pub fn run(&self) -> Result<(), CommunityError> {
		let folder = Output::begin(&self.out).map_err(|error| match error {
			// It goes without an option here.
			CommunityError::OutputExists(path) => CommunityError::FolderExists(path),
			other => other,
		})?;
		for Template { name, columns } in templates(EXAMPLE) {
			let workbook = template_workbook(name, &columns).map_err(|error| {
				let path = self.out.join(format!("{name}.xlsx"));
				CommunityError::Io { action: Action::Write, path, error: io::Error::other(error.to_string()) }
			})?;
			folder.write(&format!("{name}.xlsx"), workbook, Access::Public)?;
			folder.write(&format!("{name}.csv"), text(&columns), Access::Public)?;
		}
		folder.finish()?;
		let out = self.out.display();
		let said = either(
			language(),
			format!("Written: {out}. docs/rosters.md and docs/opening.md say what belongs into each list."),
			format!("已写入：{out}。各表怎样填写，见 docs/rosters.zh-CN.md 和 docs/opening.zh-CN.md。"),
		);
		println!("{said}");
		Ok(())
	}
}

/// An empty list.
struct Template {
	/// Its name without an ending.
	name: &'static str,
	/// Its columns.
	columns: Vec<TemplateColumn>,
}

/// The lists; `mark` stands before each row of examples.
fn templates(mark: &str) -> Vec<Template> {
	let roster = columns(mark, ROSTER.iter().map(|(field, example)| (field.headers(), *example)));
	let list = |name, columns: &[ListColumn], examples: &[&'static str]| {
		let cells = columns.iter().map(|column| column.headers).zip(examples.iter().copied());
		Template { name, columns: self::columns(mark, cells) }
	};
	vec![
		Template { name: "roster", columns: roster },
		list("banks", &lists::BANKS, &BANKS),
		list("pots", &lists::POTS, &POTS),
		list("repair", &lists::SHARES, &SHARES),
		list("arrears", &lists::ARREARS, &ARREARS),
		list("prepayments", &lists::PREPAYMENTS, &PREPAYMENTS),
		list("meters", &lists::METERS, &METERS),
	]
}

/// The columns of a list, from the headers by which each is known and its example.
fn columns(mark: &str, cells: impl Iterator<Item = (&'static [&'static str], &'static str)>) -> Vec<TemplateColumn> {
	let column = |(at, (headers, example)): (usize, (&'static [&'static str], &'static str))| {
		let english = headers.first().copied().unwrap_or_default();
		let chinese = headers.iter().find(|header| !header.is_ascii()).copied().unwrap_or(english);
		TemplateColumn {
			header: format!("{chinese} ({english})"),
			example: if at == 0 { format!("{mark}{example}") } else { example.into() },
			is_number: NUMBERS.contains(&english),
		}
	};
	cells.enumerate().map(column).collect()
}

/// A list as text, with a byte-order mark.
fn text(columns: &[TemplateColumn]) -> String {
	let header = columns.iter().map(|column| column.header.as_str()).collect::<Vec<_>>();
	let example = columns.iter().map(|column| column.example.as_str()).collect::<Vec<_>>();
	write_csv([header, example])
}

#[cfg(test)]
#[path = "tests/templates.rs"]
mod tests;
