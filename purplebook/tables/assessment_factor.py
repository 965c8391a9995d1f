"""What assessments found: the factors of the children in need census, a row each."""

from purplebook.tables.schema import Table, code, date, link
from purplebook.tables.story import NotTold, Story

assessment_factor = Table(
    name="assessment_factor",
    grain="one factor found at one assessment",
    group="front door",
    key=(
        "assessment_id",
        "factor_code",
    ),
    nouns=("factor found at assessment", "factors found at assessment"),
    columns=(
        link("assessment_id", "The assessment.", to="assessment"),
        code("factor_code", "The factor that was found.", "assessment_factor"),
        link("person_id", "The child who was assessed; filled from the assessment at the load.", to="person"),
        date("assessed_on", "Day on which the assessment was completed; filled from the assessment at the load."),
    ),
    story=Story(
        {
            "assessed_on": NotTold("The day of its assessment, whose own line names the factors found."),
        },
    ),
)
