import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { DrawnSources } from '@/domain/sources/view/drawn-sources'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { startI18n } from '@/i18n'
import type { LiveMap } from '@/map/engine/live-map'
import { OverlapList } from '@/map/pointer/OverlapList'
import { usePicking } from '@/map/pointer/use-picking'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { filterSources } from '@/questions/filtered-sources'
import { sourceScene } from '@/questions/map/source-scene'
import { listedRows, shownRows } from '@/questions/shown/shown-sources'
import { useChentu } from '@/store/chentu'
import { openFromDisk } from '../unit/package-from-disk'

const [LON, LAT] = [108.9, 34.5]

// Three sources at one place, and one alone.
const opened = (
  await openFromDisk('', (file, text) => {
    if (file !== 'stockpile.csv') return text
    const [head, ...rows] = text.split('\n')
    const moved = rows.slice(0, 3).map((row) => row.replace(/\d{3}\.\d+,\d{2}\.\d+/, `${LON},${LAT}`))
    return [head, ...moved, ...rows.slice(3)].join('\n')
  })
).value!
const dataset = datasetOf(opened)
const evaluated = evaluateRules(opened, '2022-10-31')
const filters = { ...NO_FILTERS, kinds: ['stockpile'] }
const filtered = filterSources(evaluated, new Uint8Array(evaluated.status.length), filters)
const sceneAt = (zoom: number) =>
  sourceScene(filtered, {
    ...{ window: { west: 0, north: 0, east: 1, south: 1 }, zoom, hidden: [], look: null },
    density: { form: 'auto', of: 'count' },
  })

vi.mock('@/workers/client', () => ({
  datasetWorker: () => ({ listedRows: async (sources: readonly number[]) => listedRows(filtered, sources) }),
  onDatasetWorkerStopped: () => undefined,
  datasetReopened: () => undefined,
  whenAnswered: async () => undefined,
  whenMapDrawn: async () => undefined,
}))

beforeAll(() => startI18n('zh-CN'))
const onSelect = vi.fn()
beforeEach(() => {
  onSelect.mockClear()
  const { evaluation } = evaluated
  useChentu.setState({ opened: { dataset, evaluation, shown: {} } as never })
})
afterEach(cleanup)

/** The part of a MapLibre map that handles the pointer, and a press on it. */
function mapAt(zoom: number) {
  const canvas = document.createElement('canvas')
  canvas.tabIndex = 0
  document.body.append(canvas)
  const heard: Record<string, (event: object) => void> = {}
  const map = {
    on(name: string, handle: (event: object) => void) {
      heard[name] = handle
      return { unsubscribe: () => undefined }
    },
    ...{ getZoom: () => zoom, getCanvas: () => canvas, getContainer: () => canvas },
    ...{
      project: () => ({ x: 10, y: 10 }),
      getLayer: () => undefined,
      easeTo: vi.fn(),
      cameraForBounds: () => undefined,
    },
  }
  const send = (name: string) => (lng: number, lat: number) =>
    act(async () => heard[name]!({ lngLat: { lng, lat }, point: { x: 10, y: 10 }, originalEvent: {} }))
  return { map: map as unknown as LiveMap, easeTo: map.easeTo, canvas, press: send('click') }
}

function Pointed({ map, drawn }: { readonly map: LiveMap; readonly drawn: DrawnSources | null }) {
  const { together, closeTogether } = usePicking(map, dataset, drawn, { onSelect, onCounty: onSelect })
  return together && <OverlapList map={map} together={together} onSelect={onSelect} onClose={closeTogether} />
}

const list = () => screen.findByRole('dialog', { name: '此处 3 处污染源' }, { timeout: 10_000 })
const buttons = async () =>
  (await within(await list()).findAllByRole('listitem')).map((each) => within(each).getByRole('button'))

it('lists sources at the same place when pressed, worst first, and returns the focus on Escape', async () => {
  const { map, canvas, press } = mapAt(16.5)
  render(<Pointed map={map} drawn={sceneAt(16.5)} />)
  await press(LON, LAT)
  const [first] = await buttons()
  await waitFor(() => expect(document.activeElement).toBe(first))
  expect(onSelect).not.toHaveBeenCalled()
  fireEvent.keyDown(first!, { key: 'Escape' })
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(canvas)
})

it('leaves a press to the map tool that received it, even if the tool ends before the press does', async () => {
  const { map, canvas, press } = mapAt(16.5)
  const { rerender } = render(<Pointed map={map} drawn={null} />)
  fireEvent.pointerDown(canvas)
  // The tool has its position and ends; only then the browser reports the click.
  rerender(<Pointed map={map} drawn={sceneAt(16.5)} />)
  await press(LON, LAT)
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(onSelect).not.toHaveBeenCalled()
  fireEvent.pointerDown(canvas)
  await press(LON, LAT)
  await list()
})

it('selects the source pressed in the list, and closes the list', async () => {
  const { map, press } = mapAt(16.5)
  render(<Pointed map={map} drawn={sceneAt(16.5)} />)
  await press(LON, LAT)
  const last = (await buttons()).at(-1)!
  const there = shownRows(filtered, 0, filtered.total).filter(({ position }) => position?.[0] === LON)
  expect(there).toHaveLength(3)
  const { kind, code } = there.at(-1)!
  expect(last.textContent).toContain(there.at(-1)!.name)
  fireEvent.click(last)
  expect(onSelect).toHaveBeenCalledExactlyOnceWith({ kind, code })
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('selects a single source at once, without a list', async () => {
  const { map, press } = mapAt(16.5)
  render(<Pointed map={map} drawn={sceneAt(16.5)} />)
  const { kind, code, position } = shownRows(filtered, 0, filtered.total).find(({ position }) => position?.[0] !== LON)!
  await press(...position!)
  expect(onSelect).toHaveBeenCalledExactlyOnceWith({ kind, code })
  expect(screen.queryByRole('dialog')).toBeNull()
})
