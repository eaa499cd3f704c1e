import type { Problem } from '@/domain/problem'
import { lineOf, rowsOfTexts, type Table, textAt } from '@/domain/table/column'
import { textByMeaning } from './kinds/by-meaning'
import type { DataClass } from './kinds/data-class'
import { headingOf } from './kinds/field'
import { isMonitorList, type Kind } from './kinds/kind'

/** A monitor listed in a table of the package. Sources are given by their numbers in the inventory. */
export interface ListedMonitor {
  /** The monitor's own number: it is in the inventory like a source. */
  readonly source: number
  /**
   * Numbers under which its readings may arrive: its device number, then its code, unless an earlier monitor has them.
   */
  readonly numbers: readonly string[]
  /** The source at which it stands; null if the table names none, or an unknown one. */
  readonly at: number | null
}

/** Which monitors the tables of a package list, and where they stand. */
export interface MonitorTies {
  readonly bySource: ReadonlyMap<number, ListedMonitor>
  readonly byNumber: ReadonlyMap<string, ListedMonitor>
  /** Monitors by the source at which they stand, in the order of their tables. */
  readonly standingAt: ReadonlyMap<number, readonly ListedMonitor[]>
}

/** For a package without monitors. */
export const NO_TIES: MonitorTies = { bySource: new Map(), byNumber: new Map(), standingAt: new Map() }

/** A table of one kind; its rows are numbered consecutively after those of the tables before it. */
interface NumberedTable {
  readonly schema: Kind
  readonly file: string
  readonly dataClass: DataClass
  readonly table: Table
}

/** A row of a table of monitors as it is written. */
interface WrittenMonitor {
  readonly source: number
  readonly row: number
  readonly of: NumberedTable
  readonly number: string
  readonly code: string
  readonly stated: string
}

/**
 * Ties listed monitors to the sources at which they stand: by the code that their row states, otherwise by a name that
 * only one source has. A monitor whose row states nothing stands at the source whose code equals its number, as all did
 * before such tables existed. Problems report numbers used twice (readings belong to the first monitor) and unknown
 * places. For made-up monitors unknown places are not reported: an office that brings its own sites leaves them without
 * one.
 */
export function tieMonitors(kinds: readonly NumberedTable[]): {
  readonly ties: MonitorTies
  readonly problems: readonly Problem[]
} {
  const written = writtenMonitors(kinds)
  if (written.length === 0) return { ties: NO_TIES, problems: [] }
  const places = placesOf(kinds, written)
  const problems: Problem[] = []
  const bySource = new Map<number, ListedMonitor>()
  const byNumber = new Map<string, ListedMonitor>()
  const standingAt = new Map<number, ListedMonitor[]>()
  const taken = numbersOf(written)
  for (const each of written) {
    const { source, stated } = each
    const numbers = [...new Set([each.number, each.code])].filter((number) => taken.get(number) === each)
    const at = (stated === '' ? numbers.map((number) => places.code.get(number)) : [places.of(stated)]).find(
      (place) => place !== undefined,
    )
    const monitor: ListedMonitor = { source, numbers, at: at ?? null }
    bySource.set(source, monitor)
    for (const number of numbers) byNumber.set(number, monitor)
    if (at !== undefined) standingAt.set(at, [...(standingAt.get(at) ?? []), monitor])
    problems.push(...problemsOf(each, taken, at === undefined))
  }
  return { ties: { bySource, byNumber, standingAt }, problems }
}

function writtenMonitors(kinds: readonly NumberedTable[]): WrittenMonitor[] {
  const written: WrittenMonitor[] = []
  let first = 0
  for (const of of kinds) {
    for (let row = 0; isMonitorList(of.schema) && row < of.table.length; row++)
      written.push({
        ...{ source: first + row, row, of },
        number: textByMeaning(of, 'device', row),
        code: textAt(of.table, 'code', row),
        stated: textByMeaning(of, 'standsAt', row),
      })
    first += of.table.length
  }
  return written
}

/**
 * The monitor whose readings arrive under each number: the first with it as device number, otherwise the first with it
 * as code.
 */
function numbersOf(written: readonly WrittenMonitor[]): ReadonlyMap<string, WrittenMonitor> {
  const taken = new Map<string, WrittenMonitor>()
  for (const by of ['number', 'code'] as const)
    for (const each of written) if (each[by] !== '' && !taken.has(each[by])) taken.set(each[by], each)
  return taken
}

/** Finds the sources at which monitors may stand: the first source with a code, or the only one with a name. */
function placesOf(kinds: readonly NumberedTable[], written: readonly WrittenMonitor[]) {
  const wanted = new Set(written.flatMap(({ number, code, stated }) => [number, code, stated]))
  wanted.delete('')
  const code = new Map<string, number>()
  const name = new Map<string, number | null>()
  let first = 0
  for (const { schema, table } of kinds) {
    if (!isMonitorList(schema)) {
      for (const [row, own] of rowsOfTexts(table.columns.code, wanted)) if (!code.has(own)) code.set(own, first + row)
      for (const [row, called] of rowsOfTexts(table.columns.name, wanted))
        name.set(called, name.has(called) ? null : first + row)
    }
    first += table.length
  }
  return { code, of: (stated: string) => code.get(stated) ?? name.get(stated) ?? undefined }
}

function problemsOf(
  { of: { file, table, schema, dataClass }, row, number, stated, ...each }: WrittenMonitor,
  taken: ReadonlyMap<string, WrittenMonitor>,
  isUnplaced: boolean,
): Problem[] {
  const line = lineOf(table, row)
  const before = taken.get(number)
  const isTwice = before !== undefined && before.source !== each.source
  return [
    ...(isTwice
      ? [
          {
            ...{ code: 'device-number-twice' as const, file, row: line, seen: number },
            column: headingOf(schema.fields, 'device'),
            earlier: { row: lineOf(before.of.table, before.row), value: textAt(before.of.table, 'name', before.row) },
          },
        ]
      : []),
    ...(isUnplaced && stated !== '' && dataClass !== 'illustrative'
      ? [
          {
            ...{ code: 'monitor-place-unknown' as const, file, row: line, seen: stated },
            column: headingOf(schema.fields, 'standsAt'),
          },
        ]
      : []),
  ]
}

/**
 * For each monitor of a source, the numbers under which its readings arrive. For a listed monitor itself, its own
 * numbers; otherwise those of the monitors that stand at the source, and the source's code unless a listed monitor uses
 * it.
 */
export function numbersAt(ties: MonitorTies, source: number, code: string): readonly (readonly string[])[] {
  const own = ties.bySource.get(source)
  if (own) return [own.numbers]
  const standing = (ties.standingAt.get(source) ?? []).map(({ numbers }) => numbers)
  return code === '' || ties.byNumber.has(code) ? standing : [...standing, [code]]
}
