// SPDX-License-Identifier: Apache-2.0

//! Changes that decide money (D47, D49): the manager proposes one, another person confirms it. What is proposed is
//! tried first and rolled back, so nothing waits that could not be confirmed.

use crate::{
	readings::Entry,
	types::{Change, Dial, Meter, MeterProposalId, PastLink, Place, Proposal, Reading, ReadingKind},
	Config, Error, Event, Meters, NextMeter, NextProposal, OldestProposal, OpenProposals, Pallet, PastLinks, Proposals,
	SubMeters, UnitMeters,
};
use frame_support::{
	ensure,
	storage::{with_transaction, TransactionOutcome},
	traits::Get,
};
use linli_primitives::{
	traits::{Clock, OwnersRegister, People},
	LivedWindow, MeterId, Moment, UnitId, Utility,
};
use sp_runtime::{DispatchError, DispatchResult};

/// The most proposals that a new one looks at, to remove those that have lapsed.
const MAX_CLEARED: u32 = 4;

/// A meter that is about to be installed.
pub(crate) struct Installation<AccountId> {
	/// Where it is.
	pub place: Place,
	/// What it measures.
	pub utility: Utility,
	/// The main meter above it.
	pub main: Option<MeterId>,
	/// The physical meter.
	pub dial: Dial,
	/// What the dial shows, in thousandths.
	pub opening: u64,
	/// The date of that, in ms since 1970.
	pub at: Moment,
	/// The account that proposed it; `None` at genesis.
	pub by: Option<AccountId>,
}

impl<T: Config> Pallet<T> {
	/// See [`Pallet::propose`].
	pub(crate) fn do_propose(by: T::AccountId, change: Change) -> DispatchResult {
		let is_full = || Proposals::<T>::count() >= T::MaxProposals::get();
		let is_own_full = || OpenProposals::<T>::get(&by) >= T::MaxProposalsPerProposer::get();
		let was_full = is_full() || is_own_full();
		if was_full {
			Self::clear_lapsed();
		}
		ensure!(!is_own_full(), Error::<T>::TooManyOwnProposals);
		ensure!(!is_full(), Error::<T>::TooManyProposals);
		if let Some(at) = change.date() {
			Self::ensure_recent(at)?;
		}
		with_transaction(|| TransactionOutcome::Rollback(Self::apply(by.clone(), &change)))?;
		let proposal = NextProposal::<T>::get();
		NextProposal::<T>::put(proposal.checked_add(1).ok_or(Error::<T>::Overflow)?);
		OpenProposals::<T>::mutate(&by, |own| *own = own.saturating_add(1));
		let since = T::Clock::lived();
		Proposals::<T>::insert(proposal, Proposal { change: change.clone(), proposer: by.clone(), since });
		Self::deposit_event(Event::ChangeProposed { proposal, change, by });
		if !was_full {
			Self::clear_lapsed();
		}
		Ok(())
	}

	/// See [`Pallet::confirm`].
	pub(crate) fn do_confirm(by: T::AccountId, id: MeterProposalId, seen: &Change) -> DispatchResult {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		ensure!(proposal.change == *seen, Error::<T>::ProposalMismatch);
		ensure!(!Self::has_lapsed(&proposal), Error::<T>::ProposalLapsed);
		ensure!(!T::People::related(&proposal.proposer, &by), Error::<T>::OwnProposal);
		let unit = Self::unit_of(&proposal.change);
		ensure!(!unit.is_some_and(|unit| T::Register::is_at_home(&by, unit)), Error::<T>::OwnUnit);
		Self::close(id, &proposal);
		Self::apply(proposal.proposer, &proposal.change)?;
		Self::deposit_event(Event::ChangeConfirmed { proposal: id, by });
		Ok(())
	}

	/// See [`Pallet::withdraw`].
	pub(crate) fn do_withdraw(by: T::AccountId, id: MeterProposalId) -> DispatchResult {
		let proposal = Proposals::<T>::get(id).ok_or(Error::<T>::ProposalNotFound)?;
		let is_proposer = T::People::same_person(&proposal.proposer, &by);
		ensure!(is_proposer || Self::has_lapsed(&proposal), Error::<T>::NotProposer);
		Self::close(id, &proposal);
		Self::deposit_event(Event::ProposalWithdrawn { proposal: id, by });
		Ok(())
	}

	/// Removes a proposal, so that its proposer has a place again.
	fn close(id: MeterProposalId, proposal: &Proposal<T::AccountId>) {
		Proposals::<T>::remove(id);
		OpenProposals::<T>::mutate_exists(&proposal.proposer, |own| {
			*own = own.and_then(|own| own.checked_sub(1)).filter(|own| *own > 0);
		});
	}

