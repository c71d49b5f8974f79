#!/usr/bin/env bash
# Makes invitations/font/noto-sans-cjk-sc.otf again, the font in which the owners' invitations are printed: the part of
# Noto Sans CJK SC that names and places in China need, without hinting and layout tables.
#
#   bash scripts/font.sh          replace the font and its licence
#   bash scripts/font.sh --help   show this text
#
# Characters: the Table of General Standard Chinese Characters (8,105; Unicode's kTGH), GB 2312, Big5 up to its level 1
# for names in traditional characters, and Latin letters. Font, tables and tool come from Debian packages. Not part of
# the tests: run it when other characters are wanted.

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
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh" font
cd "$LINLI_ROOT"

source=/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc
target=invitations/font/noto-sans-cjk-sc.otf
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

say "Collecting the characters"
# Debian's Python, which has Debian's fonttools.
/usr/bin/python3 - "$work/characters" <<'PYTHON'
import bz2, sys

def table(encoding, highs, lows):
    for high in highs:
        for low in lows:
            try:
                yield from bytes([high, low]).decode(encoding)
            except UnicodeDecodeError:
                pass

characters = set(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)]))
characters.update(table("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF)))
characters.update(table("big5", range(0xA1, 0xC7), [*range(0x40, 0x7F), *range(0xA1, 0xFF)]))
for line in bz2.open("/usr/share/unicode/Unihan_OtherMappings.txt.bz2", "rt", encoding="utf-8"):
    code, *rest = line.rstrip("\n").split("\t")
    if code.startswith("U+") and rest[:1] == ["kTGH"]:
        characters.add(chr(int(code[2:], 16)))
with open(sys.argv[1], "w", encoding="utf-8") as file:
    file.write("".join(sorted(character for character in characters if character.isprintable())))
PYTHON

# The place of the Simplified Chinese face in the collection.
face="$(fc-query --format '%{index} %{family}\n' "$source" | sed -n 's/^\([0-9]*\) Noto Sans CJK SC.*/\1/p')"
[ -n "$face" ] || fail "$source holds no Noto Sans CJK SC"

say "Cutting the font down"
/usr/bin/python3 -m fontTools.subset "$source" --font-number="$face" --text-file="$work/characters" \
	--output-file="$target" --layout-features='' --no-hinting --notdef-outline --name-IDs='*' --name-languages=0x409 \
	--drop-tables+=GSUB,GPOS,GDEF,BASE,vhea,vmtx,VORG,DSIG

{
	fc-query --format 'Copyright %{family[0]}: ' "$target"
	/usr/bin/python3 -c 'import sys; from fontTools.ttLib import TTFont; print(TTFont(sys.argv[1])["name"].getDebugName(0))' "$target"
	printf 'A subset, made by scripts/font.sh.\n\n'
	sed -n '/SIL OPEN FONT LICENSE/,/^$/p' /usr/share/doc/fonts-noto-cjk/copyright |
		sed 's/^ //; s/^\.$//; /^--*$/d' | cat -s
} >invitations/font/OFL.txt

printf '%s: %s bytes, %s characters wanted\n' "$target" "$(wc -c <"$target")" "$(wc -m <"$work/characters")"
