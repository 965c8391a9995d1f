"""Codes of adoption and the other routes to a permanent family."""

from purplebook.tables.codes.code_set import CodeSet, CodeValue

PERMANENCE: tuple[CodeSet, ...] = (
    CodeSet(
        "permanence_case_type",
        "The routes to a permanent family.",
        (
            CodeValue("ADOPTION", "Adoption"),
            CodeValue("SGO", "Special guardianship order"),
            CodeValue("CAO", "Child arrangements order"),
            CodeValue("PREVIOUS", "Earlier permanent home that ended"),
        ),
    ),
    CodeSet(
        "permanence_order_type",
        "The final order that made a home permanent.",
        (
            CodeValue("ADOPTION", "Adoption order"),
            CodeValue("SGO", "Special guardianship order"),
            CodeValue("CAO", "Child arrangements or residence order"),
        ),
    ),
    CodeSet(
        "adoption_reversal_reason",
        "Why a child should no longer be placed for adoption.",
        (
            CodeValue("RD1", "The child's needs changed"),
            CodeValue("RD2", "The court did not make a placement order"),
            CodeValue("RD3", "No adopters could be found"),
            CodeValue("RD4", "Any other reason"),
        ),
    ),
    CodeSet(
        "previous_permanence_option",
        "The earlier permanent home of a child who is looked after again.",
        (
            CodeValue("P1", "Adoption"),
            CodeValue("P2", "Special guardianship order"),
            CodeValue("P3", "Residence or child arrangements order"),
            CodeValue("P4", "Not known"),
            CodeValue("Z1", "None"),
        ),
    ),
    CodeSet(
        "adopter_sex",
        "Sex of the adopter or adopters.",
        (
            CodeValue("M1", "Single man"),
            CodeValue("F1", "Single woman"),
            CodeValue("MM", "Two men"),
            CodeValue("FF", "Two women"),
            CodeValue("MF", "A man and a woman"),
        ),
    ),
    CodeSet(
        "adopter_legal_status",
        "Whether adopters are single, married, in a civil partnership or living together.",
        (
            CodeValue("L0", "Single adopter"),
            CodeValue("L11", "Married couple of different genders"),
            CodeValue("L12", "Married couple of the same gender"),
            CodeValue("L2", "Civil partners"),
            CodeValue("L3", "Unmarried couple of different genders"),
            CodeValue("L4", "Couple of the same gender, neither married nor civil partners"),
        ),
    ),
    CodeSet(
        "adopter_left_reason",
        "Why an adopter left the process without adopting.",
        (
            CodeValue("1", "Adopter withdrew"),
            CodeValue("2", "Process put on hold"),
            CodeValue("3", "Application refused"),
        ),
    ),
)
