import { IconZoomIn } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { isOneFile } from '@/io/package/app-folder'
import { Dialog } from '@/ui/Dialog'
import classes from './Manual.module.css'
import type { PictureFile } from './pictures'

interface Props {
  readonly file: PictureFile
  readonly alt: string
}

/**
 * A picture of a page; pressing it shows it at full size. In the single-file build only `fetch` can reach embedded
 * pictures.
 */
export function Picture({ file, alt }: Props) {
  const { t } = useTranslation()
  const { address, width, height } = file
  /** Object URL of an embedded picture; null until it is made, and if that fails. */
  const [made, setMade] = useState<{ readonly of: string; readonly source: string } | null>(null)
  const [isLarge, setLarge] = useState(false)
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
    // If it fails, the alternative text is shown.
    show().catch(() => undefined)
    return () => {
      isOver = true
      if (source !== null) URL.revokeObjectURL(source)
    }
  }, [address])
  const source = isOneFile() ? (made?.of === address ? made.source : null) : address
  if (source === null) return <span className="quiet">{alt}</span>
  return (
    <span className={classes.picture}>
      <img src={source} alt={alt} width={width} height={height} loading="lazy" />
      <button type="button" aria-label={t('manual.enlarge', { alt })} onClick={() => setLarge(true)}>
        <IconZoomIn size={22} aria-hidden="true" />
      </button>
      {isLarge &&
        // A dialog must not be inside a paragraph.
        createPortal(
          <Dialog title={alt} size="wide" onClose={() => setLarge(false)}>
            <div className={classes.large}>
              <img src={source} alt={alt} width={width} height={height} />
            </div>
          </Dialog>,
          document.body,
        )}
    </span>
  )
}
