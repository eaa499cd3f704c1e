import { type DayNumber, parseDay } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import { AS_OF, flag, inspection } from './inspection'
import { demolitionName, linearName, pileName, siteName, spoilName, VILLAGE_NAMES, yardName } from './names'
import type { Places } from './places'
import type { Random } from './random'
import type { Row } from './rows'

/** Code of a row, e.g. `GD2022-0173`. */
const code = (prefix: string, i: number) => `${prefix}2022-${String(i + 1).padStart(4, '0')}`

/** The first columns of a made-up source: name, location and operator. */
export function placedAt(prefix: string, i: number, name: string, county: string, [lon, lat]: Position): Row {
  const number = String(1 + (i % 60)).padStart(2, '0')
  return {
    code: code(prefix, i),
    name,
    county,
    lon,
    lat,
    operator: `示例单位${number}`,
    contact: `示例联系人${number}`,
    // Local numbers never start with 0, so this reaches nobody.
    phone: `029-00000${String(i + 1).padStart(3, '0')}`,
  }
}

function placed(prefix: string, i: number, name: string, places: Places, spread?: number): Row {
  const county = places.county()
  return placedAt(prefix, i, name, county, places.inCounty(county, spread))
}

export const rowsFrom = (count: number, make: (i: number) => Row): Row[] =>
  Array.from({ length: count }, (_, i) => make(i))

/** Day of the last calibration: mostly this quarter, some last quarter, a few long ago. */
function calibration(random: Random): DayNumber | null {
  const range = random.weighted([
    [[1, 30], 82],
    [[31, 120], 10],
    [[123, 240], 5],
    [null, 3],
  ] as const)
  return range === null ? null : AS_OF - random.whole(range[0], range[1])
}

export function constructionSites(random: Random, places: Places, count: number): Row[] {
  return rowsFrom(count, (i) => {
    const place = placed('GD', i, siteName(random), places)
    const poor = random.chance(0.16)
    const yes = poor ? 0.72 : 0.998
    const monitor = flag(random, 0.975)
    const six = {
      enclosed: flag(random, yes),
      covered: flag(random, yes),
      washed: flag(random, yes),
      hardened: flag(random, yes),
      wetWork: flag(random, yes),
      sealedTrucks: flag(random, yes),
    }
    return {
      ...place,
      stage: random.pick(['土方', '基础', '主体', '装饰', '收尾']),
      ...six,
      video: flag(random, 0.975),
      monitor,
      monitorOnline: monitor ? flag(random, 0.96) : null,
      monitorRenewedOn: monitor
        ? random.chance(0.95)
          ? parseDay('2022-03-01') + random.whole(0, 85)
          : parseDay('2020-06-01') + random.whole(0, 400)
        : null,
      calibratedOn: monitor ? calibration(random) : null,
      concreteMixing: flag(random, 0.012),
      openMortarMixing: flag(random, 0.02),
      fumeCollected: flag(random, 0.97),
      ...inspection(random, Object.values(six).includes(false)),
    }
  })
}

export function demolitionSites(random: Random, places: Places, count: number): Row[] {
  return rowsFrom(count, (i) => {
    const demolished = flag(random, 0.7)
    const bare = demolished === true && random.chance(0.8)
    const stopped = random.chance(0.2)
    const tidy = random.chance(stopped ? 0.5 : 0.85) ? 0.99 : 0.6
    return {
      ...placed('CQ', i, demolitionName(random), places),
      wetWork: flag(random, 0.95),
      demolished,
      bareSince: bare ? AS_OF - random.whole(5, 260) : null,
      bareCovered: bare ? flag(random, 0.9) : demolished ? true : null,
      greenedOrCovered: bare ? flag(random, 0.85) : null,
      stoppedSince: stopped ? AS_OF - random.whole(3, 120) : null,
      wasteCleared: flag(random, tidy),
      enclosed: flag(random, tidy),
      wasteCovered: flag(random, tidy),
      ...inspection(random, tidy < 0.9),
    }
  })
}

export function linearWorksRows(random: Random, places: Places, count: number): Row[] {
  return rowsFrom(count, (i) => ({
    ...placed('XX', i, linearName(random), places),
    works: random.pick(['市政', '道路', '水利']),
    sectionMetres: random.whole(2, 30) * 50,
    inSections: flag(random, 0.85, 0.04),
    haulRoadHardened: flag(random, 0.88),
    haulRoadWatered: flag(random, 0.88),
    ...inspection(random, random.chance(0.25)),
  }))
}

