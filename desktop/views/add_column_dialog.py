"""Adding a column: whose, of what kind, with which parameter."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.account import AccountId
from desktop.domain.timeline_kind import TimelineKind
from desktop.viewmodels.add_column_vm import AddColumnViewModel
from desktop.viewmodels.column_types import Parameter, kind_help, kind_name
from desktop.views.controls import plain_label, portrait, push_button
from desktop.views.dialog import Dialog
from desktop.views.icons import icon
from desktop.views.keywords_form import KeywordsForm
from desktop.views.theme import Tokens


class AddColumnDialog(Dialog):
    """The kinds on the left, what the chosen one asks for on the right."""

    chosen = Signal(object)
    """Column"""

    def __init__(
        self,
        add: AddColumnViewModel,
        tokens: Tokens,
        parent: QWidget | None = None,
        *,
        is_source: bool = False,
    ) -> None:
        """`is_source`: it is for a column that is there already."""
        title = self.tr("Add a source") if is_source else self.tr("Add a column")
        super().__init__(title, "addColumnDialog", tokens, parent)
        self._add = add
        self.resize(tokens.size(860), tokens.size(580))
        self.account = QComboBox(self)
        self.account.setObjectName("addColumnAccount")
        self.account.setAccessibleName(self.tr("Account"))
        ratio = self.devicePixelRatioF()
        for account in add.accounts:
            picture = portrait(None, account.display_name, QColor(account.colour), 18, ratio=ratio)
            text = f"{account.display_name}  @{account.handle}"
            self.account.addItem(picture, text, account.id)
        self.account.currentIndexChanged.connect(self._on_account)
        self.kinds = QListWidget(self)
        self.kinds.setObjectName("addColumnKinds")
        self.kinds.setAccessibleName(self.tr("Kind of column"))
        self.kinds.setFixedWidth(tokens.size(200))
        self.kinds.setIconSize(QSize(tokens.size(18), tokens.size(18)))
        self.kinds.currentItemChanged.connect(self._on_kind)
        self.help = plain_label(object_name="addColumnHelp", look="secondary", wraps=True)
        self.problem = plain_label(object_name="addColumnProblem", look="problem", wraps=True)
        self.pages = QStackedWidget(self)
        self._by_parameter = {
            Parameter.NONE: QWidget(self),
            Parameter.TAG: self._tag_page(),
            Parameter.LIST: self._list_page(),
            Parameter.PERSON: self._person_page(),
            Parameter.WORDS: self._words_page(),
            Parameter.QUERY: KeywordsForm(add.keywords, tokens, self),
        }
        for page in self._by_parameter.values():
            self.pages.addWidget(page)
        self._lay_out()
        self.add_button = push_button(
            self.tr("Add source") if is_source else self.tr("Add column"),
            object_name="addColumnAdd", look="main", pressed=self._accept,
        )  # fmt: skip
        self.add_button.setDefault(True)
        cancel = push_button(self.tr("Cancel"), object_name="addColumnCancel", pressed=self.reject)
        self.add_buttons(cancel, self.add_button)
        add.changed.connect(self._refresh)
        self._fill_kinds()
        self._refresh()

    def choose_kind(self, kind: TimelineKind) -> None:
        for place in range(self.kinds.count()):
            if self.kinds.item(place).data(Qt.ItemDataRole.UserRole) == kind.value:
                self.kinds.setCurrentRow(place)
        form = self._by_parameter[Parameter.QUERY]
        if kind is TimelineKind.SAVED_SEARCH and isinstance(form, KeywordsForm):
            form.query.setFocus()

    @property
    def keywords(self) -> KeywordsForm:
        form = self._by_parameter[Parameter.QUERY]
        if not isinstance(form, KeywordsForm):
            raise TypeError(form)
        return form

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.account)
        right.addWidget(self.help)
        right.addWidget(self.problem)
        right.addWidget(self.pages, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.kinds)
        row.addLayout(right, 1)
        self.body.addLayout(row, 1)

    def _tag_page(self) -> QWidget:
        page, column = _page(self)
        self.tag = _line_edit("addColumnTag", self.tr("Hashtag"), self.tr("#caturday"), page)
        self.tag.textEdited.connect(self._add.type_text)
        completer = QCompleter([], self.tag)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._add.type_text)
        self.tag.setCompleter(completer)
        self._tag_completer = completer
        column.addWidget(self.tag)
        column.addStretch(1)
        return page

    def _list_page(self) -> QWidget:
        page, column = _page(self)
        self.lists = QListWidget(page)
        self.lists.setObjectName("addColumnLists")
        self.lists.setAccessibleName(self.tr("Your lists"))
        self.lists.currentRowChanged.connect(self._on_list)
        self.no_lists = plain_label(object_name="addColumnNoLists", look="note", wraps=True)
        column.addWidget(self.lists, 1)
        column.addWidget(self.no_lists)
        column.addStretch(0)
        return page

    def _person_page(self) -> QWidget:
        page, column = _page(self)
        self.person = _line_edit(
            "addColumnPerson", self.tr("Person"), self.tr("@name@example.org"), page
        )
        self.person.textEdited.connect(self._add.type_text)
        self.person.returnPressed.connect(self._add.find_person)
        find = push_button(
            self.tr("Find"), object_name="addColumnFind", pressed=self._add.find_person
        )
        row = QHBoxLayout()
        row.addWidget(self.person, 1)
        row.addWidget(find)
        column.addLayout(row)
        self.people = QListWidget(page)
        self.people.setObjectName("addColumnPeople")
        self.people.setAccessibleName(self.tr("People found"))
        self.people.currentRowChanged.connect(self._on_person)
        column.addWidget(self.people, 1)
        return page

    def _words_page(self) -> QWidget:
        page, column = _page(self)
        self.words = _line_edit("addColumnWords", self.tr("Words"), self.tr("Words"), page)
        self.words.textEdited.connect(self._add.type_text)
        column.addWidget(self.words)
        column.addWidget(
            plain_label(
                self.tr(
                    "The server decides what it finds. For words that you follow for long, "
                    "live and on several servers, choose Keywords."
                ),
                object_name="addColumnWordsHelp", look="note", wraps=True,
            )
        )  # fmt: skip
        column.addStretch(1)
        return page

    def _fill_kinds(self) -> None:
        network = self._add.account.network if self._add.account is not None else "mastodon"
        colour = self.tokens.colour("secondary")
        self.kinds.blockSignals(True)
        self.kinds.clear()
        for item in self._add.types:
            row = QListWidgetItem(icon(item.icon, colour), kind_name(item.kind, network))
            row.setData(Qt.ItemDataRole.UserRole, item.kind.value)
            self.kinds.addItem(row)
            if item.kind is self._add.kind:
                self.kinds.setCurrentItem(row)
        self.kinds.blockSignals(False)

    def _refresh(self) -> None:
        add = self._add
        self.help.setText(kind_help(add.kind))
        self.problem.setText(add.problem)
        self.problem.setVisible(bool(add.problem))
        self.pages.setCurrentWidget(self._by_parameter[add.parameter])
        self.account.setVisible(add.parameter is not Parameter.QUERY)
        self.add_button.setEnabled(add.column() is not None)
        self._tag_completer.model().setStringList([f"#{tag}" for tag in add.tags])  # type: ignore[attr-defined]
        _fill(self.lists, [info.title for info in add.lists])
        self.lists.setVisible(bool(add.lists))
        looking = self.tr("Looking for your lists…")
        none = self.tr("This account has no lists yet. Make one on your server's website.")
        self.no_lists.setText(looking if add.is_asking else none)
        self.no_lists.setVisible(not add.lists)
        _fill(self.people, [f"{one.display_name}\n@{one.handle}" for one in add.people])

    def _on_account(self, place: int) -> None:
        self._add.choose_account(AccountId(self.account.itemData(place)))
        self._fill_kinds()

    def _on_kind(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            for field in (self.tag, self.person, self.words):
                field.clear()
            self._add.choose_kind(TimelineKind(item.data(Qt.ItemDataRole.UserRole)))

    def _on_list(self, place: int) -> None:
        if 0 <= place < len(self._add.lists):
            self._add.choose_list(self._add.lists[place])

    def _on_person(self, place: int) -> None:
        if 0 <= place < len(self._add.people):
            self._add.choose_person(self._add.people[place])

    def _accept(self) -> None:
        column = self._add.column()
        if column is not None:
            self.chosen.emit(column)
            self.accept()


class EditKeywordsDialog(Dialog):
    """The search of a column that is there already."""

    def __init__(self, form: KeywordsForm, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Edit keywords"), "editKeywordsDialog", tokens, parent)
        self.resize(tokens.size(760), tokens.size(520))
        self.form = form
        self.body.addWidget(form, 1)
        self.save_button = push_button(
            self.tr("Save"), object_name="editKeywordsSave", look="main", pressed=self.accept
        )
        self.save_button.setDefault(True)
        cancel = push_button(
            self.tr("Cancel"), object_name="editKeywordsCancel", pressed=self.reject
        )
        self.add_buttons(cancel, self.save_button)

    def set_can_save(self, can_save: bool) -> None:
        self.save_button.setEnabled(can_save)


def _page(parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget(parent)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    return page, column


def _line_edit(object_name: str, name: str, example: str, parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setObjectName(object_name)
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    return field


def _fill(target: QListWidget, texts: list[str]) -> None:
    """Set the rows, only where they differ, so that the choice stays."""
    if [target.item(row).text() for row in range(target.count())] != texts:
        target.clear()
        target.addItems(texts)
