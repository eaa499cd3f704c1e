import type { TFunction } from 'i18next'
import { translateNote } from '@/domain/dustfall/publication'

/** The text beside a published figure, in the screen's language; text written by an office stays unchanged. */
export const publicationText = (t: TFunction<'texts'>, publication: string): string =>
  translateNote(publication, {
    published: (day) => t('meeting.publishedOn', { day }),
    corrected: (day, from, to) => t('meeting.corrected', { day, from, to }),
    and: t('ui.semicolon'),
  })
