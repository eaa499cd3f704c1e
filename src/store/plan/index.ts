import { create } from 'zustand'
import { WITHOUT_DAY } from '@/domain/plan/carry-over'
import { type DraftClause, type DraftField, isComplete, mergeReread } from '@/domain/plan/draft'
import { namedTasks } from '@/domain/plan/named-tasks'
import { planKey, usePreferences } from '@/store/device/preferences'
import { useImports } from '@/store/imports'
import { applyChange } from '@/store/steps/step'
import { holdUnsaved } from '@/store/steps/unsaved'
import { datasetWorker } from '@/workers/client'
import type { PlanAdoption } from '@/workspace/plan/plan-adoption'
import type { PlanProposal } from '@/workspace/plan/propose-plan'
import {
  carriedRulesOf,
  choiceOf,
  continuedUnreadRules,
  continuingRules,
  nextClauses,
  proposalSign,
  type RuleDecision,
  signOfUnread,
  UNCHANGED_INTERVAL,
  undecidedRules,
  withoutEndedRules,
} from './carrying'
import type { PlanDesk } from './desk'
import { matchWithPlanInForce, planInForce } from './in-force'
import { applyStoredDecisions, forgetReview, type KeptReview, keepReview, keptReviewOf } from './kept-review'
import { updatedParts } from './updated-parts'

const NOTHING = {
  proposal: null,
  city: '',
  against: '',
  name: { title: '', number: '', day: '', year: 0 },
  drafts: [],
  links: new Map<number, number>(),
  rules: new Map<string, RuleDecision>(),
  declined: new Set<string>(),
  placed: new Map<string, number>(),
  tasks: new Set<number>(),
  confirmed: new Map<number, string>(),
  limitChoice: null,
  repeat: null,
  why: '',
  by: null,
  seen: new Set<number>(),
  clause: 0,
  field: null,
}

