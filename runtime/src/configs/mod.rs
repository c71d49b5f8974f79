//! How each pallet is set up, one file per theme.

pub mod assembly;
pub mod callers;
pub mod community;
pub mod consensus;
pub mod money;
pub mod system;
