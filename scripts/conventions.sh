#!/usr/bin/env bash
# Checks what a program can check of docs/conventions.md: names, headings, lengths, words. Says every place that
# differs, then ends with status 1. Takes about a second and builds nothing.
#
#   bash scripts/conventions.sh

set -euo pipefail
# Columns are characters, not bytes.
export LC_ALL=C.UTF-8

if [ $# -gt 0 ]; then
	sed -n '2,/^$/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
	[ "$1" = "--help" ] || [ "$1" = "-h" ] && exit 0
	exit 2
fi

cd "$(dirname "${BASH_SOURCE[0]}")/.."

found="$(mktemp)"
trap 'rm -f "$found"' EXIT

# check RULE: notes each line of the input, a place that differs, under the rule's heading.
check() {
	local lines
	lines="$(cat)"
	if [ -n "$lines" ]; then
		printf '%s\n%s\n\n' "$1" "$(sed 's/^/  /' <<<"$lines")" >>"$found"
	fi
}

tracked() { git ls-files -- "$@"; }
rust_sources() { tracked '*.rs' | grep -v '^runtime/src/weights/'; }

# Files that may be longer than 600 lines, each with its reason.
long_files="
pallets/governance/src/lib.rs        its calls, documented in FRAME's one impl block
pallets/registry/src/lib.rs          likewise
pallets/sharing/src/lib.rs           likewise
pallets/expenses/src/lib.rs          likewise
pallets/cashier/src/calls.rs         likewise
pallets/fees/src/calls.rs            likewise
pallets/projects/src/lib.rs          likewise
pallets/sharing/src/benchmarking/mod.rs  one module of benchmarks, which cannot be divided
pallets/fees/src/benchmarking.rs     likewise
pallets/governance/src/benchmarking/mod.rs  likewise
pallets/cashier/src/benchmarking.rs  likewise
e2e/journeys/quarter.test.js         one quarter, whose steps follow from one another
runtime/src/apis.rs                  one impl_runtime_apis, which cannot be divided
"

# Errors: the families of docs/conventions.md.
families='(NotFound|Over|Running|InProgress|InPast|InFuture|Required|Mismatch|Exceeded|Overflow|TooLow|TooHigh|TooLarge|TooLong|TooShort|Outstanding|OutOfOrder|Unreadable|Withdrawn|Left|Held|[a-z]ed)(\(.*\))?$'
families+='|^(Invalid|Too|Not|Own|Is|Insufficient|Duplicate)|[a-z]Is[A-Z]|Already|[a-z]Not[A-Z]|TooMany'

# Names in an enum of errors: file:line:name. The body ends at the first closing brace as deep as the enum.
error_names() {
	awk '
		/pub enum Error<T>/ { inside = 1; next }
		inside && /^\t?\}/ { inside = 0 }
		inside && match($0, /^[ \t]+[A-Z][A-Za-z]*(\([A-Za-z]+\))?,/) {
			name = $0; gsub(/^[ \t]+|,.*$/, "", name); print FILENAME ":" FNR ": " name
		}' "$@"
}

