import { type ReactNode, useEffect } from 'react'
import { createPortal } from 'react-dom'
import classes from './Paper.module.css'

/** What is printed instead of the page: sections on pages of their own. Not seen on the screen; the printing begins once it stands there. */
export function Paper({ children }: { readonly children: ReactNode }) {
  useEffect(() => window.print(), [])
  return createPortal(<div className={classes.paper}>{children}</div>, document.body)
}
