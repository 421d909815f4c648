"""Builds a row from top to bottom: a pen that moves down and the parts that rows share."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPen

from desktop.domain.account import AccountId
from desktop.domain.profile import Profile
from desktop.domain.richtext import CustomEmoji, RichText, Span, SpanKind
from desktop.viewmodels.row import MetaLine
from desktop.views.animations import may_move
from desktop.views.timeline.faces import Face, Label
from desktop.views.timeline.pieces import (
    AvatarPiece,
    BoxPiece,
    DiscPiece,
    IconPiece,
    LabelPiece,
    TextPiece,
)
from desktop.views.timeline.row_layout import (
    Piece,
    RowLayout,
    Setting,
    Target,
    TargetKind,
    TextPlace,
)
from desktop.views.timeline.text_block import TextBlock, build, is_stacked


class Builder:
    """`x` and `width`: the text's column, right of the avatar. `y` moves down."""

    def __init__(self, layout: RowLayout, setting: Setting, account: AccountId) -> None:
        faces = setting.faces
        self.layout = layout
        self.setting = setting
        self.faces = faces
        self.account = account
        self.x = float(faces.side + faces.avatar + faces.beside_avatar)
        self.width = max(40.0, layout.width - self.x - faces.side)
        self.y = float(faces.padding)

    def add(self, piece: Piece) -> None:
        self.layout.pieces.append(piece)

    def target(self, box: QRectF, kind: TargetKind, value: object = None, tip: str = "") -> None:
        self.layout.targets.append(Target(box, kind, value, tip))

    def icon(self, name: str, colour: str, size: int, x: float, middle: float) -> float:
        """An icon (`size` at 100 %) centred on a height; returns its right edge."""
        side = self.faces.tokens.size(size)
        self.add(IconPiece(self.faces, name, colour, size, x, middle - side / 2))
        return x + side

    def label(self, face: Face, text: str, x: float, y: float, colour: str) -> Label:
        label = self.faces.label(face, text)
        self.add(LabelPiece(label, x, y, self.faces.pen(colour)))
        return label

    def text(
        self, block: TextBlock, x: float, y: float, pen: QPen, *, can_select: bool = True
    ) -> None:
        number = -1
        if can_select:
            number = len(self.layout.texts)
            self.layout.texts.append(TextPlace(number, block, x, y))
        moving = self.layout.moving
        self.add(TextPiece(block, x, y, pen, self.account, number, moving))
        for emoji in block.emojis:
            self.layout.urls.add(emoji.url)
            if emoji.url in moving:
                self.mover(emoji.box.translated(x, y), moving[emoji.url])

    def mover(self, box: QRectF, url: str) -> None:
        """Something in this box moves while it is seen."""
        self.layout.urls.add(url)
        self.layout.movers.append((box, url))

    def pictures(self, emojis: tuple[CustomEmoji, ...]) -> dict[str, str]:
        """Shortcode to the address of its still picture."""
        for emoji in emojis:
            if emoji.static_url not in ("", emoji.url) and may_move(emoji.url):
                self.layout.moving[emoji.static_url] = emoji.url
        return {emoji.shortcode: emoji.static_url or emoji.url for emoji in emojis}

    def avatar(self, profile: Profile, box: QRectF, tip: str = "") -> None:
        if self.setting.options.show_images:
            shown = profile
            self.layout.urls.add(profile.avatar_url)
            if may_move(profile.moving_avatar_url):
                self.mover(box, profile.moving_avatar_url)
        else:
            shown = Profile(id=profile.id, handle=profile.handle, name=profile.name)
        self.add(AvatarPiece(self.faces, shown, self.account, box, self.faces.ratio))
        self.target(box, TargetKind.PROFILE, profile, tip or "@" + profile.handle)

    def account_mark(self, box: QRectF) -> None:
        """A dot in our account's colour at the avatar's foot."""
        colour = self.setting.account_colours.get(self.account)
        if colour is None:
            return
        dot = QRectF(box.right() - 10, box.bottom() - 10, 11, 11)
        ring = QPen(self.faces.colour("column"), 2)
        self.add(DiscPiece(dot, self.faces.brush(colour), ring))

    def meta(self, lines: tuple[MetaLine, ...]) -> None:
        """Who reposted, what is answered: small lines above the name."""
        face = self.faces.small
        for line in lines:
            left = self.icon(line.icon, line.tone, 13, self.x, self.y + face.line / 2) + 5
            room = self.width - (left - self.x)
            text, used = line.text, self.pictures(line.profile.emojis if line.profile else ())
            rich = with_emojis(text, used)
            if rich.spans or is_stacked(text):
                block = build(self.faces, rich, room, emojis=used, face=face, max_lines=1)
                self.text(block, left, self.y, self.faces.pen(line.tone), can_select=False)
                width = min(room, block.width)
            else:
                text = face.elided(line.text, room)
                width = self.label(face, text, left, self.y, line.tone).width
            box = QRectF(self.x, self.y, left - self.x + width, face.line)
            if line.profile is not None:
                self.target(box, TargetKind.PROFILE, line.profile, "@" + line.profile.handle)
            elif text != line.text:
                self.target(box, TargetKind.TIP, None, line.text)
            self.y += face.line + 3

    def name(self, profile: Profile, x: float, y: float, room: float) -> float:
        """The display name on one line with its emoji; returns the width that it takes."""
        face = self.faces.name
        used = self.pictures(profile.emojis)
        flat = " ".join(profile.display_name.split())
        rich = with_emojis(flat, used)
        if rich.spans or is_stacked(flat):
            block = build(self.faces, rich, room, emojis=used, face=face, max_lines=1)
            self.text(block, x, y, self.faces.pen("text"), can_select=False)
            width = min(room, block.width)
        else:
            width = self.label(face, face.elided(flat, room), x, y, "text").width
        self.target(
            QRectF(x, y, width, face.line), TargetKind.PROFILE, profile, "@" + profile.handle
        )
        return width

    def button(self, text: str, right: float, y: float, kind: TargetKind) -> float:
        """A small button that ends at `right`; returns where it begins. 20 px high."""
        face = self.faces.small_bold
        label = self.faces.label(face, text)
        height = face.line + 4
        box = QRectF(right - label.width - 16, y, label.width + 16, height)
        self.add(BoxPiece(box, 4, self.faces.brush("column"), self.faces.pen("hairline")))
        self.add(LabelPiece(label, box.left() + 8, y + 2, self.faces.pen("text")))
        self.target(box.adjusted(-4, -4, 4, 4), kind, None, "")
        return box.left()


def with_emojis(text: str, known: dict[str, str]) -> RichText:
    """Plain text with its known :shortcodes: marked as spans."""
    spans = []
    at = text.find(":")
    while at >= 0:
        end = text.find(":", at + 1)
        if end < 0:
            break
        code = text[at + 1 : end]
        if code in known:
            spans.append(Span(at, end + 1, SpanKind.EMOJI, code))
            at = text.find(":", end + 1)
        else:
            at = end
    return RichText(text, tuple(spans))
