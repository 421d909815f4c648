from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Awaitable, Callable

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.account import Visibility
from desktop.domain.draft import OutboxState, PollDraft
from desktop.domain.errors import StoreError, StoreFault
from desktop.domain.settings import CheckLevel
from desktop.viewmodels.outbox_vm import OutboxAction
from tests.gui.composer_parts import ATELIER, CLAIRE, Kit, post, wait_for


def rested(test: Callable[[Kit], Awaitable[None]]) -> Callable[[Kit], Awaitable[None]]:
    @functools.wraps(test)
    async def run(kit: Kit) -> None:
        try:
            await test(kit)
        finally:
            kit.rest()

    return run


@pytest.fixture
async def kit(qapp: QApplication) -> AsyncIterator[Kit]:
    kit = Kit()
    yield kit
    await kit.close()
    assert kit.errors == []


@rested
async def test_typing_is_counted_at_once_and_kept_after_a_pause(kit: Kit) -> None:
    kit.vm.set_text("Hello @bob@far.example")
    assert kit.vm.judgement.count.remaining == 500 - len("Hello @bob")
    assert kit.vm.can_send
    await wait_for(lambda: kit.drafts.kept)
    assert [draft.text for draft in kit.drafts.kept.values()] == ["Hello @bob@far.example"]
    assert kit.drafts.saves == 1


@rested
async def test_an_emptied_draft_is_forgotten(kit: Kit) -> None:
    kit.vm.set_text("Hello")
    await wait_for(lambda: kit.drafts.kept)
    kit.vm.set_text("")
    await wait_for(lambda: not kit.drafts.kept)
    assert kit.vm.obstacle == "Write something first."


@rested
async def test_too_long_cannot_be_sent(kit: Kit) -> None:
    kit.vm.set_text("x" * 501)
    assert not kit.vm.can_send
    assert kit.vm.obstacle == "1 character too many"
    assert kit.vm.judgement.overflow == 500
    assert not kit.vm.submit()
    assert kit.outbox.items == ()


@rested
async def test_the_content_warning_counts(kit: Kit) -> None:
    kit.vm.set_text("x" * 495)
    kit.vm.set_content_warning("spoilers")
    assert kit.vm.judgement.count.remaining == -3


@rested
async def test_the_draft_is_there_again_at_the_next_start(kit: Kit) -> None:
    kit.vm.set_text("half a thou")
    await kit.vm.close()
    kit.open()
    await kit.vm.start()
    assert kit.vm.text == "half a thou"
    assert kit.vm.draft.account == CLAIRE.id


@rested
async def test_a_draft_that_reached_the_outbox_is_not_restored(kit: Kit) -> None:
    kit.vm.set_text("sent already")
    draft = kit.vm.draft
    assert kit.vm.submit()
    await wait_for(lambda: kit.outbox.items)
    kit.drafts.kept[draft.id] = draft  # as if we had ended between the two
    await kit.vm.close()
    kit.open()
    await kit.vm.start()
    assert kit.vm.text == ""
    await wait_for(lambda: not kit.drafts.kept)


@rested
async def test_submit_clears_at_once_and_holds(kit: Kit) -> None:
    kit.settings.value = msgspec.structs.replace(kit.settings.value, undo_send_seconds=10)
    kit.vm.set_text("Bonjour à toutes et à tous, voici les nouvelles du jour")
    assert kit.vm.submit()
    assert kit.vm.text == ""
    await wait_for(lambda: kit.outbox.items)
    item = kit.outbox.items[0]
    assert (item.due_at - item.created_at).total_seconds() == 10
    assert item.draft.language == "fr"
    row = kit.outbox_vm.rows[0]
    assert row.spoken in ("Sending in 10 s as Claire", "Sending in 9 s as Claire")
    assert row.actions == (OutboxAction.UNDO,)
    assert kit.outbox_vm.undo_latest()
    await wait_for(lambda: kit.vm.text != "")
    assert kit.vm.text.startswith("Bonjour")
    assert kit.outbox_vm.rows == ()
    assert kit.vm.draft.id in kit.drafts.kept


