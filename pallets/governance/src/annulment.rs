// SPDX-License-Identifier: Apache-2.0

//! A court's ruling against a decision that waits for its enactment (D32). It annuls the decision. What the owners
//! decide on the same matter in the year after that it only postpones, once, so that two officers cannot keep the
//! owners from anything for ever. The call is not compared: to decide again may take another date.

use crate::{pallet::*, types::*, ProposalOf};
use frame_support::{ensure, traits::Get};
use linli_primitives::{
	calendar::DAY,
	traits::{Clock, People},
	ContentHash, Moment,
};
use sp_runtime::DispatchResult;

/// For how long after an annulment others on the same subject are only postponed, in milliseconds of lived time.
const OVERRULING_PERIOD: Moment = 365 * DAY;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_annul(id: ProposalId, document: ContentHash, by: T::AccountId) -> DispatchResult {
		let proposal = Self::proposal(id)?;
		ensure!(proposal.state.waits_for_enactment(), Error::<T>::NotPassed);
		let overruling = Self::overruling_on(&Self::subject_of(&proposal));
		ensure!(overruling.is_none_or(|overruling| overruling.postponed.is_none()), Error::<T>::AlreadyPostponed);
		ensure!(!Self::is_concerned(id, &proposal, &by), Error::<T>::IsConcerned);
		let annulment = Annulment { document, entered_by: by.clone(), moment: T::Clock::now() };
		Annulments::<T>::insert(id, annulment);
		Self::deposit_event(Event::AnnulmentEntered { proposal: id, document, by });
		Ok(())
	}

	pub(crate) fn do_countersign_annulment(
		id: ProposalId,
		document: ContentHash,
		registrar: T::AccountId,
	) -> DispatchResult {
		let annulment = Annulments::<T>::get(id).ok_or(Error::<T>::AnnulmentNotFound)?;
		ensure!(annulment.document == document, Error::<T>::RulingMismatch);
		ensure!(!T::People::same_person(&annulment.entered_by, &registrar), Error::<T>::OwnAnnulment);
		let mut proposal = Self::proposal(id)?;
		// Since the entry, the auditor may have become related to somebody whom the decision concerns.
		let concerned = [&annulment.entered_by, &registrar].into_iter().any(|by| Self::is_concerned(id, &proposal, by));
		ensure!(!concerned, Error::<T>::IsConcerned);
		let subject = Self::subject_of(&proposal);
		match Self::overruling_on(&subject) {
			None => {
				Self::transition(&mut proposal, State::Annulled { at: T::Clock::now(), document })?;
				Self::leave_enactment(id, &proposal);
				Overrulings::<T>::insert(subject, Overruling { annulled: id, at: T::Clock::lived(), postponed: None });
				let entered_by = annulment.entered_by;
				Self::deposit_event(Event::Annulled {
					proposal: id,
					document,
					entered_by,
					countersigned_by: registrar,
				});
			}
			Some(overruling) => {
				ensure!(overruling.postponed.is_none(), Error::<T>::AlreadyPostponed);
				Self::postpone(id, &mut proposal, annulment, registrar)?;
				Overrulings::<T>::insert(subject, Overruling { postponed: Some(id), ..overruling });
			}
		}
		Proposals::<T>::insert(id, proposal);
		Ok(())
	}

	/// Moves the time from which a decision can be enacted.
	fn postpone(
		id: ProposalId,
		proposal: &mut ProposalOf<T>,
		annulment: Annulment<T::AccountId>,
		countersigned_by: T::AccountId,
	) -> DispatchResult {
		// One that failed was tried already, and its cause may be removed at any time: there is nothing to postpone.
		let State::Passed { closed, enact_at } = proposal.state else {
			return Err(Error::<T>::NotPassed.into());
		};
		let due = T::Clock::lived().max(enact_at);
		let until = due.checked_add(T::Postponement::get()).ok_or(Error::<T>::Overflow)?;
		Self::transition(proposal, State::Passed { closed, enact_at: until })?;
		Annulments::<T>::remove(id);
		let Annulment { document, entered_by, .. } = annulment;
		Self::deposit_event(Event::Postponed {
			proposal: id,
			document,
			entered_by: entered_by.clone(),
			countersigned_by: countersigned_by.clone(),
			enact_at: T::Clock::moment_of(until),
		});
		Postponements::<T>::insert(id, Postponement { document, entered_by, countersigned_by, until });
		let weight_bound = Self::scheduled_bound(proposal);
		Self::schedule(id, until, Call::enact { proposal: id, weight_bound });
		Ok(())
	}

	/// The annulment on the subject in the last [`OVERRULING_PERIOD`].
	fn overruling_on(subject: &Subject) -> Option<Overruling> {
		let now = T::Clock::lived();
		Overrulings::<T>::get(subject).filter(|overruling| now < overruling.at.saturating_add(OVERRULING_PERIOD))
	}

	/// The subject of a proposal.
	pub(crate) fn subject_of(proposal: &ProposalOf<T>) -> Subject {
		match proposal.question {
			Question::Election { .. } => Subject::Election,
			Question::Motion { matter, .. } | Question::Options { matter, .. } => {
				Subject::Motions { matter, electorate: proposal.electorate.clone() }
			}
		}
	}
}
