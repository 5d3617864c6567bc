"""Comments stay at home, and nothing else does."""

from checklists.rendering.scripts import without_comments

SCRIPT = """\
/**
 * What this is.
 */
const way = 'https://guide.example/*'; // the rest of the line
  /** @type {string} */
  // and why
  const text = /** @type {string} */ (way); /* kept */
/** One. */
const two = 2; /** Two. */
"""

STRIPPED = """\



const way = 'https://guide.example/*'; // the rest of the line


  const text = /** @type {string} */ (way); /* kept */

const two = 2; /** Two. */
"""


def test_only_comments_on_lines_of_their_own_go_and_each_line_keeps_its_number() -> None:
    assert without_comments(SCRIPT) == STRIPPED
