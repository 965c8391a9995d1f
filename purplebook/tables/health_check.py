"""Health and wellbeing of looked-after children: assessments, dental checks, questionnaire scores and yearly answers.

The strengths and difficulties questionnaire (SDQ) gives a score; the yearly return gives only a yes or a no, without a
date.
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
    unless,
    until,
    where,
    whole_number,
    yes_no,
)
from purplebook.tables.story import Story

health_check = Table(
    name="health_check",
    grain="one health or wellbeing check of one child, or one yearly answer about one",
    group="looked after",
    key=("check_id",),
    nouns=("health check", "health checks"),
    happens_on="checked_on",
    dealt_with_on="checked_on",
    is_only_after_birth=True,
    columns=(
        identifier("check_id", "Key of the row."),
        link("person_id", "The child.", to="person"),
        code("check_type", "What was checked.", "health_check_type"),
        date("checked_on", "Day of the check; empty on yearly answers.", model_name="check_date"),
        whole_number("return_year", "The year in which the return ends, on yearly answers; empty on dated checks."),
        where(
            yes_no(
                "is_met",
                "The yearly answer: whether the check was done, up to date, or the matter was found.",
                model_name="flag",
            ),
            unless("check_type", "SDQ"),
            until("checked_on"),
        ),
        where(
            text("status", "How the check went in the words of the source: planned, refused, cancelled or completed."),
            unless("check_type", "SDQ"),
            once("checked_on"),
        ),
        where(
            whole_number(
                "score",
                "Score of the strengths and difficulties questionnaire, 0 to 40; 17 or more is a cause for concern.",
            ),
            only_for("check_type", "SDQ"),
            until("reason_code"),
        ),
        where(
            code(
                "reason_code",
                "Why there is no questionnaire score; empty when there is one.",
                "questionnaire_missing_reason",
            ),
            only_for("check_type", "SDQ"),
            until("score"),
        ),
        where(
            yes_no(
                "is_intervention_received",
                "Whether a child who misuses substances received help for it.",
                model_name="intervention_received",
            ),
            only_for("check_type", "SUBSTANCE_MISUSE"),
            only_for("is_met", "true"),
        ),
        where(
            yes_no(
                "is_intervention_offered",
                "Whether a child who misuses substances and received no help was offered it.",
                model_name="intervention_offered",
            ),
            only_for("check_type", "SUBSTANCE_MISUSE"),
            only_for("is_met", "true"),
            unless("is_intervention_received", "true"),
        ),
        yes_no(
            "is_latest_only",
            "True when the source lists only the latest check, so earlier ones may be missing.",
            model_name="latest_only",
        ),
    ),
    story=Story(
        {
            "checked_on": "{check_type|health check}[, score {score}][status=DONE?, done][status!=DONE?, {status}]",
        },
    ),
)
