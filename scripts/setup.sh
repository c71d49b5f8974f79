#!/usr/bin/env bash
# Prepares a Debian machine to build, run and test Linli. Installed tools are left alone; there are no prompts.
#
#   bash scripts/setup.sh                      everything: build, checks and clients
#   . scripts/setup.sh build                   requirements of the build; its variables stay set in the shell
#   . scripts/setup.sh build checks clients    several parts
#   bash scripts/setup.sh --help               show this text
#
# Parts:
#   build     compilers, and Rust with its WebAssembly target
#   checks    formatter, linter, licence checker
#   clients   the npm packages of clients/ and e2e/
#   browser   Chromium, in which a journey runs a light client; only if named
#   pictures  a browser and fonts for scripts/pictures.sh; only if named
#   font      font, tables and tool for scripts/font.sh; only if named
#
# Prerequisites: Rust with rustup (https://rustup.rs) and Node.js 20 or newer with npm.

set -euo pipefail
# shellcheck source=scripts/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# Arguments are checked before anything is set up.
for part in "$@"; do
	case "$part" in
	build | checks | clients | browser | pictures | font) ;;
	-h | --help)
		usage "${BASH_SOURCE[0]}"
		# shellcheck disable=SC2317
		return 0 2>/dev/null || exit 0
		;;
	*) fail "no such part of the set-up: $part (build, checks, clients, browser, pictures, font; --help explains them)" ;;
	esac
done

LINLI_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
# Outside the clone, so that a fresh clone builds in minutes if another was built before.
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/linli/target}"
LINLI_TOOLS="${XDG_CACHE_HOME:-$HOME/.cache}/linli/tools"
WASM_TARGET="wasm32v1-none"
CARGO_DENY_VERSION="0.20.2"

as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo -n "$@" || fail "needs root: run '$*' yourself, then start again"
	else
		fail "needs root and there is no sudo: run '$*' as root, then start again"
	fi
}

