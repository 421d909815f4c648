"""What a column shows, being changed: its sources, its rules, its pace. Nothing holds before
`column` is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.domain.account import Account
from desktop.domain.column import Column
from desktop.domain.filter_rule import ColumnRules, FilterRule, RuleKind
from desktop.domain.timeline import TimelineKey
from desktop.domain.timeline_kind import TimelineKind
from desktop.text.filter_rules import pattern_problem
from desktop.viewmodels.column_types import COLUMN_TYPES, kind_name, source_title, subject_key
from desktop.viewmodels.rule_words import pattern_sentence

if TYPE_CHECKING:
    from desktop.services.accounts import Accounts

PACES = (0, 1, 5, 15, 30, 60)
"""Minutes between two times that new posts come in."""


class SourceShown(Struct, frozen=True, kw_only=True):
    title: str
    detail: str
    icon: str
    colour: str


class ColumnSetupViewModel(QObject):
    changed = Signal()

    def __init__(self, column: Column, accounts: Accounts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._column = column
        self._accounts = accounts
        self.problem = ""

    @property
    def column(self) -> Column:
        return self._column

    @property
    def can_save(self) -> bool:
        return bool(self._column.sources)

    @property
    def sources(self) -> tuple[SourceShown, ...]:
        return tuple(self._shown(key) for key in self._column.sources)

    @property
    def has_hashtags(self) -> bool:
        return any(key.kind is TimelineKind.HASHTAG for key in self._column.sources)

    def add_sources(self, added: Column) -> None:
        """Those of a column that was made for it; each once, and one keyword search at most."""
        column = self._column
        self.problem = ""
        if added.search is not None and column.search is not None:
            self.problem = QCoreApplication.translate(
                "ColumnSetup", "A column has one keyword search; add your words to that one."
            )
            self.changed.emit()
            return
        fresh = tuple(key for key in added.sources if key not in column.sources)
        subjects = dict(column.subjects)
        if column.subject and column.sources:
            subjects.setdefault(subject_key(column.sources[0]), column.subject)
        if added.subject and added.sources:
            subjects[subject_key(added.sources[0])] = added.subject
        self._set(
            sources=(*column.sources, *fresh),
            search=added.search or column.search,
            subjects=subjects,
        )

    def remove_source(self, place: int) -> None:
        column = self._column
        if not 0 <= place < len(column.sources):
            return
        gone = column.sources[place]
        subjects = dict(column.subjects)
        if column.subject:
            subjects.setdefault(subject_key(column.sources[0]), column.subject)
        rest = tuple(key for key in column.sources if key != gone)
        is_search = gone.kind is TimelineKind.SAVED_SEARCH
        search = None if is_search else column.search
        self._set(sources=rest, search=search, subjects=subjects, subject="")

    def set_tags(self, *, needed: str | None = None, banned: str | None = None) -> None:
        """Words apart by spaces or commas, with or without #."""
        if needed is not None:
            self._set(tags_all=_tags(needed))
        if banned is not None:
            self._set(tags_none=_tags(banned))

    def set_rules(self, **changes: Any) -> None:
        self._set(rules=msgspec.structs.replace(self._column.rules, **changes))

    def set_languages(self, text: str) -> None:
        self.set_rules(only_languages=_tags(text.casefold()))

    def add_rule(self, kind: RuleKind, text: str) -> bool:
        """False where it cannot be used: `problem` says why."""
        text, self.problem = text.strip(), ""
        if not text:
            return False
        if kind is RuleKind.REGEX and (problem := pattern_problem(text)):
            self.problem = pattern_sentence(problem)
            self.changed.emit()
            return False
        rule = FilterRule(kind, text)
        if rule not in self._column.rules.hide:
            self.set_rules(hide=(*self._column.rules.hide, rule))
        return True

    def remove_rule(self, place: int) -> None:
        rules = self._column.rules.hide
        self.set_rules(hide=rules[:place] + rules[place + 1 :])

    def clear_rules(self) -> None:
        """One press, and nothing is hidden."""
        self._set(rules=ColumnRules(), tags_all=(), tags_none=())

    def set_pace(self, minutes: int) -> None:
        self._set(slow_minutes=minutes)

    def set_alerts(self, **changes: bool) -> None:
        self._set(alerts=msgspec.structs.replace(self._column.alerts, **changes))

    def let_go(self) -> None:
        """Nothing runs here."""

    def _set(self, **changes: Any) -> None:
        changed: Column = msgspec.structs.replace(self._column, **changes)
        if changed != self._column:
            self._column = changed
            self.changed.emit()

    def _shown(self, key: TimelineKey) -> SourceShown:
        account: Account | None = self._accounts.get(key.account) if key.account else None
        network = account.network if account is not None else "mastodon"
        kind = kind_name(key.kind, network)
        name = account.display_name if account is not None else ""
        title = source_title(self._column, key, network)
        detail = " · ".join(part for part in (kind if kind != title else "", name) if part)
        return SourceShown(
            title=title,
            detail=detail,
            icon=COLUMN_TYPES[key.kind].icon,
            colour=account.colour if account is not None else "",
        )


def _tags(text: str) -> tuple[str, ...]:
    words = (word.lstrip("#") for word in text.replace(",", " ").split())
    return tuple(dict.fromkeys(word for word in words if word))
