"""Every sentence of the composer: who will read it, what keeps it from being sent, its buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.account import Account, CountUnit, Visibility
from desktop.domain.draft import Draft
from desktop.viewmodels.wording import counted, fill, number

Sentence = Callable[[], str]


def title(draft: Draft) -> str:
    translate = QCoreApplication.translate
    if draft.edits:
        return translate("Composer", "Edit post")
    if draft.reply_to:
        return translate("Composer", "Reply")
    if draft.quote:
        return translate("Composer", "Quote")
    return translate("Composer", "New post")


def send_label(draft: Draft, account: Account | None) -> str:
    """What the wide button will do."""
    translate = QCoreApplication.translate
    if account is None:
        return translate("Composer", "Add an account to post")
    values = {
        "name": account.display_name,
        "visibility": visibility_label(draft.visibility).lower(),
        "handle": draft.reply_handle,
    }
    if draft.edits:
        return fill(translate("Composer", "Save changes as {name}"), values)
    if draft.reply_to and draft.reply_handle:
        return fill(translate("Composer", "Reply to @{handle} as {name}"), values)
    if draft.reply_to:
        return fill(translate("Composer", "Reply as {name} · {visibility}"), values)
    if draft.quote:
        return fill(translate("Composer", "Quote as {name} · {visibility}"), values)
    return fill(translate("Composer", "Post as {name} · {visibility}"), values)


def together_label(draft: Draft, accounts: int, parts: int) -> str:
    """On the button, where it becomes several posts."""
    translate = QCoreApplication.translate
    values = {"accounts": number(accounts), "parts": number(parts)}
    if accounts > 1 and draft.is_thread and parts > 1:
        return fill(translate("Composer", "Post {parts} parts · {accounts} accounts"), values)
    if accounts > 1:
        return fill(translate("Composer", "Post · {accounts} accounts"), values)
    return fill(translate("Composer", "Post thread · {parts} parts"), values)


def audience_of_all(said: str, draft: Draft, accounts: Sequence[Account]) -> str:
    """The audience sentence, where several accounts post: followers are those of each."""
    if len(accounts) < 2:
        return said
    translate = QCoreApplication.translate
    if draft.visibility is Visibility.FOLLOWERS:
        count = sum(max(0, account.follower_count) for account in accounts)
        return fill(
            translate(
                "Composer",
                "The followers of {accounts} accounts, {count} in all, and anyone they show it to.",
            ),
            {"accounts": number(len(accounts)), "count": number(count)},
        )
    return said


def count_of(account: Account, words: str) -> str:
    """Claire: 12 characters too many."""
    return fill(
        QCoreApplication.translate("Composer", "{name}: {words}"),
        {"name": account.display_name, "words": words},
    )


def context_line(draft: Draft) -> str:
    """Over the excerpt of the answered or quoted post."""
    translate = QCoreApplication.translate
    if draft.edits:
        return translate("Composer", "Changes a post that is already out")
    if draft.reply_to:
        return fill(translate("Composer", "In reply to @{handle}"), {"handle": draft.reply_handle})
    if draft.quote:
        return fill(translate("Composer", "Quoting @{handle}"), {"handle": draft.quote_handle})
    return ""


def visibility_label(visibility: Visibility) -> str:
    translate = QCoreApplication.translate
    labels: dict[Visibility, Sentence] = {
        Visibility.PUBLIC: lambda: translate("Composer", "Public"),
        Visibility.UNLISTED: lambda: translate("Composer", "Unlisted"),
        Visibility.FOLLOWERS: lambda: translate("Composer", "Followers"),
        Visibility.DIRECT: lambda: translate("Composer", "Mentioned people"),
        Visibility.LOCAL: lambda: translate("Composer", "This server"),
    }
    return labels[visibility]()


def visibility_help(visibility: Visibility) -> str:
    """One line in the menu."""
    translate = QCoreApplication.translate
    lines: dict[Visibility, Sentence] = {
        Visibility.PUBLIC: lambda: translate("Composer", "anyone, in all timelines"),
        Visibility.UNLISTED: lambda: translate("Composer", "anyone, but not in public timelines"),
        Visibility.FOLLOWERS: lambda: translate("Composer", "only those who follow you"),
        Visibility.DIRECT: lambda: translate("Composer", "only those whom you mention"),
        Visibility.LOCAL: lambda: translate("Composer", "only people of your server"),
    }
    return lines[visibility]()


def audience(draft: Draft, account: Account, mentions: Sequence[str]) -> str:
    """Who will read it, from facts. `mentions`: handles as written, without @."""
    translate = QCoreApplication.translate
    people = [handle for handle in dict.fromkeys(mentions) if handle]
    values = {
        "count": number(account.follower_count),
        "host": host_of(account),
        "people": people_list(people),
    }
    match draft.visibility:
        case Visibility.PUBLIC:
            return translate("Composer", "Anyone on the web, search engines included.")
        case Visibility.UNLISTED:
            return translate("Composer", "Anyone who comes across it, but not in public timelines.")
        case Visibility.LOCAL:
            return fill(translate("Composer", "Anyone with an account on {host}."), values)
        case Visibility.FOLLOWERS:
            return fill(_followers_sentence(account.follower_count, bool(people)), values)
    return fill(_direct_sentence(account, people), values)


def _followers_sentence(count: int, has_people: bool) -> str:
    translate = QCoreApplication.translate
    if has_people:
        if count < 0:
            return translate("Composer", "Your followers, {people}, and anyone they show it to.")
        if count == 0:
            return translate("Composer", "Only {people}: nobody follows you yet.")
        if count == 1:
            return translate("Composer", "Your one follower, {people}, and anyone they show it to.")
        return translate(
            "Composer", "Your {count} followers, {people}, and anyone they show it to."
        )
    if count < 0:
        return translate("Composer", "Your followers and anyone they show it to.")
    if count == 0:
        return translate("Composer", "Nobody but you: nobody follows you yet.")
    if count == 1:
        return translate("Composer", "Your one follower and anyone they show it to.")
    return translate("Composer", "Your {count} followers and anyone they show it to.")


def _direct_sentence(account: Account, people: Sequence[str]) -> str:
    translate = QCoreApplication.translate
    own = host_of(account).casefold()
    others = {handle.partition("@")[2].casefold() or own for handle in people} - {own}
    if not people:
        return translate(
            "Composer", "Only you, and the administrators of your server: nobody is mentioned."
        )
    if not others:
        return translate("Composer", "Only {people}, and the administrators of your server.")
    if len(others) == 1:
        return translate("Composer", "Only {people}, and the administrators of both servers.")
    return translate("Composer", "Only {people}, and the administrators of all their servers.")


def people_list(handles: Sequence[str], shown: int = 3) -> str:
    """@bob, @eve and 2 others."""
    translate = QCoreApplication.translate
    names = [f"@{handle}" for handle in handles]
    rest = len(names) - shown
    if rest > 1:
        values = {"people": ", ".join(names[:shown]), "count": number(rest)}
        return fill(translate("Composer", "{people} and {count} others"), values)
    if len(names) < 2:
        return "".join(names)
    values = {"people": ", ".join(names[:-1]), "last": names[-1]}
    return fill(translate("Composer", "{people} and {last}"), values)


def account_facts(account: Account) -> str:
    """Under the audience: Claire: 1,204 followers · example.org."""
    translate = QCoreApplication.translate
    values = {
        "name": account.display_name,
        "count": number(account.follower_count),
        "host": host_of(account),
    }
    if account.follower_count < 0:
        return fill(translate("Composer", "{name} on {host}"), values)
    if account.follower_count == 1:
        return fill(translate("Composer", "{name} on {host}: one follower"), values)
    return fill(translate("Composer", "{name} on {host}: {count} followers"), values)


def host_of(account: Account) -> str:
    return account.handle.partition("@")[2] or account.server.partition("://")[2]


def remaining_words(remaining: int, unit: CountUnit, limit: int, length: int) -> str:
    """What a screen reader says of the counter."""
    translate = QCoreApplication.translate
    is_bytes = unit is CountUnit.UTF8_BYTES
    if limit <= 0:
        return counted(
            length,
            translate("Composer", "{count} character"),
            translate("Composer", "{count} characters"),
        )
    if remaining < 0 and is_bytes:
        return counted(
            -remaining,
            translate("Composer", "{count} byte too many"),
            translate("Composer", "{count} bytes too many"),
        )
    if remaining < 0:
        return counted(
            -remaining,
            translate("Composer", "{count} character too many"),
            translate("Composer", "{count} characters too many"),
        )
    if is_bytes:
        return counted(
            remaining,
            translate("Composer", "{count} byte left"),
            translate("Composer", "{count} bytes left"),
        )
    return counted(
        remaining,
        translate("Composer", "{count} character left"),
        translate("Composer", "{count} characters left"),
    )


def refused_words(account: Account | None, reason: str) -> str:
    """Over a post that came back."""
    translate = QCoreApplication.translate
    values = {"host": host_of(account) if account else "", "reason": reason}
    if reason:
        return fill(translate("Composer", "{host} did not take this post: {reason}"), values)
    return fill(
        translate("Composer", "{host} did not take this post, and did not say why."), values
    )


def drafts_label(count: int) -> str:
    translate = QCoreApplication.translate
    if not count:
        return translate("Composer", "Drafts")
    return fill(translate("Composer", "Drafts ({count})"), {"count": number(count)})


def draft_line(draft: Draft, shown: int = 48) -> str:
    """One line for a draft in the menu."""
    translate = QCoreApplication.translate
    text = " ".join((draft.text or draft.content_warning).split())
    if not text:
        text = (
            translate("Composer", "Pictures only")
            if draft.media
            else translate("Composer", "Poll only")
        )
    text = text if len(text) <= shown else text[: shown - 1].rstrip() + "…"
    if draft.reply_to and draft.reply_handle:
        values = {"handle": draft.reply_handle, "text": text}
        return fill(translate("Composer", "To @{handle}: {text}"), values)
    return text


def language_label(code: str) -> str:
    """A language's own name: français. The code itself where Qt does not know it."""
    locale = QLocale(code)
    if locale.language() in (QLocale.Language.C, QLocale.Language.AnyLanguage):
        return code
    return locale.nativeLanguageName() or code


