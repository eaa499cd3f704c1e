import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fix } from '@/domain/field/fix'
import { measureLine } from '@/domain/geodesy/measure-line'
import form from '@/features/field/field-form.module.css'
import { holdRecording } from '@/ledger/recording'
import { useKinds, useKindTexts } from '@/store/kinds'
import { useLedger } from '@/store/ledger'
import { DraftNotice } from './DraftNotice'
import type { FoundDraft } from './drafts'
import { PhotoStrip } from './PhotoStrip'
import { refsOf, storedOf } from './photos'
import type { DraftInHand } from './use-draft'
import { useRefused } from './use-refused'

/** The draft's name in the ledger; a source's has a slash in it. */
export const FOUND_DRAFT = 'found'

interface Props {
  /** Where the tablet is now; null where nobody knows. */
  readonly here: Fix | null
  readonly hand: DraftInHand<FoundDraft>
  readonly draft: FoundDraft
  onMark(): void
  onClose(): void
}

/** A source that is on no list: where, what, photos, and its size by walking around it. */
export function NewSource({ here, hand, draft, onMark, onClose }: Props) {
  const { t } = useTranslation()
  const append = useLedger((all) => all.append)
  const { note, photos, marked, walk } = draft
  const kindTexts = useKindTexts()
  const findable = useKinds().filter((each) => each.findable)
  // A draft of another package may name a kind that this one has not.
  const kind = (findable.find(({ id }) => id === draft.kind) ?? findable[0])?.id ?? draft.kind
  const { change } = hand
  const refusedFor = useRefused()
  const [reason, setReason] = useState('')
  const [status, setStatus] = useState<'editing' | 'saving' | 'saved' | 'refused'>('editing')
  const place = marked ?? here?.position ?? null
  const { squareMetres, metres } = measureLine(walk)
  const name = t('check.foundName', {
    kind: kindTexts.title(kind),
    place: place?.map((at) => at.toFixed(4)).join(',') ?? '',
  })

  useEffect(holdRecording, [])

  async function save() {
    if (!place) return
    setStatus('saving')
    // Told apart by the moment: one tablet finds one source at a time, and the event says which tablet.
    const code = `XC${new Date().toISOString().replace(/\D/g, '')}`
    try {
      await append(
        {
          type: 'discovery',
          target: { kind, code, name },
          position: place,
          accuracyMetres: marked ? null : (here?.accuracyMetres ?? null),
          outline: walk,
          note,
          photos: refsOf(photos),
        },
        storedOf(photos),
        await hand.ready(),
      )
      hand.forget()
      setStatus('saved')
    } catch (error) {
      setReason(refusedFor(error))
      setStatus('refused')
    }
  }

  return (
    <section className={form.form} aria-label={t('check.found')}>
      <h3>{t('check.found')}</h3>
      <DraftNotice hand={hand} count={({ walk }) => walk.length} />
      <p>
        {place ? t('check.foundAt', { place: place.map((at) => at.toFixed(5)).join(', ') }) : t('check.foundNowhere')}
      </p>
      <div className={form.actions}>
        <button type="button" onClick={onMark}>
          {t('check.mark')}
        </button>
        <button type="button" disabled={!here} onClick={() => here && change({ walk: [...walk, here.position] })}>
          {t('check.corner', { count: walk.length })}
        </button>
        {walk.length > 0 && (
          <button type="button" onClick={() => change({ walk: [] })}>
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
        <select value={kind} onChange={(event) => change({ kind: event.target.value })}>
          {findable.map(({ id }) => (
            <option key={id} value={id}>
              {kindTexts.title(id)}
            </option>
          ))}
        </select>
      </label>
      <PhotoStrip
        photos={photos}
        name={name}
        position={here?.position ?? null}
        place={place}
        onAdd={(added) => change((now) => ({ photos: [...now.photos, ...added] }))}
      />
      <label>
        <span>{t('check.note')}</span>
        <textarea rows={2} value={note} onChange={(event) => change({ note: event.target.value })} />
      </label>
      <button type="button" className={form.save} disabled={!place || status === 'saving'} onClick={() => void save()}>
        {t('check.saveFound')}
      </button>
      <button type="button" onClick={onClose}>
        {t('check.back')}
      </button>
      <p role="status" data-state={status} className={form.status}>
        {status === 'saved' && t('check.saved')}
        {status === 'refused' && reason}
      </p>
    </section>
  )
}
