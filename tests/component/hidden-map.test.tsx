import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { withHiddenMap } from '@/map/picture/hidden-map'

/** Maps that load, or lose their graphics context, when the test says so. */
const maps = vi.hoisted(() => [] as { load(): void; lose(): void; removed: boolean }[])
vi.mock('@/map/engine/load-engine', () => ({
  mapEngine: async () => ({
    createStill() {
      let load = (): void => undefined
      let lose = (): void => undefined
      const loaded = new Promise<void>((done) => {
        load = done
      })
      const lost = new Promise<void>((done) => {
        lose = done
      })
      const map = {
        ...{ loaded, lost, load, lose, removed: false },
        remove() {
          map.removed = true
        },
      }
      maps.push(map)
      return map
    },
  }),
}))

const SIZE = { bounds: [0, 0, 1, 1], padding: 0, width: 10, height: 10, scale: 1 } as const
const act = vi.fn(async () => 'drawn')
const isGone = () => maps.at(-1)!.removed && document.body.childElementCount === 0

beforeEach(() => {
  maps.length = 0
  act.mockClear()
})
afterEach(() => vi.useRealTimers())

it('runs the action once the map has loaded, and removes the map', async () => {
  const drawn = withHiddenMap(SIZE, act)
  await vi.waitFor(() => expect(document.body.childElementCount).toBe(1))
  maps[0]!.load()
  expect(await drawn).toBe('drawn')
  expect(isGone()).toBe(true)
})

it('rejects a map that does not load, or whose graphics context is lost', async () => {
  vi.useFakeTimers()
  const late = expect(withHiddenMap(SIZE, act)).rejects.toThrow('did not load')
  await vi.advanceTimersByTimeAsync(20_000)
  await late
  expect(isGone()).toBe(true)
  const lost = expect(withHiddenMap(SIZE, act)).rejects.toThrow('context')
  await vi.advanceTimersByTimeAsync(0)
  maps[1]!.lose()
  await lost
  expect([isGone(), act.mock.calls.length]).toEqual([true, 0])
})

it('removes the map at once if the picture is cancelled, and makes no picture after that', async () => {
  const off = new AbortController()
  act.mockImplementationOnce(() => new Promise(() => undefined))
  const drawn = expect(withHiddenMap({ ...SIZE, signal: off.signal }, act)).rejects.toMatchObject({
    name: 'AbortError',
  })
  await vi.waitFor(() => expect(maps).toHaveLength(1))
  maps[0]!.load()
  await vi.waitFor(() => expect(act).toHaveBeenCalled())
  off.abort()
  await drawn
  expect(isGone()).toBe(true)
  await expect(withHiddenMap({ ...SIZE, signal: off.signal }, act)).rejects.toMatchObject({ name: 'AbortError' })
  expect(maps).toHaveLength(1)
})
