"""The settings dialog's rows: a label, a help sentence and a section for each setting.

Type, default and range come from `domain/settings.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.domain.settings import (
    CheckLevel,
    Density,
    LanguageChoice,
    ProxyKind,
    Settings,
    SpokenOrder,
    Theme,
)

if TYPE_CHECKING:
    from desktop.services.settings_file import SettingsFile


class Section(StrEnum):
    LOOK = "look"
    POSTS = "posts"
    ALERTS = "alerts"
    WRITING = "writing"
    CHECKS = "checks"
    CONNECTION = "connection"
    STORAGE = "storage"


class Row(Struct, frozen=True, kw_only=True):
    """`choices`: (value, label). Numbers have a range and may have a unit."""

    name: str
    section: Section
    label: str
    help: str = ""
    type: type
    choices: tuple[tuple[str, str], ...] = ()
    minimum: int = 0
    maximum: int = 0
    unit: str = ""
    needs: tuple[str, tuple[str | bool, ...]] = ("", ())
    """Only of use while this other setting has one of these values."""


def section_name(section: Section) -> str:
    translate = QCoreApplication.translate
    names: dict[Section, Callable[[], str]] = {
        Section.LOOK: lambda: translate("Settings", "Look"),
        Section.POSTS: lambda: translate("Settings", "Posts"),
        Section.ALERTS: lambda: translate("Settings", "Quiet hours"),
        Section.WRITING: lambda: translate("Settings", "Writing"),
        Section.CHECKS: lambda: translate("Settings", "Checks"),
        Section.CONNECTION: lambda: translate("Settings", "Connection"),
        Section.STORAGE: lambda: translate("Settings", "Storage"),
    }
    return names[section]()


def rows() -> tuple[Row, ...]:
    """All rows in the order of the dialog, in the user's language."""
    return (*_look(), *_posts(), *_alerts(), *_writing(), *_checks(), *_connection(), *_storage())


def _look() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    return (
        _row(
            "theme", Section.LOOK, translate("Settings", "Theme"),
            choices=(
                (Theme.SYSTEM, translate("Settings", "As the system")),
                (Theme.LIGHT, translate("Settings", "Light")),
                (Theme.DARK, translate("Settings", "Dark")),
                (Theme.HIGH_CONTRAST, translate("Settings", "High contrast")),
            ),
        ),
        _row(
            "density", Section.LOOK, translate("Settings", "Density"),
            translate("Settings", "How much room there is around each post."),
            choices=(
                (Density.COMPACT, translate("Settings", "Compact")),
                (Density.NORMAL, translate("Settings", "Normal")),
                (Density.RELAXED, translate("Settings", "Relaxed")),
            ),
        ),
        _row("text_scale", Section.LOOK, translate("Settings", "Text size"), unit="%"),
        _row(
            "language", Section.LOOK, translate("Settings", "Language"),
            translate("Settings", "The window changes at once; nothing is lost."),
            choices=(
                (LanguageChoice.SYSTEM, translate("Settings", "As the system")),
                (LanguageChoice.ENGLISH, "English"),
                (LanguageChoice.FRENCH, "Français"),
            ),
        ),
    )  # fmt: skip


def _posts() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    section = Section.POSTS
    return (
        _row("show_images", section, translate("Settings", "Show pictures in columns")),
        _row(
            "autoplay_animations", section, translate("Settings", "Play animations"),
            translate("Settings", "Moving avatars, emoji and GIFs."),
        ),
        _row(
            "show_sensitive", section, translate("Settings", "Show sensitive media at once"),
            translate("Settings", "Otherwise it is covered until you ask for it."),
        ),
        _row("expand_warnings", section, translate("Settings", "Open content warnings at once")),
        _row(
            "spoken_order", section, translate("Settings", "Read aloud"),
            translate("Settings", "What a screen reader is told of a post, and in which order."),
            choices=(
                (SpokenOrder.AUTHOR_FIRST, translate("Settings", "The author first")),
                (SpokenOrder.TEXT_FIRST, translate("Settings", "The text first")),
                (SpokenOrder.TIME_FIRST, translate("Settings", "The time first")),
                (SpokenOrder.SHORT, translate("Settings", "Only author, text and media")),
            ),
        ),
        _row(
            "posts_once", section, translate("Settings", "Each post in one column only"),
            translate("Settings", "Other columns leave it out and count it as hidden."),
        ),
        _row(
            "streaming", section, translate("Settings", "Receive posts live"),
            translate("Settings", "Otherwise Volière looks for new posts every now and then."),
        ),
    )  # fmt: skip


