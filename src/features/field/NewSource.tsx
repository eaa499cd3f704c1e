import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { measureLine } from '@/domain/geodesy/measure-line'
import type { Position } from '@/domain/geodesy/position'
import { SOURCE_KINDS } from '@/domain/sources'
import type { SourceKind } from '@/domain/sources/schema'
import { useFix } from '@/store/fix'
import { useLedger } from '@/store/ledger'
import classes from './CheckForm.module.css'
import { PhotoStrip } from './PhotoStrip'
import { refsOf, storedOf, type TakenPhoto } from './photos'
import type { Origin } from './use-origin'

interface Props {
  readonly origin: Origin
  /** Where it was marked on the map; null takes the tablet's own position. */
  readonly marked: Position | null
  readonly walk: readonly Position[]
  onMark(): void
  onWalk(corners: readonly Position[]): void
  onClose(): void
}

/** What teams find without looking for it: heaps and yards that nobody reported. */
const KINDS = SOURCE_KINDS.filter((kind) => kind !== 'road' && kind !== 'plan-task' && kind !== 'straw-fires')

/** A source that is on no list: where, what, photos, and its size by walking around it. */
export function NewSource({ origin, marked, walk, onMark, onWalk, onClose }: Props) {
  const { t } = useTranslation()
  const append = useLedger((all) => all.append)
  const following = useFix((state) => state.state === 'following')
  const [kind, setKind] = useState<SourceKind>('stockpile')
  const [note, setNote] = useState('')
  const [photos, setPhotos] = useState<readonly TakenPhoto[]>([])
  const [status, setStatus] = useState<'editing' | 'saving' | 'saved' | 'refused'>('editing')
  const place = marked ?? origin.position
  const known = marked !== null || origin.accuracyMetres !== null
  const { squareMetres, metres } = measureLine(walk)
  const name = t('check.foundName', { kind: t(`kind.${kind}`), place: place.map((at) => at.toFixed(4)).join(',') })

  async function save() {
    setStatus('saving')
    // Told apart by the moment: one tablet finds one source at a time, and the event says which tablet.
    const code = `XC${new Date().toISOString().replace(/\D/g, '')}`
    try {
      await append(
        {
          type: 'discovery',
          target: { kind, code, name },
          position: place,
          accuracyMetres: marked ? null : origin.accuracyMetres,
          outline: walk,
          note,
          photos: refsOf(photos),
        },
        storedOf(photos),
        '',
      )
      setStatus('saved')
      setNote('')
      setPhotos([])
      onWalk([])
    } catch {
      setStatus('refused')
    }
  }

  return (
    <section className={classes.check} aria-label={t('check.found')}>
      <h3>{t('check.found')}</h3>
      <p>{t(known ? 'check.foundAt' : 'check.foundNowhere', { place: place.map((at) => at.toFixed(5)).join(', ') })}</p>
      <div className={classes.actions}>
        <button type="button" onClick={onMark}>
          {t('check.mark')}
        </button>
        <button type="button" disabled={!following} onClick={() => onWalk([...walk, origin.position])}>
          {t('check.corner', { count: walk.length })}
        </button>
        {walk.length > 0 && (
          <button type="button" onClick={() => onWalk([])}>
            {t('check.walkAgain')}
          </button>
        )}
      </div>
      {walk.length > 1 && (
        <p>
          {squareMetres === null
            ? t('check.walked', { metres: Math.round(metres) })
            : t('check.walkedArea', { area: Math.round(squareMetres).toLocaleString('en') })}
        </p>
      )}
      <label>
        <span>{t('check.foundKind')}</span>
        <select value={kind} onChange={(event) => setKind(event.target.value as SourceKind)}>
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`kind.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <PhotoStrip
        photos={photos}
        name={name}
        position={origin.accuracyMetres === null ? null : origin.position}
        place={place}
        onAdd={(added) => setPhotos([...photos, ...added])}
      />
      <label>
        <span>{t('check.note')}</span>
        <textarea rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <button
        type="button"
        className={classes.save}
        disabled={!known || status === 'saving'}
        onClick={() => void save()}
      >
        {t('check.saveFound')}
      </button>
      <button type="button" onClick={onClose}>
        {t('check.back')}
      </button>
      <p role="status" data-state={status} className={classes.status}>
        {status === 'saved' && t('check.saved')}
        {status === 'refused' && t('check.refused')}
      </p>
    </section>
  )
}
