import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { markAsCorrection } from '@/domain/bulletin/correction-title'
import { DEFAULT_BULLETIN_TEMPLATE } from '@/domain/bulletin/default-bulletin'
import { BULLETIN_TABLES, type BulletinFacts, bulletinFields, tablesOf } from '@/domain/bulletin/fields'
import type { OfficialLines } from '@/domain/bulletin/official'
import { type OfficialKind, officialLinesOf } from '@/domain/bulletin/official-kinds'
import { fillTemplate } from '@/domain/bulletin/template'
import { addMonths, type Month } from '@/domain/calendar'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { monthsAsPublished } from '@/domain/dustfall/published-months'
import { countyName } from '@/domain/sources/county'
import type { MonthProblems } from '@/questions/month/month-problems'
import type { Opened } from '@/store/chentu'
import { OFFICE_LANGUAGE } from '@/store/words/office'
import { casesParagraph } from './case-facts'
import { departmentDemands } from './department-demands'
import { dustfallClasses, madeUpBesideDustfall } from './dustfall-classes'
import { basisOfPaper, type MonthPaper } from './kinds-of-papers'
import { comparedText, missingCountiesText } from './missing'
import type { DatedCases } from './use-case-figures'
import type { CalledWarning } from './use-warning'
import { warningsParagraph } from './warning-facts'

/** The package, and what its rules find on the day as of which the meeting counts. */
export interface MeetingData extends Pick<Opened, 'dataset'> {
  readonly problems: MonthProblems
  /** The month's warning and who responded to it; absent or 'none' if there was no warning. */
  readonly called?: CalledWarning | 'none'
  /** The month's cases as counts; absent or null if unknown. */
  readonly cases?: DatedCases | null
}

/** Fills a template (the standard one if null): the bulletin's parts, and the template's unknown fields as faults. */
export function bulletinOf(facts: BulletinFacts, template: string | null) {
  const tables = tablesOf(facts)
  // A table without rows is left out together with its heading.
  const none = BULLETIN_TABLES.filter((table) => !tables.includes(table)).map((table) => [table, ''])
  const fields = { ...bulletinFields(facts), ...Object.fromEntries(none) }
  const { parts, faults } = fillTemplate(template ?? DEFAULT_BULLETIN_TEMPLATE, fields, tables)
  return { faults, parts: markAsCorrection(parts, facts.report) }
}

/** The official lines around a month's paper. */
export function officialOfMonth(
  { settings }: MeetingData['dataset'],
  month: Month,
  kind: OfficialKind = 'bulletin',
): OfficialLines {
  // A month is reported after its end: December's paper is dated in the next year.
  return officialLinesOf(settings.meeting?.official, kind, month, addMonths(month, 1).slice(0, 4))
}

/** Issuing office of a paper; a default named after the city if the package sets none. */
export const authorOf = ({ settings }: MeetingData['dataset'], t: TFunction<'texts'>): string =>
  settings.meeting?.official?.office || t('meeting.decks.office', { city: inLanguage(settings.city, OFFICE_LANGUAGE) })

/** Kinds that are named in the note on made-up data. */
const NAMED_KINDS = 3

/** Says that a paper is no official basis, and by which of its data; '' if all of that is real or derived. */
export function madeUpNote(
  { dataset, problems, called = 'none' }: MeetingData,
  paper: MonthPaper,
  t: TFunction<'texts'>,
): string {
  const classes = t('dataClass.illustrative')
  if (dustfallClasses(dataset).includes('illustrative')) return t('meeting.notReal', { classes })
  const hasPinned = dataset.settings.meeting?.agenda?.some(({ scene }) => scene === 'pinned') === true
  const basis = basisOfPaper(dataset, paper, { problems, isCalled: called !== 'none', hasPinned })
  const { kinds, warnings, builtUpArea } = madeUpBesideDustfall(dataset, basis)
  const titles = [
    ...(warnings ? [t('meeting.warningsData')] : []),
    ...(builtUpArea ? [t('meeting.builtUpData')] : []),
    ...kinds.map(({ title, isPartly }) => {
      const name = inLanguage(title, OFFICE_LANGUAGE)
      return isPartly ? t('meeting.madeUpPart', { name }) : name
    }),
  ]
  if (titles.length === 0) return ''
  const first = titles.slice(0, NAMED_KINDS).join('、')
  const names = titles.length > NAMED_KINDS ? t('meeting.madeUpAmong', { names: first, count: titles.length }) : first
  return t('meeting.notRealBeside', { names, classes })
}

/** The same in short where there is no room for what is made up; '' if nothing is. */
export const shortMadeUpNote = (data: MeetingData, paper: MonthPaper, t: TFunction<'texts'>): string =>
  madeUpNote(data, paper, t) === '' ? '' : t('meeting.notRealShort', { classes: t('dataClass.illustrative') })

/** The values for the fields of a bulletin, or of another paper of the month. */
export function bulletinFacts(
  data: MeetingData,
  report: MonthReport,
  t: TFunction<'texts'>,
  paper: MonthPaper = 'bulletin',
): BulletinFacts {
  const { dataset, problems, called = 'none', cases = null } = data
  const names = new Map(dataset.dustfallPoints.map(({ code, name }) => [code, name]))
  const nameOf = (code: string) => countyName(dataset, code, OFFICE_LANGUAGE)
  return {
    city: inLanguage(dataset.settings.city, OFFICE_LANGUAGE),
    report,
    reports: monthsAsPublished(dataset.reports, report),
    countyName: nameOf,
    pointName: (code) => names.get(code) ?? code,
    dataNote: madeUpNote(data, paper, t),
    warnings: called === 'none' ? '' : warningsParagraph(t, dataset, called),
    cases: casesParagraph(t, cases, nameOf),
    demands: departmentDemands(dataset, problems, t),
    missing: [missingCountiesText(t, report, nameOf), comparedText(t, report)]
      .filter(Boolean)
      .join(t('figures.semicolon')),
  }
}
