import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import classes from './PhotoView.module.css'

interface Props {
  readonly url: string
  /** The photo without drawings; null if it has none. */
  readonly bareUrl?: string | null
  readonly title: string
  /** Buttons. */
  readonly actions?: ReactNode
  onClose(): void
}

/** A photo as large as the screen allows; if it has drawings, a button shows the original. */
export function PhotoView({ url, bareUrl = null, title, actions, onClose }: Props) {
  const { t } = useTranslation()
  const [isBare, setIsBare] = useState(false)
  return (
    <Dialog
      title={title}
      size="large"
      actions={
        <>
          {bareUrl && (
            <Button onClick={() => setIsBare(!isBare)}>{t(isBare ? 'draw.showMarked' : 'draw.showOriginal')}</Button>
          )}
          {actions}
        </>
      }
      onClose={onClose}
    >
      <img className={classes.photo} src={isBare && bareUrl ? bareUrl : url} alt={title} />
    </Dialog>
  )
}
