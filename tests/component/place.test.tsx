import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { usePlace } from '@/features/explore/side/use-place'
import type { SourceSummary } from '@/questions/source/source-summary'
import { useChentu } from '@/store/chentu'
import { FIRST_VIEW } from '@/store/view/view'

const list = { place: 4 }
vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ shownPlace: async () => list.place }),
  onDatasetWorkerStopped: () => undefined,
}))

const KEY = { kind: 'enterprise', code: 'QY-1' }
const SITE = { ...KEY, source: 7, name: '甲厂' } as SourceSummary

function Place() {
  const { place, dropped } = usePlace(useChentu((state) => state.selected))
  return <p role="status">{`${place} ${dropped}`}</p>
}

/** The list at one moment: `shown` is a new object each time, the data only if it has changed. */
const show = (place: number, dataset: object) =>
  act(async () => {
    list.place = place
    useChentu.setState({ opened: { dataset, shown: {} } as never })
  })
const statusText = () => screen.getByRole('status').textContent

beforeEach(() => {
  const setView = (change: object) => {
    const view = { ...useChentu.getState().view, ...change }
    useChentu.setState({ view, ...(view.selected ? {} : { selected: null }) })
  }
  useChentu.setState({ view: { ...FIRST_VIEW, selected: KEY }, selected: SITE, setView })
})
afterEach(cleanup)

const data = {}

it('deselects a source that a filter excludes, and names it', async () => {
  await show(4, data)
  render(<Place />)
  await screen.findByText('4 null')
  await show(-1, data)
  await screen.findByText(/甲厂$/)
  expect(useChentu.getState().view.selected).toBeNull()
})

it('keeps a selected source that the filters exclude after the data was edited', async () => {
  await show(4, data)
  render(<Place />)
  await screen.findByText('4 null')
  await show(-1, {})
  await screen.findByText('-1 null')
  await show(-1, useChentu.getState().opened!.dataset)
  expect(statusText()).toBe('-1 null')
  expect(useChentu.getState().view.selected).toEqual(KEY)
})
