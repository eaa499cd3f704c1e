import { parseDay } from '@/domain/calendar'
import { localDay } from '@/domain/monitoring/local-time'
import { AS_OF } from './inspection'
import type { Random } from './random'
import type { Fault } from './readings/truth'
import type { Row } from './rows'

/** Distance of a monitor (at the gate) from the middle of its site, in degrees. */
const AT_GATE = 0.0004

/**
 * Stuck readings within this many days before the as-of date are not rectified yet; the deadline is this many days
 * after they were found.
 */
const [LAST_DAYS, TERM] = [7, 15]

const MAKERS = ['示例仪器厂甲', '示例仪器厂乙', '示例仪器厂丙']
const PARAMETERS = 'TSP、PM10、PM2.5、噪声、风速、风向'

/**
 * The monitors of some sites, one each, as an office lists them: most by the code of their site, some by a name that is
 * unique among all sites. Monitors whose readings stuck in the last days are recorded as inaccurate; dates that sites
 * have too are the same as there.
 */
export function dustMonitors(
  random: Random,
  all: readonly Row[],
  sites: readonly Row[],
  faults: readonly Fault[],
): Row[] {
  const stuckOn = new Map(
    faults.flatMap(({ kind, device, until }) => {
      const day = localDay(until)
      return kind === 'stuck' && day > AS_OF - LAST_DAYS ? [[device, day] as const] : []
    }),
  )
  const isOnly = ({ name }: Row) => all.filter((each) => each.name === name).length === 1
  return sites.map((site, i) => {
    const number = String(site.code)
    const foundOn = stuckOn.get(number)
    const firm = String(1 + (i % 4)).padStart(2, '0')
    const inspectedOn = foundOn ?? AS_OF - random.whole(3, 40)
    return {
      code: `YC2022-${String(i + 1).padStart(4, '0')}`,
      name: `${site.name}监测仪`,
      county: site.county!,
      lon: Number((Number(site.lon) + AT_GATE).toFixed(6)),
      lat: Number((Number(site.lat) + AT_GATE / 2).toFixed(6)),
      deviceNumber: number,
      standsAt: i % 6 === 5 && isOnly(site) ? site.name! : number,
      monitoredUse: '建筑工地',
      deviceMaker: random.pick(MAKERS),
      deviceModel: random.pick(['示例-A1', '示例-A2', '示例-B']),
      measuredParameters: PARAMETERS,
      measuringRange: random.pick(['颗粒物 0–10 mg/m³', '颗粒物 0–20 mg/m³']),
      installedOn: Math.min(parseDay('2020-03-01') + random.whole(0, 600), Number(site.monitorRenewedOn ?? AS_OF)),
      deviceRenewedOn: site.monitorRenewedOn ?? null,
      deviceCalibratedOn: site.calibratedOn ?? null,
      operator: `示例运维单位${firm}`,
      contact: `示例联系人${firm}`,
      // Local numbers never start with 0, so this reaches nobody.
      phone: `029-00000${String(900 + i).padStart(3, '0')}`,
      deviceState: '正常',
      deviceOnline: site.monitorOnline ?? null,
      longFault: false,
      dataInaccurate: foundOn !== undefined,
      inspectedOn,
      ...(foundOn !== undefined && { foundOn, rectifyBy: foundOn + TERM }),
    }
  })
}
