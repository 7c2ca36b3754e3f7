"""Words by which the lines of an e-mail signature are known: firms, roles, labels, closings, streets."""

from __future__ import annotations

import re

FIRM = re.compile(
    r"(?:^|[\s,])(?:ltd|limited|llp|llc|inc|incorporated|corp|corporation|plc|gmbh|ag|kg|ohg|e\.?k"
    r"|ug|gbr|s\.?a|s\.?a\.?s"
    r"|sarl|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|ab|oy|a/s|aps|pty|pvt|cic|co|& co|and co|company|group"
    r"|holdings?|partners"
    r"|associates|consulting|consultants|consultancy|solutions|services|studios?|agency|agentur"
    r"|media|design|foundation"
    r"|institute|university|college|school|bank|ventures|capital|labs?|systems|technologies"
    r"|software|digital|accountants"
    r"|solicitors|architects|accounting|bookkeeping|bakery|events|recruitment|coaching|logistics"
    r"|network|verlag|stiftung"
    r"|verein|club|society|charity|trust|works)\.?(?=$|[\s,)])",
    re.IGNORECASE,
)
LEGAL_FORM = re.compile(
    r"(?:^|[\s,])(?:ltd|limited|llp|llc|inc|corp|plc|gmbh|kg|ohg|ug|s\.?a\.?r\.?l|s\.?r\.?l"
    r"|s\.?p\.?a|b\.?v|n\.?v|pty|& co"
    r"|sp\.?\s*z\s*o\.?\s*o|aps|s\.?r\.?o|d\.?o\.?o|kft|ltda|lda|pte|(?-i:AB|AS|OY|OÜ)"
    r"|cic)\.?(?=$|[\s,)])",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"\b(?:ceo|cto|cfo|coo|cmo|cio|vp|md|founder|co-?founder|owner|inhaber(?:in)?|director|manager"
    r"|head of|president|chair"
    r"(?:man|woman|person)?|partner|consultant|\w*berater(?:in)?|coach|trainer|teacher|lecturer"
    r"|professor|accountant|bookkeeper"
    r""
    r"|lawyer|solicitor|attorney|barrister|notary|architect|engineer|developer|programmer|designer"
    r"|photographer|writer"
    r"|copywriter"
    r"|editor|journalist|author|producer|assistant|secretary|administrator|executive|officer|analyst|adviser"
    r"|advisor|broker|agent|specialist|strategist|planner|organi[sz]er|coordinator|researcher"
    r"|scientist|nurse|doctor|dentist"
    r"|therapist|physiotherapist|psychologist|recruiter|buyer|seller|sales|marketer|marketing"
    r"|gesch[äa]ftsf[üu]hrer(?:in)?"
    r"|leiter(?:in)?|freelance(?:r)?|translator|interpreter|technician|plumber|electrician|builder"
    r"|baker|florist|chef"
    r"|g[ée]rante?|direct(?:eur|rice)|fondat(?:eur|rice)|responsable|direttore|direttrice|titolare|gerente"
    r"|avocate?|notaire|architecte|conseill(?:er|ère)|comptable|graphiste|consultante|abogad[oa]|asesora?|contable"
    r"|diseñadora?|avvocat[oa]|commercialista|consulente|architetto|progettista|diretora?|advogad[oa]|consultora?"
    r"|ontwerper|boekhouder|adviseur|makelaar|konsult|säljare|ekonom|doradca|księgow[ya]|właściciel(?:ka)?"
    r"|specjalist(?:a|ka)|rechtsanw[aä]lt(?:in)?|buchhalter(?:in)?|gestalter(?:in)?|vorstand|prokurist(?:in)?"
    r"|assistent(?:in)?|ingenieur(?:in)?"
    r"|zaakvoerder|eigenaar|direkt[öo]r|prezes|kierownik|vertrieb|\w+leiter(?:in)?|\w+leitung"
    r"|speaker|investor|treasurer|trustee|lead|principal|associate|intern|apprentice)\b",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"(?:--+|__+|==+|(?:with )?(?:best|kind|warm|many|kindest|warmest)(?: (?:regards|wishes"
    r"|thanks))?|regards|thanks(?: so much)?"
    r"|many thanks|thank you|cheers|sincerely|yours(?: (?:sincerely|faithfully|truly))?"
    r"|all the best|take care|speak soon|br|kr"
    r"|(?:mit )?(?:freundlichen|besten|herzlichen|viele[nr]?|liebe|beste|herzliche) gr[üu](?:ß"
    r"|ss)en?|mfg|lg|vg|cordialement"
    r"|bien (?:à vous|cordialement)"
    r"|saludos|sent from my .*|von meinem .* gesendet|get outlook for .*)[\s,.!–-]*$",
    re.IGNORECASE,
)
OTHER_LABEL = re.compile(
    r"^(?:e-?mail|mail|e|web(?:site)?|www|w|url|linkedin|li|skype|twitter|x|instagram|address"
    r"|adresse|a|name|company|firm|firma"
    r"|organi[sz]ation|role|title|job title|position|internet|homepage)\s*[:|]\s*",
    re.IGNORECASE,
)
LABEL_OF_FIELD = re.compile(
    r"^(?P<field>name|company|firm|firma|organi[sz]ation|role|title|job title|position|address|adresse)\s*:\s*",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|square|sq|place|boulevard|blvd"
    r"|way|terrace|crescent"
    r"|floor|suite|unit|po box|house|mews|gardens|park|quay|hill)\b\.?(?=$|[\s,])|(?:straße|strasse"
    r"|str\.|weg|platz|allee|gasse)(?=$|[\s,\d])"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b|\b\d{5}(?:-\d{4})?\s+[A-ZÄÖÜ]\w|,\s*[A-Z]{2}\s+\d{5}\b",
    re.IGNORECASE,
)
FREE_MAIL = frozenset(
    (
        "gmail",
        "googlemail",
        "outlook",
        "hotmail",
        "live",
        "yahoo",
        "icloud",
        "me",
        "mac",
        "aol",
        "gmx",
        "web",
        "msn",
    )
) | frozenset(("proton", "protonmail", "btinternet", "mail", "zoho", "fastmail", "posteo", "tonline"))
PHONE_KINDS = {"m": "mobile", "c": "mobile", "h": "home", "f": "fax", "w": "work", "o": "work", "d": "work"}
PHONE_WORDS = {
    "mob": "mobile", "cell": "mobile", "handy": "mobile", "fax": "fax", "home": "home", "work": "work",
    "office": "work", "direct": "work", "whatsapp": "mobile", "wa": "mobile", "switchboard": "main", "main": "main",
}  # fmt: skip


def phone_label(word: str) -> str:
    """Turn a label from a signature ("M", "Tel.", "Handy") into a contact's words."""
    word = word.casefold()
    if word in PHONE_KINDS:
        return "mobile" if word == "h" and len(word) > 1 else PHONE_KINDS[word]
    return next((label for start, label in PHONE_WORDS.items() if word.startswith(start)), "")
