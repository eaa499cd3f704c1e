import { flag } from './inspection'
import type { RowGenerator } from './row-generator'
import type { Row } from './rows'
import { rowsFrom } from './sites'

const INDUSTRIES = ['水泥', '铸造', '玻璃', '陶瓷', '制药', '化肥', '家具', '包装印刷', '橡胶制品', '人造板'] as const

export function dischargePermits(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const permitHeld = flag(random, 0.97)
    return {
      ...making.atEnterprise('XK', i, INDUSTRIES, ''),
      permitClass: random.weighted([
        ['重点管理', 25],
        ['简化管理', 45],
        ['登记管理', 30],
      ] as const),
      permitNumber: permitHeld ? `示例许可${String(i + 1).padStart(4, '0')}` : null,
      permitUntil: permitHeld ? making.day('2023-03-01', '2027-10-31') : null,
      permitHeld,
      permitKept: permitHeld ? flag(random, 0.93, 0.03) : null,
      inspectedOn: making.before(3, 90),
    }
  })
}

/** Production lines by the enterprise's industry. */
const LINES: Readonly<Record<string, string>> = {
  水泥: '熟料生产线',
  铸造: '熔炼生产线',
  玻璃: '熔窑生产线',
  陶瓷: '烧成生产线',
  制药: '合成生产线',
  家具: '喷涂生产线',
  包装印刷: '印刷生产线',
}

export function emergencyLines(making: RowGenerator, count: number): Row[] {
  const { random } = making
  return rowsFrom(count, (i) => {
    const place = making.atEnterprise('YJ', i, Object.keys(LINES), '')
    const industry = Object.keys(LINES).find((each) => String(place.name).includes(each))!
    const lineGrade = random.weighted([
      ['A', 5],
      ['B', 20],
      ['C', 55],
      ['D', 20],
    ] as const)
    const renewed = making.once(0.94, '2022-08-10', '2022-10-12')
    return {
      ...place,
      name: `${place.name}${LINES[industry]}`,
      productionLine: LINES[industry]!,
      lineGrade,
      yellowMeasures: lineGrade === 'C' || lineGrade === 'D',
      orangeMeasures: lineGrade !== 'A',
      redMeasures: true,
      lineRenewed: renewed.flag,
      lineRenewedOn: renewed.day,
      inspectedOn: making.before(3, 40),
    }
  })
}
