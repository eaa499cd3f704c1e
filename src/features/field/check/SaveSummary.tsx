import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KindId } from '@/domain/sources/kinds/kind'
import { useChoosing } from '@/features/field/people/use-choosing'
import { WhoWrites } from '@/features/field/people/WhoWrites'
import { RainButton } from '@/features/field/RainButton'
import type { Evidence, LedgerEvent } from '@/ledger/event'
import { useOpened } from '@/store/chentu'
import { useFlagText } from '@/store/words/flags'
import { useOfficeTexts } from '@/store/words/office'
import { photoNames, photosLine } from '@/store/words/photo-names'
import { distanceText } from '@/store/words/place'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import { DOT } from '@/ui/dot'
import { AnswerReason } from './AnswerReason'
import { LackList } from './LackList'
import { type ItemLack, isRequired } from './lacks'
import classes from './SaveSummary.module.css'
import type { CheckSummary } from './write-check'

const REASONS = ['signal', 'gate', 'outside', 'misplaced', 'later'] as const

interface Props {
  readonly evidence: Evidence
  readonly accuracyMetres: number | null
  readonly summary: CheckSummary
  readonly kind: KindId
  /** What items lack, and which have no answer. */
  readonly lacks: readonly ItemLack[]
  readonly unanswered: readonly string[]
  readonly events: readonly LedgerEvent[]
  /** Whether nobody has said who writes records on this tablet. */
  readonly asksAuthor: boolean
  /** Says why items could not be checked. */
  onReason(items: readonly string[], reason: string): void
  /** Goes to an item. */
  onItem(item: string): void
  onSave(reason: string): void
  onBack(): void
}

/** How well the record's place is known, and how far it is from the source. */
function positionText(t: TFunction<'texts'>, { distanceMetres }: Evidence, accuracyMetres: number | null): string {
  if (accuracyMetres === null) return t('check.positionNone')
  const metres = Math.round(accuracyMetres)
  return distanceMetres === null
    ? t('where.position', { metres })
    : t('where.positionFar', { metres, distance: distanceText(t, distanceMetres) })
}

/** What a record comes to and what it would leave open, said before it is saved: it can be mended, or explained, and saved all the same. */
export function SaveSummary(props: Props) {
  const { evidence, accuracyMetres, summary, kind, lacks, asksAuthor, onSave, onBack } = props
  const { counts, photos, voices, deadlines } = summary
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const ofOffice = useOfficeTexts()
  const flagText = useFlagText()
  const names = photoNames(t, dataset, kind, photos, i18n.language)
  /** What the photos are called that a flag is about. */
  const namesOf = (flag: string) =>
    photosLine(
      t,
      names,
      (hash) => evidence.photos?.some((each) => each.hash === hash && each.flags.includes(flag)) === true,
    )
  const { unanswered } = counts
  // Which items have no photo is said by their names.
  const isNamed = lacks.some((lack) => lack.lacks.includes('photo'))
  const flags = evidence.flags.filter((flag) => flag !== 'no-photo' || !isNamed)
  const isOpen = flags.length > 0 || unanswered > 0 || lacks.length > 0
  const [unexplained] = useState(() => lacks.filter(isRequired).map(({ item }) => item))
  const [because, setBecause] = useState('')
  const isUnexplained = lacks.some(isRequired)
  const [reason, setReason] = useState('')
  // It stays while it is answered.
  const [asksWho] = useState(asksAuthor)
  const choosing = useChoosing(() => undefined)
  return (
    <Dialog
      title={t('check.before')}
      size="medium"
      closedBy="closerequest"
      closeLabel={t('check.goBack')}
      onClose={onBack}
      actions={
        <RainButton
          weight="primary"
          disabled={choosing.asked !== '' || isUnexplained}
          onPress={() => onSave(reason.trim())}
        >
          {t(isOpen ? 'check.saveAnyway' : 'where.save')}
        </RainButton>
      }
    >
      <div className={classes.summary}>
        <p className={classes.answers}>
          {[
            ...(['yes', 'no', 'not-applicable', 'not-seen'] as const).flatMap((answer) =>
              counts[answer] > 0
                ? [t('check.answerCount', { answer: t(`check.answer.${answer}`), count: counts[answer] })]
                : [],
            ),
            ...(unanswered > 0 ? [t('where.notAnswered', { count: unanswered })] : []),
          ].join(DOT)}
        </p>
        <p>
          {[
            t('where.photos', { count: photos.length }),
            voices > 0 ? t('voice.count', { count: voices }) : '',
            deadlines.length > 0 ? t('where.deadline', { days: deadlines.join(t('ui.comma')) }) : '',
            positionText(t, evidence, accuracyMetres),
          ]
            .filter(Boolean)
            .join(DOT)}
        </p>
        {/* Without it nothing is saved, so that it comes first; it stays while it is chosen, so that another can be. */}
        {unexplained.length > 0 && (
          <AnswerReason
            answer="not-seen"
            reason={because}
            count={unexplained.length}
            events={props.events}
            onReason={(words) => {
              setBecause(words)
              props.onReason(unexplained, words)
            }}
          />
        )}
        {isOpen && (
          <ul>
            <LackList kind={kind} lacks={lacks} unanswered={props.unanswered} onItem={props.onItem} />
            {flags.map((flag) => (
              <li key={flag}>{flagText(flag, evidence, accuracyMetres, namesOf(flag))}</li>
            ))}
          </ul>
        )}
        {evidence.flags.length > 0 && (
          <>
            <p>{t('check.why')}</p>
            <div className={classes.chips}>
              {REASONS.map((each) => {
                // It goes into the record, and to the office with it.
                const words = ofOffice(`check.whyReason.${each}`)
                return (
                  <Button key={each} aria-pressed={reason === words} onClick={() => setReason(words)}>
                    {words}
                  </Button>
                )
              })}
            </div>
            <label>
              <span>{t('check.whyOwn')}</span>
              <input value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />
            </label>
          </>
        )}
        {asksWho && <WhoWrites choosing={choosing} />}
      </div>
    </Dialog>
  )
}
