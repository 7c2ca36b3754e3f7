"""`netdesk merge`: two contacts become one, or it is said where they differ."""

from tests.support.commands import CommandLine


def _two(netdesk: CommandLine) -> tuple[str, str]:
    netdesk.sample()
    found = {one["name"]: str(one["id"]) for one in netdesk("list", "people", "--json").json["people"]}
    return found["Grace Adeyemi"], found["Ken Oduya"]


def test_it_is_said_where_two_contacts_differ(netdesk: CommandLine) -> None:
    grace, ken = _two(netdesk)
    seen = netdesk("merge", grace, ken, "--compare", "--json").json
    assert (seen["kept"], seen["gone"]) == (int(grace), int(ken))
    assert {"field": "given", "label": "First name", "kept": "Grace", "gone": "Ken"} in seen["differences"]
    assert "First name: Grace | Ken" in netdesk("merge", grace, ken, "--compare").out
    assert netdesk("show", ken, "--person", "--json").json["name"] == "Ken Oduya"


def test_two_contacts_become_one_and_undo_parts_them(netdesk: CommandLine) -> None:
    grace, ken = _two(netdesk)
    firm = netdesk("show", ken, "--person", "--json").json["organisation"]
    merged = netdesk("merge", grace, ken, "--take", "organisation")
    assert (merged.code, merged.err) == (0, "Merge Ken Oduya into Grace Adeyemi.\n")
    shown = netdesk("show", grace, "--person", "--json").json
    assert (shown["name"], shown["organisation"]) == ("Grace Adeyemi", firm)
    assert netdesk("undo").code == 0
    assert netdesk("show", ken, "--person", "--json").json["name"] == "Ken Oduya"


def test_a_field_there_is_not_and_one_and_the_same_person_are_refused(netdesk: CommandLine) -> None:
    grace, ken = _two(netdesk)
    assert "There is no field “shoe”" in netdesk("merge", grace, ken, "--take", "shoe").err
    assert "That is the same person." in netdesk("merge", grace, grace).err
