import { AS_OF, flag } from './inspection'
import type { RowGenerator } from './row-generator'
import type { Row } from './rows'
import { rowsFrom } from './sites'

const NOBODY = { operator: null, contact: null, phone: null }

export function inspectorateFindings(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const inspectedTopic = random.pick(['扬尘', '扬尘', '工业废气', '散煤', '油烟', '恶臭'])
    const remedyDue = making.day('2022-07-15', '2022-12-31')
    const done = random.chance(remedyDue < AS_OF ? 0.8 : 0.3)
    return {
      ...making.inTown('DCW', i, `${inspectedTopic}督察问题`, 1.2),
      ...NOBODY,
      inspectedBy: random.weighted([
        ['中央督察', 15],
        ['省级督察', 35],
        ['市级督查', 50],
      ] as const),
      inspectedTopic,
      remedyPlanned: i === 5 ? false : flag(random, 0.96),
      remedyDue,
      remedyDone: done,
      remedyDoneOn: done ? Math.min(AS_OF, remedyDue - random.whole(-20, 30)) : null,
      inspectedOn: making.before(3, 60),
    }
  })
}

const TOPICS = [
  '扬尘',
  '扬尘',
  '油烟',
  '油烟',
  '恶臭',
  '工业废气',
  '散煤',
  '秸秆焚烧',
  '烟花爆竹',
  '黑加油站点',
] as const

export function complaints(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const complaintTopic = random.pick(TOPICS)
    const receivedOn = making.before(2, 120)
    const answerDue = receivedOn + 30
    const complaintTrue = flag(random, 0.65, 0.04)
    const settled = random.chance(answerDue < AS_OF ? 0.9 : 0.5)
    return {
      ...making.inTown('XF', i, `${complaintTopic}举报`, 0.8),
      ...NOBODY,
      complaintTopic,
      complaintWay: random.pick(['12345热线', '12345热线', '12369平台', '来信来访', '网络']),
      receivedOn,
      complaintTrue,
      answerDue,
      complaintSettled: settled,
      complaintSettledOn: settled ? Math.min(AS_OF, receivedOn + random.whole(2, 30)) : null,
      tipRewarded: complaintTrue ? flag(random, 0.4) : null,
    }
  })
}

const CAMPAIGNS = [
  '工业炉窑回头看',
  '挥发性有机物排查整治',
  '柴油货车污染治理',
  '绩效评级企业核查',
  '烟花爆竹禁售禁燃',
  '油罐车密闭性',
] as const

/** Ensures that each campaign has an open case. */
const OPEN_CASES: ReadonlySet<number> = new Set([8, 9, 10, 11, 13, 18])

export function enforcementCases(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const campaign = CAMPAIGNS[i % CAMPAIGNS.length]!
    const punished = flag(random, 0.85, 0.04)
    const fakedData = (campaign === '绩效评级企业核查' && random.chance(0.25)) || i === 1 || i === 9
    return {
      ...making.inTown('ZF', i, `${campaign}检查问题`, 1.2),
      ...NOBODY,
      campaign,
      caseReported: i === 7 ? false : flag(random, 0.92),
      fakedData,
      casePunished: OPEN_CASES.has(i) ? false : punished,
      inspectedOn: making.before(5, 120),
    }
  })
}
