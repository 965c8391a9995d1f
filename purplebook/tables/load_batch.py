"""One file/sheet loaded (with row_issue child rows)."""

from purplebook.tables.schema import Table, date, details, identifier, text, whole_number

load_batch = Table(
    name="load_batch",
    grain="one file/sheet loaded (with row_issue child rows)",
    group="system",
    key=("batch_id",),
    columns=(
        identifier("batch_id", "TODO"),
        text("file_name", "TODO"),
        text("sheet", "TODO"),
        text("format", "TODO"),
        whole_number("return_year", "TODO"),
        text("authority_code", "TODO", model_name="la_code"),
        date("extracted_on", "TODO", model_name="extract_date"),
        text("sha256", "TODO"),
        whole_number("rows_read", "TODO"),
        whole_number("rows_rejected", "TODO"),
        details("issues", "TODO", model_name="issues_json"),
    ),
)
