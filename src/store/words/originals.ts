import type { TFunction } from 'i18next'
import type { Originals } from '@/ledger/confirmation'

/** Numbers of originals and spoken notes: `3 张原图、1 段语音`; zero counts are omitted. */
export const originalsText = (t: TFunction<'texts'>, { photos, voices }: Originals) =>
  [photos > 0 && t('brought.originals', { count: photos }), voices > 0 && t('brought.voices', { count: voices })]
    .filter((each) => each !== false)
    .join(t('ui.comma'))

export const hasNoOriginals = ({ photos, voices }: Originals) => photos + voices === 0
