import type { CityFacts } from '@/domain/city/city-facts'
import type { Problem, Result } from '@/domain/problem'
import type { Rule } from '@/domain/rules/rule'
import { appOrigin } from '@/io/package/app-folder'
import type { PackageBasemap } from '@/io/package/basemap-setting'
import { type MeetingSettings, NOTHING_PREPARED } from '@/io/package/descriptor'
import { DESCRIPTOR, heldFiles } from '@/io/package/package-files'
import { readDescriptor } from '@/io/package/read-descriptor'
import type { MonthlyReadings, ReadingsRole } from '@/io/readings/package-readings'
import { ChentuDatabase } from '@/io/versions/database'
import { VersionStore } from '@/io/versions/version-store'
import { packFiles, unpackFiles } from '@/io/versions/workspace-file'
import type { Dataset } from '@/questions/dataset'
import { DeliveredPackage } from './delivered-package'
import type { ReadItem } from './import-item'
import { keepVersion, type MadeVersion, type Replaced, type WriteChange, writeNext } from './next-version'
import { NothingOpen } from './nothing-open'
import { openInForce, restoreVersion } from './open-version'
import type { PlanAdoption } from './plan-adoption'
import { type Publication, writePublication } from './publish'
import { Queue } from './queue'
import { packRules, rulesOfFiles } from './rules-file'
import { listVersions, type VersionList } from './version-list'
import { tellWindows } from './windows'
import { filesOf, type WorkingCopy } from './working-copy'
import { type CellEdit, type EditReason, writeEdits } from './write-edits'
import { type ItemWords, writeItems } from './write-item'
import type { KindChange } from './write-kinds'
import { writePlan } from './write-plan'
import type { RuleChange } from './write-rules'

/** What a version that a person made is called, or what was wrong with it. */
const madeByHand = (label: string, problems: readonly Problem[]): Awaited<ReturnType<WriteChange>> =>
  problems.length > 0 ? { value: null, problems } : { value: { month: null, label, byHand: true }, problems: [] }

/** What a step that made a version came to, and the version: null where none was made. */
export type Made = Result<Dataset> & { readonly version: number | null }

/**
 * The package that is open, where its files are, and the versions that came before. Steps that change what is open are done
 * one after the other; what one of them makes takes the place of what it began with, and of nothing else.
 */
export class Workspace {
  readonly database = new ChentuDatabase()
  private readonly store = new VersionStore(this.database)
  private readonly steps = new Queue()
  private delivered = new DeliveredPackage(this.store, new URL('about:blank'))
  private current: WorkingCopy | null = null
  private opening: Promise<unknown> = Promise.resolve()

  /** What is open. @throws NothingOpen before anything is. */
  get copy(): WorkingCopy {
    if (!this.current) throw new NothingOpen()
    return this.current
  }

  /** Opens what was taken over here last, or the package as it is delivered at `url`. */
  open(url: URL): Promise<Result<Dataset>> {
    const opening = this.steps.run(async () => {
      this.delivered = new DeliveredPackage(this.store, url)
      if (url.origin === appOrigin()) return this.showInForce()
      const problem: Problem = { code: 'other-origin', file: url.href, expected: appOrigin() ?? '' }
      return { value: null, problems: [problem] }
    })
    this.opening = opening
    return opening
  }

  /** Answers once the opening that is under way has ended, well or not. */
  async whenOpened(): Promise<void> {
    await this.opening
  }

  /** Opens what is in force now, here or by another window; where it can't be shown, what is open stays. */
  openInForce(): Promise<Result<Dataset>> {
    return this.steps.run(() => this.showInForce())
  }

  private async showInForce(): Promise<Result<Dataset>> {
    return this.show(await openInForce(this.store, this.delivered))
  }

  /** Makes a working copy the one that is open; where there is none, what is open stays. */
  private show({ value: copy, problems }: Result<WorkingCopy>): Result<Dataset> {
    if (copy === null) return { value: null, problems }
    this.current = copy
    return { value: copy.dataset, problems }
  }

  /** What another window has put in force since this one looked; null where what is shown still is. */
  changedElsewhere(): Promise<Problem | null> {
    return this.store.changedSince(this.delivered.key, this.current?.inForce ?? null)
  }

