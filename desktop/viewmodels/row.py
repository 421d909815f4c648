"""What a row of a column shows, worked out from a timeline's entry: pure text and choices.

`describe` is called once for each content of a row; the views only measure and paint it.
"""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from desktop.domain.account import AccountId, Visibility
from desktop.domain.notification import Notification, NotificationKind
from desktop.domain.post import Attachment, LinkCard, Poll, Post, QuoteState
from desktop.domain.profile import Profile
from desktop.domain.richtext import RichText
from desktop.domain.timeline import Entry, Gap
from desktop.viewmodels import post_words
from desktop.viewmodels.relative_time import clock, full_date, short_age, time_left
from desktop.viewmodels.wording import counted

translate = QCoreApplication.translate


class MetaLine(Struct, frozen=True):
    """A line above the name; `tone` names a colour of the theme."""

    icon: str
    text: str
    tone: str = "secondary"
    profile: Profile | None = None


class Count(Struct, frozen=True):
    icon: str
    text: str


class PollBar(Struct, frozen=True):
    """`fraction` 0 to 1; `percent` empty while the votes are hidden."""

    title: str
    fraction: float
    percent: str
    is_own: bool
    is_leading: bool


class PollShown(Struct, frozen=True):
    bars: tuple[PollBar, ...]
    footer: str
    can_vote: bool
    is_multiple: bool


class QuoteShown(Struct, frozen=True):
    """`post` None: it cannot be shown, and `text` says why."""

    post: Post | None
    text: str = ""
    folded: str = ""
    """Its content warning, where it has one."""


class PostRow(Struct, frozen=True, kw_only=True):
    """A post, alone or under a notification's line. `post` is the one that is read."""

    entry_id: str
    account: AccountId
    post: Post
    meta: tuple[MetaLine, ...] = ()
    age: str = ""
    when: str = ""
    marks: tuple[str, ...] = ()
    """Icons before the time: visibility, edited, pinned."""
    text: RichText = RichText()
    warning: str = ""
    warning_detail: str = ""
    """What is behind the warning besides text: "2 images"."""
    media: tuple[Attachment, ...] = ()
    media_is_covered: bool = False
    card: LinkCard | None = None
    quote: QuoteShown | None = None
    poll: PollShown | None = None
    counts: tuple[Count, ...] = ()
    filtered: str = ""
    problem: str = ""


class NotificationRow(Struct, frozen=True, kw_only=True):
    """Somebody did something: people, what, and a few lines of the post that it is about."""

    entry_id: str
    account: AccountId
    notification: Notification
    icon: str
    tone: str
    names: str
    sentence: str
    age: str
    when: str
    people: tuple[Profile, ...]
    excerpt: RichText | None = None
    poll: PollShown | None = None

    @property
    def post(self) -> Post | None:
        return self.notification.post


class GapRow(Struct, frozen=True, kw_only=True):
    entry_id: str
    text: str
    can_fill: bool


Row = PostRow | NotificationRow | GapRow

_ICONS = {
    NotificationKind.LIKE: ("heart-filled", "warm"),
    NotificationKind.REPOST: ("repost", "boost"),
    NotificationKind.FOLLOW: ("user", "accent"),
    NotificationKind.FOLLOW_REQUEST: ("user", "warm"),
    NotificationKind.POLL_ENDED: ("poll", "accent"),
    NotificationKind.REACTION: ("heart-filled", "warm"),
    NotificationKind.MODERATION: ("alert", "warm"),
    NotificationKind.MENTION: ("at", "accent"),
    NotificationKind.EDIT: ("edit", "secondary"),
    NotificationKind.NEW_POST: ("bell", "accent"),
    NotificationKind.QUOTE: ("quote", "accent"),
}
_WHOLE_POST = frozenset(
    {
        NotificationKind.MENTION,
        NotificationKind.NEW_POST,
        NotificationKind.QUOTE,
        NotificationKind.EDIT,
    }
)


def describe(entry: Entry, now: datetime | None = None) -> Row:
    """`now` is aware; left out it is this moment."""
    now = now or datetime.now(UTC)
    if entry.notification is not None:
        return _notification_row(entry.id, entry.notification, now)
    if entry.gap is not None:
        return _gap_row(entry.id, entry.gap)
    if entry.post is None:
        raise ValueError("an entry without content")
    return _post_row(entry.id, entry.post, now, reposters=entry.reposters)


def age_of(entry: Entry, now: datetime) -> str:
    """Only the short age of a row, to see whether it has to be written anew."""
    if entry.notification is not None:
        return short_age(entry.notification.created_at, now)
    return short_age(entry.post.shown.created_at, now) if entry.post is not None else ""


def post_of(entry: Entry) -> Post | None:
    """The post that is read in this row, if any."""
    if entry.post is not None:
        return entry.post.shown
    if entry.notification is not None and entry.notification.post is not None:
        return entry.notification.post.shown
    return None


def _post_row(
    entry_id: str,
    wrapper: Post,
    now: datetime,
    above: tuple[MetaLine, ...] = (),
    reposters: tuple[Profile, ...] = (),
) -> PostRow:
    post = wrapper.shown
    meta = list(above)
    if reposters:
        names = post_words.all_people(reposters)
        line = post_words.reposted_by(wrapper.account, names)
        meta.append(MetaLine("repost", line, "boost", reposters[0]))
    elif wrapper.repost_of is not None:
        line = post_words.reposted_by(wrapper.account, wrapper.author.display_name)
        meta.append(MetaLine("repost", line, "boost", wrapper.author))
    reply = post_words.reply_line(post)
    if reply:
        meta.append(MetaLine("reply", reply))
    blurred = any(match.action == "blur" for match in post.filters)
    titles = [match.title for match in (*wrapper.filters, *post.filters) if match.action != "blur"]
    filtered = (
        translate("Post", "Filtered: {title}").format(title=", ".join(dict.fromkeys(titles)))
        if titles
        else ""
    )
    return PostRow(
        entry_id=entry_id,
        account=wrapper.account,
        post=post,
        meta=tuple(meta),
        age=short_age(post.created_at, now),
        when=_when(post),
        marks=_marks(post),
        text=post.text,
        warning=post.content_warning,
        warning_detail=post_words.media_summary(post.attachments),
        media=post.attachments,
        media_is_covered=(post.is_sensitive and not post.content_warning) or blurred,
        card=post.card,
        quote=_quote(post),
        poll=poll_shown(post.poll, now) if post.poll is not None else None,
        counts=_counts(post),
        filtered=filtered,
        problem=_problem(post),
    )


