import { flag, inspection } from './inspection'
import type { RowGenerator } from './row-generator'
import type { Row } from './rows'
import { COUNTIES, rowsFrom } from './sites'

export function boilers(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const boilerFuel = random.weighted([
      ['燃气', 62],
      ['生物质', 16],
      ['燃煤', 16],
      ['燃油', 6],
    ] as const)
    const isCoal = boilerFuel === '燃煤'
    const steamTonnes = isCoal ? random.pick([10, 20, 35, 65, 75]) : random.pick([1, 2, 4, 6, 10, 15])
    const smallBoiler = steamTonnes <= 35
    const retired = making.once(isCoal && smallBoiler ? 0.7 : 0, '2022-06-10', '2022-10-28', isCoal ? 0.05 : 0)
    const boilerMeetsLimit = retired.flag ? null : flag(random, 0.95)
    return {
      ...making.inTown('GL', i, `${boilerFuel}锅炉`, 1.3),
      boilerFuel,
      steamTonnes,
      smallBoiler,
      boilerListed: flag(random, 0.98),
      boilerMeetsLimit,
      boilerRetired: retired.flag,
      boilerRetiredOn: retired.day,
      ...inspection(random, boilerMeetsLimit === false),
    }
  })
}

export function coalDealers(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const inReplacedArea = random.chance(0.3)
    const sellsLooseCoal = inReplacedArea ? flag(random, 0.15) : false
    const coalPassed = flag(random, 0.9, 0.04)
    return {
      ...making.inTown('SM', i, '散煤经销点', 2),
      coalSold: sellsLooseCoal ? '散煤' : random.pick(['洁净型煤', '洁净型煤', '兰炭', '无烟煤']),
      coalPassed,
      inReplacedArea,
      sellsLooseCoal,
      ...inspection(random, coalPassed === false || sellsLooseCoal === true),
    }
  })
}

/** Counties on the Wei plain; the others are on the loess plateau. */
const PLAIN = new Set(['610402', '610404', '610422', '610423', '610425', '610431', '610481'])

export function cleanHeating(making: RowGenerator): Row[] {
  const { random } = making
  return COUNTIES.map((county, i) => {
    const onThePlain = PLAIN.has(county)
    const households = random.whole(400, 1600) * 100
    const share = (onThePlain ? 0.93 : 0.8) + random.next() * 0.06
    return {
      code: `QN-${county}`,
      name: '清洁取暖',
      county,
      households,
      cleanHouseholds: i === 8 ? null : Math.round(households * share),
      onThePlain,
      looseCoalHouseholds: onThePlain ? (random.chance(0.7) ? 0 : random.whole(5, 160)) : random.whole(200, 5000),
      inspectedOn: making.before(1, 25),
    }
  })
}

export function farmEnergy(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const farmUse = random.pick(['农业大棚', '农业大棚', '养殖场', '烘干设施'])
    const farmReplaced = random.chance(0.85)
    const relapsed = random.chance(farmReplaced ? 0.06 : 0.9)
    return {
      ...making.inTown('NY', i, farmUse, 2.4),
      farmUse,
      farmFuel: relapsed ? '散煤' : random.pick(['电', '电', '天然气', '生物质', '太阳能']),
      farmListed: flag(random, 0.94, 0.03),
      farmReplaced,
      ...inspection(random, farmReplaced && relapsed),
    }
  })
}
