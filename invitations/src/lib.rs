// SPDX-License-Identifier: GPL-3.0-or-later

#![deny(missing_docs)]

//! # Invitations for the owners of a community
//!
//! One PDF in black and white, A4, with the claim tickets of all owners (D8), in Chinese and English: two to a sheet
//! with a line to cut along, in the order in which somebody carries them from door to door. A list for the carrier,
//! with a box to tick for each door and without names, precedes the doors of each round.
//!
//! Fonts are embedded, so the sheets print alike on every machine. A character that no font has is printed as
//! [`REPLACEMENT`] and reported in [`Printed::missing`]; nothing is dropped.
//!
//! This crate knows neither chains nor files.
//!
//! - `order`: the order of labels, as people count
//! - `rounds`: what one carrier takes along
//! - `words`: the texts
//! - `card`, `list`: what the pages look like; `fonts`: measuring and drawing text; `qr`: the QR code
//!
//! ```
//! use linli_invitations::{make, Community, Invitation};
//!
//! let community = Community { name: "柳苑".into(), portal: None };
//! let invitation = Invitation {
//!     building: "3".into(),
//!     units: vec!["3-1-1202".into(), "P-017".into()],
//!     owner: "张三".into(),
//!     code: "linli1qqqsyqcyq5rqwzqfpg9scrgwpup76p0c".into(),
//!     link: "linli1qqqsyqcyq5rqwzqfpg9scrgwpup76p0c".into(),
//!     expiry: None,
//! };
//! let printed = make(&community, vec![invitation], None)?;
//! assert!(printed.pdf.starts_with(b"%PDF"));
//! assert!(printed.missing.is_empty());
//! # Ok::<(), linli_invitations::Error>(())
//! ```

mod card;
mod fonts;
mod list;
pub mod order;
mod page;
mod qr;
pub mod rounds;
mod words;

pub use fonts::REPLACEMENT;

use fonts::Fonts;
use krilla::{
	metadata::{Metadata, TextDirection},
	Document, SerializeSettings,
};
use rounds::Numbered;

/// What is the same on every invitation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Community {
	/// The community's name.
	pub name: String,
	/// The address of its portal, such as `https://willow.example`, if it has one.
	pub portal: Option<String>,
}

/// One owner's invitation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Invitation {
	/// The building of the door to which it is carried.
	pub building: String,
	/// The labels of the owner's units. The first is the door to which it is carried.
	pub units: Vec<String>,
	/// The owner's name.
	pub owner: String,
	/// The ticket's code, as it is typed in.
	pub code: String,
	/// The content of the QR code: the code, or an address that holds it.
	pub link: String,
	/// Until when the ticket is valid, in a line in both languages.
	pub expiry: Option<String>,
}

/// The result.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Printed {
	/// The PDF.
	pub pdf: Vec<u8>,
	/// The number of its pages.
	pub pages: usize,
	/// Every character for which [`REPLACEMENT`] was printed, with its place.
	pub missing: Vec<Missing>,
}

/// A character that no font has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Missing {
	/// The number of the invitation, from 1, in the order of printing.
	pub invitation: usize,
	/// Its building.
	pub building: String,
	/// Its door.
	pub unit: String,
	/// The character.
	pub character: char,
}

/// Why no PDF was made.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Error {
	/// There is nothing to print.
	#[error("there are no invitations to print")]
	Empty,
	/// The additional font cannot be read.
	#[error("the additional font cannot be read: {0}; expected a TrueType or OpenType font, or a collection of them")]
	Font(String),
	/// A text is too long for a QR code.
	#[error("building {building}, unit {unit}: the content of its QR code cannot be drawn: {reason}")]
	Qr {
		/// The building of the invitation.
		building: String,
		/// Its door.
		unit: String,
		/// The reason.
		reason: String,
	},
	/// The PDF could not be written: a bug, not a mistake of the user.
	#[error("the PDF could not be written: {0}")]
	Pdf(String),
}

/// Makes the PDF. Invitations may come in any order; they are sorted by building and door.
///
/// `font` is a font file to look into for characters that the embedded font lacks.
///
/// # Errors
///
/// [`Error::Empty`] if there are no invitations, [`Error::Font`] if `font` cannot be read, [`Error::Qr`] if a QR code's
/// content is too long.
pub fn make(community: &Community, invitations: Vec<Invitation>, font: Option<Vec<u8>>) -> Result<Printed, Error> {
	if invitations.is_empty() {
		return Err(Error::Empty);
	}
	let fonts = Fonts::new(font)?;
	let mut document = Document::new_with(SerializeSettings {
		// Tags would describe a structure that these sheets do not have.
		enable_tagging: false,
		..Default::default()
	});
	document.set_metadata(
		Metadata::new()
			.title(format!("{} · {}", community.name, words::TITLE))
			.creator("Linli".into())
			.language("zh-CN".into())
			.text_direction(TextDirection::LeftToRight),
	);
	let mut pages = 0;
	let mut missing = Vec::new();
	for round in rounds::rounds(invitations) {
		let lists = list::pages(&round);
		for (position, doors) in lists.iter().enumerate() {
			let page = list::Page { round: &round, doors, number: position + 1, of: lists.len() };
			page::sheet(&mut document, &fonts, |sheet| {
				list::draw(sheet, community, &page);
				Ok(())
			})?;
			pages += 1;
		}
		for pair in round.invitations.chunks(2) {
			missing.extend(page::sheet(&mut document, &fonts, |sheet| {
				card::cut_line(sheet);
				let mut missing = Vec::new();
				for (half, numbered) in card::HALVES.into_iter().zip(pair) {
					card::draw(sheet, half, community, numbered)?;
					missing.extend(sheet.take_missing().map(|character| numbered.missing(character)));
				}
				Ok(missing)
			})?);
			pages += 1;
		}
	}
	let pdf = document.finish().map_err(|error| Error::Pdf(error.to_string()))?;
	Ok(Printed { pdf, pages, missing })
}

impl Invitation {
	/// The door to which it is carried; empty if the owner has no unit.
	pub fn door(&self) -> &str {
		self.units.first().map_or("", String::as_str)
	}
}

impl Numbered {
	fn missing(&self, character: char) -> Missing {
		let Self { number, invitation } = self;
		Missing {
			invitation: *number,
			building: invitation.building.clone(),
			unit: invitation.door().into(),
			character,
		}
	}
}

#[cfg(test)]
mod tests;
