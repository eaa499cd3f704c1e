import { compassDegrees } from './compass'
import type { Wind } from './upwind'

/** An unreadable line of a wind rose, from 1. */
export interface WindLineFault {
  readonly line: number
  readonly seen: string
}

/** NaN if there is nothing before the unit. */
function numberBefore(unit: string, text: string): number {
  const digits = text.replace(unit, '')
  return digits === '' ? Number.NaN : Number(digits)
}

function direction(text: string): number | null {
  const named = compassDegrees(text)
  if (named !== null) return named
  const degrees = numberBefore('°', text)
  return degrees >= 0 && degrees <= 360 ? degrees % 360 : null
}

/**
 * Parses a wind rose: one line per class with direction (degrees from north, or NNE, 东北 …), speed in m/s and frequency
 * in any unit; frequencies are normalised to a sum of 1. A heading line is skipped.
 */
export function readWindRose(text: string): { readonly winds: Wind[]; readonly faults: WindLineFault[] } {
  const rows: { fromDegrees: number; metresPerSecond: number; frequency: number }[] = []
  const faults: WindLineFault[] = []
  text
    .normalize('NFKC')
    .split(/\r?\n/)
    .forEach((seen, i) => {
      const [first = '', speed = '', often = ''] = seen.trim().split(/[,;\t、\s]+/)
      if (first === '') return
      const fromDegrees = direction(first)
      const [metresPerSecond, frequency] = [Number(speed), numberBefore('%', often)]
      const fine = fromDegrees !== null && metresPerSecond >= 0 && frequency >= 0
      if (fine) rows.push({ fromDegrees, metresPerSecond, frequency })
      else if (i > 0) faults.push({ line: i + 1, seen })
    })
  const sum = rows.reduce((all, { frequency }) => all + frequency, 0)
  return {
    winds: sum === 0 ? [] : rows.map(({ frequency, ...wind }) => ({ ...wind, share: frequency / sum })),
    faults,
  }
}
