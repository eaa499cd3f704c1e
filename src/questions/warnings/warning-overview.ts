import { containsText } from '@/domain/search/contains'
import { textByMeaning } from '@/domain/sources/kinds/by-meaning'
import type { KindId } from '@/domain/sources/kinds/kind'
import { textAt } from '@/domain/table/column'
import {
  CALL_STANDINGS,
  type CalledCounts,
  type CallResult,
  type CallStanding,
  combinedStanding,
} from '@/domain/warnings/standing'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { cacheLast } from '@/questions/memo'
import type { OpenedPackage } from '@/questions/opened-package'
import type { CalledParty, CalledRole, RowWithDuty } from './duty'
import { type CalledSource, calledRows, calledSource, contactOf } from './warning-duties'

/** How called sources are grouped. */
export const CALLED_BY = ['county', 'lead', 'measure'] as const
export type CalledBy = (typeof CALLED_BY)[number]

/** Filters on called sources; '' and null filter nothing unless stated otherwise. */
export interface CalledFilters {
  /** 'finished': those whose list says that the work is over, which 'none' then leaves out. */
  readonly standing: CallStanding | 'unmet' | 'failed' | 'finished' | ''
  /** County code; '' for sources with unknown county. */
  readonly county: string | null
  /** A department that leads one of the measures asked; '' for measures without a lead. */
  readonly lead: string | null
  /** Part of a name, code, operator, contact or telephone number. */
  readonly text: string
}

export const NO_CALLED_FILTERS: CalledFilters = { standing: '', county: null, lead: null, text: '' }

/** A request for the called sources of a warning. */
export interface CalledRequest {
  /** Code of the warning. */
  readonly code: string
  readonly by: CalledBy
  readonly narrowing: CalledFilters
  /** All sources with a known standing. */
  readonly known: readonly CallResult[]
  /** The standings at the time the lines were sorted, so that lines keep their position while someone works on them. */
  readonly held: readonly CallResult[]
}

/** Counts of called sources: by role, and by answer for those that must respond. */
export interface CalledTotals {
  readonly roles: Readonly<Record<CalledRole, number>>
  readonly counts: CalledCounts
}

/** A group of called sources; `key` is a county code, a department or the index of a measure, '' for none. */
export interface CalledGroup extends CalledTotals {
  readonly key: string
  /** Number of its lines that pass the filters. */
  readonly lines: number
}

export interface CalledOverview extends CalledTotals {
  /** In the order of the package; only groups with lines. A source may be in several. */
  readonly groups: readonly CalledGroup[]
  /** Among those that must respond: firms called together with their parts, and the number of these parts. */
  readonly joined: { readonly works: number; readonly parts: number }
  /** Number of those that must respond without a contact or telephone number. */
  readonly withoutContact: number
  /** Number of distinct sources that pass the filters. */
  readonly lines: number
  /** All departments that lead what is asked. */
  readonly leads: readonly string[]
  /**
   * The data behind the figures: indexes of the measures for those that must respond, and the kinds of these sources.
   */
  readonly measures: readonly number[]
  readonly kinds: readonly KindId[]
  /** Sources with a known standing of which the warning asks nothing, or that are no longer in the data. */
  readonly unasked: readonly Pick<CallResult, 'kind' | 'code' | 'nth'>[]
}

type Standing = Pick<CallResult, 'standing' | 'unmet' | 'failed'>
const UNKNOWN: Standing = { standing: 'none', unmet: false, failed: false }

/** Names a source among the others of its kind, as records do. */
const sourceName = (code: string, nth = 1) => `${nth} ${code}`

