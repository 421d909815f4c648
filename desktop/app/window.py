"""The window of one run: views joined to viewmodels."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from typing import Any

from PySide6.QtCore import QObject, QSettings, Qt

from desktop.app.services import Services
from desktop.app.view_models import Parts, ViewModels
from desktop.domain.account import AccountId
from desktop.domain.post import Post
from desktop.viewmodels.alerts_vm import AlertsViewModel
from desktop.viewmodels.column_vm import ColumnViewModel, Face
from desktop.views.alerts import DesktopAlerts
from desktop.views.composer import ComposerPanel
from desktop.views.images import ImageStore
from desktop.views.main_window import MainWindow
from desktop.views.profile_panel import ProfilePanel
from desktop.views.style import Appearance
from desktop.views.theme import Tokens
from desktop.views.timelines import Timelines
from desktop.views.viewer import MediaViewer


class Window(QObject):
    """Makes the main window; `images` are shared by everything that shows pictures."""

    def __init__(
        self,
        services: Services,
        models: ViewModels,
        appearance: Appearance,
        memory: QSettings,
        networks: Sequence[str],
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._models = models
        self._parts = Parts(services, models, networks)

        def start(work: Coroutine[Any, Any, Any]) -> Any:
            return models.scope.start(work, name="picture")

        self.images = ImageStore(services.media.fetch, start, self)
        tokens = appearance.tokens
        self.composer = ComposerPanel(
            models.composer, models.outbox, models.completion, tokens, self.images
        )
        self.main = MainWindow(
            deck=models.deck,
            accounts=models.accounts,
            notices=models.notices,
            posts=models.posts,
            settings=models.settings,
            tokens=tokens,
            make_timeline=Timelines(models.settings, self.images, self),
            dialog_parts=self._parts,
            memory=memory,
            make_panel=self._make_panel,
            images=self.images,
            composer=self.composer,
            keys=models.keys,
        )
        self._alerts = AlertsViewModel(models.deck, models.settings, self)
        DesktopAlerts(self._alerts, self.main, models.deck.show)
        self.main.compose_wanted.connect(self._compose)
        self.main.media_wanted.connect(self._show_media)
        models.composer.focus_wanted.connect(self._write)
        appearance.tokens_changed.connect(self._take_tokens)

    def close(self) -> None:
        self._appearance.tokens_changed.disconnect(self._take_tokens)
        self.main.deleteLater()

    def _make_panel(self, column: ColumnViewModel, tokens: Tokens) -> ProfilePanel | None:
        model = self._parts.profile(column)
        if model is None:
            return None
        panel = ProfilePanel(model, self.images, tokens)
        panel.link_activated.connect(lambda url: self.main.browse(url))
        panel.hashtag_activated.connect(
            lambda tag: self._models.deck.open_hashtag(model.account_id, tag, column.id)
        )
        model.start()
        return panel

    def _compose(self, account: str) -> None:
        if account:
            self._models.composer.write_as(AccountId(account))
        self.composer.focus_editor()

    def _write(self) -> None:
        """The composer got something to answer, quote or edit."""
        self.main.show_composer(True)
        self.composer.focus_editor()

    def _show_media(self, post: Post, index: int) -> None:
        viewer = MediaViewer(post.shown, index, self.images, self._appearance.tokens, self.main)
        viewer.link_activated.connect(self.main.browse)
        viewer.show()

    def _take_tokens(self, tokens: Tokens) -> None:
        self.main.set_tokens(tokens)
        self.composer.apply_tokens(tokens)

    def bring_to_front(self) -> None:
        """A second Volière was started on this profile."""
        state = self.main.windowState() & ~Qt.WindowState.WindowMinimized
        self.main.setWindowState(state | Qt.WindowState.WindowActive)
        self.main.raise_()
        self.main.activateWindow()

    def is_filled(self) -> bool:
        """Every column shows what it has, and no picture is on its way."""
        columns = self._models.deck.columns
        is_settled = all(column.face is not Face.LOADING for column in columns)
        return is_settled and not self.images.is_busy
