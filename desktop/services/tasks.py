"""Who owns a running task: everything that runs belongs to a scope that can be closed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")

_log = logging.getLogger(__name__)

PATIENCE = 5.0
"""Seconds that `close` waits for tasks that do not end when cancelled."""


class TaskScope:
    """Tasks that end together: those of a column, a dialog, the app.

    `on_error` hears what a task raised, apart from being cancelled. Scopes form a tree: closing
    one closes those below it.
    """

    def __init__(self, on_error: Callable[[BaseException], None], name: str = "") -> None:
        self.name = name
        self._on_error = on_error
        self._tasks: set[asyncio.Task[Any]] = set()
        self._children: set[TaskScope] = set()
        self._leave: Callable[[TaskScope], None] | None = None
        self._is_closed = False

    @property
    def is_closed(self) -> bool:
        return self._is_closed

    @property
    def is_idle(self) -> bool:
        """Nothing runs here or below."""
        return not self._tasks and all(child.is_idle for child in self._children)

    def start(self, work: Coroutine[Any, Any, T], *, name: str = "") -> asyncio.Task[T]:
        """Run `work` until it ends or the scope closes; in a closed scope it is cancelled
        before its first step."""
        task = asyncio.get_running_loop().create_task(
            work, name=f"{self.name}/{name}" if name else self.name or None
        )
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        if self._is_closed:
            task.cancel()
        return task

    def child(
        self, name: str, on_error: Callable[[BaseException], None] | None = None
    ) -> TaskScope:
        """A scope that ends with this one, or sooner."""
        scope = TaskScope(on_error or self._on_error, f"{self.name}/{name}" if self.name else name)
        if self._is_closed:
            scope.cancel()
        else:
            self._children.add(scope)
            scope._leave = self._children.discard
        return scope

    async def close(self) -> None:
        """Cancel all tasks of this scope and of those below, and wait for their end.

        May be called by one of its own tasks, which then goes on, and more than once.
        """
        running = self.cancel()
        if running:
            _, stuck = await asyncio.wait(running, timeout=PATIENCE)
            for task in stuck:
                _log.warning("task %s does not end", task.get_name())
        if self._leave is not None:
            self._leave(self)
            self._leave = None

    def cancel(self) -> set[asyncio.Task[Any]]:
        """Close without waiting; the tasks that are still to end (never the calling one)."""
        self._is_closed = True
        this = asyncio.current_task()
        running = {task for task in self._tasks if task is not this}
        for task in running:
            task.cancel()
        for child in self._children:
            running |= child.cancel()
        return running

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is not None:
            self._on_error(error)
