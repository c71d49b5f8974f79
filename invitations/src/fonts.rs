// SPDX-License-Identifier: GPL-3.0-or-later

//! Measuring and drawing text. Chinese and Latin need neither ligatures nor reordering: one character is one glyph.

use crate::Error;
use krilla::{
	geom::Point,
	surface::Surface,
	text::{Font, GlyphId, KrillaGlyph},
	Data,
};
use skrifa::{
	instance::{LocationRef, Size},
	FontRef, MetadataProvider,
};
use std::{cell::RefCell, collections::HashMap, sync::Arc};

/// What is printed in place of a character that no font has: the geta mark of Japanese printers.
pub const REPLACEMENT: char = '〓';

static EMBEDDED: &[u8] = include_bytes!("../font/noto-sans-cjk-sc.otf");

/// A font for drawing, with its bytes for measuring.
struct Face {
	font: Font,
	bytes: Arc<Vec<u8>>,
}

impl Face {
	fn new(bytes: Vec<u8>) -> Option<Self> {
		let bytes = Arc::new(bytes);
		FontRef::from_index(&bytes, 0).ok()?;
		Some(Self { font: Font::new(Data::from(bytes.clone()), 0)?, bytes })
	}

	/// The glyph of a character and its advance in ems.
	fn glyph(&self, letter: char) -> Option<(GlyphId, f32)> {
		let font = FontRef::from_index(&self.bytes, 0).ok()?;
		let glyph = font.charmap().map(letter).filter(|glyph| glyph.to_u32() != 0)?;
		let advance = font.glyph_metrics(Size::unscaled(), LocationRef::default()).advance_width(glyph)?;
		Some((GlyphId::new(glyph.to_u32()), advance / self.font.units_per_em()))
	}
}

/// A character's font, glyph, and advance in ems.
type Found = Option<(usize, GlyphId, f32)>;

/// The embedded font and, after it, the additional one.
pub struct Fonts {
	faces: Vec<Face>,
	/// What was looked up already: a document uses few characters, each very often.
	found: RefCell<HashMap<char, Found>>,
}

/// A line of text, ready to be drawn.
#[derive(Default)]
pub struct Line {
	runs: Vec<Run>,
	/// Its width at the size for which it was shaped.
	pub width: f32,
	/// The characters that no font has.
	pub missing: Vec<char>,
}

/// A part of a line in one font.
struct Run {
	face: usize,
	text: String,
	glyphs: Vec<KrillaGlyph>,
	width: f32,
}

impl Fonts {
	/// The embedded font, and an additional one for the characters that it lacks.
	pub fn new(additional: Option<Vec<u8>>) -> Result<Self, Error> {
		let embedded = Face::new(EMBEDDED.to_vec()).ok_or_else(|| Error::Font("the embedded one".into()))?;
		let mut faces = vec![embedded];
		if let Some(bytes) = additional {
			faces.push(
				Face::new(bytes).ok_or_else(|| Error::Font("its tables are damaged or of another format".into()))?,
			);
		}
		Ok(Self { faces, found: RefCell::default() })
	}

	fn find(&self, letter: char) -> Found {
		// Control characters have no picture, even where a font maps them.
		if letter.is_control() {
			return None;
		}
		*self.found.borrow_mut().entry(letter).or_insert_with(|| {
			let mut faces = self.faces.iter().enumerate();
			faces.find_map(|(face, font)| font.glyph(letter).map(|(glyph, ems)| (face, glyph, ems)))
		})
	}

	/// Shapes a line at a size in points.
	pub fn shape(&self, text: &str, size: f32) -> Line {
		self.spaced(text, size, |_| 0.0)
	}

	/// The same with additional space, in ems, after the character at a position from 0.
	pub fn spaced(&self, text: &str, size: f32, space: impl Fn(usize) -> f32) -> Line {
		let mut line = Line::default();
		for (position, letter) in text.chars().enumerate() {
			let found = self.find(letter).or_else(|| {
				line.missing.push(letter);
				self.find(REPLACEMENT)
			});
			// The embedded font has the replacement.
			let Some((face, glyph, ems)) = found else { continue };
			let advance = ems + space(position);
			if line.runs.last().is_none_or(|run| run.face != face) {
				line.runs.push(Run { face, text: String::new(), glyphs: Vec::new(), width: 0.0 });
			}
			let Some(run) = line.runs.last_mut() else { continue };
			let start = run.text.len();
			run.text.push(letter);
			let text_range = start..run.text.len();
			run.glyphs.push(KrillaGlyph::new(glyph, advance, 0.0, 0.0, 0.0, text_range, None));
			run.width += advance * size;
			line.width += advance * size;
		}
		line
	}

	/// As much of a text as fits into a width, with an ellipsis if something is left out.
	pub fn fit(&self, text: &str, size: f32, width: f32) -> Line {
		let whole = self.shape(text, size);
		if whole.width <= width {
			return whole;
		}
		let mut short: String = text.into();
		while short.pop().is_some() {
			let line = self.shape(&format!("{}…", short.trim_end()), size);
			if line.width <= width {
				return line;
			}
		}
		Line::default()
	}

	/// As many labels as fit into a width, divided by commas, and their total number if some are left out.
	pub fn labels(&self, labels: &[String], size: f32, width: f32) -> Line {
		let all = self.shape(&labels.join("，"), size);
		if all.width <= width {
			return all;
		}
		let end = format!("…（{}）", labels.len());
		let mut text = String::new();
		for label in labels {
			let longer = if text.is_empty() { label.clone() } else { format!("{text}，{label}") };
			if self.shape(&format!("{longer}{end}"), size).width > width {
				break;
			}
			text = longer;
		}
		self.fit(&(text + &end), size, width)
	}

