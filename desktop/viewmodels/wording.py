"""Small parts of sentences: values put into names, times of day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, QTime


def clock_words(moment: datetime | float) -> str:
    """A time of today as the user's locale writes it: 14:32."""
    seconds = moment.timestamp() if isinstance(moment, datetime) else moment
    local = QDateTime.fromMSecsSinceEpoch(round(seconds * 1000)).toLocalTime().time()
    return QLocale().toString(QTime(local.hour(), local.minute()), QLocale.FormatType.ShortFormat)


class Values(dict[str, str]):
    """Missing ones are empty."""

    def __missing__(self, key: str) -> str:
        return ""


def is_one(count: int) -> bool:
    """Whether a count asks for the singular: French counts 0 so, too, English does not."""
    is_french = QLocale().language() == QLocale.Language.French
    return count == 1 or (count == 0 and is_french)


def number(value: int) -> str:
    """As the user's locale writes it: 1,204."""
    return QLocale().toString(value)


def counted(count: int, one: str, many: str) -> str:
    """`one` or `many`, as the count asks, with the count in the place of {count}."""
    return fill(one if is_one(count) else many, {"count": number(count)})


def fill(template: str, values: Mapping[str, str]) -> str:
    """Put values into {names}; braces inside of values stay what they are."""
    return template.format_map(Values(values))
