import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { localTime } from '@/domain/monitoring/minute-of'
import { KeptMonths } from '@/features/import/workspace/KeptMonths'
import type { KeptMonth } from '@/io/readings/kept-readings'
import { removeDevice, useReadings } from '@/store/readings'
import { bytesText } from '@/ui/bytes'
import { UndoLastImport } from './UndoLastImport'

/** How much is stored of a device over all months. */
function keptOf(kept: readonly KeptMonth[], code: string, rowsText: (rows: number, isAtMost: boolean) => string) {
  const own = kept.flatMap(({ devices }) => devices.filter((each) => each.code === code))
  return {
    rows: rowsText(
      own.reduce((sum, { rows }) => sum + rows, 0),
      own.some(({ isAtMost }) => isAtMost),
    ),
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
  const rowsText = (rows: number, isAtMost: boolean) => {
    const count = rows.toLocaleString('en')
    return isAtMost ? t('readings.atMost', { count }) : count
  }
  const lines = (kept ?? []).map(({ month, rows, isAtMost, madeUp, lost, bytes, devices }) => ({
    ...{ month, rows: rowsText(rows, isAtMost) },
    facts:
      t('readings.keptMonth', {
        devices: devices.length,
        rows: rowsText(rows, isAtMost),
        size: bytesText(bytes),
      }) + (madeUp > 0 ? t('readings.keptMadeUp', { rows: rowsText(madeUp, isAtMost) }) : ''),
    ...(lost !== undefined && { fault: t('readings.keptLost', { rows: rowsText(lost, isAtMost) }) }),
    of: devices.map(({ code, name, from, until }) => ({
      name: name === undefined ? code : `${code} ${name}`,
      span: `${localTime(from)} – ${localTime(until)}`,
      removal: {
        label: t('readings.removeDevice', { device: code }),
        question: t('readings.removeDeviceAsk', { device: code, ...keptOf(kept ?? [], code, rowsText) }),
        remove: () => removeDevice(code),
      },
    })),
  }))
  return (
    <KeptMonths sort="readings" lines={lines} remove={remove}>
      <UndoLastImport />
    </KeptMonths>
  )
}
