import { useState } from 'react'
import type { OfficeFolderAccess } from '@/ledger/push'
import { addressFault, useOfficeFolder } from './office-folder'

/** What somebody types of the office's folder, before it is asked for anything: address and name are kept, the password is not. */
export function useFolderAccess() {
  const { url, user, set } = useOfficeFolder()
  const [typed, setTyped] = useState<OfficeFolderAccess>({ url, user, password: '' })
  const fault = typed.url === '' ? null : addressFault(typed.url)
  return {
    typed,
    fault,
    /** Another address than the one that this page was opened with. */
    isNew: typed.url !== url,
    canAsk: typed.url !== '' && fault === null,
    type: (change: Partial<OfficeFolderAccess>) => setTyped((before) => ({ ...before, ...change })),
    keep: () => set({ url: typed.url, user: typed.user }),
  }
}
