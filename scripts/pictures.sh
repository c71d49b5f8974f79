#!/usr/bin/env bash
# Prints the pictures in docs/pictures from sample data: the report of a month and the certificate of a decision, in
# English and Chinese.
#
#   bash scripts/pictures.sh          replace the pictures
#   bash scripts/pictures.sh --help   show this text
#
# Needs a browser, which it installs through scripts/setup.sh. Not part of the tests: run it when these pages change.

set -euo pipefail
# shellcheck source=scripts/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

case "${1:-}" in
"") ;;
-h | --help)
	usage "${BASH_SOURCE[0]}"
	exit 0
	;;
*) fail "unexpected argument: $1 (--help shows the usage)" ;;
esac

# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh" clients pictures
cd "$LINLI_ROOT"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# print_page SCRIPT LANGUAGE NAME: renders the first sheet of SCRIPT's page, as printed on A4.
print_page() {
	node "$1" "$2" >"$work/page.html"
	# Without the sandbox, which needs privileges that a container lacks; the page is our own and has no script.
	chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --user-data-dir="$work/browser" \
		--print-to-pdf="$work/page.pdf" "file://$work/page.html" 2>/dev/null
	pdftoppm -f 1 -singlefile -r 96 -png "$work/page.pdf" "$work/page"
	pngquant --force --speed 1 --strip --output "docs/pictures/$3.$2.png" 32 "$work/page.png"
	printf 'docs/pictures/%s.%s.png: %s bytes\n' "$3" "$2" "$(wc -c <"docs/pictures/$3.$2.png")"
}

mkdir -p docs/pictures
for language in en zh; do
	print_page clients/books/picture.js "$language" report
	print_page clients/recount/picture.js "$language" certificate
done
