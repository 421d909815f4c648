"""What the pointer and the keyboard see of the view; and what a click on a place does."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from PySide6.QtCore import QPoint, QRectF, SignalInstance
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from desktop.domain.account import AccountId
from desktop.domain.post import Post
from desktop.domain.profile import Profile
from desktop.domain.richtext import SpanKind
from desktop.viewmodels.row import GapRow, PostRow
from desktop.views.timeline.actions import MORE, Action
from desktop.views.timeline.moving import Seen
from desktop.views.timeline.row_layout import RowLayout, Target, TargetKind
from desktop.views.timeline.text_style import LiveSpan


class Surface(Protocol):
    """The timeline view, as far as it is pointed at."""

    @property
    def link_activated(self) -> SignalInstance: ...
    @property
    def profile_activated(self) -> SignalInstance: ...
    @property
    def hashtag_activated(self) -> SignalInstance: ...
    @property
    def post_activated(self) -> SignalInstance: ...
    @property
    def media_activated(self) -> SignalInstance: ...
    @property
    def action_requested(self) -> SignalInstance: ...
    @property
    def vote_requested(self) -> SignalInstance: ...
    @property
    def fill_requested(self) -> SignalInstance: ...
    @property
    def menu_requested(self) -> SignalInstance: ...

    def viewport(self) -> QWidget: ...
    def seen(self) -> list[Seen]: ...
    def seen_at(self, y: int) -> Seen | None: ...
    def current_seen(self) -> Seen | None: ...
    def set_current(self, row: int) -> None: ...
    def update_row(self, row: int) -> None: ...
    def actions_in(self, layout: RowLayout) -> list[Action]: ...
    def change_state(self, entry_id: str, **changes: object) -> None: ...
    def is_just_shifted(self) -> bool: ...
    def picture_of(self, box: QRectF, entry_id: str) -> QPixmap: ...
    def point_at(self, point: QPoint | None) -> None: ...
    def hasFocus(self) -> bool: ...
    def scroll_by(self, pixels: int) -> int: ...
    def show_newest(self) -> None: ...
    def show_last(self) -> None: ...
    def copy(self) -> None: ...
    def selected_text(self) -> str: ...
    def clear_selection(self) -> bool: ...


class Hit(NamedTuple):
    """What lies under a point: at most one of the three."""

    action: Action | None = None
    link: tuple[int, LiveSpan] | None = None
    """The number of the row's text, and the link in it."""
    target: Target | None = None


def hit(view: Surface, seen: Seen, x: float, y: float, *, has_actions: bool) -> Hit:
    """`x`, `y` count from the row's corner."""
    layout = seen.layout
    if has_actions:
        for action in view.actions_in(layout):
            if action.box.contains(x, y):
                return Hit(action=action)
    place = layout.text_at(x, y)
    if place is not None:
        link = place.block.link_at(x - place.x, y - place.y)
        if link is not None:
            return Hit(link=(place.number, link))
    return Hit(target=layout.target_at(x, y))


def activate(view: Surface, seen: Seen, found: Hit) -> bool:
    """Do what a click there means; False where nothing answers."""
    layout = seen.layout
    if found.action is not None:
        return run_action(view, seen, found.action)
    if found.link is not None:
        follow(view, layout, found.link[1])
        return True
    if found.target is not None:
        return _reach(view, layout, found.target)
    return False


def run_action(view: Surface, seen: Seen, action: Action) -> bool:
    post = seen.layout.post
    if post is None:
        return False
    if action.name == MORE:
        corner = action.box.bottomLeft().toPoint() + QPoint(0, seen.place.top)
        view.menu_requested.emit(post, view.viewport().mapToGlobal(corner))
    else:
        view.action_requested.emit(post, action.name)
    return True


