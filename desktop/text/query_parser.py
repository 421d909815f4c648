"""The grammar of saved searches, as text and as a tree.

    search  = all { ("OR" | "|") all }
    all     = one { ["AND"] one }
    one     = ("-" | "NOT") one | "(" search ")" | phrase | tag | operator | word
    phrase  = '"' … '"'          tag = "#" name          word = name ["*"]
    operator = "from:" handle | "lang:" code | "has:" ("media" | "link" | "poll")

Mistakes raise QueryError with the place of the mistake in the text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop.domain.errors import QueryError, QueryProblem
from desktop.domain.query import (
    And,
    From,
    Has,
    HasKind,
    Language,
    Not,
    Or,
    Phrase,
    Query,
    Tag,
    Word,
)

MAX_LENGTH = 1000
MAX_DEPTH = 30

_HAS = {
    "media": HasKind.MEDIA,
    "image": HasKind.MEDIA,
    "images": HasKind.MEDIA,
    "video": HasKind.MEDIA,
    "link": HasKind.LINK,
    "links": HasKind.LINK,
    "poll": HasKind.POLL,
}
_CLOSING = {'"': '"', "“": "”", "„": "“”", "«": "»", "”": "”"}
_TOKEN = re.compile(
    r"\s*(?:(?P<open>\()|(?P<close>\))|(?P<or>\|+)|(?P<quote>[\"“„«”])"
    r"|(?P<minus>-(?=[^\s\-)|]))|(?P<word>(?:[^\s()\"“”„«»|]|(?<=\w)\((?=\w))+)|(?P<other>\S))"
)
_OPERATOR = re.compile(r"(?P<name>[A-Za-z]+):(?!//)(?P<value>.*)", re.DOTALL)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_HANDLE = re.compile(r"@?[\w.\-]+(?:@[\w.\-]+(?::[0-9]+)?)?")
_PLAIN_WORD = re.compile(r"[^\s()\"“”„«»|\-#＃*:][^\s()\"“”„«»|*:]*")
_KEYWORDS = frozenset({"OR", "AND", "NOT"})
_VALUED = frozenset({"from:", "lang:", "language:", "has:"})


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def parse(text: str) -> Query:
    """Raises QueryError for what cannot be understood or would match nearly everything."""
    if len(text) > MAX_LENGTH:
        raise QueryError(QueryProblem.TOO_LONG, MAX_LENGTH, len(text) - MAX_LENGTH)
    if not text.strip():
        raise QueryError(QueryProblem.EMPTY, 0, len(text))
    parser = _Parser(_tokens(text), len(text))
    query = parser.search(0)
    rest = parser.peek()
    if rest is not None:
        raise QueryError(QueryProblem.STRAY_CLOSE, rest.start, 1, rest.text)
    if not is_positive(query):
        raise QueryError(QueryProblem.ONLY_NEGATIVE, 0, len(text))
    return query


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    position = 0
    end = len(text.rstrip())
    while position < end:
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            break
        kind = match.lastgroup
        start = match.start(kind)
        position = match.end()
        value = match[kind]
        if kind == "quote":
            position, value = _quoted(text, start)
            kind = "phrase"
        elif kind == "other":
            kind = "word"
        elif kind == "word" and value in _KEYWORDS:
            kind = value.lower()
        elif (
            kind == "word"
            and value.lower() in _VALUED
            and text[position : position + 1] in ('"', "“")
        ):
            # from:"bob", lang:"fr": the quotes belong to the value
            position, inner = _quoted(text, position)
            value += inner
        tokens.append(_Token(kind, value, start, position))
    return tokens


def _quoted(text: str, start: int) -> tuple[int, str]:
    closing = _CLOSING[text[start]] + '"'
    end = start + 1
    while end < len(text) and text[end] not in closing:
        end += 1
    if end == len(text):
        raise QueryError(QueryProblem.OPEN_QUOTE, start, len(text) - start)
    return end + 1, text[start + 1 : end]


class _Parser:
    def __init__(self, tokens: list[_Token], length: int) -> None:
        self._tokens = tokens
        self._next = 0
        self._length = length

    def peek(self) -> _Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _take(self) -> _Token:
        token = self._tokens[self._next]
        self._next += 1
        return token

    def search(self, depth: int) -> Query:
        parts = [self._all(depth)]
        while (token := self.peek()) and token.kind == "or":
            self._take()
            following = self.peek()
            if following is None or following.kind in ("or", "close"):
                raise QueryError(
                    QueryProblem.DANGLING_OR, token.start, token.end - token.start, token.text
                )
            parts.append(self._all(depth))
        return joined(Or, parts)

    def _all(self, depth: int) -> Query:
        parts: list[Query] = []
        while (token := self.peek()) and token.kind not in ("or", "close"):
            if token.kind == "and":
                self._take()
                following = self.peek()
                if parts and following is not None and following.kind not in ("or", "close"):
                    continue
                raise QueryError(QueryProblem.DANGLING_OR, token.start, 3, token.text)
            parts.append(self._one(depth))
        if not parts:
            token = self.peek()
            if token is None:
                raise QueryError(QueryProblem.EMPTY, self._length, 0)
            problem = QueryProblem.DANGLING_OR if token.kind == "or" else QueryProblem.STRAY_CLOSE
            raise QueryError(problem, token.start, token.end - token.start, token.text)
        return joined(And, parts)

    def _one(self, depth: int) -> Query:
        token = self._take()
        if depth > MAX_DEPTH:
            raise QueryError(QueryProblem.TOO_LONG, token.start, self._length - token.start)
        if token.kind in ("minus", "not"):
            following = self.peek()
            if following is None or following.kind in ("or", "and", "close"):
                raise QueryError(
                    QueryProblem.DANGLING_NOT, token.start, token.end - token.start, token.text
                )
            inner = self._one(depth + 1)
            return inner.query if isinstance(inner, Not) else Not(inner)
        if token.kind == "open":
            return self._group(token, depth)
        if token.kind == "phrase":
            phrase = " ".join(token.text.split())
            if not phrase:
                raise QueryError(QueryProblem.EMPTY, token.start, token.end - token.start)
            return Phrase(phrase)
        return _term(token)

    def _group(self, opening: _Token, depth: int) -> Query:
        following = self.peek()
        if following is not None and following.kind == "close":
            raise QueryError(QueryProblem.EMPTY, opening.start, following.end - opening.start)
        if following is None:
            raise QueryError(QueryProblem.OPEN_GROUP, opening.start, 1)
        query = self.search(depth + 1)
        closing = self.peek()
        if closing is None or closing.kind != "close":
            raise QueryError(QueryProblem.OPEN_GROUP, opening.start, 1)
        self._take()
        return query


def joined(kind: type[And | Or], parts: list[Query]) -> Query:
    """One node for several; those of the same kind are taken in, a single one stays alone."""
    flat: list[Query] = []
    for part in parts:
        if isinstance(part, kind):
            flat.extend(part.queries)
        else:
            flat.append(part)
    return flat[0] if len(flat) == 1 else kind(tuple(flat))


def _term(token: _Token) -> Query:
    text = token.text
    length = token.end - token.start
    if not text.strip("-*"):
        raise QueryError(QueryProblem.DANGLING_NOT, token.start, length, text)
    text = text.lstrip("-")  # what is left of --flag: signs around a word do not count
    if text in _KEYWORDS:
        return Phrase(text)
    if text[0] in "#＃":
        tag = text.lstrip("#＃")
        if not tag:
            raise QueryError(QueryProblem.MISSING_VALUE, token.start, length, text)
        return Tag(tag)
    operator = _OPERATOR.fullmatch(text)
    if operator is not None:
        return _operator(operator["name"].lower(), operator["value"], token)
    if text.endswith("*"):
        word = text.rstrip("*")
        if not word:
            raise QueryError(QueryProblem.MISSING_VALUE, token.start, length, text)
        return Word(word, prefix=True)
    return Word(text)


def _operator(name: str, value: str, token: _Token) -> Query:
    length = token.end - token.start
    place = token.start + len(name) + 1
    if name not in ("from", "lang", "language", "has"):
        raise QueryError(QueryProblem.UNKNOWN_OPERATOR, token.start, len(name) + 1, name)
    if not value:
        raise QueryError(QueryProblem.MISSING_VALUE, token.start, length, name)
    if name == "from":
        if not _HANDLE.fullmatch(value):
            raise QueryError(QueryProblem.MISSING_VALUE, place, len(value), value)
        return From(value.removeprefix("@"))
    if name == "has":
        kind = _HAS.get(value.lower())
        if kind is None:
            raise QueryError(QueryProblem.BAD_HAS, place, len(value), value)
        return Has(kind)
    if not _LANGUAGE.fullmatch(value):
        raise QueryError(QueryProblem.BAD_LANGUAGE, place, len(value), value)
    return Language(value.replace("_", "-").lower())


def is_positive(query: Query) -> bool:
    """Whether something must be there for a post to match."""
    match query:
        case Not():
            return False
        case And(queries):
            return any(map(is_positive, queries))
        case Or(queries):
            return all(map(is_positive, queries))
        case _:
            return True


def unparse(query: Query) -> str:
    """The text that parses to `query`. What a word could not hold is written as a phrase."""
    query = _peeled(query)
    match query:
        case Or(queries):
            return " OR ".join(map(unparse, queries))
        case And(queries):
            return " ".join(
                _grouped(part) if isinstance(part, Or) else unparse(part)
                for part in map(_peeled, queries)
            )
        case Not(inner):
            return f"-{_grouped(inner) if isinstance(inner, And | Or) else unparse(inner)}"
        case _:
            return _unparse_term(query)


def _peeled(query: Query) -> Query:
    """Without pairs of negations that undo each other."""
    while isinstance(query, Not) and isinstance(query.query, Not):
        query = query.query.query
    return query


def _grouped(query: Query) -> str:
    return f"({unparse(query)})"


def _unparse_term(query: Query) -> str:
    match query:
        case Word(word, prefix):
            star = "*" if prefix else ""
            return word + star if _is_word(word, prefix) else _quote(word)
        case Phrase(text):
            return _quote(text)
        case Tag(tag):
            return f"#{tag}"
        case From(handle):
            return f"from:{handle}"
        case Language(code):
            return f"lang:{code}"
        case Has(what):
            return f"has:{what.value}"
        case _:
            raise TypeError(type(query).__name__)


def _is_word(word: str, prefix: bool) -> bool:
    if word in _KEYWORDS and not prefix:
        return False
    if _PLAIN_WORD.fullmatch(word):
        return True
    try:
        return parse(f"{word}*" if prefix else word) == Word(word, prefix)
    except QueryError:
        return False


def _quote(text: str) -> str:
    return '"' + text.replace('"', " ") + '"'
