#!/usr/bin/env bash
# Renews runtime/metadata.lock, the fingerprint of the runtime's public interface (docs/releases.md). Review the
# difference, and commit it with the change that caused it.
#
#   bash scripts/renew-lock.sh
#   bash scripts/renew-lock.sh --help    show this text

set -euo pipefail
scripts="$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=scripts/common.sh
. "$scripts/common.sh"

case "${1:-}" in
'') ;;
-h | --help)
	usage "${BASH_SOURCE[0]}"
	exit 0
	;;
*) fail "renew-lock.sh takes no arguments, not $1" ;;
esac

# shellcheck source=scripts/setup.sh
. "$scripts/setup.sh" build
cd "$LINLI_ROOT"
# Both packages, so that features are the same as in the node's tests and nothing is compiled twice.
LINLI_RENEW_LOCK=1 SKIP_WASM_BUILD=1 cargo test --release --locked -p linli-runtime -p linli-node --lib --bins \
	metadata_lock_is_of_this_runtime
git --no-pager diff --stat -- runtime/metadata.lock
