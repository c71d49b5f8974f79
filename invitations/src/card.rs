// SPDX-License-Identifier: GPL-3.0-or-later

//! One invitation: half a page.

use crate::{
	page::{Sheet, HEIGHT, INNER, LEADING, MARGIN, WIDTH},
	qr::{self, qr},
	rounds::Numbered,
	words, Community, Error,
};

/// The tops of the two halves of a page.
pub const HALVES: [f32; 2] = [0.0, HEIGHT / 2.0];

/// The side of the QR code with its margin: 56 mm, for old cameras.
const QR_SIDE: f32 = 158.0;
/// Where the steps begin.
const STEPS: f32 = MARGIN + QR_SIDE + 12.0;
/// The sizes of the steps' text, where there is space.
const CHINESE: f32 = 13.5;
const ENGLISH: f32 = 10.0;
/// Where the box with the code begins.
const BOX: f32 = 308.0;

/// Draws the line to cut along, with the points of a pair of scissors' cut at its ends.
pub fn cut_line(sheet: &mut Sheet<'_>) {
	let middle = HEIGHT / 2.0;
	sheet.rule((12.0, middle), (WIDTH - 12.0, middle), 0.6, Some(4.0));
	for x in [MARGIN, WIDTH - MARGIN] {
		sheet.rule((x, middle - 4.0), (x, middle + 4.0), 0.6, None);
	}
}

/// Draws an invitation in the half of a page that begins at `top`.
pub fn draw(sheet: &mut Sheet<'_>, top: f32, community: &Community, numbered: &Numbered) -> Result<(), Error> {
	head(sheet, top, community, numbered);
	code(sheet, top, numbered)?;
	steps(sheet, top + 124.0, top + BOX - 8.0, community);
	foot(sheet, top, numbered);
	Ok(())
}

/// The community, the owner and the units.
fn head(sheet: &mut Sheet<'_>, top: f32, community: &Community, numbered: &Numbered) {
	let invitation = &numbered.invitation;
	let name = sheet.fonts().fit(&community.name, 21.0, INNER - 130.0);
	sheet.bold(MARGIN, top + 50.0, 21.0, &name);
	sheet.right(MARGIN + INNER, top + 48.0, 11.5, words::TITLE);
	sheet.rule((MARGIN, top + 61.0), (MARGIN + INNER, top + 61.0), 1.2, None);

	let label = |sheet: &mut Sheet<'_>, y: f32, chinese: &str, english: &str| {
		sheet.text(MARGIN, y, 11.5, chinese);
		sheet.text(MARGIN + 27.0, y, 8.5, english);
	};
	let (at, width) = (MARGIN + 76.0, INNER - 76.0);
	label(sheet, top + 84.0, "业主", "Owner");
	let owner = sheet.fonts().fit(&invitation.owner, 17.0, width);
	sheet.bold(at, top + 85.0, 17.0, &owner);

	label(sheet, top + 107.0, "楼栋", "Building");
	let building = sheet.fonts().fit(&invitation.building, 14.0, 110.0);
	sheet.line(at, top + 107.0, 14.0, &building);
	sheet.text(at + 128.0, top + 107.0, 11.5, "房号");
	sheet.text(at + 155.0, top + 107.0, 8.5, "Unit");
	let units = sheet.fonts().labels(&invitation.units, 14.0, width - 182.0);
	sheet.line(at + 182.0, top + 107.0, 14.0, &units);
}

