import { useTranslation } from 'react-i18next'
import { reasonOf, writeFaultOf } from '@/ledger/write-fault'

/** Says why something was not saved, and what to do. */
export function useRefused() {
  const { t } = useTranslation()
  return (error: unknown) => t(`check.refused.${writeFaultOf(error)}`, { reason: reasonOf(error) })
}
