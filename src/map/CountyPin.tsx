import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { markedTenth } from '@/domain/dustfall/figure-marks'
import type { MonthReport } from '@/domain/dustfall/month-report'
import type { AreaIndex } from '@/domain/geodesy/area-index'
import { countyName } from '@/domain/sources/county'
import type { LiveMap } from '@/map/engine/live-map'
import { onMoveEnd } from '@/map/instance/sync-cameras'
import type { Dataset } from '@/questions/dataset'
import { monthName } from '@/store/words/month-name'
import { Change } from '@/ui/Change'
import classes from './CountyPin.module.css'

/** From this zoom on one county fills most of the map, and its name label may be out of view. */
const PIN_ZOOM = 10.5

interface Props {
  readonly map: LiveMap | null
  readonly dataset: Dataset
  readonly areas: ReadonlyMap<string, AreaIndex>
  readonly report: MonthReport | null
}

/** Name of the county at the centre of the map with the month's value, at the top of the map. */
export function CountyPin({ map, dataset, areas, report }: Props) {
  const { t, i18n } = useTranslation()
  const [county, setCounty] = useState<string | null>(null)
  useEffect(() => {
    if (!map) return
    const look = () => {
      const { lng, lat } = map.getCenter()
      const found = map.getZoom() < PIN_ZOOM ? undefined : [...areas].find(([, area]) => area.contains(lng, lat))
      setCounty(found?.[0] ?? null)
    }
    look()
    return onMoveEnd(map, look)
  }, [map, areas])
  if (county === null) return null
  const row = report?.rows.find((each) => each.county === county)
  const value = row?.figure.value ?? null
  return (
    <p className={classes.pin} data-testid="county-pin">
      <b>{countyName(dataset, county, i18n.language)}</b>
      {report && value !== null && (
        <span>
          {t('map.pinned', {
            month: monthName(t, report.month),
          })}{' '}
          <b className={row?.over ? classes.over : ''}>
            {markedTenth(row?.figure)}
            {row?.over && ` ${t('ranking.over')}`}
          </b>
        </span>
      )}
      {row && row.yearOnYear !== null && (
        <span>
          {t('map.yearOnYear')} <Change percent={row.yearOnYear} />%
        </span>
      )}
    </p>
  )
}
