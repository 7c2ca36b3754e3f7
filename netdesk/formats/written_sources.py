"""The five sources of a win (method §8) as people call them in their own tables."""

from __future__ import annotations

import re
import unicodedata

from netdesk.method.sources import Source

_OTHER_NAMES = {
    Source.REFERRAL: "referral; referred; referral partner; direct referral; indirect referral; client referral;"
    " recommended; recommendation; empfehlung; recommandation; recomendacion; raccomandazione; aanbeveling",
    Source.NETWORK_REFERRAL: "network referral; network; introduction; introduced; intro; networking introduction;"
    " netzwerk; introduction reseau",
    Source.SELF_REFERRAL: "self referral; self; myself; me; met them; met them myself; own contact; direct;"
    " selbst; moi meme",
    Source.MARKETING: "marketing; marketing response; advert; advertising; ad; ads; campaign; newsletter; mailing;"
    " werbung; publicite; publicidad; pubblicita",
    Source.REPUTATION: "reputation; reputation response; word of mouth; heard of me; known; ruf; mundpropaganda;"
    " bouche a oreille; boca a boca; passaparola; mond tot mond",
}
_NAMES = {
    name.strip(): source
    for source in Source
    for name in (*_OTHER_NAMES[source].split(";"), source.value.replace("_", " "), source.key)
}


def read_source(cell: str) -> Source | None:
    """The source a cell names by its name, its digit ("2", "2 Network referral") or a usual other word, else None."""
    words = fold(cell)
    if words in _NAMES:
        return _NAMES[words]
    found = re.fullmatch(r"([1-5]) (.+)", words)
    if found and _NAMES.get(found[2]) is _NAMES[found[1]]:
        return _NAMES[found[1]]
    return next((source for source in Source if fold(source.label) == words), None)


def fold(text: str) -> str:
    """Small letters and digits without accents, one blank between words."""
    apart = unicodedata.normalize("NFKD", text[:120].casefold())
    plain = "".join(char for char in apart if not unicodedata.combining(char))
    return " ".join(re.findall(r"[^\W_]+", plain))
