"""The composer's rules in words: what keeps a post back, and what a good friend would say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from desktop.domain.account import Account, Visibility
from desktop.domain.draft import Draft
from desktop.text.composer_rules import Finding, FindingCode, Level, Situation, findings
from desktop.viewmodels.composer_sentences import (
    duration_label,
    host_of,
    language_label,
    visibility_label,
)
from desktop.viewmodels.composer_targets import posts_of
from desktop.viewmodels.wording import fill, number


class Findings(Struct, frozen=True):
    """`blocks`: must be mended first; `asks`: wants a yes; `notes`: only shown. Sentences."""

    blocks: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        return self.asks + self.notes


_SAID_ELSEWHERE = frozenset({FindingCode.EMPTY, FindingCode.TOO_LONG})
"""Asked at every key, without the other rules."""


def look_over(draft: Draft, account: Account | None, guess: str, *, wants_alt: bool) -> Findings:
    """All rules over one draft, as its account's server would see it."""
    if account is None:
        return Findings()
    situation = Situation(
        draft=draft,
        capabilities=account.capabilities,
        parent_visibility=draft.reply_visibility,
        parent_people=draft.reply_people,
        remind_alt_text=wants_alt,
        guessed_language=guess,
    )
    found = [each for each in findings(situation) if each.code not in _SAID_ELSEWHERE]

    def of(level: Level) -> tuple[str, ...]:
        return tuple(finding_sentence(each, account) for each in found if each.level is level)

    return Findings(of(Level.BLOCK), of(Level.ASK), of(Level.NOTE))


def look_over_all(
    draft: Draft, accounts: Sequence[Account], guess: str, *, wants_alt: bool
) -> Findings:
    """What each of the accounts' servers says to the posts that it will get; each sentence once."""
    found = [
        look_over(post, account, guess, wants_alt=wants_alt)
        for account, chain in zip(accounts, posts_of(draft, accounts), strict=True)
        for post in chain
    ]

    def once(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(sentence for each in lists for sentence in each))

    return Findings(
        once(each.blocks for each in found),
        once(each.asks for each in found),
        once(each.notes for each in found),
    )


def finding_sentence(finding: Finding, account: Account) -> str:
    values = {**_in_words(finding.values), "host": host_of(account)}
    if finding.code is FindingCode.MISSING_ALT and finding.values.get("missing") != "1":
        return fill(_many_without_alt(), values)
    return fill(_SENTENCES[finding.code](), values)


def _in_words(values: dict[str, str]) -> dict[str, str]:
    words = dict(values)
    for name in ("over", "limit", "count", "missing", "number"):
        if words.get(name, "").isdigit():
            words[name] = number(int(words[name]))
    for name in ("parent", "visibility"):
        if name in words:
            words[name] = visibility_label(Visibility(words[name]))
    for name in ("min", "max"):
        if name in words:
            words[name] = duration_label(int(words[name]))
    for name in ("chosen", "guessed"):
        if name in words:
            words[name] = language_label(words[name])
    return words


def _many_without_alt() -> str:
    return QCoreApplication.translate(
        "Composer", "{missing} pictures have no description. It helps those who cannot see them."
    )


_SENTENCES: dict[FindingCode, Callable[[], str]] = {
    FindingCode.EMPTY: lambda: QCoreApplication.translate("Composer", "Write something first."),
    FindingCode.TOO_LONG: lambda: QCoreApplication.translate(
        "Composer", "{over} characters too many."
    ),
    FindingCode.INVALID_CHARACTERS: lambda: QCoreApplication.translate(
        "Composer", "There is a character in the text that {host} does not take."
    ),
    FindingCode.MISSING_ALT: lambda: QCoreApplication.translate(
        "Composer", "A picture has no description. It helps those who cannot see it."
    ),
    FindingCode.ALT_TOO_LONG: lambda: QCoreApplication.translate(
        "Composer", "The description of picture {number} is {over} characters too long."
    ),
    FindingCode.TOO_MANY_MEDIA: lambda: QCoreApplication.translate(
        "Composer", "{host} takes {limit} pictures at most. Remove some."
    ),
    FindingCode.MEDIA_TYPE: lambda: QCoreApplication.translate(
        "Composer", "{host} does not take picture {number}: it is {type}."
    ),
    FindingCode.MEDIA_TOO_BIG: lambda: QCoreApplication.translate(
        "Composer", "Picture {number} is too large for {host}."
    ),
    FindingCode.MEDIA_AND_POLL: lambda: QCoreApplication.translate(
        "Composer", "A post has either pictures or a poll. Remove one of them."
    ),
    FindingCode.POLL_NOT_SUPPORTED: lambda: QCoreApplication.translate(
        "Composer", "{host} has no polls. Remove it or change the account."
    ),
    FindingCode.POLL_TOO_FEW: lambda: QCoreApplication.translate(
        "Composer", "A poll needs two answers."
    ),
    FindingCode.POLL_TOO_MANY: lambda: QCoreApplication.translate(
        "Composer", "A poll on {host} has {limit} answers at most."
    ),
    FindingCode.POLL_EMPTY_OPTION: lambda: QCoreApplication.translate(
        "Composer", "Answer {number} of the poll is empty."
    ),
    FindingCode.POLL_SAME_OPTION: lambda: QCoreApplication.translate(
        "Composer", "Answer {number} of the poll is there already."
    ),
    FindingCode.POLL_OPTION_TOO_LONG: lambda: QCoreApplication.translate(
        "Composer", "Answer {number} of the poll is {over} characters too long."
    ),
    FindingCode.POLL_DURATION: lambda: QCoreApplication.translate(
        "Composer", "A poll on {host} is open from {min} to {max}."
    ),
    FindingCode.MORE_PUBLIC_THAN_PARENT: lambda: QCoreApplication.translate(
        "Composer", "More people will read this than the post that it answers."
    ),
    FindingCode.MENTION_WIDENS: lambda: QCoreApplication.translate(
        "Composer", "{handles} will see this private conversation from here on."
    ),
    FindingCode.DIRECT_TO_NOBODY: lambda: QCoreApplication.translate(
        "Composer", "Nobody is mentioned, so nobody will see it."
    ),
    FindingCode.VISIBILITY_NOT_SUPPORTED: lambda: QCoreApplication.translate(
        "Composer", "{host} cannot post this as “{visibility}”."
    ),
    FindingCode.WARNING_NOT_SUPPORTED: lambda: QCoreApplication.translate(
        "Composer", "{host} has no content warnings. Remove it or change the account."
    ),
    FindingCode.QUOTE_NOT_SUPPORTED: lambda: QCoreApplication.translate(
        "Composer", "{host} cannot quote. Change the account."
    ),
    FindingCode.LANGUAGE_DIFFERS: lambda: QCoreApplication.translate(
        "Composer", "The text looks like {guessed}, but {chosen} is chosen."
    ),
}
