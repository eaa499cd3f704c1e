import { expect, it } from 'vitest'
import { decodeView, encodeView } from '@/store/view/link'
import { seenOf, withSeenBox } from '@/store/view/seen-box'
import { FIRST_VIEW } from '@/store/view/view'

it('a saved view has the visible box of the map, and opens as without it', () => {
  const view = { ...FIRST_VIEW, camera: { lon: 108.7, lat: 34.38, zoom: 11 } }
  const kept = withSeenBox(encodeView(view), [108.5, 34.2, 108.9, 34.5])
  expect(seenOf(kept)).toEqual([108.5, 34.2, 108.9, 34.5])
  expect(decodeView(kept)).toEqual(view)
  expect(seenOf(withSeenBox('/explore', [108.5, 34.2, 108.9, 34.5]))).toEqual([108.5, 34.2, 108.9, 34.5])
})

it('the box is unknown for an earlier version’s view, for the whole city, and in an invalid file', () => {
  expect(withSeenBox('/explore?kind=yard', null)).toBe('/explore?kind=yard')
  for (const address of [
    '',
    '/explore?kind=yard',
    '/explore?seen=1,2',
    '/explore?seen=9,9,1,1',
    '/explore?seen=a,b,c,d',
  ])
    expect(seenOf(address)).toBeNull()
})
