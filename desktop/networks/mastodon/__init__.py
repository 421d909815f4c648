"""The Mastodon API family."""