/// The QR code, and the code to type in.
fn code(sheet: &mut Sheet<'_>, top: f32, numbered: &Numbered) -> Result<(), Error> {
	let invitation = &numbered.invitation;
	let qr = qr(&invitation.link).map_err(|error| Error::Qr {
		building: invitation.building.clone(),
		unit: invitation.door().into(),
		reason: error.to_string(),
	})?;
	let module = QR_SIDE / f32::from(qr.width + 2 * qr::QUIET);
	// The margin of the QR code may reach into that of the page.
	let (left, above) = (MARGIN - module * 2.0, top + 116.0);
	let place = |modules: u16| f32::from(modules + qr::QUIET) * module;
	// Bars overlap a little, so that no viewer shows light seams between rows.
	sheet.fill(
		qr.bars
			.iter()
			.map(|(x, y, length)| (left + place(*x), above + place(*y), f32::from(*length) * module, module * 1.04)),
	);
	sheet.centred(left + QR_SIDE / 2.0, above + QR_SIDE + 2.0, 10.0, "手机扫码 Scan");

	let box_top = top + BOX;
	sheet.frame((MARGIN, box_top), (INNER, 44.0), 1.0);
	sheet.text(MARGIN + 10.0, box_top + 20.0, 11.5, "代码");
	sheet.text(MARGIN + 10.0, box_top + 33.0, 8.5, "Code");
	let fit = INNER - 60.0;
	let mut size = 16.0;
	let mut line = grouped(sheet, &invitation.code, size);
	if line.width > fit {
		size *= fit / line.width;
		line = grouped(sheet, &invitation.code, size);
	}
	sheet.bold(MARGIN + 46.0 + (fit - line.width) / 2.0, box_top + 27.5, size, &line);
	Ok(())
}

/// A code with gaps for the eye, which are not spaces: after its prefix, then after every fourth letter.
fn grouped(sheet: &Sheet<'_>, code: &str, size: f32) -> crate::fonts::Line {
	let data = code.chars().position(|letter| letter == '1').map_or(0, |at| at + 1);
	sheet.fonts().spaced(code, size, |position| {
		let after = position + 1;
		let gap = after == data || (after > data && (after - data) % 4 == 0);
		if gap {
			0.45
		} else {
			0.03
		}
	})
}

/// The three steps beside the QR code, from `above` to `below`. They are as large as the space allows: an address can
/// take several lines.
fn steps(sheet: &mut Sheet<'_>, above: f32, below: f32, community: &Community) {
	let width = MARGIN + INNER - STEPS - 24.0;
	let steps = words::steps(community.portal.as_deref());
	let height = |sheet: &Sheet<'_>, scale: f32| -> f32 {
		let height = |step: &words::Both| {
			sheet.height(&step.chinese, CHINESE * scale, width) + sheet.height(&step.english, ENGLISH * scale, width)
		};
		steps.iter().map(height).sum()
	};
	let mut scale = 1.0;
	while scale > 0.5 && height(sheet, scale) > below - above {
		scale *= 0.95;
	}
	let gap = ((below - above - height(sheet, scale)) / 2.0).clamp(0.0, 12.0);
	let mut y = above + CHINESE * scale;
	for (number, step) in ["1", "2", "3"].into_iter().zip(&steps) {
		let numeral = sheet.fonts().shape(number, 20.0);
		sheet.bold(STEPS, y + 3.0, 20.0, &numeral);
		y = sheet.paragraph(STEPS + 24.0, y, CHINESE * scale, width, &step.chinese);
		y -= (CHINESE - ENGLISH) * scale * LEADING;
		y = sheet.paragraph(STEPS + 24.0, y, ENGLISH * scale, width, &step.english);
		y += (CHINESE - ENGLISH) * scale * LEADING + gap;
	}
}

/// The warning, until when the code is valid, and the number of the list.
fn foot(sheet: &mut Sheet<'_>, top: f32, numbered: &Numbered) {
	let (chinese, english) = words::CAUTION;
	sheet.text(MARGIN, top + 372.0, 11.5, chinese);
	sheet.text(MARGIN, top + 387.0, 9.5, english);
	sheet.right(MARGIN + INNER, top + 387.0, 9.5, &format!("No. {}", numbered.number));
	if let Some(expiry) = &numbered.invitation.expiry {
		let line = sheet.fonts().fit(expiry, 10.0, 190.0);
		sheet.line(MARGIN + INNER - line.width, top + 372.0, 10.0, &line);
	}
}
