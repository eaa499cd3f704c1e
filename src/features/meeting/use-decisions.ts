import { useRef, useState } from 'react'
import { type Decision, decisionsBefore } from '@/domain/meeting/decision'
import type { Dataset } from '@/questions/dataset'
import { useChentu, useOpened, useReport } from '@/store/chentu'
import { today } from '@/store/device/today'
import { useAttempt } from '@/store/page/use-attempt'
import { takeStep } from '@/store/steps/step'
import { datasetWorker } from '@/workers/client'
import { meetingWith } from './agenda'

/** A decision as a person writes it. */
export type WrittenDecision = Pick<Decision, 'task' | 'county' | 'department' | 'due'>

const decisionsOf = ({ settings }: Dataset): readonly Decision[] => settings.meeting?.decisions ?? []

/** What the meeting of the shown month goes through, what it decides, and how to change that; each change is kept with the package. */
export function useDecisions(label: string) {
  const all = decisionsOf(useOpened().dataset)
  const month = useReport()?.month ?? ''
  const { problems, attempt } = useAttempt()
  const [dropped, setDropped] = useState<{ readonly decision: Decision; readonly at: number } | null>(null)
  const last = useRef<Promise<unknown>>(Promise.resolve())

  /** Changes come one after the other, each on what the one before has left: nobody waits for a note to be kept. */
  function keep(change: (all: readonly Decision[]) => readonly Decision[]): Promise<boolean> {
    const next = last.current.then(() =>
      attempt(() => {
        const dataset = useChentu.getState().opened!.dataset
        const decisions = change(decisionsOf(dataset)).map((each) => ({ ...each }))
        return takeStep(datasetWorker().saveMeeting(meetingWith(dataset, { decisions }), label))
      }),
    )
    last.current = next
    return next
  }

  return {
    month,
    problems,
    now: all.filter((each) => each.month === month),
    earlier: decisionsBefore(all, month, today()),
    /** What was deleted last and can be had back; null where there is none. */
    dropped: dropped?.decision ?? null,
    /** Resolves to whether it was kept. */
    add: (written: WrittenDecision) =>
      keep((all) => [...all, { ...written, id: crypto.randomUUID(), month, decidedOn: today(), doneOn: '', note: '' }]),
    change: (id: string, change: Partial<Decision>) =>
      keep((all) => all.map((each) => (each.id === id ? { ...each, ...change } : each))),
    async drop(decision: Decision) {
      const { id } = decision
      const at = all.findIndex((each) => each.id === id)
      if (await keep((all) => all.filter((each) => each.id !== id))) setDropped({ decision, at })
    },
    async undoDrop() {
      if (!dropped) return
      const { decision, at } = dropped
      if (await keep((all) => [...all.slice(0, at), decision, ...all.slice(at)])) setDropped(null)
    },
  }
}

export type Decisions = ReturnType<typeof useDecisions>
