from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.domain.account import Visibility
from desktop.domain.draft import Draft, DraftMedia, PollDraft
from desktop.services.database import Database
from desktop.services.drafts import Drafts
from tests.unit.services.fake_network import ME, NOW


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = await Database.open(tmp_path / "writing.sqlite", "writing", durable=True)
    yield database
    await database.close()


@pytest.fixture
def drafts(database: Database) -> Drafts:
    return Drafts(database)


def a_draft(name: str, minutes: int = 0, **more: object) -> Draft:
    values: dict[str, object] = {
        "id": name, "account": ME, "text": f"été {name} 👩‍🚀", "content_warning": "cw",
        "visibility": Visibility.FOLLOWERS, "language": "fr", "reply_to": "9",
        "poll": PollDraft(("a", "b"), 600, True), "updated_at": NOW + timedelta(minutes=minutes),
        "media": (DraftMedia(id="m", path=f"/media/{name}.png", mime="image/png", alt="Alt"),),
    }  # fmt: skip
    return Draft(**(values | more))  # type: ignore[arg-type]


async def test_all_of_a_draft_comes_back_the_latest_first(drafts: Drafts) -> None:
    one, two = a_draft("one"), a_draft("two", minutes=1)
    await drafts.save(one)
    await drafts.save(two)
    assert await drafts.all() == (two, one)
    newer = a_draft("one", minutes=2, text="changed")
    await drafts.save(newer)
    assert await drafts.all() == (newer, two)
    assert await drafts.get("one") == newer
    assert await drafts.get("none") is None


async def test_deleting_and_emptying(drafts: Drafts) -> None:
    await drafts.save(a_draft("one"))
    await drafts.save(a_draft("two"))
    await drafts.delete("one")
    await drafts.save(Draft(id="two", account=ME, text="  \n"))
    assert await drafts.all() == ()


async def test_a_row_that_cannot_be_read_stays(drafts: Drafts, database: Database) -> None:
    await drafts.save(a_draft("one"))
    await database.run("INSERT INTO drafts VALUES ('x', 'a', 1, '{broken')")
    assert [draft.id for draft in await drafts.all()] == ["one"]
    assert len(await database.rows("SELECT 1 FROM drafts")) == 2


async def test_files_in_use(drafts: Drafts) -> None:
    await drafts.save(a_draft("one"))
    await drafts.save(a_draft("two"))
    assert await drafts.used_files() == {Path("/media/one.png"), Path("/media/two.png")}
