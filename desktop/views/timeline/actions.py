"""The row of actions that stands in place of the counts while a post is hovered or focused."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop.domain.account import Capabilities, Visibility
from desktop.domain.post import Post, PostAction
from desktop.viewmodels.post_words import short_count
from desktop.viewmodels.vocabulary import vocabulary
from desktop.views.timeline.faces import Faces
from desktop.views.timeline.row_layout import RowLayout

translate = QCoreApplication.translate

REPLY, MORE = "reply", "more"
"""Actions that are no PostAction: they open something instead."""

_ICON = 16
_REACH = 26.0
"""Width and height of what can be clicked, at 100 %."""


class Action(NamedTuple):
    """`name` is what `action_requested` tells: a PostAction's value, REPLY or MORE."""

    name: str
    icon: str
    colour: str
    tip: str
    total: int
    box: QRectF


def actions_of(
    layout: RowLayout, faces: Faces, capabilities: Capabilities | None = None
) -> list[Action]:
    """What can be done with the row's post, each in its place; empty without a post."""
    post, footer = layout.post, layout.footer
    if post is None or footer is None:
        return []
    offered = _offered(post, capabilities or Capabilities(can_bookmark=True))
    reach = _REACH * faces.tokens.scale
    box = footer.box
    top = box.center().y() - reach / 2
    if footer.is_over_header:
        step = min(reach + 2, box.width() / len(offered))
        left = box.right() - step * len(offered) + 5
        places = [left + step * n for n in range(len(offered))]
    else:
        room = (box.width() - reach) / max(1, len(offered) - 1)
        step = min(54.0 * faces.tokens.scale, room)
        inset = (reach - faces.tokens.size(_ICON)) / 2
        places = [box.left() - inset + step * n for n in range(len(offered) - 1)]
        places.append(box.right() - reach + inset)
    return [
        Action(name, icon, colour, tip, total, QRectF(round(x), round(top), reach, reach))
        for (name, icon, colour, tip, total), x in zip(offered, places, strict=True)
    ]


def _offered(post: Post, can: Capabilities) -> list[tuple[str, str, str, str, int]]:
    words = vocabulary(post.account.partition(":")[0])
    viewer, counts = post.viewer, post.counts
    offered = [(REPLY, "reply", "secondary", translate("Timeline", "Reply"), counts.replies)]
    is_private = post.visibility in (Visibility.FOLLOWERS, Visibility.DIRECT)
    if can.can_repost and not is_private:
        if viewer.has_reposted:
            offered.append(
                (PostAction.UNREPOST.value, "repost", "boost", words.unrepost, counts.reposts)
            )
        else:
            offered.append(
                (PostAction.REPOST.value, "repost", "secondary", words.repost, counts.reposts)
            )
    if can.can_like:
        if viewer.has_liked:
            offered.append(
                (PostAction.UNLIKE.value, "heart-filled", "warm", words.unlike, counts.likes)
            )
        else:
            offered.append((PostAction.LIKE.value, "heart", "secondary", words.like, counts.likes))
    if can.can_bookmark:
        if viewer.has_bookmarked:
            offered.append(
                (PostAction.UNBOOKMARK.value, "bookmark-filled", "accent", words.unbookmark, 0)
            )
        else:
            offered.append((PostAction.BOOKMARK.value, "bookmark", "secondary", words.bookmark, 0))
    offered.append((MORE, "more", "secondary", translate("Timeline", "More"), 0))
    return offered


def named(actions: list[Action], *names: str) -> Action | None:
    return next((action for action in actions if action.name in names), None)


def paint_actions(
    painter: QPainter,
    layout: RowLayout,
    actions: list[Action],
    faces: Faces,
    ground: QColor,
    hovered: str,
) -> None:
    """`ground`: the row's own, to cover the time where the actions stand over it."""
    footer = layout.footer
    if footer is None or not actions:
        return
    if footer.is_over_header:
        first, last = actions[0].box, actions[-1].box
        cover = QRectF(
            first.left() - 6, first.top(), last.right() - first.left() + 8, first.height()
        )
        painter.fillRect(cover, ground)
    size = faces.tokens.size(_ICON)
    for action in actions:
        box = action.box
        colour = action.colour
        if action.name == hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faces.tint("accent", 0.16))
            painter.drawEllipse(box)
            colour = "accent" if colour == "secondary" else colour
        at = QPointF(round(box.center().x() - size / 2), round(box.center().y() - size / 2))
        painter.drawPixmap(at, faces.icon(action.icon, colour, _ICON))
        if action.total > 0 and not footer.is_over_header:
            label = faces.label(faces.count, short_count(action.total))
            if at.x() + size + 4 + label.width > _next_left(actions, action):
                continue  # no room for it in a narrow column
            y = box.center().y() - faces.count.line / 2
            label.draw(painter, at.x() + size + 4, y, faces.pen(colour))


def _next_left(actions: list[Action], action: Action) -> float:
    following = actions.index(action) + 1
    return actions[following].box.left() + 3 if following < len(actions) else action.box.right()
