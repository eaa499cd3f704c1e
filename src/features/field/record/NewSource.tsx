import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import type { Fix } from '@/domain/field/fix'
import { FAR_METRES } from '@/domain/field/ground'
import type { Position } from '@/domain/geodesy/position'
import { fieldMeaning } from '@/domain/sources/kinds/field'
import { type Done, DoneLine } from '@/features/field/check/DoneLine'
import { KeptPhotos } from '@/features/field/check/KeptPhotos'
import form from '@/features/field/field-form.module.css'
import { HoldInRainButton } from '@/features/field/HoldInRainButton'
import { useCompanions } from '@/features/field/people/use-companions'
import { KeptVoices } from '@/features/field/voice/KeptVoices'
import { RecordingBar } from '@/features/field/voice/RecordingBar'
import { useVoices } from '@/features/field/voice/use-voices'
import { VoiceStrip } from '@/features/field/voice/VoiceStrip'
import { receivedReviews } from '@/ledger/delivery'
import type { FoundEvent } from '@/ledger/discovery'
import { displayedPhotos } from '@/ledger/displayed-photos'
import type { Evidence } from '@/ledger/flag'
import type { LedgerState } from '@/ledger/fold'
import { holdRecording } from '@/ledger/recording'
import { targetKey } from '@/ledger/shared-code'
import { useSameNear } from '@/store/answers/use-same-near'
import { useChentu, useOpened } from '@/store/chentu'
import { useFix } from '@/store/device/fix'
import { useLedger } from '@/store/ledger'
import { countyText } from '@/store/words/county'
import { useKinds, useKindTexts } from '@/store/words/kinds'
import { foundPlaceText } from '@/store/words/place'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import { DOT } from '@/ui/dot'
import { DraftNotice } from './DraftNotice'
import { DropDraft } from './DropDraft'
import { type FoundDraft, isNothingFound, NOTHING_FOUND } from './drafts'
import { FoundSummary } from './FoundSummary'
import { FoundWhere } from './FoundWhere'
import { type FoundPlace, foundCode, foundName, foundPlace, standingAt } from './found-place'
import { NearHints } from './NearHints'
import { PhotoStrip } from './PhotoStrip'
import { storedOf, withCopy, withoutPhoto, withoutRef, withPhotos } from './photos'
import { ReturnedNote } from './ReturnedNote'
import { SavingLine } from './SavingLine'
import type { KeptDraft } from './use-draft'
import { type DraftDay, useDraftDays } from './use-draft-days'
import { useSaving } from './use-saving'
import { discoveryOf, evidenceOfFound, type FoundContext, photosOfFound, voicesOfFound } from './write-found'

interface Props {
  /** The tablet's current position; null if unknown. */
  readonly here: Fix | null
  readonly keptDraft: KeptDraft<FoundDraft>
  readonly draft: FoundDraft
  onMark(): void
  onClose(): void
  /** Called with its name when the record is on the disk. */
  onSaved(name: string): void
}

const placeOf = (position: Position) => position.map((degrees) => degrees.toFixed(5)).join(', ')

/**
 * What a correction can't change: with checks, the kind is fixed too, since checks belong to a source by kind and code.
 */
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