  /**
   * The base map of the package: the folder's, whichever version of the tables is in force here, since no version carries its
   * tiles. Where the folder can't be asked, that of the version, which may lack a newer one.
   */
  async basemap(): Promise<{ readonly named: PackageBasemap | null; readonly isSure: boolean }> {
    const { head, dataset } = this.copy
    if (head === null) return { named: dataset.basemap, isSure: true }
    const { value, problems } = await this.delivered.basemap(dataset.settings.records)
    return problems.length > 0 ? { named: dataset.basemap, isSure: false } : { named: value, isSure: true }
  }

  /** The rounds that the desk put beside the package, as the text of their file; empty where it names none, null where nobody can be asked. */
  rounds(): Promise<string | null> {
    return this.delivered.rounds(this.copy.descriptor.chentu.records)
  }

  /** What the monitors of the package reported, by month: see {@link DeliveredPackage.readings}. */
  readings(role: ReadingsRole): Promise<Result<MonthlyReadings>> {
    return this.delivered.readings(this.copy, role)
  }

  /** Where the tracks of trucks are: see {@link DeliveredPackage.ranged}. */
  tracks() {
    return this.delivered.ranged(this.copy, 'truck-trips')
  }

  /** Keeps the package that was opened from its folder for the days without a signal; false where it could not be kept. */
  async keepDelivered(): Promise<boolean> {
    try {
      const moved = await this.delivered.keep(Date.now())
      if (moved && this.current?.files === moved.fetched) this.current = { ...this.current, files: moved.kept }
      return true
    } catch {
      // What can't be kept is there as long as the page is.
      return false
    }
  }

  /**
   * Takes items over, all or none: written, kept, then shown. A problem leaves everything as it was. `itemsFor` gives them once
   * it is their turn, read against the package that they then go into; or why they can't be taken over.
   */
  takeOver(
    itemsFor: () => Promise<Result<readonly ReadItem[]>>,
    wordsOf: (item: ReadItem) => ItemWords,
    now: number,
  ): Promise<Made> {
    return this.change(async (next) => {
      const { value: items, problems } = await itemsFor()
      return items === null ? { value: null, problems } : { value: await writeItems(items, next, wordsOf), problems }
    }, now)
  }

  /** Makes the figures of a month public: written, kept, then shown. */
  publish(publication: Publication, label: string, now: number): Promise<Made> {
    return this.change(async (next) => {
      await writePublication(next, publication)
      return { value: { month: publication.month, label }, problems: [] }
    }, now)
  }

  /** Writes cells of sources over, all or none: written, kept, then shown. */
  editCells(edits: readonly CellEdit[], reason: EditReason, label: string): Promise<Made> {
    return this.change(async (next) => {
      return madeByHand(label, await writeEdits(next, edits, reason))
    }, reason.at)
  }

  /** Puts another plan in force in the place of the one that is: written, kept, then shown. */
  adoptPlan(adoption: PlanAdoption, label: string, now: number): Promise<Made> {
    return this.change(async (next) => {
      return madeByHand(label, await writePlan(next, adoption, now))
    }, now)
  }

  /**
   * Changes requirements of the plan, all or none: written, kept, then shown. What writes them, and kinds below, is loaded then:
   * it names by a dictionary of pinyin, half as large as all that a start needs.
   */
  changeRules(changes: readonly RuleChange[], reason: EditReason, label: string): Promise<Made> {
    return this.change(async (next) => {
      const { writeRules } = await import('./write-rules')
      return madeByHand(label, await writeRules(next, changes, reason))
    }, reason.at)
  }

  /** Changes how a kind is declared: written, kept, then shown. */
  changeKind(change: KindChange, reason: EditReason, label: string): Promise<Made> {
    return this.change(async (next) => {
      const { writeKinds } = await import('./write-kinds')
      return madeByHand(label, await writeKinds(next, change, reason))
    }, reason.at)
  }

  /** The rules as they were in the version before the one in force; null where there is none, it can't be read, or is another city's. */
  async rulesBefore(): Promise<readonly Rule[] | null> {
    const { head, descriptor } = this.copy
    const { records } = descriptor.chentu
    if (head === null) return null
    if (head.before === null) return this.delivered.rules(records)
    const before = await this.database.versions.get(head.before)
    if (before === undefined) return null
    const files = await this.store.files(before)
    const described = await readDescriptor(files, DESCRIPTOR)
    return described.value?.chentu.records === records ? rulesOfFiles(files, DESCRIPTOR) : null
  }

