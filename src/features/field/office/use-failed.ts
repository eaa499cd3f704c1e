import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { reasonOf } from '@/domain/problem'
import { WorkerStopped } from '@/workers/live-worker'

/** Reason of a failure, as part of a sentence. */
export const failedReason = (t: TFunction<'texts'>, error: unknown): string =>
  error instanceof WorkerStopped ? t('check.stopped') : reasonOf(error)

/**
 * Returns a function that gives the text on a failure. `unsure` names a step that may have succeeded although the
 * worker died during it; the text then says how to find out.
 */
export function useFailed() {
  const { t } = useTranslation()
  return useCallback(
    (error: unknown, unsure?: 'receipt' | 'release'): string => {
      if (unsure && error instanceof WorkerStopped) return t(`check.unsure.${unsure}`)
      return t('check.failed', { reason: failedReason(t, error) })
    },
    [t],
  )
}
