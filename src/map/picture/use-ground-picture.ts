import { useEffect, useState } from 'react'
import type { CountyShapes } from '@/layers/county-shapes'
import { type MapTheme, paletteOf } from '@/layers/palette'
import { useLoadedBasemaps } from '@/map/basemap/use-basemaps'

/** A picture of the ground under a drawing, and the attribution of its basemaps. */
interface Ground {
  readonly address: string
  readonly attribution: string
}

/** The ground under a drawing of the counties; null without a basemap, and until it is drawn. */
export function useGroundPicture(shapes: CountyShapes, theme: MapTheme): Ground | null {
  const { loaded } = useLoadedBasemaps()
  const [ground, setGround] = useState<Ground | null>(null)
  useEffect(() => {
    if (loaded.length === 0) return
    let gone = false
    let address: string | null = null
    const attribution = loaded.map(({ basemap }) => basemap.attribution).join(' · ')
    void import('./ground-picture')
      .then(({ groundPicture }) => groundPicture(shapes, loaded, paletteOf(theme)))
      // The drawing is complete without a ground.
      .catch(() => null)
      .then((picture) => {
        if (gone || !picture) return
        address = URL.createObjectURL(picture)
        setGround({ address, attribution })
      })
    return () => {
      gone = true
      setGround(null)
      if (address) URL.revokeObjectURL(address)
    }
  }, [shapes, theme, loaded])
  return ground
}
