import type { Minute } from '@/domain/monitoring/readings'
import type { Doubt } from './doubt'

/** A person's verdict on a doubt, as far as readings need it. */
export interface DoubtVerdict {
  readonly doubt: string
  /** Empty if the doubt is about all data of the device. */
  readonly parameter: string
  /** The period that the person looked at, [from, until). */
  readonly from: Minute
  readonly until: Minute
  /** `valid`, `invalid`, or another word, which has no effect. */
  readonly verdict: string
}

type Span = Pick<DoubtVerdict, 'from' | 'until'>

/** The verdicts in force, by device number. */
export type DoubtVerdicts = ReadonlyMap<string, readonly DoubtVerdict[]>

/** A period in which a device's data is doubted; the parameter is null if all its data is. */
interface DoubtedTime extends Pick<Doubt, 'device' | 'from' | 'until'> {
  readonly kind: string
  readonly parameter: string | null
}

/** Whether a verdict applies to a doubt: same kind and parameter, and overlapping periods. */
export const appliesTo = (verdict: Omit<DoubtVerdict, 'verdict'>, doubt: DoubtedTime): boolean =>
  verdict.doubt === doubt.kind &&
  verdict.parameter === (doubt.parameter ?? '') &&
  verdict.from < doubt.until &&
  verdict.until > doubt.from

/**
 * The verdict on a doubt, or on the part of it that lies `within` a period. `pending` if nobody decided, if people
 * decided differently without knowing of each other, or if the verdicts do not cover its whole period: nobody looked at
 * some hours at its start or end.
 */
export function currentVerdict(verdicts: DoubtVerdicts, doubt: Doubt, within: Span = doubt): string {
  const { from, until } = { from: Math.max(doubt.from, within.from), until: Math.min(doubt.until, within.until) }
  const asked = { ...doubt, from, until }
  const standing = (verdicts.get(doubt.device) ?? []).filter((each) => appliesTo(each, asked))
  const words = new Set(standing.map(({ verdict }) => verdict))
  return words.size === 1 && isCovered(asked, standing) ? [...words][0]! : 'pending'
}

/** Whether periods together cover another one. */
function isCovered({ from, until }: Span, by: readonly Span[]): boolean {
  let reached = from
  for (const each of [...by].sort((a, b) => a.from - b.from))
    if (each.from <= reached) reached = Math.max(reached, each.until)
  return reached >= until
}

/**
 * The doubts that still matter: all except those judged valid. With `within`, only their hours in this period matter: a
 * doubt that needs several days may be found longer from more data than from the data that a person looked at.
 */
export const undismissedDoubts = (verdicts: DoubtVerdicts, doubts: readonly Doubt[], within?: Span): readonly Doubt[] =>
  doubts.filter((doubt) => currentVerdict(verdicts, doubt, within) !== 'valid')

/**
 * The standing of an hour. `SOUND`: not doubted, or judged valid; `OPEN`: doubted, not decided; `WRONG`: judged
 * invalid.
 */
export const [SOUND, OPEN, WRONG] = [0, 1, 2] as const

const HOUR = 60

/** The hours of a device from `from` on, and the parameters whose values are counted. */
interface AskedHours {
  readonly device: string
  readonly parameters: readonly string[]
  readonly from: Minute
  readonly hours: number
}

/**
 * The standing of each hour of a device, by the doubts about its parameters, or about all its data. Verdicts decide the
 * hours that they cover, even if the doubt has continued since. Hours judged invalid stay so even if `doubts` no longer
 * contain them: a doubt that needs several days is not found again in a shorter period.
 */
export function standingOfHours(
  doubts: readonly DoubtedTime[],
  verdicts: DoubtVerdicts,
  { device, parameters, from, hours }: AskedHours,
): Uint8Array {
  const standing = new Uint8Array(hours)
  const own = verdicts.get(device) ?? []
  const isAbout = ({ parameter }: DoubtedTime) => parameter === null || parameters.includes(parameter)
  for (const doubt of [...doubts, ...invalidTimes(device, own)].filter(isAbout)) {
    const about = own.filter((each) => appliesTo(each, doubt))
    const first = Math.max(0, Math.floor((doubt.from - from) / HOUR))
    for (let hour = first; hour < hours && from + hour * HOUR < doubt.until; hour++) {
      const [begin, end] = [from + hour * HOUR, from + (hour + 1) * HOUR]
      const seen = about.filter(
        (each) => each.from <= Math.max(begin, doubt.from) && each.until >= Math.min(end, doubt.until),
      )
      const [word, ...others] = new Set(seen.map(({ verdict }) => verdict))
      const said = others.length > 0 ? OPEN : word === 'valid' ? SOUND : word === 'invalid' ? WRONG : OPEN
      standing[hour] = Math.max(standing[hour]!, said)
    }
  }
  return standing
}

/** Periods judged invalid, as doubts. */
const invalidTimes = (device: string, verdicts: readonly DoubtVerdict[]): readonly DoubtedTime[] =>
  verdicts
    .filter(({ verdict }) => verdict === 'invalid')
    .map((each) => ({ ...each, device, kind: each.doubt, parameter: each.parameter || null }))

/** Among hours with a value: how many are judged wrong and left out, and how many of the others are undecided. */
export interface DoubtedHours {
  readonly wrong: number
  readonly open: number
}

/**
 * Hourly means that count (NaN also if judged wrong), and how many are doubted; `standing` as returned by
 * {@link standingOfHours}.
 */
export function countedHours(
  values: Float32Array,
  standing: Uint8Array,
): { readonly counted: Float32Array; readonly doubted: DoubtedHours } {
  const count = (as: number) =>
    values.reduce((sum, value, at) => sum + (!Number.isNaN(value) && standing[at] === as ? 1 : 0), 0)
  return {
    counted: values.map((value, at) => (standing[at] === WRONG ? Number.NaN : value)),
    doubted: { wrong: count(WRONG), open: count(OPEN) },
  }
}

/**
 * The verdicts on which wrong hours of some parameters in a time depend: those of devices of which any hour may be wrong
 * then.
 */
export function verdictsOnWrongHours(
  verdicts: DoubtVerdicts,
  parameters: readonly string[],
  { from, until }: Span,
): DoubtVerdicts {
  const isAbout = (each: DoubtVerdict) =>
    (each.parameter === '' || parameters.includes(each.parameter)) && each.from < until && each.until > from
  const about = [...verdicts].map(([device, own]) => [device, own.filter(isAbout)] as const)
  return new Map(about.filter(([, own]) => own.some(({ verdict }) => verdict === 'invalid')))
}

/** A period of one parameter of a device, [from, until). */
export interface DeviceHours {
  readonly device: string
  readonly parameter: string
  readonly from: Minute
  readonly until: Minute
}

/**
 * The number of hours judged wrong. Uses verdicts only: a person's decision counts also where the doubt is not looked for
 * again.
 */
export function wrongHoursOf(verdicts: DoubtVerdicts, { device, parameter, from, until }: DeviceHours): number {
  const hours = Math.ceil((until - from) / HOUR)
  const standing = standingOfHours([], verdicts, { device, parameters: [parameter], from, hours })
  return standing.filter((each) => each === WRONG).length
}
