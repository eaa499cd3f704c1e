import { localDay, localHour } from '@/domain/monitoring/local-time'
import { PARAMETERS, type Parameter } from '@/domain/monitoring/parameter'
import type { Random } from '../random'
import type { Episode, MadeDevice } from './truth'
import { memory, type Weather } from './weather'

/** PM10 in µg/m³ that construction adds on an ordinary day, by stage. */
const WORKS: Readonly<Record<string, number>> = { 拆除: 90, 土方: 75, 基础: 50, 主体: 30, 装饰: 14, 收尾: 6 }

/** Whether a site is worked on in an hour: from seven to six with a break at noon, not on Sundays. */
const isWorked = (day: number, hour: number) => (day + 4) % 7 !== 0 && hour >= 7 && hour < 18 && hour !== 12

/** Decimal places of each parameter. */
const PLACES: Readonly<Record<Parameter, number>> = {
  tsp: 0,
  pm10: 0,
  pm25: 0,
  noise: 1,
  temperature: 1,
  humidity: 0,
  'wind-speed': 1,
  'wind-direction': 0,
  pressure: 1,
}
const SCALES = PARAMETERS.map((each) => 10 ** PLACES[each])

/** What a device without faults would measure: one value per weather step, in the order of `PARAMETERS`. */
export function deviceAir(
  random: Random,
  { stage }: MadeDevice,
  weather: Weather,
  episodes: readonly Episode[],
): readonly Float32Array[] {
  const { step, from } = weather
  const length = weather.pm10.length
  const columns = PARAMETERS.map(() => new Float32Array(length))
  // Constants of the place and the device: local dust, measuring bias, exposure to wind.
  const place = 0.08 * random.normal()
  const [coarse, fine] = [1.35 + 0.06 * random.normal(), 1 + 0.04 * random.normal()]
  const gains = PARAMETERS.map((_, i) => (i < 3 ? 1 + 0.03 * random.normal() : 0))
  const lee = 0.75 + 0.2 * random.next()
  const warmth = 0.6 * random.normal()
  const local = memory(random, step, 5)
  let [activity, ofHalfDay, next] = [0, -1, 0]
  for (let i = 0; i < length; i++) {
    const at = from + i * step
    const [day, hour] = [localDay(at), localHour(at)]
    const halfDay = day * 2 + (hour < 12 ? 0 : 1)
    if (halfDay !== ofHalfDay) activity = random.chance(0.15) ? 0 : Math.exp(0.5 * random.normal())
    ofHalfDay = halfDay
    const [wind, rain] = [weather.windSpeed[i]! * lee, weather.rain[i]!]
    while (episodes[next] && episodes[next]!.until <= at) next++
    const own = episodes[next] && episodes[next]!.from <= at ? 0.7 + 0.5 * random.next() : 0
    const worked = isWorked(day, hour) ? (activity * (WORKS[stage] ?? 30)) / (0.6 + 0.3 * wind) : 0
    const risen = (worked * (0.7 + 0.6 * random.next()) + own * 620) * (rain > 0 ? 0.15 : 1)
    const air = weather.pm10[i]! * Math.exp(place + 0.09 * local() + 0.04 * random.normal())
    const pm10 = air + 0.45 * risen
    const direction = weather.windDirection[i]! + (12 + 30 / (0.5 + wind)) * random.normal()
    const values = [
      air * coarse + risen,
      pm10,
      air * weather.fineShare[i]! * fine + 0.06 * risen,
      (hour >= 6 && hour < 22 ? 56 : 48) + (worked > 0 ? 9 : 0) + (own > 0 ? 4 : 0) + 2.2 * random.normal(),
      weather.temperature[i]! + warmth + 0.3 * random.normal(),
      Math.min(100, weather.humidity[i]! + 1.5 * random.normal()),
      Math.max(0, wind * (1 + 0.18 * random.normal())),
      ((direction % 360) + 360) % 360,
      weather.pressure[i]!,
    ]
    for (let column = 0; column < columns.length; column++) {
      const scale = SCALES[column]!
      const value = values[column]! * (1 + (gains[column] ?? 0))
      columns[column]![i] = Math.round(value * scale) / scale
    }
  }
  return columns
}
