import { useTranslation } from 'react-i18next'
import { FOOTNOTE_MARK } from '@/domain/dustfall/figure-marks'

/** The last line of a scene: what its symbols mean, and the footnote on marked figures if there are any. */
export function SceneNotes({ marked, children }: { readonly marked: boolean; readonly children?: React.ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      {children}
      {marked && <span>{`${FOOTNOTE_MARK} ${t('meeting.scenes.marked')}`}</span>}
    </>
  )
}
