"""A light guess of a text's language, by its script and its commonest words.

Good enough to propose a language in the composer; silent where it is not sure.
"""

from __future__ import annotations

import re

from desktop.text.fold import words_of

_STOP_WORDS = {
    "en": "the and you that was for are with this have not but they from what your its just will "
    "would there about been when who out like can know our is it i of to my we be so",
    "fr": "le la les des une est et dans pour que qui pas sur avec plus mais sont nous vous cette "
    "elle aussi tout bien fait ai être c'est j'ai du au aux ce je il ne à était comme très où",
    "de": "der die das und ist nicht ich ein eine mit auf für sich auch den dem von zu wir haben "
    "wird noch nur wenn aber oder schon mal sind bei über kann hier",
    "es": "el los las una que por con para del está pero como más muy todo esta este ser hay yo "
    "cuando también porque sobre lo se su es y en mi al fue qué",
    "it": "il che non per una con sono della più anche come questo questa ma gli nel alla dei ho "
    "è di lo si mi ha cosa molto perché quando delle",
    "pt": "que não uma para com por mais como mas foi ao ele das tem você seu sua isso muito já "
    "está eu também são pelo os em um é do da quando",
    "nl": "het een van ik niet dat en zijn voor met maar ook op aan er wat naar dan nog wel deze "
    "geen heb je bij als heeft ze worden de wij om",
    "sv": "och det att som inte jag är för på med har den ett om men vi så kan från till var här",
    "pl": "nie się jest na że do to jak ale za po tak czy od przez już tylko co był dla są może",
    "tr": "bir ve bu için çok ne ama da de ile gibi daha var kadar mi ben değil olarak sonra",
    "ca": "el els les amb per que una és són molt però també aquest aquesta dels més com ha fer i",
    "fi": "ja on ei että se oli mutta kun niin olen myös hän ovat jos vain nyt ole minä tämä",
    "ru": "и в не на что я с он как это по но из у за от так для же все мы вы был она они бы",
    "uk": "і в не на що я з та як це у по але за до є від так для ми ви він вона було ще або",
}
_MARKERS = {
    "de": "ß",
    "es": "ñ¿¡",
    "pt": "ãõ",
    "pl": "łąęśżźćń",
    "tr": "ğış",
    "sv": "å",
    "uk": "їєіґ",
    "ru": "ыэъё",
    "ca": "ŀ",
    "fr": "œçêùû",
}
_WORDS: dict[str, frozenset[str]] = {
    code: frozenset(words.split()) for code, words in _STOP_WORDS.items()
}
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff\u31f0-\u31ff]")),
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("fa", re.compile("[پچژگ]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_NOT_PROSE = re.compile(r"https?://\S+|[@#＃]\S+|:\w+:")
_LETTER = re.compile(r"[^\W\d_]")
_SHARE = 0.25
"""Part of the letters that a script must have; Japanese mixes with Chinese signs."""


def guess_language(text: str) -> str:
    """An ISO 639-1 code, or nothing where the text is too short or too mixed to say."""
    prose = _NOT_PROSE.sub(" ", text[:4000]).casefold()
    letters = len(_LETTER.findall(prose))
    if letters < 2:
        return ""
    for code, script in _SCRIPTS:
        share = len(script.findall(prose)) / letters
        if share >= (0.05 if code in ("ja", "fa") else _SHARE):
            if code == "fa" and not re.search("[\u0600-\u06ff]{3}", prose):
                continue
            return code
    is_cyrillic = len(_CYRILLIC.findall(prose)) / letters >= _SHARE
    return _by_words(prose, ("ru", "uk") if is_cyrillic else None)


def _by_words(prose: str, only: tuple[str, ...] | None) -> str:
    words = words_of(prose.replace("’", "'")).split() + prose.replace("’", "'").split()
    if len(words) < 4:
        return ""
    scores: dict[str, float] = {}
    for code, known in _WORDS.items():
        if (code in ("ru", "uk")) != (only is not None):
            continue
        score: float = sum(word in known for word in words)
        score += sum(1.5 for sign in _MARKERS.get(code, "") if sign in prose)
        scores[code] = score
    ranking = sorted(scores, key=lambda code: -scores[code])
    best, second = ranking[0], ranking[1]
    enough = scores[best] >= max(2.0, 0.08 * len(words))
    return best if enough and scores[best] >= scores[second] * 1.15 + 0.5 else ""
