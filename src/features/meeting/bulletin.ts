import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { CUSTOMARY_TEMPLATE } from '@/domain/bulletin/customary'
import { BULLETIN_TABLES, type BulletinFacts, bulletinFields } from '@/domain/bulletin/fields'
import { fillTemplate } from '@/domain/bulletin/template'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { countyName } from '@/domain/sources/county'
import type { MonthProblems } from '@/questions/month-problems'
import type { Opened } from '@/store/chentu'
import { dayName } from '@/store/words/day-name'

const MOST_DEMANDS = 8
/** Papers of an office are in its language, whatever the screen speaks. */
const OFFICE = 'zh-CN'

/** The package, and what its rules find on the last day of the month that is spoken of. */
export interface MeetingData extends Pick<Opened, 'dataset'> {
  readonly problems: MonthProblems
}

/** A bulletin's parts from a template, the customary one where it is null, and the fields in it that nobody knows. */
export function bulletinOf(facts: BulletinFacts, template: string | null) {
  return fillTemplate(template ?? CUSTOMARY_TEMPLATE, bulletinFields(facts), BULLETIN_TABLES)
}

/** What the fields of a bulletin are filled from. */
export function bulletinFacts(
  { dataset, problems }: MeetingData,
  report: MonthReport,
  t: TFunction<'texts'>,
): BulletinFacts {
  const names = new Map(dataset.dustfallPoints.map(({ code, name }) => [code, name]))
  const classes = [
    ...new Set(dataset.provenance.filter(({ role }) => role.startsWith('dustfall')).map(({ dataClass }) => dataClass)),
  ].filter((each) => each === 'illustrative')
  const overdue = dataset.clauses.flatMap((clause) => {
    const count = problems.clauses.find((each) => each.clause === clause.number)?.overdue ?? 0
    return count > 0 ? [{ clause, count }] : []
  })
  return {
    city: inLanguage(dataset.settings.city, OFFICE),
    report,
    reports: dataset.reports,
    countyName: (code) => countyName(dataset, code, OFFICE),
    pointName: (code) => names.get(code) ?? code,
    dataNote:
      classes.length === 0
        ? ''
        : t('meeting.notReal', { classes: classes.map((each) => t(`dataClass.${each}`)).join('、') }),
    demands: overdue
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST_DEMANDS)
      .map(({ clause, count }) =>
        t('meeting.demand', {
          clause: clause.number,
          gist: clause.gist.zh,
          lead: clause.lead.join('、'),
          day: dayName(t, problems.day),
          count,
        }),
      ),
  }
}