export function stockpiles(random: Random, places: Places, count: number): Row[] {
  return rowsFrom(count, (i) => {
    const exposedPile = random.chance(0.42)
    const material = exposedPile
      ? random.pick(['沙', '煤', '渣', '土', '垃圾'])
      : random.pick(['沙', '煤', '渣', '粉粒料', '粉粒料'])
    const surveyedOn = parseDay('2022-04-10') + random.whole(0, 150)
    const cleared = exposedPile ? flag(random, 0.68, 0.05) : null
    return {
      ...placed('DC', i, pileName(random, material), places, 1.6),
      material,
      areaSquareMetres: random.whole(3, 220) * 20,
      exposedPile,
      surveyedOn: exposedPile ? surveyedOn : null,
      cleared,
      clearedOn: cleared ? Math.min(AS_OF - 1, surveyedOn + random.whole(3, 60)) : null,
      closedOrCovered: exposedPile ? null : flag(random, 0.9),
      conveyingClosed: material === '粉粒料' ? flag(random, 0.9) : null,
      openLoading: exposedPile ? null : flag(random, 0.06),
      ...inspection(random, random.chance(0.12)),
    }
  })
}

export function yards(random: Random, places: Places, count: number): Row[] {
  return rowsFrom(count, (i) => {
    const use = random.weighted([
      ['物流园', 35],
      ['停车场', 50],
      ['渣土消纳场', 15],
    ] as const)
    const weather = random.weighted([
      ['正常', 70],
      ['大风', 14],
      ['高温', 10],
      ['沙尘', 6],
    ] as const)
    const wanted = weather === '正常' ? 6 : 8
    return {
      ...placed('CD', i, yardName(random, use), places, 1.3),
      use,
      hardened: flag(random, 0.96),
      wheelWash: flag(random, 0.95),
      sprinklers: flag(random, 0.95),
      weather,
      wateringsPerDay: random.chance(0.03)
        ? null
        : random.chance(0.87)
          ? wanted + random.whole(0, 2)
          : wanted - random.whole(1, 4),
      wetSweepsPerDay: random.chance(0.03) ? null : random.chance(0.94) ? random.whole(1, 3) : 0,
      ...inspection(random, random.chance(0.1)),
    }
  })
}

export function spoilGrounds(random: Random, places: Places, count: number): Row[] {
  return rowsFrom(count, (i) => {
    const planned = random.chance(0.9)
    const done = planned && random.chance(0.75)
    return {
      ...placed('QT', i, spoilName(random), places, 2),
      planned,
      plannedOn: planned ? parseDay('2022-05-08') + random.whole(0, 34) : null,
      done: i === 0 ? null : done,
      doneOn: done && i > 0 ? parseDay('2022-08-15') + random.whole(0, 74) : null,
      ...inspection(random, false),
    }
  })
}

/** Codes of the ranked counties. */
export const COUNTIES = [
  '610402',
  '610404',
  '610422',
  '610423',
  '610424',
  '610425',
  '610426',
  '610428',
  '610429',
  '610430',
  '610431',
  '610481',
  '610482',
]

export function machineryRows(random: Random): Row[] {
  return COUNTIES.map((county, i) => {
    const registered = random.whole(120, 900)
    return {
      code: `FD-${county}`,
      name: '非道路移动机械抽测',
      county,
      registered,
      sampled: i === 8 ? null : Math.round(registered * (0.14 + random.next() * 0.16)),
      inspectedOn: AS_OF - random.whole(1, 20),
    }
  })
}

export function sweepingRows(random: Random): Row[] {
  return COUNTIES.map((county, i) => {
    const mainUrban = i < 2
    const least = mainUrban ? 90 : 70
    return {
      code: `QS-${county}`,
      name: '道路机械化清扫',
      county,
      mainUrban,
      mechanisedPercent:
        i === 7
          ? null
          : Number((least + (random.chance(0.75) ? 1 + random.next() * 8 : -1 - random.next() * 6)).toFixed(1)),
      inspectedOn: AS_OF - random.whole(1, 20),
    }
  })
}

export function muckTruckRows(random: Random): Row[] {
  return COUNTIES.map((county, i) => {
    const trips = random.whole(800, 9000)
    return {
      code: `ZT-${county}`,
      name: '渣土车运输',
      county,
      trips,
      dayTrips: Math.round(trips * (i === 0 ? 0.76 : 0.8 + random.next() * 0.15)),
      sealedCheckedOn: i === 5 ? null : AS_OF - (random.chance(0.7) ? random.whole(2, 28) : random.whole(40, 160)),
    }
  })
}

export function strawFireRows(random: Random): Row[] {
  return VILLAGE_NAMES.map((village, i) => ({
    code: `HD-${String(i + 1).padStart(2, '0')}`,
    name: `${village}镇（示例）`,
    county: COUNTIES[i % COUNTIES.length]!,
    firePoints: random.chance(0.7) ? 0 : random.whole(1, 9),
    inspectedOn: AS_OF - random.whole(1, 5),
  }))
}
