import { beforeEach, describe, expect, it } from 'vitest'
import { destination } from '@/domain/geodesy/distance'
import { addToTrack, useTrack } from '@/store/device/track'

const at = (metres: number, accuracyMetres = 10) => ({
  position: destination([108.7, 34.3], 90, metres),
  accuracyMetres,
  headingDegrees: null,
  at: 0,
})

describe('the track of the day', () => {
  beforeEach(() => useTrack.setState({ on: false, points: [] }))

  it('is recorded only if its owner asked for it, in meaningful steps, and deleted completely', () => {
    addToTrack(at(0))
    expect(useTrack.getState().points).toEqual([])
    useTrack.getState().setOn(true)
    for (const metres of [0, 10, 20, 30, 100]) addToTrack(at(metres))
    addToTrack(at(300, 200))
    expect(useTrack.getState().points).toEqual([at(0), at(30), at(100)].map(({ position }) => position))
    useTrack.getState().clear()
    expect(useTrack.getState().points).toEqual([])
  })
})
