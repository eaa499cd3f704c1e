import { addMonths } from '@/domain/calendar'
import type { Places } from './places'
import { SEATS } from './places'
import type { Random } from './random'
import type { Row } from './rows'

/** Dustfall of a usual October by county, t/(km²·30d). Invented. */
const BASE: Record<string, number> = {
  '610402': 6.4,
  '610404': 7.2,
  '610422': 6.8,
  '610423': 7.7,
  '610424': 5.2,
  '610425': 6,
  '610426': 4.1,
  '610428': 3.6,
  '610429': 2.8,
  '610430': 8.9,
  '610431': 6.1,
  '610481': 6.9,
  '610482': 4.9,
}
/** Seasonal factors, January first: spring is dusty, winter is not. */
const SEASON = [0.82, 0.9, 1.22, 1.34, 1.2, 1.02, 0.9, 0.86, 0.88, 1, 0.92, 0.84]
const FIRST = '2020-11'
const MONTHS = 24
const MOUTH_CM = 15

export function dustfallPoints(places: Places): Row[] {
  return Object.keys(SEATS).flatMap((county) => {
    const count = county === '610402' || county === '610404' ? 5 : county === '610481' || county === '610422' ? 4 : 3
    return Array.from({ length: count }, (_, i) => {
      const [lon, lat] = places.inCounty(county, 0.4)
      return { code: `JC-${county}-${i + 1}`, name: `${['东', '西', '南', '北', '中'][i]}区监测点`, county, lon, lat }
    })
  })
}

const VOID_REASONS = ['采样缸破损', '采样缸被盗', '受人为干扰', '沙尘暴影响剔除']

export function dustfallSamples(random: Random, points: readonly Row[]): Row[] {
  return Array.from({ length: MONTHS }, (_, k) => addMonths(FIRST, k)).flatMap((month, k) => {
    const season = SEASON[Number(month.slice(5)) - 1]!
    const trend = 1 + (MONTHS - 1 - k) * 0.004
    const weather = 0.94 + random.next() * 0.12
    return points.flatMap((point): Row[] => {
      const common = { point: String(point.code), month }
      const draw = random.next()
      const days = Number((29 + random.next() * 2.4).toFixed(1))
      const target = BASE[String(point.county)]! * season * trend * weather * (0.86 + random.next() * 0.28)
      // Now and then clean ground far from towns falls below the detection limit.
      const value = point.county === '610429' && draw > 0.975 ? 0.2 : target
      if (draw < 0.012) return []
      if (draw < 0.022) return [{ ...common, valid: true, reason: '设备停用' }]
      const area = Math.PI * (MOUTH_CM / 2) ** 2
      const dish = 60 + random.next() * 8
      const blank = 0.0008 + random.next() * 0.0006
      const dust = (value * area * days) / 300_000
      const dishGrams = Number(dish.toFixed(4))
      const blankGrams = Number(blank.toFixed(4))
      const valid = draw >= 0.04
      return [
        {
          ...common,
          dishGrams: dishGrams.toFixed(4),
          dustedGrams: (dishGrams + blankGrams + dust).toFixed(4),
          blankGrams: blankGrams.toFixed(4),
          mouthCm: MOUTH_CM.toFixed(1),
          days: days.toFixed(1),
          valid,
          reason: valid ? '' : random.pick(VOID_REASONS),
        },
      ]
    })
  })
}
