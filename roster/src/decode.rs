// SPDX-License-Identifier: GPL-3.0-or-later

//! Bytes to text. UTF-8 is tried first, since hardly anything else happens to be valid UTF-8; after it what the
//! spreadsheets of Chinese offices write.

use crate::report::Said;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE, UTF_8};

/// A decoded text.
pub(crate) struct Decoded {
	/// The text, with U+FFFD for what could not be read.
	pub text: String,
	/// The encoding, as people call it.
	pub encoding: &'static str,
	/// What was assumed.
	pub said: Option<Said>,
	/// The line, from 1, and first byte of each part that could not be read.
	pub bad: Vec<(u32, u8)>,
}

/// At most so many bad bytes are reported: there are as many in a picture.
const MAX_BAD: usize = 20;

/// Decodes a text file. `likely` tells whether a text has a header that is understood, which decides between encodings.
pub(crate) fn decode(bytes: &[u8], likely: impl Fn(&str) -> bool) -> Decoded {
	let good = |text: String, encoding, said| Decoded { text, encoding, said, bad: Vec::new() };
	if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
		let body = bytes.get(mark..).unwrap_or_default();
		if encoding == UTF_8 {
			return utf8(body);
		}
		let (text, broken) = encoding.decode_without_bom_handling(body);
		let bad = if broken { vec![(last_line(&text), bytes.last().copied().unwrap_or_default())] } else { Vec::new() };
		return Decoded { text: text.into_owned(), encoding: "UTF-16", said: Some(Said::Encoding("UTF-16")), bad };
	}
	if let Some(encoding) = utf16_without_mark(bytes) {
		let (text, broken) = encoding.decode_without_bom_handling(bytes);
		if !broken {
			return good(text.into_owned(), "UTF-16", Some(Said::Encoding("UTF-16")));
		}
	}
	if std::str::from_utf8(bytes).is_ok() || is_broken_utf8(bytes) {
		return utf8(bytes);
	}
	if let Some(text) = GB18030.decode_without_bom_handling_and_without_replacement(bytes) {
		if likely(&text) {
			return good(text.into_owned(), "GBK", Some(Said::Encoding("GBK")));
		}
	}
	let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
	detector.feed(bytes, true);
	let encoding = detector.guess(None, Utf8Detection::Deny);
	let name = if encoding == encoding_rs::GBK { "GBK" } else { encoding.name() };
	match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
		Some(text) if !text.contains('\0') => good(text.into_owned(), name, Some(Said::Encoding(name))),
		_ => utf8(bytes),
	}
}

fn last_line(text: &str) -> u32 {
	u32::try_from(text.matches('\n').count().max(text.matches('\r').count())).unwrap_or(u32::MAX).saturating_add(1)
}

/// Reads UTF-8 and notes where it is broken.
fn utf8(bytes: &[u8]) -> Decoded {
	let (mut text, mut bad) = (String::with_capacity(bytes.len()), Vec::new());
	for chunk in bytes.utf8_chunks() {
		text.push_str(chunk.valid());
		if let Some(byte) = chunk.invalid().first() {
			if bad.len() < MAX_BAD {
				bad.push((last_line(&text), *byte));
			}
			text.push(char::REPLACEMENT_CHARACTER);
		}
	}
	Decoded { text, encoding: "UTF-8", said: None, bad }
}

/// Whether it is UTF-8 with a few broken bytes: most of what is not ASCII stands in valid characters of three bytes,
/// which hardly happens by chance.
fn is_broken_utf8(bytes: &[u8]) -> bool {
	let (mut valid, mut invalid) = (0_usize, 0_usize);
	for chunk in bytes.utf8_chunks() {
		valid = valid.saturating_add(chunk.valid().chars().filter(|c| c.len_utf8() >= 3).map(char::len_utf8).sum());
		invalid = invalid.saturating_add(chunk.invalid().len());
	}
	valid > invalid.saturating_mul(3)
}

/// UTF-16 without a mark is told by its zeros: commas, digits and line ends have one each, always on the same side.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
	let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).take(2_000).filter(|byte| **byte == 0).count();
	let (even, odd, pairs) = (zeros(0), zeros(1), (bytes.len() / 2).min(2_000));
	if !bytes.len().is_multiple_of(2) || pairs == 0 {
		None
	} else if odd > pairs / 5 && even == 0 {
		Some(UTF_16LE)
	} else if even > pairs / 5 && odd == 0 {
		Some(UTF_16BE)
	} else {
		None
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const TEXT: &str = "房号,楼栋,业主\n101,1,王芳\n102,1,\u{2000b}\n";

	fn read(bytes: &[u8]) -> Decoded {
		decode(bytes, |text| text.contains("房号"))
	}

	#[test]
	fn every_encoding_of_an_office() {
		let (gb18030, _, _) = GB18030.encode(TEXT);
		let little: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
		let big: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
		let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
		for (bytes, encoding) in [
			(TEXT.as_bytes().to_vec(), "UTF-8"),
			(marked(b"\xef\xbb\xbf", TEXT.as_bytes()), "UTF-8"),
			(gb18030.to_vec(), "GBK"),
			(marked(b"\xff\xfe", &little), "UTF-16"),
			(marked(b"\xfe\xff", &big), "UTF-16"),
			(little, "UTF-16"),
			(big, "UTF-16"),
		] {
			let decoded = read(&bytes);
			assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.bad), (TEXT, encoding, vec![]));
		}
	}

	#[test]
	fn broken_bytes_have_their_line() {
		let mut bytes = TEXT.as_bytes().to_vec();
		bytes.extend(b"103,1,\xff\n");
		let decoded = read(&bytes);
		assert_eq!((decoded.encoding, decoded.bad), ("UTF-8", vec![(4, 0xff)]));
		let half: Vec<u8> = b"\xff\xfea\0\n\0b".to_vec();
		assert_eq!(read(&half).bad, [(2, b'b')]);
	}

	#[test]
	fn western_text() {
		let decoded = read(b"Einheit;Geb\xe4ude;Eigent\xfcmer\r\nA-01;A;J\xfcrgen M\xfcller\r\n");
		assert!(decoded.text.contains("Eigentümer"), "{}", decoded.encoding);
		assert_eq!(decoded.said, Some(Said::Encoding("windows-1252")));
	}
}
