/** Stages of a case, in their order. */
export const STAGES = ['opened', 'given', 'arrived', 'reported', 'assessed', 'closed'] as const
export type Stage = (typeof STAGES)[number]

/** The steps of a case. The names are stored: their meaning must never change. */
export const CASE_STEPS = [
  'given',
  'arrived',
  'reported',
  'assessed',
  'unassessed',
  'closed',
  'reopened',
  'moved',
] as const
export type CaseStepName = (typeof CASE_STEPS)[number]

export const isStepName = (text: string): text is CaseStepName => CASE_STEPS.some((name) => name === text)

/** A step of a case, recorded on any device. */
export interface CaseStep {
  readonly id: string
  /** One of CASE_STEPS, or a step of a later app version, which changes no stage. */
  readonly step: string
  /** When it was done according to its writer, ISO. */
  readonly when: string
  /** Ids of the case's steps that its writer knew. */
  readonly knows: readonly string[]
}

/** The standing of a case that results from its steps. */
export interface CaseStanding<S extends CaseStep = CaseStep> {
  readonly stage: Stage
  /** 1 plus the number of times the case was reopened. */
  readonly turn: number
  /**
   * Somebody closed the case without knowing all its records. It stays open until somebody who knows them closes it.
   */
  readonly contested: boolean
  /** The steps, each after those that its writer knew; steps independent of each other by time, earliest first. */
  readonly steps: readonly S[]
  /** The steps that count for the current turn. */
  readonly current: readonly S[]
  /** Assessments that were withdrawn, by whomever: they count no more and stay readable. */
  readonly annulled: readonly S[]
  /** The closing in force; null while the case is open. */
  readonly closing: S | null
  /** The last step that reopened the case; null in the first turn. */
  readonly reopening: S | null
}

/** For each step id, all steps that its writer knew, directly or through those steps. */
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

/** Orders steps after all those that their writers knew, whatever their clocks say. */
function inOrder<S extends CaseStep>(steps: readonly S[], known: ReadonlyMap<string, ReadonlySet<string>>): S[] {
  const left = [...steps].sort(inTime)
  const waitsFor = new Map(left.map((step) => [step, steps.filter(({ id }) => known.get(step.id)!.has(id)).length]))
  const ordered: S[] = []
  while (left.length > 0) {
    const free = left.findIndex((step) => waitsFor.get(step) === 0)
    // Steps that refer to each other in a circle cannot come from an honest device; they are ordered by their clocks.
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
  unassessed: 0,
  closed: 4,
  moved: 0,
}

/**
 * The standing of a case from its steps; each occurs once, in any order. A closing is in force only if its writer knew
 * every step other than closings, or that step was written in knowledge of the closing: no finding of a team is closed
 * unseen. Once reopened, only steps unknown to the writer of the reopening count. Withdrawing the assessment annuls the
 * assessments of its turn that its writer knew, of any device; one written without knowledge of it counts.
 */
export function caseStanding<S extends CaseStep>(all: readonly S[]): CaseStanding<S> {
  const known = knownBy(all)
  const knows = (later: CaseStep, earlier: CaseStep) => known.get(later.id)!.has(earlier.id)
  const steps = inOrder(all, known)
  const reopenings = steps.filter(({ step }) => step === 'reopened')
  const isPast = (step: S) => reopenings.some((reopening) => reopening !== step && knows(reopening, step))
  const annulments = steps.filter(({ step }) => step === 'unassessed')
  const isOfTurn = (later: S, earlier: S) =>
    !reopenings.some((reopening) => knows(later, reopening) && knows(reopening, earlier))
  const annulled = steps.filter(
    (step) => step.step === 'assessed' && annulments.some((later) => knows(later, step) && isOfTurn(later, step)),
  )
  const current = steps.filter((step) => !isPast(step) && !annulled.includes(step))
  const closings = current.filter(({ step }) => step === 'closed')
  const isWhole = (closing: S) =>
    steps.every((step) => step === closing || step.step === 'closed' || knows(closing, step) || knows(step, closing))
  const closing = closings.findLast(isWhole) ?? null
  const rank = Math.max(0, ...current.map(({ step }) => (isStepName(step) ? RANK[step] : 0)))
  return {
    stage: closing ? 'closed' : STAGES[rank]!,
    turn: turnsOf(reopenings, knows) + 1,
    contested: closing === null && closings.length > 0,
    ...{ steps, current, annulled, closing },
    reopening: reopenings.at(-1) ?? null,
  }
}

/** How often a case was reopened. Reopenings whose writers did not know of each other count as one. */
function turnsOf<S extends CaseStep>(reopenings: readonly S[], knows: (later: S, earlier: S) => boolean): number {
  const depths = new Map<S, number>()
  for (const each of reopenings)
    depths.set(each, 1 + Math.max(0, ...[...depths].map(([other, depth]) => (knows(each, other) ? depth : 0))))
  return Math.max(0, ...depths.values())
}
