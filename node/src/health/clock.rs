// SPDX-License-Identifier: GPL-3.0-or-later

//! Whether this machine's clock is right, without asking a time server: the other validators' blocks carry their times.
//!
//! A clock that is behind makes the node refuse the others' blocks as coming from the future, and a validator then
//! makes none itself; one that is ahead makes blocks that the others refuse. So each block is compared, as it is
//! announced and before it is checked, with the time at which it arrives. A block is made at the beginning of its slot
//! and arrives within a few seconds. The median of the last blocks counts, so that one validator with a wrong clock
//! does not make the others doubt theirs. Announcements are not verified here: they serve a warning and nothing else.
//!
//! A lone validator has only its own last block: if that lies in the future, the clock was set back.

use super::board::{Board, Trouble};
use crate::client::FullClient;
use futures_timer::Delay;
use linli_runtime::opaque::{Block, Header};
use sc_consensus_aura::find_pre_digest;
use sp_blockchain::HeaderBackend;
use sp_consensus::block_validation::{BlockAnnounceValidator, DefaultBlockAnnounceValidator, Validation};
use sp_consensus_aura::{sr25519::AuthoritySignature, SlotDuration};
use std::{
	collections::VecDeque,
	error::Error,
	future::Future,
	pin::Pin,
	sync::{Arc, Mutex, PoisonError},
	time::{Duration, SystemTime, UNIX_EPOCH},
};

/// The blocks whose median counts.
const KEPT: usize = 9;

/// Fewer say nothing.
const ENOUGH: usize = 5;

/// How far behind the blocks' times a clock may be, in ms. Honest ones are behind by nothing.
const BEHIND: i64 = 3_000;

/// How late blocks may arrive by this clock, in slots: one to make it, one on its way.
const LATE_SLOTS: i64 = 2;

/// The time between two looks.
const EVERY: Duration = Duration::from_secs(10);

/// Observes the blocks that peers announce. Clones observe together.
#[derive(Clone)]
pub struct Watch {
	slot: SlotDuration,
	/// How late the last announced blocks arrived, in ms; negative: before their time.
	delays: Arc<Mutex<VecDeque<i64>>>,
}

impl Watch {
	/// For a chain with slots of this length.
	pub fn new(slot: SlotDuration) -> Self {
		Self { slot, delays: Arc::default() }
	}

	/// Looks until the node ends.
	pub async fn run(self, client: Arc<FullClient>, board: Board) {
		loop {
			let delays: Vec<_> = self.lock().iter().copied().collect();
			let own = client
				.header(client.info().best_hash)
				.ok()
				.flatten()
				.and_then(|best| time(&best, self.slot))
				.map(|time| now().saturating_sub(time));
			board.report(Trouble::Clock, sentence(&delays, own, self.slot.as_millis()));
			Delay::new(EVERY).await;
		}
	}

	fn lock(&self) -> std::sync::MutexGuard<'_, VecDeque<i64>> {
		self.delays.lock().unwrap_or_else(PoisonError::into_inner)
	}

	fn note(&self, delay: i64) {
		let mut delays = self.lock();
		if delays.len() >= KEPT {
			delays.pop_front();
		}
		delays.push_back(delay);
	}
}

impl BlockAnnounceValidator<Block> for Watch {
	fn validate(
		&mut self,
		header: &Header,
		data: &[u8],
	) -> Pin<Box<dyn Future<Output = Result<Validation, Box<dyn Error + Send>>> + Send>> {
		if let Some(time) = time(header, self.slot) {
			self.note(now().saturating_sub(time));
		}
		BlockAnnounceValidator::<Block>::validate(&mut DefaultBlockAnnounceValidator, header, data)
	}
}

/// The beginning of the block's slot, in ms since 1970. The first block has none.
pub fn time(header: &Header, slot: SlotDuration) -> Option<i64> {
	let number = find_pre_digest::<Block, AuthoritySignature>(header).ok().filter(|slot| **slot > 0)?;
	i64::try_from((*number).checked_mul(slot.as_millis())?).ok()
}

/// This machine's time, in ms since 1970.
fn now() -> i64 {
	let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
	i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// What to say of these delays, in ms. `own`: how long ago the best block's time was.
fn sentence(delays: &[i64], own: Option<i64>, slot: u64) -> Option<String> {
	let slot = i64::try_from(slot).unwrap_or(i64::MAX);
	const REMEDY: &str =
		"Let the system keep the time (`timedatectl set-ntp true`; `timedatectl` shows whether it does)";
	if let Some(median) = median(delays) {
		if median < -BEHIND {
			return Some(format!(
				"This machine's clock is {} s behind those of the validators whose blocks arrive here, so their blocks are \
				refused as coming from the future. {REMEDY}.",
				-median / 1000
			));
		}
		if median > slot.saturating_mul(LATE_SLOTS) {
			return Some(format!(
				"Blocks arrive here {} s after their time: this machine's clock is ahead of the other validators', or the \
				network is that slow. {REMEDY}.",
				median / 1000
			));
		}
	}
	match own {
		Some(own) if own < -slot.max(BEHIND) => Some(format!(
			"The last block lies {} s in the future: this machine's clock was set back, or it was ahead before. No block is \
			made until it has caught up. {REMEDY}.",
			-own / 1000
		)),
		_ => None,
	}
}

fn median(delays: &[i64]) -> Option<i64> {
	if delays.len() < ENOUGH {
		return None;
	}
	let mut sorted = delays.to_vec();
	sorted.sort_unstable();
	sorted.get(sorted.len() / 2).copied()
}

#[cfg(test)]
mod tests {
	use super::*;

	const SLOT: u64 = 6_000;

	fn say(delays: &[i64], own: Option<i64>) -> String {
		sentence(delays, own, SLOT).unwrap_or_default()
	}

	#[test]
	fn a_right_clock_is_not_mentioned() {
		assert_eq!(say(&[200, 900, 1500, 4000, 5900, 300, 100], Some(2_000)), "");
		// An old chain, started again.
		assert_eq!(say(&[], Some(9 * 24 * 3_600_000)), "");
		assert_eq!(say(&[], None), "");
	}

	#[test]
	fn a_clock_that_is_off_is_told_by_how_much() {
		let behind = say(&[-29_000, -30_000, -28_500, -29_100, -29_300], None);
		assert!(behind.contains("29 s behind") && behind.contains("timedatectl"), "{behind}");
		let ahead = say(&[31_000, 30_000, 30_500, 32_000, 30_100], None);
		assert!(ahead.contains("30 s after their time") && ahead.contains("ahead"), "{ahead}");
		let lone = say(&[], Some(-90_000));
		assert!(lone.contains("90 s in the future"), "{lone}");
	}

	#[test]
	fn one_validator_with_a_wrong_clock_does_not_count() {
		assert_eq!(say(&[300, -30_000, 500, 400, 200, 600, -30_000, 300, 400], None), "");
		// Nor do a few blocks.
		assert_eq!(say(&[-30_000, -30_000], None), "");
	}

	#[test]
	fn only_the_last_blocks_are_kept() {
		let watch = Watch::new(SlotDuration::from_millis(SLOT));
		(0..20).for_each(|delay| watch.note(delay));
		assert_eq!(watch.lock().iter().copied().collect::<Vec<_>>(), (11..20).collect::<Vec<_>>());
	}
}
