import { STATE_NAMES } from '@/domain/rules/status'
import type { Kind, KindId } from '@/domain/sources/kinds/kind'
import { FOUND_COLUMNS, type FoundColumn, isFoundColumn } from '@/domain/sources/kinds/reserved'
import { type Column, isEmpty, type Table } from '@/domain/table/column'
import { type FilteredSources, filteredState } from '@/questions/filtered-sources'
import { filledFindingColumns, overdueColumn } from './found-columns'

/** A column of the table. */
export interface TableColumn {
  readonly name: string
  /**
   * Cells with unmet requirements are read by `unmet-cell`: as requirements ('unmet'), or as several texts ('names').
   */
  readonly type: Column['type'] | 'status' | 'unmet' | 'names'
}

const SHARED = ['name', 'code', 'kind', 'county', 'grade', 'dataClass'] as const
/**
 * First columns: what is wrong, by when, who is responsible and where. A drawer of half a window shows only a few
 * columns.
 */
const LEADING = ['name', 'status', 'unmet', 'unmetDue', 'overdueDays', 'unmetLeads', 'county', 'code'] as const
/** Read on the map rather than as numbers, so they come last. */
export const COORDINATE_COLUMNS = ['lon', 'lat']
/** Shown even if the file has no values; other empty columns are left out. */
const REQUIRED = ['name', 'code', 'county', 'status', 'overdueDays'] as readonly string[]

/** Display type of columns that differs from the type of the data. */
const TYPES: Readonly<Record<string, TableColumn['type']>> = {
  status: 'status',
  unmet: 'unmet',
  unmetLeads: 'names',
  unmetSince: 'day',
  unmetDue: 'day',
}

/**
 * All columns of the sources of one kind, or those shared by all kinds (`wanted` null): the shown ones in order, and
 * a table with all that can be sorted by.
 */
export function tableColumns(
  filtered: FilteredSources,
  wanted: KindId | null,
): { readonly columns: readonly TableColumn[]; readonly table: Table; readonly first: number } {
  const { evaluated, overdueDays } = filtered
  const { opened, tables } = evaluated
  const own = tables.filter(({ kind }) => kind === wanted)
  // Several files of one kind may have different columns, so only the columns shared by all sources are shown.
  const kind = own.length === 1 ? own[0]! : null
  const { sources } = opened.inventory
  const first = kind?.first ?? 0
  const length = kind ? kind.table.length : sources.length
  const names = new Map(opened.pack.counties.map(({ code, name }) => [code, name]))
  const base = kind ? kind.table.columns : Object.fromEntries(SHARED.map((name) => [name, sources.columns[name]!]))
  const { county } = base
  const columns: Record<string, Column> = {
    ...base,
    // Sorted and shown by the county's name.
    ...(county?.type === 'text'
      ? { county: { ...county, dictionary: county.dictionary.map((code) => names.get(code) ?? code) } }
      : {}),
    status: {
      type: 'number',
      values: Float64Array.from({ length }, (_, row) => STATE_NAMES.indexOf(filteredState(filtered, first + row))),
    },
    overdueDays: overdueColumn(overdueDays, first, length),
  }
  // Computed only if the table is sorted, grouped or filtered by them, since this takes up to a second for a million
  // sources; the visible rows get their cells one by one.
  for (const name of FOUND_COLUMNS)
    if (name !== 'overdueDays') lazily(columns, name, () => filtered.found.column(name, first, length))
  const found = filledFindingColumns(evaluated)
  const isFound = (name: FoundColumn) =>
    kind ? found.get(kind.first)!.has(name) : [...found.values()].some((each) => each.has(name))
  const order = kind
    ? orderOfKind(kind.schema, Object.keys(kind.table.columns))
    : [...LEADING, 'kind', 'unmetSince', 'grade', 'dataClass']
  const isShown = (name: string) =>
    REQUIRED.includes(name) || (isFoundColumn(name) ? isFound(name) : columns[name] && !isEmpty(columns[name]))
  return {
    columns: order.filter(isShown).map((name) => ({ name, type: TYPES[name] ?? columns[name]!.type })),
    table: { length, columns },
    first,
  }
}

/** Defines a column that is computed at the first access. */
function lazily(columns: Record<string, Column>, name: string, make: () => Column): void {
  let made: Column | null = null
  Object.defineProperty(columns, name, {
    enumerable: true,
    get() {
      made ??= make()
      return made
    },
  })
}

/** Column order of a kind: identity and status, its fields, other columns of its file, and position last. */
function orderOfKind({ fields }: Kind, present: readonly string[]): string[] {
  const names = [...LEADING, 'unmetSince', ...fields.map(({ name }) => name), ...present]
  return [...new Set(names.filter((name) => !COORDINATE_COLUMNS.includes(name))), ...COORDINATE_COLUMNS]
}
