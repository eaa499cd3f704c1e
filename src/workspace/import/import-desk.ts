import { dayOfInstant } from '@/domain/calendar'
import type { Problem, Result } from '@/domain/problem'
import { type FixedRows, fixedRowsOf } from '@/io/formats/bad-rows'
import { openFile, type ReadHeld } from '@/io/formats/open-file'
import type { TableFile } from '@/io/formats/table-file'
import { memoOf } from '@/questions/memo'
import { knowledgeOf } from '@/workspace/package-knowledge'
import { planAmongFiles, type ReadPlanText } from '@/workspace/plan/plan-in-files'
import { Readings } from '@/workspace/readings/readings'
import type { StepResult, Workspace } from '@/workspace/workspace'
import { AnsweredWords } from './answered-words'
import { blockersAmong } from './blockers'
import type { ImportedBefore } from './clashes'
import { correctedRows, itemsOfRows } from './corrected-rows'
import { type DeskWords, itemWords } from './desk-words'
import { type ImportItem, isRead, type ReadItem } from './import-item'
import { ImportedBeside } from './imported-beside'
import { writeItemBadRows } from './item-bad-rows'
import { cellsOf } from './item-cells'
import { type ItemChoice, mustReopenFile, withChoice } from './item-choice'
import { recallItem, rememberItem } from './item-memory'
import type { ItemView } from './item-view'
import { type Progress, planItem } from './read-item'
import { readOrWait } from './read-or-wait'
import { tableSheets } from './table-sheets'
import { importedBefore, viewItem } from './view-item'

type TellProgress = (progress: Progress) => void

/** The dropped files that are not taken over yet. */
export class ImportDesk {
  private readonly items = new Map<number, ImportItem>()
  private readonly imported = new ImportedBeside()
  private readonly answered = new AnsweredWords()
  private readonly readings = new Readings()
  private next = 1

  /**
   * `readFile` reads one file into tables, `readPlanText` a document into its text; both run in workers of their own.
   */
  constructor(
    private readonly workspace: Workspace,
    private readonly readFile: ReadHeld,
    private readonly readPlanText: ReadPlanText,
  ) {}

  /** Cancels the current read and those waiting behind it; each returns null. */
  cancel(): void {
    this.readings.cancel()
  }

  /**
   * Opens a file and reads its tables; null if cancelled. Rows fixed in a spreadsheet go to the item they came from.
   * `bytes`: the size of the file when it was dropped. `isData`: the user said that it is no plan, whatever its text.
   */
  add(source: File, bytes: number, progress: TellProgress, isData = false): Promise<ItemView[] | null> {
    return this.readings.read(async (signal) => {
      // A file moved away in the meantime looks like an empty one.
      if (source.size !== bytes) return [this.failed(source, { code: 'file-vanished', file: source.name })]
      const { pack } = this.workspace.copy.opened
      const plan = isData ? null : await planAmongFiles(source, pack, this.readPlanText)
      signal.throwIfAborted()
      if (plan) return [this.failed(source, plan)]
      const opened = await openFile(source, {}, signal, this.readFile)
      if ('problem' in opened) return [this.failed(source, opened.problem)]
      const { file } = opened
      if (file.format === 'package')
        return [{ id: this.next++, file: source.name, bytes: source.size, problem: null, table: null }]
      const fixed = fixedRowsOf(file)
      if (fixed) return [await this.takeFixed(source, fixed, progress, signal)]
      const items: ImportItem[] = []
      for (const sheet of tableSheets(file)) items.push(await this.readSheet(source, file, sheet, progress, signal))
      if (items.length === 0) return [this.failed(source, { code: 'no-table', file: source.name })]
      const views = await this.viewAll(items, [...this.items.values(), ...items])
      // All tables of a file or none: a cancelled file leaves no items behind.
      signal.throwIfAborted()
      for (const item of items) this.items.set(item.id, item)
      return views
    })
  }

  private async readSheet(source: File, file: TableFile, sheet: number, progress: TellProgress, signal: AbortSignal) {
    const id = this.next++
    const { knowledge } = this
    const item = planItem({ id, source, file, choice: { sheet }, knowledge, remembered: false, corrected: null })
    const recalled = await recallItem(item, this.workspace.database.mappings)
    return readOrWait(this.answered.apply(recalled), progress, signal)
  }

  /** Prepares the knowledge that files are compared with. */
  ready(): void {
    void this.knowledge
  }

  private get knowledge() {
    return knowledgeOf(this.workspace.copy.opened)
  }

  private failed(source: File, problem: Problem): ItemView {
    return { id: this.next++, file: source.name, bytes: source.size, problem, table: null }
  }

  private viewAll(items: readonly ImportItem[], all: readonly ImportItem[] = [...this.items.values()]) {
    const { copy } = this.workspace
    const beside = memoOf((item: ImportItem) => this.importedBeside(item))
    return Promise.all(items.map((item) => viewItem(item, copy, all, beside)))
  }

  /** What is stored of the files that were imported beside an item, as read against the package that is open now. */
  private async importedBeside(item: ImportItem): Promise<ImportedBefore> {
    const items = await this.imported.of(item, async (each) => {
      // A file that was moved away since it was imported stays as it was read.
      const now = await this.againstOpened(each).catch(() => each)
      return isRead(now) ? now : null
    })
    return importedBefore(item, this.workspace.copy, items)
  }

