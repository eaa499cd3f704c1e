import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { parseDay } from '@/domain/calendar'
import { DayCalendar } from '@/features/monitoring/days/DayCalendar'
import { startI18n } from '@/i18n'
import type { MonitorDays } from '@/questions/monitors/monitor-days'
import type { MonitorLine } from '@/questions/monitors/monitor-list'

const source = { source: { zh: '某标准', en: 'A standard' }, confirmed: false }
const limit = { parameter: 'tsp' as const, averaging: 60, value: 0.8, unit: 'mg/m³', ...source }
const day = (iso: string, mean: number, hours: number, over: number) => ({
  ...{ day: parseDay(iso), mean, hours, over },
  ...{ counts: hours >= 20, above: false, doubted: { wrong: 0, open: over } },
})
const found: MonitorDays = {
  ...{ years: [2022], year: 2022, dayLimits: [], hourLimits: [{ limit, value: 800 }], doubted: { wrong: 7, open: 10 } },
  days: [day('2022-09-30', 120, 24, 0), day('2022-10-01', 950, 24, 9), day('2022-10-08', 300, 12, 1)],
}
vi.mock('@/store/chentu', () => {
  const dataset = {
    ...{ name: '示例', provenance: [] },
    monitoring: { day: { leastHours: 20, source: { zh: '通行做法', en: '' }, confirmed: false } },
  }
  return { useOpened: () => ({ dataset }), useDataset: () => dataset }
})
vi.mock('@/store/answers/use-answer', () => ({ useAnswer: () => ({ parameter: 'tsp', found }) }))
vi.mock('@/store/answers/use-kept', () => ({ useKept: (value: unknown) => ({ value, isOld: false }) }))
vi.mock('@/store/ledger/use-doubt-verdicts', () => ({ useDoubtVerdicts: () => new Map() }))
vi.mock('@/store/exports/exports-worker', () => ({ READINGS_NAME: 'a' }))
vi.mock('@/features/monitoring/TableExport', () => ({ TableExport: () => null }))
vi.mock('@/features/monitoring/days/DayDialog', () => ({
  DayDialog: ({ day: of }: { day: string }) => <div role="dialog">{of}</div>,
}))
beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

const line: MonitorLine = {
  ...{
    device: 'G1',
    place: null,
    called: null,
    isKept: false,
    last: null,
    value: null,
    isOnline: true,
    share: 1,
    limit: null,
    course: [],
  },
}
const dayButton = (name: RegExp) => screen.getByRole('button', { name })

it('shows the months that have data, and describes each day’s colour and hatch in words', () => {
  render(<DayCalendar line={line} parameter="tsp" asOf="2022-10-31" />)
  expect(screen.getAllByRole('table', { name: /2022年/ })).toHaveLength(2)
  screen.getByText('有效 2 天，有数据 3 天')
  const above = dayButton(
    /2022年10月1日；日均值 950 µg\/m³；有效 24 小时；超过小时限值 9 小时（限值未经核实）；其中 9 个小时存疑，未核定$/,
  )
  screen.getByText('已剔除 7 个核定读数无效的小时')
  screen.getByText('其中 10 个小时存疑，未核定')
  screen.getByText('▲ 后为超过小时限值的小时数（限值未经核实）')
  expect(above.dataset.level).toBe('3')
  expect(within(above).getByText('▲9')).toBeTruthy()
  const few = dayButton(/2022年10月8日；.*有效仅 12 小时/)
  expect([few.dataset.counts, few.dataset.level]).toEqual(['false', undefined])
})

it('moves between days by keys, with one stop for Tab, and opens the hours of a pressed day', () => {
  render(<DayCalendar line={line} parameter="tsp" asOf="2022-10-31" />)
  const last = dayButton(/10月8日/)
  last.focus()
  const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key })
  const focused = () => (document.activeElement as HTMLElement).getAttribute('aria-label')
  press('ArrowUp')
  expect(focused()).toMatch(/10月1日/)
  press('ArrowLeft')
  expect(focused()).toMatch(/9月30日/)
  press('PageDown')
  expect(focused()).toMatch(/10月1日/)
  press('End')
  expect(focused()).toMatch(/10月8日/)
  expect(document.querySelectorAll('[data-day][tabindex="0"]')).toHaveLength(1)
  fireEvent.click(dayButton(/9月30日/))
  expect(screen.getByRole('dialog').textContent).toBe('2022-09-30')
})

it('lists the same days in a table', () => {
  render(<DayCalendar line={line} parameter="tsp" asOf="2022-10-31" />)
  const cells = screen.getAllByRole('row', { hidden: true }).map(({ textContent }) => textContent)
  expect(cells.some((each) => /超过小时限值小时数（限值未经核实）已剔除小时数/.test(each))).toBe(true)
  expect(cells).toContain('2022-10-01950' + '24是909')
  expect(cells).toContain('2022-10-0830012否101')
})
