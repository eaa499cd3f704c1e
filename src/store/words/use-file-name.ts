import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { useOpened } from '@/store/chentu'

/** Characters that Windows does not allow in file names. */
const FORBIDDEN = /[\\/:*?"<>|]+/g

/** Name of a saved file: city, content and day, so that files of different days can coexist. */
export const fileName = (city: string, what: string, day: string, ending: string) =>
  `${[city, what, day].map((part) => part.replace(FORBIDDEN, ' ').trim()).join('_')}.${ending}`

/** Names files of the open package, with its evaluation day. */
export function useFileName(): (what: string, ending: string) => string {
  const { i18n } = useTranslation()
  const { dataset, evaluation } = useOpened()
  return (what, ending) => fileName(inLanguage(dataset.settings.city, i18n.language), what, evaluation.asOf, ending)
}
