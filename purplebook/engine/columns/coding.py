"""Columns of text, days, numbers and lists as whole numbers."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from purplebook.engine.columns.values import HUNDREDTHS, NONE, CannotCountError, Values, narrow, relabelled
from purplebook.tables.arrow import ARROW_TYPES
from purplebook.tables.schema import CODES, DATE, DECIMAL, WHOLE_NUMBER, YES_NO

BETWEEN = "\x1f"
"""Stands between the codes of a list while it is one text."""


def coded_column(column: pa.ChunkedArray, kind: str) -> Values:
    """A column of a kind as whole numbers."""
    match kind:
        case _ if kind == CODES:
            return _lists(column)
        case _ if kind in (DATE, YES_NO):
            # An Arrow day is the number of days since 1970 already.
            return Values(_whole(column.cast(pa.int32())))
        case _ if kind == WHOLE_NUMBER:
            return Values(_checked(column, pa.int64()))
        case _ if kind == DECIMAL:
            times = pc.multiply(column.cast(ARROW_TYPES[DECIMAL]), pa.scalar(HUNDREDTHS))  # pyright: ignore[reportAttributeAccessIssue]
            return Values(_checked(times, pa.int64()), None, HUNDREDTHS)
    whole = dictionary_of(column)
    return _text(places_of(whole), whole.dictionary)


def dictionary_of(column: pa.ChunkedArray) -> pa.DictionaryArray:
    """A column of text as places in one dictionary."""
    if not pa.types.is_dictionary(column.type):
        column = column.cast(pa.string()).dictionary_encode()
    if not column.num_chunks:
        return pa.array([], pa.dictionary(pa.int32(), pa.string()))  # type: ignore[return-value]
    whole = column.unify_dictionaries().combine_chunks()
    return whole.chunk(0) if isinstance(whole, pa.ChunkedArray) else whole


def places_of(whole: pa.DictionaryArray) -> np.ndarray:
    """The place of each row's text in the dictionary; NONE where there is no text."""
    return whole.indices.cast(pa.int32()).fill_null(NONE).to_numpy(zero_copy_only=False)


def _text(places: np.ndarray, dictionary: pa.Array) -> Values:
    # Text is stored as bytes whose order is that of its characters.
    order = pc.array_sort_indices(dictionary).to_numpy()  # pyright: ignore[reportAttributeAccessIssue]
    rank = np.empty(len(order) + 1, np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    rank[-1] = NONE
    return Values(rank[np.where(places == NONE, -1, places)], tuple(dictionary.take(pa.array(order)).to_pylist()))


def _whole(column: pa.ChunkedArray) -> np.ndarray:
    if not column.num_chunks:
        return np.zeros(0, np.int32)
    filled = column.fill_null(NONE) if column.null_count else column
    return filled.combine_chunks().to_numpy(zero_copy_only=False)


def _checked(column: pa.ChunkedArray, kind: pa.DataType) -> np.ndarray:
    data = _whole(column.cast(kind)).astype(np.int64, copy=False)
    if np.count_nonzero(data == NONE) > column.null_count:
        raise CannotCountError("a number of the records is the one that stands for what is not recorded")
    return narrow(data)


def _lists(column: pa.ChunkedArray) -> Values:
    """Each different list as one label."""
    if not column.num_chunks:
        return Values(np.zeros(0, np.int32), ())
    lists = column.combine_chunks()
    codes = pc.list_flatten(lists)  # pyright: ignore[reportAttributeAccessIssue]
    if codes.null_count or pc.any(pc.or_(pc.equal(codes, ""), pc.match_substring(codes, BETWEEN))).as_py():  # pyright: ignore[reportAttributeAccessIssue]
        return _odd_lists(lists)
    whole = dictionary_of(pa.chunked_array([pc.binary_join(lists, BETWEEN)]))  # pyright: ignore[reportAttributeAccessIssue]
    labels = [tuple(text.split(BETWEEN)) if text else () for text in whole.dictionary.to_pylist()]
    return relabelled(places_of(whole), labels)  # type: ignore[arg-type]


def _odd_lists(lists: pa.Array) -> Values:
    """Lists with an empty code among them, one by one; a code that is not there is none."""
    found = [None if one is None else tuple(code for code in one if code is not None) for one in lists.to_pylist()]
    labels = sorted({one for one in found if one is not None})
    place = {label: at for at, label in enumerate(labels)}
    return Values(np.array([NONE if one is None else place[one] for one in found], np.int32), tuple(labels))
