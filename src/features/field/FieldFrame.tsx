import { type ReactNode, useRef } from 'react'
import { PopupHost } from '@/ui/popups/popup-host'
import classes from './Field.module.css'

interface Props {
  /** Whether it is read in full sun. */
  readonly sun: boolean
  /** Whether the map is among the children. */
  readonly map?: boolean
  readonly children: ReactNode
}

/** The ground of the field screen, whose colours and sizes its lists and calendars take too. */
export function FieldFrame({ sun, map, children }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  return (
    <div ref={frame} className={classes.field} data-sun={sun} data-map={map}>
      <PopupHost value={frame}>{children}</PopupHost>
    </div>
  )
}
