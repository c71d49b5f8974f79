//! What the pallet stores and shows. Nothing here knows of `Config`.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use linli_primitives::{
	BuildingId, ChargeId, ContentHash, Fen, Fraction, Moment, PaymentId, Period, PeriodKind, PotId, UnitId, UnitKind,
	UtcOffset,
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::ArithmeticError;

/// The highest rate of a charge: ten thousand million of the currency. It keeps every product within 128 bits.
pub const MAX_RATE: Fen = 1_000_000_000_000;

/// The highest reading of a meter, in thousandths of the physical unit: a thousand million kilowatt-hours.
pub const MAX_READING: u64 = 1_000_000_000_000;

/// How many buildings a charge can be limited to. A charge for more of them is a charge for all, or two charges.
pub const MAX_BUILDINGS: u32 = 64;

/// Kinds of units: there are four.
pub type Kinds = BoundedVec<UnitKind, ConstU32<4>>;

/// Buildings that a charge is limited to.
pub type Buildings = BoundedVec<BuildingId, ConstU32<MAX_BUILDINGS>>;

/// What a charge is counted by (D12), and so what its rate means.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Basis {
	/// By exclusive area. The rate is fen per m² and period; a bill is rounded half up.
	#[codec(index = 0)]
	PerArea {
		/// Which units are billed.
		kinds: Kinds,
	},
	/// The same for every unit. The rate is fen per period.
	#[codec(index = 1)]
	PerUnit,
	/// The same for every unit of some kinds. The rate is fen per period.
	#[codec(index = 2)]
	PerUnitOfKind {
		/// Which units are billed.
		kinds: Kinds,
	},
	/// By meter. Readings count thousandths of the physical unit (litres for m³, watt-hours for kWh). The rate is fen
	/// per 1,000 physical units, so that 0.5283 per kWh is 52,830; a bill is rounded half up.
	#[codec(index = 3)]
	Metered {
		/// Which units are billed.
		kinds: Kinds,
	},
	/// Once, in the charge's first period. The rate is fen per unit.
	#[codec(index = 4)]
	OneOff {
		/// Which units are billed.
		kinds: Kinds,
	},
}

impl Basis {
	/// Whether units of `kind` are billed.
	pub fn covers(&self, kind: UnitKind) -> bool {
		self.kinds().is_none_or(|kinds| kinds.contains(&kind))
	}

	/// The kinds billed; `None` for all.
	pub fn kinds(&self) -> Option<&Kinds> {
		match self {
			Self::PerUnit => None,
			Self::PerArea { kinds }
			| Self::PerUnitOfKind { kinds }
			| Self::Metered { kinds }
			| Self::OneOff { kinds } => Some(kinds),
		}
	}
}

/// What an assembly decides when it makes a charge. None of it changes afterwards but the rate.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ChargeTerms {
	/// The pot it pays into.
	pub pot: PotId,
	/// What it is counted by.
	pub basis: Basis,
	/// The buildings whose units are billed; `None` for all.
	pub buildings: Option<Buildings>,
	/// How often bills issue.
	pub period: PeriodKind,
	/// Days until a bill is due. The day of issue does not count; the last day does, to its end.
	pub due_days: u16,
	/// Days after it is due in which a bill bears no late fee.
	pub grace_days: u16,
	/// Late fee per full day after the grace, on the unpaid principal.
	pub late_rate: Fraction,
	/// The most that late fees can come to, as a fraction of the bill's principal.
	pub late_cap: Fraction,
}

/// A charge: a rule by which bills issue. It stays in storage after its end, since its bills refer to it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Charge {
	/// What was decided.
	pub terms: ChargeTerms,
	/// The first period billed; `None` for a charge of the genesis until the chain has a time.
	pub first: Option<Period>,
	/// The last period billed; `None` while no end is decided.
	pub last: Option<Period>,
}

/// A rate and the first period it holds for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Rate {
	/// The first period.
	pub from: Period,
	/// The rate; its unit depends on the [`Basis`].
	pub rate: Fen,
}

