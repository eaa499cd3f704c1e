import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { ComparedRanking } from '@/features/explore/compare/ComparedRanking'
import { startI18n } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { openMeeting } from './small-meeting'

vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ pointSurroundings: () => new Promise(() => undefined) }),
  onDatasetWorkerStopped: () => undefined,
}))

beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

const published = (county: string, month: string, dustfallLimit: number) => ({
  county,
  month,
  value: county === 'a' ? 6 : 8,
  publication: '',
  dustfallLimit,
})

function compare() {
  openMeeting({ published: ['a', 'b', 'c'].map((county) => published(county, '2022-09', 9)) })
  const { reports } = useChentu.getState().opened!.dataset
  const [other, report] = reports.slice(-2)
  render(<ComparedRanking report={report!} other={other!} />)
}

it('shows the limit of each of two compared months, and judges each by its own', () => {
  compare()
  screen.getByText('斜线为超过限值 9（2022年9月）；7（2022年10月）')
  const cells = within(screen.getByRole('row', { name: /乙县/ })).getAllByRole('cell')
  expect(cells.map((cell) => [cell.textContent!.slice(0, 3), cell.dataset.over])).toEqual([
    ['8.0', 'false'],
    ['8.0', 'true'],
    [expect.anything(), undefined],
  ])
})

it('explains a published figure by the limit at publication, not by today’s', async () => {
  compare()
  const row = screen.getByRole('row', { name: /乙县/ })
  fireEvent.click(within(row).getAllByRole('button', { name: /8\.0/ })[0]!)
  const dialog = await screen.findByRole('dialog')
  within(dialog).getByText('与限值 9 比较')
  expect(dialog.querySelector('[data-over="true"]')).toBeNull()
})
