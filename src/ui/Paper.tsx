import { type ReactNode, useEffect } from 'react'
import { createPortal } from 'react-dom'
import classes from './Paper.module.css'

/** What is printed instead of the page, each section on a page of its own. Hidden on the screen; it prints itself once rendered. */
export function Paper({ children }: { readonly children: ReactNode }) {
  useEffect(() => window.print(), [])
  return createPortal(<div className={classes.paper}>{children}</div>, document.body)
}
