// SPDX-License-Identifier: Apache-2.0

//! Law packs: what a country's law says of a community, as data that genesis starts from. Everything in them can be
//! changed on chain by the decision that the same law asks for.

use serde_json::Value;

/// A pack: its id, the currency of the place (ISO 4217), and the JSON that is merged into genesis.
type Pack = (&'static str, &'static str, &'static str);

/// The packs there are. Sources and simplifications: `docs/decisions.md`.
const PACKS: [Pack; 5] = [
	("cn", "CNY", include_str!("laws/cn.json")),
	("nsw", "AUD", include_str!("laws/nsw.json")),
	("qld", "AUD", include_str!("laws/qld.json")),
	("us-hoa", "USD", include_str!("laws/us-hoa.json")),
	("poll", "CNY", include_str!("laws/poll.json")),
];

/// The ids of the packs there are.
pub fn law_packs() -> impl Iterator<Item = &'static str> {
	PACKS.into_iter().map(|(id, ..)| id)
}

/// The genesis patch of the pack, or `None` where there is none of that id.
pub fn law_pack(id: &str) -> Option<Value> {
	let (_, _, json) = find(id)?;
	serde_json::from_str(json).ok()
}

/// The currency of the pack's place, or `None` where there is none of that id.
pub fn law_pack_currency(id: &str) -> Option<&'static str> {
	find(id).map(|(_, currency, _)| currency)
}

fn find(id: &str) -> Option<Pack> {
	PACKS.into_iter().find(|(known, ..)| *known == id)
}