/** Returns a function that finds the standing of a row. Codes are looked up only in kinds that have known standings. */
export function standingFinder(
  { sameCode }: Pick<OpenedPackage, 'sameCode'>,
  known: readonly CallResult[],
): (called: CalledParty) => Standing {
  const kinds = new Map<KindId, Map<string, Standing>>()
  for (const { kind, code, nth, ...standing } of known) {
    const own = kinds.get(kind) ?? new Map<string, Standing>()
    kinds.set(kind, own.set(sourceName(code, nth), standing))
  }
  const of = ({ kind, row }: RowWithDuty) =>
    kinds.get(kind.kind)?.get(sourceName(textAt(kind.table, 'code', row), sameCode.get(kind.first + row)?.nth))
  return (called) => {
    const all = [called, ...called.parts].map(of)
    // Most rows have no known standing.
    if (all.every((each) => each === undefined)) return UNKNOWN
    return {
      standing: combinedStanding(all.map((each) => each?.standing ?? 'none')),
      unmet: all.some((each) => each?.unmet),
      failed: all.some((each) => each?.failed),
    }
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
interface Sum {
  readonly roles: Mutable<CalledTotals['roles']>
  readonly counts: Mutable<CalledCounts>
}

const emptySum = (): Sum => ({
  roles: { asked: 0, voluntary: 0, unclear: 0, finished: 0 },
  counts: { asked: 0, unmet: 0, failed: 0, refused: 0, unreached: 0, none: 0, doing: 0, done: 0 },
})

/** The role of a row: one whose work is over by the list counts like others as soon as it was called or checked. */
const roleOf = ({ duty: { role } }: CalledParty, stands: Standing): CalledRole =>
  role === 'finished' && stands !== UNKNOWN ? 'asked' : role

function addTo({ roles, counts }: Sum, called: CalledParty, stands: Standing): void {
  const { standing, unmet, failed } = stands
  const role = roleOf(called, stands)
  roles[role]++
  if (role !== 'asked') return
  counts.asked++
  counts[standing]++
  if (unmet) counts.unmet++
  if (failed) counts.failed++
}

const countyOf = ({ opened }: EvaluatedPackage, { kind, row }: CalledParty) =>
  textAt(opened.inventory.sources, 'county', kind.first + row)

/** The departments that lead what is asked of a row; '' for measures without a lead. */
const leadsOf = ({ opened }: EvaluatedPackage, { duty: { asked, unclear } }: CalledParty): readonly string[] => [
  ...new Set(
    [...asked, ...unclear].flatMap((number) => {
      const { lead } = opened.pack.warningMeasures[number]!
      return lead.length > 0 ? lead : ['']
    }),
  ),
]

function keysOf(evaluated: EvaluatedPackage, by: CalledBy, called: CalledParty): readonly string[] {
  if (by === 'county') return [countyOf(evaluated, called)]
  if (by === 'lead') return leadsOf(evaluated, called)
  return [...called.duty.asked, ...called.duty.unclear].map(String)
}

const MEANINGS = ['operator', 'contact', 'phone'] as const

/** Tests whether a row passes the filters. */
function leaves(evaluated: EvaluatedPackage, { standing, county, lead, text }: CalledFilters) {
  const contains = containsText(text)
  return (called: CalledParty, stands: Standing): boolean => {
    if (standing === 'failed' || standing === 'unmet') {
      if (!stands[standing]) return false
    } else if (standing !== '') {
      const found = roleOf(called, stands) === 'finished' ? 'finished' : stands.standing
      if (found !== standing) return false
    }
    if (county !== null && countyOf(evaluated, called) !== county) return false
    if (lead !== null && !leadsOf(evaluated, called).includes(lead)) return false
    if (text.trim() === '') return true
    const texts = [called, ...called.parts].flatMap(({ kind, row }) => [
      textAt(evaluated.opened.inventory.sources, 'name', kind.first + row),
      textAt(kind.table, 'code', row),
      ...MEANINGS.map((meaning) => textByMeaning(kind, meaning, row)),
    ])
    return contains(texts)
  }
}

/** The rows that pass the filters, sorted by standing: those to act on first, those whose work is over last. */
const orderedRows = cacheLast(
  (
    evaluated: EvaluatedPackage,
    { code, narrowing, held }: Pick<CalledRequest, 'code' | 'narrowing' | 'held'>,
  ): readonly CalledParty[] => {
    const [standingOf, isLeft] = [standingFinder(evaluated.opened, held), leaves(evaluated, narrowing)]
    const of = new Map(CALL_STANDINGS.map((each) => [each, [] as CalledParty[]]))
    const over: CalledParty[] = []
    for (const called of calledRows(evaluated, code)) {
      const stands = standingOf(called)
      if (!isLeft(called, stands)) continue
      if (roleOf(called, stands) === 'finished') over.push(called)
      else of.get(stands.standing)!.push(called)
    }
    return [...of.values(), over].flat()
  },
)

const linesRequest = ({ code, narrowing, held }: CalledRequest) => ({ code, narrowing, held })

/** Standings of all sources that a warning calls: in total, by group, and the number of lines that pass the filters. */
export function warningOverview(evaluated: EvaluatedPackage, request: CalledRequest): CalledOverview {
  const { code, by, known } = request
  const { counties, warningMeasures } = evaluated.opened.pack
  const standingOf = standingFinder(evaluated.opened, known)
  const all = emptySum()
  const groups = new Map<string, { readonly sum: Sum; lines: number }>()
  const groupOf = (key: string) => {
    const group = groups.get(key) ?? { sum: emptySum(), lines: 0 }
    groups.set(key, group)
    return group
  }
  if (by === 'county') for (const county of counties) groupOf(county.code)
  const [leads, measures, kinds] = [new Set<string>(), new Set<number>(), new Set<KindId>()]
  const joined = { works: 0, parts: 0 }
  let withoutContact = 0
  const unasked = new Map(
    known.map(({ kind, code: of, nth }) => [
      `${kind}/${sourceName(of, nth)}`,
      { kind, code: of, ...(nth === undefined ? {} : { nth }) },
    ]),
  )
  for (const called of calledRows(evaluated, code)) {
    const stands = standingOf(called)
    const { kind, duty, parts } = called
    addTo(all, called, stands)
    for (const key of keysOf(evaluated, by, called)) addTo(groupOf(key).sum, called, stands)
    for (const lead of leadsOf(evaluated, called)) leads.add(lead)
    if (stands !== UNKNOWN)
      for (const of of [called, ...parts]) {
        const nth = evaluated.opened.sameCode.get(of.kind.first + of.row)?.nth
        unasked.delete(`${of.kind.kind}/${sourceName(textAt(of.kind.table, 'code', of.row), nth)}`)
      }
    if (roleOf(called, stands) !== 'asked') continue
    kinds.add(kind.kind)
    for (const part of parts) kinds.add(part.kind.kind)
    if (parts.length > 0) {
      joined.works++
      joined.parts += parts.length
    }
    const { contact, phone } = contactOf(called)
    if (contact === '' && phone === '') withoutContact++
    for (const number of duty.asked) measures.add(number)
  }
  const lines = orderedRows(evaluated, linesRequest(request))
  for (const called of lines) for (const key of keysOf(evaluated, by, called)) groupOf(key).lines++
  const inOrder = by === 'measure' ? warningMeasures.map((_, number) => String(number)) : [...groups.keys()]
  return {
    ...all,
    groups: inOrder.flatMap((key) => {
      const group = groups.get(key)
      return group && group.lines > 0 ? [{ key, ...group.sum, lines: group.lines }] : []
    }),
    joined,
    withoutContact,
    lines: lines.length,
    leads: [...leads],
    measures: [...measures],
    kinds: [...kinds],
    unasked: [...unasked.values()],
  }
}

/** Lines of a group that pass the filters, those to act on first; all without `count`. */
export function warningLines(
  evaluated: EvaluatedPackage,
  request: CalledRequest,
  group: string,
  count = Number.POSITIVE_INFINITY,
): readonly CalledSource[] {
  const lines: CalledParty[] = []
  for (const called of orderedRows(evaluated, linesRequest(request))) {
    if (lines.length === count) break
    if (keysOf(evaluated, request.by, called).includes(group)) lines.push(called)
  }
  return lines.map((called) => calledSource(evaluated, called))
}
