import { useTranslation } from 'react-i18next'
import type { Fix } from '@/domain/field/fix'
import { measureLine } from '@/domain/geodesy/measure-line'
import { ringMiddle } from '@/domain/geodesy/ring-middle'
import form from '@/features/field/field-form.module.css'
import { Button } from '@/ui/controls/Button'
import { Corners } from './Corners'
import type { FoundDraft } from './drafts'
import { standingAt } from './found-place'

interface Props {
  /** Where the tablet is now; null where nobody knows. */
  readonly here: Fix | null
  readonly draft: FoundDraft
  onChange(part: Partial<FoundDraft>): void
  /** Sets the place by a tap on the map. */
  onMark(): void
}

/** How the place of a found source is got: marked on the map, by a walk around it, or where one stands. */
export function FoundWhere({ here, draft, onChange, onMark }: Props) {
  const { t } = useTranslation()
  const { walk, walkMetres, marked } = draft
  const middle = ringMiddle(walk)
  const { squareMetres, metres } = measureLine(walk)
  return (
    <>
      <div className={form.actions}>
        <Button onClick={onMark}>{t('check.mark')}</Button>
        {middle && marked && <Button onClick={() => onChange({ marked: null })}>{t('where.useMiddle')}</Button>}
        {!middle && here && (
          <Button onClick={() => onChange({ marked: null, stood: standingAt(here) })}>{t('corner.hereNow')}</Button>
        )}
      </div>
      <Corners
        walk={walk}
        metres={walkMetres}
        here={here}
        onWalk={(next, of) => onChange({ walk: next, walkMetres: of })}
      />
      {walk.length > 1 && (
        <p>
          {squareMetres === null
            ? t('check.walked', { metres: Math.round(metres) })
            : t('check.walkedArea', { area: Math.round(squareMetres).toLocaleString('en') })}
        </p>
      )}
    </>
  )
}
