"""Lays out what hangs below a post's text: pictures, link card, quote, poll."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF

from desktop.domain.post import Attachment, AttachmentKind, LinkCard, Post
from desktop.viewmodels.post_words import media_kind, media_summary
from desktop.viewmodels.row import PostRow, QuoteShown
from desktop.views.animations import may_move
from desktop.views.images import Shape, Wanted
from desktop.views.timeline.builder import Builder, with_emojis
from desktop.views.timeline.pieces import (
    AvatarPiece,
    BoxPiece,
    PicturePiece,
    VeilPiece,
)
from desktop.views.timeline.row_layout import TargetKind
from desktop.views.timeline.text_block import build

translate = QCoreApplication.translate

_SEEN = frozenset({AttachmentKind.IMAGE, AttachmentKind.GIF, AttachmentKind.VIDEO})
_TALLEST, _FLATTEST, _UNKNOWN = 1.15, 0.36, 0.56
"""Height of a single picture as a part of its width."""
_BETWEEN = 3.0


def lay_media(pen: Builder, row: PostRow, *, is_covered: bool) -> None:
    shown = [(n, item) for n, item in enumerate(row.media) if item.kind in _SEEN]
    others = [(n, item) for n, item in enumerate(row.media) if item.kind not in _SEEN]
    if shown and not pen.setting.options.show_images:
        others, shown = list(enumerate(row.media)), []
    if shown:
        _grid(pen, shown, is_covered)
        if others:
            pen.y += 4
    for number, item in others:
        _file(pen, number, item)
    if is_covered and not shown:
        return


def _grid(pen: Builder, items: list[tuple[int, Attachment]], is_covered: bool) -> None:
    boxes = tiles(len(items), pen.width, [item for _, item in items])
    left_out = len(items) - len(boxes)
    bottom = 0.0
    for (number, item), place in zip(items, boxes, strict=False):
        box = place.translated(pen.x, round(pen.y))
        bottom = max(bottom, box.bottom())
        is_last = left_out > 0 and len(boxes) == 1 + items.index((number, item))
        _tile(pen, number, item, box, is_covered, is_bare=is_last)
    whole = QRectF(pen.x, round(pen.y), pen.width, bottom - round(pen.y))
    if left_out:
        _veil(pen, boxes[-1].translated(pen.x, round(pen.y)), f"+{left_out + 1}")
    if is_covered:
        word = translate("Timeline", "Sensitive · Show")
        size = pen.faces.tokens.size
        width = min(
            whole.width() - 8, pen.faces.label(pen.faces.badge, word).width + size(14) + 4 + 22
        )
        box = QRectF(0, 0, width, size(26))
        box.moveCenter(whole.center())
        pen.add(VeilPiece(pen.faces, box.toRect().toRectF(), word, "eye-off"))
        pen.target(whole, TargetKind.REVEAL)
    pen.y = bottom


def tiles(count: int, width: float, items: list[Attachment]) -> list[QRectF]:
    """The places of up to four pictures: one as it is, two beside, three as one and two."""
    if count == 1:
        item = items[0]
        part = item.height / item.width if item.width > 0 and item.height > 0 else _UNKNOWN
        height = width * min(_TALLEST, max(_FLATTEST, part))
        return [QRectF(0, 0, width, round(height))]
    half = (width - _BETWEEN) / 2
    right = width - half
    if count == 2:
        height = round(min(half * 1.1, width * 0.5))
        return [QRectF(0, 0, half, height), QRectF(right, 0, half, height)]
    height = round(width * 0.66)
    low = round((height - _BETWEEN) / 2)
    if count == 3:
        return [
            QRectF(0, 0, half, height),
            QRectF(right, 0, half, low),
            QRectF(right, height - low, half, low),
        ]
    return [
        QRectF(0, 0, half, low),
        QRectF(right, 0, half, low),
        QRectF(0, height - low, half, low),
        QRectF(right, height - low, half, low),
    ]


def _wanted(pen: Builder, url: str, box: QRectF, focus: tuple[float, float]) -> Wanted:
    """As large as its place on the screen, so that it is painted without being scaled."""
    ratio = pen.faces.ratio
    width, height = max(1, round(box.width() * ratio)), max(1, round(box.height() * ratio))
    return Wanted(url, width, height, Shape.COVER, round(pen.faces.corner * ratio), focus)


def _tile(
    pen: Builder,
    number: int,
    item: Attachment,
    box: QRectF,
    is_covered: bool,
    *,
    is_bare: bool,
) -> None:
    url = item.preview_url
    if not url and (item.kind is AttachmentKind.IMAGE or may_move(item.url)):
        url = item.url
    box = QRectF(round(box.x()), round(box.y()), round(box.width()), round(box.height()))
    if url and not is_covered:
        pen.layout.urls.add(url)
    wanted = _wanted(pen, url, box, (item.focus_x, item.focus_y))
    plays = pen.setting.options.can_animate and item.kind is AttachmentKind.GIF
    moving = item.url if plays and not is_covered and may_move(item.url) else ""
    if moving:
        pen.mover(box, moving)
    pen.add(
        PicturePiece(
            pen.account, box, wanted, blurhash=item.blurhash, is_covered=is_covered, moving=moving
        )
    )
    tip = item.alt or translate("Timeline", "No description")
    pen.target(box, TargetKind.MEDIA, number, tip)
    if is_covered or is_bare:
        return
    if item.kind in (AttachmentKind.VIDEO, AttachmentKind.GIF) and not moving:
        disc = QRectF(0, 0, 36, 36)
        disc.moveCenter(box.center())
        pen.add(VeilPiece(pen.faces, disc.toRect().toRectF(), "", "play"))
    x = box.left() + 6
    words = ["ALT"] if item.alt else []
    if item.kind is AttachmentKind.GIF:
        words.append("GIF")
    for word in words:
        width = round(pen.faces.label(pen.faces.badge, word).width) + 10
        height = pen.faces.badge.line + 1
        plate = QRectF(x, box.bottom() - height - 6, width, height)
        pen.add(VeilPiece(pen.faces, plate, word))
        x += width + 4


def _veil(pen: Builder, box: QRectF, text: str) -> None:
    pen.add(VeilPiece(pen.faces, box.toRect().toRectF(), text))


def _file(pen: Builder, number: int, item: Attachment) -> None:
    """A sound or a file of another kind: a line that opens it."""
    faces = pen.faces
    box = QRectF(pen.x, round(pen.y), pen.width, faces.small.line + 14)
    pen.add(BoxPiece(box, faces.corner, faces.brush("cover")))
    icon = {
        AttachmentKind.AUDIO: "play",
        AttachmentKind.VIDEO: "play",
        AttachmentKind.IMAGE: "image",
        AttachmentKind.GIF: "image",
    }.get(item.kind, "external")
    x = pen.icon(icon, "secondary", 15, box.left() + 9, box.center().y()) + 7
    kind = media_kind(item)
    text = item.alt or kind[:1].upper() + kind[1:]
    flat = faces.small.elided(" ".join(text.split()), box.right() - 8 - x)
    pen.label(faces.small, flat, x, box.top() + 7, "secondary")
    pen.target(box, TargetKind.MEDIA, number, item.alt)
    pen.y = box.bottom() + 3


def lay_card(pen: Builder, card: LinkCard) -> None:
    """A link's card: its picture (64 px), where from, title, the beginning."""
    faces = pen.faces
    has_picture = bool(card.image_url) and pen.setting.options.show_images
    picture = float(faces.tokens.size(64)) if has_picture else 0.0
    left = pen.x + picture + 10
    room = pen.width - picture - 20
    top = round(pen.y)
    y = top + 8.0
    provider = card.provider or card.url.partition("://")[2].partition("/")[0]
    pen_at = len(pen.layout.pieces)
    pen.label(faces.small, faces.small.elided(provider, room), left, y, "secondary")
    y += faces.small.line + 1
    if card.title:
        title = build(
            faces, with_emojis(" ".join(card.title.split()), {}), room, face=faces.name,
            max_lines=2, highlights=pen.setting.highlights,
        )  # fmt: skip
        pen.text(title, left, y, faces.pen("text"), can_select=False)
        y += title.height
    about = " ".join((card.description or card.author).split())
    if about:
        text = faces.small.elided(about, room)
        pen.label(faces.small, text, left, y + 1, "secondary")
        y += faces.small.line + 1
    box = QRectF(pen.x, top, pen.width, max(y + 8 - top, picture))
    frame = BoxPiece(box, faces.corner, None, faces.pen("hairline"))
    if has_picture:
        place = QRectF(box.left(), box.top(), picture, round(box.height()))
        pen.layout.urls.add(card.image_url)
        wanted = _wanted(pen, card.image_url, place, (0.0, 0.0))
        pen.add(PicturePiece(pen.account, place, wanted, blurhash=card.blurhash))
    pen.layout.pieces.insert(pen_at, frame)
    pen.target(box, TargetKind.LINK, card.url, card.url)
    pen.y = box.bottom()


