import type { SaidEnded } from '@/domain/rules/kind-table'
import { rowOf, type SameCode } from '@/domain/sources/inventory'
import { textByMeaning } from '@/domain/sources/kinds/by-meaning'
import type { KindId } from '@/domain/sources/kinds/kind'
import { isMadeCode } from '@/domain/sources/made-code'
import { textAt } from '@/domain/table/column'
import { measureApplies, measureFinished } from '@/domain/warnings/measure'
import type { Warning } from '@/domain/warnings/warning'
import type { EvaluatedPackage } from '@/questions/evaluated-package'
import { endedOnSite, endedState } from '@/questions/exports/ended-state'
import { cacheLast } from '@/questions/memo'
import { type SourceSummary, summarise } from '@/questions/source/source-summary'
import type { TableOnDay } from '@/questions/tables-on-day'
import { groupByFirm, partLabel } from './called-works'
import type { CalledParty, CalledRole, Duty, RowWithDuty } from './duty'

/** A part of a firm, such as a production line, that is called together with it, and its own duty. */
export interface CalledPart extends Duty {
  readonly kind: KindId
  readonly code: string
  readonly sameCode: SameCode | null
  /** Name of the part beneath its firm. */
  readonly label: string
  /** The list's own words if it says that the part is no more; '' otherwise. */
  readonly ended: string
  /** A team's record that the part is no more; null if there is none. */
  readonly endedOnSite: SaidEnded | null
}

/** A source called by a warning, with the duties of itself and its parts combined. */
export interface CalledSource extends SourceSummary, Duty {
  /** Its own duty; null if only its parts have one. */
  readonly own: Duty | null
  readonly parts: readonly CalledPart[]
  readonly operator: string
  /** Its own contact, else that of the first part that has one. */
  readonly contact: string
  readonly phone: string
  /** Label of the part whose contact this is; '' if it is its own, or there is none. */
  readonly contactOf: string
  /** The list's own words if it says that the source is no more (竣工, 关停); '' otherwise. */
  readonly ended: string
  /** A team's record that the source is no more; null if there is none. */
  readonly endedOnSite: SaidEnded | null
}

/**
 * All sources that a warning calls, regardless of filters; a firm counts once, with its parts. Empty if the package
 * has no such warning.
 */
export const calledRows: (evaluated: EvaluatedPackage, code: string) => readonly CalledParty[] = cacheLast(
  (evaluated: EvaluatedPackage, code: string) => {
    const warning = evaluated.opened.pack.warnings.find((each) => each.code === code)
    const called: RowWithDuty[] = []
    for (const kind of warning ? evaluated.tables : []) {
      const dutyOf = dutyIn(evaluated, warning!, kind)
      for (let row = 0; row < kind.table.length; row++) {
        const duty = dutyOf(row)
        if (duty) called.push({ kind, row, duty })
      }
    }
    return groupByFirm(evaluated, called, roleBy(evaluated))
  },
)

/** The role that follows from the measures asked. */
const roleBy =
  ({ opened: { pack } }: EvaluatedPackage) =>
  (asked: readonly number[]): CalledRole =>
    asked.length === 0
      ? 'unclear'
      : asked.every((number) => pack.warningMeasures[number]!.duty === 'voluntary')
        ? 'voluntary'
        : 'asked'

/** What a warning asks of each row of a kind: null for rows of which it asks nothing. */
function dutyIn(
  evaluated: EvaluatedPackage,
  warning: Warning,
  { kind, first, table }: TableOnDay,
): (row: number) => Duty | null {
  const { pack, inventory } = evaluated.opened
  const roleOf = roleBy(evaluated)
  const countyAt = (row: number) => textAt(inventory.sources, 'county', first + row)
  const measures = pack.warningMeasures.flatMap((measure, number) =>
    measure.kind === kind
      ? [
          {
            ...{ number, asks: measureApplies(warning, measure, table, countyAt) },
            isOver: measureFinished(measure, table),
          },
        ]
      : [],
  )
  const known = new Map<string, Duty>()
  return (row) => {
    const [asked, unclear]: [number[], number[]] = [[], []]
    let isOver = true
    for (const { number, asks, isOver: isMeasureOver } of measures) {
      const is = asks(row)
      if (is === 'in') {
        asked.push(number)
        isOver &&= isMeasureOver(row)
      } else if (is === 'unknown') unclear.push(number)
    }
    if (asked.length === 0 && unclear.length === 0) return null
    const role = roleOf(asked)
    const isFinished = role === 'asked' && isOver
    const key = `${asked.join()};${unclear.join()};${isFinished}`
    const duty = known.get(key) ?? { role: isFinished ? 'finished' : role, asked, unclear }
    known.set(key, duty)
    return duty
  }
}

