import { type Along, lineAlong, selectRows } from '@/domain/sources/view/area'
import { compileTest } from '@/domain/sources/view/column-test'
import type { Dimension, Filters } from '@/domain/sources/view/filters'
import { type Table, textOf } from '@/domain/table/column'
import type { EvaluatedPackage } from './evaluated-package'
import { lineSources } from './line-sources'
import type { OpenedPackage } from './opened-package'

type SourceTest = (source: number) => boolean

/** The ways of narrowing that look at a source itself, not at what was found of it. */
export const SOURCE_DIMENSIONS = [
  'kinds',
  'counties',
  'grades',
  'ring',
  'columns',
  'area',
] as const satisfies readonly Dimension[]
export type SourceDimension = (typeof SOURCE_DIMENSIONS)[number]

/** The test of one dimension of the filters, or null where it does not narrow. `members` are the sources in the ring. */
export function filterTest(
  dimension: SourceDimension,
  filters: Filters,
  evaluated: EvaluatedPackage,
  members: Uint8Array,
): SourceTest | null {
  if (filters[dimension].length === 0) return null
  const { opened } = evaluated
  const { sources } = opened.inventory
  switch (dimension) {
    case 'kinds':
      return byText(sources, 'kind', filters.kinds)
    case 'counties':
      return byText(sources, 'county', filters.counties)
    case 'grades':
      return byText(sources, 'grade', filters.grades)
    case 'ring': {
      if (filters.ring.length !== 1) return null
      const wanted = filters.ring[0] === 'inside' ? 1 : 0
      return (source) => members[source] === wanted
    }
    case 'columns':
      return byColumns(evaluated, filters)
    case 'area': {
      const selected = selectRows(filters.area, opened.lons, opened.lats, areaPlaces(opened))
      return (source) => selected[source] === 1
    }
  }
}

function byText(sources: Table, name: string, wanted: readonly string[]): SourceTest {
  const column = sources.columns[name]
  if (column?.type !== 'text') return (source) => wanted.includes(textOf(column, source))
  const { codes } = column
  const allowed = Uint8Array.from(column.dictionary, (text) => (wanted.includes(text) ? 1 : 0))
  return (source) => allowed[codes[source]!] === 1
}

function byColumns({ tables, status }: EvaluatedPackage, filters: Filters): SourceTest {
  const passed = new Uint8Array(status.length)
  for (const { first, table } of tables) {
    const tests = filters.columns.map((test) => compileTest(test, table.columns[test.column]))
    for (let row = 0; row < table.length; row++) passed[first + row] = tests.every((test) => test(row)) ? 1 : 0
  }
  return (source) => passed[source] === 1
}

const areaPlaces = (opened: OpenedPackage) => ({
  line: (along: Along) => lineAlong(lineSources(opened), along)?.geometry ?? null,
  county: (code: string) => opened.pack.outlines.features.find(({ id }) => String(id) === code)?.geometry ?? null,
})
