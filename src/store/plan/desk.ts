import type { CarriedRule, Links } from '@/domain/plan/carry-over'
import type { DraftClause, DraftField, FieldValue } from '@/domain/plan/draft'
import type { Placed } from '@/domain/plan/draft-rows'
import type { Problem } from '@/domain/problem'
import type { UnreadRule } from '@/domain/rules/rule'
import type { Dataset } from '@/questions/dataset'
import type { PlanAdoption } from '@/workspace/plan-adoption'
import type { PlanProposal } from '@/workspace/propose-plan'
import type { CarryOver, MadeChoice } from './carrying'

/** What is said of the plan as a whole; a day '' is not known yet. */
export interface PlanName {
  readonly title: string
  readonly number: string
  readonly day: string
  readonly year: number
}

/** What becomes of the dustfall limit where the plan names another. */
export interface LimitChoice {
  readonly value: number
  readonly isTaken: boolean
  /** From which month on; absent where the limit stays, and in reviews of earlier versions, where it is from January. */
  readonly from?: string | undefined
}

/** What becomes of the plan in force where the same is read again. */
export type Repeat = 'replace' | 'beside'

export interface PlanDesk {
  /** The document that is looked at; null where none is. */
  readonly proposal: PlanProposal | null
  /** Name of the package whose next plan it is; '' where none is. */
  readonly city: string
  /** The plan in force that it is held against, as {@link planKey} tells it. */
  readonly against: string
  readonly name: PlanName
  readonly drafts: readonly DraftClause[]
  readonly links: Links
  readonly rules: ReadonlyMap<string, MadeChoice>
  /** The measures of last year that don't go on, by {@link measureKey}. */
  readonly declined: ReadonlySet<string>
  /** Where a person put the rows of the plan's tables. */
  readonly placed: Placed
  /** Clauses of the new plan that take over the named tasks of last year's. */
  readonly tasks: ReadonlySet<number>
  /** By clause: the sign of what it takes over that was confirmed. */
  readonly confirmed: ReadonlyMap<number, string>
  /** Whether the dustfall limit becomes the plan's, and which that was when it was decided; null before. */
  readonly limitChoice: LimitChoice | null
  /** Whether it takes the place of the plan in force, which it is again, or that is kept to be read; null before that was decided. */
  readonly repeat: Repeat | null
  /** Why it is put in force, and by whom; null where nobody has said otherwise than who uses this device. */
  readonly why: string
  readonly by: string | null
  /** Clauses that were opened. */
  readonly seen: ReadonlySet<number>
  /** The clause that is open, and the field that is looked at. */
  readonly clause: number
  readonly field: string | null
  /** The title of the plan that was put in force last; null before. */
  readonly done: string | null
  read(file: File, dataset: Dataset): Promise<readonly Problem[]>
  /**
   * Goes on with the review of this package that was open when the page was closed, in the place of one of another package; what
   * keeps it from that, as another plan in force, is the answer, and it stays kept until it is {@link forget forgotten}.
   */
  goOn(dataset: Dataset): Promise<readonly Problem[]>
  /** Gives up what is kept of a review that can't be gone on with. */
  forget(dataset: Dataset): void
  drop(): void
  setName(change: Partial<PlanName>): void
  /** Says which year the plan is of: days without one are read anew. */
  setYear(year: number): Promise<void>
  look(clause: number, field?: string | null): void
  changeClause(number: number, change: Partial<Pick<DraftClause, 'title' | 'gist' | 'isKept'>>): void
  changeField(id: string, change: Partial<Pick<DraftField, 'value' | 'decision'>>): void
  addField(clause: number, value: FieldValue): void
  /** Takes all of a clause that is open and complete, and what it takes over from last year's. */
  acceptClause(number: number, over: CarryOver | null): void
  /** Confirms what a clause takes over, or opens it again. */
  confirm(over: CarryOver, isConfirmed: boolean): void
  /** Says which clause of last year's one goes on with; null for none. */
  link(now: number, earlier: number | null): void
  chooseRule(rule: CarriedRule, choice: Omit<MadeChoice, 'of'>): void
  /** Says whether a requirement that can't be read here goes on. */
  chooseUnread(rule: UnreadRule, isKept: boolean): void
  declineMeasure(key: string, isDeclined: boolean): void
  takeTasks(clause: number, isTaken: boolean): void
  /** Puts a row to a clause, or leaves it out. */
  placeRow(id: string, place: number): void
  chooseLimit(choice: LimitChoice): void
  chooseRepeat(repeat: Repeat): void
  setReason(change: Partial<Pick<PlanDesk, 'why' | 'by'>>): void
  putInForce(
    dataset: Dataset,
    reason: Pick<PlanAdoption, 'by' | 'why' | 'dustfallLimit' | 'words'>,
    label: string,
  ): Promise<readonly Problem[]>
}
