import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '@/domain/problem'
import type { MeetingSettings } from '@/io/package/descriptor'
import type { WordData, WordFault } from '@/io/papers/word-template'
import { base64Of, blobOf, MAX_TEMPLATE_BYTES, type WordPaper } from '@/io/papers/word-template-file'
import { useOpened } from '@/store/chentu'
import { keepMeeting } from '@/store/meeting/keep-meeting'
import { datasetWorker } from '@/workers/client'

type Documents = NonNullable<MeetingSettings['documents']>

/** The office's own Word template for a paper, stored with the package. */
export function useWordTemplate(paper: WordPaper) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const [faults, setFaults] = useState<readonly WordFault[]>([])
  const kept = dataset.settings.meeting?.documents?.[paper] ?? null

  const keep = (change: (documents: Documents) => Documents): Promise<readonly Problem[]> =>
    keepMeeting(({ settings }) => ({ documents: change(settings.meeting?.documents ?? {}) }), t('wordTemplate.step'))
  return {
    name: kept?.name ?? null,
    faults,
    /** Stores a template if it can be filled with the paper's current data; otherwise its faults are in `faults`. */
    async choose(file: File, data: WordData): Promise<readonly Problem[]> {
      setFaults([])
      if (file.size > MAX_TEMPLATE_BYTES)
        return [{ code: 'file-too-large', file: file.name, seen: `${Math.round(file.size / 1e6)} MB` }]
      const filled = await datasetWorker().fillWord(file, data)
      setFaults(filled.faults)
      if (filled.file === null) return []
      const chosen = { name: file.name, docx: await base64Of(file) }
      return keep((documents) => ({ ...documents, [paper]: chosen }))
    },
    drop(): Promise<readonly Problem[]> {
      setFaults([])
      return keep((documents) => Object.fromEntries(Object.entries(documents).filter(([each]) => each !== paper)))
    },
    /** The paper as filled template; null if there is none, or it has faults now. */
    async fill(data: WordData): Promise<Blob | null> {
      if (!kept) return null
      const { file, faults: found } = await datasetWorker().fillWord(blobOf(kept.docx), data)
      setFaults(found)
      return file
    },
  }
}
