"""A network in memory: invented people, drawn pictures, a live world. Nothing leaves it."""
