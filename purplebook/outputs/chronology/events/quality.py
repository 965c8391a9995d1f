"""The service's own registers: audits, complaints and panels."""

from purplebook.outputs.chronology.telling import about, told

QUALITY = (
    about(
        "audit",
        allocated_on="Case chosen for audit[: {programme}]",
        completed_on="Audit completed[: {programme}][; graded {overall_grade}]",
        action_due_on=told("The audit's actions due; no record that they were done", unless="action_completed_on"),
        action_completed_on="The audit's actions done",
    ),
    about(
        "feedback",
        received_on="{feedback_type|feedback}[ from {complainant_type}][: {theme}]",
        acknowledged_on="{feedback_type|feedback} acknowledged",
        stage_1_due_on=told("Stage 1 answer due; none is recorded", unless="stage_1_response_on"),
        stage_1_response_on="Stage 1 answer given",
        stage_2_started_on="Stage 2 investigation began",
        stage_2_response_on="Stage 2 answer given",
        stage_3_panel_on="Stage 3 review panel sat",
    ),
    about(
        "panel_decision",
        held_on="{panel_type|panel}[reason!=OTHER?, {reason}][: {decision}]",
        due_on=told("The panel's decision due to be carried out; no record that it was", unless="completed_on"),
        completed_on="The panel's decision carried out",
    ),
)
