import type { IsoDay, Month } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import { Intake, type IntakeCounts, type Taken } from '@/domain/intake/intake'
import type { Difference, GoneRows } from '@/domain/intake/merge'
import type { DatumCandidate, DatumFinding } from '@/domain/intake/recognise/datum'
import type { DustfallForm } from '@/domain/intake/recognise/dustfall-form'
import type { Header } from '@/domain/intake/recognise/header'
import { fingerprintOf, type IntakeChoice, makePlan, type Planned } from '@/domain/intake/recognise/make-plan'
import type { IntakePlan, PositionColumns } from '@/domain/intake/recognise/plan'
import type { PositionForm } from '@/domain/intake/recognise/position-cells'
import type { ColumnMatch, Guess } from '@/domain/intake/recognise/recognise'
import type { TargetRole } from '@/domain/intake/recognise/target'
import type { LostPoint } from '@/domain/intake/rows/point-book'
import type { ProblemGroup } from '@/domain/intake/rows/problem-log'
import type { Problem } from '@/domain/problem'
import type { DataClass } from '@/domain/sources/kinds/data-class'
import type { EncodingFinding } from '@/io/formats/encoding'
import type { FileChoice } from '@/io/formats/open-file'
import type { FileFormat, SheetFile, TableFile } from '@/io/formats/table-file'
import type { PackageKnowledge } from './intake-base'
import { goneBy, monthsOf } from './package-writer'

/** What somebody may change about a file before it is taken over. */
export interface ItemChoice extends FileChoice, IntakeChoice {
  readonly sheet?: number
  readonly dataClass?: DataClass
  readonly gone?: GoneRows
}

/** Why an item can't be taken over yet. */
export type Blocker = 'role' | 'datum' | 'month' | 'nothing'

/** How far a reading has come. */
export interface Progress {
  readonly rows: number
  /** Bytes of the file that are read, and all of them. */
  readonly consumed: number
  readonly bytes: number
}

/** A file's table as the screen sees it. */
export interface ItemView {
  readonly id: number
  readonly file: string
  readonly bytes: number
  /** Why the file can't be read at all; then there is no table. */
  readonly problem: Problem | null
  /** Null with a problem, and for a packed workspace, which is opened as a whole. */
  readonly table: TableView | null
}

/** What a table of dustfall brings: its points, its months, and which month the ranking shows then. */
export interface DustfallView {
  /** Points that the package does not have for real yet. */
  readonly made: number
  readonly known: number
  /** Points without a position, with a row by which each can be placed. */
  readonly unplaced: readonly { readonly name: string; readonly county: string; readonly row: number }[]
  /** Points whose rows don't tell their county, those for which one was chosen among them. */
  readonly lost: readonly LostPoint[]
  readonly firstMonth: Month
  readonly lastMonth: Month
  readonly rankingMonth: Month
}

/** Measurements that were made up for trying: their rows, first and last month. */
export interface MadeUp {
  readonly rows: number
  readonly firstMonth: Month
  readonly lastMonth: Month
}

export interface TableView {
  readonly format: FileFormat
  readonly encoding: EncodingFinding | null
  readonly delimiter: string | null
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[]
  readonly sheet: number
  /** First rows as they stand, for the preview. */
  readonly head: readonly (readonly string[])[]
  readonly hiddenColumns: readonly number[]
  readonly header: Header
  readonly guesses: readonly Guess[]
  readonly role: TargetRole
  readonly matches: readonly ColumnMatch[]
  readonly columns: Readonly<Record<string, number>>
  readonly position: PositionColumns | null
  readonly form: PositionForm | null
  readonly datum: DatumFinding | null
  readonly chosenDatum: DatumCandidate | null
  /** Degrees of some rows as they stand. */
  readonly sample: readonly Position[]
  readonly dustfall: DustfallForm
  readonly month: string | null
  /** Whether somebody has to say the month, or the year of the months. */
  readonly asksMonth: boolean
  /** What a table of dustfall brings; null for another, and before its rows are read. */
  readonly brings: DustfallView | null
  /** Whether all rows were read; a large file waits until nothing has to be asked. */
  readonly read: boolean
  readonly counts: IntakeCounts
  readonly groups: readonly ProblemGroup[]
  /** What it changes; null where it replaces everything of its kind, or there is nothing yet. */
  readonly difference: Difference | null
  /** Rows of the kind that are there now, and how real they are. */
  readonly there: { readonly rows: number; readonly dataClass: DataClass } | null
  /** Made-up measurements that go where real ones come; null where none do. */
  readonly madeUp: MadeUp | null
  readonly dataClass: DataClass
  /** What becomes of rows that are there and not in the file. */
  readonly gone: GoneRows
  /** Read as a file with the same headings was read before. */
  readonly remembered: boolean
  readonly blockers: readonly Blocker[]
}

/** So many rows of the beginning are shown. */
const PREVIEW_ROWS = 40
const SAMPLE_POSITIONS = 400
/** Of each kind of problem so many go to the screen at once. */
const SHOWN_PER_GROUP = 100

/** One table on its way in: what was found, what was chosen, and what came of it. */
export class ImportItem {
  planned: Planned
  taken: Taken | null = null

  constructor(
    readonly id: number,
    readonly source: File,
    readonly opened: TableFile,
    readonly choice: ItemChoice,
    readonly knowledge: PackageKnowledge,
    readonly remembered: boolean,
  ) {
    this.planned = this.plan()
  }

