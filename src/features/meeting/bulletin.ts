import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { asCorrection } from '@/domain/bulletin/correction-title'
import { CUSTOMARY_TEMPLATE } from '@/domain/bulletin/customary'
import { BULLETIN_TABLES, type BulletinFacts, bulletinFields } from '@/domain/bulletin/fields'
import { formerNumber, type OfficialLines, officialLines, officialOf } from '@/domain/bulletin/official'
import { fillTemplate } from '@/domain/bulletin/template'
import { addMonths, type Month } from '@/domain/calendar'
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
  const { parts, faults } = fillTemplate(template ?? CUSTOMARY_TEMPLATE, bulletinFields(facts), BULLETIN_TABLES)
  return { faults, parts: asCorrection(parts, facts.report) }
}

/** What stands around the bulletin of a month. */
export function officialOfMonth({ dataset }: MeetingData, month: Month): OfficialLines {
  const kept = dataset.settings.meeting?.official
  // A month is reported on after its end: December's paper is of the next year.
  const year = addMonths(month, 1).slice(0, 4)
  return officialLines(officialOf(kept, month), year, formerNumber(kept, month))
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
      .map(({ clause, count }, i) =>
        t('meeting.docx.demand', {
          // The plan is named once in full, and by its short name from then on.
          plan: i === 0 ? planInFull(dataset, t) : t('meeting.docx.plan'),
          clause: clause.number,
          gist: clause.gist.zh.replace(/[。；]?$/, '。'),
          lead: clause.lead.join('、'),
          day: dayName(t, problems.day),
          count,
        }),
      ),
  }
}

function planInFull({ settings: { plan } }: MeetingData['dataset'], t: TFunction<'texts'>): string {
  if (!plan) return t('meeting.docx.plan')
  return t('meeting.docx.planInFull', { name: plan.zh, number: plan.number })
}
