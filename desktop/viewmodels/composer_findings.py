"""The composer's rules in words: what keeps a post back, and what a good friend would say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from desktop.domain.account import Account, Visibility
from desktop.domain.draft import Draft
from desktop.domain.settings import CheckLevel, Settings
from desktop.text.composer_rules import Checks, Finding, FindingCode, Level, Situation, findings
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


def look_over(
    draft: Draft,
    account: Account | None,
    guess: str,
    *,
    wants_alt: bool,
    checks: Checks = Checks(),  # noqa: B008 - frozen
) -> Findings:
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
        checks=checks,
        own_names=f"{account.display_name} {account.handle}",
        now=datetime.now(UTC),
    )
    found = [each for each in findings(situation) if each.code not in _SAID_ELSEWHERE]

    def of(level: Level) -> tuple[str, ...]:
        return tuple(finding_sentence(each, account) for each in found if each.level is level)

    return Findings(of(Level.BLOCK), of(Level.ASK), of(Level.NOTE))


def checks_of(settings: Settings) -> Checks:
    """The user's levels for the rules that have a switch."""
    pairs = (
        (settings.check_payment, (FindingCode.CARD_NUMBER, FindingCode.IBAN)),
        (settings.check_keys, (FindingCode.SECRET_KEY,)),
        (settings.check_contact, (FindingCode.PHONE_NUMBER, FindingCode.EMAIL_ADDRESS)),
        (settings.check_postal, (FindingCode.POSTAL_ADDRESS,)),
        (settings.check_private_links, (FindingCode.PRIVATE_LINK,)),
        (settings.check_words, (FindingCode.CONFIDENTIAL_WORD,)),
        (settings.check_company, (FindingCode.COMPANY_NAME,)),
        (
            settings.check_widening,
            (FindingCode.MORE_PUBLIC_THAN_PARENT, FindingCode.MENTION_WIDENS),
        ),
        (settings.check_old_reply, (FindingCode.OLD_PARENT,)),
        (settings.check_tags, (FindingCode.TAG_RUN_TOGETHER, FindingCode.TOO_MANY_TAGS)),
    )
    return Checks(
        levels={
            code: None if chosen is CheckLevel.OFF else Level(chosen.value)
            for chosen, codes in pairs
            for code in codes
        },
        confidential_words=settings.confidential_words,
        company_names=settings.company_names,
        most_tags=settings.most_tags,
        old_days=settings.old_reply_days,
    )


def look_over_all(
    draft: Draft, accounts: Sequence[Account], guess: str, *, settings: Settings
) -> Findings:
    """What each of the accounts' servers says to the posts that it will get; each sentence once."""
    found = [
        look_over(
            post, account, guess, wants_alt=settings.remind_alt_text, checks=checks_of(settings)
        )
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
    for name in ("over", "limit", "count", "missing", "number", "days"):
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
    FindingCode.CARD_NUMBER: lambda: QCoreApplication.translate(
        "Composer", "There is a card number in it: {found}."
    ),
    FindingCode.IBAN: lambda: QCoreApplication.translate(
        "Composer", "There is a bank account in it: {found}."
    ),
    FindingCode.SECRET_KEY: lambda: QCoreApplication.translate(
        "Composer", "There is a secret key in it: {found}."
    ),
    FindingCode.PHONE_NUMBER: lambda: QCoreApplication.translate(
        "Composer", "There is a phone number in it: {found}."
    ),
    FindingCode.EMAIL_ADDRESS: lambda: QCoreApplication.translate(
        "Composer", "There is an e-mail address in it: {found}."
    ),
    FindingCode.POSTAL_ADDRESS: lambda: QCoreApplication.translate(
        "Composer", "There is a street address in it: {found}."
    ),
    FindingCode.CONFIDENTIAL_WORD: lambda: QCoreApplication.translate(
        "Composer", "You wanted to keep this to yourself: {found}."
    ),
    FindingCode.COMPANY_NAME: lambda: QCoreApplication.translate(
        "Composer", "This account is a personal one, and the text names {found}."
    ),
    FindingCode.PRIVATE_LINK: lambda: QCoreApplication.translate(
        "Composer", "Others cannot open this link, or should not: {found}"
    ),
    FindingCode.TAG_RUN_TOGETHER: lambda: QCoreApplication.translate(
        "Composer", "A capital for each word lets screen readers say it: {found}."
    ),
    FindingCode.TOO_MANY_TAGS: lambda: QCoreApplication.translate(
        "Composer", "There are {count} tags in it."
    ),
    FindingCode.OLD_PARENT: lambda: QCoreApplication.translate(
        "Composer", "The post that you answer is {days} days old."
    ),
    FindingCode.LANGUAGE_DIFFERS: lambda: QCoreApplication.translate(
        "Composer", "The text looks like {guessed}, but {chosen} is chosen."
    ),
}
