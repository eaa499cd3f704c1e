/** Stages of a case, in their order. */
export const STAGES = ['opened', 'given', 'arrived', 'reported', 'assessed', 'closed'] as const
export type Stage = (typeof STAGES)[number]

/** What may be done with a case. The names are stored: none may change its meaning. */
export const CASE_STEPS = ['given', 'arrived', 'reported', 'assessed', 'closed', 'reopened'] as const
export type CaseStepName = (typeof CASE_STEPS)[number]

export const isStepName = (text: string): text is CaseStepName => CASE_STEPS.some((name) => name === text)

/** A step of a case, by whichever device. */
export interface CaseStep {
  readonly id: string
  /** Of CASE_STEPS, or of a later version's, which moves nothing. */
  readonly step: string
  /** When it was done, as its writer says, ISO. */
  readonly when: string
  /** Ids of the steps of the case that its writer knew. */
  readonly knows: readonly string[]
}

/** What steps come to. */
export interface CaseStanding<S extends CaseStep = CaseStep> {
  readonly stage: Stage
  /** 1, and one more each time that it was opened again. */
  readonly turn: number
  /** It was closed by somebody who did not know all that was written of it: it is open until a person who does closes it. */
  readonly contested: boolean
  /** Steps, each after those that its writer knew; of those that knew nothing of one another the earlier first. */
  readonly steps: readonly S[]
  /** Of them those that count for this turn. */
  readonly current: readonly S[]
  /** The closing that holds; null while it is open. */
  readonly closing: S | null
  /** The step that opened it again last; null in the first turn. */
  readonly reopening: S | null
}

/** By the id of each step all that its writer knew, and what the writers of those knew. */
function knownBy(steps: readonly CaseStep[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byId = new Map(steps.map((step) => [step.id, step]))
  return new Map(
    steps.map((step) => {
      const known = new Set<string>()
      const left = [...step.knows]
      for (let id = left.pop(); id !== undefined; id = left.pop()) {
        if (known.has(id) || id === step.id) continue
        known.add(id)
        left.push(...(byId.get(id)?.knows ?? []))
      }
      return [step.id, known]
    }),
  )
}

const inTime = (a: CaseStep, b: CaseStep) => (a.when < b.when ? -1 : a.when > b.when ? 1 : a.id < b.id ? -1 : 1)

/** Steps after all that their writers knew, whatever the clocks say. */
function inOrder<S extends CaseStep>(steps: readonly S[], known: ReadonlyMap<string, ReadonlySet<string>>): S[] {
  const left = [...steps].sort(inTime)
  const waitsFor = new Map(left.map((step) => [step, steps.filter(({ id }) => known.get(step.id)!.has(id)).length]))
  const ordered: S[] = []
  while (left.length > 0) {
    const free = left.findIndex((step) => waitsFor.get(step) === 0)
    // Steps that name one another in a circle were written by no honest device; they stand as the clocks have them.
    const [next] = left.splice(Math.max(0, free), 1) as [S]
    ordered.push(next)
    for (const step of left) if (known.get(step.id)!.has(next.id)) waitsFor.set(step, waitsFor.get(step)! - 1)
  }
  return ordered
}

const RANK: Readonly<Record<CaseStepName, number>> = {
  reopened: 0,
  given: 1,
  arrived: 2,
  reported: 3,
  assessed: 4,
  closed: 4,
}

/**
 * How a case stands by its steps, each once, in whatever order they came. A closing holds only where whoever closed it knew all
 * that had been written of the case, or what was written later knew of the closing: nothing that a team found out is closed over
 * unseen. Opened again, a case counts anew from what the one who did so had not known.
 */
export function standingOf<S extends CaseStep>(all: readonly S[]): CaseStanding<S> {
  const known = knownBy(all)
  const knows = (later: CaseStep, earlier: CaseStep) => known.get(later.id)!.has(earlier.id)
  const steps = inOrder(all, known)
  const reopenings = steps.filter(({ step }) => step === 'reopened')
  const isPast = (step: S) => reopenings.some((reopening) => reopening !== step && knows(reopening, step))
  const current = steps.filter((step) => !isPast(step))
  const closings = current.filter(({ step }) => step === 'closed')
  const isWhole = (closing: S) =>
    steps.every((step) => step === closing || step.step === 'closed' || knows(closing, step) || knows(step, closing))
  const closing = closings.findLast(isWhole) ?? null
  const rank = Math.max(0, ...current.map(({ step }) => (isStepName(step) ? RANK[step] : 0)))
  return {
    stage: closing ? 'closed' : STAGES[rank]!,
    turn: turnsOf(reopenings, knows) + 1,
    contested: closing === null && closings.length > 0,
    ...{ steps, current, closing },
    reopening: reopenings.at(-1) ?? null,
  }
}

/** How often a case was opened again: two who did so without knowing of one another did it once. */
function turnsOf<S extends CaseStep>(reopenings: readonly S[], knows: (later: S, earlier: S) => boolean): number {
  const depths = new Map<S, number>()
  for (const each of reopenings)
    depths.set(each, 1 + Math.max(0, ...[...depths].map(([other, depth]) => (knows(each, other) ? depth : 0))))
  return Math.max(0, ...depths.values())
}
