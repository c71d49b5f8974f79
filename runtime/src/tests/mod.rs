//! Journeys across pallets, on the runtime itself, natively.

