"""The composer on real widgets, by keyboard alone."""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)

from desktop.domain.account import Visibility
from desktop.domain.draft import OutboxState
from desktop.views.composer import ComposerPanel
from desktop.views.composer_accounts import AccountPill
from desktop.views.composer_alt import AltTextDialog
from desktop.views.composer_editor import ComposerEditor
from desktop.views.composer_media_strip import MediaThumb
from desktop.views.counter import Counter
from desktop.views.emoji_picker import EmojiPicker
from desktop.views.theme import tokens
from tests.gui.composer_parts import ATELIER, CLAIRE, Kit, post, wait_for

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Stage:
    def __init__(self, kit: Kit) -> None:
        self.kit = kit
        self.vm = kit.vm
        self.panel: ComposerPanel = kit.panel()
        self.panel.show()
        self.panel.activateWindow()
        self.editor: ComposerEditor = self.panel.editor
        self.panel.focus_editor()
        QApplication.processEvents()

    def find(self, kind: type[QWidget], name: str) -> QWidget:
        found = self.panel.findChild(kind, name)
        assert found is not None, name
        return found

    def type(self, text: str) -> None:
        for letter in text:
            if letter.isascii():
                QTest.keyClick(self.editor, letter)  # type: ignore[call-overload]
            else:
                self.editor.insertPlainText(letter)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        target = QApplication.focusWidget() or self.editor
        QTest.keyClick(target, key, modifier)
        QApplication.processEvents()


def played(test: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    @functools.wraps(test)
    async def run(stage: Stage, *args: object, **named: object) -> None:
        try:
            await test(stage, *args, **named)
        finally:
            stage.kit.rest(stage.panel)

    return run


@pytest.fixture
async def stage(qapp: QApplication) -> AsyncIterator[Stage]:
    qapp.setStyle("Fusion")
    kit = Kit()
    stage = Stage(kit)
    yield stage
    stage.panel.close()
    await kit.close()
    stage.panel.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert kit.errors == []


@played
async def test_write_count_and_send(stage: Stage) -> None:
    counter = stage.find(Counter, "composerCounter")
    send = stage.find(QAbstractButton, "composerSend")
    assert not send.isEnabled()
    stage.type("Hello #world")
    assert stage.vm.text == "Hello #world"
    assert counter.accessibleName() == "488 characters left"
    assert send.isEnabled()
    assert send.accessibleName() == "Post as Claire · public"
    stage.press(Qt.Key.Key_Return)
    assert stage.vm.text == "Hello #world\n"
    stage.press(Qt.Key.Key_Return, CONTROL)
    assert stage.editor.text == ""
    await wait_for(lambda: stage.kit.outbox.items)
    assert stage.kit.outbox.items[0].draft.text == "Hello #world\n"
    assert stage.editor.hasFocus()


@played
async def test_undo_in_an_empty_editor_takes_the_post_back(stage: Stage) -> None:
    stage.kit.settings.value = msgspec.structs.replace(
        stage.kit.settings.value, undo_send_seconds=30
    )
    stage.type("Too early")
    stage.press(Qt.Key.Key_Return, CONTROL)
    await wait_for(lambda: stage.kit.outbox_vm.rows)
    strip = stage.find(QWidget, "outboxStrip")
    assert strip.isVisible()
    label = strip.findChild(QLabel, "outboxSentence")
    assert label is not None
    assert "Sending in" in label.text()
    stage.press(Qt.Key.Key_Z, CONTROL)
    await wait_for(lambda: stage.editor.text == "Too early")
    assert not strip.isVisible()


@played
async def test_undo_first_undoes_typing(stage: Stage) -> None:
    stage.type("abc")
    stage.press(Qt.Key.Key_Z, CONTROL)
    assert stage.editor.text == ""
    assert stage.vm.text == ""


@played
async def test_overflow_is_marked_and_sending_is_off(stage: Stage) -> None:
    stage.vm.write_as(ATELIER.id)
    stage.editor.insertPlainText("\U0001f600" * 98 + "abcdef")
    assert stage.vm.judgement.overflow == 98 * 2 + 2
    assert not stage.find(QAbstractButton, "composerSend").isEnabled()
    marked = [
        (each.start, each.length)
        for each in stage.editor.document().firstBlock().layout().formats()
        if each.format.background().style() != Qt.BrushStyle.NoBrush
    ]
    assert marked == [(198, 4)]
    stage.press(Qt.Key.Key_Backspace)
    assert stage.find(Counter, "composerCounter").accessibleName() == "3 characters too many"
    for _ in range(3):
        stage.press(Qt.Key.Key_Backspace)
    assert stage.vm.can_send
    assert not any(
        each.format.background().style() != Qt.BrushStyle.NoBrush
        for each in stage.editor.document().firstBlock().layout().formats()
    )


@played
async def test_entities_are_coloured(stage: Stage) -> None:
    stage.editor.insertPlainText("Hi @bob see https://example.org/a #tag")
    link = tokens("light").colour("link")
    formats = stage.editor.document().firstBlock().layout().formats()
    coloured = [
        stage.editor.text[each.start : each.start + each.length]
        for each in formats
        if each.format.foreground().color() == link
    ]
    assert coloured == ["@bob", "https://example.org/a", "#tag"]


@played
async def test_no_break_spaces_survive(stage: Stage) -> None:
    stage.editor.insertPlainText("Vraiment\u00a0?")
    assert stage.vm.text == "Vraiment\u00a0?"


@played
async def test_rich_text_is_pasted_as_plain(stage: Stage) -> None:
    data = QMimeData()
    data.setHtml("<b>Bold</b> <a href='https://example.org'>link</a>")
    data.setText("Bold link")
    stage.editor.insertFromMimeData(data)
    assert stage.vm.text == "Bold link"
    assert "font-weight:7" not in stage.editor.toHtml()


@played
async def test_a_pasted_picture_and_a_dropped_file_are_attached(
    stage: Stage, tmp_path: Path
) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    data = QMimeData()
    data.setImageData(image)
    stage.editor.insertFromMimeData(data)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "cat.png"))])
    stage.editor.insertFromMimeData(dropped)
    await wait_for(lambda: len(stage.vm.draft.media) == 2)
    assert [media.name for media in stage.vm.draft.media] == ["Pasted picture.png", "cat.png"]
    assert stage.vm.text == ""


