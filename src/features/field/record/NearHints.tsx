import { useTranslation } from 'react-i18next'
import form from '@/features/field/field-form.module.css'
import type { SourceRef } from '@/ledger/event'
import type { SameNear } from '@/store/answers/use-same-near'
import { sameNearText } from '@/store/words/same-near'
import { Button } from '@/ui/controls/Button'

interface Props {
  readonly near: readonly SameNear[]
  /** Opens one; what is being written stays as a draft. */
  onOpen(source: SourceRef): void
}

/** Sources of the same kind that are so near that they may be the one that is being registered. It keeps nobody from saving. */
export function NearHints({ near, onOpen }: Props) {
  const { t } = useTranslation()
  if (near.length === 0) return null
  return (
    <section className={form.warning} aria-label={t('spot.nearTitle')}>
      {near.map((each) => (
        <div key={each.target.code}>
          <p>{sameNearText(t, each)}</p>
          <Button onClick={() => onOpen(each.target)}>{t('spot.openNear', { name: each.target.name })}</Button>
        </div>
      ))}
    </section>
  )
}
