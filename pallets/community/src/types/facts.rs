// SPDX-License-Identifier: Apache-2.0

//! The community's facts, for clients.

use super::{CurrencyCode, LawPack};
use codec::{Decode, Encode};
use linli_primitives::{calendar::Switch, UtcOffset};
use scale_info::TypeInfo;

/// The current facts of the community.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct Facts {
	/// The UTC offset in force.
	pub utc_offset: UtcOffset,
	/// The scheduled change of the offset.
	pub scheduled: Option<Switch>,
	/// The currency; a fen is 1/100 of it.
	pub currency: CurrencyCode,
	/// The number of decimals to show amounts with.
	pub decimals: u8,
	/// The law pack that the chain began with.
	pub law_pack: LawPack,
	/// Whether the hand-over took place.
	pub is_handed_over: bool,
}
