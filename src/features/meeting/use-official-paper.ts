import type { OfficialKind } from '@/domain/bulletin/official-kinds'
import { useWordTemplate } from '@/store/steps/use-word-template'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'
import type { WrittenPaper } from './written-paper'

/** Saves a month's paper for Word: in the office's own form if it has one, else in the standard form. */
export function useOfficialPaper(kind: OfficialKind) {
  const word = useWordTemplate(kind)
  async function save({ paper, data }: WrittenPaper): Promise<void> {
    const file = word.name === null ? await datasetWorker().officialFile([paper]) : await word.fill(data)
    if (file) saveFile(file, `${paper.title}.docx`)
  }
  return { word, save }
}
