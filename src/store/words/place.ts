import type { TFunction } from 'i18next'
import { type Discovery, PLACING_METHODS, type PlacingMethod } from '@/ledger/event'

type T = TFunction<'texts'>

const DOT = ' · '

/** A distance in words: metres below a kilometre, then kilometres. */
export const distanceText = (t: T, metres: number): string =>
  metres < 999.5 ? t('where.metres', { metres: Math.round(metres) }) : t('where.km', { km: (metres / 1000).toFixed(1) })

const isPlaced = (placed: string | undefined): placed is PlacingMethod =>
  (PLACING_METHODS as readonly string[]).includes(placed ?? '')

/** How the place of a found source was determined and its accuracy; '' for older records. */
export function foundPlaceText(t: T, { placed, accuracyMetres }: Pick<Discovery, 'placed' | 'accuracyMetres'>): string {
  const off = accuracyMetres === null ? '' : t('where.metresOff', { metres: Math.round(accuracyMetres) })
  if (!isPlaced(placed)) return off
  const unknown = placed === 'marked' ? '' : t('where.metresUnknown')
  return [t(`where.got.${placed}`), off || unknown].filter(Boolean).join(DOT)
}
