// SPDX-License-Identifier: GPL-3.0-or-later

//! What a chain with a past begins with (D50): balances of pots, shares in the repair pot, bills that are not paid,
//! prepayments, and what the meters show. They come from the office's files; sums are checked to the fen against the
//! totals that the office signs.
//!
//! - [`lists`]: the columns of the files, and their cells; [`file`]: a file as rows
//! - [`banks`]: the bank accounts; [`meters`]: the meters
//! - [`paper`]: the opening in words; [`patch`]: as genesis configuration

pub mod banks;
pub mod file;
pub mod lists;
pub mod meters;
mod paper;
pub mod patch;

use super::{
	charge_text::{chinese_kind, english_kind},
	charges::NamedCharge,
	config::{opening::OpeningFiles, Config, Source},
	errors::CommunityError,
	law::Law,
	locale::language,
	roster::unit_kind,
};
use banks::BankBalance;
use file::ReadFile;
use linli_primitives::{calendar::DAY, BankId, Fen, Moment, Period, PotId, UnitKind, UtcOffset};
use linli_roster::{look, money, ListColumn, Roster};
use lists::{shown, shown_signed, Labels, Reader};
use meters::Meters;
use std::{
	collections::{BTreeSet, HashMap},
	path::Path,
};

/// The balance of a pot.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PotBalance {
	/// The pot.
	pub pot: PotId,
	/// Its public name.
	pub name: String,
	/// Its balance in fen, or the part of it at the bank account.
	pub amount: u64,
	/// The bank account.
	pub bank: BankId,
	/// The bank's reference.
	pub reference: String,
}

/// A bill of which something is left to pay.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Arrear {
	/// The unit, as a position in the roster.
	pub unit: usize,
	/// The charge, as a position among the charges.
	pub charge: usize,
	/// The period.
	pub period: Period,
	/// The principal as it was billed, in fen.
	pub principal: u64,
	/// What was paid of it, in fen.
	pub paid: u64,
	/// The late fee owed, in fen.
	pub late: u64,
	/// When it was issued, in ms.
	pub issued: Moment,
	/// When it is due, in ms.
	pub due: Moment,
}

/// Everything that a chain with a past begins with. Units are positions in the roster, in the order of the office.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Opening {
	/// When the books are opened, in ms.
	pub opened: Moment,
	/// That day, as `community.toml` has it.
	pub date: String,
	/// The bank accounts, if the office lists them.
	pub banks: Vec<BankBalance>,
	/// The balances of the pots.
	pub pots: Vec<PotBalance>,
	/// The shares in the repair pot, in fen. Below zero, the unit owes it.
	pub shares: Vec<(usize, i64)>,
	/// What of the repair pot belongs to no unit, in fen.
	pub undistributed: u64,
	/// The bills.
	pub arrears: Vec<Arrear>,
	/// What was prepaid for units, in fen, with the bank's reference.
	pub prepayments: Vec<(usize, u64, String)>,
	/// The meters.
	pub meters: Meters,
	/// The files.
	pub files: Vec<ReadFile>,
}

/// Reads and checks the opening of a config; `None` if it has none. Its meters are read already, since charges name
/// some. All mistakes are said at once.
pub fn read(
	config: &Config,
	source: &Source,
	law: &Law,
	roster: &Roster,
	charges: &[NamedCharge],
	meters: Meters,
) -> Result<Option<Opening>, Vec<CommunityError>> {
	let Some(files) = &config.opening else { return Ok(None) };
	let offset = law.utc_offset;
	let Some(opened) = lists::day(&files.date).and_then(|day| offset.start_of(day)) else {
		let expected = language().pick("a day, such as \"2026-12-01\"", "日期，如 \"2026-12-01\"");
		return Err(vec![source.mistake("opening.date", format!("{:?}", files.date), expected).into()]);
	};
	let opening = Opening { opened, date: files.date.clone(), ..Opening::default() };
	let labels = Labels::of(roster);
	let mut reading = Reading { source, law, roster, charges, labels, offset, opening, errors: Vec::new() };
	reading.all(files);
	reading.opening.files.extend(meters.file.clone());
	reading.opening.meters = meters;
	match reading.errors.is_empty() {
		true => Ok(Some(reading.opening)),
		false => Err(reading.errors),
	}
}

