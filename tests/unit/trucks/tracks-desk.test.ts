import { describe, expect, it } from 'vitest'
import type { Datum } from '@/domain/geodesy/datum'
import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import type { PlainGround } from '@/domain/trucks/plain-ground'
import { STATE } from '@/domain/trucks/positions'
import { ROLES } from '@/domain/trucks/settings'
import { readTrackExport, type TrackExport } from '@/io/tracks/read-track-export'
import {
  chosenDatum,
  chosenDatums,
  type DatumChoices,
  isDiffering,
  rememberedChoices,
  withFiles,
  withRemembered,
  withTruck,
} from '@/workspace/import/datum-choices'
import { decidedTracks, toldTrucks } from '@/workspace/tracks/decided-tracks'
import { reviewTracks, type TracksBase } from '@/workspace/tracks/tracks-desk'
import { encodeGb18030 } from '../../fixtures/encode-gb18030'
import { trackCsv } from '../../fixtures/track-export'
import { HOME, SETTINGS } from './tracks'

const NOW = Date.parse('2022-11-01T00:00:00Z') / 1000
const HAULS = [9, 11, 13].map((hour) => ({ day: '2022-10-18', leaves: hour * 60 }))
/** HOME is a listed site. */
const ground: PlainGround = {
  settings: SETTINGS,
  places: {
    role: Uint8Array.of(ROLES.indexOf('site')),
    lon: Float64Array.of(HOME[0]),
    lat: Float64Array.of(HOME[1]),
    metres: Float32Array.of(200),
    source: Int32Array.of(0),
  },
  bans: [],
  lines: [],
}
const base: TracksBase = { ground, plates: new Set(['A']), plateOf: new Map([['13900000001', 'A']]) }
const read = async (name: string, text: string | Uint8Array<ArrayBuffer>) =>
  (await readTrackExport(new File([text], name)))!
const reviewed = (exports: readonly TrackExport[]) => reviewTracks(exports, base, NOW, () => undefined)

type Decided = ReturnType<typeof decidedTracks>
const chosen = (truck: string, datum: Datum) => ({ truck, isMadeUp: false, datum })

