"""Introductions: proposed, made, followed, taken back; what was made counts once as help given."""

from __future__ import annotations

from datetime import date

import pytest

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.introductions import IntroductionState
from netdesk.method.ledger import EntryState, HelpWay, LedgerKind
from netdesk.services.bulk import to_bin
from netdesk.services.introductions import (
    IntroductionDraft,
    delete_introduction,
    edit_introduction,
    introduction,
    introductions,
    make_introduction,
    propose,
    proposed_message,
    proposed_subject,
    set_outcome,
    take_back,
)
from netdesk.services.ledger import EntryDraft, add_entry, entry, person_entries
from netdesk.services.people import person_name
from netdesk.services.selection import Selection
from netdesk.store.workspace import Workspace
from tests.support.fitting import add_fitting_people, add_person

TODAY = date(2026, 11, 22)
TOMORROW = date(2026, 11, 23)
LATER = date(2026, 12, 1)


@pytest.fixture
def people(workspace: Workspace) -> dict[str, int]:
    return add_fitting_people(workspace)


def _gives(workspace: Workspace, person_id: int) -> int:
    row = workspace.sql("SELECT gives FROM person WHERE id = ?", (person_id,)).fetchone()
    return int(row[0])


def _luis_to_marta(people: dict[str, int]) -> IntroductionDraft:
    return IntroductionDraft(people["Luis"], people["Marta"], " Luis looks for shops ", "Hello both")


def test_a_proposed_introduction_is_on_the_list_and_no_help_yet(
    workspace: Workspace, people: dict[str, int]
) -> None:
    number = propose(workspace, _luis_to_marta(people))
    (line,) = introductions(workspace)
    assert (line.id, line.person, line.other) == (number, "Luis Ortega", "Marta Lindqvist")
    assert (line.why, line.message) == ("Luis looks for shops", "Hello both")
    assert line.state is IntroductionState.PROPOSED
    assert line.made_on is None
    assert _gives(workspace, people["Luis"]) == 0


def test_a_made_one_is_one_give_for_the_person_it_was_made_for(
    workspace: Workspace, people: dict[str, int]
) -> None:
    number = propose(workspace, _luis_to_marta(people))
    assert make_introduction(workspace, number, TODAY) == number
    (give,) = person_entries(workspace, people["Luis"])
    assert (give.kind, give.way, give.on) == (LedgerKind.GIVE, HelpWay.INTRODUCTION, TODAY)
    assert give.words == "Introduction to Marta Lindqvist"
    assert (_gives(workspace, people["Luis"]), _gives(workspace, people["Marta"])) == (1, 0)
    assert not introduction(workspace, number).helps_both


def test_one_that_helps_both_is_a_give_for_each(workspace: Workspace, people: dict[str, int]) -> None:
    number = make_introduction(workspace, _luis_to_marta(people), TODAY, helps_both=True)
    assert (_gives(workspace, people["Luis"]), _gives(workspace, people["Marta"])) == (1, 1)
    assert introduction(workspace, number).helps_both


def test_making_two_who_were_proposed_uses_that_proposal(
    workspace: Workspace, people: dict[str, int]
) -> None:
    number = propose(workspace, IntroductionDraft(people["Luis"], people["Marta"]))
    assert make_introduction(workspace, _luis_to_marta(people), TODAY) == number
    (line,) = introductions(workspace)
    assert (line.state, line.message) == (IntroductionState.MADE, "Hello both")


def test_making_is_one_step_of_the_history(workspace: Workspace, people: dict[str, int]) -> None:
    make_introduction(workspace, _luis_to_marta(people), TODAY, helps_both=True)
    assert workspace.history()[0].title == "Introduce Luis Ortega to Marta Lindqvist"
    workspace.undo()
    assert introductions(workspace) == ()
    assert _gives(workspace, people["Luis"]) == 0
    workspace.redo()
    assert len(introductions(workspace)) == 1
    assert _gives(workspace, people["Marta"]) == 1


