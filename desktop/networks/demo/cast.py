"""What the two first accounts have at the start: whom they follow, their lists and letters."""

from __future__ import annotations

from msgspec import Struct


class AskedPoll(Struct, frozen=True):
    """A poll of one of our accounts. `asked` and `lasts` in hours; `asked` before now."""

    who: str
    language: str
    question: str
    options: tuple[str, ...]
    votes: tuple[int, ...]
    asked: float
    lasts: float


POLLS = (
    AskedPoll(
        "1",
        "fr",
        "Pour suivre un sujet sur plusieurs réseaux, vous préférez… #veille",
        ("Une colonne par sujet", "Une par réseau"),
        (124, 76),
        6.0,
        4.0,
    ),
    AskedPoll(
        "2",
        "en",
        "Which theme should the next screenshots have?",
        ("Light", "Dark", "High contrast"),
        (41, 63, 18),
        20.0,
        18.0,
    ),
)

FOLLOWS = {
    "1": "2 3 4 5 6 7 8 11 12 14 19 21 23 25 26 27 28",
    "2": "1 5 8 9 12 13 15 16 17 18 20 22 24 6 11",
}
LISTS = {
    "1": {"l1": ("Berges et canaux", "6 14 25 26 28 13"), "l2": ("Presse", "10 12 3 7")},
    "2": {"l3": ("Letters", "8 16 18 24"), "l4": ("Petit web", "9 11 13 17 4")},
}
TAGS = {"1": ["veille"], "2": ["typographie", "typography"]}
LETTERS: tuple[tuple[str, str, float], ...] = (
    ("3", "@claire@demo.example tu as la clé de la salle 2 pour jeudi ?", 9.0),
    ("1", "Oui, chez la gardienne. J’apporte aussi le câble.", 8.6),
    ("3", "Parfait. Je ramène les croissants. :pain:", 8.5),
    ("7", "@claire@demo.example le tableau des comptes arrive ce soir, relis la page 4.", 3.2),
    ("9", "@atelier@demo.example could you test the build before Friday? Just columns.", 2.1),
    ("2", "On it. The column part already looks calm.", 1.7),
)  # fmt: skip