/** Form for a source that is on no list: place, kind, photos and spoken notes, and its size by walking around it. */
export function NewSource({ here, keptDraft, draft, onMark, onClose, onSaved }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const setView = useChentu((all) => all.setView)
  const { append, author, device, events, state: records, exchanged } = useLedger()
  const who = useCompanions(author)
  const { note, photos, marked, kept, corrects } = draft
  const wrong = (events?.get(corrects) as FoundEvent | undefined) ?? null
  const draftDay = useDraftDays()
  const review = wrong && receivedReviews(exchanged).get(wrong.hash)
  const hold = wrong ? holdOf(wrong, records, draftDay) : null
  const kindTexts = useKindTexts()
  const findable = useKinds().filter((each) => each.findable)
  // Default kind: what people walk around mostly has an area.
  const likely = findable.find(({ fields }) => fieldMeaning(fields, 'area')) ?? findable[0]
  // A draft of another package may have a kind that this one lacks: it is kept, shown by its id.
  const choices = [...new Set([...findable.map(({ id }) => id), ...(draft.kind === '' ? [] : [draft.kind])])]
  const kind = hold?.isChecked ? hold.kind : draft.kind || (likely?.id ?? '')
  const { change } = keptDraft
  const { state, reason, isSaving, save } = useSaving()
  const [done, setDone] = useState<Done | null>(null)
  /** Evidence shown in the summary before saving; null while it is closed. */
  const [open, setOpen] = useState<Evidence | null>(null)
  const voices = useVoices(keptDraft, change, setDone)
  const keptVoices = wrong?.body.voices ?? []
  const place =
    corrects === ''
      ? foundPlace({ ...draft, stood: draft.stood ?? (here && standingAt(here)) })
      : foundPlace(draft, wrong?.body)
  const position = place?.position ?? null
  const usualName = foundName(t, kindTexts.title(kind), position)
  const name = draft.name.trim() || usualName
  const near = useSameNear({ kind, code: wrong?.body.target.code ?? '' }, position)
  const county = position ? countyText(t, dataset, position, i18n.language) : ''
  const where = place && t('where.found', { place: placeOf(place.position), how: foundPlaceText(t, place) })

  useEffect(holdRecording, [])
  const { needAll, toldAt } = useFix(useShallow((all) => ({ needAll: all.needAll, toldAt: all.toldAt })))
  useEffect(needAll, [needAll])
  // A correction keeps its record's place, wherever it is written.
  const isPlaced = marked !== null || draft.stood !== null || corrects !== ''
  useEffect(() => {
    if (!isPlaced && here) change({ stood: standingAt(here) })
  }, [isPlaced, here, change])

  const contextOf = (at: FoundPlace): FoundContext => ({
    target: { kind, code: wrong?.body.target.code ?? foundCode(new Date().toISOString()), name },
    ...{ place: at, wrong, fix: here, toldAt, device, events: events ?? new Map(), ...who },
    farMetres: dataset.settings?.field?.farMetres ?? FAR_METRES,
  })

  async function ask(at: FoundPlace) {
    if (voices.live) await voices.finish()
    setOpen(evidenceOfFound(draft, contextOf(at), Date.now()))
  }

  async function write(at: FoundPlace, why: string) {
    const context = contextOf(at)
    const discovery = discoveryOf(draft, context, evidenceOfFound(draft, context, Date.now(), why))
    const sounds = draft.voices.map(({ ref, sound }) => ({ hash: ref.hash, sound }))
    await voices.settled()
    await append(discovery, storedOf(photos), await keptDraft.ready(), sounds)
    keptDraft.forget()
    onSaved(name)
  }

  async function giveUp() {
    // Ends a running recording too: it would end up in the next source, whose draft has the same key.
    if (voices.live) await voices.finish()
    change((now) => {
      voices.letGo(now.voices)
      return NOTHING_FOUND
    })
    onClose()
  }

  async function close() {
    // Puts a running recording into this draft before another is begun.
    if (voices.live) await voices.finish()
    onClose()
  }

  return (
    <section className={form.form} aria-label={t(wrong ? 'spot.correcting' : 'check.found')}>
      <h3>{t(wrong ? 'spot.correcting' : 'check.found')}</h3>
      {wrong && (
        <p className={form.warning}>
          {t('spot.correctHelp', { name: wrong.body.target.name })}{' '}
          <HoldInRainButton onPress={() => void giveUp()}>{t('spot.giveUp')}</HoldInRainButton>
        </p>
      )}
      {wrong && review?.verdict === 'returned' && <ReturnedNote review={review} onCorrect="now" />}
      {wrong && hold?.isWithdrawn && <p role="alert">{t('spot.gone', { name: wrong.body.target.name })}</p>}
      <DraftNotice keptDraft={keptDraft} count={({ walk }) => walk.length} />
      <div className={form.fields} inert={isSaving}>
        <p role="status">{where ? [where, county].filter(Boolean).join(DOT) : t('check.foundNowhere')}</p>
        <FoundWhere here={here} draft={draft} onChange={change} onMark={onMark} />
        <Select
          label={t('check.foundKind')}
          value={kind}
          disabled={hold?.isChecked === true}
          options={choices.map((id) => ({ value: id, label: kindTexts.title(id) }))}
          onChange={(next) => change({ kind: next })}
        />
        {hold?.isChecked && <p className="quiet">{t('spot.kindStays')}</p>}
        <NearHints near={near} onOpen={({ kind, code }) => setView({ selected: { kind, code } })} />
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
          photos={displayedPhotos(kept)}
          caption={t('spot.kept', { count: displayedPhotos(kept).length })}
          onLeaveOut={(photo) => change((now) => ({ kept: withoutRef(now.kept, photo) }))}
        />
        <PhotoStrip
          photos={photos}
          name={name}
          position={here?.position ?? null}
          onAdd={(added) => change((now) => ({ photos: withPhotos(now.photos, added) }))}
          onMarked={(copy) => change((now) => ({ photos: withCopy(now.photos, copy) }))}
          onRemove={(photo) => change((now) => ({ photos: withoutPhoto(now.photos, photo) }))}
        >
          <VoiceStrip draft={{ voices: draft.voices, answers: {} }} voices={voices} />
        </PhotoStrip>
        <KeptVoices voices={keptVoices} title={t('voice.kept', { count: keptVoices.length })} />
        <label>
          <span>{t('check.note')}</span>
          <textarea rows={2} value={note} onChange={(event) => change({ note: event.target.value })} />
        </label>
      </div>
      <SavingLine state={state} reason={reason} />
      <div className={form.bar}>
        <RecordingBar voices={voices} />
        {done && <DoneLine done={done} />}
        <Button onClick={() => void close()}>{t('check.back')}</Button>
        <HoldInRainButton
          weight="primary"
          className={form.save}
          disabled={!place || kind === '' || isSaving || hold?.isWithdrawn === true}
          onPress={() => place && void ask(place)}
        >
          {t(wrong ? 'spot.saveCorrection' : 'check.saveFound')}
        </HoldInRainButton>
      </div>
      {corrects === '' && !isNothingFound(draft) && (
        <div className={form.actions}>
          <DropDraft name={name} onDrop={giveUp} />
        </div>
      )}
      {open && place && (
        <FoundSummary
          evidence={open}
          accuracyMetres={here?.accuracyMetres ?? null}
          lines={[[name, kindTexts.title(kind), county].filter(Boolean).join(DOT), ...(where ? [where] : [])]}
          photos={displayedPhotos(photosOfFound(draft)).length}
          voices={voicesOfFound(draft, wrong).length}
          usualName={name === usualName ? usualName : ''}
          hasNote={note.trim() !== ''}
          near={near}
          asksAuthor={author === ''}
          onBack={() => setOpen(null)}
          onSave={(why) => {
            setOpen(null)
            void save(() => write(place, why))
          }}
        />
      )}
    </section>
  )
}
