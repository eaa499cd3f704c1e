export const DEVICE_FILTERS = ['all', 'over', 'doubts', 'offline'] as const
export type DeviceFilter = (typeof DEVICE_FILTERS)[number]

/** By county stands as the package has its counties, each with its devices by their codes. */
export const DEVICE_SORTS = ['county', 'value', 'over', 'share', 'name'] as const
export type DeviceSort = (typeof DEVICE_SORTS)[number]

/** What a person asks of the list of devices. */
export interface AskedDevices {
  readonly filter: DeviceFilter
  /** Code of a county, '' of what has none; null: all. */
  readonly county: string | null
  /** A part of a name or code. */
  readonly text: string
  readonly sort: DeviceSort
}

export const ALL_DEVICES: AskedDevices = { filter: 'all', county: null, text: '', sort: 'county' }
