// SPDX-License-Identifier: Apache-2.0

//! Law packs: the rules of a jurisdiction as genesis data. Everything in them can be changed on chain by the decision
//! that the same law requires.

use alloc::string::String;
use serde_json::Value;

/// A pack: its id, and the JSON that is merged into genesis. The JSON also holds the pack's id and version, so that
/// they are stored on chain.
type Pack = (&'static str, &'static str);

/// The available packs. Sources and simplifications: `docs/decisions.md`.
const PACKS: [Pack; 5] = [
	("cn", include_str!("laws/cn.json")),
	("nsw", include_str!("laws/nsw.json")),
	("qld", include_str!("laws/qld.json")),
	("us-hoa", include_str!("laws/us-hoa.json")),
	("poll", include_str!("laws/poll.json")),
];

/// The ids of the available packs.
pub fn law_packs() -> impl Iterator<Item = &'static str> {
	PACKS.into_iter().map(|(id, ..)| id)
}

/// The genesis patch of the pack, or `None` if the id is unknown.
pub fn law_pack(id: &str) -> Option<Value> {
	let (_, json) = PACKS.into_iter().find(|(known, _)| *known == id)?;
	serde_json::from_str(json).ok()
}

/// The currency of the pack's jurisdiction (ISO 4217), or `None` if the id is unknown.
pub fn law_pack_currency(id: &str) -> Option<String> {
	Some(law_pack(id)?.get("community")?.get("currency")?.as_str()?.into())
}
