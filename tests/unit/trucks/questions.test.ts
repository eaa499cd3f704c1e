import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatDay } from '@/domain/calendar'
import { breachOpeningKey, openingKey, unlistedOpening } from '@/domain/cases/opening-key'
import { BREACHES } from '@/domain/trucks/breach-kinds'
import { dayOf } from '@/domain/trucks/clock-hours'
import { UNLISTED_STOP } from '@/domain/trucks/stop-sorts'
import { currentPlaces, unlistedPlaces } from '@/domain/trucks/unlisted-places'
import { ALL_TRUCKS, isBelowCountyShare, shownTrucks } from '@/features/monitoring/trucks/shown-trucks'
import type { Descriptor } from '@/io/package/descriptor'
import { heldFiles } from '@/io/package/package-files'
import { packageTracks, Tracks } from '@/io/tracks/tracks'
import { breachOpening } from '@/questions/cases/breach-opening'
import { unlistedOpenings } from '@/questions/cases/unlisted-openings'
import { evaluateRules } from '@/questions/evaluated-package'
import { judgedAnew } from '@/questions/trucks/judged-anew'
import { breachesOnDay } from '@/questions/trucks/truck-breaches'
import { truckCard } from '@/questions/trucks/truck-card'
import { truckDay } from '@/questions/trucks/truck-day'
import { plainGround } from '@/questions/trucks/truck-ground'
import { currentUnlistedPlaces, truckList } from '@/questions/trucks/truck-list'
import { truckMonth } from '@/questions/trucks/truck-month'
import { stopPoints } from '@/questions/trucks/truck-stops'
import { defaultPackage } from '../../fixtures/made-tracks'

const descriptor = JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as Descriptor
const held = new Map(
  descriptor.resources
    .filter(({ path }) => path.startsWith('trucks/'))
    .map(({ path }) => [path, new Blob([readFileSync(join('data', path))])]),
)
const tracksOf = (files = held) => new Tracks(packageTracks(heldFiles(files), descriptor))
const opened = await defaultPackage()
const asOf = '2022-10-31'

