// SPDX-License-Identifier: GPL-3.0-or-later

//! The list of units and owners: where it is, and what could be read in two ways.

use super::Ask;
use crate::community::{
	config::{same_name_word, RosterFile, Source, FILE},
	errors::CommunityError,
};
use linli_roster::{Answer, Building, Language, Report};
use std::path::Path;

/// The file and how it is read, with the buildings in it.
pub fn roster(
	ask: &mut dyn Ask,
	language: Language,
	folder: &Path,
) -> Result<(RosterFile, Vec<Building>), CommunityError> {
	let mut file = choose_file(ask, language, folder)?;
	let source = Source::File { path: folder.join(FILE), text: String::new() };
	loop {
		let args = file.args(&source)?;
		match linli_roster::read(&args.bytes()?, &args.options()) {
			Ok(reading) => {
				for said in &reading.said {
					ask.say(&said.text(language));
				}
				return Ok((file, reading.roster.buildings));
			}
			Err(report) => match settle(ask, language, &report, &mut file)? {
				Next::Read => (),
				Next::OtherFile => file = choose_file(ask, language, folder)?,
			},
		}
	}
}

/// What comes after a report.
enum Next {
	/// The same file is read again.
	Read,
	/// Another file is taken.
	OtherFile,
}

/// Asks the questions of a report or, if there are none, what to do about its mistakes and warnings.
fn settle(
	ask: &mut dyn Ask,
	language: Language,
	report: &Report,
	file: &mut RosterFile,
) -> Result<Next, CommunityError> {
	if let Some(question) = report.questions.first() {
		let answers = question.answers();
		let items: Vec<String> = answers.iter().map(|answer| answer.text(language)).collect();
		let place = ask.choose(&question.text(language), &items, 0)?;
		if let Some(given) = answers.into_iter().nth(place) {
			answer(file, given);
		}
		return Ok(Next::Read);
	}
	ask.say(&report.text(language));
	if report.mistakes.is_empty() {
		let prompt = language.pick("Is all of this right as it is?", "以上内容都正确无误吗？");
		if ask.confirm(prompt, false)? {
			file.confirm_warnings = true;
			return Ok(Next::Read);
		}
	}
	let prompt =
		language.pick("Correct the list in your spreadsheet and save it. Then:", "请在电子表格中更正并保存，然后：");
	let items = [["Read it again", "重新读取"], ["Take another file", "换一个文件"], ["Stop", "退出"]]
		.map(|[english, chinese]| language.pick(english, chinese).to_owned());
	match ask.choose(prompt, &items, 0)? {
		0 => Ok(Next::Read),
		1 => Ok(Next::OtherFile),
		_ => Err(CommunityError::Stopped),
	}
}

/// Keeps an answer.
fn answer(file: &mut RosterFile, given: Answer) {
	match given {
		Answer::Column(field, header) => {
			file.column.insert(field.name().into(), header);
		}
		Answer::OwnerKey(header) => {
			file.owner_key = Some(header);
			file.same_name = None;
		}
		Answer::SameName(same) => {
			file.same_name = Some(same_name_word(same).into());
			file.owner_key = None;
		}
	}
}

fn choose_file(ask: &mut dyn Ask, language: Language, folder: &Path) -> Result<RosterFile, CommunityError> {
	let prompt = language.pick(
		"The list of units and owners: a workbook (.xlsx, .xls) or text file (.csv)",
		"房屋与业主名册：工作簿（.xlsx、.xls）或文本文件（.csv）",
	);
	let wrong = language.pick("there is no such file", "没有这个文件");
	let path = ask.text(prompt, None, &|text| match folder.join(unquoted(text)).is_file() {
		true => Ok(()),
		false => Err(wrong.into()),
	})?;
	Ok(RosterFile { file: unquoted(&path).into(), ..RosterFile::default() })
}

/// A path without the quotation marks that terminals put around a file that is dropped on them.
fn unquoted(text: &str) -> &str {
	let text = text.trim();
	let within = |mark: char| text.strip_prefix(mark).and_then(|text: &str| text.strip_suffix(mark));
	within('\'').or_else(|| within('"')).unwrap_or(text)
}

#[cfg(test)]
mod tests {
	use super::unquoted;

	#[test]
	fn dropped_files() {
		assert_eq!(unquoted(" '/tmp/业主 名册.xlsx' "), "/tmp/业主 名册.xlsx");
		assert_eq!(unquoted("\"a b.csv\""), "a b.csv");
		assert_eq!(unquoted("it's.csv"), "it's.csv");
	}
}
