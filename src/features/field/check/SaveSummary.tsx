import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KindId } from '@/domain/sources/kinds/kind'
import type { LedgerEvent } from '@/ledger/event'
import type { Evidence } from '@/ledger/flag'
import { useOpened } from '@/store/chentu'
import { useFlagText } from '@/store/words/flags'
import { photoNames, photosLine } from '@/store/words/photo-names'
import { distanceText } from '@/store/words/place'
import { DOT } from '@/ui/dot'
import { AnswerReason } from './AnswerReason'
import { BeforeSaving } from './BeforeSaving'
import { MissingPartsList } from './MissingPartsList'
import { type ItemMissingParts, isRequired } from './missing-parts'
import classes from './SaveSummary.module.css'
import type { AnswerNeedingReason, CheckSummary } from './write-check'

/** The answers with a reason, the required one first. */
const REASONED = ['not-seen', 'not-applicable'] as const satisfies readonly AnswerNeedingReason[]
const WHYS = ['signal', 'gate', 'outside', 'misplaced', 'later'] as const

interface Props {
  readonly evidence: Evidence
  readonly accuracyMetres: number | null
  readonly summary: CheckSummary
  readonly kind: KindId
  /** What items lack, and which are unanswered. */
  readonly lacks: readonly ItemMissingParts[]
  readonly unanswered: readonly string[]
  readonly events: readonly LedgerEvent[]
  /** Whether no author is set on this tablet. */
  readonly asksAuthor: boolean
  /** Sets why items could not be checked. */
  onReason(items: readonly string[], reason: string): void
  /** Goes to an item. */
  onItem(item: string): void
  onSave(reason: string): void
  onBack(): void
}

/** The accuracy of the record's position, and its distance from the source. */
function positionText(t: TFunction<'texts'>, { distanceMetres }: Evidence, accuracyMetres: number | null): string {
  if (accuracyMetres === null) return t('check.positionNone')
  const metres = Math.round(accuracyMetres)
  return distanceMetres === null
    ? t('where.position', { metres })
    : t('where.positionFar', { metres, distance: distanceText(t, distanceMetres) })
}

/** Summary of a check before saving, with what is missing by item. */
export function SaveSummary(props: Props) {
  const { evidence, accuracyMetres, summary, kind, lacks, asksAuthor, onSave, onBack } = props
  const { counts, photos, voices, deadlines } = summary
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const flagText = useFlagText()
  const names = photoNames(t, dataset, kind, photos, i18n.language)
  /** Names of the photos that a flag concerns. */
  const namesOf = (flag: string) =>
    photosLine(
      t,
      names,
      (hash) => evidence.photos?.some((each) => each.hash === hash && each.flags.includes(flag)) === true,
    )
  const { unanswered } = counts
  // Items without a photo are already listed by name.
  const isNamed = lacks.some((lack) => lack.lacks.includes('photo'))
  const flags = evidence.flags.filter((flag) => flag !== 'no-photo' || !isNamed)
  /** Items without a reason when the summary was opened, by answer; they stay listed, so that a choice can be changed. */
  const [unexplained] = useState(() =>
    REASONED.map((answer) => ({
      answer,
      items: lacks.flatMap((lack) => (lack.answer === answer && lack.lacks.includes('reason') ? lack.item : [])),
    })).filter(({ items }) => items.length > 0),
  )
  const [because, setBecause] = useState<Readonly<Partial<Record<AnswerNeedingReason, string>>>>({})
  return (
    <BeforeSaving
      lacks={
        unanswered > 0 || lacks.length > 0 ? (
          <MissingPartsList kind={kind} lacks={lacks} unanswered={props.unanswered} onItem={props.onItem} />
        ) : null
      }
      flags={flags.map((flag) => flagText(flag, evidence, accuracyMetres, namesOf(flag)))}
      asksWhy={evidence.flags.length > 0}
      whys={WHYS}
      isHeld={lacks.some(isRequired)}
      {...{ asksAuthor, onSave, onBack }}
    >
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
      {unexplained.map(({ answer, items }) => (
        <AnswerReason
          key={answer}
          answer={answer}
          reason={because[answer] ?? ''}
          count={items.length}
          events={props.events}
          onReason={(words) => {
            setBecause({ ...because, [answer]: words })
            props.onReason(items, words)
          }}
        />
      ))}
    </BeforeSaving>
  )
}
