import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { monthReport } from '@/domain/dustfall/month-report'
import { dustfallSeries } from '@/domain/dustfall/series'
import { MonthBars } from '@/features/explore/ranking/MonthBars'
import { startI18n } from '@/i18n'

afterEach(cleanup)

const reportsOf = (months: readonly string[]) => {
  const published = months.map((month) => ({ county: 'a', month, value: 5, publication: '' }))
  const series = dustfallSeries({ ranked: ['a'], points: [], records: [], published, belowDetectionShare: 0.5 })
  return months.map((month) => monthReport(series, month, 7))
}

it('shows years without data between two months as one gap', async () => {
  await startI18n('zh-CN')
  const reports = reportsOf(['1922-11', '2022-10', '2022-11'])
  const { container } = render(<MonthBars reports={reports} report={reports[2]!} other={null} />)
  const slots = [...container.querySelectorAll('[role="radiogroup"] > :is(button, i)')]
  expect(slots.map((slot) => slot.tagName)).toEqual(['BUTTON', 'I', 'BUTTON', 'BUTTON'])
  expect(slots[1]!.getAttribute('title')).toBe('1922年12月至2022年9月，无数据')
})

it('shows a month without data between others as a gap that says so, and offers only the others', async () => {
  await startI18n('zh-CN')
  const reports = reportsOf(['2022-01', '2022-02', '2022-04'])
  const { container } = render(<MonthBars reports={reports} report={reports[2]!} other={null} />)
  const slots = [...container.querySelectorAll('[role="radiogroup"] > :is(button, i)')]
  expect(slots.map((slot) => slot.tagName)).toEqual(['BUTTON', 'BUTTON', 'I', 'BUTTON'])
  expect(slots[2]!.getAttribute('title')).toBe('2022年3月，无数据')
  expect(screen.getAllByRole('radio')).toHaveLength(3)
})
