import type { LineString } from 'geojson'
import { type DayNumber, parseDay } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import { AS_OF } from './inspection'
import { fieldsOfSurveys } from './kinds'
import { roadName } from './names'
import type { Places } from './places'
import type { Random } from './random'
import type { Row } from './rows'

/** The key roads named in clause 26. Their courses are made up until an office provides real ones. */
const KEY_ROADS: readonly (readonly [name: string, county: string, line: readonly Position[]])[] = [
  [
    '彩虹一路',
    '610402',
    [
      [108.668, 34.352],
      [108.69, 34.3545],
      [108.712, 34.357],
    ],
  ],
  [
    '咸平路',
    '610402',
    [
      [108.676, 34.35],
      [108.648, 34.341],
      [108.615, 34.333],
    ],
  ],
  [
    '中华路',
    '610402',
    [
      [108.679, 34.336],
      [108.682, 34.353],
      [108.685, 34.374],
    ],
  ],
  [
    '西环路',
    '610402',
    [
      [108.658, 34.325],
      [108.66, 34.345],
      [108.668, 34.37],
    ],
  ],
  [
    '宝泉路',
    '610402',
    [
      [108.668, 34.343],
      [108.69, 34.345],
      [108.707, 34.346],
    ],
  ],
  [
    '秦皇北路',
    '610404',
    [
      [108.712, 34.352],
      [108.722, 34.372],
      [108.731, 34.395],
    ],
  ],
  [
    '咸宋路',
    '610404',
    [
      [108.735, 34.4],
      [108.762, 34.434],
      [108.79, 34.472],
    ],
  ],
]
/** Sections of the 关中环线 through the three counties named in clause 26. */
const BELT_SECTIONS: readonly (readonly [name: string, county: string, line: readonly Position[]])[] = [
  [
    '关中环线礼泉段',
    '610425',
    [
      [108.33, 34.5],
      [108.42, 34.515],
      [108.52, 34.535],
    ],
  ],
  [
    '关中环线泾阳段',
    '610423',
    [
      [108.7, 34.55],
      [108.79, 34.565],
      [108.87, 34.585],
    ],
  ],
  [
    '关中环线三原段',
    '610422',
    [
      [108.89, 34.6],
      [108.96, 34.62],
      [109.03, 34.64],
    ],
  ],
]
const OTHER_ROADS = 30

/** Adds slight bends, so that the line does not look ruled. */
function bend(line: readonly Position[], random: Random): Position[] {
  return line.flatMap((from, i) => {
    const to = line[i + 1]
    if (!to) return [from]
    const middle: Position = [
      Number(((from[0] + to[0]) / 2 + (random.next() - 0.5) * 0.003).toFixed(6)),
      Number(((from[1] + to[1]) / 2 + (random.next() - 0.5) * 0.003).toFixed(6)),
    ]
    return [from, middle]
  })
}

export function roads(random: Random, places: Places): { row: Row; geometry: LineString }[] {
  const made: { row: Row; geometry: LineString }[] = []
  const add = (row: Row, line: readonly Position[]) => {
    const code = `DL-${String(made.length + 1).padStart(3, '0')}`
    made.push({
      row: { code, ...row },
      geometry: { type: 'LineString', coordinates: bend(line, random).map((p) => [...p]) },
    })
  }
  KEY_ROADS.forEach(([name, county, line], i) => {
    const watering = { routineWatering: true, fogCannon: i !== 6, washing: i !== 3 }
    add(
      { name, county, operator: '示例养护一所', keyRoad: true, beltRoad: false, ...watering, inspectedOn: AS_OF - 6 },
      line,
    )
  })
  BELT_SECTIONS.forEach(([name, county, line], i) => {
    const done = i === 0
    add(
      {
        name,
        county,
        operator: '示例公路段',
        keyRoad: false,
        beltRoad: true,
        planned: i !== 1,
        plannedOn: i === 1 ? null : parseDay('2022-06-20') + i * 4,
        vergeHardened: i === 2 ? null : done,
        vergeHardenedOn: done ? parseDay('2022-08-24') : null,
      },
      line,
    )
  })
  for (let i = 0; i < OTHER_ROADS; i++) {
    const county = places.county()
    const [lon, lat] = places.inCounty(county, 0.5)
    const angle = random.next() * Math.PI
    const reach = 0.008 + random.next() * 0.014
    const [dx, dy] = [Math.cos(angle) * reach, Math.sin(angle) * reach * 0.8]
    const line: Position[] = [
      [lon - dx, lat - dy],
      [lon, lat],
      [lon + dx, lat + dy],
    ].map(([x, y]) => [Number(x!.toFixed(6)), Number(y!.toFixed(6))])
    add(
      {
        name: roadName(i),
        county,
        operator: '示例养护二所',
        keyRoad: false,
        beltRoad: false,
        routineWatering: true,
        fogCannon: random.chance(0.7),
        washing: random.chance(0.8),
      },
      line,
    )
  }
  return made
}

const SILT_GRADES = fieldsOfSurveys('road').find(({ name }) => name === 'siltGrade')!.values!

/** Surveys of the roads' silt load. Some give only g/m². */
export function siltSurveys(
  random: Random,
  codes: readonly string[],
): { road: string; surveyedOn: DayNumber; siltLoad: number; siltGrade: string | null }[] {
  return codes.flatMap((road, i) => {
    const poor = i === 1 || i === 6 ? 2 : random.chance(0.25) ? 1 : 0
    const stale = i === 4 ? 45 : 0
    return [150, 118, 87, 56, 26].map((ago, k) => {
      const grade = Math.min(3, Math.max(0, k >= 3 ? poor : random.whole(0, 1)))
      const siltLoad = Number(([0.6, 1.4, 3.1, 6.5][grade]! * (0.8 + random.next() * 0.3)).toFixed(2))
      const given = random.chance(0.85)
      return {
        road,
        surveyedOn: AS_OF - ago - stale + random.whole(0, 9),
        siltLoad,
        siltGrade: given ? SILT_GRADES[grade]! : null,
      }
    })
  })
}
