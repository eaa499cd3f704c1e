import type { Problem } from '@/domain/problem'
import type { MeetingSettings } from '@/io/package/descriptor'
import type { Dataset } from '@/questions/dataset'
import { useChentu } from '@/store/chentu'
import { applyChange } from '@/store/steps/step'
import { datasetWorker } from '@/workers/client'
import { Queue } from '@/workspace/import/queue'

/** One queue for the whole page: a change based on an outdated state would overwrite the previous one. */
const changes = new Queue()
const underWay = new Set<Promise<readonly Problem[]>>()

/** The package as in the worker, which may be newer than what is shown. */
export function currentDataset(): Dataset {
  const { loaded, opened } = useChentu.getState()
  const dataset = loaded ?? opened?.dataset
  if (!dataset) throw new Error('no package is read')
  return dataset
}

/**
 * Saves the parts of the meeting settings returned by `change` with the package; the other parts stay. Changes are made
 * one after the other, each based on the result of the previous one, so the user need not wait for a note to be saved.
 * `label` names the change in the list of versions. Returns the problems that prevented it.
 */
export function keepMeeting(
  change: (dataset: Dataset) => Partial<MeetingSettings>,
  label: string,
): Promise<readonly Problem[]> {
  const step = changes.run(async () => applyChange(datasetWorker().saveMeeting(change(currentDataset()), label)))
  underWay.add(step)
  const end = () => underWay.delete(step)
  step.then(end, end)
  return step
}

/**
 * Waits until all pending changes of the meeting are saved: a text field saves only when it loses focus, which may be
 * by pressing the very button that needs its text. Returns the problems of changes that failed.
 */
export const meetingChangesSaved = async (): Promise<readonly Problem[]> => (await Promise.all(underWay)).flat()