/** The plan being read in, until it is put in force or given up. */
export const usePlanDesk = create<PlanDesk>()((set, get) => ({
  ...NOTHING,
  done: null,
  async read(file, dataset) {
    const { value: proposal, problems } = await datasetWorker().readPlan(file)
    if (proposal === null) return problems
    const { head, year, drafts, links } = proposal
    set({
      ...NOTHING,
      proposal,
      city: dataset.name,
      against: planInForce(dataset),
      name: { title: head.title, number: head.number, day: head.issued ?? '', year },
      drafts,
      links: new Map(links.map(({ earlier, now }) => [earlier, now])),
      clause: drafts[0]?.number ?? 0,
      seen: new Set(drafts.slice(0, 1).map(({ number }) => number)),
      done: null,
    })
    return []
  },
  async goOn(dataset) {
    const city = dataset.name
    // Another package is open now: its own review replaces the other, which stays stored.
    if (get().proposal && get().city !== city) set(NOTHING)
    const review = keptReviewOf(dataset)
    if (review === null || get().proposal) return []
    if (review.against !== planInForce(dataset)) return [{ code: 'plan-changed', file: review.file }]
    const { value: proposal, problems } = await datasetWorker().readPlanOfYear(review.text, review.file, review.year)
    if (proposal === null) return problems
    // A document was dropped meanwhile.
    if (get().proposal) return []
    const { against, name, drafts, limitChoice, repeat = null, why = '', by = null } = review
    set({
      ...NOTHING,
      ...{ city, against, proposal, name, limitChoice, repeat, why, by },
      drafts: applyStoredDecisions(drafts, proposal.drafts),
      links: new Map(review.links),
      rules: new Map(review.rules),
      declined: new Set(review.declined),
      placed: new Map(review.placed ?? []),
      tasks: new Set(review.tasks),
      confirmed: new Map(review.confirmed),
      seen: new Set(review.seen),
    })
    return []
  },
  forget: ({ name }) => forgetReview(name),
  drop() {
    const { city } = get()
    set(NOTHING)
    if (city !== '') forgetReview(city)
  },
  setName: (change) => set({ name: { ...get().name, ...change } }),
  async setYear(year) {
    set({ name: { ...get().name, year } })
    const { proposal } = get()
    if (!proposal || !isYear(year) || year === proposal.year) return
    const { value: anew } = await datasetWorker().readPlanOfYear(proposal.text, proposal.file, year)
    // Another year was entered meanwhile, or the plan was given up.
    if (anew === null || get().proposal !== proposal || get().name.year !== year) return
    set({ proposal: anew, drafts: mergeReread(get().drafts, proposal.drafts, anew.drafts) })
  },
  look: (clause, field = null) =>
    set({ clause, field, ...(clause > 0 ? { seen: toggled(get().seen, clause, true) } : {}) }),
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
  acceptClause(number, over) {
    set({
      drafts: get().drafts.map((draft) =>
        draft.number === number ? { ...draft, fields: draft.fields.map(accepted) } : draft,
      ),
    })
    // Confirmation is left to the user if choices are still needed.
    if (over && undecidedRules(get().rules, over).length === 0) get().confirm(over, true)
  },
  confirm({ clause, sign }, isConfirmed) {
    const confirmed = new Map(get().confirmed)
    if (isConfirmed) confirmed.set(clause, sign)
    else confirmed.delete(clause)
    set({ confirmed })
  },
  link(now, earlier) {
    const links = new Map([...get().links].filter(([from, to]) => to !== now && from !== earlier))
    if (earlier !== null) links.set(earlier, now)
    // The tasks to take over belonged to another clause.
    set({ links, tasks: toggled(get().tasks, now, false) })
  },
  chooseRule(rule, choice) {
    const { id } = rule.earlier
    const of = proposalSign(rule)
    const before = get().rules.get(id)
    set({ rules: new Map(get().rules).set(id, { ...(before?.of === of ? before : {}), ...choice, of }) })
  },
  chooseUnread: (rule, keep) => set({ rules: new Map(get().rules).set(rule.id, { of: signOfUnread(rule), keep }) }),
  declineMeasure: (key, isDeclined) => set({ declined: toggled(get().declined, key, isDeclined) }),
  takeTasks: (clause, isTaken) => set({ tasks: toggled(get().tasks, clause, isTaken) }),
  placeRow: (id, place) => set({ placed: new Map(get().placed).set(id, place) }),
  chooseLimit: (limitChoice) => set({ limitChoice }),
  chooseRepeat: (repeat) => set({ repeat }),
  setReason: (change) => set(change),
  async putInForce(dataset, { by, why, dustfallLimit, words }, label) {
    const { proposal, name, repeat } = get()
    if (!proposal) return []
    // Another plan was put in force or undone since: the clause numbers refer to the previous one.
    if (get().against !== planInForce(dataset)) return [{ code: 'plan-changed', file: proposal.file }]
    const { title, number, day, year } = name
    const goingOn = continuingRules(carriedRulesOf(get(), dataset), get().rules)
    const rules = goingOn.map(({ rule }) => rule)
    const clauses = nextClauses(get(), dataset).map((clause) => withoutEndedRules(clause, rules))
    const links = [...get().links].filter(([, now]) => clauses.some((clause) => clause.number === now))
    const adoption: PlanAdoption = {
      plan: { zh: title, en: title, number, day },
      year,
      replaces: repeat === 'replace' && matchWithPlanInForce(dataset, name) !== null,
      dustfallLimit,
      clauses,
      links,
      rules: [
        ...rules.map((rule) => {
          const { day, figure, every, lead } = choiceOf(get().rules, rule)
          const { support, basis } = updatedParts(rule, dataset.settings, { title, number, year })
          return {
            ...{
              id: rule.earlier.id,
              clause: rule.clause,
              lead,
              day: day === WITHOUT_DAY ? null : day || null,
              figure,
            },
            ...(every === null || every === UNCHANGED_INTERVAL ? {} : { every }),
            ...{ ...(support ? { support } : {}), ...(basis === undefined ? {} : { basis }) },
          }
        }),
        ...continuedUnreadRules(get(), dataset.unreadRules).map(({ id, clause }) => ({
          ...{ id, clause: get().links.get(clause)! },
        })),
      ],
      named: namedTasks({ ...get(), ...proposal, drafts: get().drafts }, goingOn),
      words,
      tasks: links.filter(([, now]) => get().tasks.has(now)).map(([earlier]) => earlier),
      by,
      why,
      file: proposal.file,
    }
    const problems = await applyChange(datasetWorker().adoptPlan(adoption, label))
    if (problems.length === 0) {
      usePreferences.getState().setWording(planKey(dataset.name, { year, number }), proposal.wording)
      get().drop()
      set({ done: title })
    }
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

/** The set with or without one element. */
function toggled<T>(set: ReadonlySet<T>, each: T, isIn: boolean): ReadonlySet<T> {
  const next = new Set(set)
  if (isIn) next.add(each)
  else next.delete(each)
  return next
}

/** Whether a number is a plausible year of a plan. */
export const isYear = (year: number): boolean => Number.isInteger(year) && year > 2000 && year < 2100

/** The part of a review stored on this device. */
function keptOf(desk: PlanDesk, { file, year }: PlanProposal): KeptReview {
  const { against, name, limitChoice, repeat, why, by } = desk
  return {
    ...{ against, file, year, name, limitChoice, repeat, why, by },
    drafts: desk.drafts.map(({ number, title, gist, isKept, fields }) => ({
      ...{ number, title, gist, isKept },
      fields: fields.map(({ id, spans, value, decision }) => ({ id, spans: [...spans], value, decision })),
    })),
    links: [...desk.links].map(([earlier, now]) => [earlier, now]),
    rules: [...desk.rules],
    declined: [...desk.declined],
    placed: [...desk.placed],
    tasks: [...desk.tasks],
    confirmed: [...desk.confirmed],
    seen: [...desk.seen],
  }
}

usePlanDesk.subscribe((desk) => {
  const { proposal, city } = desk
  if (proposal) keepReview(city, keptOf(desk, proposal), proposal.text)
})

// A plan being read in must not be lost through other windows, an update or closing the tab.
let release: (() => void) | null = null
usePlanDesk.subscribe(({ proposal }) => {
  if (proposal) release ??= holdUnsaved('importing')
  else {
    release?.()
    release = null
  }
})
