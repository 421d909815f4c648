"""A typed signal for the floors that may not know Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Signal(Generic[T]):
    """One kind of news, told synchronously to whoever has connected, in order of connection.

    A receiver that raises does not keep the others from hearing: the first error is raised
    after all of them were called.
    """

    __slots__ = ("_receivers",)

    def __init__(self) -> None:
        self._receivers: list[Callable[[T], object]] = []

    def connect(self, receiver: Callable[[T], object]) -> Callable[[], None]:
        """Call `receiver` with each value from now on; the returned function ends that."""
        self._receivers.append(receiver)

        def disconnect() -> None:
            if receiver in self._receivers:
                self._receivers.remove(receiver)

        return disconnect

    def emit(self, value: T) -> None:
        first: Exception | None = None
        for receiver in tuple(self._receivers):
            try:
                receiver(value)
            except Exception as error:
                first = first or error
        if first is not None:
            raise first
