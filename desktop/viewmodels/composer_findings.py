"""What a good friend would say before it is sent. Never sends anything anywhere."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.draft import Draft
from desktop.viewmodels.composer_sentences import number
from desktop.viewmodels.wording import fill


def findings(draft: Draft, *, wants_alt: bool) -> tuple[str, ...]:
    """Sentences, the weightiest first."""
    tr = QCoreApplication.translate
    found = []
    missing = sum(not each.alt.strip() for each in draft.media)
    if wants_alt and missing == 1:
        found.append(
            tr(
                "Composer",
                "A picture has no description. It helps those who cannot see it.",
            )
        )
    elif wants_alt and missing:
        sentence = tr(
            "Composer",
            "{count} pictures have no description. It helps those who cannot see them.",
        )
        found.append(fill(sentence, {"count": number(missing)}))
    return tuple(found)
