// SPDX-License-Identifier: GPL-3.0-or-later

//! What reading a roster returns. The words are in `messages`.

use crate::{
	model::{OwnerKind, Roster, UnitKind},
	options::{Answer, Options, SameName},
	synonyms::Field,
};

/// A roster that was read.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading {
	/// The roster.
	pub roster: Roster,
	/// What was assumed, to be shown.
	pub said: Vec<Said>,
	/// The warnings, which were confirmed.
	pub warnings: Vec<Warning>,
}

/// Why a roster was not read: everything at once.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Report {
	/// What was assumed.
	pub said: Vec<Said>,
	/// What has to be corrected, in the order of the file.
	pub mistakes: Vec<Mistake>,
	/// What has to be answered.
	pub questions: Vec<Question>,
	/// What has to be confirmed, once there are no mistakes and no questions.
	pub warnings: Vec<Warning>,
}

impl Report {
	/// Whether nothing stands in the way of a roster.
	pub fn passes(&self, options: &Options) -> bool {
		let confirmed = self.warnings.is_empty() || options.confirm_warnings;
		self.mistakes.is_empty() && self.questions.is_empty() && confirmed
	}

	/// Puts mistakes into the order of the file.
	pub(crate) fn order(&mut self) {
		// By sheets in order of appearance; the sort is stable.
		let mut sheets: Vec<Option<String>> = Vec::new();
		for mistake in &self.mistakes {
			if !sheets.contains(&mistake.place.sheet) {
				sheets.push(mistake.place.sheet.clone());
			}
		}
		self.mistakes.sort_by_key(|mistake| {
			let place = &mistake.place;
			let column = place.column.as_ref().and_then(|column| column.position);
			(sheets.iter().position(|sheet| *sheet == place.sheet), place.row, column)
		});
	}
}

/// A place in a file.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Place {
	/// The sheet of a workbook; `None` in a text file.
	pub sheet: Option<String>,
	/// The row or line, from 1.
	pub row: u32,
	/// The column; `None` if it is about the whole row.
	pub column: Option<Column>,
}

/// A column.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Column {
	/// Its position, from 0; `None` if there is no such column.
	pub position: Option<usize>,
	/// Its header; empty if it has none.
	pub name: String,
}

/// A mistake: it has to be corrected in the file.
#[derive(Clone, PartialEq, Debug)]
pub struct Mistake {
	/// Where it is.
	pub place: Place,
	/// What it is.
	pub problem: Problem,
}

/// What is wrong at a place.
#[derive(Clone, PartialEq, Debug)]
pub enum Problem {
	/// The file is empty.
	Empty,
	/// The file has more than [`crate::MAX_FILE`] bytes.
	TooLarge(usize),
	/// A sheet has more cells than this.
	TooManyCells(usize),
	/// The file is of another kind.
	Foreign(ForeignFile),
	/// A byte that its encoding does not have.
	BadByte {
		/// The byte.
		byte: u8,
		/// The encoding.
		encoding: String,
	},
	/// Misplaced quotation marks.
	Quote(QuoteFault),
	/// A line has another number of fields than the header.
	Fields {
		/// Those of the line.
		found: usize,
		/// Those of the header.
		expected: usize,
	},
	/// No row has headers that are understood.
	UnknownHeaders(Vec<String>),
	/// A column that is needed is missing.
	NoColumn {
		/// The field.
		field: Field,
		/// The headers that are there.
		headers: Vec<String>,
	},
	/// An option names a column that is not there.
	NoSuchColumn {
		/// The option, such as `--owner-key`.
		option: String,
		/// The column it names.
		name: String,
		/// The headers that are there.
		headers: Vec<String>,
	},
	/// There is nothing below the header.
	NoUnits,
	/// The cell is empty.
	Nothing(Field),
	/// The cell is empty because it is merged with the one in this row.
	MergedWith(Field, u32),
	/// A text that is too long or not printable.
	Text(String),
	/// The spreadsheet made a date of it.
	Date(String),
	/// The spreadsheet shows an error.
	CellError(String),
	/// A number of more digits than a spreadsheet keeps, as it shows it: the last ones are lost.
	LongNumber(String),
	/// An unknown kind of unit.
	UnitKind(String),
	/// An unknown kind of owner.
	OwnerKind(String),
	/// An area that cannot be read.
	Area(String, AreaFault),
	/// The same unit as in another row.
	SameUnit(String, Place),
	/// Two units whose labels are equal once their building stands before them.
	SameLabel(String, Place),
	/// More than [`crate::MAX_UNITS`] units.
	TooManyUnits,
	/// A building's number out of range.
	BuildingNumber(String),
	/// No number is left for a building that has only a name.
	NoNumberLeft(String),
	/// One owner of two kinds.
	TwoKinds {
		/// The owner.
		owner: String,
		/// The kind here.
		found: OwnerKind,
		/// The kind there.
		expected: OwnerKind,
		/// Where it stands first.
		first: Place,
	},
	/// A second developer.
	SecondDeveloper {
		/// The owner here.
		owner: String,
		/// The first developer.
		developer: String,
		/// Where that stands first.
		first: Place,
	},
	/// The column that tells owners apart is empty for a name on several units.
	NoKey(String),
}

/// A file that is no roster, or cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ForeignFile {
	/// A PDF.
	Pdf,
	/// A web page or XML, which some programs call `.xls`.
	WebPage,
	/// A workbook with a password.
	Password,
	/// A workbook that is damaged or of another kind; with the reader's words.
	Unreadable(String),
}

/// What is wrong with quotation marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QuoteFault {
	/// A mark within a text that does not begin with one.
	Within,
	/// Text after the closing mark.
	AfterClose,
	/// No closing mark.
	Open,
}

