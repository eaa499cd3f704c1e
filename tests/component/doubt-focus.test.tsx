import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { DoubtVerdict } from '@/features/monitoring/DoubtVerdict'
import { OutdatedJudgementNote } from '@/features/monitoring/trucks/OutdatedJudgementNote'
import { startI18n } from '@/i18n'

vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({}),
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))
const judged = vi.hoisted(() => ({ end: () => {} }))
vi.mock('@/store/tracks', () => ({
  reevaluateTracks: () => new Promise<void>((resolve) => (judged.end = resolve)),
  useTracks: (of: (state: object) => unknown) => of({ keeping: null }),
}))
beforeAll(async () => void (await startI18n('zh-CN')))
afterEach(cleanup)

const doubt: Doubt = {
  ...{ kind: 'stuck', device: 'G1', parameter: 'tsp', from: 0, until: 300 },
  figures: { minutes: 300, value: 120, readings: 5 },
}

it('stays beside a doubt while its form is opened and closed, and is taken from no other element', () => {
  render(<DoubtVerdict doubt={doubt} name="甲工地" about="恒值" />)
  expect(document.activeElement).toBe(document.body)
  const begin = () => screen.getByRole('button', { name: '核查存疑数据：恒值' })
  begin().focus()
  fireEvent.click(begin())
  const place = screen.getByRole('form').parentElement!
  expect(document.activeElement).toBe(place)
  const cancel = screen.getByRole('button', { name: '取消' })
  cancel.focus()
  fireEvent.click(cancel)
  expect(document.activeElement).toBe(place)
  expect(place.contains(begin())).toBe(true)
})

it('moves to the list of trucks after re-evaluation, which removes the button', async () => {
  const list = (trucks: number) => (
    <section tabIndex={-1} aria-label="渣土车">
      {trucks > 0 && <OutdatedJudgementNote trucks={trucks} />}
    </section>
  )
  const { rerender } = render(list(2))
  const button = screen.getByRole('button')
  button.focus()
  fireEvent.click(button)
  expect(document.activeElement).toBe(button)
  await act(async () => judged.end())
  rerender(list(0))
  expect(document.activeElement).toBe(screen.getByRole('region'))
})
