// SPDX-License-Identifier: GPL-3.0-or-later

//! The community's bank accounts (D51) with the balances of their statements: what is booked at each has to be what the
//! bank says, to the fen. Names and account numbers stay off the chain.

use super::{
	difference,
	lists::{self, shown, Reader},
	Reading,
};
use crate::community::{
	errors::CommunityError,
	locale::{either, language},
};
use linli_primitives::{BankId, ContentHash};
use linli_roster::Place;
use linli_runtime::genesis::MAX_BANKS;
use sp_core::{Blake2Hasher, Hasher};
use std::{
	collections::{BTreeMap, BTreeSet},
	fs,
	path::Path,
};

// The columns.
const NUMBER: usize = 0;
const NAME: usize = 1;
const BALANCE: usize = 2;
const DOCUMENT: usize = 3;

/// The longest name, in characters.
const MAX_NAME: usize = 128;

/// A bank account.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BankBalance {
	/// Its number.
	pub bank: BankId,
	/// Bank and account number, which stay off the chain.
	pub name: String,
	/// The hash of the public document that says what it is for; zero without one.
	pub document: ContentHash,
	/// The balance of its statement, in fen.
	pub balance: u64,
	/// Where the balance stands.
	pub place: Place,
}

impl Reading<'_> {
	/// Reads the bank accounts.
	pub(super) fn banks(&mut self, file: &Path) {
		let folder = self.source.folder().to_owned();
		let mut seen = BTreeSet::new();
		self.rows(file, &lists::BANKS, |this, row| {
			let bank = row.bank(NUMBER);
			if bank.is_some_and(|bank| !seen.insert(bank)) {
				row.wrong(NUMBER, "each bank account once", "每个银行账户只出现一次");
			}
			// Account 0 is there, whether it is listed or not.
			if seen.iter().filter(|bank| **bank != 0).count() >= usize::try_from(MAX_BANKS).unwrap_or(usize::MAX) {
				let english = format!("at most {MAX_BANKS} bank accounts, with account 0");
				row.wrong(NUMBER, &english, &format!("连同 0 号账户，至多 {MAX_BANKS} 个银行账户"));
			}
			let name = row.text(NAME, MAX_NAME, "bank and account number", "开户行和账号");
			let (balance, document) = (row.money(BALANCE), document(&folder, row));
			let (Some(bank), Some(name), Some(balance), Some(document)) = (bank, name, balance, document) else {
				return;
			};
			let place = row.row.place(BALANCE);
			this.opening.banks.push(BankBalance { bank, name, document, balance, place });
		});
	}

	/// Compares what is booked at each bank account with its statement.
	pub(super) fn bank_sums(&mut self, file: &Path) {
		let mut booked = BTreeMap::<BankId, u64>::new();
		let mut book = |bank: BankId, amount: u64| {
			let sum = booked.entry(bank).or_default();
			*sum = sum.saturating_add(amount);
		};
		for pot in &self.opening.pots {
			book(pot.bank, pot.amount);
		}
		for (_, amount, _) in &self.opening.prepayments {
			book(0, *amount);
		}
		let language = language();
		let mut mistakes = Vec::new();
		for BankBalance { bank, balance, place, .. } in &self.opening.banks {
			let sum = booked.remove(bank).unwrap_or_default();
			if sum == *balance {
				continue;
			}
			let (place, found, sum_shown) = (place.text(language), shown(*balance), shown(sum));
			let why = difference(*balance, sum);
			mistakes.push(either(
				language,
				format!(
					"{place}: found {found}; expected {sum_shown}, which the lists book at bank account {bank}; {why}"
				),
				format!("{place}：内容为 {found}；应为：{sum_shown}，即各表记在 {bank} 号银行账户的合计；{why}"),
			));
		}
		for (bank, sum) in booked.into_iter().filter(|(_, sum)| *sum > 0) {
			let sum = shown(sum);
			mistakes.push(either(
				language,
				format!("found no row for bank account {bank}; expected one with {sum}, which the lists book there"),
				format!("没有 {bank} 号银行账户；应有一行，余额为 {sum}，即各表记在该账户的合计"),
			));
		}
		if !mistakes.is_empty() {
			self.errors.push(CommunityError::Opening { file: self.source.folder().join(file), mistakes });
		}
	}
}

/// The hash of the document whose file stands in the row; zero without one.
fn document(folder: &Path, row: &mut Reader<'_>) -> Option<ContentHash> {
	let text = row.row.text(DOCUMENT);
	if text.is_empty() {
		return Some(ContentHash::default());
	}
	match fs::read(folder.join(text)) {
		Ok(bytes) => Some(Blake2Hasher::hash(&bytes)),
		Err(error) => {
			let english = format!("a file that can be read, from the folder of community.toml ({error})");
			row.wrong(DOCUMENT, &english, &format!("可读取的文件，路径从 community.toml 所在的文件夹算起（{error}）"));
			None
		}
	}
}
