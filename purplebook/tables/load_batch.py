"""What was loaded: a row for each file or sheet, with what could not be read."""

from purplebook.tables.schema import Table, date, details, identifier, text, whole_number

load_batch = Table(
    name="load_batch",
    grain="one file, or one sheet of a workbook, that was loaded",
    group="system",
    key=("batch_id",),
    columns=(
        identifier("batch_id", "Key of the batch, which every row that came from it carries."),
        text("file_name", "The name of the file, without its folder."),
        text("sheet", "The sheet of the workbook; empty for a file without sheets."),
        text("format", "The format the file was recognised as."),
        whole_number("return_year", "The year in which the return ends; empty for files that are not returns."),
        text("authority_code", "The three-digit code of the authority the file is from.", model_name="la_code"),
        date(
            "extracted_on", "The day the file describes, as it says or as the user told us.", model_name="extract_date"
        ),
        text("sha256", "The SHA-256 hash of the file, to prove which file it was."),
        whole_number("rows_read", "How many rows the file or sheet holds, without its header."),
        whole_number("rows_rejected", "How many of them could not be loaded; each is listed among the issues."),
        details(
            "issues", "What was wrong and where, as JSON, without any cell value of a person.", model_name="issues_json"
        ),
    ),
)
