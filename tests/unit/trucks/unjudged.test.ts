import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { NO_FIGURE, type Positions, STATE, UNKNOWN } from '@/domain/trucks/positions'
import { openTracks, readPositions } from '@/io/tracks/read-tracks'
import { Tracks, type TracksOfMonth } from '@/io/tracks/tracks'
import { writePositions } from '@/io/tracks/write-tracks'
import { signalsPresent, TRUCK_SIGNALS, unjudgedBreaches } from '@/questions/plan/unjudged'
import { SETTINGS } from './tracks'

const MONTH = '2022-10'
const bytes = readFileSync('data/trucks/positions/2022-10.parquet')
const whole = await readPositions(await openTracks(new Uint8Array(bytes).buffer), {})
const kept = (bits: number) => (state: Uint8Array) => state.map((of) => of & bits)
const tracksOf = (positions: Positions) => {
  const file = writePositions(positions)
  const of: TracksOfMonth = {
    ...{ month: MONTH, table: 'positions', isKept: true, dataClass: 'real', path: 'a.parquet' },
    open: () => openTracks(file),
  }
  return new Tracks([of])
}
const unjudged = async (positions: Positions) => unjudgedBreaches(SETTINGS, await tracksOf(positions).said(MONTH))

it('lists the types of breach that the data can’t show, and what is missing', async () => {
  expect(await unjudged(whole)).toEqual([])
  const { closed, open, lifted, lowered } = STATE
  const body = kept(closed | open)(whole.state)
  expect(await unjudged({ ...whole, state: body })).toEqual([{ kind: 'lift', lacks: ['lifted'] }])
  const lift = kept(lifted | lowered)(whole.state)
  const load = new Uint8Array(whole.load.length).fill(UNKNOWN)
  expect(await unjudged({ ...whole, load, state: lift })).toMatchObject([
    { kind: 'open', lacks: ['closed', 'load'] },
    { kind: 'unwashed', lacks: ['load'] },
  ])
  const speed = new Uint16Array(whole.speed.length).fill(NO_FIGURE)
  expect((await unjudged({ ...whole, speed })).map(({ kind }) => kind)).toEqual(['speed', 'open', 'ban'])
})

it('lists a ban for loaded trucks alone if the load is unknown, beside bans that could be judged', () => {
  const [ban] = SETTINGS.bans
  const forLoaded = { ...ban!, id: 'loaded', title: { zh: '重车禁行', en: 'Loaded trucks' }, loadedOnly: true }
  const bans = (some: readonly (typeof forLoaded)[], ...signals: string[]) =>
    unjudgedBreaches({ ...SETTINGS, bans: some }, new Set(signals)).filter(({ kind }) => kind === 'ban')
  expect(bans([ban!, forLoaded], 'speed')).toEqual([{ kind: 'ban', lacks: ['load'], bans: [forLoaded.title] }])
  expect(bans([ban!, forLoaded], 'speed', 'load')).toEqual([])
  expect(bans([ban!, forLoaded])).toEqual([{ kind: 'ban', lacks: ['speed', 'load'] }])
  expect(bans([forLoaded], 'speed')).toEqual([{ kind: 'ban', lacks: ['load'] }])
})

it('distinguishes trucks that report it from others', async () => {
  const first = whole.trucks[0]!
  const state = whole.state.map((of, row) => (whole.truck[row] === 0 ? 0 : of))
  const tracks = tracksOf({ ...whole, state })
  expect(await signalsPresent(tracks, MONTH, [first])).toEqual(new Set(['speed', 'load']))
  expect(await signalsPresent(tracks, MONTH, [first, whole.trucks[1]!])).toEqual(new Set(TRUCK_SIGNALS))
})

it('lists none if the contents of the data are unknown', async () => {
  const [of] = tracksOf(whole).files
  const gone = new Tracks([{ ...of!, open: () => Promise.reject(new Error('gone')) }])
  expect(unjudgedBreaches(SETTINGS, await gone.said(MONTH))).toEqual([])
  expect(unjudgedBreaches(SETTINGS, await new Tracks([]).said(MONTH))).toEqual([])
})