  /** The requirements that are in force as a file of their own. */
  rulesFile(): Promise<Result<Blob>> {
    return packRules(this.copy)
  }

  /** Keeps what is changed of what is prepared for the meeting with the package; the rest of that stays. */
  saveMeeting(change: Partial<MeetingSettings>, label: string, now: number): Promise<Made> {
    return this.change(async (next) => {
      const { chentu } = next.descriptor
      const meeting = { ...NOTHING_PREPARED, ...chentu.meeting, ...change }
      next.descriptor = { ...next.descriptor, chentu: { ...chentu, meeting } }
      return { value: { month: null, label, byHand: true }, problems: [] }
    }, now)
  }

  /** Changes the open package, writes it as the next version, keeps it, then shows it; nothing of that where `write` can't. */
  private change(write: WriteChange, at: number): Promise<Made> {
    return this.steps.run(async () => {
      const { copy } = this
      const { value: made, problems } = await writeNext(copy, write, at)
      return made === null ? { value: null, problems, version: null } : this.keep(copy, made)
    })
  }

  /**
   * Makes a city's package of its facts and puts it in force in the place of what is, or of nothing where nothing is open; the
   * package that is open keeps its tables and its plan where it is the one with the name `founded`: written, kept, then shown.
   */
  keepCity(facts: CityFacts, founded: string | null, label: string, now: number): Promise<Made> {
    return this.steps.run(async () => {
      const { writeCity } = await import('./write-city')
      const before = await this.replaced()
      const { value: made, problems } = await writeCity(this.current, facts, founded, label, now)
      return made === null ? { value: null, problems, version: null } : this.keep(before, made)
    })
  }

  /** All that is wrong with the package that is open before it is published. */
  async check(): Promise<readonly Problem[]> {
    const { value: files, problems } = await filesOf(this.copy)
    if (files === null) return problems
    const { checkPackage } = await import('@/io/package/check-package')
    return checkPackage(heldFiles(files))
  }

  private async keep(before: Replaced, made: MadeVersion): Promise<Made> {
    const kept = await keepVersion(this.store, this.delivered.key, before, made)
    if (kept.value) tellWindows()
    return { ...this.show(kept), version: kept.value?.inForce ?? null }
  }

  versions(): Promise<VersionList> {
    return listVersions(this.store, this.delivered.key, this.copy.head?.id ?? null)
  }

  /** Shows a kept version again and puts it in force, or the package as it was delivered. */
  restore(id: number | null): Promise<Result<Dataset>> {
    return this.steps.run(() => this.putInForce(id))
  }

  private async putInForce(id: number | null): Promise<Result<Dataset>> {
    const version = id === null ? null : await this.database.versions.get(id)
    if (version === undefined) return { value: null, problems: [{ code: 'version-gone', file: DESCRIPTOR }] }
    const restored = await restoreVersion(this.store, this.delivered, version, this.current?.inForce ?? null)
    if (restored.value) tellWindows()
    return this.show(restored)
  }

  /** Goes back to what was before a version; only where that version still is in force. */
  undo(id: number): Promise<Result<Dataset>> {
    return this.steps.run(async () => {
      const { head } = this.copy
      if (head?.id === id) return this.putInForce(head.before)
      return { value: null, problems: [{ code: 'not-in-force', file: head?.label ?? DESCRIPTOR }] }
    })
  }

  /** The whole package as one file; all of it or nothing. */
  async pack(): Promise<Result<Blob>> {
    const { value: files, problems } = await filesOf(this.copy)
    return { value: files && (await packFiles(files)), problems }
  }

  /** What a step replaces: what is open, or what is in force here but could not be opened. */
  private async replaced(): Promise<Replaced> {
    return this.current ?? { inForce: (await this.store.head(this.delivered.key))?.id ?? null }
  }

  /** Opens a package that was packed, here or on another machine, and keeps it; also where nothing is open. */
  unpack(file: File, now: number): Promise<Result<Dataset>> {
    return this.steps.run(async () => {
      const before = await this.replaced()
      const unpacked = await unpackFiles(file)
      if (unpacked.value === null) return { value: null, problems: unpacked.problems }
      return this.keep(before, { facts: { at: now, month: null, label: file.name }, files: unpacked.value })
    })
  }
}
