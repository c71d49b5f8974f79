# What the scripts of this folder share. Sourced, never run.
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash

say() { printf '\n==> %s\n' "$*"; }

fail() {
	printf '\nerror: %s\n' "$*" >&2
	exit 1
}

# usage FILE: the comment at the head of a script, which is its help.
usage() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$1"; }

# is_number TEXT: whether it is a whole number from 1 to 65535, as ports and counts are here.
is_number() { [[ "$1" =~ ^[1-9][0-9]{0,4}$ ]] && [ "$1" -le 65535 ]; }

# is_taken PORT: whether a program on this machine answers at it.
is_taken() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# runtime_crates: every crate that becomes part of the runtime, and what only their tests use, as options of cargo.
runtime_crates() {
	sed -n 's/^name = "\(.*\)"$/-p \1/p' primitives/Cargo.toml pallets/*/Cargo.toml
}
