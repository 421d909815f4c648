"""Sentences about what a column leaves out: rules, slow columns, cleared ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.domain.filter_rule import HiddenWhy, RuleKind


def hidden_sentence(count: int, is_revealing: bool) -> str:
    translate = QCoreApplication.translate
    if not count:
        return ""
    if is_revealing:
        return translate("Rules", "%n shown that your rules hide", "", count)
    return translate("Rules", "%n hidden by your rules", "", count)


def hidden_words(count: int) -> tuple[str, str]:
    """For a column where the rules hide everything."""
    translate = QCoreApplication.translate
    text = translate("Rules", "%n hidden by your rules", "", count)
    return (translate("Rules", "Nothing passes your rules"), text)


def cleared_words() -> tuple[str, str]:
    translate = QCoreApplication.translate
    return (
        translate("Rules", "All read"),
        translate("Rules", "You cleared this column. New posts appear by themselves."),
    )


def held_sentence(count: int) -> str:
    if not count:
        return ""
    return QCoreApplication.translate("Rules", "%n waiting", "", count)


def reasons_sentence(reasons: Mapping[HiddenWhy, int]) -> str:
    """ "3 boosts, 2 replies" """
    return ", ".join(_reason(why, count) for why, count in reasons.items())


def _reason(why: HiddenWhy, count: int) -> str:
    translate = QCoreApplication.translate
    texts: dict[HiddenWhy, Callable[[], str]] = {
        HiddenWhy.RULE: lambda: translate("Rules", "by words, people or languages: %n"),
        HiddenWhy.LANGUAGE: lambda: translate("Rules", "in other languages: %n"),
        HiddenWhy.NO_MEDIA: lambda: translate("Rules", "without media: %n"),
        HiddenWhy.NO_LINK: lambda: translate("Rules", "without a link: %n"),
        HiddenWhy.REPOST: lambda: translate("Rules", "boosts: %n"),
        HiddenWhy.REPLY: lambda: translate("Rules", "replies: %n"),
        HiddenWhy.BOT: lambda: translate("Rules", "by bots: %n"),
        HiddenWhy.SEEN: lambda: translate("Rules", "already seen: %n"),
        HiddenWhy.ELSEWHERE: lambda: translate("Rules", "shown in another column: %n"),
    }
    return texts[why]().replace("%n", str(count))


def rule_kind_name(kind: RuleKind) -> str:
    translate = QCoreApplication.translate
    names: dict[RuleKind, Callable[[], str]] = {
        RuleKind.WORD: lambda: translate("Rules", "Word"),
        RuleKind.PHRASE: lambda: translate("Rules", "Characters"),
        RuleKind.REGEX: lambda: translate("Rules", "Regular expression"),
        RuleKind.AUTHOR: lambda: translate("Rules", "Person or server"),
        RuleKind.LANGUAGE: lambda: translate("Rules", "Language"),
    }
    return names[kind]()


def rule_example(kind: RuleKind) -> str:
    examples = {
        RuleKind.WORD: "football",
        RuleKind.PHRASE: "season finale",
        RuleKind.REGEX: r"^(win|gagne)\b",
        RuleKind.AUTHOR: "@name@example.org, @example.org",
        RuleKind.LANGUAGE: "en",
    }
    return examples[kind]


def pattern_sentence(problem: str) -> str:
    """What is wrong with a regular expression; `problem` is its parser's."""
    text = QCoreApplication.translate("Rules", "This expression cannot be used: {problem}")
    return text.replace("{problem}", problem)
