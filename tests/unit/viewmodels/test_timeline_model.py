"""The model says what the feed says, one signal for each run of rows."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from desktop.domain.settings import SpokenOrder
from desktop.domain.timeline import Entry
from desktop.viewmodels.timeline_model import EntryRole, TimelineModel
from tests.gui.timeline_posts import FeedChange, InventedFeed, entry, post, simple_entry


def ids(model: TimelineModel) -> list[str]:
    return [model.entry(row).id for row in range(model.rowCount())]


def feed_of(*numbers: int) -> InventedFeed:
    return InventedFeed([simple_entry(n) for n in sorted(numbers, reverse=True)])


def test_newest_first() -> None:
    model = TimelineModel(feed_of(1, 3, 2))
    assert ids(model) == ["3", "2", "1"]
    assert model.data(model.index(0), EntryRole).id == "3"
    assert model.row_of("1") == 2
    assert model.row_of("9") == -1


def test_a_thread_is_read_down() -> None:
    feed = feed_of(1, 3, 2)
    model = TimelineModel(feed, oldest_first=True)
    feed.insert(simple_entry(4))
    assert ids(model) == ["1", "2", "3", "4"]


def test_one_insert_for_each_unbroken_run() -> None:
    feed = feed_of(10, 20, 30)
    model = TimelineModel(feed)
    heard: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _p, first, last: heard.append((first, last)))
    feed.insert(*(simple_entry(n) for n in (31, 32, 33, 15, 16, 5)))
    assert sorted(last - first + 1 for first, last in heard) == [1, 2, 3]
    assert ids(model) == ["33", "32", "31", "30", "20", "16", "15", "10", "5"]


def test_update_in_place_and_move() -> None:
    feed = feed_of(1, 2, 3)
    model = TimelineModel(feed)
    changed: list[int] = []
    model.dataChanged.connect(lambda top, _b, _r: changed.append(top.row()))
    new = entry(post(2, text="new"))
    feed.changed.emit(FeedChange(updated=(new,)))
    assert changed == [1]
    assert model.entry(1) is new
    grown = Entry(id="1", sort_at=50, post=post(1, text="grown"))
    feed.changed.emit(FeedChange(updated=(grown,)))
    assert ids(model) == ["1", "3", "2"]


def test_moved_by_removed_and_inserted() -> None:
    feed = feed_of(1, 2, 3)
    model = TimelineModel(feed)
    up = Entry(id="1", sort_at=9, post=post(1))
    feed.changed.emit(FeedChange(removed=("1",), inserted=(up,)))
    assert ids(model) == ["1", "3", "2"]


def test_known_entries_are_not_doubled_and_unknown_ones_ignored() -> None:
    feed = feed_of(1, 2)
    model = TimelineModel(feed)
    feed.changed.emit(FeedChange(inserted=(simple_entry(2),)))
    feed.changed.emit(FeedChange(updated=(simple_entry(7),), removed=("8",)))
    assert ids(model) == ["2", "1"]


def test_reset_and_close() -> None:
    feed = feed_of(1, 2)
    model = TimelineModel(feed)
    feed.entries = [simple_entry(9)]
    feed.changed.emit(FeedChange(reset=True))
    assert ids(model) == ["9"]
    model.close()
    feed.insert(simple_entry(10))
    assert ids(model) == ["9"]


def test_spoken_order_can_be_changed() -> None:
    model = TimelineModel(feed_of(1))
    usual = str(model.data(model.index(0)))
    assert usual.startswith("Louise Martel; word")
    model.set_spoken_order(SpokenOrder.TIME_FIRST)
    assert str(model.data(model.index(0))).startswith("5 minutes ago; Louise Martel; word")
    model.set_spoken_order(SpokenOrder.SHORT)
    short = str(model.data(model.index(0)))
    assert usual.startswith(short.rstrip("."))
    assert "ago" not in short
    assert model.data(QModelIndex()) is None


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("oldest_first", [False, True])
def test_random_changes_keep_it_a_model(seed: int, oldest_first: bool) -> None:
    chance = random.Random(seed)
    feed = feed_of(*range(100, 130))
    model = TimelineModel(feed, oldest_first=oldest_first)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for _ in range(60):
        known = [int(e.id) for e in feed.entries]
        if chance.random() < 0.6:
            new = {chance.randrange(0, 400) for _ in range(chance.randrange(1, 9))} - set(known)
            feed.insert(*(simple_entry(n) for n in new))
        elif known:
            count = min(len(known), chance.randrange(1, 6))
            feed.remove(*(str(n) for n in chance.sample(known, count)))
        expected = [e.id for e in feed.entries]
        assert ids(model) == (expected[::-1] if oldest_first else expected)
        for row in range(0, model.rowCount(), 7):
            assert model.row_of(model.entry(row).id) == row
    assert tester.model() is model
