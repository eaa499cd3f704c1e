import { type ReactNode, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import classes from './Paper.module.css'

/** What is printed instead of the page, each section on a page of its own. Hidden on the screen; it prints itself once its pictures are there. */
export function Paper({ children }: { readonly children: ReactNode }) {
  const paper = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const pictures = [...paper.current!.querySelectorAll('img')]
    if (pictures.length === 0) return window.print()
    let gone = false
    // One that can't be read must not keep the others from being printed.
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
