"""A column's sources, rules and pace, on three pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.filter_rule import RuleKind
from desktop.viewmodels.column_setup_vm import PACES, ColumnSetupViewModel
from desktop.viewmodels.rule_words import rule_example, rule_kind_name
from desktop.views.controls import plain_label, push_button
from desktop.views.dialog import Dialog
from desktop.views.icons import icon
from desktop.views.theme import Tokens


class ColumnSetupDialog(Dialog):
    """`accepted`: what the viewmodel's `column` is then holds."""

    source_wanted = Signal()

    def __init__(
        self, setup: ColumnSetupViewModel, tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("What this column shows"), "columnSetupDialog", tokens, parent)
        self._setup = setup
        self.resize(tokens.size(620), tokens.size(560))
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("columnSetupTabs")
        self.tabs.setAccessibleName(self.tr("Pages"))
        self.tabs.addTab(self._sources_page(), self.tr("Sources"))
        self.tabs.addTab(self._rules_page(), self.tr("Rules"))
        self.tabs.addTab(self._pace_page(), self.tr("Pace and alerts"))
        self.problem = plain_label(object_name="columnSetupProblem", look="problem", wraps=True)
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(self.problem)
        self.save_button = push_button(
            self.tr("Save"), object_name="columnSetupSave", look="main", pressed=self.accept
        )
        cancel = push_button(
            self.tr("Cancel"), object_name="columnSetupCancel", pressed=self.reject
        )
        self.add_buttons(cancel, self.save_button)
        setup.changed.connect(self.refresh)
        self.refresh()

    # -- pages

    def _sources_page(self) -> QWidget:
        page, column = _page(self)
        column.addWidget(
            plain_label(
                self.tr("All of these together, newest first; a post that comes twice is one row."),
                object_name="columnSetupHelp", look="secondary", wraps=True,
            )
        )  # fmt: skip
        self.sources = _list("columnSetupSources", self.tr("Sources"), page)
        column.addWidget(self.sources, 1)
        add = push_button(
            self.tr("Add a source…"), object_name="columnSetupAddSource",
            pressed=self.source_wanted.emit,
        )  # fmt: skip
        remove = push_button(
            self.tr("Remove this source"), object_name="columnSetupRemoveSource",
            pressed=lambda: self._setup.remove_source(self.sources.currentRow()),
        )  # fmt: skip
        column.addLayout(_row(add, remove))
        self._tags = QWidget(page)
        form = QFormLayout(self._tags)
        form.setContentsMargins(0, 0, 0, 0)
        self.needed = _field("columnSetupTagsAll", self.tr("Only with all of these hashtags"), page)
        self.banned = _field("columnSetupTagsNone", self.tr("With none of these hashtags"), page)
        self.needed.textEdited.connect(lambda text: self._setup.set_tags(needed=text))
        self.banned.textEdited.connect(lambda text: self._setup.set_tags(banned=text))
        for field in (self.needed, self.banned):
            form.addRow(field.accessibleName(), field)
        column.addWidget(self._tags)
        return page

    def _rules_page(self) -> QWidget:
        page, column = _page(self)
        self.switches: dict[str, QCheckBox] = {}
        for name, label in (
            ("hides_reposts", self.tr("Hide boosts")),
            ("hides_replies", self.tr("Hide replies")),
            ("hides_bots", self.tr("Hide bots")),
            ("hides_seen", self.tr("Hide what I have seen already")),
            ("only_media", self.tr("Only posts with media")),
            ("only_links", self.tr("Only posts with a link")),
        ):
            box = QCheckBox(label, page)
            box.setObjectName(f"columnSetup:{name}")
            box.setAccessibleName(label)
            box.clicked.connect(lambda on, key=name: self._setup.set_rules(**{key: on}))
            self.switches[name] = box
            column.addWidget(box)
        self.languages = _field("columnSetupLanguages", self.tr("Only these languages"), page)
        self.languages.setPlaceholderText(self.tr("en, fr (empty: all)"))
        self.languages.textEdited.connect(self._setup.set_languages)
        form = QFormLayout()
        form.addRow(self.languages.accessibleName(), self.languages)
        column.addLayout(form)
        column.addWidget(plain_label(self.tr("Hide posts with"), look="secondary"))
        self.rules = _list("columnSetupRules", self.tr("Rules"), page)
        column.addWidget(self.rules, 1)
        self.rule_kind = QComboBox(page)
        self.rule_kind.setObjectName("columnSetupRuleKind")
        self.rule_kind.setAccessibleName(self.tr("Kind of rule"))
        for kind in RuleKind:
            self.rule_kind.addItem(rule_kind_name(kind), kind.value)
        self.rule_text = _field("columnSetupRuleText", self.tr("What to hide"), page)
        self.rule_text.returnPressed.connect(self._add_rule)
        self.rule_kind.currentIndexChanged.connect(self._show_example)
        self._show_example()
        add = push_button(
            self.tr("Add rule"), object_name="columnSetupAddRule", pressed=self._add_rule
        )
        row = QHBoxLayout()
        row.addWidget(self.rule_kind)
        row.addWidget(self.rule_text, 1)
        row.addWidget(add)
        column.addLayout(row)
        remove = push_button(
            self.tr("Remove this rule"), object_name="columnSetupRemoveRule",
            pressed=lambda: self._setup.remove_rule(self.rules.currentRow())
            if self.rules.currentRow() >= 0 else None,
        )  # fmt: skip
        clear = push_button(
            self.tr("Remove all rules"), object_name="columnSetupClearRules",
            pressed=self._setup.clear_rules,
        )  # fmt: skip
        column.addLayout(_row(remove, clear))
        return page

    def _pace_page(self) -> QWidget:
        page, column = _page(self)
        self.pace = QComboBox(page)
        self.pace.setObjectName("columnSetupPace")
        self.pace.setAccessibleName(self.tr("New posts come in"))
        for minutes in PACES:
            many = self.tr("every {count} minutes").replace("{count}", str(minutes))
            text = {0: self.tr("at once"), 1: self.tr("every minute")}.get(minutes, many)
            self.pace.addItem(text, minutes)
        self.pace.activated.connect(
            lambda place: self._setup.set_pace(int(self.pace.itemData(place)))
        )
        form = QFormLayout()
        form.addRow(self.tr("New posts come in"), self.pace)
        column.addLayout(form)
        column.addWidget(
            plain_label(
                self.tr("A slow column counts what waits, and shows it when you ask or in time."),
                object_name="columnSetupPaceHelp", look="secondary", wraps=True,
            )
        )  # fmt: skip
        column.addSpacing(12)
        column.addWidget(plain_label(self.tr("When something new comes"), look="secondary"))
        self.alerts: dict[str, QCheckBox] = {}
        for name, label in (
            ("badge", self.tr("Count it on the deck's number")),
            ("sound", self.tr("Play the system's alert sound")),
            ("popup", self.tr("Show a notification on the desktop")),
            ("attention", self.tr("Mark the window in the taskbar")),
        ):
            box = QCheckBox(label, page)
            box.setObjectName(f"columnSetup:{name}")
            box.setAccessibleName(label)
            box.clicked.connect(lambda on, key=name: self._setup.set_alerts(**{key: on}))
            self.alerts[name] = box
            column.addWidget(box)
        column.addStretch(1)
        return page

    # -- filling

    def refresh(self) -> None:
        setup, column = self._setup, self._setup.column
        rows = [(f"{one.title}\n{one.detail}", one.icon, one.colour) for one in setup.sources]
        _fill(self.sources, rows, self.tokens)
        self._tags.setVisible(setup.has_hashtags)
        _text(self.needed, " ".join(f"#{tag}" for tag in column.tags_all))
        _text(self.banned, " ".join(f"#{tag}" for tag in column.tags_none))
        for name, box in self.switches.items():
            box.setChecked(bool(getattr(column.rules, name)))
        _text(self.languages, ", ".join(column.rules.only_languages))
        rules = [
            (f"{rule_kind_name(rule.kind)}: {rule.text}", "filter", "")
            for rule in column.rules.hide
        ]
        _fill(self.rules, rules, self.tokens)
        place = self.pace.findData(column.slow_minutes)
        self.pace.setCurrentIndex(max(0, place))
        for name, box in self.alerts.items():
            box.setChecked(bool(getattr(column.alerts, name)))
        self.problem.setText(setup.problem)
        self.problem.setVisible(bool(setup.problem))
        self.save_button.setEnabled(setup.can_save)

    def _add_rule(self) -> None:
        kind = RuleKind(self.rule_kind.currentData())
        if self._setup.add_rule(kind, self.rule_text.text()):
            self.rule_text.clear()

    def _show_example(self) -> None:
        self.rule_text.setPlaceholderText(rule_example(RuleKind(self.rule_kind.currentData())))


def _page(parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget(parent)
    column = QVBoxLayout(page)
    column.setContentsMargins(12, 12, 12, 12)
    column.setSpacing(8)
    return page, column


def _list(object_name: str, name: str, parent: QWidget) -> QListWidget:
    made = QListWidget(parent)
    made.setObjectName(object_name)
    made.setAccessibleName(name)
    return made


def _field(object_name: str, name: str, parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setObjectName(object_name)
    field.setAccessibleName(name)
    return field


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _text(field: QLineEdit, text: str) -> None:
    if not field.hasFocus() and field.text() != text:
        field.setText(text)


def _fill(target: QListWidget, rows: list[tuple[str, str, str]], tokens: Tokens) -> None:
    """Set the rows, only where they differ, so that the choice stays."""
    if [target.item(row).text() for row in range(target.count())] == [text for text, *_ in rows]:
        return
    target.clear()
    for text, name, colour in rows:
        drawn = icon(name, QColor(colour) if colour else tokens.colour("secondary"))
        item = QListWidgetItem(drawn, text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, text.replace("\n", ", "))
        target.addItem(item)
