"""Section 5: children looked after: how many, who they are, and where they live."""

from __future__ import annotations

from purplebook.definitions.papers.safeguarding_activity.divided import group_of, group_rows
from purplebook.definitions.papers.safeguarding_activity.groups import (
    AGE_BANDS,
    ETHNIC_GROUP_NOT_KNOWN,
    ETHNIC_GROUPS,
    SEX_NOT_KNOWN,
    SEXES,
)
from purplebook.definitions.papers.safeguarding_activity.paper_periods import PaperPeriods
from purplebook.definitions.papers.safeguarding_activity.phrases import (
    axis,
    children,
    counted,
    header,
    more_or_fewer,
    name,
    number,
    on,
    out_of,
    percent,
    period_rows,
    points,
    verdict,
    was,
)
from purplebook.definitions.papers.safeguarding_activity.terms import (
    FAR_AWAY,
    STABLE_AGE,
    STABLE_CARE,
    STABLE_PLACEMENT,
)
from purplebook.language.evidence import Definition
from purplebook.language.papers import (
    Block,
    Chart,
    ChartKind,
    Counted,
    FigureTable,
    NumberOf,
    Ref,
    Section,
    Series,
    Show,
    Subheading,
    WhenAny,
    paragraph,
    say,
)
from purplebook.language.periods import Period, rolling_year


def looked_after(periods: PaperPeriods) -> Section:
    """The whole section."""
    return Section(
        "Children looked after",
        (
            *_how_many(periods),
            Subheading("Who the children are"),
            *_who(periods),
            Subheading("Where they live"),
            *_where(periods),
            *_stability(periods),
        ),
    )


def _rate(period: Period) -> Ref:
    return Ref("LA02", period, show=Show.RATE_2)


def _how_many(periods: PaperPeriods) -> tuple[Block, ...]:
    now, before, today = periods.quarter_end, periods.quarter_before_end, periods.today
    return (
        paragraph(
            say(
                "On {today} there {were} {count} looked after.",
                today=on(today),
                were=was(number("LA01", today)),
                count=counted(number("LA01", today), "child or young person", "children and young people"),
            ),
            say(
                "That is {change} on {before}.",
                change=more_or_fewer(number("LA01", today), number("LA01", before)),
                before=on(before),
            ),
            *verdict("LA01"),
            None
            if now == today
            else say(
                "At the end of the quarter, on {day}, {count} looked after.",
                day=on(now),
                count=counted(number("LA01", now), "child was", "children were"),
            ),
            say(
                "On {today} that is a rate of {rate} per 10,000 children who live in the area.",
                today=on(today),
                rate=_rate(today),
            ),
        ),
        FigureTable(
            key="looked-after",
            caption=say("Children looked after"),
            header=header("Date", "Children", "Rate per 10,000 children"),
            rows=period_rows(periods.year_dates, lambda period: number("LA01", period), _rate),
            note=say(
                "The rate uses the latest mid-year estimate of the number of children that is dated on or before "
                "the day.",
                because=Definition("LA02"),
            ),
        ),
        Chart(
            key="looked-after-chart",
            kind=ChartKind.COLUMNS,
            title=say("Children looked after at each date"),
            labels=axis(periods.year_dates),
            series=(Series("Children", tuple(number("LA01", day) for day in periods.year_dates)),),
            unit="children looked after at each date",
        ),
    )


