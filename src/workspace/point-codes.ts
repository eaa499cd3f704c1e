import { plainText } from '@/domain/sources/reading/cell'
import { textColumn } from '@/domain/table/build-column'
import { type Table, textAt } from '@/domain/table/column'

interface NamedPoint {
  readonly code: string
  readonly name: string
  readonly county: string
}

/** The code of a point that the office gave none: its county's and its name. */
const madeCode = ({ county, name }: NamedPoint) => `${county}-${plainText(name)}`

/** The points of a table of points, counties by code. */
export const pointsIn = (table: Table): NamedPoint[] =>
  Array.from({ length: table.length }, (_, row) => ({
    code: textAt(table, 'code', row),
    name: textAt(table, 'name', row),
    county: textAt(table, 'county', row),
  }))

/** The points that a table of samples has months of. */
export const pointCodes = (samples: Table | undefined): string[] =>
  Array.from({ length: samples?.length ?? 0 }, (_, row) => textAt(samples!, 'point', row))

/** For points whose code was made, the code that the office's own list has for the same county and name. */
export function officialCodes(points: readonly NamedPoint[], list: readonly NamedPoint[]): Map<string, string> {
  const official = new Map(list.map((point) => [madeCode(point), point.code]))
  return new Map(
    points.flatMap((point): [string, string][] => {
      const code = official.get(point.code)
      return code !== undefined && code !== point.code && point.code === madeCode(point) ? [[point.code, code]] : []
    }),
  )
}

/** A table in which the texts of one column that are renamed have their new form. */
export function renamed(table: Table, column: 'code' | 'point', names: ReadonlyMap<string, string>): Table {
  if (names.size === 0) return table
  const texts = Array.from({ length: table.length }, (_, row) => {
    const text = textAt(table, column, row)
    return names.get(text) ?? text
  })
  return { ...table, columns: { ...table.columns, [column]: textColumn(texts) } }
}
