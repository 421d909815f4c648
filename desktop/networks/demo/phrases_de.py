# ruff: noqa: E501
"""The phrase-book in German."""

from __future__ import annotations

from desktop.networks.demo.phrases import Card, PhraseBook

_POSTS: dict[str, tuple[str, ...]] = {
    "veille": (
        "Drei gute Quellen schlagen dreißig Benachrichtigungen. {link} #veille",
        "Presseschau: {nn} Meldungen, davon {n} mit Quelle. Es wird besser. #veille",
    ),
    "town": (
        "Die Stadtbücherei hat am {day} jetzt bis {hour} offen. Ich ziehe ein.",
        "In der {street} wurde eine Linde gepflanzt. Das halbe Viertel war da.",
        "Der Wochenmarkt in {town} hat wieder einen Messerschleifer. Er singt.",
    ),
    "birds": (
        "Heute früh an der {river}: {n} Eisvögel. Ja, wirklich. #vögel",
        "Der Zaunkönig wiegt neun Gramm und brüllt wie ein Vorstand. #vögel",
        "Stunde der Gartenvögel: {nn} Spatzen, eine Amsel mit schlechter Laune. #vögel",
        "Die Kraniche ziehen. Um {hour} wurde es auf dem ganzen Bahnsteig still.",
        "Nistkasten {n} ist bezogen. Miete: Gesang ab vier Uhr morgens.",
    ),
    "river": (
        "Pegel der {river}: plus {nn} Zentimeter. Der Uferweg ist gesperrt, die Enten sind begeistert.",
        "Morgennebel, ein Kahn, sonst nichts. So darf der {day} bleiben.",
    ),
    "web": (
        "Unser Verein ist jetzt auf Mastodon. Satzung, Termine, Kuchen. {link}",
        "Ein Jahr Mastodon: weniger Lärm, mehr Leute, die auf Fragen antworten.",
        "Ich habe meine Website von Hand neu geschrieben. {nn} Kilobyte, null Kekse. #smallweb",
        "Wer Mastodon erklären will, fange mit E-Mail an. Und dann mit Kuchen.",
    ),
    "trains": (
        "Der {hour} nach {town} kam pünktlich. Ich bitte, das zu würdigen. #bahn",
        "Speisewagen offen, Fenster auch. Manchmal ist alles gut. #bahn",
        "Anschluss verpasst, dafür {nn} Minuten Sonne auf Gleis {n}. #bahn",
        "Nachtzug gebucht! Oberes Bett, unteres Buch. {link} #bahn",
    ),
    "food": (
        "{dish} wie bei Oma. Nur dass Oma nie {nn} Minuten vor dem Ofen gewartet hat. #kochen",
        "Sauerteig, Tag {n}. Er riecht nach Zukunft. :pain:",
        "Der Rhabarber ist da. Ich wiederhole: Der Rhabarber ist da.",
    ),
    "work": (
        "Donaudampfschifffahrtsgesellschaftskapitänskajüte. Ich teste nur den Umbruch.",
        "Die Sitzung hätte eine Mail sein können, die Mail ein Zettel, der Zettel ein Nicken.",
        "Feierabend um {hour}. Das Fahrrad weiß den Weg.",
    ),
    "type": (
        "Das große ẞ steht jetzt auch auf unserem Schild in der {street}. Schönes STRAẞENFEST. #typografie",
    ),
    "fun": ("Na dann.", "🥨", "Moin."),
}

_REPLIES = (
    "Genau so. Danke!",
    "Bei uns in {town} auch, seit {day}.",
    "Schönes Licht!",
    "Der Link ist Gold wert.",
    "Komme mit. Ich bringe Kuchen.",
    "Das hätte ich gern schriftlich. Ach, ist es ja.",
)

_QUOTES = (
    "Bitte ganz lesen.",
    "Das hängt jetzt bei uns im Büro.",
    "Und genau deshalb bin ich hier.",
)

_CAPTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "forest": (
        ("Der Nebel hat es nicht eilig. #wald", "Tannenreihen, die im hellen Nebel verschwinden."),
        ("Hinter {town}, {hour}.", ""),
    ),
    "train": (
        (
            "Gleis {n}, Abendlicht, kein Grund zur Eile. #bahn",
            "Ein Zug vor Hügeln, die Fenster leuchten.",
        ),
    ),
    "hills": (
        (
            "Aufstieg {nn} Minuten, Aussicht unbegrenzt.",
            "Gestaffelte Bergrücken unter tiefer Sonne.",
        ),
    ),
    "canal": (
        ("Speicherhäuser zur blauen Stunde.", "Giebelhäuser am Wasser mit erleuchteten Fenstern."),
    ),
    "table": (
        (
            "{dish}. Reicht für {n}, gedacht war es für acht. #kochen",
            "Teller und Schalen von oben auf einem Holztisch.",
        ),
    ),
    "sea": (
        (
            "Windstärke {n}, Mütze verloren, Glück gefunden.",
            "Kleines Segelboot auf gestreiften Wellen.",
        ),
    ),
}

_WARNED = (
    ("Essen", "{dish} um Mitternacht. Keine Fragen bitte."),
    ("Krimi von gestern, Auflösung", "Es war der Organist. Es ist IMMER der Organist."),
)

_POLLS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Was heißt „pünktlich“ bei der Bahn?",
        ("Unter 3 Minuten", "Unter 6 Minuten", "Am selben Tag"),
    ),
    ("Brötchen, Semmel oder Schrippe?", ("Brötchen", "Semmel", "Schrippe", "Weckle")),
)

_THREADS: tuple[tuple[str, ...], ...] = (
    (
        "Wir haben in {town} {nn} Nistkästen aufgehängt. Ein kleiner Bericht. 🧵",
        "Woche eins: nichts. Woche zwei: eine Hummel, sehr zufrieden mit der Wohnung.",
        "Woche fünf: {n} Kästen bezogen, davon einer von Blaumeisen, die keine Besichtigung wünschen.",
    ),
)

_TAGS: dict[str, tuple[str, ...]] = {
    "veille": ("veille",), "birds": ("vögel",), "trains": ("bahn",), "food": ("kochen",),
}  # fmt: skip

_SLOTS: dict[str, tuple[str, ...]] = {
    "day": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    "street": ("Gerbergasse", "Lindenallee", "Mühlenstraße", "Hafenstraße"),
    "town": ("Sandholm", "Altwiesen", "Nordhude", "Krähwinkel am See"),
    "river": ("Wümmel", "Alwe", "Löre"),
    "dish": ("Linseneintopf", "Apfelstrudel", "Kartoffelpuffer", "Grünkohl"),
}

_CARDS: dict[str, tuple[Card, ...]] = {
    "veille": (Card("https://quellen.example.org/drei", "Drei Quellen, ein Morgen", "Wie eine kleine Redaktion liest.", "Quellenheft", "drift"),),
    "web": (Card("https://verein.example.org/mastodon", "Wir sind jetzt auf Mastodon", "Termine, Satzung und Rezepte, ohne Anmeldung zu lesen.", "verein.example.org", "poster"),),
    "trains": (Card("https://rail.example.org/nachtzug", "Nachtzüge im Winterfahrplan", "Alle Linien auf einen Blick.", "rail.example.org", "train"),),
}  # fmt: skip

GERMAN = PhraseBook(
    language="de", posts=_POSTS, replies=_REPLIES, quotes=_QUOTES, captions=_CAPTIONS,
    warned=_WARNED, polls=_POLLS, threads=_THREADS, tags=_TAGS, slots=_SLOTS, cards=_CARDS,
)  # fmt: skip
