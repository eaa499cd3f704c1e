import type { TFunction } from 'i18next'
import { inLanguage } from '@/domain/bilingual'
import type { UnjudgedBreach } from '@/questions/plan/unjudged'

/** The kinds of breaches, or the bans, that could not be judged, each with what the data lack for it. */
export const unjudgedKinds = (t: TFunction<'texts'>, unjudged: readonly UnjudgedBreach[], language: string): string =>
  unjudged
    .map(({ kind, lacks, bans }) =>
      t(bans ? 'trucks.unjudgedBans' : 'trucks.unjudgedOf', {
        breach: t(`trucks.breach.${kind}`),
        bans: bans?.map((title) => inLanguage(title, language)).join(t('ui.comma')),
        signals: lacks.map((signal) => t(`trucks.signal.${signal}`)).join(t('ui.comma')),
      }),
    )
    .join(t('ui.semicolon'))
