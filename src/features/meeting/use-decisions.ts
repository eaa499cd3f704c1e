import { useState } from 'react'
import { type Decision, decisionsBefore } from '@/domain/meeting/decision'
import { isMeetingPeriod, judgementDay, meetingDay, withMeeting } from '@/domain/meeting/meeting-day'
import type { MeetingSettings } from '@/io/package/descriptor'
import type { Dataset } from '@/questions/dataset'
import { useOpened } from '@/store/chentu'
import { today, useToday } from '@/store/device/today'
import { useKeepMeeting } from '@/store/meeting/use-keep-meeting'
import { useReportAtOpening } from './use-report-at-opening'

/** The fields of a decision that the user enters. */
export type WrittenDecision = Pick<Decision, 'task' | 'county' | 'department' | 'due'>

const decisionsOf = ({ settings }: Dataset): readonly Decision[] => settings.meeting?.decisions ?? []

/**
 * Decisions that a month's meeting reviews and makes, and functions to change them; each change is saved with the
 * package. The month is the one shown when the dialog opened.
 */
export function useDecisions(label: string) {
  const { dataset } = useOpened()
  const all = decisionsOf(dataset)
  const month = useReportAtOpening()?.month ?? ''
  const now = useToday()
  const dayIn = ({ settings }: Dataset) => judgementDay(settings.meeting, month, now)
  const day = dayIn(dataset)
  const { problems, keep } = useKeepMeeting(label)
  const [dropped, setDropped] = useState<{ readonly decision: Decision; readonly at: number } | null>(null)
  const change = (
    of: (all: readonly Decision[], dataset: Dataset) => readonly Decision[],
    and?: (dataset: Dataset) => Partial<MeetingSettings>,
  ) =>
    keep((dataset) => ({
      decisions: of(decisionsOf(dataset), dataset).map((each) => ({ ...each })),
      ...and?.(dataset),
    }))

  return {
    month,
    /** The day on which decisions are judged. */
    day,
    /** Default completion day when a decision is marked as done: today, or for a past month the day of its meeting. */
    doneDay: isMeetingPeriod(month, now) ? now : day,
    problems,
    now: all.filter((each) => each.month === month),
    earlier: decisionsBefore(all, month, day),
    /** The decision deleted last, for undo; null if there is none. */
    dropped: dropped?.decision ?? null,
    /** Adds a decision and saves the meeting's current day with it. Resolves to whether it was saved. */
    add: (written: WrittenDecision) =>
      change(
        (all, dataset) => [
          ...all,
          { ...written, id: crypto.randomUUID(), month, decidedOn: dayIn(dataset), doneOn: '', note: '' },
        ],
        ({ settings }) => ({
          held: withMeeting(settings.meeting, month, { day: meetingDay(settings.meeting, month, today()) }),
        }),
      ),
    change: (id: string, changed: Partial<Decision>) =>
      change((all) => all.map((each) => (each.id === id ? { ...each, ...changed } : each))),
    async drop(decision: Decision) {
      const { id } = decision
      const at = all.findIndex((each) => each.id === id)
      if (await change((all) => all.filter((each) => each.id !== id))) setDropped({ decision, at })
    },
    async undoDrop() {
      if (!dropped) return
      const { decision, at } = dropped
      if (await change((all) => [...all.slice(0, at), decision, ...all.slice(at)])) setDropped(null)
    },
  }
}

export type Decisions = ReturnType<typeof useDecisions>