@rested
async def test_a_full_disk_brings_the_text_back(kit: Kit) -> None:
    kit.outbox.fault = StoreError(StoreFault.DISK_FULL)
    kit.vm.set_text("Do not lose me")
    assert kit.vm.submit()
    await wait_for(lambda: kit.vm.text == "Do not lose me")
    assert kit.vm.problem == "The disk is full; nothing new is kept."
    assert kit.vm.draft.id in kit.drafts.kept


@rested
async def test_a_refused_post_comes_back_with_the_reason(kit: Kit) -> None:
    kit.vm.set_text("Hello")
    kit.vm.submit()
    await wait_for(lambda: kit.outbox.items)
    kit.outbox.refuse(kit.outbox.items[0], "Text is too rude")
    await wait_for(lambda: kit.vm.text == "Hello")
    assert kit.vm.problem == "example.org did not take this post: Text is too rude"


@rested
async def test_a_refused_post_never_replaces_what_is_being_written(kit: Kit) -> None:
    kit.vm.set_text("First")
    kit.vm.submit()
    await wait_for(lambda: kit.outbox.items)
    kit.vm.set_text("Second")
    kit.outbox.refuse(kit.outbox.items[0], "No")
    assert kit.vm.text == "Second"
    row = kit.outbox_vm.rows[0]
    assert row.state is OutboxState.REFUSED
    assert row.detail == "No"
    assert row.actions == (OutboxAction.EDIT, OutboxAction.RETRY, OutboxAction.DISCARD)
    kit.outbox_vm.act(row.id, OutboxAction.EDIT)
    await wait_for(lambda: kit.vm.text == "First")
    assert [draft.text for draft in kit.vm.other_drafts] == ["Second"]


@rested
async def test_too_late_to_take_back_is_said(kit: Kit) -> None:
    kit.vm.set_text("Gone")
    kit.vm.submit()
    await wait_for(lambda: kit.outbox.items)
    kit.outbox.put(msgspec.structs.replace(kit.outbox.items[0], state=OutboxState.SENDING))
    kit.vm.take_back(kit.outbox.items[0].id)
    await wait_for(lambda: kit.vm.problem)
    assert kit.vm.problem == "Too late to undo: it is being sent."
    assert kit.outbox.items


@rested
async def test_a_reply_starts_with_the_people_and_the_warning(kit: Kit) -> None:
    kit.vm.reply(post(content_warning="politics", visibility=Visibility.FOLLOWERS))
    draft = kit.vm.draft
    assert draft.text == "@bob@far.example @eve "
    assert draft.content_warning == "politics"
    assert draft.visibility is Visibility.FOLLOWERS
    assert kit.vm.visibilities == (Visibility.FOLLOWERS, Visibility.DIRECT)
    kit.vm.set_visibility(Visibility.PUBLIC)
    assert kit.vm.draft.visibility is Visibility.FOLLOWERS
    assert kit.vm.context_line == "In reply to @bob@far.example"
    assert not kit.vm.has_content


@rested
async def test_a_reply_keeps_what_was_written_before(kit: Kit) -> None:
    kit.vm.set_text("An idea")
    kit.vm.reply(post())
    assert [draft.text for draft in kit.vm.other_drafts] == ["An idea"]
    kit.vm.set_text("@bob@far.example @eve yes")
    kit.vm.leave_context()
    assert kit.vm.text == ""
    assert kit.vm.draft.reply_to == ""
    assert {draft.text for draft in kit.vm.other_drafts} == {"An idea", "@bob@far.example @eve yes"}
    kit.vm.open_draft(next(d.id for d in kit.vm.other_drafts if d.reply_to))
    assert kit.vm.draft.reply_to == "42"


@rested
async def test_switching_the_account_keeps_the_text(kit: Kit) -> None:
    kit.vm.set_text("Hello")
    kit.vm.set_visibility(Visibility.UNLISTED)
    kit.vm.write_as(ATELIER.id)
    assert kit.vm.text == "Hello"
    assert kit.vm.account == ATELIER
    assert kit.vm.judgement.count.limit == 100
    assert kit.vm.draft.visibility is Visibility.FOLLOWERS  # it has no unlisted; never wider


