import { useEffect, useState } from 'react'
import { isOneFile } from '@/io/package/app-folder'
import type { PictureFile } from './pictures'

interface Props {
  readonly file: PictureFile
  readonly alt: string
}

/** A picture of a page. In the app as one file only `fetch` finds what is in the file. */
export function Picture({ file, alt }: Props) {
  const { address, width, height } = file
  const [source, setSource] = useState(() => (isOneFile() ? null : address))
  useEffect(() => {
    if (!isOneFile()) return
    let made: string | null = null
    let isOver = false
    const show = async () => {
      const blob = await (await fetch(address)).blob()
      if (isOver) return
      made = URL.createObjectURL(blob)
      setSource(made)
    }
    // Its words stand in its place.
    show().catch(() => undefined)
    return () => {
      isOver = true
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [address])
  if (source === null) return <span className="quiet">{alt}</span>
  return <img src={source} alt={alt} width={width} height={height} loading="lazy" />
}
