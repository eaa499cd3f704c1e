import { useTranslation } from 'react-i18next'
import { sourceOpening } from '@/domain/cases/opening-key'
import classes from '@/features/cases/LikelyList.module.css'
import type { CaseOpened } from '@/ledger/case-bodies'
import { likelyCheck } from '@/store/cases/likely-check'
import { useChentu, useDataset } from '@/store/chentu'
import { useLedger } from '@/store/ledger'
import { sourceKey } from '@/store/view/view'
import { leftOutText } from '@/store/words/case-words'
import { likelyFacts } from '@/store/words/likely-facts'
import { DOT } from '@/ui/dot'
import { UncheckedSources } from './UncheckedSources'

interface Props {
  readonly opened: CaseOpened
  /** Whether they are those around the place to which the case was moved. */
  readonly isMoved?: boolean
  /** What the team reported in the current turn; '' if nothing yet. */
  readonly finding: string
  /** Indexes of the sources that a team is to check. */
  readonly picked: ReadonlySet<number>
  onPick(picked: ReadonlySet<number>): void
}

/** The likely sources as recorded when the case was opened, and what checks have found there since. */
export function RecordedLikelySources({ opened, isMoved = false, finding, picked, onPick }: Props) {
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const setView = useChentu((state) => state.setView)
  const { state, reviews } = useLedger()
  const toggle = (place: number) => {
    const next = new Set(picked)
    if (!next.delete(place)) next.add(place)
    onPick(next)
  }
  const checks = opened.likely.map((each) => likelyCheck(dataset, state, reviews, each, opened.observed))
  const leftOut = leftOutText(t, opened.leftOut ?? [])
  return (
    <section aria-label={t('cases.likely')}>
      <h3>{t('cases.likely')}</h3>
      <p className="quiet">
        {t(isMoved ? 'cases.likelyMoved' : 'cases.likelyKept')}
        {t('ui.semicolon')}
        {t(isMoved ? 'cases.likelyBasisMoved' : 'cases.likelyBasisKept')}
        {checks.some(({ state }) => state === 'none') && ` ${t('cases.seenNoneHelp')}`}
      </p>
      <UncheckedSources opened={opened} finding={finding} />
      {leftOut !== '' && <p className="quiet">{leftOut}</p>}
      {opened.position && <p className="quiet">{t('cases.likelyNumbers')}</p>}
      {opened.position && <p>{t('cases.placeIsStop')}</p>}
      <ul className={classes.likely}>
        {opened.likely.map((each, place) => (
          <li key={sourceOpening(each)}>
            <input
              type="checkbox"
              aria-label={t('cases.pick', { name: each.name })}
              checked={picked.has(place)}
              onChange={() => toggle(place)}
            />
            <button type="button" onClick={() => setView({ selected: sourceKey(each) })}>
              {place + 1} {each.name}
            </button>
            <small>{likelyFacts(t, dataset, opened, each, checks[place]!, i18n.language).join(DOT)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