describe('tracks of the default package', () => {
  it('have the same totals by truck, by company and overall', async () => {
    const list = await truckList(opened, tracksOf(), asOf)
    expect(list).toMatchObject({
      months: ['2022-10'],
      dataClass: 'illustrative',
      kept: 0,
      least: { percent: 80, clause: 16, counties: ['610402', '610404', '高新区'] },
      problems: [],
    })
    expect([list.trucks.length, list.days.length]).toEqual([24, 7])
    for (const part of [list.companies, list.trucks]) {
      expect(part.reduce((sum, { trips }) => sum + trips, 0)).toBe(list.total.trips)
      expect(part.reduce((sum, { byDay }) => sum + byDay, 0)).toBe(list.total.byDay)
    }
    // Trucks that work at night.
    const few = list.trucks.filter(({ trips, byDay }) => byDay * 100 < 80 * trips).map(({ plate }) => plate)
    expect(few).toEqual(['示D00006', '示D00014', '示D00022'])
    // Figures reported by counties are shown beside those of tracks.
    expect(list.counties.find(({ key }) => key === '610404')?.stated).toEqual({ trips: 2012, byDay: 1839 })
    expect(list.counties.reduce((sum, { trips }) => sum + trips, 0)).toBe(list.total.trips)
  })

  it('are judged by the current lists once sites of the package have moved, unless they are too many', async () => {
    const made = (await truckMonth(opened, tracksOf(), asOf))!
    expect([made.judging, (await truckList(opened, tracksOf(), asOf)).judging]).toEqual(['current', 'current'])
    // Positions of the files give the same breaches as are in the files.
    const otherwise = Object.assign(tracksOf(), { isJudgedOtherwise: async () => true })
    const again = (await truckMonth(opened, otherwise, asOf))!
    const rows = ({ trucks, truck, kind, from, until, of }: typeof made.breaches) =>
      Array.from(kind, (each, row) => [trucks[truck[row]!], each, from[row], until[row], of[row]])
    expect([again.judging, rows(again.breaches)]).toEqual(['anew', rows(made.breaches)])
    const moved = { ...opened, lons: opened.lons.map((lon) => lon + 0.01) }
    const list = await truckList(moved, tracksOf(), asOf)
    expect(list.judging).toBe('anew')
    expect(list.total.breaches.lift).toBeGreaterThan((await truckList(opened, tracksOf(), asOf)).total.breaches.lift)
    const ground = plainGround(moved)!
    expect(await judgedAnew(tracksOf(), '2022-10', ground, 1000)).toEqual({ judging: 'before', breaches: null })
  })

  it('tell of each county whether they decide its share, are too few for that, or may not', async () => {
    const rolesOf = async (of: typeof opened, hauls: Parameters<typeof evaluateRules>[3] = []) => {
      const { tables } = evaluateRules(of, asOf, [], hauls)
      const { counties } = await truckList(of, tracksOf(), asOf, tables)
      const stated = counties.filter((each) => each.stated !== null)
      expect(stated.length).toBeGreaterThan(1)
      return [...new Set(stated.map(({ role }) => role))]
    }
    const least = (leastTrips: number) => {
      const trucks = opened.pack.trucks!
      const evidence = { ...trucks.evidence, leastTrips }
      return { ...opened, pack: { ...opened.pack, trucks: { ...trucks, evidence } } }
    }
    expect(await rolesOf(opened)).toEqual(['decides'])
    expect(await rolesOf(least(1_000_000))).toEqual(['beside'])
    // Made-up tracks beside an office's own table.
    const { inventory } = opened
    const kinds = inventory.kinds.map((each) =>
      each.kind === 'muck-trucks' ? { ...each, dataClass: 'real' as const } : each,
    )
    const ofOffice = { ...opened, inventory: { ...inventory, kinds } }
    expect(await rolesOf(ofOffice)).toEqual([null])
    expect((await truckList(ofOffice, tracksOf(), asOf)).counties.map(({ role }) => role)).not.toContain('decides')
    // Figures of other tracks than those listed.
    const others = opened.pack.hauls.map(({ counties, ...month }) => ({
      ...month,
      dataClass: 'real' as const,
      counties: new Map(
        [...counties].map(([county, days]) => [county, days.map((day) => ({ ...day, trips: day.trips + 1 }))]),
      ),
    }))
    expect(await rolesOf(opened, others)).toEqual([null])
  })

  it('name the company of imported tracks for trucks of which no list has one, and for no others', async () => {
    const told = new Map([
      ['示D00001', { company: '别的公司', assumed: 'gcj02' as const }],
      ['示D00002', { company: '轨迹里的公司' }],
    ])
    const tracks = Object.assign(tracksOf(), { toldOf: () => told })
    const { fleet } = opened.pack
    const listed = new Map([...fleet].filter(([plate]) => plate !== '示D00002' && plate !== '示D00003'))
    const of = { ...opened, pack: { ...opened.pack, fleet: listed } }
    const list = await truckList(of, tracks, asOf)
    const facts = (plate: string) => {
      const line = list.trucks.find((each) => each.plate === plate)!
      return [line.company, line.isByTracks, line.assumed]
    }
    expect(facts('示D00001')).toEqual(['示例运输公司01', false, 'gcj02'])
    expect(facts('示D00002')).toEqual(['轨迹里的公司', true, null])
    expect(facts('示D00003')).toEqual(['', false, null])
    expect(list.companies.find(({ company }) => company === '轨迹里的公司')?.trucks).toBe(1)
    const card = await truckCard(of, tracks, asOf, { company: '轨迹里的公司' })
    expect(card!.plates).toEqual(['示D00002'])
  })

  it('count as imported only trucks in the list', async () => {
    const tracks = Object.assign(tracksOf(), { keptTrucks: () => new Set(['示D00001', '没有行程的车']) })
    expect((await truckList(opened, tracks, asOf)).kept).toBe(1)
    expect((await truckList(opened, tracks, '2022-11-30')).kept).toBe(0)
  })

  it('end on the as-of day; a month without any names a month with some', async () => {
    const list = await truckList(opened, tracksOf(), '2022-10-27')
    expect(list.days.length).toBe(3)
    expect(await truckList(opened, tracksOf(), '2022-11-30')).toMatchObject({ trucks: [], other: '2022-10-31' })
    expect(await truckList(opened, tracksOf(), '2022-09-15')).toMatchObject({ trucks: [], other: '2022-10-31' })
    expect(await truckList(opened, tracksOf(), '2022-10-02')).toMatchObject({ trucks: [], other: '2022-10-31' })
    for (const { lastDay } of list.trucks) expect(lastDay).toMatch(/^2022-10-2[567]$/)
  })

  it('name the site that an unwashed truck left, on which a case of its own sort is opened', async () => {
    const tracks = tracksOf()
    const list = await truckList(opened, tracks, asOf)
    const cards = await Promise.all(list.trucks.map(({ plate }) => truckCard(opened, tracks, asOf, { plate })))
    const breaches = cards.flatMap((card) => card!.breaches)
    for (const { kind, left } of breaches) expect(left !== null).toBe(kind === 'unwashed')
    const unwashed = breaches.find(({ kind }) => kind === 'unwashed')!
    const evaluated = evaluateRules(opened, asOf)
    const opening = (await breachOpening(evaluated, tracks, unwashed))!
    expect(opening).toMatchObject({
      ...{ key: breachOpeningKey(unwashed), sort: 'truck-breach', name: unwashed.plate, isIllustrative: true },
      position: unwashed.at,
      reason: { of: 'breach', kind: 'unwashed', plate: unwashed.plate, from: unwashed.from, left: unwashed.left },
      source: { kind: 'construction-site', name: unwashed.left },
    })
    expect(opening.county).not.toBe('')
    expect(opening.reason).toMatchObject({ company: expect.stringMatching(/./) })
    expect(await breachOpening(evaluated, tracks, { ...unwashed, from: unwashed.from + 1 })).toBeNull()
    // A package older than this sort of case has the one that people bring up.
    const cases = opened.pack.cases!
    const older = { ...cases, sorts: cases.sorts.filter(({ id }) => id !== 'truck-breach') }
    const ofOlder = { ...opened, pack: { ...opened.pack, cases: older } }
    expect(await breachOpening(evaluateRules(ofOlder, asOf), tracks, unwashed)).toMatchObject({ sort: 'other' })
    const without = { ...opened, pack: { ...opened.pack, cases: { ...cases, sorts: [] } } }
    expect(await breachOpening(evaluateRules(without, asOf), tracks, unwashed)).toBeNull()
  })

  it('are filtered by kinds of suspected breaches', async () => {
    const { trucks, least } = await truckList(opened, tracksOf(), asOf)
    const hidden = new Set(BREACHES.filter((kind) => kind !== 'unwashed'))
    const shown = shownTrucks(trucks, least, { ...ALL_TRUCKS, filter: 'breaches', sort: 'breaches', hidden })
    const unwashed = shown.lines.map(({ breaches }) => breaches.unwashed)
    expect(unwashed.length).toBe(trucks.filter(({ breaches }) => breaches.unwashed > 0).length)
    expect(unwashed).toEqual([...unwashed].sort((a, b) => b - a))
    expect(shown.counts.breaches).toBe(unwashed.length)
    expect(shown.kinds.speed).toBe(trucks.reduce((sum, { breaches }) => sum + breaches.speed, 0))
    // Hidden kinds count in the list of all trucks.
    expect(shownTrucks(trucks, least, { ...ALL_TRUCKS, hidden }).counts.breaches).toBeGreaterThan(unwashed.length)
  })

  it('show unlisted places with their evidence', async () => {
    const { unlisted } = await truckList(opened, tracksOf(), asOf)
    expect(unlisted.map(({ use }) => use).sort()).toEqual(expect.arrayContaining(['dump', 'site', 'other']))
    for (const { use, stops, unloaded, loaded, county } of unlisted) {
      if (use === 'dump') expect(unloaded * 2).toBeGreaterThanOrEqual(stops)
      if (use === 'site') expect(loaded * 2).toBeGreaterThanOrEqual(stops)
      expect(county).not.toBe('')
    }
    const points = (await stopPoints(opened, tracksOf(), asOf))!
    const counted = (sort: number) => points.count.filter((_, i) => points.sort[i] === sort)
    const sum = (counts: Uint32Array) => counts.reduce((all, count) => all + count, 0)
    expect(sum(counted(UNLISTED_STOP))).toBe(unlisted.reduce((all, { stops }) => all + stops, 0))
    // Neighbouring stops are drawn as one point that represents all.
    const all = (await truckMonth(opened, tracksOf(), asOf))!.stops.from.length
    expect(sum(points.count)).toBe(all)
    expect(points.count.length).toBeLessThan(all / 2)
  })

  it('return the stops of a truck or a company, which together are those of the month', async () => {
    const tracks = tracksOf()
    const { trucks, companies } = await truckList(opened, tracks, asOf)
    const { stops } = (await truckMonth(opened, tracks, asOf))!
    const count = async (asked: Parameters<typeof stopPoints>[3]) =>
      (await stopPoints(opened, tracks, asOf, asked))!.count.reduce((sum, each) => sum + each, 0)
    const [{ plate }] = trucks as [(typeof trucks)[number]]
    expect(await count({ plate })).toBe([...stops.truck].filter((truck) => stops.trucks[truck] === plate).length)
    const byCompany = await Promise.all(companies.map(({ company }) => count({ company })))
    expect(byCompany.length).toBeGreaterThan(1)
    expect(byCompany.every((each) => each > 0)).toBe(true)
    expect(byCompany.reduce((sum, each) => sum + each, 0)).toBe(stops.from.length)
  })

  it('identify an unlisted place by its earlier id after earlier days are imported', async () => {
    const { stops, stopPlace, days, settings, unlisted } = (await truckMonth(opened, tracksOf(), asOf))!
    const later = [...stopPlace.keys()].filter((row) => stopPlace[row]! < 0 && dayOf(stops.from[row]!) > days[1]!)
    const before = unlistedPlaces(stops, later, settings.unlisted!)
    expect(before.length).toBeGreaterThan(2)
    const own = new Set(unlisted.map(({ id }) => id))
    expect(before.some(({ id }) => !own.has(id))).toBe(true)
    // Formerly the id of a place was its first stop.
    const first = ({ stops: [...rows], first }: (typeof before)[number]) =>
      `${stops.trucks[stops.truck[rows.find((row) => stops.from[row] === first)!]!]}-${first}`
    for (const idOf of [first, ({ id }: (typeof before)[number]) => id]) {
      const now = currentPlaces(stops, unlisted, before.map(idOf))
      for (const place of before) {
        const shared = now.get(idOf(place))!.stops.filter((row) => place.stops.includes(row))
        expect(shared.length * 2).toBeGreaterThan(place.stops.length)
      }
    }
    // A stop that began before midnight has an earlier start once the day before is imported.
    const { id } = unlisted[0]!
    const lasting = id.replace(/\d+$/, (second) => String(Number(second) + 60))
    const asked = ['示D00001', '示D00001-', '-5', lasting]
    expect(await currentUnlistedPlaces(opened, tracksOf(), asOf, asked)).toEqual([[lasting, id]])

    const evaluated = evaluateRules(opened, asOf)
    const keys = async (done: readonly string[]) =>
      (await unlistedOpenings(evaluated, tracksOf(), done)).map(({ key }) => key)
    const old = openingKey(unlistedOpening(first(unlisted.find(({ use }) => use === 'dump')!)), '2022-10')
    const [news, withOld] = [await keys([]), await keys([old, 'unlisted/%/2022-10', 'dustfall/1/2022-10'])]
    expect(withOld).toContain(old)
    expect(news).not.toContain(old)
    expect(withOld.filter((key) => !news.includes(key))).toEqual([old])
    expect(withOld.length).toBe(news.length)
  })

  it('return a card with the same days and breaches as in the list', async () => {
    const tracks = tracksOf()
    const { trucks } = await truckList(opened, tracks, asOf)
    for (const line of trucks.slice(0, 4)) {
      const card = (await truckCard(opened, tracks, asOf, { plate: line.plate }))!
      expect(card.days.reduce((sum, { trips }) => sum + trips, 0)).toBe(line.trips)
      for (const kind of BREACHES)
        expect(card.breaches.filter((each) => each.kind === kind).length).toBe(line.breaches[kind])
    }
  })

  it('know the signals of a truck without trips from its stops and breaches', async () => {
    const { trucks } = await truckList(opened, tracksOf(), asOf)
    const tracks = tracksOf()
    const { plate } = trucks.find((line) => BREACHES.some((kind) => line.breaches[kind] > 0))!
    const trips = tracks.trips.bind(tracks)
    tracks.trips = async (...args) => {
      const all = await trips(...args)
      return all && { ...all, trucks: all.trucks.map((each) => (each === plate ? 'another' : each)) }
    }
    const card = (await truckCard(opened, tracks, asOf, { plate }))!
    expect([card.plates, card.trips, card.unjudged]).toEqual([[], [], []])
    expect(card.breaches.length).toBeGreaterThan(0)
  })

  it('return the breaches of a day for all trucks, a company or one, which over all days equal the list', async () => {
    const tracks = tracksOf()
    const { days, trucks, companies, total } = await truckList(opened, tracks, asOf)
    const count = async (asked: Parameters<typeof breachesOnDay>[4]) => {
      const all = await Promise.all(days.map((day) => breachesOnDay(opened, tracks, asOf, formatDay(day), asked)))
      for (const [nth, day] of days.entries()) expect(all[nth]!.every(({ from }) => dayOf(from) === day)).toBe(true)
      return all.flat().length
    }
    const sum = (line: Pick<(typeof trucks)[number], 'breaches'>) =>
      BREACHES.reduce((of, kind) => of + line.breaches[kind], 0)
    expect(await count(null)).toBe(sum(total))
    expect(sum(total)).toBeGreaterThan(0)
    for (const line of trucks.slice(0, 4)) expect(await count({ plate: line.plate })).toBe(sum(line))
    expect(await count({ company: companies[0]!.company })).toBe(sum(companies[0]!))
    expect(await count({ plate: 'none' })).toBe(0)
  })

  it('list trucks of unknown companies together, last, with the same figures and a card', async () => {
    const fleet = new Map([...opened.pack.fleet].filter(([, { company }]) => company === ''))
    const [known, truck] = [...opened.pack.fleet][0]!
    const nameless = { ...opened, pack: { ...opened.pack, fleet: fleet.set(known, truck) } }
    const { trucks, companies, total } = await truckList(nameless, tracksOf(), asOf)
    expect(companies.map(({ company }) => company)).toEqual([truck.company, ''])
    expect(companies[1]).toMatchObject({ trucks: trucks.length - 1 })
    expect(companies[0]!.trips + companies[1]!.trips).toBe(total.trips)
    const card = (await truckCard(nameless, tracksOf(), asOf, { company: '' }))!
    expect(card.plates.length).toBe(trucks.length - 1)
  })

  it('return a day as paths, for all trucks, a company’s or one', async () => {
    const day = await truckDay(opened, tracksOf(), '2022-10-28')
    expect(new Set(day.plates).size).toBe(24)
    expect(day.starts.at(-1)).toBe(day.second.length)
    expect(Math.max(...day.second)).toBeLessThan(86_400)
    const one = await truckDay(opened, tracksOf(), '2022-10-28', { plate: '示D00003' })
    expect(new Set(one.plates)).toEqual(new Set(['示D00003']))
    const { company } = opened.pack.fleet.get('示D00003')!
    const ofCompany = await truckDay(opened, tracksOf(), '2022-10-28', { company })
    const theirs = new Set([...day.plates].filter((plate) => opened.pack.fleet.get(plate)!.company === company))
    expect(new Set(ofCompany.plates)).toEqual(theirs)
    expect(theirs.size).toBeGreaterThan(1)
    expect(theirs.size).toBeLessThan(24)
    expect(ofCompany.starts.at(-1)).toBe(ofCompany.second.length)
    expect((await truckDay(opened, tracksOf(), '2022-10-01')).second.length).toBe(0)
  })

  it('report an unreadable file, and answer without it', async () => {
    const broken = new Map(held).set('trucks/breaches/2022-10.parquet', new Blob(['no']))
    const list = await truckList(opened, tracksOf(broken), asOf)
    expect(list.trucks.length).toBe(24)
    expect(list.problems).toMatchObject([{ code: 'tracks-unreadable', file: 'trucks/breaches/2022-10.parquet' }])
  })
})

describe('the share required by clause 16', () => {
  it('applies to the counties that it names, and to nothing outside a single county', async () => {
    const { least, counties, companies } = await truckList(opened, tracksOf(), asOf)
    const low = { trips: 10, byDay: 7 }
    expect(isBelowCountyShare({ ...low, county: '610402' }, least)).toBe(true)
    expect(isBelowCountyShare({ ...low, byDay: 8, county: '610402' }, least)).toBe(false)
    // 兴平 is not named in it.
    expect(isBelowCountyShare({ ...low, county: '610481' }, least)).toBe(false)
    expect(companies.filter((each) => isBelowCountyShare(each, least))).toEqual([])
    expect(counties.filter((each) => isBelowCountyShare(each, least)).map(({ key }) => key)).not.toContain('610481')
  })

  it('does not apply before the rule takes effect', async () => {
    expect((await truckList(opened, tracksOf(), '2022-05-29')).least).toBeNull()
  })
})
