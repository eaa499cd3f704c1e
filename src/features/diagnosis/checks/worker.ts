import { tryDatasetThread } from '@/workers/dataset-thread'
import type { Check } from './check'

/** Checks that a dataset worker starts and answers. Starts a worker of its own, since the existing one may be busy. */
export const checkWorker: Check = async () => {
  const asked = performance.now()
  await tryDatasetThread()
  const ms = Math.round(performance.now() - asked)
  return { standing: 'fine', says: (t) => t('diagnosis.worker.fine', { ms }) }
}
