import { describe, expect, it } from 'vitest'
import { FAR_METRES } from '@/domain/field/ground'
import { destination } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { type Circumstances, cameraTime, evidenceOf, photosOfOthers } from '@/ledger/evidence'
import { FLAGS } from '@/ledger/flag'
import type { PhotoRef } from '@/ledger/references'
import { inspection, photoOf, target, write } from './records'

const SITE: Position = [108.7, 34.3]
const NOON = Date.parse('2022-10-31T04:00:00Z')
const { ref } = photoOf(1)
const photo = (change: Partial<PhotoRef> = {}): PhotoRef => ({ ...ref, at: '2022-10-31T04:00:00Z', ...change })

/** A check without anything doubtful. */
const GOOD: Circumstances = {
  now: NOON,
  fix: { position: SITE, accuracyMetres: 8, headingDegrees: null, at: NOON },
  toldAt: NOON,
  ground: { position: SITE, line: null, squareMetres: null },
  farMetres: FAR_METRES,
  lastRecordAt: '2022-10-31T03:00:00Z',
  answers: { covered: 'yes', washed: 'no' },
  deadlines: ['2022-10-31', ''],
  photos: [photo({ item: 'washed' })],
  usedElsewhere: new Set(),
  usedBefore: new Set(),
  isCorrection: false,
}
const flags = (change: Partial<Circumstances>) => evidenceOf({ ...GOOD, ...change }).flags
const fixAt = (metres: number, accuracyMetres = 8) => ({
  ...GOOD.fix!,
  position: destination(SITE, 90, metres),
  accuracyMetres,
})

