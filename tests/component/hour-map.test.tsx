import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { HourMap } from '@/features/monitoring/HourMap'
import { startI18n } from '@/i18n'
import type { MonitorLine, MonitorList } from '@/questions/monitors/monitor-list'
import { choose } from './choose'

vi.mock('@/store/chentu', () => {
  const square = (west: number, south: number, size: number) => {
    const [east, north] = [west + size, south + size]
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ]
    return { type: 'Polygon', coordinates: [ring] }
  }
  const outlines = {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', id: '610401', properties: {}, geometry: square(108.7, 34.3, 0.1) },
      { type: 'Feature', id: '610402', properties: {}, geometry: square(108.9, 34.8, 0.6) },
    ],
  }
  const counties = [
    { code: '610401', name: '甲区' },
    { code: '610402', name: '乙县' },
  ]
  return { useDataset: () => ({ outlines, counties, labelPlaces: {} }) }
})
beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

/** Two devices of a town, some hundred metres apart. */
const line = (device: string, lon: number): MonitorLine => ({
  ...{ device, called: null, isKept: true, last: 0, value: 80, isOnline: true, share: 1, limit: null, course: [80] },
  place: {
    ...{ kind: 'a', source: 0, code: device, name: device, listed: null, county: '610401', stage: null },
    position: [lon, 34.35],
  },
})
const list = {
  ...{ parameters: ['tsp'], hour: 0, later: null, beginLater: new Map(), problems: [] },
  devices: [line('D1', 108.75), line('D2', 108.755)],
} as const satisfies MonitorList

it('shows a county larger, so that the devices of a town are apart, and then the city again', async () => {
  const { container } = render(<HourMap list={list} parameter="tsp" onChoose={() => undefined} />)
  const apart = () => {
    const [one, other] = [...container.querySelectorAll('circle[data-none]')].map((each) =>
      Number(each.getAttribute('cx')),
    )
    return Math.abs(one! - other!)
  }
  const before = apart()
  await choose('范围', '甲区')
  expect(apart()).toBeGreaterThan(5 * before)
  await choose('范围', '全市')
  expect(apart()).toBeCloseTo(before, 6)
  screen.getByText(/点区县放大/)
})
