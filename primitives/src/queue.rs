// SPDX-License-Identifier: Apache-2.0

//! Storage keys that are iterated in ascending order.
//!
//! SCALE encodes integers little-endian, so a storage map does not iterate over them in numeric order. These types are
//! encoded big-endian: with [`Identity`](frame_support::Identity) as the hasher, a map iterates in ascending order, and
//! reading the front of a queue touches only items that are due. Use them only for ids assigned by the chain and
//! moments set by its rules: keys that users choose would let an attacker unbalance the trie.

use crate::{BillKey, Moment, Period};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt::Debug;
use scale_info::TypeInfo;

/// A value with a fixed-length encoding whose byte order is the order of the values.
pub trait BigEndian: Copy + Ord + Debug + 'static {
	/// The encoding.
	type Bytes: Copy + Ord + Debug + Encode + Decode + DecodeWithMemTracking + MaxEncodedLen + TypeInfo + 'static;

	/// Encodes the value.
	fn to_bytes(self) -> Self::Bytes;

	/// Decodes the value.
	fn from_bytes(bytes: Self::Bytes) -> Self;
}

macro_rules! big_endian {
	($($number:ty: $length:literal),+) => {
		$(impl BigEndian for $number {
			type Bytes = [u8; $length];

			fn to_bytes(self) -> Self::Bytes {
				self.to_be_bytes()
			}

			fn from_bytes(bytes: Self::Bytes) -> Self {
				Self::from_be_bytes(bytes)
			}
		})+
	};
}

big_endian!(u32: 4, u64: 8);

/// Unit (4 bytes), charge (4), year (2), month (1).
impl BigEndian for BillKey {
	type Bytes = [u8; 11];

	fn to_bytes(self) -> Self::Bytes {
		let Period { year, month } = self.period;
		let [u0, u1, u2, u3] = self.unit.to_be_bytes();
		let [c0, c1, c2, c3] = self.charge.to_be_bytes();
		let [y0, y1] = year.to_be_bytes();
		[u0, u1, u2, u3, c0, c1, c2, c3, y0, y1, month]
	}

	fn from_bytes([u0, u1, u2, u3, c0, c1, c2, c3, y0, y1, month]: Self::Bytes) -> Self {
		Self {
			unit: u32::from_be_bytes([u0, u1, u2, u3]),
			charge: u32::from_be_bytes([c0, c1, c2, c3]),
			period: Period { year: u16::from_be_bytes([y0, y1]), month },
		}
	}
}

/// Year (2 bytes), month (1).
impl BigEndian for Period {
	type Bytes = [u8; 3];

	fn to_bytes(self) -> Self::Bytes {
		let [y0, y1] = self.year.to_be_bytes();
		[y0, y1, self.month]
	}

	fn from_bytes([y0, y1, month]: Self::Bytes) -> Self {
		Self { year: u16::from_be_bytes([y0, y1]), month }
	}
}

/// An id as a storage key, iterated in ascending order.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
#[codec(encode_bound())]
#[codec(decode_bound())]
#[codec(decode_with_mem_tracking_bound())]
#[codec(mel_bound())]
#[scale_info(skip_type_params(Id))]
pub struct OrderedKey<Id: BigEndian>(Id::Bytes);

impl<Id: BigEndian> OrderedKey<Id> {
	/// The key of `id`.
	pub fn new(id: Id) -> Self {
		Self(id.to_bytes())
	}

	/// The id.
	pub fn id(&self) -> Id {
		Id::from_bytes(self.0)
	}
}

/// A place in a queue that is iterated by due time and, for equal times, by id.
#[derive(
	Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
#[codec(encode_bound())]
#[codec(decode_bound())]
#[codec(decode_with_mem_tracking_bound())]
#[codec(mel_bound())]
#[scale_info(skip_type_params(Id))]
pub struct QueueKey<Id: BigEndian> {
	due: <Moment as BigEndian>::Bytes,
	id: Id::Bytes,
}

impl<Id: BigEndian> QueueKey<Id> {
	/// The place of `id`, due at `due`.
	pub fn new(due: Moment, id: Id) -> Self {
		Self { due: due.to_bytes(), id: id.to_bytes() }
	}

	/// The due time, in ms since 1970.
	pub fn due(&self) -> Moment {
		Moment::from_bytes(self.due)
	}

	/// The id.
	pub fn id(&self) -> Id {
		Id::from_bytes(self.id)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	/// Few values, so that moments and parts of ids often collide, chosen so that little-endian order differs.
	fn number() -> impl Strategy<Value = u64> {
		prop_oneof![0u64..3, 254u64..258, Just(0x0102_0304), Just(u64::from(u32::MAX)), any::<u64>()]
	}

	fn bill() -> impl Strategy<Value = BillKey> {
		(number(), number(), 1970u16..9999, 1u8..13)
			.prop_map(|(unit, charge, year, month)| BillKey::new(unit as u32, charge as u32, Period { year, month }))
	}

	/// A key orders like the pair it stands for, both by `Ord` and by its encoding.
	fn check<Id: BigEndian>(one: (Moment, Id), other: (Moment, Id)) -> Result<(), TestCaseError> {
		let (a, b) = (QueueKey::new(one.0, one.1), QueueKey::new(other.0, other.1));
		prop_assert_eq!((a.due(), a.id()), one);
		prop_assert_eq!(QueueKey::decode(&mut &a.encode()[..]), Ok(a));
		prop_assert_eq!(a.encode().len(), QueueKey::<Id>::max_encoded_len());
		prop_assert_eq!(a.cmp(&b), one.cmp(&other));
		prop_assert_eq!(a.encode().cmp(&b.encode()), one.cmp(&other));
		let (a, b) = (OrderedKey::new(one.1), OrderedKey::new(other.1));
		prop_assert_eq!(a.id(), one.1);
		prop_assert_eq!(a.cmp(&b), one.1.cmp(&other.1));
		prop_assert_eq!(a.encode().cmp(&b.encode()), one.1.cmp(&other.1));
		Ok(())
	}

	proptest! {
		#[test]
		fn numbers_are_walked_in_the_order_of_time(a in number(), b in number(), x in number(), y in number()) {
			check((a, x), (b, y))?;
			check((a, x as u32), (b, y as u32))?;
		}

		#[test]
		fn bills_are_walked_in_the_order_of_time(a in number(), b in number(), x in bill(), y in bill()) {
			check((a, x), (b, y))?;
			check((a, x.period), (b, y.period))?;
		}
	}

	#[test]
	fn bytes_are_those_of_the_parts() {
		let key = QueueKey::new(0x0102_0304_0506_0708, 0x090a_0b0cu32);
		assert_eq!(key.encode(), (1..13).collect::<Vec<u8>>());
		let bill = BillKey::new(0x0102_0304, 0x0506_0708, Period { year: 0x090a, month: 0x0b });
		assert_eq!(OrderedKey::new(bill).encode(), (1..12).collect::<Vec<u8>>());
	}
}
