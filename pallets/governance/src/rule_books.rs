// SPDX-License-Identifier: Apache-2.0

//! The rule book in force and its earlier versions (D26).

use crate::{pallet::*, types::*, ProposalOf};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The rule book in force and its version.
	pub fn current_rule_book() -> Option<(RuleBookVersion, RuleBook)> {
		let version = CurrentRuleBook::<T>::get()?;
		Some((version, RuleBooks::<T>::get(version)?))
	}

	/// The rule book of this version.
	pub(crate) fn book_of(version: RuleBookVersion) -> Result<RuleBook, DispatchError> {
		RuleBooks::<T>::get(version).ok_or_else(|| Error::<T>::RuleBookNotFound.into())
	}

	/// The class that decides a proposal, under the rule book that applies to it.
	pub(crate) fn class_of(proposal: &ProposalOf<T>) -> Result<DecisionClass, DispatchError> {
		let book = Self::book_of(proposal.rule_book)?;
		book.class(proposal.class).copied().ok_or_else(|| Error::<T>::ClassNotFound.into())
	}

	pub(crate) fn do_set_rule_book(book: RuleBook, proposal: ProposalId) -> DispatchResult {
		book.validate().map_err(Error::<T>::InvalidRuleBook)?;
		// Nothing could be proposed by a class that cannot be counted.
		book.classes.iter().try_for_each(Self::ensure_counted)?;
		Self::ensure_tracts(&book)?;
		let version = match CurrentRuleBook::<T>::get() {
			Some(last) => last.checked_add(1).ok_or(Error::<T>::Overflow)?,
			None => 0,
		};
		RuleBooks::<T>::insert(version, book);
		CurrentRuleBook::<T>::put(version);
		Self::deposit_event(Event::RuleBookSet { version, proposal });
		Ok(())
	}
}
