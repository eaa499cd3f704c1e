import { DATA_CLASSES } from '@/domain/sources/kinds/data-class'
import { isInsidePackage } from '@/io/package/package-path'
import { z } from '@/io/zod'

/** Name of the file that makes a folder of cities a province. */
export const PROVINCE_FILE = 'province.json'

const bilingual = z.looseObject({ zh: z.string().min(1), en: z.string().min(1) })

const city = z.looseObject({
  /** Folder of the city's package, beside this file. */
  path: z
    .string()
    .refine(
      (path) => isInsidePackage(path) && !path.endsWith('/') && !path.includes('?'),
      'must be a folder beside it',
    ),
  /** Said where the package itself can't be read. */
  name: bilingual,
})

/** `province.json`: which packages a province is made of. */
export const provinceSchema = z.looseObject({
  name: bilingual,
  cities: z
    .array(city)
    .min(1)
    .refine((all) => new Set(all.map(({ path }) => path)).size === all.length, 'two cities have the same path'),
})

export type ProvinceFile = z.infer<typeof provinceSchema>

/** Folder of what is made of the packages. */
export const MADE = 'province'
export const INDEX_FILE = `${MADE}/index.json`
export const OUTLINES_FILE = `${MADE}/outlines.geojson`
export const monthFile = (month: string) => `${MADE}/months/${month}.json`
/** Rows of a city's sources, by its place in the province. */
export const sourcesFile = (city: number) => `${MADE}/sources/city-${city}.parquet`
export const cellsFile = (level: number) => `${MADE}/sources/cells-${level}.parquet`

/** Counts up when a later version writes something that an earlier one would show wrongly. */
export const INDEX_FORM = 1

const count = z.int().min(0)

/** Of one making, in all its files: pieces of two makings would be figures of neither. Empty where an earlier version made it. */
const made = z.string().default('')
/** Under this name it stands in a file of Parquet. */
export const MADE_KEY = 'chentu.province'

const madeCity = z.object({
  path: z.string(),
  name: bilingual,
  /** `missing`: there is no package; `refused`: it can't be shown. Both have no figures. */
  state: z.enum(['ready', 'missing', 'refused']),
  /** What the checker found that has to be mended. */
  faults: count,
  /** Code of the first of them, and of which file. */
  fault: z.object({ code: z.string(), file: z.string() }).nullable(),
  /** Of the package: absent where it could not be read. */
  package: z
    .object({
      name: z.string(),
      version: z.string(),
      /** Of all its files. */
      fingerprint: z.string(),
      dataClass: z.enum(DATA_CLASSES),
      /** The day on which its rules are evaluated. */
      asOf: z.iso.date(),
      limitSource: bilingual,
      months: z.array(z.string()),
    })
    .nullable(),
  /** Sources by standing, in the order of STATUS; and how many have no position. */
  standings: z.array(count).length(5),
  unplaced: count,
  /** West, south, east, north of its sources; null without one. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
})

/** `province/index.json`: what was made of which packages, and when. */
export const indexSchema = z.object({
  form: z.int().max(INDEX_FORM),
  made,
  madeOn: z.iso.date(),
  name: bilingual,
  months: z.array(z.string()),
  groups: z.array(z.object({ id: z.string(), title: bilingual })),
  /** Of all cities, by their ids. */
  kinds: z.array(z.object({ id: z.string(), title: bilingual })),
  cities: z.array(madeCity),
  /** All counties, by city and in the order of its package. */
  counties: z.array(
    z.object({
      city: count,
      code: z.string(),
      name: z.string(),
      en: z.string(),
      ranked: z.boolean(),
      /** Where its name stands on a map; null without an outline. */
      at: z.tuple([z.number(), z.number()]).nullable(),
    }),
  ),
  sources: count,
  /** Levels of the cells, the coarsest first. */
  levels: z.array(count),
})

export type ProvinceIndex = z.infer<typeof indexSchema>
export type MadeCity = ProvinceIndex['cities'][number]

const figure = z.number().nullable()

/** `province/months/YYYY-MM.json`: the ranking of a month, a column each; counties by their place in the index. */
export const monthSchema = z.object({
  made,
  month: z.string(),
  mean: figure,
  limits: z.array(z.number()),
  counties: z.object({
    county: z.array(count),
    rank: z.array(figure),
    value: z.array(figure),
    limit: z.array(z.number()),
    over: z.array(z.boolean()),
    /** In its own city. */
    cityRank: z.array(figure),
    lastMonth: z.array(figure),
    monthOnMonth: z.array(figure),
    lastYear: z.array(figure),
    yearOnYear: z.array(figure),
    accumulated: z.array(figure),
    accumulatedRank: z.array(figure),
    published: z.array(z.boolean()),
    /** Points that count, and all of them. */
    counted: z.array(count),
    points: z.array(count),
  }),
  cities: z.array(
    z.object({
      city: count,
      rank: figure,
      mean: figure,
      limits: z.array(z.number()),
      counties: count,
      withFigure: count,
      over: count,
      monthOnMonth: figure,
      yearOnYear: figure,
    }),
  ),
})

export type MonthFile = z.infer<typeof monthSchema>
