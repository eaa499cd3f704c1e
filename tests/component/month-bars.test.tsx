import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { monthReport } from '@/domain/dustfall/month-report'
import { dustfallSeries } from '@/domain/dustfall/series'
import { MonthBars } from '@/features/explore/ranking/MonthBars'
import { startI18n } from '@/i18n'

it('shows a month without data between others as a gap that says so, and offers only the others', async () => {
  await startI18n('zh-CN')
  const published = ['2022-01', '2022-02', '2022-04'].map((month) => ({
    ...{ county: 'a', month, value: 5, publication: '' },
  }))
  const series = dustfallSeries({ ranked: ['a'], points: [], records: [], published, belowDetectionShare: 0.5 })
  const reports = published.map(({ month }) => monthReport(series, month, 7))
  const { container } = render(<MonthBars reports={reports} report={reports[2]!} other={null} />)
  const slots = [...container.querySelectorAll('[role="radiogroup"] > :is(button, i)')]
  expect(slots.map((slot) => slot.tagName)).toEqual(['BUTTON', 'BUTTON', 'I', 'BUTTON'])
  expect(slots[2]!.getAttribute('title')).toBe('2022年3月，无数据')
  expect(screen.getAllByRole('radio')).toHaveLength(3)
})
