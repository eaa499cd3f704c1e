import { useTranslation } from 'react-i18next'
import type { UnjudgedBreach } from '@/questions/plan/unjudged'
import { unjudgedKinds } from './unjudged-kinds'

/** Lists the kinds of breaches that this data can't show: an empty list does not mean that there were none. */
export function UnjudgedNote({ unjudged }: { readonly unjudged: readonly UnjudgedBreach[] }) {
  const { t, i18n } = useTranslation()
  if (unjudged.length === 0) return null
  return <p className="quiet">{t('trucks.unjudged', { kinds: unjudgedKinds(t, unjudged, i18n.language) })}</p>
}
