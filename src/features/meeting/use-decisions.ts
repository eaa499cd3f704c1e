import { dayOfInstant } from '@/domain/calendar'
import { type Decision, decisionsBefore } from '@/domain/meeting/decision'
import { useOpened, useReport } from '@/store/chentu'
import { useAttempt } from '@/store/page/use-attempt'
import { takeStep } from '@/store/steps/step'
import { datasetWorker } from '@/workers/client'
import { meetingWith } from './agenda'

/** Today in the office's time. */
export const today = () => dayOfInstant(new Date().toISOString())

/** What the meeting of the shown month goes through, what it decides, and how to change that; each change is kept with the package. */
export function useDecisions(label: string) {
  const { dataset } = useOpened()
  const month = useReport()?.month ?? ''
  const { running, problems, attempt } = useAttempt()
  const all: readonly Decision[] = dataset.settings.meeting?.decisions ?? []
  const keep = (decisions: readonly Decision[]) =>
    attempt(() =>
      takeStep(
        datasetWorker().saveMeeting(meetingWith(dataset, { decisions: decisions.map((each) => ({ ...each })) }), label),
      ),
    )
  return {
    month,
    running,
    problems,
    now: all.filter((each) => each.month === month),
    earlier: decisionsBefore(all, month, today()),
    /** Resolves to whether it was kept. */
    add: (decision: Omit<Decision, 'id' | 'month'>) => keep([...all, { ...decision, id: crypto.randomUUID(), month }]),
    change: (id: string, change: Partial<Decision>) =>
      keep(all.map((each) => (each.id === id ? { ...each, ...change } : each))),
    drop: (id: string) => keep(all.filter((each) => each.id !== id)),
  }
}
