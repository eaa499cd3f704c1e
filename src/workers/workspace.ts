import type { Problem, Result } from '@/domain/problem'
import type { Seen } from '@/domain/rules/seen'
import type { Table } from '@/domain/table/column'
import { ChentuDatabase, type Version } from '@/io/database'
import type { Descriptor, MeetingSettings } from '@/io/descriptor'
import { readDescriptor } from '@/io/open-package'
import { DESCRIPTOR, FetchedFiles, heldFiles, type PackageFiles } from '@/io/package-files'
import { storageProblem, VersionStore } from '@/io/version-store'
import { packFiles, unpackFiles } from '@/io/workspace-file'
import { jsonText } from '@/io/write-package'
import type { Dataset } from './answers'
import type { ImportItem } from './import-item'
import type { NextPackage } from './next-package'
import { type ItemWords, monthOf, writeItem } from './package-writer'
import { type Publication, writePublication } from './publish'
import { Session } from './session'
import { tellWindows } from './windows'

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

/** The package that is open, where its files are, and the versions that came before. */
export class Workspace {
  readonly database = new ChentuDatabase()
  /** What field teams saw, whichever package is open. */
  seen: readonly Seen[] = []
  private readonly store = new VersionStore(this.database)
  private opened: { session: Session; files: PackageFiles; descriptor: Descriptor; head: Version | null } | null = null
  /** The version that this window has seen in force; null for the package as it was delivered. */
  private inForce: number | null = null
  private base = new URL('about:blank')
  private opening: Promise<unknown> = Promise.resolve()
  /** What the folder gave and is not kept here yet. */
  private fetched: FetchedFiles | null = null

  get session(): Session {
    return this.current().session
  }

  get files(): PackageFiles {
    return this.current().files
  }

  get descriptor(): Descriptor {
    return this.current().descriptor
  }

  private current() {
    if (!this.opened) throw new Error('no package is open')
    return this.opened
  }

  /** A package is the same as long as it is opened from the same place, on the same host. */
  private get packageKey(): string {
    return this.base.origin + this.base.pathname
  }

  /** Opens what was taken over here last, or the package as it is delivered at `url`. */
  open(url: URL): Promise<Result<Dataset>> {
    const opening = this.openFirst(url)
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
    return this.openInForce()
  }

