// SPDX-License-Identifier: GPL-3.0-or-later

//! The QR code of a text, as dark bars.

use qrcode::{
	bits,
	canvas::{Canvas, MaskPattern},
	ec, Color, EcLevel, QrResult,
};

/// The margin that readers need on each side, in modules.
pub const QUIET: u16 = 4;

/// A QR code.
pub struct Qr {
	/// Modules on a side, without margin.
	pub width: u16,
	/// Its dark bars: column, row, and length to the right.
	pub bars: Vec<(u16, u16, u16)>,
}

/// The smallest QR code of `text` that tolerates 15 % damage.
///
/// A fixed mask is used: searching all eight for the best takes a hundred times as long, which matters with thousands
/// of owners. Readers accept any, and for random data all are equally good.
///
/// # Errors
///
/// If the text is longer than 2,331 bytes.
pub fn qr(text: &str) -> QrResult<Qr> {
	let bits = bits::encode_auto(text.as_bytes(), EcLevel::M)?;
	let version = bits.version();
	let (data, correction) = ec::construct_codewords(&bits.into_bytes(), version, EcLevel::M)?;
	let mut canvas = Canvas::new(version, EcLevel::M);
	canvas.draw_all_functional_patterns();
	canvas.draw_data(&data, &correction);
	canvas.apply_mask(MaskPattern::Checkerboard);
	let width = u16::try_from(version.width()).unwrap_or_default();
	Ok(Qr { width, bars: bars(&canvas.into_colors(), width) })
}

fn bars(colors: &[Color], width: u16) -> Vec<(u16, u16, u16)> {
	let mut bars = Vec::new();
	for (y, line) in (0..).zip(colors.chunks(usize::from(width).max(1))) {
		let mut x = 0;
		for run in line.chunk_by(|one, next| one == next) {
			// A line has at most 177 modules.
			let length = u16::try_from(run.len()).unwrap_or_default();
			if run.first() == Some(&Color::Dark) {
				bars.push((x, y, length));
			}
			x += length;
		}
	}
	bars
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_bars_are_the_code() {
		let qr = qr("linli1qqqsyqcyq5rqwzqfpg9scrgwpup76p0c").unwrap();
		assert_eq!(qr.width, 29);
		let mut modules = vec![vec![false; 29]; 29];
		for (x, y, length) in &qr.bars {
			modules[usize::from(*y)][usize::from(*x)..usize::from(x + length)].fill(true);
		}
		// The three finders.
		for (top, left) in [(0, 0), (0, 22), (22, 0)] {
			for (row, line) in
				["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"].iter().enumerate()
			{
				let found: String =
					modules[top + row][left..left + 7].iter().map(|dark| if *dark { '1' } else { '0' }).collect();
				assert_eq!(found, *line);
			}
		}
		let dark = modules.iter().flatten().filter(|dark| **dark).count();
		assert!((29 * 29 * 2 / 5..29 * 29 * 3 / 5).contains(&dark), "{dark}");
	}

	#[test]
	fn a_longer_text_gets_a_larger_code_and_too_long_a_one_none() {
		assert!(qr(&"x".repeat(200)).unwrap().width > 29);
		assert!(qr(&"x".repeat(3_000)).is_err());
	}
}
