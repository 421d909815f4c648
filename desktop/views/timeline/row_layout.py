"""A laid-out row: what is painted where (a list of pieces) and what can be hit (targets)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, Protocol

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap, QTextLayout

from desktop.domain.account import AccountId, Capabilities
from desktop.domain.post import Post
from desktop.domain.timeline import Entry
from desktop.viewmodels.row import Row
from desktop.views.images import ImageStore, Wanted
from desktop.views.timeline.faces import Faces
from desktop.views.timeline.text_block import Highlights, TextBlock


class TargetKind(StrEnum):
    PROFILE = "profile"
    POST = "post"
    MEDIA = "media"
    REVEAL = "reveal"
    """Show covered media, or cover it again."""
    WARNING = "warning"
    """Open or fold a content warning."""
    FILTER = "filter"
    UNFOLD = "unfold"
    """Show all of a long text."""
    LINK = "link"
    HASHTAG = "hashtag"
    MENTION = "mention"
    OPTION = "option"
    VOTE = "vote"
    FILL = "fill"
    ACTION = "action"
    TIP = "tip"
    """Only says something under the pointer."""


class Target(NamedTuple):
    """A place that answers a click. `value` depends on the kind: a Profile, a Post, an
    address, a number; `tip` is said under the pointer."""

    box: QRectF
    kind: TargetKind
    value: object = None
    tip: str = ""


class Options(Struct, frozen=True, kw_only=True):
    """What the user wants to see of posts; the same for all rows of a column."""

    show_images: bool = True
    show_sensitive: bool = False
    expand_warnings: bool = False
    can_animate: bool = True


class RowState(Struct, frozen=True):
    """What the user has opened in one row."""

    is_opened: bool | None = None
    """Its content warning; None: as the options say."""
    is_revealed: bool | None = None
    is_unfiltered: bool = False
    is_unfolded: bool = False
    is_filling: bool = False
    choices: frozenset[int] = frozenset()


class Setting(Struct, frozen=True, kw_only=True):
    """All that the layout of rows depends on besides their content and width."""

    faces: Faces
    options: Options = Options()
    highlights: Highlights | None = None
    account_colours: Mapping[AccountId, str] = {}
    """Filled only where a column merges several accounts: each row then bears its mark."""
    capabilities: Mapping[AccountId, Capabilities] = {}


class Canvas:
    """What pieces need while they paint. One for a view; `selections` is set for each row."""

    __slots__ = ("can_play", "faces", "images", "ratio", "selections", "viewer")

    def __init__(self, faces: Faces, images: ImageStore | None, ratio: float, viewer: int) -> None:
        self.faces = faces
        self.images = images
        self.ratio = ratio
        self.viewer = viewer
        self.can_play = True
        self.selections: dict[int, list[QTextLayout.FormatRange]] = {}

    def picture(self, account: AccountId, wanted: Wanted, moving: str = "") -> QPixmap | None:
        """A picture, or the current frame of the one that moves; None until it has come."""
        if self.images is None or not wanted.url:
            return None
        if moving and self.can_play:
            frame = self.images.animations.frame(account, wanted._replace(url=moving))
            if frame is not None:
                return frame
        return self.images.pixmap(account, wanted, self.viewer)


class Piece(Protocol):
    def paint(self, painter: QPainter, canvas: Canvas, /) -> None: ...


class TextPlace(NamedTuple):
    """A text that can be selected: which of the row's, and where."""

    number: int
    block: TextBlock
    x: float
    y: float


class Footer(NamedTuple):
    """Where the actions go. `is_over_header`: the row has no counts, so they cover the time."""

    box: QRectF
    is_over_header: bool


class RowLayout:
    """Everything that was measured of one row; coordinates count from its top left corner."""

    __slots__ = (
        "counts", "entry", "footer", "header", "height", "is_opened", "movers", "moving", "pieces",
        "post", "row", "state", "targets", "texts", "urls", "width",
    )  # fmt: skip

    def __init__(self, entry: Entry, row: Row, state: RowState, width: int) -> None:
        self.entry = entry
        self.row = row
        self.state = state
        self.width = width
        self.height = 0
        self.pieces: list[Piece] = []
        self.header: list[Piece] = []
        """Handle and time, left out while the actions stand there."""
        self.counts: list[Piece] = []
        """Left out while the actions stand there."""
        self.targets: list[Target] = []
        self.texts: list[TextPlace] = []
        self.urls: set[str] = set()
        self.movers: list[tuple[QRectF, str]] = []
        """Places that move, by the address of what moves there."""
        self.moving: dict[str, str] = {}
        """From the still picture of a custom emoji to the one that moves."""
        self.post: Post | None = None
        self.is_opened = True
        """Its content warning, if it has one."""
        self.footer: Footer | None = None

    def paint(self, painter: QPainter, canvas: Canvas, *, has_actions: bool = False) -> None:
        for piece in self.pieces:
            piece.paint(painter, canvas)
        over_header = self.footer is not None and self.footer.is_over_header
        if not (has_actions and over_header):
            for piece in self.header:
                piece.paint(painter, canvas)
        if not has_actions:
            for piece in self.counts:
                piece.paint(painter, canvas)

    def target_at(self, x: float, y: float) -> Target | None:
        """The uppermost: what was added last wins; a link within a text wins over its box."""
        for target in reversed(self.targets):
            if target.box.contains(x, y):
                return target
        return None

    def text_at(self, x: float, y: float) -> TextPlace | None:
        for place in self.texts:
            if place.block.contains(x - place.x, y - place.y):
                return place
        return None
