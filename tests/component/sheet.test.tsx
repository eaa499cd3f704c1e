import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { useSheet } from '@/features/explore/frame/use-sheet'
import { useChentu } from '@/store/chentu'
import { useRequestedPart } from '@/store/page/requested-part'

afterEach(cleanup)

it('the origin of the data comes to the front of a lowered sheet, although its panel is open already', () => {
  useChentu.setState(({ view }) => ({ view: { ...view, panel: 'layers' } }))
  const { result } = renderHook(useSheet)
  act(() => {
    result.current.open('list')
  })
  act(() => {
    result.current.setStop('low')
  })
  expect(result.current).toMatchObject({ shown: 'list', stop: 'low' })
  act(() => {
    useRequestedPart.getState().want('provenance')
  })
  expect(result.current).toMatchObject({ shown: 'panel', stop: 'half' })
})
