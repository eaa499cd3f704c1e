import { flag, inspection } from './inspection'
import type { RowGenerator } from './row-generator'
import type { Row } from './rows'
import { rowsFrom } from './sites'

/** Values for a place without frying or grilling. */
const NO_FUMES: Row = {
  fumePurifier: false,
  purifierRuns: null,
  purifierServiced: null,
  openBarbecue: false,
  fumeUntreated: false,
  fumeOverLimit: false,
}

export function catering(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const sound = random.chance(0.88) ? 0.99 : 0.6
    const inMixedBuilding = random.chance(0.4)
    const fumePurifier = flag(random, sound)
    const fumeUntreated = flag(random, fumePurifier ? 0.01 : 0.5)
    const makesFumes = i % 20 !== 7
    const served = random.pick(['餐馆', '饭店', '火锅店', '面馆', '烧烤店'])
    return {
      ...making.inTown('CY', i, makesFumes ? served : '饮品店', 0.6),
      inBuiltUpArea: random.chance(0.92),
      catersListed: flag(random, 0.97),
      makesFumes,
      fumePurifier,
      purifierRuns: fumePurifier === false ? false : flag(random, sound),
      purifierServiced: fumePurifier === false ? false : flag(random, sound, 0.04),
      inMixedBuilding,
      ownFlue: inMixedBuilding ? flag(random, 0.92) : null,
      newUnlawful: flag(random, 0.015),
      openBarbecue: flag(random, 0.02),
      fumeUntreated,
      fumeOverLimit: flag(random, 0.03, 0.05),
      ...inspection(random, sound < 0.9),
      ...(makesFumes ? {} : NO_FUMES),
    }
  })
}

export function livestockFarms(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const livestock = random.weighted([
      ['生猪', 45],
      ['家禽', 30],
      ['奶牛', 15],
      ['肉羊', 10],
    ] as const)
    return {
      ...making.inTown('YZC', i, `${livestock}养殖场`, 2.6),
      livestock,
      headCount: livestock === '家禽' ? random.whole(10, 80) * 1000 : random.whole(5, 60) * 100,
      barnsClosed: flag(random, 0.62, 0.05),
      manureClosed: flag(random, 0.7, 0.05),
      manureToFields: flag(random, 0.75, 0.05),
      inspectedOn: making.before(3, 120),
    }
  })
}

const TRADES = ['化工', '制药', '工业涂装', '橡胶', '塑料', '食品加工', '垃圾处理', '污水处理'] as const

export function odourSites(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const odourTrade = TRADES[i % TRADES.length]!
    const isWorks = odourTrade === '垃圾处理' || odourTrade === '污水处理'
    const manyComplaints = random.chance(0.3)
    const handled = flag(random, 0.85, 0.04)
    return {
      ...making.inTown('EC', i, isWorks ? `${odourTrade}场` : `${odourTrade}厂`, 1.4),
      odourTrade,
      odourCollected: isWorks ? null : handled,
      odourSealed: isWorks ? handled : null,
      manyComplaints,
      parkOrKeyFirm: !isWorks && i % 3 !== 1,
      odourMonitor: flag(random, manyComplaints ? 0.6 : 0.2),
      ...inspection(random, handled === false),
    }
  })
}

/** Fire points; the most recent ones are still to be dealt with. */
export function firePoints(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => ({
    ...making.inTown('HDD', i, '火点', 2.4),
    ...{ operator: null, contact: null, phone: null },
    fireSeenBy: random.pick(['卫星遥感', '卫星遥感', '高空瞭望', '群众举报', '巡查']),
    fireSeenOn: making.before(0, 20),
    firePutOut: random.chance(0.6),
  }))
}
