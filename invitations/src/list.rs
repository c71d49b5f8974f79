// SPDX-License-Identifier: GPL-3.0-or-later

//! The carrier's list: building, door, a box to tick. It has no names, so that it can lie about.

use crate::{
	page::{Sheet, HEIGHT, INNER, MARGIN},
	rounds::{Numbered, Round},
	words, Community,
};

/// Doors in a column.
const ROWS: usize = 27;
/// The height of a row: a thumb's width, for a pen in the stairwell.
const ROW: f32 = 21.5;
/// Where the rows begin.
const TOP: f32 = 176.0;
/// The width of a column, and the gap between the two.
const COLUMN: f32 = (INNER - GAP) / 2.0;
const GAP: f32 = 24.0;

/// One page of a round's list.
pub struct Page<'a> {
	/// The round.
	pub round: &'a Round,
	/// The doors on this page.
	pub doors: &'a [Numbered],
	/// The page's number, from 1.
	pub number: usize,
	/// The number of pages.
	pub of: usize,
}

/// The doors of each page of a round's list.
pub fn pages(round: &Round) -> Vec<&[Numbered]> {
	round.invitations.chunks(2 * ROWS).collect()
}

/// Draws a page.
pub fn draw(sheet: &mut Sheet<'_>, community: &Community, page: &Page<'_>) {
	let right = MARGIN + INNER;
	let name = sheet.fonts().fit(&community.name, 18.0, INNER);
	sheet.bold(MARGIN, 56.0, 18.0, &name);
	sheet.text(MARGIN, 80.0, 13.0, "送达清单 Delivery list");
	sheet.right(right, 80.0, 11.0, &format!("{} / {}", page.number, page.of));
	sheet.rule((MARGIN, 89.0), (right, 89.0), 1.2, None);

	sheet.text(MARGIN, 108.0, 11.5, "楼栋 Building");
	let count = format!("共 {} 份 invitations", page.round.invitations.len());
	let count = sheet.fonts().shape(&count, 11.5);
	sheet.line(right - count.width, 108.0, 11.5, &count);
	let buildings = sheet.fonts().labels(&page.round.buildings, 11.5, INNER - 90.0 - count.width - 12.0);
	sheet.line(MARGIN + 90.0, 108.0, 11.5, &buildings);
	let (chinese, english) = words::CARRIER;
	sheet.text(MARGIN, 127.0, 11.5, chinese);
	sheet.text(MARGIN, 141.0, 9.0, english);

	for (column, doors) in [0.0, 1.0].into_iter().zip(page.doors.chunks(ROWS)) {
		let left = MARGIN + column * (COLUMN + GAP);
		heading(sheet, left);
		let mut y = TOP;
		for door in doors {
			row(sheet, left, y, door);
			y += ROW;
		}
	}

	let foot = HEIGHT - 56.0;
	sheet.text(MARGIN, foot, 11.0, "送达人 Carrier ______________________");
	sheet.text(MARGIN + 232.0, foot, 11.0, "日期 Date ________________");
	sheet.right(right, foot, 11.0, "交回 Returned ______ 份");
}

fn heading(sheet: &mut Sheet<'_>, left: f32) {
	let y = TOP - 7.0;
	sheet.text(left, y, 9.0, "No.");
	sheet.text(left + 36.0, y, 9.0, "楼栋 Building");
	sheet.text(left + 112.0, y, 9.0, "房号 Door");
	sheet.right(left + COLUMN, y, 9.0, "送达 Done");
	sheet.rule((left, TOP), (left + COLUMN, TOP), 1.0, None);
}

fn row(sheet: &mut Sheet<'_>, left: f32, top: f32, door: &Numbered) {
	let base = top + ROW - 6.5;
	sheet.text(left, base, 9.0, &door.number.to_string());
	let building = sheet.fonts().fit(&door.invitation.building, 12.0, 70.0);
	sheet.line(left + 36.0, base, 12.0, &building);
	let unit = sheet.fonts().fit(door.invitation.door(), 12.0, COLUMN - 112.0 - 30.0);
	sheet.line(left + 112.0, base, 12.0, &unit);
	sheet.frame((left + COLUMN - 16.0, top + 4.5), (12.5, 12.5), 0.9);
	sheet.rule((left, top + ROW), (left + COLUMN, top + ROW), 0.3, None);
}
