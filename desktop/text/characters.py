"""Character classes of the twitter-text grammar, as the inside of `re` brackets.

Source: twitter-text's published grammar (github.com/twitter/twitter-text, Apache-2.0).
"""

from __future__ import annotations

LATIN = (
    r"\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272"
    r"\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff"
)
CYRILLIC = r"\u0400-\u04ff"
DIRECTIONAL = r"\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069"
INVALID = r"\ufffe\ufeff\uffff"
PUNCTUATION = r"!'#%&()*+,\\\-./:;<=>?@\[\]^_{|}~$"
SPACES = r"\x09-\x0d\x20\x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
DOMAIN = PUNCTUATION + SPACES + INVALID + DIRECTIONAL
"""What may not be in a label of a domain name."""

JS_SPACE = r"\t\n\v\f\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""ECMAScript's \\s, which is not Python's."""
