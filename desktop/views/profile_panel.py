"""A profile above its posts: who it is, in numbers and words, and how we stand to each other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.profile import Profile, ProfileAction
from desktop.domain.richtext import Span, SpanKind
from desktop.viewmodels.profile_vm import ProfileViewModel
from desktop.views import theme
from desktop.views.controls import ElidedLabel, plain_label, portrait, push_button
from desktop.views.icons import icon
from desktop.views.images import ImageStore, Shape, Wanted
from desktop.views.post_menu import ask
from desktop.views.rich_label import RichLabel
from desktop.views.theme import Tokens

_PORTRAIT = 56
_BANNER = 72
MAX_FIELDS = 8
MAX_HEIGHT = 420


class Banner(QWidget):
    """The profile's header picture, or a quiet band."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("profileBanner")
        self._tokens = tokens
        self.picture: QPixmap | None = None
        self.setFixedHeight(tokens.size(_BANNER))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._tokens.colour("cover"))
        if self.picture is None or self.picture.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        source = QRectF(self.picture.rect())
        share = self.width() / max(1, self.height())
        if source.width() / max(1.0, source.height()) > share:
            width = source.height() * share
            source = QRectF((source.width() - width) / 2, 0, width, source.height())
        else:
            height = source.width() / share
            source = QRectF(0, (source.height() - height) / 2, source.width(), height)
        painter.drawPixmap(QRectF(self.rect()), self.picture, source)


