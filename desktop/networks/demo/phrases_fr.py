# ruff: noqa: E501
"""The phrase-book in French."""

from __future__ import annotations

from desktop.networks.demo.phrases import Card, PhraseBook
from desktop.networks.demo.phrases_fr_posts import POSTS

_REPLIES = (
    "Merci, je cherchais exactement ça.",
    "Tu viens {day} ? On réserve à midi.",
    "Je confirme, vu la même chose place {square}.",
    "La page {n} surtout !",
    "Merci pour le lien, je le fais suivre à l’équipe.",
    "Pas tout à fait d’accord : à {town}, c’est l’inverse.",
    "Superbe. Quel objectif ?",
    "😂 la fin.",
    "Est-ce que c’est ouvert aux débutants ?",
    "Je relis ce soir et je te dis.",
    "Noté. J’apporte le pain. :pain:",
    "La source est là : {link}",
)

_QUOTES = (
    "À lire en entier, surtout la fin.",
    "Exactement ce que je disais {day}.",
    "Voilà pourquoi j’aime ce réseau.",
    "Un seul compte pour toutes les annonces, ça change tout.",
    "À méditer avant la réunion de {hour}.",
)

_CAPTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "hills": (
        (
            "Première lumière sur la crête. {n} °C, personne.",
            "Collines en couches bleutées sous un soleil bas, quelques oiseaux.",
        ),
        ("Le sentier au-dessus de {town}, hier soir.", ""),
        (
            "Quatre plans, un seul silence. #montagne",
            "Quatre lignes de crêtes, de la plus claire à la plus sombre.",
        ),
    ),
    "canal": (
        (
            "Septième fenêtre, troisième étage : quelqu’un répète du violon.",
            "Façades au bord de l’eau, quelques fenêtres éclairées.",
        ),
        (
            "Le quai vers 18 h, quand les fenêtres s’allument.",
            "Maisons à pignon au bord d’un canal, fenêtres éclairées et leurs reflets.",
        ),
        ("Rue {street}, côté eau.", ""),
        (
            "Toujours aussi fière de cette façade. #patrimoine",
            "Alignement de façades étroites qui se reflètent dans l’eau calme.",
        ),
    ),
    "river": (
        (
            "Le méandre a bougé de {nn} centimètres depuis la carte.",
            "Large méandre clair entre deux champs.",
        ),
        (
            "{river_cap}, ce matin, avant le bruit.",
            "Une rivière serpente entre des champs verts jusqu’à l’horizon.",
        ),
        (
            "On a marché jusqu’au dernier peuplier.",
            "Champs, rivière et une rangée de peupliers sous un ciel clair.",
        ),
    ),
    "sea": (
        ("Mer d’huile, vent nul, tout le temps.", "Voilier immobile sur une mer calme."),
        (
            "Sortie de {hour}. Une voile, une seule. #rade",
            "Petit voilier blanc sur une mer en bandes, soleil rasant.",
        ),
        ("Le phare est derrière moi, promis.", ""),
    ),
    "forest": (
        (
            "La brume ne s’est levée qu’à dix heures. #forêt",
            "Rangées de sapins qui s’effacent dans la brume.",
        ),
        ("Cherchez la chouette.", "Forêt de sapins sombre au premier plan, pâle au fond."),
    ),
    "train": (
        (
            "{n} voitures, zéro retard. Je garde la photo comme preuve. #train",
            "Train de profil devant des collines.",
        ),
        (
            "Le {hour}, vu du talus. #train",
            "Train orange qui passe devant des collines, caténaires au premier plan.",
        ),
        ("Il roule encore, celui-là !", ""),
    ),
    "poster": (
        (
            "Le programme de {day}, plié en huit, lisible en trois secondes.",
            "Affiche de formes simples en aplats.",
        ),
        (
            "Affiche pour la fête du quartier {square}, version {n}. Vos avis ?",
            "Affiche abstraite : disques, demi-carrés et barres en couleurs chaudes.",
        ),
        (
            "Trois couleurs, pas une de plus. #graphisme",
            "Composition géométrique de cercles et de triangles.",
        ),
    ),
    "drift": (
        (
            "Trouvé la couleur du prochain numéro. On ne la nommera pas.",
            "Dégradé lumineux avec trois halos.",
        ),
        ("Essai d’encre n° {nn}.", "Dégradé doux, du bleu profond à l’orangé."),
        ("Le ciel à {hour}, sans filtre.", ""),
    ),
    "table": (
        ("Pique-nique au bord de {river}, côté ombre.", "Table rayée, assiettes rondes et fruits."),
        (
            "{dish_cap}, pour {n}. Il n’en reste rien. #cuisine",
            "Assiettes vues du dessus sur une table en bois clair.",
        ),
        ("On a mangé dehors, en pull.", "Quatre assiettes colorées sur une table rayée de soleil."),
    ),
}

