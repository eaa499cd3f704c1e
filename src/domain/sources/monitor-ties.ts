import type { Problem } from '@/domain/problem'
import { lineOf, rowsOfTexts, type Table, textAt } from '@/domain/table/column'
import type { DataClass } from './kinds/data-class'
import { headingOf } from './kinds/field'
import { isMonitorList, type Kind } from './kinds/kind'
import { meantText } from './kinds/meant'

/** A monitor that a table of the package lists. Sources are said by their numbers in the inventory. */
export interface ListedMonitor {
  /** Its own number: it stands in the inventory as sources do. */
  readonly source: number
  /** Under what its readings may come: its device number, then its code, where no other monitor has them before it. */
  readonly numbers: readonly string[]
  /** The source at which it stands; null where the table does not say it, or says one that nobody knows. */
  readonly at: number | null
}

/** Which monitors the tables of a package list, and where they stand. */
export interface MonitorTies {
  readonly bySource: ReadonlyMap<number, ListedMonitor>
  readonly byNumber: ReadonlyMap<string, ListedMonitor>
  /** Those that stand at a source, in the order of their tables. */
  readonly standingAt: ReadonlyMap<number, readonly ListedMonitor[]>
}

/** Of a package that lists no monitors. */
export const NO_TIES: MonitorTies = { bySource: new Map(), byNumber: new Map(), standingAt: new Map() }

/** A table of one kind; its rows are numbered on from those of the tables before it. */
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
 * Ties the monitors that tables list to the sources at which they stand: by the code that their row states, else by the name that only
 * one source has. One whose row states nothing stands at the source that has its number for a code, as all did before there were such
 * tables. Problems say where a number stands twice (its readings are those of the first), and which stated place nobody knows; made-up
 * monitors are left behind without a word by an office that brings sites of its own.
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
        number: meantText(of, 'device', row),
        code: textAt(of.table, 'code', row),
        stated: meantText(of, 'standsAt', row),
      })
    first += of.table.length
  }
  return written
}

/** Whose readings come under a number: those of the first monitor that has it for its device number, else for its code. */
function numbersOf(written: readonly WrittenMonitor[]): ReadonlyMap<string, WrittenMonitor> {
  const taken = new Map<string, WrittenMonitor>()
  for (const by of ['number', 'code'] as const)
    for (const each of written) if (each[by] !== '' && !taken.has(each[by])) taken.set(each[by], each)
  return taken
}

/** Where what monitors may stand at is in the inventory: the first source of a code, and that of a name that no other has. */
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
 * Under what numbers the readings of a source come, for each monitor that tells of it: of a listed monitor itself its own; else those
 * of the monitors that stand at it, and its code, where no list has that for a monitor of its own.
 */
export function numbersAt(ties: MonitorTies, source: number, code: string): readonly (readonly string[])[] {
  const own = ties.bySource.get(source)
  if (own) return [own.numbers]
  const standing = (ties.standingAt.get(source) ?? []).map(({ numbers }) => numbers)
  return code === '' || ties.byNumber.has(code) ? standing : [...standing, [code]]
}
