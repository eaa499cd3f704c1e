import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fix } from '@/domain/field/fix'
import { measureLine } from '@/domain/geodesy/measure-line'
import type { Position } from '@/domain/geodesy/position'
import { ringMiddle } from '@/domain/geodesy/ring-middle'
import { fieldMeaning } from '@/domain/sources/kinds/field'
import { KeptPhotos } from '@/features/field/check/KeptPhotos'
import form from '@/features/field/field-form.module.css'
import { useWho } from '@/features/field/people/use-who'
import { RainButton } from '@/features/field/RainButton'
import type { FoundEvent } from '@/ledger/discovery'
import { type LedgerState, targetKey } from '@/ledger/fold'
import { seenPhotos } from '@/ledger/marked'
import { holdRecording } from '@/ledger/recording'
import { useFix } from '@/store/device/fix'
import { useLedger } from '@/store/ledger'
import { useKinds, useKindTexts } from '@/store/words/kinds'
import { foundPlaceText } from '@/store/words/place'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import { Corners } from './Corners'
import { DraftNotice } from './DraftNotice'
import { type FoundDraft, NOTHING_FOUND } from './drafts'
import { type FoundPlace, foundName, foundPlace, standingAt } from './found-place'
import { PhotoStrip } from './PhotoStrip'
import { refsOf, storedOf, withCopy, withoutPhoto, withoutRef, withPhotos } from './photos'
import { SavingLine } from './SavingLine'
import type { KeptDraft } from './use-draft'
import { type DraftDay, useDraftDays } from './use-draft-days'
import { useSaving } from './use-saving'

/** Key of the draft of a found source in the ledger; keys of checks contain a slash. */
export const FOUND_DRAFT = 'found'

interface Props {
  /** Where the tablet is now; null where nobody knows. */
  readonly here: Fix | null
  readonly keptDraft: KeptDraft<FoundDraft>
  readonly draft: FoundDraft
  onMark(): void
  onClose(): void
  /** It is on the disk, under this name. */
  onSaved(name: string): void
}

const placeOf = (position: Position) => position.map((degrees) => degrees.toFixed(5)).join(', ')

/** What a record that is corrected no longer lets be said otherwise: checks belong to their source by its kind too. */
function holdOf({ id, body }: FoundEvent, records: LedgerState, draftDay: DraftDay) {
  const state = records.get(targetKey(body.target))
  const withdrawn = (state?.withdrawn ?? []).map(({ event }) => event)
  return {
    kind: body.target.kind,
    isChecked:
      (state?.visits.length ?? 0) > 0 ||
      withdrawn.some((event) => event.body.type === 'inspection') ||
      draftDay({ ...body.target, sameCode: null }) !== null,
    isWithdrawn: withdrawn.some((event) => event.id === id),
  }
}

