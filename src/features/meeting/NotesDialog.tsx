import { useTranslation } from 'react-i18next'
import { Dialog } from '@/ui/Dialog'
import classes from './Meeting.module.css'

interface Props {
  readonly notes: readonly string[]
  onClose(): void
}

/** All notes of one sort on a scene, of which its last line gives only the first. */
export function NotesDialog({ notes, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('meeting.wall.notesTitle', { count: notes.length })} size="large" onClose={onClose}>
      <ul className={classes.notes}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Dialog>
  )
}