def _when(post: Post) -> str:
    when = full_date(post.created_at)
    word = post_words.visibility_word(post.visibility)
    if word:
        when += " · " + word
    if post.edited_at is not None:
        edited = translate("Post", "edited {when}").format(when=full_date(post.edited_at))
        when += " · " + edited
    return when


def _marks(post: Post) -> tuple[str, ...]:
    marks = []
    if post.visibility is Visibility.DIRECT:
        marks.append("mail")
    elif post.visibility is Visibility.FOLLOWERS:
        marks.append("lock")
    if post.edited_at is not None:
        marks.append("edit")
    if post.viewer.has_pinned:
        marks.append("pin")
    return tuple(marks)


def _problem(post: Post) -> str:
    if not post.problem:
        return ""
    return translate("Post", "This post could not be read: {reason}").format(reason=post.problem)


def _counts(post: Post) -> tuple[Count, ...]:
    shown = (
        ("reply", post.counts.replies),
        ("repost", post.counts.reposts),
        ("heart", post.counts.likes),
    )
    return tuple(Count(icon, post_words.short_count(n)) for icon, n in shown if n > 0)


def _quote(post: Post) -> QuoteShown | None:
    quote = post.quote
    if quote is None:
        return None
    if quote.state is QuoteState.SHOWN and quote.post is not None:
        inner = quote.post.shown
        return QuoteShown(inner, folded=inner.content_warning)
    if quote.state is QuoteState.PENDING:
        return QuoteShown(None, translate("Post", "The quoted post waits for its author’s consent"))
    return QuoteShown(None, translate("Post", "The quoted post is not available"))


def poll_shown(poll: Poll, now: datetime) -> PollShown:
    """Percentages are of the voters where several answers are allowed."""
    is_over = poll.is_expired or (poll.expires_at is not None and poll.expires_at <= now)
    can_vote = not is_over and not poll.has_voted
    known = [option.votes for option in poll.options if option.votes >= 0]
    whole = poll.voters if poll.is_multiple and poll.voters > 0 else sum(known)
    most = max(known, default=0)
    bars = []
    for place, option in enumerate(poll.options):
        fraction = min(1.0, option.votes / whole) if whole > 0 and option.votes > 0 else 0.0
        percent = (
            translate("Poll", "{n} %").format(n=round(fraction * 100)) if option.votes >= 0 else ""
        )
        leads = option.votes == most and most > 0
        bars.append(PollBar(option.title, fraction, percent, place in poll.own_votes, leads))
    return PollShown(tuple(bars), _poll_footer(poll, is_over, now), can_vote, poll.is_multiple)


def _poll_footer(poll: Poll, is_over: bool, now: datetime) -> str:
    people = poll.voters if poll.voters >= 0 else poll.votes
    said = counted(people, translate("Poll", "{count} vote"), translate("Poll", "{count} votes"))
    if is_over:
        return said + " · " + translate("Poll", "ended")
    if poll.expires_at is None:
        return said
    left = time_left(poll.expires_at, now)
    return said + " · " + translate("Poll", "{time} left").format(time=left)


def _notification_row(entry_id: str, notification: Notification, now: datetime) -> Row:
    kind, post = notification.kind, notification.post
    icon, tone = _ICONS.get(kind, ("bell", "secondary"))
    sentence = post_words.notification_sentence(notification)
    if kind in _WHOLE_POST and post is not None:
        above: tuple[MetaLine, ...] = ()
        if kind is not NotificationKind.MENTION:
            who = notification.people[0] if notification.people else post.author
            above = (MetaLine(icon, f"{who.display_name} {sentence}", tone, who),)
        elif post_words.reply_line(post) == "":
            word = translate("Notification", "mentions you")
            above = (MetaLine(icon, word, tone),)
        return _post_row(entry_id, post, now, above)
    names = (
        ""
        if kind in (NotificationKind.POLL_ENDED, NotificationKind.MODERATION)
        else post_words.people(notification.people, notification.people_count)
    )
    excerpt = None
    if post is not None:
        excerpt = (
            post.shown.text
            if not post.shown.content_warning
            else RichText(post.shown.content_warning)
        )
    poll = post.shown.poll if post is not None and kind is NotificationKind.POLL_ENDED else None
    return NotificationRow(
        entry_id=entry_id,
        account=notification.account,
        notification=notification,
        icon=icon,
        tone=tone,
        names=names,
        sentence=sentence,
        age=short_age(notification.created_at, now),
        when=full_date(notification.created_at),
        people=notification.people,
        excerpt=excerpt,
        poll=poll_shown(poll, now) if poll is not None else None,
    )


def _gap_row(entry_id: str, gap: Gap) -> GapRow:
    text = translate("Gap", "{older} – {newer}: posts are missing").format(
        older=clock(gap.older_at), newer=clock(gap.newer_at)
    )
    return GapRow(entry_id=entry_id, text=text, can_fill=bool(gap.fill))
