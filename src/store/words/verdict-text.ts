import type { TFunction } from 'i18next'
import type { Doubt } from '@/domain/monitoring/doubts/doubt'
import { READING_VERDICTS } from '@/ledger/event'
import { type Verdicts, verdictOn } from '@/ledger/verdicts'

type Texts = TFunction<'texts'>

/** The verdict on doubtful readings; for verdicts of a later version, the raw value. */
export const verdictText = (t: Texts, verdict: string): string => {
  const known = READING_VERDICTS.find((each) => each === verdict)
  return known ? t(`monitoring.verdict.words.${known}`) : verdict
}

/** Number of doubts by verdict, including undecided ones: 待核查 2、读数有效 1. `within`: only on their hours in a period. */
export function verdictCounts(
  t: Texts,
  verdicts: Verdicts,
  doubts: readonly Doubt[],
  within?: Pick<Doubt, 'from' | 'until'>,
): string {
  const words = doubts.map((doubt) => verdictOn(verdicts, doubt, within))
  const order = [...new Set(['pending', 'valid', 'invalid', ...words])].filter((word) => words.includes(word))
  return order
    .map((word) =>
      t('monitoring.verdict.count', {
        verdict: verdictText(t, word),
        count: words.filter((each) => each === word).length,
      }),
    )
    .join(t('ui.comma'))
}

/** In brackets: how many of the hours were found invalid; empty if none. */
export const wrongText = (t: TFunction<'texts'>, hours: number, wrong: number): string =>
  wrong === 0 ? '' : wrong >= hours ? t('monitoring.allWrong') : t('monitoring.ofThemWrong', { count: wrong })
