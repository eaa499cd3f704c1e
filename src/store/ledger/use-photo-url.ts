import { useEffect, useState } from 'react'
import { useOutcome } from '@/store/answers/use-promise'
import { ledger } from './index'

/** The address of the small copy of a photo, while the caller is shown; null until it is read, and where it can't be. */
export function usePhotoUrl(hash: string): string | null {
  const { found: photo } = useOutcome(async () => ledger().photo(hash), hash)
  return useBlobUrl(photo?.shown ?? null)
}

/** The address of a file in memory, while the caller is shown. */
export function useBlobUrl(blob: Blob | null): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!blob) return setUrl(null)
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return url
}
