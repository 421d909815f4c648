"""One run of Volière, from the first window to an orderly stop."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.app import loop
from desktop.app.crash import CrashGuard
from desktop.app.options import Options
from desktop.app.services import Services, open_services
from desktop.app.single_instance import SingleInstance
from desktop.app.translations import Translations
from desktop.app.view_models import ViewModels, make_view_models
from desktop.app.window import Window
from desktop.domain.errors import StoreError
from desktop.domain.settings import Settings
from desktop.networks.registry import DEMO, NETWORKS
from desktop.services.folders import Folders
from desktop.services.log import Log
from desktop.services.notices import Notices
from desktop.services.secrets import Secrets
from desktop.services.sessions import OpensAccounts
from desktop.text import urls
from desktop.viewmodels.messages import store_sentence
from desktop.views.style import Appearance, load_fonts

if TYPE_CHECKING:
    from desktop.networks.demo.network import DemoNetwork

_log = logging.getLogger("voliere")

FILL_SECONDS = 30.0
"""How long a screenshot waits for the columns."""
STOP_SECONDS = 10.0
"""How long an orderly stop may take."""
PAINT_SECONDS = 0.4
"""How long the network waits at most for columns to be painted from the store."""
PREPARE_AFTER = 2.0
"""Seconds after the window is there."""


def run(options: Options, folders: Folders) -> int:
    """The exit code: 0 for a good end, also when another Volière was brought to the front."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    QCoreApplication.setApplicationName("Volière")
    QCoreApplication.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("io.github.voliere.Voliere")
    application = QApplication([sys.argv[0] if sys.argv else "voliere"])
    application.setQuitOnLastWindowClosed(False)
    instance = SingleInstance(folders.data)
    if not instance.take():
        if instance.call_first():
            print("voliere: already running with this profile; its window comes to the front")
            return 0
        print("voliere: another Volière uses this profile and does not answer", file=sys.stderr)
        return 1
    log = Log(folders.logs, is_debug=options.debug)
    notices = Notices()
    guard = CrashGuard(folders.logs, notices.report)
    try:
        return loop.run(
            application, Run(application, options, folders, log, notices, guard, instance).main()
        )
    finally:
        guard.close()
        instance.close()
        log.close()


async def _prepare() -> None:
    """What the start does without, but typing needs: made ready once the columns are there.
    What lives by then lives long: the collector need not look at it again."""
    await asyncio.sleep(PREPARE_AFTER)
    await asyncio.to_thread(urls.prepare)
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def open_in_browser(url: str) -> bool:
    """False where no browser could be started."""
    return QDesktopServices.openUrl(QUrl(url))


def _demo_network(*, stands_still: bool) -> DemoNetwork:
    """Imported for a demo only: others start without its world."""
    from desktop.app.demo import network

    return network(stands_still=stands_still)


def secrets_of(options: Options) -> Secrets:
    """The system's keyring; a profile of its own has entries of its own there."""
    if options.profile is None:
        return Secrets()
    return Secrets(f"voliere:{options.profile.resolve()}")


