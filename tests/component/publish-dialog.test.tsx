import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { PublishDialog } from '@/features/meeting/PublishDialog'
import { changeLanguage, startI18n } from '@/i18n'
import type { Publication } from '@/workspace/publish'
import { openMeeting, turnTo } from './small-meeting'

const publish = vi.fn()
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ publish }),
  onDatasetWorkerStopped: () => undefined,
}))
vi.mock('@/store/steps/step', () => ({ takeStep: async () => [] }))

beforeAll(async () => {
  await startI18n('zh-CN')
})
beforeEach(() => {
  publish.mockReset()
  turnTo('2022-10')
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
const given = () => publish.mock.lastCall![0] as Publication

it('writes Chinese into the package on an English screen too', async () => {
  await changeLanguage('en')
  openMeeting({ published: [published('a', 5.5)] })
  render(<PublishDialog onClose={() => undefined} />)
  fireEvent.click(screen.getByRole('checkbox', { name: /Jia/ }))
  fireEvent.change(screen.getByLabelText('Reason of the correction'), { target: { value: ' weighed again ' } })
  fireEvent.click(screen.getByRole('button', { name: 'Correct the chosen counties' }))
  await waitFor(() => expect(publish).toHaveBeenCalledOnce())
  expect(given().title).toBe('区县降尘量公布值')
  expect(given().figures).toMatchObject([
    {
      county: 'a',
      value: 6,
      publication: expect.stringMatching(/^2022-11-05公布；\d{4}-\d\d-\d\d由5\.5更正为6\.0：weighed again$/),
    },
  ])
  fireEvent.click(screen.getByRole('button', { name: /^Fix/ }))
  await waitFor(() => expect(publish).toHaveBeenCalledTimes(2))
  expect(given().figures).toMatchObject([
    { county: 'b', value: 8, publication: expect.stringMatching(/^\d{4}-\d\d-\d\d公布$/) },
    // Without data then, so without a rank ever after.
    { county: 'c', value: null, points: [] },
  ])
  // The month was published before limits were kept: today's is not that month's.
  expect(given().figures.some((figure) => 'dustfallLimit' in figure)).toBe(false)
})

it('keeps the limit with the others of the month, and leaves what is kept as it is', async () => {
  const kept = [
    { ...published('a', 6), dustfallLimit: 7 },
    { ...published('c', null), dustfallLimit: 7 },
  ]
  openMeeting({ published: kept })
  render(<PublishDialog onClose={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: /^锁定/ }))
  await waitFor(() => expect(publish).toHaveBeenCalledOnce())
  expect(given().figures.map(({ county, dustfallLimit }) => [county, dustfallLimit])).toEqual([['b', 7]])
})

it('keeps to the month that it was opened for, whatever the wall is turned to', async () => {
  openMeeting({ published: [published('a', 5.5), published('a', 5, '2022-09')] })
  render(<PublishDialog onClose={() => undefined} />)
  fireEvent.click(screen.getByRole('checkbox', { name: /甲县/ }))
  fireEvent.change(screen.getByLabelText('更正原因'), { target: { value: '复测' } })
  act(() => turnTo('2022-09'))
  screen.getByRole('dialog', { name: /2022年10月/ })
  fireEvent.click(screen.getByRole('button', { name: '更正所选区县' }))
  await waitFor(() => expect(publish).toHaveBeenCalledOnce())
  expect(given()).toMatchObject({
    month: '2022-10',
    figures: [{ publication: expect.stringContaining('由5.5更正为6.0') }],
  })
})

it('says that who has no data is published so, with the others and afterwards', () => {
  openMeeting()
  const { unmount } = render(<PublishDialog onClose={() => undefined} />)
  screen.getByText('丙县没有监测点位数据，将按无有效数值一并锁定。')
  unmount()
  const without = { ...published('c', null), dustfallLimit: 7 }
  openMeeting({ published: [published('a', 6), published('b', 8), without] })
  render(<PublishDialog onClose={() => undefined} />)
  expect(screen.getByRole('status').textContent).toBe('2 个区县的数值已锁定为公布值。')
  screen.getByText('丙县公布时没有监测点位数据，已按无有效数值锁定。')
})

it('counts those that are published, and locks afterwards who had no data in a month of an earlier version', async () => {
  openMeeting({ published: [published('a', 6), published('b', 8)] })
  render(<PublishDialog onClose={() => undefined} />)
  expect(screen.getByRole('status').textContent).toBe('2 个区县的数值已锁定为公布值。')
  screen.getByText(/^丙县没有监测点位数据，尚未锁定。/)
  fireEvent.click(screen.getByRole('button', { name: /^锁定/ }))
  await waitFor(() => expect(publish).toHaveBeenCalledOnce())
  // The others were published before limits were kept. The months before say that it was published without a figure.
  const [figure, ...others] = given().figures
  expect([figure!.county, figure!.value, others.length, 'dustfallLimit' in figure!]).toEqual(['c', null, 0, false])
  expect(figure!.earlier).toHaveLength(12)
})

it('keeps with who comes late the limit by which it is judged, also where the others have several', async () => {
  const kept = [
    { ...published('a', 6), dustfallLimit: 9 },
    { ...published('c', null), dustfallLimit: 5 },
  ]
  openMeeting({ published: kept })
  render(<PublishDialog onClose={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: /^锁定/ }))
  await waitFor(() => expect(publish).toHaveBeenCalledOnce())
  expect(given().figures.map(({ county, dustfallLimit }) => [county, dustfallLimit])).toEqual([['b', 7]])
})
