# ruff: noqa: E501
"""The phrase-book in French."""

from __future__ import annotations

from desktop.networks.demo.phrases import Card, PhraseBook

_POSTS: dict[str, tuple[str, ...]] = {
    "veille": (
        "Compte rendu de la table ronde sur la veille en entreprise : trois usages, quatre défauts, et beaucoup de questions. {link} #veille",
        "Trois lignes suffisent quand le lien est bon. {link} #veille",
        "Ma règle pour la #veille : si je n’ai pas relu la source, je ne relaie pas.",
        "Qui lit vos messages ? Notre enquête auprès de {nn}0 agents : un sur deux ignore que ses réponses sont publiques. {link} #veille",
        "Une colonne par question, pas par réseau. Tout le reste est du bruit. #veille",
        "J’ai supprimé {nn} alertes ce matin. Personne ne s’en est aperçu, même pas moi.",
        "Revue de la semaine : {n} rapports, {n} billets, une carte. Le rapport sur les bibliothèques est le plus utile. {link} #veille",
        "« La ville n’est pas une liste de liens, c’est une mémoire. » Entendu ce matin à la bibliothèque de {town}.",
        "La #veille partagée commence quand quelqu’un d’autre que vous peut corriger la fiche.",
        "Atelier {day} à {hour} : suivre un mot-clé sans s’épuiser. Il reste {n} places. #veille",
        "Petit rappel : une recherche enregistrée vaut mieux que dix onglets ouverts. #veille",
        "On me demande mes sources sur l’eau. Les voici, classées par fiabilité et non par bruit. {link} #veille #eau",
        "Bonne surprise : le service de {town} publie enfin ses délibérations en texte, et plus en images. #veille #donnéesouvertes",
    ),
    "town": (
        "Le marché du {day} déménage place {square} jusqu’aux travaux. Même heure, mêmes fromages.",
        "La bibliothèque de {town} ouvre le {day} jusqu’à {hour}. Entrée libre, chauffage compris.",
        "Travaux rue {street} : le bus {nn} passe par les quais jusqu’à {day}. #mobilité",
        "Réunion publique sur les berges, {day} à {hour}, salle {n}. Venez avec vos plans, même faux.",
        "Qui a perdu un gant rouge rue {street} ? Il attend chez la fleuriste.",
        "Ce soir, le quartier {square} éteint ses lampadaires de 23 h à 5 h. Regardez en l’air. ✨",
        "Le kiosque de la place {square} vend à nouveau des journaux étrangers. Le monde va un peu mieux.",
        "Conseil municipal : l’ordre du jour est en ligne, {nn} pages, et la page {n} vaut la lecture. {link}",
        "On a compté les vélos rue {street} entre 8 h et 9 h : {nn}4. L’an dernier : {nn}. #vélo",
        "La fontaine de la place {square} coule de nouveau. On entend la ville autrement.",
        "Petite annonce : cherche {n} personnes pour repeindre le préau de l’école {day}. Goûter fourni.",
        "À {town}, les bancs de la gare ont des dossiers. Je répète : des dossiers.",
    ),
    "birds": (
        "{a_bird} ce matin au bord de {river}. Une seconde, pas de photo. #oiseaux",
        "Le cri derrière la gare n’était pas un train, c’était {a_bird_low}. #oiseaux",
        "Comptage du {day} : {nn} mésanges, {n} sittelles, un écureuil très sûr de lui. #oiseaux",
        "Les hirondelles sont en avance de {n} jours sur le carnet de mon grand-père.",
        "Nichoir n° {n} occupé ! On ne s’approche plus, on regarde de la fenêtre.",
        "Si vous voyez {a_bird_low} boiter près de {river}, prévenez le centre de soins, ne la nourrissez pas. {link}",
        "Vingt minutes d’affût, thé froid, pieds mouillés, et puis {a_bird_low}. Journée réussie. :heron:",
    ),
    "river": (
        "Marée haute à {hour}, coefficient {nn}. Les quais bas seront fermés. #rade",
        "{river_cap} est montée de {nn} cm depuis hier. Rien d’inquiétant, mais rangez les canoës.",
        "Brume sur {river} jusqu’à onze heures. On devine les péniches au bruit.",
        "Passage à gué fermé, passerelle ouverte. Le chemin de halage est sec jusqu’à {town}.",
        "Premier bain de l’année dans {river}. {nn} secondes. Je ne ferai pas de commentaire.",
        "Vent d’ouest force {n}, mer agitée, café brûlant. #rade :vague:",
        "L’éclusier de {town} part à la retraite. Il connaît chaque bateau par son prénom.",
    ),
    "web": (
        "La ville ouvre son compte Mastodon pour les alertes de crue. {link}",
        "Nous sommes désormais sur Mastodon et par flux RSS. Même contenu, même heure.",
        "Quelqu’un a mesuré la mémoire d’un client Mastodon avec six colonnes ? Le mien prend 1,{n} Go.",
        "Un mois sans algorithme : je lis moins, je réponds plus. #petitweb",
        "Mon site a {nn} visiteurs par jour et j’en connais la moitié. C’est parfait. #petitweb",
        "Atelier {day} : suivre un mot-clé sur plusieurs réseaux, dont Mastodon.",
        "Pour retrouver un compte Mastodon : le nom, puis l’arobase, puis le serveur. Comme une adresse postale, au fond.",
        "J’ai refait ma page d’accueil à la main. {n} Ko, police comprise. {link} #petitweb",
        "Les flux RSS ne sont pas morts, ils lisent tranquillement dans un coin.",
        "Astuce : sur Mastodon, suivre un mot-dièse suffit souvent, inutile de suivre {nn} personnes.",
        "Le compte Mastodon de la bibliothèque répond mieux que son standard. Et avec des points-virgules.",
    ),
    "type": (
        "Une espace fine avant le point d’interrogation ? Toujours. Ma vie est simple. #typographie",
        "Relu les épreuves : {n} veuves, {nn} orphelines, aucun blessé.",
        "Le spécimen de {year} est enfin numérisé, capitales accentuées comprises. {link} #typographie",
        "On reconnaît une bonne police à ce qu’on l’oublie à la page {n}.",
        "Chasse aux guillemets droits ce matin. J’en ai trouvé {nn}4 dans le même rapport. #typographie",
        "« Œuf », « cœur », « sœur » : si votre logiciel casse ces mots, changez-en.",
    ),
    "work": (
        "Réunion déplacée à {hour}, salle {n}.",
        "Le compte rendu tient en une page. Le café en a pris deux. ☕",
        "Nouvelle version : la conversation d’un lien rassemble les réponses de tous vos réseaux. {link}",
        "J’ai écrit « bien cordialement » au boulanger. Il est temps de prendre des vacances.",
        "Vendredi, {hour} : personne ne déploie, tout le monde range.",
        "On cherche une personne pour {n} mois, documentation et patience. Lieu : {town} ou ailleurs. {link} #emploi",
        "Le tableau des comptes est à jour. Qui peut relire ? @nadia@demo.example peut-être ?",
        "Deux jours pour comprendre le problème, dix minutes pour le résoudre, une heure pour l’expliquer.",
    ),
    "food": (
        "{dish_cap} ce soir. Recette de ma tante, quantités de mon oncle.",
        "Le levain a {n} ans aujourd’hui. On lui a chanté quelque chose. :pain:",
        "La boulangerie de la rue {street} fait à nouveau {dish}. J’en ai pris {n}, pour vérifier.",
        "Cuisson : {nn} minutes. Patience : non incluse. #cuisine",
        "Premier jour des asperges au marché de {town}. On ne parle plus d’autre chose. #cuisine",
        "Soupe d’orties : {n} gants, {n} voisins sceptiques, zéro reste. #cuisine",
    ),
    "trains": (
        "Le {hour} pour {town} part à l’heure. Je tenais à le dire. #train",
        "Huit heures de train, un livre, {n} rivières traversées. Je recommande. #train",
        "Voie {n}, voiture {nn}, place côté fenêtre : tout ce que je demande à un {day}.",
        "Le train de nuit pour {town} est de retour. {n} fois par semaine, draps compris. {link} #train",
        "Le contrôleur a annoncé le retard en alexandrins. On lui a pardonné les {nn} minutes.",
        "Depuis la fenêtre : {river}, puis un héron, puis le soleil. Dans cet ordre. #train",
    ),
    "fun": (
        "Bon.",
        "☕",
        "Il pleut. 🌧️",
        "Quelqu’un a vu mes clés ? 🔑",
        "Vendredi 🎉",
        "🐦🐦🐦🪶",
        "Pareil.",
        "Six colonnes, une seule tasse de thé.",
    ),
}

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
            "{river_cap}, ce matin, avant le bruit.",
            "Une rivière serpente entre des champs verts jusqu’à l’horizon.",
        ),
        (
            "On a marché jusqu’au dernier peuplier.",
            "Champs, rivière et une rangée de peupliers sous un ciel clair.",
        ),
    ),
    "sea": (
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
            "Le {hour}, vu du talus. #train",
            "Train orange qui passe devant des collines, caténaires au premier plan.",
        ),
        ("Il roule encore, celui-là !", ""),
    ),
    "poster": (
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
        ("Essai d’encre n° {nn}.", "Dégradé doux, du bleu profond à l’orangé."),
        ("Le ciel à {hour}, sans filtre.", ""),
    ),
    "table": (
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
    language="fr", posts=_POSTS, replies=_REPLIES, quotes=_QUOTES, captions=_CAPTIONS,
    warned=_WARNED, polls=_POLLS, threads=_THREADS, tags=_TAGS, slots=_SLOTS, cards=_CARDS,
)  # fmt: skip
