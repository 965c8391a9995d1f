"""Why counting is done in columns, and how: the page to read first.

An indicator, every month, every breakdown: the same few hundred thousand rows are asked some hundred thousand
questions.  A database answers each question of a query for each row by itself, and plans every query anew.  Here the
records become columns of whole numbers, once, and a question about them is a step over a whole column, which NumPy
takes in about a nanosecond a row.  The same definitions, with no word about how they are run, are read by three
readers: this one counts, `engine/sql/` writes what a person can read and lists are made from, and
`engine/plain_python.py` says what they mean.  Tests hold the three to each other, cell by cell.

From a scan (`engine/plan.py`) to its totals, with the file that each step stands in:

1.  **Columns become numbers** (`coding`, `coded`; the files are read by `source_rows`, and `values` says what a
    number means; `numbered` is what everyone after this step sees).  It is done once, when records are loaded:
    `engine/kept/` keeps the numbers beside the snapshot, and only what is in no file is coded here.  A text is its
    place in the alphabet of the texts that occur, a day the days since 1970, money hundredths.  A link is the number of
    the row that it names, so following one is taking from a column.  What is not recorded is one number that nothing
    else may be.

        referral    team_id   ->  row of `team`      outcome        ->  place among ("MET", "NFA")
        1           "T2"          1                  "NFA"              1
        2           "T1"          0                  not recorded       NONE

2.  **What hangs on nothing but the row is worked out once for the whole table** (`view`, `worked_out`, `decided`, which
    `meaning` joins).  A condition is asked for the rows of which it is true, or for those of which it is false: what is
    not known is in neither.

3.  **In which periods something holds is a set of bits** (`bits`, `in_periods`).  A condition that reads one value,
    such as a visit's day, is decided once for each different day, beside every period; each row then takes the bits of
    its day.  "And" is `&`, "or" is `|`, and what exists among related rows is joined once for each link.

        at the ends of April, May and June
        visited on 12 May     seen in the last 30 days   010
        started on 3 April    started by then            111
        ended on 20 June      not ended by then          110     and so open: 111 & 110 = 110

4.  **"The latest by then" is one search** (`kin`, `bounds`, `drawn`).  Related rows stand in the order of their link
    and then of their day: where a day would stand among them, the row before it is the latest.  What no search can
    answer is looked at row by row (`row_by_row`), slowly and rightly.

5.  **Narrow first, spread late** (`placed`).  Only rows that some total counts in some period stand beside the
    periods in which they do.  What hangs on both, such as a look that changes with the period, is asked there.

6.  **Every cell at once** (`groups`, `cells`, `kernels`).  Authority, period and group together are the number of a
    cell.  Several counts are digits of one number, so that adding up once adds them all; how many digits fit is
    worked out from how many rows there can be in a cell, so that none runs into the next.  A child with one row in a
    period is one row; only the others are looked at again.  A median is the middle of a sorted column.

Nothing here divides, rounds or knows an indicator by name.  What cannot be exact raises CannotCountError, and
`engine/chosen.py` asks the plain query on DuckDB instead: so far, a number of the records that is the mark of what is
not recorded.  `parts` knows what can be told of a definition before any record is read, `calendars` what is known of a
day.

A new word of the language needs its meaning here too: in `decided` if it is true or false of a row, in `worked_out`
if it has a value.  Whether it can be decided beforehand follows by itself.
"""
