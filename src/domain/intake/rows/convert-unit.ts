import { type DustfallUnit, inOwnUnit, KNOWN_UNITS, unitsIn } from '@/domain/dustfall/unit'
import { unitOfCell } from '@/domain/intake/recognise/dustfall-units'
import type { IntakePlan } from '@/domain/intake/recognise/plan'
import { isBelowDetection, numberBelow, parseLooseNumber, parseNumber } from '@/domain/sources/reading/cell'
import type { CurrentRow } from './current-row'
import { isWeighed } from './measured-sample'

/** The factor of a value that is not converted. */
const UNCHANGED = '1'

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
function converted(cell: string, factor: string): string | null {
  if (isBelowDetection(cell)) {
    const number = numberBelow(cell)
    return number === null ? null : `<${inOwnUnit(number, factor)}`
  }
  const number = parseNumber(cell) ?? parseLooseNumber(cell)
  return number === null ? null : inOwnUnit(number, factor)
}

/**
 * Converts a value of the current row to t/(km²·30d) and reports that. Returns the factor that was applied, '1' for
 * none; null if the unit is unknown and the row was refused. `column` is the index of the value's column, `heading` its name.
 */
export function convertUnit(
  hand: CurrentRow,
  field: 'given' | 'value',
  plan: IntakePlan,
  cells: readonly string[],
  column: number,
  heading: string,
): string | null {
  const seen = hand.get(field)
  const { unit, cell } = unitOfValue(plan, cells, column, seen)
  if (!unit) return UNCHANGED
  const has = converted(cell, unit.factor ?? UNCHANGED)
  // Without a number, as for 缺测 or 未检出, the unit does not matter.
  if (has === null) return UNCHANGED
  if (unit.factor === null && field === 'given' && isWeighed(hand)) {
    hand.note({ code: 'unit-weighed', seen: `${seen} ${unit.text}`, action: 'kept' }, heading)
    hand.set(field, '')
    return UNCHANGED
  }
  if (unit.factor === null) {
    hand.refuse({ code: 'unit-unknown', seen: unit.text, expected: KNOWN_UNITS }, heading)
    return null
  }
  if (unit.isOwn) {
    if (cell !== seen) hand.set(field, cell)
    return UNCHANGED
  }
  const by = `1 ${unit.text} = ${unit.factor} ${unit.isDaily ? 't/(km²·30d)' : 't/km²'}`
  const said = seen === cell ? `${seen} ${unit.text}` : seen
  const code = unit.isDaily ? 'unit-daily' : 'unit-converted'
  hand.note({ code, seen: said, expected: by, became: has, action: 'converted' }, heading)
  hand.set(field, has)
  return unit.factor
}

/** A number beside a value, in the unit of that value; unchanged if it is no number. */
export function convertBeside(text: string, factor: string): string {
  const number = parseNumber(text)
  return factor === UNCHANGED || number === null ? text : inOwnUnit(number, factor)
}

/** What converts the value of a sum row; null if its unit is unknown. */
export const factorOfSum = (
  plan: IntakePlan,
  cells: readonly string[],
  column: number,
  cell: string,
): string | null => {
  const { unit } = unitOfValue(plan, cells, column, cell)
  return unit ? unit.factor : UNCHANGED
}