class Run:
    """One run on a loop that is already there. `open_browser` and `secrets` are what a run
    reaches outside of its profile; a test hands in its own. `main` ends when `stop` is called
    or the window is closed."""

    def __init__(
        self,
        application: QApplication,
        options: Options,
        folders: Folders,
        log: Log,
        notices: Notices,
        guard: CrashGuard,
        instance: SingleInstance,
        *,
        open_browser: Callable[[str], bool] = open_in_browser,
        secrets: Secrets | None = None,
    ) -> None:
        self._application = application
        self._options = options
        self._folders = folders
        self._log = log
        self._notices = notices
        self._guard = guard
        self._instance = instance
        is_picture = options.screenshot is not None
        self._demo = _demo_network(stands_still=is_picture) if options.demo else None
        self._translations = Translations()
        self._open_browser = open_browser
        self._secrets = secrets or secrets_of(options)
        self._stop = asyncio.Event()
        self._reopening = asyncio.Lock()
        self.is_open = asyncio.Event()
        """Set once the window is there; `services`, `models` and `window` then are, too."""
        self.services: Services
        self.models: ViewModels
        self.window: Window

    def stop(self) -> None:
        """Ask for an orderly end."""
        self._stop.set()

    async def main(self) -> int:
        event_loop = asyncio.get_running_loop()
        self._guard.watch(event_loop)
        signals = loop.StopSignals(self._stop.set)
        try:
            return await self._main()
        finally:
            signals.close()

    async def _main(self) -> int:
        load_fonts()
        try:
            services = await open_services(
                self._folders, self._networks(), self._log, self._notices,
                open_browser=self._open_browser, secrets=self._secrets,
            )  # fmt: skip
        except StoreError as error:
            _log.error("The store cannot be opened: %s", error)
            print(f"voliere: {store_sentence(error.fault)}", file=sys.stderr)
            return 1
        self.services = services
        try:
            return await self._live(services)
        finally:
            # Whatever happened: a database that is left open keeps its thread, and the process.
            await self._close(services)

    async def _live(self, services: Services) -> int:
        if self._demo is not None:
            from desktop.app.demo import open_demo

            await open_demo(services, self._demo)
        self._translations.speak(services.settings.value.language)
        appearance = Appearance(self._application, services.settings.value)
        self._open_window(services, appearance)
        forget_settings = services.settings.changed.connect(
            lambda value: self._take_settings(services, appearance, value)
        )
        self._instance.listen(lambda: self.window.bring_to_front())
        services.scope.start(self._begin(services), name="start")
        services.scope.start(self.models.composer.start(), name="composer")
        services.scope.start(_prepare(), name="prepare")
        self.is_open.set()
        code = 0
        if self._options.screenshot is not None:
            code = await self._take_picture(self._options.screenshot)
        else:
            await self._stop.wait()
        forget_settings()
        return code

    async def _begin(self, services: Services) -> None:
        """First what is stored is painted; what reaches the network is loaded after that."""
        end = time.monotonic() + PAINT_SECONDS
        columns = self.models.deck.columns
        while time.monotonic() < end and not all(column.feed.entries for column in columns):  # noqa: ASYNC110 - for 0.4 s at most
            await asyncio.sleep(0.02)
        await asyncio.sleep(0.02)
        await services.start()

    def _networks(self) -> dict[str, OpensAccounts]:
        networks: dict[str, OpensAccounts] = dict(NETWORKS)
        if self._demo is not None:
            networks[DEMO] = self._demo
        return networks

    def _open_window(self, services: Services, appearance: Appearance) -> None:
        memory = QSettings(str(self._folders.config / "window.ini"), QSettings.Format.IniFormat)
        self.models = make_view_models(services)
        offered = tuple(name for name in NETWORKS if name != DEMO)
        networks = (DEMO,) if self._demo is not None else offered
        self.window = Window(services, self.models, appearance, memory, networks)
        self.window.main.closing.connect(self._stop.set)
        if self._options.screenshot is not None:
            self.window.main.resize(*self._options.size)
        self.window.main.show()
        self.window.main.start()

    def _take_settings(
        self, services: Services, appearance: Appearance, settings: Settings
    ) -> None:
        appearance.use(settings)
        before = self._translations.language
        if self._translations.speak(settings.language) != before:
            services.scope.start(self._reopen(services, appearance), name="language")

    async def _reopen(self, services: Services, appearance: Appearance) -> None:
        """Another language: the window is made anew, since every text of it changes. What was
        open, written and read goes on in the new one."""
        async with self._reopening:
            former, models = self.window, self.models
            former.main.closing.disconnect(self._stop.set)
            beside = models.deck.opened_beside
            focused, solo = former.main.deck_view.focused, models.deck.solo
            has_settings = former.main.dialogs.current("settingsDialog") is not None
            former.main.remember()
            await models.composer.close()
            await _let_go(models)
            self._open_window(services, appearance)
            if former.main.windowState() == Qt.WindowState.WindowNoState:
                self.window.main.setGeometry(former.main.geometry())
            self.models.deck.reopen_beside(beside)
            if solo is not None:
                self.models.deck.set_solo(solo.id)
            if focused is not None:
                self.window.main.deck_view.focus_column(focused.column.id)
            if has_settings:
                self.window.main.dialogs.settings()
            services.scope.start(self.models.composer.start(), name="composer")
            former.main.close()
            former.close()
            await models.scope.close()

    async def _take_picture(self, path: Path) -> int:
        """Wait until the columns are filled, save what the window shows, and end."""
        deadline = time.monotonic() + FILL_SECONDS
        calm = 0
        while calm < 5 and time.monotonic() < deadline and not self._stop.is_set():
            await asyncio.sleep(0.1)
            calm = calm + 1 if self.window.is_filled() else 0
        if not self.window.main.grab().save(str(path)):
            print(f"voliere: cannot write the picture {path}", file=sys.stderr)
            return 1
        return 0

    async def _close(self, services: Services) -> None:
        is_open = self.is_open.is_set()
        if is_open:
            self.window.main.hide()
        try:
            async with asyncio.timeout(STOP_SECONDS):
                if is_open:
                    await self.models.composer.close()
                await services.close()
        except TimeoutError:
            _log.warning("The orderly stop took too long and was cut short")
        finally:
            await services.close_files()
        if is_open:
            self.window.main.close()
            self.window.close()
        self._translations.close()


async def _let_go(models: ViewModels) -> None:
    """Nothing of a window that goes listens to the services any more; its places are kept."""
    columns = models.deck.all_columns
    models.deck.close()
    for model in (models.accounts, models.notices, models.settings, models.outbox):
        model.close()
    await asyncio.gather(*(column.feed.close() for column in columns))
