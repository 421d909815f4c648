# ruff: noqa: E501
"""The demo's people: all invented, on hosts that cannot exist."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from msgspec import Struct

from desktop.domain.profile import Profile, ProfileField
from desktop.networks.demo.chance import chance
from desktop.networks.demo.rich import compose

SERVER = "https://demo.example"
HOST = "demo.example"


class Person(Struct, frozen=True):
    id: str
    handle: str
    name: str
    initials: str
    colour: str
    form: str
    """How the avatar is drawn: letters, bird, or a scene."""
    languages: str
    """Codes with a space between; the first is the one most written."""
    themes: str
    bio: str
    is_bot: bool = False

    @property
    def is_local(self) -> bool:
        return self.handle.endswith(f"@{HOST}")


PEOPLE: tuple[Person, ...] = (
    Person("1", "claire@demo.example", "Claire Fontaine", "C", "#0E7490", "letters", "fr", "veille town web", "Veille, ville, eau. Je lis les sources. Ici pour apprendre. #veille"),
    Person("2", "atelier@demo.example", "Atelier Volière", "A", "#7C5CBF", "letters", "fr en", "web type work", "Un petit atelier qui fabrique des outils calmes. #petitweb #typographie"),
    Person("3", "louise@piaille.example", "Louise Martel", "LM", "#3E7CB1", "letters", "fr", "veille town work", "Bibliothécaire. #veille, cartes et thé fort."),
    Person("4", "jonas@nordlicht.example", "Jonas Berg", "JB", "#A0623A", "letters", "en de", "veille web trains", "Timelines in order, trains on time. One of these is a hobby."),
    Person("5", "tomoko@tori.example", "川村知子", "TK", "#8A5A9E", "letters", "ja", "birds veille river", "川と鳥と短い文章。 #野鳥"),
    Person("6", "emeka@lagos.example", "Emeka Obi", "EO", "#556B8D", "canal", "en", "birds river food", "Photographer. Mostly water, mostly mornings. :heron:"),
    Person("7", "nadia@demo.example", "Nadia A.", "NA", "#3F8F6B", "letters", "fr ar", "veille work town", "Chargée de veille. Deux langues, un carnet."),
    Person("8", "omar@souk.example", "عمر رفعت", "OR", "#A0623A", "letters", "ar fr", "type web veille", "خطاط ومصمم. كلمات قليلة. #خطوط"),
    Person("9", "bea@demo.example", "Bea Kim", "BK", "#7C5CBF", "letters", "en", "web work", "I build small tools and delete most of them. #smallweb"),
    Person("10", "presse@demo.example", "Service presse", "SP", "#C2843A", "poster", "fr", "town web work", "Communiqués, agenda, rectifications. Réponses du lundi au vendredi.", True),
    Person("11", "hugo@code.example", "Hugo Garnier", "HG", "#3F8F6B", "letters", "fr en", "web work trains", "Je mesure des choses. Parfois je les répare."),
    Person("12", "medialab@demo.example", "Médialab", "M", "#A0623A", "letters", "fr", "veille web", "Laboratoire ouvert : cartes, corpus, ateliers. #veille"),
    Person("13", "ingrid@fjord.example", "Ingrid Grøn", "IG", "#3E7CB1", "hills", "en", "river work web", "Rivers, maps, gaps. Writing software by the water."),
    Person("14", "yves@rade.example", "Yves Voisin", "YV", "#556B8D", "sea", "fr", "river trains", "Éclusier en retraite. Marées, vents, confitures. #rade"),
    Person("15", "aiko@tori.example", "相沢あいこ", "AS", "#8A5A9E", "bird", "ja", "birds food town", "野鳥と台所。 #料理 #野鳥"),
    Person("16", "kofi@demo.example", "Kofi Sarpong", "KS", "#3F8F6B", "letters", "en", "type web", "Letters, numbers, the space between. #typography"),
    Person("17", "dara@demo.example", "Dara Connolly", "DC", "#A0623A", "letters", "en", "web birds work", "Keyboard first. Gulls second."),
    Person("18", "zuzana@pismo.example", "Zuzana Wírová", "ZW", "#3E7CB1", "poster", "en", "type food", "Type designer. Háčky a čárky. #typography"),
    Person("19", "paul@marne.example", "Paul Besson", "PB", "#3F8F6B", "train", "fr", "trains work town", "Horaires, correspondances, patience. #train"),
    Person("20", "chiara@demo.example", "Chiara Ferri", "CF", "#7C5CBF", "table", "en fr", "food web", "Cooking for too many people in a too small kitchen. #cooking"),
    Person("21", "lena@nordlicht.example", "Lena Vogt", "LV", "#C2843A", "forest", "de", "birds river trains", "Vögel, Wald, Regionalbahn. #vögel"),
    Person("22", "matthias@takt.example", "Matthias Krüger", "MK", "#556B8D", "letters", "de", "food work web type veille town", "Bäckt, fährt Rad, liest das Kleingedruckte."),
    Person("23", "salma@souk.example", "سلمى حداد", "SH", "#C2843A", "bird", "ar", "birds town food", "مدينة وبحر وطيور. #طيور"),
    Person("24", "ken@demo.example", "森 健", "KM", "#3E7CB1", "train", "ja", "trains type web", "鉄道と活字。 #鉄道"),
    Person("25", "canal@demo.example", "Canal local", "R", "#556B8D", "canal", "fr", "river town web", "Niveaux, écluses, alertes. Relevés toutes les heures.", True),
    Person("26", "avril@demo.example", "Ville d’Avril", "VA", "#0E7490", "river", "fr", "town web", "Le compte de la ville. Un vrai humain répond. #ville"),
    Person("27", "rosalie@demo.example", "Rosalie Petit", "RP", "#8A5A9E", "letters", "fr", "food town", "Boulangère du matin, lectrice du soir. :pain:"),
    Person("28", "fatou@demo.example", "Fatou Diallo", "FD", "#C2843A", "bird", "fr en", "birds river town", "Comptages, nichoirs, jumelles d’occasion. #oiseaux"),
)  # fmt: skip


def make_profile(person: Person, now: datetime) -> Profile:
    rng = chance(f"profile:{person.id}")
    site = person.handle.partition("@")[0]
    return Profile(
        id=person.id,
        handle=person.handle,
        name=person.name,
        url=profile_url(person.handle),
        avatar_url=f"{SERVER}/media/avatars/{person.id}.png",
        header_url=f"{SERVER}/media/headers/{person.id}.png",
        bio=compose(person.bio),
        fields=(
            ProfileField("Web", compose(f"https://{site}.example.org"), is_verified=True),
            ProfileField("🗺️", compose(rng.choice(("Vauclair", "Port-Aubin", "Sandholm", "Aune")))),
        ),
        is_bot=person.is_bot,
        is_locked=person.id in {"7", "21"},
        follower_count=rng.randint(40, 2600),
        following_count=rng.randint(30, 500),
        post_count=rng.randint(200, 9000),
        created_at=(now - timedelta(days=rng.randint(300, 3000))).astimezone(UTC),
    )


def profile_url(handle: str) -> str:
    name, _, host = handle.partition("@")
    return f"https://{host}/@{name}"
