"""The only floor that speaks network protocols."""
