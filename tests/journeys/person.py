"""Who uses the app in a journey: finds widgets as they are seen, and has a mouse and keys."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QMessageBox, QWidget

from desktop.domain.account import Account
from desktop.domain.notice import Notice
from desktop.viewmodels.timeline_model import TimelineModel
from desktop.views.column_view import ColumnView
from desktop.views.main_window import MainWindow
from desktop.views.notice_bar import NoticeRow
from tests.journeys.waiting import POLL, until

if TYPE_CHECKING:
    from desktop.app.application import Run
    from desktop.app.services import Services
    from tests.journeys.stage import Stage

W = TypeVar("W", bound=QWidget)
NO_KEYS = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Person:
    """`told` are all notices of this run, also those that are gone."""

    def __init__(self, run: Run, stage: Stage, told: list[Notice]) -> None:
        self.run = run
        self.stage = stage
        self.told = told

    @property
    def services(self) -> Services:
        return self.run.services

    @property
    def window(self) -> MainWindow:
        return self.run.window.main

    # What is seen

    def find(self, name: str, kind: type[W], within: QWidget | None = None) -> W | None:
        """A widget by its objectName, if it can be seen."""
        tops = [within] if within is not None else QApplication.topLevelWidgets()
        for top in tops:
            if not isinstance(top, QWidget) or not top.isVisible():
                continue
            if top.objectName() == name and isinstance(top, kind):
                return top
            for widget in top.findChildren(kind, name):
                if widget.isVisible():
                    return widget
        return None

    async def see(
        self,
        name: str,
        kind: type[W] = QWidget,
        within: QWidget | None = None,  # type: ignore[assignment]
    ) -> W:
        """The widget, once it is there."""
        return await until(
            lambda: self.find(name, kind, within), lambda: f"{name} is seen; {self.describe()}"
        )  # type: ignore[return-value]

    def text(self, name: str, within: QWidget | None = None) -> str:
        """What a label, field or button says; empty while it cannot be seen."""
        widget = self.find(name, QWidget, within)
        said: Callable[[], str] = getattr(widget, "text", str)
        return said()

    async def reads(self, name: str, part: str, within: QWidget | None = None) -> str:
        """Wait until a label says this."""
        return await until(
            lambda: self.text(name, within) if part in self.text(name, within) else "",
            lambda: f"{name} says {part!r}; it says {self.text(name, within)!r}; {self.describe()}",
        )

    @property
    def columns(self) -> tuple[ColumnView, ...]:
        return self.window.deck_view.views

    @property
    def titles(self) -> list[str]:
        return [view.header.title for view in self.columns]

    def column(self, title: str) -> ColumnView:
        found = [view for view in self.columns if view.header.title == title]
        assert found, f"no column {title!r} among {self.titles}"
        return found[0]

    def rows(self, view: ColumnView) -> list[str]:
        """What the rows in the viewport say, from top to bottom."""
        timeline = view.timeline
        model = timeline.model()
        if not timeline.isVisible() or not isinstance(model, TimelineModel):
            return []
        return [str(model.data(model.index(seen.place.row, 0))) for seen in timeline.seen()]

    def has(self, view: ColumnView, part: str) -> bool:
        return any(part in row for row in self.rows(view))

    def row_of(self, view: ColumnView, part: str) -> int:
        """The row's number in the model."""
        for seen, row in zip(view.timeline.seen(), self.rows(view), strict=True):
            if part in row:
                return seen.place.row
        raise AssertionError(f"no row says {part!r}: {self.rows(view)}")

    async def sees(self, view: ColumnView, *parts: str, seconds: float = 10.0) -> None:
        """Wait until rows of the column say each of these."""
        await until(
            lambda: all(self.has(view, part) for part in parts),
            lambda: f"{parts} in {self.rows(view)}; {self.describe()}",
            seconds,
        )

    async def misses(self, view: ColumnView, part: str) -> None:
        await until(lambda: not self.has(view, part), lambda: f"{part!r} goes: {self.rows(view)}")

    @property
    def notices(self) -> list[str]:
        """The sentences in the notice bar."""
        rows = self.window.findChildren(NoticeRow)
        return [row.text.text() for row in rows if row.isVisible()]

    async def is_told(self, part: str) -> str:
        def found() -> str:
            return next((sentence for sentence in self.notices if part in sentence), "")

        return await until(found, lambda: f"a notice says {part!r}; {self.describe()}")

    def describe(self) -> str:
        """For a test that fails: what there is to be seen."""
        columns = [
            f"{view.header.title} [{view.header.state_text}] {view.column.face.value}"
            f" {len(view.column.feed.entries)} posts"
            for view in self.columns
        ]
        tops = [w.objectName() for w in QApplication.topLevelWidgets() if w.isVisible()]
        return f"columns: {columns}; notices: {self.notices}; windows: {tops}"

    # What is done

    async def act(self, do: Callable[[], object]) -> None:
        """Do it as Qt would: between tasks, so that a question may open a loop of its own."""
        errors: list[BaseException] = []
        done = asyncio.Event()
        modals = _modals()

        def run() -> None:
            try:
                do()
            except BaseException as error:
                errors.append(error)
            finally:
                done.set()

        QTimer.singleShot(0, run)
        while not done.is_set() and _modals() == modals:
            await asyncio.sleep(POLL)
        if errors:
            raise errors[0]

    async def click(self, target: str | QWidget, within: QWidget | None = None) -> None:
        """With the left button, in its middle, once it can be clicked."""
        widget = await self.see(target, QWidget, within) if isinstance(target, str) else target
        await until(widget.isEnabled, f"{widget.objectName()} can be clicked")
        await self.act(lambda: QTest.mouseClick(widget, Qt.MouseButton.LeftButton))

    async def type(self, target: str | QWidget, text: str) -> None:
        """After what is there already."""
        widget = await self.see(target) if isinstance(target, str) else target
        widget.setFocus()
        await self.act(lambda: _type(widget, text))

    async def retype(self, target: str, text: str) -> None:
        """Instead of what is there."""
        await self.press(target, Qt.Key.Key_A, CTRL)
        await self.press(target, Qt.Key.Key_Delete)
        await self.type(target, text)

    async def press(
        self, target: str | QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS
    ) -> None:
        widget = await self.see(target) if isinstance(target, str) else target
        widget.setFocus()
        await self.act(lambda: QTest.keyClick(widget, key, modifiers))

    async def command(self, name: str) -> None:
        """One of the window's commands, as its menu runs it."""
        await self.act(self.window.commands.actions[name].trigger)

    async def choose(self, menu: str, item: str) -> None:
        """An action of an open menu, by its objectName or its words."""
        shown = await self.see(menu, QMenu)
        actions = {a.objectName() or a.text(): a for a in shown.actions()}
        actions |= {a.text().partition("\t")[0].replace("&", ""): a for a in shown.actions()}
        assert item in actions, f"no {item!r} among {list(actions)}"
        place = shown.actionGeometry(actions[item]).center()
        await self.act(lambda: QTest.mouseClick(shown, Qt.MouseButton.LeftButton, NO_KEYS, place))

    async def answer(self, button: str) -> None:
        """A question that is being asked, with the button that says this."""
        box = await self.see("question", QMessageBox)
        found = {each.text().replace("&", ""): each for each in box.buttons()}
        assert button in found, f"no {button!r} among {list(found)}"
        one: QAbstractButton = found[button]
        await self.act(lambda: QTest.mouseClick(one, Qt.MouseButton.LeftButton))

    async def take(self, view: ColumnView, part: str) -> None:
        """Put the focus on the row that says this."""
        await self.sees(view, part)
        view.timeline.setFocus()
        view.timeline.set_current(self.row_of(view, part))

    async def press_on(self, view: ColumnView, part: str, key: Qt.Key) -> None:
        """A key on the post that says this."""
        await self.take(view, part)
        await self.act(lambda: QTest.keyClick(view.timeline, key))

    async def click_row(self, view: ColumnView, part: str, at: QPoint) -> None:
        """`at`: from the row's top left."""
        await self.sees(view, part)
        row = self.row_of(view, part)
        top = next(s.place.top for s in view.timeline.seen() if s.place.row == row)
        place = at + QPoint(0, top)
        viewport = view.timeline.viewport()
        await self.act(
            lambda: QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, NO_KEYS, place)
        )

    # Longer ways

    async def settle(self) -> None:
        """Until the window has the keyboard, and the room of a usual screen: the offscreen one
        is so small that the deck would show one column at a time."""
        self.window.resize(1600, 1000)
        await until(self.window.isActiveWindow, "the window is active")

    async def come_back(self) -> None:
        """From a dialog to the window, which a window system does by itself."""
        self.window.activateWindow()
        await self.settle()

    async def sign_in(self, address: str) -> Account:
        """Through the dialog and the browser."""
        before = {account.id for account in self.services.accounts.all}
        await self.command("add_account")
        await self.type("signInServer", address)
        await self.click("signInContinue")
        await until(lambda: self.find("signInDialog", QWidget) is None, self.describe)
        await self.come_back()
        # To the composer: no column is being read, so what is new is shown at once.
        self.run.window.composer.focus_editor()
        new = [one for one in self.services.accounts.all if one.id not in before]
        return new[0] if new else self.services.accounts.all[0]

    async def all_live(self) -> None:
        await until(
            lambda: self.columns and all(v.header.state_text == "live" for v in self.columns),
            self.describe,
        )

    async def quit(self) -> None:
        await self.command("quit")


def _type(widget: QWidget, text: str) -> None:
    """By keys; what no key has comes from an input method, as with people."""
    for is_plain, part in groupby(text, str.isascii):
        piece = "".join(part)
        if is_plain:
            QTest.keyClicks(widget, piece)
        else:
            event = QInputMethodEvent()
            event.setCommitString(piece)
            QApplication.sendEvent(widget, event)


def _modals() -> int:
    return sum(w.isModal() and w.isVisible() for w in QApplication.topLevelWidgets())
