// SPDX-License-Identifier: Apache-2.0

//! What is true of projects and their money after every block.

use crate::{
	types::{EscrowTotals, MilestoneState, ProjectState, ProjectTerms},
	Config, LedgerEntries, MilestoneOf, Milestones, NextProject, Objections, OpenProjects, Pallet, ProjectOf, Projects,
	Terms, Totals,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::{
	ensure,
	traits::{fungible::Inspect, Get},
};
use linli_primitives::{Fen, ProjectId};
use sp_runtime::TryRuntimeError;

type Check = Result<(), TryRuntimeError>;
type MilestonesOf<T> = Vec<MilestoneOf<T>>;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub fn do_try_state() -> Check {
		Self::try_projects_are_dense()?;
		for id in 0..NextProject::<T>::get() {
			let terms = Terms::<T>::get(id).ok_or("a project has no terms")?;
			let project = Projects::<T>::get(id).ok_or("a project is missing")?;
			let mut milestones: Vec<_> = Milestones::<T>::iter_prefix(id).collect();
			milestones.sort_by_key(|(number, _)| *number);
			let is_dense = milestones.iter().zip(0u8..).all(|((number, _), place)| *number == place);
			ensure!(
				is_dense && milestones.len() == terms.milestones.len(),
				"a project's milestones are not those agreed"
			);
			let milestones = milestones.into_iter().map(|(_, milestone)| milestone).collect();
			Self::try_terms_add_up(&terms)?;
			Self::try_escrow_holds_what_is_left(id, &terms, &project)?;
			Self::try_milestones_add_up(&terms, &milestones)?;
			Self::try_project_is_the_sum_of_its_milestones(&project, &milestones)?;
			Self::try_states_fit_their_times(id, &terms, &milestones)?;
			Self::try_sources_get_at_most_what_they_gave(&terms, &project)?;
			Self::try_project_fits_its_state(id, &project, &milestones)?;
			Self::try_entries_are_of_sources(id, &terms, &project)?;
		}
		Self::try_open_projects_are_counted()?;
		Self::try_totals_are_the_sums()
	}

	/// Projects are `0..NextProject`, each with terms and milestones, and nothing is kept of others.
	fn try_projects_are_dense() -> Check {
		let next = NextProject::<T>::get();
		let count = usize::try_from(next).map_err(|_| "projects are endless")?;
		ensure!(Projects::<T>::iter_keys().count() == count, "projects are not counted right");
		ensure!(Terms::<T>::iter_keys().count() == count, "terms are not counted right");
		ensure!(Milestones::<T>::iter_keys().all(|(id, _)| id < next), "a milestone has no project");
		ensure!(LedgerEntries::<T>::iter_keys().all(|(id, _)| id < next), "an entry has no project");
		let has_milestone = |(id, number, _)| Milestones::<T>::contains_key(id, number);
		ensure!(Objections::<T>::iter_keys().all(has_milestone), "an objection has no milestone");
		Ok(())
	}

	/// What milestones cost is what sources give.
	fn try_terms_add_up(terms: &ProjectTerms<T::AccountId>) -> Check {
		let cost = terms.cost();
		ensure!(cost.is_some() && cost == terms.funded(), "milestones and sources differ");
		Ok(())
	}

	/// What is held is what came in less what was paid and what went back, and nothing there is free.
	fn try_escrow_holds_what_is_left(
		id: ProjectId,
		terms: &ProjectTerms<T::AccountId>,
		project: &ProjectOf<T>,
	) -> Check {
		let left = terms
			.funded()
			.zip(project.returned_sum())
			.and_then(|(funded, returned)| funded.checked_sub(project.paid)?.checked_sub(returned))
			.ok_or("a project spent more than it has")?;
		ensure!(Self::held_for(id) == left, "a project's escrow does not hold what is left");
		ensure!(
			T::Currency::total_balance(&Self::escrow_account(id)) == left,
			"money on an escrow account is not held"
		);
		Ok(())
	}

	/// Of no milestone more was paid, retained and returned than it costs; of a settled one just as much.
	fn try_milestones_add_up(terms: &ProjectTerms<T::AccountId>, milestones: &MilestonesOf<T>) -> Check {
		for (agreed, milestone) in terms.milestones.iter().zip(milestones) {
			let total = milestone.sums.total().ok_or("a milestone overflows")?;
			ensure!(total <= agreed.amount, "a milestone spent more than it costs");
			ensure!(!milestone.state.is_final() || total == agreed.amount, "a settled milestone does not add up");
			let is_paid = matches!(milestone.state, MilestoneState::Paid { .. });
			ensure!(is_paid == (milestone.sums.paid > 0), "a milestone is paid, or is not, against its state");
			ensure!(is_paid || milestone.sums.retained == 0, "of a milestone that is not paid something is retained");
			let is_back = milestone.state.is_final() || milestone.ruling.is_some();
			ensure!(is_back || milestone.sums.returned == 0, "of a milestone under way something went back");
		}
		Ok(())
	}

	/// What was paid and went back is what milestones say, and besides what became of the retention.
	fn try_project_is_the_sum_of_its_milestones(project: &ProjectOf<T>, milestones: &MilestonesOf<T>) -> Check {
		let sum = |part: fn(&MilestoneOf<T>) -> Fen| {
			milestones.iter().try_fold(0u128, |sum, milestone| sum.checked_add(part(milestone)))
		};
		let (paid, retained, returned) = sum(|milestone| milestone.sums.paid)
			.zip(sum(|milestone| milestone.sums.retained))
			.zip(sum(|milestone| milestone.sums.returned))
			.map(|((paid, retained), returned)| (paid, retained, returned))
			.ok_or("a project overflows")?;
		let all_returned = project.returned_sum().ok_or("a project overflows")?;
		let released = project.paid.checked_sub(paid).ok_or("a milestone was paid that the project does not know")?;
		let mended = all_returned.checked_sub(returned).ok_or("money went back that the project does not know")?;
		let gone = released.checked_add(mended).and_then(|gone| gone.checked_add(project.retained));
		ensure!(gone == Some(retained), "the retention does not add up");
		Ok(())
	}

	/// What a state says happened before, did; objections are those of owners, and fewer than stop a payment.
	fn try_states_fit_their_times(
		id: ProjectId,
		terms: &ProjectTerms<T::AccountId>,
		milestones: &MilestonesOf<T>,
	) -> Check {
		for (number, milestone) in (0u8..).zip(milestones) {
			let submission = milestone.submission.as_ref();
			match milestone.state {
				MilestoneState::Pending => ensure!(submission.is_none(), "a pending milestone was submitted"),
				MilestoneState::Submitted { at } => {
					ensure!(submission.is_some_and(|submission| submission.at == at), "a submission is another");
				}
				MilestoneState::Accepted { at, until, heads, objections, .. } => {
					ensure!(Some(until) == at.checked_add(terms.objection_window), "a window is not as agreed");
					let accepted = submission.map_or(0, |submission| submission.count(true));
					ensure!(accepted >= usize::from(terms.inspections_needed), "an acceptance lacks inspectors");
					let sum = Objections::<T>::iter_prefix_values((id, number))
						.try_fold(0u32, |sum, objection| sum.checked_add(objection.heads));
					ensure!(sum == Some(objections), "objections are not counted right");
					let below = terms.objection_share.compare(objections.into(), heads.into());
					let stops = matches!(below, Some(order) if order.is_ge());
					ensure!(!stops, "a payment is not stopped that owners stopped");
				}
				MilestoneState::Rejected { .. } => {
					let rejected = submission.map_or(0, |submission| submission.count(false));
					let left = terms.inspectors.len().saturating_sub(rejected);
					ensure!(left < usize::from(terms.inspections_needed), "a rejection lacks inspectors");
				}
				MilestoneState::Disputed { .. } => {
					ensure!(submission.is_some() && milestone.ruling.is_none(), "a dispute is ruled, or over nothing");
				}
				MilestoneState::Ruled { .. } => ensure!(milestone.ruling.is_some(), "a ruling is missing"),
				MilestoneState::Paid { at } => {
					// Submitted, then for a full window open to objections, unless it was ruled.
					let earliest = submission.and_then(|submission| submission.at.checked_add(terms.objection_window));
					let was_due = earliest.is_some_and(|earliest| earliest <= at);
					ensure!(submission.is_some(), "a milestone was paid that was not submitted");
					ensure!(milestone.ruling.is_some() || was_due, "a milestone was paid before its window was over");
				}
				MilestoneState::Cancelled { .. } => (),
			}
		}
		Ok(())
	}

	/// Each source got back at most what it gave.
	fn try_sources_get_at_most_what_they_gave(terms: &ProjectTerms<T::AccountId>, project: &ProjectOf<T>) -> Check {
		ensure!(terms.sources.len() == project.returned.len(), "a source is not accounted for");
		let is_within = terms.sources.iter().zip(&project.returned).all(|(source, back)| *back <= source.amount);
		ensure!(is_within, "a source got more back than it gave");
		Ok(())
	}

	/// An active project has something to settle, a warranty something retained, a closed project nothing at all.
	fn try_project_fits_its_state(id: ProjectId, project: &ProjectOf<T>, milestones: &MilestonesOf<T>) -> Check {
		let unsettled = milestones.iter().filter(|milestone| !milestone.state.is_final()).count();
		ensure!(usize::from(project.unsettled) == unsettled, "milestones are not counted right");
		let claimed = project.claim.as_ref().map_or(0, |claim| claim.amount);
		ensure!(claimed <= project.retained, "more is claimed than is retained");
		match project.state {
			ProjectState::Active => {
				ensure!(unsettled > 0, "a project with nothing to settle is active");
				ensure!(project.claim.is_none(), "a defect is claimed before the warranty");
			}
			ProjectState::Warranty { .. } => {
				ensure!(unsettled == 0, "a warranty began too early");
				ensure!(project.retained > 0, "a warranty holds nothing");
				ensure!(Self::held_for(id) == project.retained, "a warranty holds more than the retention");
			}
			ProjectState::Closed { .. } => {
				ensure!(unsettled == 0, "a closed project has something to settle");
				ensure!(Self::held_for(id) == 0 && project.retained == 0, "a closed project holds money");
				ensure!(project.claim.is_none(), "a claim stands against a closed project");
			}
		}
		Ok(())
	}

	/// The entries that are kept are as many as the project says, each once, of the pots that it came from: at least one
	/// of each.
	fn try_entries_are_of_sources(id: ProjectId, terms: &ProjectTerms<T::AccountId>, project: &ProjectOf<T>) -> Check {
		let kept: BTreeMap<_, _> = LedgerEntries::<T>::iter_prefix(id).collect();
		ensure!(kept.keys().copied().eq(0..project.entry_count), "a project's entries are not counted right");
		let entries: BTreeSet<_> = kept.into_values().collect();
		ensure!(u32::try_from(entries.len()) == Ok(project.entry_count), "an entry is kept twice");
		let pots: BTreeSet<_> = entries.into_iter().map(|(pot, _)| pot).collect();
		let sources = terms.sources.iter().map(|source| source.pot).collect();
		ensure!(pots == sources, "the entries of a project are not those of its sources");
		Ok(())
	}

	/// The list of open projects is that, in order, and not longer than allowed.
	fn try_open_projects_are_counted() -> Check {
		let open: Vec<_> = (0..NextProject::<T>::get())
			.filter(|id| Projects::<T>::get(id).is_some_and(|project| project.state.is_open()))
			.collect();
		ensure!(OpenProjects::<T>::get().to_vec() == open, "the open projects are others");
		ensure!(u32::try_from(open.len()).is_ok_and(|count| count <= T::MaxOpen::get()), "too many projects are open");
		Ok(())
	}

	/// The totals are the sums over all projects.
	fn try_totals_are_the_sums() -> Check {
		let mut sums = EscrowTotals::default();
		for (id, project) in Projects::<T>::iter() {
			let funded = Terms::<T>::get(id).and_then(|terms| terms.funded()).ok_or("a project has no terms")?;
			let returned = project.returned_sum().ok_or("a project overflows")?;
			sums.funded = sums.funded.checked_add(funded).ok_or("the totals overflow")?;
			sums.paid = sums.paid.checked_add(project.paid).ok_or("the totals overflow")?;
			sums.returned = sums.returned.checked_add(returned).ok_or("the totals overflow")?;
		}
		ensure!(Totals::<T>::get() == sums, "the totals are not the sums");
		Ok(())
	}
}
