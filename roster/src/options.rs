// SPDX-License-Identifier: GPL-3.0-or-later

//! Answers to the questions that a roster can raise.

use crate::synonyms::Field;

/// How a roster is read, where it can be read in more than one way.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Options {
	/// Which column is what: a field, and a column by its header or as `#` and its number from 1. `--column`
	pub columns: Vec<(Field, String)>,
	/// The column that tells owners of one name apart, likewise. Its contents are not kept. `--owner-key`
	pub owner_key: Option<String>,
	/// What a name on several units means. `--same-name`
	pub same_name: Option<SameName>,
	/// Whether the warnings were seen and are right. `--confirm-warnings`
	pub confirm_warnings: bool,
}

/// What a bare name on several units means. A name with a digit in it is a code, and one owner wherever it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SameName {
	/// Equal names are one owner.
	One,
	/// Each unit has an owner of its own.
	Several,
}

/// An answer to a question, for [`Options::answer`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
	/// This column is this field.
	Column(Field, String),
	/// This column tells owners of one name apart.
	OwnerKey(String),
	/// What a name on several units means.
	SameName(SameName),
}

/// A field of [`Options::parse_column`] that does not exist.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("found {found:?}; expected FIELD=COLUMN, where FIELD is one of {}", known())]
pub struct UnknownField {
	/// The text given.
	pub found: String,
}

fn known() -> String {
	Field::ALL.map(Field::name).join(", ")
}

impl Options {
	/// Takes an answer to a question; the latest counts.
	pub fn answer(&mut self, answer: Answer) {
		match answer {
			Answer::Column(field, column) => {
				self.columns.retain(|(other, _)| *other != field);
				self.columns.push((field, column));
			}
			Answer::OwnerKey(column) => self.owner_key = Some(column),
			Answer::SameName(same) => self.same_name = Some(same),
		}
	}

	/// Reads the value of `--column`: `area=建筑面积`.
	///
	/// # Errors
	///
	/// [`UnknownField`] if there is no such field or no column.
	pub fn parse_column(text: &str) -> Result<(Field, String), UnknownField> {
		let unknown = || UnknownField { found: text.into() };
		let (field, column) = text.split_once('=').ok_or_else(unknown)?;
		let field = Field::by_name(field).ok_or_else(unknown)?;
		if column.trim().is_empty() {
			return Err(unknown());
		}
		Ok((field, column.trim().into()))
	}
}
