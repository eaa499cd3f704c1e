import { minuteOf } from '@/domain/monitoring/minute-of'
import type { ProblemCode } from '@/domain/problem'
import { levelOf, type Warning } from './warning'

/** Cells of a table of warnings that say what a warning is. */
export type WarningCell = 'level' | 'from' | 'until' | 'areas'

/** What is wrong with one of them. */
export interface CellFault {
  readonly cell: WarningCell
  readonly code: ProblemCode
  readonly seen: string
  readonly expected?: string
}

/** The whole city, as offices write it where they don't leave it blank. */
const WHOLE = /^(?:全市|全市域|全域|本市)(?:各|所有|全部|范围)?(?:区县|县区|县市区|县\(市、区\))?$/
const A_TIME = '2022-10-18 12:00'

/**
 * What the cells of a row say of a warning; null where they don't say of which level, from when, or for whom it is: such a warning
 * would ask nobody for anything, or everybody. A county that nobody knows is a fault, and the warning is for the others that stand
 * beside it.
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
    // A name may have 和 in it (和顺县): only what is none as a whole is parted there.
    .flatMap((name) => (find(name) === null ? name.split(/[和及与]/) : [name]))
    .filter((name) => name !== '' && !WHOLE.test(name))
  const counties = named.flatMap((name) => find(name) ?? [])
  for (const name of named) if (find(name) === null) faults.push({ cell: 'areas', code: 'unknown-county', seen: name })
  const isUsable =
    level !== null &&
    from !== null &&
    (lasts || (until !== null && until > from)) &&
    // All that it names is unknown: for the whole city it was not issued.
    (named.length === 0 || counties.length > 0)
  return { value: isUsable ? { level, from, until, counties } : null, faults }
}
