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
  /** Of the tablet's position; null without one. */
  readonly accuracyMetres: number | null
  /** Its name, kind and county; its place; each a line. */
  readonly lines: readonly string[]
  readonly photos: number
  readonly voices: number
  /** The name that it gets where none is written; '' where one is. */
  readonly usualName: string
  readonly hasNote: boolean
  readonly near: readonly SameNear[]
  readonly asksAuthor: boolean
  onSave(reason: string): void
  onBack(): void
}

/** What a found source comes to, what it lacks, and what near by may be the same, before it is saved. */
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
