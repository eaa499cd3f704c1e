import { useTranslation } from 'react-i18next'
import { BeforeSaving } from '@/features/field/check/BeforeSaving'
import classes from '@/features/field/check/SaveSummary.module.css'
import type { Evidence } from '@/ledger/flag'
import type { SameNear } from '@/store/answers/use-same-near'
import { useFlagText } from '@/store/words/flags'
import { useSameNearText } from '@/store/words/same-near'
import { DOT } from '@/ui/dot'

const WHYS = ['signal', 'gate', 'outside', 'later'] as const

interface Props {
  readonly evidence: Evidence
  /** Accuracy of the tablet's position; null without one. */
  readonly accuracyMetres: number | null
  /** Name, kind and county; then the place. */
  readonly lines: readonly string[]
  readonly photos: number
  readonly voices: number
  /** The default name if none was entered; '' otherwise. */
  readonly usualName: string
  readonly hasNote: boolean
  readonly near: readonly SameNear[]
  readonly asksAuthor: boolean
  onSave(reason: string): void
  onBack(): void
}

/** Summary of a found source before saving: what it lacks, and nearby sources that may be the same. */
export function FoundSummary(props: Props) {
  const { evidence, accuracyMetres, lines, photos, voices, usualName, hasNote, near } = props
  const { t } = useTranslation()
  const flagText = useFlagText('found')
  const sameNearText = useSameNearText()
  const lacks = [
    usualName !== '' && t('spot.lack.name', { name: usualName }),
    !hasNote && voices === 0 && t('spot.lack.note'),
    ...near.map(sameNearText),
  ].filter((each) => each !== false)
  const [first, ...others] = lines
  return (
    <BeforeSaving
      lacks={lacks.length > 0 ? lacks.map((each) => <li key={each}>{each}</li>) : null}
      flags={evidence.flags.map((flag) => flagText(flag, evidence, accuracyMetres))}
      asksWhy={evidence.flags.length > 0}
      whys={WHYS}
      asksAuthor={props.asksAuthor}
      onSave={props.onSave}
      onBack={props.onBack}
    >
      <p className={classes.answers}>{first}</p>
      {others.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>
        {[t('where.photos', { count: photos }), voices > 0 && t('voice.count', { count: voices })]
          .filter(Boolean)
          .join(DOT)}
      </p>
    </BeforeSaving>
  )
}
