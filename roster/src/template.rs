// SPDX-License-Identifier: GPL-3.0-or-later

//! Empty lists to fill in, as workbooks: a header, and a row of examples.

use rust_xlsxwriter::{Color, Format, Workbook, XlsxError};

/// How wide a column is, in characters.
const WIDTH: f64 = 18.0;

/// A column of an empty list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TemplateColumn {
	/// Its header.
	pub header: String,
	/// What stands in it in the row of examples.
	pub example: String,
	/// Whether its cells are numbers. All others are texts, so that a spreadsheet makes no date of a door number.
	pub is_number: bool,
}

/// Why a workbook cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct WorkbookError(#[from] XlsxError);

/// Writes an empty list as an `.xlsx` of one sheet.
///
/// # Errors
///
/// [`WorkbookError`] if the name of the sheet or the number of columns is more than a workbook takes.
pub fn template_workbook(name: &str, columns: &[TemplateColumn]) -> Result<Vec<u8>, WorkbookError> {
	let mut workbook = Workbook::new();
	let sheet = workbook.add_worksheet();
	sheet.set_name(name)?;
	let header = Format::new().set_bold();
	let example = Format::new().set_font_color(Color::RGB(0x0080_8080));
	for (column, position) in columns.iter().zip(0u16..) {
		sheet.set_column_width(position, WIDTH)?;
		if !column.is_number {
			sheet.set_column_format(position, &Format::new().set_num_format("@"))?;
		}
		sheet.write_string_with_format(0, position, column.header.as_str(), &header)?;
		sheet.write_string_with_format(1, position, column.example.as_str(), &example)?;
	}
	sheet.set_freeze_panes(1, 0)?;
	Ok(workbook.save_to_buffer()?)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{read_list, ListColumn, ListProblem};

	const COLUMNS: [ListColumn; 2] = [
		ListColumn { headers: &["unit", "房号"], required: true },
		ListColumn { headers: &["amount", "余额"], required: true },
	];

	fn columns(unit: &str) -> [TemplateColumn; 2] {
		let column = |header: &str, example: &str, is_number| TemplateColumn {
			header: header.into(),
			example: example.into(),
			is_number,
		};
		[column("房号 (unit)", unit, false), column("余额 (amount)", "1,204.50", true)]
	}

	#[test]
	fn an_empty_list_reads_back_and_its_example_is_passed_over() {
		let workbook = template_workbook("repair", &columns("1-1-0101")).unwrap();
		let rows = read_list(&workbook, &COLUMNS).unwrap();
		assert_eq!((rows.len(), rows[0].text(0), rows[0].text(1)), (1, "1-1-0101", "1,204.50"));
		for unit in ["示例：1-1-0101", "Example: 1-1-0101"] {
			let workbook = template_workbook("repair", &columns(unit)).unwrap();
			assert_eq!(read_list(&workbook, &COLUMNS), Err(vec![ListProblem::NoRows]), "{unit}");
		}
	}
}
