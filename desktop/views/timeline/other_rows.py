"""Lays out the rows that are no post: what people did, and gaps. And the door to all three."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF

from desktop.domain.account import AccountId
from desktop.domain.richtext import RichText
from desktop.domain.timeline import Entry
from desktop.viewmodels.row import GapRow, NotificationRow, PostRow, Row, describe
from desktop.views.timeline.builder import Builder, with_emojis
from desktop.views.timeline.pieces import (
    DiscPiece,
    LabelPiece,
    StripesPiece,
)
from desktop.views.timeline.poll_layout import lay_poll
from desktop.views.timeline.post_layout import lay_post
from desktop.views.timeline.row_layout import RowLayout, RowState, Setting, TargetKind
from desktop.views.timeline.text_block import build

translate = QCoreApplication.translate

_EXCERPT_LINES = 3
_NOBODY = AccountId("")


def lay_row(
    entry: Entry, setting: Setting, state: RowState, width: int, row: Row | None = None
) -> RowLayout:
    """Measure one entry to a width; the costly step, done once for each content and width.
    `row`: its description, where it is known from another width."""
    row = row if row is not None else describe(entry)
    layout = RowLayout(entry, row, state, width)
    if isinstance(row, PostRow):
        lay_post(Builder(layout, setting, row.account), row)
    elif isinstance(row, NotificationRow):
        lay_notification(Builder(layout, setting, row.account), row)
    else:
        _lay_gap(layout, setting, row)
    layout.urls.discard("")
    return layout


def lay_notification(pen: Builder, row: NotificationRow) -> None:
    layout, faces = pen.layout, pen.faces
    layout.post = row.post.shown if row.post is not None else None
    top = pen.y
    _faces_of_people(pen, row)
    time = faces.label(faces.time, row.age)
    right = pen.x + pen.width - time.width
    pen.add(LabelPiece(time, right, top, faces.pen("faint")))
    pen.target(
        QRectF(right - 4, top, time.width + 4, faces.time.line), TargetKind.TIP, None, row.when
    )
    sentence = row.sentence[:1].upper() + row.sentence[1:] if not row.names else row.sentence
    text = f"{row.names} {sentence}".strip() if row.names else sentence
    known = pen.pictures(tuple(one for person in row.people for one in person.emojis))
    block = build(
        faces, with_emojis(" ".join(text.split()), known), pen.width, emojis=known,
        bold=((0, len(" ".join(row.names.split()))),) if row.names else (),
        first_line_width=pen.width - time.width - 8, max_lines=4,
    )  # fmt: skip
    pen.text(block, pen.x, top, faces.pen("secondary" if row.names else "text"), can_select=False)
    if row.people:
        first = QRectF(pen.x, top, min(block.width, right - pen.x), block.height)
        person = row.people[0]
        pen.target(first, TargetKind.PROFILE, person, "@" + person.handle)
    pen.y = top + block.height + 1
    if row.excerpt is not None and row.excerpt.text.strip() and row.poll is None:
        flat = " ".join(row.excerpt.text.split())
        used = pen.pictures(layout.post.emojis) if layout.post is not None else {}
        excerpt = build(
            faces, with_emojis(flat, used), pen.width, emojis=used,
            max_lines=_EXCERPT_LINES, highlights=pen.setting.highlights,
        )  # fmt: skip
        pen.text(excerpt, pen.x, pen.y, faces.pen("secondary"))
        box = QRectF(pen.x, pen.y, pen.width, excerpt.height)
        pen.target(box, TargetKind.POST, row.post)
        pen.y += excerpt.height
    if row.poll is not None and row.post is not None:
        pen.y += 4
        lay_poll(pen, row.poll, row.post.shown)
    layout.height = round(max(pen.y, top + 1 + faces.avatar) + faces.padding)


def _faces_of_people(pen: Builder, row: NotificationRow) -> None:
    """One avatar, or two overlapping, with the event's icon at the foot."""
    faces = pen.faces
    side, left, top = float(faces.avatar), float(faces.side), pen.y + 1
    whole = QRectF(left, top, side, side)
    if not row.people:
        pen.add(DiscPiece(whole, faces.tint(row.tone, 0.16)))
        half = faces.tokens.size(20) / 2
        pen.icon(row.icon, row.tone, 20, whole.center().x() - half, whole.center().y())
        return
    if len(row.people) == 1:
        pen.avatar(row.people[0], whole)
    else:
        small = round(side * 0.66)
        back = QRectF(left + side - small, top, small, small)
        front = QRectF(left, top + side - small, small, small)
        pen.avatar(row.people[1], back)
        pen.add(DiscPiece(front.adjusted(-2, -2, 2, 2), faces.brush("column")))
        pen.avatar(row.people[0], front)
    badge = float(faces.tokens.size(16))
    box = QRectF(whole.right() - badge + 3, whole.bottom() - badge + 3, badge, badge)
    pen.add(DiscPiece(box.adjusted(-2, -2, 2, 2), faces.brush("column")))
    pen.add(DiscPiece(box, faces.tint(row.tone, 0.16)))
    half = faces.tokens.size(11) / 2
    pen.icon(row.icon, row.tone, 11, box.center().x() - half, box.center().y())


def _lay_gap(layout: RowLayout, setting: Setting, row: GapRow) -> None:
    faces = setting.faces
    width = layout.width
    left = float(faces.side)
    word = (
        translate("Timeline", "Filling…")
        if layout.state.is_filling
        else translate("Timeline", "Fill")
    )
    label = faces.label(faces.small_bold, word) if row.can_fill else None
    room = width - 2 * left - (label.width + 16 if label is not None else 0)
    block = build(faces, RichText(row.text), room, face=faces.small, max_lines=3)
    height = block.height + 16
    layout.height = round(height)
    layout.pieces.append(StripesPiece(faces, QRectF(0, 0, width, layout.height)))
    pen = Builder(layout, setting, _NOBODY)
    pen.text(block, left, 8, faces.pen("secondary"), can_select=False)
    if label is not None:
        x = width - left - label.width
        y = round((height - faces.small_bold.line) / 2)
        layout.pieces.append(LabelPiece(label, x, y, faces.pen("link")))
        box = QRectF(x - 10, 0, label.width + 20, layout.height)
        pen.target(box, TargetKind.FILL, row.entry_id, "")
