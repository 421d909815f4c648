from __future__ import annotations

import asyncio

import pytest

from desktop.services.tasks import TaskScope


@pytest.fixture
def errors() -> list[BaseException]:
    return []


@pytest.fixture
def scope(errors: list[BaseException]) -> TaskScope:
    return TaskScope(errors.append, "test")


async def forever(ended: list[str], name: str) -> None:
    try:
        await asyncio.Event().wait()
    finally:
        ended.append(name)


async def test_gives_the_result_and_forgets_the_task(scope: TaskScope) -> None:
    async def work() -> int:
        await asyncio.sleep(0)
        return 7

    task = scope.start(work(), name="seven")
    was_idle = scope.is_idle
    assert await task == 7
    await asyncio.sleep(0)
    assert (was_idle, scope.is_idle) == (False, True)
    assert task.get_name() == "test/seven"


async def test_an_error_is_heard_and_being_cancelled_is_not(
    scope: TaskScope, errors: list[BaseException]
) -> None:
    async def fail() -> None:
        raise ValueError("no")

    scope.start(fail())
    ended: list[str] = []
    waiting = scope.start(forever(ended, "a"))
    await asyncio.sleep(0.01)
    waiting.cancel()
    await asyncio.sleep(0.01)
    assert [type(error) for error in errors] == [ValueError]
    assert ended == ["a"]


async def test_closing_ends_all_below_and_waits(scope: TaskScope) -> None:
    ended: list[str] = []
    child = scope.child("column")
    grandchild = child.child("page")
    for one, name in ((scope, "a"), (child, "b"), (grandchild, "c")):
        one.start(forever(ended, name))
    await asyncio.sleep(0)
    await scope.close()
    assert sorted(ended) == ["a", "b", "c"]
    assert child.is_closed
    assert grandchild.is_closed
    await scope.close()


async def test_closing_a_child_leaves_the_others(scope: TaskScope) -> None:
    ended: list[str] = []
    first, second = scope.child("1"), scope.child("2")
    first.start(forever(ended, "1"))
    second.start(forever(ended, "2"))
    await asyncio.sleep(0)
    await first.close()
    assert ended == ["1"]
    assert not second.is_closed
    await scope.close()
    assert ended == ["1", "2"]


async def test_a_closed_scope_runs_nothing(scope: TaskScope) -> None:
    await scope.close()
    ran: list[str] = []

    async def work() -> None:
        ran.append("yes")

    with pytest.raises(asyncio.CancelledError):
        await scope.start(work())
    with pytest.raises(asyncio.CancelledError):
        await scope.child("late").start(work())
    assert ran == []


async def test_a_task_may_close_its_own_scope(scope: TaskScope) -> None:
    ended: list[str] = []
    scope.start(forever(ended, "other"))

    async def quit_all() -> str:
        await scope.close()
        return "done"

    assert await asyncio.wait_for(scope.start(quit_all()), 1) == "done"
    assert ended == ["other"]


async def test_a_child_has_its_own_ears(scope: TaskScope, errors: list[BaseException]) -> None:
    heard: list[BaseException] = []

    async def fail() -> None:
        raise KeyError("x")

    scope.child("own", heard.append).start(fail())
    scope.child("parents").start(fail())
    await asyncio.sleep(0.01)
    assert len(heard) == 1
    assert len(errors) == 1
