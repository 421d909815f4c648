"""A draft as the posts of a thread: cut where a part is full and where the writer wants it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop.domain.draft import Draft, DraftMedia
from desktop.text.counting import Rule, count
from desktop.text.splitting import Part, split

CUT = "✂"
"""On a line by itself: a new part begins. It is never sent."""

_CUT_LINE = re.compile(rf"(?:^|\n)[ \t]*{CUT}[ \t]*(?=\n|\Z)")


class ThreadPart(Struct, frozen=True):
    """`start` and `end` are code points of the whole text; `sent` is what is posted, with its
    number."""

    start: int
    end: int
    sent: str
    warning: str


def thread_parts(
    text: str,
    rule: Rule,
    *,
    is_numbered: bool = False,
    warnings: Sequence[str | None] = (),
    warning: str = "",
) -> tuple[ThreadPart, ...]:
    """The posts of a thread, each of which fits `rule` with its number and its warning if the
    rule has room for a warning at all."""
    size = 1
    while True:
        mark = len(f" {size}/{size}") if is_numbered else 0
        found = _cut(text, rule, mark, warnings, warning)
        if not is_numbered or len(str(len(found))) <= len(str(size)):
            break
        size = 10 ** len(str(size))
    total = len(found)
    return tuple(
        ThreadPart(
            part.start,
            part.end,
            f"{part.text} {number}/{total}" if is_numbered and total > 1 else part.text,
            _warning(number - 1, warnings, warning),
        )
        for number, part in enumerate(found, 1)
    )


def _cut(
    text: str, rule: Rule, mark: int, warnings: Sequence[str | None], warning: str
) -> list[Part]:
    found: list[Part] = []
    for start, end in _sections(text):
        place = start
        while place < end:
            own = _warning(len(found), warnings, warning)
            reserve = mark + (count("", rule, own).length if own else 0)
            parts = split(text[place:end], rule, reserve=reserve)
            if not parts:
                break
            same = all(
                _warning(len(found) + n, warnings, warning) == own for n in range(len(parts))
            )
            taken = parts if same else parts[:1]
            found += [Part(p.text, p.start + place, p.end + place) for p in taken]
            place += taken[-1].end
            if same:
                break
    return found


def _sections(text: str) -> list[tuple[int, int]]:
    """What stands between cut marks."""
    found = []
    start = 0
    for mark in _CUT_LINE.finditer(text):
        found.append((start, mark.start()))
        start = mark.end()
    found.append((start, len(text)))
    return found


def cut_marks(text: str) -> list[tuple[int, int]]:
    """Where the cut marks stand."""
    return [
        (match.start() + len(match[0]) - len(match[0].lstrip()), match.end())
        for match in _CUT_LINE.finditer(text)
    ]


def _warning(number: int, warnings: Sequence[str | None], warning: str) -> str:
    own = warnings[number] if number < len(warnings) else None
    return warning if own is None else own


def thread_drafts(draft: Draft, rule: Rule) -> tuple[Draft, ...]:
    """One draft for each part, in order; a draft that is no thread is one. Media of parts that
    there are not go with the last one."""
    if not draft.is_thread:
        return (draft,)
    parts = thread_parts(
        draft.text,
        rule,
        is_numbered=draft.is_numbered,
        warnings=draft.part_warnings,
        warning=draft.content_warning,
    )
    plain = replace(draft, is_thread=False, is_numbered=False, part_warnings=())
    if not parts:
        return (plain,)
    last = len(parts) - 1
    found = []
    for number, part in enumerate(parts):
        media = tuple(
            replace(each, part=0) for each in draft.media if min(each.part, last) == number
        )
        own = replace(plain, text=part.sent, content_warning=part.warning, media=media)
        if number:
            own = replace(
                own, id=f"{draft.id}.{number}", poll=None, quote="", quote_uri="",
                reply_to="", reply_uri="",
            )  # fmt: skip
        found.append(own)
    return tuple(found)


def joined(drafts: Sequence[Draft]) -> Draft:
    """The parts of a thread as one draft again, to be changed and sent from there."""
    first = drafts[0]
    if len(drafts) == 1:
        return first
    media: list[DraftMedia] = []
    for number, draft in enumerate(drafts):
        media += (replace(each, part=number) for each in draft.media)
    return replace(
        first,
        text=f"\n{CUT}\n".join(draft.text for draft in drafts),
        media=tuple(media),
        is_thread=True,
        part_warnings=tuple(draft.content_warning for draft in drafts),
    )
