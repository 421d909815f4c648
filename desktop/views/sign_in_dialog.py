"""Adding an account: the server, the browser, and what to do when either does not work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.viewmodels.sign_in_vm import SignInPhase, SignInViewModel
from desktop.views.controls import plain_label, push_button
from desktop.views.dialog import Dialog
from desktop.views.theme import Tokens


class SignInDialog(Dialog):
    """Shows one page for each phase of the viewmodel; closing it cancels what runs."""

    def __init__(
        self,
        sign_in: SignInViewModel,
        tokens: Tokens,
        server: str = "",
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Add an account") if not server else self.tr("Sign in again")
        super().__init__(title, "signInDialog", tokens, parent)
        self._sign_in = sign_in
        self.setMinimumWidth(tokens.size(460))
        self.pages = QStackedWidget(self)
        self._by_phase = {
            SignInPhase.ASKING: self._asking_page(server),
            SignInPhase.WORKING: self._working_page(),
            SignInPhase.BROWSER: self._browser_page(),
            SignInPhase.CODE: self._code_page(),
            SignInPhase.KEYRING: self._keyring_page(),
        }
        for page in self._by_phase.values():
            self.pages.addWidget(page)
        self.problem = plain_label(object_name="signInProblem", look="problem", wraps=True)
        self.body.addWidget(self.problem)
        self.body.addWidget(self.pages, 1)
        self.cancel_button = push_button(
            self.tr("Cancel"), object_name="signInCancel", pressed=self._cancel
        )
        self.main_button = push_button(
            self.tr("Continue"), object_name="signInContinue", look="main", pressed=self._go_on
        )
        self.main_button.setDefault(True)
        self.code_button = push_button(
            self.tr("Paste a code instead"), object_name="signInUseCode", look="link",
            pressed=lambda: sign_in.use_code(self.server.text()),
        )  # fmt: skip
        self.add_buttons(self.cancel_button, self.main_button, left=self.code_button)
        sign_in.changed.connect(self._refresh)
        sign_in.finished.connect(lambda _: self.accept())
        self._refresh()
        (self.name if sign_in.asks_password else self.server).setFocus()

    def reject(self) -> None:
        self._sign_in.cancel()
        super().reject()

    def _asking_page(self, server: str) -> QWidget:
        page, column = _page(self)
        self.network = QComboBox(page)
        self.network.setObjectName("signInNetwork")
        self.network.setAccessibleName(self.tr("Network"))
        for name, label in zip(self._sign_in.networks, self._sign_in.network_names, strict=True):
            self.network.addItem(label, name)
        self.network.setCurrentIndex(self._sign_in.networks.index(self._sign_in.network))
        self.network.setVisible(self.network.count() > 1)
        self.network.currentIndexChanged.connect(
            lambda _: self._sign_in.choose_network(str(self.network.currentData()))
        )
        column.addWidget(self.network, 0, Qt.AlignmentFlag.AlignLeft)
        self.ask = plain_label(object_name="signInAsk", look="secondary", wraps=True, parent=page)
        column.addWidget(self.ask)
        self.name = self._field("signInName", self.tr("Handle"), page, self._sign_in.name)
        self.password = self._field("signInPassword", self.tr("App password"), page)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText("xxxx-xxxx-xxxx-xxxx")
        self.server = self._field("signInServer", self.tr("Server"), page, server)
        self.form = QFormLayout()
        for label, field in (
            (self.tr("Handle"), self.name),
            (self.tr("App password"), self.password),
            (self.tr("Server"), self.server),
        ):
            self.form.addRow(label, field)
        column.addLayout(self.form)
        self.help = plain_label(object_name="signInHelp", look="note", wraps=True, parent=page)
        column.addWidget(self.help)
        self.password_page = push_button(
            self.tr("Make an app password…"), object_name="signInPasswordPage", look="link",
            pressed=self._sign_in.open_password_page,
        )  # fmt: skip
        column.addWidget(self.password_page, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    def _field(self, object_name: str, name: str, page: QWidget, text: str = "") -> QLineEdit:
        field = QLineEdit(text, page)
        field.setObjectName(object_name)
        field.setAccessibleName(name)
        field.textChanged.connect(lambda _: self._refresh_buttons())
        return field

    def _refresh_asking(self) -> None:
        """What the chosen network wants to know, in its own words."""
        words, by_password = self._sign_in.words, self._sign_in.asks_password
        self.ask.setText(words.ask_server)
        self.help.setText(words.sign_in_help)
        self.help.setVisible(bool(words.sign_in_help))
        self.name.setPlaceholderText(words.handle_example)
        self.server.setPlaceholderText(words.server_example)
        for field in (self.name, self.password):
            self.form.setRowVisible(field, by_password)
        self.form.labelForField(self.server).setVisible(by_password)
        self.form.setHorizontalSpacing(10 if by_password else 0)
        self.password_page.setVisible(by_password and bool(words.password_page))

    def _working_page(self) -> QWidget:
        page, column = _page(self)
        self.step = plain_label(object_name="signInStep", wraps=True, parent=page)
        column.addWidget(self.step)
        column.addWidget(_busy(self.tr("Signing in"), page))
        column.addStretch(1)
        return page

    def _browser_page(self) -> QWidget:
        page, column = _page(self)
        self.browser_text = plain_label(object_name="signInBrowser", wraps=True, parent=page)
        column.addWidget(self.browser_text)
        column.addWidget(_busy(self.tr("Waiting for your browser"), page))
        self.browser_help = plain_label(
            self.tr("Did the browser not open? Open this address yourself:"),
            object_name="signInBrowserHelp", look="secondary", wraps=True, parent=page,
        )  # fmt: skip
        column.addWidget(self.browser_help)
        self.url = QLineEdit(page)
        self.url.setObjectName("signInUrl")
        self.url.setAccessibleName(self.tr("Address of the server's sign-in page"))
        self.url.setReadOnly(True)
        row = QHBoxLayout()
        row.addWidget(self.url, 1)
        row.addWidget(
            push_button(self.tr("Copy"), object_name="signInCopyUrl", pressed=self._copy_url)
        )
        row.addWidget(
            push_button(
                self.tr("Open"), object_name="signInOpenUrl", pressed=self._sign_in.open_page
            )
        )
        column.addLayout(row)
        column.addStretch(1)
        return page

    def _code_page(self) -> QWidget:
        page, column = _page(self)
        column.addWidget(
            plain_label(
                self.tr("Say yes on the server's page. It then shows a code: paste it here."),
                object_name="signInCodeText", wraps=True,
            )
        )  # fmt: skip
        form = QFormLayout()
        self.code_url = QLineEdit(page)
        self.code_url.setObjectName("signInCodeUrl")
        self.code_url.setAccessibleName(self.tr("Address of the server's sign-in page"))
        self.code_url.setReadOnly(True)
        form.addRow(self.tr("Page"), self.code_url)
        self.code = QLineEdit(page)
        self.code.setObjectName("signInCode")
        self.code.setAccessibleName(self.tr("Code"))
        self.code.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.code.textChanged.connect(lambda _: self._refresh_buttons())
        form.addRow(self.tr("Code"), self.code)
        column.addLayout(form)
        column.addStretch(1)
        return page

    def _keyring_page(self) -> QWidget:
        page, column = _page(self)
        self.keyring_text = plain_label(
            object_name="signInKeyring", look="note", wraps=True, parent=page
        )
        column.addWidget(self.keyring_text)
        self.save_again = push_button(
            self.tr("Try the keyring again"), object_name="signInSaveAgain",
            pressed=self._sign_in.save_again,
        )  # fmt: skip
        column.addWidget(self.save_again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    def _refresh(self) -> None:
        sign_in = self._sign_in
        self._refresh_asking()
        self.problem.setText(sign_in.problem)
        self.problem.setVisible(bool(sign_in.problem))
        self.problem.setAccessibleName(sign_in.problem)
        self.step.setText(sign_in.step_sentence)
        self.browser_text.setText(sign_in.step_sentence)
        self.keyring_text.setText(sign_in.keyring_sentence)
        for field in (self.url, self.code_url):
            if field.text() != sign_in.url:
                field.setText(sign_in.url)
                field.setCursorPosition(0)
        if sign_in.phase not in (SignInPhase.ASKING, SignInPhase.WORKING):
            self.password.clear()
        page = self._by_phase.get(sign_in.phase)
        if page is not None and page is not self.pages.currentWidget():
            self.pages.setCurrentWidget(page)
            asked = self.name if sign_in.asks_password else self.server
            first = {SignInPhase.ASKING: asked, SignInPhase.CODE: self.code}
            if sign_in.phase in first:
                first[sign_in.phase].setFocus()
        self._refresh_buttons()

    def _refresh_buttons(self) -> None:
        phase = self._sign_in.phase
        by_password = self._sign_in.asks_password
        labels = {
            SignInPhase.ASKING: self.tr("Sign in") if by_password else self.tr("Continue"),
            SignInPhase.CODE: self.tr("Sign in"),
            SignInPhase.KEYRING: self.tr("Keep for this run only"),
        }
        label = labels.get(phase, "")
        self.main_button.setVisible(bool(label))
        self.main_button.setText(label)
        self.main_button.setAccessibleName(label)
        has_server = bool(self.server.text().strip())
        has_name = bool(self.name.text().strip() and self.password.text().strip())
        self.main_button.setEnabled(
            (phase is SignInPhase.ASKING and (has_name if by_password else has_server))
            or (phase is SignInPhase.CODE and bool(self.code.text().strip()))
            or phase is SignInPhase.KEYRING
        )
        self.code_button.setVisible(
            not by_password and phase in (SignInPhase.ASKING, SignInPhase.BROWSER)
        )
        self.code_button.setEnabled(has_server)

    def _go_on(self) -> None:
        match self._sign_in.phase:
            case SignInPhase.ASKING if self._sign_in.asks_password:
                self._sign_in.enter(self.name.text(), self.password.text(), self.server.text())
            case SignInPhase.ASKING:
                self._sign_in.begin(self.server.text())
            case SignInPhase.CODE:
                self._sign_in.submit_code(self.code.text())
            case SignInPhase.KEYRING:
                self._sign_in.keep_for_this_run()

    def _cancel(self) -> None:
        """Back to the server while something runs, else away."""
        if self._sign_in.phase is SignInPhase.ASKING:
            self.reject()
        else:
            self._sign_in.cancel()

    def _copy_url(self) -> None:
        QGuiApplication.clipboard().setText(self.url.text())


def _page(parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget(parent)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    return page, column


def _busy(name: str, parent: QWidget) -> QProgressBar:
    bar = QProgressBar(parent)
    bar.setObjectName("signInProgress")
    bar.setAccessibleName(name)
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    return bar