def _who(periods: PaperPeriods) -> tuple[Block, ...]:
    today, year_end = periods.today, periods.last_year_end
    babies = {"by": "age_band", "codes": ("Under 1",)}
    sex_not_known = group_of("LA06", today, by="sex", codes=SEX_NOT_KNOWN)
    group_not_known = group_of("LA07", today, by="ethnic_group", codes=ETHNIC_GROUP_NOT_KNOWN)
    others = group_of("LA07", today, by="ethnic_group", codes=("Mixed", "Asian", "Black", "Other"))
    return (
        paragraph(
            say(
                "Of the children looked after on {today}, {boys} and {girls}{others}. White children "
                "number {white} ({white_share}); {other} ({other_share}) {are} from other ethnic groups{not_known}.",
                today=on(today),
                boys=counted(
                    group_of("LA06", today, by="sex", codes=("M",)),
                    "is a boy or young man",
                    "are boys and young men",
                ),
                girls=counted(
                    group_of("LA06", today, by="sex", codes=("F",)),
                    "is a girl or young woman",
                    "are girls and young women",
                ),
                others=WhenAny(
                    sex_not_known, say("; for {count} the sex is not known or not recorded", count=sex_not_known)
                ),
                white=group_of("LA07", today, by="ethnic_group", codes=("White",)),
                white_share=group_of("LA07", today, by="ethnic_group", codes=("White",), show=Show.PERCENT_1),
                other=others,
                are=was(others, "is", "are"),
                other_share=group_of(
                    "LA07",
                    today,
                    by="ethnic_group",
                    codes=("Mixed", "Asian", "Black", "Other"),
                    show=Show.PERCENT_1,
                ),
                not_known=WhenAny(
                    group_not_known,
                    say("; for {count} the ethnic group is not known or not recorded", count=group_not_known),
                ),
            ),
            say(
                "Special educational needs are recorded for {needs} ({share}).",
                needs=children(number("LA10", today)),
                share=percent("LA10", today),
            ),
        ),
        FigureTable(
            key="sex-and-ethnicity",
            caption=say("Children looked after on {today}, by sex and by ethnic group", today=on(today)),
            header=header("Group", "Children", "Share"),
            rows=(
                *group_rows("LA06", (today,), by="sex", groups=SEXES, total="All children, by sex"),
                *group_rows(
                    "LA07", (today,), by="ethnic_group", groups=ETHNIC_GROUPS, total="All children, by ethnic group"
                ),
            ),
        ),
        paragraph(
            say(
                "On {today}, {babies} aged under one.",
                babies=Counted(
                    group_of("LA08", today, **babies), "child looked after was", "children looked after were"
                ),
                today=on(today),
            ),
            say(
                "That is {change} on {before}.",
                change=more_or_fewer(group_of("LA08", today, **babies), group_of("LA08", year_end, **babies)),
                before=on(year_end),
            ),
            say(
                "Unaccompanied asylum-seeking children (UASC) number {uasc}.",
                uasc=number("LA09", today),
            ),
            say(
                "They are counted within the ages in {table}.",
                table=NumberOf("ages"),
                because=(Definition("LA09"), Definition("LA08")),
            ),
        ),
        FigureTable(
            key="ages",
            caption=say("Children looked after by age"),
            header=header(
                "Age",
                say("{day}", day=on(year_end)),
                "Share",
                say("{day}", day=on(today)),
                "Share",
            ),
            rows=group_rows("LA08", (year_end, today), by="age_band", groups=AGE_BANDS, total="All children"),
        ),
    )


def _where(periods: PaperPeriods) -> tuple[Block, ...]:
    today, year_end = periods.today, periods.last_year_end
    return (
        paragraph(
            say(
                "Of the children looked after on {today}, {share} live more than {far} from their own home ({count} of "
                "{all}).",
                share=percent("LA12", today),
                today=on(today),
                far=FAR_AWAY,
                count=number("LA12", today),
                all=out_of("LA12", today),
            ),
            say(
                "That is {change} on {before}.",
                change=points(percent("LA12", today), percent("LA12", year_end)),
                before=on(year_end),
            ),
            *verdict("LA12"),
            say(
                "{table} counts only those who also live outside the area, which is the national measure.",
                table=NumberOf("placement-3"),
                because=Definition("LA12"),
            ),
        ),
        FigureTable(
            key="placement-3",
            caption=say(
                "Placement 3: children looked after placed outside the area and more than {far} from home",
                far=FAR_AWAY,
            ),
            header=header("Date", "Children", "Of all looked after", "Share"),
            rows=period_rows(
                periods.year_dates,
                lambda period: number("LA11", period),
                lambda period: out_of("LA11", period),
                lambda period: percent("LA11", period),
            ),
            note=say("Children whose distance is not known stay in the total."),
        ),
        paragraph(
            say(
                "In {months}, {carers} approved.",
                carers=Counted(number("FO01", periods.to_date), "fostering household was", "fostering households were"),
                months=name(periods.to_date),
            ),
        ),
    )


def _stability(periods: PaperPeriods) -> tuple[Block, ...]:
    today, year_end = periods.today, periods.last_year_end
    now_year, last_year = rolling_year(today.last_day), rolling_year(year_end.last_day)
    return (
        Subheading("Whether they can stay"),
        paragraph(
            say(
                "Of children {age} who have been looked after for {care} or more, {share} have lived in the same "
                "placement for {placement} or are placed for adoption ({count} of {all} on {today}).",
                age=STABLE_AGE,
                care=STABLE_CARE,
                share=percent("LA14", today),
                placement=STABLE_PLACEMENT,
                count=number("LA14", today),
                all=out_of("LA14", today),
                today=on(today),
            ),
            say(
                "That is {change} on {before}.",
                change=points(percent("LA14", today), percent("LA14", year_end)),
                before=on(year_end),
            ),
            *verdict("LA14"),
            say(
                "In the year to {today}, {moved} ({moved_share}) had three or more placements.",
                moved=children(number("LA13", now_year)),
                moved_share=percent("LA13", now_year),
                today=on(today),
            ),
            say(
                "That is {moved_change} in the year to {before}.",
                moved_change=more_or_fewer(number("LA13", now_year), number("LA13", last_year)),
                before=on(year_end),
            ),
        ),
        FigureTable(
            key="placement-1",
            caption=say("Placement 1: children looked after with three or more placements in the year"),
            header=header("Period", "Children", "Of all looked after", "Share"),
            rows=period_rows(
                tuple(rolling_year(day.last_day) for day in periods.year_dates),
                lambda period: number("LA13", period),
                lambda period: out_of("LA13", period),
                lambda period: percent("LA13", period),
            ),
        ),
    )
