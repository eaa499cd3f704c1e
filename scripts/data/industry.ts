import { flag, inspection } from './inspection'
import type { RowGenerator } from './row-generator'
import type { Row } from './rows'
import { rowsFrom } from './sites'

const CLUSTERS = [
  '铸造',
  '耐火材料',
  '石灰',
  '包装印刷',
  '家具',
  '零部件制造',
  '人造板',
  '化工',
  '煤炭采选',
  '彩涂板',
] as const

export function industryClusters(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const clusterTrade = CLUSTERS[i % CLUSTERS.length]!
    const surveyed = making.once(0.92, '2022-03-10', '2022-05-12')
    const upgraded = making.once(0.42, '2022-07-01', '2022-10-30')
    return {
      ...making.inTown('JQ', i, `${clusterTrade}聚集区`, 1.5),
      clusterTrade,
      clusterFirms: random.whole(6, 45),
      clusterSurveyed: surveyed.flag,
      clusterSurveyedOn: surveyed.day,
      clusterTreatment: i === 4 ? null : random.pick(['淘汰关停', '搬迁入园', '就地改造', '就地改造', '做优做强']),
      clusterUpgraded: upgraded.flag,
      clusterUpgradedOn: upgraded.day,
      inspectedOn: making.before(5, 60),
    }
  })
}

export function scatteredPolluters(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const found = making.before(20, 200)
    const cleared = flag(random, 0.82, 0.05)
    return {
      ...making.inTown('SL', i, '散乱污点', 2.2),
      operator: null,
      contact: null,
      phone: null,
      polluterTrade: random.pick(['小作坊', '废旧加工', '喷涂', '木材加工', '石材加工']),
      polluterFoundOn: found,
      polluterCleared: cleared,
      polluterClearedOn: cleared ? found + random.whole(2, 19) : null,
      inspectedOn: making.before(1, 19),
    }
  })
}

/** Industries whose furnaces the plan checks again, with the plan's names for them. */
const FURNACE_TRADES: Readonly<Record<string, string>> = {
  玻璃: '玻璃',
  化肥: '化肥',
  铸造: '铸造',
  石灰窑: '石灰',
  砖瓦窑: '砖瓦',
  耐火材料: '耐火材料',
}
const WEAK_ABATEMENT = ['除尘脱硫一体化', '简易碱法脱硫', '简易氨法脱硫脱硝', '湿法脱硝'] as const

export function furnaces(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const place = making.atEnterprise('LY', i, Object.keys(FURNACE_TRADES), `${1 + (i % 3)}号窑炉`)
    const trade = Object.keys(FURNACE_TRADES).find((industry) => String(place.name).includes(industry))!
    const isWeak = random.chance(0.22)
    const furnaceMeetsLimit = flag(random, isWeak ? 0.5 : 0.97)
    return {
      ...place,
      furnaceTrade: FURNACE_TRADES[trade]!,
      furnaceFuel: random.pick(['天然气', '天然气', '煤气', '煤', '电']),
      furnaceAbatement: isWeak ? random.pick(WEAK_ABATEMENT) : random.pick(['布袋除尘', '石灰石-石膏脱硫', 'SCR脱硝']),
      furnaceLookedAgain: flag(random, 0.95),
      furnaceListed: flag(random, 0.93),
      furnaceMeetsLimit,
      furnaceRemedied: furnaceMeetsLimit === false ? flag(random, 0.5, 0.08) : null,
      ...inspection(random, furnaceMeetsLimit === false),
    }
  })
}

export function brickworks(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const isFired = i % 4 !== 3
    const clayQuarry = isFired && random.chance(0.5)
    const converted = clayQuarry ? making.once(0.75, '2022-07-01', '2022-10-15') : null
    const treated = isFired ? making.once(0.7, '2022-07-15', '2022-10-30') : null
    const brickUpgraded = random.chance(0.5)
    return {
      ...making.inTown('ZW', i, '砖瓦厂', 2.2),
      brickUse: isFired ? '烧结类' : '非烧结类',
      clayQuarry,
      brickAssessed: flag(random, 0.95),
      quarryConverted: converted?.flag,
      quarryConvertedOn: converted?.day,
      brickDeepTreated: treated?.flag,
      brickDeepTreatedOn: treated?.day,
      brickUpgraded,
      brickAccepted: brickUpgraded ? flag(random, 0.85) : null,
      inspectedOn: making.before(3, 60),
    }
  })
}

const PROJECT_TRADES = ['铸造', '化工', '家具', '包装印刷', '建材', '机械加工'] as const
const KEY_TRADES: ReadonlySet<string> = new Set(['铸造', '家具', '包装印刷'])

export function newProjects(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const projectTrade = PROJECT_TRADES[i % PROJECT_TRADES.length]!
    return {
      ...making.inTown('XM', i, `${projectTrade}项目`, 1.3),
      projectTrade,
      keyTrade: KEY_TRADES.has(projectTrade),
      projectGrade: random.weighted([
        ['A', 15],
        ['B', 45],
        ['引领性', 15],
        ['C', 20],
        [null, 5],
      ] as const),
      projectConforms: flag(random, 0.94, 0.04),
      bannedCapacity: flag(random, 0.03),
      highVocProducts: flag(random, 0.05, 0.03),
      inspectedOn: making.before(3, 90),
    }
  })
}
