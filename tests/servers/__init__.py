"""Loopback servers that speak the real protocols, for journeys and the contract suite."""
