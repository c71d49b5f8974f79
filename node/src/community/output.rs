// SPDX-License-Identifier: GPL-3.0-or-later

//! The output folder: written atomically, and readable only by its owner.
//!
//! Everything is written to a hidden folder beside the target (or within it, if it exists and is empty), and moved into
//! place once it is complete. A failure before that leaves nothing behind.

use super::errors::{Action, CommunityError};
use rand::{rngs::OsRng, RngCore};
use std::{
	fs, io,
	path::{Path, PathBuf},
};

/// Permission to read a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
	/// Its owner only: it holds a secret.
	Secret,
	/// Anyone, once its owner shares it.
	Public,
}

/// A folder being written.
pub struct Output {
	target: PathBuf,
	work: PathBuf,
	/// Whether the target already exists, empty; it may be a mount point, so it is not replaced.
	within: bool,
	/// Entries already moved into place; removed if a later one fails.
	placed: Vec<PathBuf>,
}

/// Refuses a target that exists and is not an empty folder.
pub fn check(target: &Path) -> Result<(), CommunityError> {
	match fs::read_dir(target) {
		Ok(mut entries) => match entries.next() {
			None => Ok(()),
			Some(_) => Err(CommunityError::OutputExists(target.into())),
		},
		Err(error) if error.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(target).is_err() => {
			target.file_name().map(|_| ()).ok_or_else(|| CommunityError::OutputPath(target.into()))
		}
		Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Err(failed(Action::Read, target)(error)),
		Err(_) => Err(CommunityError::OutputExists(target.into())),
	}
}

/// Writes a single file, which must not exist yet. A failure leaves nothing behind.
pub fn write_new(path: &Path, contents: &[u8], access: Access) -> Result<(), CommunityError> {
	write(path, contents, access).map_err(|error| {
		if error.kind() == io::ErrorKind::AlreadyExists {
			return CommunityError::FileExists(path.into());
		}
		let _ = fs::remove_file(path);
		failed(Action::Write, path)(error)
	})
}

impl Output {
	/// Starts writing `target`, which must be new or empty.
	pub fn begin(target: &Path) -> Result<Self, CommunityError> {
		check(target)?;
		let within = target.is_dir();
		let parent = match target.parent() {
			_ if within => target,
			Some(parent) if parent != Path::new("") => parent,
			_ => Path::new("."),
		};
		fs::create_dir_all(parent).map_err(failed(Action::Make, parent))?;
		let work = parent.join(format!(".linli-{:016x}", OsRng.next_u64()));
		private_folder(&work)?;
		Ok(Self { target: target.into(), work, within, placed: Vec::new() })
	}

	/// Creates a folder, and returns its temporary path.
	pub fn folder(&self, name: &str) -> Result<PathBuf, CommunityError> {
		let path = self.work.join(name);
		private_folder(&path)?;
		Ok(path)
	}

	/// Writes a file.
	pub fn write(&self, name: &str, contents: impl AsRef<[u8]>, access: Access) -> Result<(), CommunityError> {
		let path = self.work.join(name);
		write(&path, contents.as_ref(), access).map_err(failed(Action::Write, &path))
	}

	/// Moves everything into place.
	pub fn finish(mut self) -> Result<(), CommunityError> {
		if !self.within {
			return fs::rename(&self.work, &self.target).map_err(failed(Action::Make, &self.target));
		}
		set_private(&self.target).map_err(failed(Action::Close, &self.target))?;
		for entry in fs::read_dir(&self.work).map_err(failed(Action::Read, &self.work))? {
			let entry = entry.map_err(failed(Action::Read, &self.work))?;
			let place = self.target.join(entry.file_name());
			fs::rename(entry.path(), &place).map_err(failed(Action::Make, &place))?;
			self.placed.push(place);
		}
		self.placed.clear();
		Ok(())
	}
}

impl Drop for Output {
	/// Removes unfinished output. After `finish` at most an empty folder is left to remove.
	fn drop(&mut self) {
		let _ = fs::remove_dir_all(&self.work);
		for path in &self.placed {
			let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
		}
	}
}

fn failed<'a>(action: Action, path: &'a Path) -> impl FnOnce(io::Error) -> CommunityError + 'a {
	move |error| CommunityError::Io { action, path: path.into(), error }
}

fn private_folder(path: &Path) -> Result<(), CommunityError> {
	let mut builder = fs::DirBuilder::new();
	#[cfg(unix)]
	std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
	builder.create(path).map_err(failed(Action::Make, path))
}

