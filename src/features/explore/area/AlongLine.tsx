import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Area } from '@/domain/sources/view/area'
import { type LineSource, lineKey } from '@/questions/source/line-sources'
import { useOpened } from '@/store/chentu'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import classes from './AreaPanel.module.css'

const keyOfLine = ({ kind, code, nth }: LineSource) => lineKey(kind, code, nth)
/** Key of a line in an area; `nth` only if it is not the first with its code. */
const keyOf = ({ kind, code, nth }: LineSource) => ({ kind, code, ...(nth > 1 ? { nth } : {}) })

/** Selects within a distance (in metres) of a line; requires that the package has at least one line. */
export function AlongLine({ onAdd }: { onAdd(area: Area): void }) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const [key, setKey] = useState('')
  const along = dataset.lines.find((line) => keyOfLine(line) === key) ?? dataset.lines[0]!
  const [metres, setMetres] = useState(300)
  return (
    <div className={classes.line}>
      <Select
        label={t('area.along')}
        labelled="above"
        value={keyOfLine(along)}
        options={dataset.lines.map((line) => ({ value: keyOfLine(line), label: line.name }))}
        onChange={setKey}
      />
      <span className={classes.amount}>
        <input
          type="number"
          aria-label={t('area.metres')}
          min="10"
          max="5000"
          step="50"
          value={metres}
          onChange={(event) => setMetres(Math.max(10, Number(event.target.value)))}
        />
        <span aria-hidden="true">{t('area.metres')}</span>
      </span>
      <Button onClick={() => onAdd({ type: 'line', ...keyOf(along), metres })}>{t('area.along')}</Button>
    </div>
  )
}