/// What is wrong with an area.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AreaFault {
	/// Not a number, out of range, or with more than two decimals.
	Form,
	/// A comma that elsewhere in the column is no decimal comma, or cannot be told from one.
	Comma,
	/// One area for several units.
	Merged,
}

/// What was assumed, to be shown.
#[derive(Clone, PartialEq, Debug)]
pub enum Said {
	/// The encoding of a text file.
	Encoding(&'static str),
	/// The separator of a text file.
	Separator(char),
	/// The separator that the first line names.
	SeparatorLine(char),
	/// The header is not in the first row.
	HeaderRow(Place),
	/// Which column is taken for what.
	Columns(Vec<(Field, String)>),
	/// A comma was read as a decimal comma, as in this text.
	DecimalComma(String),
	/// Thousands were separated, as in this text.
	Thousands(String),
	/// A row that is no unit was left out: its first text.
	RowLeftOut(Place, String),
	/// The name of the sheet is the phase.
	PhaseOfSheet(Vec<String>),
	/// The name of the sheet is the building.
	BuildingOfSheet(Vec<String>),
	/// There is no column for the kind of units: this is taken.
	KindAssumed(UnitKind),
	/// There is no column for the kind of owners: so many are taken for persons, joint owners and companies.
	OwnerKindAssumed {
		/// Persons.
		persons: usize,
		/// Several names in one cell.
		joint: usize,
		/// Names of companies.
		companies: usize,
	},
	/// A building is written in several ways.
	BuildingForms(Vec<String>),
	/// Labels begin with the building, since door numbers repeat; an example.
	Labels(String),
	/// A company on several units is one owner.
	CompanyOnUnits(String, usize),
	/// Names on several units, as answered by an option.
	SameNames(SameName, Vec<NameOnUnits>),
	/// A column tells owners apart.
	OwnerKey(String),
}

/// A name and on how many units it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NameOnUnits {
	/// The name.
	pub name: String,
	/// How many units.
	pub units: usize,
	/// The first of them.
	pub first: Place,
}

/// Something that is possible but unusual: to be confirmed, or corrected in the file.
#[derive(Clone, PartialEq, Debug)]
pub enum Warning {
	/// A unit without owner becomes the developer's.
	NoOwner {
		/// Where it is.
		place: Place,
		/// The unit.
		unit: String,
		/// The developer.
		developer: String,
	},
	/// One owner of many homes.
	ManyHomes(NameOnUnits),
	/// An area far from those of the others.
	FarArea {
		/// Where it is.
		place: Place,
		/// The unit.
		unit: String,
		/// Its area in 0.01 m².
		area: u64,
		/// The middle of the others', in 0.01 m².
		usual: u64,
	},
	/// Two names that nearly match.
	NearNames {
		/// One of them, and where it stands first.
		one: (String, Place),
		/// The other.
		other: (String, Place),
	},
	/// The same people in another order.
	SamePeople {
		/// One of them, and where it stands first.
		one: (String, Place),
		/// The other.
		other: (String, Place),
	},
	/// Two labels of a building that look the same.
	NearUnits {
		/// One of them, and where it is.
		one: (String, Place),
		/// The other.
		other: (String, Place),
	},
	/// Several names in a cell whose owner is a person.
	SeveralNames(Place, String),
	/// Rows without a building, which took it from above: the first of them, how many, and the building.
	BuildingFromAbove(Place, usize, String),
	/// The total in the file is not that of its units.
	Total {
		/// Where it is.
		place: Place,
		/// What stands there, in 0.01 m².
		found: u64,
		/// The sum of the units above, in 0.01 m².
		sum: u64,
	},
	/// A sheet was left out: hidden, or without a header that is understood. With its number of rows.
	SheetLeftOut {
		/// The sheet.
		sheet: String,
		/// Whether it is hidden.
		hidden: bool,
		/// Its rows.
		rows: usize,
	},
}

impl Warning {
	/// Where it is, if at a place.
	pub fn place(&self) -> Option<&Place> {
		match self {
			Self::NoOwner { place, .. }
			| Self::FarArea { place, .. }
			| Self::SeveralNames(place, _)
			| Self::BuildingFromAbove(place, ..)
			| Self::Total { place, .. } => Some(place),
			Self::ManyHomes(name) => Some(&name.first),
			Self::NearNames { other, .. } | Self::SamePeople { other, .. } | Self::NearUnits { other, .. } => {
				Some(&other.1)
			}
			Self::SheetLeftOut { .. } => None,
		}
	}
}

/// Something that can be read in two ways: never guessed.
#[derive(Clone, PartialEq, Debug)]
pub enum Question {
	/// Several columns could be this.
	Column {
		/// The field.
		field: Field,
		/// The header row.
		place: Place,
		/// The columns that could be it.
		columns: Vec<Column>,
	},
	/// Names on several units: one owner or several?
	SameName {
		/// The names.
		names: Vec<NameOnUnits>,
		/// Columns that could tell them apart.
		keys: Vec<String>,
	},
}

impl Question {
	/// The answers, to be given to [`Options::answer`].
	pub fn answers(&self) -> Vec<Answer> {
		match self {
			Self::Column { field, columns, .. } => {
				let unique = |column: &&Column| columns.iter().filter(|other| other.name == column.name).count() == 1;
				let name = |column: &Column| match column.position {
					Some(position) if !unique(&column) => format!("#{}", position.saturating_add(1)),
					_ => column.name.clone(),
				};
				columns.iter().map(|column| Answer::Column(*field, name(column))).collect()
			}
			Self::SameName { keys, .. } => {
				let keys = keys.iter().cloned().map(Answer::OwnerKey);
				keys.chain([Answer::SameName(SameName::One), Answer::SameName(SameName::Several)]).collect()
			}
		}
	}
}
