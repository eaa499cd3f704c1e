import type { ReactNode, Ref } from 'react'
import classes from './Notices.module.css'

interface Props {
  readonly ref?: Ref<HTMLDivElement>
  /** `alert` if something is wrong, or has changed while the user was working. */
  readonly role: 'alert' | 'status'
  readonly text: string
  /** Actions for this notice. */
  readonly children: ReactNode
}

/** One line of the list of notices. */
export const Notice = ({ ref, role, text, children }: Props) => (
  <div ref={ref} tabIndex={-1} className={classes.notice} role={role}>
    <p>{text}</p>
    <div className={classes.ways}>{children}</div>
  </div>
)
