import i18next from 'i18next'
import { expect, it } from 'vitest'
import { runOpeningKey } from '@/domain/cases/opening-key'
import type { CaseType } from '@/domain/cases/settings'
import { caseBody, enteredPlace, firstObserved, measuredWind } from '@/features/explore/cases/open-case'
import { startI18n } from '@/i18n'
import { fitForTablet, readRoundOrders, writeRoundOrder } from '@/io/field/round-order-file'
import { casesOf } from '@/ledger/cases'
import { isKnownBody } from '@/ledger/event'
import type { CaseOpening } from '@/questions/cases/case-openings'
import type { LikelySourceOf } from '@/questions/cases/likely-sources'
import { assignedCase, stopsOfCurrentTurn } from '@/store/cases/assigned-case'
import { caseView } from '@/store/cases/case-view'
import { isOwnSite } from '@/store/cases/own-site'
import { placeOfCase } from '@/store/words/case-place'
import { reasonItems, reasonText, visitorText } from '@/store/words/case-reason'
import { windText } from '@/store/words/case-words'
import { write } from '../ledger/records'

const source = (nth: number | null) => ({
  ...{ source: 3, kind: 'stockpile', code: 'DC-1', name: '堆', county: '', dataClass: 'measured' },
  sameCode: nth && { nth, of: 3 },
  ...{ position: [108.7, 34.3], status: 0, overdueDays: 0, metres: 9, azimuth: 3 },
})
const opening = (nth: number | null) =>
  ({
    ...{ key: 'k', sort: 's', name: '堆', source: source(nth), isIllustrative: false },
    reason: { of: 'reported', day: '2022-10-31' },
  }) as unknown as CaseOpening
const said = {
  sort: { id: 's', title: { zh: '类', en: 'sort' }, from: {}, lead: [], terms: [], causes: [] } satisfies CaseType,
  ...{
    title: '堆',
    reason: '举报',
    position: null,
    placeOf: null,
    reportedAt: null,
    county: '',
    observed: '2022-10-31T00:00:00.000Z',
    wind: null,
    note: '',
  },
}

it('a case keeps which of several sources with one code it is about, and the team is sent to that one', () => {
  const likely = [source(3), source(1), source(null)] as unknown as LikelySourceOf[]
  const leftOut = [{ kind: 'eatery', title: { zh: '餐馆', en: 'Eateries' }, count: 3 }]
  const body = caseBody(opening(2), said, { own: null, likely, leftOut, metres: 5000 })
  expect(body.target).toEqual({ kind: 'stockpile', code: 'DC-1', name: '堆', nth: 2 })
  expect(body.likely.map(({ nth }) => nth)).toEqual([3, undefined, undefined])
  expect(body).toMatchObject({ reachMetres: 5000, leftOut: [{ kind: 'eatery', name: '餐馆', count: 3 }] })
  const [record] = casesOf([write('a1b2c3d4e5f60718', null, body)]).values()
  const view = caseView(record!, Date.parse('2022-10-31T00:00:00Z'))
  const given = assignedCase(view, body, { team: '', day: '2022-11-01' }, [])
  expect(given.likely.map(({ nth }) => nth)).toEqual([3, undefined, undefined])
})

it('the site that was measured comes first among the likely sources, also on the tablet', () => {
  const [own, other] = [source(2), { ...source(null), code: 'DC-2' }] as unknown as LikelySourceOf[]
  const wind = { fromDegrees: 90, metresPerSecond: 0.3, calmBelow: 0.5, said: 'readings' }
  const body = caseBody(
    { ...opening(2), isIllustrative: true },
    { ...said, wind },
    { own: own!, likely: [other!], leftOut: [], metres: 5000 },
  )
  expect(body.likely.map(({ code }) => code)).toEqual(['DC-1', 'DC-2'])
  expect(body.likely.map((each) => isOwnSite(body, each))).toEqual([true, false])
  const [record] = casesOf([write('a1b2c3d4e5f60718', null, body)]).values()
  const view = caseView(record!, Date.parse('2022-10-31T00:00:00Z'))
  const order = { name: '线', team: '', day: '2022-11-01', stops: [], from: 'desk' as const }
  const cases = [assignedCase(view, body, order, [])]
  const [came] = readRoundOrders(writeRoundOrder(fitForTablet({ ...order, cases })))![0]!.cases!
  expect(came!.likely.map((each) => isOwnSite(came!, each))).toEqual([true, false])
  expect(came).toMatchObject({ illustrative: true, wind: { calmBelow: 0.5 } })
})

