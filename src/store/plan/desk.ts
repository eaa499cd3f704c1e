import type { CarriedRule, ClauseLinks } from '@/domain/plan/carry-over'
import type { DraftClause, DraftField, FieldValue } from '@/domain/plan/draft'
import type { RowPlacements } from '@/domain/plan/draft-rows'
import type { Problem } from '@/domain/problem'
import type { UnreadRule } from '@/domain/rules/rule'
import type { Dataset } from '@/questions/dataset'
import type { PlanAdoption } from '@/workspace/plan/plan-adoption'
import type { PlanProposal } from '@/workspace/plan/propose-plan'
import type { CarryOver, RuleDecision } from './carrying'

/** Facts about the plan as a whole; day '' means unknown. */
export interface PlanName {
  readonly title: string
  readonly number: string
  readonly day: string
  readonly year: number
}

/** The decision on the dustfall limit if the plan names another one. */
export interface LimitChoice {
  readonly value: number
  readonly isTaken: boolean
  /**
   * First month of the new limit; absent if the limit stays, and in reviews of earlier versions, where it starts in
   * January.
   */
  readonly from?: string | undefined
}

/** What happens to the plan in force when the same plan is read again. */
export type Repeat = 'replace' | 'beside'

export interface PlanDesk {
  /** The document being reviewed; null if none. */
  readonly proposal: PlanProposal | null
  /** Name of the package whose next plan it is; '' if none. */
  readonly city: string
  /** The plan in force it is compared with, as {@link planKey}. */
  readonly against: string
  readonly name: PlanName
  readonly drafts: readonly DraftClause[]
  readonly links: ClauseLinks
  readonly rules: ReadonlyMap<string, RuleDecision>
  /** Measures of last year that do not continue, by {@link measureKey}. */
  readonly declined: ReadonlySet<string>
  /** Where the user put the rows of the plan's tables. */
  readonly placed: RowPlacements
  /** Clauses of the new plan that take over last year's named tasks. */
  readonly tasks: ReadonlySet<number>
  /** By clause: the confirmed sign of what it takes over. */
  readonly confirmed: ReadonlyMap<number, string>
  /** Decision on the dustfall limit: whether the plan's value is taken, and that value; null before. */
  readonly limitChoice: LimitChoice | null
  /**
   * If it is the plan in force again: whether it replaces that, or that is kept for reading; null before the decision.
   */
  readonly repeat: Repeat | null
  /**
   * Reason and author for putting it in force; `by` is null unless somebody other than the device's user was entered.
   */
  readonly why: string
  readonly by: string | null
  /** Clauses that were opened. */
  readonly seen: ReadonlySet<number>
  /** The open clause, and the field being viewed. */
  readonly clause: number
  readonly field: string | null
  /** The title of the plan put in force last; null before. */
  readonly done: string | null
  read(file: File, dataset: Dataset): Promise<readonly Problem[]>
  /**
   * Continues the stored review of this package, replacing a review of another package. Returns why it cannot be
   * continued, for example because another plan is in force; the review stays stored until it is
   * {@link forget forgotten}.
   */
  goOn(dataset: Dataset): Promise<readonly Problem[]>
  /** Deletes a stored review that cannot be continued. */
  forget(dataset: Dataset): void
  drop(): void
  setName(change: Partial<PlanName>): void
  /** Sets the plan's year: days without a year are read again. */
  setYear(year: number): Promise<void>
  look(clause: number, field?: string | null): void
  changeClause(number: number, change: Partial<Pick<DraftClause, 'title' | 'gist' | 'isKept'>>): void
  changeField(id: string, change: Partial<Pick<DraftField, 'value' | 'decision'>>): void
  addField(clause: number, value: FieldValue): void
  /** Accepts everything in a clause that is open and complete, and what it takes over from last year's. */
  acceptClause(number: number, over: CarryOver | null): void
  /** Confirms what a clause takes over, or withdraws that. */
  confirm(over: CarryOver, isConfirmed: boolean): void
  /** Sets the clause of last year's plan that a clause continues; null for none. */
  link(now: number, earlier: number | null): void
  chooseRule(rule: CarriedRule, choice: Omit<RuleDecision, 'of'>): void
  /** Sets whether an unreadable requirement continues. */
  chooseUnread(rule: UnreadRule, isKept: boolean): void
  declineMeasure(key: string, isDeclined: boolean): void
  takeTasks(clause: number, isTaken: boolean): void
  /** Assigns a row to a clause, or leaves it out. */
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
