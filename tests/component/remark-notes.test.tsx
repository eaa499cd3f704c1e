import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { countyMonth } from '@/domain/dustfall/county-month'
import { monthReport } from '@/domain/dustfall/month-report'
import { pointMonth } from '@/domain/dustfall/point-month'
import { RemarkNotes } from '@/features/meeting/RemarkNotes'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'

afterEach(cleanup)

it('the wall gives what an office wrote beside the points of a county, the same remark once', async () => {
  await startI18n('zh-CN')
  const point = (name: string, reason: string, given: number | null = 5) =>
    pointMonth({ point: name, month: '2022-11', sample: null, given, valid: given !== null, reason }, 0.5)
  const points = [
    point('东站', '道路施工'),
    point('西站', '道路施工'),
    point('南站', '正常'),
    point('北站', '停测', null),
  ]
  const months = new Map([['a', new Map([['2022-11', countyMonth('a', '2022-11', points)]])]])
  const report = monthReport({ ranked: ['a'], months }, '2022-11', 7)
  useChentu.setState({ opened: { dataset: { counties: [], glossary: new Map(), dustfallPoints: [] } } as never })
  const { container } = render(<RemarkNotes row={report.rows[0]!} />)
  expect(container.textContent).toBe('备注（东站、西站）：道路施工')
})
