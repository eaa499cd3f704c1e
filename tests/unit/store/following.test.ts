import { beforeEach, expect, it, vi } from 'vitest'

const evaluated: (() => void)[] = []
const worker = {
  open: vi.fn(),
  // Answered when the test says so.
  evaluate: (asOf: string) => new Promise((answer) => evaluated.push(() => answer({ asOf }))),
  ring: async () => ({}),
  show: async () => ({}),
  counts: async () => ({}),
  find: async () => null,
}
vi.mock('@/workers/client', () => ({
  datasetWorker: () => worker,
  onDatasetWorkerStopped: () => undefined,
  datasetReopened: () => undefined,
  datasetGivenUp: () => undefined,
  whenAnswered: async () => undefined,
}))
vi.stubGlobal('window', new EventTarget())
const { useChentu } = await import('@/store/chentu')

const dataset = (checksum: string) =>
  ({ checksum, settings: { asOf: '2022-10-31', ring: { basis: 'point', radiusMetres: 5000 } } }) as never
const state = () => useChentu.getState()
const shown = () => [state().opened?.dataset.checksum, state().opened?.evaluation.asOf]
/** Answers every evaluation that was asked for. */
async function answer(): Promise<void> {
  await vi.waitFor(() => expect(evaluated.length).toBeGreaterThan(0))
  for (const each of evaluated.splice(0)) each()
}

beforeEach(async () => {
  evaluated.length = 0
  useChentu.setState({ view: { ...state().view, asOf: null } })
  const first = state().show({ value: dataset('old'), problems: [] })
  await answer()
  await first
  expect(shown()).toEqual(['old', '2022-10-31'])
})

it('a view that changes while another dataset is on its way follows that one, not the one before', async () => {
  const next = state().show({ value: dataset('new'), problems: [] })
  state().setView({ asOf: '2022-06-30' })
  await answer()
  await next
  await vi.waitFor(() => expect(shown()).toEqual(['new', '2022-06-30']))
  expect(state().view.data).toBe('new')
})
