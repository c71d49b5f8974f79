// SPDX-License-Identifier: GPL-3.0-or-later

//! Claim tickets, with which households join (D8).
//!
//! A ticket is 16 random bytes. Its code is their Bech32m form with the prefix `linli`, which detects mistyped letters;
//! the QR on the printed ticket holds the same code. They also yield an sr25519 key with the seed
//! `BLAKE2b-256("linli/ticket" ‖ bytes)`. The public key is in the genesis state. The household's client derives the
//! secret key from the code, uses it to sign the account that is to act for the owner, and discards it.
//!
//! | | |
//! |---|---|
//! | bytes | `000102030405060708090a0b0c0d0e0f` |
//! | code | `linli1qqqsyqcyq5rqwzqfpg9scrgwpup76p0c` |
//! | seed | `c1a41695c4cf08ae2d82a8890eed1eb090aa4dad9e3029b8d9789ff050318623` |
//! | public key | `4e3c73846d9569be87d793f73fb8811011677cdd03e21375ccda4c46cd761351` |
//!
//! In JavaScript: `bech32m` of `@scure/base`, `blake2AsU8a` of `@polkadot/util-crypto`, and
//! `new Keyring({ type: 'sr25519' }).addFromSeed(seed)` of `@polkadot/api`.

use super::errors::CommunityError;
use bech32::{Bech32m, Hrp};
use qrcode::{
	bits::Bits,
	canvas::{Canvas, MaskPattern},
	ec, Color, EcLevel, QrResult, Version,
};
use rand::RngCore;
use sp_core::{sr25519, Blake2Hasher, Hasher, Pair};

/// The prefix of a code, before the separator `1`.
pub const PREFIX: &str = "linli";

/// The domain separator of a ticket's seed.
const SEED_CONTEXT: &[u8] = b"linli/ticket";

/// The secret of one claim ticket. Does not implement `Debug`, so that it cannot be printed by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Ticket([u8; 16]);

impl Ticket {
	/// A fresh ticket.
	pub fn fresh(random: &mut impl RngCore) -> Self {
		let mut bytes = [0; 16];
		random.fill_bytes(&mut bytes);
		Self(bytes)
	}

	/// The printed code: 38 characters.
	pub fn code(&self) -> String {
		// Infallible: the prefix is valid and 16 bytes are far below the limit.
		bech32::encode::<Bech32m>(Hrp::parse_unchecked(PREFIX), &self.0).unwrap_or_default()
	}

	/// The seed of the ticket's key.
	pub fn seed(&self) -> [u8; 32] {
		Blake2Hasher::hash(&[SEED_CONTEXT, &self.0].concat()).0
	}

	/// The public key of the ticket, as stored on chain.
	pub fn public(&self) -> sr25519::Public {
		sr25519::Pair::from_seed(&self.seed()).public()
	}
}

/// The text printed on a ticket beside its code.
pub struct Holder<'a> {
	/// The community's name.
	pub community: &'a str,
	/// The owner's name in the roster.
	pub owner: &'a str,
	/// The owner's id on chain.
	pub owner_id: usize,
	/// The labels of the owner's units.
	pub units: &'a [&'a str],
}

/// Widths in columns: of the title, of a line beside the QR, and of the line of units, which is printed smaller. A
/// Chinese character takes two.
const TITLE: usize = 42;
const BESIDE: usize = 34;
const UNITS: usize = 40;

