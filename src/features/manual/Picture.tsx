import { useEffect, useState } from 'react'
import { isOneFile } from '@/io/package/app-folder'

interface Props {
  readonly address: string
  readonly alt: string
}

/** A picture of a page. In the app as one file only `fetch` finds what is in the file. */
export function Picture({ address, alt }: Props) {
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
  return source === null ? <span className="quiet">{alt}</span> : <img src={source} alt={alt} loading="lazy" />
}
