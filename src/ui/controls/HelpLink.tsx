import { IconHelp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { manualZh } from '@/i18n/manual.zh-CN'
import classes from './button.module.css'
import { Tooltip } from './Tooltip'

/** A page of the manual, by its name in URLs. */
export type ManualPage = keyof (typeof manualZh)['pages']

interface Props {
  readonly page: ManualPage
  /** Class of the surrounding row's buttons, if they have their own style. */
  readonly className?: string
}

/** `?` link to a manual page. The page opens beside the screen; in a new tab it fills the window. */
export function HelpLink({ page, className }: Props) {
  const { t } = useTranslation()
  const label = t('manual.about', { page: t(`manual.pages.${page}`) })
  const look = className === undefined ? ({ 'data-weight': 'quiet', 'data-icon': true } as const) : {}
  return (
    <Tooltip text={label}>
      <a href={`#/help/${page}`} aria-label={label} className={className ?? classes.button} {...look}>
        <IconHelp size={18} aria-hidden="true" />
      </a>
    </Tooltip>
  )
}
