import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { localTime } from '@/domain/monitoring/minute-of'
import { KeptMonths } from '@/features/import/workspace/KeptMonths'
import type { KeptMonth } from '@/io/readings/kept-readings'
import { removeDevice, useReadings } from '@/store/readings'
import { bytesText } from '@/ui/bytes'

/** How much is stored of a device over all months. */
function keptOf(kept: readonly KeptMonth[], code: string) {
  const own = kept.flatMap(({ devices }) => devices.filter((each) => each.code === code))
  return {
    rows: own.reduce((sum, { rows }) => sum + rows, 0).toLocaleString('en'),
    months: own.length,
    from: localTime(Math.min(...own.map(({ from }) => from))),
    until: localTime(Math.max(...own.map(({ until }) => until))),
  }
}

/** The months of readings stored in this browser, each with its devices and size. */
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
      removal: {
        label: t('readings.removeDevice', { device: code }),
        question: t('readings.removeDeviceAsk', { device: code, ...keptOf(kept ?? [], code) }),
        remove: () => removeDevice(code),
      },
    })),
  }))
  return <KeptMonths sort="readings" lines={lines} remove={remove} />
}
