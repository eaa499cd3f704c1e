import { useState } from 'react'
import type { OfficeFolderAccess } from '@/ledger/push'
import { addressFault, useOfficeFolder } from './office-folder'

/** Input for the office's folder, before it is accessed: address and user name are stored, the password is not. */
export function useFolderAccess() {
  const { url, user, set } = useOfficeFolder()
  const [typed, setTyped] = useState<OfficeFolderAccess>({ url, user, password: '' })
  const fault = typed.url === '' ? null : addressFault(typed.url)
  return {
    typed,
    fault,
    /** The address differs from the one this page was opened with. */
    isNew: typed.url !== url,
    canAsk: typed.url !== '' && fault === null,
    type: (change: Partial<OfficeFolderAccess>) => setTyped((before) => ({ ...before, ...change })),
    keep: () => set({ url: typed.url, user: typed.user }),
  }
}
