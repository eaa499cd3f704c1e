import { useTranslation } from 'react-i18next'
import { FOOTNOTE_MARK } from '@/domain/dustfall/figure-marks'

/** Most notes given in full; the other figures only carry the mark, and the papers explain them. */
const MAX_MENTIONED = 2

/** The notes on the ※ of a scene, in its last line. */
export function MarkNotes({ notes }: { readonly notes: readonly string[] }) {
  const { t } = useTranslation()
  const left = notes.length - MAX_MENTIONED
  return (
    <>
      {notes.slice(0, MAX_MENTIONED).map((note) => (
        // The mark stays on the line of its note.
        <span key={note}>{note.replace(' ', '\u00a0')}</span>
      ))}
      {left > 0 && <span>{t('meeting.wall.moreMarked', { mark: FOOTNOTE_MARK, count: left })}</span>}
    </>
  )
}
