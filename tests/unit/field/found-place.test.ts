import i18next from 'i18next'
import { afterEach, describe, expect, it } from 'vitest'
import type { Fix } from '@/domain/field/fix'
import { destination, distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { NOTHING_FOUND, readFoundDraft } from '@/features/field/record/drafts'
import { foundCode, foundName, foundPlace, hasOwnName, standingAt } from '@/features/field/record/found-place'
import { loadEnglish, startI18n } from '@/i18n'
import type { Discovery } from '@/ledger/event'
import { useFix } from '@/store/device/fix'
import { LANGUAGES, type Language } from '@/store/device/preferences'
import { kindTitle } from '@/store/words/kinds'
import { KINDS } from '../../fixtures/kinds'

const HERE: Position = [108.7, 34.3]
const EAST = destination(HERE, 90, 100)
const NORTH = destination(HERE, 0, 100)
const stood = { position: HERE, accuracyMetres: 12 }

afterEach(() => useFix.setState({ recent: [] }))

describe('the place of a found source', () => {
  it('is null before anything is known', () => {
    expect(foundPlace(NOTHING_FOUND)).toBeNull()
  })

  it('is the current position until an area is closed, then its centre with the worst accuracy of its corners', () => {
    const two = { ...NOTHING_FOUND, stood, walk: [HERE, EAST], walkMetres: [5, 9] }
    expect(foundPlace(two)).toEqual({ ...stood, placed: 'stood' })
    const place = foundPlace({ ...two, walk: [...two.walk, NORTH], walkMetres: [5, 9, 6] })!
    expect(place).toMatchObject({ accuracyMetres: 9, placed: 'outline' })
    // A third of the way in from each side.
    expect(distanceMetres(place.position, HERE)).toBeCloseTo(47.1, 0)
  })

  it('is the one that the user set on the map, without an accuracy', () => {
    const draft = { ...NOTHING_FOUND, stood, marked: EAST, walk: [HERE, EAST, NORTH], walkMetres: [5, 5, 5] }
    expect(foundPlace(draft)).toEqual({ position: EAST, accuracyMetres: null, placed: 'marked' })
  })

  it('has no accuracy if a draft of an earlier version has none for its corners', () => {
    const draft = readFoundDraft({
      kind: 'stockpile',
      note: '',
      photos: [],
      marked: null,
      stood,
      walk: [HERE, EAST, NORTH],
    })
    expect(foundPlace(draft)).toMatchObject({ accuracyMetres: null, placed: 'outline' })
  })
})

it('uses the mean of the last positions as the current position', () => {
  const fix = (metres: number, at: number): Fix => ({
    position: destination(HERE, 90, metres),
    accuracyMetres: 8,
    headingDegrees: null,
    at,
  })
  useFix.setState({ recent: [fix(0, 1000), fix(4, 2000)] })
  const { position, accuracyMetres } = standingAt(fix(4, 2000))
  expect(distanceMetres(position, HERE)).toBeCloseTo(2, 1)
  expect(accuracyMetres).toBe(8)
  useFix.setState({ recent: [] })
  expect(standingAt(fix(4, 2000)).position).toEqual(fix(4, 2000).position)
})

it('has a name of its own only if it differs from kind and place, in any language', async () => {
  await startI18n('zh-CN')
  await loadEnglish()
  const nameIn = (language: Language) =>
    foundName(i18next.getFixedT(language), kindTitle(KINDS, 'stockpile', language), HERE)
  const names = LANGUAGES.map(nameIn)
  const named = (name: string) =>
    hasOwnName(i18next, KINDS, { target: { kind: 'stockpile', code: 'XC1', name }, position: HERE } as Discovery)
  // Also on a page that has not loaded the texts of the other language.
  await startI18n('zh-CN')
  for (const name of names) expect(await named(name)).toBe(false)
  expect(await named('土堆')).toBe(true)
})

it('the code of a found source begins with the day in Shanghai', () => {
  expect(foundCode('2026-11-30T21:30:00.123Z')).toBe('XC20261201053000123')
})
