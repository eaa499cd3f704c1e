import type { MeetingSettings } from '@/io/package/descriptor'
import type { Dataset } from '@/questions/dataset'
import { useAttempt } from '@/store/page/use-attempt'
import { keepMeeting } from './keep-meeting'

/** Changes of what is prepared and noted for the meeting, as {@link keepMeeting} keeps them, and why the last one was not kept. */
export function useKeepMeeting(label: string) {
  const { running, problems, attempt } = useAttempt()
  /** Resolves to whether it was kept. */
  const keep = (change: (dataset: Dataset) => Partial<MeetingSettings>): Promise<boolean> =>
    attempt(() => keepMeeting(change, label))
  return { running, problems, keep }
}