def _alerts() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    section = Section.ALERTS
    is_on = ("quiet_hours", (True,))
    return (
        _row(
            "quiet_hours", section, translate("Settings", "Be quiet at night"),
            translate("Settings", "No sounds and no notifications; each column's menu has its alerts."),
        ),
        _row("quiet_from", section, translate("Settings", "Quiet from"), unit="h", needs=is_on),
        _row("quiet_to", section, translate("Settings", "Quiet until"), unit="h", needs=is_on),
    )  # fmt: skip


def _writing() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    section = Section.WRITING
    return (
        _row(
            "remind_alt_text", section, translate("Settings", "Remind me of picture descriptions"),
            translate("Settings", "A picture without one cannot be read by everybody."),
        ),
        _row(
            "undo_send_seconds", section, translate("Settings", "Time to take a post back"),
            translate("Settings", "How long a post waits before it leaves. 0: not at all."), unit="s",
        ),
        _row("confirm_repost", section, translate("Settings", "Ask before boosting")),
        _row("confirm_delete", section, translate("Settings", "Ask before deleting")),
    )  # fmt: skip


def _checks() -> tuple[Row, ...]:
    """What the composer looks for before a post leaves. Nothing of it is sent anywhere."""
    translate = QCoreApplication.translate
    section = Section.CHECKS
    levels: tuple[tuple[StrEnum, str], ...] = (
        (CheckLevel.OFF, translate("Settings", "Say nothing")),
        (CheckLevel.NOTE, translate("Settings", "Tell me")),
        (CheckLevel.ASK, translate("Settings", "Ask me")),
        (CheckLevel.BLOCK, translate("Settings", "Keep it from being sent")),
    )
    on = tuple(level.value for level in CheckLevel if level is not CheckLevel.OFF)
    return (
        _row(
            "check_payment", section, translate("Settings", "Card numbers and bank accounts"),
            choices=levels,
        ),
        _row("check_keys", section, translate("Settings", "Passwords of programs, private keys"), choices=levels),
        _row(
            "check_contact", section, translate("Settings", "Phone numbers, e-mail addresses"),
            choices=levels,
        ),
        _row("check_postal", section, translate("Settings", "Street addresses"), choices=levels),
        _row(
            "check_private_links", section,
            translate("Settings", "Links into a private network"), choices=levels,
        ),
        _row("check_words", section, translate("Settings", "Confidential words"), choices=levels),
        _row(
            "confidential_words", section, translate("Settings", "These words"),
            translate("Settings", "Parted by commas. They stay on this computer."),
            needs=("check_words", on),
        ),
        _row(
            "check_company", section,
            translate("Settings", "Company names, in posts of a personal account"), choices=levels,
        ),
        _row(
            "company_names", section, translate("Settings", "These companies"),
            translate("Settings", "Parted by commas. An account named like one may say its name."),
            needs=("check_company", on),
        ),
        _row(
            "check_widening", section, translate("Settings", "More readers than the post that is answered"),
            choices=levels,
        ),
        _row("check_old_reply", section, translate("Settings", "Answers to old posts"), choices=levels),
        _row(
            "old_reply_days", section, translate("Settings", "Days after which a post is old"),
            needs=("check_old_reply", on),
        ),
        _row("check_tags", section, translate("Settings", "Tags without capitals, or too many"), choices=levels),
        _row("most_tags", section, translate("Settings", "Most tags"), needs=("check_tags", on)),
    )  # fmt: skip


