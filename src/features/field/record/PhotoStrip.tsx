import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { Button } from '@/ui/controls/Button'
import { WorkerStopped } from '@/workers/live-worker'
import classes from './PhotoStrip.module.css'
import { type TakenPhoto, takePhoto } from './photos'

/** Farther from the source than this a photo is asked about: the longest sites of the city are shorter. */
const FAR_METRES = 500

interface Props {
  readonly photos: readonly TakenPhoto[]
  /** Written into the copies. */
  readonly name: string
  /** Where the tablet is, and where the source is; null where nobody knows. */
  readonly position: Position | null
  readonly sourcePosition: Position | null
  onAdd(photos: readonly TakenPhoto[]): void
}

/** Photos of a record, each with a word where the camera says that it was taken elsewhere. */
export function PhotoStrip({ photos, name, position, sourcePosition, onAdd }: Props) {
  const { t } = useTranslation()
  const camera = useRef<HTMLInputElement>(null)
  const [unreadable, setUnreadable] = useState<readonly string[]>([])
  /** Files whose worker died while reading them; the photos themselves may be good. */
  const [stopped, setStopped] = useState<readonly string[]>([])

  async function add(files: readonly File[]) {
    const taken: TakenPhoto[] = []
    const refused: string[] = []
    const lost: string[] = []
    for (const file of files) {
      try {
        taken.push(await takePhoto(file, name, position))
      } catch (error) {
        if (error instanceof WorkerStopped) lost.push(file.name)
        else refused.push(file.name)
      }
    }
    setUnreadable(refused)
    setStopped(lost)
    if (taken.length > 0) onAdd(taken)
  }

  return (
    <div className={classes.photos}>
      {photos.map(({ ref, shown }) => {
        const from = ref.taken?.position ?? ref.position
        const metres = from && sourcePosition ? distanceMetres(from, sourcePosition) : 0
        return (
          <figure key={ref.hash}>
            <Thumbnail blob={shown} label={t('check.photo', { at: localMinute(ref.at).slice(11) })} />
            {metres > FAR_METRES && (
              <figcaption className={classes.far}>{t('check.photoFar', { km: (metres / 1000).toFixed(1) })}</figcaption>
            )}
          </figure>
        )
      })}
      <Button onClick={() => camera.current?.click()}>{t('check.takePhoto')}</Button>
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        multiple
        hidden
        data-testid="photos"
        onChange={(event) => {
          void add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {stopped.length > 0 && <p role="alert">{t('check.photoStopped', { files: stopped.join(t('ui.comma')) })}</p>}
      {unreadable.length > 0 && (
        <p role="alert">{t('check.photoUnreadable', { files: unreadable.join(t('ui.comma')) })}</p>
      )}
    </div>
  )
}

function Thumbnail({ blob, label }: { readonly blob: Blob; readonly label: string }) {
  const [url, setUrl] = useState('')
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return url ? <img src={url} alt={label} /> : null
}