/// The printed ticket: a card of A6 size (148 × 105 mm), with the code as text and as QR.
pub fn card(ticket: &Ticket, holder: &Holder<'_>) -> Result<String, CommunityError> {
	let code = ticket.code();
	let qr =
		qr(&code).map_err(|error| CommunityError::Ticket { owner: holder.owner.into(), reason: error.to_string() })?;
	Ok(format!(
		concat!(
			"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
			"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"148mm\" height=\"105mm\" viewBox=\"0 0 148 105\" ",
			"font-family=\"sans-serif\" font-size=\"4\">\n",
			"<rect x=\"0.5\" y=\"0.5\" width=\"147\" height=\"104\" rx=\"3\" fill=\"#fff\" stroke=\"#888\" ",
			"stroke-width=\"0.3\"/>\n",
			"<text x=\"8\" y=\"13\" font-size=\"6\" font-weight=\"bold\">{community}</text>\n",
			"<text x=\"8\" y=\"21\">Claim ticket · 业主绑定凭证</text>\n",
			"{qr}",
			"<text x=\"70\" y=\"34\">Owner · 业主 #{owner_id}</text>\n",
			"<text x=\"70\" y=\"41\">{owner}</text>\n",
			"<text x=\"70\" y=\"48\" font-size=\"3.2\">{units}</text>\n",
			"<text x=\"70\" y=\"57\" font-size=\"3.2\">Links one account to this owner. Works once.</text>\n",
			"<text x=\"70\" y=\"62\" font-size=\"3.2\">Your community says where to enter the code.</text>\n",
			"<text x=\"70\" y=\"67\" font-size=\"3.2\">Anyone who has it can act for this owner.</text>\n",
			"<text x=\"70\" y=\"74\" font-size=\"3.2\">将一个账户绑定到该业主，只能使用一次。</text>\n",
			"<text x=\"70\" y=\"79\" font-size=\"3.2\">代码在何处使用，请向本小区询问。</text>\n",
			"<text x=\"70\" y=\"84\" font-size=\"3.2\">持有者可代表该业主，请妥善保管。</text>\n",
			"<text x=\"74\" y=\"96\" font-size=\"5\" font-family=\"monospace\" text-anchor=\"middle\">{code}</text>\n",
			"</svg>\n",
		),
		community = escape(&shorten(holder.community, TITLE)),
		qr = draw(&qr),
		owner = escape(&shorten(holder.owner, BESIDE)),
		owner_id = holder.owner_id,
		units = escape(&list(holder.units)),
		code = code,
	))
}

/// The QR version that holds a code of 38 bytes and tolerates 15 % damage: 29 × 29 modules.
const VERSION: Version = Version::Normal(3);

/// The QR of a code. A fixed mask is used: searching all eight for the best takes a hundred times as long, which
/// matters with thousands of owners. Readers accept any, and for random data all are equally good.
fn qr(code: &str) -> QrResult<Vec<Color>> {
	let mut bits = Bits::new(VERSION);
	bits.push_byte_data(code.as_bytes())?;
	bits.push_terminator(EcLevel::M)?;
	let (data, correction) = ec::construct_codewords(&bits.into_bytes(), VERSION, EcLevel::M)?;
	let mut canvas = Canvas::new(VERSION, EcLevel::M);
	canvas.draw_all_functional_patterns();
	canvas.draw_data(&data, &correction);
	canvas.apply_mask(MaskPattern::Checkerboard);
	Ok(canvas.into_colors())
}

/// The QR as one path on a square of 56 mm, with a bar for each dark run. The margin of the card is the quiet zone.
fn draw(colors: &[Color]) -> String {
	let width = usize::try_from(VERSION.width()).unwrap_or_default();
	let mut path = String::new();
	for (y, line) in colors.chunks(width).enumerate() {
		let mut x = 0;
		for run in line.chunk_by(|one, next| one == next) {
			if run.first() == Some(&Color::Dark) {
				let length = run.len();
				path.push_str(&format!("M{x} {y}h{length}v1h-{length}z"));
			}
			x += run.len();
		}
	}
	format!(
		"<svg x=\"8\" y=\"28\" width=\"56\" height=\"56\" viewBox=\"-1 -1 {0} {0}\" shape-rendering=\"crispEdges\">\
		<path d=\"{path}\"/></svg>\n",
		width + 2
	)
}

/// As many labels as fit and, if not all do, their total number: a developer can have hundreds.
fn list(units: &[&str]) -> String {
	let all = units.join(", ");
	if columns(&all) <= UNITS {
		return all;
	}
	let end = format!(" … ({})", units.len());
	let mut text = String::new();
	for unit in units {
		let longer = if text.is_empty() { (*unit).to_owned() } else { format!("{text}, {unit}") };
		if columns(&longer) + columns(&end) > UNITS {
			break;
		}
		text = longer;
	}
	text + &end
}

fn columns(text: &str) -> usize {
	text.chars().map(width).sum()
}

/// The width of a character in columns: East Asian ones, from Hangul on, count as wide.
fn width(letter: char) -> usize {
	if letter < '\u{1100}' || ('\u{2010}'..'\u{2070}').contains(&letter) {
		1
	} else {
		2
	}
}