@rested
async def test_another_account_answers_the_same_post(kit: Kit) -> None:
    kit.sessions.one.resolved["https://far.example/42"] = post(account=ATELIER.id, id="977")
    kit.vm.reply(post())
    kit.vm.set_text("@bob@far.example yes")
    kit.vm.write_as(ATELIER.id)
    assert kit.vm.obstacle == "Looking up the answered post…"
    await wait_for(lambda: kit.vm.account == ATELIER)
    assert kit.vm.draft.reply_to == "977"
    assert kit.vm.text == "@bob@far.example yes"


@rested
async def test_a_post_that_the_other_server_does_not_know(kit: Kit) -> None:
    kit.vm.reply(post())
    kit.vm.set_text("yes")
    kit.vm.write_as(ATELIER.id)
    await wait_for(lambda: kit.vm.problem)
    assert kit.vm.account == CLAIRE
    assert kit.vm.problem.startswith("atelier.example cannot show that post.")
    assert kit.vm.can_send


@rested
async def test_what_a_server_cannot_do_is_said_and_not_dropped(kit: Kit) -> None:
    kit.vm.set_text("A poll")
    kit.vm.set_poll(PollDraft(("yes", "no")))
    assert kit.vm.can_send
    kit.vm.write_as(ATELIER.id)
    assert kit.vm.draft.poll is not None
    assert kit.vm.obstacle == "atelier.example has no polls. Remove it or change the account."


@rested
async def test_an_edit_brings_source_and_media(kit: Kit) -> None:
    kit.vm.set_text("in between")
    kit.vm.edit(post(author=msgspec.structs.replace(post().author, id="1")))
    await wait_for(lambda: kit.vm.draft.edits)
    assert kit.vm.text == "As it was *typed*"
    assert kit.vm.draft.content_warning == "food"
    assert kit.vm.visibilities == ()
    assert not kit.vm.can_change_account
    assert [draft.text for draft in kit.vm.other_drafts] == ["in between"]


@rested
async def test_media_and_the_reminder_to_describe_them(kit: Kit) -> None:
    kit.vm.set_text("Look")
    kit.vm.media.add_files(["/tmp/a.png", "/tmp/b.png"])
    assert kit.vm.obstacle == "A picture is still being read."
    await wait_for(lambda: len(kit.vm.draft.media) == 2)
    assert kit.vm.findings[0].startswith("2 pictures have no description.")
    kit.vm.media.move("m2", -1)
    kit.vm.media.set_alt("m2", "A cat")
    assert [media.id for media in kit.vm.draft.media] == ["m2", "m1"]
    assert kit.vm.findings[0].startswith("A picture has no description.")
    assert not kit.vm.submit()  # it asks first
    assert kit.vm.is_asking
    assert kit.vm.send_label == "Post anyway as Claire"
    assert kit.vm.submit()
    await wait_for(lambda: kit.outbox.items)
    assert [media.alt for media in kit.outbox.items[0].draft.media] == ["A cat", ""]


@rested
async def test_a_bad_file_is_said_by_name(kit: Kit) -> None:
    kit.vm.set_text("Look")
    kit.vm.media.add_files(["/tmp/bad.png"])
    await wait_for(lambda: kit.vm.problem)
    assert kit.vm.problem == "bad.png: This picture is damaged."
    assert kit.vm.can_send


@rested
async def test_a_picture_that_arrives_late_finds_its_draft(kit: Kit) -> None:
    kit.uploads.gate.clear()
    kit.vm.set_text("With a picture")
    first = kit.vm.draft.id
    kit.vm.media.add_files(["/tmp/a.png"])
    kit.vm.reply(post())
    kit.uploads.gate.set()
    await wait_for(lambda: any(d.media for d in kit.vm.other_drafts))
    assert kit.vm.draft.media == ()
    kit.vm.open_draft(first)
    assert len(kit.vm.draft.media) == 1


