import { useTranslation } from 'react-i18next'
import { breachOpeningKey } from '@/domain/cases/opening-key'
import { sortForBreach } from '@/domain/cases/settings'
import { CaseOfSignal } from '@/features/monitoring/CaseOfSignal'
import type { BreachLine } from '@/questions/trucks/truck-card'
import { useDataset } from '@/store/chentu'
import { TRACKS_NAME } from '@/store/exports/exports-worker'
import { spanText } from '@/store/words/truck-figures'
import { datasetWorker } from '@/workers/client'
import { breachText } from './breach-words'

/** Link to a case on a suspected breach; renders nothing if the package defines no sort of case for it. */
export function CaseOfBreach({ breach }: { readonly breach: BreachLine }) {
  const { t } = useTranslation()
  const { cases: settings } = useDataset()
  if (!sortForBreach(settings, breach.kind)) return null
  const { plate, kind, of, from } = breach
  const name = [plate, spanText(t, breach), breachText(t, breach)].join(' ')
  return (
    <CaseOfSignal
      of={[{ key: breachOpeningKey(breach) }]}
      text={t('cases.open')}
      label={(action) => t('trucks.caseOfBreach', { name, action })}
      gone={t('trucks.breachGone')}
      ask={() => datasetWorker().breachOpening(TRACKS_NAME, { plate, kind, of, from })}
    />
  )
}
