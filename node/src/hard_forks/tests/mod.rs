// SPDX-License-Identifier: GPL-3.0-or-later

//! Tests of hard forks, without a runtime. A revival of real nodes is tried in `e2e/long/revival.test.js`.

mod check;
mod gap;
mod record;
mod spec;
mod warp;
