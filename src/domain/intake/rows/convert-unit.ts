import { type DustfallUnit, inOwnUnit, KNOWN_UNITS, unitsIn } from '@/domain/dustfall/unit'
import { unitOfCell } from '@/domain/intake/recognise/dustfall-units'
import type { IntakePlan } from '@/domain/intake/recognise/plan'
import { isBelowDetection, numberBelow, parseLooseNumber, parseNumber } from '@/domain/sources/reading/cell'
import type { CurrentRow } from './current-row'

/** A value's unit, and its cell without a unit. */
interface ValueUnit {
  readonly unit: DustfallUnit | null
  readonly cell: string
}

/** The unit of a value: in its own cell, its row's unit column, its heading, or the text around the table. */
function unitOfValue({ units }: IntakePlan, cells: readonly string[], column: number, cell: string): ValueUnit {
  const [own] = unitsIn(cell)
  if (own) return { unit: own, cell: own.rest.trim() }
  const ofRow = units.column === null ? null : unitOfCell(cells[units.column] ?? '')
  return { unit: ofRow ?? units.headings.get(column) ?? units.table, cell }
}

/** A cell with another number in place of its own; null if it has no number. */
function converted(cell: string, power: number): string | null {
  if (isBelowDetection(cell)) {
    const number = numberBelow(cell)
    return number === null ? null : `<${inOwnUnit(number, power)}`
  }
  const number = parseNumber(cell) ?? parseLooseNumber(cell)
  return number === null ? null : inOwnUnit(number, power)
}

/**
 * Converts a value of the current row to t/(km²·30d) and reports that. Returns the power of ten that was applied; null
 * if the unit is unknown and the row was refused. `column` is the index of the value's column, `heading` its name.
 */
export function convertUnit(
  hand: CurrentRow,
  field: 'given' | 'value',
  plan: IntakePlan,
  cells: readonly string[],
  column: number,
  heading: string,
): number | null {
  const seen = hand.get(field)
  const { unit, cell } = unitOfValue(plan, cells, column, seen)
  if (!unit) return 0
  const has = converted(cell, unit.power ?? 0)
  // Without a number, as for 缺测 or 未检出, the unit does not matter.
  if (has === null) return 0
  if (unit.power === null) {
    hand.refuse({ code: 'unit-unknown', seen: unit.text, expected: KNOWN_UNITS }, heading)
    return null
  }
  if (unit.isOwn) {
    if (cell !== seen) hand.set(field, cell)
    return 0
  }
  const by = `1 ${unit.text} = ${inOwnUnit(1, unit.power)} t/km²`
  const said = seen === cell ? `${seen} ${unit.text}` : seen
  hand.note({ code: 'unit-converted', seen: said, expected: by, became: has, action: 'converted' }, heading)
  hand.set(field, has)
  return unit.power
}

/** A number beside a value, in the unit of that value; unchanged if it is no number. */
export function convertBeside(text: string, power: number): string {
  const number = parseNumber(text)
  return power === 0 || number === null ? text : inOwnUnit(number, power)
}

/** Power of ten for the value of a sum row; null if its unit is unknown. */
export const powerOfSum = (plan: IntakePlan, cells: readonly string[], column: number, cell: string): number | null => {
  const { unit } = unitOfValue(plan, cells, column, cell)
  return unit ? unit.power : 0
}
