from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services import log as log_module
from desktop.services.log import Log, redact

SECRET = "s3cr3t-T0ken_value"  # what must never be seen


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    log = Log(tmp_path / "logs")
    yield log
    log.close()


@pytest.mark.parametrize(
    "line",
    [
        f"Authorization: Bearer {SECRET}",
        f"authorization: Basic {SECRET}=",
        f"{{'Authorization': 'Bearer {SECRET}', 'Accept': '*/*'}}",
        f'{{"authorization": "Bearer {SECRET}"}}',
        f"[(b'authorization', b'Bearer {SECRET}')]",
        f"Headers({{'authorization': '{SECRET}'}})",
        f"Cookie: _session={SECRET}; other=1",
        f"Sec-WebSocket-Protocol: {SECRET}",
        f"GET https://a.example/api/v1/streaming?access_token={SECRET}&stream=user",
        f"wss://a.example/api/v1/streaming?stream=user&access_token={SECRET}",
        f"http://127.0.0.1:5000/callback?code={SECRET}&state=x",
        f"GET /callback?code={SECRET}&state=abc HTTP/1.1",
        f"socks5://me:{SECRET}@proxy.example:1080",
        f"client_secret={SECRET}&client_id=1",
        f'{{"access_token": "{SECRET}", "token_type": "Bearer"}}',
        f"{{'client_secret': '{SECRET}'}}",
        f"code={SECRET}",
        f'"code": "{SECRET}"',
        f"code_verifier={SECRET}",
        f"token={SECRET!r}",
        f"password: {SECRET}",
        f"refresh_token={SECRET}",
        f"'values': {{'access_token': '{SECRET}'}}",
    ],
)
def test_hides_secrets(line: str) -> None:
    assert SECRET not in redact(line)
    assert "[hidden]" in redact(line)


@pytest.mark.parametrize(
    "line",
    [
        "column home: 40 posts in 12 ms",
        "GET https://a.example/api/v1/timelines/home 200",
        "status code: 404 from a.example",
        "server_fault: 502 bad gateway",
        "the tokens were forgotten",
    ],
)
def test_leaves_the_rest(line: str) -> None:
    assert redact(line) == line


@given(st.text(alphabet=st.sampled_from("abcXYZ019._~-"), min_size=8, max_size=60))
def test_no_value_of_a_token_comes_through(value: str) -> None:
    value = f"Q{value}Q"
    for line in (f"access_token={value}&x=1", f"Authorization: Bearer {value}",
                 f"https://a.example/p?token={value}"):  # fmt: skip
        assert value not in redact(line)


@pytest.mark.parametrize(
    "piece", ["a.b+c-", "token ", "https://a/b ", "word/x a=b: ", "/a?b", "eyJ"]
)
def test_a_long_line_takes_no_long_time(piece: str) -> None:
    started = time.perf_counter()
    redact(piece * (50_000 // len(piece)))
    assert time.perf_counter() - started < 2


def test_arguments_and_tracebacks_are_hidden_too(log: Log, tmp_path: Path) -> None:
    logger = logging.getLogger("desktop.test")
    logger.warning("answer: %s", {"access_token": SECRET})
    try:
        raise RuntimeError(f"https://a.example/?access_token={SECRET}")
    except RuntimeError:
        logger.exception("failed")
    text = (tmp_path / "logs" / "voliere.log").read_text()
    for seen in (log.recent(), text):
        assert SECRET not in seen
        assert "RuntimeError" in seen
        assert "WARNING" in seen


def test_chatty_libraries_stay_quiet(log: Log) -> None:
    logging.getLogger("httpx").info("HTTP Request: GET https://a.example/x")
    logging.getLogger("desktop").debug("detail")
    logging.getLogger("desktop").info("said")
    assert "HTTP Request" not in log.recent()
    assert "detail" not in log.recent()
    assert "said" in log.recent()


def test_debug_lets_details_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = Log(None, is_debug=True)
    try:
        logging.getLogger("desktop").debug("detail token=%s", SECRET)
        assert "detail" in log.recent()
        assert log.file is None
    finally:
        log.close()
    assert SECRET not in capsys.readouterr().err


def test_the_file_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_module, "MAX_BYTES", 20_000)
    log = Log(tmp_path / "logs")
    try:
        for number in range(1500):
            logging.getLogger("desktop").info("line %s of many that are written", number)
    finally:
        log.close()
    sizes = [path.stat().st_size for path in (tmp_path / "logs").iterdir()]
    assert len(sizes) == 4
    assert max(sizes) <= 20_000


def test_closing_leaves_the_loggers_as_they_were(tmp_path: Path) -> None:
    root = logging.getLogger()
    before = (list(root.handlers), root.level, logging.getLogger("httpx").level)
    Log(tmp_path).close()
    assert (list(root.handlers), root.level, logging.getLogger("httpx").level) == before
