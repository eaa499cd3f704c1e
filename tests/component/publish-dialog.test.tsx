import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { PublishDialog } from '@/features/meeting/PublishDialog'
import { changeLanguage, startI18n } from '@/i18n'
import type { Publication } from '@/workspace/publish'
import { openMeeting, showMonth } from './small-meeting'

const [publish, undo] = [vi.fn(), vi.fn()]
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ publishMonth: publish, undoVersion: undo }),
  onDatasetWorkerStopped: () => undefined,
}))
vi.mock('@/store/steps/step', () => ({
  applyChange: async (step: Promise<unknown>) => {
    await step
    return []
  },
}))

beforeAll(async () => {
  await startI18n('zh-CN')
})
beforeEach(() => {
  publish.mockReset()
  publish.mockResolvedValue({ version: 7 })
  undo.mockReset()
  showMonth('2022-10')
})
afterEach(async () => {
  cleanup()
  await changeLanguage('zh-CN')
})

const published = (county: string, value: number | null, month = '2022-10') => ({
  county,
  month,
  value,
  publication: '2022-11-05公布',
})
const publication = () => publish.mock.lastCall![0] as Publication

it('writes Chinese into the package on an English screen too', async () => {
  await changeLanguage('en')
  openMeeting({ published: [published('a', 5.5)] })
  render(<PublishDialog onClose={() => undefined} />)
  fireEvent.click(screen.getByRole('checkbox', { name: /Jia/ }))
  fireEvent.change(screen.getByLabelText('Reason for the correction'), { target: { value: ' weighed again ' } })
  fireEvent.click(screen.getByRole('button', { name: 'Correct the selected counties' }))
  await waitFor(() => expect(publish).toHaveBeenCalledOnce())
  expect(publication().title).toBe('区县降尘量公布值')
  expect(publication().figures).toMatchObject([
    {
      county: 'a',
      value: 6,
      publication: expect.stringMatching(/^2022-11-05公布；\d{4}-\d\d-\d\d由5\.5更正为6\.0：weighed again$/),
    },
  ])
  fireEvent.click(screen.getByRole('button', { name: /^Lock/ }))
  await waitFor(() => expect(publish).toHaveBeenCalledTimes(2))
  expect(publication().figures).toMatchObject([
    { county: 'b', value: 8, publication: expect.stringMatching(/^\d{4}-\d\d-\d\d公布$/) },
    // Without data at that time, so without a rank for good.
    { county: 'c', value: null, points: [] },
  ])
  // The month was published before limits were stored: today’s limit is not that month’s.
  expect(publication().figures.some((figure) => 'dustfallLimit' in figure)).toBe(false)
})

it('stores the limit with the other figures of the month, and leaves stored ones unchanged', async () => {
  const kept = [
    { ...published('a', 6), dustfallLimit: 7 },
    { ...published('c', null), dustfallLimit: 7 },
  ]
  openMeeting({ published: kept })
  render(<PublishDialog onClose={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: /^锁定/ }))
  await waitFor(() => expect(publish).toHaveBeenCalledOnce())
  expect(publication().figures.map(({ county, dustfallLimit }) => [county, dustfallLimit])).toEqual([['b', 7]])
})

it('stays on the month it was opened for, whatever month the wall shows', async () => {
  openMeeting({ published: [published('a', 5.5), published('a', 5, '2022-09')] })
  render(<PublishDialog onClose={() => undefined} />)
  fireEvent.click(screen.getByRole('checkbox', { name: /甲县/ }))
  fireEvent.change(screen.getByLabelText('更正原因'), { target: { value: '复测' } })
  act(() => showMonth('2022-09'))
  screen.getByRole('dialog', { name: /2022年10月/ })
  fireEvent.click(screen.getByRole('button', { name: '更正所选区县' }))
  await waitFor(() => expect(publish).toHaveBeenCalledOnce())
  expect(publication()).toMatchObject({
    month: '2022-10',
    figures: [{ publication: expect.stringContaining('由5.5更正为6.0') }],
  })
})

/** The action that the dialog reports. */
const outcome = () =>
  screen.getByText(/^已/, { selector: '[role="status"] *' }).closest<HTMLElement>('[role="status"]')!

