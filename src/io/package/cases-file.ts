import { type CaseSettings, TERM_STEPS } from '@/domain/cases/settings'
import { KIND_ID } from '@/domain/sources/kinds/kind'
import { z } from '@/io/zod'

const bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) })
const sourced = { source: bilingual, confirmed: z.boolean() }

/** More than this no clock of a case runs: a year. */
const MOST_MINUTES = 525_600

const sort = z.object({
  id: z.string().regex(KIND_ID),
  title: bilingual,
  from: z
    .object({
      kind: z.object({ id: z.string().regex(KIND_ID), withinDays: z.int().min(1) }).exactOptional(),
      dustfall: z.object({ leastRise: z.number().positive() }).exactOptional(),
    })
    .default({}),
  lead: z.array(z.string().min(1)),
  terms: z.array(z.object({ ...sourced, step: z.enum(TERM_STEPS), minutes: z.int().min(1).max(MOST_MINUTES) })),
})

/** What a package's file of cases says: what opens one, its terms, and how likely sources are looked for. */
export const caseSettingsSchema: z.ZodType<CaseSettings> = z.object({
  sorts: z.array(sort).min(1),
  likely: z.object({ ...sourced, metres: z.number().min(100).max(50_000), most: z.int().min(1).max(50) }),
})
