"""Lays out a poll: bars with what was voted, or options to choose from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPen

from desktop.domain.post import Post
from desktop.viewmodels.row import PollShown
from desktop.views.timeline.builder import Builder, with_emojis
from desktop.views.timeline.pieces import BarPiece, BoxPiece, DiscPiece
from desktop.views.timeline.row_layout import TargetKind
from desktop.views.timeline.text_block import build

translate = QCoreApplication.translate


def lay_poll(pen: Builder, poll: PollShown, post: Post) -> None:
    if poll.can_vote:
        _options(pen, poll, post)
    else:
        _bars(pen, poll, post)


def _bars(pen: Builder, poll: PollShown, post: Post) -> None:
    faces, known = pen.faces, pen.pictures(post.poll.emojis if post.poll else ())
    for bar in poll.bars:
        percent = faces.label(faces.count, bar.percent)
        mark = faces.tokens.size(13) + 5.0 if bar.is_own else 0.0
        face = faces.small_bold if bar.is_leading else faces.small
        room = pen.width - 16 - percent.width - 8 - mark
        block = build(
            faces, with_emojis(bar.title, known), room, emojis=known, face=face, max_lines=3
        )
        box = QRectF(pen.x, round(pen.y), pen.width, block.height + 8)
        fill = faces.tint("accent", 0.34 if bar.is_leading else 0.22)
        pen.add(BarPiece(box, 5, faces.brush("cover"), fill, bar.fraction))
        pen.text(block, pen.x + 8, box.top() + 4, faces.pen("text"), can_select=False)
        if bar.is_own:
            pen.icon("check", "accent", 13, pen.x + 13 + block.width, box.center().y())
        top = box.center().y() - faces.count.line / 2
        right = box.right() - 8 - percent.width
        pen.label(faces.count, bar.percent, right, top, "secondary")
        pen.y = box.bottom() + 4
    _poll_footer(pen, poll, pen.x)


def _options(pen: Builder, poll: PollShown, post: Post) -> None:
    faces, known = pen.faces, pen.pictures(post.poll.emojis if post.poll else ())
    chosen = pen.layout.state.choices
    for number, bar in enumerate(poll.bars):
        is_chosen = number in chosen
        block = build(
            faces, with_emojis(bar.title, known), pen.width - 26 - faces.tokens.size(13),
            emojis=known, face=faces.small, max_lines=3,
        )  # fmt: skip
        box = QRectF(pen.x, round(pen.y), pen.width, block.height + 10)
        edge = faces.pen("accent" if is_chosen else "hairline")
        fill = faces.tint("accent", 0.10) if is_chosen else None
        pen.add(BoxPiece(box, 5, fill, edge))
        side = faces.tokens.size(13)
        ring = QRectF(box.left() + 9, round(box.center().y() - side / 2) + 0.5, side, side)
        line = QPen(faces.colour("accent" if is_chosen else "faint"), 1.4)
        if poll.is_multiple:
            pen.add(BoxPiece(ring, 3, None, line))
            if is_chosen:
                pen.icon("check", "accent", 12, ring.left() + 0.5, ring.center().y())
        else:
            pen.add(DiscPiece(ring, None, line))
            if is_chosen:
                pen.add(DiscPiece(ring.adjusted(3.5, 3.5, -3.5, -3.5), faces.brush("accent")))
        pen.text(block, ring.right() + 8, box.top() + 5, faces.pen("text"), can_select=False)
        pen.target(box, TargetKind.OPTION, number, "")
        pen.y = box.bottom() + 4
    label = faces.label(faces.small_bold, translate("Timeline", "Vote"))
    box = QRectF(pen.x, round(pen.y) + 1, label.width + 24, faces.small_bold.line + 8)
    can_send = bool(chosen)
    pen.add(BoxPiece(box, 5, faces.brush("button" if can_send else "cover")))
    colour = "on_button" if can_send else "faint"
    pen.label(
        faces.small_bold, translate("Timeline", "Vote"), box.left() + 12, box.top() + 4, colour
    )
    pen.target(box, TargetKind.VOTE, None, "")
    pen.y = box.top() + 4
    _poll_footer(pen, poll, box.right() + 10)
    pen.y = box.bottom()


def _poll_footer(pen: Builder, poll: PollShown, x: float) -> None:
    face = pen.faces.small
    text = face.elided(poll.footer, pen.x + pen.width - x)
    pen.label(face, text, x, pen.y, "faint")
    pen.y += face.line
