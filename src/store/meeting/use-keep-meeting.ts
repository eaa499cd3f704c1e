import type { MeetingSettings } from '@/io/package/descriptor'
import type { Dataset } from '@/questions/dataset'
import { useAttempt } from '@/store/page/use-attempt'
import { keepMeeting } from './keep-meeting'

/** Saves changes of the meeting settings with {@link keepMeeting}, with the problems of the last one. */
export function useKeepMeeting(label: string) {
  const { running, problems, attempt } = useAttempt()
  /** Resolves to whether it was saved. */
  const keep = (change: (dataset: Dataset) => Partial<MeetingSettings>): Promise<boolean> =>
    attempt(() => keepMeeting(change, label))
  return { running, problems, keep }
}
