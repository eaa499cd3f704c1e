import type { ReactNode } from 'react'
import { HelpLink, type ManualPage } from '@/ui/controls/HelpLink'
import classes from './HeadingWithHelp.module.css'

/** A heading with a link to the manual page about its topic. */
export const HeadingWithHelp = ({ page, children }: { readonly page: ManualPage; readonly children: ReactNode }) => (
  <div className={classes.headed}>
    {children}
    <HelpLink page={page} />
  </div>
)
