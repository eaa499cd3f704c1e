export const DEVICE_FILTERS = ['all', 'over', 'doubts', 'offline'] as const
export type DeviceFilter = (typeof DEVICE_FILTERS)[number]

/** `county`: in the package's order of counties, devices by code within each. */
export const DEVICE_SORTS = ['county', 'value', 'over', 'share', 'name'] as const
export type DeviceSort = (typeof DEVICE_SORTS)[number]

/** Filter and order of the list of devices. */
export interface DeviceListFilter {
  readonly filter: DeviceFilter
  /** Code of a county, '' for devices without one; null: all. */
  readonly county: string | null
  /** Part of a name or code. */
  readonly text: string
  readonly sort: DeviceSort
}

export const ALL_DEVICES: DeviceListFilter = { filter: 'all', county: null, text: '', sort: 'county' }
