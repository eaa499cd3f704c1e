import type { Problem, Result } from '@/domain/problem'
import type { Rule } from '@/domain/rules/rule'
import { type PackageBasemap, readBasemapSetting } from '@/io/package/basemap-setting'
import type { Descriptor, PackageSettings } from '@/io/package/descriptor'
import { DESCRIPTOR, FetchedFiles, type RangedFiles } from '@/io/package/package-files'
import { readDescriptor } from '@/io/package/read-descriptor'
import { roundsPath } from '@/io/package/rounds-setting'
import type { MonthlyReadings, ReadingsRole } from '@/io/readings/package-readings'
import type { VersionStore } from '@/io/versions/version-store'
import { rulesOfFiles } from '@/workspace/plan/rules-file'
import { readWorkingCopy, type WorkingCopy } from './working-copy'

/** How long a folder on the web may not respond before the copy kept here is shown. */
const PATIENCE_MS = 8000

/** The city whose records belong to a package: see `records` of its settings. */
type Records = PackageSettings['records']

/** The package as its folder delivers it, and the copy kept here for times without a connection. */
export class DeliveredPackage {
  /** Packages opened from the same place on the same host are the same. */
  readonly key: string
  /** Files fetched from the folder and not kept here yet. */
  private fetched: FetchedFiles | null = null

  /** `url`: address of the descriptor. */
  constructor(
    private readonly store: VersionStore,
    private readonly url: URL,
  ) {
    this.key = url.origin + url.pathname
  }

  /**
   * Opens the package from its folder; if that can't be read or shown, opens the copy last kept here and reports that
   * as a problem.
   */
  async open(): Promise<Result<WorkingCopy>> {
    const kept = await this.store.delivered(this.key).catch(() => null)
    const fetched = new FetchedFiles(this.url, kept && PATIENCE_MS)
    const opened = await readWorkingCopy(fetched, this.url.href, null)
    if (opened.value) {
      this.fetched = fetched
      return opened
    }
    if (!kept) return opened
    const again = await readWorkingCopy(await this.store.files(kept), DESCRIPTOR, null)
    const seen = new Date(kept.at).toISOString()
    const problems: Problem[] = [{ code: 'kept-copy', file: DESCRIPTOR, seen }, ...opened.problems, ...again.problems]
    return { value: again.value, problems }
  }

  /**
   * The folder's current rules; null if they can't be read, or if the folder belongs to another city than `records`
   * names.
   */
  async rules(records: Records): Promise<readonly Rule[] | null> {
    const folder = new FetchedFiles(this.url, PATIENCE_MS)
    const { value: descriptor } = await readDescriptor(folder, this.url.href)
    return descriptor?.chentu.records === records ? rulesOfFiles(folder, this.url.href) : null
  }

  /**
   * The base map in the folder's current descriptor. Null with problems if it can't be read or is wrong; null without
   * problems if the folder belongs to another city.
   */
  async basemap(records: Records): Promise<Result<PackageBasemap>> {
    const described = await readDescriptor(new FetchedFiles(this.url, PATIENCE_MS), this.url.href)
    if (!described.value) return { value: null, problems: described.problems }
    return described.value.chentu.records === records
      ? readBasemapSetting(described.value, DESCRIPTOR)
      : { value: null, problems: [] }
  }

  /**
   * The file of rounds in the folder's current descriptor, as text; '' if there is none or the folder belongs to
   * another city, null if it can't be read.
   */
  async rounds(records: Records): Promise<string | null> {
    const folder = new FetchedFiles(this.url, PATIENCE_MS)
    const { value: descriptor } = await readDescriptor(folder, this.url.href)
    if (!descriptor) return null
    const path = descriptor.chentu.records === records ? roundsPath(descriptor) : null
    if (!path) return ''
    const got = await folder.read(path)
    return 'blob' in got ? got.blob.text() : null
  }

  /**
   * Monitors' readings: from the one-file package that the copy was made of, else from the folder as it is now,
   * whichever version of the tables is in force, since versions do not contain readings. Null with problems if the
   * folder can't be read; null without problems if it belongs to another city.
   */
  async readings(copy: WorkingCopy, role: ReadingsRole): Promise<Result<MonthlyReadings>> {
    // Loaded on demand, to keep the Parquet reader out of the start.
    const { packageReadings } = await import('@/io/readings/package-readings')
    const { value, problems } = await this.ranged(copy, role)
    return { value: value && packageReadings(value.files, value.descriptor, role), problems }
  }

  /** Where a version's large files of a role are read from, as described at {@link readings}. */
  async ranged(
    { files, descriptor }: WorkingCopy,
    role: string,
  ): Promise<Result<{ readonly files: RangedFiles; readonly descriptor: Descriptor }>> {
    const isHeld = descriptor.resources.some(({ path, chentu }) => chentu.role === role && files.holds(path))
    if (isHeld) return { value: { files, descriptor }, problems: [] }
    const folder = new FetchedFiles(this.url, PATIENCE_MS)
    const { value, problems } = await readDescriptor(folder, this.url.href)
    if (value === null) return { value, problems }
    const { city, records } = descriptor.chentu
    const isOfCity = value.chentu.records === records && value.chentu.city.code === city.code
    return { value: isOfCity ? { files: folder, descriptor: value } : null, problems: [] }
  }

  /**
   * Keeps what the folder delivered. Returns the fetched files and the kept ones; null if nothing is new. @throws if
   * it can't be kept; a later call tries again.
   */
  async keep(now: number): Promise<{ readonly fetched: RangedFiles; readonly kept: RangedFiles } | null> {
    const { fetched } = this
    this.fetched = null
    if (!fetched) return null
    try {
      const kept = await this.store.keepDelivered(this.key, now, await fetched.held())
      return { fetched, kept: await this.store.files(kept) }
    } catch (error) {
      this.fetched = fetched
      throw error
    }
  }
}
