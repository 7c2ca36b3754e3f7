"""The pictures of what NetDesk says of itself."""

from __future__ import annotations

from netdesk.app.tour.deeds import Scene, run, then, type_words

ABOUT_SCENES: tuple[Scene, ...] = (
    Scene("about", run("help.about")),
    Scene("licences", then(run("help.licences"), type_words("qt"))),
)
