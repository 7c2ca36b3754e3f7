"""Who fits whom, read from what people look for and what the others have."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.fits import Where, Wish
from netdesk.method.ledger import LedgerKind
from netdesk.method.rhythm import InteractionKind
from netdesk.services.bulk import archive, to_bin
from netdesk.services.conversations import Conversation, log_conversation
from netdesk.services.fits import (
    Fit,
    allow_fit,
    fits_for,
    is_refused,
    refusals,
    refuse_fit,
    who_fits_whom,
)
from netdesk.services.introductions import IntroductionDraft, propose
from netdesk.services.ledger import EntryDraft, add_entry
from netdesk.services.people import change_fields
from netdesk.services.selection import Selection
from netdesk.store.workspace import Workspace
from tests.support.fitting import add_fitting_people, add_person
from tests.support.kept_files import new_workspace
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def people(workspace: Workspace) -> dict[str, int]:
    return add_fitting_people(workspace)


def _starred(fit: Fit) -> str:
    return "".join(f"*{run.text}*" if run.marked else run.text for run in fit.runs)


def _pairs(fits: Sequence[Fit]) -> list[tuple[str, str]]:
    return [(fit.given, fit.other_given) for fit in fits]


def _found_for(workspace: Workspace, person_id: int) -> list[str]:
    return [fit.other_given for fit in fits_for(workspace, person_id, TODAY).fits]


def test_everybody_who_looks_for_somebody_is_matched_with_who_has_it(
    workspace: Workspace, people: dict[str, int]
) -> None:
    found = who_fits_whom(workspace, TODAY)
    assert found.count == 3
    assert found.is_all
    assert [f"{fit.person} ⇄ {fit.other}: {_starred(fit)}" for fit in found.fits] == [
        "Luis Ortega ⇄ Marta Lindqvist: wants *shops* that outgrew a *spreadsheet*;"
        " Marta’s notes say “Three *shops* on one *spreadsheet*”",
        "Grace Adeyemi ⇄ Ken Oduya: wants *charities*, 5–20 staff; Ken’s notes say “He is trustee of a *charity*”",
        "Aoife Byrne ⇄ Nadia Rahman: wants firms that *hire*; Nadia’s notes say “She is *hiring* two people”",
    ]


def test_a_fit_tells_the_wish_the_words_and_where_they_stand(
    workspace: Workspace, people: dict[str, int]
) -> None:
    (fit,) = fits_for(workspace, people["Luis"], TODAY).fits
    assert (fit.person_id, fit.other_id) == (people["Luis"], people["Marta"])
    assert (fit.wish, fit.wanted) == (Wish.IDEAL_CLIENT, "shops that outgrew a spreadsheet")
    assert set(fit.words) == {"shops", "spreadsheet"}
    assert (fit.where, fit.excerpt) == (Where.NOTES, "Three shops on one spreadsheet")
    assert fit.why == "Luis looks for shops that outgrew a spreadsheet"


@pytest.mark.parametrize(
    ("fields", "where", "said"),
    [
        ({"organisation": "Lisbon Vineyards"}, Where.ORGANISATION, "Rui is with Lisbon *Vineyards*"),
        ({"organisation": "Casa", "role": "Vineyard keeper"}, Where.ORGANISATION, "Rui is *vineyard* keeper at Casa"),
        ({"role": "Vineyard keeper"}, Where.ORGANISATION, "Rui is *vineyard* keeper"),
        ({"tags": ("vineyard",)}, Where.TAGS, "Rui is tagged *vineyard*"),
        ({"what_they_do": "Keeps a Vineyard"}, Where.NOTES, "Rui’s notes say “Keeps a *Vineyard*”"),
        ({"skills": "pruning vineyards"}, Where.NOTES, "Rui’s notes say “pruning *vineyards*”"),
    ],
)  # fmt: skip
def test_words_are_found_wherever_somebody_has_them(
    workspace: Workspace, fields: dict[str, object], where: Where, said: str
) -> None:
    asks = add_person(workspace, "Ines Duarte", ideal_client="vineyards")
    add_person(workspace, "Rui", **fields)
    (fit,) = fits_for(workspace, asks, TODAY).fits
    assert fit.where is where
    assert _starred(fit).endswith(said)


def test_what_others_look_for_is_not_what_they_have(workspace: Workspace) -> None:
    asks = add_person(workspace, "Ines Duarte", ideal_client="vineyards")
    add_person(workspace, "Rui Costa", ideal_client="vineyards", where_to="a vineyard of my own")
    assert fits_for(workspace, asks, TODAY).count == 0


def test_what_was_said_in_a_talk_counts_when_it_was_lately_and_with_few(workspace: Workspace) -> None:
    asks = add_person(workspace, "Ines Duarte", ideal_client="vineyards")
    four = [add_person(workspace, f"Guest {letter}") for letter in "ABCD"]
    talk = Conversation(InteractionKind.CALL, TODAY, (four[0],), "They bought a vineyard in May.")
    log_conversation(workspace, talk, TODAY)
    old = Conversation(InteractionKind.CALL, date(2020, 5, 5), (four[1],), "Has a vineyard.")
    log_conversation(workspace, old, TODAY)
    crowd = Conversation(InteractionKind.CALL, TODAY, tuple(four), "All saw the vineyard.")
    log_conversation(workspace, crowd, TODAY)
    (fit,) = fits_for(workspace, asks, TODAY).fits
    assert (fit.other_id, fit.where) == (four[0], Where.LEARNED)
    assert _starred(fit).endswith("of Guest you noted “They bought a *vineyard* in May.”")


def test_a_record_counts_more_than_what_was_said(workspace: Workspace) -> None:
    asks = add_person(workspace, "Ines Duarte", ideal_client="vineyards")
    said = add_person(workspace, "Said Only", level=5)
    add_person(workspace, "Has One", note="a vineyard")
    talk = Conversation(InteractionKind.CALL, TODAY, (said,), "Thinks of a vineyard.")
    log_conversation(workspace, talk, TODAY)
    assert _found_for(workspace, asks) == ["Has", "Said"]


def test_a_rare_word_counts_more_than_two_frequent_ones(workspace: Workspace) -> None:
    asks = add_person(workspace, "Ines Duarte", ideal_client="cafés and hotels with a vineyard")
    for number in range(9):
        add_person(workspace, f"Many{number} Both", note="cafés, hotels")
    for number in range(20):
        add_person(workspace, f"Other{number} Kind", note="a garden")
    add_person(workspace, "Rare One", note="vineyard")
    assert _found_for(workspace, asks)[0] == "Rare"


def test_a_word_that_most_have_finds_nobody_and_is_marked_beside_another(workspace: Workspace) -> None:
    asks = add_person(workspace, "Ines Duarte", ideal_client="shops with a vineyard")
    for number in range(12):
        add_person(workspace, f"Shop{number} Keeper", note="has a shop")
    add_person(workspace, "Rui Costa", note="shop beside a vineyard")
    (fit,) = fits_for(workspace, asks, TODAY).fits
    assert fit.other_given == "Rui"
    assert _starred(fit) == "wants *shops* with a *vineyard*; Rui’s notes say “*shop* beside a *vineyard*”"


def test_of_a_word_that_thousands_have_those_with_another_one_come_first(workspace: Workspace) -> None:
    ids = sample_people(workspace, 2_000)
    asks = add_person(workspace, "Ines Duarte", ideal_client="bakeries at a harbour")
    with workspace.change("Note what they are"):
        workspace.sql("UPDATE person SET note = 'a bakery' WHERE id <= ?", (ids[899],))
        workspace.sql("UPDATE person SET note = 'a harbour' WHERE id > ?", (ids[1_199],))
        workspace.sql("UPDATE person SET note = 'a bakery at the harbour' WHERE id <= ?", (ids[6],))
    found = fits_for(workspace, asks, TODAY, limit=20)
    assert [fit.other_id in ids[:7] for fit in found.fits] == [True] * 7 + [False] * 13
    assert all(set(fit.words) == {"bakeries", "harbour"} for fit in found.fits[:7])
    assert not found.is_all


def test_the_closest_come_first_among_equals(workspace: Workspace) -> None:
    asks = add_person(workspace, "Ines Duarte", ideal_client="vineyards")
    for name, level in (("Far", 1), ("Close", 5), ("Stranger", None), ("Middle", 3)):
        add_person(workspace, f"{name} Off", note="vineyard", level=level)
    assert _found_for(workspace, asks) == ["Close", "Middle", "Far", "Stranger"]


def test_the_least_helped_are_asked_for_first_and_those_who_gave_most(
    workspace: Workspace, people: dict[str, int]
) -> None:
    for person, kind in (("Luis", LedgerKind.GIVE), ("Aoife", LedgerKind.RECEIVE)):
        add_entry(workspace, EntryDraft(people[person], kind, words="a hand", on=TODAY), TODAY)
    found = who_fits_whom(workspace, TODAY).fits
    assert [fit.given for fit in found] == ["Aoife", "Grace", "Luis"]


def test_the_best_of_each_come_before_the_second_best_of_anybody(
    workspace: Workspace, people: dict[str, int]
) -> None:
    add_person(workspace, "Hugo Blanc", note="a spreadsheet")
    found = _pairs(who_fits_whom(workspace, TODAY).fits)
    assert found[:3] == [("Luis", "Marta"), ("Grace", "Ken"), ("Aoife", "Nadia")]
    assert found[3:] == [("Luis", "Hugo")]


def test_two_who_look_for_each_other_are_one_introduction(workspace: Workspace) -> None:
    add_person(workspace, "Ines Duarte", ideal_client="vineyards", note="prints labels")
    add_person(workspace, "Rui Costa", ideal_client="labels", note="has a vineyard")
    assert who_fits_whom(workspace, TODAY).count == 1


def test_only_so_many_are_given_and_it_is_said_that_there_are_more(
    workspace: Workspace, people: dict[str, int]
) -> None:
    found = who_fits_whom(workspace, TODAY, limit=2)
    assert (found.count, len(found.fits), found.is_all) == (3, 2, True)
    for number in range(5):
        add_person(workspace, f"Hugo{number} Blanc", note="a spreadsheet")
    one = fits_for(workspace, people["Luis"], TODAY, limit=4)
    assert (one.count, len(one.fits), one.is_all) == (6, 4, True)


# Who is left out -----------------------------------------------------------------------------------


def _archived(workspace: Workspace, luis: int, marta: int) -> None:
    archive(workspace, Selection.of([marta]), TODAY)


def _binned(workspace: Workspace, luis: int, marta: int) -> None:
    to_bin(workspace, Selection.of([marta]), TODAY)


def _same_firm(workspace: Workspace, luis: int, marta: int) -> None:
    change_fields(workspace, marta, organisation="Ortega Finance")


def _refused(workspace: Workspace, luis: int, marta: int) -> None:
    refuse_fit(workspace, luis, marta, NOW)


def _refused_the_other_way(workspace: Workspace, luis: int, marta: int) -> None:
    refuse_fit(workspace, marta, luis, NOW)


def _proposed(workspace: Workspace, luis: int, marta: int) -> None:
    propose(workspace, IntroductionDraft(marta, luis))


def _related(workspace: Workspace, luis: int, marta: int) -> None:
    with workspace.change("Relate them"):
        workspace.sql(
            "INSERT INTO relation (person_id, other_id, kind, created_at) VALUES (?, ?, 'knows', ?)",
            (marta, luis, NOW.isoformat()),
        )


def _met_through(workspace: Workspace, luis: int, marta: int) -> None:
    change_fields(workspace, luis, met_through_id=marta)


def _talked_together(workspace: Workspace, luis: int, marta: int) -> None:
    talk = Conversation(InteractionKind.MET, TODAY, (luis, marta), "Lunch of three")
    log_conversation(workspace, talk, TODAY)


@pytest.mark.parametrize(
    "how",
    [
        _archived, _binned, _same_firm, _refused, _refused_the_other_way, _proposed, _related, _met_through,
        _talked_together,
    ],
)  # fmt: skip
def test_two_who_need_no_introduction_are_not_proposed(
    workspace: Workspace, people: dict[str, int], how: object
) -> None:
    assert callable(how)
    how(workspace, people["Luis"], people["Marta"])
    assert ("Luis", "Marta") not in _pairs(who_fits_whom(workspace, TODAY).fits)
    assert fits_for(workspace, people["Luis"], TODAY).count == 0
    workspace.undo()
    assert ("Luis", "Marta") in _pairs(who_fits_whom(workspace, TODAY).fits)


def test_nobody_is_asked_for_who_is_archived(workspace: Workspace, people: dict[str, int]) -> None:
    archive(workspace, Selection.of([people["Luis"]]), TODAY)
    assert "Luis" not in {fit.given for fit in who_fits_whom(workspace, TODAY).fits}


def test_a_refusal_is_kept_once_and_taken_back_whoever_asked(
    workspace: Workspace, people: dict[str, int]
) -> None:
    luis, marta = people["Luis"], people["Marta"]
    refuse_fit(workspace, luis, marta, NOW)
    assert refuse_fit(workspace, luis, marta, NOW).is_empty
    assert workspace.history()[0].title == "Luis Ortega and Marta Lindqvist: not a fit"
    assert is_refused(workspace, marta, luis)
    assert [(one.person, one.other) for one in refusals(workspace)] == [("Luis Ortega", "Marta Lindqvist")]
    allow_fit(workspace, marta, luis)
    assert not is_refused(workspace, luis, marta)
    assert refusals(workspace) == ()


def test_nobody_is_refused_themselves_and_nobody_who_is_gone(
    workspace: Workspace, people: dict[str, int]
) -> None:
    with pytest.raises(InvalidInput, match="themselves"):
        refuse_fit(workspace, people["Luis"], people["Luis"], NOW)
    with pytest.raises(NotFound):
        refuse_fit(workspace, people["Luis"], 999, NOW)
    with pytest.raises(NotFound):
        fits_for(workspace, 999, TODAY)


def test_nothing_is_found_in_an_empty_workspace_or_for_a_wish_of_no_words(workspace: Workspace) -> None:
    assert who_fits_whom(workspace, TODAY).fits == ()
    asks = add_person(workspace, "Ines Duarte", ideal_client='more clients, please!!! " AND * OR (')
    add_person(workspace, "Rui Costa", note="clients")
    assert fits_for(workspace, asks, TODAY).count == 0


def test_a_fit_goes_when_the_record_changes(workspace: Workspace, people: dict[str, int]) -> None:
    change_fields(workspace, people["Marta"], note="Sold it all")
    assert fits_for(workspace, people["Luis"], TODAY).count == 0


_TRADES = ("vineyard", "bakery", "garden", "print", "harbour", "museum")


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.sets(st.sampled_from(_TRADES), max_size=3), st.sets(st.sampled_from(_TRADES), max_size=3)),
             min_size=2, max_size=8)
)  # fmt: skip
def test_who_is_found_is_just_who_has_a_word_that_is_asked_for(
    records: list[tuple[set[str], set[str]]],
) -> None:
    with TemporaryDirectory() as folder:
        workspace = new_workspace(Path(folder) / "network.netdesk")
        ids = [
            add_person(
                workspace, f"Person{number} Invented", note=" ".join(sorted(has)), ideal_client=" ".join(sorted(wants))
            )
            for number, (has, wants) in enumerate(records)
        ]  # fmt: skip
        expected: set[frozenset[int]] = set()
        for asks, (_, wants) in zip(ids, records, strict=True):
            having = {
                other for other, (has, _) in zip(ids, records, strict=True) if other != asks and has & wants
            }
            found = fits_for(workspace, asks, TODAY, limit=20)
            assert {fit.other_id for fit in found.fits} == having
            assert found.count == len(having)
            scores = [fit.score for fit in found.fits]
            assert scores == sorted(scores, reverse=True)
            expected |= {frozenset((asks, other)) for other in having}
        whole = who_fits_whom(workspace, TODAY, limit=100).fits
        assert {frozenset((fit.person_id, fit.other_id)) for fit in whole} <= expected
        assert bool(whole) == bool(expected)
        workspace.close()
