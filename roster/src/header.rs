// SPDX-License-Identifier: GPL-3.0-or-later

//! The header row, below titles: which column is what.

use crate::{
	grid::{Cell, Grid, Line},
	options::Options,
	report::Column,
	synonyms::{header_key, Field, TELLING_APART},
	text::normal,
};
use std::collections::BTreeMap;

/// The header is looked for in so many rows.
const LOOK: usize = 40;

/// A header row.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Header {
	/// Its position among the lines.
	pub at: usize,
	/// Its row.
	pub row: u32,
	/// The headers.
	pub names: Vec<String>,
	/// The columns that could be each field.
	pub fields: BTreeMap<Field, Vec<usize>>,
}

impl Header {
	/// The header row of a sheet: the first with the most fields, and at least two.
	pub fn find(grid: &Grid, options: &Options) -> Option<Self> {
		let mut best: Option<Self> = None;
		for (at, line) in grid.lines.iter().enumerate().take(LOOK) {
			let header = Self::read(at, line, options);
			if header.fields.len() >= 2 && best.as_ref().is_none_or(|best| header.fields.len() > best.fields.len()) {
				best = Some(header);
			}
		}
		best
	}

	fn read(at: usize, line: &Line, options: &Options) -> Self {
		let names: Vec<String> = line.cells.iter().map(Cell::text).collect();
		let mut fields = BTreeMap::<Field, Vec<usize>>::new();
		let mut taken = Vec::new();
		for (field, column) in &options.columns {
			let positions = columns(&names, column);
			if !positions.is_empty() {
				taken.extend(positions.iter().copied());
				fields.insert(*field, positions);
			}
		}
		for (position, name) in names.iter().enumerate() {
			let field = Field::of_header(name).filter(|_| line.broken.is_none() && !taken.contains(&position));
			let Some(field) = field else { continue };
			if !options.columns.iter().any(|(named, _)| *named == field) {
				fields.entry(field).or_default().push(position);
			}
		}
		Self { at, row: line.number, names, fields }
	}

	/// A column of it.
	pub fn column(&self, position: usize) -> Column {
		Column { position: Some(position), name: self.names.get(position).cloned().unwrap_or_default() }
	}

	/// Whether a row repeats it, as at the top of each printed page.
	pub fn is_repeated(&self, line: &Line) -> bool {
		let used = self.fields.values().flatten();
		used.clone().count() > 1
			&& used.clone().all(|position| {
				self.names.get(*position).is_some_and(|name| !name.is_empty() && *name == line.cell(*position).text())
			})
	}

	/// The columns that could tell people of one name apart.
	pub fn telling_apart(&self) -> Vec<String> {
		let used: Vec<usize> = self.fields.values().flatten().copied().collect();
		let tells = |(position, name): &(usize, &String)| {
			let key = header_key(name);
			!used.contains(position) && TELLING_APART.iter().any(|word| key.contains(&header_key(word)))
		};
		self.names.iter().enumerate().filter(tells).map(|(_, name)| name.clone()).collect()
	}
}

/// The positions of the columns that an option names: by number, by the header as it stands, or nearly so.
pub(crate) fn columns(names: &[String], column: &str) -> Vec<usize> {
	let wanted = normal(column);
	if let Some(number) = wanted.strip_prefix('#').and_then(|number| number.parse::<usize>().ok()) {
		return number.checked_sub(1).filter(|position| *position < names.len()).into_iter().collect();
	}
	let find = |same: &dyn Fn(&str) -> bool| -> Vec<usize> {
		names.iter().enumerate().filter(|(_, name)| same(name)).map(|(position, _)| position).collect()
	};
	let exact = find(&|name| name == wanted);
	let key = header_key(&wanted);
	if exact.is_empty() && !key.is_empty() {
		return find(&|name| header_key(name) == key);
	}
	exact
}

/// How many fields the best header row has.
pub(crate) fn score(grid: &Grid, options: &Options) -> usize {
	Header::find(grid, options).map_or(0, |header| header.fields.len())
}
