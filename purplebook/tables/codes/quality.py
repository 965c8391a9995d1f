"""Codes of the quality registers: audits, supervision, complaints and panels. All are local; no return holds them."""

from purplebook.tables.codes.code_set import CodeSet, CodeValue

QUALITY: tuple[CodeSet, ...] = (
    CodeSet(
        "supervision_type",
        "What a supervision was about.",
        (
            CodeValue("CASE", "One child's case"),
            CodeValue("PERSONAL", "The worker"),
            CodeValue("GROUP", "A group of workers"),
        ),
    ),
    CodeSet(
        "audit_programme",
        "The programme of work an audit belongs to.",
        (
            CodeValue("MONTHLY", "Monthly case file audit"),
            CodeValue("DEEP_DIVE", "Deep dive"),
            CodeValue("THEMATIC", "Thematic audit"),
            CodeValue("EARLY_HELP", "Early help audit"),
            CodeValue("CP_18M", "Child protection plans of 18 months or more"),
            CodeValue("MULTI_AGENCY_LSCB", "Multi-agency audit for the Local Safeguarding Children Board"),
            CodeValue("MARAC", "Multi-agency risk assessment conference audit"),
        ),
    ),
    CodeSet(
        "audit_grade",
        "The grade an audit gives, in Ofsted's words.",
        (
            CodeValue("O", "Outstanding"),
            CodeValue("G", "Good"),
            CodeValue("RI", "Requires improvement"),
            CodeValue("I", "Inadequate"),
        ),
    ),
    CodeSet(
        "feedback_type",
        "What somebody sent in.",
        (
            CodeValue("COMPLAINT", "Complaint"),
            CodeValue("REPRESENTATION", "Representation"),
            CodeValue("COMPLIMENT", "Compliment"),
        ),
    ),
    CodeSet(
        "complainant_type",
        "Who sent it in.",
        (
            CodeValue("PARENT", "Parent"),
            CodeValue("CHILD_YP", "Child or young person"),
            CodeValue("CARER_FOSTER", "Foster carer"),
            CodeValue("ADOPTER", "Adopter"),
            CodeValue("RELATIVE", "Relative"),
            CodeValue("ADVOCATE", "Advocate"),
            CodeValue("OTHER", "Other"),
        ),
    ),
    CodeSet(
        "complaint_theme",
        "The main theme of a complaint.",
        (
            CodeValue("BREACH_OF_CONFIDENTIALITY", "Breach of confidentiality"),
            CodeValue("COMMUNICATION", "Communication"),
            CodeValue("CONTACT", "Contact"),
            CodeValue("DATA_PROTECTION_BREACH", "Data protection breach"),
            CodeValue("FINANCIAL_ISSUE", "Financial issue"),
            CodeValue("LACK_OF_ACTION", "Lack of action"),
            CodeValue("LACK_OF_SUPPORT", "Lack of support"),
            CodeValue("LOOKED_AFTER_CHILD_PAYMENTS", "Looked-after child payments"),
            CodeValue("SERVICE_PROVISION", "Service provision"),
            CodeValue("STAFF_CONDUCT", "Staff conduct"),
        ),
    ),
    CodeSet(
        "resolution_route",
        "The route by which a complaint was dealt with.",
        (
            CodeValue("ADR", "Alternative dispute resolution"),
            CodeValue("STAGE1", "Stage 1: answer by the service"),
            CodeValue("STAGE2", "Stage 2: investigation"),
            CodeValue("STAGE3", "Stage 3: review panel"),
            CodeValue("OMBUDSMAN", "Local Government Ombudsman"),
        ),
    ),
    CodeSet(
        "complaint_status",
        "Where a complaint stands.",
        (
            CodeValue("OPEN", "Open"),
            CodeValue("INVESTIGATED", "Investigated"),
            CodeValue("WITHDRAWN", "Withdrawn"),
            CodeValue("RESOLVED_ADR", "Resolved by alternative dispute resolution"),
        ),
    ),
    CodeSet(
        "complaint_outcome",
        "What was found about a complaint.",
        (
            CodeValue("UPHELD", "Upheld"),
            CodeValue("PARTLY", "Partly upheld"),
            CodeValue("NOT_UPHELD", "Not upheld"),
            CodeValue("INCONCLUSIVE", "Inconclusive"),
        ),
    ),
    CodeSet(
        "panel_type",
        "The panels that decide about children, carers and services.",
        (
            CodeValue("ACCESS_TO_RESOURCES", "Access to resources panel"),
            CodeValue("LEGAL_GATEWAY", "Legal gateway meeting"),
            CodeValue("FOSTERING", "Fostering panel"),
            CodeValue("ADOPTION", "Adoption panel"),
            CodeValue("PERFORMANCE_CHALLENGE", "Performance challenge meeting"),
        ),
    ),
    CodeSet(
        "panel_reason",
        "Why a matter came to a panel.",
        (
            CodeValue("NEW_ENTRY", "Child new to being looked after"),
            CodeValue("HIGH_COST", "Placement of high cost"),
            CodeValue("AT_DISTANCE", "Placement at a distance"),
            CodeValue("OTHER", "Other"),
        ),
    ),
)
