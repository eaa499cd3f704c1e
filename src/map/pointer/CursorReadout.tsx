import { useEffect, useRef, useState } from 'react'
import type { Datum } from '@/domain/geodesy/datum'
import { fromWgs84 } from '@/domain/geodesy/datum-shift'
import type { LiveMap } from '@/map/engine/live-map'
import classes from './CursorReadout.module.css'
import { DatumSelect } from './DatumSelect'

/**
 * The pointer's position in a selectable coordinate system. Hidden on touch devices, because a finger has no position
 * before it touches.
 */
export function CursorReadout({ maps }: { readonly maps: readonly (LiveMap | null)[] }) {
  const [datum, setDatum] = useState<Datum>('wgs84')
  const text = useRef<HTMLOutputElement>(null)
  useEffect(() => {
    const subscriptions = maps.map((map) =>
      map?.on('mousemove', ({ lngLat }) => {
        const [lon, lat] = fromWgs84(datum, [lngLat.lng, lngLat.lat])
        if (text.current) text.current.textContent = `${lon.toFixed(5)}, ${lat.toFixed(5)}`
      }),
    )
    return () => {
      for (const each of subscriptions) each?.unsubscribe()
    }
  }, [maps, datum])
  return (
    <div className={classes.readout}>
      <output ref={text} />
      <DatumSelect value={datum} onChange={setDatum} />
    </div>
  )
}
