"""Keywords: the raw query, the form beside it, whose posts, and what it finds."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.account import AccountId
from desktop.domain.query import HasKind
from desktop.viewmodels.keywords_vm import KeywordsViewModel
from desktop.views import theme
from desktop.views.controls import plain_label
from desktop.views.style import set_look
from desktop.views.theme import Tokens

_EXCERPT = 120


class QueryField(QLineEdit):
    """Underlines the mistake in warm, at its very place."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._mark = (0, 0)

    @property
    def mark(self) -> tuple[int, int]:
        return self._mark

    def set_mark(self, start: int, length: int) -> None:
        """In code points; length 0 takes the mark away."""
        self._mark = (start, length)
        self.setProperty("wrong", "true" if length else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        start, length = self._mark
        if not length:
            return
        text = self.text()
        metrics = self.fontMetrics()
        cursor = self.cursorRect()
        origin = cursor.center().x() - metrics.horizontalAdvance(text[: self.cursorPosition()])
        left = origin + metrics.horizontalAdvance(text[:start])
        width = max(6, metrics.horizontalAdvance(text[start : start + length]))
        baseline = cursor.center().y() + metrics.height() // 2 - 1
        painter = QPainter(self)
        painter.setClipRect(self.rect().adjusted(6, 2, -6, -2))
        pen = QPen(self._tokens.colour("warm"), 2)
        painter.setPen(pen)
        painter.drawLine(left, baseline, left + width, baseline)
        ground = QColor(self._tokens.colour("warm"))
        ground.setAlphaF(0.16)
        painter.fillRect(
            QRectF(left, baseline - metrics.height() + 2, width, metrics.height() - 2), ground
        )


class KeywordsForm(QWidget):
    """Typing in either side changes the other."""

    def __init__(
        self, keywords: KeywordsViewModel, tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("keywordsForm")
        self._keywords = keywords
        self._tokens = tokens
        self._is_filling = False
        self.query = QueryField(tokens, self)
        self.query.setObjectName("keywordsQuery")
        self.query.setAccessibleName(self.tr("Search words"))
        self.query.setPlaceholderText(self.tr("cats OR dogs -birds #photo lang:en"))
        self.query.textEdited.connect(keywords.set_text)
        self.problem = plain_label(object_name="keywordsProblem", look="problem", wraps=True)
        self.fields: dict[str, QLineEdit] = {}
        self.has: dict[HasKind, QCheckBox] = {}
        self.accounts: dict[AccountId, QCheckBox] = {}
        self.preview_text = plain_label(
            object_name="keywordsPreviewText", look="secondary", wraps=True
        )
        self.preview = QListWidget(self)
        self.preview.setObjectName("keywordsPreview")
        self.preview.setAccessibleName(self.tr("Posts that match"))
        self.preview.setWordWrap(True)
        self.preview.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        keywords.changed.connect(self._refresh)
        keywords.preview_changed.connect(self._refresh_preview)
        self._refresh()
        self._refresh_preview()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.query)
        left.addWidget(self.problem)
        form = QFormLayout()
        form.setSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, label in (
            ("all_words", self.tr("All of these words")),
            ("phrase", self.tr("This phrase")),
            ("any_words", self.tr("Any of these")),
            ("none_words", self.tr("None of these")),
            ("tags", self.tr("Hashtags")),
            ("handles", self.tr("From")),
            ("language", self.tr("Language")),
        ):
            field = QLineEdit(self)
            field.setObjectName(f"keywords:{name}")
            field.setAccessibleName(label)
            field.textEdited.connect(lambda text, key=name: self._on_field(key, text))
            self.fields[name] = field
            form.addRow(label, field)
        having = QHBoxLayout()
        for kind, label in (
            (HasKind.MEDIA, self.tr("Media")),
            (HasKind.LINK, self.tr("A link")),
            (HasKind.POLL, self.tr("A poll")),
        ):
            box = QCheckBox(label, self)
            box.setObjectName(f"keywords:has:{kind.value}")
            box.setAccessibleName(self.tr("With {what}").format(what=label))
            box.clicked.connect(self._on_has)
            having.addWidget(box)
            self.has[kind] = box
        having.addStretch(1)
        form.addRow(self.tr("With"), having)
        left.addLayout(form)
        whose = QVBoxLayout()
        whose.setSpacing(0)
        for account in self._keywords.accounts:
            check = QCheckBox(f"{account.display_name}  @{account.handle}", self)
            check.setObjectName(f"keywords:account:{account.id}")
            check.setAccessibleName(account.display_name)
            check.clicked.connect(self._on_accounts)
            whose.addWidget(check)
            self.accounts[account.id] = check
        form.addRow(self.tr("Seen by"), whose)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.preview_text, 0, Qt.AlignmentFlag.AlignTop)
        right.addWidget(self.preview, 1)
        right.addStretch(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 3)
        row.addLayout(right, 2)

    def _refresh(self) -> None:
        keywords = self._keywords
        if self.query.text() != keywords.text:
            self.query.setText(keywords.text)
        self.query.set_mark(*keywords.mark)
        self.query.setAccessibleDescription(keywords.problem)
        self._show_note()
        form = keywords.form
        for name, field in self.fields.items():
            text = getattr(form, name) if form is not None else ""
            if not field.hasFocus() and field.text() != text:
                field.setText(text)
            field.setEnabled(form is not None)
        for kind, box in self.has.items():
            box.setEnabled(form is not None)
            box.setChecked(form is not None and kind in form.has)
        for account_id, box in self.accounts.items():
            box.setChecked(not keywords.chosen or account_id in keywords.chosen)

    def _show_note(self) -> None:
        keywords = self._keywords
        note = keywords.problem
        if note:
            set_look(self.problem, "problem")
        elif keywords.form is None:
            set_look(self.problem, "note")
            note = self.tr("This search says more than the form can show. Edit it above.")
        self.problem.setText(note)
        self.problem.setAccessibleName(note)
        self.problem.setVisible(bool(note))

    def _refresh_preview(self) -> None:
        keywords = self._keywords
        self.preview_text.setText(keywords.preview_sentence)
        self.preview.clear()
        font = self._tokens.font(theme.SIZE_SMALL)
        for post in keywords.found:
            words = " ".join(post.shown.text.text.split())
            excerpt = words if len(words) <= _EXCERPT else f"{words[:_EXCERPT].rstrip()}…"
            item = QListWidgetItem(f"{post.shown.author.display_name}\n{excerpt}")
            item.setFont(font)
            self.preview.addItem(item)
        self.preview.setVisible(bool(keywords.found))

    def _on_field(self, name: str, text: str) -> None:
        self._keywords.set_form(**{name: text})

    def _on_has(self) -> None:
        chosen = frozenset(kind for kind, box in self.has.items() if box.isChecked())
        self._keywords.set_form(has=chosen)

    def _on_accounts(self) -> None:
        chosen = tuple(one for one, box in self.accounts.items() if box.isChecked())
        self._keywords.choose_accounts(chosen)
