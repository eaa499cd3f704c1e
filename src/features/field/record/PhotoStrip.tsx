import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { metresTo } from '@/domain/field/ground'
import type { Position } from '@/domain/geodesy/position'
import { type PhotoCircumstances, photoFlags } from '@/ledger/evidence'
import type { PhotoRef } from '@/ledger/references'
import { distanceText } from '@/store/words/place'
import { Button } from '@/ui/controls/Button'
import { WorkerStopped } from '@/workers/live-worker'
import classes from './PhotoStrip.module.css'
import { PhotoThumbnail } from './PhotoThumbnail'
import { seenTaken, type TakenPhoto, takePhoto } from './photos'

interface Props {
  readonly photos: readonly TakenPhoto[]
  /** Name written into the small copies. */
  readonly name: string
  /** Checklist item photographed; absent for the source as a whole. */
  readonly item?: string
  /** Label of the camera button. */
  readonly label?: string
  /** The tablet's position; null if unknown. */
  readonly position: Position | null
  /** Circumstances that photos are checked against; absent while unknown. */
  readonly against?: PhotoCircumstances
  /** Other recordings beside the photos. */
  readonly children?: ReactNode
  onAdd(photos: readonly TakenPhoto[]): void
  /** A photo was drawn on; it may have been removed meanwhile. */
  onMarked(copy: TakenPhoto): void
  onRemove(photo: TakenPhoto): void
}

/**
 * Photos of a record, enlarged when pressed, with a warning if taken elsewhere or at another time, or used in another
 * record.
 */
export function PhotoStrip({
  photos,
  name,
  item,
  label,
  position,
  against,
  children,
  onAdd,
  onMarked,
  onRemove,
}: Props) {
  const { t } = useTranslation()
  const camera = useRef<HTMLInputElement>(null)
  const [unreadable, setUnreadable] = useState<readonly string[]>([])
  /** Files whose worker died while reading them; the photos may be fine. */
  const [stopped, setStopped] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)

  async function add(files: readonly File[]) {
    const taken: TakenPhoto[] = []
    const refused: string[] = []
    const lost: string[] = []
    setBusy(true)
    for (const file of files) {
      try {
        taken.push(await takePhoto(file, name, position, item))
      } catch (error) {
        if (error instanceof WorkerStopped) lost.push(file.name)
        else refused.push(file.name)
      }
    }
    setBusy(false)
    setUnreadable(refused)
    setStopped(lost)
    if (taken.length > 0) onAdd(taken)
  }
  /** Warnings on a photo, in words; a copy with drawings is judged like its original. */
  function doubtsOf(ref: PhotoRef): readonly string[] {
    if (!against) return []
    const at = ref.taken?.position ?? ref.position
    return photoFlags(ref, against).map((flag) =>
      flag === 'far-photo' && at && against.ground
        ? t('check.photoFar', { distance: distanceText(t, metresTo(against.ground, at)) })
        : t(`check.photoFlag.${flag}`),
    )
  }
  const shoot = () => camera.current?.click()

  return (
    <div className={classes.photos} data-photos={item ?? ''}>
      {seenTaken(photos).map((photo) => {
        const drawnOn = photos.find(({ ref }) => ref.hash === photo.ref.markOf) ?? null
        return (
          <figure key={photo.ref.markOf ?? photo.ref.hash}>
            <PhotoThumbnail photo={photo} drawnOn={drawnOn} onRemove={onRemove} onRetake={shoot} onMarked={onMarked} />
            {doubtsOf(drawnOn?.ref ?? photo.ref).map((words) => (
              <figcaption key={words} className={classes.far}>
                {words}
              </figcaption>
            ))}
          </figure>
        )
      })}
      <Button onClick={shoot} aria-busy={busy} data-camera>
        {label ?? t('check.takePhoto')}
      </Button>
      {children}
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        multiple
        hidden
        data-testid={item === undefined ? 'photos' : `photos-${item}`}
        onChange={(event) => {
          void add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {busy && <p role="status">{t('check.photoReading')}</p>}
      {stopped.length > 0 && <p role="alert">{t('check.photoStopped', { files: stopped.join(t('ui.comma')) })}</p>}
      {unreadable.length > 0 && (
        <p role="alert">{t('check.photoUnreadable', { files: unreadable.join(t('ui.comma')) })}</p>
      )}
    </div>
  )
}
