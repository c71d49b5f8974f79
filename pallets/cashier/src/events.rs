// SPDX-License-Identifier: Apache-2.0

//! The pallet's events.

use frame_support::pallet_macros::pallet_section;

/// The events, imported into the pallet by `import_section`.
#[pallet_section]
mod events {
	/// The pallet's events.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The bank received money, which was minted here.
		Received {
			/// Key of the bank reference.
			reference: ContentHash,
			/// The account or pot it was booked to.
			party: Party<T::AccountId>,
			/// The amount, in fen.
			amount: Fen,
			/// The cashier who booked it; `None` for genesis.
			cashier: Option<T::AccountId>,
		},
		/// A payout was requested; the amount is on hold.
		PayoutRequested {
			/// Id of the request.
			payout: PayoutId,
			/// The account that requested it.
			requester: T::AccountId,
			/// The amount, in fen.
			amount: Fen,
			/// Commitment to the bank account to pay to.
			destination: Commitment,
		},
		/// The requester cancelled the request; the hold was released.
		PayoutCancelled {
			/// Id of the request.
			payout: PayoutId,
		},
		/// A cashier refused the request; the hold was released.
		PayoutRefused {
			/// Id of the request.
			payout: PayoutId,
			/// Hash of the document that explains why.
			reason: ContentHash,
			/// The cashier who refused it.
			cashier: T::AccountId,
		},
		/// The bank paid the request, and the held money was burnt.
		PaidOut {
			/// Id of the request.
			payout: PayoutId,
			/// Key of the bank reference.
			reference: ContentHash,
			/// The account that requested it.
			requester: T::AccountId,
			/// The amount, in fen.
			amount: Fen,
			/// The cashier who booked the payment.
			cashier: T::AccountId,
		},
		/// A cashier proposed to take a receipt back.
		ReversalProposed {
			/// Key of the receipt's bank reference.
			reference: ContentHash,
			/// Hash of the document that explains why.
			reason: ContentHash,
			/// The cashier who proposed it.
			by: T::AccountId,
		},
		/// An auditor declined the reversal; the receipt stands.
		ReversalDeclined {
			/// Key of the receipt's bank reference.
			reference: ContentHash,
			/// The auditor who declined it.
			by: T::AccountId,
		},
		/// A receipt was taken back, and its amount burnt.
		ReceiptReversed {
			/// Key of the receipt's bank reference.
			reference: ContentHash,
			/// The account or pot it had been booked to.
			party: Party<T::AccountId>,
			/// The amount, in fen.
			amount: Fen,
			/// Hash of the document that explains why.
			reason: ContentHash,
			/// The cashier who proposed it.
			proposer: T::AccountId,
			/// The auditor who approved it.
			approver: T::AccountId,
		},
		/// A month was attested: the bank's closing balance next to the chain's.
		Attested {
			/// The month.
			period: Period,
			/// Hash of the bank statement.
			statement: ContentHash,
			/// The bank's closing balance, in fen.
			closing: Fen,
			/// The chain's closing balance, in fen.
			chain: Fen,
			/// The bank's balance less the chain's, in fen: zero if they agree.
			difference: i128,
			/// The cashier who attested it.
			by: T::AccountId,
		},
		/// Transfers between residents were allowed or forbidden.
		FreeTransfersSet {
			/// Whether they are allowed.
			allowed: bool,
		},
		/// The bank paid money out of a pot, which was burnt.
		PaidFromPot {
			/// Key of the bank reference.
			reference: ContentHash,
			/// The pot.
			pot: PotId,
			/// The amount, in fen.
			amount: Fen,
			/// The reason for the payment.
			cause: Cause,
			/// The cashier who booked the payment.
			cashier: T::AccountId,
		},
	}
}