it('shows in place of the button that the month is locked, with its limit, and can undo it', async () => {
  openMeeting()
  const onClose = vi.fn()
  render(<PublishDialog onClose={onClose} />)
  publish.mockImplementation(async () => {
    openMeeting({ published: ['a', 'b', 'c'].map((county) => ({ ...published(county, 6), dustfallLimit: 9 })) })
    return { version: 7 }
  })
  fireEvent.click(screen.getByRole('button', { name: /^锁定/ }))
  await waitFor(() => outcome())
  expect(outcome().textContent).toMatch(/^已于\d+年\d+月\d+日锁定 3 个区县的公布值（限值 9）。/)
  // The pressed button is gone: a screen reader announces the result once, and the focus is on the undo button.
  expect(screen.queryByRole('button', { name: /^锁定/ })).toBeNull()
  expect(screen.getAllByRole('status').filter(({ textContent }) => textContent !== '')).toEqual([outcome()])
  expect([document.activeElement, onClose.mock.calls.length]).toEqual([outcome(), 0])
  undo.mockImplementation(async () => openMeeting())
  fireEvent.click(screen.getByRole('button', { name: '撤销这次锁定' }))
  await waitFor(() => expect(outcome().textContent).toBe('已撤销，公布值恢复为操作之前的状态。'))
  expect(undo).toHaveBeenCalledWith(7)
  screen.getByRole('button', { name: /^锁定/ })
})

it('shows what was corrected, and asks for a new reason next time', async () => {
  openMeeting({ published: [{ ...published('a', 5.5), dustfallLimit: 7 }] })
  render(<PublishDialog onClose={() => undefined} />)
  const reason = screen.getByLabelText<HTMLInputElement>('更正原因')
  fireEvent.click(screen.getByRole('checkbox', { name: /甲县/ }))
  fireEvent.change(reason, { target: { value: '复测' } })
  fireEvent.click(screen.getByRole('button', { name: '更正所选区县' }))
  await waitFor(() => outcome())
  expect(outcome().textContent).toMatch(/^已于\d+年\d+月\d+日更正 1 个区县的公布值。/)
  expect([reason.value, screen.getByRole<HTMLInputElement>('checkbox', { name: /甲县/ }).checked]).toEqual(['', false])
})

it('shows before locking that illustrative figures stay illustrative', () => {
  openMeeting({ dataClass: 'illustrative' })
  const { unmount } = render(<PublishDialog onClose={() => undefined} />)
  screen.getByText(/^本月数据为示例/)
  unmount()
  openMeeting()
  render(<PublishDialog onClose={() => undefined} />)
  expect(screen.queryByText(/示例/)).toBeNull()
})

it('publishes counties without data as such, with the others or afterwards', () => {
  openMeeting()
  const { unmount } = render(<PublishDialog onClose={() => undefined} />)
  screen.getByText('丙县没有监测点位数据，将按无有效数值一并锁定。')
  unmount()
  const without = { ...published('c', null), dustfallLimit: 7 }
  openMeeting({ published: [published('a', 6), published('b', 8), without] })
  render(<PublishDialog onClose={() => undefined} />)
  expect(screen.getAllByRole('status')[0]!.textContent).toMatch(/^2 个区县的数值已锁定为公布值。.*“历史版本”/)
  screen.getByText('丙县公布时没有监测点位数据，已按无有效数值锁定。')
})

it('counts published counties, and can lock afterwards those without data in a month of an earlier version', async () => {
  openMeeting({ published: [published('a', 6), published('b', 8)] })
  render(<PublishDialog onClose={() => undefined} />)
  expect(screen.getAllByRole('status')[0]!.textContent).toMatch(/^2 个区县的数值已锁定为公布值。.*“历史版本”/)
  screen.getByText(/^丙县没有监测点位数据，尚未锁定。/)
  fireEvent.click(screen.getByRole('button', { name: /^锁定/ }))
  await waitFor(() => expect(publish).toHaveBeenCalledOnce())
  // The others were published before limits were stored. The earlier months show that it was published without a
  // figure.
  const [figure, ...others] = publication().figures
  expect([figure!.county, figure!.value, others.length, 'dustfallLimit' in figure!]).toEqual(['c', null, 0, false])
  expect(figure!.earlier).toHaveLength(12)
})

it('stores with a county published later the limit that it is judged by, also if the others have several', async () => {
  const kept = [
    { ...published('a', 6), dustfallLimit: 9 },
    { ...published('c', null), dustfallLimit: 5 },
  ]
  openMeeting({ published: kept })
  render(<PublishDialog onClose={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: /^锁定/ }))
  await waitFor(() => expect(publish).toHaveBeenCalledOnce())
  expect(publication().figures.map(({ county, dustfallLimit }) => [county, dustfallLimit])).toEqual([['b', 7]])
})
