import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { onlineShares } from '@/domain/monitoring/online-shares'
import { countiesInOrder, onlineTable } from '@/features/monitoring/online/online-table'
import { startI18n } from '@/i18n'

beforeAll(async () => {
  await startI18n('zh-CN')
})

it('has a row per county and month, the city after the counties, and devices without a county last', () => {
  const day = (hours: number) => ({
    ...{ days: Int32Array.of(parseDay('2022-10-31')), hours: Uint8Array.of(hours) },
    ...{ classes: ['real' as const], calibrated: [] },
  })
  const online = new Map([
    ['x', day(24)],
    ['a', day(23)],
    ['b', day(12)],
  ])
  const county = (device: string) => ({ a: '610402', b: '610404' })[device] ?? ''
  const shares = onlineShares(online, county, parseDay('2022-10-31'), { most: 12, leastShare: 0.9 })
  const nameOf = (code: string) => ({ '610402': '秦都区', '610404': '渭城区' })[code] ?? '区县不明'
  expect(countiesInOrder(shares, nameOf)).toEqual(['610402', '610404', ''])
  const { headings, rows } = onlineTable(i18next.getFixedT('zh-CN') as never, shares, nameOf, [])
  expect(headings.length).toBe(rows[0]!.length)
  expect(rows).toEqual([
    ['秦都区', '2022-10', 1, 1, 23, 24, 95.8, 0],
    ['渭城区', '2022-10', 1, 1, 12, 24, 50, 1],
    ['区县不明', '2022-10', 1, 1, 24, 24, 100, 0],
    ['全市', '2022-10', 3, 3, 59, 72, 81.9, 1],
  ])
})
