import { useTranslation } from 'react-i18next'
import { type CaseOpened, NO_CAUSE } from '@/ledger/case-bodies'
import { isUnchecked, likelyCheck } from '@/store/cases/likely-check'
import { useDataset } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import panel from './CasesPanel.module.css'

interface Props {
  readonly opened: CaseOpened
  /** What the team reported in the current turn; '' if nothing yet. */
  readonly finding: string
}

/** Warns that no cause was found although likely sources were not checked; nothing otherwise. */
export function UncheckedSources({ opened, finding }: Props) {
  const { t } = useTranslation()
  const dataset = useDataset()
  const { state, reviews } = useLedger()
  if (finding !== NO_CAUSE) return null
  const left = opened.likely.filter((each) => isUnchecked(likelyCheck(dataset, state, reviews, each, opened.observed)))
  if (left.length === 0) return null
  return (
    <p role="note" className={panel.bad}>
      {t('cases.uncheckedSources', { count: left.length, names: left.map(({ name }) => name).join(t('ui.comma')) })}
    </p>
  )
}
