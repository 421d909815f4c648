"""Each kind of column: its icon, its name, what it asks for and what it says when empty."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from desktop.domain.account import Account
from desktop.domain.column import Column
from desktop.domain.timeline import TimelineKey
from desktop.domain.timeline_kind import TimelineKind
from desktop.viewmodels.vocabulary import vocabulary


class Parameter(StrEnum):
    """What a kind of column asks for before it can be opened."""

    NONE = "none"
    TAG = "tag"
    LIST = "list"
    PERSON = "person"
    WORDS = "words"
    QUERY = "query"


class ColumnType(Struct, frozen=True, kw_only=True):
    """`can_add`: offered in the dialog; threads only open from a post."""

    kind: TimelineKind
    icon: str
    parameter: Parameter = Parameter.NONE
    can_add: bool = True


_TYPES = (
    ColumnType(kind=TimelineKind.HOME, icon="home"),
    ColumnType(kind=TimelineKind.NOTIFICATIONS, icon="bell"),
    ColumnType(kind=TimelineKind.MENTIONS, icon="at"),
    ColumnType(kind=TimelineKind.SAVED_SEARCH, icon="filter", parameter=Parameter.QUERY),
    ColumnType(kind=TimelineKind.LOCAL, icon="server"),
    ColumnType(kind=TimelineKind.FEDERATED, icon="globe"),
    ColumnType(kind=TimelineKind.HASHTAG, icon="hash", parameter=Parameter.TAG),
    ColumnType(kind=TimelineKind.LIST, icon="list", parameter=Parameter.LIST),
    ColumnType(kind=TimelineKind.PROFILE, icon="user", parameter=Parameter.PERSON),
    ColumnType(kind=TimelineKind.BOOKMARKS, icon="bookmark"),
    ColumnType(kind=TimelineKind.LIKES, icon="heart"),
    ColumnType(kind=TimelineKind.CONVERSATIONS, icon="mail"),
    ColumnType(kind=TimelineKind.SEARCH, icon="search", parameter=Parameter.WORDS),
    ColumnType(kind=TimelineKind.THREAD, icon="reply", can_add=False),
)
COLUMN_TYPES: dict[TimelineKind, ColumnType] = {item.kind: item for item in _TYPES}


def types_for(account: Account) -> tuple[ColumnType, ...]:
    """What this account's server can show, in the order of the dialog."""
    offered = account.capabilities.timelines | {TimelineKind.SAVED_SEARCH}
    return tuple(item for item in _TYPES if item.can_add and item.kind in offered)


def kind_of(column: Column) -> TimelineKind:
    """The kind that gives a column its face: the saved search, or its first source's."""
    if column.search is not None or not column.sources:
        return TimelineKind.SAVED_SEARCH
    return column.sources[0].kind


def kind_name(kind: TimelineKind, network: str = "mastodon") -> str:
    translate = QCoreApplication.translate
    words = vocabulary(network)
    names: dict[TimelineKind, Callable[[], str]] = {
        TimelineKind.HOME: lambda: translate("ColumnTypes", "Home"),
        TimelineKind.NOTIFICATIONS: lambda: translate("ColumnTypes", "Notifications"),
        TimelineKind.MENTIONS: lambda: translate("ColumnTypes", "Mentions"),
        TimelineKind.SAVED_SEARCH: lambda: translate("ColumnTypes", "Keywords"),
        TimelineKind.LOCAL: lambda: words.local,
        TimelineKind.FEDERATED: lambda: words.federated,
        TimelineKind.HASHTAG: lambda: words.hashtag,
        TimelineKind.LIST: lambda: translate("ColumnTypes", "List"),
        TimelineKind.PROFILE: lambda: translate("ColumnTypes", "Profile"),
        TimelineKind.BOOKMARKS: lambda: translate("ColumnTypes", "Bookmarks"),
        TimelineKind.LIKES: lambda: words.likes,
        TimelineKind.CONVERSATIONS: lambda: translate("ColumnTypes", "Direct conversations"),
        TimelineKind.SEARCH: lambda: translate("ColumnTypes", "Server search"),
        TimelineKind.THREAD: lambda: translate("ColumnTypes", "Thread"),
    }
    return names[kind]()


def kind_help(kind: TimelineKind) -> str:
    """One sentence for the dialog that adds columns."""
    translate = QCoreApplication.translate
    sentences: dict[TimelineKind, Callable[[], str]] = {
        TimelineKind.HOME: lambda: translate("ColumnTypes", "The people and hashtags you follow."),
        TimelineKind.NOTIFICATIONS: lambda: translate(
            "ColumnTypes", "What others did with your posts."
        ),
        TimelineKind.MENTIONS: lambda: translate("ColumnTypes", "Only posts that mention you."),
        TimelineKind.SAVED_SEARCH: lambda: translate(
            "ColumnTypes", "Every post that matches your keywords, live, from several accounts."
        ),
        TimelineKind.LOCAL: lambda: translate(
            "ColumnTypes", "Public posts of people on this server."
        ),
        TimelineKind.FEDERATED: lambda: translate(
            "ColumnTypes", "Every public post that this server knows of."
        ),
        TimelineKind.HASHTAG: lambda: translate("ColumnTypes", "Public posts with one hashtag."),
        TimelineKind.LIST: lambda: translate("ColumnTypes", "One of your lists on this server."),
        TimelineKind.PROFILE: lambda: translate("ColumnTypes", "What one person posts."),
        TimelineKind.BOOKMARKS: lambda: translate("ColumnTypes", "Posts that you kept for later."),
        TimelineKind.LIKES: lambda: translate("ColumnTypes", "Posts that you marked as liked."),
        TimelineKind.CONVERSATIONS: lambda: translate(
            "ColumnTypes", "Posts for named people only."
        ),
        TimelineKind.SEARCH: lambda: translate(
            "ColumnTypes", "What the server's own search finds."
        ),
        TimelineKind.THREAD: lambda: translate(
            "ColumnTypes", "A post with what came before and after."
        ),
    }
    return sentences[kind]()


