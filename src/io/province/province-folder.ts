import type { Problem, Result } from '@/domain/problem'
import { FetchedFiles, type PackageFiles, type RangedFiles } from '@/io/package/package-files'
import { blobFile } from '@/io/package/ranged-file'
import type { VersionStore } from '@/io/versions/version-store'
import { withTimeout } from '@/io/versions/within'
import { openMonth, openProvince, type ProvinceOutlines } from './open-province'
import { cellsFile, type ProvinceIndex } from './province-file'
import { RecentReads } from './recent-reads'
import { PlacedTable } from './sources-pyramid'

/** How long to wait for a folder on the web before showing the stored copy, in milliseconds. */
const PATIENCE_MS = 8000
/** How long to wait for the browser's database. */
const DATABASE_MS = 3000

/** An opened province, and access to its other files. */
export interface OpenedProvince {
  readonly index: ProvinceIndex
  readonly outlines: ProvinceOutlines
  /** Fetched files, or the stored copy, which has no individual sources. */
  readonly files: () => RangedFiles
}

/** The folder of a province on the web, and the copy stored here for use without a network. */
export class ProvinceFolder {
  private readonly key: string

  /** `url` is the address of province.json. */
  constructor(
    private readonly store: VersionStore,
    private readonly url: URL,
  ) {
    this.key = url.origin + url.pathname
  }

  /**
   * Opens the province from its folder. If that fails, returns `before`, which was fetched earlier, or else the stored
   * copy, which may be older and has no individual sources, and says so.
   */
  async open<T extends OpenedProvince>(before: T | null = null): Promise<Result<OpenedProvince | T>> {
    // Without a usable database (private windows, or no response) the province is still shown.
    const kept = await withTimeout(DATABASE_MS, this.store.delivered(this.key)).catch(() => null)
    const patience = kept && PATIENCE_MS
    const fetched = await openProvince(new FetchedFiles(this.url, patience))
    // A new object for each use, since FetchedFiles remembers failed requests.
    if (fetched.value) return withFiles(fetched, () => new FetchedFiles(this.url, patience))
    if (before || !kept) return { value: before, problems: fetched.problems }
    const files = await this.store.files(kept)
    const again = await openProvince(files)
    const isKept: Problem = { code: 'kept-copy', file: this.url.pathname, seen: new Date(kept.at).toISOString() }
    return {
      ...withFiles(again, () => files),
      problems: [...(again.value ? [isKept] : []), ...fetched.problems, ...again.problems],
    }
  }

  /**
   * Stores everything needed to start without a network, replacing the previous copy: rankings, outlines and cell
   * counts; individual sources are too large. Stores all files of the build of `index`, or nothing.
   * @returns whether it is stored now; false if a file is missing, unreadable or of another build
   * @throws DOMException if there is no space
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

  /** Build id of the stored copy; null if there is none. */
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

/** Whether a file of the pyramid exists, is readable and belongs to the build. */
async function isOfMaking(files: PackageFiles, name: string, made: string): Promise<boolean> {
  const got = await files.read(name)
  if ('problem' in got) return false
  return PlacedTable.open({ file: blobFile(got.blob), name, made }, new RecentReads(0)).then(
    () => true,
    () => false,
  )
}
