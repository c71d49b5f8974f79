// SPDX-License-Identifier: GPL-3.0-or-later

//! The files that the commands are given.

use super::errors::{Action, CommunityError};
use std::{fs, path::Path};

/// The bytes of a file, or an error that names it.
pub fn read(path: &Path) -> Result<Vec<u8>, CommunityError> {
	fs::read(path).map_err(|error| CommunityError::Io { action: Action::Read, path: path.into(), error })
}

/// The bytes of a file as text in UTF-8, without a byte-order mark, or an error that names the file.
pub fn text<'a>(path: &Path, bytes: &'a [u8]) -> Result<&'a str, CommunityError> {
	let text = std::str::from_utf8(bytes).map_err(|error| CommunityError::NotText { path: path.into(), error })?;
	Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}
