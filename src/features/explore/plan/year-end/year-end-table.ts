import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import { CLAUSE_OUTCOMES } from '@/domain/rules/outcome'
import type { Tally } from '@/domain/rules/tally'
import { countyName } from '@/domain/sources/county'
import type { HandoverTable } from '@/io/papers/handover-table'
import { sourceLines } from '@/map/picture/source-lines'
import type { Dataset } from '@/questions/dataset'
import type { YearEnd, YearEndClause } from '@/questions/plan/year-end'
import { coverageText, measuredLine } from '@/store/words/measured-text'
import { planBasis } from '@/store/words/plan-basis'

type Texts = TFunction<'texts'>

/** Whether a verdict covers only part of the clause; the extent is then shown beside it. */
const isPartly = ({ outcome, known }: YearEndClause) =>
  (outcome === 'partlyKnown' || outcome === 'notDue') && known.count < known.of

/** Language of the table, with its words for units and departments. */
export interface TableLanguage {
  readonly t: Texts
  readonly language: string
  word(text: string): string
}

/** Counts by standing, without zeros. */
function counted(t: Texts, of: 'tasks' | 'requirements', tally: Tally | null): string[] {
  if (tally === null) return []
  const counts = [
    ['met', tally.fine],
    ['notMet', tally.failing + tally.overdue],
    ['notDue', tally.due],
    ['toVerify', tally.toVerify],
    ['noData', tally.unknown],
  ] as const
  const said = counts.filter(([, count]) => count > 0).map(([name, count]) => t(`yearEnd.${of}.${name}`, { count }))
  return [t(`yearEnd.${of}.all`, { said: said.length > 0 ? said.join(t('ui.comma')) : t('yearEnd.outcome.noData') })]
}

function targetLines({ t, language, word }: TableLanguage, dataset: Dataset, { targets }: YearEndClause): string[] {
  const nameOf = (county: string) => countyName(dataset, county, language)
  return targets.map(({ target, standing, measured }) => {
    const { what, comparison, value, unit } = target
    const asked = { what: inLanguage(what, language), comparison, value, unit: word(unit) }
    if (standing === 'base') return t('yearEnd.targetBase', asked)
    if (measured === null) return t('yearEnd.targetUnknown', asked)
    const now = measuredLine(t, target, measured, nameOf)
    // The unknown rest may still miss the target, so the coverage is added.
    const said = [t(`figures.standing.${standing}`), coverageText(t, measured)].filter(Boolean).join(t('ui.comma'))
    return t('yearEnd.target', { ...asked, now, standing: said })
  })
}

/** Whether the plan's evaluation uses the tables of a role: the clauses, the kinds of its rules, and dustfall. */
const isBehind = ({ rules }: Dataset, role: string) =>
  role === 'clauses' || role.startsWith('dustfall-') || rules.some(({ kind }) => kind === role)

/** The plan evaluated on a day, as a table for screen and paper. */
export function yearEndTable(speech: TableLanguage, dataset: Dataset, { day, clauses }: YearEnd): HandoverTable {
  const { t, language, word } = speech
  const year = String(dataset.settings.year)
  const of = (outcome: (typeof CLAUSE_OUTCOMES)[number]) => clauses.filter((each) => each.outcome === outcome).length
  const isOver = day === `${year}-12-31`
  const title = t('yearEnd.title', { year })
  return {
    name: title,
    title,
    subtitle: t(isOver ? 'yearEnd.closed' : 'yearEnd.goesOn', { day }),
    to: '',
    intro: t('yearEnd.summary', {
      count: clauses.length,
      each: CLAUSE_OUTCOMES.filter((outcome) => of(outcome) > 0)
        .map((outcome) => t('yearEnd.outcomeOf', { outcome: t(`yearEnd.outcome.${outcome}`), count: of(outcome) }))
        .join(t('ui.comma')),
    }),
    headings: (['clause', 'lead', 'result', 'targets', 'asked'] as const).map((name) => t(`yearEnd.heading.${name}`)),
    widths: [18, 18, 9, 29, 26],
    rows: clauses.map((each) => {
      const clause = dataset.clauses.find(({ number }) => number === each.clause)!
      return [
        `${t('plan.clause', { number: clause.number })} ${inLanguage(clause.title, language)}`,
        clause.lead.map(word).join('\n') || '—',
        t(`yearEnd.outcome.${each.outcome}`) + (isPartly(each) ? t('yearEnd.known', each.known) : ''),
        targetLines(speech, dataset, each).join('\n') || '—',
        [...counted(t, 'tasks', each.tasks), ...counted(t, 'requirements', each.requirements)].join('\n') || '—',
      ]
    }),
    picture: null,
    blanks: [],
    notes: [
      ...planBasis(t, dataset, day, language),
      t('yearEnd.rule'),
      ...sourceLines(
        t,
        word,
        dataset.provenance.filter(({ role }) => isBehind(dataset, role)),
      ),
    ],
  }
}

/** The table with small print, so that its rows fit a page. */
export const withSmallPrint = (table: HandoverTable): HandoverTable => ({
  ...table,
  onPaper: { headings: table.headings, widths: table.widths, rows: table.rows, isSmall: true },
})
