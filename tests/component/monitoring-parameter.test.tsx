import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import Monitoring from '@/features/monitoring/Monitoring'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { choose, select } from './choose'

const asked = vi.hoisted(() => [] as string[])
/** Parameters whose list is still loading. */
const late = vi.hoisted(() => new Set<string>())
const drawn = vi.hoisted(() => [] as string[])
const list = vi.hoisted(() => ({
  ...{ parameters: ['pm10', 'noise'], hour: 0, later: null, problems: [], devices: [] },
  beginLater: new Map([['MN9', Date.UTC(2022, 10, 2, 16) / 60_000]]),
}))
const answers = vi.hoisted(() => new Map<string, object>())
vi.mock('@/store/chentu', async () => {
  const { viewStore } = await import('./view-store')
  const dataset = { provenance: [], counties: [], kinds: [] }
  return {
    useChentu: viewStore(),
    useOpened: () => ({ dataset }),
    useDataset: () => dataset,
    effectiveDate: () => '2022-10-31',
  }
})
vi.mock('@/store/answers/use-answer', () => ({
  useAnswer: (_: unknown, key: string) => {
    asked.push(key)
    const parameter = key.split(' ')[1]!
    if (!answers.has(parameter)) answers.set(parameter, { parameter, list })
    return late.has(parameter) ? null : answers.get(parameter)
  },
}))
vi.mock('@/store/exports/exports-worker', () => ({ READINGS_NAME: 'a' }))
vi.mock('@/features/monitoring/DeviceList', () => ({ DeviceList: () => null }))
vi.mock('@/features/monitoring/HourMap', () => ({
  HourMap: ({ parameter }: { readonly parameter: string }) => {
    drawn.push(parameter)
    return null
  },
}))
beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

it('starts with the first available parameter if there is no TSP', () => {
  render(<Monitoring />)
  select('因子')
  screen.getByText('PM10')
  expect(asked.at(-1)).toBe('2022-10-31 pm10')
})

it('labels the shown list with its own parameter while that of another one loads', async () => {
  late.add('noise')
  const { rerender } = render(<Monitoring />)
  expect(drawn.at(-1)).toBe('pm10')
  await choose('因子', '噪声')
  expect(asked.at(-1)).toBe('2022-10-31 noise')
  expect(drawn.at(-1)).toBe('pm10')
  late.clear()
  rerender(<Monitoring key="again" />)
  expect(drawn.at(-1)).toBe('noise')
})

it('says of a device whose data begin after the as-of date when they begin, and moves the date there', () => {
  useChentu.setState({ view: { ...useChentu.getState().view, device: 'MN9', asOf: null } })
  render(<Monitoring />)
  screen.getByText('设备 MN9 的数据从 2022-11-03 00:00 开始，在截至日期（2022-10-31）之后')
  fireEvent.click(screen.getByRole('button', { name: '截至日期改为 2022-11-03' }))
  expect(useChentu.getState().view.asOf).toBe('2022-11-03')
})
