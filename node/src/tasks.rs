// SPDX-License-Identifier: GPL-3.0-or-later

//! How tasks end. The SDK reports an essential task that ends as a failure, whatever the reason; the two spawners here
//! keep an ordinary end of the program from being reported so.

use futures::future::BoxFuture;
use sc_service::{SpawnEssentialTaskHandle, SpawnTaskHandle};
use sp_core::traits::SpawnEssentialNamed;
use std::{
	future::Future,
	pin::Pin,
	task::{Context, Poll},
};

/// Spawns tasks that end when what they serve is dropped. If that happens while the node runs, it is a failure, and the
/// node ends; on the way out it is not.
///
/// The transaction pool needs this. One of its tasks blocks its thread until the pool is dropped and so cannot be
/// interrupted like others: it always ends by completing. After that, the task yields once. A node on the way out has
/// given the signal to end long before it drops the pool, and a task that yields looks for the signal before it goes on.
#[derive(Clone)]
pub struct EndsWithNode(pub SpawnEssentialTaskHandle);

impl SpawnEssentialNamed for EndsWithNode {
	fn spawn_essential_blocking(
		&self,
		name: &'static str,
		group: Option<&'static str>,
		future: BoxFuture<'static, ()>,
	) {
		self.0.spawn_blocking(name, group, then_yield(future));
	}

	fn spawn_essential(&self, name: &'static str, group: Option<&'static str>, future: BoxFuture<'static, ()>) {
		self.0.spawn(name, group, then_yield(future));
	}
}

/// Spawns tasks that serve a command on the database and end with it. A command returns its own result, so that none of
/// its tasks needs to end the program.
#[derive(Clone)]
pub struct EndsWithCommand(pub SpawnTaskHandle);

impl SpawnEssentialNamed for EndsWithCommand {
	fn spawn_essential_blocking(
		&self,
		name: &'static str,
		group: Option<&'static str>,
		future: BoxFuture<'static, ()>,
	) {
		self.0.spawn_blocking(name, group, future);
	}

	fn spawn_essential(&self, name: &'static str, group: Option<&'static str>, future: BoxFuture<'static, ()>) {
		self.0.spawn(name, group, future);
	}
}

/// Runs the task, then lets its executor look at everything else it waits for before completing.
async fn then_yield(task: BoxFuture<'static, ()>) {
	task.await;
	Yield { yielded: false }.await;
}

/// Pending once, with a request to be polled again.
struct Yield {
	yielded: bool,
}

impl Future for Yield {
	type Output = ();

	fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
		if self.yielded {
			return Poll::Ready(());
		}
		self.yielded = true;
		context.waker().wake_by_ref();
		Poll::Pending
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use futures::{
		channel::oneshot,
		executor::block_on,
		future::{ready, select, Either},
		FutureExt,
	};

	/// Whether a task that completes is seen as complete, beside a signal looked at first, as the SDK does it. The signal
	/// is given while the task runs.
	fn completes(signalled: bool) -> bool {
		let (signal, exit) = oneshot::channel::<()>();
		let mut signal = Some(signal);
		let task = ready(()).map(move |()| {
			if signalled {
				signal.take();
			} else {
				std::mem::forget(signal.take());
			}
		});
		matches!(block_on(select(exit, then_yield(task.boxed()).boxed())), Either::Right(_))
	}

	#[test]
	fn a_task_that_ends_after_the_signal_is_interrupted() {
		assert!(!completes(true));
	}

	#[test]
	fn a_task_that_ends_without_a_signal_completes() {
		assert!(completes(false));
	}
}