# Installs the given Debian packages that are missing.
apt_packages() {
	local package missing=()
	for package in "$@"; do
		dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || missing+=("$package")
	done
	[ ${#missing[@]} -eq 0 ] && return 0
	command -v apt-get >/dev/null || fail "please install: ${missing[*]}"
	say "Installing Debian packages: ${missing[*]}"
	as_root apt-get update -qq
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# Rust, in the version of rust-toolchain.toml.
setup_rust() {
	if ! command -v cargo >/dev/null && [ -f "$HOME/.cargo/env" ]; then
		# shellcheck disable=SC1091
		. "$HOME/.cargo/env"
	fi
	command -v rustup >/dev/null || fail "Rust is missing: install it with rustup (https://rustup.rs), then start again"
	LINLI_RUST="$(sed -n 's/^channel *= *"\(.*\)"/\1/p' "$LINLI_ROOT/rust-toolchain.toml")"
	if ! rustup run "$LINLI_RUST" rustc --version >/dev/null 2>&1; then
		say "Installing Rust $LINLI_RUST"
		rustup toolchain install "$LINLI_RUST" --profile minimal || fail "Rust $LINLI_RUST could not be installed"
	fi
}

# The runtime is compiled to WebAssembly. The target comes from rustup or, if its server is unreachable, from
# Debian's compiler.
setup_wasm() {
	local installed
	installed="$(rustup run "$LINLI_RUST" rustc --print sysroot)/lib/rustlib/$WASM_TARGET/lib"
	if compgen -G "$installed/libcore-*.rlib" >/dev/null; then
		return 0
	fi
	if ! debian_wasm_present; then
		say "Adding the WebAssembly target to Rust $LINLI_RUST"
		if rustup target add "$WASM_TARGET" --toolchain "$LINLI_RUST"; then
			return 0
		fi
		setup_wasm_from_debian
	fi
	# Set, so that rustup does not try again to fetch the target named in rust-toolchain.toml.
	export RUSTUP_TOOLCHAIN="$LINLI_RUST"
	export WASM_BUILD_TOOLCHAIN=debian
}

# wasm_cargo ARGUMENT…: cargo with the toolchain that has the WebAssembly target, as the runtime's build uses it.
wasm_cargo() { RUSTUP_TOOLCHAIN="${WASM_BUILD_TOOLCHAIN:-$LINLI_RUST}" cargo "$@" --target "$WASM_TARGET"; }

debian_wasm_present() {
	compgen -G "/usr/lib/rustlib/$WASM_TARGET/lib/libcore-*.rlib" >/dev/null &&
		rustup run debian rustc --version >/dev/null 2>&1
}

setup_wasm_from_debian() {
	local work
	say "rustup could not add it; building it with Debian's compiler"
	apt_packages rustc-web cargo-web rust-web-src rust-web-llvm lld-22
	work="$(mktemp -d)"
	mkdir -p "$work/src"
	printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n' >"$work/Cargo.toml"
	printf '#![no_std]\n' >"$work/src/lib.rs"
	# Without the embedded bitcode the runtime's link step stops at a missing .llvmbc section.
	(
		cd "$work"
		RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR="$work/target" \
			/usr/bin/cargo build --release -Zbuild-std=core,alloc --target "$WASM_TARGET"
	) || fail "the WebAssembly target could not be built"
	as_root mkdir -p "/usr/lib/rustlib/$WASM_TARGET/lib"
	for crate in core alloc compiler_builtins; do
		as_root cp "$work/target/$WASM_TARGET/release/deps/lib$crate-"*.rlib "/usr/lib/rustlib/$WASM_TARGET/lib/"
	done
	rm -rf "$work"
	rustup toolchain link debian /usr
}

# Requirements of the node and the runtime.
setup_build() {
	apt_packages ca-certificates protobuf-compiler gcc g++ libc6-dev make perl pkg-config
	setup_rust
	setup_wasm
	# The build folder is outside the clone: without this, the Wasm build would not find Cargo.lock.
	export WASM_BUILD_WORKSPACE_HINT="$LINLI_ROOT"
}

# Requirements of the checks only: formatter, linter, licence checker.
setup_checks() {
	local component missing=()
	for component in rustfmt clippy; do
		rustup run "$LINLI_RUST" "cargo-${component/rustfmt/fmt}" --version >/dev/null 2>&1 || missing+=("$component")
	done
	if [ ${#missing[@]} -gt 0 ]; then
		say "Adding to Rust $LINLI_RUST: ${missing[*]}"
		rustup component add --toolchain "$LINLI_RUST" "${missing[@]}"
	fi
	export PATH="$LINLI_TOOLS/bin:$PATH"
	if ! command -v cargo-deny >/dev/null; then
		say "Installing cargo-deny $CARGO_DENY_VERSION, which checks the licences"
		# Built for a short build time, not for speed: it runs for seconds.
		cargo install cargo-deny --version "$CARGO_DENY_VERSION" --locked --quiet --root "$LINLI_TOOLS" \
			--target-dir "$CARGO_TARGET_DIR/tools" --config profile.release.lto=false --config profile.release.opt-level=1
	fi
}

# Requirements of clients/ and e2e/: one npm workspace.
setup_clients() {
	if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
		apt_packages nodejs npm
	fi
	local major
	major="$(node --version | sed 's/^v\([0-9]*\).*/\1/')"
	[ "$major" -ge 20 ] || fail "Node.js 20 or newer is needed, this is $(node --version)"
	local installed="$LINLI_ROOT/node_modules/.package-lock.json"
	if [ ! -f "$installed" ] || [ "$LINLI_ROOT/package-lock.json" -nt "$installed" ]; then
		say "Installing npm packages"
		(cd "$LINLI_ROOT" && npm ci --no-audit --no-fund --loglevel=error)
	fi
}

# Requirements of the light client in a browser, and of the pictures.
setup_browser() {
	apt_packages chromium
}

# Requirements of the pictures in docs/: a browser, fonts for both languages, PDF to PNG conversion, PNG compression.
setup_pictures() {
	setup_browser
	apt_packages fonts-dejavu-core fonts-noto-cjk poppler-utils pngquant
}

# Requirements of the font of the invitations: the whole font, tables of characters, and the tool that cuts it down.
setup_font() {
	apt_packages fonts-noto-cjk unicode-data fonttools fontconfig
}

if [ $# -eq 0 ]; then
	set -- build checks clients
fi
for part in "$@"; do
	"setup_$part"
done
