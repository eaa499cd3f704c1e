import { type DustfallUnit, oneUnit, unitIn, unitsIn } from '@/domain/dustfall/unit'
import { isAbsentMark, plainText } from '@/domain/sources/reading/cell'
import { bareHeading } from './header'

/** Where a dustfall table states its units; what is nearest to a value counts. */
export interface TableUnits {
  /** Column with the unit of each row; null if there is none. */
  readonly column: number | null
  /** Units in headings, and in a row of units below them, by column. */
  readonly headings: ReadonlyMap<number, DustfallUnit>
  /** The unit in the text around the table. */
  readonly table: DustfallUnit | null
}

export const NO_UNITS: TableUnits = { column: null, headings: new Map(), table: null }

const UNIT_HEADING = /^(?:计量|计数|数据)?单位$|^量纲$|^units?$/

/** The unit of a unit column's cell; null if the cell states none. */
export function unitOfCell(cell: string): DustfallUnit | null {
  const text = plainText(cell)
  if (text === '' || isAbsentMark(text)) return null
  return unitIn(text) ?? { text, factor: null, isDaily: false, isOwn: false }
}

/** How far behind 单位 its unit may begin. */
const LABELLED = 40

/** Unit in a title or footnote: behind 单位 if it is there, else that of any mass by area. */
function unitAround(text: string): DustfallUnit | null {
  // 填报单位 is an office, and the air's concentrations have units of their own.
  const labelled = plainText(text)
    .split('单位')
    .slice(1)
    .flatMap((behind) => unitsIn(behind.slice(0, LABELLED)).slice(0, 1))
    .filter((unit) => !/\/\(?(?:n?m3|l\b)/.test(unit.text))
  return oneUnit(labelled.length > 0 ? labelled : unitsIn(text).filter(({ isByArea }) => isByArea))
}

/**
 * Finds the units of a dustfall table. `rows` are its rows, `unitRows` those with only units, `around` the text above
 * and below.
 */
export function findUnits(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  unitRows: readonly (readonly string[])[],
  around: string,
): TableUnits {
  const headings = new Map<number, DustfallUnit>()
  names.forEach((name, column) => {
    const unit = [name, ...unitRows.map((cells) => cells[column] ?? '')].map(unitIn).find((each) => each !== null)
    if (unit) headings.set(column, unit)
  })
  // 单位 may also head a column of offices.
  const column = names.findIndex(
    (name, at) => UNIT_HEADING.test(bareHeading(name)) && rows.some((cells) => unitIn(cells[at] ?? '') !== null),
  )
  return { column: column < 0 ? null : column, headings, table: unitAround(around) }
}

/** The units by which the figures of a dustfall table are read. */
export interface UnitsOfFigures {
  /** Known units in headings or around the table, as written, each once. */
  readonly stated: readonly string[]
  /** Whether some figures have none, and count as the package's own. */
  readonly hasUnsaid: boolean
  /** Heading of the column with the unit of each row; null without one. */
  readonly column: string | null
}

/** The units of a table's figures; null if it has none, only weighings. */
export function unitsOfFigures(
  { column, headings, table }: TableUnits,
  figures: readonly number[],
  names: readonly string[],
): UnitsOfFigures | null {
  if (figures.length === 0) return null
  const units = figures.map((figure) => headings.get(figure) ?? table)
  const known = units.flatMap((unit) => (unit && unit.factor !== null ? [unit.text] : []))
  return {
    stated: [...new Set(known)],
    hasUnsaid: units.includes(null),
    column: column === null ? null : names[column]!,
  }
}
