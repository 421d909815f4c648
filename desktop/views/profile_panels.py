"""Makes the panel of a profile column."""

from __future__ import annotations

from collections.abc import Callable

from desktop.domain.account import Account
from desktop.domain.timeline_kind import TimelineKind
from desktop.viewmodels.column_vm import ColumnViewModel
from desktop.viewmodels.profile_vm import ProfileViewModel
from desktop.views.images import ImageStore
from desktop.views.profile_panel import ProfilePanel
from desktop.views.theme import Tokens

MakeProfile = Callable[[Account, str], ProfileViewModel]
"""An account, and the id of the profile that it looks at."""


class ProfilePanels:
    """Called with a column it gives its panel, or None where it is no profile's."""

    def __init__(self, make_profile: MakeProfile, images: ImageStore | None) -> None:
        self._make_profile = make_profile
        self._images = images

    def __call__(self, column: ColumnViewModel, tokens: Tokens) -> ProfilePanel | None:
        account = column.account
        if column.kind is not TimelineKind.PROFILE or account is None:
            return None
        profile = self._make_profile(account, column.column.sources[0].parameter)
        panel = ProfilePanel(profile, self._images, tokens)
        profile.setParent(panel)
        profile.start()
        return panel
