"""The async service layer: accounts, store, streams, outbox. No Qt."""
