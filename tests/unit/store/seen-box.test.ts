import { expect, it } from 'vitest'
import { decodeView, encodeView } from '@/store/view/link'
import { FIRST_VIEW } from '@/store/view/view'
import { visibleBoxOf, withVisibleBox } from '@/store/view/visible-box'

it('a kept view has what of the map was seen, and opens as it did without', () => {
  const view = { ...FIRST_VIEW, camera: { lon: 108.7, lat: 34.38, zoom: 11 } }
  const kept = withVisibleBox(encodeView(view), [108.5, 34.2, 108.9, 34.5])
  expect(visibleBoxOf(kept)).toEqual([108.5, 34.2, 108.9, 34.5])
  expect(decodeView(kept)).toEqual(view)
  expect(visibleBoxOf(withVisibleBox('/explore', [108.5, 34.2, 108.9, 34.5]))).toEqual([108.5, 34.2, 108.9, 34.5])
})

it('nothing is known of it where an earlier version kept the view, of the whole city, or from a file that says nonsense', () => {
  expect(withVisibleBox('/explore?kind=yard', null)).toBe('/explore?kind=yard')
  for (const address of [
    '',
    '/explore?kind=yard',
    '/explore?seen=1,2',
    '/explore?seen=9,9,1,1',
    '/explore?seen=a,b,c,d',
  ])
    expect(visibleBoxOf(address)).toBeNull()
})