/** The data of a called row, for the page. */
export function calledSource(evaluated: EvaluatedPackage, called: CalledParty): CalledSource {
  const { kind, row, duty, own, parts } = called
  const { of, contact, phone } = contactOf(called)
  const labels = parts.map((part) => partLabel(evaluated, part))
  const labelOf = (part: RowWithDuty) => {
    const label = partLabel(evaluated, part)
    const same = parts.filter((_, place) => labels[place] === label)
    if (same.length === 1) return label
    const code = textAt(part.kind.table, 'code', part.row)
    // An office does not know a code that Chentu made: its place among them tells them apart.
    return `${label} ${isMadeCode(code) ? same.indexOf(part) + 1 : code}`
  }
  return {
    ...summarise(evaluated, kind.first + row),
    ...duty,
    own,
    parts: parts.map((part) => ({
      ...part.duty,
      kind: part.kind.kind,
      code: textAt(part.kind.table, 'code', part.row),
      sameCode: evaluated.opened.sameCode.get(part.kind.first + part.row) ?? null,
      label: labelOf(part),
      ended: endedState(part.kind, part.row),
      endedOnSite: endedOnSite(part.kind, part.row),
    })),
    operator:
      textByMeaning(kind, 'operator', row) ||
      parts.map((part) => textByMeaning(part.kind, 'operator', part.row)).find(Boolean) ||
      '',
    contact,
    phone,
    contactOf: of && of.kind !== kind ? labelOf(of) : '',
    ended: endedState(kind, row),
    endedOnSite: endedOnSite(kind, row),
  }
}

/** Contact of a called row; if it has none, that of its first part with one, which is `of`. */
export function contactOf({ kind, row, parts }: CalledParty) {
  const said = (of: { readonly kind: TableOnDay; readonly row: number }) => ({
    contact: textByMeaning(of.kind, 'contact', of.row),
    phone: textByMeaning(of.kind, 'phone', of.row),
  })
  const isSaid = ({ contact, phone }: ReturnType<typeof said>) => contact !== '' || phone !== ''
  const own = said({ kind, row })
  const of = isSaid(own) ? undefined : parts.find((part) => isSaid(said(part)))
  return { ...(of ? said(of) : own), of: of ?? null }
}

/** What warnings ask of sources, by source number and warning code; sources of which nothing is asked are left out. */
export function dutiesOf(
  evaluated: EvaluatedPackage,
  sources: readonly number[],
  codes: readonly string[],
): ReadonlyMap<number, ReadonlyMap<string, Duty>> {
  const warnings = evaluated.opened.pack.warnings.filter(({ code }) => codes.includes(code))
  return new Map(
    sources.flatMap((source) => {
      const { kind, row } = rowOf({ kinds: evaluated.tables }, source)
      const duties = warnings.flatMap((warning) => {
        const duty = dutyIn(evaluated, warning, kind)(row)
        return duty ? [[warning.code, duty] as const] : []
      })
      return duties.length > 0 ? [[source, new Map(duties)] as const] : []
    }),
  )
}

/** What a warning asks of a source, and the called party: the source itself, or its firm. */
export interface WarningDutyOfSource {
  /** Code of the warning. */
  readonly code: string
  readonly duty: Duty
  readonly called: CalledSource
}

/** What warnings ask of one source; warnings that ask nothing of it are left out. */
export function warningDutiesOf(
  evaluated: EvaluatedPackage,
  source: number,
  codes: readonly string[],
): readonly WarningDutyOfSource[] {
  return codes.flatMap((code) => {
    for (const unit of calledRows(evaluated, code)) {
      const isIt = ({ kind, row }: { readonly kind: TableOnDay; readonly row: number }) => kind.first + row === source
      const part = unit.parts.find(isIt)
      if (!part && !isIt(unit)) continue
      const called = calledSource(evaluated, unit)
      return [{ code, duty: isIt(unit) ? unit.duty : part!.duty, called }]
    }
    return []
  })
}
