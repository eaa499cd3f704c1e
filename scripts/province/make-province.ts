import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { IsoDay } from '@/domain/calendar'
import { type ProvinceMonth, provinceMonth, provinceMonths } from '@/domain/province/province-month'
import type { KindGroup } from '@/domain/sources/kinds/group'
import type { MadeOutlines } from '@/io/province/open-province'
import {
  BUILT_FOLDER,
  INDEX_FILE,
  INDEX_FORM,
  type MonthFile,
  monthFile,
  OUTLINES_FILE,
  PROVINCE_FILE,
  type ProvinceFile,
  type ProvinceIndex,
  provinceSchema,
} from '@/io/province/province-file'
import { NO_GROUP } from '@/io/province/sources-pyramid'
import { issuesText } from '@/io/zod'
import { writeWhole } from '../write-whole'
import type { JudgedCity } from './judge-city'
import type { Judges } from './judges'
import { simplifiedOutlines } from './outlines'
import { makePyramid } from './pyramid'

/** Working folder beside province.json, kept between runs; it need not be published. */
const WORK = '.province'

const OTHER_KINDS = { zh: '未分组', en: 'Without a group' }

/** Reads province.json. @throws Error with a readable message if it is missing or invalid */
function readProvinceFile(folder: string): ProvinceFile {
  const path = join(folder, PROVINCE_FILE)
  if (!existsSync(path)) throw new Error(`${path}: there is no such file`)
  const checked = provinceSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!checked.success) throw new Error(`${path}: ${issuesText(checked.error)}`)
  return checked.data
}

/**
 * Writes, below the folder of a `province.json`, what its screen reads: index, months, outlines and the pyramid of
 * sources. A city that is missing or can't be shown appears only in the index, with that state.
 */
export async function makeProvince(
  folder: string,
  judges: Judges,
  today: IsoDay,
  say: (line: string) => void = () => undefined,
): Promise<ProvinceIndex> {
  const { name, cities } = readProvinceFile(folder)
  const work = join(folder, WORK)
  mkdirSync(work, { recursive: true })
  const rawOf = (path: string) => join(work, `${path.replaceAll('/', '~')}.parquet`)
  const judged = await Promise.all(
    cities.map(async ({ path }) => {
      const city = await judges.run({ folder: join(folder, path), rows: rawOf(path), today, code: judges.code })
      const sources = city.standings.reduce((sum, count) => sum + count, 0)
      say(`${path}: ${city.state}, ${city.reports.length} months, ${sources} sources, ${city.faults} faults`)
      return city
    }),
  )
  const groups = groupsOf(judged)
  const made = digestOf([today, judges.code, name, cities, judged.map(({ state, package: of }) => [state, of])])
  const ranked = judged.map(({ reports }, place) => ({ id: String(place), reports }))
  const counties = judged.flatMap((city, place) => city.counties.map((county) => ({ city: place, ...county })))
  const placeOf = new Map(counties.map(({ city, code }, place) => [`${city}/${code}`, place]))
  const months = provinceMonths(ranked)
  const outlines = simplifiedOutlines({
    type: 'FeatureCollection',
    features: judged.flatMap(({ outlines }, city) =>
      outlines.features.flatMap((feature) => {
        const place = placeOf.get(`${city}/${feature.id}`)
        return place === undefined ? [] : [{ ...feature, id: place, properties: { city } }]
      }),
    ),
  })
  write(join(folder, OUTLINES_FILE), { made, ...outlines } satisfies MadeOutlines)
  const levels = await makePyramid(
    judged.map(({ bounds }, place) => (bounds === null ? null : rawOf(cities[place]!.path))),
    groups.map(({ id }) => id),
    folder,
    work,
    made,
  )
  for (const month of months)
    write(join(folder, monthFile(month)), { made, ...monthOf(provinceMonth(ranked, month), placeOf) })
  removeOldMonths(folder, new Set(months))
  const index: ProvinceIndex = {
    form: INDEX_FORM,
    made,
    madeOn: today,
    name: { zh: name.zh, en: name.en },
    months,
    groups,
    kinds: kindsOf(judged),
    cities: judged.map(({ reports, counties, outlines, groups, kinds, ...city }, place) => ({
      path: cities[place]!.path,
      name: { zh: cities[place]!.name.zh, en: cities[place]!.name.en },
      ...city,
    })),
    counties,
    sources: judged.reduce((sum, { standings }) => sum + standings.reduce((all, count) => all + count, 0), 0),
    levels: [...levels],
  }
  // Written last, after everything it refers to.
  write(join(folder, INDEX_FILE), index)
  return index
}

