import type { Problem, Result } from '@/domain/problem'
import type { Table } from '@/domain/table/column'
import type { Descriptor, MeetingSettings } from '@/io/package/descriptor'
import { DESCRIPTOR, FetchedFiles, heldFiles, type PackageFiles } from '@/io/package/package-files'
import { jsonText } from '@/io/package/write-package'
import { ChentuDatabase, type Version } from '@/io/versions/database'
import { storageProblem, VersionStore } from '@/io/versions/version-store'
import { packFiles, unpackFiles } from '@/io/versions/workspace-file'
import { type Dataset, datasetOf } from '@/questions/dataset'
import type { OpenedPackage } from '@/questions/opened-package'
import type { ImportItem } from './import-item'
import type { NextPackage } from './next-package'
import { NothingOpen } from './nothing-open'
import { type ItemWords, monthOf, writeItem } from './package-writer'
import { type Publication, writePublication } from './publish'
import { Queue } from './queue'
import { tellWindows } from './windows'
import { filesOf, readWorkingCopy, type WorkingCopy } from './working-copy'

/** So long a folder on the web may be silent before what is kept here is shown. */
const PATIENCE_MS = 8000

/** What a step that made a version came to, and the version: null where none was made. */
export type Made = Result<Dataset> & { readonly version: number | null }

/** What the screen says of the versions that are kept. */
export interface VersionList {
  readonly versions: readonly Pick<Version, 'id' | 'at' | 'month' | 'label' | 'bytes'>[]
  /** The one in force; null for the package as it was delivered. */
  readonly head: number | null
}

/** What a step begins with. What it makes of that takes its place, and that of nothing else. */
interface Beginning {
  readonly copy: WorkingCopy
  readonly inForce: number | null
}

/**
 * The package that is open, where its files are, and the versions that came before. Steps that change what is open are done
 * one after the other.
 */
export class Workspace {
  readonly database = new ChentuDatabase()
  private readonly store = new VersionStore(this.database)
  private readonly steps = new Queue()
  private copy: WorkingCopy | null = null
  /** The version that this window has seen in force; null for the package as it was delivered. */
  private inForce: number | null = null
  private base = new URL('about:blank')
  private opening: Promise<unknown> = Promise.resolve()
  /** What the folder gave and is not kept here yet. */
  private fetched: FetchedFiles | null = null

  get opened(): OpenedPackage {
    return this.current().opened
  }

  get files(): PackageFiles {
    return this.current().files
  }

  get descriptor(): Descriptor {
    return this.current().descriptor
  }

  private current(): WorkingCopy {
    if (!this.copy) throw new NothingOpen()
    return this.copy
  }

  /** A package is the same as long as it is opened from the same place, on the same host. */
  private get packageKey(): string {
    return this.base.origin + this.base.pathname
  }

  /** Opens what was taken over here last, or the package as it is delivered at `url`. */
  open(url: URL): Promise<Result<Dataset>> {
    const opening = this.steps.run(() => this.openFirst(url))
    this.opening = opening
    return opening
  }

  /** Answers once the opening that is under way has ended, well or not. */
  async whenOpened(): Promise<void> {
    await this.opening
  }

  private async openFirst(url: URL): Promise<Result<Dataset>> {
    this.base = url
    if (url.origin !== self.location.origin) {
      return { value: null, problems: [{ code: 'other-origin', file: url.href, expected: self.location.origin }] }
    }
    return this.showInForce()
  }

  /** Opens what is in force now, here or by another window; where it can't be shown, what is open stays. */
  openInForce(): Promise<Result<Dataset>> {
    return this.steps.run(() => this.showInForce())
  }

  private async showInForce(): Promise<Result<Dataset>> {
    let head: Version | null = null
    const unread: Problem[] = []
    try {
      head = await this.store.firstHead(this.packageKey)
    } catch (error) {
      // A browser that keeps nothing (private windows) still shows the package.
      unread.push({ code: 'versions-unread', file: DESCRIPTOR, seen: storageProblem(error).seen ?? '' })
    }
    const opened = head ? await this.openVersion(head) : { value: null, problems: unread }
    const { value, problems } = opened.value ? opened : await this.openDelivered()
    if (value) this.inForce = head?.id ?? null
    return { value, problems: opened.value ? problems : [...opened.problems, ...problems] }
  }

