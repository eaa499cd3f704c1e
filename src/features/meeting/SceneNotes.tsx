import { useTranslation } from 'react-i18next'
import { MARK } from '@/domain/dustfall/figure-marks'

/** The last line of a scene: what its symbols mean, and the footnote on marked figures if there are any. */
export function SceneNotes({ marked, children }: { readonly marked: boolean; readonly children?: React.ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      {children}
      {marked && <span>{`${MARK} ${t('meeting.scenes.marked')}`}</span>}
    </>
  )
}
