import { describe, expect, it } from 'vitest'
import { judgeTracks } from '@/domain/trucks/judge-tracks'
import { rawPositions } from '../../../scripts/data/trucks/raw-positions'
import { breachScores, unlistedScores } from '../../../scripts/data/trucks/score'
import { defaultPackage, madeUpTracks } from '../../fixtures/made-tracks'

describe('tracks with inserted faults', () => {
  it('are judged with the inserted faults and hardly anything else', async () => {
    const week = madeUpTracks(await defaultPackage(), 24, 2)
    const raw = rawPositions(week.tracks.map(({ truck, track }) => ({ plate: truck.plate, rows: track.rows })))
    const judged = judgeTracks(raw, week.settings, week.ground)
    const gcj = week.tracks.filter(({ truck }) => truck.habits.gcj !== 'no').map(({ truck }) => truck.plate)
    expect(judged.datums.filter(({ finding }) => finding.decided === 'gcj02').map(({ truck }) => truck)).toEqual(gcj)
    const scores = breachScores(judged, week.tracks, week.settings)
    for (const kind of ['open', 'lift', 'unwashed'] as const) {
      const { made, found, right, recalled } = scores.get(kind)!
      expect(made).toBeGreaterThan(3)
      expect(right / found).toBeGreaterThan(0.97)
      expect(recalled / made).toBeGreaterThan(0.8)
    }
    const { dump, site } = unlistedScores(judged, week.ground.places, week.settings.unlisted!, week.hidden, week.tracks)
    for (const { made, found, right, recalled } of [dump, site]) {
      expect(made).toBeGreaterThan(0)
      expect([right, recalled]).toEqual([found, made])
    }
  })
})