	/// Removes the oldest proposals that have lapsed. Each new one looks at more than it adds, so that what nobody
	/// answers never takes all places.
	fn clear_lapsed() {
		let first = OldestProposal::<T>::get();
		let mut oldest = first;
		let end = NextProposal::<T>::get().min(first.saturating_add(MAX_CLEARED));
		while oldest < end {
			match Proposals::<T>::get(oldest) {
				Some(proposal) if !Self::has_lapsed(&proposal) => break,
				Some(proposal) => {
					Self::close(oldest, &proposal);
					Self::deposit_event(Event::ProposalLapsed { proposal: oldest });
				}
				None => {}
			}
			oldest = oldest.saturating_add(1);
		}
		if oldest != first {
			OldestProposal::<T>::put(oldest);
		}
	}

	fn has_lapsed(proposal: &Proposal<T::AccountId>) -> bool {
		LivedWindow::new(proposal.since, T::ProposalTime::get()).is_over::<T::Clock>()
	}

	/// The unit whose use the change decides, if it is one's.
	fn unit_of(change: &Change) -> Option<UnitId> {
		match change {
			Change::Install { place, .. } => place.unit(),
			other => other.meter().and_then(Meters::<T>::get).and_then(|meter| meter.place.unit()),
		}
	}

	/// Makes the change. `by` proposed it. May leave a part of it done if it fails: the caller is transactional.
	fn apply(by: T::AccountId, change: &Change) -> DispatchResult {
		match *change {
			Change::Install { place, utility, main, dial, opening, at } => {
				let meter = Self::install(Installation { place, utility, main, dial, opening, at, by: Some(by) })?;
				Self::deposit_event(Event::MeterInstalled { meter, place, utility, main, opening });
				Ok(())
			}
			Change::Replace { meter, closing, dial, opening, at } => {
				Self::replace(by, meter, closing, dial, opening, at)
			}
			Change::Remove { meter, closing, at } => Self::remove(by, meter, closing, at),
			Change::Read { meter, value, at } => Self::read_in_doubt(by, meter, value, at),
			Change::Correct { meter, .. } => Self::correct(by, meter, change),
			Change::Link { meter, main, base } => Self::link(meter, main, base),
			Change::Unlink { meter, main, base, end } => Self::unlink(main, PastLink { meter, base, end }),
		}
	}

	/// Stores a new meter with its first reading.
	pub(crate) fn install(new: Installation<T::AccountId>) -> Result<MeterId, DispatchError> {
		let Installation { place, utility, main, dial, opening, at, by } = new;
		ensure!(dial.is_valid(), Error::<T>::InvalidDial);
		ensure!(opening < dial.modulus(), Error::<T>::ReadingTooLarge);
		let id = NextMeter::<T>::get();
		NextMeter::<T>::put(id.checked_add(1).ok_or(Error::<T>::Overflow)?);
		if let Some(unit) = place.unit() {
			ensure!(T::Register::unit(unit).is_some(), Error::<T>::UnitNotFound);
			UnitMeters::<T>::try_mutate(unit, |meters| meters.try_push(id))
				.map_err(|_| Error::<T>::TooManyUnitMeters)?;
		}
		if let Some(main) = main {
			Self::put_below(id, utility, main)?;
		}
		let last = Reading { kind: ReadingKind::Opening, value: opening, total: 0, at, by, recorded: T::Clock::now() };
		let mut meter = Meter {
			place,
			utility,
			dial,
			device: None,
			main,
			base: 0,
			readings: 0,
			last: last.clone(),
			corrections: Default::default(),
			requested: None,
			removed: false,
		};
		let entry = Entry { kind: last.kind, value: opening, total: 0, at, by: last.by };
		Self::enter(id, &mut meter, entry)?;
		Meters::<T>::insert(id, meter);
		Ok(id)
	}

	/// Adds the meter to those below the main meter: one level, of the same utility, below a common part's.
	fn put_below(id: MeterId, utility: Utility, main: MeterId) -> DispatchResult {
		let above = Self::in_use(main)?;
		let is_main = above.place.unit().is_none() && above.utility == utility && above.main.is_none();
		ensure!(is_main && main != id, Error::<T>::InvalidMain);
		let past = PastLinks::<T>::decode_len(main).unwrap_or(0);
		let places = usize::try_from(T::MaxSubMeters::get()).unwrap_or(usize::MAX).saturating_sub(past);
		ensure!(SubMeters::<T>::decode_len(main).unwrap_or(0) < places, Error::<T>::TooManySubMeters);
		SubMeters::<T>::try_append(main, id).map_err(|_| Error::<T>::TooManySubMeters)?;
		Ok(())
	}

