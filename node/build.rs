// SPDX-License-Identifier: GPL-3.0-or-later

//! Adds the commit to the version string, so that `linli-node --version` identifies the code.
fn main() {
	substrate_build_script_utils::generate_cargo_keys();
	substrate_build_script_utils::rerun_if_git_head_changed();
}