_WARNED = (
    (
        "Élections · image",
        "Les panneaux de la rue {street} ont été recouverts par les enfants de l’école : {nn} soleils et un dinosaure.",
    ),
    ("Santé", "Rendez-vous passé, tout va bien. Merci pour vos messages, ils ont compté."),
    (
        "Fin du film d’hier",
        "Donc le gardien du phare était la sœur depuis le début. Je n’avais RIEN vu venir.",
    ),
    ("Nourriture", "{dish_cap} à trois heures du matin. Aucun regret."),
    (
        "Travail, grogne",
        "Troisième version du logo. Le client veut « la même chose, mais plus ronde ».",
    ),
    (
        "Araignée (pas de photo)",
        "Elle habite la boîte aux lettres depuis {n} semaines. On l’a appelée Germaine.",
    ),
)

_POLLS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Comment rangez-vous vos colonnes ?",
        ("Une par sujet", "Une par réseau", "Une seule, trop longue"),
    ),
    ("Le pain au chocolat de la rue {street} :", ("Avant 9 h", "À 16 h", "Toujours")),
    (
        "On ferme la passerelle pour travaux. Quel jour vous gêne le moins ?",
        ("Mardi", "Jeudi", "Dimanche"),
    ),
    ("Votre #veille du matin commence par…", ("Le flux RSS", "La radio", "Mastodon", "La fenêtre")),
    ("Nom du héron de {river} ?", ("Gaston", "Hérodote", "Monsieur le Maire")),
    (
        "Quel horaire pour la bibliothèque le samedi ?",
        ("9 h – 13 h", "14 h – 19 h", "Toute la journée"),
    ),
    ("Guillemets : lesquels à l’intérieur des autres ?", ("« “ ” »", "« ‘ ’ »", "On reformule")),
    ("Pour le pique-nique au bord de l’eau :", ("Quiche", "Taboulé", "Chacun apporte trop")),
)

_THREADS: tuple[tuple[str, ...], ...] = (
    (
        "J’ai passé {n} jours à suivre le même mot-clé sur trois réseaux. Ce que j’ai appris, en quatre messages. #veille 🧵",
        "1. Les premières heures, tout le monde cite la même dépêche. La source, elle, attend {nn} lectures avant d’être ouverte.",
        "2. Les meilleures corrections viennent des réponses, pas des reprises. Il faut donc lire les fils, en entier et dans l’ordre.",
        "3. Une colonne bien réglée vaut un après-midi. Guillemets pour l’expression, un tiret pour le bruit, et on n’y touche plus.",
    ),
    (
        "Histoire vraie : la passerelle de {town} a failli s’appeler « le Tuyau ». Petit fil municipal. 🧵",
        "En {year}, l’ingénieur écrit « tuyau » sur le plan parce que la place manque. Le plan est voté tel quel.",
        "Il a fallu {n} séances et une institutrice très calme pour qu’on vote un vrai nom. Le procès-verbal est un régal : {link}",
    ),
)  # fmt: skip

