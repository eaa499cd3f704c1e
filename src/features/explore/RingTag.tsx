import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GRADES } from '@/domain/sources/kinds/enterprise'
import { useChentu, useOpened } from '@/store/chentu'
import classes from './RingTag.module.css'

/** The ring's own figures on the map: what it is measured from, how wide, and which enterprises it holds. */
export function RingTag() {
  const { t } = useTranslation()
  const { dataset, ring } = useOpened()
  const setView = useChentu((state) => state.setView)
  const hidden = useChentu((state) => state.view.hidden.includes('ring'))
  const [dragged, setDragged] = useState<number | null>(null)
  if (hidden) return null
  const grades = ring.enterprises
  const total = [...grades.values()].reduce((sum, count) => sum + count, 0)
  const stated = dataset.settings.ring.statedEnterprises
  const km = dragged ?? ring.radiusMetres / 1000
  const commit = () => {
    if (dragged === null) return
    setView({ ring: { basis: ring.basis, radiusMetres: dragged * 1000 } })
    setDragged(null)
  }
  return (
    <div className={classes.tag}>
      <div className={classes.line}>
        <strong>{t('ring.title', { km })}</strong>
        <select
          aria-label={t('ring.basisLabel')}
          value={ring.basis}
          onChange={(event) =>
            setView({ ring: { basis: event.target.value as 'centre' | 'outline', radiusMetres: ring.radiusMetres } })
          }
        >
          {dataset.builtUpArea && <option value="outline">{t('ring.basis.outline')}</option>}
          <option value="centre">{t('ring.basis.centre')}</option>
        </select>
      </div>
      <input
        type="range"
        min="1"
        max="50"
        step="1"
        value={km}
        aria-label={t('ring.radius')}
        onChange={(event) => setDragged(Number(event.target.value))}
        onPointerUp={commit}
        onKeyUp={commit}
        onBlur={commit}
      />
      {total > 0 && (
        <p data-testid="ring-count">
          {t('ring.inside', { count: total })}
          {stated !== undefined && ` / ${t('ring.stated', { count: stated })}`}
        </p>
      )}
      <p className={classes.grades}>
        {GRADES.map((grade) =>
          (grades.get(grade) ?? 0) > 0 ? (
            <span key={grade}>
              {grade} <b>{grades.get(grade)}</b>
            </span>
          ) : null,
        )}
      </p>
    </div>
  )
}
