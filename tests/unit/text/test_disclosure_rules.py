from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.account import AccountId, Capabilities, Visibility
from desktop.domain.draft import Draft, DraftMedia, PollDraft
from desktop.text import disclosure_rules as rules
from desktop.text.composer_rules import Checks, FindingCode, Level, Situation, findings

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def codes(text: str, checks: Checks | None = None, **more: object) -> dict[str, Level]:
    draft = Draft(id="d", account=AccountId("a"), text=text)
    found = findings(
        Situation(
            draft=draft, capabilities=Capabilities(), checks=checks or Checks(), now=NOW,
            **more,  # type: ignore[arg-type]
        )
    )  # fmt: skip
    return {finding.code: finding.level for finding in found}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pay with 4111 1111 1111 1111 please", ["4111 1111 1111 1111"]),
        ("5500-0000-0000-0004", ["5500-0000-0000-0004"]),
        ("4111 1111 1111 1112", []),
        ("0000000000000000", []),
        ("since 2026-11-22 12:00", []),
    ],
)
def test_card_numbers(text: str, found: list[str]) -> None:
    assert list(rules.card_numbers(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("FR14 2004 1010 0505 0001 3M02 606 is ours", ["FR14 2004 1010 0505 0001 3M02 606"]),
        ("GB82WEST12345698765432.", ["GB82WEST12345698765432"]),
        ("GB82 WEST 1234 5698 7654 32 NOW", ["GB82 WEST 1234 5698 7654 32"]),
        ("GB82WEST12345698765433", []),
    ],
)
def test_bank_accounts(text: str, found: list[str]) -> None:
    assert list(rules.ibans(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "AKIA" + "IOSFODNN7EXAMPLE",
        "token ghp_" + "a1" * 18,
        "-----BEGIN OPENSSH " + "PRIVATE KEY-----",
        "nsec1" + "q" * 58,
    ],
)
def test_secret_keys(text: str) -> None:
    assert list(rules.secret_keys(text))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Call 01 23 45 67 89", True),
        ("+33 6 12 34 56 78", True),
        ("(555) 123-4567", True),
        ("In 2026 there were 1 200 000 birds", False),
        ("#0612345678", False),
        ("3.14159265358979", False),
    ],
)
def test_phone_numbers(text: str, is_one: bool) -> None:
    assert bool(list(rules.phone_numbers(text))) == is_one


def test_an_email_address_is_no_mention() -> None:
    text = "claire@example.org, not @bob@example.org"
    assert list(rules.email_addresses(text)) == ["claire@example.org"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("12 bis rue de la Paix", True),
        ("221 Baker Street", True),
        ("Hauptstrasse 5", True),
        ("the 5 streets of it", False),
    ],
)
def test_postal_addresses(text: str, is_one: bool) -> None:
    assert bool(list(rules.postal_addresses(text))) == is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("http://192.168.1.4/x", True),
        ("https://wiki.corp/secret", True),
        ("http://localhost:8080", True),
        ("http://[fd00::1]/", True),
        ("https://bob:secret@example.org/", True),
        ("http://[broken/", False),
        ("https://example.org/localhost", False),
    ],
)
def test_private_links(text: str, is_one: bool) -> None:
    assert bool(list(rules.private_links(text))) == is_one


def test_listed_words_are_whole_words_in_any_case() -> None:
    assert list(rules.listed_words("The KRAKEN wakes", "kraken, wake, ,")) == ["kraken"]
    checks = Checks(confidential_words="Kraken", company_names="Volcorp")
    found = codes("kraken of volcorp", checks)
    assert FindingCode.CONFIDENTIAL_WORD in found
    assert FindingCode.COMPANY_NAME in found
    assert FindingCode.COMPANY_NAME not in codes("volcorp", checks, own_names="Volcorp news")


def test_everything_that_is_read_is_looked_at() -> None:
    media = DraftMedia(id="m", path="/p", mime="image/png", alt="01 23 45 67 89")
    draft = Draft(
        id="d", account=AccountId("a"), media=(media,), content_warning="a@example.org",
        poll=PollDraft(("4111 1111 1111 1111", "no")),
    )  # fmt: skip
    found = {each.code for each in findings(Situation(draft=draft, capabilities=Capabilities()))}
    assert {
        FindingCode.PHONE_NUMBER, FindingCode.EMAIL_ADDRESS, FindingCode.CARD_NUMBER,
    } <= found  # fmt: skip


def test_the_user_sets_the_level_or_turns_a_rule_off() -> None:
    text = "01 23 45 67 89"
    assert codes(text)[FindingCode.PHONE_NUMBER] is Level.NOTE
    block = Checks(levels={FindingCode.PHONE_NUMBER: Level.BLOCK})
    assert codes(text, block)[FindingCode.PHONE_NUMBER] is Level.BLOCK
    assert FindingCode.PHONE_NUMBER not in codes(
        text, Checks(levels={FindingCode.PHONE_NUMBER: None})
    )


def test_tags() -> None:
    assert FindingCode.TAG_RUN_TOGETHER in codes("#blacklivesmatter")
    assert FindingCode.TAG_RUN_TOGETHER not in codes("#BlackLivesMatter #birds")
    assert FindingCode.TOO_MANY_TAGS in codes("#aa #bb #cc #dd #ee #ff")
    assert FindingCode.TOO_MANY_TAGS not in codes("#aa #bb #cc #dd #ee")


def test_an_answer_to_an_old_post() -> None:
    for days, is_old in ((89, False), (90, True)):
        draft = Draft(
            id="d", account=AccountId("a"), text="Yes", reply_to="1",
            reply_created_at=NOW - timedelta(days=days),
        )  # fmt: skip
        found = findings(Situation(draft=draft, capabilities=Capabilities(), now=NOW))
        assert (FindingCode.OLD_PARENT in {each.code for each in found}) == is_old


@settings(deadline=None, max_examples=150)
@given(
    st.one_of(
        st.text(),
        st.text(alphabet="0123456789 +-().@#:/[]AZaz\u0660\u0967²", max_size=60),
        st.text(max_size=10).map(lambda text: f"http://{text}"),
    ),
    st.text(max_size=20),
)
def test_no_rule_crashes_on_any_text(text: str, words: str) -> None:
    checks = Checks(confidential_words=words, company_names=text)
    situation = Situation(
        draft=Draft(
            id="d", account=AccountId("a"), text=text, content_warning=words,
            visibility=Visibility.DIRECT,
        ),
        capabilities=Capabilities(), checks=checks, own_names=words, now=NOW,
    )  # fmt: skip
    findings(situation)
