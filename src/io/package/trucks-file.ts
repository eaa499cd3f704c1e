import first from '#data/trucks.json'
import type { Problem, Result } from '@/domain/problem'
import { isClockTime } from '@/domain/trucks/clock-hours'
import { type LeastEvidence, ROLES, type TruckSettings } from '@/domain/trucks/settings'
import { z } from '@/io/zod'
import { formFaults } from './form-faults'
import { scope } from './plan'

const bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) })
const sourced = { source: bilingual, confirmed: z.boolean() }
const dated = { from: z.iso.date(), until: z.iso.date().exactOptional() }
const ofClause = { clause: z.int().min(1).exactOptional() }
const positive = z.number().positive()
const seconds = z.int().min(1)
const metres = z.number().min(1).max(20_000)
const clockTime = z.string().refine(isClockTime, 'HH:MM')
const hours = z.tuple([clockTime, clockTime])
const role = z.enum(ROLES)
const scopes = z.array(scope)

const NEEDED = {
  clean: z.object({
    ...sourced,
    mostKmh: positive,
    mostInJump: z.int().min(1),
    noiseMetres: metres.default(first.clean.noiseMetres),
  }),
  stop: z.object({ ...sourced, leastSeconds: seconds, metres }),
  trip: z.object({ ...sourced, leastMetres: metres, gapSeconds: seconds }),
  places: z.object({
    ...sourced,
    rules: z.array(z.object({ role, kind: z.string().min(1), scope: scopes, metres })),
  }),
  dayHours: z.array(z.object({ ...sourced, ...dated, hours })),
  datum: z.object({ ...sourced, lineMetres: metres }),
  moving: z.object({ ...sourced, kmh: positive, silentSeconds: seconds, apartSeconds: seconds }),
  evidence: z.object({ ...sourced, leastDays: z.int().min(1).max(31), leastTrips: z.int().min(1) }),
} as const

/** For packages without this setting. */
export const FIRST_EVIDENCE: LeastEvidence = first.evidence

const nightHours: [string, string] = [first.unlisted.night[0]!, first.unlisted.night[1]!]

const OPTIONAL = {
  speed: z.object({ ...sourced, ...ofClause, kmh: positive, leastSeconds: seconds }),
  open: z.object({ ...sourced, ...ofClause, leastSeconds: seconds }),
  lift: z.object({ ...sourced, ...ofClause, leastSeconds: seconds, at: z.array(role) }),
  unwashed: z.object({
    ...sourced,
    ...ofClause,
    after: z.array(role).min(1),
    metres,
    reachMetres: metres,
    leastSeconds: seconds,
    withinSeconds: seconds,
  }),
  unlisted: z.object({
    ...sourced,
    metres,
    leastStops: z.int().min(2),
    leastDays: z.int().min(1),
    leastShare: z.number().min(0).max(1),
    mostMetres: metres.default(first.unlisted.mostMetres),
    denseStops: z.int().min(1).default(first.unlisted.denseStops),
    night: hours.default(nightHours),
  }),
} as const

const ban = z.object({
  ...sourced,
  ...dated,
  ...ofClause,
  id: z.string().min(1),
  title: bilingual,
  hours: z.array(hours).min(1),
  along: z.object({ kind: z.string().min(1), scope: scopes, metres }),
  loadedOnly: z.boolean(),
  leastSeconds: seconds,
})

/**
 * How a package judges truck tracks (`trucks.json`). An invalid limit or ban is left out and reported with its place;
 * without the settings for cutting tracks and for places nothing can be judged and the value is null.
 */
export function readTruckSettings(file: string, value: unknown): Result<TruckSettings> {
  const problems: Problem[] = []
  const read = <T>(schema: z.ZodType<T>, part: unknown, where: readonly PropertyKey[]): T | null => {
    const checked = schema.safeParse(part)
    if (checked.success) return checked.data
    for (const fault of formFaults(checked.error, part, where))
      problems.push({ code: fault.seen === undefined ? 'trucks-part-missing' : 'trucks-part-wrong', file, ...fault })
    return null
  }
  const whole = read(z.looseObject({ bans: z.array(z.unknown()).default([]) }), value, [])
  if (!whole) return { value: null, problems }
  // Defaults for packages older than these settings.
  whole.datum ??= first.datum
  whole.evidence ??= first.evidence
  whole.moving ??= typeof whole.movingKmh === 'number' ? { ...first.moving, kmh: whole.movingKmh } : first.moving
  const parts = Object.entries(NEEDED).map(
    ([name, schema]) => [name, read<unknown>(schema, whole[name], [name])] as const,
  )
  const more = Object.entries(OPTIONAL).flatMap(([name, schema]) => {
    const part = whole[name] === undefined ? null : read<unknown>(schema, whole[name], [name])
    return part === null ? [] : [[name, part] as const]
  })
  const bans = whole.bans.flatMap((each, i) => read(ban, each, ['bans', i]) ?? [])
  if (parts.some(([, part]) => part === null)) return { value: null, problems }
  return { value: { ...(Object.fromEntries([...parts, ...more]) as Omit<TruckSettings, 'bans'>), bans }, problems }
}
