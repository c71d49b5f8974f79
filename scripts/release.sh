#!/usr/bin/env bash
# Builds a release from the last commit: the node, with a runtime for each listed currency in it, and the runtimes as
# files with their hashes, which owners compare before they vote on an upgrade (docs/releases.md).
#
#   bash scripts/release.sh --out DIR        the node, and the runtimes for CNY, USD, AUD and EUR
#   bash scripts/release.sh --out DIR AUD    the same with the runtime for AUD only: enough to check its hash
#   bash scripts/release.sh --list           prints the currencies
#   bash scripts/release.sh --help           show this text
#
# DIR, which must be new or empty, then holds:
#
#   linli-node      the program; `linli-node community runtimes` lists the runtimes in it
#   SHA256SUMS      its hash
#   runtimes/       the runtimes as Wasm, manifest.json with their hashes, and BLAKE2SUMS
#
# The Wasm depends on the sources, Cargo.lock and the compiler of rust-toolchain.toml only: paths go into it, so it is
# always built in /var/tmp/linli-release, and the folder of the downloaded crates is given a name of its own. The node
# is no such file; compare the runtimes. The first run takes about 40 minutes on two cores, and 10 GB there.

set -euo pipefail
scripts="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=scripts/common.sh
. "$scripts/common.sh"

# The currencies that get a runtime with a metadata hash. They are listed here only.
currencies=(CNY USD AUD EUR)
place=/var/tmp/linli-release

# Arguments are checked before anything is built.
out=""
chosen=()
while [ $# -gt 0 ]; do
	case "$1" in
	-h | --help)
		usage "${BASH_SOURCE[0]}"
		exit 0
		;;
	--list)
		printf '%s\n' "${currencies[@]}"
		exit 0
		;;
	--out)
		[ $# -ge 2 ] || fail "--out needs a folder"
		out="$2"
		shift
		;;
	*)
		[[ " ${currencies[*]} " == *" $1 "* ]] || fail "no runtime is released for $1 (${currencies[*]}); --help shows examples"
		chosen+=("$1")
		;;
	esac
	shift
done
[ -n "$out" ] || fail "--out DIR is missing; --help shows examples"
out="$(realpath -m -- "$out")"
[ ! -e "$out" ] || [ -z "$(ls -A "$out")" ] || fail "--out: $out is not empty"
[ ${#chosen[@]} -gt 0 ] || chosen=("${currencies[@]}")

# Settings of this machine's user would go into the Wasm, or stop the build.
settings='^(RUSTFLAGS$|RUSTC|CARGO_(ENCODED_RUSTFLAGS$|BUILD_|PROFILE_|TARGET_)|WASM_BUILD_|SKIP_.*WASM_BUILD$'
settings+='|FORCE_WASM_BUILD$|RUNTIME_METADATA_HASH$|LINLI_RUNTIMES$)'
while read -r name; do
	[ "$name" = CARGO_BUILD_JOBS ] || unset "$name"
done < <(compgen -e | grep -E "$settings" || true)

# shellcheck source=scripts/setup.sh
. "$scripts/setup.sh" build
[ -z "${WASM_BUILD_TOOLCHAIN:-}" ] ||
	say "The WebAssembly target is Debian's and not rustup's: the runtimes work, but have other hashes than a release"

(umask 077 && mkdir -p "$place")
[ -O "$place" ] || fail "$place belongs to another user"
source="$place/source"
rm -rf "$source" "$place/runtimes"
mkdir -p "$source" "$place/runtimes"
# With the time of now (-m): cargo takes what is older than its last build for unchanged, and this may be an older version.
extract() { tar -x -m -C "$source"; }
if commit="$(git -C "$LINLI_ROOT" rev-parse HEAD 2>/dev/null)"; then
	[ -z "$(git -C "$LINLI_ROOT" status --porcelain)" ] || fail "there are changes that are not committed: a release is built from a commit"
	git -C "$LINLI_ROOT" archive "$commit" | extract
	export SUBSTRATE_CLI_GIT_COMMIT_HASH="${commit:0:11}"
else
	# In an image, which holds the sources only.
	tar -C "$LINLI_ROOT" --exclude=./target --exclude=node_modules -c . | extract
fi

cd "$source"
export CARGO_TARGET_DIR="$place/target" CARGO_INCREMENTAL=0 SOURCE_DATE_EPOCH=0 WASM_BUILD_WORKSPACE_HINT="$source"
cargo fetch --locked
# The name of this folder depends on the user, and on a mirror if one is set.
remapped=""
for folder in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/; do
	remapped+=" --remap-path-prefix=${folder%/}=/crates"
done
export WASM_BUILD_RUSTFLAGS="$remapped --remap-path-prefix=$source=/linli"
node="$CARGO_TARGET_DIR/release/linli-node"

say "Building the node with the plain runtime"
cargo build --release --locked -p linli-node
for currency in "${chosen[@]}"; do
	hash="$("$node" community runtimes --metadata-hash "$currency")"
	say "Building the runtime for $currency, whose metadata hash is $hash"
	RUNTIME_METADATA_HASH="$hash" cargo build --release --locked -p linli-runtime-wasm
	cp "$CARGO_TARGET_DIR/release/wbuild/linli-runtime/$hash.compact.compressed.wasm" "$place/runtimes/$currency.wasm"
done
say "Building the node with all of them"
LINLI_RUNTIMES="$place/runtimes" cargo build --release --locked -p linli-node

mkdir -p "$out"
"$node" community runtimes --out "$out/runtimes"
chmod 755 "$out/runtimes"
install -m 755 "$node" "$out/linli-node"
strip "$out/linli-node"
(cd "$out" && sha256sum linli-node >SHA256SUMS)
cat "$out/runtimes/manifest.json"
say "Written: $out"
