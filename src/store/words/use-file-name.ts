import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { useOpened } from '@/store/chentu'

/** What Windows takes in no name of a file. */
const FORBIDDEN = /[\\/:*?"<>|]+/g

/** The name of a saved file: whose data, what of it, and as of which day, so that files of two days lie beside each other. */
export const fileName = (city: string, what: string, day: string, ending: string) =>
  `${[city, what, day].map((part) => part.replace(FORBIDDEN, ' ').trim()).join('_')}.${ending}`

/** Names files of the package that is open, as of its day. */
export function useFileName(): (what: string, ending: string) => string {
  const { i18n } = useTranslation()
  const { dataset, evaluation } = useOpened()
  return (what, ending) => fileName(inLanguage(dataset.settings.city, i18n.language), what, evaluation.asOf, ending)
}
