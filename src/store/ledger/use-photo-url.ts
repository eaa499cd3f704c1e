import { useEffect, useState } from 'react'
import { useOutcome } from '@/store/answers/use-promise'
import { ledger } from './index'

/** URL of the small copy of a photo while the component is mounted; null until it is read, or if it cannot be. */
export function usePhotoUrl(hash: string): string | null {
  const { found: photo } = useOutcome(async () => ledger().photo(hash), hash)
  return useBlobUrl(photo?.shown ?? null)
}

/** Object URL of a Blob while the component is mounted. */
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
