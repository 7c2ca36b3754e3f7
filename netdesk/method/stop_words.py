"""Words that stand in everybody's wishes and say nothing of whom somebody means (method §4)."""

from __future__ import annotations


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_OF_EVERY_SENTENCE = _set_of(
    """
    a about above after again all also although always among an and any anybody anyone anything are
    around as at be because been before behind being below best better between both but by can cannot
    come could did do does doing don't done down during each eight either else enough especially etc
    even ever every everybody everyone everything few first five for four from further get gets getting
    give go goes going good got great had has have having he help helped helping helps her here him his
    how hundred i i'd i'm ideal ideally if in including into introduce introduced introduction
    introductions is it it's its just keen kind know known knows last least less like likely likes
    little look looked looking looks lot lots made mainly make makes making many may me meet meeting
    meets might more most mostly much must my near need needed needing needs never new next nice nine no
    nobody none nor not nothing now of off often on once one only onto or other others our out over own
    perhaps possibly prefer preferably put quite rather really right same see seek seeking seven she
    should since six so some somebody someone something soon sort still such sure take ten than that the
    their them then there these they thing things think this those though thousand three through to
    together too toward towards twenty two under until up upon us use used using usually very via want
    wanted wanting wants was way we well were what when where whether which while who whom whose why
    will wish with within without would yes yet you your yourself
    """
)
_OF_EVERY_TRADE = _set_of(
    """
    area areas around based big biggest business businesses busy client client's clients companies
    company contact contacts customer customers employ employee employees enterprise enterprises
    established experience firm firms group groups grow growing grown growth industry job jobs large
    larger local man manage managing market markets medium member members men minded month months
    needing network networking networks offer offering offers organisation organisations organization
    organizations outgrew outgrown owned owner owner's owners owning people person professional
    professionals project projects provide provider providers providing ready referral referrals role
    roles run running runs sector sectors sell selling serious serve service services serving size sized
    sizes small smaller sme smes staff start started starting support supporting team teams time times
    turnover up week weeks willing wins woman women won work worked worker workers working works year
    years
    """
)
STOP_WORDS = _OF_EVERY_SENTENCE | _OF_EVERY_TRADE
"""Nobody is looked for by these."""