def lay_quote(pen: Builder, quote: QuoteShown) -> None:
    faces = pen.faces
    top, left, room = round(pen.y), pen.x + 10, pen.width - 20
    at = len(pen.layout.pieces)
    y = top + 8.0
    if quote.post is None:
        x = pen.icon("quote", "faint", 14, left, y + faces.small.line / 2) + 6
        block = build(faces, with_emojis(quote.text, {}), left + room - x, face=faces.small)
        pen.text(block, x, y, faces.pen("faint"), can_select=False)
        y += block.height
    else:
        target = len(pen.layout.targets)
        y = _quoted(pen, quote, quote.post, left, y, room)
        box = QRectF(pen.x, top, pen.width, y + 8 - top)
        pen.target(box, TargetKind.POST, quote.post)
        pen.layout.targets.insert(target, pen.layout.targets.pop())
    box = QRectF(pen.x, top, pen.width, y + 8 - top)
    pen.layout.pieces.insert(at, BoxPiece(box, faces.corner, None, faces.pen("hairline")))
    pen.y = box.bottom()


def _quoted(
    pen: Builder, quote: QuoteShown, post: Post, left: float, y: float, room: float
) -> float:
    faces = pen.faces
    side = faces.tokens.size(16)
    place = QRectF(left, y + (faces.name.line - side) / 2, side, side)
    if pen.setting.options.show_images:
        pen.layout.urls.add(post.author.avatar_url)
    pen.add(AvatarPiece(faces, post.author, pen.account, place, faces.ratio))
    start = left + side + 6
    name = pen.name(post.author, start, y, room - side - 6)
    rest = room - side - 12 - name
    if rest > 26:
        text = faces.handle.elided("@" + post.author.handle, rest)
        pen.label(faces.handle, text, start + name + 6, y, "secondary")
    y += faces.name.line + 1
    if quote.folded:
        x = pen.icon("alert", "secondary", 14, left, y + faces.small.line / 2) + 6
        block = build(
            faces, with_emojis(quote.folded, {}), left + room - x, face=faces.small, max_lines=2
        )
        pen.text(block, x, y, faces.pen("secondary"), can_select=False)
        return y + block.height
    if post.text.text:
        block = build(
            faces, post.text, room, emojis=pen.pictures(post.emojis), max_lines=6,
            highlights=pen.setting.highlights,
        )  # fmt: skip
        pen.text(block, left, y, faces.pen("text"))
        y += block.height
    if post.attachments:
        y += 4
        x = pen.icon("image", "faint", 13, left, y + faces.small.line / 2) + 5
        pen.label(faces.small, media_summary(post.attachments), x, y, "faint")
        y += faces.small.line
    return y
