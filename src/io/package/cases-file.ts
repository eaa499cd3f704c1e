import {
  type CaseSettings,
  type CaseTerm,
  type CaseType,
  type CauseRule,
  type EffectRule,
  type LikelyRule,
  TERM_STEPS,
} from '@/domain/cases/settings'
import { PARAMETERS } from '@/domain/monitoring/parameter'
import type { Problem, Result } from '@/domain/problem'
import { KIND_ID } from '@/domain/sources/kinds/kind'
import { BREACHES } from '@/domain/trucks/breach-kinds'
import { UNLISTED_USES } from '@/domain/trucks/unlisted-use'
import { z } from '@/io/zod'
import { formFaults } from './form-faults'

const bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) })
const sourced = { source: bilingual, confirmed: z.boolean() }

/** Upper limit for a time limit of a case: a year. */
const MAX_MINUTES = 525_600

const term: z.ZodType<CaseTerm> = z.object({
  ...sourced,
  step: z.enum(TERM_STEPS),
  minutes: z.int().min(1).max(MAX_MINUTES),
})

const kinds = z.array(z.string().regex(KIND_ID)).default([])
const cause: z.ZodType<CauseRule> = z.object({
  ...sourced,
  parameters: z.array(z.enum(PARAMETERS)).min(1).exactOptional(),
  groups: z.array(z.string().min(1)).default([]),
  kinds,
  except: kinds,
})

type ReadSort = Omit<CaseType, 'terms' | 'causes'> & {
  readonly terms: readonly unknown[]
  readonly causes: readonly unknown[]
}
const sort: z.ZodType<ReadSort> = z.object({
  id: z.string().regex(KIND_ID),
  title: bilingual,
  from: z
    .object({
      kind: z.object({ id: z.string().regex(KIND_ID), withinDays: z.int().min(1) }).exactOptional(),
      dustfall: z.object({ leastRise: z.number().positive() }).exactOptional(),
      exceedance: z.object({ withinDays: z.int().min(1).max(31) }).exactOptional(),
      unlistedPlace: z.object({ uses: z.array(z.enum(UNLISTED_USES)).min(1) }).exactOptional(),
      truckBreach: z.object({ kinds: z.array(z.enum(BREACHES)).min(1) }).exactOptional(),
    })
    .default({}),
  lead: z.array(z.string().min(1)),
  terms: z.array(z.unknown()),
  // Packages older than this setting exclude no source.
  causes: z.array(z.unknown()).default([]),
})

/** As many as a team can visit, besides the place itself, within the time limit of a case. */
const USUALLY_TICKED = 5

/** About how precisely an hour's wind indicates where dust came from, in metres. */
const USUAL_BAND = 500

const likely: z.ZodType<LikelyRule> = z.object({
  ...sourced,
  metres: z.number().min(100).max(50_000),
  // Packages older than these settings have neither the band nor the number of preselected sources.
  bandMetres: z.number().min(1).max(50_000).default(USUAL_BAND),
  most: z.int().min(1).max(50),
  ticked: z.int().min(0).max(50).default(USUALLY_TICKED),
})

const effect: z.ZodType<EffectRule> = z
  .object({
    ...sourced,
    hours: z.int().min(1).max(240),
    leastHours: z.int().min(1).max(240),
    metres: z.number().min(100).max(50_000),
    neighbours: z.int().min(1).max(50),
    // Default for packages older than this setting: the distance of neighbours in the first city.
    neighbourMetres: z.number().min(100).max(50_000).default(10_000),
  })
  // Otherwise no effect could ever be determined.
  .refine(({ hours, leastHours }) => leastHours <= hours, { path: ['leastHours'] })

/**
 * The case settings of a package: what opens a case, its time limits, and how likely sources are searched. A sort or
 * time limit that is invalid or of a later version is left out and reported with its place; without any sort, or
 * without the search settings, no case can be opened and the value is null.
 */
export function readCaseSettings(file: string, value: unknown): Result<CaseSettings> {
  const problems: Problem[] = []
  const read = <T>(schema: z.ZodType<T>, part: unknown, where: readonly PropertyKey[]): T | null => {
    const checked = schema.safeParse(part)
    if (checked.success) return checked.data
    for (const fault of formFaults(checked.error, part, where))
      problems.push({ code: fault.seen === undefined ? 'cases-part-missing' : 'cases-part-wrong', file, ...fault })
    return null
  }
  const whole = read(
    z.looseObject({ sorts: z.array(z.unknown()).min(1), likely: z.unknown(), effect: z.unknown().optional() }),
    value,
    [],
  )
  const sorts = (whole?.sorts ?? []).flatMap((each, i): CaseType[] => {
    const known = read(sort, each, ['sorts', i])
    if (!known) return []
    const terms = known.terms.flatMap((of, j) => read(term, of, ['sorts', i, 'terms', j]) ?? [])
    const causes = known.causes.flatMap((of, j) => read(cause, of, ['sorts', i, 'causes', j]) ?? [])
    return [{ ...known, terms, causes }]
  })
  const rule = whole && read(likely, whole.likely, ['likely'])
  const ofEffect = whole?.effect === undefined ? null : read(effect, whole.effect, ['effect'])
  if (rule && sorts.length > 0) return { value: { sorts, likely: rule, effect: ofEffect }, problems }
  return { value: null, problems: [...problems, { code: 'cases-invalid', file }] }
}
