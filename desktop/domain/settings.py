"""Every setting, declared once: type, default, range. Labels and help: viewmodels."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

SETTINGS_FORM = 1
"""The number of the file's form; a changed form brings an upgrade in services/settings.py."""


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Density(StrEnum):
    COMPACT = "compact"
    NORMAL = "normal"
    RELAXED = "relaxed"


class SpokenOrder(StrEnum):
    """In which order a screen reader is told the parts of a post."""

    AUTHOR_FIRST = "author_first"
    TEXT_FIRST = "text_first"
    TIME_FIRST = "time_first"
    SHORT = "short"
    """Author, text and media only."""


class LanguageChoice(StrEnum):
    SYSTEM = "system"
    ENGLISH = "en"
    FRENCH = "fr"


class ProxyKind(StrEnum):
    NONE = "none"
    SYSTEM = "system"
    HTTP = "http"
    SOCKS5 = "socks5"
    """Names are resolved by the proxy."""


class CheckLevel(StrEnum):
    """What a check of the composer does when it finds something."""

    OFF = "off"
    NOTE = "note"
    ASK = "ask"
    BLOCK = "block"


class Settings(Struct, frozen=True, kw_only=True):
    form: int = SETTINGS_FORM
    language: LanguageChoice = LanguageChoice.SYSTEM
    theme: Theme = Theme.SYSTEM
    density: Density = Density.NORMAL
    text_scale: Annotated[int, Meta(ge=80, le=200)] = 100
    """Per cent."""
    spoken_order: SpokenOrder = SpokenOrder.AUTHOR_FIRST
    autoplay_animations: bool = True
    show_images: bool = True
    show_sensitive: bool = False
    expand_warnings: bool = False
    remind_alt_text: bool = True
    confirm_repost: bool = False
    confirm_delete: bool = True
    undo_send_seconds: Annotated[int, Meta(ge=0, le=120)] = 0
    check_payment: CheckLevel = CheckLevel.ASK
    """Card numbers and bank accounts."""
    check_keys: CheckLevel = CheckLevel.ASK
    check_contact: CheckLevel = CheckLevel.NOTE
    """Phone numbers and e-mail addresses."""
    check_postal: CheckLevel = CheckLevel.NOTE
    check_private_links: CheckLevel = CheckLevel.ASK
    check_words: CheckLevel = CheckLevel.ASK
    confidential_words: str = ""
    """Parted by commas."""
    check_company: CheckLevel = CheckLevel.ASK
    company_names: str = ""
    """Parted by commas; an account that has one in its own name may say it."""
    check_widening: CheckLevel = CheckLevel.ASK
    """More public than the answered post, and mentions that bring people into a direct one."""
    check_old_reply: CheckLevel = CheckLevel.NOTE
    old_reply_days: Annotated[int, Meta(ge=1, le=3650)] = 90
    check_tags: CheckLevel = CheckLevel.NOTE
    """Tags without capitals, and too many of them."""
    most_tags: Annotated[int, Meta(ge=1, le=50)] = 5
    proxy_kind: ProxyKind = ProxyKind.SYSTEM
    proxy_host: str = ""
    proxy_port: Annotated[int, Meta(ge=0, le=65535)] = 0
    media_cache_megabytes: Annotated[int, Meta(ge=16, le=4096)] = 256
    keep_posts: Annotated[int, Meta(ge=100, le=100_000)] = 2000
    """Posts that the store retains for each timeline."""
    keep_days: Annotated[int, Meta(ge=1, le=3650)] = 90
    streaming: bool = True
    posts_once: bool = False
    """A post that one column shows is left out of the others."""
    quiet_hours: bool = False
    """No sounds, notifications or marks from `quiet_from` to `quiet_to` (hours of the day)."""
    quiet_from: Annotated[int, Meta(ge=0, le=23)] = 22
    quiet_to: Annotated[int, Meta(ge=0, le=23)] = 7
