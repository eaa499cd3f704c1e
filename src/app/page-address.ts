import { isProvinceScreen } from '@/store/province/province-address'

/** Address of the diagnosis as a page of its own: it opens no package, so it also works if the app does not start. */
export const DIAGNOSIS_ADDRESS = '#/diagnosis'

/** Whether the page at an address shows a package; the diagnosis and the province screen open none. */
export const opensPackage = ({ search, hash }: Pick<Location, 'search' | 'hash'>): boolean =>
  !hash.startsWith(DIAGNOSIS_ADDRESS) && !isProvinceScreen(search, hash)
