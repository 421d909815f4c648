"""Notices at the foot of the deck: what happened, and one button to do something about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.notice import Notice, NoticeLevel
from desktop.viewmodels.notices_vm import NoticesViewModel
from desktop.views.controls import icon_button, plain_label, push_button
from desktop.views.icons import icon_pixmap
from desktop.views.theme import Tokens

_ICONS = {
    NoticeLevel.INFO: "info",
    NoticeLevel.WARNING: "alert",
    NoticeLevel.ERROR: "alert",
}


MAX_WIDTH = 680


class NoticeRow(QFrame):
    """One notice. It goes by itself after its seconds, but not under the mouse or the focus."""

    def __init__(
        self,
        notices: NoticesViewModel,
        notice: Notice,
        tokens: Tokens,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.notice = notice
        self._notices = notices
        self.setObjectName("notice")
        is_info = notice.level is NoticeLevel.INFO
        self.setProperty("look", "notice" if is_info else f"notice-{notice.level.value}")
        sentence = notices.sentence(notice)
        self.setAccessibleName(sentence)
        colour = tokens.colour("accent" if is_info else "on_warning")
        picture = QLabel(self)
        picture.setPixmap(
            icon_pixmap(_ICONS[notice.level], colour, tokens.size(18), self.devicePixelRatioF())
        )
        self.text = plain_label(sentence, object_name="noticeText", wraps=True, parent=self)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setMaximumWidth(tokens.size(MAX_WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(picture)
        row.addWidget(self.text, 1)
        label = notices.button(notice)
        if label:
            self.button = push_button(
                label, object_name="noticeButton", look="link",
                pressed=lambda: notices.act(notice), parent=self,
            )  # fmt: skip
            row.addWidget(self.button)
        row.addWidget(
            icon_button(
                "close",
                tokens,
                object_name="noticeDismiss",
                text=self.tr("Dismiss"),
                pressed=lambda: notices.dismiss(notice),
                size=14,
                parent=self,
            )
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_over)
        if notice.seconds > 0:
            self._timer.start(round(notice.seconds * 1000))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as the sentence needs at this width."""
        super().resizeEvent(event)
        height = self._row.heightForWidth(self.width())
        if height > 0:
            self.setFixedHeight(height)

    def _time_over(self) -> None:
        focused = self.focusWidget()
        if self.underMouse() or (focused is not None and focused.hasFocus()):
            self._timer.start(2000)
        else:
            self._notices.dismiss(self.notice)


class NoticeBar(QWidget):
    """At most three rows, the newest last; each is told to the screen reader once."""

    def __init__(
        self, notices: NoticesViewModel, tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self.setAccessibleName(self.tr("Notices"))
        self._notices = notices
        self._tokens = tokens
        self._rows: list[NoticeRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(8, 0, 8, 8)
        self._layout.setSpacing(6)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        notices.changed.connect(self._refresh)
        notices.announced.connect(self._announce)
        self._refresh()

    @property
    def rows(self) -> tuple[NoticeRow, ...]:
        return tuple(self._rows)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        self._refresh()

    def _refresh(self) -> None:
        shown = self._notices.shown
        for row in self._rows:
            if not any(row.notice is notice for notice in shown):
                self._layout.removeWidget(row)
                row.hide()
                row.deleteLater()
        kept = {id(row.notice): row for row in self._rows}
        self._rows = []
        for place, notice in enumerate(shown):
            row = kept.get(id(notice)) or NoticeRow(self._notices, notice, self._tokens, self)
            self._layout.insertWidget(place, row)
            row.show()
            self._rows.append(row)
        self.setVisible(bool(self._rows))

    def _announce(self, sentence: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
