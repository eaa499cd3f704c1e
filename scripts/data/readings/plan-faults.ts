import type { DoubtKind } from '@/domain/monitoring/doubts/doubt'
import type { Minute } from '@/domain/monitoring/readings'
import type { Random } from '../random'
import type { Episode, Fault, MadeDevice } from './truth'

const HOUR = 60
const DAY = 1440
const DUST = ['tsp', 'pm10', 'pm25'] as const

/** For each kind of fault: frequency per device and year, duration in minutes, and affected parameters. */
const FAULTS: readonly (readonly [
  kind: DoubtKind,
  perYear: number,
  minutes: readonly [number, number],
  of: 'all' | 'dust' | 'one-dust' | 'pm25' | 'weather',
])[] = [
  ['outage', 3, [3 * HOUR, 6 * DAY], 'all'],
  ['flagged', 2, [2 * HOUR, DAY], 'all'],
  ['stuck', 1, [5 * HOUR, 3 * DAY], 'one-dust'],
  ['spike', 4, [15, 30], 'one-dust'],
  ['drift', 0.3, [20 * DAY, 60 * DAY], 'dust'],
  ['overRange', 0.4, [4 * HOUR, DAY], 'one-dust'],
  ['order', 0.5, [5 * HOUR, 5 * DAY], 'pm25'],
  ['implausible', 1, [30, 6 * HOUR], 'weather'],
  ['clock', 0.2, [6 * DAY, 30 * DAY], 'all'],
]

/** Minimum distance between faults of one device, so that each is detectable by itself. */
const APART = DAY

const inSteps = (minutes: number, step: number) => Math.ceil(minutes / step) * step

/** A duration between least and most, log-uniform: many short ones, few long ones. */
const between = (random: Random, [least, most]: readonly [number, number]) => least * (most / least) ** random.next()

/** A Poisson-distributed count with this mean. */
function times(random: Random, mean: number): number {
  let left = Math.exp(-mean)
  let [count, chance] = [0, random.next()]
  while (chance > left && count < 1000) {
    count++
    left += (Math.exp(-mean) * mean ** count) / factorial(count)
  }
  return count
}
const factorial = (of: number): number => (of <= 1 ? 1 : of * factorial(of - 1))

/** The faults of one device in a period, without overlaps. */
export function planFaults(
  random: Random,
  { code }: MadeDevice,
  from: Minute,
  until: Minute,
  step: number,
): readonly Fault[] {
  const years = (until - from) / (365 * DAY)
  const planned: Fault[] = []
  for (const [kind, perYear, minutes, of] of FAULTS)
    for (let left = times(random, perYear * years); left > 0; left--) {
      const length = inSteps(between(random, minutes), step)
      const one = random.pick(DUST)
      const weather = random.pick(['temperature', 'humidity', 'pm10'] as const)
      const parameters = { all: [], dust: DUST, 'one-dust': [one], pm25: ['pm25'], weather: [weather] } as const
      for (let tries = 0; tries < 20; tries++) {
        const begin = from + DAY + inSteps(random.next() * (until - from - 2 * DAY), step)
        const end = begin + length
        const isFree = planned.every((other) => other.until + APART <= begin || end + APART <= other.from)
        if (!isFree || end + DAY > until) continue
        planned.push({ device: code, kind, parameters: parameters[of], from: begin, until: end })
        break
      }
    }
  return planned.sort((a, b) => a.from - b.from)
}

/** Number of dust episodes per site and year, by construction stage. */
const EPISODES: Readonly<Record<string, number>> = { 拆除: 14, 土方: 12, 基础: 8, 主体: 5, 装饰: 2, 收尾: 1 }

/** Periods of high dust at one site, all by day. */
export function planEpisodes(
  random: Random,
  { code, stage }: MadeDevice,
  from: Minute,
  until: Minute,
  step: number,
): readonly Episode[] {
  const years = (until - from) / (365 * DAY)
  const planned: Episode[] = []
  for (let left = times(random, (EPISODES[stage] ?? 4) * years); left > 0; left--) {
    const day = Math.floor((random.next() * (until - from)) / DAY)
    // Work begins at seven in Asia/Shanghai, an hour before midnight UTC.
    const begin = from - (from % DAY) + day * DAY - HOUR + inSteps(random.next() * 8 * HOUR, step)
    const end = begin + inSteps(between(random, [HOUR, 6 * HOUR]), step)
    if (begin < from || end > until || planned.some((other) => begin < other.until && other.from < end)) continue
    const cause = random.pick(['works', 'works', 'trucks', 'wind-over-bare-soil'] as const)
    planned.push({ device: code, cause, from: begin, until: end })
  }
  return planned.sort((a, b) => a.from - b.from)
}
