"""The pictures of networking time: the plan of the mix, a plan that does not sum to 100, logging, and the list."""

from __future__ import annotations

from netdesk.app.compose import Program
from netdesk.app.tour.camera import settle
from netdesk.app.tour.deeds import Scene, go, run, then
from netdesk.method.strategy import Activity


def _uneven(program: Program) -> None:
    """Keep four shares and move the fifth."""
    from netdesk.ui.pages.insights.mix.plan_rows import PlanRows

    settle(0)
    (rows,) = program.window.findChildren(PlanRows)
    for activity in tuple(Activity)[1:]:
        rows.locks[activity].click()
    rows.sliders[Activity.EVENTS].setValue(25)


def _written(program: Program) -> None:
    from netdesk.ui.pages.insights.mix.time_form import TimeForm

    (form,) = program.window.findChildren(TimeForm)
    form.time.setText("90")
    form.words.setText("Thank-yous after the traders' evening")


TIME_SCENES: tuple[Scene, ...] = (
    Scene("mix-plan", then(go("insights"), run("time.plan"))),
    Scene("mix-plan-uneven", then(go("insights"), run("time.plan"), _uneven)),
    Scene("time-form", then(go("today"), run("time.log"), _written)),
    Scene("time-list", then(go("insights"), run("time.logged"))),
)