fn set_private(path: &Path) -> io::Result<()> {
	#[cfg(unix)]
	fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
	#[cfg(not(unix))]
	let _ = path;
	Ok(())
}

fn write(path: &Path, contents: &[u8], access: Access) -> io::Result<()> {
	let mut options = fs::OpenOptions::new();
	options.write(true).create_new(true);
	#[cfg(unix)]
	std::os::unix::fs::OpenOptionsExt::mode(&mut options, if access == Access::Secret { 0o600 } else { 0o644 });
	#[cfg(not(unix))]
	let _ = access;
	io::Write::write_all(&mut options.open(path)?, contents)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn entries(folder: &Path) -> Vec<String> {
		let mut names: Vec<_> =
			fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
		names.sort();
		names
	}

	fn fill(output: &Output) {
		output.folder("keys").unwrap();
		output.write("keys/secret", "s", Access::Secret).unwrap();
		output.write("public", "p", Access::Public).unwrap();
	}

	#[cfg(unix)]
	fn mode(path: PathBuf) -> u32 {
		std::os::unix::fs::PermissionsExt::mode(&fs::metadata(path).unwrap().permissions()) & 0o777
	}

	#[test]
	fn a_new_or_empty_folder_is_filled_and_closed_to_others() {
		let parent = tempfile::tempdir().unwrap();
		let (new, empty) = (parent.path().join("deep/new"), parent.path().join("empty"));
		fs::create_dir(&empty).unwrap();
		for target in [&new, &empty] {
			let output = Output::begin(target).unwrap();
			fill(&output);
			assert!(!target.join("public").exists());
			output.finish().unwrap();
			assert_eq!(entries(target), ["keys", "public"]);
			#[cfg(unix)]
			{
				assert_eq!(mode(target.clone()), 0o700);
				assert_eq!(mode(target.join("keys")), 0o700);
				assert_eq!(mode(target.join("keys/secret")), 0o600);
			}
		}
		assert_eq!(entries(parent.path()), ["deep", "empty"]);
		assert_eq!(entries(&parent.path().join("deep")), ["new"]);
	}

	#[test]
	fn nothing_is_overwritten() {
		let parent = tempfile::tempdir().unwrap();
		let (file, full) = (parent.path().join("file"), parent.path().join("full"));
		fs::write(&file, "here").unwrap();
		fs::create_dir(&full).unwrap();
		fs::write(full.join("file"), "here").unwrap();
		for target in [&file, &full] {
			assert!(matches!(check(target), Err(CommunityError::OutputExists(_))));
			assert!(matches!(Output::begin(target), Err(CommunityError::OutputExists(_))));
		}
		#[cfg(unix)]
		{
			let link = parent.path().join("link");
			std::os::unix::fs::symlink(parent.path().join("nowhere"), &link).unwrap();
			assert!(matches!(check(&link), Err(CommunityError::OutputExists(_))));
		}
		assert!(matches!(check(Path::new("nowhere/..")), Err(CommunityError::OutputPath(_))));

		// Another program was faster.
		let target = parent.path().join("target");
		let output = Output::begin(&target).unwrap();
		fill(&output);
		fs::create_dir(&target).unwrap();
		fs::write(target.join("file"), "here").unwrap();
		assert!(output.finish().is_err());
		assert_eq!(entries(&target), ["file"]);
	}

	#[test]
	fn a_single_file_is_never_overwritten() {
		let folder = tempfile::tempdir().unwrap();
		let file = folder.path().join("file");
		write_new(&file, b"first", Access::Secret).unwrap();
		#[cfg(unix)]
		assert_eq!(mode(file.clone()), 0o600);
		assert!(matches!(write_new(&file, b"second", Access::Secret), Err(CommunityError::FileExists(_))));
		assert_eq!(fs::read(&file).unwrap(), b"first");
		assert!(matches!(
			write_new(&folder.path().join("no/file"), b"", Access::Secret),
			Err(CommunityError::Io { action: Action::Write, .. })
		));
	}

	#[test]
	fn an_aborted_output_leaves_nothing() {
		let parent = tempfile::tempdir().unwrap();
		let empty = parent.path().join("empty");
		fs::create_dir(&empty).unwrap();
		for target in [parent.path().join("new"), empty.clone()] {
			let output = Output::begin(&target).unwrap();
			fill(&output);
			drop(output);
		}
		assert_eq!(entries(parent.path()), ["empty"]);
		assert!(entries(&empty).is_empty());
	}
}
