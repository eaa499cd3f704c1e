import type { Month } from '@/domain/calendar'
import type { ReadingsPart } from './readings-shelf'

/** An import that can be undone: the numbers of its files, and what they have. */
export interface LastImport {
  readonly ids: readonly number[]
  readonly months: readonly Month[]
  readonly devices: number
}

/**
 * The import that was stored last, of all files, oldest first; null if something was stored or removed since, or an
 * earlier version stored it.
 */
export function lastImport(parts: readonly ReadingsPart[]): LastImport | null {
  const imported = parts.at(-1)?.imported
  if (!imported) return null
  const own = parts.slice(-imported.files)
  if (own[0]!.id !== imported.first || own.length < imported.files) return null
  return {
    ids: own.map(({ id }) => id),
    months: [...new Set(own.map(({ month }) => month))].sort(),
    devices: new Set(own.flatMap(({ devices }) => devices.map(({ code }) => code))).size,
  }
}