/// One side of a bill: what was charged and what became of it. What is left is owed.
#[derive(
	Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Debt {
	/// Fen charged.
	pub charged: Fen,
	/// Fen taken off by a ruling.
	pub reduced: Fen,
	/// Fen waived.
	pub waived: Fen,
	/// Fen paid and not given back.
	pub paid: Fen,
}

impl Debt {
	/// Charged less reduced: what the debt rightly was.
	pub fn standing(&self) -> Fen {
		self.charged.saturating_sub(self.reduced)
	}

	/// What can still be asked for payment, paid or not: standing less waived.
	pub fn payable(&self) -> Fen {
		self.standing().saturating_sub(self.waived)
	}

	/// What is still to be paid.
	pub fn owed(&self) -> Fen {
		self.payable().saturating_sub(self.paid)
	}
}

/// A bill of one unit by one charge for one period.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Bill<AccountId> {
	/// The principal.
	pub principal: Debt,
	/// Late fees, as far as they were settled; see [`crate::late_fee`].
	pub late: Debt,
	/// Unpaid principal times full days late, up to `late_days`: the late fee follows from it without rounding twice.
	pub fen_days: u128,
	/// The full days late that `fen_days` covers.
	pub late_days: u32,
	/// When it issued.
	pub issued: Moment,
	/// The end of its last day.
	pub due: Moment,
	/// Milliseconds that its clock stood still for a dispute that was ruled on.
	pub stopped: Moment,
	/// Its dispute, open or ruled on.
	pub dispute: Option<Dispute<AccountId>>,
	/// Who paid last: a refund goes there.
	pub payer: Option<AccountId>,
}

impl<AccountId> Bill<AccountId> {
	/// A bill as it issues.
	pub fn new(principal: Fen, issued: Moment, due: Moment) -> Self {
		Self {
			principal: Debt { charged: principal, ..Debt::default() },
			late: Debt::default(),
			fen_days: 0,
			late_days: 0,
			issued,
			due,
			stopped: 0,
			dispute: None,
			payer: None,
		}
	}

	/// Principal and settled late fee still to be paid.
	pub fn owed(&self) -> Fen {
		self.principal.owed().saturating_add(self.late.owed())
	}

	/// Whether anything is left to be paid.
	pub fn is_open(&self) -> bool {
		self.owed() > 0
	}

	/// Whether a dispute waits for its ruling.
	pub fn is_disputed(&self) -> bool {
		self.dispute.as_ref().is_some_and(|dispute| dispute.ruled.is_none())
	}
}

/// An owner's objection to a bill.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Dispute<AccountId> {
	/// Who objects.
	pub by: AccountId,
	/// The hash of the reasons.
	pub reason: ContentHash,
	/// When: the clock of the bill stands still from here.
	pub opened: Moment,
	/// The ruling, once there is one.
	pub ruled: Option<Ruled>,
}

/// A ruling and its time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Ruled {
	/// The ruling.
	pub ruling: Ruling,
	/// When: the clock of the bill goes on from here.
	pub at: Moment,
}

/// How a dispute ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Ruling {
	/// The bill stands as it is.
	#[codec(index = 0)]
	Upheld,
	/// The principal should have been less. Late fees fall in proportion.
	#[codec(index = 1)]
	Reduced {
		/// What the principal should have been, in fen.
		to: Fen,
	},
}

/// A waiver that waits for approval.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Waiver<AccountId> {
	/// Who proposes: not who approves.
	pub proposer: AccountId,
	/// Fen of the principal.
	pub principal: Fen,
	/// Fen of the late fee.
	pub late: Fen,
	/// The hash of the reasons.
	pub reason: ContentHash,
	/// When it was proposed.
	pub proposed: Moment,
}

/// Where the money of a payment came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum PaymentKind {
	/// Somebody paid.
	#[codec(index = 0)]
	Direct,
	/// The chain collected by a mandate.
	#[codec(index = 1)]
	Mandate,
	/// The chain used a prepayment.
	#[codec(index = 2)]
	Prepayment,
}

/// A payment for a unit. Which bills it paid, the unit's statement and the pots' ledgers say.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Payment<AccountId> {
	/// For which unit.
	pub unit: UnitId,
	/// By whom.
	pub payer: AccountId,
	/// Fen taken in all.
	pub amount: Fen,
	/// Of which became a prepayment.
	pub prepaid: Fen,
	/// When.
	pub moment: Moment,
	/// Where the money came from.
	pub kind: PaymentKind,
}

