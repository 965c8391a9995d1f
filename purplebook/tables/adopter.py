"""People who ask to adopt, from first enquiry to adoption order.

A couple is usually two rows with one `family_id`.
"""

from purplebook.tables.schema import Table, code, date, identifier, text, whole_number, yes_no

adopter = Table(
    name="adopter",
    grain="one prospective adopter",
    group="looked after",
    key=("adopter_id",),
    happens_on="enquired_on",
    runs=(("applied_on", "approved_on"), ("approved_on", "matched_on")),
    columns=(
        identifier("adopter_id", "Key of the adopter."),
        text("family_id", "The adopting household, shared by a couple."),
        code("gender", "Gender of the adopter.", "gender"),
        code("ethnicity_code", "Ethnic background, as one of the twenty census codes or UNKNOWN.", "ethnicity"),
        code("disability", "Whether the adopter has a disability.", "yes_no_unknown"),
        yes_no(
            "is_foster_to_adopt", "Whether the adopter is also approved to foster the child first.", model_name="ffa"
        ),
        date("enquired_on", "Day on which the enquiry was received; empty when not known.", model_name="enquiry_date"),
        date("stage_1_started_on", "Day on which stage 1 (checks and training) began.", model_name="stage1_start"),
        date("stage_1_ended_on", "Day on which stage 1 ended; empty while it runs.", model_name="stage1_end"),
        date("stage_2_started_on", "Day on which stage 2 (assessment) began.", model_name="stage2_start"),
        date("stage_2_ended_on", "Day on which stage 2 ended; empty while it runs.", model_name="stage2_end"),
        date("applied_on", "Day on which the application to adopt was handed in.", model_name="application_date"),
        date("approved_on", "Day on which the adopter was approved; empty until then.", model_name="approved_date"),
        date("matched_on", "Day on which the adopter was matched with a child or children.", model_name="matched_date"),
        date("placed_on", "Day on which the child or children moved in.", model_name="placed_date"),
        whole_number(
            "children_placed_count",
            "How many children were placed with the adopter.",
            model_name="children_placed",
            hangs_on="placed_on",
        ),
        date("ordered_on", "Day of the adoption order.", model_name="order_date"),
        date("left_on", "Day on which the adopter left the process without adopting.", model_name="left_date"),
        code(
            "left_reason",
            "Why the adopter left the process; empty unless they did.",
            "adopter_left_reason",
            hangs_on="left_on",
        ),
    ),
)
