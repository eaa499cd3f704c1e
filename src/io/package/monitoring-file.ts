import { PARAMETER_FACTS, PARAMETERS, type Parameter } from '@/domain/monitoring/parameter'
import type { DoubtRules, MonitoringSettings } from '@/domain/monitoring/settings'
import { DUST_UNITS, isDust } from '@/domain/monitoring/unit-finding'
import type { Problem, Result } from '@/domain/problem'
import { z } from '@/io/zod'
import { formFaults } from './form-faults'

const bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) })
const sourced = { source: bilingual, confirmed: z.boolean() }
const parameter = z.enum(PARAMETERS)
const parameters = z.array(parameter).min(1)
const minutes = z.int().min(1)
const positive = z.number().positive()
const share = z.number().min(0).max(1)
const count = z.int().min(1)

const hour = z.object({ ...sourced, stamp: z.enum(['begin', 'end']), leastMinutes: z.int().min(1).max(60) })
const day = z.object({ ...sourced, leastHours: z.int().min(1).max(24) })
const online = z.object({ ...sourced, leastShare: share, days: z.int().min(1).max(92).exactOptional() })
const background = z.object({ ...sourced, quantile: share, leastDevices: count })

const rose = z.object({
  ...sourced,
  calmBelow: positive,
  speeds: z.array(positive).refine((ends) => ends.every((end, at) => at === 0 || end > ends[at - 1]!), 'ascending'),
  leastHours: count,
})
const besideDustfall = z.object({
  ...sourced,
  leastDays: z.int().min(1).max(31),
  withinMetres: positive,
  apartShare: share,
})

/** Units in which a limit of a parameter may be given. */
const unitsOf = (of: Parameter): readonly string[] =>
  isDust(of) ? Object.keys(DUST_UNITS) : [PARAMETER_FACTS[of].unit]

const oneOfLimits = z
  .object({
    ...sourced,
    parameter,
    averaging: z.union([z.int().min(1).max(60), z.literal(1440)]),
    stage: z.string().min(1).exactOptional(),
    value: positive,
    unit: z.string(),
    background: z
      .discriminatedUnion('by', [
        z.object({ by: z.literal('difference'), parameter, cap: positive.exactOptional() }),
        z
          .object({
            by: z.literal('ratio'),
            parameter,
            share: positive,
            alarm: positive,
            least: positive.exactOptional(),
          })
          .refine((of) => of.alarm > of.share, { path: ['alarm'], message: '> share' }),
      ])
      .exactOptional(),
    perDay: z.int().min(0).exactOptional(),
  })
  .check(({ value, issues }) => {
    const known = unitsOf(value.parameter)
    if (!known.includes(value.unit))
      issues.push({ code: 'invalid_value', values: [...known], input: value.unit, path: ['unit'] })
  })

const bounds = z.tuple([z.number(), z.number()]).refine(([least, most]) => least < most, '[least, most]')
const spanOfHours = z
  .tuple([z.int().min(0).max(23), z.int().min(1).max(24)])
  .refine(([from, until]) => from < until, '[from, until)')

const DOUBTS = {
  outage: z.object({ ...sourced, leastMinutes: minutes }),
  flagged: z.object({ ...sourced, leastMinutes: minutes }),
  stuck: z.object({ ...sourced, leastMinutes: minutes, parameters }),
  implausible: z.object({ ...sourced, ranges: z.partialRecord(parameter, bounds) }),
  order: z.object({
    ...sourced,
    pairs: z.array(z.tuple([parameter, parameter])).min(1),
    share: z.number().min(0),
    leastMinutes: minutes,
  }),
  spike: z.object({
    ...sourced,
    window: z.int().min(3).max(999),
    threshold: positive,
    leastRise: z.number().min(0),
    mostReadings: count,
    parameters,
  }),
  drift: z.object({
    ...sourced,
    neighbours: count,
    leastNeighbours: z.int().min(2),
    threshold: positive,
    leastFactor: z.number().min(1),
    leastDays: count,
    hours: spanOfHours,
    parameters,
  }),
  overRange: z.object({ ...sourced, tops: z.partialRecord(parameter, positive), leastMinutes: minutes }),
  clock: z.object({
    ...sourced,
    parameter,
    neighbours: count,
    leastNeighbours: z.int().min(2),
    days: count,
    leastHours: count,
    mostHours: z.int().min(1).max(12),
    mostLeft: share,
    small: z.object({ days: count, mostLeft: share }).optional(),
  }),
} satisfies { [Kind in keyof DoubtRules]-?: z.ZodType<DoubtRules[Kind] & {}> }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * How a package judges readings of monitors (`monitoring.json`). A limit, doubt or other entry that is invalid is left
 * out and reported with its place; without the rules for an hour and a day nothing can be judged and the value is null.
 */
export function readMonitoring(file: string, value: unknown): Result<MonitoringSettings> {
  const problems: Problem[] = []
  const read = <T>(schema: z.ZodType<T>, part: unknown, where: readonly PropertyKey[]): T | null => {
    const checked = schema.safeParse(part)
    if (checked.success) return checked.data
    for (const fault of formFaults(checked.error, part, where))
      problems.push({
        code: fault.seen === undefined ? 'monitoring-part-missing' : 'monitoring-part-wrong',
        file,
        ...fault,
      })
    return null
  }
  const whole = read(
    z.looseObject({ limits: z.array(z.unknown()).default([]), doubts: z.looseObject({}).default({}) }),
    value,
    [],
  )
  if (!whole || !isObject(value)) return { value: null, problems }
  const [ofHour, ofDay] = [read(hour, value.hour, ['hour']), read(day, value.day, ['day'])]
  const ofOnline = value.online === undefined ? null : read(online, value.online, ['online'])
  const ofBackground = value.background === undefined ? null : read(background, value.background, ['background'])
  const ofRose = value.rose === undefined ? null : read(rose, value.rose, ['rose'])
  const ofDustfall =
    value.besideDustfall === undefined ? null : read(besideDustfall, value.besideDustfall, ['besideDustfall'])
  const limits = whole.limits.flatMap((each, i) => read(oneOfLimits, each, ['limits', i]) ?? [])
  const doubts: Record<string, unknown> = {}
  for (const [kind, rule] of Object.entries(whole.doubts)) {
    const schema = Object.hasOwn(DOUBTS, kind) ? DOUBTS[kind as keyof typeof DOUBTS] : null
    const known = schema ? read<unknown>(schema, rule, ['doubts', kind]) : null
    if (known) doubts[kind] = known
    if (!schema)
      problems.push({
        code: 'monitoring-part-wrong',
        file,
        column: 'doubts',
        seen: kind,
        expected: Object.keys(DOUBTS).join('、'),
      })
  }
  if (!ofHour || !ofDay) return { value: null, problems }
  return {
    value: {
      hour: ofHour,
      day: ofDay,
      ...(ofOnline && { online: ofOnline }),
      ...(ofBackground && { background: ofBackground }),
      ...(ofRose && { rose: ofRose }),
      ...(ofDustfall && { besideDustfall: ofDustfall }),
      limits,
      doubts,
    },
    problems,
  }
}
