import { flag, inspection } from './inspection'
import type { RowGenerator } from './row-generator'
import type { Row } from './rows'
import { rowsFrom } from './sites'

/** Industries of enterprises that emit VOCs, with their names in the VOC list. */
const TRADES: Readonly<Record<string, string>> = {
  工业涂装: '工业涂装',
  家具: '家具制造',
  包装印刷: '包装印刷',
  炼油石化: '化工',
  涂料: '化工',
  油墨: '化工',
  制药: '制药',
}
const WEAK = ['单一低温等离子', '单一光氧化', '单一光催化', '单一喷淋吸收'] as const
const SOUND = ['RTO', 'RCO', '活性炭吸附', '吸附浓缩+燃烧'] as const

/** VOC treatment; for a scrubber alone, also whether the VOCs are insoluble in water. */
const abatement = (vocAbatement: string, i: number): Row => ({
  vocAbatement,
  vocInsoluble: vocAbatement === '单一喷淋吸收' ? i % 3 !== 0 : null,
})

export function vocUnits(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const place = making.atEnterprise('VO', i, Object.keys(TRADES), '废气治理设施')
    const trade = Object.keys(TRADES).find((industry) => String(place.name).includes(industry))!
    const isWeak = random.chance(0.25)
    const tight = random.chance(0.85) ? 0.99 : 0.75
    const vocMeetsLimit = flag(random, isWeak ? 0.45 : 0.97)
    const upgraded = isWeak && vocMeetsLimit === false ? making.once(0.6, '2022-05-01', '2022-09-30', 0.05) : null
    return {
      ...place,
      vocTrade: TRADES[trade]!,
      lowVocMaterials: trade === '工业涂装' ? i % 2 === 0 : flag(random, 0.85, 0.03),
      vocStorageClosed: flag(random, tight),
      vocTransferClosed: flag(random, tight),
      vocLeaksChecked: flag(random, tight),
      vocOpenSurfaces: flag(random, tight),
      vocProcessCollected: flag(random, tight),
      ...abatement(isWeak ? random.pick(WEAK) : random.pick(SOUND), i),
      vocMeetsLimit,
      vocUpgraded: upgraded?.flag,
      vocUpgradedOn: upgraded?.day,
      ...inspection(random, tight < 0.9),
    }
  })
}

export function vocSamples(making: RowGenerator, atMakers: number, atSellers: number): Row[] {
  const { random } = making
  return rowsFrom(atMakers + atSellers, (i) => {
    const fromMaker = i < atMakers
    const sampledProduct = fromMaker ? '涂料' : random.pick(['涂料', '油墨', '胶粘剂', '清洗剂'])
    const vocWithinLimit = i === 2 || i === atMakers + 3 ? false : flag(random, 0.95)
    const sampledOn = making.before(10, 150)
    return {
      ...making.inTown('CCJ', i, `${sampledProduct}${fromMaker ? '生产' : '销售'}企业`, 1.2),
      sampledProduct,
      sampledAt: fromMaker ? '生产企业' : '销售企业',
      sampledOn,
      vocWithinLimit,
      sellerPunished: vocWithinLimit === false ? i === 2 : null,
      inspectedOn: sampledOn,
    }
  })
}