def follow(view: Surface, layout: RowLayout, link: LiveSpan) -> None:
    """A link in a text: an address, a person, a tag."""
    account = _account(layout)
    if link.kind is SpanKind.HASHTAG:
        view.hashtag_activated.emit(link.target or link.text.lstrip("#"), account)
        return
    if link.kind is SpanKind.MENTION:
        person = _mentioned(layout.post, link)
        if person is not None:
            view.profile_activated.emit(person, account)
            return
    view.link_activated.emit(link.target)


def _mentioned(post: Post | None, link: LiveSpan) -> Profile | None:
    name = link.text.lstrip("@")
    quoted = post.quote.post if post is not None and post.quote is not None else None
    for source in (post, quoted):
        for mention in source.mentions if source is not None else ():
            known = (mention.url, mention.handle, "@" + mention.handle, mention.id)
            if link.target in known or name == mention.handle:
                return Profile(id=mention.id, handle=mention.handle, url=mention.url)
    return None


def _reach(view: Surface, layout: RowLayout, target: Target) -> bool:
    entry_id, post, kind = layout.entry.id, layout.post, target.kind
    if kind is TargetKind.PROFILE:
        account = post.account if post is not None else _account(layout)
        view.profile_activated.emit(target.value, account)
    elif kind is TargetKind.POST:
        view.post_activated.emit(target.value)
    elif kind is TargetKind.MEDIA:
        view.media_activated.emit(post, target.value)
    elif kind is TargetKind.LINK:
        view.link_activated.emit(target.value)
    elif kind is TargetKind.FILL:
        if not layout.state.is_filling:
            view.change_state(entry_id, is_filling=True)
            view.fill_requested.emit(target.value)
    elif kind is TargetKind.VOTE:
        vote(view, layout)
    elif kind is TargetKind.OPTION and isinstance(target.value, int):
        choose(view, layout, target.value)
    elif kind is TargetKind.TIP:
        return False
    else:
        _unfold(view, layout, kind)
    return True


def _unfold(view: Surface, layout: RowLayout, kind: TargetKind) -> None:
    entry_id = layout.entry.id
    if kind is TargetKind.WARNING:
        toggle_warning(view, layout)
    elif kind is TargetKind.REVEAL:
        toggle_reveal(view, layout)
    elif kind is TargetKind.FILTER:
        view.change_state(entry_id, is_unfiltered=True)
    elif kind is TargetKind.UNFOLD:
        view.change_state(entry_id, is_unfolded=not layout.state.is_unfolded)


def toggle_warning(view: Surface, layout: RowLayout) -> bool:
    """Open or fold what a warning or a filter covers; False where nothing is."""
    row = layout.row
    if not isinstance(row, PostRow):
        return False
    if row.filtered and not layout.state.is_unfiltered:
        view.change_state(layout.entry.id, is_unfiltered=True)
        return True
    if not row.warning:
        return False
    view.change_state(layout.entry.id, is_opened=not layout.is_opened)
    return True


def toggle_reveal(view: Surface, layout: RowLayout) -> bool:
    """Show covered media, or cover what is shown."""
    row = layout.row
    if not isinstance(row, PostRow) or not row.media:
        return False
    is_covered = any(target.kind is TargetKind.REVEAL for target in layout.targets)
    view.change_state(layout.entry.id, is_revealed=is_covered)
    return True


def choose(view: Surface, layout: RowLayout, number: int) -> bool:
    """Choose a poll's option, or take the choice back."""
    row = layout.row
    poll = row.poll if isinstance(row, PostRow) else None
    if poll is None or not poll.can_vote or not 0 <= number < len(poll.bars):
        return False
    chosen = layout.state.choices
    if poll.is_multiple:
        choices = chosen ^ {number}
    else:
        choices = frozenset() if number in chosen else frozenset({number})
    view.change_state(layout.entry.id, choices=choices)
    return True


def vote(view: Surface, layout: RowLayout) -> bool:
    if not layout.state.choices or layout.post is None:
        return False
    view.vote_requested.emit(layout.post, tuple(sorted(layout.state.choices)))
    return True


def _account(layout: RowLayout) -> AccountId:
    row = layout.row
    return AccountId("") if isinstance(row, GapRow) else row.account
