import { refusePositions } from '@/domain/geodesy/position'
import { DATA_CLASSES } from '@/domain/sources/kinds/data-class'
import { z } from '@/io/zod'
import { isInsidePackage } from './package-path'

/** What is shown on the wall, each on a screen of its own. */
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

/** Of what monitors reported, and what it was folded into. */
const READINGS = ['readings', 'readings-hourly', 'readings-daily'] as const
/** Of where trucks were, and what that was cut into. */
export const TRACKS = ['truck-positions', 'truck-trips', 'truck-stops', 'truck-breaches'] as const
/** What is far larger than all tables, and is read by ranges when it is asked for. */
export const RANGED_ROLES: ReadonlySet<string> = new Set([...READINGS, ...TRACKS])

/** What a package's own tables are: no kind of source, and no survey of one, may have such an id. */
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

/** What stands on a paper of an office beside its text: what stays, and what each month has. */
const officialLines = z.looseObject({
  head: words,
  to: words,
  office: words,
  copyTo: words,
  issuedBy: words,
  months: z.record(z.string(), z.looseObject({ number: words, signedOn: words, issuedOn: words })).optional(),
})

/** That of the bulletin, and of other papers by their names. */
const official = officialLines.extend({ papers: z.record(z.string(), officialLines).optional() })

const inches = z.number()
const box = z.object({ x: inches, y: inches, w: inches, h: inches })
const rrggbb = z.string().regex(/^[\dA-F]{6}$/)
/** A picture as a slide takes it: its type and its bytes as base64. */
const picture = z.string().regex(/^image\/(png|jpeg);base64,[A-Za-z\d+/=]*$/)

/** What an office's own .pptx says of how slides look. Its fonts may have any signs: see `safeLook`. */
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

/** The scenes of the meeting, in their order, and the office's own text of the bulletin. */
const meeting = z.looseObject({
  agenda: z.array(
    z.looseObject({
      /** One of {@link SCENES}; others are kept and not shown. */
      scene: z.string(),
      /** For the speaker. */
      notes: z.string(),
      /** Of a pinned view: its name and its address. */
      title: z.string().optional(),
      view: z.string().optional(),
      /** The office's own headline, by month: the finding of one month is not that of another. */
      headlines: z.record(z.string(), z.string()).optional(),
      /** What the scene reveals step by step after the whole of it; all that it can where not said. */
      steps: z.array(z.string()).optional(),
    }),
  ),
  /** Scenes that come by themselves and were left out of the agenda. */
  without: z.array(z.string()).optional(),
  /** Null: the customary text. */
  template: z.string().nullable(),
  /** Codes of the counties that are spoken of first, in this order. */
  counties: z.array(z.string()).optional(),
  /** What meetings have decided, in the order in which it was noted. */
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
  /** By the month that it was about: when and where the meeting was held, and who led it. A day '' was taken off. */
  held: z
    .record(z.string(), z.looseObject({ day: isoDay.or(z.literal('')).optional(), place: words, chair: words }))
    .optional(),
  official: official.optional(),
  /** The office's own Word documents with named fields, by the paper that is made of each; as base64. */
  documents: z.record(z.string(), z.looseObject({ name: z.string(), docx: z.base64() })).optional(),
  /** The look of slides, and the file that it is from. */
  slides: z.looseObject({ name: z.string(), look: deckLook }).optional(),
})

/**
 * The form of a package. A package without a number is of the first. Another one is needed only where an older version of the
 * app would show something wrong; what is merely added needs none.
 */
export const PACKAGE_SCHEMA = 1

/** A package's own settings: everything regional that is not a table. Grades of surveys have theirs under keys that kinds name. */
const settings = z.looseObject({
  schema: z.int().min(1).optional(),
  city: bilingual.extend({ code: z.string() }),
  year: z.int(),
  /**
   * Records of the field and lists of this device that belong to this city are kept apart under this name: sources of another
   * city may have the same codes. Absent: with those of all packages that have none.
   */
  records: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional(),
  centre: position,
  /** The day on which the rules are evaluated; `today` follows the calendar. */
  asOf: z.union([isoDay, z.literal('today')]),
  ring: z.looseObject({
    radiusMetres: z.number().min(1000).max(50_000),
    basis: z.enum(['centre', 'outline']),
    /** How many enterprises the plan counts in the ring. */
    statedEnterprises: z.int().optional(),
  }),
  /** Of checks in the field. */
  field: z
    .looseObject({
      /** Farther than this from where a source ends a record is said to be written far from it. */
      farMetres: z.number().min(20).max(5000).optional(),
    })
    .optional(),
  dustfall: z.looseObject({
    limit: z.number().positive(),
    limitSource: bilingual,
    /** What held before it: `until` is the last year of each, `month` the last month of that where it is not its last. */
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
    /** What a value below the detection limit counts as, in shares of that limit. */
    belowDetectionShare: z.number().min(0).max(1),
  }),
  plan: bilingual.extend({ number: z.string(), day: isoDay }).optional(),
  meeting: meeting.optional(),
  /** English for words of the data, such as departments and units; checked apart. */
  english: z.unknown().optional(),
  /** A base map beside the tables; checked apart, since the package is shown without one that is wrong. */
  basemap: z.unknown().optional(),
  /** A file beside the tables with the rounds that the desk gives out; checked apart, and no part of the data. */
  rounds: z.unknown().optional(),
})

const resource = z.looseObject({
  name: z.string(),
  // Data Package 2.0: a path stays inside the package; no absolute path, no parent, no other host.
  path: z.string().refine(isInsidePackage, 'must be a path inside the package'),
  title: z.string().optional(),
  sources: z.array(z.looseObject({ title: z.string() })).optional(),
  licenses: z.array(z.looseObject({ name: z.string().optional(), title: z.string().optional() })).optional(),
  chentu: z.looseObject({
    /** One of {@link PACKAGE_ROLES}, the id of a kind, or the id of a kind's surveys; others are kept and not read. */
    role: z.string(),
    class: z.enum(DATA_CLASSES),
    crs: z.literal('EPSG:4326').optional(),
    /** Of which its readings are, in Asia/Shanghai; checked where they are read, since the package is shown without them. */
    month: z.unknown().optional(),
    /** By code, which fields a person set, and what a file said instead: kept against later files. */
    byHand: z.record(z.string(), z.looseObject({ name: words, county: words, position: words })).optional(),
    /** Field of each heading, where a file was taken over; headings that begin with + are the file's own. */
    columns: z.record(z.string(), z.string()).optional(),
    /** A CSV in which a quote stands before each text that a spreadsheet would run; older files have their texts as they are. */
    guarded: z.literal(true).optional(),
  }),
})

/**
 * `datapackage.json`: a Data Package 2.0 with our settings under `chentu`. For checking only: what is kept is the JSON itself,
 * with whatever others put into it.
 */
export const descriptorSchema = z.looseObject({
  name: z.string(),
  title: z.string().optional(),
  chentu: settings,
  resources: z.array(resource).min(1),
})

export type MeetingSettings = z.infer<typeof meeting>
export type AgendaItem = MeetingSettings['agenda'][number]
/** Of a package for whose meeting nothing is prepared. */
export const NOTHING_PREPARED: MeetingSettings = { agenda: [], template: null, counties: [] }
export type Descriptor = z.infer<typeof descriptorSchema>
export type Role = string
export type PackageSettings = z.infer<typeof settings>
export type ResourceDescriptor = z.infer<typeof resource>
