// SPDX-License-Identifier: GPL-3.0-or-later

//! A community with a past: the lists of its opening balances, with the totals that the office signs.

use super::{roster::unquoted, Ask};
use crate::community::{
	config::opening::{OpeningFiles, OpeningTotals},
	errors::CommunityError,
	locale::either,
	opening::lists,
};
use linli_roster::{money, Language};
use std::path::{Path, PathBuf};

/// What the lists are of, in English and Chinese.
const BANKS: [&str; 2] = ["bank accounts", "银行账户"];
const POTS: [&str; 2] = ["balances of the pots", "专项账目余额"];
const REPAIR: [&str; 2] = ["units' shares in the repair pot", "各户维修资金份额"];
const ARREARS: [&str; 2] = ["bills that are not paid", "欠费"];
const PREPAYMENTS: [&str; 2] = ["prepayments", "预缴款"];
const METERS: [&str; 2] = ["meters with what they show", "计量表及读数"];

/// The lists and totals; `None` if nothing is brought along.
pub fn opening(ask: &mut dyn Ask, language: Language, folder: &Path) -> Result<Option<OpeningFiles>, CommunityError> {
	let prompt = language.pick(
		"Does the community bring balances, debts or meters along from its old books?",
		"小区有旧账要带入吗（余额、欠费、计量表）？",
	);
	if !ask.confirm(prompt, false)? {
		return Ok(None);
	}
	ask.say(language.pick(
		"The office lists them in spreadsheets; `linli-node community templates lists` writes empty ones\n\
		 (docs/opening.md). The totals come from the old books, not from the lists.",
		"由物业用电子表格列出；`linli-node community templates lists` 可写出空白表格（docs/opening.zh-CN.md）。\n\
		 总额取自旧账，而不是由清单相加。",
	));
	let lists = Lists { language, folder };
	let date = lists.date(ask)?;
	let (banks, of_banks) = lists.with_total(ask, BANKS)?;
	let (pots, of_pots) = lists.with_total(ask, POTS)?;
	let (repair, of_repair) = lists.with_total(ask, REPAIR)?;
	let undistributed = match repair {
		Some(_) => Some(lists.undistributed(ask)?),
		None => None,
	};
	let (arrears, of_arrears) = lists.with_total(ask, ARREARS)?;
	let (prepayments, of_prepayments) = lists.with_total(ask, PREPAYMENTS)?;
	let meters = lists.file(ask, METERS)?;
	if [&banks, &pots, &repair, &arrears, &prepayments, &meters].into_iter().all(Option::is_none) {
		ask.say(language.pick("Nothing is brought along.", "没有带入任何内容。"));
		return Ok(None);
	}
	ask.say(language.pick(
		"Each charge that has arrears or goes by meter needs the first period that the chain bills: add a line such as\n\
		 first = \"2026-12\" to its [[charge]] in the file.",
		"有欠费或按表计量的收费项目须写明链上出账的第一个周期：请在文件中相应的 [[charge]] 加一行，\n\
		 如 first = \"2026-12\"。",
	));
	let totals = OpeningTotals {
		banks: of_banks,
		pots: of_pots,
		repair: of_repair,
		undistributed,
		arrears: of_arrears,
		prepayments: of_prepayments,
	};
	Ok(Some(OpeningFiles { date, banks, pots, repair, arrears, prepayments, meters, totals }))
}

/// What the questions depend on.
struct Lists<'a> {
	language: Language,
	/// Where files are looked for.
	folder: &'a Path,
}

impl Lists<'_> {
	/// The day at whose beginning the books are opened.
	fn date(&self, ask: &mut dyn Ask) -> Result<String, CommunityError> {
		let language = self.language;
		let prompt = language.pick(
			"The day at whose beginning the books are opened, the first of a month, such as 2026-12-01",
			"启用新账的日期（当日零时），取某月一日，如 2026-12-01",
		);
		let wrong = language.pick("a day such as 2026-12-01, please", "请填 2026-12-01 这样的日期");
		ask.text(prompt, None, &|text| lists::day(text).map(|_| ()).ok_or_else(|| wrong.to_owned()))
	}

	/// A list, if there is one.
	fn file(&self, ask: &mut dyn Ask, list: [&str; 2]) -> Result<Option<PathBuf>, CommunityError> {
		let [english, chinese] = list;
		let prompt = either(
			self.language,
			format!("The list of the {english} (empty: none)"),
			format!("{chinese}清单的文件（没有则留空）"),
		);
		let wrong = self.language.pick("there is no such file", "没有这个文件");
		let path =
			ask.text(&prompt, None, &|text| match text.is_empty() || self.folder.join(unquoted(text)).is_file() {
				true => Ok(()),
				false => Err(wrong.into()),
			})?;
		Ok((!path.is_empty()).then(|| unquoted(&path).into()))
	}

	/// A list with its total, if there is one.
	fn with_total(
		&self,
		ask: &mut dyn Ask,
		list: [&str; 2],
	) -> Result<(Option<PathBuf>, Option<String>), CommunityError> {
		let Some(file) = self.file(ask, list)? else { return Ok((None, None)) };
		let [english, chinese] = list;
		let prompt = either(
			self.language,
			format!("The total of the {english}, from the old books"),
			format!("旧账上{chinese}的总额"),
		);
		let total = ask.text(&prompt, None, &|text| self.is_amount(text))?;
		Ok((Some(file), Some(total)))
	}

	/// What of the repair pot belongs to no unit.
	fn undistributed(&self, ask: &mut dyn Ask) -> Result<String, CommunityError> {
		let prompt = self.language.pick("What of the repair pot belongs to no unit", "维修资金中未分摊到户的金额");
		ask.text(prompt, Some("0.00"), &|text| self.is_amount(text))
	}

	fn is_amount(&self, text: &str) -> Result<(), String> {
		let wrong = || self.language.pick("an amount such as 1,204.50, please", "请填 1,204.50 这样的金额").to_owned();
		money(text).map(|_| ()).ok_or_else(wrong)
	}
}