_TAGS: dict[str, tuple[str, ...]] = {
    "veille": ("veille",), "town": ("ville", "quartier"), "birds": ("oiseaux",), "river": ("fleuve",),
    "web": ("petitweb", "fediverse"), "type": ("typographie",), "work": ("travail",),
    "food": ("cuisine",), "trains": ("train",), "fun": (),
}  # fmt: skip

_SLOTS: dict[str, tuple[str, ...]] = {
    "day": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "street": ("des Tanneurs", "du Puits", "Lamartine", "des Lilas", "de l’Écluse", "Haute", "du Moulin"),
    "square": ("du Marché", "Saint-Just", "des Platanes", "de la Fontaine", "aux Herbes"),
    "town": ("Vauclair", "Port-Aubin", "Montrivel", "Saint-Loup-sur-Aune", "Brémeuil", "Rochebrune"),
    "river": ("l’Aune", "la Vesle d’en haut", "la Marve", "la Sorgeline"),
    "river_cap": ("L’Aune", "La Marve", "La Sorgeline"),
    "a_bird": ("Un martin-pêcheur", "Une bergeronnette", "Un héron cendré", "Une huppe", "Un faucon crécerelle", "Une mésange à longue queue"),
    "a_bird_low": ("une chouette hulotte", "une aigrette", "une grive", "une cigogne", "une foulque"),
    "dish": ("la tarte aux pralines", "les fougasses", "le pain d’épices", "les petits choux"),
    "dish_cap": ("Gratin de cardons", "Tarte aux poireaux", "Soupe au pistou", "Lentilles au laurier", "Ragoût de fèves"),
    "year": ("1834", "1887", "1912", "1926", "1958"),
}  # fmt: skip

_CARDS: dict[str, tuple[Card, ...]] = {
    "veille": (
        Card("https://dixkatre.example.org/veille-quinze-ans", "La veille, quinze ans après", "Ce qui a changé, ce qui reste, et ce que nous avons cessé de lire.", "dixkatre.example.org", "drift"),
        Card("https://revue.example.org/formes-breves", "Éloge des formes brèves", "Entretien", "revue.example.org", "poster"),
        Card("https://dixkatre.example.org/enquete-lecteurs-2026", "Qui lit nos messages publics ?", "Les résultats de l’enquête auprès de 1 200 agents.", "dixkatre.example.org", "canal"),
        Card("https://carnets.example.org/sources-eau", "Les sources sur l’eau, classées", "Bulletins, relevés, associations : que croire, et quand.", "Carnets", "river"),
    ),
    "town": (
        Card("https://ville.example.org/alertes", "Alertes de crue : comment les recevoir", "Par message, par flux, par affichage à la mairie.", "ville.example.org", "canal"),
        Card("https://ville.example.org/conseil/ordre-du-jour", "Conseil municipal : ordre du jour", "Berges, cantines, éclairage nocturne.", "ville.example.org"),
    ),
    "web": (
        Card("https://voliere.example.org/une-conversation", "Une conversation, plusieurs réseaux", "Notes de version", "voliere.example.org", "drift"),
        Card("https://petitweb.example.org/a-la-main", "Une page faite à la main", "Pourquoi j’ai tout effacé, et recommencé en 9 Ko.", "Le petit web", "poster"),
    ),
    "birds": (Card("https://oiseaux.example.org/que-faire", "Un oiseau blessé : que faire ?", "Les bons gestes, et le numéro du centre de soins.", "oiseaux.example.org", "forest"),),
    "trains": (Card("https://rail.example.org/nuit", "Le retour des trains de nuit", "Les lignes, les horaires, et le petit déjeuner.", "rail.example.org", "train"),),
    "type": (Card("https://fonderie.example.org/specimen", "Un spécimen retrouvé", "Cent douze pages, numérisées en haute définition.", "La fonderie", "poster"),),
}  # fmt: skip

FRENCH = PhraseBook(
    language="fr", posts=POSTS, replies=_REPLIES, quotes=_QUOTES, captions=_CAPTIONS,
    warned=_WARNED, polls=_POLLS, threads=_THREADS, tags=_TAGS, slots=_SLOTS, cards=_CARDS,
)  # fmt: skip
