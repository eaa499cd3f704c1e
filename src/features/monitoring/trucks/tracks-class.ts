import type { TFunction } from 'i18next'
import type { TruckList, UnlistedLine } from '@/questions/truck-list'

type Words = TFunction<'texts'>

/** That tracks of a list are made up, all or those of the package; '' where none is. */
export function listClassText(t: Words, { isIllustrative, trucks }: TruckList): string {
  if (!isIllustrative) return ''
  return t(trucks.some(({ isKept }) => isKept) ? 'trucks.illustrativeBut' : 'trucks.illustrative')
}

/** That trucks stopped at a place by made-up tracks, all or some of them; '' where none did. */
export function placeClassText(t: Words, { madeUp, trucks }: UnlistedLine): string {
  if (madeUp === 0) return ''
  return t(madeUp < trucks.length ? 'trucks.partlyMadeUp' : 'trucks.madeUp')
}