  /** The same table and choices, held against another package; its rows are still to be read. */
  against(knowledge: PackageKnowledge): ImportItem {
    return new ImportItem(this.id, this.source, this.opened, this.choice, knowledge, this.remembered)
  }

  /** The chosen sheet, or the first that is not hidden. */
  private get sheetNumber(): number {
    return (
      this.choice.sheet ??
      Math.max(
        0,
        this.opened.sheets.findIndex(({ hidden }) => !hidden),
      )
    )
  }

  get sheet(): SheetFile {
    return this.opened.sheets[this.sheetNumber]!
  }

  private plan(): Planned {
    return makePlan(this.sheet.head, this.opened.name, this.sheet.crs, this.choice, this.knowledge)
  }

  get fingerprint(): string {
    return fingerprintOf(this.planned.plan.header.names)
  }

  /** Reads the whole table by the plan, as of `today`. @throws the signal's reason when it is cancelled. */
  async read(today: IsoDay, progress: (progress: Progress) => void, signal: AbortSignal): Promise<void> {
    const { plan } = this.planned
    const base = this.knowledge.forFile(this.opened.name, this.sheet.head.name, plan.role, this.id)
    const intake = new Intake(plan, base, today)
    const { bytes } = this.opened
    const remarks = await this.sheet.read((rows, first, consumed) => {
      intake.read(rows, first)
      progress({ rows: first + rows.length, consumed, bytes })
    }, signal)
    for (const group of remarks) intake.remark(group)
    this.taken = intake.finish()
  }

  blockers(): Blocker[] {
    const { plan, guesses } = this.planned
    const found: Blocker[] = []
    const sure =
      this.choice.role !== undefined || (guesses[0]?.confidence ?? 0) >= SURE || guesses[0]?.role !== plan.role
    if (!sure) found.push('role')
    if (plan.position.datum === null) found.push('datum')
    if (isDated(plan.role) && tellsNoMonth(plan) && (plan.undated ? plan.year : plan.month) === null)
      found.push('month')
    // What is asked first may be why no row can be taken yet.
    if (found.length === 0 && this.taken?.counts.taken === 0) found.push('nothing')
    return found
  }

  private brings(): DustfallView | null {
    const { role } = this.planned.plan
    const months = isDated(role) && this.taken ? monthsOf(this.taken.table) : []
    const [firstMonth, lastMonth] = [months[0], months.at(-1)]
    if (!this.taken || firstMonth === undefined || lastMonth === undefined) return null
    const { points, lostPoints } = this.taken
    const made = points.filter(
      ({ known }) => known === null || (!known.real && this.choice.dataClass !== 'illustrative'),
    )
    const before = this.knowledge.newestMonth
    return {
      made: made.length,
      known: points.length - made.length,
      unplaced: points
        .filter(({ at }) => at === null)
        .map(({ name, county, row }) => ({ name, county: this.knowledge.countyName(county), row })),
      lost: lostPoints,
      firstMonth,
      lastMonth,
      rankingMonth: before !== null && before > lastMonth ? before : lastMonth,
    }
  }

  view(there: TableView['there'], difference: Difference | null, madeUp: MadeUp | null): ItemView {
    const { plan, guesses, matches, datum, sample } = this.planned
    const { format, encoding, delimiter, sheets, name, bytes } = this.opened
    const counts = this.taken?.counts ?? { read: 0, taken: 0, repaired: 0, refused: 0, skipped: 0, unplaced: 0 }
    return {
      id: this.id,
      file: name,
      bytes,
      problem: null,
      table: {
        format,
        encoding,
        delimiter,
        sheets: sheets.map((sheet) => ({ name: sheet.head.name, hidden: sheet.hidden })),
        sheet: this.sheetNumber,
        head: this.sheet.head.rows.slice(0, PREVIEW_ROWS),
        hiddenColumns: this.sheet.head.hiddenColumns,
        header: plan.header,
        guesses: guesses.slice(0, 4),
        role: plan.role,
        matches,
        columns: plan.columns,
        position: plan.position.columns,
        form: plan.position.form,
        datum,
        chosenDatum: plan.position.datum,
        sample: sample.slice(0, SAMPLE_POSITIONS).map(({ position }) => position),
        dustfall: plan.dustfall,
        month: plan.month,
        asksMonth: isDated(plan.role) && tellsNoMonth(plan),
        brings: this.brings(),
        read: this.taken !== null,
        counts,
        groups: (this.taken?.groups ?? []).map((group) => ({ ...group, first: group.first.slice(0, SHOWN_PER_GROUP) })),
        difference,
        there,
        madeUp,
        dataClass: this.choice.dataClass ?? 'real',
        gone: goneBy(plan.target, this.choice.gone ?? 'remove'),
        remembered: this.remembered,
        blockers: this.blockers(),
      },
    }
  }
}

const isDated = (role: TargetRole) => role === 'dustfall-samples' || role === 'dustfall-published'

/** Whether the rows of a table tell no month of their own, or their months no year. */
function tellsNoMonth({ undated, dustfall, columns }: IntakePlan): boolean {
  if (dustfall.form === 'months') return undated
  return undated || (!(dustfall.form === 'points' && dustfall.monthColumn !== null) && columns.month === undefined)
}

/** Below this a person says what the table is. */
const SURE = 0.5
