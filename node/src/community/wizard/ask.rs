// SPDX-License-Identifier: GPL-3.0-or-later

//! Asking a person: in a terminal, or in a test that knows the answers.

use crate::community::errors::CommunityError;
use dialoguer::{console::Term, theme::ColorfulTheme, Confirm, Input, MultiSelect, Select};
use std::io;

/// Says whether a text will do, or what is wrong with it.
pub type Check<'a> = &'a dyn Fn(&str) -> Result<(), String>;

/// Somebody who answers.
pub trait Ask {
	/// Shows a text.
	fn say(&mut self, text: &str);

	/// Asks for a text until `check` takes it. With a default, an empty answer is the default; without one, it is
	/// passed to `check`.
	fn text(&mut self, prompt: &str, default: Option<&str>, check: Check<'_>) -> Result<String, CommunityError>;

	/// Asks to choose one of several: its place.
	fn choose(&mut self, prompt: &str, items: &[String], default: usize) -> Result<usize, CommunityError>;

	/// Asks to choose any of several: their places.
	fn choose_some(&mut self, prompt: &str, items: &[String]) -> Result<Vec<usize>, CommunityError>;

	/// Asks yes or no.
	fn confirm(&mut self, prompt: &str, default: bool) -> Result<bool, CommunityError>;
}

/// The terminal. Questions go to standard error.
#[derive(Default)]
pub struct Terminal(ColorfulTheme);

/// What a question of `dialoguer` came to.
fn answered<T>(result: dialoguer::Result<T>) -> Result<T, CommunityError> {
	result.map_err(|dialoguer::Error::IO(error)| {
		// A question hides the cursor, and Ctrl+C leaves it so.
		let _ = Term::stderr().show_cursor();
		match error.kind() {
			io::ErrorKind::Interrupted => CommunityError::Stopped,
			_ => CommunityError::Terminal(error.to_string()),
		}
	})
}

impl Ask for Terminal {
	fn say(&mut self, text: &str) {
		eprintln!("{text}");
	}

	fn text(&mut self, prompt: &str, default: Option<&str>, check: Check<'_>) -> Result<String, CommunityError> {
		let input = Input::<String>::with_theme(&self.0).with_prompt(prompt);
		let input = match default {
			Some(default) => input.default(default.into()),
			None => input.allow_empty(true),
		};
		let text = answered(input.validate_with(|text: &String| check(text.trim())).interact_text())?;
		Ok(text.trim().into())
	}

	fn choose(&mut self, prompt: &str, items: &[String], default: usize) -> Result<usize, CommunityError> {
		answered(Select::with_theme(&self.0).with_prompt(prompt).items(items).default(default).interact())
	}

	fn choose_some(&mut self, prompt: &str, items: &[String]) -> Result<Vec<usize>, CommunityError> {
		answered(MultiSelect::with_theme(&self.0).with_prompt(prompt).items(items).interact())
	}

	fn confirm(&mut self, prompt: &str, default: bool) -> Result<bool, CommunityError> {
		answered(Confirm::with_theme(&self.0).with_prompt(prompt).default(default).interact())
	}
}

#[cfg(test)]
pub mod scripted {
	use super::*;
	use std::collections::VecDeque;

	/// An answer of a test.
	#[derive(Debug)]
	pub enum Reply {
		Text(String),
		/// The first item that contains this.
		Pick(&'static str),
		Several(Vec<usize>),
		Yes,
		No,
	}

	/// Answers in order; keeps everything that was shown.
	#[derive(Default)]
	pub struct Scripted {
		pub replies: VecDeque<Reply>,
		pub shown: String,
	}

	impl Scripted {
		pub fn new(replies: impl IntoIterator<Item = Reply>) -> Self {
			Self { replies: replies.into_iter().collect(), shown: String::new() }
		}

		fn next(&mut self, prompt: &str) -> Reply {
			self.shown += &format!("? {prompt}\n");
			self.replies.pop_front().unwrap_or_else(|| panic!("no answer to {prompt:?}\n{}", self.shown))
		}
	}

	pub fn text(text: impl Into<String>) -> Reply {
		Reply::Text(text.into())
	}

	impl Ask for Scripted {
		fn say(&mut self, text: &str) {
			self.shown += text;
			self.shown.push('\n');
		}

		fn text(&mut self, prompt: &str, default: Option<&str>, check: Check<'_>) -> Result<String, CommunityError> {
			loop {
				let Reply::Text(given) = self.next(prompt) else { panic!("a text answers {prompt:?}") };
				let given = match default {
					Some(default) if given.is_empty() => default.to_owned(),
					_ => given,
				};
				match check(&given) {
					Ok(()) => return Ok(given),
					Err(error) => self.say(&format!("! {error}")),
				}
			}
		}

		fn choose(&mut self, prompt: &str, items: &[String], _: usize) -> Result<usize, CommunityError> {
			let Reply::Pick(part) = self.next(prompt) else { panic!("a choice answers {prompt:?}") };
			let place = items.iter().position(|item| item.contains(part));
			Ok(place.unwrap_or_else(|| panic!("{prompt:?} has no {part:?}: {items:?}")))
		}

		fn choose_some(&mut self, prompt: &str, _: &[String]) -> Result<Vec<usize>, CommunityError> {
			match self.next(prompt) {
				Reply::Several(places) => Ok(places),
				other => panic!("{other:?} answers {prompt:?}"),
			}
		}

		fn confirm(&mut self, prompt: &str, _: bool) -> Result<bool, CommunityError> {
			match self.next(prompt) {
				Reply::Yes => Ok(true),
				Reply::No => Ok(false),
				other => panic!("{other:?} answers {prompt:?}"),
			}
		}
	}
}