/** Groups of all cities by id, with the title of the first city that has it; kinds without a group come last. */
function groupsOf(judged: readonly JudgedCity[]): ProvinceIndex['groups'] {
  const found = new Map<string, KindGroup>()
  for (const { groups } of judged) for (const group of groups) if (!found.has(group.id)) found.set(group.id, group)
  const ordered = [...found.values()].sort((a, b) => a.order - b.order)
  return [
    ...ordered.map(({ id, title }) => ({ id, title: { zh: title.zh, en: title.en } })),
    { id: NO_GROUP, title: OTHER_KINDS },
  ]
}

/** Kinds of all cities by id, with the title of the first city that has it. */
function kindsOf(judged: readonly JudgedCity[]): ProvinceIndex['kinds'] {
  const found = new Map<string, ProvinceIndex['kinds'][number]>()
  for (const { kinds } of judged)
    for (const { id, title } of kinds) if (!found.has(id)) found.set(id, { id, title: { zh: title.zh, en: title.en } })
  return [...found.values()]
}

function monthOf(
  { month, mean, limits, counties, cities }: ProvinceMonth,
  placeOf: ReadonlyMap<string, number>,
): Omit<MonthFile, 'made'> {
  const column = <T>(of: (row: (typeof counties)[number]) => T) => counties.map(of)
  return {
    month,
    mean,
    limits: [...limits],
    counties: {
      county: column(({ city, county }) => placeOf.get(`${city}/${county}`)!),
      rank: column(({ rank }) => rank),
      value: column(({ own }) => own.figure.value),
      limit: column(({ own }) => own.dustfallLimit),
      over: column(({ own }) => own.over),
      cityRank: column(({ own }) => own.rank),
      lastMonth: column(({ own }) => own.lastMonth),
      monthOnMonth: column(({ own }) => own.monthOnMonth),
      lastYear: column(({ own }) => own.lastYear),
      yearOnYear: column(({ own }) => own.yearOnYear),
      accumulated: column(({ own }) => own.accumulated),
      accumulatedRank: column(({ accumulatedRank }) => accumulatedRank),
      published: column(({ own }) => own.figure.origin === 'published'),
      counted: column(({ own }) => own.figure.points.filter((point) => point.counted).length),
      points: column(({ own }) => own.figure.points.length),
    },
    cities: cities.map(({ city, rank, report }) => ({
      city: Number(city),
      rank,
      mean: report.city.mean,
      limits: [...report.limits],
      counties: report.rows.length,
      withFigure: report.city.counties.length,
      over: report.city.overCount,
      monthOnMonth: report.city.monthOnMonth,
      yearOnYear: report.city.yearOnYear,
    })),
  }
}

const digestOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

const write = (path: string, value: unknown) => writeWhole(path, `${JSON.stringify(value)}\n`)

/** Removes months that no city has any more. */
function removeOldMonths(folder: string, months: ReadonlySet<string>): void {
  const place = join(folder, BUILT_FOLDER, 'months')
  if (!existsSync(place)) return
  for (const file of readdirSync(place)) if (!months.has(file.replace('.json', ''))) rmSync(join(place, file))
}
