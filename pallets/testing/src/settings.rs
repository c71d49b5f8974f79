// SPDX-License-Identifier: Apache-2.0

//! Values set by tests.

/// Like `parameter_types! { pub static … }`, but the value is stored in the externalities: each test and each proptest
/// case starts with the default, nothing has to be reset, and a failed call rolls its changes back.
///
/// ```
/// linli_testing::settings! {
///     /// The maximum number of open items.
///     pub static MaxOpen: u32 = 4;
/// }
///
/// sp_io::TestExternalities::default().execute_with(|| {
///     MaxOpen::mutate(|most| *most += 1);
///     assert_eq!(MaxOpen::get(), 5);
/// });
/// sp_io::TestExternalities::default().execute_with(|| assert_eq!(MaxOpen::get(), 4));
/// ```
#[macro_export]
macro_rules! settings {
	($($(#[$attr:meta])* pub static $name:ident: $type:ty = $value:expr;)*) => {$(
		$(#[$attr])*
		pub struct $name;

		#[allow(dead_code)]
		impl $name {
			const KEY: &'static [u8] = concat!("linli-testing:", stringify!($name)).as_bytes();

			/// The value.
			pub fn get() -> $type {
				$crate::__private::frame_support::storage::unhashed::get(Self::KEY).unwrap_or_else(|| $value)
			}

			/// Sets the value.
			pub fn set(value: $type) {
				$crate::__private::frame_support::storage::unhashed::put(Self::KEY, &value);
			}

			/// Changes the value.
			pub fn mutate<R>(change: impl FnOnce(&mut $type) -> R) -> R {
				let mut value = Self::get();
				let result = change(&mut value);
				Self::set(value);
				result
			}
		}

		impl<I: From<$type>> $crate::__private::frame_support::traits::Get<I> for $name {
			fn get() -> I {
				I::from(Self::get())
			}
		}
	)*};
}
