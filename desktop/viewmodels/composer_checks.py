"""What keeps a draft from being sent by an account, in one sentence; nothing is ever dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication

from desktop.domain.account import Account
from desktop.domain.draft import Draft
from desktop.viewmodels.composer_context import allowed_visibilities, visibility_limit
from desktop.viewmodels.composer_sentences import host_of, number, visibility_label
from desktop.viewmodels.wording import fill


def obstacle(draft: Draft, account: Account | None) -> str:
    """The first thing that has to be done before sending; empty: nothing.

    Whether the text fits is not asked here: the counter says it.
    """
    if account is None:
        return QCoreApplication.translate("Composer", "Add an account first.")
    if not (draft.text.strip() or draft.media or draft.poll):
        return QCoreApplication.translate("Composer", "Write something first.")
    for check in (_abilities, _media, _poll, _visibility):
        for sentence in check(draft, account):
            return sentence
    return ""


def _abilities(draft: Draft, account: Account) -> Iterator[str]:
    tr = QCoreApplication.translate
    able = account.capabilities
    sentences: tuple[tuple[bool, Callable[[], str]], ...] = (
        (
            bool(draft.content_warning) and not able.can_warn,
            lambda: tr("Composer", "{host} has no content warnings. Remove it or move it."),
        ),
        (
            draft.poll is not None and not able.can_poll,
            lambda: tr("Composer", "{host} has no polls. Remove it or change the account."),
        ),
        (
            bool(draft.media) and not able.can_upload,
            lambda: tr("Composer", "{host} takes no pictures. Remove them or change the account."),
        ),
        (
            bool(draft.quote) and not able.can_quote,
            lambda: tr("Composer", "{host} cannot quote. Change the account."),
        ),
        (
            bool(draft.edits) and not able.can_edit,
            lambda: tr("Composer", "{host} cannot change posts."),
        ),
    )
    for is_so, sentence in sentences:
        if is_so:
            yield fill(sentence(), {"host": host_of(account)})


def _media(draft: Draft, account: Account) -> Iterator[str]:
    tr = QCoreApplication.translate
    limits = account.capabilities.limits
    values = {"host": host_of(account), "count": number(limits.max_attachments)}
    if draft.media and draft.poll:
        yield tr("Composer", "A post has either pictures or a poll. Remove one of them.")
    if len(draft.media) > limits.max_attachments:
        yield fill(tr("Composer", "{host} takes {count} pictures at most."), values)
    for each in draft.media:
        if each.path and limits.image_types and each.mime not in limits.image_types:
            values["kind"] = each.mime
            yield fill(tr("Composer", "{host} does not take {kind}."), values)
        if len(each.alt) > limits.max_alt_characters:
            values["count"] = number(limits.max_alt_characters)
            yield fill(
                tr("Composer", "A description is too long: {host} takes {count} characters."),
                values,
            )


def _poll(draft: Draft, account: Account) -> Iterator[str]:
    tr = QCoreApplication.translate
    if draft.poll is None:
        return
    limits = account.capabilities.limits
    options = [option.strip() for option in draft.poll.options if option.strip()]
    values = {"count": number(limits.max_poll_options)}
    if len(options) < 2:
        yield tr("Composer", "A poll needs two different answers.")
    if len({option.casefold() for option in options}) < len(options):
        yield tr("Composer", "Two answers of the poll are the same.")
    if len(options) > limits.max_poll_options:
        yield fill(tr("Composer", "A poll has {count} answers at most here."), values)
    if any(len(option) > limits.max_poll_option_characters for option in options):
        values["count"] = number(limits.max_poll_option_characters)
        yield fill(tr("Composer", "An answer of the poll has {count} characters at most."), values)


def _visibility(draft: Draft, account: Account) -> Iterator[str]:
    if draft.edits or draft.visibility in allowed_visibilities(account, visibility_limit(draft)):
        return
    yield fill(
        QCoreApplication.translate("Composer", "{host} cannot post this as “{visibility}”."),
        {"host": host_of(account), "visibility": visibility_label(draft.visibility)},
    )
