import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Datum } from '@/domain/geodesy/datum'
import { toWgs84 } from '@/domain/geodesy/datum-shift'
import { readPosition } from '@/domain/intake/rows/typed-position'
import { DatumSelect } from '@/map/pointer/DatumSelect'
import { useChentu } from '@/store/chentu'
import { Button } from '@/ui/controls/Button'
import panel from '@/ui/panel.module.css'
import classes from './AreaPanel.module.css'

const GOTO_ZOOM = 14

/** Goes to coordinates that are typed or pasted in any of the common coordinate systems. */
export function GoTo() {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  const [typed, setTyped] = useState('')
  const [datum, setDatum] = useState<Datum>('wgs84')
  const [failed, setFailed] = useState(false)
  function go(event: React.FormEvent) {
    event.preventDefault()
    const position = readPosition(typed)
    setFailed(position === null)
    if (!position) return
    const [lon, lat] = toWgs84(datum, position)
    setView({ camera: { lon, lat, zoom: GOTO_ZOOM } })
  }
  return (
    <form onSubmit={go}>
      <p className={panel.heading}>{t('area.goto')}</p>
      <div className={classes.line}>
        <DatumSelect value={datum} onChange={setDatum} />
        <input
          aria-label={t('area.goto')}
          placeholder={t('near.coordinates')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{t('area.go')}</Button>
      </div>
      {failed && <p role="alert">{t('area.gotoInvalid')}</p>}
    </form>
  )
}
