import type { IsoDay } from '@/domain/calendar'
import type { Clause } from '@/domain/rules/clause'
import { isTaskList, type Kind, nameMeaning } from '@/domain/sources/kinds/kind'
import { dayLikeness } from './carried-day'
import { LIKE } from './carried-figure'
import { type CarriedRule, dayOfRule } from './carry-over'
import { clauseOf, clauseParts, type DraftClause, type DraftField, isComplete, partAt } from './draft'
import { type DraftRow, type Placed, placeOfRow, withRows } from './draft-rows'
import { sentenceAround } from './phrase'
import { overlap, plainForm, type Span, within } from './plan-text'

/** A task that the plan gives a day, or that a row of its tables names. */
export interface NamedTask {
  readonly clause: number
  readonly name: string
  /** The sentence or the row of the plan that says so; the name, where a person added it. */
  readonly words: string
  /** Null where the plan gives none: it is of the whole year. */
  readonly day: IsoDay | null
  /** Who leads its part of the clause; who carries it out where nobody does. */
  readonly lead: readonly string[]
}

/** A requirement that goes on, with the day by which it must hold. */
export interface RuleWithDay {
  readonly rule: CarriedRule
  readonly day: string
}

/** The requirement that asks for what a clause wants by a day; undefined where none does, and a named task is to be made of it. */
export const askedBy = (
  clause: number,
  { day, what }: { readonly day: string; readonly what: string },
  goingOn: readonly RuleWithDay[],
): CarriedRule | undefined =>
  goingOn.find(
    ({ rule, day: own }) =>
      rule.clause === clause &&
      dayOfRule(rule.earlier) !== null &&
      own === day &&
      dayLikeness(rule.earlier.title.zh, what) >= LIKE,
  )?.rule

const inCharge = ({ lead, carriedOutBy }: Pick<Clause, 'lead' | 'carriedOutBy'>) =>
  lead.length > 0 ? lead : carriedOutBy

/** What is to be made of a reviewed plan. */
export interface ReviewedPlan {
  readonly text: string
  readonly drafts: readonly DraftClause[]
  readonly rows: readonly DraftRow[]
  readonly placed: Placed
}

/** Who is in charge of what stands at a place of a clause: by its row, else by its part. */
function leadAt(draft: DraftClause, place: Span | undefined, rows: readonly DraftRow[]): readonly string[] {
  const row = place && rows.find((each) => overlap(each, place))
  if (row && inCharge(row).length > 0) return inCharge(row)
  const part = place ? clauseParts(draft)[partAt(draft.parts, place)] : undefined
  return inCharge(part ?? clauseOf(draft))
}

function wordsAt({ start, end }: DraftClause, text: string, place: Span, rows: readonly DraftRow[]): string {
  const row = rows.find((each) => overlap(each, place))
  return within(text, row ?? sentenceAround(plainForm(text), { start, end }, place)).trim()
}

const isTaken = ({ decision, value }: DraftField) => decision !== 'dropped' && isComplete(value)

/**
 * The named tasks of a plan: one for each day of a clause that no requirement asks for already, and one for each row that was put
 * to a clause without a day. The same said twice is one.
 */
export function namedTasks({ text, drafts, rows, placed }: ReviewedPlan, goingOn: readonly RuleWithDay[]): NamedTask[] {
  const tasks = withRows(drafts, rows, placed)
    .filter(({ isKept }) => isKept)
    .flatMap((draft): NamedTask[] => {
      const clause = draft.number
      const dated = draft.fields.filter(isTaken).flatMap(({ value, spans }): NamedTask[] => {
        if (value.kind !== 'deadline' || askedBy(clause, value, goingOn)) return []
        const place = spans[0]
        // That it is to be completed is asked of every task.
        const name = value.what.trim().replace(/^完成(?=\p{Script=Han}{4})/u, '')
        const words = place ? wordsAt(draft, text, place, rows) : name
        return [{ clause, name, words, day: value.day, lead: leadAt(draft, place, rows) }]
      })
      const undated = rows
        .filter((row) => !row.isWithin && row.day === null && placeOfRow(row, placed, drafts) === clause)
        .map((row) => ({
          ...{ clause, name: row.what, words: within(text, row), day: null },
          lead: leadAt(draft, row, rows),
        }))
      return [...dated, ...undated]
    })
  return [...new Map(tasks.map((task) => [toldBy(task), task] as const).reverse()).values()].reverse()
}

/** What tells a task that stands under a clause: the same task is not written twice, be it once of the clause and once of a table. */
export const toldBy = ({ clause, name, day }: Pick<NamedTask, 'clause' | 'name' | 'day'>): string =>
  `${clause} ${day ?? ''} ${plainForm(name)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^(?:全面|全部|基本)?完成(?=\p{Script=Han}{2})|(?<=\p{Script=Han}{2})(?:任务|工作)$/gu, '')}`

/** What a table of tasks says of each. */
const MEANT = ['clause', 'task', 'deadline', 'done', 'doneOn'] as const
export type TaskMeaning = (typeof MEANT)[number]

/** The kind that lists the tasks which a plan gives by name; undefined where the package has none that says all of it. */
export const taskKindOf = (kinds: readonly Kind[]): Kind | undefined =>
  kinds.find((kind) => isTaskList(kind) && MEANT.every((meaning) => nameMeaning(kind, meaning) !== undefined))
