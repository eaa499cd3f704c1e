import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Area } from '@/domain/sources/view/area'
import { useOpened } from '@/store/chentu'
import classes from './AreaPanel.module.css'

/** Selects what lies within some metres of a line. */
export function AlongLine({ onAdd }: { onAdd(area: Area): void }) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const [code, setCode] = useState(dataset.lines[0]?.code ?? '')
  const [metres, setMetres] = useState(300)
  return (
    <div className={classes.line}>
      <select aria-label={t('area.along')} value={code} onChange={(event) => setCode(event.target.value)}>
        {dataset.lines.map((line) => (
          <option key={line.code} value={line.code}>
            {line.name}
          </option>
        ))}
      </select>
      <input
        type="number"
        aria-label={t('area.metres')}
        min="10"
        max="5000"
        step="50"
        value={metres}
        onChange={(event) => setMetres(Math.max(10, Number(event.target.value)))}
      />
      <button type="button" className="action" onClick={() => onAdd({ type: 'road', code, metres })}>
        {t('area.along')}
      </button>
    </div>
  )
}
