import { refusePositions } from '@/domain/geodesy/position'
import { DATA_CLASSES } from '@/domain/sources/kinds/data-class'
import { z } from '@/io/zod'
import { isInsidePackage } from './package-path'

/** Scenes of the meeting, each shown on a screen of its own. */
export const SCENES = [
  'ranking',
  'map',
  'year',
  'race',
  'movers',
  'county',
  'tasks',
  'decisions',
  'warnings',
  'cases',
  'pinned',
] as const
export type SceneName = (typeof SCENES)[number]

const isoDay = z.iso.date()
const bilingual = z.looseObject({ zh: z.string(), en: z.string() })
const position = z
  .tuple([z.number(), z.number()])
  .refine((at) => refusePositions([at]) === null, 'not a WGS-84 position')

/** Roles of readings of monitors, and of their hourly and daily values. */
const READINGS = ['readings', 'readings-hourly', 'readings-daily'] as const
/** Roles of truck positions, and of what is derived from them. */
export const TRACKS = ['truck-positions', 'truck-trips', 'truck-stops', 'truck-breaches'] as const
/** Roles of files far larger than all tables, read by ranges on demand. */
export const RANGED_ROLES: ReadonlySet<string> = new Set([...READINGS, ...TRACKS])

/** Roles of a package's own tables: no kind of source, and no kind's surveys, may have one of these ids. */
export const PACKAGE_ROLES = [
  'kinds',
  'clauses',
  'earlier-plans',
  'rules',
  'ended-rules',
  'counties',
  'county-outlines',
  'rivers',
  'neighbours',
  'places',
  'built-up-area',
  'dustfall-points',
  'dustfall-samples',
  'dustfall-published',
  'monitoring',
  ...READINGS,
  'readings-online',
  'trucks',
  'truck-fleet',
  ...TRACKS,
  'truck-hauls',
  'warnings',
  'warning-measures',
  'cases',
] as const

const words = z.string().optional()

/** Lines of an official document besides its text: the fixed ones, and those of each month. */
const officialLines = z.looseObject({
  head: words,
  to: words,
  office: words,
  copyTo: words,
  issuedBy: words,
  months: z.record(z.string(), z.looseObject({ number: words, signedOn: words, issuedOn: words })).optional(),
})

/** Those of the bulletin, and of other papers by name. */
const official = officialLines.extend({ papers: z.record(z.string(), officialLines).optional() })

const inches = z.number()
const box = z.object({ x: inches, y: inches, w: inches, h: inches })
const rrggbb = z.string().regex(/^[\dA-F]{6}$/)
/** A picture for a slide: media type and base64 bytes. */
const picture = z.string().regex(/^image\/(png|jpeg);base64,[A-Za-z\d+/=]*$/)

/** The look of slides, taken from an office's own .pptx. Font names may contain any characters: see `safeLook`. */
const deckLook = z.object({
  width: inches.positive(),
  height: inches.positive(),
  headFont: z.string(),
  bodyFont: z.string(),
  ink: rrggbb,
  ground: rrggbb,
  accent: rrggbb,
  background: picture.nullable(),
  pictures: z.array(box.extend({ data: picture })).readonly(),
  headline: box,
  body: box,
})

/** The meeting's scenes in order, and the office's own text of the bulletin. */
const meeting = z.looseObject({
  agenda: z.array(
    z.looseObject({
      /** One of {@link SCENES}; unknown ones are kept but not shown. */
      scene: z.string(),
      /** Speaker notes. */
      notes: z.string(),
      /** Of a pinned view: its name and its address. */
      title: z.string().optional(),
      view: z.string().optional(),
      /** The office's own headline, by month, since each month has its own finding. */
      headlines: z.record(z.string(), z.string()).optional(),
      /** What the scene reveals step by step after the full view; everything it can if absent. */
      steps: z.array(z.string()).optional(),
    }),
  ),
  /** Scenes that are added automatically and were removed from the agenda. */
  without: z.array(z.string()).optional(),
  /** Null: the standard text. */
  template: z.string().nullable(),
  /** Codes of the counties to discuss first, in this order. */
  counties: z.array(z.string()).optional(),
  /** Decisions of meetings, in the order noted. */
  decisions: z
    .array(
      z.looseObject({
        id: z.string(),
        month: z.string().regex(/^\d{4}-\d\d$/),
        decidedOn: isoDay,
        county: z.string(),
        task: z.string(),
        department: z.string(),
        due: isoDay.or(z.literal('')),
        doneOn: isoDay.or(z.literal('')),
        note: z.string(),
      }),
    )
    .optional(),
  /**
   * By the month discussed: when and where the meeting was held, and who chaired it. An empty day means it was removed.
   */
  held: z
    .record(z.string(), z.looseObject({ day: isoDay.or(z.literal('')).optional(), place: words, chair: words }))
    .optional(),
  official: official.optional(),
  /** The office's own Word documents with named fields, by the paper made from each; base64. */
  documents: z.record(z.string(), z.looseObject({ name: z.string(), docx: z.base64() })).optional(),
  /** The look of slides, and the file it was taken from. */
  slides: z.looseObject({ name: z.string(), look: deckLook }).optional(),
})

