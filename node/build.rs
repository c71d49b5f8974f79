// SPDX-License-Identifier: GPL-3.0-or-later

//! Puts the commit into the version string, so that `linli-node --version` tells which code runs.
fn main() {
	substrate_build_script_utils::generate_cargo_keys();
	substrate_build_script_utils::rerun_if_git_head_changed();
}
