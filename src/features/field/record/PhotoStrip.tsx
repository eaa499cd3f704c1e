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
  /** Written into the copies. */
  readonly name: string
  /** Item of the checklist that is photographed; the place as a whole where it is absent. */
  readonly item?: string
  /** What the camera is for, as its button says. */
  readonly label?: string
  /** Where the tablet is; null where nobody knows. */
  readonly position: Position | null
  /** What a photo is held against; absent where that is not yet known. */
  readonly against?: PhotoCircumstances
  /** What else is recorded of it. */
  readonly children?: ReactNode
  onAdd(photos: readonly TakenPhoto[]): void
  /** One was drawn on; it may have been taken out meanwhile. */
  onMarked(copy: TakenPhoto): void
  onRemove(photo: TakenPhoto): void
}

/** Photos of a record, each large at a press, with a word where it was taken elsewhere or at another time, or another record has it. */
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
  /** Files whose worker died while reading them; the photos themselves may be good. */
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
  /** What a photo leaves open, in words; one that was drawn on is the same to that as before. */
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
