import { afterEach, expect, it, vi } from 'vitest'
import { continueField } from '@/app/continue-field'
import { useChentu } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'

vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({}),
  onDatasetWorkerStopped: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))

/** The address with which a page opens; a stand-in, because other tests use the same window. */
function openAs(pointer: 'coarse' | 'fine', inField: boolean, hash = ''): string {
  const location = { hash }
  vi.stubGlobal('location', location)
  vi.stubGlobal('history', {
    state: null,
    replaceState(_state: unknown, _title: string, address: string) {
      location.hash = address
    },
  })
  vi.stubGlobal('matchMedia', (asked: string) => ({ matches: asked === `(pointer: ${pointer})` }))
  usePreferences.setState({ inField })
  continueField()
  return location.hash
}
afterEach(() => vi.unstubAllGlobals())

it('opens a tablet by its icon where the team left it, and nothing else there', () => {
  expect(openAs('coarse', true)).toBe('#/field')
  expect(openAs('coarse', false)).toBe('')
  expect(openAs('coarse', true, '#/meeting')).toBe('#/meeting')
  expect(openAs('fine', true)).toBe('')
})

it('remembers whether the field screen was the last one', () => {
  expect(openAs('coarse', true, '#/explore')).toBe('#/explore')
  expect(usePreferences.getState().inField).toBe(false)
  openAs('coarse', false)
  const show = (mode: 'field' | 'data') => useChentu.setState(({ view }) => ({ view: { ...view, mode } }))
  show('field')
  expect(usePreferences.getState().inField).toBe(true)
  show('data')
  expect(usePreferences.getState().inField).toBe(false)
})