/// An opening that is being read.
struct Reading<'a> {
	source: &'a Source,
	law: &'a Law,
	roster: &'a Roster,
	charges: &'a [NamedCharge],
	labels: Labels,
	offset: UtcOffset,
	opening: Opening,
	errors: Vec<CommunityError>,
}

impl Reading<'_> {
	fn all(&mut self, files: &OpeningFiles) {
		let totals = &files.totals;
		if let Some(file) = &files.banks {
			self.banks(file);
		}
		if let Some(file) = &files.pots {
			// Where the list of accounts has mistakes of its own, only those are said.
			self.pots(file, self.errors.is_empty());
		}
		if let Some(file) = &files.repair {
			self.shares(file);
		}
		if let Some(file) = &files.arrears {
			self.arrears(file);
		}
		if let Some(file) = &files.prepayments {
			self.prepayments(file);
		}
		// Sums of what cannot be read would only be wrong.
		if !self.errors.is_empty() {
			return;
		}
		let pots = self.opening.pots_total();
		let Ok(repair) = u64::try_from(self.opening.shares_total()) else {
			let found = shown_signed(self.opening.shares_total());
			let expected = language().pick("shares that are not below zero together", "各户份额合计不小于零");
			let why = language().pick(
				"what some units have overdrawn has to be covered by the others",
				"一些房屋透支的部分须由其他房屋的份额承担",
			);
			let mistake = self.source.mistake("opening.repair", found, expected).because(why);
			return self.errors.push(mistake.into());
		};
		let (arrears, prepaid) = (self.opening.arrears_total(), self.opening.prepayments_total());
		self.total("banks", files.banks.is_some(), totals.banks.as_deref(), self.opening.banks_total());
		self.total("pots", files.pots.is_some(), totals.pots.as_deref(), pots);
		self.total("repair", files.repair.is_some(), totals.repair.as_deref(), repair);
		self.total("arrears", files.arrears.is_some(), totals.arrears.as_deref(), arrears);
		self.total("prepayments", files.prepayments.is_some(), totals.prepayments.as_deref(), prepaid);
		self.undistributed(totals.undistributed.as_deref(), repair);
		if let Some(file) = &files.banks {
			self.bank_sums(file);
		}
	}

	/// Reads a file row by row. `each` takes a row; what it notes as wrong is said for the file.
	fn rows(&mut self, name: &Path, columns: &[ListColumn], mut each: impl FnMut(&mut Self, &mut Reader<'_>)) {
		let (rows, read) = match file::open(self.source, name, columns) {
			Ok(opened) => opened,
			Err(error) => return self.errors.push(error),
		};
		let (mut faults, language) = (Vec::new(), language());
		for row in &rows {
			each(self, &mut Reader { row, faults: &mut faults, language });
		}
		self.opening.files.push(read);
		if !faults.is_empty() {
			self.errors.push(CommunityError::Opening { file: self.source.folder().join(name), mistakes: faults });
		}
	}

	fn pots(&mut self, file: &Path, banks_are_read: bool) {
		let mut seen = BTreeSet::new();
		self.rows(file, &lists::POTS, |this, row| {
			let pot = this.pot(row.row.text(0));
			if pot.is_none() {
				let names: Vec<_> = this.law.pots.iter().map(|pot| pot.name.as_str()).collect();
				let (english, chinese) = (names.join(", "), names.join("、"));
				row.wrong(0, &format!("one of the pots: {english}"), &format!("专项账目之一：{chinese}"));
			}
			let (amount, reference) = (row.money(1), row.reference(2));
			let bank = match row.row.text(3).is_empty() {
				true => Some(0),
				false => row.bank(3),
			};
			let is_listed = |bank: BankId| bank == 0 || this.opening.banks.iter().any(|listed| listed.bank == bank);
			if banks_are_read && bank.is_some_and(|bank| !is_listed(bank)) {
				let english = "a bank account of the file that `banks` in [opening] names";
				row.wrong(3, english, "[opening] 的 banks 所指文件中的银行账户");
			}
			if let (Some(bank), Some(reference)) = (bank, &reference) {
				if !seen.insert((bank, reference.to_ascii_uppercase())) {
					let english = "each bank reference once for a bank account";
					row.wrong(2, english, "同一银行账户的每个银行流水号只出现一次");
				}
			}
			let (Some((pot, name)), Some(amount)) = (pot, amount) else { return };
			let (Some(bank), Some(reference)) = (bank, reference) else { return };
			if amount > 0 {
				this.opening.pots.push(PotBalance { pot, name, amount, bank, reference });
			}
		});
	}

	/// The pot of that name or kind.
	fn pot(&self, text: &str) -> Option<(PotId, String)> {
		let wanted = look(text).replace('-', "");
		let is_it = |name: &str| look(name).replace('-', "") == wanted;
		let at = self.law.pots.iter().position(|pot| is_it(&pot.name) || (pot.kind != "other" && is_it(&pot.kind)))?;
		Some((PotId::try_from(at).ok()?, self.law.pots.get(at)?.name.clone()))
	}

	fn shares(&mut self, file: &Path) {
		let mut seen = BTreeSet::new();
		self.rows(file, &lists::SHARES, |this, row| {
			let (unit, amount) = (row.unit(&this.labels), row.signed_money(3));
			let (Some(unit), Some(amount)) = (unit, amount) else { return };
			if !seen.insert(unit) {
				return row.wrong(0, "each unit once", "每套房屋只出现一次");
			}
			if amount != 0 && this.takes_part(unit, row) {
				this.opening.shares.push((unit, amount));
			}
		});
	}

	/// Whether the unit is of a kind that takes part in the repair fund; what is wrong is noted.
	fn takes_part(&self, unit: usize, row: &mut Reader<'_>) -> bool {
		let Some(kind) = self.roster.units.get(unit).map(|unit| unit_kind(unit.kind)) else { return false };
		let kinds = &self.law.repair_kinds;
		if kinds.contains(&kind) {
			return true;
		}
		let of = |name: fn(UnitKind) -> &'static str, and: &str| {
			kinds.iter().map(|kind| name(*kind)).collect::<Vec<_>>().join(and)
		};
		let (takes_part, here) = (of(english_kind, ", "), english_kind(kind));
		let english = format!(
			"a unit of a kind in the repair fund ({takes_part}), and this one is {here}: delete the row, and add its \
			 amount to `undistributed`"
		);
		let (takes_part, here) = (of(chinese_kind, "、"), chinese_kind(kind));
		let chinese =
			format!("参加维修资金的房屋（{takes_part}），而这是{here}：请删去此行，其金额计入 undistributed（未分配）");
		row.wrong(0, &english, &chinese);
		false
	}

	fn prepayments(&mut self, file: &Path) {
		// Prepayments lie at account 0.
		let of_pots = self.opening.pots.iter().filter(|pot| pot.bank == 0);
		let mut seen: BTreeSet<_> = of_pots.map(|pot| pot.reference.to_ascii_uppercase()).collect();
		self.rows(file, &lists::PREPAYMENTS, |this, row| {
			let (unit, amount, reference) = (row.unit(&this.labels), row.money(3), row.reference(4));
			let (Some(unit), Some(amount), Some(reference)) = (unit, amount, reference) else { return };
			if !seen.insert(reference.to_ascii_uppercase()) {
				row.wrong(
					4,
					"each bank reference once, those of the pots included",
					"银行流水号不得重复，也不得与专项账目的重复",
				);
			} else if amount > 0 {
				this.opening.prepayments.push((unit, amount, reference));
			}
		});
	}

	fn arrears(&mut self, file: &Path) {
		let names: HashMap<String, usize> =
			self.charges.iter().enumerate().map(|(at, named)| (look(&named.name), at)).collect();
		let mut seen = BTreeSet::new();
		self.rows(file, &lists::ARREARS, |this, row| {
			let charge = names.get(&look(row.row.text(3))).copied();
			if charge.is_none() {
				let known: Vec<_> = this.charges.iter().map(|named| named.name.as_str()).collect();
				let (english, chinese) = (known.join(", "), known.join("、"));
				row.wrong(3, &format!("one of the charges: {english}"), &format!("收费项目之一：{chinese}"));
			}
			let (unit, period) = (row.unit(&this.labels), row.period(4));
			let (principal, paid, late) = (row.money(5), row.money_if_any(6), row.money_if_any(7));
			let due = row.day(9);
			let issued = match row.row.text(8).is_empty() {
				true => due,
				false => row.day(8),
			};
			let (Some(charge), Some(unit), Some(period)) = (charge, unit, period) else { return };
			let (Some(principal), Some(paid), Some(late)) = (principal, paid, late) else { return };
			let (Some(due), Some(issued)) = (due, issued) else { return };
			let (Some(issued), Some(due)) = (this.offset.start_of(issued), this.offset.start_of(due)) else { return };
			// The end of the last day.
			let due = due.saturating_add(DAY);
			let bill = Arrear { unit, charge, period, principal, paid, late, issued, due };
			if this.is_right(&bill, row) && !seen.insert((unit, charge, period)) {
				row.wrong(4, "each unit, charge and period once", "同一房屋、收费项目和周期只出现一次");
			}
			this.opening.arrears.push(bill);
		});
	}

	/// Whether the chain takes the bill; what is wrong is noted.
	fn is_right(&self, bill: &Arrear, row: &mut Reader<'_>) -> bool {
		let before = row.faults.len();
		let Some(NamedCharge { charge, .. }) = self.charges.get(bill.charge) else { return false };
		match charge.first {
			None => row.wrong(
				3,
				"a charge that names its `first` period in community.toml, so that nothing is billed twice",
				"在 community.toml 中写明了 first（首个周期）的收费项目，以免重复出账",
			),
			Some(first) if bill.period >= first => row.wrong(
				4,
				&format!("a period before {}-{:02}, from which the chain bills", first.year, first.month),
				&format!("早于 {}-{:02} 的周期；从该周期起由链上出账", first.year, first.month),
			),
			Some(_) if !charge.period.begins_in(bill.period) => {
				row.wrong(4, "the month in which a period of the charge begins", "该收费项目周期开始的月份")
			}
			Some(_) => (),
		}
		if bill.paid >= bill.principal {
			row.wrong(6, "less than the amount: the list is of what is not paid", "小于应收金额：此表只列未缴清的账单");
		}
		let cap = charge.late_cap.of_floor(Fen::from(bill.principal)).unwrap_or_default();
		if Fen::from(bill.late) > cap {
			let cap = super::report::money::decimal(cap);
			row.wrong(7, &format!("at most {cap}, the charge's cap"), &format!("至多 {cap}（该收费项目的上限）"));
		}
		if bill.issued >= bill.due || bill.issued > self.opening.opened {
			row.wrong(8, "a day not after the due date and the opening", "不晚于到期日和期初日期的日期");
		}
		row.faults.len() == before
	}

	/// Compares a sum with the total that the office signs.
	fn total(&mut self, key: &str, has_file: bool, signed: Option<&str>, sum: u64) {
		let (key, language) = (format!("opening.totals.{key}"), language());
		let of_file = language.pick("the sum of the file", "文件合计");
		let mistake = match (signed, signed.map(money)) {
			(None, _) if !has_file => return,
			(None, _) => {
				let found = language.pick("nothing", "无");
				let expected = language
					.pick("the total that the office signs, from its own books", "物业签字确认的总额（取自其账簿）");
				self.source.mistake(&key, found, expected)
			}
			(Some(signed), None | Some(None)) => {
				let expected = language.pick("an amount such as \"1,204.50\"", "金额，如 \"1,204.50\"");
				self.source.mistake(&key, format!("{signed:?}"), expected)
			}
			(Some(_), Some(Some(signed))) if signed == sum => return,
			(Some(_), Some(Some(signed))) => {
				let expected = format!("{}, {of_file}", shown(sum));
				let why = difference(signed, sum);
				self.source.mistake(&key, shown(signed), expected).because(why)
			}
		};
		self.errors.push(mistake.into());
	}

	/// What of the repair pot belongs to no unit is said, not left over.
	fn undistributed(&mut self, signed: Option<&str>, shares: u64) {
		let (key, language) = ("opening.totals.undistributed", language());
		let Some(undistributed) = signed.map_or(Some(0), money) else {
			let expected = language.pick("an amount such as \"1,204.50\"", "金额，如 \"1,204.50\"");
			let mistake = self.source.mistake(key, format!("{:?}", signed.unwrap_or_default()), expected);
			return self.errors.push(mistake.into());
		};
		let repair = self.law.pots.iter().position(|pot| pot.kind == "repair");
		let of_pot = |pot: &&PotBalance| repair == Some(usize::from(pot.pot));
		let balance: u64 = self.opening.pots.iter().filter(of_pot).map(|pot| pot.amount).sum();
		self.opening.undistributed = undistributed;
		let claimed = shares.saturating_add(undistributed);
		if claimed != balance {
			let found = shown(undistributed);
			let expected = language.pick(
				"the units' shares and what belongs to none to be the repair pot's balance",
				"各户份额与未分配部分之和等于维修资金余额",
			);
			let why = difference(claimed, balance);
			self.errors.push(self.source.mistake(key, found, expected).because(why).into());
		}
	}
}

