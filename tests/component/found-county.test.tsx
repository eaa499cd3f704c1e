import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fitCamera } from '@/domain/geodesy/fit-camera'
import { useFitToFoundCounty } from '@/features/explore/frame/use-fit-to-found-county'
import { boundsOf } from '@/map/instance/bounds'
import { datasetOf } from '@/questions/dataset'
import { useChentu } from '@/store/chentu'
import { useFoundCounty } from '@/store/page/found-county'
import { FIRST_VIEW, type View } from '@/store/view/view'
import { openFromDisk } from '../unit/package-from-disk'

const dataset = datasetOf((await openFromDisk('')).value!)
const bounds = boundsOf({
  ...dataset.outlines,
  features: dataset.outlines.features.filter(({ id }) => String(id) === '610402'),
})!

const boxed = (left: number, width: number) => {
  const element = document.createElement('div')
  Object.defineProperties(element, { clientWidth: { value: width }, clientHeight: { value: 600 } })
  element.getBoundingClientRect = () => new DOMRect(left, 0, width, 600)
  return { current: element }
}
/** A map of which a panel covers the right. */
const map = boxed(0, 900)
const panel = boxed(600, 300)

const camera = () => useChentu.getState().view.camera

beforeEach(() => {
  const setView = (change: Partial<View>) => useChentu.setState({ view: { ...useChentu.getState().view, ...change } })
  useChentu.setState({ loaded: dataset, view: FIRST_VIEW, setView })
  useFoundCounty.setState({ code: null })
})
afterEach(cleanup)

it('moves the map once to the county that the search found, into the part that no panel covers', () => {
  // The search may open the screen.
  useFoundCounty.setState({ code: '610402' })
  renderHook(() => useFitToFoundCounty(map, panel))
  const { lon, lat, zoom } = camera()!
  const [west, south, east, north] = bounds
  expect(lon).toBeCloseTo((west + east) / 2, 6)
  expect(lat).toBeGreaterThan((south + north) / 2)
  expect(lat).toBeLessThan(north)
  expect(zoom).toBe(fitCamera(bounds, 600, 544, 48).zoom)
  expect(useFoundCounty.getState().code).toBeNull()
})

it('leaves the map where it is for a county chosen in the ranking, and for one without an outline', () => {
  renderHook(() => useFitToFoundCounty(map, panel))
  act(() => useChentu.getState().setView({ county: '610402' }))
  expect(camera()).toBeNull()
  act(() => useFoundCounty.getState().show('610498'))
  expect(camera()).toBeNull()
  expect(useFoundCounty.getState().code).toBeNull()
})
