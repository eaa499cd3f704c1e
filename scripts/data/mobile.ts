import { parseDay } from '@/domain/calendar'
import { AS_OF, flag, inspection } from './inspection'
import type { RowGenerator } from './row-generator'
import type { Row } from './rows'
import { COUNTIES, rowsFrom } from './sites'

/** Planned refit days of stations, some before the as-of date, some after. */
const REFIT_DAYS = ['2022-06-30', '2022-09-30', '2022-12-31'].map(parseDay)

/** A refit of a station: whether it was done and, if it was planned, on which day. */
const refit = (isDone: boolean | null, due: number | null, name: string, day: string): Row => ({
  [name]: isDone,
  [day]: isDone && due !== null ? Math.min(AS_OF, due) - 12 : null,
})

/** Results of petrol samples; empty if no sample was taken. */
const ofSamples = (isSampled: boolean, fuelPassed: boolean | null, vapourPressureTested: boolean | null): Row =>
  isSampled ? { fuelPassed, vapourPressureTested } : {}

/** Petrol stations and depots, and whether their vapour is recovered. */
export function fuelSites(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const isDepot = i % 16 === 15
    const sound = random.chance(0.85) ? 0.99 : 0.75
    const vapourMeetsLimit = flag(random, sound)
    const refitPlanned = isDepot ? null : i % 4 !== 1
    const refitDue = refitPlanned ? REFIT_DAYS[i % REFIT_DAYS.length]! : null
    const fuelSampled = i % 8 !== 5
    return {
      ...(isDepot ? making.inTown('YZ', i, '储油库', 1.4) : making.besideRoad('YZ', i, '加油站')),
      siteUse: isDepot ? '储油库' : '加油站',
      petrolStandard: isDepot
        ? null
        : random.weighted([
            ['国6B', 90],
            ['国6A', 9],
            [null, 1],
          ] as const),
      vapourMeetsLimit,
      refitPlanned,
      refitDue,
      ...refit(isDepot ? null : flag(random, sound), refitDue, 'stageThreeRecovery', 'stageThreeRecoveryOn'),
      ...refit(isDepot ? null : flag(random, sound), refitDue, 'tanksLined', 'tanksLinedOn'),
      chemicalsLicence: flag(random, 0.985),
      fuelSampled,
      ...ofSamples(fuelSampled, flag(random, 0.97), isDepot ? null : flag(random, 0.9)),
      ...inspection(random, vapourMeetsLimit === false),
    }
  })
}

const SALE_FORMS = ['点', '点', '车', '站'] as const

export function illegalFuel(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const saleForm = random.pick(SALE_FORMS)
    const reportedOn = making.before(8, 180)
    const removed = flag(random, 0.8, 0.05)
    return {
      ...making.besideRoad('HY', i, `黑加油${saleForm}`),
      operator: null,
      contact: null,
      phone: null,
      saleForm,
      reportedOn,
      removed,
      removedOn: removed ? Math.min(AS_OF, reportedOn + random.whole(1, 20)) : null,
      inspectedOn: making.before(1, 8),
    }
  })
}

export function vehicleStations(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const tests = i % 3 !== 2
    const testDataTrue = tests ? i !== 4 && flag(random, 0.94) : null
    return {
      ...making.besideRoad('JC', i, tests ? '机动车检测站' : '机动车维护站'),
      stationUse: tests ? '检测站（I站）' : '维护站（M站）',
      testedVehicles: tests ? random.whole(30, 400) * 50 : null,
      testDataTrue,
      releasedAfterRetest: flag(random, 0.93, 0.03),
      ...inspection(random, testDataTrue === false),
    }
  })
}

export function oldVehicles(making: RowGenerator): Row[] {
  const { random } = making
  return COUNTIES.map((county, i) => {
    const stageThreeDiesels = random.whole(120, 1500)
    const plan = making.once(i === 6 ? 0 : 0.95, '2022-05-20', '2022-07-05')
    return {
      code: `LJ-${county}`,
      name: '老旧柴油车淘汰',
      county,
      renewalPlanned: plan.flag,
      renewalPlannedOn: plan.day,
      stageThreeDiesels,
      scrappedDiesels: i === 9 ? null : Math.round(stageThreeDiesels * (0.3 + random.next() * 0.5)),
      inspectedOn: making.before(1, 20),
    }
  })
}

/** Fleets of a county; only the larger counties have all of them. */
const FLEETS = ['城市公交', '出租车（公户）', '轻型环卫车辆', '轻型邮政快递', '城市物流配送', '公务用车'] as const

export function newEnergyVehicles(making: RowGenerator): Row[] {
  const { random } = making
  return COUNTIES.flatMap((county, i) =>
    FLEETS.slice(0, i < 2 ? FLEETS.length : 3).map((fleetUse, k) => {
      const vehiclesAdded = random.whole(4, k === 0 ? 60 : 25)
      return {
        code: `XN-${county}-${k + 1}`,
        name: `${fleetUse}新增更新`,
        county,
        fleetUse,
        vehiclesAdded,
        newEnergyAdded: Math.round(vehiclesAdded * (random.chance(0.85) ? 0.8 + random.next() * 0.2 : 0.5)),
        inspectedOn: making.before(1, 25),
      }
    }),
  )
}

const COAL_COUNTIES = ['610482', '610428', '610429'] as const

export function railSidings(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const isMine = i % 2 === 0
    const shipperUse = isMine ? '煤矿' : i % 4 === 1 ? '物流园区' : '工矿企业'
    const freight = random.whole(80, 600)
    const railSiding = i % 5 === 2 ? false : flag(random, 0.45)
    return {
      ...making.inTown('TL', i, shipperUse, 1.8, isMine ? COAL_COUNTIES : []),
      shipperUse,
      freightTenThousandTonnes: freight,
      largeShipper: freight >= 150,
      newlyBuilt: !isMine && (i % 5 === 2 || random.chance(0.5)),
      railSiding,
      sidingFit: isMine ? i % 6 !== 4 : null,
      sidingApplied: railSiding ? null : i !== 12 && flag(random, 0.6),
      inspectedOn: making.before(5, 60),
    }
  })
}
