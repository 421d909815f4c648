"""What a column leaves out of its sources: by server filters, its own rules, and its tags."""

from __future__ import annotations

from desktop.domain.column import Column
from desktop.domain.filter_rule import FilterRule, HiddenWhy
from desktop.domain.timeline import Entry, TimelineKind
from desktop.services.feed_entries import Origin, post_of, subject_of
from desktop.services.seen import Seen
from desktop.text.filter_rules import RuleMatcher

_UNFILTERED = frozenset(
    {TimelineKind.THREAD, TimelineKind.PROFILE, TimelineKind.BOOKMARKS, TimelineKind.LIKES}
)
"""Where a server's own filters do not hide: somebody asked for just these posts."""


class FeedRules:
    """`is_revealing`: what the rules hide is shown all the same, and still counted."""

    def __init__(self, column: Column, seen: Seen) -> None:
        self.is_revealing = False
        self.read_at_start = 0
        """Sort key: what is not newer was read before this run."""
        self._seen = seen
        self._hidden: dict[Origin, str] = {}
        self._why: dict[Origin, HiddenWhy] = {}
        self._told = 0
        self._take(column)

    def _take(self, column: Column) -> None:
        self._column = column
        self._matcher = RuleMatcher(column.rules)
        self._all_tags = frozenset(tag.casefold() for tag in column.tags_all)
        self._no_tags = frozenset(tag.casefold() for tag in column.tags_none)
        self._told = 0

    def begin(self, column: Column) -> None:
        """Anew, with the column as it is now."""
        self._take(column)
        self.forget()

    def forget(self) -> None:
        self._hidden.clear()
        self._why.clear()
        self._seen.let_go(self._column.id)

    @property
    def hidden(self) -> int:
        """How many different posts of those that were looked at."""
        return len(set(self._hidden.values()))

    @property
    def reasons(self) -> dict[HiddenWhy, int]:
        """How many ways each part of the rules hides."""
        counted: dict[HiddenWhy, int] = {}
        for why in self._why.values():
            counted[why] = counted.get(why, 0) + 1
        return counted

    def newly_stopped(self) -> tuple[FilterRule, ...]:
        """Rules that took too long, each told once."""
        stopped = tuple(self._matcher.stopped[self._told :])
        self._told = len(self._matcher.stopped)
        return stopped

    def drop(self, origin: Origin) -> None:
        """Its source no longer has it."""
        self._hidden.pop(origin, None)
        self._why.pop(origin, None)

    def accepts(self, source: int, entry: Entry) -> bool:
        """Whether it is seen in the column."""
        if entry.gap is not None:
            return True
        column = self._column
        if entry.sort_at <= column.cleared_at:
            return False
        post = post_of(entry)
        if post is None:
            return True
        kind = column.sources[source].kind
        if kind not in _UNFILTERED and any(
            match.action == "hide" for match in (*post.filters, *post.shown.filters)
        ):
            return False
        if kind is TimelineKind.HASHTAG and not self._has_tags(post.shown.tags):
            return False
        subject = subject_of(entry)
        is_seen = bool(subject) and (
            entry.sort_at <= self.read_at_start or self._seen.is_seen(subject)
        )
        why = None
        if entry.notification is None and kind is not TimelineKind.THREAD:
            why = self._matcher.why(post, is_seen=is_seen)
            if why is None and kind not in _UNFILTERED:
                is_elsewhere = self._seen.is_elsewhere(subject, column.id)
                why = HiddenWhy.ELSEWHERE if is_elsewhere else None
        if why is None:
            return True
        origin = Origin(source, entry.id)
        self._hidden[origin] = subject or entry.id
        self._why[origin] = why
        return self.is_revealing

    def _has_tags(self, tags: tuple[str, ...]) -> bool:
        if not (self._all_tags or self._no_tags):
            return True
        own = frozenset(tag.casefold() for tag in tags)
        return self._all_tags <= own and not (self._no_tags & own)
