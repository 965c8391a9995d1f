"""The layouts of the files of 'Children looked after in England including adoptions'."""

from __future__ import annotations

from purplebook.sources.published.layouts import Labelled, columns

PUBLICATION = "DfE CLA"

NUMBER_AND_RATE = Labelled(
    "children looked after, starting and ceasing: numbers and rates",
    PUBLICATION,
    columns("population_count number rate_per_10000"),
    topic="population_count",
    label="",
    kept={"number": "{}_number", "rate_per_10000": "{}_rate"},
    labels={
        ("children looked after at 31 march each year", ""): ("cla", ""),
        ("children looked after on 31 march each year", ""): ("cla", ""),
        ("children starting to be looked after each year", ""): ("cla_started", ""),
        ("children ceasing to be looked after each year", ""): ("cla_ceased", ""),
    },
    others=columns("population_estimate"),
)
"""Here a label names two measures: cla_number and cla_rate."""

BY_CHARACTERISTIC = Labelled(
    "children looked after by characteristic, or by the reason they ceased",
    PUBLICATION,
    columns("cla_group characteristic percentage"),
    topic="cla_group",
    label="characteristic",
    kept={"percentage": "{}"},
    by_topic={
        "age group": "cla_by_age_pct",
        "category of need": "cla_by_category_of_need_pct",
        "distance between home and placement": "cla_by_distance_pct",
        "distance between home and placement and locality of placement": "cla_by_distance_and_locality_pct",
        "ethnicity": "cla_by_ethnicity_pct",
        "legal status": "cla_by_legal_status_pct",
        "locality of placement": "cla_by_locality_pct",
        "placement": "cla_by_placement_pct",
        "place providers": "cla_by_provider_pct",
        "gender": "cla_by_sex_pct",
        "sex": "cla_by_sex_pct",
        "unaccompanied asylum-seeking children": "cla_by_uasc_pct",
    },
    labels={
        ("reason episode ceased", "adopted"): ("cla_ceased_adopted_pct", ""),
        ("reason episode ceased", "special guardianship order"): ("cla_ceased_sgo_pct", ""),
        ("reason episode ceased", "special guardianship orders"): ("cla_ceased_sgo_pct", ""),
        ("reason episode ceased", "residence order or child arrangement order granted"): ("cla_ceased_cao_pct", ""),
        ("", "had their annual health assessment"): ("cla_health_assessment_pct", ""),
        ("", "had their teeth checked by a dentist"): ("cla_dental_pct", ""),
        ("", "had their immunisations up to date"): ("cla_immunisation_pct", ""),
        ("", "development assessments up to date"): ("cla_development_assessment_pct", ""),
        ("", "identified as having a substance misuse problem"): ("cla_substance_misuse_pct", ""),
        ("", "sdq score was received"): ("cla_sdq_received_pct", ""),
        ("", "sdq score is a cause for concern"): ("cla_sdq_concern_pct", ""),
    },
    others=columns("number"),
)
PLACEMENT_STABILITY = Labelled(
    "placements in the year, and long-term stability",
    PUBLICATION,
    columns("cla_group placement_stability percentage"),
    topic="cla_group",
    label="placement_stability",
    kept={"percentage": "{}"},
    labels={("", "with 3 or more placements during the year"): ("cla_3plus_placements_pct", "")},
    others=columns("number"),
)
LOOKED_AFTER = (NUMBER_AND_RATE, PLACEMENT_STABILITY, BY_CHARACTERISTIC)
