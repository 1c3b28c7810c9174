"""A table of figures comes in; tables ready to draw and to read, in the reader's language, go out.

The one door to what notebook 03 shows; each question has a module of its own: figure_levels.py (how much), figure_rates
(how fast, what part), figure_goals (what was aimed at), figure_partners (with whom), figure_conflicts (told how
differently), figure_gaps (what is left out), figure_proofs (who says so and where), figure_names (what it is called).
"""

from analysis.figure_conflicts import checks, conflicts
from analysis.figure_gaps import coverage, left_out, suspects, unread
from analysis.figure_goals import targets
from analysis.figure_levels import flows, goods, timeline, years
from analysis.figure_names import counters, pair_name, period_name, shared_unit
from analysis.figure_partners import others, pair_state, partners
from analysis.figure_proofs import as_html, provenance, shown
from analysis.figure_rates import rates

__all__ = [
    "as_html",
    "checks",
    "conflicts",
    "counters",
    "coverage",
    "flows",
    "goods",
    "left_out",
    "others",
    "pair_name",
    "pair_state",
    "partners",
    "period_name",
    "provenance",
    "rates",
    "shared_unit",
    "shown",
    "suspects",
    "targets",
    "timeline",
    "unread",
    "years",
]
