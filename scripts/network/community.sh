# SPDX-License-Identifier: Apache-2.0
# Makes the community of a test network. To be sourced, not run.
# shellcheck shell=bash

# make_community NODE FOLDER VALIDATORS FULL [ADDRESS]: writes into FOLDER, which must be new
#
#   spec.json      the chain that all nodes start from
#   community/     the salted roster and the tickets, on a chain for trials only
#   officers/      the keys of the offices and the bootstrap key
#   N/node-key     of every node: its name in the network
#   N/peer-id      the same in public
#   N/keystore/    of every validator: what it signs with
#
# ADDRESS is a function that prints the network address of node N. With it, the validators are boot nodes of the chain.
#
#   NETWORK_JOINING   how many of the validators are to join later: they are not in the chain, and have no keys yet (0)
#   NETWORK_TRIAL     if set, the chain is for trials: it accepts --sealing
make_community() {
	local node="$1" folder="$2" validators="$3" full="$4" address="${5:-}"
	local n role made="$folder/made" lines="$folder/lines.txt" founders=$(($3 - ${NETWORK_JOINING:-0}))
	(umask 077 && mkdir -p "$folder/officers")
	for n in $(seq "$founders"); do
		join_key "$node" "$folder/$n" "$lines" validator ${address:+--address "$("$address" "$n")"}
		"$node" key inspect-node-key --file "$folder/$n/node-key" >"$folder/$n/peer-id"
	done
	for n in $(seq $((founders + 1)) $((validators + full))); do
		(umask 077 && mkdir -p "$folder/$n")
		[ "$n" -gt "$validators" ] || (umask 077 && mkdir "$folder/$n/keystore")
		(umask 077 && "$node" key generate-node-key --file "$folder/$n/node-key" 2>"$folder/$n/peer-id")
	done
	for role in registrar manager cashier auditor; do
		join_key "$node" "$folder/$role" "$lines" "$role"
		mv "$folder/$role/$role.json" "$folder/officers/"
		rm -r "${folder:?}/$role"
	done
	join_key "$node" "$folder/bootstrap" "$lines" bootstrap
	mv "$folder/bootstrap/bootstrap.json" "$folder/officers/"
	rm -r "${folder:?}/bootstrap"
	"$node" community new --roster docs/samples/roster.csv --charges docs/samples/charges.toml --name "Willow Court" \
		--keys "$lines" --out "$made" ${NETWORK_TRIAL:+--trial} 2>"$folder/made.log" || fail "the chain could not be made:
$(cat "$folder/made.log")"
	mv "$made/chain-spec-raw.json" "$folder/spec.json"
	[ -z "${NETWORK_TRIAL:-}" ] || mv "$made" "$folder/community"
	rm -rf "$made" "$folder/made.log" "$lines"
}

# join_key NODE FOLDER LINES PURPOSE [OPTION…]: makes keys in FOLDER and adds their line to LINES.
join_key() {
	local node="$1" folder="$2" lines="$3" line
	shift 3
	line="$("$node" community join-key "$@" --out "$folder" 2>"$lines.log")" || fail "no keys could be made:
$(cat "$lines.log")"
	rm -f "$lines.log"
	printf '%s\n' "$line" >>"$lines"
}
