// SPDX-License-Identifier: GPL-3.0-or-later

//! How many WebSocket connections an address holds. One visitor who opens all that there are, and leaves them idle,
//! would shut everybody else out.

use std::{
	collections::HashMap,
	net::IpAddr,
	sync::{Arc, Mutex, PoisonError},
};

/// The part of all connections that one address may hold: a quarter. Not less, because the homes of a building often
/// share one address.
const SHARE: u32 = 4;

/// The connections of an endpoint by address.
#[derive(Clone)]
pub struct Connections {
	most: u32,
	held: Arc<Mutex<HashMap<IpAddr, u32>>>,
}

/// A connection that counts until dropped.
pub struct Held(Option<(IpAddr, Connections)>);

impl Held {
	/// What is not counted: a plain request, or a program on this machine.
	pub fn nothing() -> Self {
		Self(None)
	}
}

impl Connections {
	/// For an endpoint with that many connections.
	pub fn of(all: u32) -> Self {
		Self { most: (all / SHARE).max(1), held: Arc::default() }
	}

	/// Counts a connection, or returns `None` if the address holds as many as it may.
	pub fn hold(&self, address: Option<IpAddr>) -> Option<Held> {
		let Some(address) = address else { return Some(Held::nothing()) };
		let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
		let count = held.entry(address).or_default();
		if *count >= self.most {
			return None;
		}
		*count = count.saturating_add(1);
		Some(Held(Some((address, self.clone()))))
	}
}

impl Drop for Held {
	fn drop(&mut self) {
		let Some((address, connections)) = self.0.take() else { return };
		let mut held = connections.held.lock().unwrap_or_else(PoisonError::into_inner);
		match held.get_mut(&address) {
			Some(count) if *count > 1 => *count -= 1,
			_ => {
				held.remove(&address);
			}
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn an_address_holds_a_quarter_and_gives_back() {
		let connections = Connections::of(8);
		let address = |text: &str| Some(text.parse().expect("an address"));
		let first = connections.hold(address("192.0.2.7")).expect("the first of two");
		let second = connections.hold(address("192.0.2.7")).expect("the second");
		assert!(connections.hold(address("192.0.2.7")).is_none());
		let _other = connections.hold(address("192.0.2.8")).expect("another address");
		drop(first);
		drop(connections.hold(address("192.0.2.7")).expect("one was given back"));
		drop(second);
		assert_eq!(connections.held.lock().expect("nobody panicked").len(), 1);
		for _ in 0..20 {
			std::mem::forget(connections.hold(None).expect("this machine is not counted"));
		}
	}

	#[test]
	fn few_connections_leave_one_for_everybody() {
		let connections = Connections::of(3);
		let address = Some("192.0.2.7".parse().expect("an address"));
		let _one = connections.hold(address).expect("one");
		assert!(connections.hold(address).is_none());
	}
}
