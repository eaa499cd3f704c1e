import { type Table, textAt } from '@/domain/table/column'
import { type FleetTruck, plateOf } from '@/domain/trucks/fleet'

/** Trucks of a list by normalised plate; of a repeated plate the later row counts. */
export function readFleet(table: Table, find: (text: string) => string | null): [string, FleetTruck][] {
  return Array.from({ length: table.length }, (_, row) => row).flatMap((row): [string, FleetTruck][] => {
    const plate = plateOf(textAt(table, 'plate', row))
    const truck = {
      plate,
      company: textAt(table, 'company', row).trim(),
      county: find(textAt(table, 'county', row)) ?? '',
      terminal: textAt(table, 'terminal', row).trim().replace(/^0+/, ''),
    }
    return plate === '' ? [] : [[plate, truck]]
  })
}