describe('the review of files with positions', () => {
  it('counts duplicates, late rows, jumps and impossible times, each with its row', async () => {
    const lines = trackCsv('A', HOME, HAULS).split('\r\n')
    const last = lines.length
    const text = [
      ...lines,
      lines.at(-1),
      'A,2022-10-18 09:00:10,109.9,35,0,0,空车,密闭,未举升',
      lines[30]!.replace(/:00,/, ':10,').replace(/:30,/, ':40,'),
      'A,2099-01-01 00:00:00,108.7,34.3,0,0,空车,密闭,未举升',
      'A,2009-12-31 23:59:59,108.7,34.3,0,0,空车,密闭,未举升',
    ].join('\n')
    const { review } = await reviewed([await read('a.csv', text)])
    expect(review.counts).toEqual({ doubled: 1, late: 1, jump: 1, ahead: 1, before: 1, encrypted: 0 })
    expect(review.leftOut.map(({ why, row, file }) => [why, row, file])).toEqual([
      ['ahead', last + 4, 'a.csv'],
      ['before', last + 5, 'a.csv'],
      // Of two rows the later one is kept.
      ['doubled', last, 'a.csv'],
      // It came late too, but that is not why it does not count.
      ['jump', last + 2, 'a.csv'],
      ['late', last + 3, 'a.csv'],
    ])
    expect(review).toMatchObject({
      rows: last,
      trucks: 1,
      unlisted: 0,
      days: 1,
      months: ['2022-10'],
      realMonths: ['2022-10'],
    })
    expect(review.files[0]!.columns).toContainEqual({ of: 'load', heading: '载重状态' })
  })

  it('counts a position that was sent in time and again later as a duplicate, not also as late', async () => {
    const [heading, ...rows] = trackCsv('A', HOME, HAULS).split('\r\n')
    // One is sent again, one is left out and sent only at the end, twice.
    const [again, missed] = [rows[20]!, rows[40]!]
    const sent = [...rows.slice(0, 40), ...rows.slice(41), again, missed, missed]
    const { review } = await reviewed([await read('a.csv', [heading, ...sent].join('\n'))])
    expect(review.counts).toMatchObject({ doubled: 2, late: 1 })
    expect(review.leftOut.map(({ why, row }) => [why, row])).toEqual([
      ['doubled', rows.length + 1],
      ['doubled', rows.length + 2],
      ['late', rows.length + 3],
    ])
    expect(review.rows).toBe(rows.length)
    // The same if the first of them is in another file.
    const other = await reviewed([
      await read('a.csv', [heading, ...rows].join('\n')),
      await read('b.csv', [heading, rows[60], again].join('\n')),
    ])
    expect(other.review.counts).toMatchObject({ doubled: 2, late: 0 })
  })

  it('derives each truck’s datum from where it stands, and asks for it otherwise', async () => {
    const inGcj = (at: readonly [number, number]) => fromWgs84('gcj02', at)
    const exports = [
      await read('a.csv', trackCsv('A', HOME, HAULS)),
      await read('b.csv', trackCsv('B', HOME, HAULS, inGcj)),
      await read('c.csv', trackCsv('C', [108.1, 34.9], HAULS)),
    ]
    const { review, clean } = await reviewed(exports)
    expect(review.datums.map(({ truck, datum, by }) => [truck, datum, by])).toEqual([
      ['A', 'wgs84', 'known'],
      ['B', 'gcj02', 'known'],
      ['C', null, 'nothing'],
    ])
    expect(review.unlisted).toBe(2)
    const firstOf = (plate: string, of: Decided) => {
      const batch = of.real.find(({ trucks }) => trucks.includes(plate))!
      return batch.lon[Array.from(batch.truck).indexOf(batch.trucks.indexOf(plate))]!
    }
    const decidedAs = (datum: Datum) => decidedTracks(clean, { untold: [chosen('C', datum)] })
    const [asWgs, asGcj] = [decidedAs('wgs84'), decidedAs('gcj02')]
    // Never kept in a datum that nobody chose.
    for (const decide of [decidedTracks, toldTrucks])
      for (const untold of [[], [{ ...chosen('C', 'gcj02'), isMadeUp: true }]])
        expect(() => decide(clean, { untold })).toThrow('C')
    expect(Math.abs(firstOf('B', asWgs) - firstOf('A', asWgs))).toBeLessThan(3)
    expect(Math.abs(firstOf('C', asGcj) - firstOf('C', asWgs))).toBeGreaterThan(2000)
    expect(firstOf('B', asGcj)).toBe(firstOf('B', asWgs))
  })

  it('converts each truck by what is chosen for its file, or for itself', async () => {
    const far = (plate: string) => trackCsv(plate, [108.1, 34.9], HAULS)
    const { review, clean } = await reviewed([
      await read('one.csv', [far('C'), far('D').split('\r\n').slice(1).join('\r\n')].join('\r\n')),
      await read('other.csv', far('E')),
    ])
    expect(review.datums.map(({ truck, files }) => [truck, files])).toEqual([
      ['C', [0]],
      ['D', [0]],
      ['E', [1]],
    ])
    const byFile = [
      [0, 'gcj02'],
      [1, 'wgs84'],
    ] as const
    const ofFiles = byFile.reduce(
      (choices, [place, datum]) => withFiles(choices, review.datums, [place], datum),
      rememberedChoices(review.datums),
    )
    const firsts = (choices: DatumChoices) => {
      const { real } = decidedTracks(clean, { untold: chosenDatums(review.datums, choices)! })
      return ['C', 'D', 'E'].map((plate) => {
        const batch = real.find(({ trucks }) => trucks.includes(plate))!
        return batch.lon[Array.from(batch.truck).indexOf(batch.trucks.indexOf(plate))]!
      })
    }
    const [c, d, e] = firsts(ofFiles)
    expect(c).toBe(d)
    expect(Math.abs(c! - e!)).toBeGreaterThan(2000)
    expect(firsts(withTruck(ofFiles, review.datums[1]!, 'wgs84'))).toEqual([c, e, e])
    // Choosing for the file again applies to all its trucks.
    const again = withFiles(withTruck(ofFiles, review.datums[1]!, 'wgs84'), review.datums, [0], 'gcj02')
    expect(firsts(again)).toEqual([c, c, e])
  })

  it('proposes what was chosen for a truck before, and has no decision while a truck is open', async () => {
    const far = await read('c.csv', trackCsv('C', [108.1, 34.9], HAULS))
    const { review } = await reviewTracks([far], base, NOW, () => undefined, new Map([['C', 'bd09'] as const]))
    expect(chosenDatums(review.datums, rememberedChoices(review.datums))).toEqual([chosen('C', 'bd09')])
    const { review: first } = await reviewed([far])
    expect(chosenDatums(first.datums, rememberedChoices(first.datums))).toBeNull()
    // Of a truck whose files are chosen differently nothing is decided.
    const { review: both } = await reviewed([far, await read('d.csv', trackCsv('C', [108.1, 34.9], HAULS))])
    const [line] = both.datums
    const none = rememberedChoices(both.datums)
    const one = withFiles(none, both.datums, [0], 'gcj02')
    expect([chosenDatum(line!, one), isDiffering(line!, one)]).toEqual([null, false])
    const differing = withFiles(one, both.datums, [1], 'wgs84')
    expect([chosenDatum(line!, differing), isDiffering(line!, differing)]).toEqual([null, true])
    expect(chosenDatum(line!, withFiles(one, both.datums, [1], 'gcj02'))).toBe('gcj02')
    expect(isDiffering(line!, withTruck(differing, line!, 'gcj02'))).toBe(false)
  })

  it('replaces no chosen datum by a remembered one when another file with the truck is added', async () => {
    const remembered = new Map([['C', 'gcj02'] as const])
    const far = async (name: string) => read(name, trackCsv('C', [108.1, 34.9], HAULS))
    const [one, other] = [await far('c.csv'), await far('d.csv')]
    const { review: first } = await reviewTracks([one], base, NOW, () => undefined, remembered)
    const chosenFor = withFiles(rememberedChoices(first.datums), first.datums, [0], 'wgs84')
    const { review: both } = await reviewTracks([one, other], base, NOW, () => undefined, remembered)
    const next = withRemembered(chosenFor, both.datums)
    expect(chosenDatums(both.datums, next)).toBeNull()
    expect(chosenDatums(both.datums, withFiles(next, both.datums, [1], 'wgs84'))).toEqual([chosen('C', 'wgs84')])
    // Of files without any choice the remembered one holds.
    expect(chosenDatums(both.datums, withRemembered({ byFile: new Map(), byTruck: new Map() }, both.datums))).toEqual([
      chosen('C', 'gcj02'),
    ])
  })

  it('takes the company of trucks from the files, by plate, and counts those that no list has', async () => {
    const lines = trackCsv('B 1', HOME, HAULS).split('\r\n')
    const text = lines
      .map((each, at) => `${each},${at === 0 ? '所属企业' : at === 5 ? '—' : '示例运输公司'}`)
      .join('\n')
    const ofList = trackCsv('A', HOME, HAULS).split('\r\n')
    const listed = ofList.map((each, at) => `${each},${at === 0 ? '所属企业' : '别的公司'}`).join('\n')
    const of = await read('b.csv', text)
    expect(of.others).not.toContain('所属企业')
    const { review, clean } = await reviewed([
      of,
      await read('a.csv', listed),
      await read('c.csv', trackCsv('C', HOME, HAULS)),
    ])
    expect([review.unlisted, review.named]).toEqual([2, 1])
    expect([...toldTrucks(clean, { untold: [] }).real]).toEqual([
      ['B1', { company: '示例运输公司' }],
      ['A', { company: '别的公司' }],
    ])
  })

  it('moves no real position because of illustrative ones of the same truck', async () => {
    const { clean } = await reviewed([
      await read('a.csv', trackCsv('A', HOME, HAULS)),
      await read('a（示例）.csv', trackCsv('A', [108.1, 34.9], HAULS)),
    ])
    const decidedAs = (datum: Datum) => decidedTracks(clean, { untold: [{ ...chosen('A', datum), isMadeUp: true }] })
    const [asWgs, asGcj] = [decidedAs('wgs84'), decidedAs('gcj02')]
    expect(asGcj.real[0]!.lon).toEqual(asWgs.real[0]!.lon)
    expect(Math.abs(asGcj.illustrative[0]!.lon[0]! - asWgs.illustrative[0]!.lon[0]!)).toBeGreaterThan(2000)
  })

  it('counts the positions of a truck once if its terminal reports only some as encrypted', async () => {
    const of = await read('a.csv', trackCsv('A', HOME, HAULS))
    for (let row = 0; row < 30; row++) of.positions.state[row]! |= STATE.encrypted
    const { review } = await reviewed([of])
    expect(review.datums.map(({ truck, isEncrypted, rows }) => [truck, isEncrypted, rows])).toEqual([
      ['A', false, of.positions.second.length - 30],
      ['A', true, 30],
    ])
  })

  it('does not count a position as late because an earlier clock was ahead', async () => {
    const [heading, ...rows] = trackCsv('A', HOME, HAULS).split('\r\n')
    const ahead = 'A,2099-01-01 00:00:00,108.7,34.3,0,0,空车,密闭,未举升'
    const { review } = await reviewed([await read('a.csv', [heading, ahead, ...rows].join('\n'))])
    expect(review.counts).toMatchObject({ late: 0, ahead: 1, before: 0 })
    expect(review.leftOut.map(({ why, row }) => [why, row])).toEqual([['ahead', 2]])
  })

  it('reads GB18030, and stops when the user cancels', async () => {
    const of = await read('b.csv', encodeGb18030(trackCsv('陕D12345', HOME, HAULS)))
    expect(of.positions.trucks).toEqual(['陕D12345'])
    const ended = reviewTracks([of], base, NOW, () => {
      throw new DOMException('ended', 'AbortError')
    })
    await expect(ended).rejects.toMatchObject({ name: 'AbortError' })
  })
})
