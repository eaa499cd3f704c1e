import { useRef } from 'react'
import type { MeetingSettings } from '@/io/package/descriptor'
import type { Dataset } from '@/questions/dataset'
import { useChentu } from '@/store/chentu'
import { useAttempt } from '@/store/page/use-attempt'
import { takeStep } from '@/store/steps/step'
import { datasetWorker } from '@/workers/client'
import { meetingWith } from './agenda'

/**
 * Keeps changes of what is prepared and noted for the meeting with the package: one after the other, each on what the one before
 * has left, so that nobody waits for a note to be kept. `label` names the change in the list of versions.
 */
export function useKeepMeeting(label: string) {
  const { running, problems, attempt } = useAttempt()
  const last = useRef<Promise<unknown>>(Promise.resolve())
  /** Resolves to whether it was kept. */
  function keep(change: (dataset: Dataset) => Partial<MeetingSettings>): Promise<boolean> {
    const next = last.current.then(() =>
      attempt(() => {
        const { dataset } = useChentu.getState().opened!
        return takeStep(datasetWorker().saveMeeting(meetingWith(dataset, change(dataset)), label))
      }),
    )
    last.current = next
    return next
  }
  return { running, problems, keep }
}
