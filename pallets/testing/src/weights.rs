// SPDX-License-Identifier: Apache-2.0

//! Simple weights for tests.

/// Defines a type that implements a pallet's weight trait: `call(n) = time` or `call(n) = time, proof`, with each `n`
/// as `u64`.
///
/// ```
/// use frame_support::weights::Weight;
///
/// trait WeightInfo {
///     fn open() -> Weight;
///     fn pay(n: u32) -> Weight;
/// }
///
/// linli_testing::weights! {
///     /// 100 per unit.
///     pub struct Countable: WeightInfo;
///     open() = 1; pay(n) = 100 * n, n;
/// }
///
/// assert_eq!(Countable::pay(3), Weight::from_parts(300, 3));
/// ```
#[macro_export]
macro_rules! weights {
	(
		$(#[$attr:meta])*
		pub struct $name:ident: $trait:path;
		$($method:ident($($arg:ident),*) = $time:expr $(, $proof:expr)?;)*
	) => {
		$(#[$attr])*
		pub struct $name;

		impl $trait for $name {
			$(
				fn $method($($arg: u32),*) -> $crate::__private::frame_support::weights::Weight {
					$(let $arg = u64::from($arg); let _ = $arg;)*
					#[allow(unused_mut, unused_assignments)]
					let mut proof = 0;
					$(proof = $proof;)?
					$crate::__private::frame_support::weights::Weight::from_parts($time, proof)
				}
			)*
		}
	};
}
