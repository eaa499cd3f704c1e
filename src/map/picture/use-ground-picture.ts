import { useEffect, useState } from 'react'
import type { CountyShapes } from '@/layers/county-shapes'
import { paletteOf, type Theme } from '@/layers/palette'
import { useLoadedBasemaps } from '@/map/basemap/use-basemaps'

/** Address of a picture of the ground under a drawing of the counties; null without a basemap, and until it is drawn. */
export function useGroundPicture(shapes: CountyShapes, theme: Theme): string | null {
  const { loaded } = useLoadedBasemaps()
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (loaded.length === 0) return
    let gone = false
    let made: string | null = null
    // A drawing without a ground is whole as well.
    void import('./ground-picture')
      .then(({ groundPicture }) => groundPicture(shapes, loaded, paletteOf(theme)))
      .catch(() => null)
      .then((picture) => {
        if (gone || !picture) return
        made = URL.createObjectURL(picture)
        setAddress(made)
      })
    return () => {
      gone = true
      setAddress(null)
      if (made) URL.revokeObjectURL(made)
    }
  }, [shapes, theme, loaded])
  return address
}