# Calls whose documentation lacks one of the three headings, in order.
calls_without_headings() {
	awk '
		/^[ \t]*\/\/\/ ## Dispatch origin$/ { origin = 1 }
		/^[ \t]*\/\/\/ ## Errors$/ && origin { errors = 1 }
		/^[ \t]*\/\/\/ ## Weight$/ && errors { weight = 1 }
		/#\[pallet::call_index/ { call = 1 }
		/^[ \t]*pub fn / {
			if (call && !weight) { name = $0; sub(/^[ \t]*pub fn /, "", name); sub(/[(<].*/, "", name); print FILENAME ":" FNR ": " name }
			origin = errors = weight = call = 0
		}' "$@"
}

mapfile -t libs < <(tracked 'pallets/*/src/lib.rs' | grep -v '^pallets/testing/')
mapfile -t errors < <(tracked 'pallets/*/src/errors.rs' 'pallets/*/src/lib.rs')
mapfile -t sources < <(rust_sources)
mapfile -t scripts < <(tracked '*.js' '*.sh')
mapfile -t pages < <(tracked 'README*.md' 'docs/*.md' 'CONTRIBUTING.md' 'SECURITY.md')

error_names "${errors[@]}" | { grep -vE ": [A-Za-z()]*$" || true; } | check "an error's name could not be read"
error_names "${errors[@]}" | awk -F': ' -v families="$families" '$2 !~ families' |
	check "errors outside the families of docs/conventions.md"
calls_without_headings "${libs[@]}" | check "calls without the headings Dispatch origin, Errors, Weight, in this order"
{ grep -nE '^\s*pub type \w+Of<T: Config>' $(tracked 'pallets/*/src/*.rs') || true; } | check "storage whose name ends in Of"
{ grep -nE '^\s*#\[pallet::weight\(T::WeightInfo::\w+\(\)\)\]' "${libs[@]}" || true; } |
	check "constant weights that pallet::call(weight = …) attributes already"
{ grep -nE '^\s*type (\w+): .*\bFundLedger<' "${libs[@]}" | grep -v 'type Ledger:' || true; } | check "FundLedger is Ledger in a Config"
{ grep -nE '^\s*type (\w+): .*\bElectorate<' "${libs[@]}" | grep -v 'type Electorate:' || true; } | check "Electorate is Electorate in a Config"
{ grep -nE '^\s*type (\w+): .*\bOwnersRegister<' "${libs[@]}" | grep -v 'type Register:' || true; } | check "OwnersRegister is Register in a Config"

awk '/^\t\/\/\// { doc = doc $0; next } /^\tpub fn/ && doc !~ /See \[`crate::api::/ { print FILENAME ":" FNR ": " $0 } { doc = "" }' $(tracked 'pallets/*/src/views.rs') |
	check "queries described anywhere but in api.rs"

for file in "${sources[@]}" "${scripts[@]}"; do
	[[ "$file" == *.sh ]] || head -n 3 "$file" | grep -q SPDX-License-Identifier || echo "$file"
done | check "files without a licence line"
wc -l "${sources[@]}" "${scripts[@]}" | awk '$2 != "total" && $1 > 600 { print $2 ": " $1 " lines" }' |
	{ grep -vFf <(sed '/^$/d; s/ .*/:/' <<<"$long_files") || true; } | check "files longer than 600 lines"

# A tab counts as four columns. Links and tables may be longer.
{ grep -nE '^\s*//[/!]?' "${sources[@]}" || true; } | sed 's/\t/    /g' | { grep -E '^[^:]+:[0-9]+:.{121,}' || true; } |
	{ grep -vE '\||https?://|\]\(' || true; } | check "comments longer than 120 columns"
awk 'FNR == 1 { code = 0 } /^ *```/ { code = !code } !code && !/^ *\|/ { print FILENAME ":" FNR ":" $0 }' "${pages[@]}" |
	{ grep -E '^[^:]+:[0-9]+:.{121,}' || true; } | { grep -vE 'https?://|\]\(' || true; } | cut -c 1-100 | check "prose longer than 120 columns"

words='\bwhoever\b|\bby itself\b|\bby themselves\b|\bthe own\b|\bhimself\b|\bdearest\b|\bof (a|the) now\b|\bin earnest\b|\bnot so much\b|\b[Ww]hom it (acts|concerns) for\b'
{ grep -nEi "^\s*(//|#).*($words)" "${sources[@]}" "${scripts[@]}" || true; } | { grep -v '^scripts/conventions.sh' || true; } | check "words of docs/conventions.md, Text"
{ grep -nEi "$words" "${pages[@]}" || true; } | { grep -v '^docs/conventions.md' || true; } | check "words of docs/conventions.md, Text"

# The unit file is shown on three pages; each of its lines is there, in order.
service='docs/samples/systemd/linli.service'
for page in docs/operators.md docs/operators.zh-CN.md node/src/community/readme.txt; do
	awk -v page="$page" -v service="$service" '
		NR == FNR { if ($0 != "") want[++count] = $0; next }
		{ sub(/^ +/, ""); if (at < count && $0 == want[at + 1]) at++ }
		END { if (at < count) print page ": lacks \"" want[at + 1] "\" of " service }' "$service" "$page"
done | check "a service that differs from $service"

# docs/security.md: the tests that it names exist, no row lacks one, and both languages name the same.
named() { { grep -oE '`[^`]+\.rs: [a-z0-9_]+`' "$1" || true; } | tr -d '`'; }
security='docs/security.md'
named "$security" | cut -d: -f1 | sort -u | while read -r file; do
	if [ -f "$file" ]; then
		awk '/#\[test\]/ { test = 1 }
			test && match($0, /fn [a-z0-9_]+\(/) { print FILENAME ": " substr($0, RSTART + 3, RLENGTH - 4); test = 0 }' "$file"
	fi
done | sort -u | comm -23 <(named "$security" | sort -u) - | check "tests that $security names and that do not exist"
{ diff <(named "$security") <(named "${security%.md}.zh-CN.md") || true; } | { grep '^[<>]' || true; } |
	check "tests that $security names in one language only"
awk '/^\|/ { if (!row++) tested = /\| (Test|测试) \|$/; else if (tested && row > 2 && !/`[^`]+\.rs: [a-z0-9_]+` \|$/) print FILENAME ":" FNR ": " $0; next }
	{ row = 0 }' "$security" "${security%.md}.zh-CN.md" | check "rows of $security without a test"

if [ -s "$found" ]; then
	cat "$found"
	echo "docs/conventions.md has the reasons."
	exit 1
fi
echo "Conventions: nothing to mend."
