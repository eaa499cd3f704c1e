import { useEffect } from 'react'
import { loadEnglish } from '@/i18n'
import { useChentu } from '@/store/chentu'
import { whenIdle } from '@/ui/when-idle'

/** Times until the texts are loaded, if the browser is never idle or, as Safari, does not say. */
const IDLE_MS = [10_000, 3000] as const

/**
 * Loads the English texts once a screen stands: only the search needs them, which finds names in both languages, and the
 * package's files should not wait for them.
 */
export function useSearchTexts(): void {
  const started = useChentu((state) => state.phase !== 'loading')
  useEffect(() => {
    if (started) return whenIdle(() => void loadEnglish().catch(() => undefined), ...IDLE_MS)
  }, [started])
}