/// Leave to collect a unit's bills from an account.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Mandate {
	/// The most that is collected in one calendar month, in fen.
	pub cap: Fen,
	/// The moment from which nothing is collected any more; `None` for until revoked.
	pub until: Option<Moment>,
	/// The month that `spent` counts.
	pub month: Option<Period>,
	/// Fen collected in `month`.
	pub spent: Fen,
}

/// Why a debit failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum DebitFailure {
	/// The account has less free money than the bill asks.
	#[codec(index = 0)]
	NotEnoughMoney,
	/// The bill would exceed the month's cap.
	#[codec(index = 1)]
	OverCap,
	/// The mandate had ended; it is removed.
	#[codec(index = 2)]
	Expired,
	/// The pot or the account refused the transfer.
	#[codec(index = 3)]
	Refused,
}

/// One reading of a meter.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Reading<AccountId> {
	/// What the meter showed, in thousandths of the physical unit.
	pub value: u64,
	/// When it was recorded.
	pub moment: Moment,
	/// By whom.
	pub by: AccountId,
}

/// The order in which a payment goes to the parts of one debt.
#[derive(
	Clone,
	Copy,
	Default,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Allocation {
	/// Late fee, then principal (CC 561).
	#[default]
	#[codec(index = 0)]
	LateFeeFirst,
	/// Principal, then late fee.
	#[codec(index = 1)]
	PrincipalFirst,
}

/// The community's parameters for fees.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(deny_unknown_fields)]
pub struct Rules {
	/// The community's clock.
	pub offset: UtcOffset,
	/// How many months' dues can be prepaid.
	pub prepayment_months: u8,
	/// How a payment is allocated within one bill.
	pub allocation: Allocation,
}

impl Default for Rules {
	fn default() -> Self {
		Self { offset: UtcOffset::PLUS_8, prepayment_months: 12, allocation: Allocation::LateFeeFirst }
	}
}

/// What has happened over the whole chain, to reconcile with the pots.
#[derive(
	Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Totals {
	/// The principals of all bills.
	pub principal: Debt,
	/// The settled late fees of all bills.
	pub late: Debt,
	/// Bills issued.
	pub bills: u64,
}

impl Totals {
	/// Puts `after` in the place of `before`, one bill.
	pub fn replace<A>(&mut self, before: &Bill<A>, after: &Bill<A>) -> Result<(), ArithmeticError> {
		shift(&mut self.principal, &before.principal, &after.principal)?;
		shift(&mut self.late, &before.late, &after.late)
	}
}

fn shift(total: &mut Debt, before: &Debt, after: &Debt) -> Result<(), ArithmeticError> {
	let one = |total: Fen, before: Fen, after: Fen| -> Result<Fen, ArithmeticError> {
		total.checked_add(after).ok_or(ArithmeticError::Overflow)?.checked_sub(before).ok_or(ArithmeticError::Underflow)
	};
	total.charged = one(total.charged, before.charged, after.charged)?;
	total.reduced = one(total.reduced, before.reduced, after.reduced)?;
	total.waived = one(total.waived, before.waived, after.waived)?;
	total.paid = one(total.paid, before.paid, after.paid)?;
	Ok(())
}

/// The place of an open bill in its unit's queue. Big-endian, so that storage order is oldest due first.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct OpenKey(
	/// Due moment (8 bytes), charge (4), year (2), month (1).
	pub [u8; 15],
);

impl OpenKey {
	/// The key of a bill.
	pub fn new(due: Moment, charge: ChargeId, period: Period) -> Self {
		let mut key = [0u8; 15];
		let bytes = due
			.to_be_bytes()
			.into_iter()
			.chain(charge.to_be_bytes())
			.chain(period.year.to_be_bytes())
			.chain([period.month]);
		for (place, byte) in key.iter_mut().zip(bytes) {
			*place = byte;
		}
		Self(key)
	}

