# SPDX-License-Identifier: Apache-2.0
# Functions shared by the scripts of this folder. To be sourced, not run.
# shellcheck shell=bash

say() { printf '\n==> %s\n' "$*"; }

fail() {
	printf '\nerror: %s\n' "$*" >&2
	exit 1
}

# usage FILE: prints the help of a script, which is the comment at its head.
usage() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$1"; }

# is_number TEXT: succeeds for a whole number from 1 to 65535, the range of ports and counts.
is_number() { [[ "$1" =~ ^[1-9][0-9]{0,4}$ ]] && [ "$1" -le 65535 ]; }

# is_taken PORT: succeeds if a program on this machine listens on the port.
is_taken() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# runtime_crates: prints the crates of the runtime, including linli-testing, as options of cargo.
runtime_crates() {
	sed -n 's/^name = "\(.*\)"$/-p \1/p' primitives/Cargo.toml pallets/*/Cargo.toml
}

# under_clippy COMMAND…: runs a command of cargo with the linter in the compiler's place, warnings denied. Our crates are
# compiled once for both, and the SDK, which is never linted, not a second time: `cargo clippy` would check all of it anew.
under_clippy() {
	RUSTC_WORKSPACE_WRAPPER="$(rustup which --toolchain "$LINLI_RUST" clippy-driver)" \
		CLIPPY_ARGS="-Dwarnings__CLIPPY_HACKERY__" "$@"
}
