import { joinList, translateText, translateWithOriginal } from '@/domain/glossary'
import { useDataset } from '@/store/chentu'
import { useTextsIn } from './office'

/** Words of the data (grades, departments, units) in a language, the page's if none is given. */
export function useDataWords(inLanguage?: string) {
  const { language } = useTextsIn(inLanguage)
  const { glossary } = useDataset()
  return {
    word: (text: string): string => translateText(glossary, text, language),
    /** English followed by the original. */
    glossed: (text: string): string => translateWithOriginal(glossary, text, language),
    list: (parts: readonly string[]): string => joinList(parts, language),
  }
}