it('a form has no time at first if only a person can know when something was noticed', () => {
  const of = (reason: object) => ({ reason }) as unknown as CaseOpening
  const reported = of({ of: 'reported', day: '2022-10-30' })
  expect(firstObserved(null, '2022-10-31')).toBe('')
  expect(firstObserved(of({ of: 'dustfall' }), '2022-10-31')).toBe('')
  expect(firstObserved(reported, '2022-10-30')).toBe('')
  expect(firstObserved(reported, '2022-10-31')).toBe('2022-10-30 23:59')
  // Also while the desk works on a past day.
  expect(firstObserved(reported, '2026-11-30')).toBe('2022-10-30 23:59')
  const from = Date.parse('2022-10-30T02:00:00Z') / 60_000
  expect(firstObserved(of({ of: 'exceedance', from }), '2022-10-31')).toBe('2022-10-30 11:00')
})

it('a team can ignore the steps of earlier turns, and those of this turn up to its last report', () => {
  const [id, device] = ['a1b2c3d4e5f60718-1', 'a1b2c3d4e5f60718']
  const target = { kind: 'stockpile', code: 'DC-1', name: '堆' }
  const events = [write(device, null, { ...caseBody(null, said, null), target })]
  const step = (name: string, hour: number) => {
    const knows = events.slice(1).map((event) => event.id)
    const when = new Date(Date.UTC(2022, 9, 31, hour)).toISOString()
    const more = { note: '', position: null, accuracyMetres: null, photos: [] }
    events.push(
      write(device, events.at(-1)!, { type: 'case-step', case: id, title: '堆', step: name, when, knows, ...more }),
    )
  }
  const now = () => {
    const view = caseView([...casesOf(events).values()][0]!, Date.parse('2022-10-31T20:00:00Z'))
    const stops = [target, { ...target, code: 'DC-2' }].map(({ kind, code }) => ({ kind, code }))
    return {
      past: assignedCase(view, view.opened!, { team: '', day: '2022-11-01' }, []).past,
      after: stopsOfCurrentTurn(view, stops).map(({ after }) => after),
    }
  }
  step('arrived', 1)
  expect(now()).toEqual({ past: [], after: [undefined, undefined] })
  step('reported', 2)
  step('arrived', 3)
  expect(now().past).toEqual([2, 3].map((nth) => `${device}-${nth}`))
  step('closed', 4)
  step('reopened', 5)
  expect(now().past).toEqual([2, 3, 4, 5].map((nth) => `${device}-${nth}`))
  expect(now().after).toEqual(['2022-10-31T05:00:00.000Z', undefined])
})

it('a place where trucks stopped lists them with companies and days, and no source upwind', async () => {
  await startI18n('zh-CN')
  const visitors = ['陕D10001', '陕D10002', '陕D10003', '陕D10004'].map((plate, i) => ({
    ...{ plate, company: i === 0 ? '' : '甲公司', stops: 4 - i },
    days: ['2022-10-03', '2022-10-05', '2022-10-06', '2022-10-07'],
  }))
  const at: CaseOpening = {
    ...{ key: 'unlisted/1/2022-10', sort: 's', name: '', source: null, position: [108.7, 34.3], county: '' },
    isIllustrative: true,
    reason: {
      ...{ of: 'unlisted', use: 'dump', stops: 10, days: 2, trucks: 4, visitors },
      ...{ unloaded: 9, loaded: 0, lifted: 8, first: '2022-10-03', last: '2022-10-05' },
    },
  }
  const t = i18next.getFixedT('zh-CN')
  expect(reasonText(t, at)).toMatch(/；车辆 陕D10001、陕D10002、陕D10003等 4 个；所属企业 甲公司$/)
  expect(reasonItems(reasonText(t, at)).slice(1)).toEqual([
    '车辆 陕D10001、陕D10002、陕D10003等 4 个',
    '所属企业 甲公司',
  ])
  expect(reasonItems('PM10 above 150; not confirmed')).toEqual(['PM10 above 150', 'not confirmed'])
  const body = caseBody(at, { ...said, position: at.position }, null)
  expect(body).toMatchObject({ likely: [], visitors, illustrative: true })
  expect(body.reachMetres).toBeUndefined()
  expect(isKnownBody(body)).toBe(true)
  expect(visitorText(t, body.visitors![0]!)).toBe(
    ['陕D10001', '企业不明', '停留 4 次（2022-10-03、2022-10-05 至 2022-10-07）'].join(' · '),
  )
})

