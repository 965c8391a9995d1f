"""One domain grade within an audit."""

from purplebook.tables.schema import Table, code, link, text, yes_no

audit_finding = Table(
    name="audit_finding",
    grain="one domain grade within an audit",
    group="quality",
    key=(
        "audit_id",
        "domain",
    ),
    columns=(
        link("audit_id", "TODO", to="audit"),
        code("domain", "TODO"),
        code("grade", "TODO"),
        yes_no("is_evidenced", "TODO", model_name="evidenced"),
        text("comment", "TODO"),
    ),
)
