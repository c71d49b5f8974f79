// SPDX-License-Identifier: GPL-3.0-or-later

//! The list of units and owners: where it is, and what could be read in two ways.

use super::Ask;
use crate::community::{
	config::{same_name_word, RosterFile, Source, FILE},
	errors::CommunityError,
	locale::either,
	output::{self, Access},
	roster::RosterArgs,
};
use linli_roster::{Answer, Language, Question, Report, Roster};
use std::path::{Path, PathBuf};

/// The file and how it is read, with what it holds.
pub fn roster(ask: &mut dyn Ask, language: Language, folder: &Path) -> Result<(RosterFile, Roster), CommunityError> {
	let mut file = choose_file(ask, language, folder)?;
	let source = Source::File { path: folder.join(FILE), text: String::new() };
	loop {
		let args = file.args(&source)?;
		let bytes = args.bytes()?;
		match linli_roster::read(&bytes, &args.options()) {
			Ok(reading) => {
				for said in &reading.said {
					ask.say(&said.text(language));
				}
				return Ok((file, reading.roster));
			}
			Err(report) => match settle(ask, language, &report, &mut file)? {
				Next::Read => (),
				Next::Mark => mark(ask, language, &args, &bytes, &report)?,
				Next::OtherFile => file = choose_file(ask, language, folder)?,
			},
		}
	}
}

/// What comes after a report.
enum Next {
	/// The same file is read again.
	Read,
	/// A copy with marks is written first.
	Mark,
	/// Another file is taken.
	OtherFile,
}

/// Settles one thing of a report: first which column is which, on which the mistakes depend; then the mistakes, so that
/// nobody answers for a list that has to be corrected anyway; then who is who, and the warnings.
fn settle(
	ask: &mut dyn Ask,
	language: Language,
	report: &Report,
	file: &mut RosterFile,
) -> Result<Next, CommunityError> {
	let is_column = |question: &&Question| matches!(question, Question::Column { .. });
	let columns = report.questions.iter().find(is_column);
	let question = match report.mistakes.is_empty() {
		true => columns.or(report.questions.first()),
		false => columns,
	};
	if let Some(question) = question {
		let answers = question.answers();
		let items: Vec<String> = answers.iter().map(|answer| answer.text(language)).collect();
		let place = ask.choose(&question.text(language), &items, 0)?;
		if let Some(given) = answers.into_iter().nth(place) {
			answer(file, given);
		}
		return Ok(Next::Read);
	}
	// What is still asked comes later.
	ask.say(&Report { questions: Vec::new(), ..report.clone() }.text(language));
	if report.mistakes.is_empty() {
		let prompt = language.pick("Is all of this right as it is?", "以上内容都正确无误吗？");
		if ask.confirm(prompt, false)? {
			file.confirm_warnings = true;
			return Ok(Next::Read);
		}
	}
	let prompt =
		language.pick("Correct the list in your spreadsheet and save it. Then:", "请在电子表格中更正并保存，然后：");
	let items = [
		["Read it again", "重新读取"],
		["Write a copy in which every place is marked, to correct it there", "另存一份标出每处错误的副本，在其中更正"],
		["Take another file", "换一个文件"],
		["Stop", "退出"],
	]
	.map(|[english, chinese]| language.pick(english, chinese).to_owned());
	match ask.choose(prompt, &items, 0)? {
		0 => Ok(Next::Read),
		1 => Ok(Next::Mark),
		2 => Ok(Next::OtherFile),
		_ => Err(CommunityError::Stopped),
	}
}

/// Writes the marked copy beside the list, over no other file. The same list is read again until another one is named.
fn mark(
	ask: &mut dyn Ask,
	language: Language,
	args: &RosterArgs,
	bytes: &[u8],
	report: &Report,
) -> Result<(), CommunityError> {
	let copy = match linli_roster::marked_copy(bytes, &args.options(), report, language) {
		Ok(copy) => copy,
		Err(error) => {
			ask.say(&error.text(language));
			return Ok(());
		}
	};
	let path = free_beside(args.file()?);
	output::write_new(&path, &copy, Access::Secret)?;
	let path = path.display();
	ask.say(&either(
		language,
		format!("Written: {path}. Correct it there and save it; then take it as another file."),
		format!("已写入：{path}。请在其中更正并保存，然后选择“换一个文件”。"),
	));
	Ok(())
}

/// The first free name for a marked copy: `owners-marked.xlsx` beside `owners.csv`.
fn free_beside(list: &Path) -> PathBuf {
	let stem = list.file_stem().unwrap_or_default().to_string_lossy();
	let names = (1..).map(|number| match number {
		1 => format!("{stem}-marked.xlsx"),
		number => format!("{stem}-marked-{number}.xlsx"),
	});
	let mut paths = names.map(|name| list.with_file_name(name));
	paths.find(|path| path.symlink_metadata().is_err()).unwrap_or_default()
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
pub(super) fn unquoted(text: &str) -> &str {
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
