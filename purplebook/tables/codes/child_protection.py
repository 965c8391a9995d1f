"""Codes of child protection: strategy discussions, enquiries, conferences, plans and pre-proceedings."""

from purplebook.tables.codes.code_set import CodeSet, CodeValue

CHILD_PROTECTION: tuple[CodeSet, ...] = (
    CodeSet(
        "strategy_decision",
        "What a strategy discussion decided.",
        (
            CodeValue("S47_SINGLE", "Section 47 enquiry by social care alone", "Enquiry"),
            CodeValue("S47_JOINT", "Section 47 enquiry jointly with the police", "Enquiry"),
            CodeValue("NO_S47", "No section 47 enquiry", "No enquiry"),
        ),
    ),
    CodeSet(
        "section_47_outcome",
        "What a section 47 enquiry led to (our own list).",
        (
            CodeValue("ICPC", "Initial child protection conference"),
            CodeValue("LEGAL_ACTION", "Legal action"),
            CodeValue("OTHER_SERVICES", "Other services"),
            CodeValue("NFA", "No further action"),
        ),
    ),
    CodeSet(
        "conference_type",
        "The kinds of child protection conference, and the meetings of the core group between them.",
        (
            CodeValue("ICPC", "Initial child protection conference"),
            CodeValue("REVIEW", "Review child protection conference"),
            CodeValue("TRANSFER_IN", "Conference for a plan moved in from another authority"),
            CodeValue("CORE_GROUP", "Core group meeting between conferences"),
        ),
    ),
    CodeSet(
        "abuse_category",
        "The category of abuse or neglect of a child protection plan.",
        (
            CodeValue("NEG", "Neglect"),
            CodeValue("PHY", "Physical abuse"),
            CodeValue("SAB", "Sexual abuse"),
            CodeValue("EMO", "Emotional abuse"),
            CodeValue("MUL", "More than one category"),
        ),
    ),
    CodeSet(
        "participation",
        "How a child took part in a review or a conference.",
        (
            CodeValue("PN0", "Child under 4"),
            CodeValue("PN1", "Was there and spoke for themselves", "Took part"),
            CodeValue("PN2", "Was there and an advocate spoke", "Took part"),
            CodeValue("PN3", "Was there and gave views without words", "Took part"),
            CodeValue("PN4", "Was there and gave no views", "Did not take part"),
            CodeValue("PN5", "Was not there and briefed an advocate", "Took part"),
            CodeValue("PN6", "Was not there and sent views another way", "Took part"),
            CodeValue("PN7", "Was not there and sent no views", "Did not take part"),
        ),
    ),
    CodeSet(
        "legal_gateway_outcome",
        "What a legal gateway meeting decided.",
        (
            CodeValue("A", "Continue with the current plan"),
            CodeValue("B", "Start pre-proceedings"),
            CodeValue("C", "Issue care proceedings"),
            CodeValue("D", "Not known"),
        ),
    ),
)
