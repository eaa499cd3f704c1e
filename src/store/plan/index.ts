import { create } from 'zustand'
import { type CarriedRule, carriedRules, type Links, withEarlier } from '@/domain/plan/carry-over'
import { clauseOf, type DraftClause, type DraftField, type FieldValue, isComplete, isOpen } from '@/domain/plan/draft'
import type { Problem } from '@/domain/problem'
import type { Clause } from '@/domain/rules/clause'
import type { Dataset } from '@/questions/dataset'
import { useImports } from '@/store/imports'
import { takeStep } from '@/store/steps/step'
import { holdUnsaved } from '@/store/steps/unsaved'
import { datasetWorker } from '@/workers/client'
import type { PlanProposal } from '@/workspace/propose-plan'
import type { PlanAdoption } from '@/workspace/write-plan'

/** What is said of the plan as a whole; a day '' is not known yet. */
export interface PlanName {
  readonly title: string
  readonly number: string
  readonly day: string
  readonly year: number
}

/** What a person chose for a requirement of last year: whether it goes on, and by which day. */
export interface RuleChoice {
  readonly keep: boolean
  readonly day: string
}

interface PlanDesk {
  /** The document that is looked at; null where none is. */
  readonly proposal: PlanProposal | null
  readonly name: PlanName
  readonly drafts: readonly DraftClause[]
  readonly links: Links
  readonly rules: ReadonlyMap<string, RuleChoice>
  /** The clause that is open, and the field that is looked at. */
  readonly clause: number
  readonly field: string | null
  /** The title of the plan that was put in force last; null before. */
  readonly done: string | null
  read(file: File): Promise<readonly Problem[]>
  drop(): void
  setName(change: Partial<PlanName>): void
  look(clause: number, field?: string | null): void
  changeClause(number: number, change: Partial<Pick<DraftClause, 'title' | 'gist' | 'isKept'>>): void
  changeField(id: string, change: Partial<Pick<DraftField, 'value' | 'decision'>>): void
  addField(clause: number, value: FieldValue): void
  /** Takes all of a clause that is open and complete. */
  acceptClause(number: number): void
  /** Says which clause of last year's one goes on with; null for none. */
  link(now: number, earlier: number | null): void
  chooseRule(id: string, choice: RuleChoice): void
  putInForce(
    dataset: Dataset,
    reason: { readonly by: string; readonly why: string },
    label: string,
  ): Promise<readonly Problem[]>
}

const NOTHING = {
  proposal: null,
  name: { title: '', number: '', day: '', year: 0 },
  drafts: [],
  links: new Map<number, number>(),
  rules: new Map<string, RuleChoice>(),
  clause: 0,
  field: null,
}

