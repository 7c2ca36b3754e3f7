"""What an e-mail and a web address tell of the other words around them: whose name they are, and which firm's."""

from __future__ import annotations

import re

from netdesk.formats.signature_words import FREE_MAIL
from netdesk.method.names import fold

_NAME_WORD = re.compile(r"(?:[^\W\d_][\w'’.-]*)$")
_LETTERS = re.compile(r"[^\W\d_]+")


class Evidence:
    """The words of an e-mail's first part are the person's, those of its domain and of the web address the firm's."""

    def __init__(self, email: str = "", web: str = "") -> None:
        local, _, domain = email.casefold().partition("@")
        self.local_words = {word for word in _LETTERS.findall(local) if len(word) > 1}
        site = re.sub(r"^(?:https?://)?(?:www\.)?", "", web.casefold()).partition("/")[0]
        self.firm_words = [
            firm_of(host) for host in (domain, site) if host and firm_of(host) not in FREE_MAIL
        ]

    def is_persons(self, text: str) -> bool:
        """Tell whether the words appear in the e-mail's first part ("jane.doe", "jdoe")."""
        words = [fold(word) for word in _LETTERS.findall(text)]
        joined = "".join(sorted(self.local_words))
        hits = [
            word
            for word in words
            if len(word) > 2 and (word in self.local_words or (len(word) > 3 and word in joined))
        ]
        return bool(hits)

    def is_firms(self, text: str) -> bool:
        """Tell whether the words make up the domain of the e-mail or web address."""
        words = [fold(word) for word in _LETTERS.findall(text)]
        squeezed = "".join(words)
        return any(
            len(firm) > 2
            and (
                firm in squeezed or squeezed.startswith(firm) or any(len(w) > 3 and w in firm for w in words)
            )
            for firm in self.firm_words
        )

    def is_whole_firm(self, text: str) -> bool:
        """Tell whether the words, written together, are the domain's name: "Nair Books" at nairbooks.example."""
        return "".join(fold(word) for word in _LETTERS.findall(text)) in self.firm_words


def firm_of(host: str) -> str:
    """Give the part of a host that names the firm: "acme-baking.co.uk" is "acmebaking"."""
    parts = host.split(".")
    index = -3 if len(parts) > 2 and parts[-2] in ("co", "com", "org", "ac", "gov", "net") else -2
    return parts[index].replace("-", "") if len(parts) >= -index else parts[0]


def is_name(text: str) -> bool:
    """Tell whether text could be a person's name: one to five words without figures."""
    words = text.split()
    return (
        1 <= len(words) <= 5 and not re.search(r"\d", text) and all(_NAME_WORD.match(word) for word in words)
    )
