// SPDX-License-Identifier: Apache-2.0

//! The ids of resources: assigned in order from 0, and never reused.

/// The id of a resource.
pub type ResourceId = u32;
