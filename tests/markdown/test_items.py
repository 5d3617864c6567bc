"""The text of items and of lines to say."""

from checklists.markdown.item_syntax import split_action, split_when


def test_an_action_and_its_reason() -> None:
    parts = split_action("**Read the log.** It *says* **all**.")
    assert (parts.action, parts.why) == ("Read the log.", "It *says* **all**.")
    assert split_action("Read the log.").action is None
    assert split_action("** Read.**").action is None


def test_when_a_line_fits() -> None:
    parts = split_when("*On the phone:* “No, *thank you*.”")
    assert (parts.when, parts.text) == ("On the phone", "“No, *thank you*.”")
    assert split_when("“No.”").when == ""