/**
 * Schema number of packages. A package without a number has the first. A new number is needed only where an older
 * version of the app would show something wrong; additions need none.
 */
export const PACKAGE_SCHEMA = 1

/**
 * A package's own settings: everything regional that is not a table. Settings for grading surveys are under keys that
 * kinds name.
 */
const settings = z.looseObject({
  schema: z.int().min(1).optional(),
  city: bilingual.extend({ code: z.string() }),
  year: z.int(),
  /**
   * Name under which field records and lists on this device are kept apart for this city: sources of another city may
   * have the same codes. Absent: shared by all packages without a name.
   */
  records: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional(),
  centre: position,
  /** Day for which the rules are evaluated; `today` follows the calendar. */
  asOf: z.union([isoDay, z.literal('today')]),
  ring: z.looseObject({
    radiusMetres: z.number().min(1000).max(50_000),
    basis: z.enum(['centre', 'outline']),
    /** Number of enterprises in the ring according to the plan. */
    statedEnterprises: z.int().optional(),
  }),
  /** For checks in the field. */
  field: z
    .looseObject({
      /** A record farther than this from the source's edge is flagged as far. */
      farMetres: z.number().min(20).max(5000).optional(),
    })
    .optional(),
  dustfall: z.looseObject({
    limit: z.number().positive(),
    limitSource: bilingual,
    /** Earlier limits: `until` is the last year of each, `month` its last month in that year if not December. */
    earlierLimits: z
      .array(
        z.looseObject({
          until: z.int(),
          month: z.int().min(1).max(12).optional(),
          value: z.number().positive(),
          source: bilingual,
        }),
      )
      .optional(),
    /** Values below the detection limit count as this share of it. */
    belowDetectionShare: z.number().min(0).max(1),
  }),
  plan: bilingual.extend({ number: z.string(), day: isoDay }).optional(),
  meeting: meeting.optional(),
  /** English for words in the data, such as departments and units; checked separately. */
  english: z.unknown().optional(),
  /** Base map beside the tables; checked separately, since the package is shown without an invalid one. */
  basemap: z.unknown().optional(),
  /** File beside the tables with the rounds the desk gives out; checked separately, not part of the data. */
  rounds: z.unknown().optional(),
})

const resource = z.looseObject({
  name: z.string(),
  // Data Package 2.0: a path must stay inside the package; no absolute path, no parent folder, no other host.
  path: z.string().refine(isInsidePackage, 'must be a path inside the package'),
  title: z.string().optional(),
  sources: z.array(z.looseObject({ title: z.string() })).optional(),
  licenses: z.array(z.looseObject({ name: z.string().optional(), title: z.string().optional() })).optional(),
  chentu: z.looseObject({
    /** One of {@link PACKAGE_ROLES}, the id of a kind, or the id of a kind's surveys; others are kept and not read. */
    role: z.string(),
    class: z.enum(DATA_CLASSES),
    crs: z.literal('EPSG:4326').optional(),
    /**
     * Month of the readings, in Asia/Shanghai; checked where they are read, since the package is shown without them.
     */
    month: z.unknown().optional(),
    /** By source code: the fields that a person set, and the file's value instead; kept against later files. */
    byHand: z.record(z.string(), z.looseObject({ name: words, county: words, position: words })).optional(),
    /** Field by heading, for an imported file; headings that begin with + are the file's own. */
    columns: z.record(z.string(), z.string()).optional(),
    /**
     * Of hauls by county and day: a digest of the lists and settings by which they were counted, since both may change
     * afterwards.
     */
    countedBy: z.string().optional(),
    /**
     * A CSV in which texts that a spreadsheet would run have a quote prefixed; older files have their texts unchanged.
     */
    guarded: z.literal(true).optional(),
  }),
})

/**
 * `datapackage.json`: a Data Package 2.0 with our settings under `chentu`. Used for validation only: the parsed JSON
 * itself is kept, including fields added by others.
 */
export const descriptorSchema = z.looseObject({
  name: z.string(),
  title: z.string().optional(),
  chentu: settings,
  resources: z.array(resource).min(1),
})

export type MeetingSettings = z.infer<typeof meeting>
export type AgendaItem = MeetingSettings['agenda'][number]
/** Settings of a package whose meeting has not been prepared. */
export const NOTHING_PREPARED: MeetingSettings = { agenda: [], template: null, counties: [] }
export type Descriptor = z.infer<typeof descriptorSchema>
export type Role = string
export type PackageSettings = z.infer<typeof settings>
export type ResourceDescriptor = z.infer<typeof resource>
