"""Lays out a post's row: lines above, names and time, text, attachments, counts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF

from desktop.domain.post import Post
from desktop.viewmodels.row import PostRow
from desktop.views.timeline import attachments
from desktop.views.timeline.builder import Builder, with_emojis
from desktop.views.timeline.pieces import BoxPiece, IconPiece, LabelPiece
from desktop.views.timeline.poll_layout import lay_poll
from desktop.views.timeline.row_layout import Footer, TargetKind
from desktop.views.timeline.text_block import build

translate = QCoreApplication.translate

FOLD_ABOVE_LINES = 26
FOLDED_LINES = 16
MAX_WARNING_LINES = 4


def lay_post(pen: Builder, row: PostRow) -> None:
    """All of a post; leaves the row's height behind."""
    layout, faces, state = pen.layout, pen.faces, pen.layout.state
    post = row.post
    layout.post = post
    if row.filtered and not state.is_unfiltered:
        _cover(pen, "eye-off", row.filtered, translate("Timeline", "Show"), TargetKind.FILTER, 0.0)
        layout.height = round(pen.y + faces.padding)
        return
    pen.meta(row.meta)
    top = pen.y
    box = QRectF(faces.side, top + 1, faces.avatar, faces.avatar)
    pen.avatar(post.author, box)
    pen.account_mark(box)
    _header(pen, row)
    is_opened = True
    if row.problem:
        _problem(pen, row)
    if row.warning:
        opened = state.is_opened
        is_opened = pen.setting.options.expand_warnings if opened is None else opened
        layout.is_opened = is_opened
        _warning(pen, row, is_opened)
    if is_opened:
        _body(pen, row)
    _counts(pen, row, top)
    layout.height = round(max(pen.y, top + 1 + faces.avatar) + faces.padding)


def _header(pen: Builder, row: PostRow) -> None:
    faces, y = pen.faces, pen.y
    right = pen.x + pen.width
    time = faces.label(faces.time, row.age)
    header = pen.layout.header
    right -= time.width
    header.append(LabelPiece(time, right, y, faces.pen("faint")))
    pen.target(QRectF(right - 4, y, time.width + 4, faces.time.line), TargetKind.POST, row.post,
               row.when)  # fmt: skip
    for mark in row.marks:
        right -= faces.tokens.size(12) + 4
        header.append(
            IconPiece(
                faces, mark, "faint", 12, right, y + (faces.time.line - faces.tokens.size(12)) / 2
            )
        )
    right -= 8
    name = pen.name(row.post.author, pen.x, y, right - pen.x)
    left = pen.x + name + 6
    if right - left > 26:
        text = faces.handle.elided("@" + row.post.author.handle, right - left)
        label = faces.label(faces.handle, text)
        header.append(LabelPiece(label, left, y, faces.pen("secondary")))
        box = QRectF(left, y, label.width, faces.handle.line)
        pen.target(box, TargetKind.PROFILE, row.post.author, "@" + row.post.author.handle)
    pen.y += faces.name.line + 1


def _problem(pen: Builder, row: PostRow) -> None:
    from_text = with_emojis(row.problem, {})
    block = build(pen.faces, from_text, pen.width - 20, face=pen.faces.small, max_lines=6)
    box = QRectF(pen.x, pen.y + 2, pen.width, block.height + 12)
    pen.add(BoxPiece(box, pen.faces.corner, pen.faces.brush("warning")))
    pen.text(block, pen.x + 10, pen.y + 8, pen.faces.pen("on_warning"))
    pen.y = box.bottom() + 4


def _warning(pen: Builder, row: PostRow, is_opened: bool) -> None:
    text = row.warning
    if not is_opened and row.warning_detail:
        text += " · " + row.warning_detail
    word = translate("Timeline", "Hide") if is_opened else translate("Timeline", "Show")
    _cover(pen, "alert", text, word, TargetKind.WARNING, 2.0, row.post)


