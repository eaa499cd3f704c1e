import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Area, SurroundedPlaces } from '@/domain/sources/view/area'
import { useOpened } from '@/store/chentu'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import classes from './AreaPanel.module.css'

const FIRST_KM = 3
const [MIN_KM, MAX_KM] = [0.1, 50]

/**
 * Selects within a distance (in kilometres) of all dustfall points, of those over the limit, or of a kind's sources.
 */
export function AroundThings({ onAdd }: { onAdd(area: Area): void }) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const kindTexts = useKindTexts()
  const [at, setAt] = useState(0)
  const [km, setKm] = useState(FIRST_KM)
  const choices: readonly { readonly of: SurroundedPlaces; readonly label: string }[] = [
    { of: 'points', label: t('area.aroundOf.points') },
    { of: 'over', label: t('area.aroundOf.over') },
    ...dataset.kinds.map(({ id }) => ({ of: { kind: id }, label: kindTexts.title(id) })),
  ]
  const { of } = choices[at] ?? choices[0]!
  return (
    <div className={classes.line}>
      <Select
        label={t('area.around')}
        labelled="above"
        value={String(at)}
        options={choices.map(({ label }, place) => ({ value: String(place), label }))}
        onChange={(place) => setAt(Number(place))}
      />
      <span className={classes.amount}>
        <input
          type="number"
          aria-label={t('area.aroundKm')}
          min={MIN_KM}
          max={MAX_KM}
          step="0.5"
          value={km}
          onChange={(event) => setKm(Math.min(MAX_KM, Math.max(MIN_KM, Number(event.target.value))))}
        />
        <span aria-hidden="true">{t('area.km')}</span>
      </span>
      <Button onClick={() => onAdd({ type: 'around', of, metres: Math.round(km * 1000) })}>
        {t('area.aroundAdd')}
      </Button>
    </div>
  )
}
