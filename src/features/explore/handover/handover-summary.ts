import type { TFunction } from 'i18next'
import { officialDay } from '@/domain/bulletin/official'
import type { Position } from '@/domain/geodesy/position'
import { grouped } from '@/domain/grouped'
import { groupedKinds } from '@/domain/sources/kinds/group'
import { isMonitorList, isTaskList, kindWithId } from '@/domain/sources/kinds/kind'
import type { HandoverTable } from '@/io/papers/handover-table'
import type { PaperTable } from '@/io/papers/papers'
import type { Dataset } from '@/questions/dataset'
import type { HandoverFinding, HandoverSheet, HandoverSource } from '@/questions/exports/handover'
import { evidenceOf } from '@/questions/monitors/measured-facts'
import { distinctFindings } from '@/questions/shown/distinct-findings'
import { codeText } from '@/store/words/code-text'
import { countedText } from '@/store/words/counted'
import { byEvidenceText } from '@/store/words/measured'

type Texts = TFunction<'texts'>

/** The maximum number of ended sources that a note names. */
const MAX_ENDED = 5

/** The number of findings, of overdue ones, and the earliest deadline. */
function countsOf(findings: readonly HandoverFinding[]): [count: number, overdue: number, first: string] {
  const days = findings.flatMap(({ due }) => due ?? []).sort()
  return [
    findings.length,
    findings.filter(({ status }) => status === 'overdue').length,
    days[0] ? officialDay(days[0]) : '—',
  ]
}

type Noted = Pick<HandoverFinding, 'origin' | 'basis' | 'measured'>

/**
 * Notes behind a requirement: whether it rests on readings or tracks, whether it is the office's own rather than the
 * plan's, and its basis; '' if none.
 */
export function notesOn(t: Texts, { origin, basis, measured }: Noted): string {
  const by = byEvidenceText(t, evidenceOf(measured))
  const notes = [
    ...(by === '' ? [] : [by]),
    ...(origin === null ? [] : [t(`rule.origin.${origin}`)]),
    ...(basis === null ? [] : [t('handover.basis', { basis })]),
  ]
  return notes.length === 0 ? '' : t('handover.notesOn', { notes: notes.join(t('ui.semicolon')) })
}

/** That the list says of a source that it is no more; '' if it does not. */
export const endedText = (t: Texts, ended: string): string => (ended === '' ? '' : t('handover.ended', { ended }))

/** That a team recorded of a source that it is no more; '' if none did. */
export const endedOnSiteText = (t: Texts, said: HandoverSource['endedOnSite']): string =>
  said === null
    ? ''
    : t(said.by === undefined ? 'handover.endedOnSite' : 'handover.endedOnSiteBy', {
        words: said.words,
        day: officialDay(said.day),
        by: said.by ?? '',
      })

/** What the list and teams say of a source that is no more; '' if neither does. */
export const endedTexts = (t: Texts, { ended, endedOnSite }: Pick<HandoverSource, 'ended' | 'endedOnSite'>): string =>
  `${endedText(t, ended)}${endedOnSiteText(t, endedOnSite)}`

/**
 * The notes that name ended sources, by who says so of them and what is to be verified: whether to put right, or to
 * respond to a warning.
 */
const ENDED_NOTES = {
  handover: { all: 'handover.endedAll', first: 'handover.endedFirst' },
  onSite: { all: 'handover.endedOnSiteAll', first: 'handover.endedOnSiteFirst' },
  warning: { all: 'warning.paper.endedAll', first: 'warning.paper.endedFirst' },
  warningOnSite: { all: 'warning.paper.endedOnSiteAll', first: 'warning.paper.endedOnSiteFirst' },
} as const

/** How many sources have ended and which, for a letter that only counts them; '' if none has. */
export function endedNote(
  t: Texts,
  sources: readonly Pick<HandoverSource, 'name' | 'code' | 'ended'>[],
  paper: keyof typeof ENDED_NOTES = 'handover',
): string {
  const ended = sources.filter((source) => source.ended !== '')
  if (ended.length === 0) return ''
  const named = ended
    .slice(0, MAX_ENDED)
    .map((source) => t('handover.endedOne', { ...source, code: codeText(t, source.code) }))
  const names = named.join(t('ui.comma'))
  return t(ENDED_NOTES[paper][ended.length > named.length ? 'first' : 'all'], { count: ended.length, names })
}

/** How many sources teams recorded as no more, and which, for a letter; '' if none. */
export const endedOnSiteNote = (
  t: Texts,
  sources: readonly Pick<HandoverSource, 'name' | 'code' | 'endedOnSite'>[],
  paper: 'onSite' | 'warningOnSite' = 'onSite',
): string =>
  endedNote(
    t,
    sources.map(({ name, code, endedOnSite }) => ({ name, code, ended: endedOnSite?.words ?? '' })),
    paper,
  )