@played
async def test_accounts_are_changed_with_the_arrow_keys(stage: Stage) -> None:
    stage.type("Hi")
    pill = stage.find(AccountPill, f"composerAccount:{CLAIRE.id}")
    pill.setFocus()
    stage.press(Qt.Key.Key_Right)
    assert stage.vm.account == ATELIER
    assert stage.editor.text == "Hi"
    assert stage.find(QAbstractButton, "composerSend").accessibleName() == (
        "Post as Atelier Volière · public"
    )


@played
async def test_an_answer_and_esc(stage: Stage) -> None:
    stage.type("An idea")
    stage.vm.reply(post("What do you think?", visibility=Visibility.FOLLOWERS))
    assert stage.editor.hasFocus()
    context = stage.find(QWidget, "composerContext")
    assert context.isVisible()
    assert context.accessibleName() == "In reply to @bob@far.example. What do you think?"
    assert stage.editor.textCursor().atEnd()
    stage.type("much")
    assert stage.vm.text == "@bob@far.example @eve much"
    stage.press(Qt.Key.Key_Escape)
    assert not context.isVisible()
    assert stage.editor.text == ""
    drafts = stage.find(QAbstractButton, "composerDrafts")
    assert drafts.text() == "Drafts (2)"
    drafts.setFocus()
    stage.press(Qt.Key.Key_Space)
    menu = stage.panel.findChild(QMenu, "composerDraftsMenu")
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert stage.editor.text == "An idea"


@played
async def test_content_warning_poll_and_visibility_by_key(stage: Stage) -> None:
    stage.type("Which one?")
    stage.press(Qt.Key.Key_W, CONTROL | SHIFT)
    warning = stage.find(QLineEdit, "composerWarning")
    assert warning.hasFocus()
    QTest.keyClicks(warning, "choices")
    stage.press(Qt.Key.Key_Return)
    assert stage.editor.hasFocus()
    stage.press(Qt.Key.Key_P, CONTROL | SHIFT)
    first = stage.find(QLineEdit, "composerPollOption:1")
    assert first.hasFocus()
    QTest.keyClicks(first, "Tea")
    stage.press(Qt.Key.Key_Return)
    second = stage.find(QLineEdit, "composerPollOption:2")
    assert second.hasFocus()
    QTest.keyClicks(second, "Coffee")
    poll = stage.vm.draft.poll
    assert poll is not None
    assert poll.options == ("Tea", "Coffee")
    assert stage.vm.draft.content_warning == "choices"
    assert stage.vm.can_send
    stage.press(Qt.Key.Key_V, CONTROL | SHIFT)
    menu = stage.panel.findChild(QMenu, "composerVisibilityMenu")
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert stage.vm.draft.visibility is Visibility.FOLLOWERS
    audience = stage.find(QLabel, "composerAudience")
    assert audience.text().startswith("Your 1")