def test_an_outcome_is_kept_with_its_day_and_told_in_the_ledger(
    workspace: Workspace, people: dict[str, int]
) -> None:
    number = make_introduction(workspace, _luis_to_marta(people), TODAY)
    set_outcome(workspace, number, IntroductionState.BUSINESS, LATER, "Became a £1,200 job")
    line = introduction(workspace, number)
    assert (line.state, line.outcome, line.outcome_on) == (
        IntroductionState.BUSINESS,
        "Became a £1,200 job",
        LATER,
    )
    assert person_entries(workspace, people["Luis"])[0].outcome == "Became a £1,200 job"
    set_outcome(workspace, number, IntroductionState.MADE, LATER)
    assert introduction(workspace, number).outcome_on is None
    assert person_entries(workspace, people["Luis"])[0].outcome == ""
    assert _gives(workspace, people["Luis"]) == 1


def test_taken_back_it_is_to_be_made_again_and_its_gives_go(
    workspace: Workspace, people: dict[str, int]
) -> None:
    number = make_introduction(workspace, _luis_to_marta(people), TODAY, helps_both=True)
    set_outcome(workspace, number, IntroductionState.MET, LATER)
    take_back(workspace, number)
    line = introduction(workspace, number)
    assert (line.state, line.made_on, line.outcome_on) == (IntroductionState.PROPOSED, None, None)
    assert (_gives(workspace, people["Luis"]), _gives(workspace, people["Marta"])) == (0, 0)


def test_choosing_to_be_made_as_an_outcome_takes_it_back(
    workspace: Workspace, people: dict[str, int]
) -> None:
    number = make_introduction(workspace, _luis_to_marta(people), TODAY)
    set_outcome(workspace, number, IntroductionState.PROPOSED, TODAY)
    assert introduction(workspace, number).state is IntroductionState.PROPOSED


def test_deleted_it_takes_its_gives_along_and_undo_brings_all_back(
    workspace: Workspace, people: dict[str, int]
) -> None:
    number = make_introduction(workspace, _luis_to_marta(people), TODAY)
    delete_introduction(workspace, number)
    assert introductions(workspace) == ()
    assert person_entries(workspace, people["Luis"]) == ()
    workspace.undo()
    assert introduction(workspace, number).state is IntroductionState.MADE
    assert _gives(workspace, people["Luis"]) == 1


@pytest.mark.parametrize("words", ["Introduce Luis to Marta", "introduction to Marta Lindqvist", "LINDQVIST"])
def test_a_promise_to_introduce_them_is_kept_instead_of_a_second_give(
    workspace: Workspace, people: dict[str, int], words: str
) -> None:
    draft = EntryDraft(
        people["Luis"], LedgerKind.PROMISE, HelpWay.INTRODUCTION, words, on=TODAY, due=TOMORROW
    )
    promise = add_entry(workspace, draft, TODAY)
    number = make_introduction(workspace, _luis_to_marta(people), TODAY)
    assert entry(workspace, promise).state is EntryState.DONE
    assert len(person_entries(workspace, people["Luis"])) == 1
    assert _gives(workspace, people["Luis"]) == 1
    take_back(workspace, number)
    assert entry(workspace, promise).state is EntryState.OPEN
    assert _gives(workspace, people["Luis"]) == 0


@pytest.mark.parametrize(
    ("way", "words"),
    [(HelpWay.INTRODUCTION, "Introduce Luis to Hannah"), (HelpWay.ADVICE, "Ask Marta about shelves")],
)
def test_another_promise_stays_open(
    workspace: Workspace, people: dict[str, int], way: HelpWay, words: str
) -> None:
    draft = EntryDraft(people["Luis"], LedgerKind.PROMISE, way, words, on=TODAY, due=TOMORROW)
    promise = add_entry(workspace, draft, TODAY)
    make_introduction(workspace, _luis_to_marta(people), TODAY)
    assert entry(workspace, promise).state is EntryState.OPEN
    assert _gives(workspace, people["Luis"]) == 1


def test_nobody_is_introduced_to_themselves(workspace: Workspace, people: dict[str, int]) -> None:
    alone = IntroductionDraft(people["Luis"], people["Luis"])
    for make in (lambda: propose(workspace, alone), lambda: make_introduction(workspace, alone, TODAY)):
        with pytest.raises(InvalidInput, match="themselves") as caught:
            make()
        assert caught.value.field == "other"
    assert introductions(workspace) == ()