  private async openVersion(version: Version): Promise<Result<Dataset>> {
    try {
      return await this.use(await this.store.files(version), DESCRIPTOR, version)
    } catch (error) {
      return { value: null, problems: [storageProblem(error)] }
    }
  }

  /** What another window has put in force since this one looked; null where what is shown still is. */
  changedElsewhere(): Promise<Problem | null> {
    return this.store.changedSince(this.packageKey, this.inForce)
  }

  /** Opens the package as its folder gives it; where that can't be had or shown, as it was had here last, and says so. */
  private async openDelivered(): Promise<Result<Dataset>> {
    const kept = await this.store.delivered(this.packageKey).catch(() => null)
    const fetched = new FetchedFiles(this.base, kept && PATIENCE_MS)
    const opened = await this.use(fetched, this.base.href, null)
    if (opened.value) {
      this.fetched = fetched
      return opened
    }
    if (!kept) return opened
    const again = await this.use(await this.store.files(kept), DESCRIPTOR, null)
    const seen = new Date(kept.at).toISOString()
    const problems: Problem[] = [{ code: 'kept-copy', file: DESCRIPTOR, seen }, ...opened.problems, ...again.problems]
    return { value: again.value, problems }
  }

  /** Keeps the package that was opened from its folder for the days without a signal; false where it could not be kept. */
  async keepDelivered(): Promise<boolean> {
    const { fetched } = this
    this.fetched = null
    // It was kept before: this is what is open.
    if (!fetched) return true
    try {
      const kept = await this.store.keepDelivered(this.packageKey, Date.now(), await fetched.held())
      const files = await this.store.files(kept)
      if (this.copy?.files === fetched) this.copy = { ...this.copy, files }
      return true
    } catch {
      // What can't be kept is there as long as the page is, and may be kept later.
      this.fetched = fetched
      return false
    }
  }

  /** Shows other files; where they can't be shown, what is open stays. */
  private async use(files: PackageFiles, file: string, head: Version | null): Promise<Result<Dataset>> {
    const { value: opened, problems } = await readWorkingCopy(files, file, head)
    if (opened === null) return { value: null, problems }
    this.copy = opened
    return { value: datasetOf(opened.opened), problems }
  }

  /**
   * Takes items over, all or none: written, kept, then shown. A problem leaves everything as it was. `itemsFor` gives them once
   * it is their turn, read against the package that they then go into; or why they can't be taken over.
   */
  takeOver(
    itemsFor: () => Promise<Result<readonly ImportItem[]>>,
    wordsOf: (item: ImportItem) => ItemWords,
    now: number,
  ): Promise<Made> {
    return this.change(async (next, opened) => {
      const { value: items, problems } = await itemsFor()
      if (items === null) return { value: null, problems }
      for (const item of items) await writeItem(item, next, opened, heldFiles(next.files), wordsOf(item))
      const months = items
        .map((item) => monthOf(item.planned.plan.target.fields, item.taken!.table))
        .filter((month) => month !== null)
      const label = items.map(({ opened }) => opened.name).join('、')
      return { value: { month: months.sort().at(-1) ?? null, label }, problems }
    }, now)
  }

  /** Makes the figures of a month public: written, kept, then shown. */
  publish(publication: Publication, label: string, now: number): Promise<Made> {
    return this.change(async (next, opened) => {
      await writePublication(next, opened, heldFiles(next.files), publication)
      return { value: { month: publication.month, label }, problems: [] }
    }, now)
  }

  /** Keeps what is prepared for the meeting with the package. */
  saveMeeting(meeting: MeetingSettings, label: string, now: number): Promise<Made> {
    return this.change(async (next) => {
      next.descriptor = { ...next.descriptor, chentu: { ...next.descriptor.chentu, meeting } }
      return { value: { month: null, label }, problems: [] }
    }, now)
  }

