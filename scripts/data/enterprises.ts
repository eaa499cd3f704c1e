import type { Position } from '@/domain/geodesy/position'
import { placeInRing, type Ring } from '@/domain/geodesy/ring'
import { creditCodeCheck } from '@/domain/sources/reading/credit-code'
import { flag } from './inspection'
import { enterpriseName } from './names'
import type { Places } from './places'
import type { Random } from './random'
import type { Row } from './rows'

/** Twenty-two graded industries; the plan gives their number but not their names. */
const INDUSTRIES = [
  '铸造',
  '水泥',
  '砖瓦窑',
  '石灰窑',
  '耐火材料',
  '玻璃',
  '陶瓷',
  '独立轧钢',
  '炭素',
  '铁合金',
  '有色压延',
  '化肥',
  '制药',
  '农药',
  '涂料',
  '油墨',
  '炼油石化',
  '橡胶制品',
  '人造板',
  '家具',
  '包装印刷',
  '工业涂装',
]
/** Industries that have only the grades 引领性 and 非引领性. */
const LEADING_ONLY = new Set(['砖瓦窑', '石灰窑', '人造板'])

const GRADE_WEIGHTS = [
  ['A', 2],
  ['B', 8],
  ['B-', 4],
  ['C', 58],
  ['D', 14],
  ['未评级', 14],
] as const
const UP: Record<string, string> = { A: 'B', B: 'C', 'B-': 'C', C: 'D', 引领性: '非引领性' }

function creditCode(i: number): string {
  const head = `91610400MAEX${String(i).padStart(5, '0')}`
  return head + creditCodeCheck(head)!
}

/** Enterprises: exactly `inside` within the ring and `outside` beyond it. */
export function enterprises(random: Random, places: Places, ring: Ring, inside: number, outside: number): Row[] {
  const rows: Row[] = []
  const left = { inside, outside }
  while (left.inside + left.outside > 0) {
    const county = places.county()
    const position: Position = places.inCounty(county, 1.5)
    const side = placeInRing(position, ring).inside ? 'inside' : 'outside'
    if (left[side] === 0) continue
    left[side]--
    const i = rows.length + 1
    const industry = rows.length < INDUSTRIES.length ? INDUSTRIES[rows.length]! : random.pick(INDUSTRIES)
    const leading = LEADING_ONLY.has(industry)
    const grade = leading
      ? random.weighted([
          ['引领性', 1],
          ['非引领性', 3],
        ] as const)
      : random.weighted(GRADE_WEIGHTS)
    rows.push({
      code: `QY-${String(i).padStart(4, '0')}`,
      name: enterpriseName(random, industry, i),
      county,
      lon: position[0],
      lat: position[1],
      creditCode: creditCode(i),
      industry,
      grade,
      lastYearGrade: random.chance(0.06) ? (UP[grade] ?? grade) : grade,
      emergencyMeasures: flag(random, 0.97),
      permit: random.chance(0.97) ? `EX6104${String(100000 + i)}001Q` : null,
    })
  }
  return rows
}
