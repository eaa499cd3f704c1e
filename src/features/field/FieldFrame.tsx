import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PopupHost } from '@/ui/popups/popup-host'
import classes from './Field.module.css'

interface Props {
  /** Whether the high-contrast colours for full sun are on. */
  readonly sun: boolean
  readonly children: ReactNode
}

/** Frame of a check, which has its own bars. Popups are placed inside it, so that they take its colours and sizes. */
export function FieldFrame({ sun, children }: Props) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  return (
    <div ref={frame} className={classes.field} data-sun={sun}>
      <PopupHost value={frame}>
        <h1 className="unseen">{t('app.name')}</h1>
        {children}
      </PopupHost>
    </div>
  )
}
