"""What an audit found in each domain it looked at, such as supervision or the voice of the child."""

from purplebook.tables.schema import Table, code, date, link, text, yes_no
from purplebook.tables.story import NotTold, Story

audit_finding = Table(
    name="audit_finding",
    grain="one domain of one audit",
    group="quality",
    key=(
        "audit_id",
        "domain",
    ),
    columns=(
        link("audit_id", "The audit.", to="audit"),
        code("domain", "The domain that was graded; each authority has its own list."),
        code("grade", "The grade given to the domain, in Ofsted's four words.", "audit_grade"),
        yes_no("is_evidenced", "Whether the file held evidence of it.", model_name="evidenced"),
        text("comment", "The auditor's words; never printed in a paper."),
        date("audited_on", "Day on which the audit was finished; filled from the audit at the load."),
    ),
    story=Story({"audited_on": NotTold("The day of its audit, whose own line says what was graded.")}),
)
