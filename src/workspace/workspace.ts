import type { CityFacts } from '@/domain/city/city-facts'
import type { Problem, Result } from '@/domain/problem'
import type { Rule } from '@/domain/rules/rule'
import { appOrigin } from '@/io/package/app-folder'
import type { PackageBasemap } from '@/io/package/basemap-setting'
import { type MeetingSettings, NOTHING_PREPARED } from '@/io/package/descriptor'
import { DESCRIPTOR, heldFiles } from '@/io/package/package-files'
import type { MonthlyReadings, ReadingsRole } from '@/io/readings/package-readings'
import { ChentuDatabase } from '@/io/versions/database'
import { VersionStore } from '@/io/versions/version-store'
import { packFiles, unpackFiles } from '@/io/versions/workspace-file'
import type { Dataset } from '@/questions/dataset'
import type { ReadItem } from '@/workspace/import/import-item'
import { Queue } from '@/workspace/import/queue'
import { type ItemWords, writeItems } from '@/workspace/import/write-item'
import type { PlanAdoption } from '@/workspace/plan/plan-adoption'
import { rulesBefore } from '@/workspace/plan/rules-before'
import { packRules } from '@/workspace/plan/rules-file'
import { writePlan } from '@/workspace/plan/write-plan'
import type { RuleChange } from '@/workspace/plan/write-rules'
import { DeliveredPackage } from './delivered-package'
import { type ReplacedVersion, storeVersion, type UnsavedVersion, type WriteChange, writeNext } from './next-version'
import { NothingOpen } from './nothing-open'
import { openInForce, restoreVersion } from './open-version'
import { type Publication, writePublication } from './publish'
import { listVersions, type VersionList } from './version-list'
import { notifyWindows } from './windows'
import { filesOf, type WorkingCopy } from './working-copy'
import { type CellEdit, type EditReason, writeEdits } from './write-edits'
import type { KindChange } from './write-kinds'

/** The facts of a version made by a user's change, or the problems that prevent it. */
const madeByHand = (label: string, problems: readonly Problem[]): Awaited<ReturnType<WriteChange>> =>
  problems.length > 0 ? { value: null, problems } : { value: { month: null, label, byHand: true }, problems: [] }

/** Result of a step that makes a version: the shown dataset and the version's id, null if none was made. */
export type StepResult = Result<Dataset> & { readonly version: number | null }

/**
 * The open package with its files, and access to its earlier versions. Steps that change it run one after the other;
 * the result of a step only ever replaces the version it started from.
 */
export class Workspace {
  readonly database = new ChentuDatabase()
  private readonly store = new VersionStore(this.database)
  private readonly steps = new Queue()
  private delivered = new DeliveredPackage(this.store, new URL('about:blank'))
  private current: WorkingCopy | null = null
  private opening: Promise<unknown> = Promise.resolve()

  /** The open package. @throws NothingOpen if no package is open. */
  get copy(): WorkingCopy {
    if (!this.current) throw new NothingOpen()
    return this.current
  }

  /** Opens the version in force here, or the package as delivered at `url`. */
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

  /** Resolves when the current opening has ended, successfully or not. */
  async whenOpened(): Promise<void> {
    await this.opening
  }

  /** Opens the version in force now, set here or by another window; if it can't be shown, the open one stays. */
  openInForce(): Promise<Result<Dataset>> {
    return this.steps.run(() => this.showInForce())
  }

  private async showInForce(): Promise<Result<Dataset>> {
    return this.show(await openInForce(this.store, this.delivered))
  }

  /** Makes a working copy the open one; without one, the open one stays. */
  private show({ value: copy, problems }: Result<WorkingCopy>): Result<Dataset> {
    if (copy === null) return { value: null, problems }
    this.current = copy
    return { value: copy.dataset, problems }
  }

  /**
   * A problem naming what another window has put in force since this one last looked; null if the shown version still
   * is in force.
   */
  changedElsewhere(): Promise<Problem | null> {
    return this.store.changedSince(this.delivered.key, this.current?.inForce ?? null)
  }

