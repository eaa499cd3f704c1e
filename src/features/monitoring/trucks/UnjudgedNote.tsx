import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { UnjudgedBreach } from '@/questions/unjudged'

/** Lists the kinds of breaches that this data can't show: an empty list does not mean that there were none. */
export function UnjudgedNote({ unjudged }: { readonly unjudged: readonly UnjudgedBreach[] }) {
  const { t, i18n } = useTranslation()
  if (unjudged.length === 0) return null
  const kinds = unjudged.map(({ kind, lacks, bans }) =>
    t(bans ? 'trucks.unjudgedBans' : 'trucks.unjudgedOf', {
      breach: t(`trucks.breach.${kind}`),
      bans: bans?.map((title) => inLanguage(title, i18n.language)).join(t('ui.comma')),
      signals: lacks.map((signal) => t(`trucks.signal.${signal}`)).join(t('ui.comma')),
    }),
  )
  return <p className="quiet">{t('trucks.unjudged', { kinds: kinds.join(t('ui.semicolon')) })}</p>
}