def empty_words(kind: TimelineKind) -> tuple[str, str]:
    """Why a column shows nothing, and what could be done next."""
    translate = QCoreApplication.translate
    by_kind: dict[TimelineKind, Callable[[], tuple[str, str]]] = {
        TimelineKind.HOME: lambda: (
            translate("ColumnTypes", "Nothing here yet"),
            translate("ColumnTypes", "Follow people or hashtags, and their posts appear here."),
        ),
        TimelineKind.NOTIFICATIONS: lambda: (
            translate("ColumnTypes", "No notifications yet"),
            translate("ColumnTypes", "When somebody replies, follows or likes, it shows here."),
        ),
        TimelineKind.MENTIONS: lambda: (
            translate("ColumnTypes", "Nobody has mentioned you yet"),
            translate("ColumnTypes", "Replies to you appear here."),
        ),
        TimelineKind.SAVED_SEARCH: lambda: (
            translate("ColumnTypes", "No post matches yet"),
            translate("ColumnTypes", "New matches arrive by themselves. Fewer words find more."),
        ),
        TimelineKind.HASHTAG: lambda: (
            translate("ColumnTypes", "No posts with this hashtag yet"),
            translate("ColumnTypes", "Check the spelling, or try it on another server."),
        ),
        TimelineKind.LIST: lambda: (
            translate("ColumnTypes", "This list is empty"),
            translate("ColumnTypes", "Add people to it on your server's website."),
        ),
        TimelineKind.BOOKMARKS: lambda: (
            translate("ColumnTypes", "No bookmarks yet"),
            translate("ColumnTypes", "Bookmark a post with D, and it stays here."),
        ),
        TimelineKind.SEARCH: lambda: (
            translate("ColumnTypes", "The server found nothing"),
            translate("ColumnTypes", "Many servers only search posts of people who agreed to it."),
        ),
    }
    plain = (
        translate("ColumnTypes", "No posts here yet"),
        translate("ColumnTypes", "New ones appear by themselves."),
    )
    words = by_kind.get(kind)
    return words() if words is not None else plain


def column_title(column: Column, network: str = "mastodon") -> str:
    """What stands in the header: the user's own title, or one made from the sources."""
    if column.title:
        return column.title
    if column.is_spacer:
        return QCoreApplication.translate("ColumnTypes", "Space")
    titles = dict.fromkeys(source_title(column, key, network) for key in column.sources)
    return " + ".join(titles) if titles else kind_name(TimelineKind.SAVED_SEARCH, network)


def source_title(column: Column, key: TimelineKey, network: str = "mastodon") -> str:
    """One of a column's sources, as people call it."""
    if key.kind is TimelineKind.SAVED_SEARCH and column.search is not None:
        return column.search.name or column.search.text
    if key.kind is TimelineKind.HASHTAG:
        return f"#{key.parameter}"
    if key.kind is TimelineKind.SEARCH:
        return key.parameter
    name = column.subjects.get(subject_key(key), "")
    if not name and key == column.sources[0]:
        name = column.subject
    if key.kind in (TimelineKind.LIST, TimelineKind.PROFILE) and name:
        return name
    return kind_name(key.kind, network)


def subject_key(key: TimelineKey) -> str:
    return f"{key.kind.value}/{key.parameter}"


def column_accounts(column: Column, accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Whose eyes a column sees with; for a search over all accounts, all of them."""
    known = tuple(accounts)
    wanted = {key.account for key in column.sources}
    if column.search is not None:
        if not column.search.accounts:
            return known
        wanted.update(column.search.accounts)
    return tuple(account for account in known if account.id in wanted)


def column_subtitle(column: Column, accounts: Iterable[Account]) -> str:
    """The small line of the header: whose it is, and its kind where the title hides it."""
    translate = QCoreApplication.translate
    if column.is_spacer:
        return translate("ColumnTypes", "Room between columns")
    own = column_accounts(column, accounts)
    if len(column.sources) > 1:
        names = ", ".join(account.display_name for account in own)
        text = translate("ColumnTypes", "{count} sources · {accounts}")
        return text.format(count=len(column.sources), accounts=names)
    if column.search is not None:
        count = len(own)
        if count == 1:
            return translate("ColumnTypes", "Keywords · {account}").format(
                account=own[0].display_name
            )
        return translate("ColumnTypes", "Keywords · {count} accounts").format(count=count)
    name = ", ".join(account.display_name for account in own)
    kind = kind_of(column)
    label = kind_name(kind, own[0].network if own else "mastodon")
    if column_title(column) == label or not name:
        host = own[0].server.partition("://")[2] if len(own) == 1 else ""
        return " · ".join(part for part in (name, host) if part) or label
    return f"{label} · {name}"
