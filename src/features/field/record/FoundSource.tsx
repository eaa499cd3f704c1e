import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import type { Fix } from '@/domain/field/fix'
import { distanceMetres } from '@/domain/geodesy/distance'
import type { Position } from '@/domain/geodesy/position'
import { useDistanceWords } from '@/features/field/around/use-distance-words'
import type { Origin } from '@/features/field/around/use-origin'
import { CheckTop } from '@/features/field/check/CheckTop'
import { KeptPhotos } from '@/features/field/check/KeptPhotos'
import form from '@/features/field/field-form.module.css'
import { KeptVoices } from '@/features/field/voice/KeptVoices'
import { deliveryOf } from '@/ledger/delivery'
import { writerOf } from '@/ledger/device'
import { earlierFinds, type FoundEvent } from '@/ledger/discovery'
import { displayedPhotos } from '@/ledger/displayed-photos'
import { targetKey } from '@/ledger/shared-code'
import { distinctVoices } from '@/ledger/voice'
import { leftRecordings } from '@/ledger/voice-chunks'
import { useOutcome } from '@/store/answers/use-promise'
import { useFix } from '@/store/device/fix'
import { ledger, useLedger } from '@/store/ledger'
import { useFoundWords } from '@/store/words/found-facts'
import { useKinds } from '@/store/words/kinds'
import { useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import { FactList } from '@/ui/FactList'
import { DeliveryMark } from './DeliveryMark'
import { DraftNotice } from './DraftNotice'
import { FOUND_DRAFT, foundCorrectionOf, isNothingFound, NOTHING_FOUND, readFoundDraft } from './drafts'
import { hasOwnName } from './found-place'
import { ReturnedNote } from './ReturnedNote'
import { useDraft } from './use-draft'
import { useFinding } from './use-finding'
import { useRefused } from './use-refused'
import { WithdrawForm } from './WithdrawForm'

const REASONS = ['target', 'twice', 'test'] as const

interface Props {
  readonly found: FoundEvent
  readonly fix: Fix | null
  readonly origin: Origin
  onClose(): void
  /** Shows it on the map. */
  onMap(position: Position): void
  /** Opens the form to correct it. */
  onCorrect(): void
  /** Starts a check of it. */
  onCheck(): void
}

/**
 * A found source as registered. The tablet that registered it can correct or withdraw it; its records stay readable.
 */
export function FoundSource({ found, fix, origin, onClose, onMap, onCorrect, onCheck }: Props) {
  const { t, i18n } = useTranslation()
  const ofOffice = useOfficeTexts()
  const kinds = useKinds()
  const { device, author, events, exchanged, state, append } = useLedger()
  const isFollowing = useFix((all) => all.state === 'following')
  const setFinding = useFinding((all) => all.setFinding)
  const { from } = useDistanceWords(origin)
  const refusedFor = useRefused()
  const [withdrawing, setWithdrawing] = useState(false)
  const [fault, setFault] = useState('')
  const keptDraft = useDraft(FOUND_DRAFT, readFoundDraft, NOTHING_FOUND, (error) => setFault(refusedFor(error)))
  const { draft, theirs } = keptDraft
  /** Whether the draft of the correction is on the disk, or the store reported a conflict with another window. */
  const [isKept, setKept] = useState(false)
  const { body } = found
  const { name } = body.target
  const photos = displayedPhotos(body.photos)
  const earlier = earlierFinds(found, events?.values() ?? [])
  const isOwn = found.device === device
  const voices = distinctVoices(body.voices ?? [])
  const words = useFoundWords()
  const flags = words.flags(found)
  const { visits = [] } = state.get(targetKey(body.target)) ?? {}
  const handing = isOwn ? deliveryOf(exchanged, state)(found) : null
  /** Recordings for another source that are not in its draft yet: they would end up in this one. */
  const { found: left } = useOutcome(() => leftRecordings(ledger(), FOUND_DRAFT), '')
  const isRecorded = (left?.length ?? 0) > 0 && draft?.corrects !== found.id
  const isBusy = draft !== null && draft.corrects !== found.id && !isNothingFound(draft)
  const isBegun = draft?.corrects === found.id
  const canCorrect = draft !== null && theirs === null && !isBusy && !isRecorded
  const title = t('spot.withdrawTitle', { name })
  async function correct() {
    setFault('')
    // A correction begun earlier is continued.
    if (!isBegun) keptDraft.change(foundCorrectionOf(found, await hasOwnName(i18n, kinds, body)))
    await keptDraft.ready()
    setKept(true)
  }

  const goesOn = isKept && isBegun && theirs === null && fault === ''
  useEffect(() => {
    if (!goesOn) return
    setFinding(true)
    onCorrect()
  }, [goesOn, setFinding, onCorrect])

  async function withdraw(reason: string) {
    // An unfinished correction is deleted too: saved later, it would register the source again.
    const begun = isBegun ? await keptDraft.ready() : null
    await append({ type: 'withdrawal', event: found.id, reason }, [], begun)
    if (begun) keptDraft.forget()
    onClose()
  }

  return (
    <section className={`${form.form} ${form.page}`} aria-label={name}>
      <CheckTop fix={fix} isFollowing={isFollowing} author={author} begunAt="" onClose={onClose} />
      <h2>{name}</h2>
      <div>
        {[t('spot.title'), ...words.head(found), from(distanceMetres(origin.position, body.position))].join(DOT)}
        {handing && handing.state !== 'returned' && <DeliveryMark handing={handing} />}
      </div>
      {handing?.state === 'returned' && handing.review && (
        <ReturnedNote review={handing.review} onCorrect={canCorrect ? () => void correct() : 'later'} />
      )}
      <KeptPhotos photos={photos} caption={t('check.photos', { count: photos.length })} />
      <KeptVoices voices={voices} title={t('voice.count', { count: voices.length })} />
      <FactList facts={words.facts(found, visits)} />
      {flags.length > 0 && (
        <ul className={form.warning} aria-label={t('spot.flags')}>
          {flags.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      {earlier.length > 0 && (
        <section aria-label={t('spot.earlier')}>
          <h3>{t('spot.earlier')}</h3>
          {earlier.map((event) => (
            <p key={event.id}>
              <s>{[localMinute(event.at), writerOf(event), event.body.target.name, ...words.said(event)].join(DOT)}</s>
            </p>
          ))}
        </section>
      )}
      {fault && <p role="alert">{fault}</p>}
      {!isOwn && <p className="quiet">{t('spot.others')}</p>}
      {isOwn && <DraftNotice keptDraft={keptDraft} count={({ walk }) => walk.length} />}
      {isOwn && isBusy && <p className={form.warning}>{t('spot.busy')}</p>}
      {isOwn && isRecorded && !isBusy && <p className={form.warning}>{t('spot.recording')}</p>}
      {withdrawing && (
        <WithdrawForm
          title={title}
          warning={t('spot.withdrawHelp')}
          reasons={REASONS.map((each) => ofOffice(`check.withdrawReason.${each}`))}
          confirm={title}
          onGive={withdraw}
          onCancel={() => setWithdrawing(false)}
        />
      )}
      <div className={form.foot}>
        <Button onClick={() => onMap(body.position)}>{t('check.onMap')}</Button>
        <Button onClick={onCheck}>{t('spot.check')}</Button>
        {isOwn && !withdrawing && <Button onClick={() => setWithdrawing(true)}>{t('spot.withdraw')}</Button>}
        {isOwn && (
          <Button weight="primary" disabled={!canCorrect} onClick={() => void correct()}>
            {t('spot.correct')}
          </Button>
        )}
      </div>
    </section>
  )
}
