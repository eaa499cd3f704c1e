import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import type { Fix } from '@/domain/field/fix'
import { destination, distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { Corners } from '@/features/field/record/Corners'
import { startI18n } from '@/i18n'
import { useFix } from '@/store/device/fix'

beforeAll(() => void startI18n('zh-CN'))
afterEach(() => {
  cleanup()
  walked = known = []
})

const at = (metres: number, accuracyMetres: number): Fix => ({
  position: destination([108.7, 34.3], 90, metres),
  accuracyMetres,
  headingDegrees: null,
  at: metres * 1000,
})
let walked: readonly Position[] = []
let known: readonly number[] = []

function Walk({ here }: { readonly here: Fix }) {
  const [{ walk, metres }, setWalk] = useState({ walk: walked, metres: known })
  walked = walk
  known = metres
  return <Corners walk={walk} metres={metres} here={here} onWalk={(walk, metres) => setWalk({ walk, metres })} />
}

function stand(fix: Fix) {
  useFix.setState({ recent: [fix] })
  return fix
}
const press = () => fireEvent.click(screen.getByRole('button', { name: /记一个角点/ }))

it('adds one corner for a double press, and removes the last corner', () => {
  const { rerender } = render(<Walk here={stand(at(0, 5))} />)
  press()
  press()
  press()
  expect(walked).toHaveLength(1)
  screen.getByText('离上一个角点不到 2 米，没有重复记')
  rerender(<Walk here={stand(at(60, 5))} />)
  press()
  expect([walked.length, known]).toEqual([2, [5, 5]])
  fireEvent.click(screen.getByRole('button', { name: '撤销上一个角点' }))
  expect([walked.length, known]).toEqual([1, [5]])
  expect(distanceMetres(walked[0]!, at(0, 5).position)).toBeLessThan(0.01)
})

it('adds no corner at an inaccurate position, unless the user confirms it', () => {
  render(<Walk here={stand(at(0, 180))} />)
  press()
  expect(walked).toHaveLength(0)
  screen.getByText(/±180 米，超过 20 米，没有记/)
  fireEvent.click(screen.getByRole('button', { name: '仍然记这个点' }))
  expect(walked).toHaveLength(1)
})
