import { useRef, useState } from 'react'
import { ChainReader } from '@/ledger/chain'

/**
 * Assembles a chain of QR codes: `add` takes the text of one and returns whether the file is complete; `seen` is the
 * progress.
 */
export function useChain(onFile: (bytes: Uint8Array<ArrayBuffer>) => void) {
  const chain = useRef(new ChainReader())
  const [seen, setSeen] = useState({ have: 0, of: 0 })
  return {
    seen,
    add(text: string): boolean {
      if (!chain.current.add(text)) return false
      setSeen(chain.current.seen)
      const file = chain.current.file()
      if (!file) return false
      chain.current = new ChainReader()
      setSeen({ have: 0, of: 0 })
      onFile(file)
      return true
    },
  }
}
