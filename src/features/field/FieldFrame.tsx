import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PopupHost } from '@/ui/popups/popup-host'
import classes from './Field.module.css'

interface Props {
  /** Whether it is read in full sun. */
  readonly sun: boolean
  readonly children: ReactNode
}

/** The ground of a check, which has bars of its own; its lists and calendars take its colours and sizes too. */
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
