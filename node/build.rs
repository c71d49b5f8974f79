// SPDX-License-Identifier: GPL-3.0-or-later

//! Adds the commit to the version string, so that `linli-node --version` identifies the code, and to a release its
//! runtimes.

use std::{env, error::Error, fs, path::PathBuf};

/// The variable by which `scripts/release.sh` names the folder of the runtimes, one file for each currency: `CNY.wasm`.
const RUNTIMES: &str = "LINLI_RUNTIMES";

fn main() -> Result<(), Box<dyn Error>> {
	substrate_build_script_utils::generate_cargo_keys();
	substrate_build_script_utils::rerun_if_git_head_changed();
	println!("cargo:rerun-if-changed=build.rs");
	println!("cargo:rerun-if-env-changed={RUNTIMES}");

	let mut rows = Vec::new();
	if let Some(folder) = env::var_os(RUNTIMES) {
		println!("cargo:rerun-if-changed={}", PathBuf::from(&folder).display());
		for entry in fs::read_dir(folder)? {
			let file = entry?.path().canonicalize()?;
			let currency = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
			rows.push(format!("({currency:?}, include_bytes!({file:?}).as_slice()),\n"));
		}
	}
	rows.sort();
	let out = PathBuf::from(env::var("OUT_DIR")?).join("runtimes.rs");
	fs::write(out, format!("&[\n{}]\n", rows.concat()))?;
	Ok(())
}
