// SPDX-License-Identifier: Apache-2.0

//! The keys of the queue and of the lists of bookings.

use super::BookingId;
use linli_primitives::{Moment, OrderedKey, QueueKey};

/// The key of a booking in a list ordered by id.
pub type BookingKey = OrderedKey<BookingId>;

/// The key of a time at which a resource is taken: its end, exclusive, ordered by time.
pub type EndKey = OrderedKey<Moment>;

/// The key of a booking in the queue of automatic steps, earliest first.
pub type DueKey = QueueKey<BookingId>;
