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
  /** The tablet's current position; null if unknown. */
  readonly here: Fix | null
  readonly draft: FoundDraft
  onChange(part: Partial<FoundDraft>): void
  /** Lets the user set the place by tapping the map. */
  onMark(): void
}

/** How the place of a found source is set: marked on the map, by walking around it, or where the user stands. */
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
