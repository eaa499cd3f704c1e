import { type ReactNode, useRef } from 'react'
import { PopupHost } from '@/ui/popups/popup-host'
import classes from './Field.module.css'

interface Props {
  /** Whether the high-contrast colours for full sun are on. */
  readonly sun: boolean
  readonly header: ReactNode
  /** Message below the header over the full width; takes no space if empty. */
  readonly notice: ReactNode
  /** Null if no map is shown. */
  readonly map: ReactNode
  readonly tabs: ReactNode
  /** Scrolling content between header and tabs; empty if only the map is shown. */
  readonly children: ReactNode
}

/** Header, scrolling content with the map beside it, and the tab bar; only the middle scrolls. */
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
