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
  /** What was made of a picture in the file; null until it is, and where it can't be. */
  const [made, setMade] = useState<{ readonly of: string; readonly source: string } | null>(null)
  useEffect(() => {
    if (!isOneFile()) return
    let source: string | null = null
    let isOver = false
    const show = async () => {
      const answer = await fetch(address)
      if (!answer.ok) return
      const blob = await answer.blob()
      if (isOver) return
      source = URL.createObjectURL(blob)
      setMade({ of: address, source })
    }
    // Its words stand in its place.
    show().catch(() => undefined)
    return () => {
      isOver = true
      if (source !== null) URL.revokeObjectURL(source)
    }
  }, [address])
  const source = isOneFile() ? (made?.of === address ? made.source : null) : address
  if (source === null) return <span className="quiet">{alt}</span>
  return <img src={source} alt={alt} width={width} height={height} loading="lazy" />
}
