import type { Month } from '@/domain/calendar'
import { grouped } from '@/domain/grouped'
import type { HaulMonth } from '@/domain/trucks/hauls'
import type { TracksPart } from '@/io/tracks/tracks-shelf'
import type { OpenedPackage } from '@/questions/opened-package'
import { plainGround } from '@/questions/truck-ground'
import { tracksShelf } from './tracks-shelves'
import type { Workspace } from './workspace'

/** A month that is kept, and by what its trips are to be counted. */
export interface MonthToCount {
  readonly month: Month
  /** Of all that the counts rest on: files, lists and settings. */
  readonly by: string
  readonly counted: TracksPart | null
}

const hashes = new WeakMap<object, string>()

/** A short text that is another for other lists of places and hours of day. */
function groundHash(opened: OpenedPackage): string {
  const ground = plainGround(opened)
  if (!ground) return ''
  const known = hashes.get(ground)
  if (known !== undefined) return known
  const { places, settings } = ground
  const texts = [...Object.values(places).map((of) => of.join()), JSON.stringify(settings.dayHours)]
  const files = opened.pack.provenance.filter(({ role }) => role === 'truck-trips').map(({ path }) => path)
  let hash = 0
  for (const text of [...texts, ...files])
    for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  const made = String(hash)
  hashes.set(ground, made)
  return made
}

/** The months of tracks that are kept, by what their trips are to be counted. */
export function monthsToCount(opened: OpenedPackage, parts: readonly TracksPart[]): MonthToCount[] {
  return [...grouped(parts, ({ month }) => month)].map(([month, of]) => {
    const files = of.filter(({ table }) => table === 'trips').map(({ id }) => id)
    return {
      month,
      by: `${groundHash(opened)} ${files.join()}`,
      counted: of.findLast(({ table }) => table === 'hauls') ?? null,
    }
  })
}

/** What the tracks that this browser keeps say of trips; `count` counts anew what is not of now. Nothing where its database is out of reach. */
export async function keptHauls(
  workspace: Workspace,
  name: string,
  count: () => Promise<void>,
): Promise<readonly HaulMonth[]> {
  const shelf = tracksShelf(name)
  const list = async () => {
    const parts = await shelf.list()
    return parts.length === 0 ? [] : monthsToCount(workspace.copy.opened, parts)
  }
  try {
    let months = await list()
    if (months.some(({ by, counted }) => counted?.hauls?.by !== by)) {
      await count()
      months = await list()
    }
    // What a person imports is real.
    return months.flatMap(({ month, counted }) =>
      counted?.hauls ? [{ month, counties: counted.hauls.counties, dataClass: 'real' }] : [],
    )
  } catch {
    return []
  }
}
