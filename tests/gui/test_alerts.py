"""Alerts: gathered, by each column's choice, and none in quiet hours."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from desktop.domain.column import Alerts
from desktop.viewmodels.alerts_vm import Alert, AlertsViewModel, is_quiet
from desktop.views.alerts import DesktopAlerts
from tests.gui.house_parts import House, account, entry, own_loop, post, profile

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    yield from own_loop()


@pytest.fixture
def house(qtbot: QtBot, tmp_path: Path, loop: asyncio.AbstractEventLoop) -> Iterator[House]:
    house = House(tmp_path, loop, account())
    house.add("home", entries=3)
    column = house.deck_file.current.columns[0]
    house.deck_file.update(replace(column, alerts=Alerts(popup=True, attention=True)))
    house.deck.start()
    house.scope.settle()
    house.feed("home").insert(entry(post(50, "first", minutes=2)))
    yield house
    house.deck.close()


def arrive(house: House, number: int, text: str, minutes: int, who: object = None) -> None:
    made = post(number, text, who, minutes)  # type: ignore[arg-type]
    house.feed("home").insert(entry(made))


def listening(house: House, hour: int) -> tuple[AlertsViewModel, list[Alert]]:
    alerts = AlertsViewModel(
        house.deck, house.settings, now=lambda: datetime(2026, 11, 22, hour, 30)
    )
    told: list[Alert] = []
    alerts.alert_wanted.connect(told.append)
    return alerts, told


def test_what_comes_together_is_told_together(house: House) -> None:
    alerts, told = listening(house, 12)
    arrive(house, 101, "Look here", 1)
    alerts.tell()
    assert len(told) == 1
    assert told[0].title == "Home"
    assert "Look here" in told[0].text
    assert (told[0].has_sound, told[0].has_popup, told[0].has_attention) == (False, True, True)
    arrive(house, 102, "one", -1)
    arrive(house, 103, "two", -2)
    alerts.tell()
    assert told[1].text == "2 new"
    alerts.tell()
    assert len(told) == 2


def test_nothing_is_told_of_ourselves_or_of_older_posts(house: House) -> None:
    alerts, told = listening(house, 12)
    ours = replace(profile(7, "Claire"), id="id-claire")
    arrive(house, 104, "mine", -1, ours)
    arrive(house, 105, "old", 600)
    alerts.tell()
    assert told == []


def test_quiet_hours_are_silent(house: House) -> None:
    house.settings.set("quiet_hours", True)
    alerts, told = listening(house, 23)
    arrive(house, 106, "at night", 1)
    alerts.tell()
    assert told == []


@pytest.mark.parametrize(
    ("hour", "start", "end", "quiet"),
    [
        (23, 22, 7, True), (6, 22, 7, True), (7, 22, 7, False), (12, 22, 7, False),
        (13, 12, 14, True), (14, 12, 14, False), (5, 5, 5, False),
    ],
)  # fmt: skip
def test_hours_may_go_over_midnight(hour: int, start: int, end: int, quiet: bool) -> None:
    assert is_quiet(hour, start, end) is quiet


def test_a_popup_comes_while_the_window_is_away(qtbot: QtBot, house: House) -> None:
    alerts, _ = listening(house, 12)
    window = house.window()
    qtbot.addWidget(window)
    shown: list[tuple[str, str]] = []

    def popup(title: str, text: str) -> bool:
        shown.append((title, text))
        return True

    DesktopAlerts(alerts, window, house.deck.show, popup)
    arrive(house, 107, "Knock knock", 1)
    alerts.tell()
    assert [title for title, _ in shown] == ["Home"]
    assert "Knock knock" in shown[0][1]
