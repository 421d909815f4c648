"""The settings, made from the form's rows; every change holds at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QWidget,
)

from desktop.viewmodels.settings_form import Row, Section, SettingsViewModel, rows, section_name
from desktop.views import theme
from desktop.views.controls import number_box, plain_label, push_button
from desktop.views.dialog import Dialog
from desktop.views.theme import Tokens


class SettingsDialog(Dialog):
    """Sections on the left, their rows on the right."""

    def __init__(
        self, settings: SettingsViewModel, tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Settings"), "settingsDialog", tokens, parent)
        self._settings = settings
        self._rows = rows()
        self.fields: dict[str, QWidget] = {}
        self._labels: dict[str, QLabel] = {}
        self.resize(tokens.size(760), tokens.size(560))
        self.sections = QListWidget(self)
        self.sections.setObjectName("settingsSections")
        self.sections.setAccessibleName(self.tr("Sections"))
        self.sections.setFixedWidth(tokens.size(150))
        self.pages = QStackedWidget(self)
        for section in Section:
            self.sections.addItem(section_name(section))
            self.pages.addWidget(self._page(section))
        self.sections.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.sections.setCurrentRow(0)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.sections)
        row.addWidget(self.pages, 1)
        self.body.addLayout(row, 1)
        self.problem = plain_label(object_name="settingsProblem", look="problem", wraps=True)
        self.problem.hide()
        self.body.addWidget(self.problem)
        close = push_button(
            self.tr("Close"), object_name="settingsClose", look="main", pressed=self.accept
        )
        reset = push_button(
            self.tr("Back to defaults"), object_name="settingsReset", look="link",
            pressed=settings.reset,
        )  # fmt: skip
        self.add_buttons(close, left=reset)
        settings.changed.connect(self._on_changed)
        settings.problem.connect(self._say)
        self._refresh_use()

    def _page(self, section: Section) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 4, 8, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        line = 0
        for row in self._rows:
            if row.section is section:
                line = self._add_row(grid, row, line)
        grid.setRowStretch(line, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)
        area.setWidget(page)
        return area

    def _add_row(self, grid: QGridLayout, row: Row, line: int) -> int:
        field = self._field(row)
        field.setObjectName(f"setting:{row.name}")
        field.setAccessibleName(row.label)
        field.setAccessibleDescription(row.help)
        self.fields[row.name] = field
        if isinstance(field, QCheckBox):
            grid.addWidget(field, line, 0, 1, 2)
        else:
            label = plain_label(row.label, object_name=f"label:{row.name}", wraps=True)
            label.setBuddy(field)
            self._labels[row.name] = label
            grid.addWidget(label, line, 0)
            grid.addWidget(field, line, 1)
        line += 1
        if row.help:
            note = plain_label(
                row.help, object_name=f"help:{row.name}", look="secondary", wraps=True,
                font=self.tokens.font(theme.SIZE_SMALL),
            )  # fmt: skip
            if isinstance(field, QCheckBox):
                note.setContentsMargins(26, 0, 0, 0)
            grid.addWidget(note, line, 0, 1, 2)
            line += 1
        grid.setRowMinimumHeight(line, 8)
        return line + 1

    def _field(self, row: Row) -> QWidget:
        value = self._settings.plain(row.name)
        if row.choices:
            return self._choice(row)
        if row.type is bool:
            box = QCheckBox(row.label)
            box.setChecked(bool(value))
            box.toggled.connect(lambda on, name=row.name: self._settings.set(name, on))
            return box
        if row.type is int:
            return self._number(row, int(value))
        text = QLineEdit(str(value))
        text.editingFinished.connect(
            lambda name=row.name, field=text: self._settings.set(name, field.text().strip())
        )
        return text

    def _choice(self, row: Row) -> QComboBox:
        box = QComboBox()
        for value, label in row.choices:
            box.addItem(label, value)
        box.setCurrentIndex(box.findData(self._settings.plain(row.name)))
        box.currentIndexChanged.connect(
            lambda _, name=row.name, field=box: self._settings.set(name, field.currentData())
        )
        return box

    def _number(self, row: Row, value: int) -> QSpinBox:
        box = number_box()
        box.setRange(row.minimum, row.maximum)
        box.setSingleStep(max(1, min(100, (row.maximum - row.minimum) // 24)))
        box.setSuffix(f" {row.unit}" if row.unit else "")
        box.setValue(value)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda number, name=row.name: self._settings.set(name, number))
        return box

    def _on_changed(self, name: str) -> None:
        field, value = self.fields.get(name), self._settings.plain(name)
        if isinstance(field, QCheckBox):
            field.setChecked(bool(value))
        elif isinstance(field, QComboBox):
            field.setCurrentIndex(field.findData(value))
        elif isinstance(field, QSpinBox):
            field.setValue(int(value))
        elif isinstance(field, QLineEdit) and field.text() != value:
            field.setText(str(value))
        self._refresh_use()

    def _refresh_use(self) -> None:
        for row in self._rows:
            is_of_use = self._settings.is_of_use(row)
            self.fields[row.name].setEnabled(is_of_use)
            if row.name in self._labels:
                self._labels[row.name].setEnabled(is_of_use)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setAccessibleName(sentence)
        self.problem.show()
