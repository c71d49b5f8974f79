// SPDX-License-Identifier: GPL-3.0-or-later

//! The free space of the data folder. A database that cannot write is damaged at worst, so the node ends before that,
//! and does not start again until there is room: a service manager that restarts it brings it back.
//!
//! `sc-storage-monitor` of the SDK ends the node in the same way, without a warning before, a metric, or a word about
//! what to do.

use super::board::{Board, Trouble};
use futures_timer::Delay;
use std::{
	path::{Path, PathBuf},
	time::Duration,
};

/// Bytes of a MiB.
pub const MIB: u64 = 1024 * 1024;

/// The warning comes at this many times the least space.
const WARNING: u64 = 4;

/// The time between two looks. The chain writes a few MB in it at most.
const EVERY: Duration = Duration::from_secs(15);

/// Refuses to start on a full disk.
pub fn check(folder: &Path, least: u64) -> Result<(), String> {
	match free(folder) {
		Some(free) if free < least => Err(sentence(folder, free, least, State::Full)),
		_ => Ok(()),
	}
}

/// Looks until the disk is full, which ends the task and with it the node.
pub async fn watch(folder: PathBuf, least: u64, board: Board) {
	loop {
		if let Some(free) = free(&folder) {
			let state = state(free, least);
			let said = (state != State::Room).then(|| sentence(&folder, free, least, state));
			if state == State::Full {
				// Whatever was said before, this is the last word.
				log::error!("{}", said.unwrap_or_default());
				return;
			}
			board.report(Trouble::DiskFull, said);
		}
		Delay::new(EVERY).await;
	}
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
	Room,
	Low,
	Full,
}

fn state(free: u64, least: u64) -> State {
	match free {
		free if free < least => State::Full,
		free if free < least.saturating_mul(WARNING) => State::Low,
		_ => State::Room,
	}
}

/// The space that this program may still use, in bytes, or `None` where the system does not tell. The folder may not
/// exist yet: then its nearest parent counts.
fn free(folder: &Path) -> Option<u64> {
	let folder = std::path::absolute(folder).ok()?;
	let there = folder.ancestors().find(|folder| folder.is_dir())?;
	let disk = rustix::fs::statvfs(there).ok()?;
	Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

fn sentence(folder: &Path, free: u64, least: u64, state: State) -> String {
	let (folder, free, least) = (folder.display(), free / MIB, least / MIB);
	let what = "Make room, or move the data folder to a larger disk";
	match state {
		State::Full => format!(
			"The disk of {folder} is full: {free} MiB are free and this node needs {least} (--min-free-disk), so it stops \
			before its database is damaged. {what}, and start it again."
		),
		State::Low | State::Room => {
			format!("The disk of {folder} is nearly full: {free} MiB are free. Below {least} this node stops. {what}.")
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_disk_fills_up_in_three_steps() {
		assert_eq!(state(100, 25), State::Room);
		assert_eq!(state(99, 25), State::Low);
		assert_eq!(state(25, 25), State::Low);
		assert_eq!(state(24, 25), State::Full);
		assert_eq!(state(0, 0), State::Room);
	}

	#[test]
	fn a_full_disk_is_no_place_to_start() {
		let folder = tempfile::tempdir().expect("a folder");
		assert!(free(folder.path()).is_some_and(|free| free > 0));
		assert_eq!(check(folder.path(), 0), Ok(()));
		let error = check(&folder.path().join("not/yet/there"), u64::MAX).expect_err("no disk is that large");
		assert!(error.contains("--min-free-disk") && error.contains("not/yet/there"), "{error}");
	}
}