  /** Opens what is in force now, here or by another window; where it can't be shown, what is open stays. */
  async openInForce(): Promise<Result<Dataset>> {
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

  /** Keeps the package that was opened from its folder for the days without a signal. */
  async keepDelivered(): Promise<void> {
    const { fetched } = this
    this.fetched = null
    if (!fetched) return
    try {
      const kept = await this.store.keepDelivered(this.packageKey, Date.now(), await fetched.held())
      const files = await this.store.files(kept)
      if (this.opened?.files === fetched) this.opened = { ...this.opened, files }
    } catch {
      // What can't be kept is there as long as the page is.
    }
  }

  /** Shows other files; where they can't be shown, what is open stays. */
  private async use(
    files: PackageFiles,
    file: string,
    head: Version | null,
    known?: ReadonlyMap<string, Table>,
  ): Promise<Result<Dataset>> {
    const [described, { value: session, problems }] = await Promise.all([
      readDescriptor(files, file),
      Session.open(files, file, known),
    ])
    if (session === null || described.value === null) return { value: null, problems }
    this.opened = { session, files, descriptor: described.value, head }
    return { value: session.dataset(), problems }
  }

  /** All files of the package that is open, the descriptor among them. */
  async allFiles(): Promise<Map<string, Blob>> {
    const { files, descriptor } = this.current()
    const all = new Map([[DESCRIPTOR, new Blob([jsonText(descriptor)], { type: 'application/json' })]])
    for (const { path } of descriptor.resources) {
      const got = await files.read(path)
      if ('blob' in got) all.set(path, got.blob)
    }
    return all
  }

  /** Takes items over, all or none: written, kept, then shown. A problem leaves everything as it was. */
  async takeOver(items: readonly ImportItem[], wordsOf: (item: ImportItem) => ItemWords, now: number): Promise<Made> {
    const { session } = this.current()
    const next = await this.next()
    const label = items.map(({ opened }) => opened.name).join('、')
    for (const item of items) await writeItem(item, next, session, heldFiles(next.files), wordsOf(item))
    const months = items.map((item) => monthOf(item.taken!.table)).filter((month) => month !== null)
    return this.finish(next, months.sort().at(-1) ?? null, label, now)
  }

  /** Makes the figures of a month public: written, kept, then shown. */
  async publish(publication: Publication, label: string, now: number): Promise<Result<Dataset>> {
    const next = await this.next()
    await writePublication(next, this.current().session, heldFiles(next.files), publication)
    return this.finish(next, publication.month, label, now)
  }

  /** Keeps what is prepared for the meeting with the package. */
  async saveMeeting(meeting: MeetingSettings, label: string, now: number): Promise<Result<Dataset>> {
    const next = await this.next()
    next.descriptor = { ...next.descriptor, chentu: { ...next.descriptor.chentu, meeting } }
    return this.finish(next, null, label, now)
  }

  /** The open package, to be changed. */
  private async next(): Promise<NextPackage> {
    const { session, descriptor } = this.current()
    const known = new Map(session.inventory.kinds.map(({ file, table }) => [file, table]))
    return { descriptor, files: await this.allFiles(), known, written: new Map(), lines: new Map() }
  }

  /** Writes the changed package as the next version, keeps it, then shows it. */
  private finish(next: NextPackage, month: string | null, label: string, now: number): Promise<Made> {
    next.files.set(DESCRIPTOR, new Blob([jsonText(next.descriptor)], { type: 'application/json' }))
    const before = this.current().head?.id ?? null
    return this.keep({ packageKey: this.packageKey, at: now, month, label, before }, next.files, next.known)
  }

  /** Shows files and keeps them as the version in force; where either can't be done, nothing has changed. */
  private async keep(
    facts: Parameters<VersionStore['add']>[0],
    files: ReadonlyMap<string, Blob>,
    known?: ReadonlyMap<string, Table>,
  ): Promise<Made> {
    const { opened } = this
    const shown = await this.use(heldFiles(files), DESCRIPTOR, null, known)
    if (shown.value === null) return { ...shown, version: null }
    const added = await this.store.add(facts, files, this.inForce)
    if ('problem' in added) {
      this.opened = opened
      return { value: null, problems: [added.problem], version: null }
    }
    // Where it can't be read back at once, what is in memory is the same.
    const kept = await this.store.files(added.version).catch(() => heldFiles(files))
    this.opened = { ...this.current(), head: added.version, files: kept }
    this.inForce = added.version.id
    tellWindows()
    return { ...shown, version: added.version.id }
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

  /** Shows a kept version again and puts it in force, or the package as it was delivered; where `inForce` still is. */
  async restore(id: number | null, inForce = this.inForce): Promise<Result<Dataset>> {
    const { opened } = this
    const version = id === null ? null : ((await this.database.versions.get(id)) ?? null)
    if (id !== null && version === null) return { value: null, problems: [{ code: 'version-gone', file: DESCRIPTOR }] }
    const shown = version ? await this.openVersion(version) : await this.openDelivered()
    if (shown.value === null) return shown
    const problem = await this.store.setHead(this.packageKey, id, inForce)
    if (problem) {
      this.opened = opened
      return { value: null, problems: [problem] }
    }
    this.inForce = id
    tellWindows()
    return shown
  }

  /** Goes back to what was before a version; only where that version still is in force. */
  async undo(id: number): Promise<Result<Dataset>> {
    const { head } = this.current()
    if (head?.id === id) return this.restore(head.before, id)
    return { value: null, problems: [{ code: 'not-in-force', file: head?.label ?? DESCRIPTOR }] }
  }

  /** The whole package as one file. */
  async pack(): Promise<Blob> {
    return packFiles(await this.allFiles())
  }

  /** Opens a package that was packed, here or on another machine, and keeps it. */
  async unpack(file: File, now: number): Promise<Result<Dataset>> {
    const unpacked = await unpackFiles(file)
    if (unpacked.value === null) return { value: null, problems: unpacked.problems }
    const facts = {
      packageKey: this.packageKey,
      at: now,
      month: null,
      label: file.name,
      before: this.current().head?.id ?? null,
    }
    return this.keep(facts, unpacked.value)
  }
}
