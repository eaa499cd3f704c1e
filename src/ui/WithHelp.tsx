import type { ReactNode } from 'react'
import { HelpLink, type ManualPage } from '@/ui/controls/HelpLink'
import classes from './WithHelp.module.css'

/** A heading, and beside it the way to the page of the manual that is about what it heads. */
export const WithHelp = ({ page, children }: { readonly page: ManualPage; readonly children: ReactNode }) => (
  <div className={classes.headed}>
    {children}
    <HelpLink page={page} />
  </div>
)