def _connection() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    section = Section.CONNECTION
    own = ("proxy_kind", (ProxyKind.HTTP.value, ProxyKind.SOCKS5.value))
    return (
        _row(
            "proxy_kind", section, translate("Settings", "Proxy"),
            translate("Settings", "Used for everything: posts, live connections and pictures."),
            choices=(
                (ProxyKind.SYSTEM, translate("Settings", "As the system")),
                (ProxyKind.NONE, translate("Settings", "None")),
                (ProxyKind.HTTP, translate("Settings", "HTTP")),
                (ProxyKind.SOCKS5, translate("Settings", "SOCKS5 (it looks up names, too)")),
            ),
        ),
        _row("proxy_host", section, translate("Settings", "Proxy's address"), needs=own),
        _row("proxy_port", section, translate("Settings", "Proxy's port"), needs=own),
    )  # fmt: skip


def _storage() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    section = Section.STORAGE
    return (
        _row(
            "keep_posts", section, translate("Settings", "Posts kept in each column"),
            translate("Settings", "Older ones can be loaded again from the server."),
        ),
        _row("keep_days", section, translate("Settings", "Days that posts are kept")),
        _row("media_cache_megabytes", section, translate("Settings", "Pictures kept on disk"),
            unit=translate("Settings", "MB")),
    )  # fmt: skip


def _declared() -> dict[str, Any]:
    declared = msgspec.inspect.type_info(Settings)
    if not isinstance(declared, msgspec.inspect.StructType):
        raise TypeError(Settings)
    return {field.name: field.type for field in declared.fields}


_FIELDS = _declared()


def _row(
    name: str,
    section: Section,
    label: str,
    help: str = "",  # noqa: A002 - what it is
    *,
    choices: tuple[tuple[StrEnum, str], ...] = (),
    unit: str = "",
    needs: tuple[str, tuple[str | bool, ...]] = ("", ()),
) -> Row:
    declared = _FIELDS[name]
    return Row(
        name=name, section=section, label=label, help=help, unit=unit, needs=needs,
        type=type(getattr(Settings(), name)),
        choices=tuple((value.value, text) for value, text in choices),
        minimum=getattr(declared, "ge", None) or 0, maximum=getattr(declared, "le", None) or 0,
    )  # fmt: skip


class SettingsViewModel(QObject):
    """Reads and writes one setting at a time; each change holds at once."""

    changed = Signal(str)
    """The name of a setting that has another value now."""
    problem = Signal(str)

    def __init__(self, settings: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._known = settings.value
        self._disconnect = settings.changed.connect(self._on_changed)

    @property
    def value(self) -> Settings:
        return self._settings.value

    def plain(self, name: str) -> bool | int | str:
        """The value as a widget holds it: a choice by its name."""
        value = getattr(self._settings.value, name)
        if isinstance(value, StrEnum):
            return value.value
        return value  # type: ignore[no-any-return]

    def set(self, name: str, value: bool | int | str) -> None:
        """Raises nothing: what cannot be written is said by `problem`."""
        try:
            self._settings.update(**{name: value})
        except OSError:
            self.problem.emit(
                QCoreApplication.translate(
                    "Settings", "This could not be written to disk. It holds until you quit."
                )
            )
        except msgspec.ValidationError:
            self.problem.emit(QCoreApplication.translate("Settings", "That value cannot be used."))

    def reset(self) -> None:
        """All back to their defaults."""
        defaults = Settings()
        for row in rows():
            value = getattr(defaults, row.name)
            self.set(row.name, value.value if isinstance(value, StrEnum) else value)

    def is_of_use(self, row: Row) -> bool:
        name, values = row.needs
        return not name or self.plain(name) in values

    def close(self) -> None:
        self._disconnect()

    def _on_changed(self, settings: Settings) -> None:
        former, self._known = self._known, settings
        for name in Settings.__struct_fields__:
            if getattr(former, name) != getattr(settings, name):
                self.changed.emit(name)
