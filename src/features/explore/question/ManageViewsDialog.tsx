import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST_NAME, useSavedViews } from '@/store/device/saved-views'
import { useAgendaViews } from '@/store/meeting/use-agenda-views'
import { Button } from '@/ui/controls/Button'
import { IconButton } from '@/ui/controls/IconButton'
import { Dialog } from '@/ui/Dialog'
import form from '@/ui/form.module.css'
import { Refused } from '@/ui/Refused'
import classes from './ManageViewsDialog.module.css'

interface Removed {
  readonly name: string
  readonly address: string
  /** Its former index. */
  readonly place: number
}

/** The views saved on this device: each can be renamed in place, added to the meeting, or removed. */
export function ManageViewsDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const { names, addressOf, dayOf, put, rename, remove } = useSavedViews()
  const { placeOf, add, running, problems } = useAgendaViews()
  const [removed, setRemoved] = useState<Removed | null>(null)
  const undo = useRef<HTMLButtonElement>(null)
  // No undo if another view has taken the name since.
  const canUndo = removed !== null && !names.includes(removed.name)
  // The pressed button is gone, so the focus moves to the undo button.
  useEffect(() => {
    if (removed) undo.current?.focus()
  }, [removed])

  return (
    <Dialog title={t('views.title')} onClose={onClose}>
      <Refused problems={problems} />
      {names.length === 0 && <p className="quiet">{t('views.none')}</p>}
      <ul className={classes.views}>
        {names.map((name, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a renamed view keeps its element and thereby the focus
          <li key={place} className={classes.row}>
            <NameField name={name} names={names} onRename={(to) => rename(name, to)} />
            <small className={classes.day}>{dayOf(name)}</small>
            <Brought
              name={name}
              place={placeOf(addressOf(name) ?? '')}
              running={running}
              onBring={() => void add(name, addressOf(name) ?? '')}
            />
            <IconButton
              label={t('views.forget', { name })}
              onClick={() => {
                setRemoved({ name, address: addressOf(name) ?? '', place })
                remove(name)
              }}
            >
              <IconX size={16} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      <p role="status" className={classes.removed}>
        {canUndo && (
          <>
            {t('views.forgotten', { name: removed.name })}
            <Button
              ref={undo}
              weight="quiet"
              onClick={() => {
                put(removed.name, removed.address, removed.place)
                setRemoved(null)
              }}
            >
              {t('keys.undo')}
            </Button>
          </>
        )}
      </p>
    </Dialog>
  )
}

interface BroughtProps {
  readonly name: string
  /** Number of its scene in the meeting; 0 if it has none. */
  readonly place: number
  readonly running: boolean
  onBring(): void
}

/** Adds a view to the meeting, or shows the number of its scene there. */
function Brought({ name, place, running, onBring }: BroughtProps) {
  const { t } = useTranslation()
  return (
    <span role="status" className={classes.brought}>
      {place > 0 ? (
        <span className="quiet">{t('views.isIn', { place })}</span>
      ) : (
        <Button aria-label={t('views.bring', { name })} disabled={running} onClick={onBring}>
          {t('views.forMeeting')}
        </Button>
      )}
    </span>
  )
}

interface NameFieldProps {
  readonly name: string
  /** Names of all views. */
  readonly names: readonly string[]
  onRename(to: string): void
}

/** The name of a view, edited in place: Enter or blur saves it, unless it is empty or another view's name. */
function NameField({ name, names, onRename }: NameFieldProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(name)
  const [of, setOf] = useState(name)
  if (of !== name) {
    setOf(name)
    setText(name)
  }
  const plain = text.trim()
  const isTaken = plain !== name && names.includes(plain)

  function keep() {
    if (plain === '' || plain === name) setText(name)
    else if (!isTaken) onRename(plain)
  }

  return (
    <form
      className={form.field}
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <input
        aria-label={t('views.rename', { name })}
        aria-invalid={isTaken}
        value={text}
        maxLength={LONGEST_NAME}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
      />
      {isTaken && <small role="alert">{t('views.takenName')}</small>}
    </form>
  )
}
