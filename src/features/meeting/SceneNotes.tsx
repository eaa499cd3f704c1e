import { useTranslation } from 'react-i18next'
import { MARK } from './marks'
import classes from './SceneTable.module.css'

/** The lines below a scene: what its signs mean, and the footnote of marked figures where there are any. */
export function SceneNotes({ marked, children }: { readonly marked: boolean; readonly children?: React.ReactNode }) {
  const { t } = useTranslation()
  if (!marked && !children) return null
  return (
    <p className={classes.notes}>
      {children}
      {marked && <span>{`${MARK} ${t('meeting.scenes.marked')}`}</span>}
    </p>
  )
}
