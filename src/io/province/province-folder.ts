import type { Problem, Result } from '@/domain/problem'
import { FetchedFiles, type PackageFiles, type RangedFiles } from '@/io/package/package-files'
import { blobFile } from '@/io/package/ranged-file'
import type { VersionStore } from '@/io/versions/version-store'
import { within } from '@/io/versions/within'
import { openMonth, openProvince, type ProvinceOutlines } from './open-province'
import { cellsFile, type ProvinceIndex } from './province-file'
import { RecentReads } from './recent-reads'
import { PlacedTable } from './sources-pyramid'

/** So long a folder on the web may be silent before what is kept here is shown, in milliseconds. */
const PATIENCE_MS = 8000
/** So long the browser's database may be silent. */
const DATABASE_MS = 3000

/** What was made of a province, and where the rest of it is read. */
export interface OpenedProvince {
  readonly index: ProvinceIndex
  readonly outlines: ProvinceOutlines
  /** Fetched, or what is kept here: then without the sources one by one. */
  readonly files: () => RangedFiles
}

/** The folder of a province as the web gives it, and what is kept of it here for the days without a network. */
export class ProvinceFolder {
  private readonly key: string

  /** `url` is the address of its province.json. */
  constructor(
    private readonly store: VersionStore,
    private readonly url: URL,
  ) {
    this.key = url.origin + url.pathname
  }

  /** Opens it as its folder gives it; where that can't be had, as it was kept here last, and says so. */
  async open(): Promise<Result<OpenedProvince>> {
    // A browser that keeps nothing (private windows), or does not answer, still shows the province.
    const kept = await within(DATABASE_MS, this.store.delivered(this.key)).catch(() => null)
    const patience = kept && PATIENCE_MS
    const fetched = await openProvince(new FetchedFiles(this.url, patience))
    // Anew for each question: files that were asked for once keep that they did not come.
    if (fetched.value) return withFiles(fetched, () => new FetchedFiles(this.url, patience))
    if (!kept) return { value: null, problems: fetched.problems }
    const files = await this.store.files(kept)
    const again = await openProvince(files)
    const isKept: Problem = { code: 'kept-copy', file: this.url.pathname, seen: new Date(kept.at).toISOString() }
    return {
      ...withFiles(again, () => files),
      problems: [...(again.value ? [isKept] : []), ...fetched.problems, ...again.problems],
    }
  }

  /**
   * Keeps all that a start without a network needs, in place of what was kept before: rankings, outlines and counts in cells; the
   * sources one by one are too large. All of it is of the making of `index`, or nothing is kept.
   * @returns whether it is kept now; not where a file of it is missing, can't be read or is of another making
   * @throws DOMException where there is no room for it
   */
  async keep({ made, months, levels }: ProvinceIndex, now: number): Promise<boolean> {
    if (made !== '' && (await this.keptMaking()) === made) return true
    const files = new FetchedFiles(this.url, PATIENCE_MS)
    const { value, problems } = await openProvince(files)
    if (value?.index.made !== made || problems.length > 0) return false
    for (const month of months) if (!(await openMonth(files, month, value.index)).value) return false
    for (const level of levels) if (!(await isOfMaking(files, cellsFile(level), made))) return false
    await this.store.keepDelivered(this.key, now, await files.held())
    return true
  }

  /** Of which making is what is kept here; null where nothing is. */
  private async keptMaking(): Promise<string | null> {
    const kept = await this.store.delivered(this.key)
    const { value } = kept ? await openProvince(await this.store.files(kept)) : { value: null }
    return value?.index.made ?? null
  }
}

const withFiles = (
  { value, problems }: Awaited<ReturnType<typeof openProvince>>,
  files: () => RangedFiles,
): Result<OpenedProvince> => ({ value: value && { ...value, files }, problems })

/** Whether a file of the pyramid is there, can be read and is of a making. */
async function isOfMaking(files: PackageFiles, name: string, made: string): Promise<boolean> {
  const got = await files.read(name)
  if ('problem' in got) return false
  return PlacedTable.open({ file: blobFile(got.blob), name, made }, new RecentReads(0)).then(
    () => true,
    () => false,
  )
}
