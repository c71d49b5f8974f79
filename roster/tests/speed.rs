// SPDX-License-Identifier: GPL-3.0-or-later

//! A large community in under a second: `cargo test --release -p linli-roster --test speed`.

use linli_roster::{read, Options, SameName};
use std::time::{Duration, Instant};

#[test]
#[cfg_attr(debug_assertions, ignore = "a limit for optimised code")]
fn ten_thousand_units() {
	let surnames: Vec<char> = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗".chars().collect();
	let given: Vec<char> = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂兰英华慧建红玉文".chars().collect();
	let mut text = String::from("房号,楼栋,用途,建筑面积,业主,业主类型\n");
	let mut book = rust_xlsxwriter::Workbook::new();
	let sheet = book.add_worksheet();
	for (column, header) in (0..).zip(["房号", "楼栋", "用途", "建筑面积", "业主", "业主类型"]) {
		sheet.write_string(0, column, header).unwrap();
	}
	for at in 0..10_000_usize {
		let pick = |list: &[char], of: usize| list[of % list.len()];
		let name: String = [pick(&surnames, at), pick(&given, at / 7), pick(&given, at / 3)].iter().collect();
		let (door, building) = (format!("{}-{:04}", at / 200 + 1, at % 200), format!("{}号楼", at / 200 + 1));
		text.push_str(&format!("{door},{building},住宅,{}.5,{name},个人\n", 80 + at % 40));
		let row = u32::try_from(at + 1).unwrap();
		for (column, cell) in [(0, door.as_str()), (1, &building), (2, "住宅"), (4, &name), (5, "个人")] {
			sheet.write_string(row, column, cell).unwrap();
		}
		sheet.write_number(row, 3, 80.5 + f64::from(u8::try_from(at % 40).unwrap())).unwrap();
	}
	let book = book.save_to_buffer().unwrap();
	let options = Options { same_name: Some(SameName::Several), confirm_warnings: true, ..Options::default() };
	for (bytes, what) in [(text.as_bytes(), "CSV"), (&book, "workbook")] {
		// The best of some: the machine may be busy.
		let mut best = Duration::MAX;
		for _ in 0..5 {
			let began = Instant::now();
			assert_eq!(read(bytes, &options).unwrap().roster.units.len(), 10_000);
			best = best.min(began.elapsed());
		}
		println!("{what}: {best:?}");
		assert!(best < Duration::from_secs(1), "{what}: {best:?}");
	}
}
