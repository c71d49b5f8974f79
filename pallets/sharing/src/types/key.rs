// SPDX-License-Identifier: Apache-2.0

//! Keys under which bookings wait and are listed.

use super::BookingId;
use linli_primitives::{Moment, OrderedKey, QueueKey};

/// A booking, in the order of ids.
pub type BookingKey = OrderedKey<BookingId>;

/// The end, exclusive, of a time in which a resource is taken, in the order of time.
pub type EndKey = OrderedKey<Moment>;

/// The place of a booking among all that wait for something to happen on their own, earliest first.
pub type DueKey = QueueKey<BookingId>;