def _cover(
    pen: Builder,
    icon: str,
    text: str,
    word: str,
    kind: TargetKind,
    space: float,
    post: Post | None = None,
) -> None:
    """A quiet box that stands for what is folded away, with its button."""
    faces = pen.faces
    left, width = (pen.x, pen.width) if post is not None else (
        float(faces.side), pen.layout.width - 2.0 * faces.side
    )  # fmt: skip
    known = pen.pictures(post.emojis) if post is not None else {}
    button = faces.label(faces.small_bold, word).width + 16
    side = faces.tokens.size(15)
    room = width - button - side - 9 - 6 - 12
    block = build(
        faces, with_emojis(text, known), room, emojis=known, face=faces.small,
        max_lines=MAX_WARNING_LINES, highlights=pen.setting.highlights,
    )  # fmt: skip
    box = QRectF(left, pen.y + space, width, max(block.height, faces.small.line + 4) + 10)
    pen.add(BoxPiece(box, faces.corner, faces.brush("cover")))
    pen.target(box, kind)
    middle = box.center().y()
    x = pen.icon(icon, "secondary", 15, left + 9, middle) + 6
    pen.text(block, x, round(middle - block.height / 2), faces.pen("secondary"))
    pen.button(word, box.right() - 5, round(middle - (faces.small.line + 4) / 2), kind)
    pen.y = box.bottom() + 3


def _body(pen: Builder, row: PostRow) -> None:
    _text(pen, row)
    if row.poll is not None:
        pen.y += pen.faces.gap - 1
        lay_poll(pen, row.poll, row.post)
    if row.media:
        pen.y += pen.faces.gap + 1
        state, options = pen.layout.state, pen.setting.options
        covered = row.media_is_covered and not options.show_sensitive
        if state.is_revealed is not None:
            covered = not state.is_revealed
        attachments.lay_media(pen, row, is_covered=covered)
    if row.card is not None and not row.media:
        pen.y += pen.faces.gap + 1
        attachments.lay_card(pen, row.card)
    if row.quote is not None:
        pen.y += pen.faces.gap + 1
        attachments.lay_quote(pen, row.quote)


def _text(pen: Builder, row: PostRow) -> None:
    if not row.text.text:
        return
    faces, known = pen.faces, pen.pictures(row.post.emojis)
    block = build(faces, row.text, pen.width, emojis=known, highlights=pen.setting.highlights)
    is_long = block.line_count > FOLD_ABOVE_LINES
    if is_long and not pen.layout.state.is_unfolded:
        block = build(
            faces, row.text, pen.width, emojis=known, highlights=pen.setting.highlights,
            max_lines=FOLDED_LINES,
        )  # fmt: skip
    pen.text(block, pen.x, pen.y, faces.pen("text"))
    pen.y += block.height
    if is_long:
        word = (
            translate("Timeline", "Show less")
            if pen.layout.state.is_unfolded
            else translate("Timeline", "Show more")
        )
        label = pen.label(faces.small_bold, word, pen.x, pen.y + 3, "link")
        box = QRectF(pen.x - 4, pen.y, label.width + 8, faces.small_bold.line + 6)
        pen.target(box, TargetKind.UNFOLD)
        pen.y += faces.small_bold.line + 6


def _counts(pen: Builder, row: PostRow, top: float) -> None:
    """The counts' line; where there are none the actions will cover the time instead."""
    faces = pen.faces
    if not row.counts:
        box = QRectF(pen.x, top - 3, pen.width, faces.name.line + 6)
        pen.layout.footer = Footer(box, is_over_header=True)
        return
    pen.y += 7
    x, y = pen.x, pen.y
    size = faces.tokens.size(13)
    for count in row.counts:
        icon = IconPiece(faces, count.icon, "faint", 13, x, y + (faces.count.line - size) / 2)
        label = faces.label(faces.count, count.text)
        pen.layout.counts.append(icon)
        pen.layout.counts.append(LabelPiece(label, x + size + 4, y, faces.pen("faint")))
        x += size + 4 + label.width + 14
    box = QRectF(pen.x, y - 4, pen.width, faces.count.line + 8)
    pen.layout.footer = Footer(box, is_over_header=False)
    pen.y += faces.count.line
