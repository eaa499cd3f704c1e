import type { TFunction } from 'i18next'
import { officialText, withOfficialDays } from '@/domain/bulletin/official'
import { caseSentence } from '@/domain/bulletin/progress'
import type { TermStep } from '@/domain/cases/settings'
import { shownSpan } from '@/domain/cases/span'
import type { PaperTable } from '@/io/papers/papers'
import { CASE_COLUMNS, type CaseCounts, type CaseFigures } from '@/store/cases/case-figures'
import type { CaseView } from '@/store/cases/case-view'
import { dayName } from '@/store/words/day-name'
import { DOT } from '@/ui/dot'
import { keyLines, storyLines } from './case-story'
import type { DatedCases } from './use-case-figures'

type Texts = TFunction<'texts'>

/** A month's cases in one sentence. */
export function casesHeadline(t: Texts, cases: DatedCases | null): string {
  return cases && cases.all.opened > 0
    ? t('cases.scene.headline', { ...cases.all, day: dayName(t, cases.day) })
    : t('cases.scene.none')
}

/** The same for a paper. If no case is counted, with those that were opened after its day, which no table states then. */
export const paperHeadline = (t: Texts, cases: DatedCases | null): string =>
  [casesHeadline(t, cases), ...(cases && isAllLater(cases) ? [casesAsOf(t, cases)] : [])].join(t('ui.semicolon'))

/** Whether all cases of the month were opened after the counting day. */
const isAllLater = ({ all, later }: DatedCases): boolean => all.opened === 0 && later.opened > 0

/** The scene's counting day, and how many cases and steps came after it and are not counted. */
export const casesAsOf = (t: Texts, { day, later }: Pick<DatedCases, 'day' | 'later'>): string =>
  [t('cases.scene.asOf', { day: dayName(t, day) }), ...laterTexts(t, later)].join(t('cases.scene.comma'))

const laterTexts = (t: Texts, { opened, steps }: DatedCases['later']): readonly string[] => [
  ...(opened > 0 ? [t('cases.scene.laterOpened', { count: opened })] : []),
  ...(steps > 0 ? [t('cases.scene.laterSteps', { count: steps })] : []),
]

/** The same as a sentence for a paper, which states the day itself; empty if nothing came later. */
function laterNote(t: Texts, { later }: Pick<DatedCases, 'later'>): readonly string[] {
  const texts = laterTexts(t, later)
  return texts.length === 0 ? [] : [texts.join(t('cases.scene.comma')) + t('cases.scene.stop')]
}

/** A span of so many hours as shown on the wall. */
export function hoursText(t: Texts, hours: number | null): string {
  if (hours === null) return t('cases.scene.noHours')
  const { unit, value } = shownSpan(hours)
  return t(`cases.scene.${unit}`, { count: value })
}

/** Notes beside the figures. */
export const caseNotes = (
  t: Texts,
  { illustrative, isUnconfirmed, withdrawn }: Pick<CaseFigures, 'illustrative' | 'isUnconfirmed' | 'withdrawn'>,
): readonly string[] => [
  ...(illustrative > 0 ? [t('cases.scene.madeUp', { count: illustrative })] : []),
  ...(isUnconfirmed ? [t('cases.scene.unconfirmed')] : []),
  ...(withdrawn > 0 ? [t('cases.scene.withdrawn', { count: withdrawn })] : []),
]

/** Case counts per county in the package's order; cases of no known county come last. */
export const caseRows = (
  { counties }: Pick<CaseFigures, 'counties'>,
  codes: readonly string[],
): readonly (readonly [county: string, counts: CaseCounts])[] =>
  [...codes, ''].flatMap((code) => {
    const counts = counties.get(code)
    return counts ? [[code, counts] as const] : []
  })

/**
 * Who has to do a step that is due: the team that the case was given to, or else the department that leads; the
 * department always for the closing. '' if nobody is named.
 */
export function dueBy(t: Texts, { opened, record }: CaseView, step: TermStep): string {
  const given = record.standing.current.findLast((each) => each.step === 'given')?.event.body
  if (given && step !== 'closed') return t('cases.scene.byTeam', { team: given.team || t('cases.allTeams') })
  const lead = (opened?.lead ?? []).join(t('ui.comma'))
  return lead && t('cases.scene.byLead', { lead })
}

