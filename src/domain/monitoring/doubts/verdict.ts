import type { Minute } from '@/domain/monitoring/readings'
import type { Doubt } from './doubt'

/** What a person decided on a doubt, as far as readings need it. */
export interface DoubtVerdict {
  readonly doubt: string
  /** '' where the doubt is about all that the device says. */
  readonly parameter: string
  /** The time that the person looked at, [from, until). */
  readonly from: Minute
  readonly until: Minute
  /** `valid`, `invalid`, or another word, which decides nothing. */
  readonly verdict: string
}

type Span = Pick<DoubtVerdict, 'from' | 'until'>

/** What stands, by the number of the device. */
export type DoubtVerdicts = ReadonlyMap<string, readonly DoubtVerdict[]>

/** A time of which something of a device is doubted; the parameter is null where all that it says is. */
interface DoubtedTime extends Pick<Doubt, 'device' | 'from' | 'until'> {
  readonly kind: string
  readonly parameter: string | null
}

/** Whether a verdict is on a doubt: on one of its kind and parameter, of a time that both have. */
export const isOn = (verdict: Omit<DoubtVerdict, 'verdict'>, doubt: DoubtedTime): boolean =>
  verdict.doubt === doubt.kind &&
  verdict.parameter === (doubt.parameter ?? '') &&
  verdict.from < doubt.until &&
  verdict.until > doubt.from

/**
 * What persons came to on a doubt: one word. `pending` where nobody decided, where two who did not know of one another said different
 * things, and where the doubt has hours that nobody looked at, before or after.
 */
export function wordOn(verdicts: DoubtVerdicts, doubt: Doubt): string {
  const standing = (verdicts.get(doubt.device) ?? []).filter((each) => isOn(each, doubt))
  const words = new Set(standing.map(({ verdict }) => verdict))
  return words.size === 1 && isCovered(doubt, standing) ? [...words][0]! : 'pending'
}

/** Whether times have every minute of another among them. */
function isCovered({ from, until }: Span, by: readonly Span[]): boolean {
  let reached = from
  for (const each of [...by].sort((a, b) => a.from - b.from))
    if (each.from <= reached) reached = Math.max(reached, each.until)
  return reached >= until
}

/** Doubts that still say something of their hours: all but those that a person found valid. */
export const notDismissed = (verdicts: DoubtVerdicts, doubts: readonly Doubt[]): readonly Doubt[] =>
  doubts.filter((doubt) => wordOn(verdicts, doubt) !== 'valid')

/** How an hour stands: nothing is doubted of it, or a person found it valid; it is doubted and nobody has decided; a person found it wrong. */
export const [SOUND, OPEN, WRONG] = [0, 1, 2] as const

const HOUR = 60

/** Hours of a device, from `from` on, and the parameters of which its figures are counted. */
interface AskedHours {
  readonly device: string
  readonly parameters: readonly string[]
  readonly from: Minute
  readonly hours: number
}

/**
 * How each hour of a device stands, by the doubts about its parameters, or about all that it reports. An hour of a doubt is decided by
 * the persons who looked at that hour, even if the doubt has gone on since. What a person found invalid stays so even if `doubts`
 * no longer have it: a doubt that needs several days is not found again in a shorter time.
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
    const about = own.filter((each) => isOn(each, doubt))
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

/** The times that persons found invalid, as doubts. */
const invalidTimes = (device: string, verdicts: readonly DoubtVerdict[]): readonly DoubtedTime[] =>
  verdicts
    .filter(({ verdict }) => verdict === 'invalid')
    .map((each) => ({ ...each, device, kind: each.doubt, parameter: each.parameter || null }))

/** Of hours with a figure: how many a person found wrong, which are left out, and of how many of the others nobody has decided. */
export interface DoubtedHours {
  readonly wrong: number
  readonly open: number
}

/** Means of hours as they are counted, NaN also where a person found one wrong, and how many of them are doubted; `standing` as {@link standingOfHours} has it. */
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

/** Hours of a parameter of a device, [from, until). */
export interface DeviceHours {
  readonly device: string
  readonly parameter: string
  readonly from: Minute
  readonly until: Minute
}

/**
 * How many of some hours a person found wrong. Verdicts are enough to know: what is found beside neighbours is looked for only where
 * one device is looked at, and what a person found of it counts everywhere.
 */
export function wrongHoursOf(verdicts: DoubtVerdicts, { device, parameter, from, until }: DeviceHours): number {
  const hours = Math.ceil((until - from) / HOUR)
  const standing = standingOfHours([], verdicts, { device, parameters: [parameter], from, hours })
  return standing.filter((each) => each === WRONG).length
}
