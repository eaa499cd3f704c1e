import { DATUM_CANDIDATES } from '@/domain/intake/recognise/datum'
import type { TargetRole } from '@/domain/intake/recognise/target'
import { DATA_CLASSES } from '@/domain/sources/kinds/data-class'
import { z } from '@/io/zod'
import type { ItemChoice } from './item-choice'

const column = z.int().nonnegative()

/** Each part by itself: one that is not what it should be was never chosen. */
const PARTS = {
  role: z.string(),
  columns: z.record(z.string(), column.nullable()),
  position: z.union([z.object({ lon: column, lat: column }), z.object({ pair: column })]).nullable(),
  datum: z.enum(DATUM_CANDIDATES),
  gone: z.enum(['remove', 'keep']),
  dataClass: z.enum(DATA_CLASSES),
}

/**
 * How a kind of file was read the last time, as far as what is stored says it soundly; it may have been written years ago, or
 * for a package with other kinds. `roles` are those that the package can take in.
 */
export function rememberedChoice(stored: unknown, roles: readonly TargetRole[]): ItemChoice {
  const parts = z.record(z.string(), z.unknown()).safeParse(stored)
  if (!parts.success) return {}
  const sound = Object.entries(PARTS).flatMap(([name, part]) => {
    const checked = part.safeParse(parts.data[name])
    return checked.success ? [[name, checked.data]] : []
  })
  const choice: ItemChoice = Object.fromEntries(sound)
  // Columns are fields of a role: without it they say nothing.
  if (choice.role !== undefined && roles.includes(choice.role)) return choice
  const { role: _, columns: __, ...rest } = choice
  return rest
}
