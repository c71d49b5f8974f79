// SPDX-License-Identifier: GPL-3.0-or-later

//! A page of A4, and what is drawn on it. Lengths are in points (1/72 inch), from the upper left corner.

use crate::{
	fonts::{Fonts, Line},
	Error,
};
use krilla::{
	geom::{PathBuilder, Rect},
	page::PageSettings,
	paint::{Fill, Stroke, StrokeDash},
	surface::Surface,
	Document,
};

/// The width of A4, 210 mm.
pub const WIDTH: f32 = 595.276;
/// The height of A4, 297 mm.
pub const HEIGHT: f32 = 841.89;
/// The margin, 14 mm: more than any printer leaves white.
pub const MARGIN: f32 = 40.0;
/// From one line of a paragraph to the next, in sizes of its text.
pub const LEADING: f32 = 1.38;
/// The width between the margins.
pub const INNER: f32 = WIDTH - 2.0 * MARGIN;

/// A page that is being drawn.
pub struct Sheet<'a> {
	surface: Surface<'a>,
	fonts: &'a Fonts,
	missing: Vec<char>,
}

/// Adds a page and draws it.
pub fn sheet<T>(
	document: &mut Document,
	fonts: &Fonts,
	draw: impl FnOnce(&mut Sheet<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
	let size = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| Error::Pdf("A4 is no size of a page".into()))?;
	let mut page = document.start_page_with(size);
	let mut sheet = Sheet { surface: page.surface(), fonts, missing: Vec::new() };
	let result = draw(&mut sheet);
	drop(sheet);
	page.finish();
	result
}

impl Sheet<'_> {
	/// The fonts, to measure text.
	pub fn fonts(&self) -> &Fonts {
		self.fonts
	}

	/// The characters replaced since the last call.
	pub fn take_missing(&mut self) -> std::vec::IntoIter<char> {
		std::mem::take(&mut self.missing).into_iter()
	}

	/// Draws a shaped line with its baseline at `y`.
	pub fn line(&mut self, x: f32, y: f32, size: f32, line: &Line) {
		self.surface.set_fill(Some(Fill::default()));
		self.surface.set_stroke(None);
		self.draw(x, y, size, line);
	}

	/// The same in bold, by an outline: a second font would double the program's share of fonts.
	pub fn bold(&mut self, x: f32, y: f32, size: f32, line: &Line) {
		self.surface.set_fill(Some(Fill::default()));
		self.surface.set_stroke(Some(Stroke { width: size * 0.035, ..Stroke::default() }));
		self.draw(x, y, size, line);
	}

	fn draw(&mut self, x: f32, y: f32, size: f32, line: &Line) {
		self.missing.extend(&line.missing);
		self.fonts.draw(&mut self.surface, x, y, size, line);
	}

	/// Draws a text from `x` on.
	pub fn text(&mut self, x: f32, y: f32, size: f32, text: &str) {
		let line = self.fonts.shape(text, size);
		self.line(x, y, size, &line);
	}

	/// Draws a text that ends at `x`.
	pub fn right(&mut self, x: f32, y: f32, size: f32, text: &str) {
		let line = self.fonts.shape(text, size);
		self.line(x - line.width, y, size, &line);
	}

	/// Draws a text with its middle at `x`.
	pub fn centred(&mut self, x: f32, y: f32, size: f32, text: &str) {
		let line = self.fonts.shape(text, size);
		self.line(x - line.width / 2.0, y, size, &line);
	}

	/// Draws a text in lines of at most `width`, and returns where the next line would begin.
	pub fn paragraph(&mut self, x: f32, y: f32, size: f32, width: f32, text: &str) -> f32 {
		let mut y = y;
		for line in self.fonts.wrap(text, size, width) {
			self.text(x, y, size, &line);
			y += size * LEADING;
		}
		y
	}

	/// The height of a paragraph.
	pub fn height(&self, text: &str, size: f32, width: f32) -> f32 {
		self.fonts.wrap(text, size, width).iter().map(|_| size * LEADING).sum()
	}

	/// Draws a straight line, dashed if `dash` is the length of dashes and gaps.
	pub fn rule(&mut self, from: (f32, f32), to: (f32, f32), width: f32, dash: Option<f32>) {
		let mut path = PathBuilder::new();
		path.move_to(from.0, from.1);
		path.line_to(to.0, to.1);
		let dash = dash.map(|length| StrokeDash { array: vec![length, length], offset: 0.0 });
		self.surface.set_fill(None);
		self.surface.set_stroke(Some(Stroke { width, dash, ..Stroke::default() }));
		if let Some(path) = path.finish() {
			self.surface.draw_path(&path);
		}
	}

	/// Draws the outline of a rectangle.
	pub fn frame(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), stroke: f32) {
		self.surface.set_fill(None);
		self.surface.set_stroke(Some(Stroke { width: stroke, ..Stroke::default() }));
		self.rectangles([(x, y, width, height)]);
	}

	/// Fills rectangles, each given by its corner, width and height, as one shape.
	pub fn fill(&mut self, rectangles: impl IntoIterator<Item = (f32, f32, f32, f32)>) {
		self.surface.set_fill(Some(Fill::default()));
		self.surface.set_stroke(None);
		self.rectangles(rectangles);
	}

	fn rectangles(&mut self, rectangles: impl IntoIterator<Item = (f32, f32, f32, f32)>) {
		let mut path = PathBuilder::new();
		for (x, y, width, height) in rectangles {
			if let Some(rectangle) = Rect::from_xywh(x, y, width, height) {
				path.push_rect(rectangle);
			}
		}
		if let Some(path) = path.finish() {
			self.surface.draw_path(&path);
		}
	}
}
