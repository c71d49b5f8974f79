// SPDX-License-Identifier: GPL-3.0-or-later

//! The files that the commands are given.

use super::errors::CommunityError;
use std::{fs, path::Path};

/// The bytes of a file, or an error that names it.
pub fn read(path: &Path) -> Result<Vec<u8>, CommunityError> {
	fs::read(path).map_err(|error| CommunityError::Io { action: "read", path: path.into(), error })
}
