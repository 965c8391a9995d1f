"""Faults that someone could plant by mistake in the code that counts in columns: changes to the text of its files."""

from __future__ import annotations

FAULTS: dict[str, tuple[str, str, str]] = {
    "a digit has room for half of the rows": ("kernels", "max(most.bit_length(), 1)", "max(most.bit_length() - 1, 1)"),
    "the median is the lower of two": (
        "kernels",
        "ordered[start + rows[some] // 2]",
        "ordered[start + (rows[some] - 1) // 2]",
    ),
    "the first row of a child with two counts too": ("kernels", "is_again[order[:-1][same]] = True", "pass"),
    "a child with two rows is left out": (
        "kernels",
        "return np.bincount(both[np.diff(both, prepend=-1) != 0] % size, minlength=size)",
        "return np.zeros(size, np.int64)",
    ),
    "any condition of a total will do": ("placed", "mask &= rows.holds(term)", "mask |= rows.holds(term)"),
    "what a condition of all totals leaves out stays": (
        "placed",
        "np.flatnonzero(rows.holds(asked[0].loose[number]))",
        "np.arange(rows.count)",
    ),
    "what ended on the first day was not open": (
        "placed",
        'ex.Compare(">=", end, FIRST)',
        'ex.Compare(">", end, FIRST)',
    ),
    "what ends on the last day is still open": ("placed", 'ex.Compare(">", end, LAST)', 'ex.Compare(">=", end, LAST)'),
    "a register of another authority is the latest": ("placed", "tells & (authority == place)", "tells"),
    "a register of the last day is not the latest yet": ("placed", 'side="right") - 1', 'side="left") - 1'),
    "what is not known is compared": ("decided", "& one.known & two.known", ""),
    "not among some values is anything else": ("decided", "~among & value.known", "~among"),
    "the opposite of less is more": ("decided", '"<": ">="', '"<": ">"'),
    "what nobody recorded is less than a number": ("decided", "return held & values.known", "return held"),
    "a list that is not recorded holds every code": (
        "decided",
        "for one in lists.labels or ()), False]",
        "for one in lists.labels or ()), True]",
    ),
    "a year of age is short of a day": ("worked_out", "lived.data // 10_000", "(lived.data - 1) // 10_000"),
    "the last that is recorded is taken for the first": (
        "worked_out",
        "np.where(part.known, part.data, data)",
        "np.where(data != NONE, data, part.data)",
    ),
    "a looked-up row is there though it is not": (
        "worked_out",
        "np.where(is_there, rows, -1)",
        "np.where(is_there, rows, 0)",
    ),
    "a standard is in force from the day after": (
        "worked_out",
        'np.searchsorted(since, on.data, side="right")',
        'np.searchsorted(since, on.data, side="left")',
    ),
    "a month later runs over the month's end": (
        "calendars",
        "np.minimum(first[at] + dates.into, first[at + 1] - 1)",
        "first[at] + dates.into",
    ),
    "the return's year starts in May": ("calendars", "(dates.month - 3) // 12", "(dates.month - 4) // 12"),
    "nobody's row in two authorities is one row": ("coded", "setdefault((authority, texts", "setdefault((0, texts"),
    "a key of another authority is found": ("coded", "keys.get(authority, (", "keys.get(0, ("),
    "values of two authorities are alike": (
        "coded",
        "part.data.astype(np.int64) * count + place",
        "part.data.astype(np.int64) * count",
    ),
    "a bound does not hold its own day": (
        "drawn",
        "after=bound.is_upper == bound.is_within",
        "after=bound.is_upper != bound.is_within",
    ),
    "a search starts on the wrong side of a day": (
        "drawn",
        "after=backwards == start.is_within",
        "after=backwards != start.is_within",
    ),
    "what was found first is taken whatever else is asked": (
        "drawn",
        "fits = seen.all_hold(rest)",
        "fits = seen.all_hold(())",
    ),
    "the search gives up at the first that does not fit": ("drawn", "left = ~fits", "left = fits & ~fits"),
    "the last of a link is its first": ("drawn", 'if node.kind != "earliest":', 'if node.kind == "earliest":'),
    "different days are counted as rows": ("drawn", "kin.link[np.diff(kin.order, prepend=-1) != 0]", "kin.link"),
    "what does not exist is not turned round": ("in_periods", "found if want else ~found & _every(view.run)", "found"),
    "related rows must exist in the periods of all": (
        "in_periods",
        "np.bitwise_or.reduceat",
        "np.bitwise_and.reduceat",
    ),
    "either condition will do": (
        "in_periods",
        "[*_by_source(view, terms, want=True)], np.bitwise_and",
        "[*_by_source(view, terms, want=True)], np.bitwise_or",
    ),
    "a period is looked up among the first bits": ("bits", "period % BITS", "period % 32"),
    "one word of bits stands for all": ("bits", "period // BITS", "0 * period"),
    "what differs in one value is one value": (
        "in_periods",
        "_places(view, source) * run.periods.count + view.period",
        "_places(view, source) * run.periods.count",
    ),
    "of two on one day the first is taken": ("kin", "if ties is not None:", "if False:"),
    "what lacks its value is drawn": ("kin", "known &= part.value(each).known", "pass"),
    "a related row that does not pass is taken": (
        "kin",
        "rows = rows[view.run.table(table).holds(term)[rows]]",
        "pass",
    ),
    "rows of the next link are taken": ("kin", "inside[inside] = self.link[places[inside]] == link[inside]", "pass"),
    "different values are counted for each row": (
        "row_by_row",
        "is_first | (np.diff(value, prepend=0) != 0)",
        "is_first | True",
    ),
    "the earliest is the latest": ("row_by_row", 'chosen = is_first if node.kind == "earliest" else', "chosen ="),
    "what hangs on two values is decided by one": ("parts", "len(found) <= 1", "len(found) <= 2"),
    "days between are bounded the wrong way": ("bounds", "turned = TURNED[op]", "turned = op"),
    "a length of time is added, not taken away": ("bounds", "end, other, -1)", "end, other, 1)"),
    "text has no order": ("values", "labels = tuple(sorted({", "labels = tuple(({"),
    "hundredths are compared as whole ones": ("values", "number *= scale // _number(value)[1]", "pass"),
    "no group is the first group": (
        "groups",
        "np.where(values.known, data, len(labels)).astype(np.int32), (*labels",
        "np.where(values.known, data, 0).astype(np.int32), (*labels",
    ),
    "a row counts in the cell of its group alone": ("cells", "of_row * count + code", "code"),
    "a row of one period counts in the one after": ("bits", "[1] - 1 + place", "[1] + place"),
    "a row of several periods counts in its first": ("bits", "number > 1", "number > 9"),
}
"""What is altered: the file, the words that stand in it, and the words in their place."""
