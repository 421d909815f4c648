"""The window: the rail, the composer's slot and the deck, side by side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QPoint, QSettings, Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop.domain.account import AccountId
from desktop.domain.notice import Notice
from desktop.domain.post import Post
from desktop.viewmodels.accounts_vm import AccountsViewModel
from desktop.viewmodels.deck_vm import UNDO_CLEAR, UNDO_REMOVE, DeckViewModel
from desktop.viewmodels.decks_vm import UNDO_REMOVE_DECK
from desktop.viewmodels.keys_vm import KeysViewModel
from desktop.viewmodels.notices_vm import NoticesViewModel
from desktop.viewmodels.post_actions_vm import PostActionsViewModel
from desktop.viewmodels.settings_form import SettingsViewModel
from desktop.views import theme
from desktop.views.column_view import WIDEST, ColumnView
from desktop.views.deck_view import DeckView, MakePanel, MakeTimeline
from desktop.views.digit_keys import digit_place
from desktop.views.icons import app_icon
from desktop.views.images import ImageStore
from desktop.views.post_menu import PostMenu
from desktop.views.rail import Rail
from desktop.views.theme import Tokens
from desktop.views.window_commands import WindowCommands
from desktop.views.window_dialogs import DialogParts, WindowDialogs

DEFAULT_SIZE = (1600, 1000)
NARROW = 640


class MainWindow(QMainWindow):
    """Wires what the parts ask for to the viewmodels that do it.

    `memory` keeps the window's place and whether the composer is folded away.
    """

    compose_wanted = Signal(str)
    """AccountId to write with; empty: the one chosen last."""
    media_wanted = Signal(object, int)
    """Post and which of its attachments: for the viewer."""
    closing = Signal()

    def __init__(
        self,
        *,
        deck: DeckViewModel,
        accounts: AccountsViewModel,
        notices: NoticesViewModel,
        posts: PostActionsViewModel,
        settings: SettingsViewModel,
        tokens: Tokens,
        make_timeline: MakeTimeline,
        dialog_parts: DialogParts,
        memory: QSettings,
        make_panel: MakePanel = lambda _column, _tokens: None,
        images: ImageStore | None = None,
        composer: QWidget | None = None,
        keys: KeysViewModel | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(self.tr("Volière"))
        self.setWindowIcon(app_icon())
        self.deck = deck
        self.accounts = accounts
        self.tokens = tokens
        self._notices = notices
        self._posts = posts
        self._settings = settings
        self._memory = memory
        self.dialogs = WindowDialogs(self, deck, accounts, settings, dialog_parts, tokens, keys)

        self.rail = Rail(accounts, deck.decks, images, tokens, self)
        self.composer_slot = QFrame(self)
        self.composer_slot.setObjectName("composerSlot")
        self._composer: QWidget | None = None
        self._covers_deck = False
        self._wants_composer = bool(memory.value("window/composer", True, type=bool))
        self._slot_layout = QVBoxLayout(self.composer_slot)
        self._slot_layout.setContentsMargins(0, 0, 0, 0)
        self.deck_view = DeckView(deck, notices, tokens, make_timeline, make_panel, self)
        self.post_menu = PostMenu(posts, tokens, self)
        self.post_menu.settings = settings.value
        of_window: dict[str, Callable[[], object]] = {
            "compose": self.compose,
            "toggle_composer": self.toggle_composer,
            "full_screen": self.toggle_full_screen,
            "menu": self.show_menu,
            "quit": self.close,
        }
        self.commands = WindowCommands(
            self, deck, self.deck_view, self.dialogs, of_window, tokens, keys
        )
        self._lay_out()
        self._connect()
        self.set_tokens(tokens)
        self.set_composer(composer)
        self._restore()

    @property
    def is_composer_shown(self) -> bool:
        return not self.composer_slot.isHidden()

    def set_composer(self, composer: QWidget | None) -> None:
        """Put the composer into its slot; without one the slot is not there at all."""
        self._composer = composer
        if composer is not None:
            self._slot_layout.addWidget(composer)
        self._fit()

    def show_composer(self, is_shown: bool) -> None:
        """In a narrow window it takes the deck's place for as long as somebody writes."""
        if self.is_narrow:
            self._covers_deck = is_shown
        else:
            self._wants_composer = is_shown
        self._fit()

    @property
    def is_narrow(self) -> bool:
        """Without room for the composer and a column side by side."""
        return self.width() < self.tokens.size(NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self.is_narrow
        wants = self._covers_deck if is_narrow else self._wants_composer
        is_shown = wants and self._composer is not None
        width = self.tokens.size(theme.COMPOSER_WIDTH)
        if is_narrow:
            self.composer_slot.setMinimumWidth(0)
            self.composer_slot.setMaximumWidth(WIDEST)
        else:
            self._covers_deck = False
            self.composer_slot.setFixedWidth(width)
        self.composer_slot.setVisible(is_shown)
        self.deck_view.setVisible(not (is_narrow and is_shown))

    def set_tokens(self, tokens: Tokens) -> None:
        """Another theme, density or text size."""
        self.tokens = tokens
        self.rail.set_tokens(tokens)
        self.deck_view.set_tokens(tokens)
        self.commands.set_tokens(tokens)
        self.dialogs.tokens = tokens
        self.post_menu.tokens = tokens
        self._fit()
        self._line.setStyleSheet(f"background: {tokens.colours.hairline};")

    def start(self) -> None:
        """Open the deck's columns."""
        self.deck.start()
        self.deck_view.refresh()
        first = self.deck.columns[:1]
        if first:
            self.deck_view.focus_column(first[0].id)

    def toggle_composer(self) -> None:
        self.show_composer(not self.is_composer_shown)

    def compose(self, account: str = "") -> None:
        """Bring the composer into view, with this account, and give it the keyboard."""
        self.show_composer(True)
        self.compose_wanted.emit(account)
        if self._composer is not None:
            self._composer.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decks and columns are called by the row of digits, whatever it says."""
        place, modifiers = digit_place(event), event.modifiers()
        if place and modifiers == Qt.KeyboardModifier.ControlModifier:
            self.commands.actions[f"deck_{place}"].trigger()
        elif place and modifiers == Qt.KeyboardModifier.NoModifier:
            self.commands.actions[f"column_{place}"].trigger()
        else:
            super().keyPressEvent(event)

    def toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def show_menu(self, at: QPoint | None = None) -> None:
        where = at or self.rail.mapToGlobal(QPoint(self.rail.width(), self.rail.height() // 2))
        self.commands.menu().popup(where)

    def remember(self) -> None:
        """Keep where the window is and whether it has the composer, for the next one."""
        self._memory.setValue("window/geometry", self.saveGeometry())
        self._memory.setValue("window/composer", self._wants_composer)
        self._memory.sync()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.remember()
        self.closing.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        body = QWidget(self)
        body.setObjectName("mainBody")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._line = QFrame(body)
        self._line.setFixedWidth(1)
        row.addWidget(self.rail)
        row.addWidget(self._line)
        row.addWidget(self.composer_slot)
        row.addWidget(self.deck_view, 1)
        self.setCentralWidget(body)
        self.setMinimumSize(360, 360)

    def _connect(self) -> None:
        rail, dialogs = self.rail, self.dialogs
        rail.account_chosen.connect(self.compose)
        rail.profile_wanted.connect(self._show_own_profile)
        rail.sign_in_wanted.connect(dialogs.sign_in)
        rail.accounts_wanted.connect(dialogs.accounts)
        rail.add_column_wanted.connect(dialogs.add_column)
        rail.composer_toggled.connect(self.toggle_composer)
        rail.search_wanted.connect(dialogs.search)
        rail.settings_wanted.connect(dialogs.settings)
        rail.menu_wanted.connect(self.show_menu)
        self.deck_view.sign_in_wanted.connect(dialogs.sign_in)
        self.deck_view.add_column_wanted.connect(dialogs.add_column)
        self.deck_view.column_opened.connect(self._connect_column)
        for view in self.deck_view.views:
            self._connect_column(view)
        dialogs.browse_requested.connect(self.browse)
        self.deck.edit_requested.connect(dialogs.edit_search)
        self.deck.setup_requested.connect(dialogs.set_up)
        self._notices.action_requested.connect(self._on_notice)
        self._posts.copy_requested.connect(self.copy)
        self._posts.browse_requested.connect(self.browse)
        self._posts.open_requested.connect(self._open_thread)
        self._settings.changed.connect(self._on_setting)

    def _connect_column(self, view: ColumnView) -> None:
        timeline, column = view.timeline, view.column
        timeline.link_activated.connect(self.browse)
        timeline.hashtag_activated.connect(
            lambda tag, account: self.deck.open_hashtag(AccountId(account), tag, column.id)
        )
        timeline.profile_activated.connect(
            lambda profile, account: self.deck.open_profile(AccountId(account), profile, column.id)
        )
        timeline.post_activated.connect(lambda post: self.deck.open_thread(post, column.id))
        timeline.media_activated.connect(self.media_wanted)
        timeline.action_requested.connect(self.post_menu.request)
        timeline.vote_requested.connect(self._posts.vote)
        timeline.menu_requested.connect(self.post_menu.show)

    def browse(self, url: str) -> None:
        """In the system's browser; only web addresses."""
        address = QUrl(url)
        if address.scheme() in ("http", "https"):
            QDesktopServices.openUrl(address)

    def copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def _open_thread(self, post: Post) -> None:
        focused = self.deck_view.focused
        self.deck.open_thread(post, focused.column.id if focused is not None else "")

    def _show_own_profile(self, account_id: str) -> None:
        self.deck.open_own_profile(AccountId(account_id))

    def _on_notice(self, notice: Notice) -> None:
        """What the buttons of notices do that are the window's business."""
        doing: dict[str, Callable[[], object]] = {
            UNDO_REMOVE: self.deck.undo_remove,
            UNDO_CLEAR: lambda: self.deck.undo_clear(notice),
            UNDO_REMOVE_DECK: self.deck.decks.undo_remove,
            "sign_in": lambda: self.dialogs.sign_in(notice.subject),
            "unlock": lambda: self.accounts.reopen(AccountId(notice.subject)),
            "show_log": self.dialogs.log,
            "settings": self.dialogs.settings,
        }
        do = doing.get(notice.action)
        if do is not None:
            do()

    def _on_setting(self, _name: str) -> None:
        self.post_menu.settings = self._settings.value

    def _restore(self) -> None:
        geometry = self._memory.value("window/geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(*DEFAULT_SIZE)