/** A monthly paper's text on its cases, in the office's language: the counts, then what the figures rest on. */
export function casesParagraph(t: Texts, cases: DatedCases | null, nameOf: (code: string) => string): string {
  if (cases && isAllLater(cases)) return officialText(paperHeadline(t, cases) + t('cases.scene.stop'))
  const said = cases ? caseSentence(cases.day, { ...cases.all, ...cases }) : ''
  if (!cases || said === '') return ''
  const notes = [...laterNote(t, cases), countingNote(t, cases), ...caseNotes(t, cases)].filter(Boolean)
  const stories = cases.stories.map((view) =>
    t('cases.scene.told', {
      title: view.title,
      // In one bracket after the title: a mark joined to the title would read as a second name.
      county: [countyText(t, view, nameOf), ...(view.opened?.illustrative ? [t('cases.illustrative')] : [])].join(
        t('cases.scene.comma'),
      ),
      steps: keyLines(t, view).join(t('ui.semicolon')),
    }),
  )
  return [said, officialText(notes.join('')), ...stories.map((each) => officialText(withOfficialDays(each)))]
    .filter(Boolean)
    .join('\n')
}

const countyText = (t: Texts, { opened }: CaseView, nameOf: (code: string) => string): string =>
  opened?.county ? nameOf(opened.county) : t('cases.noCounty')

/** How closings in time and late cases are counted; '' if nothing was closed. */
export const countingNote = (t: Texts, { all }: Pick<CaseFigures, 'all'>): string =>
  all.closed > 0 ? t('cases.scene.counting') : ''

/** Notes on the wall: how one case can count as closed in time and as late, if both have entries, and {@link caseNotes}. */
export const wallNotes = (t: Texts, figures: CaseFigures): readonly string[] => [
  ...(figures.all.inTime > 0 && figures.all.late > 0 ? [t('cases.scene.countingShort')] : []),
  ...caseNotes(t, figures),
]

/** The same by county, as a table; no rows if there were no cases. */
export function casesTable(
  t: Texts,
  cases: CaseFigures | null,
  codes: readonly string[],
  nameOf: (code: string) => string,
): PaperTable {
  const rows = cases ? caseRows(cases, codes) : []
  const cells = (counts: CaseCounts) => CASE_COLUMNS.map((column) => counts[column])
  return {
    title: t('cases.scene.table'),
    headings: [t('cases.scene.county'), ...CASE_COLUMNS.map((column) => t(`cases.scene.columns.${column}`))],
    formats: ['text', ...CASE_COLUMNS.map(() => 'whole' as const)],
    rows: rows.map(([code, counts]) => [code === '' ? t('cases.noCounty') : nameOf(code), ...cells(counts)]),
    over: rows.map(() => false),
    ...(cases && rows.length > 0 && { total: [t('cases.scene.total'), ...cells(cases.all)] }),
  }
}

/** The cases for slides: figures by county, then the stories. */
export function casesTables(
  t: Texts,
  figures: DatedCases,
  codes: readonly string[],
  nameOf: (code: string) => string,
): readonly PaperTable[] {
  const named = (code: string) => (code === '' ? t('cases.noCounty') : nameOf(code))
  const table = casesTable(t, figures, codes, nameOf)
  if (table.rows.length === 0) return []
  const storyRow = (view: CaseView, lines: readonly string[]) => [
    // A slide may be passed on without the notes of the previous one.
    [view.title, ...(view.opened?.illustrative ? [t('cases.illustrative')] : [])].join(DOT),
    named(view.opened?.county ?? ''),
    lines.join('\n'),
  ]
  return [
    {
      ...table,
      lines: [
        `${t('cases.scene.arrive')}：${hoursText(t, figures.hoursToArrive)}`,
        `${t('cases.scene.close')}：${hoursText(t, figures.hoursToClose)}`,
        casesAsOf(t, figures),
        countingNote(t, figures),
        ...caseNotes(t, figures),
      ].filter(Boolean),
    },
    {
      title: t('cases.scene.story'),
      headings: [t('cases.scene.story'), t('cases.scene.county'), t('cases.timeline')],
      formats: ['text', 'text', 'text'],
      rows: figures.stories.map((view) => storyRow(view, storyLines(t, view))),
      onSlides: figures.stories.map((view) => storyRow(view, keyLines(t, view))),
      over: figures.stories.map(() => false),
    },
  ]
}
