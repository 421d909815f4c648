"""Volière: a desktop client for microblogs, with columns side by side and a composer."""

__version__ = "0.1.0"
