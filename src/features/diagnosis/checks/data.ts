import { appFolder } from '@/io/package/app-folder'
import type { Check } from './check'

const DEFAULT_PACKAGE = 'data/datapackage.json'
const MOST_NAMED = 5

/** The files that a package's descriptor names. @throws SyntaxError TypeError where it is none. */
async function namedFiles(response: Response): Promise<readonly string[]> {
  const { resources } = (await response.json()) as { readonly resources: readonly { readonly path: string }[] }
  return resources.map(({ path }) => path)
}

/** Whether the city's package beside the app can be had and is whole, or only what is kept on this device. */
export const checkData: Check = async () => {
  const address = new URL(DEFAULT_PACKAGE, appFolder())
  const response = await fetch(address, { cache: 'no-store' }).catch(() => null)
  if (!response) return { standing: 'odd', says: (t) => t('diagnosis.data.unreachable') }
  const { ok, status } = response
  if (!ok) return { standing: 'odd', says: (t) => t('diagnosis.data.none', { status }) }
  const files = await namedFiles(response).catch(() => null)
  if (!files) return { standing: 'wrong', says: (t) => t('diagnosis.data.unreadable') }
  const isThere = async (path: string) => {
    const answer = await fetch(new URL(path, address), { method: 'HEAD', cache: 'no-store' }).catch(() => null)
    return answer?.ok === true
  }
  const there = await Promise.all(files.map(isThere))
  const missing = files.filter((_, i) => !there[i])
  if (missing.length === 0) return { standing: 'fine', says: (t) => t('diagnosis.data.fine') }
  return {
    standing: 'wrong',
    says: (t) =>
      t('diagnosis.data.missing', {
        count: missing.length,
        names: missing.slice(0, MOST_NAMED).join(t('ui.comma')),
      }),
  }
}
