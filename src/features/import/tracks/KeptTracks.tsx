import type { TFunction } from 'i18next'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { grouped } from '@/domain/grouped'
import { KeptMonths } from '@/features/import/workspace/KeptMonths'
import type { KeptTruck } from '@/io/tracks/tracks-shelf'
import { useTracks } from '@/store/tracks'
import { secondText } from '@/store/words/truck-figures'
import { bytesText } from '@/ui/bytes'

/** How many trucks were imported in a datum that a person chose because nothing told it, by datum; '' if none. */
const assumedText = (t: TFunction<'texts'>, trucks: readonly KeptTruck[]): string =>
  [...grouped(trucks, ({ assumed }) => assumed)]
    .flatMap(([datum, of]) =>
      datum === undefined || datum === 'cgcs2000'
        ? []
        : [t('tracks.keptAssumed', { datum: t(`data.datum.${datum}`), count: of.length })],
    )
    .join('')

/** The months of tracks stored in this browser, each with its trucks and size. */
export function KeptTracks() {
  const { t } = useTranslation()
  const { kept, refresh, remove } = useTracks()
  useEffect(() => {
    void refresh()
  }, [refresh])
  const lines = (kept ?? []).map(({ month, rows, madeUp, bytes, trucks }) => ({
    ...{ month, rows: rows.toLocaleString('en') },
    facts:
      t('tracks.keptMonth', { trucks: trucks.length, rows: rows.toLocaleString('en'), size: bytesText(bytes) }) +
      (madeUp > 0 ? t('tracks.keptMadeUp', { rows: madeUp.toLocaleString('en') }) : '') +
      assumedText(t, trucks),
    of: trucks.map(({ plate, from, until }) => ({ name: plate, span: `${secondText(from)} – ${secondText(until)}` })),
  }))
  return <KeptMonths sort="tracks" lines={lines} remove={remove} />
}