	fn replace(by: T::AccountId, id: MeterId, closing: u64, dial: Dial, opening: u64, at: Moment) -> DispatchResult {
		let mut meter = Self::in_use(id)?;
		ensure!(dial.is_valid(), Error::<T>::InvalidDial);
		ensure!(opening < dial.modulus(), Error::<T>::ReadingTooLarge);
		// Two people vouch for it, so that it may be beyond the bound.
		let total = Self::total_after(&meter, closing, at, true)?;
		let closed = Entry { kind: ReadingKind::Closing, value: closing, total, at, by: Some(by.clone()) };
		Self::enter(id, &mut meter, closed)?;
		meter.dial = dial;
		let opened = Entry { kind: ReadingKind::Opening, value: opening, total, at, by: Some(by) };
		Self::enter(id, &mut meter, opened)?;
		Meters::<T>::insert(id, meter);
		Self::deposit_event(Event::MeterReplaced { meter: id, closing, opening, total });
		Ok(())
	}

	fn remove(by: T::AccountId, id: MeterId, closing: u64, at: Moment) -> DispatchResult {
		let mut meter = Self::in_use(id)?;
		ensure!(SubMeters::<T>::decode_len(id).unwrap_or(0) == 0, Error::<T>::IsMain);
		let total = Self::total_after(&meter, closing, at, true)?;
		Self::enter(id, &mut meter, Entry { kind: ReadingKind::Closing, value: closing, total, at, by: Some(by) })?;
		meter.device = None;
		meter.removed = true;
		Meters::<T>::insert(id, meter);
		Self::deposit_event(Event::MeterRemoved { meter: id, closing, total });
		Ok(())
	}

	fn link(id: MeterId, main: MeterId, base: u64) -> DispatchResult {
		let mut meter = Self::in_use(id)?;
		ensure!(meter.main.is_none(), Error::<T>::AlreadyLinked);
		ensure!(SubMeters::<T>::decode_len(id).unwrap_or(0) == 0, Error::<T>::IsMain);
		// What counted before does not count twice, also if the use was corrected to less since.
		let ended = Self::link_ended(id, main);
		ensure!((ended..=meter.last.total.max(ended)).contains(&base), Error::<T>::InvalidLink);
		Self::put_below(id, meter.utility, main)?;
		meter.main = Some(main);
		meter.base = base;
		Self::revise(id, &meter);
		Meters::<T>::insert(id, meter);
		Self::deposit_event(Event::MeterLinked { meter: id, main, base });
		Ok(())
	}

	/// The use up to which the meter has counted for that main meter in links that have ended.
	pub(crate) fn link_ended(id: MeterId, main: MeterId) -> u64 {
		let past = PastLinks::<T>::get(main);
		past.iter().filter(|link| link.meter == id).map(|link| link.end).max().unwrap_or(0)
	}

	/// The use from which the meter counts below its main meter, after its use fell to `total`: no less than that up to
	/// which it counted before.
	pub(crate) fn base_within(id: MeterId, meter: &Meter<T::AccountId>, total: u64) -> u64 {
		if meter.base <= total {
			return meter.base;
		}
		let ended = meter.main.map_or(0, |main| Self::link_ended(id, main));
		meter.base.min(total.max(ended))
	}

	/// Ends a link, also that of a meter that was removed. What counted for the main meter goes on to count, so that
	/// what was billed does not change; unless the link was a mistake.
	fn unlink(main: MeterId, link: PastLink) -> DispatchResult {
		let PastLink { meter: id, base, end } = link;
		let mut meter = Meters::<T>::get(id).ok_or(Error::<T>::MeterNotFound)?;
		ensure!(meter.main == Some(main), Error::<T>::NotLinked);
		ensure!(meter.base == base && (base..=meter.last.total.max(base)).contains(&end), Error::<T>::InvalidLink);
		SubMeters::<T>::mutate_exists(main, |below| {
			let mut others = below.take().unwrap_or_default();
			others.retain(|other| *other != id);
			*below = Some(others).filter(|others| !others.is_empty());
		});
		if end > base {
			PastLinks::<T>::try_append(main, link).map_err(|_| Error::<T>::TooManySubMeters)?;
		}
		Self::revise(id, &meter);
		meter.main = None;
		meter.base = 0;
		Meters::<T>::insert(id, meter);
		Self::deposit_event(Event::MeterUnlinked { meter: id, main, base, end });
		Ok(())
	}
}
