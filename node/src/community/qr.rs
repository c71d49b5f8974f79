// SPDX-License-Identifier: GPL-3.0-or-later

//! QR codes in a terminal.

use qrcode::{render::unicode::Dense1x2, EcLevel, QrCode};

/// The columns of the window that standard error is shown in, if that is known.
pub fn columns() -> Option<usize> {
	rustix::termios::tcgetwinsize(std::io::stderr())
		.ok()
		.map(|size| usize::from(size.ws_col))
		.filter(|columns| *columns > 0)
}

/// The QR code of a text, black on white whatever the terminal's colours are; or why there is none. Where a window is
/// too narrow, rows would break, and no camera reads them.
pub fn code(text: &str, columns: Option<usize>) -> Result<String, String> {
	let code = QrCode::with_error_correction_level(text, EcLevel::L)
		.map_err(|_| "The line is too long for a QR code.\n这一行太长，不能显示为二维码。".to_owned())?;
	let image = code.render::<Dense1x2>().build();
	let width = image.lines().next().map_or(0, |row| row.chars().count());
	match columns {
		Some(columns) if columns < width => Err(format!(
			"The QR code needs a window of {width} columns; this one has {columns}.\n\
			二维码需要 {width} 列宽的窗口，当前窗口只有 {columns} 列。"
		)),
		_ => Ok(image.lines().map(|row| format!("\u{1b}[30;107m{row}\u{1b}[0m\n")).collect()),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_code_is_shown_where_its_rows_fit() {
		let text = "linli-keys-v2 cashier account=5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
		let shown = code(text, None).unwrap();
		let width = |row: &str| {
			let row = row.strip_prefix("\u{1b}[30;107m").unwrap().strip_suffix("\u{1b}[0m").unwrap();
			row.chars().count()
		};
		let first = width(shown.lines().next().unwrap());
		assert!(shown.lines().all(|row| width(row) == first));
		assert_eq!(code(text, Some(first)), Ok(shown));
		let narrow = code(text, Some(first - 1)).unwrap_err();
		assert!(narrow.contains(&format!("needs a window of {first} columns; this one has {}", first - 1)), "{narrow}");
		assert!(code(&"x".repeat(3_000), None).unwrap_err().starts_with("The line is too long"));
	}
}
