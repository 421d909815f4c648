"""Several posts submitted together: threads, and several accounts."""

from __future__ import annotations

import pytest

from desktop.domain.draft import Draft, OutboxItem, OutboxState
from desktop.domain.errors import Rejected
from desktop.domain.post import Post
from desktop.services.drafts import Drafts
from desktop.services.outbox import TooLate
from desktop.text.threads import CUT
from tests.unit.services.fake_network import ME, until
from tests.unit.services.test_outbox import House, house  # noqa: F401 - a fixture

WHOLE = Draft(id="d", account=ME, text="One, two, three", is_thread=True)


def parts(*texts: str) -> tuple[Draft, ...]:
    return tuple(Draft(id=f"d.{n}", account=ME, text=text) for n, text in enumerate(texts))


async def test_each_part_answers_the_one_before(house: House) -> None:  # noqa: F811
    replies: list[str] = []

    def publish(item: OutboxItem) -> Post:
        replies.append(item.draft.reply_to)
        return house.server.publish(item)

    house.adapter.will("publish", publish)
    await Drafts(house.database).save(WHOLE)
    await house.outbox.submit_all(WHOLE, (parts("One", "Two", "Three"),))
    assert await Drafts(house.database).all() == ()
    await until(lambda: len(house.sent) == 3)
    assert house.server.texts == ["One", "Two", "Three"]
    assert replies == ["", "s0", "s1"]
    assert await house.rows() == []


async def test_a_refused_part_stops_the_thread_and_retry_goes_on(house: House) -> None:  # noqa: F811
    refuses = True

    def publish(item: OutboxItem) -> Post:
        if refuses and item.draft.text == "Two":
            raise Rejected("No.")
        return house.server.publish(item)

    house.adapter.will("publish", publish)
    await house.outbox.submit_all(WHOLE, (parts("One", "Two", "Three"),))
    await until(lambda: house.refused)
    await house.restart()
    assert house.server.texts == ["One"]
    assert [item.state for item in house.outbox.items] == [OutboxState.REFUSED, OutboxState.HELD]
    refuses = False
    await house.outbox.retry(house.outbox.items[0].id)
    await until(lambda: not house.outbox.items)
    assert house.server.texts == ["One", "Two", "Three"]


async def test_the_rest_of_a_thread_comes_back_as_a_thread(house: House) -> None:  # noqa: F811
    def publish(item: OutboxItem) -> Post:
        if item.draft.text == "Two":
            raise Rejected("No.")
        return house.server.publish(item)

    house.adapter.will("publish", publish)
    await house.outbox.submit_all(WHOLE, (parts("One", "Two", "Three"),))
    await until(lambda: house.refused)
    draft = await house.outbox.take_back(house.outbox.items[0].id)
    assert draft.text == f"Two\n{CUT}\nThree"
    assert draft.is_thread
    assert draft.reply_to == "s0"
    assert house.outbox.items == ()


async def test_all_comes_back_while_it_is_held(house: House) -> None:  # noqa: F811
    items = await house.outbox.submit_all(WHOLE, (parts("One"), parts("Two")), hold_seconds=60)
    assert await house.outbox.take_back(items[1].id) == WHOLE
    assert house.outbox.items == ()
    assert await house.rows() == []
    assert await Drafts(house.database).all() == (WHOLE,)


async def test_one_of_two_that_failed_is_retried_alone(house: House) -> None:  # noqa: F811
    def publish(item: OutboxItem) -> Post:
        if item.draft.text == "Two":
            raise Rejected("No.")
        return house.server.publish(item)

    house.adapter.will("publish", publish)
    await house.outbox.submit_all(WHOLE, (parts("One"), parts("Two")))
    await until(lambda: house.refused and house.sent)
    (item,) = house.outbox.items
    house.adapter.will("publish", house.server.publish)
    await house.outbox.retry(item.id)
    await until(lambda: not house.outbox.items)
    assert house.server.texts == ["One", "Two"]


async def test_what_is_being_sent_keeps_the_rest_from_coming_back(house: House) -> None:  # noqa: F811
    item, _ = await house.outbox.submit_all(WHOLE, (parts("One", "Two"),), hold_seconds=60)
    house.outbox._items.put(  # as if its first byte had left
        type(item)(**{**_fields(item), "state": OutboxState.SENDING})
    )
    with pytest.raises(TooLate):
        await house.outbox.take_back(item.id)


async def test_giving_up_a_part_gives_up_those_after_it(house: House) -> None:  # noqa: F811
    items = await house.outbox.submit_all(WHOLE, (parts("1", "2", "3"),), hold_seconds=60)
    await house.outbox.discard(items[1].id)
    assert [item.draft.text for item in house.outbox.items] == ["1"]


def _fields(item: OutboxItem) -> dict[str, object]:
    return {name: getattr(item, name) for name in item.__struct_fields__}
