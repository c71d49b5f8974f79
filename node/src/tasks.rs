// SPDX-License-Identifier: GPL-3.0-or-later

//! Spawners for essential tasks. The SDK reports every essential task that ends as a failure; these two avoid that on a
//! regular shutdown.

use futures::future::BoxFuture;
use sc_service::{SpawnEssentialTaskHandle, SpawnTaskHandle};
use sp_core::traits::SpawnEssentialNamed;
use std::{
	future::Future,
	pin::Pin,
	task::{Context, Poll},
};

/// Spawns tasks that end when the object they serve is dropped. That is a failure, which stops the node, while the node
/// is running, but not during shutdown.
///
/// The transaction pool needs this. One of its tasks blocks its thread until the pool is dropped, so it cannot be
/// interrupted and always completes. The task then yields once. During shutdown the signal is given long before the
/// pool is dropped, and a task that yields checks for the signal before it continues.
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

/// Spawns tasks that serve a command on the database and end with it. A command returns its own result, so none of its
/// tasks needs to stop the program.
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

/// Runs the task, then yields once, so that its executor can poll the shutdown signal before the task completes.
async fn then_yield(task: BoxFuture<'static, ()>) {
	task.await;
	Yield { yielded: false }.await;
}

/// Pending once, after waking its task.
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

	/// Whether a task is seen to complete when raced with a signal that is polled first, as in the SDK. With
	/// `signalled`, the signal is given while the task runs.
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
