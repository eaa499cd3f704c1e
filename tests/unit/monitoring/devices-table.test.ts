import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { devicesTable } from '@/features/monitoring/devices-table'
import { decidedFindings, shownDevices } from '@/features/monitoring/shown-devices'
import { startI18n } from '@/i18n'
import { doubtVerdicts, type Verdicts } from '@/ledger/verdicts'
import type { MonitorFinding } from '@/questions/monitors/monitor-findings'
import type { MonitorLine } from '@/questions/monitors/monitor-list'
import { ALL_DEVICES } from '@/store/view/device-list-filter'

beforeAll(async () => {
  await startI18n('zh-CN')
})

const FROM = 27_784_980
const line: MonitorLine = {
  ...{ device: 'D', place: null, called: null, isKept: false, last: FROM, value: 1, isOnline: true, share: 1 },
  ...{ limit: null, course: [] },
}
const doubt = (kind: string): Doubt =>
  ({ kind, device: 'D', parameter: 'tsp', from: FROM, until: FROM + 120, figures: {} }) as unknown as Doubt
const finding: MonitorFinding = {
  ...{ over: 3, overHours: [FROM, FROM + 60, FROM + 120], limits: [], alarms: null },
  doubts: [doubt('stuck'), doubt('spike')],
}
const said = (kind: string, verdict: string) => ({
  body: {
    ...{ type: 'reading-verdict', device: 'D', doubt: kind, parameter: 'tsp', verdict, name: '', reason: '' },
    ...{ from: new Date(FROM * 60_000).toISOString(), until: new Date((FROM + 120) * 60_000).toISOString() },
    supersedes: [],
  },
})
const tableOf = (over: MonitorFinding, ...verdicts: readonly object[]) => {
  const [findings, decisions] = [new Map([['D', over]]), new Map([['D', verdicts]]) as unknown as Verdicts]
  const t = i18next.getFixedT('zh-CN') as never
  const { headings, rows } = devicesTable(t, [line], findings, decisions, 'tsp', (code) => code, [])
  const decided = decidedFindings(findings, doubtVerdicts(decisions), 'tsp')
  const cell = (heading: string) => rows[0]![headings.indexOf(heading)]
  return {
    over: cell('近 3 天超过限值小时数'),
    wrong: cell('已剔除小时数（核定读数无效）'),
    doubts: cell('近 3 天存疑项数'),
    shownAsOver: shownDevices([line], decided, ALL_DEVICES).counts.over,
  }
}

it('counts no hours found invalid as hours above a limit, as on the screen, and says how many there are', () => {
  expect(tableOf(finding)).toEqual({ over: 3, wrong: 0, doubts: 2, shownAsOver: 1 })
  expect(tableOf(finding, said('stuck', 'invalid'))).toEqual({ over: 1, wrong: 2, doubts: 2, shownAsOver: 1 })
  const two = { ...finding, over: 2, overHours: [FROM, FROM + 60] }
  const decisions = [said('stuck', 'invalid'), said('spike', 'valid')]
  expect(tableOf(two, ...decisions)).toEqual({ over: 0, wrong: 2, doubts: 1, shownAsOver: 0 })
  expect(tableOf({ ...finding, over: null, overHours: [] })).toMatchObject({ over: null, wrong: null })
})
