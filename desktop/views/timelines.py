"""Makes the timeline of each column, as its accounts and the settings want it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from shiboken6 import isValid

from desktop.domain.settings import Settings
from desktop.viewmodels.column_vm import ColumnViewModel
from desktop.viewmodels.settings_form import SettingsViewModel
from desktop.viewmodels.timeline_model import TimelineModel
from desktop.views.images import ImageStore
from desktop.views.theme import Tokens
from desktop.views.timeline.row_layout import Options
from desktop.views.timeline.view import TimelineView


def options_of(settings: Settings) -> Options:
    return Options(
        show_images=settings.show_images,
        show_sensitive=settings.show_sensitive,
        expand_warnings=settings.expand_warnings,
        can_animate=settings.autoplay_animations,
    )


def _restore(column: ColumnViewModel, timeline: TimelineView) -> None:
    """Go on where the reader was the last time. A column that was just opened learns that from
    the store, together with its first posts."""

    def go() -> None:
        column.model.modelReset.disconnect(go)
        place = column.place
        if place is not None and isValid(timeline):
            timeline.restore_place(*place)

    if column.place is not None:
        timeline.restore_place(*column.place)
    else:
        column.model.modelReset.connect(go)


class Timelines(QObject):
    """Called with a column it gives its timeline, and keeps that in step with the column."""

    def __init__(
        self, settings: SettingsViewModel, images: ImageStore | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._images = images
        self._live: list[TimelineView] = []
        settings.changed.connect(self._on_setting)

    def __call__(self, column: ColumnViewModel, tokens: Tokens) -> TimelineView:
        timeline = TimelineView(tokens, self._images)
        timeline.set_options(options_of(self._settings.value))
        self._dress(column, timeline)
        column.model.set_spoken_order(self._settings.value.spoken_order)
        timeline.setModel(column.model)
        _restore(column, timeline)

        def dress() -> None:
            # A column outlives its timeline while another deck is shown.
            if isValid(timeline):
                self._dress(column, timeline)
            else:
                column.header_changed.disconnect(dress)

        column.header_changed.connect(dress)
        self._live.append(timeline)
        return timeline

    def _on_setting(self, _name: str) -> None:
        self._live = [timeline for timeline in self._live if isValid(timeline)]
        settings = self._settings.value
        for timeline in self._live:
            timeline.set_options(options_of(settings))
            model = timeline.model()
            if isinstance(model, TimelineModel):
                model.set_spoken_order(settings.spoken_order)

    def _dress(self, column: ColumnViewModel, timeline: TimelineView) -> None:
        accounts = column.accounts
        timeline.set_capabilities({one.id: one.capabilities for one in accounts})
        colours = {one.id: one.colour for one in accounts} if len(accounts) > 1 else {}
        timeline.set_account_colours(colours)
        timeline.set_highlights(column.highlights)
