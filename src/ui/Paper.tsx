import { type ReactNode, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import classes from './Paper.module.css'

/**
 * Printed instead of the page, each section on a new page. Hidden on the screen; opens the print dialog once its
 * pictures are loaded.
 */
export function Paper({ children }: { readonly children: ReactNode }) {
  const paper = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const pictures = [...paper.current!.querySelectorAll('img')]
    if (pictures.length === 0) return window.print()
    let gone = false
    // A picture that fails to decode must not prevent printing.
    void Promise.allSettled(pictures.map((each) => each.decode())).then(() => !gone && window.print())
    return () => {
      gone = true
    }
  }, [])
  return createPortal(
    <div ref={paper} className={classes.paper}>
      {children}
    </div>,
    document.body,
  )
}
