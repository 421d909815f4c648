"""Links, mentions and tags in the link colour; what is too much on a warm ground."""

from __future__ import annotations

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from desktop.domain.account import CountRule
from desktop.viewmodels.composer_text import line_marks
from desktop.views.theme import Tokens


class ComposerHighlighter(QSyntaxHighlighter):
    """Looks at one line at a time: no entity reaches over a line's end."""

    def __init__(self, document: QTextDocument, tokens: Tokens) -> None:
        super().__init__(document)
        self._overflow: int | None = None
        self._rule = CountRule.MASTODON
        self._take(tokens)

    def apply_tokens(self, tokens: Tokens) -> None:
        self._take(tokens)
        self.rehighlight()

    def set_rule(self, rule: CountRule) -> None:
        """Whose links, mentions and tags are marked."""
        if rule is not self._rule:
            self._rule = rule
            self.rehighlight()

    def set_overflow(self, position: int | None) -> None:
        """From this UTF-16 offset on the text is too much; None: it fits."""
        before, self._overflow = self._overflow, position
        if before == position:
            return
        ends = [each for each in (before, position) if each is not None]
        document = self.document()
        block = document.findBlock(min(ends))
        last = document.findBlock(max(ends)) if len(ends) == 2 else document.lastBlock()
        while block.isValid():
            self.rehighlightBlock(block)
            if block == last:
                return
            block = block.next()

    def highlightBlock(self, text: str) -> None:
        marks = line_marks(text, self._rule)
        for start, end in marks:
            self.setFormat(start, end - start, self._entity)
        if self._overflow is None:
            return
        block = self.currentBlock()
        start = max(0, self._overflow - block.position())
        length = block.length() - 1
        if start >= length:
            return
        for start_of_mark, end_of_mark in (*marks, (length, length)):
            if start < start_of_mark:
                self.setFormat(start, start_of_mark - start, self._too_much)
            if end_of_mark > start:
                begin = max(start, start_of_mark)
                self.setFormat(begin, end_of_mark - begin, self._entity_too_much)
                start = end_of_mark

    def _take(self, tokens: Tokens) -> None:
        self._entity = QTextCharFormat()
        self._entity.setForeground(tokens.colour("link"))
        self._too_much = QTextCharFormat()
        self._too_much.setBackground(tokens.colour("warning"))
        self._too_much.setForeground(tokens.colour("on_warning"))
        self._too_much.setFontUnderline(True)
        self._entity_too_much = QTextCharFormat(self._too_much)
