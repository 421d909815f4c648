"""Who posts what: the accounts that are chosen, and the posts that each of them will send."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop.domain.account import Account
from desktop.domain.draft import Draft
from desktop.text.counting import Count, count, rule_for
from desktop.text.graphemes import to_utf16
from desktop.text.threads import ThreadPart, thread_drafts, thread_parts
from desktop.viewmodels.composer_text import Judgement, judge


class PartCount(Struct, frozen=True):
    """`cut` is the UTF-16 offset in the whole text at which the part begins."""

    part: ThreadPart
    count: Count
    cut: int


class TargetCount(Struct, frozen=True):
    """What is left for one account. `parts` only of a thread: then `judgement` is that of the
    fullest one, and its overflow is none, because a part is never too long."""

    account: Account
    judgement: Judgement
    parts: tuple[PartCount, ...] = ()

    @property
    def fits(self) -> bool:
        return self.judgement.count.fits

    @property
    def room(self) -> float:
        """What binds: the least is first."""
        counted = self.judgement.count
        if not counted.fits:
            return min(-1.0, counted.remaining)
        return counted.remaining if counted.limit > 0 else float("inf")


def target_counts(draft: Draft, accounts: Sequence[Account]) -> tuple[TargetCount, ...]:
    """For each chosen account, the one that binds first; else in the order of choice."""
    return tuple(sorted((_counted(draft, each) for each in accounts), key=lambda each: each.room))


def _counted(draft: Draft, account: Account) -> TargetCount:
    limits = account.capabilities.limits
    if not draft.is_thread:
        return TargetCount(account, judge(draft.text, draft.content_warning, limits))
    rule = rule_for(limits)
    parts = tuple(
        PartCount(part, count(part.sent, rule, part.warning), to_utf16(draft.text, part.start))
        for part in thread_parts(
            draft.text,
            rule,
            is_numbered=draft.is_numbered,
            warnings=draft.part_warnings,
            warning=draft.content_warning,
        )
    )
    if not parts:
        return TargetCount(account, judge("", draft.content_warning, limits))
    fullest = min(parts, key=lambda each: (each.count.fits, each.count.remaining))
    return TargetCount(account, Judgement(fullest.count), parts)


def posts_of(draft: Draft, accounts: Sequence[Account]) -> tuple[tuple[Draft, ...], ...]:
    """For each account its posts in order. The first one keeps the draft's id."""
    chains = []
    for number, account in enumerate(accounts):
        own = replace(draft, account=account.id, others=())
        if number:
            own = replace(own, id=f"{draft.id}+{number}")
        if not account.capabilities.can_set_language:
            own = replace(own, language="")
        chains.append(thread_drafts(own, rule_for(account.capabilities.limits)))
    return tuple(chains)