  /**
   * The package's base map: the folder's, whichever version is in force here, since versions do not contain its
   * tiles. If the folder can't be read, that of the version, which may lack a newer one; `isSure` is then false.
   */
  async basemap(): Promise<{ readonly named: PackageBasemap | null; readonly isSure: boolean }> {
    const { head, dataset } = this.copy
    if (head === null) return { named: dataset.basemap, isSure: true }
    const { value, problems } = await this.delivered.basemap(dataset.settings.records)
    return problems.length > 0 ? { named: dataset.basemap, isSure: false } : { named: value, isSure: true }
  }

  /** The desk's file of rounds beside the package, as text; '' if there is none, null if the folder can't be read. */
  rounds(): Promise<string | null> {
    return this.delivered.rounds(this.copy.descriptor.chentu.records)
  }

  /** Readings of the package's monitors, by month: see {@link DeliveredPackage.readings}. */
  readings(role: ReadingsRole): Promise<Result<MonthlyReadings>> {
    return this.delivered.readings(this.copy, role)
  }

  /** Where trucks' tracks are read from: see {@link DeliveredPackage.ranged}. */
  tracks() {
    return this.delivered.ranged(this.copy, 'truck-trips')
  }

  /** Keeps the package opened from its folder for times without a connection; false if that failed. */
  async keepDelivered(): Promise<boolean> {
    try {
      const moved = await this.delivered.keep(Date.now())
      if (moved && this.current?.files === moved.fetched) this.current = { ...this.current, files: moved.kept }
      return true
    } catch {
      // Files that can't be kept stay available as long as the page is open.
      return false
    }
  }

  /**
   * Takes items over, all or none: writes, stores, then shows the new version. A problem leaves everything unchanged.
   * `itemsFor` is called when it is their turn: it returns the items, read against the package they go into, or
   * problems.
   */
  takeOver(
    itemsFor: () => Promise<Result<readonly ReadItem[]>>,
    wordsOf: (item: ReadItem) => ItemWords,
    now: number,
  ): Promise<StepResult> {
    return this.change(async (next) => {
      const { value: items, problems } = await itemsFor()
      return items === null ? { value: null, problems } : { value: await writeItems(items, next, wordsOf), problems }
    }, now)
  }

  /** Publishes the figures of a month: writes, stores, then shows the new version. */
  publish(publication: Publication, label: string, now: number): Promise<StepResult> {
    return this.change(async (next) => {
      await writePublication(next, publication)
      return { value: { month: publication.month, dustfall: publication.month, label }, problems: [] }
    }, now)
  }

  /** Overwrites cells of sources, all or none: writes, stores, then shows the new version. */
  editCells(edits: readonly CellEdit[], reason: EditReason, label: string): Promise<StepResult> {
    return this.change(async (next) => {
      return madeByHand(label, await writeEdits(next, edits, reason))
    }, reason.at)
  }

  /** Replaces the plan in force: writes, stores, then shows the new version. */
  adoptPlan(adoption: PlanAdoption, label: string, now: number): Promise<StepResult> {
    return this.change(async (next) => {
      return madeByHand(label, await writePlan(next, adoption, now))
    }, now)
  }

  /**
   * Changes rules of the plan, all or none: writes, stores, then shows the new version. The modules that write rules
   * and kinds are loaded on demand: they use a pinyin dictionary half as large as all the code needed at the start.
   */
  changeRules(changes: readonly RuleChange[], reason: EditReason, label: string): Promise<StepResult> {
    return this.change(async (next) => {
      const { writeRules } = await import('@/workspace/plan/write-rules')
      return madeByHand(label, await writeRules(next, changes, reason))
    }, reason.at)
  }

  /** Changes the declaration of a kind: writes, stores, then shows the new version. */
  changeKind(change: KindChange, reason: EditReason, label: string): Promise<StepResult> {
    return this.change(async (next) => {
      const { writeKinds } = await import('./write-kinds')
      return madeByHand(label, await writeKinds(next, change, reason))
    }, reason.at)
  }

  /** The rules before those in force: see {@link rulesBefore}. */
  rulesBefore(): Promise<readonly Rule[] | null> {
    return rulesBefore(this.copy, this.store, this.delivered)
  }

  /** The rules in force as a file. */
  rulesFile(): Promise<Result<Blob>> {
    return packRules(this.copy)
  }

