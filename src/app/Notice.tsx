import type { ReactNode } from 'react'
import classes from './Notices.module.css'

interface Props {
  /** `alert` where something is wrong or has changed under somebody's hands. */
  readonly role: 'alert' | 'status'
  readonly text: string
  /** What can be done about it. */
  readonly children: ReactNode
}

/** One line of the stack of notices. */
export const Notice = ({ role, text, children }: Props) => (
  <div className={classes.notice} role={role}>
    <p>{text}</p>
    <div className={classes.ways}>{children}</div>
  </div>
)
