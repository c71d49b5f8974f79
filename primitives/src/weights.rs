// SPDX-License-Identifier: Apache-2.0

//! Defines a pallet's `WeightInfo`.

/// Defines a pallet's weight trait, and implements it for `()` with zero weights, for mocks. The trait has no default
/// methods, so a runtime must provide every weight.
///
/// ```
/// use frame_support::weights::Weight;
///
/// linli_primitives::weight_info! {
///     /// Weights of the calls of this pallet.
///     pub trait WeightInfo {
///         /// To open something.
///         fn open() -> Weight;
///         /// To pay `n` of it.
///         fn pay(n: u32) -> Weight;
///     }
/// }
///
/// assert_eq!(<()>::pay(3), Weight::zero());
/// ```
#[macro_export]
macro_rules! weight_info {
	(
		$(#[$attr:meta])*
		pub trait $name:ident {
			$($(#[$method_attr:meta])* fn $method:ident($($arg:ident: $type:ty),*) -> $weight:ty;)*
		}
	) => {
		$(#[$attr])*
		pub trait $name {
			$($(#[$method_attr])* fn $method($($arg: $type),*) -> $weight;)*
		}

		/// Zero weights, for mocks.
		impl $name for () {
			$(fn $method($(_: $type),*) -> $weight { <$weight>::zero() })*
		}
	};
}
