import type { Kind, KindId } from '@/domain/sources/kinds/kind'
import { type Column, isEmpty, type Table } from '@/domain/table/column'
import type { FilteredSources } from './filtered-sources'
import { OVERDUE_DAYS, overdueColumn } from './overdue-column'

/** A column of the table. */
export interface TableColumn {
  readonly name: string
  readonly type: Column['type'] | 'status'
}

const SHARED = ['name', 'code', 'kind', 'county', 'grade', 'dataClass'] as const
const STANDING = ['status', OVERDUE_DAYS] as const
/** Read on the map rather than as figures, so they stand last. */
export const PLACE = ['lon', 'lat']
/** These stand there also where the file has nothing in them; other columns without any value only take room. */
const REQUIRED = ['name', 'code', 'county', ...STANDING] as readonly string[]

/** All columns of the sources of one kind, or those that all kinds share: which are shown, in their order, and all that can be sorted by. */
export function tableColumns(
  { evaluated: { opened, tables }, status, overdueDays }: FilteredSources,
  wanted: KindId | null,
): { readonly columns: readonly TableColumn[]; readonly table: Table; readonly first: number } {
  const own = tables.filter(({ kind }) => kind === wanted)
  // Several files of one kind may have other columns each: they are shown by what all sources share.
  const kind = own.length === 1 ? own[0]! : null
  const { sources } = opened.inventory
  const first = kind?.first ?? 0
  const length = kind ? kind.table.length : sources.length
  const names = new Map(opened.pack.counties.map(({ code, name }) => [code, name]))
  const base = kind ? kind.table.columns : Object.fromEntries(SHARED.map((name) => [name, sources.columns[name]!]))
  const { county } = base
  const columns: Record<string, Column> = {
    ...base,
    // Sorted and read by its name.
    ...(county?.type === 'text'
      ? { county: { ...county, dictionary: county.dictionary.map((code) => names.get(code) ?? code) } }
      : {}),
    status: { type: 'number', values: new Float64Array(status.subarray(first, first + length)) },
    [OVERDUE_DAYS]: overdueColumn(overdueDays, first, length),
  }
  const order = kind
    ? orderOfKind(kind.schema, Object.keys(kind.table.columns))
    : [...SHARED.slice(0, 4), ...STANDING, ...SHARED.slice(4)]
  const shown = order.filter((name) => columns[name] && (REQUIRED.includes(name) || !isEmpty(columns[name])))
  return {
    columns: shown.map((name) => ({ name, type: name === 'status' ? 'status' : columns[name]!.type })),
    table: { length, columns },
    first,
  }
}

/** Columns of a kind: what it is and how it stands, its fields, what else its file has, and where it is. */
function orderOfKind({ fields }: Kind, present: readonly string[]): string[] {
  const names = ['name', 'code', 'county', ...STANDING, ...fields.map(({ name }) => name), ...present]
  return [...new Set(names.filter((name) => !PLACE.includes(name))), ...PLACE]
}
