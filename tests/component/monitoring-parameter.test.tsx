import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import Monitoring from '@/features/monitoring/Monitoring'
import { startI18n } from '@/i18n'
import { select } from './choose'

const asked = vi.hoisted(() => [] as string[])
const list = { parameters: ['pm10', 'noise'], hour: 0, later: null, problems: [], devices: [] }
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
    return list
  },
}))
vi.mock('@/store/answers/use-kept', () => ({ useKept: (value: unknown) => ({ value, isOld: false }) }))
vi.mock('@/store/exports/exports-worker', () => ({ READINGS_NAME: 'a' }))
vi.mock('@/features/monitoring/HourMap', () => ({ HourMap: () => null }))
beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

it('begins with the first parameter that is offered where there is no TSP', () => {
  render(<Monitoring />)
  select('因子')
  screen.getByText('PM10')
  expect(asked.at(-1)).toBe('2022-10-31 pm10')
})
