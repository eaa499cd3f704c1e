import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import { lazyPart } from '@/ui/lazy-part'
import { leaveBar } from './leave-bar'
import classes from './Meeting.module.css'
import { useScene } from './scene-context'

const NotesDialog = lazyPart(async () => ({ default: (await import('./NotesDialog')).NotesDialog }))

/** Most notes given in full below a scene; the others would take the height of its content. */
const MAX_GIVEN = 2

/** The first notes of one sort in the last line of a scene, and how many there are besides; one press lists all of them. */
export function FirstNotes({ notes }: { readonly notes: readonly string[] }) {
  const { t } = useTranslation()
  const { small } = useScene()
  const [open, setOpen] = useState(false)
  const count = notes.length - MAX_GIVEN
  return (
    <>
      {notes.slice(0, MAX_GIVEN).map((note) => (
        <span key={note}>{note}</span>
      ))}
      {count > 0 &&
        (small ? (
          <span>{t('meeting.wall.moreNotes', { count })}</span>
        ) : (
          <span>
            <Button
              weight="quiet"
              className={classes.moreNotes}
              onClick={({ detail }) => {
                // The keys of a remote go on to turn the page.
                if (detail > 0) leaveBar()
                setOpen(true)
              }}
            >
              {t('meeting.wall.allNotes', { count })}
            </Button>
          </span>
        ))}
      <Suspense fallback={null}>{open && <NotesDialog notes={notes} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