@rested
async def test_without_accounts_nothing_can_be_sent(kit: Kit) -> None:
    kit.accounts.replace()
    assert kit.vm.account is None
    kit.vm.set_text("Hello")
    assert kit.vm.obstacle == "Add an account first."
    kit.accounts.replace(ATELIER)
    assert kit.vm.account == ATELIER
    assert kit.vm.text == "Hello"
    assert kit.vm.can_send


@rested
async def test_completion_asks_after_a_pause_and_drops_what_is_old(kit: Kit) -> None:
    kit.completion.ask(CLAIRE, "Hello @b")
    kit.completion.ask(CLAIRE, "Hello @bo")
    await wait_for(lambda: kit.completion.rows)
    assert kit.autocomplete.asked == ["bo"]
    assert [row.insert for row in kit.completion.rows] == ["@bob@far.example ", "@bobette "]
    kit.completion.ask(CLAIRE, "Hello @bob ")
    assert kit.completion.rows == ()
    kit.completion.ask(CLAIRE, "at 12:30")
    assert kit.completion.token == ""
    kit.completion.ask(CLAIRE, "nice :grinn")
    await wait_for(lambda: kit.completion.rows)
    assert kit.completion.rows[0].insert == "\U0001f600"


@rested
async def test_the_outbox_says_what_happens(kit: Kit) -> None:
    kit.vm.set_text("Hello")
    kit.vm.submit()
    await wait_for(lambda: kit.outbox.items)
    item = kit.outbox.items[0]

    def row(**changes: object) -> tuple[str, tuple[OutboxAction, ...]]:
        kit.outbox.put(msgspec.structs.replace(item, **changes))
        return kit.outbox_vm.rows[0].spoken, kit.outbox_vm.rows[0].actions

    assert row(state=OutboxState.UPLOADING, progress=0.42) == (
        "Uploading 42 % as Claire", (OutboxAction.UNDO,),
    )  # fmt: skip
    assert row(state=OutboxState.SENDING) == ("Sending as Claire", ())
    said, actions = row(
        state=OutboxState.RETRYING, next_at=item.due_at, first_try_at=item.created_at
    )
    assert said.startswith("Not sent yet as Claire; next try at ")
    assert actions == (OutboxAction.RETRY, OutboxAction.DISCARD)
    kit.outbox_vm.act(item.id, OutboxAction.RETRY)
    await wait_for(lambda: kit.outbox.calls == [("retry", item.id)])


@rested
async def test_two_accounts_post_the_same_and_the_one_that_binds_is_counted_first(kit: Kit) -> None:
    kit.vm.set_text("x" * 90)
    kit.vm.add_or_leave(ATELIER.id)
    assert [each.account.id for each in kit.vm.counts] == [ATELIER.id, CLAIRE.id]
    assert kit.vm.judgement.count.remaining == 10
    assert kit.vm.send_label == "Post · 2 accounts"
    kit.vm.set_text("x" * 101)
    assert kit.vm.obstacle == "Atelier Volière: 1 character too many"
    assert kit.vm.judgement.overflow == 100
    kit.vm.set_text("Both")
    assert kit.vm.submit()
    await wait_for(lambda: len(kit.outbox.items) == 2)
    assert [item.draft.account for item in kit.outbox.items] == [CLAIRE.id, ATELIER.id]
    assert len({item.draft.id for item in kit.outbox.items}) == 2
    assert kit.vm.draft.all_accounts == (CLAIRE.id,)
    assert [row.name for row in kit.outbox_vm.rows] == ["Claire", "Atelier Volière"]


@rested
async def test_what_one_of_the_accounts_cannot_do_is_said_before(kit: Kit) -> None:
    kit.vm.set_text("Careful")
    kit.vm.set_content_warning("spoilers")
    kit.vm.add_or_leave(ATELIER.id)
    assert not kit.vm.submit()
    assert "atelier.example has no content warnings" in kit.vm.obstacle
    kit.vm.add_or_leave(ATELIER.id)
    assert kit.vm.can_send
    assert kit.vm.draft.all_accounts == (CLAIRE.id,)


