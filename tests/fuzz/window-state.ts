import type { OnDisk } from './on-disk'

/** What can be in force of its own: a file of each kind, and the meeting's agenda. */
export const SLOTS = ['construction-site', 'stockpile', 'agenda'] as const
export type Slot = (typeof SLOTS)[number]

/** A version by the mark of what was new in it. */
interface VersionMade {
  /** Mark of the version that it was made from; null for the package as it was delivered. */
  readonly before: string | null
  /** Marks of all files: none knows the rows of another, so that they stay side by side. */
  readonly files: readonly string[]
  /** Mark of the newest agenda. */
  readonly agenda: string | null
}

/** All that the windows together were told to be so. */
export interface Told {
  readonly versions: ReadonlyMap<string, VersionMade>
  /** Mark of the version in force; null for the package as it was delivered. */
  readonly head: string | null
  /** What each window offers to undo. */
  readonly undoable: readonly [string | null, string | null]
  readonly views: ReadonlySet<string>
  readonly basemaps: ReadonlySet<string>
  /** Notes of checks that were said to be saved. */
  readonly checks: ReadonlySet<string>
  /** Events of bundles that were said to be received. */
  readonly events: ReadonlySet<string>
  /** What was being written of each source. */
  readonly drafts: ReadonlyMap<string, string>
  /** What is wrong already by what was said. */
  readonly wrong: readonly string[]
}

export const NOTHING_TOLD: Told = {
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

/** What an act changes once it was said to be done. */
export type Effect = (told: Told) => Told

/** Something was taken over or saved: a new version, made from the one in force. */
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

/** What a window took over last goes: it must be what is in force, or another window's work would go unseen. */
export const undone =
  (window: 0 | 1): Effect =>
  (told) => {
    const own = told.undoable[window]
    const wrong = own === told.head ? [] : [`window ${window} undid its ${own} while ${told.head} was in force`]
    const before = own === null ? null : (told.versions.get(own)?.before ?? null)
    return { ...told, head: before, wrong: [...told.wrong, ...wrong] }
  }

/** What is on the disk of the page's own settings. */
export interface Settings {
  readonly views: readonly string[]
  readonly basemaps: readonly string[]
}

const markList = (marks: Iterable<string>) => [...marks].sort().join(' ')

/** What was said and is not so, or is so and was not said. */
export function differences(told: Told, disk: OnDisk, settings: Settings): string[] {
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
