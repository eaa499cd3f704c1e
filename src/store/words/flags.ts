import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { type Evidence, FLAGS, type Flag } from '@/ledger/event'
import { distanceText } from './place'

const isFlag = (flag: string): flag is Flag => (FLAGS as readonly string[]).includes(flag)

/** A flag of a record in words, with the figures that it is about; its name where a later version gave it. */
export function useFlagText() {
  const { t } = useTranslation()
  return (
    flag: string,
    { distanceMetres, measuredAt, pinCleared = '' }: Evidence,
    accuracyMetres: number | null,
  ): string => {
    if (!isFlag(flag)) return flag
    return t(`check.flag.${flag}`, {
      distance: distanceText(t, distanceMetres ?? 0),
      metres: Math.round(accuracyMetres ?? 0),
      at: measuredAt === '' ? '' : localMinute(measuredAt),
      cleared: pinCleared,
    })
  }
}
