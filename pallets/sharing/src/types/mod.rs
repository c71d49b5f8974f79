// SPDX-License-Identifier: Apache-2.0

//! The types of this pallet, independent of its `Config`.

mod block;
mod booking;
mod claim;
mod ids;
mod instant;
mod key;
mod policy;
mod rating;
mod resource;
mod rules;
mod secret;
mod seen;
mod series;
mod side;
mod slots;
mod state;
mod terms;
mod view;

pub use block::{BlockedDays, MAX_BLOCKED, MAX_BLOCKED_DAYS};
pub use booking::{Booking, Frozen, Uses, MAX_ENTRIES, MAX_NEAR, MAX_USES};
pub use claim::{median, Answer, Award, Claim, Panel, Seat, PANEL};
pub use ids::ResourceId;
pub use instant::Instant;
pub use key::{BookingKey, DueKey, EndKey};
pub use linli_primitives::BookingId;
pub use policy::CancellationPolicy;
pub use rating::{Rating, RatingSum, Ratings};
pub use resource::{ListedBy, Provider, Resource, ResourceKind, ResourceStatus, StandsFor};
pub(crate) use rules::divide;
pub use rules::{RulesError, SharingRules, MAX_WINDOW, MIN_WINDOW};
pub use secret::{commitment, Secret, SECRET_TAG};
pub use seen::Seen;
pub use series::{Repeat, MAX_SERIES};
pub use side::Side;
pub use slots::{Interval, Slot, SlotLength, MAX_SLOTS};
pub use state::{BookingState, CancelledBy, Closing, Step, StepError};
pub use terms::{Terms, TermsError, Window, MAX_HORIZON, MAX_PRICE, MAX_WINDOWS};
pub use view::{BookingView, Filter, ResourceView, SearchPage};
