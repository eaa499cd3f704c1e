import type { Problem } from '@/domain/problem'
import type { MeetingSettings } from '@/io/package/descriptor'
import type { Dataset } from '@/questions/dataset'
import { useChentu } from '@/store/chentu'
import { takeStep } from '@/store/steps/step'
import { datasetWorker } from '@/workers/client'
import { Queue } from '@/workspace/queue'

/** One for the whole page: a change that did not see the one before it would write over what that has kept. */
const changes = new Queue()
const underWay = new Set<Promise<readonly Problem[]>>()

/** The package as the worker has it, which what is shown may not have come up to. */
export function currentDataset(): Dataset {
  const { loaded, opened } = useChentu.getState()
  const dataset = loaded ?? opened?.dataset
  if (!dataset) throw new Error('no package is read')
  return dataset
}

/**
 * Keeps what `change` gives anew of what is prepared and noted for the meeting with the package; all else of that stays. Changes are
 * made one after the other, each of what the one before has left, so that nobody waits for a note to be kept. `label` names the
 * change in the list of versions. The answer is what kept it from being done.
 */
export function keepMeeting(
  change: (dataset: Dataset) => Partial<MeetingSettings>,
  label: string,
): Promise<readonly Problem[]> {
  const step = changes.run(async () => takeStep(datasetWorker().saveMeeting(change(currentDataset()), label)))
  underWay.add(step)
  const end = () => underWay.delete(step)
  step.then(end, end)
  return step
}

/**
 * Waits until all that is to be kept of the meeting is: a field that is left for a button keeps its text only after the press. The
 * answer is what kept some of it from being kept.
 */
export const meetingKept = async (): Promise<readonly Problem[]> => (await Promise.all(underWay)).flat()
