import { DATA_CLASSES } from '@/domain/sources/kinds/data-class'
import { isInsidePackage } from '@/io/package/package-path'
import { z } from '@/io/zod'

/** Name of the file that turns a folder of cities into a province. */
export const PROVINCE_FILE = 'province.json'

const bilingual = z.looseObject({ zh: z.string().min(1), en: z.string().min(1) })

const city = z.looseObject({
  /** Folder of the city's package, next to this file. */
  path: z
    .string()
    .refine(
      (path) => isInsidePackage(path) && !path.endsWith('/') && !path.includes('?'),
      'must be a folder beside it',
    ),
  /** Shown if the package itself cannot be read. */
  name: bilingual,
})

/** `province.json`: the packages of a province. */
export const provinceSchema = z.looseObject({
  name: bilingual,
  cities: z
    .array(city)
    .min(1)
    .refine((all) => new Set(all.map(({ path }) => path)).size === all.length, 'two cities have the same path'),
})

export type ProvinceFile = z.infer<typeof provinceSchema>

/** Folder of the files built from the packages. */
export const BUILT_FOLDER = 'province'
export const INDEX_FILE = `${BUILT_FOLDER}/index.json`
export const OUTLINES_FILE = `${BUILT_FOLDER}/outlines.geojson`
export const monthFile = (month: string) => `${BUILT_FOLDER}/months/${month}.json`
/** Sources of a city, by the city's index in the province. */
export const sourcesFile = (city: number) => `${BUILT_FOLDER}/sources/city-${city}.parquet`
export const cellsFile = (level: number) => `${BUILT_FOLDER}/sources/cells-${level}.parquet`

/** Incremented when a later version writes something that an earlier one would show wrongly. */
export const INDEX_FORM = 1

const count = z.int().min(0)

/**
 * Id of the build, the same in all its files, so that files of two builds are never mixed. Empty if an earlier version
 * built them.
 */
const made = z.string().default('')
/** Key under which it is stored in Parquet files. */
export const BUILD_KEY = 'chentu.province'

const madeCity = z.object({
  path: z.string(),
  name: bilingual,
  /** `missing`: there is no package; `refused`: it cannot be shown. Neither has figures. */
  state: z.enum(['ready', 'missing', 'refused']),
  /** Number of the checker's findings that must be fixed. */
  faults: count,
  /** Code and file of the first one. */
  fault: z.object({ code: z.string(), file: z.string() }).nullable(),
  /** Null if the package could not be read. */
  package: z
    .object({
      name: z.string(),
      version: z.string(),
      /** Computed from all its files. */
      fingerprint: z.string(),
      dataClass: z.enum(DATA_CLASSES),
      /** Day for which its rules are evaluated. */
      asOf: z.iso.date(),
      limitSource: bilingual,
      months: z.array(z.string()),
    })
    .nullable(),
  /** Number of sources by standing, in the order of STATUS; and number without a position. */
  standings: z.array(count).length(5),
  unplaced: count,
  /** West, south, east, north of its sources; null if there are none. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
})

/** `province/index.json`: what was built, when, and from which packages. */
export const indexSchema = z.object({
  form: z.int().max(INDEX_FORM),
  made,
  madeOn: z.iso.date(),
  name: bilingual,
  months: z.array(z.string()),
  groups: z.array(z.object({ id: z.string(), title: bilingual })),
  /** Kinds of all cities, distinct by id. */
  kinds: z.array(z.object({ id: z.string(), title: bilingual })),
  cities: z.array(madeCity),
  /** All counties, by city, in the order of the city's package. */
  counties: z.array(
    z.object({
      city: count,
      code: z.string(),
      name: z.string(),
      en: z.string(),
      ranked: z.boolean(),
      /** Position of its name on a map; null without an outline. */
      at: z.tuple([z.number(), z.number()]).nullable(),
    }),
  ),
  sources: count,
  /** Levels of cells, coarsest first. */
  levels: z.array(count),
})

export type ProvinceIndex = z.infer<typeof indexSchema>
export type BuiltCity = ProvinceIndex['cities'][number]

const figure = z.number().nullable()

/** `province/months/YYYY-MM.json`: the ranking of a month in columns; counties by their position in the index. */
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
    /** Rank within its own city. */
    cityRank: z.array(figure),
    lastMonth: z.array(figure),
    monthOnMonth: z.array(figure),
    lastYear: z.array(figure),
    yearOnYear: z.array(figure),
    accumulated: z.array(figure),
    accumulatedRank: z.array(figure),
    published: z.array(z.boolean()),
    /** Number of points that count, and of all points. */
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