  /** Items as they are beside those that were added, changed or removed since; without those that are gone. */
  views(ids: readonly number[]): Promise<ItemView[]> {
    return this.viewAll(ids.flatMap((id) => this.items.get(id) ?? []))
  }

  private get(id: number): ImportItem {
    const item = this.items.get(id)
    if (!item) throw new RangeError(`no item ${id}`)
    return item
  }

  /**
   * Replaces rows of a file by those of a corrected workbook. The file must be there: alone the rows lack its title, and
   * with it their unit and month.
   */
  private async takeFixed(
    source: File,
    fixed: FixedRows,
    progress: TellProgress,
    signal: AbortSignal,
  ): Promise<ItemView> {
    const of = itemsOfRows([...this.items.values()], fixed)
    const [old] = of
    if (!old || of.length > 1) {
      const code = old || this.isWaiting(fixed.file) ? 'fixed-rows-unclear' : 'fixed-rows-alone'
      return this.failed(source, { code, file: source.name, expected: fixed.file })
    }
    const corrected = await correctedRows(old, fixed)
    return this.revise(old.id, { edits: fixed.edits }, progress, signal, corrected)
  }

  /** Reads an item again after a choice of the user; null if cancelled. */
  change(id: number, choice: ItemChoice, progress: TellProgress): Promise<ItemView | null> {
    return this.readings.read((signal) => this.revise(id, choice, progress, signal))
  }

  private async revise(
    id: number,
    changed: ItemChoice,
    progress: TellProgress,
    signal: AbortSignal,
    corrected = this.get(id).corrected,
  ): Promise<ItemView> {
    const old = this.get(id)
    const choice = withChoice(old.choice, changed, old.recognised.plan.role)
    const opened = mustReopenFile(changed) ? await openFile(old.source, choice, signal, this.readFile) : old
    if ('problem' in opened) return this.failed(old.source, opened.problem)
    const recognised = planItem({ ...old, file: opened.file, choice, corrected, knowledge: this.knowledge })
    const item = await readOrWait(recognised, progress, signal)
    this.items.set(id, item)
    this.answered.note(item, changed)
    return (await this.viewAll([item]))[0]!
  }

  private isWaiting(file: string): boolean {
    return [...this.items.values()].some((each) => each.file.name === file)
  }

  remove(id: number): void {
    this.forget([id])
  }

  private forget(ids: readonly number[]): void {
    for (const id of ids) this.items.delete(id)
    this.imported.keep(new Set(this.items.keys()))
  }

  /** The current cells of an item's row, including edits. */
  async row(id: number, row: number): Promise<readonly string[]> {
    return (await cellsOf(this.get(id), new Set([row]))).get(row) ?? []
  }

  /** A workbook of the rows that were refused or lost a cell, with reasons, to be fixed and dropped again. */
  async badRows(id: number, words: DeskWords): Promise<Blob> {
    return writeItemBadRows(this.get(id) as ReadItem, words)
  }

  /** Takes items over, all or none: none if one of them has a blocker. */
  takeOver(ids: readonly number[], words: DeskWords, now: number): Promise<StepResult> {
    const today = dayOfInstant(new Date(now).toISOString())
    return this.readings.between(async () => {
      let items: readonly ReadItem[] = []
      const itemsFor = async () => {
        const upToDate = await this.upToDate(ids)
        items = upToDate.value ?? []
        return upToDate
      }
      const result = await this.workspace.takeOver(itemsFor, (item) => itemWords(words, item, today), now)
      if (result.value === null) return result
      const { mappings } = this.workspace.database
      await Promise.all(items.map((item) => rememberItem(item, mappings))).catch(() => undefined)
      this.imported.add(
        items,
        [...this.items.keys()].filter((id) => !ids.includes(id)),
      )
      this.forget(ids)
      return result
    })
  }

  /** An item read against the package that is open now. */
  private async againstOpened(item: ImportItem): Promise<ImportItem> {
    const { knowledge } = this
    return item.knowledge === knowledge ? item : readOrWait(planItem({ ...item, knowledge }))
  }

  /**
   * Items read against the package that is open now. An item read against another package, which was undone or
   * replaced by another window since, is read again. Returns a problem for the first item that has a blocker.
   */
  private async upToDate(ids: readonly number[]): Promise<Result<readonly ReadItem[]>> {
    const items: ReadItem[] = []
    for (const id of ids) {
      const item = await this.againstOpened(this.get(id))
      this.items.set(id, item)
      if (!isRead(item)) return { value: null, problems: [{ code: 'item-waits', file: item.file.name }] }
      items.push(item)
    }
    for (const item of items) {
      if (blockersAmong(item, items, await this.importedBeside(item)).length > 0)
        return { value: null, problems: [{ code: 'item-waits', file: item.file.name }] }
    }
    // A list of points comes before their months, since it contains the codes.
    const isList = (item: ImportItem) => Number(item.recognised.plan.role !== 'dustfall-points')
    return { value: items.sort((a, b) => isList(a) - isList(b)), problems: [] }
  }
}
