import { type ReactNode, useRef } from 'react'
import { PopupHost } from '@/ui/popups/popup-host'
import classes from './Field.module.css'

interface Props {
  /** Whether it is read in full sun. */
  readonly sun: boolean
  readonly header: ReactNode
  /** Said below the header, over the whole width; takes no room where it is empty. */
  readonly notice: ReactNode
  /** Null where none is shown. */
  readonly map: ReactNode
  readonly tabs: ReactNode
  /** What scrolls between header and tabs; nothing where the map is alone. */
  readonly children: ReactNode
}

/** Header, what scrolls with the map beside it, and the bar at the bottom: only the middle moves. */
export function FieldShell({ sun, header, notice, map, tabs, children }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  return (
    <div ref={frame} className={classes.shell} data-sun={sun}>
      <PopupHost value={frame}>
        {header}
        <div className={classes.notice}>{notice}</div>
        <div className={classes.middle}>
          {map && <div className={classes.map}>{map}</div>}
          <div className={classes.list}>{children}</div>
        </div>
        {tabs}
      </PopupHost>
    </div>
  )
}