def test_the_same_two_are_on_the_list_once_whichever_way_round(
    workspace: Workspace, people: dict[str, int]
) -> None:
    number = propose(workspace, _luis_to_marta(people))
    back = IntroductionDraft(people["Marta"], people["Luis"])
    with pytest.raises(InvalidInput, match="on the list"):
        propose(workspace, back)
    make_introduction(workspace, number, TODAY)
    with pytest.raises(InvalidInput, match="already"):
        propose(workspace, back)
    with pytest.raises(InvalidInput, match="already"):
        make_introduction(workspace, number, TODAY)
    set_outcome(workspace, number, IntroductionState.NOTHING, LATER)
    assert propose(workspace, back) != number


def test_days_that_cannot_be_are_refused(workspace: Workspace, people: dict[str, int]) -> None:
    number = propose(workspace, _luis_to_marta(people))
    with pytest.raises(InvalidInput, match="still to come"):
        make_introduction(workspace, number, TOMORROW, today=TODAY)
    with pytest.raises(InvalidInput, match="not made yet"):
        set_outcome(workspace, number, IntroductionState.MET, TODAY)
    make_introduction(workspace, number, TOMORROW)
    with pytest.raises(InvalidInput, match="before"):
        set_outcome(workspace, number, IntroductionState.MET, TODAY)


def test_who_is_gone_is_said(workspace: Workspace, people: dict[str, int]) -> None:
    with pytest.raises(NotFound):
        propose(workspace, IntroductionDraft(people["Luis"], 999))
    with pytest.raises(NotFound):
        introduction(workspace, 999)
    with pytest.raises(NotFound):
        proposed_message(workspace, 999, people["Luis"])


def test_the_two_can_be_changed_until_it_is_made(workspace: Workspace, people: dict[str, int]) -> None:
    number = propose(workspace, _luis_to_marta(people))
    edit_introduction(workspace, number, IntroductionDraft(people["Luis"], people["Ken"], "both cycle"))
    assert introduction(workspace, number).other == "Ken Oduya"
    make_introduction(workspace, number, TODAY)
    with pytest.raises(InvalidInput, match="Take it back"):
        edit_introduction(workspace, number, _luis_to_marta(people))
    edit_introduction(workspace, number, IntroductionDraft(people["Luis"], people["Ken"], "both cook"))
    assert introduction(workspace, number).why == "both cook"


def test_those_to_be_made_come_first_then_the_newest(workspace: Workspace, people: dict[str, int]) -> None:
    old = make_introduction(workspace, _luis_to_marta(people), date(2026, 1, 5))
    new = make_introduction(workspace, IntroductionDraft(people["Grace"], people["Ken"]), TODAY)
    waiting = propose(workspace, IntroductionDraft(people["Aoife"], people["Nadia"]))
    assert [line.id for line in introductions(workspace)] == [waiting, new, old]
    assert [line.id for line in introductions(workspace, people["Ken"])] == [new]
    assert [line.id for line in introductions(workspace, state=IntroductionState.PROPOSED)] == [waiting]


def test_an_introduction_of_somebody_in_the_bin_is_not_shown(
    workspace: Workspace, people: dict[str, int]
) -> None:
    propose(workspace, _luis_to_marta(people))
    to_bin(workspace, Selection.of([people["Marta"]]), TODAY)
    assert introductions(workspace) == ()
    workspace.undo()
    assert len(introductions(workspace)) == 1


def test_the_message_tells_each_who_the_other_is_and_nothing_of_my_notes(workspace: Workspace) -> None:
    luis = add_person(
        workspace, "Luis Ortega", organisation="Ortega Finance", role="Owner",
        what_they_do="Book-keeping.", ideal_client="shops that outgrew a spreadsheet", note="secret: slow payer",
    )  # fmt: skip
    marta = add_person(workspace, "Marta Lindqvist", organisation="Lindqvist Interiors", note="secret: moody")
    said = proposed_message(workspace, luis, marta)
    assert said.startswith("Hello Luis, hello Marta,")
    assert "Luis (Owner, Ortega Finance). What Luis does: Book-keeping." in said
    assert "Marta (Lindqvist Interiors)." in said
    assert "Luis would like to meet: shops that outgrew a spreadsheet." in said
    assert "secret" not in said
    assert proposed_subject(workspace, luis, marta) == "Luis, meet Marta"
    assert person_name(workspace, luis).name not in proposed_subject(workspace, luis, marta)
