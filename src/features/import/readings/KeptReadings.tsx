import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { localTime } from '@/domain/monitoring/minute-of'
import { KeptMonths } from '@/features/import/workspace/KeptMonths'
import { useReadings } from '@/store/readings'
import { bytesText } from '@/ui/bytes'

/** The months of readings that this browser keeps, each with its devices and size. */
export function KeptReadings() {
  const { t } = useTranslation()
  const { kept, refresh, remove } = useReadings()
  useEffect(() => {
    void refresh()
  }, [refresh])
  const lines = (kept ?? []).map(({ month, rows, madeUp, bytes, devices }) => ({
    ...{ month, rows },
    facts:
      t('readings.keptMonth', {
        devices: devices.length,
        rows: rows.toLocaleString('en'),
        size: bytesText(bytes),
      }) + (madeUp > 0 ? t('readings.keptMadeUp', { rows: madeUp.toLocaleString('en') }) : ''),
    of: devices.map(({ code, name, from, until }) => ({
      name: name === undefined ? code : `${code} ${name}`,
      span: `${localTime(from)} – ${localTime(until)}`,
    })),
  }))
  return <KeptMonths sort="readings" lines={lines} remove={remove} />
}
