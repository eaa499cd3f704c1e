import { canonicalNameOf, kindsOfDepartments } from '@/domain/rules/departments'
import { splitNames } from '@/domain/rules/split-names'
import { rowOf } from '@/domain/sources/inventory'
import { columnByMeaning } from '@/domain/sources/kinds/by-meaning'
import { type FoundColumn, isFoundColumn } from '@/domain/sources/kinds/reserved'
import { storedField } from '@/domain/sources/kinds/stored-field'
import { selectRows } from '@/domain/sources/view/area'
import { compileTest } from '@/domain/sources/view/column-test'
import { type Dimension, type Filters, RING_SIDES } from '@/domain/sources/view/filters'
import { type Column, textOf } from '@/domain/table/column'
import { areaPlaces } from '@/questions/map/area-places'
import { departmentKindsOn, departmentsOf } from '@/questions/plan/departments'
import type { EvaluatedPackage } from './evaluated-package'

/** Column `name` of the findings, for `length` sources from number `first` on. */
type Found = (name: FoundColumn, first: number, length: number) => Column

type SourceTest = (source: number) => boolean

/** The filter dimensions that test a source itself, not its findings. */
export const SOURCE_DIMENSIONS = [
  'kinds',
  'departments',
  'counties',
  'grades',
  'ring',
  'columns',
  'area',
] as const satisfies readonly Dimension[]
export type SourceDimension = (typeof SOURCE_DIMENSIONS)[number]

/**
 * The test of one filter dimension, or null if it does not narrow. `members`: each source's side of the ring;
 * `found`: columns of the findings, limited to what is asked.
 */
export function filterTest(
  dimension: SourceDimension,
  filters: Filters,
  evaluated: EvaluatedPackage,
  members: Uint8Array,
  found: Found,
): SourceTest | null {
  if (filters[dimension].length === 0) return null
  const { opened } = evaluated
  const { sources } = opened.inventory
  switch (dimension) {
    case 'kinds':
      return byText(sources.columns.kind, filters.kinds)
    case 'departments': {
      return ofDepartments(evaluated, filters.departments)
    }
    case 'counties':
      return byText(sources.columns.county, filters.counties)
    case 'grades':
      return byText(sources.columns.grade, filters.grades)
    case 'ring': {
      const wanted = RING_SIDES.map((side) => filters.ring.includes(side))
      if (wanted.every(Boolean)) return null
      return (source) => wanted[members[source]!] === true
    }
    case 'columns':
      return byColumns(evaluated, filters, found)
    case 'area': {
      const selected = selectRows(filters.area, opened.lons, opened.lats, areaPlaces(evaluated))
      return (source) => selected[source] === 1
    }
  }
}

/** Sources of kinds that concern one of these departments; of other kinds, those whose row names one as its lead. */
function ofDepartments({ opened, evaluation }: EvaluatedPackage, named: readonly string[]): SourceTest {
  const { inventory } = opened
  const known = departmentsOf(opened)
  const nameOf = canonicalNameOf(known.departmentNames)
  const departments = named.map(nameOf)
  const involved = departmentKindsOn(known, evaluation.asOf)
  const isOfKind = byText(inventory.sources.columns.kind, [...kindsOfDepartments(involved, departments, true)])
  const own = kindsOfDepartments(involved, departments)
  const isLed = new Map<object, SourceTest>(
    inventory.kinds.flatMap((each) =>
      own.has(each.kind)
        ? [[each, byText(columnByMeaning(each, 'lead'), departments, (text) => splitNames(text).map(nameOf))]]
        : [],
    ),
  )
  return (source) => {
    if (isOfKind(source)) return true
    const { kind, row } = rowOf(inventory, source)
    return isLed.get(kind)?.(row) === true
  }
}

/** Rows whose text is wanted, or contains a wanted name as split by `namesOf`. */
function byText(
  column: Column | undefined,
  wanted: readonly string[],
  namesOf: (text: string) => readonly string[] = (text) => [text],
): SourceTest {
  const isWanted = (text: string) => namesOf(text).some((name) => wanted.includes(name))
  if (column?.type !== 'text') return (row) => isWanted(textOf(column, row))
  const { codes } = column
  const allowed = Uint8Array.from(column.dictionary, (text) => (isWanted(text) ? 1 : 0))
  return (row) => allowed[codes[row]!] === 1
}

function byColumns({ tables, status }: EvaluatedPackage, filters: Filters, found: Found): SourceTest {
  const passed = new Uint8Array(status.length)
  for (const { first, table, schema } of tables) {
    const columnOf = (name: string) =>
      isFoundColumn(name)
        ? found(name, first, table.length)
        : // A table made of several files names its grade column so, whatever the kind's field is called.
          table.columns[storedField(schema, name)?.name ?? name]
    const tests = filters.columns.map((test) => compileTest(test, columnOf(test.column)))
    for (let row = 0; row < table.length; row++) passed[first + row] = tests.every((test) => test(row)) ? 1 : 0
  }
  return (source) => passed[source] === 1
}
