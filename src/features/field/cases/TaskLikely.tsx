import { useTranslation } from 'react-i18next'
import { sourceOpening } from '@/domain/cases/opening-key'
import type { OrderedStop } from '@/domain/field/round-order'
import { useChecking } from '@/features/field/record/use-checking'
import { applicableReviews } from '@/ledger/counted'
import { targetKey } from '@/ledger/shared-code'
import { likelyCheck } from '@/store/cases/likely-check'
import { isOwnSite } from '@/store/cases/own-site'
import { useChentu, useDataset } from '@/store/chentu'
import type { ReceivedCase } from '@/store/device/received-rounds'
import { useLedger } from '@/store/ledger'
import { sourceKey } from '@/store/view/view'
import { kindTitle } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import classes from './CaseTasks.module.css'
import { useCaseLikely } from './use-case-likely'

/**
 * Likely sources of a case: those that came with the round, others that the desk named, and those registered since.
 * Press one to begin a check; those checked since the value was noticed are marked by the last check that the desk did
 * not return.
 */
export function TaskLikely({ of }: { readonly of: ReceivedCase }) {
  const { t } = useTranslation()
  const { sent, named, found } = useCaseLikely(of)
  // Rounds of earlier versions do not tell which of the sources are stops.
  const title = of.stops ? t('cases.field.sent') : t('cases.field.likely')
  return (
    <>
      <Sources title={title} of={of} sources={sent} />
      <Sources title={t('cases.field.named')} of={of} sources={named} />
      <Sources title={t('cases.field.foundSince')} of={of} sources={found} />
    </>
  )
}

const nameOf = ({ name, code }: OrderedStop) => name ?? code

interface SourcesProps {
  readonly title: string
  readonly of: ReceivedCase
  readonly sources: readonly OrderedStop[]
}

function Sources({ title, of, sources }: SourcesProps) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const setView = useChentu((state) => state.setView)
  const setChecking = useChecking((state) => state.setChecking)
  const { state, reviews, exchanged } = useLedger()
  const said = applicableReviews(reviews, exchanged)
  const labelOf = (each: OrderedStop) =>
    isOwnSite(of, each)
      ? t('cases.field.own', { name: nameOf(each), kind: kindTitle(dataset.kinds, each.kind, i18n.language) })
      : nameOf(each)
  const textOf = (each: OrderedStop) => {
    const name = labelOf(each)
    const check = likelyCheck(dataset, state, said, each, of.observed)
    switch (check.state) {
      case 'none':
        return name
      case 'returned':
        return t('cases.field.returned', { name })
      case 'no-result':
        return t('cases.field.withoutResult', { name })
      case 'partial':
        return t('cases.field.partly', { name, count: check.counts.unanswered })
      case 'whole':
        return t('cases.field.checked', { name })
    }
  }
  if (sources.length === 0) return null
  return (
    <fieldset className={`plain ${classes.likely}`} aria-label={title}>
      <span className="quiet">{title}</span>
      {sources.map((each) => (
        <Button
          key={sourceOpening(each)}
          onClick={() => {
            setChecking(targetKey(each))
            setView({ selected: sourceKey(each) })
          }}
        >
          {textOf(each)}
        </Button>
      ))}
    </fieldset>
  )
}
