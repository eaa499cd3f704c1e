import { useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { localMinute } from '@/domain/calendar'
import type { Fix } from '@/domain/field/fix'
import type { Position } from '@/domain/geodesy/position'
import type { Origin } from '@/features/field/around/use-origin'
import { CheckBar } from '@/features/field/check/CheckBar'
import { CheckHead } from '@/features/field/check/CheckHead'
import { CheckItems } from '@/features/field/check/CheckItems'
import { CheckTop } from '@/features/field/check/CheckTop'
import type { Done } from '@/features/field/check/DoneLine'
import { KeptPhotos } from '@/features/field/check/KeptPhotos'
import { missingPartsOf } from '@/features/field/check/missing-parts'
import { SavedCard } from '@/features/field/check/SavedCard'
import { SaveSummary } from '@/features/field/check/SaveSummary'
import { useCheckItems } from '@/features/field/check/use-check-items'
import { useGround } from '@/features/field/check/use-ground'
import { useSourceFacts } from '@/features/field/check/use-source-facts'
import { usualContacts } from '@/features/field/check/usual-words'
import { WholeSiteButtons } from '@/features/field/check/WholeSiteButtons'
import {
  evidenceOfDraft,
  inspectionOf,
  photosBefore,
  photosOfDraft,
  photosUsed,
  summaryOf,
  voicesBefore,
} from '@/features/field/check/write-check'
import form from '@/features/field/field-form.module.css'
import { ForeignDraft, isForeign } from '@/features/field/people/ForeignDraft'
import { useCompanions } from '@/features/field/people/use-companions'
import { RecordPapers } from '@/features/field/sign/RecordPapers'
import { KeptVoices } from '@/features/field/voice/KeptVoices'
import { RecordingBar } from '@/features/field/voice/RecordingBar'
import { useVoices } from '@/features/field/voice/use-voices'
import { VoiceStrip } from '@/features/field/voice/VoiceStrip'
import { displayedPhotos } from '@/ledger/displayed-photos'
import type { Answer } from '@/ledger/event'
import type { Evidence } from '@/ledger/flag'
import { standingEvents, supersededByCorrection } from '@/ledger/fold'
import { holdRecording } from '@/ledger/recording'
import { targetKey } from '@/ledger/shared-code'
import type { InspectionEvent } from '@/ledger/visit'
import { useFix } from '@/store/device/fix'
import { useToday } from '@/store/device/today'
import { useLedger } from '@/store/ledger'
import { Button } from '@/ui/controls/Button'
import { type CheckTarget, draftKeyOf } from './check-target'
import { DraftNotice } from './DraftNotice'
import { DropDraft } from './DropDraft'
import { type CheckDraft, isBlank, NOTHING_CHECKED, readCheckDraft } from './drafts'
import { useDropped } from './dropped'
import { History } from './History'
import { PhotoStrip } from './PhotoStrip'
import { storedOf } from './photos'
import { ReturnedRecords } from './ReturnedRecords'
import { SavingLine } from './SavingLine'
import { useAnswerRest } from './use-answer-rest'
import { useCorrection } from './use-correction'
import { type Change, useDraft } from './use-draft'
import { useDraftPhotos } from './use-draft-photos'
import { useSaving } from './use-saving'

interface Props {
  readonly source: CheckTarget
  /** Warning shown above the form if something about the source is wrong. */
  readonly warning?: string | undefined
  /** The tablet's last position; null if there was none. */
  readonly fix: Fix | null
  /** Point from which distances are measured. */
  readonly origin: Origin
  onClose(): void
  /** Shows this source and its surroundings on the map. */
  onMap(position: Position): void
}

/**
 * The check of one source: an answer per item, photos, note. Every change is stored; "saved" appears only once the
 * record is on the disk.
 */
export function CheckForm({ source, warning, fix, origin, onClose, onMap }: Props) {
  const { t } = useTranslation()
  const { state: records, events, device, author, append } = useLedger()
  const { toldAt, isFollowing } = useFix(
    useShallow((state) => ({ toldAt: state.toldAt, isFollowing: state.state === 'following' })),
  )
  const { kind } = source
  const own = records.get(targetKey(source))
  const facts = useSourceFacts(source)
  const ground = useGround(source, facts)
  const { state, reason, isSaving, edit, refuse, save } = useSaving()
  // A failure to store the draft is shown; the user can go on typing.
  const keptDraft = useDraft(draftKeyOf(source), readCheckDraft, NOTHING_CHECKED, refuse)
  const { draft } = keptDraft
  const checklist = useCheckItems(source, draft ?? NOTHING_CHECKED)
  const { items } = checklist
  const who = useCompanions(author)
  const list = useRef<HTMLOListElement>(null)
  const [done, setDone] = useState<Done | null>(null)
  /** Evidence shown in the summary before saving; null while it is closed. */
  const [open, setOpen] = useState<Evidence | null>(null)
  const [written, setSaved] = useState<InspectionEvent | null>(null)
  /** The record saved last; it may have been withdrawn meanwhile, and is then nothing to sign or to confirm. */
  const isWithdrawn = own?.withdrawn.some(({ event }) => event.id === written?.id) === true
  const saved = isWithdrawn ? null : written
  const all = [...(events?.values() ?? [])]
  const contacts = usualContacts(facts.text('contact'), all, source)
  /** Photos of the record being corrected; they stay with it. */
  const kept = draft ? displayedPhotos(photosBefore(draft.corrects, events ?? new Map())) : []
  const keptVoices = draft ? voicesBefore(draft.corrects, events ?? new Map()) : []

  useEffect(holdRecording, [])

  function change(part: Change<CheckDraft>) {
    edit()
    setSaved(null)
    keptDraft.change((now) => ({
      ...(now.begunAt === '' ? { begunAt: new Date().toISOString(), begunBy: author, heldBy: author } : {}),
      ...(typeof part === 'function' ? part(now) : part),
    }))
  }
  const answer = (item: string, given: Answer) => {
    setDone((now) => (now?.stays ? now : null))
    change((now) => ({ answers: { ...now.answers, [item]: given } }))
  }
  const explain = (of: readonly string[], reason: string) =>
    change(({ reasons }) => ({ reasons: { ...reasons, ...Object.fromEntries(of.map((item) => [item, reason])) } }))
  const rest = useAnswerRest(kind, items, facts.isUnmet, draft, change, setDone)
  const photoBox = useDraftPhotos(draft?.photos ?? [], change, setDone)
  const voices = useVoices(keptDraft, change, setDone)
  const { correct, giveUp } = useCorrection(keptDraft, voices, change, setDone)

  const context = {
    ...{ target: source, checklist, ...ground, fix, toldAt, device },
    ...{ events: events ?? new Map(), author, ...who },
  }
  const [corrects, day] = [draft?.corrects ?? '', useToday()]
  const used = useMemo(
    () => photosUsed(corrects, source, { device, events: events ?? new Map() }, day),
    [corrects, source, device, events, day],
  )
  const against = { ...ground, ...used }
  const foreign = draft !== null && isForeign(draft, author)
  const answered = draft ? items.filter(({ id }) => draft.answers[id]).length : 0

  /** Leaves the summary and scrolls to an item of the list. */
  function goTo(item: string) {
    flushSync(() => setOpen(null))
    const row = list.current?.querySelector(`[data-item="${CSS.escape(item)}"]`)
    row?.scrollIntoView({ block: 'start' })
    row?.querySelector<HTMLElement>('[aria-pressed]')?.focus({ preventScroll: true })
  }

  async function ask() {
    if (voices.live) await voices.finish()
    if (draft) setOpen(evidenceOfDraft(draft, context, Date.now()))
  }

  async function write(filled: CheckDraft, evidence: Evidence) {
    const wrong = filled.corrects === '' ? undefined : events?.get(filled.corrects)
    const supersedes = wrong ? supersededByCorrection(wrong as InspectionEvent) : standingEvents(own)
    const body = inspectionOf(filled, context, evidence, supersedes)
    const sounds = filled.voices.map(({ ref, sound }) => ({ hash: ref.hash, sound }))
    await voices.settled()
    const event = await append(body, storedOf(filled.photos), await keptDraft.ready(), sounds)
    keptDraft.forget()
    setDone(null)
    setSaved({ ...event, body })
  }

  async function drop() {
    if (voices.live) await voices.finish()
    await voices.settled()
    await useDropped.getState().drop(keptDraft.key)
    onClose()
  }

  return (
    <section className={`${form.form} ${form.check}`} aria-label={t('check.title', { name: source.name })}>
      <CheckTop fix={fix} isFollowing={isFollowing} author={author} begunAt={draft?.begunAt ?? ''} onClose={onClose} />
      <CheckHead
        source={source}
        facts={facts}
        origin={origin}
        onMap={() => source.position && onMap(source.position)}
      />
      {warning ? (
        <p className={form.warning}>{warning}</p>
      ) : (
        source.sameCode && <p className={form.warning}>{t('detail.sameCode', { ...source.sameCode })}</p>
      )}
      <DraftNotice keptDraft={keptDraft} count={({ answers }) => Object.keys(answers).length} />
      {!saved && draft && (
        <ReturnedRecords source={source} correcting={draft.corrects} onCorrect={isBlank(draft) ? correct : null} />
      )}
      {isWithdrawn && <p role="status">{t('check.withdrawnNow')}</p>}
      {saved && (
        <SavedCard
          source={source}
          record={saved}
          facts={facts}
          contacts={contacts}
          fix={fix}
          onAgain={() => setSaved(null)}
          onClose={onClose}
        />
      )}
      {draft && !saved && (
        <>
          {draft.corrects !== '' && (
            <p className={form.warning}>
              {t('check.correcting', { at: localMinute(events?.get(draft.corrects)?.at ?? draft.begunAt) })}{' '}
              <Button onClick={() => void giveUp()}>{t('check.stopCorrecting')}</Button>
            </p>
          )}
          {foreign && <ForeignDraft draft={draft} author={author} onTake={() => change({ heldBy: author })} />}
          {/* A draft that is being saved, or belongs to someone else, must not be edited. */}
          <div className={form.fields} inert={isSaving || foreign}>
            {answered < items.length && <WholeSiteButtons kind={kind} onChoose={rest.asWhole} />}
            <CheckItems
              ref={list}
              {...{ source, items, draft, facts, contacts, against, fix, voices }}
              events={all}
              kept={kept}
              photoBox={photoBox}
              onAnswer={answer}
              onReason={(item, reason) => explain([item], reason)}
              onSaid={(item, said) => change((now) => ({ shortcomings: { ...now.shortcomings, [item]: said } }))}
            />
            {/* Photos of items no longer failing are shown with the source's. */}
            <KeptPhotos photos={kept.filter(({ item }) => item === undefined || draft.answers[item] !== 'no')} />
            <PhotoStrip
              photos={draft.photos.filter(({ ref }) => ref.item === undefined)}
              name={source.name}
              label={t('check.takePlace')}
              position={fix?.position ?? null}
              against={against}
              onAdd={photoBox.addPhotos}
              onMarked={photoBox.addCopy}
              onRemove={photoBox.removePhoto}
            >
              <VoiceStrip draft={draft} voices={voices} />
            </PhotoStrip>
            <KeptVoices voices={keptVoices} title={t('voice.kept', { count: keptVoices.length })} />
            <label>
              <span>{t('check.note')}</span>
              <textarea rows={2} value={draft.note} onChange={({ target }) => change({ note: target.value })} />
            </label>
            {draft.begunAt !== '' && draft.corrects === '' && (
              <div className={form.actions}>
                <DropDraft name={source.name} onDrop={drop} />
              </div>
            )}
          </div>
        </>
      )}
      <SavingLine state={saved ? 'editing' : state} reason={reason} />
      <History
        source={source}
        onCorrect={draft && isBlank(draft) ? correct : null}
        papersOf={(record) => <RecordPapers {...{ source, facts, contacts, record }} className={form.actions} />}
      />
      {draft && !saved && !foreign && (
        <CheckBar
          answered={answered}
          all={items.length}
          done={isSaving ? null : done}
          busy={isSaving}
          onNext={() => list.current?.querySelector('[data-answered="false"]')?.scrollIntoView({ block: 'center' })}
          onRest={rest.asMet}
          onSave={() => void ask()}
        >
          <RecordingBar voices={voices} />
        </CheckBar>
      )}
      {open && draft && (
        <SaveSummary
          evidence={open}
          accuracyMetres={fix?.accuracyMetres ?? null}
          summary={summaryOf(draft, context)}
          asksAuthor={author === ''}
          kind={kind}
          unanswered={items.flatMap(({ id }) => (draft.answers[id] ? [] : id))}
          lacks={missingPartsOf(draft, items, photosOfDraft(draft, context.events))}
          events={all}
          onReason={explain}
          onItem={goTo}
          onBack={() => setOpen(null)}
          onSave={(why) => {
            setOpen(null)
            void save(() => write(draft, evidenceOfDraft(draft, context, Date.now(), why)))
          }}
        />
      )}
    </section>
  )
}
