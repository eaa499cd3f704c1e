import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { PARAMETERS } from '@/domain/monitoring/parameter'
import type { Readings } from '@/domain/monitoring/readings'

const STAGES = ['土方', '基础', '主体', '装饰', '收尾']
const COUNTIES = 14

/** Devices on a grid over the city, cycling through counties and construction stages. */
export const madeDevices = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    code: `D${String(i).padStart(4, '0')}`,
    county: String(i % COUNTIES),
    lon: 108.2 + (i % 20) * 0.05,
    lat: 34.2 + Math.floor(i / 20) * 0.03,
    stage: STAGES[i % STAGES.length]!,
  }))

/** Writes raw files as an office exports them, one wide file per month: `PREFIX2022-10.csv`. */
export async function writeRaw(readings: Readings, folder: string, prefix = ''): Promise<void> {
  const columns = PARAMETERS.map((each) => readings.series[each]!.values)
  const heading = `设备编号,监测时间,TSP(µg/m³),PM10(µg/m³),PM2.5(µg/m³),噪声,温度,湿度,风速,风向,气压\n`
  const files = new Map<string, ReturnType<typeof createWriteStream>>()
  const lines = new Map<string, string[]>()
  const flush = async (month: string) => {
    const out = files.get(month)!
    if (!out.write(lines.get(month)!.join(''))) await once(out, 'drain')
    lines.set(month, [])
  }
  for (let row = 0; row < readings.minute.length; row++) {
    const at = new Date((readings.minute[row]! + 480) * 60_000).toISOString()
    const month = at.slice(0, 7)
    if (!files.has(month)) {
      files.set(month, createWriteStream(join(folder, `${prefix}${month}.csv`)))
      lines.set(month, [heading])
    }
    const cells = columns.map((values) =>
      Number.isNaN(values[row]!) ? '' : String(Math.round(values[row]! * 10) / 10),
    )
    const own = lines.get(month)!
    own.push(`${readings.devices[readings.device[row]!]!},${at.slice(0, 10)} ${at.slice(11, 16)},${cells.join(',')}\n`)
    if (own.length >= 20_000) await flush(month)
  }
  for (const [month, out] of files) {
    await flush(month)
    out.end()
    await once(out, 'close')
  }
}
