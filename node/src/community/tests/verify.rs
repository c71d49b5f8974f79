// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use crate::community::{key_line::Purpose, sample_lines};
use linli_primitives::Role;
use std::fs;

fn command(lines: Vec<String>, file: Option<PathBuf>) -> VerifyCmd {
	VerifyCmd { spec: "no.json".into(), lines, file }
}

#[test]
fn lines_come_from_options_and_a_file() {
	let folder = tempfile::tempdir().unwrap();
	let file = folder.path().join("line.txt");
	fs::write(&file, format!("# mine\n{}\n", sample_lines::bootstrap(2))).unwrap();
	let read = command(vec![sample_lines::officer(Role::Auditor, 1)], Some(file.clone())).lines().unwrap();
	let purposes: Vec<_> = read.iter().map(KeyLine::purpose).collect();
	assert_eq!(purposes, [Purpose::Office(Role::Auditor), Purpose::Bootstrap]);
	assert!(command(Vec::new(), None).lines().unwrap().is_empty());

	let cut = sample_lines::bootstrap(2)[..40].to_owned();
	let error = command(vec![cut.clone()], None).run().unwrap_err().to_string();
	assert!(error.starts_with("--line, number 1: it is cut"), "{error}");
	fs::write(&file, format!("\n{cut}\n")).unwrap();
	let error = command(Vec::new(), Some(file)).run().unwrap_err().to_string();
	assert!(error.contains("line.txt, line 2: it is cut"), "{error}");
}

#[test]
fn the_file_of_the_chain_is_named_if_it_cannot_be_read() {
	let error = command(vec![sample_lines::bootstrap(2)], None).run().unwrap_err().to_string();
	assert!(error.contains("no.json: cannot read: "), "{error}");
}
