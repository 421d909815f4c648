"""A post's menu, and the questions that come before what cannot be undone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from desktop.domain.post import Post
from desktop.domain.settings import Settings
from desktop.viewmodels.post_actions_vm import PostActionsViewModel
from desktop.views.controls import key_name
from desktop.views.icons import icon
from desktop.views.theme import Tokens


def ask(owner: QWidget, question: str, yes: str) -> bool:
    """A yes-or-no question; No is what Escape and Return mean."""
    translate = QCoreApplication.translate
    box = QMessageBox(owner)
    box.setObjectName("question")
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(translate("Question", "Volière"))
    box.setText(question)
    accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(translate("Question", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.exec()
    answer = box.clickedButton() is accept
    box.deleteLater()
    return answer


class PostMenu(QObject):
    """Does what is asked of a post, after asking where the settings want that."""

    def __init__(self, posts: PostActionsViewModel, tokens: Tokens, owner: QWidget) -> None:
        super().__init__(owner)
        self._posts = posts
        self._owner = owner
        self.tokens = tokens
        self.settings = Settings()

    def build(self, post: Post) -> QMenu:
        menu = QMenu(self._owner)
        menu.setObjectName("postMenu")
        menu.setAccessibleName(self.tr("Post menu"))
        for item in self._posts.menu(post):
            if not item.action:
                menu.addSeparator()
                continue
            action = menu.addAction(
                f"{item.label}\t{key_name(item.key)}" if item.key else item.label
            )
            action.setObjectName(item.action)
            if item.icon:
                action.setIcon(icon(item.icon, self.tokens.colour("secondary")))
            action.triggered.connect(
                lambda _=False, name=item.action, asks=item.asks: self.request(post, name, asks)
            )
        return menu

    def show(self, post: Post, at: QPoint) -> None:
        menu = self.build(post)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def request(self, post: Post, action: str, asks: str = "") -> None:
        question = self._question(post, action, asks)
        if not question or ask(self._owner, question, self.tr("Yes")):
            self._posts.request(post, action)

    def _question(self, post: Post, action: str, asks: str) -> str:
        if action == "delete" and not self.settings.confirm_delete:
            return ""
        if action == "delete" and not asks:
            return self.tr("Delete this post? It cannot be brought back.")
        if action == "repost" and self.settings.confirm_repost:
            if not post.shown.viewer.has_reposted:
                name = post.shown.author.display_name
                return self.tr("Show this post of {name} to your followers?").format(name=name)
            return ""
        return asks
