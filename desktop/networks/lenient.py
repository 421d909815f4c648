"""Decoding what servers send without losing a page to one odd field."""

from __future__ import annotations

import types
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from desktop.networks.answers import Response

S = TypeVar("S", bound=Struct)

_DEPTH = 6


class Decoded(Struct, frozen=True):
    """One element of an answer. `odd` names the fields that had to be dropped; `raw` is its
    JSON, only where something was odd. `value` is None where nothing could be read."""

    value: Any
    odd: tuple[str, ...] = ()
    raw: str = ""


def read_list(answer: Response, kind: type[Struct]) -> list[Decoded]:
    """The elements of a JSON list. Raises ServerFault when the answer is no list at all."""
    try:
        return [Decoded(one) for one in msgspec.json.decode(answer.body, type=list[kind])]  # type: ignore[valid-type]
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        pass
    return [read_raw(bytes(one), kind) for one in answer.decode(list[msgspec.Raw])]


def read_one(answer: Response, kind: type[S]) -> S:
    """One object. Raises ServerFault when the answer is none."""
    found = read_raw(answer.body, kind)
    if isinstance(found.value, kind):
        return found.value
    raise answer.fault()


def read_raw(raw: bytes | str, kind: type[Struct]) -> Decoded:
    """One element from its JSON; never raises."""
    try:
        return Decoded(msgspec.json.decode(raw, type=kind))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, ValueError):
        pass
    text = raw if isinstance(raw, str) else raw.decode("utf-8", "replace")
    try:
        loose = msgspec.json.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, ValueError):
        return Decoded(None, ("",), text)
    found = read_loose(loose, kind)
    return Decoded(found.value, found.odd, text)


def read_loose(loose: object, kind: type[Struct]) -> Decoded:
    """One element from decoded JSON; never raises."""
    odd: list[str] = []
    value = _mend(loose, kind, "", odd, 0)
    return Decoded(value, tuple(odd))


def _mend(loose: object, kind: Any, place: str, odd: list[str], depth: int) -> Any:
    """As much of a value as fits the type; None and a name in `odd` for what does not."""
    try:
        return msgspec.convert(loose, kind, strict=False)
    except (msgspec.MsgspecError, RecursionError, ValueError):
        pass
    if depth > _DEPTH:
        odd.append(place)
        return None
    for option in _options(kind):
        if isinstance(option, type) and issubclass(option, Struct) and isinstance(loose, dict):
            return _mend_struct(loose, option, place, odd, depth)
        if get_origin(option) is list and isinstance(loose, list):
            (inner,) = get_args(option)
            mended = (_mend(one, inner, f"{place}[]", odd, depth + 1) for one in loose)
            return [one for one in mended if one is not None]
    odd.append(place)
    return None


def _mend_struct(
    loose: dict[Any, Any], kind: type[Struct], place: str, odd: list[str], depth: int
) -> Struct:
    hints = get_type_hints(kind)
    known: dict[str, Any] = {}
    for one in msgspec.structs.fields(kind):
        if one.encode_name in loose:
            where = f"{place}.{one.name}" if place else one.name
            known[one.name] = _mend(loose[one.encode_name], hints[one.name], where, odd, depth + 1)
    return kind(**known)


def _options(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, types.UnionType) else (kind,)