  /** Stores changes to the prepared meeting in the package; the other meeting settings stay. */
  saveMeeting(change: Partial<MeetingSettings>, label: string, now: number): Promise<StepResult> {
    return this.change(async (next) => {
      const { chentu } = next.descriptor
      const meeting = { ...NOTHING_PREPARED, ...chentu.meeting, ...change }
      next.descriptor = { ...next.descriptor, chentu: { ...chentu, meeting } }
      return { value: { month: null, label, byHand: true }, problems: [] }
    }, now)
  }

  /**
   * Applies a change to the open package, stores it as the next version, then shows it; nothing changes if `write`
   * fails.
   */
  private change(write: WriteChange, at: number): Promise<StepResult> {
    return this.steps.run(async () => {
      const { copy } = this
      const { value: made, problems } = await writeNext(copy, write, at)
      return made === null ? { value: null, problems, version: null } : this.keep(copy, made)
    })
  }

  /**
   * Makes a package from a city's facts and puts it in force, in place of the version in force, if any. If the open
   * package is named `founded`, it keeps its tables and plan. Writes, stores, then shows the new version.
   */
  keepCity(facts: CityFacts, founded: string | null, label: string, now: number): Promise<StepResult> {
    return this.steps.run(async () => {
      const { writeCity } = await import('./write-city')
      const before = await this.replaced()
      const { value: made, problems } = await writeCity(this.current, facts, founded, label, now)
      return made === null ? { value: null, problems, version: null } : this.keep(before, made)
    })
  }

  /** All problems of the open package to be known before it is published. */
  async check(): Promise<readonly Problem[]> {
    const { value: files, problems } = await filesOf(this.copy)
    if (files === null) return problems
    const { checkPackage } = await import('@/io/package/check-package')
    return checkPackage(heldFiles(files))
  }

  private async keep(before: ReplacedVersion, made: UnsavedVersion): Promise<StepResult> {
    const kept = await storeVersion(this.store, this.delivered.key, before, made)
    if (kept.value) notifyWindows()
    return { ...this.show(kept), version: kept.value?.inForce ?? null }
  }

  versions(): Promise<VersionList> {
    return listVersions(this.store, this.delivered.key, this.copy.head?.id ?? null)
  }

  /** Shows a stored version (null: the package as delivered) and puts it in force. */
  restore(id: number | null): Promise<Result<Dataset>> {
    return this.steps.run(() => this.putInForce(id))
  }

  private async putInForce(id: number | null): Promise<Result<Dataset>> {
    const version = id === null ? null : await this.store.find(id)
    if (version === undefined) return { value: null, problems: [{ code: 'version-gone', file: DESCRIPTOR }] }
    const restored = await restoreVersion(this.store, this.delivered, version, this.current?.inForce ?? null)
    if (restored.value) notifyWindows()
    return this.show(restored)
  }

  /** Returns to the version before another one, only if that one still is in force. */
  undo(id: number): Promise<Result<Dataset>> {
    return this.steps.run(async () => {
      const { head } = this.copy
      if (head?.id === id) return this.putInForce(head.before)
      return { value: null, problems: [{ code: 'not-in-force', file: head?.label ?? DESCRIPTOR }] }
    })
  }

  /** The whole package as one file; null with problems if any file can't be read. */
  async pack(): Promise<Result<Blob>> {
    const { value: files, problems } = await filesOf(this.copy)
    return { value: files && (await packFiles(files)), problems }
  }

  /** What a step replaces: the open version, or one that is in force but could not be opened. */
  private async replaced(): Promise<ReplacedVersion> {
    return this.current ?? { inForce: (await this.store.head(this.delivered.key))?.id ?? null }
  }

  /** Opens and stores a packed package, from this or another machine; works also if nothing is open. */
  unpack(file: File, now: number): Promise<Result<Dataset>> {
    return this.steps.run(async () => {
      const before = await this.replaced()
      const unpacked = await unpackFiles(file)
      if (unpacked.value === null) return { value: null, problems: unpacked.problems }
      return this.keep(before, { facts: { at: now, month: null, label: file.name }, files: unpacked.value })
    })
  }
}
