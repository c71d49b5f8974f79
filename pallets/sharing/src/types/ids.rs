// SPDX-License-Identifier: Apache-2.0

//! How resources are named. Ids are given in order from 0 and never used again.

/// A resource that is shared.
pub type ResourceId = u32;