fn shorten(text: &str, most: usize) -> String {
	if columns(text) <= most {
		return text.into();
	}
	let mut used = 1;
	let fits = |letter: &char| {
		used += width(*letter);
		used <= most
	};
	text.chars().take_while(fits).chain(['…']).collect()
}

fn escape(text: &str) -> String {
	text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
	use super::*;
	use rand::rngs::OsRng;

	const VECTOR: Ticket = Ticket([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);

	/// The test vector at the head of this file, for clients in other languages.
	#[test]
	fn vector() {
		assert_eq!(VECTOR.code(), "linli1qqqsyqcyq5rqwzqfpg9scrgwpup76p0c");
		assert_eq!(hex::encode(VECTOR.seed()), "c1a41695c4cf08ae2d82a8890eed1eb090aa4dad9e3029b8d9789ff050318623");
		assert_eq!(hex::encode(VECTOR.public()), "4e3c73846d9569be87d793f73fb8811011677cdd03e21375ccda4c46cd761351");
	}

	#[test]
	fn a_code_round_trips_and_detects_typos() {
		let ticket = Ticket::fresh(&mut OsRng);
		let code = ticket.code();
		assert_eq!(code.len(), 38);
		let read = bech32::primitives::decode::CheckedHrpstring::new::<Bech32m>(&code).unwrap();
		assert_eq!(read.hrp().as_str(), PREFIX);
		assert_eq!(read.byte_iter().collect::<Vec<_>>(), ticket.0);

		for position in PREFIX.len() + 1..code.len() {
			let wrong = if &code[position..=position] == "q" { "p" } else { "q" };
			let slip = format!("{}{wrong}{}", &code[..position], &code[position + 1..]);
			assert!(bech32::primitives::decode::CheckedHrpstring::new::<Bech32m>(&slip).is_err());
		}
	}

	#[test]
	fn tickets_differ() {
		let (one, other) = (Ticket::fresh(&mut OsRng), Ticket::fresh(&mut OsRng));
		assert!(one != other);
		assert_ne!(one.public(), other.public());
	}

	#[test]
	fn a_card_shows_the_code_and_stays_well_formed() {
		let many: Vec<String> = (1..=300).map(|unit| format!("P-{unit}")).collect();
		let units: Vec<&str> = many.iter().map(String::as_str).collect();
		let holder = Holder { community: "<Lin & Li>", owner: "\"O\"", owner_id: 7, units: &units };
		let card = card(&VECTOR, &holder).unwrap();
		assert!(card.contains(&VECTOR.code()));
		assert!(card.contains("&lt;Lin &amp; Li&gt;"));
		assert!(card.contains("#7") && card.contains("&quot;O&quot;"));
		assert!(card.contains("P-1, P-2, P-3, P-4, P-5, P-6 … (300)<"), "{card}");
		assert_eq!(card.matches("<svg ").count(), 2);
		assert_eq!(card.matches("</svg>").count(), 2);
		assert_eq!(card.matches("<?xml").count(), 1);
		assert!(card.len() < 8_000, "{}", card.len());
	}

	#[test]
	fn the_drawing_is_the_qr() {
		const WIDTH: usize = 29;
		let qr = qr(&VECTOR.code()).unwrap();
		assert_eq!(qr.len(), WIDTH * WIDTH);
		let drawing = draw(&qr);
		let (_, path) = drawing.split_once("d=\"").unwrap();
		let (path, _) = path.split_once('"').unwrap();
		let mut colors = vec![Color::Light; WIDTH * WIDTH];
		for bar in path.split_terminator('z') {
			let (place, bar) = bar.strip_prefix('M').unwrap().split_once('h').unwrap();
			let (x, y) = place.split_once(' ').unwrap();
			let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
			let length: usize = bar.split_once('v').unwrap().0.parse().unwrap();
			colors[y * WIDTH + x..][..length].fill(Color::Dark);
		}
		assert!(colors == qr);
	}

	#[test]
	fn long_texts_are_cut_to_their_columns() {
		assert_eq!(shorten("12345", 5), "12345");
		assert_eq!(shorten("123456", 5), "1234…");
		assert_eq!(shorten("云溪小区", 8), "云溪小区");
		assert_eq!(shorten("云溪小区", 7), "云溪小…");
		assert_eq!(list(&["1-1", "1-2"]), "1-1, 1-2");
		assert_eq!(list(&["x".repeat(50).as_str()]), " … (1)");
	}
}
