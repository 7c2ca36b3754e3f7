"""Words that stand in everybody's wishes and say nothing of whom somebody means (method §4)."""

from __future__ import annotations


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_OF_EVERY_SENTENCE = _set_of(
    """
    a about above after afternoon afternoons again ago all also although always among an and any anybody
    anyone anything are around as at be because been before behind being below best better between big
    both but by can cannot close closed closes closing come could day days did do does doing don't done
    down dozen dozens during each early eight eighty either else empty enough especially etc even
    evening evenings ever every everybody everyday everyone everything few fifth fifty first five for
    forty four fourth from full further get gets getting give go goes going good got great had half has
    have having he help helped helping helps her here herself high him himself his how however hundred i
    i'd i'm ideal ideally if in including instead into introduce introduced introduction introductions
    is it it's its itself just keen kind know known knows last late least less like likely likes little
    long look looked looking looks lot lots low made mainly make makes making many may me meet meeting
    meets might mind mine more morning mornings most mostly move moved moves moving much must my near
    need needed needing needs never new next nice nine ninety no nobody none nor not nothing now of off
    often old on once one only onto open opened opening openings opens or other others our ours out over
    own perhaps possibly prefer preferably put quarter quite rarely rather really right same second see
    seek seeking seven seventy shall she short should since six sixty so some somebody someone something
    sometimes soon sort spare still such sure take ten than that the their theirs them themselves then
    there therefore these they thing things think third thirty this those though thousand three through
    to today together tomorrow too toward towards twenty two under until up upon us use used using
    usually very via want wanted wanting wants was way we well were what whatever when where wherever
    whether which while who whoever whom whose why will wish with within without would yes yet you young
    your yours yourself
    """
)
_OF_EVERY_TRADE = _set_of(
    """
    area areas around based big biggest boss bosses bought business businesses busy buy buyer buyers
    buying buys ceo ceos chief chiefs client client's clients colleague colleagues companies company
    contact contacts customer customers director directors employ employee employees enterprise
    enterprises established executive executives experience firm firms founder founders group groups
    grow growing grown growth head heads industry job jobs large larger leader leaders local man manage
    manager managers managing market markets medium member members men minded month months needing
    network networking networks offer offering offers organisation organisations organization
    organizations outgrew outgrown owned owner owner's owners owning partner partners people person
    professional professionals project projects provide provider providers providing ready referral
    referrals role roles run running runs sector sectors sell selling serious serve service services
    serving size sized sizes small smaller sme smes staff start started starting support supporting team
    teams time times turnover up week weeks willing wins woman women won work worked worker workers
    working works year years
    """
)
STOP_WORDS = _OF_EVERY_SENTENCE | _OF_EVERY_TRADE
"""Nobody is looked for by these."""
