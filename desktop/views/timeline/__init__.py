"""The timeline: a list view that lays out only what it shows and never moves what is read."""

from __future__ import annotations

from desktop.views.timeline.row_layout import Options
from desktop.views.timeline.view import TimelineView

__all__ = ["Options", "TimelineView"]
