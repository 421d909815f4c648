"""Cursors always get somewhere, whatever a server answers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.timeline import Cursor
from desktop.networks.paging import older_cursor, read_cursor, read_links, write_cursor

LINK = (
    '<http://localhost:8080/api/v1/timelines/home?limit=40&local=false&max_id=01M8>; rel="next", '
    '<http://localhost:8080/api/v1/timelines/home?limit=40&min_id=01M9>; rel="prev"'
)


def test_only_the_places_are_taken_from_links() -> None:
    assert read_links(LINK) == {"next": {"max_id": "01M8"}, "prev": {"min_id": "01M9"}}
    assert read_links("<x?max_id=3>;rel=next;title=a") == {"next": {"max_id": "3"}}
    assert read_links('<http://[bad?max_id=1>; rel="next"') == {}
    assert read_links("") == {}


def test_the_end() -> None:
    assert older_cursor(None, {}, ["1"], by_id=True) is None  # only a prev link: last page
    assert older_cursor(None, None, [], by_id=True) is None
    assert older_cursor(None, None, ["9", "10"], by_id=False) is None


def test_without_links_the_oldest_id_is_the_place() -> None:
    assert older_cursor(None, None, ["10", "9"], by_id=True) == "max_id=9"


def test_a_server_that_repeats_itself_is_left() -> None:
    asked = Cursor("max_id=5")
    assert older_cursor(asked, {"next": {"max_id": "5"}}, ["5"], by_id=True) is None
    assert older_cursor(asked, {"next": {"max_id": "7"}}, ["8", "7"], by_id=True) is None
    assert older_cursor(asked, {"next": {"max_id": "7"}}, ["7", "3"], by_id=True) == "max_id=3"
    assert older_cursor(asked, {"next": {"max_id": "5"}}, [], by_id=False) is None


@given(st.dictionaries(st.sampled_from(["max_id", "min_id", "offset"]), st.text(min_size=1)))
def test_cursors_are_read_as_written(places: dict[str, str]) -> None:
    assert read_cursor(write_cursor(places)) == places
    assert read_cursor(None) == {}


@given(st.data())
def test_reading_down_ends(data: st.DataObject) -> None:
    """Any answers at all: each cursor is new, and there is an end."""
    numbers = st.integers(0, 30).map(str)
    cursor: Cursor | None = None
    seen: set[str | None] = set()
    for _ in range(60):
        ids = data.draw(st.lists(numbers, max_size=4))
        links = data.draw(
            st.one_of(st.none(), st.just({}), numbers.map(lambda one: {"next": {"max_id": one}}))
        )
        cursor = older_cursor(cursor, links, ids, by_id=True)
        if cursor is None:
            return
        assert cursor not in seen
        seen.add(cursor)
    raise AssertionError("no end")
