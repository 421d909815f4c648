"""Invented posts for the timeline's tests and pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from desktop.domain.account import AccountId
from desktop.domain.notification import Notification, NotificationKind
from desktop.domain.post import (
    Attachment,
    AttachmentKind,
    Counts,
    FilterMatch,
    LinkCard,
    Mention,
    Poll,
    PollOption,
    Post,
    Quote,
    QuoteState,
    ReplyTo,
)
from desktop.domain.profile import Profile
from desktop.domain.richtext import CustomEmoji, RichText, Span, SpanKind
from desktop.domain.signal import Signal
from desktop.domain.timeline import Cursor, Entry, Gap, microseconds

ACCOUNT = AccountId("mastodon:claire@veille.example")
BLURHASH = "LEHV6nWB2yk8pyo0adR*.7kCMdnj"
BIRD = CustomEmoji("bird", "https://veille.example/bird.png", "https://veille.example/bird.png")


@dataclass
class FeedChange:
    inserted: tuple[Entry, ...] = ()
    removed: tuple[str, ...] = ()
    updated: tuple[Entry, ...] = ()
    reset: bool = False


@dataclass
class InventedFeed:
    """A ColumnFeed as far as a model looks at it."""

    entries: list[Entry] = field(default_factory=list)
    changed: Signal[FeedChange] = field(default_factory=Signal)

    def insert(self, *entries: Entry) -> None:
        self.entries.extend(entries)
        self.entries.sort(key=lambda e: e.order, reverse=True)
        self.changed.emit(FeedChange(inserted=tuple(entries)))

    def remove(self, *ids: str) -> None:
        self.entries = [e for e in self.entries if e.id not in ids]
        self.changed.emit(FeedChange(removed=ids))

    def update(self, entry: Entry) -> None:
        self.entries = [entry if e.id == entry.id else e for e in self.entries]
        self.changed.emit(FeedChange(updated=(entry,)))


def person(name: str, handle: str, avatar: str = "") -> Profile:
    return Profile(id=handle, handle=handle, name=name, avatar_url=avatar)


LOUISE = person("Louise Martel", "louise@piaille.example")
TOMOKO = person("Tomoko K.", "tomoko@bird.example")
JONAS = person("Jonas Berg", "jonas@nord.example")
NADIA = person("Nadia A.", "nadia@atelier.example")
EMEKA = person("Emeka Obi", "emeka@lagos.example")


def rich(text: str, *spans: tuple[str, SpanKind, str]) -> RichText:
    found = []
    for part, kind, target in spans:
        at = text.index(part)
        found.append(Span(at, at + len(part), kind, target))
    return RichText(text, tuple(sorted(found, key=lambda s: s.start)))


def post(
    number: int, author: Profile = LOUISE, text: str | RichText = "", *, minutes: float = 0.0,
    **more: object,
) -> Post:  # fmt: skip
    return Post(
        account=ACCOUNT,
        id=str(number),
        uri=f"https://veille.example/posts/{number}",
        url=f"https://veille.example/@x/{number}",
        author=author,
        created_at=datetime.now(UTC) - timedelta(minutes=minutes),
        text=RichText(text) if isinstance(text, str) else text,
        **more,  # type: ignore[arg-type]
    )


def entry(shown: Post) -> Entry:
    return Entry(id=shown.id, sort_at=int(shown.id), post=shown)


def simple_entry(number: int, words: int = 12) -> Entry:
    text = " ".join(f"word{number}" for _ in range(words))
    return entry(post(number, LOUISE, text, minutes=5, counts=Counts(1, 2, 3)))


def simple_feed(count: int) -> InventedFeed:
    return InventedFeed([simple_entry(1000 + n, 5 + n * 7 % 60) for n in reversed(range(count))])


def gallery() -> list[Entry]:
    """One of everything, newest first."""
    now = datetime.now(UTC)
    posts = [
        post(
            100, LOUISE,
            rich(
                "Compte rendu de la table ronde sur la veille en entreprise : trois usages, quatre "
                "défauts, et beaucoup de questions. dixkatre.example.fr/veille #veille",
                ("dixkatre.example.fr/veille", SpanKind.LINK, "https://dixkatre.example.fr/veille"),
                ("#veille", SpanKind.HASHTAG, "veille"),
            ),
            minutes=2, counts=Counts(4, 12, 28),
            card=LinkCard(
                url="https://dixkatre.example.fr/veille", title="La veille, quinze ans après",
                description="Ce qui a changé, ce qui reste à faire", provider="dixkatre.example.fr",
                image_url="https://veille.example/card.png", blurhash=BLURHASH,
            ),
        ),
        post(99, TOMOKO, rich("今日の投稿は短く。検索カラムが便利です。#観察",
             ("#観察", SpanKind.HASHTAG, "観察")), minutes=5, counts=Counts(2, 14, 31)),
        post(98, LOUISE, "", minutes=3, repost_of=post(
            97, JONAS, "Who still reads timelines in order? Raising a hand here.", minutes=9,
            counts=Counts(31, 40, 1220))),
        post(96, NADIA, "The results, with a long explanation of what they mean.", minutes=14,
             content_warning="Élections", attachments=(Attachment(kind=AttachmentKind.IMAGE,
             url="https://veille.example/i.png"),)),
        post(95, EMEKA, "Kingfisher on the canal this morning. One second, one frame.", minutes=21,
             counts=Counts(0, 8, 64), attachments=(Attachment(kind=AttachmentKind.IMAGE,
             url="https://veille.example/k.png", preview_url="https://veille.example/k.png",
             alt="A kingfisher", width=1600, height=900,
             blurhash=BLURHASH),)),
        post(94, person("خالد", "khaled@souk.example"), rich(
            "مرحبا بالعالم! هذا منشور طويل بعض الشيء لنرى كيف يلتف النص من اليمين إلى اليسار #طيور",
            ("#طيور", SpanKind.HASHTAG, "طيور")), minutes=25, counts=Counts(1, 0, 0)),
        post(93, person("Zuzana :bird: W.", "zuzana@with-a-very-long-host-name.example"), rich(
            "Font test: Žluťoučký kůň, Ångström, नमस्ते, 👨‍👩‍👧‍👦 and :bird: or two :bird: inline",
            ), minutes=31),
        post(92, person("Dara", "dara@x.example"),
             "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft "
             "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", minutes=44),
        post(91, person("Omar R.", "omar@souk.example"), rich(
            "@claire le tableau des comptes est à jour, tu peux relire ?",
            ("@claire", SpanKind.MENTION, "https://veille.example/@claire")), minutes=180,
            reply_to=ReplyTo("1", "c", "claire@veille.example"),
            mentions=(Mention("7", "claire@veille.example", "https://veille.example/@claire"),)),
        post(90, person("Ingrid G.", "ingrid@fjord.example"), "Which deck?", minutes=60,
             poll=Poll(id="p", options=(PollOption("Une colonne par sujet", 62),
             PollOption("Une par réseau", 38)), has_voted=True, own_votes=(0,), votes=100,
             voters=100, expires_at=now + timedelta(hours=5)), counts=Counts(3, 0, 44)),
        post(89, person("Kofi S.", "kofi@x.example"), "And you?", minutes=70,
             poll=Poll(id="q", options=(PollOption("Light"), PollOption("Dark"),
             PollOption("Whatever the sun says, that is fine with me")),
             votes=12, voters=12, expires_at=now + timedelta(hours=23))),
        post(88, person("Service presse", "presse@x.example"), "Même contenu, même heure.",
             minutes=80, quote=Quote(QuoteState.SHOWN, post(
             87, person("Ville d’Avril", "avril@x.example"),
             "Un seul compte pour toutes les annonces.", minutes=90)), counts=Counts(5, 23, 0)),
        post(86, person("Photo Club", "club@x.example"), "Four of them", minutes=100,
             attachments=tuple(Attachment(kind=k, url=f"https://veille.example/{n}.png",
             preview_url=f"https://veille.example/{n}.png", alt="x" if n % 2 else "",
             blurhash=BLURHASH) for n, k in enumerate(
             (AttachmentKind.IMAGE, AttachmentKind.VIDEO, AttachmentKind.GIF,
              AttachmentKind.IMAGE, AttachmentKind.IMAGE)))),
        post(85, person("Careful", "careful@x.example"), "Not for lunch", minutes=120,
             is_sensitive=True, attachments=(Attachment(kind=AttachmentKind.IMAGE,
             url="https://veille.example/s.png", width=800, height=600,
             blurhash=BLURHASH),)),
        post(84, person("Filtered", "f@x.example"), "spoiler", minutes=130,
             filters=(FilterMatch("Series finale"),)),
        post(83, person("Odd", "odd@x.example"), "", minutes=140, problem="created_at is missing"),
        post(82, person("Coder", "code@x.example"), rich(
            "Use lru_cache here:\n\nIt was said before\nand again\n\nNew: bold and italic.",
            ("lru_cache", SpanKind.CODE, ""), ("It was said before\nand again",
            SpanKind.BLOCKQUOTE, ""), ("bold", SpanKind.BOLD, ""), ("italic", SpanKind.ITALIC, "")),
            minutes=150),
        post(81, person("Gone", "gone@x.example"), "Quoting thin air", minutes=160,
             quote=Quote(QuoteState.GONE)),
        post(80, person("Radio", "radio@x.example"), "Listen", minutes=170, attachments=(
             Attachment(kind=AttachmentKind.AUDIO, url="https://veille.example/a.ogg"),)),
    ]  # fmt: skip
    posts[6] = _with_emoji(posts[6])
    entries = [entry(p) for p in posts]
    entries.insert(
        5,
        Entry(id="gap:1", sort_at=94, gap=Gap(
            newer_at=now - timedelta(minutes=21), older_at=now - timedelta(minutes=40),
            fill=Cursor("x"))),
    )  # fmt: skip
    own = post(
        70,
        person("Claire", "claire@veille.example"),
        "« La ville n’est pas une liste de liens, c’est une mémoire. »",
        minutes=60,
    )
    about_own = (NotificationKind.LIKE, NotificationKind.REPOST)
    for number, (kind, people, count) in enumerate((
        (NotificationKind.LIKE, (LOUISE, JONAS), 3), (NotificationKind.FOLLOW, (NADIA,), 5),
        (NotificationKind.REPOST, (EMEKA,), 1), (NotificationKind.FOLLOW_REQUEST, (TOMOKO,), 1),
        (NotificationKind.MODERATION, (), 0),
    )):  # fmt: skip
        entries.append(Entry(id=f"n{number}", sort_at=60 - number, notification=Notification(
            account=ACCOUNT, id=f"n{number}", kind=kind, created_at=now - timedelta(hours=number),
            people=people, people_count=count, wording="A moderator has answered your report",
            post=own if kind in about_own else None)))  # fmt: skip
    polled = post(
        71, person("Claire", "claire@veille.example"), "?", minutes=60, poll=posts[9].poll
    )
    entries.append(Entry(id="n9", sort_at=40, notification=Notification(
        account=ACCOUNT, id="n9", kind=NotificationKind.POLL_ENDED, created_at=now, post=polled,
        people=(person("Claire", "claire@veille.example"),))))  # fmt: skip
    return entries


def _with_emoji(shown: Post) -> Post:
    text, spans, at = shown.text.text, [], 0
    while (at := text.find(":bird:", at)) >= 0:
        spans.append(Span(at, at + 6, SpanKind.EMOJI, "bird"))
        at += 6
    author = Profile(id="z", handle=shown.author.handle, name=shown.author.name, emojis=(BIRD,))
    return post(93, author, RichText(text, tuple(spans)), minutes=31, emojis=(BIRD,))


__all__ = ["ACCOUNT", "FeedChange", "InventedFeed", "entry", "gallery", "microseconds", "post"]
