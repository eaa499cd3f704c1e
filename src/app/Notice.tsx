import type { ReactNode, Ref } from 'react'
import classes from './Notices.module.css'

interface Props {
  readonly ref?: Ref<HTMLDivElement>
  /** `alert` where something is wrong or has changed under somebody's hands. */
  readonly role: 'alert' | 'status'
  readonly text: string
  /** What can be done about it. */
  readonly children: ReactNode
}

/** One line of the stack of notices. */
export const Notice = ({ ref, role, text, children }: Props) => (
  <div ref={ref} tabIndex={-1} className={classes.notice} role={role}>
    <p>{text}</p>
    <div className={classes.ways}>{children}</div>
  </div>
)
