import { dayOfInstant, type IsoDay } from '@/domain/calendar'
import { filled } from '@/domain/intake/recognise/sheet'
import type { TargetRole } from '@/domain/intake/recognise/target'
import type { Problem, Result } from '@/domain/problem'
import { type BadRow, fixedRows, isFixedSheet, writeBadRows } from '@/io/formats/bad-rows'
import { openFile, type ReadHeld } from '@/io/formats/open-file'
import type { TableFile } from '@/io/formats/table-file'
import { ImportItem, type ItemChoice, type ItemView, type Progress } from './import-item'
import { PackageKnowledge } from './intake-base'
import { madeUpThatGoes } from './made-up'
import { mergesWith, tableNow } from './next-package'
import { mergeItem } from './package-writer'
import { Queue } from './queue'
import { rememberedChoice } from './remembered-choice'
import type { Made, Workspace } from './workspace'

/** Words of the page's language that go into files. */
export interface DeskWords {
  readonly roles: Readonly<Record<TargetRole, string>>
  readonly reason: string
  readonly rowNumber: string
  /** On a published figure that a file changes, with {day}, {from}, {to} and {reason}. */
  readonly correction: string
  /** A problem in words, for the reason beside a bad row. */
  readonly problems: Readonly<Record<string, string>>
}

/** Sheets that explain the others. */
const NOTES = /^(?:.{0,2}\u8bf4\u660e|notes|readme)$/i
const LARGE_BYTES = 20_000_000
/** A sheet with fewer filled rows than this is a note, not a table. */
const LEAST_ROWS = 2

const dayOf = (now: number): IsoDay => dayOfInstant(new Date(now).toISOString())

/** The files that somebody has dropped and not yet taken over. */
export class ImportDesk {
  private readonly items = new Map<number, ImportItem>()
  private knowledge: { of: unknown; made: PackageKnowledge } | null = null
  private next = 1
  private readonly works = new Queue()
  private readonly readings = new Set<AbortController>()

  /** `readFile` reads one file to its tables: the page's workers do it in a worker of its own. */
  constructor(
    private readonly workspace: Workspace,
    private readonly readFile: ReadHeld,
  ) {}

  private roles(): readonly TargetRole[] {
    return this.known().vocabulary.targets.map(({ role }) => role)
  }

  private known(): PackageKnowledge {
    const { opened } = this.workspace
    if (this.knowledge?.of !== opened) this.knowledge = { of: opened, made: new PackageKnowledge(opened) }
    return this.knowledge.made
  }

  /** Ends the reading that is going on, and those that wait behind it; each is answered by null. */
  cancel(): void {
    for (const reading of this.readings) reading.abort(new DOMException('cancelled', 'AbortError'))
  }