/** The plan that is being read in, until it is put in force or given up. */
export const usePlanDesk = create<PlanDesk>()((set, get) => ({
  ...NOTHING,
  done: null,
  async read(file) {
    const { value: proposal, problems } = await datasetWorker().readPlan(file)
    if (proposal === null) return problems
    const { head, year, drafts, links } = proposal
    set({
      ...NOTHING,
      proposal,
      name: { title: head.title, number: head.number, day: head.issued ?? '', year },
      drafts,
      links: new Map(links.map(({ earlier, now }) => [earlier, now])),
      clause: drafts[0]?.number ?? 0,
      done: null,
    })
    return []
  },
  drop: () => set(NOTHING),
  setName: (change) => set({ name: { ...get().name, ...change } }),
  look: (clause, field = null) => set({ clause, field }),
  changeClause: (number, change) =>
    set({ drafts: get().drafts.map((draft) => (draft.number === number ? { ...draft, ...change } : draft)) }),
  changeField: (id, change) => set({ drafts: get().drafts.map((draft) => withField(draft, id, change)) }),
  addField(clause, value) {
    const id = `${clause}.+${crypto.getRandomValues(new Uint32Array(1))[0]}`
    const field: DraftField = { id, spans: [], value, doubt: null, decision: 'accepted' }
    set({
      drafts: get().drafts.map((draft) =>
        draft.number === clause ? { ...draft, fields: [...draft.fields, field] } : draft,
      ),
      field: id,
    })
  },
  acceptClause: (number) =>
    set({
      drafts: get().drafts.map((draft) =>
        draft.number === number ? { ...draft, fields: draft.fields.map(accepted) } : draft,
      ),
    }),
  link(now, earlier) {
    const links = new Map([...get().links].filter(([from, to]) => to !== now && from !== earlier))
    if (earlier !== null) links.set(earlier, now)
    set({ links })
  },
  chooseRule: (id, choice) => set({ rules: new Map(get().rules).set(id, choice) }),
  async putInForce(dataset, { by, why }, label) {
    const { proposal, name } = get()
    if (!proposal) return []
    const { title, number, day, year } = name
    const clauses = nextClauses(get(), dataset)
    const adoption: PlanAdoption = {
      plan: { zh: title, en: title, number, day },
      year,
      clauses,
      links: [...get().links].filter(([, now]) => clauses.some((clause) => clause.number === now)),
      rules: carried(get(), dataset, clauses)
        .filter((rule) => choiceOf(get().rules, rule).keep)
        .map((rule) => ({
          id: rule.earlier.id,
          clause: rule.clause,
          lead: rule.lead,
          day: choiceOf(get().rules, rule).day || null,
          figure: rule.figure,
        })),
      by,
      why,
      file: proposal.file,
    }
    const problems = await takeStep(datasetWorker().adoptPlan(adoption, label))
    if (problems.length === 0) set({ ...NOTHING, done: title })
    await useImports.getState().refresh()
    return problems
  },
}))

const accepted = (field: DraftField): DraftField =>
  field.decision === 'open' && isComplete(field.value) ? { ...field, decision: 'accepted' } : field

const withField = (draft: DraftClause, id: string, change: Partial<DraftField>): DraftClause =>
  draft.fields.some((field) => field.id === id)
    ? { ...draft, fields: draft.fields.map((field) => (field.id === id ? { ...field, ...change } : field)) }
    : draft

type Decided = Pick<PlanDesk, 'drafts' | 'links'>

/** The clauses as they stand decided, each with what is known of the one that it goes on with. */
export function nextClauses({ drafts, links }: Decided, { clauses }: Pick<Dataset, 'clauses'>): Clause[] {
  const from = new Map([...links].map(([earlier, now]) => [now, earlier]))
  return drafts
    .filter(({ isKept }) => isKept)
    .map((draft) => {
      const clause = clauseOf(draft)
      const earlier = clauses.find(({ number }) => number === from.get(draft.number))
      return earlier ? withEarlier(clause, earlier) : clause
    })
}

/** The requirements of last year's plan as they would go on. */
export const carried = (
  decided: Decided,
  { clauses, rules }: Pick<Dataset, 'clauses' | 'rules'>,
  now: readonly Clause[],
): CarriedRule[] => carriedRules(rules, clauses, now, decided.links)

/** What was chosen for a requirement; one for which no day was found goes on only once a person names it. */
export const choiceOf = (choices: PlanDesk['rules'], { earlier, day, doubts }: CarriedRule): RuleChoice =>
  choices.get(earlier.id) ?? { keep: !doubts.includes('day-missing'), day: day ?? '' }

/** The numbers of the clauses in which something still is to be decided, in their order. */
export const openClauses = (drafts: readonly DraftClause[]): readonly number[] =>
  drafts.filter(isOpen).map(({ number }) => number)

// A plan that is being read in is what other windows, an update and a closing tab must not take away.
let release: (() => void) | null = null
usePlanDesk.subscribe(({ proposal }) => {
  if (proposal) release ??= holdUnsaved('importing')
  else {
    release?.()
    release = null
  }
})
