import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Area } from '@/domain/sources/view/area'
import { lineKey } from '@/questions/line-sources'
import { useOpened } from '@/store/chentu'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import classes from './AreaPanel.module.css'

/** Selects what lies within some metres of a line; the package has at least one. */
export function AlongLine({ onAdd }: { onAdd(area: Area): void }) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const [key, setKey] = useState('')
  const along = dataset.lines.find(({ kind, code }) => lineKey(kind, code) === key) ?? dataset.lines[0]!
  const [metres, setMetres] = useState(300)
  return (
    <div className={classes.line}>
      <Select
        label={t('area.along')}
        labelled="hidden"
        value={lineKey(along.kind, along.code)}
        options={dataset.lines.map(({ kind, code, name }) => ({ value: lineKey(kind, code), label: name }))}
        onChange={setKey}
      />
      <input
        type="number"
        aria-label={t('area.metres')}
        min="10"
        max="5000"
        step="50"
        value={metres}
        onChange={(event) => setMetres(Math.max(10, Number(event.target.value)))}
      />
      <Button onClick={() => onAdd({ type: 'line', kind: along.kind, code: along.code, metres })}>
        {t('area.along')}
      </Button>
    </div>
  )
}
