"""Children's routes to a permanent family: adoption, special guardianship (SGO), child arrangements orders (CAO).

The dates of an adoption follow one another: entered care, decision, placement order, match, placed, adoption order. A
row of type PREVIOUS records an earlier permanent home that broke down.
"""

from purplebook.tables.schema import (
    Table,
    code,
    date,
    identifier,
    link,
    once,
    only_for,
    text,
    where,
    whole_number,
    yes_no,
)
from purplebook.tables.story import NotTold, Story

permanence_case = Table(
    name="permanence_case",
    grain="one route to a permanent family for one child, or one earlier permanent home",
    group="looked after",
    key=("case_id",),
    nouns=("permanence case", "permanence cases"),
    happens_on="decision_maker_agreed_on",
    runs=(
        ("entered_care_on", "ordered_on"),
        ("entered_care_on", "placed_on"),
        ("entered_care_on", "placed_with_foster_carer_on"),
        ("decision_maker_agreed_on", "matched_on"),
        ("placed_on", "ordered_on"),
    ),
    columns=(
        identifier("case_id", "Key of the row."),
        link("person_id", "The child.", to="person"),
        link(
            "looked_after_period_id",
            "The period of being looked after in which the route is followed.",
            to="looked_after_period",
            model_name="lac_period_id",
        ),
        text("family_id", "The birth family, shared by siblings."),
        code("case_type", "Which route it is.", "permanence_case_type"),
        date(
            "entered_care_on",
            "Day on which the child began to be looked after: the start of the adoption timescale.",
            model_name="entered_care_date",
        ),
        where(
            date(
                "decision_maker_agreed_on",
                "Day on which the agency decision maker agreed that the child should be placed for adoption.",
                model_name="adm_decision_date",
            ),
            only_for("case_type", "ADOPTION"),
        ),
        date(
            "foster_to_adopt_decided_on",
            "Day on which fostering for adoption or concurrent planning was decided on.",
            model_name="ffa_decision_date",
        ),
        date(
            "foster_to_adopt_placed_on",
            "Day on which the child moved to carers who foster and are also approved to adopt.",
            model_name="ffa_placed_date",
        ),
        where(
            date(
                "placement_order_on",
                "Day of the court's placement order, or of a freeing order.",
                model_name="placement_order_date",
            ),
            only_for("case_type", "ADOPTION"),
        ),
        where(
            date("matched_on", "Day on which the match of child and adopters was agreed.", model_name="match_date"),
            only_for("case_type", "ADOPTION"),
        ),
        where(
            date("placed_on", "Day on which the child moved in with the adopters.", model_name="placed_date"),
            only_for("case_type", "ADOPTION"),
        ),
        where(
            date(
                "placed_with_foster_carer_on",
                "Day on which a child adopted by a foster carer first moved in with that carer.",
                model_name="foster_carer_placed_date",
            ),
            only_for("is_adopted_by_carer", "true"),
            only_for("case_type", "ADOPTION"),
        ),
        date(
            "ordered_on",
            "Day of the final order, such as the adoption order; empty until it is made.",
            model_name="order_date",
        ),
        code("order_type", "The kind of final order.", "permanence_order_type", hangs_on="ordered_on"),
        where(
            date(
                "reversed_on",
                "Day on which it was decided that the child should no longer be placed for adoption.",
                model_name="reversed_date",
            ),
            only_for("case_type", "ADOPTION"),
        ),
        code(
            "reversed_reason",
            "Why the adoption decision was reversed; empty unless it was.",
            "adoption_reversal_reason",
            hangs_on="reversed_on",
        ),
        where(
            yes_no(
                "is_adopted_by_carer",
                "Whether the child was adopted by a former foster carer.",
                model_name="adopted_by_carer",
            ),
            only_for("case_type", "ADOPTION"),
            once("placed_on"),
        ),
        where(
            whole_number("adopters_count", "How many adopters there are: one or two.", model_name="adopters_n"),
            only_for("case_type", "ADOPTION"),
            once("placed_on"),
        ),
        where(
            code("adopter_sex", "Sex of the adopter or adopters.", "adopter_sex"),
            only_for("case_type", "ADOPTION"),
            once("placed_on"),
        ),
        where(
            code(
                "adopter_legal_status",
                "Whether the adopters are single, married or living together.",
                "adopter_legal_status",
            ),
            only_for("case_type", "ADOPTION"),
            once("placed_on"),
        ),
        where(
            yes_no(
                "is_sibling_group",
                "Whether the child is to be placed as one of a group of siblings.",
                model_name="sibling_group",
            ),
            only_for("case_type", "ADOPTION"),
            once("placed_on"),
        ),
        whole_number(
            "siblings_placed_together_count",
            "How many siblings were placed with the child.",
            model_name="siblings_together",
        ),
        whole_number(
            "siblings_placed_apart_count", "How many siblings were placed elsewhere.", model_name="siblings_apart"
        ),
        text(
            "agency_reference", "Ofsted's unique reference number for the adoption agency.", model_name="provider_urn"
        ),
        code("previous_option", "The earlier permanent home, on rows of type PREVIOUS.", "previous_permanence_option"),
        text(
            "previous_authority",
            "Three-digit code of the authority that arranged the earlier permanent home, or WAL, SCO, NIR or NUK.",
            model_name="previous_la",
        ),
        text(
            "previous_order_month",
            "When the earlier order was made, as text, since the day or month may be unknown (zz).",
            model_name="previous_date",
        ),
        link("worker_id", "The adoption or permanence worker.", to="worker"),
    ),
    story=Story(
        {
            "entered_care_on": NotTold(
                "The start of a clock; that the child came into care stands in looked_after_period."
            ),
            "decision_maker_agreed_on": "Agency decision maker agreed to adoption",
            "foster_to_adopt_decided_on": "Fostering for adoption decided on",
            "foster_to_adopt_placed_on": "Moved to carers who foster and may adopt",
            "placement_order_on": "Placement order made by the court",
            "matched_on": "Match with a family agreed",
            "placed_on": "Moved in with the adoptive family",
            "placed_with_foster_carer_on": "Moved in with the foster carer who is to adopt",
            "ordered_on": "Final order made[: {order_type}]",
            "reversed_on": "Decided that the child should no longer be placed for adoption[: {reversed_reason}]",
        },
    ),
)
