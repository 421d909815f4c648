"""What is read never moves: batches above and below, edits, deletions, widths."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.domain.post import Post
from desktop.domain.richtext import RichText
from desktop.viewmodels.timeline_model import TimelineModel
from desktop.views.timeline.anchor import Anchor
from tests.gui.timeline_posts import (
    FeedChange,
    InventedFeed,
    entry,
    post,
    simple_entry,
    simple_feed,
)
from tests.gui.timeline_window import Shown, open_timeline

ROOM = 500


def changed(number: int, words: int) -> Post:
    return post(number, text=RichText("edited " * words))


def consistent(shown: Shown) -> None:
    """Rows follow each other without overlap or hole, as the model has them."""
    seen = shown.view.seen()
    for above, below in pairwise(seen):
        assert below.place.row == above.place.row + 1
        assert below.place.top == above.place.bottom
    for one in seen:
        assert shown.model.entry(one.place.row) is one.layout.entry


@pytest.mark.parametrize("seed", range(12))
def test_anchor_stays_through_random_changes(qtbot: QtBot, seed: int) -> None:
    chance = random.Random(seed)
    feed = simple_feed(60)
    shown = open_timeline(qtbot, feed)
    shown.view.show_row(chance.randrange(10, 40), -chance.randrange(0, 40))
    fresh, old = 5000, 900
    for _ in range(40):
        anchor = shown.view.first_seen()
        assert anchor is not None
        before = shown.top(anchor.id)
        kind = chance.randrange(6)
        known = [int(e.id) for e in feed.entries]
        if kind == 0:
            count = chance.randrange(1, 20)
            feed.insert(*(simple_entry(fresh + n, chance.randrange(60)) for n in range(count)))
            fresh += count
        elif kind == 1:
            count = chance.randrange(1, 20)
            feed.insert(*(simple_entry(old - n, chance.randrange(60)) for n in range(count)))
            old -= count
        elif kind == 2:
            number = chance.choice(known)
            feed.update(entry(changed(number, chance.randrange(80))))
        elif kind == 3:
            gone = [str(n) for n in chance.sample(known, 3) if str(n) != anchor.id]
            feed.remove(*gone)
        elif kind == 4:
            shown.view.resize(chance.randrange(240, 600), shown.view.height())
        else:
            middle = sorted(known)[len(known) // 2]
            if middle + 1 not in known:
                feed.insert(simple_entry(middle + 1, 30))
        consistent(shown)
        assert shown.top(anchor.id) == before, kind


@pytest.mark.parametrize("seed", range(8))
def test_when_the_anchor_goes_its_neighbour_takes_its_place(qtbot: QtBot, seed: int) -> None:
    chance = random.Random(seed)
    shown = open_timeline(qtbot, simple_feed(40))
    shown.view.show_row(chance.randrange(5, 25), -chance.randrange(0, 20))
    anchor = shown.view.first_seen()
    assert anchor is not None
    top, row = shown.top(anchor.id), shown.model.row_of(anchor.id)
    neighbour = shown.model.entry(row + 1).id
    shown.feed.remove(anchor.id)
    assert shown.top(neighbour) == top


def test_at_the_top_new_posts_are_shown_at_once(qtbot: QtBot) -> None:
    shown = open_timeline(qtbot, simple_feed(30))
    shown.feed.insert(simple_entry(5000), simple_entry(5001))
    assert shown.ids()[0] == "5001"
    assert shown.view.waiting_above() == 0


def test_at_the_top_while_reading_new_posts_wait_and_are_counted(qtbot: QtBot) -> None:
    shown = open_timeline(qtbot, simple_feed(30))
    first = shown.ids()[0]
    shown.view.point_at(QPoint(50, 50))
    heard: list[int] = []
    shown.view.new_above.connect(heard.append)
    shown.feed.insert(simple_entry(5000), simple_entry(5001))
    shown.feed.insert(simple_entry(5002))
    assert shown.top(first) == 0
    assert heard == [2, 3]
    shown.view.show_newest()
    assert shown.ids()[0] == "5002"
    assert heard[-1] == 0


def test_scrolling_up_counts_the_waiting_down(qtbot: QtBot) -> None:
    shown = open_timeline(qtbot, simple_feed(30))
    shown.view.scroll_by(400)
    shown.feed.insert(*(simple_entry(5000 + n) for n in range(10)))
    assert shown.view.waiting_above() == 10
    while shown.view.scroll_by(-30):
        first = shown.view.seen()[0].place.row
        assert shown.view.waiting_above() <= max(first, 0)
    assert shown.view.waiting_above() == 0


def test_older_posts_and_filled_gaps_are_not_called_new(qtbot: QtBot) -> None:
    feed = InventedFeed([simple_entry(1000 + 2 * n) for n in reversed(range(40))])
    shown = open_timeline(qtbot, feed)
    shown.view.show_row(20)
    feed.insert(simple_entry(1061), simple_entry(1063))
    feed.insert(simple_entry(500))
    assert shown.view.waiting_above() == 0


def test_a_click_right_after_a_shift_is_ignored(qtbot: QtBot) -> None:
    feed = InventedFeed([simple_entry(1000 + n) for n in reversed(range(30))])
    shown = open_timeline(qtbot, feed)
    shown.view.show_row(5)
    above, under = shown.view.seen()[1:3]
    shown.view.point_at(QPoint(100, under.place.top + 10))
    shown.feed.update(entry(changed(int(above.layout.entry.id), 60)))
    assert shown.view.is_just_shifted()


def test_news_that_moves_nothing_does_not_block_clicks(qtbot: QtBot) -> None:
    shown = open_timeline(qtbot, simple_feed(30))
    shown.view.show_row(5)
    shown.view.point_at(QPoint(100, 300))
    shown.feed.insert(*(simple_entry(5000 + n) for n in range(10)))
    assert not shown.view.is_just_shifted()


def test_place_is_restored_and_once_it_comes(qtbot: QtBot) -> None:
    feed = simple_feed(30)
    shown = open_timeline(qtbot, feed)
    assert shown.view.restore_place("1015", 12)
    assert shown.top("1015") == 12
    assert not shown.view.restore_place("500", 20)
    feed.insert(*(simple_entry(480 + n) for n in range(40)))
    assert shown.top("500") == 20


def test_place_is_told_after_scrolling(qtbot: QtBot) -> None:
    shown = open_timeline(qtbot, simple_feed(30))
    with qtbot.waitSignal(shown.view.place_changed) as told:
        shown.view.scroll_by(333)
    entry_id, offset = told.args
    assert shown.top(entry_id) == offset
    assert offset >= 0


def test_near_the_end_older_posts_are_wanted_once(qtbot: QtBot) -> None:
    shown = open_timeline(qtbot, simple_feed(60))
    heard: list[int] = []
    shown.view.older_wanted.connect(lambda: heard.append(1))
    shown.view.scroll_by(200)
    assert heard == []
    shown.view.show_last()
    shown.view.scroll_by(-10)
    assert heard == [1]
    shown.feed.insert(simple_entry(10))
    shown.view.show_last()
    assert heard == [1, 1]


def test_resetting_starts_at_the_top(qtbot: QtBot) -> None:
    shown = open_timeline(qtbot, simple_feed(30))
    shown.view.scroll_by(700)
    shown.feed.entries = [simple_entry(2), simple_entry(1)]
    shown.feed.changed.emit(FeedChange(reset=True))
    assert shown.ids() == ["2", "1"]
    assert isinstance(shown.model, TimelineModel)


def test_scrolling_stops_at_both_ends(qtbot: QtBot) -> None:
    shown = open_timeline(qtbot, simple_feed(30))
    shown.view.scroll_by(10**6)
    last = shown.view.seen()[-1].place
    assert last.row == 29
    assert last.bottom == shown.view.viewport().height()
    shown.view.scroll_by(-(10**6))
    assert shown.view.seen()[0].place[:2] == (0, 0)


@pytest.mark.parametrize("seed", range(20))
def test_arithmetic_of_the_anchor(seed: int) -> None:
    """Rows of random heights: scrolling there and back ends where it began."""
    chance = random.Random(seed)
    heights = [chance.randrange(20, 900) for _ in range(50)]
    anchor = Anchor(lambda: len(heights), lambda row: heights[row])
    anchor.put(chance.randrange(50), 0, ROOM)
    for _ in range(60):
        before = [(p.row, p.top) for p in anchor.arrange(ROOM)]
        moved = anchor.scroll(chance.randrange(-800, 800), ROOM)
        placed = anchor.arrange(ROOM)
        assert placed[0].top <= 0
        assert placed[-1].bottom >= ROOM
        assert anchor.scroll(-moved, ROOM) == -moved
        assert [(p.row, p.top) for p in anchor.arrange(ROOM)] == before
        anchor.scroll(moved, ROOM)


def test_an_empty_column_has_nothing_to_show(qtbot: QtBot) -> None:
    shown = open_timeline(qtbot, InventedFeed())
    assert shown.view.seen() == []
    assert shown.view.scroll_by(50) == 0
    shown.feed.insert(simple_entry(1))
    assert shown.ids() == ["1"]
    shown.feed.remove("1")
    assert shown.ids() == []