class ProfilePanel(QScrollArea):
    """Stands between a profile column's header and its posts; as high as it needs to be."""

    link_activated = Signal(str)
    hashtag_activated = Signal(str)

    def __init__(
        self,
        profile: ProfileViewModel,
        images: ImageStore | None,
        tokens: Tokens,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("profilePanel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view_model = profile
        self._images = images
        self._tokens = tokens
        self._body = QWidget(self)
        self._body.setObjectName("profileBody")
        self._banner = Banner(tokens, self._body)
        self._portrait = QLabel(self._body)
        self._portrait.setObjectName("profilePortrait")
        self.name = ElidedLabel("", self._body)
        self.name.setObjectName("profileName")
        self.handle = ElidedLabel("", self._body)
        self.handle.setObjectName("profileHandle")
        self.handle.setProperty("look", "secondary")
        self.bio = RichLabel(tokens, "profileBio", parent=self._body)
        self.counts = plain_label(object_name="profileCounts", wraps=True, parent=self._body)
        self.relation = plain_label(
            object_name="profileRelation", look="secondary", wraps=True, parent=self._body
        )
        self.problem = plain_label(
            object_name="profileProblem", look="problem", wraps=True, parent=self._body
        )
        self._fields = QGridLayout()
        self._buttons = QHBoxLayout()
        self.buttons: dict[ProfileAction, QPushButton] = {}
        self._lay_out()
        self.setWidget(self._body)
        self.bio.activated.connect(self._on_span)
        profile.changed.connect(self._refresh)
        if images is not None:
            images.ready.connect(self._on_picture)
        self.set_tokens(tokens)

    def let_go(self) -> None:
        """Before it is deleted."""
        if self._images is not None:
            self._images.ready.disconnect(self._on_picture)
        self._view_model.let_go()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.name.setFont(tokens.font(theme.SIZE_HEADING, theme.SEMIBOLD))
        self.handle.setFont(tokens.font(theme.SIZE_SMALL))
        self.counts.setFont(tokens.font(theme.SIZE_SMALL, tabular=True))
        self.relation.setFont(tokens.font(theme.SIZE_SMALL))
        self.bio.set_tokens(tokens)
        self.setStyleSheet(
            f"#profileBody {{ background: {tokens.colours.column};"
            f" border-bottom: 1px solid {tokens.colours.hairline}; }}"
        )
        self._refresh()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self.name)
        names.addWidget(self.handle)
        who = QHBoxLayout()
        who.setSpacing(10)
        who.addWidget(self._portrait)
        who.addLayout(names, 1)
        inner = QVBoxLayout()
        inner.setContentsMargins(12, 10, 12, 12)
        inner.setSpacing(8)
        inner.addLayout(who)
        inner.addWidget(self.problem)
        inner.addWidget(self.relation)
        inner.addWidget(self.bio)
        self._fields.setHorizontalSpacing(10)
        self._fields.setVerticalSpacing(3)
        self._fields.setColumnStretch(1, 1)
        inner.addLayout(self._fields)
        inner.addWidget(self.counts)
        self._buttons.setSpacing(6)
        inner.addLayout(self._buttons)
        outer = QVBoxLayout(self._body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._banner)
        outer.addLayout(inner)

    def _refresh(self) -> None:
        view_model, profile = self._view_model, self._view_model.profile
        self.problem.setText(view_model.problem)
        self.problem.setVisible(bool(view_model.problem))
        self.relation.setText(view_model.relation_sentence)
        self.relation.setVisible(bool(view_model.relation_sentence))
        self.counts.setText("   ".join(f"{number} {word}" for number, word in view_model.counts))
        self.counts.setVisible(bool(view_model.counts))
        if profile is not None:
            self._fill(profile)
        self._fill_buttons()
        self._fit()

    def _fill(self, profile: Profile) -> None:
        self.setAccessibleName(f"{profile.display_name}, @{profile.handle}")
        self.name.set_whole(profile.display_name)
        self.handle.set_whole(f"@{profile.handle}")
        self.bio.set_text(profile.bio)
        self.bio.setVisible(bool(profile.bio.text))
        while (item := self._fields.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        small = theme.SIZE_SMALL
        for line, field in enumerate(profile.fields[:MAX_FIELDS]):
            name = plain_label(
                field.name, object_name=f"fieldName{line}", look="secondary",
                font=self._tokens.font(small), wraps=True, parent=self._body,
            )  # fmt: skip
            value = RichLabel(self._tokens, f"fieldValue{line}", small, self._body)
            value.set_text(field.value)
            value.activated.connect(self._on_span)
            self._fields.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
            self._fields.addWidget(value, line, 1)
            if field.is_verified:
                mark = QLabel(self._body)
                mark.setPixmap(icon("check", self._tokens.colour("boost")).pixmap(14, 14))
                mark.setAccessibleName(self.tr("Verified"))
                mark.setToolTip(self.tr("Verified"))
                self._fields.addWidget(mark, line, 2)
        self._paint_pictures(profile)

    def _paint_pictures(self, profile: Profile) -> None:
        tokens, ratio = self._tokens, self.devicePixelRatioF()
        size = tokens.size(_PORTRAIT)
        account = self._view_model.account
        pixels = round(size * ratio)
        picture = None
        if self._images is not None:
            wanted = Wanted(profile.avatar_url, pixels, pixels, Shape.COVER)
            picture = self._images.pixmap(account.id, wanted)
            if profile.header_url:
                width, height = round(self.width() * ratio), round(tokens.size(_BANNER) * ratio)
                header = Wanted(profile.header_url, max(1, width), height, Shape.COVER)
                self._banner.picture = self._images.pixmap(account.id, header)
                self._banner.update()
        colour = QColor(account.colour)
        self._portrait.setPixmap(portrait(picture, profile.display_name, colour, size, ratio=ratio))

    def _fill_buttons(self) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = {}
        for place, (action, label, name) in enumerate(self._view_model.buttons):
            is_main = action is ProfileAction.FOLLOW
            button = push_button(
                label, object_name=f"profile:{action.value}", look="main" if is_main else "",
                pressed=partial(self._act, action), parent=self._body,
            )  # fmt: skip
            colour = "on_button" if is_main else "secondary"
            button.setIcon(icon(name, self._tokens.colour(colour)))
            button.setEnabled(not self._view_model.is_busy)
            self._buttons.insertWidget(place, button)
            self.buttons[action] = button
        self._buttons.addStretch(1)

    def _act(self, action: ProfileAction) -> None:
        question = self._view_model.question(action)
        if not question or ask(self, question, self.tr("Yes")):
            self._view_model.act(action)

    def _fit(self) -> None:
        """As high as the content, but leaving room for posts."""
        layout = self._body.layout()
        if layout is None:
            return
        width = max(self.viewport().width(), 200)
        layout.activate()
        height = layout.heightForWidth(width) if layout.hasHeightForWidth() else 0
        height = max(height, layout.minimumSize().height())
        self.setFixedHeight(min(self._tokens.size(MAX_HEIGHT), height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_span(self, span: Span) -> None:
        if span.kind is SpanKind.HASHTAG:
            self.hashtag_activated.emit(span.target)
        else:
            self.link_activated.emit(span.target)

    def _on_picture(self, url: str) -> None:
        profile = self._view_model.profile
        if profile is not None and url in (profile.avatar_url, profile.header_url):
            self._paint_pictures(profile)
