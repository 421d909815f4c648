"""Bluesky and every other server of the AT Protocol that has its lexicons."""
