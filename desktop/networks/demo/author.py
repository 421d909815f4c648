"""Invents what people write: one post from the phrase-book at a time."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta
from random import Random

from desktop.domain.account import Visibility
from desktop.domain.post import Attachment, LinkCard
from desktop.domain.richtext import SpanKind
from desktop.networks.demo import bags, rich
from desktop.networks.demo.people import Person
from desktop.networks.demo.phrases import Card, PhraseBook
from desktop.networks.demo.phrases_ar import ARABIC
from desktop.networks.demo.phrases_de import GERMAN
from desktop.networks.demo.phrases_en import ENGLISH
from desktop.networks.demo.phrases_fr import FRENCH
from desktop.networks.demo.phrases_ja import JAPANESE
from desktop.networks.demo.pictures import card_picture, make_picture
from desktop.networks.demo.portraits import EMOJI_NAMES
from desktop.networks.demo.records import Ballot, Writing
from desktop.networks.demo.world import World

BOOKS = {book.language: book for book in (FRENCH, ENGLISH, GERMAN, JAPANESE, ARABIC)}
_EMOJIS = frozenset(EMOJI_NAMES)
_SCENES_OF = {
    "birds": ("forest", "river", "hills"),
    "river": ("river", "sea", "canal"),
    "town": ("canal", "poster", "train"),
    "food": ("table",),
    "trains": ("train", "hills"),
    "type": ("poster", "drift"),
    "web": ("poster", "drift", "hills"),
    "work": ("drift", "poster", "table"),
    "veille": ("canal", "poster", "river"),
    "fun": ("sea", "forest", "table"),
}

_OF_PICTURES = ("objectif", "lens", "Licht", "光", "صورة")
"""Answers with these words are for posts with pictures."""


class Author:
    """Writes posts for the people of a world, never twice the same in a row."""

    def __init__(self, world: World, seed: int) -> None:
        self._world = world
        self._seed = seed
        self._bags = bags.Bags(seed)
        self._pictures = 0
        self._said: deque[str] = deque(maxlen=200)

    def book_of(self, person: Person, rng: Random) -> PhraseBook:
        languages = person.languages.split()
        return BOOKS[languages[0] if rng.random() < 0.7 else rng.choice(languages)]

    def begin(self, person: Person, at: datetime, language: str) -> Writing:
        return Writing(id=self._world.make_id(at), author=person.id, at=at, language=language)

    def say(self, writing: Writing, source: str) -> Writing:
        """Give a post its text and all that follows from it."""
        writing.source = source
        writing.text = rich.compose(source, _EMOJIS)
        writing.tags = rich.targets(writing.text, SpanKind.HASHTAG)
        known = (self._world.handles.get(handle, "") for handle in rich.handles(source))
        writing.mentions = tuple(other for other in known if other and other != writing.author)
        return writing

    def phrase(self, book: PhraseBook, theme: str, rng: Random) -> tuple[str, Card | None]:
        """A sentence of the theme, and the page that it links to."""
        sentence = self._bags.draw(
            (book.language, theme), book.posts[theme], lambda one: one not in self._said
        )
        self._said.append(sentence)
        return self.filled(book, theme, sentence, rng)

    def filled(
        self, book: PhraseBook, theme: str, sentence: str, rng: Random
    ) -> tuple[str, Card | None]:
        card: Card | None = None
        if "{link}" in sentence:
            cards = book.cards.get(theme) or tuple(c for some in book.cards.values() for c in some)
            card = self._bags.draw((book.language, theme, "cards"), cards)
        slots = book.slots | {"hour": (bags.hour(book.language, rng),)}
        return bags.fill(sentence, slots, card.address if card else "", rng), card

    def theme_of(self, person: Person, book: PhraseBook) -> str:
        themes = [theme for theme in person.themes.split() if theme in book.posts]
        return self._bags.draw(("theme", person.id, book.language), themes or ["fun"])

    # kinds of posts

    def plain(self, person: Person, at: datetime, rng: Random) -> Writing:
        book = self.book_of(person, rng)
        theme = self.theme_of(person, book)
        source, card = self.phrase(book, theme, rng)
        return self._carded(self.say(self.begin(person, at, book.language), source), card)

    def about(
        self, person: Person, theme: str, word: str, at: datetime, rng: Random
    ) -> Writing | None:
        """A post of the theme that has the word; None where all of them were said lately."""
        book = BOOKS[person.languages[:2]]
        fitting = [
            one for one in book.posts.get(theme, ()) if word in one and one not in self._said
        ]
        if not fitting:
            return None
        sentence = rng.choice(fitting)
        self._said.append(sentence)
        source, card = self.filled(book, theme, sentence, rng)
        return self._carded(self.say(self.begin(person, at, book.language), source), card)

    def tiny(self, person: Person, at: datetime, rng: Random) -> Writing:
        book = self.book_of(person, rng)
        source, _ = self.phrase(book, "fun", rng)
        return self.say(self.begin(person, at, book.language), source)

    def long(self, person: Person, at: datetime, rng: Random) -> Writing:
        book = self.book_of(person, rng)
        theme = self.theme_of(person, book)
        parts = [self.phrase(book, theme, rng) for _ in range(min(3, len(book.posts[theme])))]
        writing = self.say(
            self.begin(person, at, book.language), "\n\n".join(text for text, _ in parts)
        )
        return self._carded(writing, next((card for _, card in parts if card), None))

    def photo(self, person: Person, at: datetime, rng: Random, *, covered: bool = False) -> Writing:
        book = self.book_of(person, rng)
        theme = self.theme_of(person, book)
        scene, said, alt = self._caption(book, theme, rng)
        source, _ = self.filled(book, theme, said, rng)
        writing = self.say(self.begin(person, at, book.language), source)
        count = self._bags.draw("pictures", (1, 1, 1, 1, 1, 1, 1, 2, 3, 4))
        writing.attachments = tuple(
            self._picture(scene, alt if number == 0 else "", rng) for number in range(count)
        )
        writing.is_sensitive = covered
        return writing

    def _caption(self, book: PhraseBook, theme: str, rng: Random) -> tuple[str, str, str]:
        """Scene, what is said, and alt text: of the theme if there is one not said lately."""
        every = [(scene, *one) for scene, some in book.captions.items() for one in some]
        fresh = [one for one in every if one[1] not in self._said]
        fitting = [one for one in fresh if one[0] in _SCENES_OF[theme]]
        chosen = rng.choice(fitting or fresh or every)
        self._said.append(chosen[1])
        return chosen

    def warned(self, person: Person, at: datetime, rng: Random) -> Writing:
        book = self.book_of(person, rng)
        warning, behind = self._bags.draw(("warned", book.language), book.warned)
        source, _ = self.filled(book, "fun", behind, rng)
        writing = self.say(self.begin(person, at, book.language), source)
        writing.warning, writing.is_sensitive = warning, True
        if "·" in warning:
            writing.attachments = (self._picture("poster", "", rng),)
        return writing

    def poll(self, person: Person, at: datetime, rng: Random) -> Writing:
        book = self.book_of(person, rng)
        question, options = self._bags.draw(("poll", book.language), book.polls)
        source, _ = self.filled(book, "fun", question, rng)
        writing = self.say(self.begin(person, at, book.language), source)
        lasts = timedelta(hours=self._bags.draw("poll hours", (3, 12, 24, 72)))
        votes = [rng.randint(2, 90) for _ in options]
        is_multiple = rng.random() < 0.2
        writing.ballot = Ballot(
            id=f"p{writing.id}",
            options=options,
            strangers=votes,
            ends_at=at + lasts,
            is_multiple=is_multiple,
        )
        return writing

    def thread(self, person: Person, at: datetime, rng: Random) -> list[Writing]:
        """Several posts, each an answer to the one before; none where all were told."""
        book = self.book_of(person, rng)
        if self._bags.draws(("thread", book.language)) >= len(book.threads):
            return []
        written: list[Writing] = []
        for number, part in enumerate(self._bags.draw(("thread", book.language), book.threads)):
            theme = self.theme_of(person, book)
            source, card = self.filled(book, theme, part, rng)
            writing = self.begin(person, at + timedelta(milliseconds=number), book.language)
            writing.reply_to = written[-1].id if written else ""
            written.append(self._carded(self.say(writing, source), card))
        return written

    def reply(self, person: Person, to: Writing, at: datetime, rng: Random) -> Writing:
        book = BOOKS[to.language if to.language in person.languages else person.languages[:2]]
        sentence = self._bags.draw(
            ("reply", book.language),
            book.replies,
            lambda one: bool(to.attachments) or not any(word in one for word in _OF_PICTURES),
        )
        source, card = self.filled(book, "fun", sentence, rng)
        other = self._world.people[to.author].handle
        writing = self.begin(person, at, book.language)
        writing.reply_to = to.id
        if to.visibility is not Visibility.PUBLIC:
            writing.visibility = to.visibility
        return self._carded(self.say(writing, f"@{other} {source}"), card)

    def quote(self, person: Person, of: Writing, at: datetime, rng: Random) -> Writing:
        book = self.book_of(person, rng)
        sentence = self._bags.draw(("quote", book.language), book.quotes)
        source, _ = self.filled(book, "fun", sentence, rng)
        writing = self.say(self.begin(person, at, book.language), source)
        writing.quote_of = of.id
        return writing

    def _picture(self, scene: str, alt: str, rng: Random) -> Attachment:
        self._pictures += 1
        return make_picture(scene, f"{self._seed}_{self._pictures}", alt, rng)

    def _carded(self, writing: Writing, card: Card | None) -> Writing:
        if card is not None:
            name = card.address.rpartition("/")[2].replace("-", "_")
            writing.card = LinkCard(
                url=card.address,
                title=card.title,
                description=card.description,
                provider=card.provider,
                image_url=card_picture(card.scene, name),
            )
        return writing