	/// Breaks a text into lines of at most a width: between words, and between Chinese characters except before
	/// punctuation. A word that is too long, such as an address, is broken anywhere.
	pub fn wrap(&self, text: &str, size: f32, width: f32) -> Vec<String> {
		let mut lines = Vec::new();
		let mut line = String::new();
		for word in words(text) {
			if self.shape(&format!("{line}{}", word.trim_end()), size).width <= width {
				line.push_str(word);
				continue;
			}
			if !line.trim().is_empty() {
				lines.push(line.trim_end().to_owned());
			}
			line.clear();
			for letter in word.chars() {
				if !line.is_empty() && self.shape(&format!("{line}{letter}"), size).width > width {
					lines.push(std::mem::take(&mut line));
				}
				line.push(letter);
			}
		}
		if !line.trim().is_empty() {
			lines.push(line.trim_end().to_owned());
		}
		lines
	}

	/// Draws a line with its baseline's start at a point, both in points.
	pub fn draw(&self, surface: &mut Surface<'_>, x: f32, y: f32, size: f32, line: &Line) {
		let mut x = x;
		for run in &line.runs {
			if let Some(face) = self.faces.get(run.face) {
				surface.draw_glyphs(Point::from_xy(x, y), &run.glyphs, face.font.clone(), &run.text, size, false);
			}
			x += run.width;
		}
	}
}

/// The parts between which a line can be broken. A part keeps the spaces after it.
fn words(text: &str) -> Vec<&str> {
	let mut parts = Vec::new();
	let (mut start, mut before) = (0, None);
	for (at, letter) in text.char_indices() {
		if before.is_some_and(|before| can_break(before, letter)) {
			parts.extend(text.get(start..at));
			start = at;
		}
		before = Some(letter);
	}
	parts.extend(text.get(start..));
	parts
}

fn can_break(before: char, after: char) -> bool {
	let closes = |letter| "，。、；：！？）》」』”’…·,.;:!?)".contains(letter);
	let opens = |letter| "（《「『“‘(".contains(letter);
	let wide = |letter| letter >= '\u{2e80}';
	if after == ' ' || closes(after) || opens(before) {
		return false;
	}
	before == ' ' || wide(before) || wide(after)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn fonts() -> Fonts {
		Fonts::new(None).unwrap()
	}

	#[test]
	fn the_font_has_what_names_need() {
		let line =
			fonts().shape("张堃、李喆、王犇、祎䶮㛃，陳國華 Müller-Ó 3栋 12㎡ ０１２《》“”…·—①〓（幢）號樓", 10.0);
		assert_eq!(line.missing, []);
	}

	#[test]
	fn what_it_lacks_is_replaced_and_reported() {
		let fonts = fonts();
		let line = fonts.shape("张\u{20000}三\u{7}\u{200b}", 10.0);
		assert_eq!(line.missing, ['\u{20000}', '\u{7}', '\u{200b}']);
		assert_eq!(line.width, fonts.shape("张〓三〓〓", 10.0).width);
	}

	#[test]
	fn another_font_fills_the_gap() {
		// The font itself, as a stand-in for one with more characters: order and drawing are the same.
		let both = Fonts::new(Some(EMBEDDED.to_vec())).unwrap();
		assert_eq!(both.faces.len(), 2);
		assert_eq!(both.find('张').map(|(face, ..)| face), Some(0));
		assert!(matches!(Fonts::new(Some(b"no font".to_vec())), Err(Error::Font(_))));
	}

	#[test]
	fn lines_break_where_readers_expect_it() {
		let fonts = fonts();
		let lines = fonts.wrap("一二三四五六，七八九十。", 10.0, 60.0);
		assert_eq!(lines, ["一二三四五", "六，七八九", "十。"]);
		let lines = fonts.wrap("Scan the code with your phone", 10.0, 60.0);
		assert_eq!(lines.join(" "), "Scan the code with your phone");
		assert!(lines.len() > 2);
		let lines = fonts.wrap("open https://willow.example/a/very/long/address now", 10.0, 60.0);
		assert_eq!(lines.concat().replace(' ', ""), "openhttps://willow.example/a/very/long/addressnow");
		for line in lines {
			assert!(fonts.shape(&line, 10.0).width <= 60.0, "{line}");
		}
	}

	#[test]
	fn what_does_not_fit_is_cut_visibly() {
		let fonts = fonts();
		let text = |line: &Line| line.runs.iter().map(|run| run.text.as_str()).collect::<String>();
		assert_eq!(text(&fonts.fit("云溪小区", 10.0, 40.0)), "云溪小区");
		assert_eq!(text(&fonts.fit("云溪小区", 10.0, 39.0)), "云溪…");
		let many: Vec<String> = (1..=300).map(|unit| format!("P-{unit}")).collect();
		let line = fonts.labels(&many, 10.0, 150.0);
		assert!(text(&line).ends_with("…（300）") && text(&line).starts_with("P-1，P-2"), "{}", text(&line));
		assert!(line.width <= 150.0);
		assert_eq!(text(&fonts.labels(&many[..2], 10.0, 150.0)), "P-1，P-2");
	}
}
