import type { OnDisk } from './on-disk'

/** Parts that change independently: a file of each kind, and the meeting's agenda. */
export const SLOTS = ['construction-site', 'stockpile', 'agenda'] as const
export type Slot = (typeof SLOTS)[number]

/** A version, identified by the mark of its change. */
interface VersionMade {
  /** Mark of the version that it is based on; null for the delivered package. */
  readonly before: string | null
  /** Marks of all files: none contains rows of another, so that they stay side by side. */
  readonly files: readonly string[]
  /** Mark of the latest agenda. */
  readonly agenda: string | null
}

/** Everything that was reported as done to the windows together. */
export interface ReportedState {
  readonly versions: ReadonlyMap<string, VersionMade>
  /** Mark of the head; null for the delivered package. */
  readonly head: string | null
  /** What each window offers to undo. */
  readonly undoable: readonly [string | null, string | null]
  readonly views: ReadonlySet<string>
  readonly basemaps: ReadonlySet<string>
  /** Notes of checks that were reported as saved. */
  readonly checks: ReadonlySet<string>
  /** Events of bundles that were reported as received. */
  readonly events: ReadonlySet<string>
  /** The text being written for each source. */
  readonly drafts: ReadonlyMap<string, string>
  /** Contradictions in the reports themselves. */
  readonly wrong: readonly string[]
}

export const NOTHING_REPORTED: ReportedState = {
  versions: new Map(),
  head: null,
  undoable: [null, null],
  views: new Set(),
  basemaps: new Set(),
  checks: new Set(),
  events: new Set(),
  drafts: new Map(),
  wrong: [],
}

/** The change of the state by an act that was reported as done. */
export type Effect = (told: ReportedState) => ReportedState

/** Something was imported or saved: a new version based on the head. */
export const versionMade =
  (window: 0 | 1, slot: Slot, mark: string): Effect =>
  (told) => {
    const { files = [], agenda = null } = told.versions.get(told.head ?? '') ?? {}
    const made = slot === 'agenda' ? { files, agenda: mark } : { files: [...files, mark], agenda }
    const undoable: [string | null, string | null] = [...told.undoable]
    if (slot !== 'agenda') undoable[window] = mark
    return {
      ...told,
      versions: new Map(told.versions).set(mark, { before: told.head, ...made }),
      head: mark,
      undoable,
    }
  }

export const putInForce =
  (mark: string | null): Effect =>
  (told) => ({ ...told, head: mark })

/**
 * The last import of a window is undone: it must be the head, otherwise another window's work would disappear
 * unnoticed.
 */
export const undone =
  (window: 0 | 1): Effect =>
  (told) => {
    const own = told.undoable[window]
    const wrong = own === told.head ? [] : [`window ${window} undid its ${own} while ${told.head} was in force`]
    const before = own === null ? null : (told.versions.get(own)?.before ?? null)
    return { ...told, head: before, wrong: [...told.wrong, ...wrong] }
  }

/** The page's own settings on the disk. */
export interface Settings {
  readonly views: readonly string[]
  readonly basemaps: readonly string[]
}

const markList = (marks: Iterable<string>) => [...marks].sort().join(' ')

/** What was reported but is not so, or is so but was not reported. */
export function differences(told: ReportedState, disk: OnDisk, settings: Settings): string[] {
  const byMarks = new Map(disk.versions.map((version) => [markList(version.marks), version]))
  const onDisk = (mark: string | null) => {
    if (mark === null) return null
    const { files, agenda } = told.versions.get(mark)!
    return byMarks.get(markList(agenda === null ? files : [...files, agenda]))
  }
  const versions = [...told.versions].flatMap(([mark, { before }]) => {
    const version = onDisk(mark)
    if (!version) return [`${mark} was said to be kept, and no version has it with all that was in force before`]
    const from = onDisk(before)
    return version.before === (from?.id ?? null)
      ? []
      : [`${mark} was not made from ${before ?? 'the delivered package'}`]
  })
  const head = onDisk(told.head)
  const notes = new Set(disk.events.map(({ body }) => ('note' in body ? body.note : '')))
  const ids = new Set(disk.events.map(({ id }) => id))
  const drafts = new Map(disk.drafts.map(({ key, draft }) => [key, (draft as { note?: string }).note ?? '']))
  return [
    ...told.wrong,
    ...versions,
    ...(disk.versions.length > told.versions.size ? ['a version was kept of what was not said to be taken over'] : []),
    ...((disk.head?.id ?? null) === (head?.id ?? null)
      ? []
      : [
          `in force is ${disk.head?.label ?? 'the delivered package'}, and ${told.head ?? 'the delivered package'} was said last`,
        ]),
    ...unlike('view', told.views, settings.views),
    ...unlike('basemap', told.basemaps, settings.basemaps),
    ...[...told.checks].filter((note) => !notes.has(note)).map((note) => `check ${note} is lost`),
    ...[...told.events].filter((id) => !ids.has(id)).map((id) => `event ${id} is lost`),
    ...[...told.drafts]
      .filter(([key, note]) => drafts.get(key) !== note)
      .map(([key, note]) => `draft of ${key} is "${drafts.get(key) ?? ''}", not "${note}"`),
  ]
}

function unlike(what: string, told: ReadonlySet<string>, found: readonly string[]): string[] {
  return [
    ...[...told].filter((name) => !found.includes(name)).map((name) => `${what} ${name} is lost`),
    ...found.filter((name) => !told.has(name)).map((name) => `${what} ${name} is there again`),
  ]
}
