import { tryDatasetThread } from '@/workers/dataset-thread'
import type { Check } from './check'

/** Whether the thread that computes everything starts and answers: one of its own, as the one that is at work may be busy. */
export const checkWorker: Check = async () => {
  const asked = performance.now()
  await tryDatasetThread()
  const ms = Math.round(performance.now() - asked)
  return { standing: 'fine', says: (t) => t('diagnosis.worker.fine', { ms }) }
}