/**
 * A position with its coordinate system, on lines of their own: in a narrow column, both numbers on one would be broken
 * within a number.
 */
export const placeText = (t: Texts, [lon, lat]: Position): string =>
  t('handover.place', { lon: lon.toFixed(5), lat: lat.toFixed(5) })

const headingsOf = (t: Texts) => [t('handover.findings'), t('handover.overdue'), t('handover.firstDue')]

/** The findings of a sheet, one row per clause in plan order. @param t the texts of the office */
export function clausesTable(t: Texts, dataset: Pick<Dataset, 'clauses'>, { sources }: HandoverSheet): PaperTable {
  const { clauses } = dataset
  const findings = sources.flatMap((source) => source.findings)
  const groups = [...grouped(findings, ({ clause }) => clause)].sort(([a], [b]) => a - b)
  const titleOf = (clause: number) => clauses.find(({ number }) => number === clause)?.title.zh ?? ''
  const askedIn = (of: readonly HandoverFinding[]) =>
    [...new Set(of.map((finding) => finding.requirement + notesOn(t, finding)))].join(t('ui.comma'))
  const rows = groups.map(([clause, of]) => [
    t('handover.askedOf', {
      clause: `${t('plan.clause', { number: clause })} ${titleOf(clause)}`.trim(),
      requirements: askedIn(of),
    }),
    ...countsOf(of),
  ])
  return {
    title: t('handover.asked'),
    headings: [t('handover.asked'), ...headingsOf(t)],
    formats: ['text', 'whole', 'whole', 'text'],
    // A heading and a whole day just fit beside the clauses, whose lines decide whether a letter fits on its page.
    widths: [53, 12, 14, 21],
    rows,
    over: rows.map(() => false),
    ...(rows.length > 1 ? { total: [t('handover.total'), ...countsOf(findings)] } : {}),
    isSmall: true,
  }
}

type Kinds = Pick<Dataset, 'kinds'>

const kindsOf = ({ kinds }: Kinds, { sources }: Pick<HandoverSheet, 'sources'>) =>
  sources.flatMap(({ kind }) => kindWithId(kinds, kind) ?? [])

/**
 * Subject of the sheets for their title: problems of a group if all sources belong to one, the plan's tasks, or
 * problems of several groups.
 */
export function subjectOf(t: Texts, dataset: Kinds, sheets: readonly Pick<HandoverSheet, 'sources'>[]): string {
  const kinds = sheets.flatMap((sheet) => kindsOf(dataset, sheet))
  if (kinds.length > 0 && kinds.every(isTaskList)) return t('handover.subject.tasks')
  const [first, ...others] = groupedKinds(kinds)
  const group = others.length === 0 ? first?.group : null
  return group ? t('handover.subject.of', { group: group.title.zh }) : t('handover.subject.several')
}

/** Number of sources, monitors and plan tasks in a sheet. */
export function sheetCountsText(t: Texts, dataset: Kinds, sheet: Pick<HandoverSheet, 'sources'>): string {
  const kinds = kindsOf(dataset, sheet)
  const [tasks, monitors] = [kinds.filter(isTaskList).length, kinds.filter(isMonitorList).length]
  return countedText(t, sheet.sources.length, { tasks, monitors })
}

/** The cover of several sheets, one row per sheet: who has to do what. @param names addressees of the sheets */
export function coverTable(
  t: Texts,
  dataset: Kinds,
  sheets: readonly HandoverSheet[],
  names: readonly string[],
  around: Pick<HandoverTable, 'subtitle' | 'only' | 'notes'>,
): HandoverTable {
  const onSheets = sheets.reduce((sum, { findings }) => sum + findings, 0)
  const findings = distinctFindings(sheets)
  return {
    ...around,
    name: t('handover.cover'),
    title: t('handover.coverTitle', { subject: subjectOf(t, dataset, sheets) }),
    to: '',
    intro: [
      t('handover.coverIntro', { count: sheets.length, findings }),
      onSheets > findings ? t('handover.joint', { count: onSheets }) : '',
    ].join(''),
    headings: [t('handover.number'), t('handover.receiver'), t('handover.sources'), ...headingsOf(t)],
    // A day with two-digit month and day has room on a line.
    widths: [7, 26, 18, 11, 13, 25],
    rows: sheets.map((sheet, i) =>
      [
        ...[i + 1, names[i]!, sheetCountsText(t, dataset, sheet)],
        ...countsOf(sheet.sources.flatMap((source) => source.findings)),
      ].map(String),
    ),
    picture: null,
    blanks: [],
  }
}