  /** Changes the open package, writes it as the next version, keeps it, then shows it; nothing of that where `write` can't. */
  private change(
    write: (next: NextPackage, opened: OpenedPackage) => Promise<Result<Pick<Version, 'month' | 'label'>>>,
    now: number,
  ): Promise<Made> {
    return this.steps.run(async () => {
      const beginning = this.begin()
      const { opened, descriptor } = beginning.copy
      const known = new Map(opened.inventory.kinds.map(({ file, table }) => [file, table]))
      const { value: files, problems: missing } = await filesOf(beginning.copy)
      if (files === null) return { value: null, problems: missing, version: null }
      const next: NextPackage = { descriptor, files, known, written: new Map(), lines: new Map() }
      const written = await write(next, opened)
      if (written.value === null) return { value: null, problems: written.problems, version: null }
      next.files.set(DESCRIPTOR, new Blob([jsonText(next.descriptor)], { type: 'application/json' }))
      return this.keep(beginning, { ...written.value, at: now }, next.files, next.known)
    })
  }

  private begin(): Beginning {
    return { copy: this.current(), inForce: this.inForce }
  }

  /** Keeps files as the version in force, in the place of what the step began with, and shows them; where either can't be done, nothing has changed. */
  private async keep(
    { inForce }: Beginning,
    facts: Pick<Version, 'at' | 'month' | 'label'>,
    files: ReadonlyMap<string, Blob>,
    known?: ReadonlyMap<string, Table>,
  ): Promise<Made> {
    const { value: opened, problems } = await readWorkingCopy(heldFiles(files), DESCRIPTOR, null, known)
    if (opened === null) return { value: null, problems, version: null }
    const value = datasetOf(opened.opened)
    const added = await this.store.add({ ...facts, packageKey: this.packageKey, before: inForce }, files, inForce)
    if ('problem' in added) return { value: null, problems: [added.problem], version: null }
    // Where it can't be read back at once, what is in memory is the same.
    const kept = await this.store.files(added.version).catch(() => heldFiles(files))
    this.copy = { ...opened, head: added.version, files: kept }
    this.inForce = added.version.id
    tellWindows()
    return { value, problems, version: added.version.id }
  }

  async versions(): Promise<VersionList> {
    return {
      versions: (await this.store.list(this.packageKey)).map(({ id, at, month, label, bytes }) => ({
        id,
        at,
        month,
        label,
        bytes,
      })),
      head: this.current().head?.id ?? null,
    }
  }

  /** Shows a kept version again and puts it in force, or the package as it was delivered. */
  restore(id: number | null): Promise<Result<Dataset>> {
    return this.steps.run(() => this.putInForce(id))
  }

  private async putInForce(id: number | null): Promise<Result<Dataset>> {
    const { copy, inForce } = this
    const version = id === null ? null : ((await this.database.versions.get(id)) ?? null)
    if (id !== null && version === null) return { value: null, problems: [{ code: 'version-gone', file: DESCRIPTOR }] }
    const shown = version ? await this.openVersion(version) : await this.openDelivered()
    if (shown.value === null) return shown
    const problem = await this.store.setHead(this.packageKey, id, inForce)
    if (problem) {
      this.copy = copy
      return { value: null, problems: [problem] }
    }
    this.inForce = id
    tellWindows()
    return shown
  }

  /** Goes back to what was before a version; only where that version still is in force. */
  undo(id: number): Promise<Result<Dataset>> {
    return this.steps.run(async () => {
      const { head } = this.current()
      if (head?.id === id) return this.putInForce(head.before)
      return { value: null, problems: [{ code: 'not-in-force', file: head?.label ?? DESCRIPTOR }] }
    })
  }

  /** The whole package as one file; all of it or nothing. */
  async pack(): Promise<Result<Blob>> {
    const { value: files, problems } = await filesOf(this.current())
    return { value: files && (await packFiles(files)), problems }
  }

  /** Opens a package that was packed, here or on another machine, and keeps it. */
  unpack(file: File, now: number): Promise<Result<Dataset>> {
    return this.steps.run(async () => {
      const beginning = this.begin()
      const unpacked = await unpackFiles(file)
      if (unpacked.value === null) return { value: null, problems: unpacked.problems }
      return this.keep(beginning, { at: now, month: null, label: file.name }, unpacked.value)
    })
  }
}
