import { useTranslation } from 'react-i18next'
import { reasonOf } from '@/domain/problem'
import { writeFaultOf } from '@/io/versions/write-fault'

/** Gives the text for why a record was not saved, and what to do. */
export function useRefused() {
  const { t } = useTranslation()
  return (error: unknown) => t(`check.refused.${writeFaultOf(error)}`, { reason: reasonOf(error) })
}
