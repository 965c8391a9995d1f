"""Every indicator, in the order of a report.  To add one: declare it in a theme's file and name it here."""

from purplebook.definitions.indicators.adoption import AD01, AD02, AD03, AD05, AD06, AD09
from purplebook.definitions.indicators.assessment import AS01, AS03
from purplebook.definitions.indicators.child_in_need import CN01, CN03, CN04
from purplebook.definitions.indicators.child_protection_plans import (
    CP01,
    CP03,
    CP06,
    CP07,
    CP08,
    CP08_ENDED,
    CP08_MEDIAN,
    CP09,
    CP12,
    CP13,
    CP14,
)
from purplebook.definitions.indicators.early_help import EH01, EH01_OPEN, EH02, EH03, EH04, EH05
from purplebook.definitions.indicators.enquiries_and_conferences import IC01, IC03, S401, S403
from purplebook.definitions.indicators.front_door import FD01, FD02, RF01, RF01_CHILDREN, RF03, RF04, RF08
from purplebook.definitions.indicators.leaving_care import CL01, CL03, CL04, CL05, CL06, CL07
from purplebook.definitions.indicators.looked_after import LA01, LA02, LA03, LA05, LA06, LA07, LA08, LA09, LA10
from purplebook.definitions.indicators.placements import LA11, LA12, LA13, LA14
from purplebook.definitions.indicators.quality import QA01, QA02, QA03, QA04, QA05, QA06, QA07
from purplebook.definitions.indicators.workforce import FO01, WF01, WF01_FILLED, WF01_MANAGERS, WF01_PREFERRED
from purplebook.language.indicators import Indicator

INDICATORS: tuple[Indicator, ...] = (
    EH01,
    EH01_OPEN,
    EH02,
    EH03,
    EH04,
    EH05,
    FD01,
    FD02,
    RF01,
    RF01_CHILDREN,
    RF03,
    RF04,
    RF08,
    AS01,
    AS03,
    CN01,
    CN03,
    CN04,
    S401,
    S403,
    IC01,
    IC03,
    CP01,
    CP03,
    CP06,
    CP07,
    CP08,
    CP08_MEDIAN,
    CP08_ENDED,
    CP09,
    CP12,
    CP13,
    CP14,
    LA01,
    LA02,
    LA03,
    LA05,
    LA06,
    LA07,
    LA08,
    LA09,
    LA10,
    LA11,
    LA12,
    LA13,
    LA14,
    AD01,
    AD02,
    AD03,
    AD05,
    AD06,
    AD09,
    CL01,
    CL03,
    CL04,
    CL05,
    CL06,
    CL07,
    QA01,
    QA02,
    QA03,
    QA04,
    QA05,
    QA06,
    QA07,
    WF01,
    WF01_PREFERRED,
    WF01_FILLED,
    WF01_MANAGERS,
    FO01,
)

__all__ = ["INDICATORS"]