def system_language() -> str:
    """The code of the language that the system speaks."""
    code = QLocale().name().partition("_")[0]
    return code if code not in ("", "C") else "en"


def duration_label(seconds: int) -> str:
    """How long a poll is open."""
    translate = QCoreApplication.translate
    days, hours, minutes = seconds // 86_400, seconds // 3600, seconds // 60
    if days and seconds % 86_400 == 0:
        return counted(
            days, translate("Composer", "{count} day"), translate("Composer", "{count} days")
        )
    if hours and seconds % 3600 == 0:
        return counted(
            hours, translate("Composer", "{count} hour"), translate("Composer", "{count} hours")
        )
    return counted(
        minutes, translate("Composer", "{count} minute"), translate("Composer", "{count} minutes")
    )


def reading_words() -> str:
    return QCoreApplication.translate("Composer", "A picture is still being read.")


def looking_words() -> str:
    return QCoreApplication.translate("Composer", "Looking up the answered post…")


def media_refused_words(problem: str) -> str:
    """Why a file was not taken, by the codes of uploads."""
    translate = QCoreApplication.translate
    sentences: dict[str, Sentence] = {
        "unreadable": lambda: translate("Composer", "This file could not be read."),
        "empty": lambda: translate("Composer", "This file is empty."),
        "unknown_type": lambda: translate("Composer", "This is no picture, film or sound."),
        "type_not_taken": lambda: translate("Composer", "Your server does not take such files."),
        "too_many_bytes": lambda: translate("Composer", "This file is too large for your server."),
        "too_many_pixels": lambda: translate("Composer", "This picture has too many pixels."),
        "broken": lambda: translate("Composer", "This picture is damaged."),
        "disk_full": lambda: translate("Composer", "The disk is full: the file was not kept."),
    }
    sentence = sentences.get(problem)
    return sentence() if sentence else translate("Composer", "This file could not be added.")


def too_late_words() -> str:
    return QCoreApplication.translate("Composer", "Too late to undo: it is being sent.")


def no_account_words() -> str:
    return QCoreApplication.translate("Composer", "Add an account first.")


def nothing_written_words() -> str:
    return QCoreApplication.translate("Composer", "Write something first.")


def anyway_label(account: Account | None) -> str:
    """On the button while it asks."""
    translate = QCoreApplication.translate
    values = {"name": account.display_name if account else ""}
    return fill(translate("Composer", "Post anyway as {name}"), values)