  /** Reads when its turn comes; null when it was cancelled. */
  private async reading<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    const own = new AbortController()
    this.readings.add(own)
    try {
      return await this.works.run(async () => {
        own.signal.throwIfAborted()
        return work(own.signal)
      })
    } catch (error) {
      if (own.signal.aborted) return null
      throw error
    } finally {
      this.readings.delete(own)
    }
  }

  /** Opens a file and reads its tables; null when it was cancelled. `bytes` is the size that it had when it was dropped. Rows that were fixed in a spreadsheet go to the item that they came from. */
  add(file: File, bytes: number, progress: (progress: Progress) => void): Promise<ItemView[] | null> {
    return this.reading(async (signal) => {
      // A file that was moved away meanwhile looks like an empty one.
      if (file.size !== bytes) return [this.failed(file, { code: 'file-vanished', file: file.name })]
      const opened = await openFile(file, {}, signal, this.readFile)
      if ('problem' in opened) return [this.failed(file, opened.problem)]
      if (opened.file.format === 'package')
        return [{ id: this.next++, file: file.name, bytes: file.size, problem: null, table: null }]
      const fixed = this.fixedBy(opened.file)
      if (fixed) return [await this.revise(fixed.id, { edits: fixed.edits }, progress, signal)]
      const items: ImportItem[] = []
      for (const sheet of this.sheetsOf(opened.file)) {
        const item = await this.make(this.next++, file, opened.file, { sheet })
        await this.read(item, progress, signal)
        items.push(item)
      }
      if (items.length === 0) return [this.failed(file, { code: 'no-table', file: file.name })]
      const views = await Promise.all(items.map((item) => this.view(item)))
      // All of its tables or none: of a file that is cancelled nothing stays that nobody sees.
      signal.throwIfAborted()
      for (const item of items) this.items.set(item.id, item)
      return views
    })
  }

  /** Reads an item's rows; a large file only once nothing has to be asked, since every answer would read it again. */
  private async read(item: ImportItem, progress: (progress: Progress) => void, signal: AbortSignal): Promise<void> {
    if (item.opened.bytes > LARGE_BYTES && item.blockers().length > 0) return
    await item.read(dayOf(Date.now()), progress, signal)
  }

  private failed(file: File, problem: Problem): ItemView {
    return { id: this.next++, file: file.name, bytes: file.size, problem, table: null }
  }

  private sheetsOf({ sheets }: TableFile): number[] {
    return sheets.flatMap(({ head, hidden }, sheet) =>
      hidden || NOTES.test(head.name) || head.rows.filter((cells) => filled(cells) >= 2).length < LEAST_ROWS
        ? []
        : [sheet],
    )
  }

  private async make(id: number, source: File, opened: TableFile, choice: ItemChoice): Promise<ImportItem> {
    const first = new ImportItem(id, source, opened, choice, this.known(), false)
    const memory = await this.workspace.database.mappings.get(first.fingerprint).catch(() => undefined)
    if (!memory) return first
    return new ImportItem(
      id,
      source,
      opened,
      { ...rememberedChoice(memory.choice, this.roles()), ...choice },
      this.known(),
      true,
    )
  }

  private async view(item: ImportItem): Promise<ItemView> {
    const { descriptor, files, opened } = this.workspace
    const there = await tableNow(item.planned.plan.role, descriptor, files, opened)
    const now = there && { rows: there.table.length, dataClass: there.descriptor.chentu.class }
    const merges = mergesWith(there, item.choice.dataClass ?? 'real')
    const madeUp = await madeUpThatGoes(item, descriptor, files, opened)
    return item.view(now, merges && item.taken ? mergeItem(item, there).difference : null, madeUp)
  }

  private get(id: number): ImportItem {
    const item = this.items.get(id)
    if (!item) throw new RangeError(`no item ${id}`)
    return item
  }

  /** Reads an item again as somebody has chosen; null when it was cancelled. */
  change(id: number, choice: ItemChoice, progress: (progress: Progress) => void): Promise<ItemView | null> {
    return this.reading((signal) => this.revise(id, choice, progress, signal))
  }

  private async revise(
    id: number,
    choice: ItemChoice,
    progress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<ItemView> {
    const old = this.get(id)
    const merged: ItemChoice = {
      ...old.choice,
      ...choice,
      columns: { ...old.choice.columns, ...choice.columns },
      edits: new Map([...(old.choice.edits ?? []), ...(choice.edits ?? [])]),
      placed: new Map([...(old.choice.placed ?? []), ...(choice.placed ?? [])]),
      counties: new Map([...(old.choice.counties ?? []), ...(choice.counties ?? [])]),
    }
    const again = 'encoding' in choice || 'delimiter' in choice
    const opened = again ? await openFile(old.source, merged, signal, this.readFile) : { file: old.opened }
    if ('problem' in opened) return this.failed(old.source, opened.problem)
    // Another kind, another header or another sheet: what was matched before does not hold.
    const anew = 'role' in choice || 'header' in choice || 'sheet' in choice
    const { columns, position, ...kept } = merged
    const item = new ImportItem(
      id,
      old.source,
      opened.file,
      anew ? { ...kept, ...(choice.columns ? { columns: choice.columns } : {}) } : merged,
      this.known(),
      old.remembered,
    )
    await this.read(item, progress, signal)
    this.items.set(id, item)
    return this.view(item)
  }

  remove(id: number): void {
    this.items.delete(id)
  }

  /** The cells of a row of an item as they stand, edits included. */
  async row(id: number, row: number): Promise<readonly string[]> {
    const item = this.get(id)
    const edited = item.choice.edits?.get(row)
    if (edited) return edited
    return (await this.rows(item, new Set([row]))).get(row) ?? []
  }

  private async rows(item: ImportItem, wanted: ReadonlySet<number>): Promise<Map<number, string[]>> {
    const found = new Map<number, string[]>()
    const stop = new AbortController()
    try {
      await item.sheet.read((rows, first) => {
        rows.forEach((cells, i) => {
          if (wanted.has(first + i + 1)) found.set(first + i + 1, cells)
        })
        if (found.size === wanted.size) stop.abort()
      }, stop.signal)
    } catch (error) {
      if (!stop.signal.aborted) throw error
    }
    return found
  }

  /** Rows that were refused or lost a cell, with the reason, as a workbook to be fixed and dropped again. */
  async badRows(id: number, words: DeskWords): Promise<Blob> {
    const item = this.get(id)
    const reasons = new Map<number, string[]>()
    for (const { action, first } of item.taken!.groups) {
      if (action !== 'refused' && action !== 'emptied') continue
      for (const { row, column = '', seen = '', expected = '', earlier, code } of first) {
        const words_ = [
          column,
          words.problems[code] ?? code,
          seen,
          earlier ? `(${earlier.row}) ${earlier.value}` : expected,
        ]
          .filter(Boolean)
          .join(' ')
        if (row !== undefined) reasons.set(row, [...(reasons.get(row) ?? []), words_])
      }
    }
    const cells = await this.rows(item, new Set(reasons.keys()))
    const bad = [...reasons].map(
      ([row, reason]): BadRow => ({
        row,
        cells: item.choice.edits?.get(row) ?? cells.get(row) ?? [],
        reason: reason.join('；'),
      }),
    )
    return writeBadRows(item.opened.name, item.planned.plan.header.names, bad, words)
  }

  private fixedBy(file: TableFile): { id: number; edits: ReadonlyMap<number, readonly string[]> } | null {
    const sheet = file.sheets.find(isFixedSheet)
    if (!sheet) return null
    const { name, edits } = fixedRows(sheet)
    const item = [...this.items.values()].findLast(({ opened }) => opened.name === name)
    return item ? { id: item.id, edits } : null
  }

  /** Takes items over, all or none; none where something stands against one of them. */
  takeOver(ids: readonly number[], words: DeskWords, now: number): Promise<Made> {
    const today = dayOf(now)
    const wordsOf = ({ planned, opened }: ImportItem) => ({
      title: words.roles[planned.plan.role] ?? planned.plan.role,
      points: words.roles['dustfall-points'] ?? 'dustfall-points',
      today,
      correction: (from: number, to: number) =>
        words.correction
          .replace('{day}', today)
          .replace('{from}', from.toFixed(1))
          .replace('{to}', to.toFixed(1))
          .replace('{reason}', opened.name),
    })
    return this.works.run(async () => {
      let items: readonly ImportItem[] = []
      const itemsFor = async () => {
        const upToDate = await this.upToDate(ids)
        items = upToDate.value ?? []
        return upToDate
      }
      const result = await this.workspace.takeOver(itemsFor, wordsOf, now)
      if (result.value === null) return result
      await Promise.all(items.map((item) => this.remember(item))).catch(() => undefined)
      for (const item of items) this.items.delete(item.id)
      return result
    })
  }

  /**
   * Items as they read against the package that is open now: what was made against another one, that was undone or that another
   * window has replaced since, is read anew. Or the problem of the first that something stands against.
   */
  private async upToDate(ids: readonly number[]): Promise<Result<readonly ImportItem[]>> {
    const items: ImportItem[] = []
    for (const id of ids) {
      const old = this.get(id)
      const stands = old.knowledge.opened === this.workspace.opened
      const item = stands ? old : old.against(this.known())
      if (!stands) await this.read(item, () => undefined, new AbortController().signal)
      this.items.set(id, item)
      if (item.taken === null || item.blockers().length > 0)
        return { value: null, problems: [{ code: 'item-waits', file: item.opened.name }] }
      items.push(item)
    }
    // A list of points comes before their months: it tells the codes.
    const isList = (item: ImportItem) => Number(item.planned.plan.role !== 'dustfall-points')
    return { value: items.sort((a, b) => isList(a) - isList(b)), problems: [] }
  }

  /** What was chosen for a file's headings holds for next month's file too; rows and months do not. */
  private remember(item: ImportItem): Promise<unknown> {
    const { role, columns, position } = item.planned.plan
    const { gone, dataClass } = item.choice
    const choice: ItemChoice = {
      role,
      columns,
      position: position.columns,
      ...(position.datum && item.planned.datum ? { datum: position.datum } : {}),
      ...(gone ? { gone } : {}),
      ...(dataClass ? { dataClass } : {}),
    }
    return this.workspace.database.mappings.put({ fingerprint: item.fingerprint, choice })
  }
}
