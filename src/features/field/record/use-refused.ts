import { useTranslation } from 'react-i18next'
import { reasonOf } from '@/domain/problem'
import { writeFaultOf } from '@/io/versions/write-fault'

/** Returns a function that gives the text on why a record was not saved, and what to do. */
export function useRefused() {
  const { t } = useTranslation()
  return (error: unknown) => t(`check.refused.${writeFaultOf(error)}`, { reason: reasonOf(error) })
}
