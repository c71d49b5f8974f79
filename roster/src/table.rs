// SPDX-License-Identifier: GPL-3.0-or-later

//! A report as a text with tables, for a terminal.

use crate::{
	messages::Language,
	report::{Place, Report},
};
use unicode_width::UnicodeWidthStr;
use Language::{Chinese, English};

impl Report {
	/// Everything that the report says: what was assumed, the mistakes as a table, the questions with the options that
	/// answer them, and the warnings as a table.
	pub fn text(&self, language: Language) -> String {
		let mut text = String::new();
		let mut line = |line: &str| {
			text.push_str(line);
			text.push('\n');
		};
		for said in &self.said {
			line(&said.text(language));
		}
		if !self.mistakes.is_empty() {
			line(&match (language, self.mistakes.len()) {
				(English, 1) => "1 mistake:".to_owned(),
				(English, count) => format!("{count} mistakes:"),
				(Chinese, count) => format!("{count} 处错误："),
			});
			let rows = self.mistakes.iter().map(|mistake| {
				let (found, expected) = (mistake.problem.found(language), mistake.problem.expected(language));
				let [sheet, row, column] = cells(&mistake.place, language);
				vec![sheet, row, column, found, expected]
			});
			let heads = match language {
				English => ["sheet", "row", "column", "found", "expected"],
				Chinese => ["工作表", "行", "列", "内容", "应为"],
			};
			line(&table(&heads, rows.collect()));
		}
		for question in &self.questions {
			line(&question.text(language));
			line(&match language {
				English => format!("  To answer: {}", question.options(language)),
				Chinese => format!("  用选项回答：{}", question.options(language)),
			});
		}
		if !self.warnings.is_empty() {
			line(match language {
				English => "To be confirmed (--confirm-warnings), or corrected in the file:",
				Chinese => "请确认（--confirm-warnings），或在文件中更正：",
			});
			let rows = self.warnings.iter().map(|warning| {
				let [sheet, row, column] = warning.place().map(|place| cells(place, language)).unwrap_or_default();
				vec![sheet, row, column, warning.what(language)]
			});
			let heads = match language {
				English => ["sheet", "row", "column", "what is unusual"],
				Chinese => ["工作表", "行", "列", "不寻常之处"],
			};
			line(&table(&heads, rows.collect()));
		}
		text.truncate(text.trim_end().len());
		text
	}
}

fn cells(place: &Place, language: Language) -> [String; 3] {
	let column = place.column.as_ref().map(|column| column.text(place.sheet.is_some(), language));
	[place.sheet.clone().unwrap_or_default(), place.row.to_string(), column.unwrap_or_default()]
}

/// A table with columns as wide as their contents; Chinese characters are two wide. Empty columns are left out.
fn table(heads: &[&str], mut rows: Vec<Vec<String>>) -> String {
	let used: Vec<usize> = (0..heads.len())
		.filter(|at| rows.iter().any(|row| row.get(*at).is_some_and(|cell| !cell.is_empty())))
		.collect();
	rows.insert(0, heads.iter().map(|head| (*head).to_owned()).collect());
	let width = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.width()).max().unwrap_or(0);
	let widths: Vec<(usize, usize)> = used.iter().map(|at| (*at, width(*at))).collect();
	let lines = rows.iter().map(|row| {
		let mut line = String::from(" ");
		for (at, width) in &widths {
			let cell = row.get(*at).map_or("", String::as_str);
			line.push(' ');
			line.push_str(cell);
			line.push_str(&" ".repeat(width.saturating_sub(cell.width()).saturating_add(1)));
		}
		line.trim_end().to_owned()
	});
	lines.collect::<Vec<_>>().join("\n")
}