/// By how much a sum differs.
fn difference(found: u64, expected: u64) -> String {
	let (language, by) = (language(), shown(found.abs_diff(expected)));
	match found > expected {
		true => super::locale::either(language, format!("it is {by} too much"), format!("多出 {by}")),
		false => super::locale::either(language, format!("{by} are missing"), format!("相差（不足）{by}")),
	}
}

impl Opening {
	/// The sum of the pots, in fen.
	pub fn pots_total(&self) -> u64 {
		sum(self.pots.iter().map(|pot| pot.amount))
	}

	/// The sum of the bank accounts' statements, in fen.
	pub fn banks_total(&self) -> u64 {
		sum(self.banks.iter().map(|bank| bank.balance))
	}

	/// The sum of the shares, in fen: those overdrawn lower it.
	pub fn shares_total(&self) -> i64 {
		self.shares.iter().fold(0, |sum, (_, amount)| sum.saturating_add(*amount))
	}

	/// How many shares are overdrawn, and by how much together, in fen.
	pub fn overdrawn(&self) -> (usize, u64) {
		let below: Vec<u64> =
			self.shares.iter().filter(|(_, amount)| *amount < 0).map(|(_, amount)| amount.unsigned_abs()).collect();
		(below.len(), sum(below.into_iter()))
	}

	/// What is left to pay of the bills, late fees included, in fen.
	pub fn arrears_total(&self) -> u64 {
		sum(self.arrears.iter().map(|bill| bill.principal.saturating_sub(bill.paid).saturating_add(bill.late)))
	}

	/// The sum of the prepayments, in fen.
	pub fn prepayments_total(&self) -> u64 {
		sum(self.prepayments.iter().map(|(_, amount, _)| *amount))
	}
}

/// A sum, which stays far below the maximum: files are bounded.
fn sum(amounts: impl Iterator<Item = u64>) -> u64 {
	amounts.fold(0, u64::saturating_add)
}

#[cfg(test)]
#[path = "../tests/opening.rs"]
mod tests;
