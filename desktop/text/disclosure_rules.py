"""What a text gives away: numbers, keys, addresses, names. Pure functions; nothing is sent
anywhere. Each yields what it found in the text, for one sentence."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

_CARD = re.compile(r"(?<![\d.,+])[2-6](?:[ -]?[0-9]){11,18}(?![\d.,]?\d)")
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}(?![A-Za-z0-9])")
_KEYS = re.compile(
    r"(?<![A-Za-z0-9])(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,}"
    r"|glpat-[A-Za-z0-9_-]{20,}|sk-[A-Za-z0-9_-]{20,}|xox[abeprs]-[A-Za-z0-9-]{10,}"
    r"|AIza[A-Za-z0-9_-]{30,}|nsec1[a-z0-9]{50,}|SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}"
    r"|eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,})"
    r"|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----"
)
_PHONE = re.compile(
    r"(?<![\w/#@.+-])(?:\+[1-9](?:[ .()-]{0,2}[0-9]){7,14}|0[1-9](?:[ .-]?[0-9]{2}){4}"
    r"|\([0-9]{3}\) ?[0-9]{3}[ .-][0-9]{4})(?![\w-])"
)
_EMAIL = re.compile(r"(?<![\w@.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_POSTAL = re.compile(
    r"(?<!\d)[0-9]{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|place|allée|chemin|impasse"
    r"|quai|cours|route) (?:de |du |des |d['’]|la |le |les |l['’])*\w+"
    r"|(?<!\d)[0-9]{1,5} (?:[A-Z][\w'’.-]{1,30} ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive"
    r"|Boulevard|Blvd|Court|Square)\b"
    r"|\b[A-ZÄÖÜ][\w-]{1,40}(?:straße|strasse|weg|platz|gasse|allee) [0-9]{1,4}\b"
)
_ADDRESS = re.compile(r"(?i)\bhttps?://[^\s<>\"]+")
_PRIVATE_ENDS = (
    ".local", ".localhost", ".internal", ".intranet", ".lan", ".corp", ".home", ".home.arpa",
    ".private", ".test",
)  # fmt: skip


def without_links(text: str) -> str:
    """The same length, so that numbers in addresses are no telephone."""
    return _ADDRESS.sub(lambda match: " " * len(match[0]), text)


def card_numbers(text: str) -> Iterator[str]:
    """12 to 19 digits whose check digit is right (Luhn)."""
    for match in _CARD.finditer(text):
        digits = [int(digit) for digit in match[0] if digit.isdigit()]
        doubled = [sum(divmod(digit * 2, 10)) for digit in digits[-2::-2]]
        if len(digits) >= 13 and len(set(digits)) > 1 and (
            (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
        ):  # fmt: skip
            yield match[0]


def ibans(text: str) -> Iterator[str]:
    """By ISO 13616: the remainder by 97 is 1. A word after it is not taken for its end."""
    for match in _IBAN.finditer(text):
        words = match[0].split(" ")
        for count in range(len(words), 0, -1):
            value = "".join(words[:count])
            moved = value[4:] + value[:4]
            if 15 <= len(value) <= 34 and int("".join(str(int(c, 36)) for c in moved)) % 97 == 1:
                yield " ".join(words[:count])
                break


def secret_keys(text: str) -> Iterator[str]:
    """Keys and tokens of well-known services, private keys."""
    return (match[0] for match in _KEYS.finditer(text))


def phone_numbers(text: str) -> Iterator[str]:
    return (match[0] for match in _PHONE.finditer(text))


def email_addresses(text: str) -> Iterator[str]:
    return (match[0] for match in _EMAIL.finditer(text))


def postal_addresses(text: str) -> Iterator[str]:
    """Street and number, in English, French and German."""
    return (match[0] for match in _POSTAL.finditer(text))


def listed_words(text: str, words: str) -> Iterator[str]:
    """Those of a list, parted by commas, that stand in the text as whole words, in any case."""
    for word in words.split(","):
        word = word.strip()
        if word and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE):
            yield word


def private_links(text: str) -> Iterator[str]:
    """To this machine, a private network or an intranet, and links with a password in them."""
    for match in _ADDRESS.finditer(text):
        try:
            parts = urlsplit(match[0])
            host = (parts.hostname or "").rstrip(".")
            if parts.password or _is_private(host):
                yield match[0]
        except ValueError:
            continue


def _is_private(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return bool(host) and ("." not in host or host.endswith(_PRIVATE_ENDS))
    return not address.is_global


def run_together(tag: str) -> bool:
    """A long tag in lower case: a screen reader cannot part its words."""
    return len(tag) >= 12 and tag.isascii() and tag.isalpha() and tag.islower()
