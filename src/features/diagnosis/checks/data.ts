import { appFolder } from '@/io/package/app-folder'
import type { Check } from './check'

const DEFAULT_PACKAGE = 'data/datapackage.json'
const MAX_NAMED = 5

/** The files named by a package's descriptor. @throws SyntaxError or TypeError if it is not a descriptor. */
async function namedFiles(response: Response): Promise<readonly string[]> {
  const { resources } = (await response.json()) as { readonly resources: readonly { readonly path: string }[] }
  return resources.map(({ path }) => path)
}

/**
 * Only files that the server itself reports as absent count as missing: restoring a backup repairs neither a network
 * nor a broken server.
 */
const GONE = [404, 410]
const NO_HEAD = [405, 501]

async function stateOf(file: URL): Promise<'there' | 'missing' | 'unreachable'> {
  const ask = (method: 'HEAD' | 'GET') => fetch(file, { method, cache: 'no-store' }).catch(() => null)
  let answer = await ask('HEAD')
  if (answer && NO_HEAD.includes(answer.status)) {
    answer = await ask('GET')
    // The content is not needed.
    await answer?.body?.cancel()
  }
  if (answer?.ok) return 'there'
  return answer && GONE.includes(answer.status) ? 'missing' : 'unreachable'
}

/**
 * Checks whether the city's package beside the app is reachable and complete, or only the copy on this device is
 * available.
 */
export const checkData: Check = async () => {
  const address = new URL(DEFAULT_PACKAGE, appFolder())
  const response = await fetch(address, { cache: 'no-store' }).catch(() => null)
  if (!response) return { standing: 'odd', says: (t) => t('diagnosis.data.unreachable') }
  const { ok, status } = response
  if (!ok) return { standing: 'odd', says: (t) => t('diagnosis.data.none', { status }) }
  const files = await namedFiles(response).catch(() => null)
  if (!files) return { standing: 'wrong', says: (t) => t('diagnosis.data.unreadable') }
  const found = await Promise.all(files.map((path) => stateOf(new URL(path, address))))
  const missing = files.filter((_, i) => found[i] === 'missing')
  // Missing files are reported even if other files did not answer.
  if (missing.length === 0 && found.includes('unreachable'))
    return { standing: 'odd', says: (t) => t('diagnosis.data.unreachable') }
  if (missing.length === 0) return { standing: 'fine', says: (t) => t('diagnosis.data.fine') }
  return {
    standing: 'wrong',
    says: (t) =>
      t('diagnosis.data.missing', {
        count: missing.length,
        names: missing.slice(0, MAX_NAMED).join(t('ui.comma')),
      }),
  }
}
