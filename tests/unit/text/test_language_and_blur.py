from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.blurhash import average_colour, decode, is_valid
from desktop.text.language import guess_language

HASH = "LEHV6nWB2yk8pyo0adR*.7kCMdnj"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Bonjour à tous, je suis très content de vous voir"),
        ("en", "Hello everyone, this is a test of the thing"),
        ("de", "Das ist nicht so einfach, aber wir schaffen das"),
        ("es", "Hola, ¿qué tal? Esto es una prueba"),
        ("it", "Questo è un test, non è molto difficile"),
        ("pt", "Isto é um teste, não é muito difícil"),
        ("nl", "Dit is een test en het is niet moeilijk"),
        ("ja", "これはテストです"),
        ("zh", "这是一个测试"),
        ("ko", "이것은 테스트입니다"),
        ("ar", "هذا اختبار"),
        ("ru", "Это тест, и он не очень сложный"),
        ("uk", "Це тест, і він не дуже складний"),
        ("", "ok"),
        ("", "https://example.org #tag @bob"),
        ("", "1234 🎉"),
    ],
)
def test_guesses_a_language(code: str, text: str) -> None:
    assert guess_language(text) == code


@given(st.text())
def test_any_text_gives_a_code_or_nothing(text: str) -> None:
    code = guess_language(text)
    assert code == "" or (len(code) == 2 and code.isalpha())


def test_a_blurhash_becomes_pixels() -> None:
    pixels = decode(HASH, 8, 6)
    assert pixels is not None
    assert len(pixels) == 8 * 6 * 3
    assert average_colour(HASH) == (151, 150, 149)
    means = [sum(pixels[channel::3]) / 48 for channel in range(3)]
    assert all(abs(mean - 150) < 25 for mean in means)


def test_one_colour_fills_everything() -> None:
    assert decode("00TI:j", 4, 2) == bytes(average_colour("00TI:j") or ()) * 8


@pytest.mark.parametrize("text", ["", "L", "LEHV6n", "é" * 6, HASH + "x"])
def test_what_is_no_blurhash_is_nothing(text: str) -> None:
    assert not is_valid(text)
    assert decode(text) is None
    assert average_colour(text) is None


def test_sizes_are_bounded() -> None:
    assert decode(HASH, 0, 5) is None
    assert decode(HASH, 500, 5) is None
