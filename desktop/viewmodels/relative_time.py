"""How long ago, how long still: short for the screen, in words for a screen reader."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

translate = QCoreApplication.translate

_MINUTE, _HOUR, _DAY, _WEEK = 60, 3600, 86_400, 604_800


def short_age(moment: datetime, now: datetime) -> str:
    """ "now", "2 min", "1 h", "3 d", then the date. Both times are aware."""
    seconds = max(0.0, (now - moment).total_seconds())
    if seconds < _MINUTE:
        return translate("RelativeTime", "now")
    if seconds < _WEEK:
        return _amount(seconds)
    local, today = moment.astimezone(), now.astimezone()
    form = "d MMM" if local.year == today.year else "d MMM yyyy"
    return QLocale().toString(_qt(moment).date(), form)


def spoken_age(moment: datetime, now: datetime) -> str:
    """The same as whole words: "5 minutes ago"."""
    seconds = max(0.0, (now - moment).total_seconds())
    if seconds < _MINUTE:
        return translate("RelativeTime", "just now")
    if seconds < _HOUR:
        n = int(seconds // _MINUTE)
        if n == 1:
            return translate("RelativeTime", "1 minute ago")
        return translate("RelativeTime", "{n} minutes ago").format(n=n)
    if seconds < _DAY:
        n = int(seconds // _HOUR)
        if n == 1:
            return translate("RelativeTime", "1 hour ago")
        return translate("RelativeTime", "{n} hours ago").format(n=n)
    if seconds < _WEEK:
        n = int(seconds // _DAY)
        if n == 1:
            return translate("RelativeTime", "yesterday")
        return translate("RelativeTime", "{n} days ago").format(n=n)
    return full_date(moment)


def time_left(moment: datetime, now: datetime) -> str:
    """ "23 h" until a moment to come; "now" when it is less than a minute away."""
    seconds = (moment - now).total_seconds()
    return translate("RelativeTime", "now") if seconds < _MINUTE else _amount(seconds)


def full_date(moment: datetime) -> str:
    """Date and time in the user's zone and language."""
    return QLocale().toString(_qt(moment), QLocale.FormatType.ShortFormat)


def clock(moment: datetime) -> str:
    """The time of day in the user's zone, as the language writes it."""
    return QLocale().toString(_qt(moment).time(), QLocale.FormatType.ShortFormat)


def _amount(seconds: float) -> str:
    if seconds < _HOUR:
        return translate("RelativeTime", "{n} min").format(n=int(seconds // _MINUTE))
    if seconds < _DAY:
        return translate("RelativeTime", "{n} h").format(n=int(seconds // _HOUR))
    return translate("RelativeTime", "{n} d").format(n=int(seconds // _DAY))


def _qt(moment: datetime) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(round(moment.timestamp() * 1000))
