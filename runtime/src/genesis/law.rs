//! Law packs: what a country's law says of a community, as data that genesis starts from. Everything in them can be
//! changed on chain by the decision that the same law asks for.

use serde_json::Value;

/// Each pack by its id, and the JSON that is merged into genesis. Sources and simplifications: `docs/decisions.md`.
const PACKS: [(&str, &str); 5] = [
	("cn", include_str!("laws/cn.json")),
	("nsw", include_str!("laws/nsw.json")),
	("qld", include_str!("laws/qld.json")),
	("us-hoa", include_str!("laws/us-hoa.json")),
	("poll", include_str!("laws/poll.json")),
];

/// The ids of the packs there are.
pub fn law_packs() -> impl Iterator<Item = &'static str> {
	PACKS.into_iter().map(|(id, _)| id)
}

/// The genesis patch of the pack, or `None` where there is none of that id.
pub fn law_pack(id: &str) -> Option<Value> {
	let (_, json) = PACKS.into_iter().find(|(known, _)| *known == id)?;
	serde_json::from_str(json).ok()
}
