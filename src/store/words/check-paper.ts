import type { TFunction } from 'i18next'
import { officialDay, officialLines } from '@/domain/bulletin/official'
import { type CheckPictures, type CheckText, FACTS } from '@/io/papers/check-text'
import type { OfficialPaper, PaperBlock } from '@/io/papers/official-paper'
import type { PaperPicture } from '@/io/papers/papers'

/** Share of the text width for a signature: about the size of a handwritten one. */
const SIGNATURE_SHARE = 0.4
/**
 * Up to these numbers, photos are shown two and three per row, on one page; more are four per row, so that a long
 * record stays a few pages.
 */
const [MAX_LARGE, MAX_MIDDLE] = [4, 9]

/** 现场检查记录 as an official paper. @param t its texts */
export function checkPaper(t: TFunction<'texts'>, text: CheckText, { drawn, photos }: CheckPictures): OfficialPaper {
  const headings = (['item', 'clause', 'answer', 'found', 'by'] as const).map((each) => t(`sign.column.${each}`))
  const named = (name: string, said: string): PaperBlock => ({ type: 'named', name: `${name}：`, text: said })
  const blocks: PaperBlock[] = [
    { type: 'title', text: t('sign.title') },
    ...FACTS.flatMap((fact) => (text.facts[fact] ? [named(t(`sign.${fact}`), text.facts[fact])] : [])),
    {
      type: 'table',
      table: {
        title: t('sign.title'),
        headings,
        widths: [24, 12, 14, 34, 16],
        formats: headings.map(() => 'text' as const),
        rows: text.items.map(({ title, clause, answer, found, by }) => [title, clause, answer, found, by]),
        over: [],
      },
    },
    ...(text.note ? [named(t('check.note'), text.note)] : []),
    ...(text.rectifyBy
      ? [named(t('sign.deadline'), t('sign.deadlineText', { day: officialDay(text.rectifyBy) }))]
      : []),
    ...signedBlocks(t, text, drawn),
    { type: 'blank', text: t('sign.inspector') },
    { type: 'note', text: t('sign.hash', { id: text.id, hash: text.hash }) },
    ...photoBlocks(t, text, photos),
  ]
  const none = { head: '', number: '', to: '', signedOn: '', copyTo: '', issuedBy: '', issuedOn: '' } as const
  const lines = officialLines({ ...none, office: text.office }, text.year, '')
  return { title: t('sign.title'), author: text.office, lines: { ...lines, number: '' }, blocks }
}

/** The signatory with the drawn signature, or why nobody signed and the witnesses, with space to sign by hand. */
function signedBlocks(
  t: TFunction<'texts'>,
  { signed, signedBefore }: CheckText,
  drawn: PaperPicture | null,
): PaperBlock[] {
  const named = (name: string, text: string): PaperBlock => ({ type: 'named', name: `${name}：`, text })
  if (!signed)
    return [
      ...(signedBefore ? [named(t('sign.signedBy'), signedBefore)] : []),
      { type: 'blank', text: t('sign.blank') },
    ]
  if (signed.unsigned === '')
    return [
      named(t('sign.signedBy'), `${signed.name} ${signed.at}`),
      ...(drawn ? [{ type: 'picture', picture: drawn, share: SIGNATURE_SHARE } as const] : []),
    ]
  return [
    named(t('sign.signedBy'), `${signed.unsigned}（${signed.at}）`),
    named(t('sign.witnesses'), signed.witnesses.join('、') || t('sign.noWitness')),
    ...(signed.witnesses.length > 0 ? [{ type: 'blank', text: t('sign.witnessBlank') } as const] : []),
  ]
}

/** The photos on separate pages. */
function photoBlocks(
  t: TFunction<'texts'>,
  { photos }: CheckText,
  pictures: ReadonlyMap<string, PaperPicture>,
): PaperBlock[] {
  if (photos.length === 0) return []
  return [
    { type: 'annex', text: t('sign.photos') },
    {
      type: 'photos',
      perRow: photos.length > MAX_MIDDLE ? 4 : photos.length > MAX_LARGE ? 3 : 2,
      photos: photos.map(({ hash, item, lines }) => {
        const picture = pictures.get(hash) ?? null
        const [at, from, short] = lines
        const checksum = t('sign.photoHash', { hash: short })
        return { picture, name: item, lines: [at!, from!, checksum, ...(picture ? [] : [t('sign.photoLost')])] }
      }),
    },
  ]
}

/**
 * A short version for a QR code; items left out for lack of space are counted; authors and hash are always included.
 * @param t the texts of the office
 */
export function checkLines(t: TFunction<'texts'>, text: CheckText, mostLetters: number): string {
  const wrong = text.items.filter(({ isMissed }) => isMissed)
  const head = [
    t('sign.title'),
    ...FACTS.flatMap((fact) => (text.facts[fact] ? [`${t(`sign.${fact}`)}：${text.facts[fact]}`] : [])),
  ]
  const tail = [
    ...(wrong.length === 0 ? [t('sign.allMet')] : []),
    ...(text.signed ? [`${t('sign.signedBy')}：${text.signed.name || text.signed.unsigned}`] : []),
    ...(text.signedBefore ? [text.signedBefore] : []),
    t('sign.hash', { id: text.id, hash: text.hash }),
  ]
  const lines = wrong.map(({ title, answer, found, by }) =>
    [`${title} ${answer}`, found, by].filter(Boolean).join('，'),
  )
  const whole = (shown: number) =>
    [
      ...head,
      ...lines.slice(0, shown),
      ...(shown < lines.length ? [t('sign.moreItems', { count: lines.length - shown })] : []),
      ...tail,
    ].join('\n')
  let shown = lines.length
  while (shown > 0 && whole(shown).length > mostLetters) shown--
  return whole(shown)
}
