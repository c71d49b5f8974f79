# SPDX-License-Identifier: Apache-2.0
# Makes the community of a test network. To be sourced, not run.
# shellcheck shell=bash

# make_community NODE FOLDER VALIDATORS FULL [ADDRESS]: writes into FOLDER, which must be new
#
#   spec.json      the chain that all nodes start from
#   officers/      the keys of the offices, as `community new` made them
#   N/node-key     of every node: its name in the network
#   N/peer-id      the same in public
#   N/keystore/    of every validator: what it signs with
#
# ADDRESS is a function that prints the network address of node N. With it, all nodes are boot nodes of the chain.
#
# `community new` knows one validator only. So the keys of all validators are made by the node's own commands and put
# in place of that one in the readable chain spec, from which the raw one is then exported.
make_community() {
	local node="$1" folder="$2" validators="$3" full="$4" address="${5:-}"
	local n account aura grandpa session='[]' accounts='[]' boot='[]' made="$folder/made"
	(umask 077 && mkdir -p "$folder")
	"$node" community new --roster docs/samples/roster.csv --charges docs/samples/charges.toml --name "Willow Court" \
		--out "$made" 2>"$folder/made.log" || fail "the chain could not be made:
$(cat "$folder/made.log")"
	for n in $(seq $((validators + full))); do
		(umask 077 && mkdir -p "$folder/$n")
		(umask 077 && "$node" key generate-node-key --file "$folder/$n/node-key" 2>"$folder/$n/peer-id")
		if [ -n "$address" ]; then
			boot="$(jq -c --arg boot "$("$address" "$n")/p2p/$(cat "$folder/$n/peer-id")" '. + [$boot]' <<<"$boot")"
		fi
		[ "$n" -le "$validators" ] || continue
		account="$(session_key "$node" "$folder/$n" sr25519 '')"
		aura="$(session_key "$node" "$folder/$n" sr25519 aura)"
		grandpa="$(session_key "$node" "$folder/$n" ed25519 gran)"
		session="$(jq -c --arg account "$account" --arg aura "$aura" --arg grandpa "$grandpa" \
			'. + [[$account, $account, { aura: $aura, grandpa: $grandpa }]]' <<<"$session")"
		accounts="$(jq -c --arg account "$account" '. + [$account]' <<<"$accounts")"
	done
	# The register sustains the accounts: session keys can only be set for an account that exists.
	jq --argjson session "$session" --argjson accounts "$accounts" --argjson boot "$boot" '
		.bootNodes = $boot
		| .genesis.runtimeGenesis.patch |= (
			.session.keys[0][0] as $first
			| .session.keys = $session
			| .registry.sustained = (.registry.sustained - [$first]) + $accounts
		)' "$made/chain-spec.json" >"$folder/plain.json"
	"$node" export-chain-spec --chain "$folder/plain.json" --raw --output "$folder/spec.json" >>"$folder/made.log" 2>&1 ||
		fail "the chain spec could not be exported:
$(cat "$folder/made.log")"
	(umask 077 && mkdir "$folder/officers")
	cp "$made"/keys/{sudo,registrar,manager,cashier,auditor}.json "$folder/officers/"
	rm -rf "$made" "$folder/plain.json" "$folder/made.log"
}

# session_key NODE FOLDER SCHEME TYPE: makes a key, puts it into FOLDER/keystore unless TYPE is empty, and prints its
# address. Its phrase passes through a file that only this user can read, never through a command line.
session_key() {
	local key="$2/key.json"
	(umask 077 && "$1" key generate --scheme "$3" --output-type json >"$key")
	if [ -n "$4" ]; then
		(umask 077 && jq -j .secretPhrase "$key" >"$2/phrase")
		"$1" key insert --keystore-path "$2/keystore" --key-type "$4" --scheme "$3" --suri "$2/phrase" >&2
		rm -f "$2/phrase"
	fi
	jq -r .ss58Address "$key"
	rm -f "$key"
}
