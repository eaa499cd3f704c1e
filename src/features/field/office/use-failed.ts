import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { reasonOf } from '@/domain/problem'
import { WorkerStopped } from '@/workers/live-worker'

/**
 * Gives the text for why something was not done. `unsure` names a step that may have been done all the same where the worker died
 * during it, so that the text says how to find out.
 */
export function useFailed() {
  const { t } = useTranslation()
  return useCallback(
    (error: unknown, unsure?: 'receipt' | 'release'): string => {
      if (!(error instanceof WorkerStopped)) return t('check.failed', { reason: reasonOf(error) })
      return unsure ? t(`check.unsure.${unsure}`) : t('check.failed', { reason: t('check.stopped') })
    },
    [t],
  )
}