	/// The bill that the key names.
	pub fn bill(&self) -> (ChargeId, Period) {
		let [_, _, _, _, _, _, _, _, c0, c1, c2, c3, y0, y1, month] = self.0;
		(u32::from_be_bytes([c0, c1, c2, c3]), Period { year: u16::from_be_bytes([y0, y1]), month })
	}
}

/// Where the daily work stands.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Cursor<AccountId> {
	/// Bills of one charge and period are being issued.
	#[codec(index = 0)]
	Billing {
		/// The charge.
		charge: ChargeId,
		/// The period.
		period: Period,
		/// The next unit to be billed.
		next_unit: UnitId,
		/// Bills issued so far.
		bills: u32,
		/// Fen billed so far.
		amount: Fen,
	},
	/// Open bills are being paid from prepayments.
	#[codec(index = 1)]
	Prepayments {
		/// The last unit and payer done.
		after: Option<(UnitId, AccountId)>,
	},
	/// Open bills are being collected by mandates.
	#[codec(index = 2)]
	Mandates {
		/// The last unit and payer done.
		after: Option<(UnitId, AccountId)>,
	},
}

/// What is to be done next, and when.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Agenda<AccountId> {
	/// The work under way.
	pub cursor: Option<Cursor<AccountId>>,
	/// When the next period of some charge begins; zero for "look now".
	pub next_turn: Moment,
	/// When the next collection begins; zero for "at once".
	pub next_collection: Moment,
}

impl<AccountId> Default for Agenda<AccountId> {
	fn default() -> Self {
		Self { cursor: None, next_turn: 0, next_collection: 0 }
	}
}

/// How a unit's statement stands.
#[derive(
	Clone, Copy, Default, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct StatementHead {
	/// How many entries there are.
	pub entries: u64,
	/// Fen owed: principal and settled late fees of all bills, due or not.
	pub owed: Fen,
	/// Fen prepaid by all payers.
	pub prepaid: Fen,
}

impl StatementHead {
	/// Owed less prepaid: negative where more is prepaid than owed.
	pub fn balance(&self) -> Option<i128> {
		i128::try_from(self.owed).ok()?.checked_sub(i128::try_from(self.prepaid).ok()?)
	}
}

/// What a statement entry tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum EntryKind {
	/// A bill issued: more is owed.
	#[codec(index = 0)]
	Bill {
		/// The charge.
		charge: ChargeId,
		/// The period.
		period: Period,
	},
	/// Late fee was settled, because somebody paid, disputed or waived: more is owed.
	#[codec(index = 1)]
	LateFee {
		/// The charge.
		charge: ChargeId,
		/// The period.
		period: Period,
	},
	/// A bill was paid, in part or whole: less is owed.
	#[codec(index = 2)]
	Payment {
		/// The payment.
		payment: PaymentId,
		/// The charge.
		charge: ChargeId,
		/// The period.
		period: Period,
		/// How much of the amount went to the late fee.
		late: Fen,
	},
	/// Part of a bill was waived: less is owed.
	#[codec(index = 3)]
	Waiver {
		/// The charge.
		charge: ChargeId,
		/// The period.
		period: Period,
	},
	/// A ruling reduced a bill and its late fee: less is owed.
	#[codec(index = 4)]
	Reduction {
		/// The charge.
		charge: ChargeId,
		/// The period.
		period: Period,
	},
	/// What was paid above a reduced bill went back to the payer. It stands before the reduction that it makes up for.
	#[codec(index = 5)]
	Refund {
		/// The charge.
		charge: ChargeId,
		/// The period.
		period: Period,
	},
	/// Money was prepaid.
	#[codec(index = 6)]
	Prepayment {
		/// The payment.
		payment: PaymentId,
	},
	/// Prepaid money was used for a bill.
	#[codec(index = 7)]
	PrepaymentUsed {
		/// The payment that used it.
		payment: PaymentId,
	},
	/// Prepaid money went back to its payer.
	#[codec(index = 8)]
	PrepaymentRefund,
}

