import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { localMinute } from '@/domain/calendar'
import { type Evidence, FLAGS, type Flag, PHOTO_FLAGS, type PhotoFlag } from '@/ledger/flag'
import { distanceText } from './place'

type Texts = TFunction<'texts'>

const isFlag = (flag: string): flag is Flag => (FLAGS as readonly string[]).includes(flag)
export const isPhotoFlag = (flag: string): flag is PhotoFlag => (PHOTO_FLAGS as readonly string[]).includes(flag)

/**
 * Flags with a different meaning for a found source: the place is the record's own, and a photo is always required.
 */
const OF_FOUND = ['far', 'far-photo', 'no-photo'] as const satisfies readonly Flag[]
const ofFound = (flag: Flag) => OF_FOUND.find((each) => each === flag)

/** Which record a flag is of: some flags read differently. */
type FlaggedRecord = 'check' | 'found' | 'case'

/**
 * A flag of a record in words, with its figures; the raw name for flags of a later version.
 * @param photos names of the photos concerned; '' if unknown.
 */
export function flagText(
  t: Texts,
  record: FlaggedRecord,
  flag: string,
  { distanceMetres, measuredAt, pinCleared = '' }: Evidence,
  accuracyMetres: number | null,
  photos = '',
): string {
  if (!isFlag(flag)) return flag
  if (isPhotoFlag(flag) && photos !== '') return t('check.flagOf', { photos, flag: t(`check.photoFlag.${flag}`) })
  if (record === 'case' && flag === 'far')
    return t('cases.arrival.farOff', { distance: distanceText(t, distanceMetres ?? 0) })
  const own = record === 'found' ? ofFound(flag) : undefined
  return t(own ? `spot.flag.${own}` : `check.flag.${flag}`, {
    distance: distanceText(t, distanceMetres ?? 0),
    metres: Math.round(accuracyMetres ?? 0),
    at: measuredAt === '' ? '' : localMinute(measuredAt),
    cleared: pinCleared,
  })
}

/** {@link flagText} in the language of the app. */
export function useFlagText(record: FlaggedRecord = 'check') {
  const { t } = useTranslation()
  return (flag: string, evidence: Evidence, accuracyMetres: number | null, photos = ''): string =>
    flagText(t, record, flag, evidence, accuracyMetres, photos)
}
