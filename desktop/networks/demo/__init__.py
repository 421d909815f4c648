"""The embedded demo network, in memory."""
