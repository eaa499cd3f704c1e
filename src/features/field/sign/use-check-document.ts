import { useState } from 'react'
import type { Problem } from '@/domain/problem'
import { NO_CHECK } from '@/io/papers/check-data'
import type { WordData, WordFault } from '@/io/papers/word-template'
import { base64Of, blobOf } from '@/io/papers/word-template-file'
import { useOpened } from '@/store/chentu'
import { MAX_OWN_BYTES, useOwnDocument } from '@/store/device/own-document'
import { datasetWorker } from '@/workers/client'

/**
 * The office's Word document for a 现场检查记录: one chosen on this tablet, else the package's. Choosing one here does not
 * change the package, which keeps being updated from its folder.
 */
export function useCheckDocument() {
  const packaged = useOpened().dataset.settings.meeting?.documents?.check ?? null
  const { own, setOwn } = useOwnDocument()
  const [faults, setFaults] = useState<readonly WordFault[]>([])
  const kept = own ?? packaged
  return {
    name: kept?.name ?? null,
    isOwn: own !== null,
    faults,
    /** Stores a document if it can be filled; its faults are in `faults`. */
    async choose(file: File): Promise<readonly Problem[]> {
      setFaults([])
      if (file.size > MAX_OWN_BYTES)
        return [{ code: 'file-too-large', file: file.name, seen: `${Math.round(file.size / 1000)} KB` }]
      const tried = await datasetWorker().fillWord(file, NO_CHECK)
      setFaults(tried.faults)
      if (tried.file !== null) setOwn({ name: file.name, docx: await base64Of(file) })
      return []
    },
    drop() {
      setFaults([])
      setOwn(null)
    },
    /** Fills the office's document; null if there is none, or it can't be filled any more. */
    async fill(data: WordData): Promise<Blob | null> {
      if (!kept) return null
      const { file, faults: found } = await datasetWorker().fillWord(blobOf(kept.docx), data)
      setFaults(found)
      return file
    },
  }
}
