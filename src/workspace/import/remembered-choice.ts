import { DATUM_CANDIDATES } from '@/domain/intake/recognise/datum'
import type { TargetRole } from '@/domain/intake/recognise/target'
import { FLAG_READINGS } from '@/domain/intake/rows/flag-cells'
import { DATA_CLASSES } from '@/domain/sources/kinds/data-class'
import { z } from '@/io/zod'
import type { ItemChoice } from './item-choice'

const column = z.int().nonnegative()

/** Validated separately: an invalid part is treated as not chosen. */
const PARTS = {
  role: z.string(),
  columns: z.record(z.string(), column.nullable()),
  position: z.union([z.object({ lon: column, lat: column }), z.object({ pair: column })]).nullable(),
  datum: z.enum(DATUM_CANDIDATES),
  datumColumn: column.nullable(),
  blanks: z.enum(['keep', 'empty']),
  dataClass: z.enum(DATA_CLASSES),
  flagWords: z.record(z.string(), z.enum(FLAG_READINGS)),
  years: z.record(z.string(), z.int().nonnegative()).transform((years) => new Map(Object.entries(years))),
}

/**
 * The choices stored for files with certain headings, as far as they are valid: they may be years old, or from a
 * package with other kinds. `roles`: what the package can import; `thisYear`: in another year than that in which they
 * were chosen, the years of days hold no longer.
 */
export function rememberedChoice(stored: unknown, roles: readonly TargetRole[], thisYear: number): ItemChoice {
  const parts = z.record(z.string(), z.unknown()).safeParse(stored)
  if (!parts.success) return {}
  const sound = Object.entries(PARTS).flatMap(([name, part]) => {
    if (name === 'years' && parts.data.yearsChosenIn !== thisYear) return []
    const checked = part.safeParse(parts.data[name])
    return checked.success ? [[name, checked.data]] : []
  })
  const choice: ItemChoice = Object.fromEntries(sound)
  // Columns belong to a role; without a valid role they are dropped.
  if (choice.role !== undefined && roles.includes(choice.role)) return choice
  const { role: _, columns: __, ...rest } = choice
  return rest
}

/**
 * Whether the columns stored for certain headings are only those that a person chose; earlier versions stored all that
 * they had recognised, too.
 */
export const areColumnsChosen = (stored: unknown): boolean =>
  z.object({ columnsAre: z.literal('chosen') }).safeParse(stored).success