it('a measured wind is shown alike in form and card: unrounded, with its hour and device', () => {
  const t = i18next.getFixedT('zh-CN')
  const hour = Date.parse('2022-10-30T08:00:00+08:00') / 60_000
  const key = runOpeningKey('SB-7', 'tsp', hour)
  const wind = measuredWind({ ...opening(null), key }, { fromDegrees: 100, metresPerSecond: 2.3, hour })
  expect(wind).toEqual({
    ...{ fromDegrees: 100, metresPerSecond: 2.3, said: 'readings', station: 'SB-7' },
    hour: '2022-10-30T00:00:00.000Z',
  })
  expect(windText(t, () => '东', wind)).toBe('东风 100°，2.3 米/秒（设备 SB-7 2022-10-30 08:00–09:00 监测数据）')
  const body = caseBody(null, { ...said, wind }, null)
  expect(body.wind).toEqual(wind)
  expect(isKnownBody(body)).toBe(true)
  expect(windText(t, () => '东', { fromDegrees: 90, metresPerSecond: 2, said: 'hand' })).toBe(
    '东风 90°，2 米/秒（人工填写）',
  )
})

it('a case on a suspected breach by a truck has the truck, the site it left and its time', async () => {
  await startI18n('zh-CN')
  const from = Date.parse('2022-10-29T06:50:12Z') / 1000
  const breach = {
    ...opening(null),
    reason: {
      ...{ of: 'breach', kind: 'unwashed', plate: '示D00001', company: '某运输公司', from, until: from },
      ...{ figure: null, roadName: null, left: '某工地' },
    },
  } as CaseOpening
  expect(firstObserved(breach, '2026-11-30')).toBe('2022-10-29 14:50')
  expect(reasonText(i18next.getFixedT('zh-CN'), breach)).toBe(
    '车辆 示D00001 2022-10-29 14:50 出工地未见冲洗（轨迹线索，待核实）；驶出 某工地；所属企业 某运输公司',
  )
  expect(caseBody(breach, said, null)).toMatchObject({ from: 'k', likely: [], target: { code: 'DC-1' } })
})

it('a typed name is no place of a case until its source is chosen, whatever was tapped', () => {
  const tapped = [108.6, 34.2] as const
  expect(enteredPlace(' ', tapped)).toEqual({ position: tapped, isWrong: false })
  expect(enteredPlace('108.7, 34.3', tapped)).toEqual({ position: [108.7, 34.3], isWrong: false })
  expect(enteredPlace('堆场甲', tapped).isWrong).toBe(true)
})

it('a case moved to a source keeps which source it is and where the value was reported; one that was not keeps neither', () => {
  const placeOf = { kind: 'stockpile' as never, code: 'DC-7', name: '堆场七' }
  const body = caseBody(null, { ...said, position: [108.7, 34.3], placeOf, reportedAt: [108.7, 34.31] }, null)
  expect(body).toMatchObject({ placeOf, reportedAt: [108.7, 34.31] })
  expect(isKnownBody(body)).toBe(true)
  expect(placeOfCase(body)).toEqual({ position: [108.7, 34.3], source: placeOf, reportedAt: [108.7, 34.31] })
  expect(caseBody(null, said, null)).not.toHaveProperty('placeOf')
  expect(caseBody(null, said, null)).not.toHaveProperty('reportedAt')
})

it('a case of an earlier version, which may have been moved, is not said to be where the source stands', () => {
  const target = { kind: 'stockpile' as never, code: 'DC-7', name: '堆场七' }
  const body = { ...caseBody(null, { ...said, position: [108.7, 34.3] }, null), target }
  expect(placeOfCase(body)).toEqual({ position: [108.7, 34.3], source: null, reportedAt: null })
  expect(placeOfCase({ ...body, position: null })).toBeNull()
})
