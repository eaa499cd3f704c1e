import { localDay, localHour } from '@/domain/monitoring/local-time'
import type { Minute } from '@/domain/monitoring/readings'
import { Random } from '../random'

/** Weather and background over the whole city, one value per step. */
export interface Weather {
  readonly from: Minute
  readonly step: number
  readonly temperature: Float32Array
  readonly humidity: Float32Array
  readonly pressure: Float32Array
  readonly windSpeed: Float32Array
  readonly windDirection: Float32Array
  /** In mm/h. */
  readonly rain: Float32Array
  /** PM10 away from construction, µg/m³. */
  readonly pm10: Float32Array
  /** Share of PM2.5 in PM10. */
  readonly fineShare: Float32Array
  /** Periods of dust from afar, [from, until). */
  readonly dust: readonly (readonly [from: Minute, until: Minute])[]
}

const TURN = 2 * Math.PI
/** Part of the year, 0…1. */
const partOfYear = (minute: Minute) => ((localDay(minute) + 0.25) % 365.25) / 365.25
const hourOfDay = (minute: Minute) => localHour(minute) + (((minute % 60) + 60) % 60) / 60

/** An autocorrelated random value with a memory of some hours and standard deviation one. */
export function memory(random: Random, step: number, hours: number): () => number {
  const kept = Math.exp(-step / 60 / hours)
  const fresh = Math.sqrt(1 - kept * kept)
  let value = random.normal()
  return () => {
    value = kept * value + fresh * random.normal()
    return value
  }
}

/** Non-overlapping periods of some hours; `perYear` gives their frequency by part of the year. */
function spells(
  random: Random,
  from: Minute,
  until: Minute,
  perYear: (part: number) => number,
  hours: readonly [number, number],
) {
  const found: [Minute, Minute][] = []
  for (let at = from; at < until; at += 60) {
    if (!random.chance(perYear(partOfYear(at)) / 8766)) continue
    const length = random.whole(hours[0], hours[1]) * 60
    found.push([at, Math.min(until, at + length)])
    at += length
  }
  return found
}

/** Plausible weather of a city on a plain between mountains; identical for the same seed and period. */
export function madeWeather(seed: number, from: Minute, until: Minute, step: number): Weather {
  const random = new Random(seed)
  const length = Math.ceil((until - from) / step)
  const column = () => new Float32Array(length)
  const made = {
    temperature: column(),
    humidity: column(),
    pressure: column(),
    windSpeed: column(),
    windDirection: column(),
    rain: column(),
    pm10: column(),
    fineShare: column(),
  }
  const isSpring = (part: number) => part > 0.16 && part < 0.4
  const dust = spells(random, from, until, (part) => (isSpring(part) ? 14 : 1.5), [14, 34])
  const rains = spells(random, from, until, (part) => 70 + 60 * Math.cos(TURN * (part - 0.6)), [2, 14])
  const [warmth, stillness, haze, turning, gust] = [80, 18, 36, 20, 2].map((hours) => memory(random, step, hours))
  let [nextDust, nextRain, washed] = [0, 0, 0]
  for (let i = 0; i < length; i++) {
    const at = from + i * step
    const [part, hour] = [partOfYear(at), hourOfDay(at)]
    while (dust[nextDust] && dust[nextDust]![1] <= at) nextDust++
    while (rains[nextRain] && rains[nextRain]![1] <= at) nextRain++
    const [dustFrom, dustUntil] = dust[nextDust] ?? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    const isRain = at >= (rains[nextRain]?.[0] ?? Number.POSITIVE_INFINITY)
    const rain = isRain ? 0.4 + Math.abs(gust!()) * 1.5 : 0
    // What rain washes out returns within a day.
    washed = isRain ? Math.min(1, washed + (step / 60) * 0.3) : washed * Math.exp(-step / 60 / 16)
    const winter = Math.cos(TURN * (part - 0.03))
    const sun = Math.cos((TURN * (hour - 15)) / 24)
    const temperature = 13.5 - 13.5 * winter + (isRain ? 1.5 : 5) * sun + 3 * warmth!() - (isRain ? 3 : 0)
    const wind = Math.exp(0.45 + 0.25 * sun + 0.45 * stillness!() + 0.12 * gust!()) + (at >= dustFrom ? 2.5 : 0)
    const wave = at >= dustFrom ? Math.sin((Math.PI * (at - dustFrom)) / (dustUntil - dustFrom)) : 0
    const rush = Math.exp(-((hour - 8.5) ** 2) / 5) + Math.exp(-((hour - 21) ** 2) / 10)
    const ordinary = Math.exp(
      3.95 + 0.45 * winter + 0.38 * haze!() + 0.14 * rush - 0.08 * Math.min(4, wind - 1.8) - 0.9 * washed,
    )
    made.temperature[i] = temperature
    made.humidity[i] = Math.min(99, Math.max(12, 58 - 17 * sun - 6 * winter + (isRain ? 28 : 0) - 20 * wave))
    made.pressure[i] = 97 + 0.9 * winter - 0.05 * sun - 0.3 * warmth!()
    made.windSpeed[i] = Math.min(18, wind)
    // Along the valley, from the north-east or from the south-west.
    made.windDirection[i] = ((turning!() > -0.2 ? 60 : 240) + 35 * haze!() + 360) % 360
    made.rain[i] = rain
    made.pm10[i] = ordinary + 620 * wave ** 2
    made.fineShare[i] = (0.45 + 0.13 * winter) * (1 - 0.65 * wave)
  }
  return { from, step, ...made, dust }
}
