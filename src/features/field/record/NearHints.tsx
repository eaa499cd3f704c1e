import { useTranslation } from 'react-i18next'
import form from '@/features/field/field-form.module.css'
import type { SourceRef } from '@/ledger/references'
import { targetKey } from '@/ledger/shared-code'
import type { SameNear } from '@/store/answers/use-same-near'
import { useSameNearText } from '@/store/words/same-near'
import { Button } from '@/ui/controls/Button'

interface Props {
  readonly near: readonly SameNear[]
  /** Opens one; the current input stays as a draft. */
  onOpen(source: SourceRef): void
}

/** Nearby sources that may be the one being registered. They do not prevent saving. */
export function NearHints({ near, onOpen }: Props) {
  const { t } = useTranslation()
  const sameNearText = useSameNearText()
  if (near.length === 0) return null
  return (
    <section className={form.warning} aria-label={t('spot.nearTitle')}>
      {near.map((each) => (
        <div key={targetKey(each.target)}>
          <p>{sameNearText(each)}</p>
          <Button onClick={() => onOpen(each.target)}>{t('spot.openNear', { name: each.target.name })}</Button>
        </div>
      ))}
    </section>
  )
}
