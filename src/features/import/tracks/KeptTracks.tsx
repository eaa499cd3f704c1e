import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { KeptMonths } from '@/features/import/workspace/KeptMonths'
import { useTracks } from '@/store/tracks'
import { secondText } from '@/store/words/truck-figures'
import { bytesText } from '@/ui/bytes'

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
      (madeUp > 0 ? t('tracks.keptMadeUp', { rows: madeUp.toLocaleString('en') }) : ''),
    of: trucks.map(({ plate, from, until }) => ({ name: plate, span: `${secondText(from)} – ${secondText(until)}` })),
  }))
  return <KeptMonths sort="tracks" lines={lines} remove={remove} />
}