/** A source that is on no list: where, what, photos, and its size by walking around it. */
export function NewSource({ here, keptDraft, draft, onMark, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const { append, author, events, state: records } = useLedger()
  const { companions } = useWho(author)
  const { note, photos, marked, walk, walkMetres, kept, corrects } = draft
  const wrong = events?.get(corrects) as FoundEvent | undefined
  const draftDay = useDraftDays()
  const hold = wrong ? holdOf(wrong, records, draftDay) : null
  const middle = ringMiddle(walk)
  const kindTexts = useKindTexts()
  const findable = useKinds().filter((each) => each.findable)
  // What is walked around is mostly what has an area.
  const likely = findable.find(({ fields }) => fieldMeaning(fields, 'area')) ?? findable[0]
  // A draft of another package may name a kind that this one has not: it stays what was found, by its id.
  const choices = [...new Set([...findable.map(({ id }) => id), ...(draft.kind === '' ? [] : [draft.kind])])]
  const kind = hold?.isChecked ? hold.kind : draft.kind || (likely?.id ?? '')
  const { change } = keptDraft
  const { state, reason, isSaving, save } = useSaving()
  const place =
    corrects === ''
      ? foundPlace({ ...draft, stood: draft.stood ?? (here && standingAt(here)) })
      : foundPlace(draft, wrong?.body)
  const position = place?.position ?? null
  const { squareMetres, metres } = measureLine(walk)
  const usualName = foundName(t, kindTexts.title(kind), position)
  const name = draft.name.trim() || usualName

  useEffect(holdRecording, [])
  const needAll = useFix((all) => all.needAll)
  useEffect(needAll, [needAll])
  // A correction has the place of its record, wherever it is written.
  const isPlaced = marked !== null || draft.stood !== null || corrects !== ''
  useEffect(() => {
    if (!isPlaced && here) change({ stood: standingAt(here) })
  }, [isPlaced, here, change])

  async function write(at: FoundPlace) {
    // Told apart by the moment: one tablet finds one source at a time, and the event says which tablet.
    const code = wrong?.body.target.code ?? `XC${new Date().toISOString().replace(/\D/g, '')}`
    const along = wrong ? (wrong.body.companions ?? []) : companions
    const discovery = {
      type: 'discovery',
      target: { kind, code, name },
      ...at,
      outline: walk,
      note,
      photos: [...kept, ...refsOf(photos)],
      ...(along.length === 0 ? {} : { companions: along }),
      ...(wrong && { corrects: wrong.id, foundAt: wrong.body.foundAt ?? wrong.at }),
    } as const
    await append(discovery, storedOf(photos), await keptDraft.ready())
    keptDraft.forget()
    onSaved(name)
  }

  return (
    <section className={form.form} aria-label={t(wrong ? 'spot.correcting' : 'check.found')}>
      <h3>{t(wrong ? 'spot.correcting' : 'check.found')}</h3>
      {wrong && (
        <p className={form.warning}>
          {t('spot.correctHelp', { name: wrong.body.target.name })}{' '}
          <RainButton
            onPress={() => {
              change(NOTHING_FOUND)
              onClose()
            }}
          >
            {t('spot.giveUp')}
          </RainButton>
        </p>
      )}
      {wrong && hold?.isWithdrawn && <p role="alert">{t('spot.gone', { name: wrong.body.target.name })}</p>}
      <DraftNotice keptDraft={keptDraft} count={({ walk }) => walk.length} />
      <div className={form.fields} inert={isSaving}>
        <p role="status">
          {place
            ? t('where.found', { place: placeOf(place.position), how: foundPlaceText(t, place) })
            : t('check.foundNowhere')}
        </p>
        <div className={form.actions}>
          <Button onClick={onMark}>{t('check.mark')}</Button>
          {middle && marked && <Button onClick={() => change({ marked: null })}>{t('where.useMiddle')}</Button>}
          {!middle && here && (
            <Button onClick={() => change({ marked: null, stood: standingAt(here) })}>{t('corner.hereNow')}</Button>
          )}
        </div>
        <Corners
          walk={walk}
          metres={walkMetres}
          here={here}
          onWalk={(next, metres) => change({ walk: next, walkMetres: metres })}
        />
        {walk.length > 1 && (
          <p>
            {squareMetres === null
              ? t('check.walked', { metres: Math.round(metres) })
              : t('check.walkedArea', { area: Math.round(squareMetres).toLocaleString('en') })}
          </p>
        )}
        <Select
          label={t('check.foundKind')}
          value={kind}
          disabled={hold?.isChecked === true}
          options={choices.map((id) => ({ value: id, label: kindTexts.title(id) }))}
          onChange={(next) => change({ kind: next })}
        />
        {hold?.isChecked && <p className="quiet">{t('spot.kindStays')}</p>}
        <label>
          <span>{t('spot.name')}</span>
          <input
            value={draft.name}
            maxLength={60}
            placeholder={t('spot.nameHelp', { name: usualName })}
            onChange={(event) => change({ name: event.target.value })}
          />
        </label>
        <KeptPhotos
          photos={seenPhotos(kept)}
          caption={t('spot.kept', { count: seenPhotos(kept).length })}
          onLeaveOut={(photo) => change((now) => ({ kept: withoutRef(now.kept, photo) }))}
        />
        <PhotoStrip
          photos={photos}
          name={name}
          position={here?.position ?? null}
          onAdd={(added) => change((now) => ({ photos: withPhotos(now.photos, added) }))}
          onMarked={(copy) => change((now) => ({ photos: withCopy(now.photos, copy) }))}
          onRemove={(photo) => change((now) => ({ photos: withoutPhoto(now.photos, photo) }))}
        />
        <label>
          <span>{t('check.note')}</span>
          <textarea rows={2} value={note} onChange={(event) => change({ note: event.target.value })} />
        </label>
      </div>
      <SavingLine state={state} reason={reason} />
      <div className={form.bar}>
        <Button onClick={onClose}>{t('check.back')}</Button>
        <RainButton
          weight="primary"
          className={form.save}
          disabled={!place || kind === '' || isSaving || hold?.isWithdrawn === true}
          onPress={() => place && void save(() => write(place))}
        >
          {t(wrong ? 'spot.saveCorrection' : 'check.saveFound')}
        </RainButton>
      </div>
    </section>
  )
}
