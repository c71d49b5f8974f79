// SPDX-License-Identifier: Apache-2.0

//! # Permits
//!
//! A *permit* says that an account may use a resource within a booking's time. A lock, gate or charger checks it without being
//! online: it needs its own settings, a clock and the permit's 221 bytes, and asks nobody.
//!
//! - The **issuer** (the provider, or the property office's server) watches the chain. Asked by the renter, it finds the booking
//!   there, and signs a permit with an ed25519 key that serves nothing else. The chain does not know that key; whoever installs
//!   a device gives it the key.
//! - The **holder** (the renter's phone) shows the permit to the device: by Bluetooth, NFC or as a QR code.
//! - The **device** verifies it: [`Device::verify`]. Where a copy must not open the door, it also has the holder sign a challenge:
//!   [`Device::verify_held`].
//!
//! The crate is `no_std`, needs no allocator, and no bytes make it panic. A device builds it without default features, and then it holds no
//! code that signs.
//!
//! ## Layout, version 1
//!
//! Fields of fixed width one after the other; integers unsigned, little endian. It is what SCALE makes of the same fields.
//!
//! | offset | bytes | field | |
//! |---|---|---|---|
//! | 0 | 16 | tag | `linli:use-permit` in ASCII, so that the signature is good for nothing else |
//! | 16 | 1 | version | 1 |
//! | 17 | 32 | chain | hash of the community's genesis block |
//! | 49 | 4 | resource | id of the resource |
//! | 53 | 8 | booking | id of the booking |
//! | 61 | 32 | account | who booked |
//! | 93 | 32 | holder | ed25519 key that proves possession; all zero: a bearer permit |
//! | 125 | 8 | from | first moment of use, in ms since 1970-01-01 UTC, as all that follow |
//! | 133 | 8 | until | first moment at which use is over |
//! | 141 | 8 | issued | when it was signed |
//! | 149 | 8 | expires | first moment at which it is no longer good |
//! | 157 | 64 | signature | ed25519 by the issuer, over bytes 0 to 156 |
//!
//! The fields up to `expires` are the *statement*. A proof of possession is an ed25519 signature by the holder's key over 205 bytes: the tag
//! `linli:use-holder`, the statement, and the device's challenge of 32 random bytes. So a proof is good for one permit and one
//! challenge, and neither signature can be taken for the other, or for a transaction of the chain.
//!
//! Version 2, if there is one, keeps tag and version where they are; everything after can change.
//!
//! ## What is checked, in this order
//!
//! 1. tag, version, length, and that there is a moment at which it is good: [`Refusal::Malformed`], [`Refusal::WrongVersion`];
//! 2. that it is for this chain and resource: [`Refusal::WrongChain`], [`Refusal::OtherResource`];
//! 3. the signature, strictly (RFC 8032, and neither key nor signature of small order): [`Refusal::BadSignature`];
//! 4. the times: [`Refusal::NotYet`], [`Refusal::Over`], [`Refusal::Expired`];
//! 5. if asked, possession: [`Refusal::Bearer`], [`Refusal::NotHolder`].
//!
//! So a reason of the last two kinds is about a permit that the issuer did sign; the others may come from anybody's bytes.
//!
//! ## What it cannot do
//!
//! - **It cannot be called back.** A booking cancelled after its permit was issued opens the door until the permit expires. Issuers
//!   therefore issue shortly before use, and for not longer than they can bear; a device that is online asks the chain instead.
//! - **A bearer permit can be copied.** Who photographs the QR code can use it, within its times.
//! - **A challenge can be passed on.** The holder's phone can sign for somebody at the door while it is elsewhere.
//! - **It is as good as the device's clock**, and the way that it is set.
//!
//! ## Why ed25519 alone
//!
//! Most accounts of the chain are sr25519, and do not sign proofs here: a second curve's code, with its transcripts, would double
//! what a small device has to carry and an auditor to read; secure elements and phones' key stores know ed25519; and wallets wrap
//! what they sign in `<Bytes>`, so that their raw signatures do not fit a fixed layout. A permit names a *holder* key instead. Any
//! account, of whatever kind, asks the issuer for a permit by a message that it signs and that names the key which its phone made;
//! the issuer checks that signature, at leisure, and writes the key into the permit. The holder of an ed25519 account can name the
//! account's own key, if its wallet signs unwrapped bytes.
//!
//! ## Example
//!
//! ```
//! # #[cfg(feature = "sign")] {
//! use linli_permit::{public_key, seal, Device, Permit, Refusal, BEARER};
//!
//! let issuer = [7; 32];
//! let permit = Permit {
//!     chain: [1; 32], resource: 3, booking: 42, account: [2; 32], holder: BEARER,
//!     from: 10_000, until: 20_000, issued: 5_000, expires: 20_000,
//! };
//! let bytes = seal(&permit, &issuer).expect("there are moments at which it is good");
//!
//! let device = Device::new([1; 32], 3, &public_key(&issuer), 0).expect("the key is one");
//! assert_eq!(device.verify(&bytes, 15_000), Ok(permit));
//! assert_eq!(device.verify(&bytes, 20_000), Err(Refusal::Over));
//! # }
//! ```
//!
//! `vectors/permits.json` holds permits good and bad, with keys and results, for issuers and devices in other languages;
//! `cargo run -p linli-permit --example vectors` writes it, and `clients/permit/js/` reads it in JavaScript.
#![no_std]
// No panics and no lossy arithmetic on a device; tests may.
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::cast_possible_wrap,
		clippy::cast_sign_loss,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic,
		clippy::unwrap_used
	)
)]

mod device;
mod permit;
mod refusal;
#[cfg(feature = "sign")]
mod sign;

pub use device::{BadSetting, Device, MAX_TOLERANCE};
pub use permit::{
	possession_message, Bytes, Challenge, Id, Key, Permit, PossessionMessage, Signature, Statement, BEARER, HOLDER_TAG,
	PERMIT_LEN, POSSESSION_LEN, SIGNATURE_LEN, STATEMENT_LEN, TAG, VERSION,
};
pub use refusal::Refusal;
#[cfg(feature = "sign")]
pub use sign::{prove, public_key, seal, Unusable};