impl EntryKind {
	/// Changes `head` by an entry of `amount`. `None` where the amounts make no sense.
	pub fn apply(&self, head: &mut StatementHead, amount: Fen) -> Option<()> {
		match self {
			Self::Bill { .. } | Self::LateFee { .. } | Self::Refund { .. } => {
				head.owed = head.owed.checked_add(amount)?
			}
			Self::Payment { .. } | Self::Waiver { .. } | Self::Reduction { .. } => {
				head.owed = head.owed.checked_sub(amount)?
			}
			Self::Prepayment { .. } => head.prepaid = head.prepaid.checked_add(amount)?,
			Self::PrepaymentUsed { .. } | Self::PrepaymentRefund => head.prepaid = head.prepaid.checked_sub(amount)?,
		}
		head.entries = head.entries.checked_add(1)?;
		Some(())
	}
}

/// One line of a unit's statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct StatementEntry {
	/// When.
	pub moment: Moment,
	/// What.
	pub kind: EntryKind,
	/// Fen.
	pub amount: Fen,
	/// Owed less prepaid, after this entry.
	pub balance: i128,
}

/// [`Basis`] as a chain spec writes it: `{"per_area": {"kinds": ["residential"]}}`, `"per_unit"`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum GenesisBasis {
	/// By area.
	PerArea {
		/// Which units are billed.
		kinds: alloc::vec::Vec<UnitKind>,
	},
	/// The same for every unit.
	PerUnit,
	/// The same for every unit of some kinds.
	PerUnitOfKind {
		/// Which units are billed.
		kinds: alloc::vec::Vec<UnitKind>,
	},
	/// By meter.
	Metered {
		/// Which units are billed.
		kinds: alloc::vec::Vec<UnitKind>,
	},
	/// Once.
	OneOff {
		/// Which units are billed.
		kinds: alloc::vec::Vec<UnitKind>,
	},
}

/// A charge as a chain spec writes it. Fields as in [`ChargeTerms`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GenesisCharge {
	/// The pot it pays into.
	pub pot: PotId,
	/// What it is counted by.
	pub basis: GenesisBasis,
	/// The rate; its unit depends on the basis, see [`Basis`].
	pub rate: u64,
	/// The buildings billed; left out for all.
	#[serde(default)]
	pub buildings: Option<alloc::vec::Vec<BuildingId>>,
	/// How often.
	pub period: PeriodKind,
	/// Days until due.
	pub due_days: u16,
	/// Days of grace.
	pub grace_days: u16,
	/// Late fee per day.
	pub late_rate: Fraction,
	/// Cap of the late fee.
	pub late_cap: Fraction,
	/// The first period; left out for the first that begins after the chain's first block.
	#[serde(default)]
	pub first: Option<Period>,
}

/// How many readings of a meter can be reversed at most: older ones stand.
pub const MAX_REVERSIBLE_READINGS: u32 = 8;

/// A unit's meter for one charge.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Meter<AccountId> {
	/// The reading up to which consumption was billed; `None` before the first: then the oldest is the base line.
	pub billed: Option<u64>,
	/// The newest reading that can no longer be reversed.
	pub settled: Option<u64>,
	/// Readings since then, oldest first.
	pub recent: BoundedVec<Reading<AccountId>, ConstU32<MAX_REVERSIBLE_READINGS>>,
	/// The principal of the last bill, from which the unit's usual dues are reckoned.
	pub last_amount: Fen,
}

impl<AccountId> Default for Meter<AccountId> {
	fn default() -> Self {
		Self { billed: None, settled: None, recent: BoundedVec::new(), last_amount: 0 }
	}
}

impl<AccountId> Meter<AccountId> {
	/// What the meter shows.
	pub fn latest(&self) -> Option<u64> {
		self.recent.last().map(|reading| reading.value).or(self.settled)
	}

	/// From where consumption counts.
	pub fn base(&self) -> Option<u64> {
		self.billed.or_else(|| self.recent.first().map(|reading| reading.value))
	}

	/// What was consumed and not billed yet.
	pub fn consumption(&self) -> u64 {
		match (self.base(), self.latest()) {
			(Some(base), Some(latest)) => latest.saturating_sub(base),
			_ => 0,
		}
	}

	/// Counts everything so far as billed.
	pub fn settle(&mut self) {
		let latest = self.latest();
		self.billed = latest;
		self.settled = latest;
		self.recent = BoundedVec::new();
	}
}