describe('the evidence for a check', () => {
  it('has no flags if the author stands there with a photo', () => {
    expect(evidenceOf(GOOD, '')).toEqual({
      measuredAt: '2022-10-31T04:00:00.000Z',
      distanceMetres: 0,
      flags: [],
      reason: '',
    })
  })

  it('has a flag for a missing, old, inaccurate or distant position', () => {
    expect(evidenceOf({ ...GOOD, fix: null }, '山里没有信号')).toEqual({
      measuredAt: '',
      distanceMetres: null,
      flags: ['no-position'],
      reason: '山里没有信号',
    })
    expect(flags({ toldAt: NOON - 121_000, fix: { ...GOOD.fix!, at: NOON - 121_000 } })).toEqual(['old-position'])
    expect(flags({ toldAt: NOON - 119_000, fix: { ...GOOD.fix!, at: NOON - 119_000 } })).toEqual([])
    expect(flags({ fix: fixAt(0, 101) })).toEqual(['inaccurate'])
    expect(flags({ fix: fixAt(FAR_METRES + 9) })).toEqual(['far'])
    // The uncertainty of the position counts in the author's favour.
    expect(flags({ fix: fixAt(FAR_METRES + 50, 60) })).toEqual([])
    expect(flags({ fix: fixAt(1700), ground: null })).toEqual([])
    // A yard of 40 000 m² may reach 200 m farther, and the package may set another limit.
    const yard = { position: SITE, line: null, squareMetres: 40_000 }
    expect(flags({ fix: fixAt(390), ground: yard })).toEqual([])
    expect(flags({ fix: fixAt(420), ground: yard })).toEqual(['far'])
    expect(flags({ fix: fixAt(420), farMetres: 500 })).toEqual([])
    // A person anywhere along a road is at it, however far its midpoint is.
    const road = {
      type: 'LineString' as const,
      coordinates: [
        [108.7, 34.3],
        [108.8, 34.3],
      ],
    }
    const along = evidenceOf({ ...GOOD, fix: fixAt(4000), ground: { ...yard, line: road } })
    expect([along.flags, Math.round(along.distanceMetres!)]).toEqual([[], 1])
    expect(evidenceOf({ ...GOOD, fix: fixAt(1700) }).distanceMetres).toBeCloseTo(1700, 3)
  })

  it('has a flag if the clock differs from that of the satellites, or is behind the last record', () => {
    expect(flags({ fix: { ...GOOD.fix!, at: NOON + 301_000 } })).toEqual(['clock'])
    expect(flags({ fix: { ...GOOD.fix!, at: NOON - 299_000 } })).toEqual([])
    expect(flags({ lastRecordAt: '2022-10-31T04:05:01Z' })).toEqual(['clock'])
    expect(flags({ lastRecordAt: '2022-10-31T04:04:59Z' })).toEqual([])
    expect(flags({ lastRecordAt: '', fix: null })).toEqual(['no-position'])
  })

  it('has a flag, once, for photos of another day, place or source', () => {
    const old = photo({ taken: { at: '2022:10:30 20:00:00', position: null } })
    expect(flags({ photos: [old, { ...old, hash: 'b' }] })).toEqual(['old-photo'])
    expect(flags({ photos: [photo({ taken: { at: '2022:10:31 01:00:00', position: null } })] })).toEqual([])
    const far = destination(SITE, 0, FAR_METRES + 1)
    expect(flags({ photos: [photo({ taken: { at: '', position: far } })] })).toEqual(['far-photo'])
    expect(flags({ photos: [photo({ position: far })] })).toEqual(['far-photo'])
    // The camera's own data takes precedence over the tablet's.
    expect(flags({ photos: [photo({ position: far, taken: { at: '', position: SITE } })] })).toEqual([])
    expect(flags({ usedElsewhere: new Set([ref.hash]) })).toEqual(['reused-photo'])
    expect(flags({ usedBefore: new Set([ref.hash]) })).toEqual(['old-photo'])
  })

  it('lists the photos that a flag is about', () => {
    const photos = [photo({ hash: 'a' }), photo({ hash: 'b' }), photo({ hash: 'c' })]
    const used = { usedElsewhere: new Set(['b', 'c']), usedBefore: new Set(['c']) }
    expect(evidenceOf({ ...GOOD, photos, ...used }).photos).toEqual([
      { hash: 'b', flags: ['reused-photo'] },
      { hash: 'c', flags: ['old-photo', 'reused-photo'] },
    ])
    expect(evidenceOf({ ...GOOD, photos })).not.toHaveProperty('photos')
  })

  it('has a flag if a failure has no photo, or a deadline before today', () => {
    expect(flags({ photos: [] })).toEqual(['no-photo'])
    expect(flags({ photos: [photo({ item: 'covered' })] })).toEqual(['no-photo'])
    expect(flags({ photos: [photo()] })).toEqual([])
    expect(flags({ photos: [], answers: { covered: 'not-seen' } })).toEqual([])
    expect(flags({ deadlines: ['2022-11-01', '2022-10-30'] })).toEqual(['past-deadline'])
    // Half an hour into 1 November in Chinese time.
    const night = Date.parse('2022-10-31T16:30:00Z')
    expect(flags({ now: night, toldAt: night, fix: { ...GOOD.fix!, at: night }, photos: [photo()] })).toEqual([
      'past-deadline',
    ])
  })

  it('ignores where a correction is written', () => {
    expect(flags({ fix: fixAt(1700), isCorrection: true, deadlines: ['2022-10-30'] })).toEqual(['past-deadline'])
  })

  it('has its flags in a fixed order', () => {
    const all = evidenceOf({
      ...GOOD,
      fix: { ...fixAt(9000, 200), at: NOON - 900_000 },
      toldAt: NOON - 200_000,
      deadlines: ['2020-01-01'],
      answers: { covered: 'no', washed: 'no' },
      photos: [photo({ item: 'washed', taken: { at: '2022:10:01 08:00:00', position: [109, 35] } })],
      usedElsewhere: new Set([ref.hash]),
      pinCleared: '本人忘记，李四',
    }).flags
    expect(all).toEqual(FLAGS.filter((flag) => flag !== 'no-position'))
  })
})

describe('the data behind the evidence', () => {
  it('includes a camera’s time, read as local time', () => {
    expect(cameraTime('2022:10:31 12:00:00')).toBe(NOON)
    expect(cameraTime('2022:10:31 12:00:00.25')).toBe(NOON)
    expect(cameraTime('0000:00:00 00:00:00')).toBeNull()
    expect(cameraTime('')).toBeNull()
  })

  it('includes photos of other sources, from records of known types', () => {
    const own = write('a', null, inspection({ photos: [ref] }))
    const other = write('a', own, inspection({ target: { ...target, code: 'DC-2' }, photos: [photoOf(2).ref] }))
    const later = { ...other, id: 'a-3', body: { type: 'later', photos: 'none' } } as never
    expect(photosOfOthers([own, other, later], target)).toEqual(new Set([photoOf(2).ref.hash]))
    expect(photosOfOthers([own], { ...target, code: 'DC-2' })).toEqual(new Set([ref.hash]))
  })
})
