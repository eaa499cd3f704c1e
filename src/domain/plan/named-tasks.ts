import type { IsoDay } from '@/domain/calendar'
import type { Clause } from '@/domain/rules/clause'
import { fieldNameByMeaning, isTaskList, type Kind } from '@/domain/sources/kinds/kind'
import { dayLikeness } from './carried-day'
import { MIN_FIGURE_LIKENESS } from './carried-figure'
import { type CarriedRule, dayOfRule } from './carry-over'
import { clauseOf, clauseParts, type DraftClause, type DraftField, isComplete, partAt } from './draft'
import { type DraftRow, placeOfRow, type RowPlacements, withRows } from './draft-rows'
import { sentenceAround } from './phrase'
import { plainForm, type Span, spansOverlap, textOfSpan } from './plan-text'

/** A task for which the plan names a day, or that a row of its tables lists. */
export interface NamedTask {
  readonly clause: number
  readonly name: string
  /** The plan's sentence or row with the task; the task's name if a person added it. */
  readonly words: string
  /** Null if the plan names none: the task has the whole year. */
  readonly day: IsoDay | null
  /** Leads of its part of the clause; if there are none, those who carry it out. */
  readonly lead: readonly string[]
}

/** A requirement that continues, with the day by which it must hold. */
export interface RuleWithDay {
  readonly rule: CarriedRule
  readonly day: string
}

/** The requirement that covers a clause's deadline; undefined if none does, so that it becomes a named task. */
export const coveringRequirement = (
  clause: number,
  { day, what }: { readonly day: string; readonly what: string },
  goingOn: readonly RuleWithDay[],
): CarriedRule | undefined =>
  goingOn.find(
    ({ rule, day: own }) =>
      rule.clause === clause &&
      dayOfRule(rule.earlier) !== null &&
      own === day &&
      dayLikeness(rule.earlier.title.zh, what) >= MIN_FIGURE_LIKENESS,
  )?.rule

const inCharge = ({ lead, carriedOutBy }: Pick<Clause, 'lead' | 'carriedOutBy'>) =>
  lead.length > 0 ? lead : carriedOutBy

/** A reviewed plan, the input for named tasks. */
export interface ReviewedPlan {
  readonly text: string
  readonly drafts: readonly DraftClause[]
  readonly rows: readonly DraftRow[]
  readonly placed: RowPlacements
}

/** Who is in charge at a place of a clause: according to its row, otherwise its part. */
function leadAt(draft: DraftClause, place: Span | undefined, rows: readonly DraftRow[]): readonly string[] {
  const row = place && rows.find((each) => spansOverlap(each, place))
  if (row && inCharge(row).length > 0) return inCharge(row)
  const part = place ? clauseParts(draft)[partAt(draft.parts, place)] : undefined
  return inCharge(part ?? clauseOf(draft))
}

function wordsAt({ start, end }: DraftClause, text: string, place: Span, rows: readonly DraftRow[]): string {
  const row = rows.find((each) => spansOverlap(each, place))
  return textOfSpan(text, row ?? sentenceAround(plainForm(text), { start, end }, place)).trim()
}

const isTaken = ({ decision, value }: DraftField) => decision !== 'dropped' && isComplete(value)

/**
 * Named tasks of a plan: one for each deadline that no requirement covers, and one for each row without a day that was
 * assigned to a clause. Duplicates are merged.
 */
export function namedTasks({ text, drafts, rows, placed }: ReviewedPlan, goingOn: readonly RuleWithDay[]): NamedTask[] {
  const tasks = withRows(drafts, rows, placed)
    .filter(({ isKept }) => isKept)
    .flatMap((draft): NamedTask[] => {
      const clause = draft.number
      const dated = draft.fields.filter(isTaken).flatMap(({ value, spans }): NamedTask[] => {
        if (value.kind !== 'deadline' || coveringRequirement(clause, value, goingOn)) return []
        const place = spans[0]
        // 完成 applies to every task.
        const name = value.what.trim().replace(/^完成(?=\p{Script=Han}{4})/u, '')
        const words = place ? wordsAt(draft, text, place, rows) : name
        return [{ clause, name, words, day: value.day, lead: leadAt(draft, place, rows) }]
      })
      const undated = rows
        .filter((row) => !row.isWithin && row.day === null && placeOfRow(row, placed, drafts) === clause)
        .map((row) => ({
          ...{ clause, name: row.what, words: textOfSpan(text, row), day: null },
          lead: leadAt(draft, row, rows),
        }))
      return [...dated, ...undated]
    })
  return [...new Map(tasks.map((task) => [taskIdentity(task), task] as const).reverse()).values()].reverse()
}

/** Identity of a task within its clause, so that a task in both the clause and a table is written once. */
export const taskIdentity = ({ clause, name, day }: Pick<NamedTask, 'clause' | 'name' | 'day'>): string =>
  `${clause} ${day ?? ''} ${plainForm(name)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^(?:全面|全部|基本)?完成(?=\p{Script=Han}{2})|(?<=\p{Script=Han}{2})(?:任务|工作)$/gu, '')}`

/** Meanings in a table of tasks. */
const MEANT = ['clause', 'task', 'deadline', 'done', 'doneOn'] as const
export type TaskMeaning = (typeof MEANT)[number]

/** The kind of a plan's named tasks; undefined if the package has none with all these meanings. */
export const taskKindOf = (kinds: readonly Kind[]): Kind | undefined =>
  kinds.find((kind) => isTaskList(kind) && MEANT.every((meaning) => fieldNameByMeaning(kind, meaning) !== undefined))