@played
async def test_pictures_are_described_moved_and_removed_by_key(stage: Stage) -> None:
    stage.vm.media.add_files(["/tmp/a.png", "/tmp/b.png"])
    await wait_for(lambda: len(stage.vm.draft.media) == 2)
    first = stage.find(MediaThumb, "composerMedia:1")
    assert first.accessibleName() == "Picture 1 of 2: no description"
    first.setFocus()
    stage.press(Qt.Key.Key_Return)
    dialog = stage.find(AltTextDialog, "altTextDialog")
    text = dialog.findChild(QPlainTextEdit, "altText")
    assert text is not None
    QTest.keyClicks(text, "A heron")
    QTest.keyClick(text, Qt.Key.Key_Return, CONTROL)
    QApplication.processEvents()
    assert stage.vm.draft.media[0].alt == "A heron"
    QTest.keyClick(first, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert [media.id for media in stage.vm.draft.media] == ["m2", "m1"]
    QTest.keyClick(first, Qt.Key.Key_Delete)
    assert [media.id for media in stage.vm.draft.media] == ["m1"]


@played
async def test_a_missing_description_is_asked_about_once(stage: Stage) -> None:
    stage.vm.media.add_files(["/tmp/a.png"])
    await wait_for(lambda: stage.vm.draft.media and not stage.vm.media.pending)
    note = stage.find(QLabel, "composerFindings")
    assert note.isVisible()
    assert note.text().startswith("A picture has no description.")
    stage.panel.focus_editor()
    stage.press(Qt.Key.Key_Return, CONTROL)
    send = stage.find(QAbstractButton, "composerSend")
    assert send.accessibleName() == "Post anyway as Claire"
    assert stage.kit.outbox.items == ()
    stage.press(Qt.Key.Key_Return, CONTROL)
    await wait_for(lambda: stage.kit.outbox.items)


@played
async def test_completion_by_key(stage: Stage) -> None:
    stage.type("Hi @bo")
    popup = stage.find(QWidget, "completionPopup")
    await wait_for(popup.isVisible)
    assert stage.editor.hasFocus()
    stage.press(Qt.Key.Key_Down)
    stage.press(Qt.Key.Key_Return)
    assert stage.editor.text == "Hi @bobette "
    assert stage.kit.autocomplete.used == ["bobette@example.org"]
    assert not popup.isVisible()
    stage.type("#ve")
    await wait_for(popup.isVisible)
    stage.press(Qt.Key.Key_Escape)
    assert not popup.isVisible()
    stage.press(Qt.Key.Key_Return)
    assert stage.editor.text == "Hi @bobette #ve\n"


@played
async def test_the_emoji_picker(stage: Stage) -> None:
    stage.press(Qt.Key.Key_E, CONTROL | SHIFT)
    picker = stage.find(EmojiPicker, "emojiPicker")
    search = picker.findChild(QLineEdit, "emojiSearch")
    names = picker.findChild(QListWidget, "emojiList")
    assert search is not None
    assert names is not None
    QTest.keyClicks(search, "blob")
    await wait_for(lambda: names.count() == 1)
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert stage.editor.text == ":blobcat: "
    stage.press(Qt.Key.Key_E, CONTROL | SHIFT)
    QTest.keyClicks(search, "grinning face")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert stage.editor.text == ":blobcat: \U0001f600"


@played
async def test_a_refused_post_is_back_with_its_reason(stage: Stage) -> None:
    stage.type("Hello")
    stage.press(Qt.Key.Key_Return, CONTROL)
    await wait_for(lambda: stage.kit.outbox.items)
    stage.kit.outbox.refuse(stage.kit.outbox.items[0], "Too <b>rude</b>")
    await wait_for(lambda: stage.editor.text == "Hello")
    problem = stage.find(QLabel, "composerProblem")
    assert problem.text() == "example.org did not take this post: Too <b>rude</b>"
    assert problem.textFormat() is Qt.TextFormat.PlainText


@played
async def test_names_in_the_strip_are_no_markup(stage: Stage) -> None:
    stage.kit.accounts.replace(msgspec.structs.replace(CLAIRE, name="<img src=x>"), ATELIER)
    stage.type("Hello")
    stage.press(Qt.Key.Key_Return, CONTROL)
    await wait_for(lambda: stage.kit.outbox.items)
    stage.kit.outbox.put(
        msgspec.structs.replace(stage.kit.outbox.items[0], state=OutboxState.SENDING)
    )
    label = stage.panel.findChild(QLabel, "outboxSentence")
    assert label is not None
    assert "&lt;img src=x&gt;" in label.text()


@played
async def test_tab_goes_through_everything_in_order(stage: Stage) -> None:
    stage.type("Hi")
    seen = []
    for _ in range(12):
        stage.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        seen.append(focus.objectName() if focus else "")
        if seen[-1] == "composerSend":
            break
    assert seen == [
        "composerVisibility", "composerAddImage", "composerAddPoll", "composerAddWarning",
        "composerEmoji", "composerThread", "composerLanguage", "composerSend",
    ]  # fmt: skip


@played
async def test_every_control_has_a_name(stage: Stage) -> None:
    stage.vm.set_text("Hi")
    stage.vm.media.add_files(["/tmp/a.png"])
    await wait_for(lambda: stage.vm.draft.media)
    stage.press(Qt.Key.Key_P, CONTROL | SHIFT)
    kinds = (QAbstractButton, QLineEdit, ComposerEditor, QListWidget)
    controls = [each for kind in kinds for each in stage.panel.findChildren(kind)]
    assert len(controls) > 15
    for control in controls:
        if control.objectName().startswith("qt_") or isinstance(control.parent(), QLineEdit):
            continue
        assert control.objectName(), control
        name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        assert name, control.objectName()


@played
async def test_what_cannot_be_done_is_not_offered(stage: Stage) -> None:
    stage.vm.write_as(ATELIER.id)
    assert not stage.find(QAbstractButton, "composerAddPoll").isVisible()
    assert not stage.find(QAbstractButton, "composerAddWarning").isVisible()
    assert not stage.find(QAbstractButton, "composerLanguage").isVisible()
    assert stage.find(QAbstractButton, "composerAddImage").isVisible()


@pytest.mark.parametrize("name", ["light", "dark", "high_contrast"])
@played
async def test_every_theme_and_size_is_painted(stage: Stage, name: str) -> None:
    stage.type("Hi @bob")
    stage.vm.media.add_files(["/tmp/a.png"])
    await wait_for(lambda: stage.vm.draft.media)
    stage.panel.apply_tokens(tokens(name, text_scale=200))
    QApplication.processEvents()
    picture = stage.panel.grab().toImage()
    send = stage.find(QAbstractButton, "composerSend")
    button = send.grab().toImage()
    assert button.pixelColor(20, button.height() // 2).name() == CLAIRE.colour.lower()
    assert not picture.isNull()
    thumb = stage.find(MediaThumb, "composerMedia:1")
    assert thumb.width() == 168


@played
async def test_a_thread_by_keyboard_alone(stage: Stage) -> None:
    stage.type("One")
    stage.press(Qt.Key.Key_Return, CONTROL | SHIFT)
    stage.type("Two")
    assert stage.vm.draft.is_thread
    assert [each.part.sent for each in stage.vm.parts] == ["One", "Two"]
    line = stage.find(QWidget, "composerPart2")
    assert line.isVisible()
    place = line.findChild(QWidget, "composerPartPlace")
    assert place is not None
    assert place.accessibleName() == "Part 2 of 2: 497 characters left"
    stage.press(Qt.Key.Key_Return, CONTROL)
    await wait_for(lambda: len(stage.kit.outbox.items) == 2)
    assert stage.editor.text == ""
    assert not line.isVisible()


@played
async def test_another_account_joins_by_the_menu(stage: Stage) -> None:
    stage.type("Both")
    button = stage.find(QToolButton, "composerAlso")
    button.setFocus()
    stage.press(Qt.Key.Key_Space)
    menu = stage.find(QMenu, "composerAlsoMenu")
    next(each for each in menu.actions() if each.text().startswith("Atelier")).trigger()
    pills = stage.panel.findChildren(AccountPill)
    assert [pill.isChecked() for pill in pills] == [True, True]
    assert stage.find(Counter, "composerCounter2").isVisible()
    QTest.mouseClick(pills[0], Qt.MouseButton.LeftButton)
    assert stage.vm.draft.all_accounts == (CLAIRE.id,)
    assert [pill.isChecked() for pill in pills] == [True, False]


@played
async def test_nothing_is_wider_than_the_composer(stage: Stage) -> None:
    stage.vm.media.add_files(["a.png"])
    await wait_for(lambda: stage.vm.draft.media)
    stage.vm.add_or_leave(ATELIER.id)
    stage.vm.set_thread(True)
    stage.vm.set_numbered(True)
    stage.vm.set_text("A sentence of some words, and then some more of them. " * 12)
    scroll = stage.find(QScrollArea, "composerScroll")
    body = stage.find(QWidget, "composerBody")
    for _ in range(5):
        QApplication.processEvents()
    assert stage.find(QWidget, "composerPart5").isVisible()
    assert body.minimumSizeHint().width() <= scroll.viewport().width()  # type: ignore[attr-defined]
