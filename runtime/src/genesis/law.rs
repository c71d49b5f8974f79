// SPDX-License-Identifier: Apache-2.0

//! Law packs: what a country's law says of a community, as data that genesis starts from. Everything in them can be
//! changed on chain by the decision that the same law asks for.

use alloc::string::String;
use serde_json::Value;

/// A pack: its id, and the JSON that is merged into genesis. Which pack and version it is stands in the JSON too, so that
/// the chain keeps it.
type Pack = (&'static str, &'static str);

/// The packs there are. Sources and simplifications: `docs/decisions.md`.
const PACKS: [Pack; 5] = [
	("cn", include_str!("laws/cn.json")),
	("nsw", include_str!("laws/nsw.json")),
	("qld", include_str!("laws/qld.json")),
	("us-hoa", include_str!("laws/us-hoa.json")),
	("poll", include_str!("laws/poll.json")),
];

/// The ids of the packs there are.
pub fn law_packs() -> impl Iterator<Item = &'static str> {
	PACKS.into_iter().map(|(id, ..)| id)
}

/// The genesis patch of the pack, or `None` where there is none of that id.
pub fn law_pack(id: &str) -> Option<Value> {
	let (_, json) = PACKS.into_iter().find(|(known, _)| *known == id)?;
	serde_json::from_str(json).ok()
}

/// The currency of the pack's place (ISO 4217), or `None` where there is none of that id.
pub fn law_pack_currency(id: &str) -> Option<String> {
	Some(law_pack(id)?["community"]["currency"].as_str()?.into())
}
