const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** A size in bytes as a text, such as 1.2 MB. */
export function bytesText(bytes: number): string {
  let unit = 0
  let value = bytes
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000
    unit++
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`
}
