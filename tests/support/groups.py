"""Groups for tests."""

from netdesk.store.workspace import Workspace, moment


def breakfast_club(
    workspace: Workspace,
    *,
    name: str = "Breakfast Club",
    every: str = "week",
    fee: float | None = 780.0,
    fee_per: str = "year",
    currency: str = "GBP",
    since: str | None = "2024-02-02",
    minutes: int = 120,
) -> int:
    """Write a group that meets on Fridays at seven and give its id."""
    with workspace.change(f"Add the group {name}"):
        cursor = workspace.sql(
            "INSERT INTO networking_group (name, why, place, meets_every, meets_on, meets_at, minutes, fee, fee_per,"
            " currency, since, created_at)"
            " VALUES (?, 'Learn from owners of shops', 'The Old Mill', ?, 4, '07:00', ?, ?, ?, ?, ?, ?)",
            (name, every, minutes, fee, fee_per, currency, since, moment()),
        )
    return int(cursor.lastrowid or 0)


def join(
    workspace: Workspace,
    group: int,
    people: list[int],
    *,
    joined: str | None = "2024-02-02",
    left: str | None = None,
) -> list[int]:
    """Make people members of a group and give the members' ids."""
    made = []
    with workspace.change(f"{len(people)} members join"):
        for person in people:
            cursor = workspace.sql(
                "INSERT INTO member (group_id, person_id, joined_on, left_on, created_at) VALUES (?, ?, ?, ?, ?)",
                (group, person, joined, left, moment()),
            )
            made.append(int(cursor.lastrowid or 0))
    return made
