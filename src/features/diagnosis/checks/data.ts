import { appFolder } from '@/io/package/app-folder'
import type { Check } from './check'

const DEFAULT_PACKAGE = 'data/datapackage.json'
const MOST_NAMED = 5

/** The files that a package's descriptor names. @throws SyntaxError TypeError where it is none. */
async function namedFiles(response: Response): Promise<readonly string[]> {
  const { resources } = (await response.json()) as { readonly resources: readonly { readonly path: string }[] }
  return resources.map(({ path }) => path)
}

/** Only what the server itself says is not there is missing: a backup mends no network, and no server that is out of order. */
const GONE = [404, 410]
const NO_HEAD = [405, 501]

async function stateOf(file: URL): Promise<'there' | 'missing' | 'unreachable'> {
  const ask = (method: 'HEAD' | 'GET') => fetch(file, { method, cache: 'no-store' }).catch(() => null)
  let answer = await ask('HEAD')
  if (answer && NO_HEAD.includes(answer.status)) {
    answer = await ask('GET')
    // The file itself is not wanted.
    await answer?.body?.cancel()
  }
  if (answer?.ok) return 'there'
  return answer && GONE.includes(answer.status) ? 'missing' : 'unreachable'
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
  const found = await Promise.all(files.map((path) => stateOf(new URL(path, address))))
  const missing = files.filter((_, i) => found[i] === 'missing')
  // Of files that the server says are gone a person has to hear also where others did not answer.
  if (missing.length === 0 && found.includes('unreachable'))
    return { standing: 'odd', says: (t) => t('diagnosis.data.unreachable') }
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
