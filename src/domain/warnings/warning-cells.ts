import { minuteOf } from '@/domain/monitoring/minute-of'
import type { ProblemCode } from '@/domain/problem'
import { levelOf, type Warning } from './warning'

/** The cells of a warnings table that define a warning. */
export type WarningCell = 'level' | 'from' | 'until' | 'areas'

/** An error in one of these cells. */
export interface CellFault {
  readonly cell: WarningCell
  readonly code: ProblemCode
  readonly seen: string
  readonly expected?: string
}

/** Ways to write the whole city, for offices that do not leave the cell blank. */
const WHOLE = /^(?:全市|全市域|全域|本市)(?:各|所有|全部|范围)?(?:区县|县区|县市区|县\(市、区\))?$/
const A_TIME = '2022-10-18 12:00'

/**
 * Reads a warning from the cells of a row. Null if level, time or area cannot be read: such a warning would affect
 * nobody, or everybody. An unknown county is an error, but the warning still applies to the other counties in the cell.
 * @param find code of a county by its name, its code or an alias.
 */
export function readWarningCells(
  cells: Readonly<Record<WarningCell, string>>,
  find: (text: string) => string | null,
): {
  readonly value: Pick<Warning, 'level' | 'from' | 'until' | 'counties'> | null
  readonly faults: readonly CellFault[]
} {
  const faults: CellFault[] = []
  const say = (cell: WarningCell, code: ProblemCode, expected?: string) =>
    faults.push({ cell, code, seen: cells[cell].trim(), ...(expected && { expected }) })
  const timeIn = (cell: 'from' | 'until') => {
    const at = minuteOf(cells[cell])
    if (at === null) say(cell, 'not-a-time', A_TIME)
    return at
  }
  const level = levelOf(cells.level)
  if (level === null) say('level', 'warning-level')
  const from = timeIn('from')
  const lasts = cells.until.trim() === ''
  const until = lasts ? null : timeIn('until')
  if (from !== null && until !== null && until <= from) say('until', 'time-order')
  const named = cells.areas
    .split(/[、,，;；\s]+/)
    // A county's name may contain 和 (和顺县): only split texts that are no county as a whole.
    .flatMap((name) => (find(name) === null ? name.split(/[和及与]/) : [name]))
    .filter((name) => name !== '' && !WHOLE.test(name))
  const counties = named.flatMap((name) => find(name) ?? [])
  for (const name of named) if (find(name) === null) faults.push({ cell: 'areas', code: 'unknown-county', seen: name })
  const isUsable =
    level !== null &&
    from !== null &&
    (lasts || (until !== null && until > from)) &&
    // If all named counties are unknown, the warning was still not issued for the whole city.
    (named.length === 0 || counties.length > 0)
  return { value: isUsable ? { level, from, until, counties } : null, faults }
}
