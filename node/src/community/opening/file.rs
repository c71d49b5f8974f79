// SPDX-License-Identifier: GPL-3.0-or-later

//! A list of the office as rows, with its fingerprint.

use crate::community::{config::Source, errors::CommunityError, fingerprint, input, locale::language};
use linli_roster::{ListColumn, ListRow};
use std::path::Path;

/// A file that was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadFile {
	/// Its path as `community.toml` has it.
	pub name: String,
	/// Its fingerprint.
	pub fingerprint: String,
}

/// Reads the rows of a list, whose path goes from the folder of the config.
pub fn open(source: &Source, file: &Path, columns: &[ListColumn]) -> Result<(Vec<ListRow>, ReadFile), CommunityError> {
	let path = source.folder().join(file);
	let bytes = input::read(&path)?;
	let language = language();
	match linli_roster::read_list(&bytes, columns) {
		Ok(rows) => {
			let name = file.display().to_string();
			Ok((rows, ReadFile { name, fingerprint: fingerprint::of(&bytes) }))
		}
		Err(problems) => {
			let mistakes = problems.iter().map(|problem| problem.text(language)).collect();
			Err(CommunityError::Opening { file: path, mistakes })
		}
	}
}
