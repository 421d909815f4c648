"""The menu on a link or a picture inside a post; the post's own menu is one entry of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCursor, QGuiApplication, QPixmap
from PySide6.QtWidgets import QFileDialog, QMenu, QToolTip, QWidget

from desktop.domain.account import AccountId
from desktop.domain.post import Attachment, AttachmentKind, Post
from desktop.viewmodels.row import PostRow
from desktop.views.images import ImageStore
from desktop.views.timeline.pointer import Pointer
from desktop.views.timeline.row_layout import TargetKind
from desktop.views.timeline.surface import Surface, activate

_STILL = frozenset({AttachmentKind.IMAGE})


class PlaceMenu(QObject):
    """Builds the menu and does what is chosen in it."""

    def __init__(self, view: Surface, pointer: Pointer, images: ImageStore | None) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._pointer = pointer
        self._owner: QWidget = view.viewport()
        self._images = images

    def at(self, point: QPoint) -> QMenu | None:
        """For selected text, a link or a picture there; None where only the post is."""
        seen = self._view.seen_at(point.y())
        post = seen.layout.post if seen is not None else None
        if seen is None or post is None:
            return None
        found = self._pointer.hit(seen, point)

        def open_it() -> bool:
            return activate(self._view, seen, found)

        menu, row, target = None, seen.layout.row, found.target
        kind, value = (target.kind, target.value) if target is not None else (None, None)
        if self._view.selected_text():
            menu = self.for_selection(self._view.copy)
        elif found.link is not None:
            menu = self.for_link(found.link[1].target, open_it)
        elif kind is TargetKind.LINK:
            menu = self.for_link(str(value), open_it)
        elif kind is TargetKind.MEDIA and isinstance(row, PostRow) and isinstance(value, int):
            menu = self.for_media(post, row.media[value], open_it)
        if menu is not None:
            self._add_post_menu(menu, post)
        return menu

    def for_link(self, address: str, open_it: Callable[[], object]) -> QMenu:
        """`address` may be empty for a hashtag that has none."""
        menu = self._menu(self.tr("Link menu"))
        self._add(menu, "open_link", self.tr("Open"), open_it)
        if address.startswith(("http://", "https://")):
            self._add(menu, "copy_link", self.tr("Copy the link"), lambda: self.copy(address))
        return menu

    def for_media(self, post: Post, item: Attachment, open_it: Callable[[], object]) -> QMenu:
        menu = self._menu(self.tr("Media menu"))
        address = item.url or item.preview_url
        self._add(menu, "open_media", self.tr("Open"), open_it)
        if self._images is not None and item.kind in _STILL and address:
            self._add(
                menu, "copy_picture", self.tr("Copy the picture"),
                lambda: self.copy_picture(post.account, address),
            )  # fmt: skip
        if item.alt:
            self._add(
                menu, "copy_description", self.tr("Copy the description"),
                lambda: self.copy(item.alt),
            )  # fmt: skip
        if address:
            self._add(
                menu, "copy_address", self.tr("Copy the address"),
                lambda: self.copy(item.remote_url or address),
            )  # fmt: skip
        if self._images is not None and address:
            self._add(
                menu, "save_media", self.tr("Save…"), lambda: self._save(post.account, address)
            )
        return menu

    def for_selection(self, copy: Callable[[], object]) -> QMenu:
        menu = self._menu(self.tr("Text menu"))
        self._add(menu, "copy_text", self.tr("Copy the selected text"), copy)
        return menu

    def _add_post_menu(self, menu: QMenu, post: Post) -> None:
        """The way to everything else that can be done with the post."""
        menu.addSeparator()
        self._add(
            menu, "post_menu", self.tr("More about this post…"),
            lambda: self._view.menu_requested.emit(post, QCursor.pos()),
        )  # fmt: skip

    def copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def copy_picture(self, account: AccountId, address: str) -> None:
        """As large as the server has it; said under the pointer when it has come."""
        if self._images is not None:
            self._images.bring(account, address, self._take_picture)

    def save_to(self, account: AccountId, address: str, path: str) -> None:
        if self._images is not None:
            self._images.save(account, address, path, self._saved)

    def _save(self, account: AccountId, address: str) -> None:
        name = PurePosixPath(urlsplit(address).path).name or "media"
        path, _ = QFileDialog.getSaveFileName(self._owner, self.tr("Save"), name)
        if path:
            self.save_to(account, address, path)

    def _take_picture(self, pixmap: QPixmap | None) -> None:
        if pixmap is None:
            self._say(self.tr("This picture could not be loaded"))
        else:
            QGuiApplication.clipboard().setPixmap(pixmap)
            self._say(self.tr("Copied"))

    def _saved(self, is_saved: bool) -> None:
        self._say(self.tr("Saved") if is_saved else self.tr("It could not be saved"))

    def _say(self, text: str) -> None:
        if self._owner.isVisible():
            QToolTip.showText(QCursor.pos(), text, self._owner)

    def _menu(self, name: str) -> QMenu:
        menu = QMenu(self._owner)
        menu.setObjectName("placeMenu")
        menu.setAccessibleName(name)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _add(self, menu: QMenu, name: str, text: str, run: Callable[[], object]) -> None:
        action = menu.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(lambda _=False: run())
