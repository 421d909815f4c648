"""What of a post is searched, ready for many searches.

The store's index must hold `index_text(post)`, so that its answer holds every post that
`query.matches` would take.
"""

from __future__ import annotations

from functools import cached_property

from desktop.domain.post import Post, QuoteState
from desktop.domain.query import HasKind
from desktop.domain.richtext import SpanKind
from desktop.text.fold import fold, words_of


class SearchText:
    """A post as searches see it: what a reader sees of it, folded once."""

    def __init__(self, post: Post) -> None:
        self._post = post.shown
        self._author = post.author.handle if post.repost_of else ""

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """Text, content warning, alt texts, poll options, card title, quoted text."""
        post = self._post
        parts = [post.text.text, post.content_warning]
        parts += [attachment.alt for attachment in post.attachments]
        if post.poll is not None:
            parts += [option.title for option in post.poll.options]
        if post.card is not None:
            parts.append(post.card.title)
        quote = post.quote
        if quote is not None and quote.state is QuoteState.SHOWN and quote.post is not None:
            parts += [quote.post.text.text, quote.post.content_warning]
        return tuple(part for part in parts if part)

    @cached_property
    def folded(self) -> str:
        return "\n".join(map(fold, self.parts))

    @cached_property
    def words(self) -> str:
        """All words with a space around each; a bar between parts, so that no phrase matches
        across two of them."""
        return " | ".join(words_of(fold(part)) for part in self.parts)

    @cached_property
    def word_set(self) -> frozenset[str]:
        return frozenset(self.words.split())

    @cached_property
    def tags(self) -> frozenset[str]:
        post = self._post
        names = {fold(tag) for tag in post.tags}
        names.update(fold(span.target) for span in post.text.spans if span.kind is SpanKind.HASHTAG)
        return frozenset(names)

    @cached_property
    def handles(self) -> frozenset[str]:
        """The author's handle with and without host; who reposted it counts too."""
        found = set()
        for handle in (self._post.author.handle, self._author):
            if handle:
                full = handle.lstrip("@").casefold()
                found |= {full, full.partition("@")[0]}
        return frozenset(found)

    @property
    def language(self) -> str:
        return self._post.language.casefold()

    def has(self, kind: HasKind) -> bool:
        post = self._post
        if kind is HasKind.MEDIA:
            return bool(post.attachments)
        if kind is HasKind.POLL:
            return post.poll is not None
        return post.card is not None or any(span.kind is SpanKind.LINK for span in post.text.spans)


def index_text(post: Post) -> str:
    """What the full-text index holds of a post: its folded words and its tags."""
    text = SearchText(post)
    return f"{text.words} | {' | '.join(words_of(tag) for tag in sorted(text.tags))}"