@rested
async def test_leaving_the_main_account_makes_the_next_one_the_main(kit: Kit) -> None:
    kit.vm.add_or_leave(ATELIER.id)
    kit.vm.add_or_leave(CLAIRE.id)
    kit.vm.add_or_leave(ATELIER.id)
    assert kit.vm.draft.all_accounts == (ATELIER.id,)


@rested
async def test_an_answer_is_one_account_s(kit: Kit) -> None:
    kit.vm.reply(post())
    kit.vm.add_or_leave(ATELIER.id)
    assert kit.vm.draft.all_accounts == (CLAIRE.id,)
    assert not kit.vm.can_add_accounts


@rested
async def test_a_thread_is_sent_in_parts_cut_by_each_account_s_rule(kit: Kit) -> None:
    kit.vm.set_text("A sentence of some words. " * 12)
    kit.vm.add_or_leave(ATELIER.id)
    assert not kit.vm.can_send
    kit.vm.set_thread(True)
    kit.vm.set_numbered(True)
    assert kit.vm.can_send
    assert kit.vm.send_label == f"Post {len(kit.vm.parts)} parts · 2 accounts"
    assert kit.vm.submit()
    await wait_for(lambda: kit.outbox.items)
    ours = [item for item in kit.outbox.items if item.draft.account == CLAIRE.id]
    theirs = [item for item in kit.outbox.items if item.draft.account == ATELIER.id]
    assert len(ours) == 1 < len(theirs)
    assert all(len(item.draft.text) <= 100 for item in theirs)
    assert theirs[0].draft.text.endswith(f" 1/{len(theirs)}")
    assert [item.after for item in theirs] == ["", *(item.id for item in theirs[:-1])]
    assert kit.outbox_vm.rows[-1].sentence.endswith(f"{len(theirs) - 1} more parts")


@rested
async def test_a_part_has_its_own_warning_and_pictures(kit: Kit) -> None:
    kit.vm.set_text("One\n✂\nTwo")
    kit.vm.set_thread(True)
    kit.vm.media.add_files(["a.png"])
    await wait_for(lambda: kit.vm.draft.media)
    kit.vm.media.set_alt("m1", "A bird")
    kit.vm.set_part_of_media("m1", 1)
    kit.vm.set_part_warning(1, "feathers")
    assert [each.part.warning for each in kit.vm.parts] == ["", "feathers"]
    assert kit.vm.submit()
    await wait_for(lambda: len(kit.outbox.items) == 2)
    first, second = (item.draft for item in kit.outbox.items)
    assert (first.text, len(first.media), first.content_warning) == ("One", 0, "")
    assert (second.text, len(second.media), second.content_warning) == ("Two", 1, "feathers")


@rested
async def test_an_account_has_its_own_time_to_take_back(kit: Kit) -> None:
    slow = msgspec.structs.replace(CLAIRE, undo_send_seconds=60)
    kit.accounts.replace(slow, ATELIER)
    kit.vm.set_text("Hello")
    assert kit.vm.submit()
    await wait_for(lambda: kit.outbox.items)
    (item,) = kit.outbox.items
    assert 55 < (item.due_at - item.created_at).total_seconds() <= 60


@rested
async def test_a_check_asks_notes_or_blocks_as_the_settings_say(kit: Kit) -> None:
    text = "Pay to 4111 1111 1111 1111"
    kit.vm.set_text(text)
    assert not kit.vm.submit()
    assert kit.vm.is_asking
    assert "There is a card number in it: 4111 1111 1111 1111." in kit.vm.findings
    kit.settings.value = msgspec.structs.replace(kit.settings.value, check_payment=CheckLevel.BLOCK)
    assert not kit.vm.submit()
    assert kit.vm.obstacle.startswith("There is a card number")
    kit.settings.value = msgspec.structs.replace(kit.settings.value, check_payment=CheckLevel.OFF)
    assert kit.vm.submit()
