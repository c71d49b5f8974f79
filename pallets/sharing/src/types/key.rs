// SPDX-License-Identifier: Apache-2.0

//! Keys under which bookings wait and are listed.

use super::BookingId;
use linli_primitives::{OrderedKey, QueueKey};

/// A booking, in the order of ids.
pub type BookingKey = OrderedKey<BookingId>;

/// The place of a booking among all that wait for something to happen on their own, earliest first.
pub type DueKey = QueueKey<BookingId>;
