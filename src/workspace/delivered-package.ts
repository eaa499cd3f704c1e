import type { Problem, Result } from '@/domain/problem'
import type { Rule } from '@/domain/rules/rule'
import { type PackageBasemap, readBasemapSetting } from '@/io/package/basemap-setting'
import type { Descriptor, PackageSettings } from '@/io/package/descriptor'
import { DESCRIPTOR, FetchedFiles, type RangedFiles } from '@/io/package/package-files'
import { readDescriptor } from '@/io/package/read-descriptor'
import { roundsPath } from '@/io/package/rounds-setting'
import type { MonthlyReadings, ReadingsRole } from '@/io/readings/package-readings'
import type { VersionStore } from '@/io/versions/version-store'
import { rulesOfFiles } from './rules-file'
import { readWorkingCopy, type WorkingCopy } from './working-copy'

/** So long a folder on the web may be silent before what is kept here is shown. */
const PATIENCE_MS = 8000

/** Which city's records go with a package: see `records` of its settings. */
type Records = PackageSettings['records']

/** A package as its folder gives it, and as it is kept here for the days without a signal. */
export class DeliveredPackage {
  /** A package is the same as long as it is opened from the same place, on the same host. */
  readonly key: string
  /** What the folder gave and is not kept here yet. */
  private fetched: FetchedFiles | null = null

  /** `url` is the address of its descriptor. */
  constructor(
    private readonly store: VersionStore,
    private readonly url: URL,
  ) {
    this.key = url.origin + url.pathname
  }

  /** Opens it as its folder gives it; where that can't be had or shown, as it was had here last, and says so. */
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

  /** The rules as the folder gives them now; null where they can't be had, or the folder is another city's than `records` names. */
  async rules(records: Records): Promise<readonly Rule[] | null> {
    const folder = new FetchedFiles(this.url, PATIENCE_MS)
    const { value: descriptor } = await readDescriptor(folder, this.url.href)
    return descriptor?.chentu.records === records ? rulesOfFiles(folder, this.url.href) : null
  }

  /**
   * The base map that the folder's descriptor names now; null with the problems where that can't be had, or names a wrong one, and
   * with none where the folder is another city's.
   */
  async basemap(records: Records): Promise<Result<PackageBasemap>> {
    const described = await readDescriptor(new FetchedFiles(this.url, PATIENCE_MS), this.url.href)
    if (!described.value) return { value: null, problems: described.problems }
    return described.value.chentu.records === records
      ? readBasemapSetting(described.value, DESCRIPTOR)
      : { value: null, problems: [] }
  }

  /** The file of rounds that the folder's descriptor names now, as text; empty where it names none or is another city's, null where it can't be had. */
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
   * What monitors reported: as the package in one file brought it that the copy was made of, else as the folder has it now,
   * whichever version of the tables is in force, since no version carries it. Null with the problems where the folder can't be
   * asked, and with none where it is another city's.
   */
  async readings(copy: WorkingCopy, role: ReadingsRole): Promise<Result<MonthlyReadings>> {
    // Of a start nobody waits for what reads Parquet.
    const { packageReadings } = await import('@/io/readings/package-readings')
    const { value, problems } = await this.ranged(copy, role)
    return { value: value && packageReadings(value.files, value.descriptor, role), problems }
  }

  /** Where the large files of a role are that belong to a version, as {@link readings} says. */
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

  /** Keeps what the folder gave: what it was, and as it is kept; null where there is nothing new. @throws where it can't be kept; it may be later. */
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
