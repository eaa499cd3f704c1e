import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { PapersDialog } from '@/features/meeting/PapersDialog'
import type { SceneData } from '@/features/meeting/paper-scenes'
import { startI18n } from '@/i18n'
import { openMeeting, showMonth } from './small-meeting'

const saveMeeting = vi.fn()
const casesOf = vi.fn((_: SceneData['cases']) => undefined)
const meeting = vi.fn(async (_day: string) => ({ problems: { day: '', clauses: [] }, targets: [] }))
/** A county without problems. */
const NOTHING = { overdue: 0, failing: 0, total: 0, newly: 0, worst: [], surveyed: [], graded: [] }
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ saveMeeting, meetingFigures: meeting, countyStory: async () => NOTHING }),
  onDatasetWorkerStopped: () => undefined,
}))
vi.mock('@/store/steps/step', () => ({ applyChange: async () => [] }))
// The content of papers is tested elsewhere; here only their month matters.
vi.mock('@/features/meeting/papers', () => ({
  papersOf: ({ cases }: SceneData, { month }: { month: string }) => {
    casesOf(cases)
    return { papers: { month, title: month, parts: [], official: { number: '' }, leftOut: '' }, faults: [] }
  },
}))
vi.mock('@/io/papers/bulletin-paper', () => ({
  bulletinPaper: ({ title }: { title: string }) => ({ title, author: '', lines: { number: '' }, blocks: [] }),
}))
vi.mock('@/io/papers/word-data', () => ({ bulletinData: () => ({}) }))

beforeAll(async () => {
  await startI18n('zh-CN')
})
afterEach(cleanup)

it('assigns a paper’s number to the month it was opened for, whatever month the wall shows', async () => {
  showMonth('2022-10')
  openMeeting()
  render(<PapersDialog onClose={() => undefined} />)
  await screen.findByRole('dialog', { name: /2022年10月/ })
  fireEvent.change(screen.getByLabelText('发文字号'), { target: { value: '环函〔2022〕45号' } })
  act(() => showMonth('2022-09'))
  screen.getByRole('dialog', { name: /2022年10月/ })
  fireEvent.click(screen.getByRole('button', { name: '保存公文要素' }))
  await waitFor(() => expect(saveMeeting).toHaveBeenCalledOnce())
  expect(saveMeeting.mock.lastCall![0].official.months).toEqual({
    '2022-10': expect.objectContaining({ number: '环函〔2022〕45号' }),
  })
  // Its problems and targets are of that month too.
  expect(meeting.mock.calls.map(([day]) => day)).toEqual(['2022-10-31'])
  expect(new Set(casesOf.mock.calls.map(([cases]) => cases?.day))).toEqual(new Set(['2022-10-31']))
})
